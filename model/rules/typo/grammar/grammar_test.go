package grammar_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/rules/typo/grammar"
	"stet/model/story"
)

func needTagger(t testing.TB) {
	t.Helper()
	if lang.BuiltinTagger() == nil {
		t.Skip("this build carries no tagger: run stet-train tagger")
	}
}

func TestExamples(t *testing.T) {
	needTagger(t)
	rulestest.Run(t, grammar.New())
}

// A quotation is the speaker's: its grammar is let be, its slips are warnings.
func TestQuotations(t *testing.T) {
	needTagger(t)
	for _, c := range []struct {
		text string
		want string // severity of the first flag, or none
	}{
		{"“They was here,” he said.", "none"},
		{"They was here, he said.", "error"},
		{"“It was the the worst day,” he said.", "warning"},
	} {
		flags := grammar.New().CheckParagraph(context.Background(), lang.Analyse(c.text, story.RoleBody), &rules.Settings{})
		got := "none"
		if len(flags) > 0 {
			got = flags[0].Severity.String()
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

func TestMuted(t *testing.T) {
	p := lang.Analyse("It was the the worst day.", story.RoleBody)
	assert.NotEmpty(t, grammar.New().CheckParagraph(context.Background(), p, &rules.Settings{}))
	assert.Empty(t, grammar.New().CheckParagraph(context.Background(), p, &rules.Settings{Muted: map[string]bool{"typo.repeated-word": true}}))
}

func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := lang.Analyse("It was the the worst day.", story.RoleBody)
	assert.Empty(t, grammar.New().CheckParagraph(ctx, p, &rules.Settings{}))
}

func BenchmarkCheck(b *testing.B) {
	needTagger(b)
	text := strings.Repeat("Shortly after the president proclaimed the beginning of a new chapter in relations, Havana freed a 65-year-old contractor held in a Cuban jail for five years, while three convicted spies were returned to Cuba. ", 5)
	p := lang.Analyse(text, story.RoleBody)
	c := grammar.New()
	c.CheckParagraph(context.Background(), p, nil)
	words := len(strings.Fields(text))
	for b.Loop() {
		c.CheckParagraph(context.Background(), p, nil)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}
