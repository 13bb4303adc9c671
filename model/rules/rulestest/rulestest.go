// Package rulestest runs the examples of rules as tests.
package rulestest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/names"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

// Run checks every example of every rule of book, which is a
// rules.ParagraphChecker, a rules.StoryChecker, or both.
//
// An example is a story in small: fields first, a line each and closed by a
// blank line ("byline: Ann Lee", "credit: AP", "place: HAVANA", "agency: AP",
// "published: 2015-01-13", "sign-off: Follow Ann on Twitter: @annlee",
// "photo: Ann Lee/AP", "caption: …", "doubt: …"), then paragraphs parted by blank lines; "# " makes one
// the headline, "## " the dek. Faulty words stand in [brackets]; "\[" is a
// bracket of the text. An insertion's place is "[]".
func Run(t *testing.T, book rules.Book) {
	t.Helper()
	RunWith(t, book, &rules.Settings{})
}

// RunWith is Run with the editor's settings.
func RunWith(t *testing.T, book rules.Book, set *rules.Settings) {
	t.Helper()
	for _, r := range book.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			assert.NotEmpty(t, r.Title, "a rule has a title")
			assert.NotEmpty(t, r.Message, "a rule has a message")
			assert.NotEmpty(t, r.Why, "a rule says why")
			require.NotEmpty(t, r.Wrong, "a rule shows what it finds")
			require.NotEmpty(t, r.Right, "a rule shows what it lets be")
			for _, e := range r.Wrong {
				wrong(t, book, r.ID, e, set)
			}
			for _, e := range r.Right {
				_, flags := check(book, e, set)
				for _, f := range flags {
					if f.Rule == r.ID {
						assert.Fail(t, "false flag", "%q in %q", f.Message, e)
					}
				}
			}
		})
	}
}

func wrong(t *testing.T, book rules.Book, id string, e rules.Example, set *rules.Settings) {
	t.Helper()
	s, flags := check(book, e.Text, set)
	for _, f := range flags {
		if f.Rule != id || !touches(f.Span, s.spans) {
			continue
		}
		assert.NotEmpty(t, f.Message)
		if e.Fixed == "" {
			return
		}
		require.NotEmpty(t, f.Fixes, "no fix for %q", e.Text)
		got := text.Edit{Span: f.Span, Text: f.Fixes[0].Text}.Apply(s.doc.Text)
		assert.Equal(t, parse(e.Fixed).doc.Text, got)
		return
	}
	assert.Fail(t, "not found", "%s in %q; flags %+v", id, e.Text, flags)
}

func touches(f text.Span, spans []text.Span) bool {
	for _, s := range spans {
		if f.Overlaps(s) || f.Start <= s.Start && s.Start <= f.End && (f.Empty() || s.Empty()) {
			return true
		}
	}
	return len(spans) == 0
}

type parsed struct {
	story *story.Story
	doc   *lang.Doc
	spans []text.Span // of the bracketed words, in doc.Text
}

func parse(in string) parsed {
	s := &story.Story{}
	paras := strings.Split(in, "\n\n")
	if fields(s, paras[0]) {
		paras = paras[1:]
	}
	for _, p := range paras {
		switch {
		case strings.HasPrefix(p, "# "):
			s.Headline = p[2:]
		case strings.HasPrefix(p, "## "):
			s.Dek = p[3:]
		default:
			s.Body = append(s.Body, story.Paragraph{Text: p})
		}
	}
	var spans []text.Span
	c := s.Layout()
	var b strings.Builder
	open := -1
	for i := 0; i < len(c.Text); i++ {
		switch ch := c.Text[i]; {
		case ch == '\\' && i+1 < len(c.Text) && (c.Text[i+1] == '[' || c.Text[i+1] == ']'):
			i++
			b.WriteByte(c.Text[i])
		case ch == '[':
			open = b.Len()
		case ch == ']' && open >= 0:
			spans = append(spans, text.Span{Start: open, End: b.Len()})
			open = -1
		default:
			b.WriteByte(ch)
		}
	}
	clean := func(t string) string {
		return strings.NewReplacer(`\[`, "[", `\]`, "]", "[", "", "]", "").Replace(t)
	}
	s.Headline, s.Dek = clean(s.Headline), clean(s.Dek)
	for i := range s.Body {
		s.Body[i].Text = clean(s.Body[i].Text)
	}
	return parsed{s, lang.Read(s.Layout()), spans}
}

// fields reads the lines of a story's fields; it reports false where p holds
// none.
func fields(s *story.Story, p string) bool {
	for _, line := range strings.Split(p, "\n") {
		key, value, ok := strings.Cut(line, ": ")
		if !ok {
			return false
		}
		switch key {
		case "byline":
			s.Bylines = append(s.Bylines, value)
		case "credit":
			s.Credit = value
		case "place":
			s.Dateline.Place = value
		case "agency":
			s.Dateline.Agency = value
		case "date":
			s.Dateline.Date = value
		case "photo":
			s.PhotoCredit = value
		case "published":
			s.Published = value
			s.Created, _ = time.Parse(time.DateOnly, value)
		case "sign-off":
			s.Furniture = append(s.Furniture, story.Furniture{Text: value, Reason: story.SignOff, Confidence: 1})
		case "doubt":
			s.Doubts = append(s.Doubts, story.Doubt{Text: value, Reason: story.Other, Confidence: 0.5})
		case "caption":
			s.Furniture = append(s.Furniture, story.Furniture{Text: value, Reason: story.CaptionLine, Confidence: 1})
		default:
			return false
		}
	}
	return true
}

func check(book rules.Book, in string, set *rules.Settings) (parsed, []flag.Flag) {
	p := parse(in)
	ctx := context.Background()
	n := names.Read(ctx, p.story, p.doc, names.Options{Known: set.Names})
	sub := &rules.Subject{
		Story: p.story, Doc: p.doc, Settings: set, Names: n,
		Sources: sources.Read(ctx, p.story, p.doc, n, sources.Options{Agency: set.Agency}),
		Facts:   facts.Read(ctx, p.story, p.doc, n),
	}
	var flags []flag.Flag
	if c, ok := book.(rules.ParagraphChecker); ok {
		for i := range p.doc.Paras {
			dp := &p.doc.Paras[i]
			for _, f := range c.CheckParagraph(ctx, dp.Paragraph, set) {
				f.Span = f.Span.Shift(dp.Start)
				flags = append(flags, f)
			}
		}
		if f, ok := book.(rules.StoryFilter); ok {
			flags = f.FilterStory(ctx, sub, flags)
		}
	}
	if c, ok := book.(rules.StoryChecker); ok {
		flags = append(flags, c.CheckStory(ctx, sub)...)
	}
	return p, flags
}
