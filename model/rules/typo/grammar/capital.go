package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/rules/pattern"
	"stet/model/story"
)

// always are words that are capitalised wherever they stand.
var always = words(`monday tuesday wednesday thursday friday saturday january february april june july september october november
	december english french german italian spanish russian american british european african asian chinese japanese korean
	indian canadian australian mexican brazilian cuban iranian iraqi israeli palestinian syrian egyptian saudi afghan pakistani
	ukrainian greek dutch irish scottish belgian portuguese swedish norwegian danish finnish austrian hungarian czech romanian
	bulgarian serbian croatian kenyan nigerian ethiopian somali sudanese libyan tunisian moroccan algerian vietnamese indonesian
	malaysian filipino thai burmese venezuelan colombian argentine chilean peruvian bolivian christian christians muslim muslims
	jewish islam christianity judaism hindu hindus buddhist buddhists catholic catholics protestant protestants
	london paris berlin moscow beijing washington england scotland ireland france germany italy spain russia america europe
	africa asia canada australia mexico brazil cuba iran iraq israel syria egypt afghanistan pakistan ukraine greece
	americans europeans africans asians russians germans italians canadians australians mexicans cubans iranians iraqis israelis
	palestinians syrians afghans ukrainians
	britain california texas florida`)

// capitals checks the first letters of words and the caps-lock slip.
func capitals(v *pattern.View, out emit) {
	if v.P.AllCaps {
		return
	}
	toks := v.P.Tokens
	lowered := allLower(v)
	for i := range toks {
		t := &toks[i]
		if t.Kind != lang.Word {
			continue
		}
		switch {
		case t.Shape == lang.ShapeMixed:
			if fix, ok := capsLock(v.P.Str(i)); ok && lang.Forms(v.Low[i]) != 0 {
				out(raise(v, "capital", i, i+1, 0.9, "“{}” should be “{fix}”.", fix))
			}
		case t.Shape != lang.ShapeLower:
		case v.Low[i] == "i" && aloneI(v, i):
			out(raise(v, "capital", i, i+1, 0.93, "“I” is always a capital.", "I"))
		case always[v.Low[i]] && !lowercaseSense(v, i):
			out(raise(v, "capital", i, i+1, 0.93, "“{}” takes a capital.", titled(v.P.Str(i))))
		case monthBesideFigure(v, i):
			out(raise(v, "capital", i, i+1, 0.92, "“{}” takes a capital.", titled(v.P.Str(i))))
		case !lowered && startsSentence(v, i):
			out(raise(v, "capital", i, i+1, 0.88, "A sentence begins with a capital.", titled(v.P.Str(i))))
		}
	}
}

func titled(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// allLower reports whether the paragraph is written without capitals at all,
// or its first sentence begins small: a fragment, a list, a chat.
func allLower(v *pattern.View) bool {
	for i, t := range v.P.Tokens {
		if t.Kind == lang.Word && t.First && t.Shape != lang.ShapeLower && i > 0 {
			return false
		}
	}
	return v.P.Role != story.RoleBody || len(v.P.Tokens) > 0 && v.P.Tokens[0].Shape == lang.ShapeLower
}

// startsSentence reports whether the small word at i opens a sentence that
// surely is one: after a full stop behind a common word, which is none of an
// abbreviation's.
func startsSentence(v *pattern.View, i int) bool {
	if i < 2 || !v.P.Tokens[i].Space || v.P.Tokens[i].Quoted || v.P.Str(i-1) != "." || v.P.Tokens[i-1].Space {
		return false
	}
	switch v.Low[i-2] {
	case "esp", "etc", "approx", "incl", "est", "max", "min", "ext", "resp", "misc", "aka":
		return false
	}
	before, w := v.P.Tokens[i-2], v.P.Str(i)
	return before.Kind == lang.Word && before.Len() > 2 && before.Shape == lang.ShapeLower && lang.Forms(v.Low[i-2]) != 0 &&
		len(w) > 1 && !strings.ContainsAny(w, ".0123456789") && !camel(w) && i+1 < len(v.P.Tokens) && v.P.Tokens[i+1].Kind == lang.Word
}

func camel(w string) bool { return strings.ToLower(w) != w }

// capsLock mends "THe" and "hAVANA".
func capsLock(w string) (string, bool) {
	r := []rune(w)
	if len(r) < 3 || strings.ContainsAny(w, "-'’&.") {
		return "", false
	}
	// Two capitals, then small letters: but "PMs", "MPs" are plurals of
	// abbreviations, and "McX" is a name.
	if unicode.IsUpper(r[0]) && unicode.IsUpper(r[1]) && len(r) > 2 {
		for _, c := range r[2:] {
			if !unicode.IsLower(c) {
				return "", false
			}
		}
		if len(r) == 3 && r[2] == 's' {
			return "", false
		}
		return string(r[0]) + strings.ToLower(string(r[1:])), true
	}
	return "", false
}

// aloneI reports whether the small "i" at token i is the pronoun.
func aloneI(v *pattern.View, i int) bool {
	if strings.ContainsAny(v.Word(i+1), ").") || v.Word(i-1) == "(" || v.P.TitleCase {
		return false
	}
	switch v.Tag(i + 1) {
	case lang.VBP, lang.VBD, lang.MD, lang.VB, lang.RB, lang.VBZ:
		return true
	}
	return false
}

// lowercaseSense lets be words that are capitalised as names and small as
// common words.
func lowercaseSense(v *pattern.View, i int) bool {
	switch v.Low[i] {
	case "french":
		switch v.Word(i + 1) {
		case "fries", "fry", "toast", "windows", "window", "doors", "door", "kiss", "press", "bread", "horn", "polish":
			return true
		}
	case "dutch":
		return v.Word(i+1) == "oven"
	case "english", "spanish", "german", "greek", "thai", "american", "america":
		return false
	case "turkey", "china", "polish", "swiss":
		return true
	case "june", "april", "july":
		return false
	}
	return false
}

// monthBesideFigure reports whether a small "march", "may" or "august" is the
// month.
func monthBesideFigure(v *pattern.View, i int) bool {
	switch v.Low[i] {
	case "march", "may", "august", "sunday":
	default:
		return false
	}
	if v.Low[i] == "sunday" {
		return v.Word(i+1) != "school" && v.Word(i+1) != "best"
	}
	figure := func(j int) bool {
		return j >= 0 && j < len(v.P.Tokens) && v.P.Tokens[j].Kind == lang.Number
	}
	return figure(i+1) && (v.Word(i-1) == "on" || v.Word(i-1) == "in" || v.Word(i-1) == "since" || v.Word(i-1) == "until" || v.Word(i-1) == "by") ||
		v.Low[i] == "august" && figure(i+1) || v.Low[i] != "may" && figure(i-1) && v.P.Tokens[i-1].Len() <= 2 && v.Word(i-2) == "on"
}
