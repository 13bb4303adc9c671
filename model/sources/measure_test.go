package sources

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/measuring"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

type gold struct {
	Content, Cue, Source [][2]int
	Quoted               bool
	Kind                 string
}

type goldCase struct {
	ID, Text     string
	Attributions []gold
}

// TestMeasure prints how well the attributions of the measuring set are found:
// SOURCES_SET names the file, SOURCES_SHOW a folder for misses and extras.
func TestMeasure(t *testing.T) {
	name := os.Getenv("SOURCES_SET")
	if name == "" {
		name = "sourcing-us-news.jsonl"
	}
	cases := measuring.Cases[goldCase](t, name)
	once := os.Getenv("SOURCES_ONCE") != "" // leave out what two annotators both marked
	doubles := 0
	var show *os.File
	if p := os.Getenv("SOURCES_SHOW"); p != "" {
		var err error
		show, err = os.Create(p)
		require.NoError(t, err)
		defer show.Close()
	}
	var tp, fp, fn, srcOK, srcN, qTP, qN, qSrc, qSrcN, words int
	type tally struct{ n, hit int }
	byClass := map[string]*tally{}
	var spent time.Duration
	for _, c := range cases {
		d := lang.Read(story.Raw(c.Text))
		n := names.Read(context.Background(), &story.Story{}, d, names.Options{})
		words += len(strings.Fields(c.Text))
		t0 := time.Now()
		m := Read(context.Background(), &story.Story{}, d, n, Options{})
		spent += time.Since(t0)
		toByte := make([]int, 0, len(c.Text)+1)
		for i := range c.Text {
			toByte = append(toByte, i)
		}
		toByte = append(toByte, len(c.Text))
		conv := func(x [][2]int) (out []text.Span) {
			for _, p := range x {
				out = append(out, text.Span{Start: toByte[p[0]], End: toByte[p[1]]})
			}
			return out
		}
		used := map[int]bool{}
		var before [][]text.Span
		for _, g := range c.Attributions {
			gc := conv(g.Content)
			if slices.ContainsFunc(before, func(b []text.Span) bool { return share(gc, b) >= 0.7 }) {
				doubles++
				if once {
					continue
				}
			}
			before = append(before, gc)
			best, at := 0.0, -1
			for i, a := range m.Attributions {
				if used[i] {
					continue
				}
				if s := share(gc, a.Content); s > best {
					best, at = s, i
				}
			}
			if g.Quoted {
				qN++
			}
			cue := ""
			if len(g.Cue) > 0 {
				cue = strings.ToLower(joined(c.Text, conv(g.Cue)))
			}
			if best < 0.5 {
				fn++
				if show != nil {
					why := "NOCUE"
					for _, a := range m.Attributions {
						if len(g.Cue) > 0 && slices.ContainsFunc(a.Content, func(x text.Span) bool { return x.Covers(conv(g.Cue)[0]) }) && why == "NOCUE" {
							why = "NESTED in [" + a.Cue.In(c.Text) + " | " + joined(c.Text, a.Content) + "]"
						}
						if len(g.Cue) > 0 && a.Cue.Overlaps(conv(g.Cue)[0]) {
							why = "ENDS got [" + joined(c.Text, a.Content) + "]"
						}
					}
					fmt.Fprintf(show, "MISS %v %s | S %s | CUE %s | C %s | %s\n", g.Quoted, c.ID, joined(c.Text, conv(g.Source)), cue, joined(c.Text, gc), why)
				}
				continue
			}
			used[at] = true
			tp++
			a := m.Attributions[at]
			if g.Quoted {
				qTP++
			}
			if len(g.Source) > 0 {
				ok := false
				for _, s := range conv(g.Source) {
					ok = ok || s.Overlaps(a.Source)
				}
				srcN++
				if g.Quoted {
					qSrcN++
				}
				if ok {
					srcOK++
					if g.Quoted {
						qSrc++
					}
				} else if show != nil {
					fmt.Fprintf(show, "SRC %v %s | S %s | CUE %s | C %s | got %q\n", g.Quoted, c.ID, joined(c.Text, conv(g.Source)), cue, joined(c.Text, gc), a.Source.In(c.Text))
				}
			}
		}
		for i, a := range m.Attributions {
			k := class(c.Text, a)
			if byClass[k] == nil {
				byClass[k] = &tally{}
			}
			byClass[k].n++
			if used[i] {
				byClass[k].hit++
				if show != nil {
					fmt.Fprintf(show, "HIT %s %s | CUE %s | C %s\n", k, c.ID, a.Cue.In(c.Text), joined(c.Text, a.Content))
				}
				continue
			}
			fp++
			if show != nil {
				near := "NOGOLD"
				for _, g := range c.Attributions {
					if len(g.Cue) > 0 && conv(g.Cue)[0].Overlaps(a.Cue) {
						near = "GOLD " + joined(c.Text, conv(g.Content))
					}
				}
				fmt.Fprintf(show, "EXTRA %s %s | S %s | CUE %s | C %s | %s\n", k, c.ID, a.Source.In(c.Text), a.Cue.In(c.Text), joined(c.Text, a.Content), near)
			}
		}
	}
	p, r := float64(tp)/float64(tp+fp), float64(tp)/float64(tp+fn)
	var keys []string
	for k := range byClass {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return byClass[keys[i]].n > byClass[keys[j]].n })
	for _, k := range keys[:min(len(keys), 60)] {
		t.Logf("%-28s n=%5d right=%.2f", k, byClass[k].n, float64(byClass[k].hit)/float64(byClass[k].n))
	}
	t.Logf("content P=%.3f R=%.3f F1=%.3f source=%.3f | quotes found=%.3f source=%.3f | %.0f words/s, %d doubles", p, r, 2*p*r/(p+r),
		float64(srcOK)/float64(srcN), float64(qTP)/float64(qN), float64(qSrc)/float64(qSrcN), float64(words)/spent.Seconds(), doubles)
}

// class names what found an attribution, for the tally.
func class(t string, a Attribution) string {
	if a.Form == Direct {
		if a.Cue.Empty() {
			return "direct alone"
		}
		return "direct"
	}
	return a.rule
}

func joined(t string, ss []text.Span) string {
	var out []string
	for _, s := range ss {
		out = append(out, s.In(t))
	}
	return strings.Join(out, " ... ")
}

// share is the common part of two contents, of the longer one.
func share(a, b []text.Span) float64 {
	common, la, lb := 0, 0, 0
	for _, x := range a {
		la += x.Len()
		for _, y := range b {
			common += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		lb += y.Len()
	}
	return float64(common) / float64(max(1, la, lb))
}
