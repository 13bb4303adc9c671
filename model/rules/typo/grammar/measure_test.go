package grammar_test

import (
	"context"
	"os"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/measuring"
	"stet/model/rules"
	"stet/model/rules/typo/grammar"
	"stet/model/rules/typo/marks"
	"stet/model/story"
	"stet/model/text"
)

// measured is one case of the measuring set. Offsets are code points.
type measured struct {
	ID, Text, Wrong, Right string
	Start, End             int
}

func cases(t *testing.T, name string) []measured {
	t.Helper()
	return measuring.Cases[measured](t, name+".jsonl")
}

// flagsOf runs the deterministic typo rules over running copy.
func flagsOf(t string) []flag.Flag {
	c := story.Raw(t)
	d := lang.Read(c)
	set := &rules.Settings{Raw: true}
	var out []flag.Flag
	for i := range d.Paras {
		p := &d.Paras[i]
		for _, b := range []rules.ParagraphChecker{grammar.New(), marks.New()} {
			for _, f := range b.CheckParagraph(context.Background(), p.Paragraph, set) {
				f.Span = f.Span.Shift(p.Start)
				out = append(out, f)
			}
		}
	}
	sub := &rules.Subject{Story: &story.Story{}, Doc: d, Settings: set}
	return append(out, marks.NewStory().CheckStory(context.Background(), sub)...)
}

// TestFound measures what share of single known errors is found and fixed.
// STET_SHOW=n lists n misses.
func TestFound(t *testing.T) {
	needTagger(t)
	show, _ := strconv.Atoi(os.Getenv("STET_SHOW"))
	for _, c := range []struct {
		name         string
		found, fixed float64 // what these rules alone reached; the whole checker does better
	}{{"typos-grammar", 0.6, 0.53}, {"typos-news", 0.28, 0.28}, {"typos-treebank", 0.22, 0.18}, {"typos-wikipedia", 0.1, 0.08}} {
		t.Run(c.name, func(t *testing.T) {
			all := cases(t, c.name)
			found, fixed := 0, 0
			wrongFix := 0
			falses := map[string]int{}
			for _, m := range all {
				r := []rune(m.Text)
				start := len(string(r[:m.Start]))
				span := text.Span{Start: start, End: start + max(len(m.Wrong), 1)}
				right := m.Text[:start] + m.Right + m.Text[start+len(m.Wrong):]
				hit, fix := false, false
				for _, f := range flagsOf(m.Text) {
					if f.Span.Overlaps(span) {
						hit = true
						fix = fix || len(f.Fixes) > 0 && (text.Edit{Span: f.Span, Text: f.Fixes[0].Text}).Apply(m.Text) == right
						if !fix && wrongFix < show {
							wrongFix++
							t.Logf("fix: %s %q -> %q in %q: %+v", m.ID, m.Wrong, m.Right, m.Text, f)
						}
					}
				}
				if hit {
					found++
				} else if show > 0 && show < 10000 {
					t.Logf("miss: %s [%s|%s] %s", m.ID, m.Wrong, m.Right, m.Text)
				}
				if fix {
					fixed++
				}
				for _, f := range flagsOf(right) {
					falses[f.Rule]++
					if show > 0 {
						t.Logf("false: %s %s [%s] %v in %q", m.ID, f.Rule, f.Span.In(right), f.Fixes, right)
					}
				}
			}
			n := float64(len(all))
			t.Logf("%s: found %.3f, fixed %.3f; false flags on the right texts: %v", c.name, float64(found)/n, float64(fixed)/n, falses)
			assert.GreaterOrEqual(t, float64(found)/n, c.found)
			assert.GreaterOrEqual(t, float64(fixed)/n, c.fixed)
		})
	}
}

// TestSilence holds the share of these rules in the noise on published copy.
// Read one by one, most of these flags are faults that were printed: mixed and
// unpaired quotation marks, doubled words, "i" and "dont" in the last set.
func TestSilence(t *testing.T) {
	needTagger(t)
	show := os.Getenv("STET_SHOW") != ""
	for _, c := range []struct {
		name string
		most float64 // flags in 1,000 words
	}{{"silence-us-news", 0.5}, {"silence-world-news", 0.75}, {"silence-grammar", 5.5}} {
		t.Run(c.name, func(t *testing.T) {
			words, n := 0, 0
			by := map[string]int{}
			for _, m := range cases(t, c.name) {
				words += len(strings.Fields(m.Text))
				for _, f := range flagsOf(m.Text) {
					n++
					by[f.Rule]++
					if show {
						t.Logf("%s %s %q: %s[%s]%s %v", m.ID, f.Rule, f.Message, m.Text[max(0, f.Span.Start-40):f.Span.Start], f.Span.In(m.Text), m.Text[f.Span.End:min(len(m.Text), f.Span.End+40)], f.Fixes)
					}
				}
			}
			var list []string
			for r, k := range by {
				list = append(list, r+" "+strconv.Itoa(k))
			}
			sort.Strings(list)
			rate := 1000 * float64(n) / float64(words)
			t.Logf("%s: %.2f flags in 1,000 words (%d in %d): %s", c.name, rate, n, words, strings.Join(list, ", "))
			assert.LessOrEqual(t, rate, c.most)
		})
	}
}
