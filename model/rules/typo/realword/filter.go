package realword

import (
	"context"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

// What the rest of the story adds to the log-odds of a flag, for each time that
// it has the word that is flagged, or the word that may be meant, again.
const (
	ownAgain  = -0.9
	newAgain  = 0.5
	mostAgain = 2
)

// FilterStory takes back the flags that the story does not bear out: a writer
// who uses a word again means it, and a word that the story has already is
// likelier to be meant than one that it lacks.
func (Checker) FilterStory(_ context.Context, s *rules.Subject, flags []flag.Flag) []flag.Flag {
	words, err := lang.Lexicon()
	if err != nil || len(flags) == 0 {
		return flags
	}
	count := map[string]int{}
	for i := range flags {
		count[lang.Fold(flags[i].Span.In(s.Doc.Text))] = 0
		count[lang.Fold(flags[i].Fixes[0].Text)] = 0
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
	again := func(w string, others int) float64 {
		if e, ok := words.Lookup(w); !ok || e.Classes&lang.ClassFunction != 0 || e.Freq >= commonWord {
			return 0 // small and common words come again without meaning anything
		}
		return float64(min(max(count[w]-others, 0), mostAgain))
	}
	out := flags[:0:0]
	for _, f := range flags {
		o := over(f.Confidence) + ownAgain*again(lang.Fold(f.Span.In(s.Doc.Text)), 1) + newAgain*again(lang.Fold(f.Fixes[0].Text), 0)
		if o < 0 {
			continue
		}
		f.Confidence = confidence(o)
		out = append(out, f)
	}
	return out
}

// commonWord is the frequency (see lang.Entry) from which a word is common.
const commonWord = 150
