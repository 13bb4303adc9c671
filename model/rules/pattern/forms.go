package pattern

import (
	"strings"

	"stet/model/lang"
	"stet/model/rules/inflect"
)

// classes are the elements in <angle brackets> that are not tags.
var classes = map[string]func(v *View, i int) bool{
	"cap": func(v *View, i int) bool {
		s := v.P.Tokens[i].Shape
		return s == lang.ShapeTitle || s == lang.ShapeUpper || s == lang.ShapeMixed
	},
	"low":  func(v *View, i int) bool { return v.P.Tokens[i].Shape == lang.ShapeLower },
	"num":  func(v *View, i int) bool { t := v.P.Tokens[i]; return t.Kind == lang.Number || t.Tag == lang.CD },
	"fig":  func(v *View, i int) bool { return v.P.Tokens[i].Kind == lang.Number },
	"word": func(v *View, i int) bool { return v.P.Tokens[i].Kind == lang.Word },
	"noun": func(v *View, i int) bool { t := v.P.Tokens[i].Tag; return t == lang.NN || t == lang.NNS },
	"verb": func(v *View, i int) bool { return v.P.Tokens[i].Tag.Verb() },
	"name": func(v *View, i int) bool { t := v.P.Tokens[i].Tag; return t == lang.NNP || t == lang.NNPS },
	"first": func(v *View, i int) bool {
		return v.P.Tokens[i].First
	},
	"tight":  func(v *View, i int) bool { return !v.P.Tokens[i].Space },
	"quoted": func(v *View, i int) bool { return v.P.Tokens[i].Quoted },

	// What a word may be by the dictionary, whatever the tagger made of it here.
	"mayplural": func(v *View, i int) bool {
		return lang.Forms(v.Low[i])&lang.FormPlural != 0 || irregularPlural(v.Low[i])
	},
	"maynoun": func(v *View, i int) bool {
		return lang.Forms(v.Low[i])&lang.FormNoun != 0 && !irregularPlural(v.Low[i])
	},
	"mayverb": func(v *View, i int) bool {
		if closed(v.P.Tokens[i].Tag) {
			return false
		}
		_, _, irregular := inflect.Irregular(v.Low[i])
		return irregular || lang.Forms(v.Low[i])&lang.FormVerb != 0
	},
	"maythird": has(lang.FormVerbS),
	"maypast": func(v *View, i int) bool {
		return lang.Forms(v.Low[i])&lang.FormPast != 0 || irregularForm(v.Low[i], inflect.Past) || regularPast(v, i)
	},
	"maypp": func(v *View, i int) bool {
		return lang.Forms(v.Low[i])&lang.FormPast != 0 || irregularForm(v.Low[i], inflect.Participle) || regularPast(v, i)
	},
	"onlypast": func(v *View, i int) bool { // "went", "knew": a past that is no participle and no base
		w := v.Low[i]
		if !irregularForm(w, inflect.Past) {
			return false
		}
		b := inflect.BaseOf(w, inflect.Past)[0]
		p, pp, _ := inflect.Irregular(b)
		return p == w && pp != w && b != w && b != "be" && !strings.HasSuffix(w, "ed")
	},
	"onlypp": func(v *View, i int) bool { // "gone", "known"
		w := v.Low[i]
		if !irregularForm(w, inflect.Participle) {
			return false
		}
		b := inflect.BaseOf(w, inflect.Participle)[0]
		p, pp, _ := inflect.Irregular(b)
		return pp == w && p != w && b != w
	},
	"maying":      has(lang.FormIng),
	"mayadj":      has(lang.FormAdjective),
	"mayadverb":   has(lang.FormAdverb),
	"compare":     has(lang.FormComparative),
	"superlative": has(lang.FormSuperlative),
	"maybename":   has(lang.FormProper),
}

// closed reports whether t is of a class that takes no new words: such a word
// is what it is, whatever verb is spelt like it.
func closed(t lang.Tag) bool {
	switch t {
	case lang.DT, lang.IN, lang.PRP, lang.PRPS, lang.CC, lang.TO, lang.WDT, lang.WP, lang.WPS, lang.WRB, lang.EX, lang.PDT, lang.POS, lang.CD, lang.NNP, lang.NNPS:
		return true
	}
	return false
}

// irregularPlural reports whether w is a plural that the dictionary has as a
// word of its own: "men", "children".
func irregularPlural(w string) bool {
	if n := len(w); n == 0 || w[n-1] == 's' {
		return false
	}
	one := inflect.Singular(w)
	return one != w && inflect.Plural(one) == w
}

func has(f lang.FormSet) func(v *View, i int) bool {
	return func(v *View, i int) bool { return lang.Forms(v.Low[i])&f != 0 }
}

// regularPast reports whether token i is a verb with -ed, where the dictionary
// has the past as a word of its own.
func regularPast(v *View, i int) bool {
	w := v.Low[i]
	if !strings.HasSuffix(w, "ed") {
		return false
	}
	if t := v.P.Tokens[i].Tag; t == lang.VBD || t == lang.VBN {
		return true
	}
	for _, b := range inflect.BaseOf(w, inflect.Past) {
		if lang.Forms(b)&lang.FormVerb != 0 {
			return true
		}
	}
	return false
}

func irregularForm(w string, f inflect.Form) bool {
	for _, b := range inflect.BaseOf(w, f) {
		if _, _, ok := inflect.Irregular(b); ok {
			return true
		}
	}
	return false
}

// inflected returns w in another form.
func inflected(w string, tag lang.Tag, form string) string {
	switch form {
	case "plural":
		return inflect.Plural(w)
	case "singular":
		return inflect.Singular(w)
	case "":
		return w
	}
	f, ok := verbForms[form]
	if !ok {
		return w
	}
	return inflect.Verb(VerbBase(w, tag), f)
}

var verbForms = map[string]inflect.Form{
	"base": inflect.Base, "third": inflect.Third, "past": inflect.Past, "pp": inflect.Participle, "ing": inflect.Ing,
}

// VerbBase returns the base of a verb in small letters. Its tag says what form
// it is in; without a verb's tag the spelling has to do.
func VerbBase(w string, tag lang.Tag) string {
	var order []inflect.Form
	switch tag {
	case lang.VBZ:
		order = []inflect.Form{inflect.Third}
	case lang.VBD:
		order = []inflect.Form{inflect.Past, inflect.Participle}
	case lang.VBN:
		order = []inflect.Form{inflect.Participle, inflect.Past}
	case lang.VBG:
		order = []inflect.Form{inflect.Ing}
	case lang.VB, lang.VBP:
		if lang.Forms(w)&lang.FormVerb != 0 {
			return w
		}
		fallthrough
	default:
		order = []inflect.Form{inflect.Past, inflect.Participle, inflect.Ing, inflect.Third}
		if lang.Forms(w)&lang.FormVerb != 0 {
			return w
		}
	}
	for _, f := range order {
		for _, b := range inflect.BaseOf(w, f) {
			if _, _, irregular := inflect.Irregular(b); irregular || lang.Forms(b)&lang.FormVerb != 0 {
				return b
			}
		}
	}
	for _, f := range order {
		if b := inflect.BaseOf(w, f); len(b) > 0 {
			return b[0]
		}
	}
	return w
}
