// Package furniture flags the lines that were left in the copy though they may
// not belong there.
package furniture

import (
	"context"

	"stet/model/flag"
	"stet/model/rules"
	"stet/model/story"
)

// Checker flags doubtful lines.
type Checker struct{}

// New returns the checker.
func New() Checker { return Checker{} }

// Rules implements rules.Book.
func (Checker) Rules() []rules.Rule { return []rules.Rule{doubt} }

var doubt = rules.Rule{
	ID: "furniture.doubt", Kind: flag.Style, Severity: flag.Note,
	Title:   "May not be copy",
	Message: "This line may be furniture.",
	Why: "It looks like a line that came along with the story and is not part of it. A line that may be copy is never " +
		"taken out without you: a lost sentence is worse than an advertisement that was left in.",
	Wrong: []rules.Example{{Text: "doubt: Related stories\n\nThe port was shut.\n\n[Related stories]"}},
	Right: []string{"The port was shut.\n\nRelated stories"},
}

// CheckStory implements rules.StoryChecker.
func (Checker) CheckStory(_ context.Context, s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for i := range s.Doc.Paras {
		p := &s.Doc.Paras[i]
		for _, d := range s.Story.Doubts {
			if p.Role == story.RoleBody && p.Text == d.Text {
				out = append(out, flag.Flag{
					Rule: doubt.ID, Kind: doubt.Kind, Severity: doubt.Severity, Span: p.Span,
					Message: "This line may be furniture: " + string(d.Reason), Confidence: d.Confidence,
				})
				break
			}
		}
	}
	return out
}
