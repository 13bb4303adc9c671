// Package sources tells who says what in a story, and how they know.
package sources

import (
	"context"

	"stet/model/lang"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// Form is how words are given.
type Form string

// The forms.
const (
	Direct   Form = "direct"
	Mixed    Form = "mixed"
	Indirect Form = "indirect"
)

// Kind is the kind of a source.
type Kind string

// The kinds.
const (
	NamedPerson   Kind = "person"
	Organisation  Kind = "organisation"
	Document      Kind = "document"
	UnnamedPerson Kind = "unnamed-person"
	UnnamedGroup  Kind = "unnamed-group"
	Anonymous     Kind = "anonymous"
	None          Kind = "none"
)

// Attribution is one statement with who made it. Spans are bytes in the doc's
// text; a discontinuous content has several.
type Attribution struct {
	Content []text.Span
	Cue     text.Span // empty where a quotation stands alone
	Source  text.Span // empty where none is given
	Form    Form
	Kind    Kind
	Speaker string // who it is, resolved: "Ramon Espinosa"; empty where that stays open
	Via     string // outlet or person that it came through; empty at first hand
	Of      int    // index in Map.Sources; -1 for none
	Para    int    // index of the paragraph where it starts

	Says   bool     // it gives words or a report, not a mere view, wish or act
	Rivals []string // others whom the pronoun of the source could mean

	rule   string // what found it, for measuring
	ledger int    // index in names.Ledger.Names of the speaker; -1 for none
}

// Source is one voice of the story.
type Source struct {
	Name         string // "Ramon Espinosa", "anonymous US officials"
	Kind         Kind
	Via          string
	Ledger       int   // index in names.Ledger.Names; -1 for none
	Attributions []int // indexes in Map.Attributions
	Quotes       int   // direct quotations among them
	Paras        []int // paragraphs, in order
}

// State says how a paragraph is sourced.
type State uint8

// The states.
const (
	NotNeeded State = iota // background, scene, the writer's own witness
	Sourced
	Partly
	Unsourced
)

func (s State) String() string {
	return [...]string{"not needed", "sourced", "partly sourced", "unsourced"}[s]
}

// Map is the sourcing of a story. It is immutable.
type Map struct {
	Attributions []Attribution // in story order
	Sources      []Source      // in order of first voice
	Loose        []text.Span   // a few words in quotation marks that nobody is said to have said
	Paras        []State       // a state for each paragraph of the doc
}

// Options is what the desk knows.
type Options struct {
	Agency string // our own agency; its reports are not second-hand
}

// Read finds the attributions of a story and draws its sourcing map. It is safe
// for concurrent use, and returns what it has when ctx is done. Without a
// parser model it finds quotations and little else.
func Read(ctx context.Context, s *story.Story, d *lang.Doc, n *names.Ledger, o Options) *Map {
	m := &Map{Paras: make([]State, len(d.Paras))}
	r := newReader(d, n)
	r.findSpeech()
	r.findUnits()
	r.attributeSpeech()
	if ctx.Err() != nil {
		return m
	}
	r.findHeadlines()
	r.findClauses()
	r.unnest()
	r.findFragments()
	r.unnest()
	if ctx.Err() != nil {
		return m
	}
	r.identify(m, n, ourAgencies(s, o))
	r.chart(m)
	return m
}
