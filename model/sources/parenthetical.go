package sources

import (
	"stet/model/lang"
	"stet/model/lang/parse"
)

// parenthetical reads "Sales were great, he said" and "The plan, he said, is …".
func (r *reader) parenthetical(v int, x finding) {
	u := r.units[r.unit[v]]
	if t := r.tag(v); t != lang.VBD && t != lang.VBZ && t != lang.VBP && t != lang.VBN {
		return
	}
	start := v
	inverted := false
	if r.asOpens(v, u) {
		end := r.pastAdjuncts(v, v+1)
		if r.word(end) == "," && r.finiteAhead(end, u.End) {
			x.content, x.strong, x.rule = []lang.Range{{First: end + 1, End: u.End}}, true, "paren"
			r.add(x)
		}
		return
	}
	switch {
	case r.commaBefore(v, u):
		src, head := r.chunkFrom(v+1, u.End)
		if head < 0 {
			return
		}
		x.source, x.head, inverted = src, head, true
	case x.head >= 0 && x.source.First < v:
		start = x.source.First
		for start > u.First && (r.word(start-1) == "as" || r.tag(start-1) == lang.RB) {
			start--
		}
		if !r.commaBefore(start, u) {
			return
		}
	default:
		return
	}
	var end int
	if inverted {
		end = x.source.End
	} else {
		end = r.pastAdjuncts(v, v+1)
		if x := r.tree.child(v, parse.Obj); x >= end && r.lex.verbs[r.word(v)].f&fTell != 0 {
			end = r.tree.lastOf(x) + 1
		}
		if end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != "—" && r.word(end) != "--" && r.word(end) != ";" && r.word(end) != "-" {
			return
		}
	}
	for end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != "—" && r.word(end) != "--" && r.word(end) != ";" {
		end++
	}
	goesOn := end+2 < u.End && (r.word(end) == "," || r.word(end) == "—" || r.word(end) == "--") && r.tag(end+1) != lang.VBG && r.tag(end+1) != lang.WP && !inverted
	if !r.statement(u.First, start) && !(goesOn && r.finiteAhead(end, u.End)) {
		return
	}
	x.content = []lang.Range{{First: u.First, End: start}}
	if goesOn {
		x.content = append(x.content, lang.Range{First: end, End: u.End})
	}
	x.strong, x.rule = true, "paren"
	r.add(x)
}

// asOpens reports whether the clause of v opens its sentence with "as": "But as
// the report noted, …".
func (r *reader) asOpens(v int, u lang.Range) bool {
	i := u.First
	for i < v && (r.punct(i) || r.tag(i) == lang.CC) {
		i++
	}
	if i >= v || r.word(i) != "as" {
		return false
	}
	for k := i + 1; k < v; k++ {
		if t := r.tag(k); r.word(k) == "," || t == lang.VBD || t == lang.VBZ || t == lang.VBP {
			return false
		}
	}
	return true
}

// statement reports whether the words from first to end can stand as a
// sentence: a finite verb is there, and no conjunction makes them hang on what
// follows.
func (r *reader) statement(first, end int) bool {
	for i := first; i < end; i++ {
		if r.punct(i) || r.tag(i) == lang.CC {
			continue
		}
		switch r.word(i) {
		case "though", "although", "while", "as", "when", "if", "after", "before", "since", "because", "even", "until", "once", "whether", "asked", "speaking":
			// "If it rains, it pours, he said": a second part must follow.
			for k := i; k < end-1; k++ {
				if r.word(k) == "," {
					return r.statement(k+1, end)
				}
			}
			return false
		}
		break
	}
	return r.finiteIn(lang.Range{First: first, End: end})
}

// commaBefore reports whether a comma or dash stands before token i, or inside
// the closing mark before it.
func (r *reader) commaBefore(i int, u lang.Range) bool {
	i--
	for i > u.First && r.mark(i) {
		i--
	}
	if i <= u.First {
		return false
	}
	switch r.word(i) {
	case ",", "—", "--", "-", "?", "!":
		return true
	}
	return false
}
