// Package style holds the style packs that an editor turns on: wire style for
// figures, times, dates, titles and places; verbs of saying that judge; loaded
// words; redundancy; clichés; and what makes copy hard to read. All of it is
// silent inside quotations: those are the speaker's words.
//
// Words and phrases are data, data/*.rules, a file a rule, in the form that
// package pattern describes. New returns the checker of single paragraphs,
// NewStory that of what needs the whole story: acronyms that are never spelled
// out, American and British spelling side by side, days that no dateline
// settles.
package style

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/pattern"
)

//go:embed data/*.rules
var data embed.FS

// Checker is a rules.ParagraphChecker. It holds nothing and may be shared.
type Checker struct{}

// New returns the checker of style in a paragraph.
func New() *Checker { return &Checker{} }

var set = sync.OnceValue(func() *pattern.Set {
	var b pattern.Builder
	names, err := fs.Glob(data, "data/*.rules")
	if err != nil {
		panic(err)
	}
	for _, n := range names {
		text, err := data.ReadFile(n)
		if err != nil {
			panic(err)
		}
		b.Add(strings.TrimSuffix(strings.TrimPrefix(n, "data/"), ".rules"), string(text))
	}
	s, err := b.Build()
	if err != nil {
		panic(fmt.Sprintf("style: %v", err)) // embedded, and the tests read it
	}
	return s
})

// inCode are the rules of single paragraphs that are not patterns.
var inCode = []struct {
	id   string
	find func(p *lang.Paragraph, out func(flag.Flag))
}{
	{"style.long-sentence", longSentences},
	{"style.long-paragraph", longParagraph},
	{"style.long-headline", longHeadline},
	{"style.number-start", numberStart},
}

// on reports whether a rule runs under the editor's settings: its pack is on,
// or nobody said and the rule is on by itself; and it is not muted.
func on(r *rules.Rule, s *rules.Settings) bool {
	if s == nil {
		return !r.Off
	}
	if s.Muted[r.ID] {
		return false
	}
	if is, said := s.Packs[r.Pack]; said {
		return is
	}
	return !r.Off
}

// CheckParagraph implements rules.ParagraphChecker.
func (*Checker) CheckParagraph(ctx context.Context, p *lang.Paragraph, s *rules.Settings) []flag.Flag {
	if len(p.Tokens) == 0 || ctx.Err() != nil {
		return nil
	}
	ps := set()
	var out []flag.Flag
	if anyOn(s) {
		v := ps.Read(p)
		for _, m := range ps.Find(v) {
			id := "style." + m.Family
			r := byID[id]
			if r == nil || !on(r, s) || v.Quoted(m.First, m.After) {
				continue
			}
			f := m.Flag(v, id)
			f.Kind, f.Severity = flag.Style, r.Severity
			out = append(out, f)
		}
	}
	for _, c := range inCode {
		if !on(byID[c.id], s) {
			continue
		}
		c.find(p, func(f flag.Flag) {
			f.Rule, f.Kind, f.Severity = c.id, flag.Style, byID[c.id].Severity
			out = append(out, f)
		})
	}
	slices.SortStableFunc(out, func(a, b flag.Flag) int { return a.Span.Start - b.Span.Start })
	return out
}

// anyOn reports whether any rule made of patterns runs.
func anyOn(s *rules.Settings) bool {
	for _, st := range set().Stanzas {
		if r := byID["style."+st.Family]; r != nil && on(r, s) {
			return true
		}
	}
	return false
}

// Rules implements rules.Book.
func (*Checker) Rules() []rules.Rule {
	var out []rules.Rule
	for _, r := range paragraphRules {
		for _, s := range set().Stanzas {
			if "style."+s.Family != r.ID {
				continue
			}
			for _, b := range s.Bad {
				r.Wrong = append(slices.Clip(r.Wrong), rules.Example{Text: b.Text, Fixed: b.Fixed})
			}
			r.Right = append(slices.Clip(r.Right), s.OK...)
		}
		out = append(out, r)
	}
	return out
}

var byID = func() map[string]*rules.Rule {
	m := map[string]*rules.Rule{}
	for i := range paragraphRules {
		m[paragraphRules[i].ID] = &paragraphRules[i]
	}
	return m
}()
