// Package names finds people, organisations, places and groups in a story,
// gathers their mentions into names, and tells where one name is written in
// two ways.
package names

import (
	"context"

	"stet/model/lang"
	"stet/model/story"
	"stet/model/text"
)

// Type is what a mention names.
type Type string

// The types of the machine interface.
const (
	Person   Type = "person"
	Org      Type = "org"
	Place    Type = "place"
	Group    Type = "group" // nationalities, parties, peoples
	Event    Type = "event"
	Work     Type = "work"
	Date     Type = "date"
	Time     Type = "time"
	Money    Type = "money"
	Percent  Type = "percent"
	Quantity Type = "quantity"
	Number   Type = "number"
)

// Figure reports whether t is a figure or a date: found by grammar, and no
// name.
func (t Type) Figure() bool {
	switch t {
	case Date, Time, Money, Percent, Quantity, Number:
		return true
	}
	return false
}

// Mention is one span that names something. It may be a part of its one token:
// "Qatar" in "Qatar-based".
type Mention struct {
	text.Span            // bytes in the doc's text
	Tokens    lang.Range // in the doc's tokens
	Type      Type
	Name      int // index in Ledger.Names; -1 for figures and dates
}

// part reports whether m is a part of its one token.
func (m Mention) part(d *lang.Doc) bool { return d.Slice(m.Tokens) != m.Span }

// Spelling is one way in which a name is written.
type Spelling struct {
	Text     string
	Mentions []int // indexes in Ledger.Mentions, in story order
}

// Name is the person, organisation, place or group that mentions stand for.
type Name struct {
	Type      Type
	Canonical string     // the fullest spelling, or the known one
	Spellings []Spelling // most frequent first
	Mentions  []int      // indexes in Ledger.Mentions, in story order
	Titles    []Role     // titles, roles and ages given to it, in story order
	Known     bool       // in the gazetteers, or the editor says so
}

// RoleKind is what a Role tells of a name.
type RoleKind uint8

// The kinds of role.
const (
	Title RoleKind = iota // before the name: "US President", "Sgt."
	Post                  // after it: ", the mayor of Utrecht,"
	Age                   // ", 54,"
)

// Role is a title, an age or a role that the story gives to a name.
type Role struct {
	text.Span
	Text string
	Kind RoleKind
}

// Variant is a word of the copy that looks like a slip in a name that the
// story, or the world, writes otherwise.
type Variant struct {
	text.Span         // the word, without a possessive
	Right      string // how it is written elsewhere
	Name       int    // index in Ledger.Names of the name that is meant; -1 for none
	Known      bool   // Right is a known name, or the editor's
	Times      int    // how often the story has Right, bylines and captions counted
	Confidence float64
	Elsewhere  text.Span // a place that has Right; empty for none
}

// Ledger is all names of a story. It is immutable.
type Ledger struct {
	Mentions []Mention // in order of their start, not overlapping
	Names    []Name    // in order of first mention
	Variants []Variant // in order of their start
}

// Text returns the letters of mention i as they stand in d.
func (l *Ledger) Text(d *lang.Doc, i int) string { return l.Mentions[i].In(d.Text) }

// At returns the index of the mention that holds byte offset, or -1.
func (l *Ledger) At(offset int) int {
	lo, hi := 0, len(l.Mentions)
	for lo < hi {
		if m := (lo + hi) / 2; l.Mentions[m].End <= offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(l.Mentions) && l.Mentions[lo].Contains(offset) {
		return lo
	}
	return -1
}

// Read finds the names of a story. Where this build has no trained recogniser,
// only figures and dates are found. Read is safe for concurrent use and stops
// early, with what it has, when ctx is done.
func Read(ctx context.Context, s *story.Story, d *lang.Doc, o Options) *Ledger {
	k := loaded()
	var ms []Mention
	if k.recogniser != nil {
		ms = recognised(ctx, k, d)
	}
	ms = withFigures(d, ms)
	return gather(ctx, k, s, d, ms, o)
}
