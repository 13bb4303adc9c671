package realword

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/story"
)

func needModels(t testing.TB) {
	t.Helper()
	if _, err := Default(); err != nil {
		t.Skipf("this build lacks a model: %v", err)
	}
	if _, err := loadTrees(); err != nil {
		t.Skipf("this build has no trees: %v", err)
	}
}

func TestExamples(t *testing.T) {
	needModels(t)
	rulestest.Run(t, New())
}

// check runs both passes over raw copy.
func check(s string) []flag.Flag {
	doc := lang.Read(story.Raw(s))
	var out []flag.Flag
	for _, p := range doc.Paras {
		for _, f := range New().CheckParagraph(context.Background(), p.Paragraph, &rules.Settings{}) {
			f.Span = f.Span.Shift(p.Start)
			out = append(out, f)
		}
	}
	return New().FilterStory(context.Background(), &rules.Subject{Doc: doc, Settings: &rules.Settings{}}, out)
}

func TestAWordThatTheStoryRepeatsIsMeant(t *testing.T) {
	needModels(t)
	const one = "She is the general manger of the company."
	require.Len(t, check(one), 1)
	assert.Less(t, len(check(one+"\nThe manger was carved in 1890, and a second manger stands in the church.")), 2)
}

func TestQuotedSlipsAreWarnings(t *testing.T) {
	needModels(t)
	fs := check("“Prices rose faster then expected in March,” he said.")
	require.Len(t, fs, 1)
	assert.Equal(t, flag.Warning, fs[0].Severity)
	assert.Equal(t, "than", fs[0].Fixes[0].Text)
}

func TestNothingInCapitals(t *testing.T) {
	needModels(t)
	assert.Empty(t, check("PRICES ROSE FASTER THEN EXPECTED IN MARCH"))
}

func TestTreesRoundTrip(t *testing.T) {
	tr, err := ParseTrees(EncodeTrees(-1, []uint32{0}, []Node{
		{Feature: xGain, Threshold: 2, Left: 1, Right: 2}, {Feature: -1, Threshold: -0.5}, {Feature: -1, Threshold: 3},
	}))
	require.NoError(t, err)
	var x [NFeatures]float32
	assert.InDelta(t, -1.5, tr.LogOdds(&x), 1e-6)
	x[xGain] = 2.5
	assert.InDelta(t, 2, tr.LogOdds(&x), 1e-6)
	for least, want := range map[float64]bool{-3: true, 2: true, 2.1: false, 9: false} {
		o, ok := tr.LogOddsAbove(&x, least)
		assert.Equal(t, want, ok, least)
		if ok {
			assert.InDelta(t, 2, o, 1e-6)
		}
	}
	_, err = ParseTrees([]byte("nothing"))
	assert.Error(t, err)
}

func TestConfidenceInverts(t *testing.T) {
	for _, o := range []float64{-1, 0, 0.3, 4} {
		assert.InDelta(t, o, over(confidence(o)), 1e-9)
	}
}

func BenchmarkRealWord(b *testing.B) {
	needModels(b)
	const s = "The European Union and the government agreed on Tuesday to release dozens of prisoners who had been held without trial, the foreign minister said in a statement. " +
		"Residents of the old port said they had seen the ships leave before dawn, and that nobody had told them when the ferries would sail again."
	p := lang.Analyse(s, story.RoleBody)
	n := len(strings.Fields(s))
	for b.Loop() {
		New().CheckParagraph(context.Background(), p, &rules.Settings{})
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "words/s")
}
