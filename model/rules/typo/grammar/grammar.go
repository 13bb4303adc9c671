// Package grammar checks the grammar of one paragraph: agreement, verb forms,
// articles, missing and doubled words, hyphens, words written together or
// apart, apostrophes, capitals, numbers, and words that are taken for others
// where what stands around them decides.
//
// Most of it is data: data/*.rules, a file a rule, in the form that package
// pattern describes, with wrong and right sentences beside each pattern. What
// needs code (the sound of a word after "a", doubled words, figures) has a file
// of its own here. New returns the checker; package check runs it.
package grammar

import (
	"cmp"
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

// New returns the checker of grammar.
func New() *Checker { return &Checker{} }

// set compiles the patterns once, on first use.
var set = sync.OnceValue(compile)

func compile() *pattern.Set {
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
		panic(fmt.Sprintf("grammar: %v", err)) // embedded, and the tests read it
	}
	return s
}

// emit takes a flag that a rule in code raises: the tokens [first, after) of
// the view and their fixes.
type emit func(f flag.Flag)

// inCode are the rules that are not patterns.
var inCode = []func(v *pattern.View, out emit){
	articles,
	repeated,
	units,
	capitals,
	figures,
	apostrophes,
}

// CheckParagraph implements rules.ParagraphChecker.
func (c *Checker) CheckParagraph(ctx context.Context, p *lang.Paragraph, s *rules.Settings) []flag.Flag {
	if len(p.Tokens) == 0 || ctx.Err() != nil {
		return nil
	}
	ps := set()
	v := ps.Read(p)
	var out []flag.Flag
	for _, m := range ps.Find(v) {
		if m.Spoken && v.Quoted(m.First, m.After) {
			continue
		}
		id := "typo." + m.Family
		if s != nil && s.Muted[id] {
			continue
		}
		out = append(out, m.Flag(v, id))
	}
	for _, f := range inCode {
		f(v, func(f flag.Flag) {
			if s == nil || !s.Muted[f.Rule] {
				out = append(out, f)
			}
		})
	}
	return one(out)
}

// one keeps one flag a fault: of flags that overlap, the surest, then the one
// that changes least, then the first.
func one(flags []flag.Flag) []flag.Flag {
	slices.SortStableFunc(flags, func(a, b flag.Flag) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Span.Len(), b.Span.Len()), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Rule, b.Rule))
	})
	var kept []flag.Flag
next:
	for _, f := range flags {
		for _, k := range kept {
			if f.Span.Overlaps(k.Span) || f.Span.Start == k.Span.Start || f.Span.Empty() && k.Span.Start <= f.Span.Start && f.Span.Start <= k.Span.End ||
				k.Span.Empty() && f.Span.Start <= k.Span.Start && k.Span.Start <= f.Span.End {
				continue next
			}
		}
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b flag.Flag) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return kept
}

// Rules implements rules.Book.
func (c *Checker) Rules() []rules.Rule {
	out := slices.Clone(families)
	at := map[string]int{}
	for i := range out {
		at[strings.TrimPrefix(out[i].ID, "typo.")] = i
		out[i].Wrong, out[i].Right = slices.Clone(out[i].Wrong), slices.Clone(out[i].Right)
	}
	for _, s := range set().Stanzas {
		r := &out[at[s.Family]]
		for _, b := range s.Bad {
			r.Wrong = append(r.Wrong, rules.Example{Text: b.Text, Fixed: b.Fixed})
		}
		r.Right = append(r.Right, s.OK...)
	}
	return out
}
