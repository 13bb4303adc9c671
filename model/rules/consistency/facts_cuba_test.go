package consistency

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/clean"
	"stet/model/wire"
)

// TestFactsOfAPublishedStory reads a published story with known faults as the
// app does: from its file, cleaned, then checked.
func TestFactsOfAPublishedStory(t *testing.T) {
	dir := os.Getenv("STET_DATA")
	if dir == "" {
		t.Skip("STET_DATA does not name the measuring data")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "stories", "cuba-prisoners.txt"))
	require.NoError(t, err)
	ctx := context.Background()
	stories, err := wire.Read(ctx, "cuba-prisoners.txt", raw)
	require.NoError(t, err)
	require.Len(t, stories, 1)
	clean.Story(ctx, stories[0])
	told := stories[0].Layout().Text
	var got []string
	for _, f := range factFlags(stories[0], nil) {
		got = append(got, f.Rule+" "+f.Span.In(told)+" | "+f.Message)
		assert.NotContains(t, strings.ToLower(f.Message), "dozens", "dozens and 53 agree")
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		"consistency.byline-handle", "consistency.figure-conflict 53 American prisoners",
		"consistency.year-missing December 17", "consistency.year-missing January 21-22",
	} {
		assert.Contains(t, all, want)
	}
}
