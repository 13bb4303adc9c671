package sources

import (
	"bufio"
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/measuring"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// TestKinds compares the kinds of source with labels that were set by hand.
func TestKinds(t *testing.T) {
	cases := measuring.Cases[goldCase](t, "sourcing-us-news-train.jsonl")
	byID := map[string]*goldCase{}
	for i := range cases {
		byID[cases[i].ID] = &cases[i]
	}
	f, err := os.Open("testdata/kinds.tsv")
	require.NoError(t, err)
	defer f.Close()
	type label struct {
		start, end int
		kind       Kind
	}
	labels := map[string][]label{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		x := strings.Split(sc.Text(), "\t")
		if len(x) != 4 {
			continue
		}
		a, _ := strconv.Atoi(x[1])
		b, _ := strconv.Atoi(x[2])
		labels[x[0]] = append(labels[x[0]], label{a, b, Kind(x[3])})
	}
	var n, right, missed, anon, anonFound, anonSaid int
	for id, ls := range labels {
		c := byID[id]
		require.NotNil(t, c, id)
		d := lang.Read(story.Raw(c.Text))
		ledger := names.Read(context.Background(), &story.Story{}, d, names.Options{})
		m := Read(context.Background(), &story.Story{}, d, ledger, Options{})
		toByte := make([]int, 0, len(c.Text)+1)
		for i := range c.Text {
			toByte = append(toByte, i)
		}
		toByte = append(toByte, len(c.Text))
		for _, l := range ls {
			span := text.Span{Start: toByte[l.start], End: toByte[l.end]}
			at := -1
			for i, a := range m.Attributions {
				if a.Source.Overlaps(span) && (at < 0 || a.Says && !m.Attributions[at].Says) {
					at = i
				}
			}
			if at < 0 {
				missed++
				continue
			}
			got := m.Attributions[at].Kind
			n++
			if got == l.kind {
				right++
			} else if os.Getenv("SOURCES_SHOW") != "" {
				t.Logf("%s: %s is %s, not %s (source %q)", id, span.In(c.Text), l.kind, got, m.Attributions[at].Source.In(c.Text))
			}
			if l.kind == Anonymous {
				anon++
				if got == Anonymous {
					anonFound++
				}
			}
			if got == Anonymous {
				anonSaid++
			}
		}
	}
	acc := float64(right) / float64(n)
	recall, precision := float64(anonFound)/float64(anon), float64(anonFound)/float64(max(anonSaid, 1))
	t.Logf("kinds right %.3f of %d, %d not found; anonymous found %.3f at precision %.3f (%d)", acc, n, missed, recall, precision, anon)
	assert.GreaterOrEqual(t, acc, 0.92)
	assert.GreaterOrEqual(t, recall, 0.9)
	assert.GreaterOrEqual(t, precision, 0.85)
}
