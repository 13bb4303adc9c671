package grammar

import (
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules/pattern"
	"stet/model/text"
)

// raise makes a flag of rule "typo."+family over the tokens [first, after).
func raise(v *pattern.View, family string, first, after int, confidence float64, message string, fixes ...string) flag.Flag {
	span := text.Span{Start: v.P.Tokens[first].Start, End: v.P.Tokens[after-1].End}
	return raiseAt(v, family, span, v.Quoted(first, after), confidence, message, fixes...)
}

// raiseAt is raise for a span that is not whole tokens.
func raiseAt(v *pattern.View, family string, span text.Span, quoted bool, confidence float64, message string, fixes ...string) flag.Flag {
	f := flag.Flag{Rule: "typo." + family, Kind: flag.Typo, Severity: flag.Error, Span: span, Confidence: confidence}
	if quoted {
		f.Severity = flag.Warning
	}
	first := ""
	for _, x := range fixes {
		f.Fixes = append(f.Fixes, flag.Fix{Text: x})
	}
	if len(fixes) > 0 {
		first = strings.TrimSpace(fixes[0])
	}
	f.Message = strings.NewReplacer("{}", strings.TrimSpace(span.In(v.P.Text)), "{fix}", first).Replace(message)
	return f
}

// wordAt reports whether token i is a word.
func wordAt(v *pattern.View, i int) bool {
	return i >= 0 && i < len(v.P.Tokens) && v.P.Tokens[i].Kind == lang.Word
}

// sameSentence reports whether tokens i and j stand in one sentence.
func sameSentence(v *pattern.View, i, j int) bool {
	s := v.Sentence(i)
	return j >= s.First && j < s.End
}
