// Package facts gathers a story's figures, dates and bylines, each with where
// it stands.
package facts

import (
	"context"
	"time"

	"stet/model/lang"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// Figure is a number with what it counts.
type Figure struct {
	text.Span           // the figure with its unit
	Value, Max  float64 // Max differs from Value in a range
	Unit        string  // "", "%", "points", "USD", "km", "years"
	Noun        string  // lemma of what is counted: "prisoner"
	Description string  // noun phrase as it stands: "American prisoners"
	Approximate bool    // about, more than, dozens
	Para        int
}

// Date is a day or a part of the calendar that the story speaks of.
type Date struct {
	text.Span
	From, To time.Time // first and last day that it can mean; zero when it stays open
	Weekday  int       // stated weekday, -1 for none
	Year     bool      // the year is stated
	Para     int
}

// Byline is a statement of who wrote or sent the story.
type Byline struct {
	Text string // the name, the handle or the address as it stands
	Kind string // byline, sign-off, handle, mail, reporting-by, credit
	Span text.Span
}

// Ledger is all figures, dates and bylines of a story. It is immutable.
type Ledger struct {
	Figures []Figure
	Dates   []Date
	Bylines []Byline
}

// Read gathers the facts of a story.
func Read(ctx context.Context, s *story.Story, d *lang.Doc, n *names.Ledger) *Ledger {
	return &Ledger{}
}
