// Package check runs the rulebook over a story: paragraph passes, kept by
// paragraph, then story passes over the whole.
package check

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/names"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
)

// Checker checks stories. Analyses and flags of paragraphs are kept, so that
// checking a story again after an edit costs the changed paragraph and the
// story passes. It is safe for concurrent use.
type Checker struct {
	paragraph []rules.ParagraphChecker
	story     []rules.StoryChecker
	rules     map[string]*rules.Rule

	mu     sync.Mutex
	choice choice
	cache  cache
}

// choice is what the editor chose. Each Configure makes a new one; gen tells
// kept paragraphs of one from those of another.
type choice struct {
	settings rules.Settings
	names    names.Options
	gen      int
}

// Result is what a check found. It is immutable.
type Result struct {
	Copy    *story.Copy
	Doc     *lang.Doc
	Names   *names.Ledger
	Sources *sources.Map
	Facts   *facts.Ledger
	Flags   []flag.Flag // in order of their start; bytes in Copy.Text
	Took    time.Duration
}

// New returns a Checker with the whole rulebook.
func New() *Checker { return With(paragraphCheckers(), storyCheckers()) }

// With returns a Checker with these checkers only.
func With(p []rules.ParagraphChecker, s []rules.StoryChecker) *Checker {
	c := &Checker{paragraph: p, story: s, rules: map[string]*rules.Rule{}}
	add := func(b rules.Book) {
		for _, r := range b.Rules() {
			c.rules[r.ID] = &r
		}
	}
	for _, b := range p {
		add(b)
	}
	for _, b := range s {
		add(b)
	}
	return c
}

// Rule returns the rule of that id, or nil.
func (c *Checker) Rule(id string) *rules.Rule { return c.rules[id] }

// Rules returns the whole rulebook in the order of its ids.
func (c *Checker) Rules() []*rules.Rule {
	out := make([]*rules.Rule, 0, len(c.rules))
	for _, r := range c.rules {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *rules.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// Configure sets what the editor chose, for the checks that start from now on.
// The maps of s and n must not be changed afterwards.
func (c *Checker) Configure(s rules.Settings, n names.Options) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.choice = choice{s, n, c.choice.gen + 1}
	c.cache = cache{}
}

// Settings returns what Configure set last.
func (c *Checker) Settings() rules.Settings { return c.chosen().settings }

func (c *Checker) chosen() choice {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.choice
}

// Input is a story to check, with what is known about it alone.
type Input struct {
	Story    *story.Story
	Previous *story.Story  // the version before it, or nil
	Names    names.Options // what the editor said of this story's names; adds to Configure's
}

// Story checks the copy of a story. The error is ctx's; nothing else fails.
func (c *Checker) Story(ctx context.Context, in Input) (*Result, error) {
	ch := c.chosen()
	ch.names = ch.names.And(in.Names)
	return c.run(ctx, in.Story, in.Previous, in.Story.Layout(), ch)
}

// Raw checks running copy as it is, with offsets into t itself.
func (c *Checker) Raw(ctx context.Context, t string) (*Result, error) {
	ch := c.chosen()
	ch.settings.Raw = true
	return c.run(ctx, &story.Story{}, nil, story.Raw(t), ch)
}

func (c *Checker) run(ctx context.Context, s, previous *story.Story, cp *story.Copy, ch choice) (*Result, error) {
	start := time.Now()
	set := &ch.settings
	paras := make([]*lang.Paragraph, len(cp.Paras))
	found := make([][][]flag.Flag, len(cp.Paras))
	for i, p := range cp.Paras {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		e := c.paragraphOf(ctx, p.In(cp.Text), p.Role, &ch)
		paras[i], found[i] = e.para, e.flags
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Result{Copy: cp, Doc: lang.Assemble(cp, paras)}
	r.Names = names.Read(ctx, s, r.Doc, ch.names)
	r.Sources = sources.Read(ctx, s, r.Doc, r.Names, sources.Options{Agency: set.Agency})
	r.Facts = facts.Read(ctx, s, r.Doc, r.Names)
	sub := &rules.Subject{
		Story: s, Previous: previous, Doc: r.Doc, Settings: set,
		Names: r.Names, Sources: r.Sources, Facts: r.Facts,
	}
	var all []flag.Flag
	for k, pc := range c.paragraph {
		var flags []flag.Flag
		for i := range found {
			for _, f := range found[i][k] {
				flags = append(flags, shift(f, cp.Paras[i].Start))
			}
		}
		if sf, ok := pc.(rules.StoryFilter); ok && len(flags) > 0 {
			flags = sf.FilterStory(ctx, sub, flags)
		}
		all = append(all, flags...)
	}
	for _, sc := range c.story {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		all = append(all, sc.CheckStory(ctx, sub)...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.Flags = merge(slices.DeleteFunc(all, func(f flag.Flag) bool { return !c.wanted(&f, set) }))
	r.Took = time.Since(start)
	return r, nil
}

// shift returns f with its places moved by n bytes.
func shift(f flag.Flag, n int) flag.Flag {
	f.Span = f.Span.Shift(n)
	if len(f.Also) > 0 {
		f.Also = slices.Clone(f.Also)
		for i := range f.Also {
			f.Also[i].Span = f.Also[i].Span.Shift(n)
		}
	}
	return f
}

// wanted reports whether the editor wants to see a flag's rule.
func (c *Checker) wanted(f *flag.Flag, set *rules.Settings) bool {
	if set.Muted[f.Rule] {
		return false
	}
	r := c.rules[f.Rule]
	if r == nil {
		return true
	}
	if r.Pack != "" {
		on, said := set.Packs[r.Pack]
		return on || !said && !r.Off
	}
	return !r.Off
}
