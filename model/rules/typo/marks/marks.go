// Package marks checks typography: spaces beside marks, quotation marks and
// brackets that do not pair, marks typed twice, text whose encoding was
// damaged, and a word off its headline's case pattern.
//
// New returns the checker of single paragraphs, NewStory that of what only a
// whole story shows: quotations that run over paragraphs, quotation marks of two
// sorts, and doubled spaces.
package marks

import (
	"context"
	"slices"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/text"
)

// Checker is a rules.ParagraphChecker. It holds nothing and may be shared.
type Checker struct{}

// New returns the checker of typography in a paragraph.
func New() *Checker { return &Checker{} }

// StoryChecker is a rules.StoryChecker. It holds nothing and may be shared.
type StoryChecker struct{}

// NewStory returns the checker of quotation marks over a story.
func NewStory() *StoryChecker { return &StoryChecker{} }

// paragraphRules find what one paragraph shows.
var paragraphRules = []struct {
	rule rules.Rule
	find func(p *lang.Paragraph, out func(flag.Flag))
}{
	{spacingRule, spacing},
	{bracketsRule, brackets},
	{doubledRule, doubled},
	{encodingRule, encoding},
	{headlineRule, headlineCase},
}

// CheckParagraph implements rules.ParagraphChecker.
func (*Checker) CheckParagraph(ctx context.Context, p *lang.Paragraph, s *rules.Settings) []flag.Flag {
	if ctx.Err() != nil {
		return nil
	}
	var out []flag.Flag
	for _, r := range paragraphRules {
		if s != nil && s.Muted[r.rule.ID] {
			continue
		}
		r.find(p, func(f flag.Flag) {
			f.Rule, f.Kind = r.rule.ID, flag.Typo
			out = append(out, f)
		})
	}
	slices.SortStableFunc(out, func(a, b flag.Flag) int { return a.Span.Start - b.Span.Start })
	return out
}

// Rules implements rules.Book.
func (*Checker) Rules() []rules.Rule {
	var out []rules.Rule
	for _, r := range paragraphRules {
		out = append(out, r.rule)
	}
	return out
}

// CheckStory implements rules.StoryChecker.
func (*StoryChecker) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	if ctx.Err() != nil {
		return nil
	}
	var out []flag.Flag
	if !s.Settings.Muted[quotesRule.ID] {
		out = append(out, unpaired(s.Doc, s.Settings.Raw)...)
	}
	if !s.Settings.Muted[mixedRule.ID] {
		out = append(out, mixed(s.Doc)...)
	}
	if !s.Settings.Muted[wideRule.ID] {
		out = append(out, wideSpaces(s.Doc)...)
	}
	return out
}

// Rules implements rules.Book.
func (*StoryChecker) Rules() []rules.Rule { return []rules.Rule{quotesRule, mixedRule, wideRule} }

// at makes a flag over [start, end).
func at(start, end int, confidence float64, message string, fixes ...string) flag.Flag {
	f := flag.Flag{Severity: flag.Error, Span: text.Span{Start: start, End: end}, Confidence: confidence, Message: message}
	for _, x := range fixes {
		f.Fixes = append(f.Fixes, flag.Fix{Text: x, Label: label(x)})
	}
	return f
}

// label names a fix that would look like nothing.
func label(x string) string {
	switch x {
	case "":
		return "take it out"
	case " ":
		return "one space"
	}
	return ""
}
