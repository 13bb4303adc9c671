package clean

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// tagged is a line of a story in testdata, with what it is.
type tagged struct {
	line int
	tag  string // "headline", "dek", a role, or a reason of furniture
	text string
}

// readTagged reads a story whose lines carry what they are before a tab, and
// returns the text without the tags beside them.
func readTagged(t testing.TB, path string) (string, []tagged) {
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	var lines []string
	var want []tagged
	for i, l := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		tag, text, ok := strings.Cut(l, "\t")
		if ok {
			want = append(want, tagged{i + 1, tag, text})
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n"), want
}

// plain writes the parts one to a line in the order of the input, so that a
// failure reads as a diff.
func plain(list []tagged) string {
	slices.SortFunc(list, func(a, b tagged) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.tag, b.tag), cmp.Compare(a.text, b.text))
	})
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%3d %-14s %s\n", p.line, p.tag, p.text)
	}
	return b.String()
}

// parts gives every line of s as readTagged does. Lines of the copy have no
// number in a story, so they borrow the one of want.
func parts(s *story.Story, want []tagged) []tagged {
	at := map[string]int{}
	for _, w := range want {
		at[w.text] = w.line
	}
	var got []tagged
	add := func(tag, text string) {
		if text != "" {
			got = append(got, tagged{at[text], tag, text})
		}
	}
	add("headline", s.Headline)
	add("dek", s.Dek)
	for _, p := range s.Body {
		add(p.Role.String(), p.Text)
	}
	for _, f := range s.Furniture {
		got = append(got, tagged{f.Line, string(f.Reason), f.Text})
	}
	return got
}

// TestStories takes whole stories of different kinds apart: every line must
// come out as what it is tagged.
func TestStories(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 8)
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			text, want := readTagged(t, f)
			assert.Equal(t, plain(want), plain(parts(Text(text), want)))
		})
	}
}

// TestFields looks at what furniture tells about a story.
func TestFields(t *testing.T) {
	read := func(name string) *story.Story {
		text, _ := readTagged(t, filepath.Join("testdata", name))
		return Text(text)
	}
	t.Run("news site", func(t *testing.T) {
		s := read("news-site.txt")
		assert.Equal(t, []string{"Marta Quill", "Owen Brandt"}, s.Bylines)
		assert.Equal(t, "Published: 14 March 2024, 6:15 pm", s.Published)
		assert.Equal(t, "Harbour", s.Section)
		assert.Equal(t, "PORT CORRIE", s.Dateline.Place)
	})
	t.Run("agency", func(t *testing.T) {
		s := read("agency.txt")
		assert.Equal(t, []string{"Tomas Relek"}, s.Bylines)
		assert.Equal(t, "ORSA, Velda", s.Dateline.Place)
		assert.Equal(t, "AP", s.Dateline.Agency)
		assert.Equal(t, "AP", s.Credit)
		assert.Contains(t, s.EdNote, "new toll")
		assert.True(t, strings.HasPrefix(s.Body[0].Text, "ORSA, Velda (AP)"), "the dateline stays in the copy")
	})
	t.Run("paywall", func(t *testing.T) {
		s := read("paywall.txt")
		assert.Equal(t, []string{"Ana Duarte", "Luis Prado"}, s.Bylines)
		assert.Equal(t, "LISBON", s.Dateline.Place)
		assert.Equal(t, "Reuters", s.Dateline.Agency)
		assert.Equal(t, "2021-06-02", s.Dateline.Time.Format("2006-01-02"))
		assert.Equal(t, "Reuters", s.PhotoCredit)
		assert.Equal(t, "World", s.Section)
	})
	t.Run("sport", func(t *testing.T) {
		assert.Equal(t, []string{"Dele Morgan"}, read("sport.txt").Bylines)
	})
}
