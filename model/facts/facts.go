// Package facts gathers a story's figures, dates and bylines, each with where
// it stands.
//
// Offsets are bytes in the doc's text. Days are midnight UTC: a day has no
// zone.
package facts

import (
	"context"
	"time"

	"stet/model/lang"
	"stet/model/names"
	"stet/model/story"
)

// Ledger is all figures, dates and bylines of a story. It is immutable.
type Ledger struct {
	Day     time.Time // the day that the story speaks from; zero when not known
	Figures []Figure  // in order of their start
	Dates   []Date    // in order of their start
	Bylines []Byline
}

// Read gathers the facts of a story. It is safe for concurrent use.
func Read(_ context.Context, s *story.Story, d *lang.Doc, _ *names.Ledger) *Ledger {
	l := &Ledger{Day: storyDay(s)}
	w := newSpelling(d)
	dates := dateReader{spelling: w, ref: l.Day}
	dates.read()
	l.Dates = dates.out
	figures := figureReader{spelling: w, used: make([]bool, len(d.Tokens))}
	for _, dt := range l.Dates {
		for i := dt.Tokens.First; i < dt.Tokens.End; i++ {
			figures.used[i] = true
		}
	}
	figures.read()
	l.Figures = figures.out
	l.Bylines = bylines(s, d)
	return l
}
