package wire

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCorpus reads every file of the measuring set and prints what became of
// it: go test -run Corpus -v.
func TestCorpus(t *testing.T) {
	root := measuringSet(t, "wire")
	files, _, err := Walk(context.Background(), root)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	read, none, stories, headless, bodiless := 0, 0, map[string]int{}, 0, 0
	for _, f := range files {
		name, _ := filepath.Rel(root, f)
		found, err := ReadFile(context.Background(), f)
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%s: the error does not say what to do: %v", name, err)
		}
		if len(found) == 0 && err == nil {
			t.Errorf("%s: neither a story nor an error", name)
		}
		if err != nil {
			t.Logf("%-70s %v", name, strings.TrimPrefix(err.Error(), f+": "))
		}
		if len(found) > 0 {
			read++
		} else {
			none++
		}
		for _, s := range found {
			stories[s.Source.Format]++
			if s.Headline == "" && !s.Flat {
				headless++
				if !slices.Contains(s.Repairs, "the story came without a headline") {
					t.Errorf("%s: a headline is missing and nothing says so", name)
				}
			}
			if len(s.Body) == 0 {
				bodiless++
			}
		}
		for i, s := range found {
			if i == 3 {
				t.Logf("%-70s … %d stories", name, len(found))
				break
			}
			lead := ""
			if len(s.Body) > 0 {
				lead = s.Body[0].Text
			}
			t.Logf("%-70s %-9s h=%q by=%q n=%d lead=%q", name, s.Source.Format, cut(s.Headline, 40), s.Bylines, len(s.Body), cut(lead, 40))
		}
	}
	t.Logf("%d files: %d gave stories, %d say why they hold none; stories by format: %v; %d came without a headline, %d with a headline alone",
		len(files), read, none, stories, headless, bodiless)
}

// measuringSet is a folder of the measuring set, which STET_DATA names.
func measuringSet(t testing.TB, folder string) string {
	t.Helper()
	data := os.Getenv("STET_DATA")
	if data == "" {
		t.Skip("STET_DATA does not name the measuring set")
	}
	return filepath.Join(data, folder)
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
