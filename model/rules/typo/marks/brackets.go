package marks

import (
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var bracketsRule = rules.Rule{
	ID: "typo.brackets", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Bracket without its pair",
	Message: "A bracket was opened and not closed, or closed and not opened.",
	Why:     "A lost bracket is what is left of a cut: the words that it closed over went with it.",
	Wrong: []rules.Example{
		{Text: `The deal [(]signed in May holds.`},
		{Text: `The deal, signed in May[)] holds.`},
	},
	Right: []string{
		"The deal (signed in May) holds.", "1) One. 2) Two. a) Three.", "A smile :) and a wink ;-).", "He \\[the minister\\] left (so they say (twice)).",
	},
}

// brackets checks that round and square brackets pair.
func brackets(p *lang.Paragraph, out func(flag.Flag)) {
	var open []int
	flagAt := func(i int, message string) {
		out(at(p.Tokens[i].Start, p.Tokens[i].End, 0.85, message))
	}
	for i := range p.Tokens {
		if p.Tokens[i].Kind != lang.Punct {
			continue
		}
		switch s := p.Str(i); s {
		case "(", "[":
			if smile(p, i) {
				continue
			}
			open = append(open, i)
		case ")", "]":
			if n := len(open); n > 0 && pair(p.Str(open[n-1])) == s {
				open = open[:n-1]
				continue
			}
			if !smile(p, i) && !enumerator(p, i) {
				flagAt(i, "“"+s+"” closes what was never opened.")
			}
		}
	}
	for _, i := range open {
		flagAt(i, "“"+p.Str(i)+"” is never closed.")
	}
}

func pair(open string) string {
	if open == "(" {
		return ")"
	}
	return "]"
}

// smile reports whether the bracket at i is part of an emoticon.
func smile(p *lang.Paragraph, i int) bool {
	if i == 0 || p.Tokens[i].Space {
		return false
	}
	s := p.Text[:p.Tokens[i].Start]
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":-") || strings.HasSuffix(s, ";-") || strings.HasSuffix(s, "=")
}

// enumerator reports whether the closing bracket at i belongs to a list's
// number or letter: "1)", "a)".
func enumerator(p *lang.Paragraph, i int) bool {
	if i == 0 || p.Tokens[i].Space {
		return false
	}
	b := p.Tokens[i-1]
	return (b.Kind == lang.Number || b.Len() == 1 || strings.Trim(strings.ToLower(p.Str(i-1)), "ivx") == "") && (i == 1 || b.Space)
}
