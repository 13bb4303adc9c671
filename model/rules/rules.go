// Package rules is the frame of the rulebook: what a rule is, what a checker
// gets to see, and how its examples run as tests. The rules themselves live in
// the packages below it, a package a family.
package rules

import (
	"context"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/names"
	"stet/model/sources"
	"stet/model/story"
)

// Rule is one entry of the rulebook: data, with its tests inside.
type Rule struct {
	ID       string // family.name, as "typo.real-word"
	Kind     flag.Kind
	Severity flag.Severity // of most of its flags; a single flag may be milder
	Title    string        // what the rule is called in lists: "Wrong word"
	Message  string        // one line, for lists and help; a flag carries its own
	Why      string        // the principle behind it, in plain words
	Pack     string        // style rules only: the pack that turns it on
	Off      bool          // not run unless the editor turns it on

	// The examples run as tests (see Verify). In Wrong the faulty words stand in
	// [brackets]; the first fix turns the text into Fixed.
	Wrong []Example
	Right []string // texts on which this rule must stay silent
}

// Example is a text with a planted fault. Paragraphs are parted by "\n\n".
type Example struct {
	Text  string // "the release [if] dozens of prisoners"
	Fixed string // "the release of dozens of prisoners"; empty where no fix is offered
}

// Settings is what the editor chose for a check.
type Settings struct {
	Region Region          // spelling; RegionAuto follows the story
	Packs  map[string]bool // style packs that are on
	Muted  map[string]bool // rules that are off
	Words  map[string]bool // the editor's own dictionary; as written
	Names  map[string]bool // names that the editor knows for right; as written
	Agency string          // our own agency: its reports are not second-hand
	Raw    bool            // running copy with no story around it
}

// Region is a variety of English spelling.
type Region uint8

// The regions. Canadian and Australian copy is held to British spelling, with
// the American forms that those papers use let through.
const (
	RegionAuto Region = iota
	RegionUS
	RegionUK
	RegionCA
	RegionAU
)

// Subject is all that a check can look at. It is immutable while checkers run.
type Subject struct {
	Story    *story.Story // never nil; nearly empty for raw copy
	Previous *story.Story // the version before this one, or nil
	Doc      *lang.Doc
	Names    *names.Ledger
	Sources  *sources.Map
	Facts    *facts.Ledger
	Settings *Settings
}

// Book is anything that holds rules.
type Book interface {
	Rules() []Rule
}

// ParagraphChecker looks at one paragraph at a time. Its flags depend on
// nothing but the paragraph and the settings, so they are kept for as long as
// both stay the same. Offsets are relative to the paragraph's start.
//
// CheckParagraph must be safe for concurrent use.
type ParagraphChecker interface {
	Book
	CheckParagraph(ctx context.Context, p *lang.Paragraph, s *Settings) []flag.Flag
}

// StoryChecker looks at a whole story. Offsets are those of Subject.Doc.Text.
type StoryChecker interface {
	Book
	CheckStory(ctx context.Context, s *Subject) []flag.Flag
}

// StoryFilter is a ParagraphChecker that takes back flags in the light of the
// whole story: an unknown word that the story repeats, a word that the ledger
// knows for a name. It gets only flags of its own rules, with offsets of
// Subject.Doc.Text, and returns those that stand.
type StoryFilter interface {
	FilterStory(ctx context.Context, s *Subject, flags []flag.Flag) []flag.Flag
}
