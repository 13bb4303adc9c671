package recognise

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/measuring"
	"stet/model/names/gazetteer"
	"stet/model/story"
)

// measured is a document of the measuring set; offsets are code points.
type measured struct {
	ID       string
	Text     string
	Entities []struct {
		Start, End int
		Type       string
	}
}

// shipped returns the recogniser in the assets folder, or in STET_ASSETS.
func shipped(t testing.TB) *Recogniser {
	t.Helper()
	dir := os.Getenv("STET_ASSETS")
	if dir == "" {
		dir = "../../../assets"
	}
	table, err := os.ReadFile(filepath.Join(dir, "models", "gazetteer.bin"))
	if err != nil {
		t.Skip("no gazetteer: " + err.Error())
	}
	weights, err := os.ReadFile(filepath.Join(dir, "models", "names.bin"))
	if err != nil {
		t.Skip("no model: " + err.Error())
	}
	g, err := gazetteer.Open(table)
	require.NoError(t, err)
	r, err := Open(weights, g)
	require.NoError(t, err)
	return r
}

type score struct{ tp, fp, fn int }

func (s score) f1() float64 {
	return 2 * float64(s.tp) / float64(max(1, 2*s.tp+s.fp+s.fn))
}

func (s score) String() string {
	return fmt.Sprintf("P=%.3f R=%.3f F1=%.3f n=%d", float64(s.tp)/float64(max(1, s.tp+s.fp)), float64(s.tp)/float64(max(1, s.tp+s.fn)), s.f1(), s.tp+s.fn)
}

// measure scores exact spans of people, organisations and places. An answer
// that overlaps a name of another type is left out.
func measure(t testing.TB, r *Recogniser, docs []measured, show int) score {
	var all score
	by := map[string]*score{"person": {}, "org": {}, "place": {}}
	type wrong struct{ what, text string }
	counts := map[wrong]int{}
	words := 0
	var spent time.Duration
	for _, m := range docs {
		words += len(strings.Fields(m.Text))
		d := lang.Read(story.Raw(m.Text))
		start := time.Now()
		found := r.Find(context.Background(), d)
		spent += time.Since(start)
		at := make([]int, 0, len(m.Text)+1) // byte of each code point
		for i := range m.Text {
			at = append(at, i)
		}
		at = append(at, len(m.Text))
		type key struct {
			start, end int
			kind       string
		}
		gold := map[key]bool{}
		var other []key
		for _, e := range m.Entities {
			k := key{at[e.Start], at[e.End], e.Type}
			if by[e.Type] != nil {
				gold[k] = true
			} else {
				other = append(other, k)
			}
		}
		for _, n := range found {
			sp := n.At(d)
			k := key{sp.Start, sp.End, n.Kind.String()}
			if by[k.kind] == nil {
				continue
			}
			if gold[k] {
				by[k.kind].tp++
				delete(gold, k)
				continue
			}
			if slices.ContainsFunc(other, func(o key) bool { return o.start < k.end && k.start < o.end }) {
				continue
			}
			by[k.kind].fp++
			counts[wrong{"extra " + k.kind, m.Text[k.start:k.end]}]++
		}
		for k := range gold {
			by[k.kind].fn++
			counts[wrong{"missed " + k.kind, m.Text[k.start:k.end]}]++
		}
	}
	for _, k := range []string{"person", "org", "place"} {
		t.Logf("%-7s %v", k, *by[k])
		all.tp, all.fp, all.fn = all.tp+by[k].tp, all.fp+by[k].fp, all.fn+by[k].fn
	}
	t.Logf("all     %v; %.0f words a second", all, float64(words)/spent.Seconds())
	if show > 0 {
		var ws []wrong
		for w := range counts {
			ws = append(ws, w)
		}
		slices.SortFunc(ws, func(a, b wrong) int {
			if c := counts[b] - counts[a]; c != 0 {
				return c
			}
			return strings.Compare(a.what+a.text, b.what+b.text)
		})
		for _, w := range ws[:min(show, len(ws))] {
			t.Logf("%4d %s: %q", counts[w], w.what, w.text)
		}
	}
	return all
}

func TestMeasure(t *testing.T) {
	r := shipped(t)
	show := 0
	fmt.Sscan(os.Getenv("STET_SHOW"), &show)
	for name, least := range map[string]float64{"entities-newswire.jsonl": 0.82, "entities-conll.jsonl": 0.85} {
		t.Run(name, func(t *testing.T) {
			s := measure(t, r, measuring.Cases[measured](t, name), show)
			assert.GreaterOrEqual(t, s.f1(), least)
		})
	}
}
