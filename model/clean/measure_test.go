package clean

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// labelledPage is one page of the measuring set: its lines, and which are copy.
type labelledPage struct {
	ID    string
	Lines []struct {
		Text string
		Keep bool
	}
}

func (p labelledPage) text() string {
	var lines []string
	for _, l := range p.Lines {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, "\n")
}

func labelledPages(t *testing.T) []labelledPage {
	f, err := os.Open(filepath.Join(dataDir(t), "measure", "furniture-pages.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	var pages []labelledPage
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var p labelledPage
		require.NoError(t, json.Unmarshal(in.Bytes(), &p))
		pages = append(pages, p)
	}
	require.NoError(t, in.Err())
	return pages
}

var notWord = regexp.MustCompile(`[^\pL\pN_]+`)

func bare(t string) string {
	return strings.ToLower(strings.TrimSpace(notWord.ReplaceAllString(t, " ")))
}

// TestMeasuredPages holds the figures on 316 labelled pages: a line counts as
// kept when its words stand in headline, dek or body. Lines that were repaired,
// or split because a story came as one paragraph, count as lost.
func TestMeasuredPages(t *testing.T) {
	var right, wrong, missed, lost float64
	for _, p := range labelledPages(t) {
		s := Text(p.text())
		kept := map[string]bool{bare(s.Headline): true, bare(s.Dek): true}
		all := []string{bare(s.Headline), bare(s.Dek)}
		for _, b := range s.Body {
			kept[bare(b.Text)] = true
			all = append(all, bare(b.Text))
		}
		blob := strings.Join(all, " | ")
		for _, l := range p.Lines {
			n, w := float64(len(strings.Fields(l.Text))), bare(l.Text)
			is := w != "" && (kept[w] || len(w) > 40 && strings.Contains(blob, w))
			switch {
			case l.Keep && is:
				right += n
			case l.Keep:
				missed += n
				if n >= 20 {
					lost++
					t.Logf("%s lost: %.100q", p.ID, l.Text)
				}
			case is:
				wrong += n
			}
		}
	}
	precision, recall := right/(right+wrong), right/(right+missed)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("precision %.4f, recall %.4f, F1 %.4f by words; %.0f long lines lost", precision, recall, f1, lost)
	assert.GreaterOrEqual(t, f1, 0.965)
	assert.Less(t, lost, 5.0)
}

// TestNothingIsLost looks for every character of real pages and stories in the
// copy and its furniture.
func TestNothingIsLost(t *testing.T) {
	texts := map[string]string{}
	for _, p := range labelledPages(t) {
		texts[p.ID] = p.text()
	}
	files, err := filepath.Glob(filepath.Join(dataDir(t), "stories", "scraped", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		raw, err := os.ReadFile(f)
		require.NoError(t, err)
		texts[filepath.Base(f)] = string(raw)
	}
	for name, in := range texts {
		s := Text(in)
		want := repaired(in)
		assert.Equal(t, tally(want), tally(reassembled(s)), name)
	}
}

// TestScrapedStoriesKeepTheirSentences holds that cleaning takes no long
// sentence out of stories that were scraped already, but for captions, notes
// to readers and the like: what goes has a reason that its words give.
func TestScrapedStoriesKeepTheirSentences(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(dataDir(t), "stories", "scraped", "*.txt"))
	require.NoError(t, err)
	for _, f := range files {
		raw, err := os.ReadFile(f)
		require.NoError(t, err)
		for _, u := range Text(string(raw)).Furniture {
			if l := weighed(u.Text); l.raw >= 2 && u.Reason != story.CaptionLine {
				assert.GreaterOrEqual(t, u.Confidence, 0.85, "%s: %s", filepath.Base(f), u.Text)
			}
		}
	}
}
