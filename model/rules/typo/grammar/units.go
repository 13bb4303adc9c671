package grammar

import (
	"strings"

	"stet/model/lang"
	"stet/model/rules/inflect"
	"stet/model/rules/pattern"
)

// units checks figures that are hyphened to a plural: "18-months in the making"
// is "18 months", "a five-years deal" is "a five-year deal", "high-levels
// talks" is "high-level talks".
func units(v *pattern.View, out emit) {
	toks := v.P.Tokens
	for i := range toks {
		if toks[i].Kind != lang.Word {
			continue
		}
		w := v.Low[i]
		cut := strings.LastIndexByte(w, '-')
		if cut < 1 || w[len(w)-1] != 's' {
			continue
		}
		last := w[cut+1:]
		one := inflect.Singular(last)
		number := isNumber(w[:cut])
		switch {
		case number && measure[one] && one != last:
		case attribute[w[:cut]] && (one == "level" || one == "profile" || one == "term" || one == "speed" || one == "rank") && nounAfter(v, i):
			s := v.P.Str(i)
			out(raise(v, "hyphen", i, i+1, 0.94, "Before a noun it is “{fix}”.", s[:len(s)-1]))
			continue
		default:
			continue
		}
		s := v.P.Str(i)
		apart := s[:cut] + " " + s[cut+1:]
		joined := s[:cut+1] + one
		switch {
		case v.Word(i+1) == "old" && nounAfter(v, i+1):
			out(raise(v, "hyphen", i, i+2, 0.9, "Before a noun it is “{fix}”.", joined+"-old"))
		case v.Word(i+1) == "old", !nounAfter(v, i):
			out(raise(v, "hyphen", i, i+1, 0.94, "No hyphen here: “{fix}”.", apart))
		default:
			out(raise(v, "hyphen", i, i+1, 0.92, "Before a noun it is “{fix}”.", joined, apart))
		}
	}
}

// nounAfter reports whether a noun, or an adjective before one, follows token i.
func nounAfter(v *pattern.View, i int) bool {
	for j := i + 1; j < len(v.P.Tokens) && j <= i+3 && sameSentence(v, i, j); j++ {
		switch t := v.Tag(j); {
		case t.Noun():
			return true
		case t == lang.JJ || t == lang.VBN || t == lang.VBG || t == lang.CD:
			continue
		}
		return false
	}
	return false
}

func isNumber(w string) bool {
	if w == "" {
		return false
	}
	if w[0] >= '0' && w[0] <= '9' {
		return strings.Trim(w, "0123456789,.") == ""
	}
	return numberWords[w]
}

var numberWords = words(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
	seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred several multi`)

var attribute = words("high low top mid senior junior entry ground sea street eye state long short medium near")

// measure are the units that figures are joined to.
var measure = words(`year month week day hour minute second decade century mile kilometre kilometer metre meter foot inch yard
	acre hectare pound dollar euro ton tonne litre liter gallon point page seat member storey story bedroom night man woman
	person game match goal set lap round term step part way lane degree`)
