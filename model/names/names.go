// Package names finds people, organisations, places and groups in a story, and
// gathers their mentions into names.
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

// Mention is one span that names something.
type Mention struct {
	text.Span            // bytes in the doc's text
	Tokens    lang.Range // in the doc's tokens
	Type      Type
	Name      int // index in Ledger.Names; -1 for figures and dates
}

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
	Titles    []Role     // titles and roles given to it
	Known     bool       // in the gazetteers, or the editor says so
}

// Role is a title, an age or a role that the story gives to a name.
type Role struct {
	text.Span
	Text string
}

// Ledger is all names of a story. It is immutable.
type Ledger struct {
	Mentions []Mention // in order of their start, not overlapping
	Names    []Name    // in order of first mention
}

// Options is what the editor knows about names.
type Options struct {
	Known map[string]bool // right by the editor's word; as written
}

// Read finds the names of a story.
func Read(ctx context.Context, s *story.Story, d *lang.Doc, o Options) *Ledger {
	return &Ledger{}
}
