package consistency

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/measuring"
	ledger "stet/model/names"
	"stet/model/rules"
	"stet/model/story"
)

// published returns the news stories of the measuring set that should raise
// almost nothing.
func published(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, name := range []string{"silence-us-news.jsonl", "silence-world-news.jsonl"} {
		for _, c := range measuring.Cases[struct{ Text string }](t, name) {
			out = append(out, c.Text)
		}
	}
	if err := ledger.Ready(); err != nil {
		t.Skip("no recogniser in this build: " + err.Error())
	}
	return out
}

func checkCopy(copy string) (*rules.Subject, []flag.Flag) {
	ctx := context.Background()
	s := &rules.Subject{Story: &story.Story{}, Doc: lang.Read(story.Raw(copy)), Settings: &rules.Settings{Raw: true}}
	s.Names = ledger.Read(ctx, s.Story, s.Doc, ledger.Options{})
	return s, NewNames().CheckStory(ctx, s)
}

// slip misspells a word as hands do: two letters swapped, one left out, one
// doubled, or one changed for its neighbour on the keyboard or another vowel.
func slip(rng *rand.Rand, w string) string {
	i := 1 + rng.IntN(len(w)-2)
	c := w[i]
	switch rng.IntN(4) {
	case 0:
		return w[:i] + string(w[i+1]) + string(c) + w[i+2:]
	case 1:
		return w[:i] + w[i+1:]
	case 2:
		return w[:i] + string(c) + w[i:]
	}
	const vowels = "aeiou"
	near := map[byte]string{
		'b': "vn", 'c': "xv", 'd': "sf", 'f': "dg", 'g': "fh", 'h': "gj", 'j': "hk", 'k': "jl", 'l': "kr", 'm': "n", 'n': "m", 'p': "o",
		'q': "w", 'r': "et", 's': "ad", 't': "ry", 'v': "bc", 'w': "e", 'x': "z", 'y': "ui", 'z': "s",
	}
	with := near[c]
	if strings.IndexByte(vowels, c) >= 0 {
		with = strings.ReplaceAll(vowels, string(c), "")
	}
	if with == "" {
		return w
	}
	return w[:i] + string(with[rng.IntN(len(with))]) + w[i+1:]
}

type planted struct {
	text, right, wrong string
	start              int // bytes
}

// plant puts one slip in one mention of a name that the story has twice or
// more; ok is false where it has none.
func plant(rng *rand.Rand, copy string) (planted, bool) {
	s, _ := checkCopy(copy)
	type place struct {
		start int
		word  string
	}
	count := map[string]int{}
	var places []place
	for i := range s.Doc.Tokens {
		w := s.Doc.Str(i)
		if len(w) < 5 || len(w) != utf8.RuneCountInString(w) || s.Doc.Tokens[i].Shape != lang.ShapeTitle || strings.ContainsAny(w, "-'.’") {
			continue
		}
		m := s.Names.At(s.Doc.Tokens[i].Start)
		if m < 0 {
			continue
		}
		switch s.Names.Mentions[m].Type {
		case ledger.Person, ledger.Org, ledger.Place:
			count[w]++
			places = append(places, place{s.Doc.Tokens[i].Start, w})
		}
	}
	for range 200 {
		if len(places) == 0 {
			break
		}
		p := places[rng.IntN(len(places))]
		if count[p.word] < 2 {
			continue
		}
		wrong := slip(rng, p.word)
		if wrong == p.word || strings.Contains(copy, wrong) {
			continue
		}
		return planted{copy[:p.start] + wrong + copy[p.start+len(p.word):], p.word, wrong, p.start}, true
	}
	return planted{}, false
}

// TestPlantedNames plants slips in names of published stories and looks for
// them; and it counts what is flagged on the stories as they were.
func TestPlantedNames(t *testing.T) {
	const n = 200
	show := 0
	fmt.Sscan(os.Getenv("STET_SHOW"), &show)
	stories := published(t)
	rng := rand.New(rand.NewPCG(2026, 5))
	done, found, right := 0, 0, 0
	for i := 0; done < n && i < 3*len(stories); i++ {
		p, ok := plant(rng, stories[i%len(stories)])
		if !ok {
			continue
		}
		done++
		_, flags := checkCopy(p.text)
		hit, fix := false, false
		for _, f := range flags {
			if f.Span.Start < p.start+len(p.wrong) && p.start < f.Span.End {
				hit = true
				fix = fix || len(f.Fixes) > 0 && p.text[:f.Span.Start]+f.Fixes[0].Text+p.text[f.Span.End:] == stories[i%len(stories)]
			}
		}
		if hit {
			found++
		}
		if fix {
			right++
		}
		if !fix && show > 0 {
			show--
			t.Logf("found %v: %q for %q: …%s…", hit, p.wrong, p.right, p.text[max(0, p.start-60):min(len(p.text), p.start+60)])
		}
	}
	words := 0
	byRule := map[string]int{}
	for _, c := range stories {
		words += len(strings.Fields(c))
		s, flags := checkCopy(c)
		for _, f := range flags {
			byRule[f.Rule+" "+f.Severity.String()]++
			if os.Getenv("STET_SHOW") != "" {
				t.Logf("false %s: %q: %s", f.Rule, f.Span.In(s.Doc.Text), f.Message)
			}
		}
	}
	sum := 0
	for _, k := range byRule {
		sum += k
	}
	rate := 1000 * float64(sum) / float64(words)
	t.Logf("planted %d, found %.3f, right fix %.3f", done, float64(found)/float64(done), float64(right)/float64(done))
	t.Logf("%.3f flags in 1,000 words of %d: %v", rate, words, byRule)
	assert.GreaterOrEqual(t, float64(found)/float64(done), 0.90)
	assert.GreaterOrEqual(t, float64(right)/float64(done), 0.85)
	assert.LessOrEqual(t, rate, 0.15)
}
