package spelling

import (
	"context"
	"slices"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

// FilterStory takes back the flags of words that the story writes more than
// once in the same way, or has in an address or a handle, unless a list of
// misspellings has them: such a word is meant.
func (Checker) FilterStory(_ context.Context, s *rules.Subject, flags []flag.Flag) []flag.Flag {
	sp, err := lang.DefaultSpeller()
	if err != nil || len(flags) == 0 {
		return flags
	}
	count := map[string]int{}
	var addresses []string
	for _, f := range flags {
		count[lang.Fold(f.Span.In(s.Doc.Text))] = 0
	}
	for i, t := range s.Doc.Tokens {
		switch t.Kind {
		case lang.Word:
		case lang.Address, lang.Handle:
			addresses = append(addresses, lang.Fold(s.Doc.Str(i)))
			continue
		default:
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
		again := count[w] > 1 || slices.ContainsFunc(addresses, func(a string) bool { return strings.Contains(a, w) })
		if !again || sp.Lists.Right(w) != nil {
			out = append(out, f)
		}
	}
	return out
}
