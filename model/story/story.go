// Package story holds one piece of wire copy and its parts.
//
// A Story is plain data. Readers (package wire) fill it, package clean moves
// furniture aside, package desk edits it, package library keeps it and package
// publish writes it out. A Story is not safe for concurrent change; hand out
// Clone when another goroutine needs one.
package story

import (
	"slices"
	"time"
)

// Story is one piece of wire copy: what will be published, and what came with
// it.
type Story struct {
	ID     string // the identifier that the provider gave, or empty
	Source Source // where it came from

	Headline string
	Dek      string   // standfirst, subheading, summary line under the headline
	Bylines  []string // names only, without "By"
	Dateline Dateline

	Credit      string // agency that the copy is credited to
	PhotoCredit string
	Slug        string
	Section     string // category or desk
	Priority    int    // 1 most urgent … 9; 0 not given
	Keywords    []string

	EdNote       string // note to editors, as it came
	Instructions []Instruction

	Language  string    // BCP 47, empty when not known
	Created   time.Time // first version; zero when not known
	Versioned time.Time // this version; zero when not known
	Published string    // publication date as it stood, when it could not be or need not be parsed
	Version   int       // version or write-thru number; 0 not given

	Body      []Paragraph
	Furniture []Furniture
	Doubts    []Doubt // paragraphs of Body that may be furniture

	// Flat says that Body holds the lines of a text whose furniture has not been
	// told from its copy yet. Package clean takes such a story apart and clears
	// the flag.
	Flat bool

	// Repairs says in plain words what was put right on the way in
	// ("Windows-1252 read as UTF-8 was repaired in 3 places").
	Repairs []string
}

// Source is where a story came from.
type Source struct {
	Path     string // file path as given; empty for pasted text
	Name     string // what to call it: base name, or "archive.zip: member"
	Format   string // the reader that read it, as "iptc7901" or "html"
	SHA256   string // of the original bytes, hexadecimal
	Imported time.Time
}

// Dateline is the line that opens wire copy: "HAVANA, Jan 12 (Reuters) -".
type Dateline struct {
	Place  string
	Agency string
	Date   string    // as it stands in the copy
	Time   time.Time // Date resolved to a day; zero when it could not be
}

// InstructionKind says what the desk is told to do with a story.
type InstructionKind string

// The instructions that wire services give.
const (
	Kill       InstructionKind = "kill"
	Withhold   InstructionKind = "withhold"
	Embargo    InstructionKind = "embargo"
	Correction InstructionKind = "correction"
	WriteThru  InstructionKind = "write-thru"
	Update     InstructionKind = "update"
	Advisory   InstructionKind = "advisory"
)

// Instruction is one order that came with a story.
type Instruction struct {
	Kind   InstructionKind
	Text   string    // as it came
	Number int       // of a write-thru or update; 0 not given
	Until  time.Time // of an embargo; zero not given
}

// Role is what a paragraph is in its story.
type Role uint8

// The roles. RoleBody is the zero value: running copy.
const (
	RoleBody Role = iota
	RoleHeadline
	RoleDek
	RoleSubhead
	RoleCaption
	RoleListItem
	RoleTable // one row of a table, cells parted by tabs
)

func (r Role) String() string {
	return [...]string{"body", "headline", "dek", "subhead", "caption", "list item", "table"}[r]
}

// Paragraph is one paragraph of copy. Its text holds no line break.
type Paragraph struct {
	Text string
	Role Role
}

// Reason says why a line is furniture. The text is shown to the editor.
type Reason string

// The reasons, one for each sort of furniture.
const (
	Advertisement Reason = "advertisement"
	Teaser        Reason = "teaser"         // related story, "Read more here."
	SectionLabel  Reason = "section label"  // "News", "World"
	AgeNotice     Reason = "age notice"     // "This story is over 5 years old."
	PhotoCredit   Reason = "photo credit"   // "Photo by …/AP"
	CaptionLine   Reason = "caption"        // a picture's caption
	SignOff       Reason = "sign-off"       // "Follow … on Twitter: @…", "(Reporting by …)"
	BylineLine    Reason = "byline"         // taken into Bylines
	Timestamp     Reason = "timestamp"      // dates and reading times
	Navigation    Reason = "navigation"     // menus, breadcrumbs, tags
	Share         Reason = "share line"     // share, follow, print
	Newsletter    Reason = "newsletter"     // sign-ups, subscriptions, apps
	Comments      Reason = "comments"       // counts and calls to comment
	Copyright     Reason = "copyright"      // rights and reprint lines
	Notice        Reason = "notice"         // cookies, paywalls, terms
	LiveBlog      Reason = "live blog"      // "LIVE", "Updated 3 min ago"
	WireHeader    Reason = "wire header"    // slug and transmission lines
	Other         Reason = "not copy"       // none of the above, and surely not copy
	ByEditor      Reason = "removed by you" // the editor made it furniture
)

// Furniture is a line that came along and is not copy.
type Furniture struct {
	Line       int     // its line in the input, from 1
	Text       string  // as it came
	Reason     Reason  // why it is not copy
	Confidence float64 // 0 … 1
	Before     int     // index of the Body paragraph that it stood before; len(Body) at the end
}

// Doubt is a paragraph that was left in the copy though it may be furniture.
// It is known by its text, which no edit above it moves.
type Doubt struct {
	Text       string
	Reason     Reason
	Confidence float64 // 0 … 1: how surely it is furniture
}

// Clone returns a deep copy of s.
func (s *Story) Clone() *Story {
	c := *s
	c.Bylines = slices.Clone(s.Bylines)
	c.Keywords = slices.Clone(s.Keywords)
	c.Instructions = slices.Clone(s.Instructions)
	c.Body = slices.Clone(s.Body)
	c.Furniture = slices.Clone(s.Furniture)
	c.Doubts = slices.Clone(s.Doubts)
	c.Repairs = slices.Clone(s.Repairs)
	return &c
}
