package marks_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/rules/typo/marks"
	"stet/model/story"
)

func TestParagraphExamples(t *testing.T) { rulestest.Run(t, marks.New()) }

func TestStoryExamples(t *testing.T) { rulestest.Run(t, marks.NewStory()) }

func TestMuted(t *testing.T) {
	p := lang.Analyse("He left ,, and stayed.", story.RoleBody)
	off := map[string]bool{"typo.punctuation-space": true, "typo.doubled-mark": true}
	assert.NotEmpty(t, marks.New().CheckParagraph(context.Background(), p, &rules.Settings{}))
	assert.Empty(t, marks.New().CheckParagraph(context.Background(), p, &rules.Settings{Muted: off}))
}

// A fragment may begin and end inside a quotation; a story may not.
func TestFragments(t *testing.T) {
	d := lang.Read(story.Raw("and we will win,” he said.\n\nShe said: “We always do. Nobody can"))
	check := func(raw bool) int {
		return len(marks.NewStory().CheckStory(context.Background(), &rules.Subject{Story: &story.Story{}, Doc: d, Settings: &rules.Settings{Raw: raw}}))
	}
	assert.Zero(t, check(true))
	assert.Equal(t, 2, check(false))
}
