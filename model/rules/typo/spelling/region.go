package spelling

import (
	"context"
	"fmt"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

// RegionID is the id of the rule on British and American spelling.
const RegionID = "consistency.spelling-region"

// Region finds words in the spelling of the other side of the Atlantic. It
// holds no state and is safe for concurrent use.
type Region struct{}

// NewRegion returns the checker; it loads the lexicon when it is first used.
func NewRegion() Region { return Region{} }

// Rules returns the rule with its examples.
func (Region) Rules() []rules.Rule { return []rules.Rule{regionRule} }

// clearMajority is how many words of one spelling a story must have for each of the
// other, and at least, before it counts as written in it.
const clearMajority = 3

// CheckStory flags the words that are not spelt as the settings ask or, where
// those leave it open, as nearly all of the story is. Quoted words count, and
// are flagged, like others: spelling is the desk's. Words with a capital are
// names.
func (Region) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	sp, err := lang.DefaultSpeller()
	if err != nil || s.Settings.Muted[RegionID] {
		return nil
	}
	const both = lang.WordUS | lang.WordUK
	var at [2][]int // tokens in American and in British spelling
	for i, t := range s.Doc.Tokens {
		if t.Kind != lang.Word || t.Shape != lang.ShapeLower || s.Settings.Words[s.Doc.Str(i)] {
			continue
		}
		e, _ := sp.Words.Lookup(lang.Fold(s.Doc.Str(i)))
		switch e.Flags & both {
		case lang.WordUS:
			at[0] = append(at[0], i)
		case lang.WordUK:
			at[1] = append(at[1], i)
		}
	}
	wrong, want, name := -1, lang.WordFlags(0), ""
	switch us, uk := len(at[0]), len(at[1]); {
	case s.Settings.Region == rules.RegionUS, s.Settings.Region == rules.RegionAuto && us >= clearMajority*max(1, uk):
		wrong, want, name = 1, lang.WordUS, "American"
	case s.Settings.Region == rules.RegionUK, s.Settings.Region == rules.RegionAuto && uk >= clearMajority*max(1, us):
		wrong, want, name = 0, lang.WordUK, "British"
	}
	if wrong < 0 || ctx.Err() != nil {
		return nil
	}
	var out []flag.Flag
	for _, i := range at[wrong] {
		w := s.Doc.Str(i)
		fix, ok := counterpart(sp, lang.Fold(w), want)
		if !ok {
			continue
		}
		out = append(out, flag.Flag{
			Rule: RegionID, Kind: flag.Consistency, Severity: flag.Warning, Span: s.Doc.Tokens[i].Span,
			Message:    fmt.Sprintf("%s spelling is “%s”.", name, fix),
			Fixes:      []flag.Fix{{Text: fix}},
			Confidence: 0.8,
		})
	}
	return out
}

// counterpart returns the word that w is in the spelling want.
func counterpart(sp *lang.Speller, w string, want lang.WordFlags) (string, bool) {
	near, err := sp.Words.Within(w, 2)
	if err != nil {
		return "", false
	}
	best, least := "", 2.1
	for _, n := range near {
		if n.Entry.Flags&(lang.WordUS|lang.WordUK) != want || lang.Sound(n.Word) != lang.Sound(w) {
			continue
		}
		if cost := lang.SlipCost(w, n.Word); cost < least {
			best, least = n.Word, cost
		}
	}
	return best, best != ""
}

var regionRule = rules.Rule{
	ID: RegionID, Kind: flag.Consistency, Severity: flag.Warning,
	Title:   "British or American spelling",
	Message: "This word is spelt as on the other side of the Atlantic.",
	Why:     "A story keeps to one spelling: the one that the desk has set, or the one that nearly all of its words have.",
	Wrong: []rules.Example{
		{
			Text:  "The harbour and the neighbouring theatre were closed. The defence ministry apologised for the [color] of the flags.",
			Fixed: "The harbour and the neighbouring theatre were closed. The defence ministry apologised for the colour of the flags.",
		},
		{
			Text:  "The harbor and the neighboring theater were closed. The defense ministry praised the [colour] of the flags.",
			Fixed: "The harbor and the neighboring theater were closed. The defense ministry praised the color of the flags.",
		},
	},
	Right: []string{
		"The harbour is closed, and the color has faded.",
		"The harbor and the neighboring theater were closed, the Labour Party said.",
		"The prime minister apologized.",
	},
}
