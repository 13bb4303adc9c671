// Package sourcing holds the rules about who says so and how we know.
//
// They read the sourcing map of package sources. None of them asks whether a
// statement is true: they ask whether the reader is told who stands for it.
package sourcing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stet/model/flag"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

// Checker runs the sourcing rules over a story.
type Checker struct{}

// New returns the checker.
func New() rules.StoryChecker { return Checker{} }

// rule is an entry of the rulebook with what finds it.
type rule struct {
	rules.Rule
	find func(s *view, r *rules.Rule) []flag.Flag
}

// book lists the rules; each stands in the file of its theme.
var book = []rule{
	anonymous, noReason, pluralOneVoice, anonymousOpinion, declinedAndQuoted, noByline,
	hearsay, leadSecondHand, inflated, singleSource,
	orphanQuote, lateAttribution, runTogether, ambiguousSpeaker, scareQuote,
	unsourcedClaim, denialMissing,
}

// Rules implements rules.Book.
func (Checker) Rules() []rules.Rule {
	out := make([]rules.Rule, len(book))
	for i := range book {
		out[i] = book[i].Rule
	}
	return out
}

// CheckStory implements rules.StoryChecker.
func (Checker) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	if s.Sources == nil || s.Doc == nil {
		return nil
	}
	v := newView(s)
	var out []flag.Flag
	for i := range book {
		if ctx.Err() != nil {
			return out
		}
		r := &book[i]
		if s.Settings != nil && s.Settings.Muted[r.ID] {
			continue
		}
		for _, f := range r.find(v, &r.Rule) {
			f.Rule, f.Kind = r.ID, flag.Sourcing
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b flag.Flag) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// view is a story with what several rules ask of it.
type view struct {
	*rules.Subject
	lead int // first body paragraph, or -1
}

func newView(s *rules.Subject) *view {
	v := &view{Subject: s, lead: -1}
	for i := range s.Doc.Paras {
		if s.Doc.Paras[i].Role == story.RoleBody && !(raw(s) && i == 0 && len(s.Doc.Paras[i].Text) < 120 && len(s.Doc.Paras) > 1) {
			v.lead = i
			break
		}
	}
	return v
}

// at lists the attributions of paragraph p.
func (v *view) at(p int) []*sources.Attribution {
	var out []*sources.Attribution
	for i := range v.Sources.Attributions {
		if a := &v.Sources.Attributions[i]; a.Para == p {
			out = append(out, a)
		}
	}
	return out
}

// words returns what span s covers.
func (v *view) words(s text.Span) string { return s.In(v.Doc.Text) }

// content joins the words that a holds.
func (v *view) content(a *sources.Attribution) string {
	parts := make([]string, len(a.Content))
	for i, c := range a.Content {
		parts[i] = v.words(c)
	}
	return strings.Join(parts, " ")
}

// place is the span that a flag about a's source stands on.
func place(a *sources.Attribution) text.Span {
	switch {
	case !a.Source.Empty():
		return a.Source
	case !a.Cue.Empty():
		return a.Cue
	}
	return a.Content[0]
}

// sentence returns the span of the sentence around byte offset.
func (v *view) sentence(offset int) text.Span {
	p := &v.Doc.Paras[v.Doc.ParaAt(offset)]
	for s := p.Sents.First; s < p.Sents.End; s++ {
		if x := v.Doc.Slice(v.Doc.Sents[s]); offset < x.End {
			return x
		}
	}
	return p.Span
}

// holds reports whether any of the phrases stands in t, case aside, between
// word boundaries.
func holds(t string, phrases []string) bool {
	t = strings.ToLower(t)
	for _, p := range phrases {
		for from := 0; ; {
			i := strings.Index(t[from:], p)
			if i < 0 {
				break
			}
			i += from
			end := i + len(p)
			if (i == 0 || !letter(t[i-1])) && (end == len(t) || !letter(t[end])) {
				return true
			}
			from = end
		}
	}
	return false
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 }

// short cuts t for a message.
func short(t string) string {
	const most = 60
	r := []rune(t)
	if len(r) <= most {
		return t
	}
	cut := strings.TrimRight(string(r[:most]), " ")
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// raw reports whether the copy came with no story around it, so that its
// headline is its first paragraph.
func raw(s *rules.Subject) bool { return s.Settings != nil && s.Settings.Raw }
