package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"stet/model/check"
	"stet/model/clean"
	"stet/model/story"
	"stet/model/wire"
)

// samples are the stories that ship with Stet, cleaned.
func samples(tb testing.TB) []*story.Story {
	tb.Helper()
	files, err := filepath.Glob("../../assets/samples/*.*")
	require.NoError(tb, err)
	var out []*story.Story
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(tb, err)
		stories, err := wire.Read(context.Background(), f, b)
		require.NoError(tb, err)
		for _, s := range stories {
			clean.Story(context.Background(), s)
			out = append(out, s)
		}
	}
	return out
}

func wordsOf(stories []*story.Story) int {
	n := 0
	for _, s := range stories {
		n += len(strings.Fields(s.Layout().Text))
	}
	return n
}

// BenchmarkStories checks stories that were never seen before: no paragraph is
// kept from one to the next.
func BenchmarkStories(b *testing.B) {
	stories := samples(b)
	run := func() {
		c := check.New()
		for _, s := range stories {
			_, err := c.Story(context.Background(), check.Input{Story: s})
			require.NoError(b, err)
		}
	}
	run() // models load on first use
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(wordsOf(stories)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkOneWordEdit checks a story of 1,500 words again after an edit of one
// word.
func BenchmarkOneWordEdit(b *testing.B) {
	long := &story.Story{}
	for _, s := range samples(b) {
		if wordsOf([]*story.Story{long}) < 1500 {
			long.Body = append(long.Body, s.Body...)
		}
	}
	c := check.New()
	edits := [2]string{long.Body[3].Text, strings.Replace(long.Body[3].Text, "the", "a", 1)}
	_, err := c.Story(context.Background(), check.Input{Story: long})
	require.NoError(b, err)
	for i := 0; b.Loop(); i++ {
		long.Body[3].Text = edits[i%2] + strings.Repeat(" ", i%7)
		_, err := c.Story(context.Background(), check.Input{Story: long})
		require.NoError(b, err)
	}
}
