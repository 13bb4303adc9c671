package consistency

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	ledger "stet/model/names"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
)

// factsOf reads a copy whose first line, where it is short and no sentence, is
// the headline.
func factsOf(copy string) *rules.Subject {
	c := story.Raw(copy)
	if len(c.Paras) > 3 && c.Paras[0].Len() < 130 && !strings.HasSuffix(c.Paras[0].In(copy), ".\"") {
		c.Paras[0].Role = story.RoleHeadline
	}
	s := &rules.Subject{Story: &story.Story{}, Doc: lang.Read(c), Settings: &rules.Settings{Raw: true}, Names: &ledger.Ledger{}}
	s.Facts = facts.Read(context.Background(), s.Story, s.Doc, s.Names)
	return s
}

func found(s *rules.Subject) []flag.Flag {
	return slices.DeleteFunc(NewFacts().CheckStory(context.Background(), s), func(f flag.Flag) bool { return f.Rule == "consistency.unit-missing" })
}

// fault is a planted error: an edit, and the spans of which a flag must name
// one.
type fault struct {
	class string
	edit  text.Edit
	other text.Span // the statement that the edited one now disagrees with
}

// faults lists what can be planted in a story, each class by its own means.
func faults(s *rules.Subject, rnd *rand.Rand) []fault {
	var out []fault
	fs := s.Facts.Figures
	for i := range fs {
		for k := range i {
			a, b := &fs[k], &fs[i]
			if a.Value != b.Value || !exact(a) || !exact(b) || !b.Digits || a.Sort != b.Sort || a.Unit != b.Unit || a.Sort != facts.Money && (a.Noun == "" || a.Noun != b.Noun || loose[a.Noun]) || a.Sort == facts.Ordinal || a.Value < 3 || capitalBefore(s, b) {
				continue
			}
			class := "figure"
			if display(s, a.Para) && b.Para <= firstBody(s)+2 {
				class = "headline"
			}
			out = append(out, fault{class, text.Edit{Span: b.Span, Text: otherNumber(b.In(s.Doc.Text), rnd)}, whole(a)})
			if b.Scale >= 1e6 && strings.Contains(b.In(s.Doc.Text), "illion") && telling(b.Value/b.Scale) {
				t := b.In(s.Doc.Text)
				swap := strings.Replace(t, "million", "billion", 1)
				if swap == t {
					swap = strings.Replace(t, "billion", "million", 1)
				}
				out = append(out, fault{"scale", text.Edit{Span: b.Span, Text: swap}, whole(a)})
			}
		}
	}
	for i := range s.Facts.Dates {
		d := &s.Facts.Dates[i]
		if d.Weekday < 0 || d.Day == 0 || d.From.IsZero() {
			continue
		}
		first := s.Doc.Tokens[d.Tokens.First].Span
		wrong := time.Weekday((d.Weekday + 1 + rnd.IntN(5)) % 7).String()
		out = append(out, fault{"weekday", text.Edit{Span: first, Text: wrong}, d.Span})
	}
	sentenceFigures(s, func(sent lang.Range, fs []facts.Figure) {
		for i := range fs {
			f := &fs[i]
			if !exact(f) || !f.Digits || f.Sort == facts.Ordinal || f.Sort == facts.Age {
				continue
			}
			// A sum or a percentage that holds: break it and see whether the
			// statement is one that the rules read at all.
			if !holds(s, fs) {
				continue
			}
			class := "sum"
			if fs[0].Sort == facts.Percent || fs[len(fs)-1].Sort == facts.Percent {
				class = "percent"
			}
			out = append(out, fault{class, text.Edit{Span: f.Span, Text: otherNumber(f.In(s.Doc.Text), rnd)}, s.Doc.Slice(sent)})
			break
		}
	})
	return out
}

// capitalBefore reports whether a figure is a part of a name: "Fortune 500".
func capitalBefore(s *rules.Subject, f *facts.Figure) bool {
	i := f.Tokens.First
	return i > 0 && s.Doc.Tokens[i-1].Shape == lang.ShapeTitle && !s.Doc.Tokens[i-1].First
}

// holds reports whether three figures of a sentence make a sum, a share or a
// change of per cent, by arithmetic alone.
func holds(s *rules.Subject, fs []facts.Figure) bool {
	if len(fs) < 3 {
		return false
	}
	for i := range fs {
		if !exact(&fs[i]) {
			return false
		}
	}
	sum := 0.0
	for i := 1; i < len(fs); i++ {
		sum += fs[i].Value
	}
	if sum == fs[0].Value && fs[0].Sort == facts.Count && fs[1].Sort == facts.Count && sum > 4 {
		return true
	}
	if len(fs) == 3 {
		var pct *facts.Figure
		var pair []float64
		for i := range fs {
			if fs[i].Sort == facts.Percent {
				pct = &fs[i]
			} else {
				pair = append(pair, fs[i].Value)
			}
		}
		if pct != nil && len(pair) == 2 && pair[0] > 0 && pair[1] > 0 {
			for _, v := range []float64{100 * pair[0] / pair[1], 100 * (pair[1] - pair[0]) / pair[0], 100 * (pair[0] - pair[1]) / pair[1]} {
				if v > 3 && v-pct.Value < 0.6 && pct.Value-v < 0.6 {
					return true
				}
			}
		}
	}
	return false
}

// otherNumber changes one digit of a figure so that it is not a rounding.
func otherNumber(t string, rnd *rand.Rand) string {
	b := []byte(t)
	for i := range b {
		if b[i] >= '1' && b[i] <= '9' {
			b[i] = '1' + byte((int(b[i]-'1')+2+rnd.IntN(5))%9)
			return string(b)
		}
	}
	return t
}

// ownStories are wire stories written for this test, rich in figures.
func ownStories(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/facts/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var out []string
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		out = append(out, string(b))
	}
	return out
}

// TestPlantedFacts plants one fault in each story that can carry it and counts
// how many are found, by class.
func TestPlantedFacts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	count, hit := map[string]int{}, map[string]int{}
	words, noise := 0, 0
	for _, copy := range append(published(t), ownStories(t)...) {
		s := factsOf(copy)
		words += len(strings.Fields(copy))
		clean := found(s)
		noise += len(clean)
		for _, f := range clean {
			t.Logf("untouched: %s: %s: …%s…", f.Rule, f.Message, near(copy, f.Span))
		}
		seen := map[string]bool{}
		for _, p := range faults(s, rnd) {
			if seen[p.class] || p.edit.Text == p.edit.In(copy) {
				continue
			}
			seen[p.class] = true
			count[p.class]++
			after := p.edit.Apply(copy)
			grown := len(p.edit.Text) - p.edit.Len()
			target := text.Span{Start: p.edit.Start - 40, End: p.edit.End + grown + 40}
			ok := slices.ContainsFunc(found(factsOf(after)), func(f flag.Flag) bool {
				return f.Span.Overlaps(target) || slices.ContainsFunc(f.Also, func(a flag.Place) bool { return a.Span.Overlaps(target) })
			})
			if ok {
				hit[p.class]++
			} else {
				t.Logf("missed %s: %q -> %q in …%s…", p.class, p.edit.In(copy), p.edit.Text, near(copy, p.edit.Span))
			}
		}
	}
	all, allHit := 0, 0
	for c, n := range count {
		t.Logf("%-9s found %d of %d", c, hit[c], n)
		all, allHit = all+n, allHit+hit[c]
	}
	rate := 1000 * float64(noise) / float64(words)
	t.Logf("all: found %d of %d; on untouched stories %.2f flags in 1,000 words", allHit, all, rate)
	assert.LessOrEqual(t, rate, 0.5)
	assert.Equal(t, count["weekday"], hit["weekday"], "every wrong weekday is found")
}

func near(t string, s text.Span) string {
	return strings.ToValidUTF8(strings.ReplaceAll(t[max(0, s.Start-60):min(len(t), s.End+60)], "\n", " "), "")
}
