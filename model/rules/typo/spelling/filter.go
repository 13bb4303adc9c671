package spelling

import (
	"context"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

// FilterStory takes back the flags of words that the story writes more than
// once in the same way, unless a list of misspellings has them: a word that is
// repeated is meant.
func (Checker) FilterStory(_ context.Context, s *rules.Subject, flags []flag.Flag) []flag.Flag {
	sp, err := lang.DefaultSpeller()
	if err != nil || len(flags) == 0 {
		return flags
	}
	count := map[string]int{}
	for _, f := range flags {
		count[lang.Fold(f.Span.In(s.Doc.Text))] = 0
	}
	for i, t := range s.Doc.Tokens {
		if t.Kind != lang.Word {
			continue
		}
		w := lang.Fold(s.Doc.Str(i))
		if n, ok := count[w]; ok {
			count[w] = n + 1
		}
	}
	out := flags[:0:0]
	for _, f := range flags {
		w := lang.Fold(f.Span.In(s.Doc.Text))
		if count[w] < 2 || sp.Lists.Right(w) != nil {
			out = append(out, f)
		}
	}
	return out
}
