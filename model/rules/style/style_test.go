package style_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/rules/style"
	"stet/model/story"
)

// all turns every pack on.
func all() *rules.Settings {
	s := &rules.Settings{Packs: map[string]bool{}}
	for _, b := range []rules.Book{style.New(), style.NewStory()} {
		for _, r := range b.Rules() {
			s.Packs[r.Pack] = true
		}
	}
	return s
}

func TestParagraphExamples(t *testing.T) { rulestest.RunWith(t, style.New(), all()) }

func TestStoryExamples(t *testing.T) { rulestest.RunWith(t, style.NewStory(), all()) }

func TestEveryRuleHasAPack(t *testing.T) {
	for _, b := range []rules.Book{style.New(), style.NewStory()} {
		for _, r := range b.Rules() {
			assert.NotEmpty(t, r.Pack, r.ID)
		}
	}
}

func TestQuotationsAreLetBe(t *testing.T) {
	p := lang.Analyse("“It was a free gift at 10am,” he said.", story.RoleBody)
	assert.Empty(t, style.New().CheckParagraph(context.Background(), p, all()))
}

func TestPacks(t *testing.T) {
	p := lang.Analyse("It was a free gift.", story.RoleBody)
	c := style.New()
	assert.Empty(t, c.CheckParagraph(context.Background(), p, &rules.Settings{}), "off unless the pack is on")
	on := all()
	assert.NotEmpty(t, c.CheckParagraph(context.Background(), p, on))
	on.Muted = map[string]bool{"style.redundant": true}
	assert.Empty(t, c.CheckParagraph(context.Background(), p, on))
}
