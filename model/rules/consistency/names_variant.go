package consistency

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/names/gazetteer"
	"stet/model/rules"
)

// variants flags the slips in names that the ledger has found.
func variants(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for _, v := range s.Names.Variants {
		word := v.In(s.Doc.Text)
		f := flag.Flag{
			Rule: nameVariant, Kind: flag.Consistency, Severity: flag.Warning, Span: v.Span, Confidence: v.Confidence,
			Fixes: []flag.Fix{{Text: v.Right}},
		}
		switch {
		case v.Times == 0:
			f.Rule = knownName
			f.Message = fmt.Sprintf("%q: the known spelling is %q", word, v.Right)
			f.Query = fmt.Sprintf("Is %s right? The name is usually written %s.", word, v.Right)
			if v.Confidence < 0.9 {
				f.Severity = flag.Note
			}
		case gazetteer.Fold(word) == gazetteer.Fold(v.Right):
			f.Severity = flag.Note
			f.Message = fmt.Sprintf("%q is written %q elsewhere in the story", word, v.Right)
		default:
			f.Message = fmt.Sprintf("%q is spelt %q %s", word, v.Right, times(v.Times))
			f.Query = fmt.Sprintf("Which is right: %s or %s?", word, v.Right)
		}
		if !v.Elsewhere.Empty() {
			f.Also = []flag.Place{{Span: v.Elsewhere, Note: strings.TrimSpace(v.Right)}}
		}
		out = append(out, f)
	}
	return out
}

func times(n int) string {
	if n == 1 {
		return "elsewhere in the story"
	}
	return fmt.Sprintf("%d times in the story", n)
}
