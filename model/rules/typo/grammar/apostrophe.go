package grammar

import (
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules/pattern"
	"stet/model/text"
)

// apostrophes checks those that a pattern over words does not see: "1990's",
// "the US'", "don;t".
func apostrophes(v *pattern.View, out emit) {
	toks := v.P.Tokens
	for i := range toks {
		switch t := toks[i]; {
		case t.Kind == lang.Number:
			decade(v, i, out)
		case v.P.Str(i) == "US" && i+1 < len(toks) && !v.P.AllCaps:
			bareAcronym(v, i, out)
		case v.P.Str(i) == ";" && i > 0 && !t.Space:
			semicolon(v, i, out)
		}
	}
}

// decade finds "the 1990's" where no noun follows that it could own.
func decade(v *pattern.View, i int, out emit) {
	s := v.P.Str(i)
	if len(s) < 4 || s[len(s)-1] != 's' || !strings.ContainsAny(s, "'’") {
		return
	}
	digits := strings.TrimRight(s, "s'’")
	if len(digits) != 4 && len(digits) != 2 || digits[len(digits)-1] != '0' || strings.Trim(digits, "0123456789") != "" {
		return
	}
	if v.Word(i-1) != "the" && v.Word(i-1) != "early" && v.Word(i-1) != "late" && v.Word(i-1) != "mid" || v.Tag(i+1).Noun() || v.Tag(i+1).Adjective() {
		return
	}
	f := raise(v, "apostrophe", i, i+1, 0.9, "A decade takes no apostrophe: “{fix}”.", digits+"s")
	f.Severity = flag.Warning
	out(f)
}

// bareAcronym finds "the US' claim": the country takes the whole 's. Houses
// differ on other names in s (ISIS', CBS'), and they are let be.
func bareAcronym(v *pattern.View, i int, out emit) {
	next := v.P.Tokens[i+1]
	if next.Tag != lang.POS || next.Space || next.Len() > len("’") || next.Len() == 2 || v.P.Tokens[i].Quoted {
		return
	}
	mark := next.In(v.P.Text)
	if i+2 >= len(v.P.Tokens) || v.P.Tokens[i+2].Kind != lang.Word {
		return
	}
	f := raise(v, "apostrophe", i, i+2, 0.85, "House style gives the whole ending: “{fix}”.", v.P.Str(i)+house(v, mark)+"s")
	f.Severity = flag.Warning
	out(f)
}

// house is the apostrophe that the paragraph uses, or the one given.
func house(v *pattern.View, mark string) string {
	if strings.Contains(v.P.Text, "’") || mark == "'" && !strings.Contains(v.P.Text, "'s") {
		return "’"
	}
	return mark
}

// semicolon finds "don;t", the key beside the apostrophe.
func semicolon(v *pattern.View, i int, out emit) {
	toks := v.P.Tokens
	if i+1 >= len(toks) || toks[i+1].Space || toks[i+1].Kind != lang.Word || toks[i-1].Kind != lang.Word {
		return
	}
	switch v.Low[i+1] {
	case "t", "s", "re", "ve", "ll", "d", "m":
	default:
		return
	}
	mark := "’"
	if strings.Contains(v.P.Text, "'") {
		mark = "'"
	}
	span := text.Span{Start: toks[i-1].Start, End: toks[i+1].End}
	out(raiseAt(v, "apostrophe", span, v.Quoted(i-1, i+1), 0.97, "A semicolon stands for an apostrophe.", v.P.Str(i-1)+mark+v.P.Str(i+1)))
}
