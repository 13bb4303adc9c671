package consistency

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	ledger "stet/model/names"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/story"
)

// shown leaves out the rules whose examples need two versions.
type shown struct{ factChecker }

func (shown) Rules() []rules.Rule { return factRules }

func TestFactRules(t *testing.T) { rulestest.Run(t, shown{}) }

func factFlags(s, previous *story.Story) []flag.Flag {
	ctx := context.Background()
	sub := &rules.Subject{Story: s, Previous: previous, Doc: lang.Read(s.Layout()), Settings: &rules.Settings{}, Names: &ledger.Ledger{}}
	sub.Facts = facts.Read(ctx, s, sub.Doc, sub.Names)
	return NewFacts().CheckStory(ctx, sub)
}

func body(lines ...string) *story.Story {
	s := &story.Story{}
	for _, l := range lines {
		s.Body = append(s.Body, story.Paragraph{Text: l})
	}
	return s
}

func TestVersionsAreCompared(t *testing.T) {
	for _, c := range []struct {
		name     string
		was, now *story.Story
		rule     string
	}{
		{
			"a quotation reworded", body(`"We will never give up the harbour to anybody," he said.`),
			body(`"We shall never give up the harbour to anyone," he said.`), "consistency.quote-altered",
		},
		{
			"a quotation cut short", body(`"We will never give up the harbour to anybody," he said.`),
			body(`"We will never give up the harbour," he said.`), "",
		},
		{
			"straight marks made curly", body(`"We'll never give up the harbour to anybody," he said.`),
			body(`“We’ll never give up the harbour to anybody,” he said.`), "",
		},
		{
			"a figure changed", body("The storm killed 12 sailors."), body("The storm killed 14 sailors."), "consistency.figure-changed",
		},
		{"a figure kept", body("The storm killed 12 sailors."), body("In the storm 12 sailors died."), ""},
		{"no version before", nil, body(`"We shall never give up the harbour to anyone," he said.`), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			flags := factFlags(c.now, c.was)
			if c.rule == "" {
				assert.Empty(t, flags)
				return
			}
			require.Len(t, flags, 1)
			assert.Equal(t, c.rule, flags[0].Rule)
		})
	}
}

func TestAnOldStoryNeedsYears(t *testing.T) {
	s := body("The accord of December 17 was praised.", "More talks start around January 21-22.")
	s.Furniture = []story.Furniture{{Text: "This story is over 5 years old.", Reason: story.AgeNotice}}
	flags := factFlags(s, nil)
	require.Len(t, flags, 2)
	assert.Equal(t, "consistency.year-missing", flags[0].Rule)
}
