package clean

import "regexp/syntax"

// openings is the set of characters that a match can begin with. A nil set
// stands for any.
type openings map[rune]bool

// openingsOf finds the openings of an expression that is bound to the start of
// the text, so that most lines can be ruled out by their first character. It
// returns nil for one that is not bound there, or can match nothing, or begins
// with too many characters.
func openingsOf(expr string) openings {
	r, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	if !bound(r.Simplify()) {
		return nil
	}
	set := openings{}
	if open, ok := collect(r.Simplify(), set); open || !ok {
		return nil
	}
	return set
}

// bound reports whether every match of r begins where the text does.
func bound(r *syntax.Regexp) bool {
	switch r.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpCapture:
		return bound(r.Sub[0])
	case syntax.OpConcat:
		return len(r.Sub) > 0 && bound(r.Sub[0])
	case syntax.OpAlternate:
		for _, s := range r.Sub {
			if !bound(s) {
				return false
			}
		}
		return true
	}
	return false
}

// collect adds to set what r can begin with. open says that r can also match
// nothing, so that what follows it counts too; ok is false where the set would
// grow too large to be of use.
func collect(r *syntax.Regexp, set openings) (open, ok bool) {
	switch r.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true, true
	case syntax.OpLiteral:
		if r.Flags&syntax.FoldCase != 0 {
			return false, false
		}
		set[r.Rune[0]] = true
		return false, true
	case syntax.OpCharClass:
		n := 0
		for i := 0; i < len(r.Rune); i += 2 {
			if n += int(r.Rune[i+1]-r.Rune[i]) + 1; n > 40 {
				return false, false
			}
			for c := r.Rune[i]; c <= r.Rune[i+1]; c++ {
				set[c] = true
			}
		}
		return false, true
	case syntax.OpCapture, syntax.OpPlus:
		return collect(r.Sub[0], set)
	case syntax.OpStar, syntax.OpQuest:
		_, ok := collect(r.Sub[0], set)
		return true, ok
	case syntax.OpConcat:
		for _, s := range r.Sub {
			if open, ok := collect(s, set); !open || !ok {
				return false, ok
			}
		}
		return true, true
	case syntax.OpAlternate:
		for _, s := range r.Sub {
			o, ok := collect(s, set)
			if !ok {
				return false, false
			}
			open = open || o
		}
		return open, true
	}
	return false, false
}
