package wire

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var articleWord = regexp.MustCompile(`[\pL\pN_]+`)

// shingles counts the runs of four words in t, as the public benchmark of
// article extraction does.
func shingles(t string) map[string]int {
	w := articleWord.FindAllString(t, -1)
	out := map[string]int{}
	if len(w) == 0 {
		return out
	}
	for i := range max(1, len(w)-3) {
		out[strings.Join(w[i:min(i+4, len(w))], " ")]++
	}
	return out
}

// TestArticles measures the copy that is found on the web pages of the
// measuring set, page by page with -v.
func TestArticles(t *testing.T) {
	root := measuringSet(t, "measure")
	f, err := os.Open(filepath.Join(root, "articles-html.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var p, r float64
	n := 0
	dump := os.Getenv("STET_DUMP")
	for lines.Scan() {
		var c struct{ ID, Path, Body string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &c))
		stories, err := ReadFile(context.Background(), filepath.Join(root, c.Path))
		got := ""
		if err == nil {
			got = strings.Join(texts(stories[0]), "\n")
		}
		gold, have := shingles(c.Body), shingles(got)
		both, sumG, sumH := 0, 0, 0
		for s, k := range gold {
			sumG += k
			both += min(k, have[s])
		}
		for _, k := range have {
			sumH += k
		}
		pp, rr := 0.0, 1.0
		if sumH > 0 {
			pp = float64(both) / float64(sumH)
		}
		if sumG > 0 {
			rr = float64(both) / float64(sumG)
		}
		p, r, n = p+pp, r+rr, n+1
		if pp < 0.97 || rr < 0.97 {
			t.Logf("%s P=%.3f R=%.3f", c.ID[:10], pp, rr)
		}
		if dump != "" {
			require.NoError(t, os.WriteFile(filepath.Join(dump, c.ID[:10]), []byte(got), 0o600))
			require.NoError(t, os.WriteFile(filepath.Join(dump, c.ID[:10]+".gold"), []byte(c.Body), 0o600))
		}
	}
	p, r = p/float64(n), r/float64(n)
	f1 := 2 * p * r / (p + r)
	t.Logf("articles: P=%.3f R=%.3f F1=%.3f, %d pages", p, r, f1, n)
	assert.Greater(t, f1, 0.95)
}
