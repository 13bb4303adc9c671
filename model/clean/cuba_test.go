package clean

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// dataDir is the folder of the measuring data, which is not part of the
// repository.
func dataDir(t testing.TB) string {
	dir := os.Getenv("STET_DATA")
	if dir == "" {
		t.Skip("STET_DATA does not name the folder of the measuring data")
	}
	return dir
}

// TestCubaStory holds the story that Stet was asked for with: all of its
// furniture, each with its reason, and nothing else.
func TestCubaStory(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(dataDir(t), "stories", "cuba-prisoners.txt"))
	require.NoError(t, err)
	s := Text(string(raw))

	type piece struct {
		line   int
		reason story.Reason
	}
	var got []piece
	for _, f := range s.Furniture {
		got = append(got, piece{f.Line, f.Reason})
	}
	assert.Equal(t, []piece{
		{1, story.SectionLabel},
		{3, story.AgeNotice},
		{5, story.SectionLabel},
		{10, story.PhotoCredit},
		{16, story.Advertisement},
		{22, story.Teaser},
		{32, story.Advertisement},
		{34, story.Teaser},
		{46, story.SignOff},
	}, got)
	assert.Equal(t, "Ramon Espinosa/AP", s.PhotoCredit)
	assert.True(t, strings.HasPrefix(s.Headline, "Cuba Frees 53"), s.Headline)
	assert.True(t, strings.HasPrefix(s.Dek, "After the release"), s.Dek)
	assert.Equal(t, "News", s.Section)
	assert.Empty(t, s.Bylines)
	assert.Empty(t, s.Repairs)
	require.Len(t, s.Body, 13)
	assert.True(t, strings.HasPrefix(s.Body[0].Text, "Havana has released"))
	for _, p := range s.Body {
		assert.Equal(t, story.RoleBody, p.Role, p.Text)
	}
	assert.False(t, s.Flat)
}
