package main

import (
	"slices"
	"unicode/utf8"

	"stet/model/check"
	"stet/model/flag"
	"stet/model/story"
	"stet/model/text"
)

// reply is one line of the machine interface. Offsets are code points of Text.
type reply struct {
	ID           string        `json:"id"`
	Error        string        `json:"error"`
	Text         string        `json:"text"`
	Story        *storyJSON    `json:"story,omitempty"`
	Furniture    []furniture   `json:"furniture"`
	Entities     []entity      `json:"entities"`
	Attributions []attribution `json:"attributions"`
	Flags        []flagJSON    `json:"flags"`
	Version      version       `json:"version"`
}

type version struct {
	Stet     string `json:"stet"`
	Rulebook string `json:"rulebook"`
}

type storyJSON struct {
	Headline    string       `json:"headline"`
	Dek         string       `json:"dek"`
	Byline      []string     `json:"byline"`
	Dateline    datelineJSON `json:"dateline"`
	Credit      string       `json:"credit"`
	PhotoCredit string       `json:"photo_credit"`
	Slug        string       `json:"slug"`
	Section     string       `json:"section"`
	Published   string       `json:"published"`
	Keywords    []string     `json:"keywords"`
	EdNote      string       `json:"ednote"`
	Language    string       `json:"language"`
	Body        []string     `json:"body"`
}

type datelineJSON struct {
	Place  string `json:"place"`
	Agency string `json:"agency"`
	Date   string `json:"date"`
}

type furniture struct {
	Line   int    `json:"line"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type entity struct {
	span
	Type string `json:"type"`
	Name string `json:"name"`
}

type attribution struct {
	Content    []span  `json:"content"`
	Cue        *span   `json:"cue"`
	Source     *span   `json:"source"`
	Speaker    *string `json:"speaker"`
	Form       string  `json:"form"`
	SourceKind string  `json:"source_kind"`
	Via        *string `json:"via"`
}

type flagJSON struct {
	Rule     string `json:"rule"`
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	span
	Message    string    `json:"message"`
	Fixes      []fixJSON `json:"fixes"`
	Confidence float64   `json:"confidence"`
}

type fixJSON struct {
	Text string `json:"text"`
}

// newReply turns the result of a check, with those of its flags that are wanted,
// into a reply. s is nil for raw copy.
func newReply(id string, s *story.Story, r *check.Result, flags []flag.Flag) *reply {
	at := newIndex(r.Copy.Text)
	p := &reply{
		ID: id, Text: r.Copy.Text,
		Furniture: []furniture{}, Entities: []entity{}, Attributions: []attribution{}, Flags: []flagJSON{},
		Version: version{check.Version, check.RulebookVersion},
	}
	if s != nil {
		p.Story = newStory(s)
		for _, f := range s.Furniture {
			p.Furniture = append(p.Furniture, furniture{f.Line, f.Text, string(f.Reason)})
		}
	}
	for _, m := range r.Names.Mentions {
		e := entity{at.span(m.Span), string(m.Type), m.In(r.Copy.Text)}
		if m.Name >= 0 {
			e.Name = r.Names.Names[m.Name].Canonical
		}
		p.Entities = append(p.Entities, e)
	}
	for _, a := range r.Sources.Attributions {
		j := attribution{
			Cue: at.optional(a.Cue), Source: at.optional(a.Source), Content: []span{},
			Speaker: optional(a.Speaker), Form: string(a.Form), SourceKind: string(a.Kind), Via: optional(a.Via),
		}
		for _, c := range a.Content {
			j.Content = append(j.Content, at.span(c))
		}
		p.Attributions = append(p.Attributions, j)
	}
	for _, f := range flags {
		j := flagJSON{
			Rule: f.Rule, Kind: f.Kind.String(), Severity: f.Severity.String(), span: at.span(f.Span),
			Message: f.Message, Fixes: []fixJSON{}, Confidence: f.Confidence,
		}
		for _, x := range f.Fixes {
			j.Fixes = append(j.Fixes, fixJSON{x.Text})
		}
		p.Flags = append(p.Flags, j)
	}
	return p
}

func newStory(s *story.Story) *storyJSON {
	j := &storyJSON{
		Headline: s.Headline, Dek: s.Dek, Byline: orEmpty(s.Bylines), Credit: s.Credit, PhotoCredit: s.PhotoCredit,
		Dateline: datelineJSON{s.Dateline.Place, s.Dateline.Agency, s.Dateline.Date}, Slug: s.Slug, Section: s.Section,
		Published: s.Published, Keywords: orEmpty(s.Keywords), EdNote: s.EdNote, Language: s.Language, Body: []string{},
	}
	for _, p := range s.Body {
		j.Body = append(j.Body, p.Text)
	}
	return j
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return slices.Clone(s)
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// index turns byte offsets into code points. Table entry i is the number of
// code points before byte i<<shift.
type index struct {
	t     string
	table []int // nil where every code point is one byte
}

const shift = 6

func newIndex(t string) *index {
	x := &index{t: t}
	if utf8.RuneCountInString(t) == len(t) {
		return x
	}
	n := 0
	for i := 0; i < len(t); i++ {
		if i&(1<<shift-1) == 0 {
			x.table = append(x.table, n)
		}
		if utf8.RuneStart(t[i]) {
			n++
		}
	}
	x.table = append(x.table, n)
	return x
}

// points returns the number of code points that begin before byte b.
func (x *index) points(b int) int {
	if x.table == nil {
		return b
	}
	block := b >> shift
	n := x.table[min(block, len(x.table)-1)]
	for i := block << shift; i < b; i++ {
		if utf8.RuneStart(x.t[i]) {
			n++
		}
	}
	return n
}

func (x *index) span(s text.Span) span { return span{x.points(s.Start), x.points(s.End)} }

func (x *index) optional(s text.Span) *span {
	if s.Empty() {
		return nil
	}
	j := x.span(s)
	return &j
}
