package check

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/names"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
)

// finder flags a word in each paragraph and counts how often it was asked.
type finder struct {
	word  string
	rule  rules.Rule
	asked int
}

func (f *finder) Rules() []rules.Rule { return []rules.Rule{f.rule} }

func (f *finder) CheckParagraph(_ context.Context, p *lang.Paragraph, _ *rules.Settings) []flag.Flag {
	f.asked++
	var out []flag.Flag
	for i := range p.Tokens {
		if p.Str(i) == f.word {
			out = append(out, flag.Flag{Rule: f.rule.ID, Kind: f.rule.Kind, Span: p.Tokens[i].Span, Confidence: 0.5})
		}
	}
	return out
}

func newFinder(word, id string, k flag.Kind) *finder {
	return &finder{word: word, rule: rules.Rule{ID: id, Kind: k}}
}

func twoParagraphs() *story.Story {
	return &story.Story{Headline: "Foo wins", Body: []story.Paragraph{{Text: "A foo here."}, {Text: "No bar there, foo."}}}
}

func TestFlagsLieInTheCopy(t *testing.T) {
	c := With([]rules.ParagraphChecker{newFinder("foo", "typo.foo", flag.Typo)}, nil)
	r, err := c.Story(context.Background(), Input{Story: twoParagraphs()})
	require.NoError(t, err)
	require.Len(t, r.Flags, 2)
	for _, f := range r.Flags {
		assert.Equal(t, "foo", f.Span.In(r.Copy.Text))
	}
}

func TestAnEditCostsItsParagraph(t *testing.T) {
	f := newFinder("foo", "typo.foo", flag.Typo)
	c := With([]rules.ParagraphChecker{f}, nil)
	s := twoParagraphs()
	_, err := c.Story(context.Background(), Input{Story: s})
	require.NoError(t, err)
	require.Equal(t, 3, f.asked)
	s = s.Clone()
	s.Body[0].Text = "A fool here."
	r, err := c.Story(context.Background(), Input{Story: s})
	require.NoError(t, err)
	assert.Equal(t, 4, f.asked, "only the changed paragraph is checked again")
	assert.Len(t, r.Flags, 1)

	c.Configure(rules.Settings{Region: rules.RegionUK}, names.Options{})
	_, err = c.Story(context.Background(), Input{Story: s})
	require.NoError(t, err)
	assert.Equal(t, 7, f.asked, "new settings ask anew")
}

func TestTheCacheForgetsWhatIsNotAskedFor(t *testing.T) {
	f := newFinder("foo", "typo.foo", flag.Typo)
	c := With([]rules.ParagraphChecker{f}, nil)
	for i := range 3 * keep {
		_, err := c.Raw(context.Background(), strings.Repeat("x", i%100)+" "+strings.Repeat("y", i/100))
		require.NoError(t, err)
	}
	assert.LessOrEqual(t, len(c.cache.young)+len(c.cache.old), 2*keep)
}

func TestACancelledCheckIsNotKept(t *testing.T) {
	f := newFinder("foo", "typo.foo", flag.Typo)
	c := With([]rules.ParagraphChecker{f}, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := c.Story(ctx, Input{Story: twoParagraphs()})
	require.ErrorIs(t, err, context.Canceled)
	assert.Empty(t, c.cache.young)
}

func TestMutedAndPackedRules(t *testing.T) {
	style := newFinder("foo", "style.foo", flag.Style)
	style.rule.Pack, style.rule.Off = "plain", true
	for _, c := range []struct {
		name string
		set  rules.Settings
		want []string
	}{
		{"a pack that is off stays off", rules.Settings{}, []string{"typo.bar"}},
		{"a pack that is on", rules.Settings{Packs: map[string]bool{"plain": true}}, []string{"style.foo", "typo.bar", "style.foo"}},
		{"a muted rule", rules.Settings{Muted: map[string]bool{"typo.bar": true}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := With([]rules.ParagraphChecker{style, newFinder("bar", "typo.bar", flag.Typo)}, nil)
			k.Configure(c.set, names.Options{})
			r, err := k.Story(context.Background(), Input{Story: twoParagraphs()})
			require.NoError(t, err)
			var got []string
			for _, f := range r.Flags {
				got = append(got, f.Rule)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestOneFlagAFault(t *testing.T) {
	f := func(rule string, k flag.Kind, a, b int, conf float64) flag.Flag {
		return flag.Flag{Rule: rule, Kind: k, Span: text.Span{Start: a, End: b}, Confidence: conf}
	}
	fixed := func(f flag.Flag, with string) flag.Flag {
		f.Fixes = []flag.Fix{{Text: with}}
		return f
	}
	for _, c := range []struct {
		name string
		in   []flag.Flag
		want []string
	}{
		{"two rules with one fix", []flag.Flag{fixed(f("s", flag.Style, 0, 5, 1), "colour"), fixed(f("c", flag.Consistency, 0, 5, .8), "colour")}, []string{"c"}},
		{"two rules with two fixes", []flag.Flag{fixed(f("s", flag.Style, 0, 5, 1), "colour"), fixed(f("c", flag.Consistency, 0, 5, .8), "hue")}, []string{"c", "s"}},
		{"the surer typo stands", []flag.Flag{f("a", flag.Typo, 0, 5, .6), f("b", flag.Typo, 3, 8, .9)}, []string{"b"}},
		{"the narrower of two equal ones", []flag.Flag{f("a", flag.Typo, 0, 9, .9), f("b", flag.Typo, 3, 5, .9)}, []string{"b"}},
		{"an insertion beside a word", []flag.Flag{f("a", flag.Typo, 5, 5, .6), f("b", flag.Typo, 0, 5, .9)}, []string{"b"}},
		{"style gives way to a typo", []flag.Flag{f("s", flag.Style, 0, 20, 1), f("b", flag.Typo, 3, 5, .9)}, []string{"b"}},
		{"sourcing stands beside a typo", []flag.Flag{f("s", flag.Sourcing, 0, 20, 1), f("b", flag.Typo, 3, 5, .9)}, []string{"s", "b"}},
		{"two sourcing rules on one span", []flag.Flag{f("s", flag.Sourcing, 0, 5, 1), f("u", flag.Sourcing, 0, 5, 1)}, []string{"s", "u"}},
		{"a rule speaks once of a span", []flag.Flag{f("s", flag.Sourcing, 0, 5, 1), f("s", flag.Sourcing, 0, 5, .4)}, []string{"s"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range merge(c.in) {
				got = append(got, f.Rule)
			}
			assert.Equal(t, c.want, got)
		})
	}
}
