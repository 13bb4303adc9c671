package check

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"stet/model/measuring"
)

// BenchmarkPublished checks published news stories once each, with what checks
// keep from one story to the next: what a desk sees, and less flattering than a
// few stories again and again.
func BenchmarkPublished(b *testing.B) {
	type published struct {
		Text string `json:"text"`
	}
	stories := append(measuring.Cases[published](b, "silence-us-news.jsonl"), measuring.Cases[published](b, "silence-world-news.jsonl")...)
	_, err := New().Raw(context.Background(), stories[0].Text) // models load on first use
	require.NoError(b, err)
	words := 0
	for b.Loop() {
		c := New()
		for _, s := range stories {
			_, err := c.Raw(context.Background(), s.Text)
			require.NoError(b, err)
			words += len(strings.Fields(s.Text))
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
