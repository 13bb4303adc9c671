package spelling

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/rulestest"
	"stet/model/story"
)

func needLexicon(t testing.TB) {
	t.Helper()
	if _, err := lang.DefaultSpeller(); err != nil {
		t.Skipf("this build has no lexicon: %v", err)
	}
}

func TestExamples(t *testing.T) {
	needLexicon(t)
	rulestest.Run(t, New())
}

func words(t *testing.T, set *rules.Settings, s string) []string {
	t.Helper()
	p := lang.Analyse(s, story.RoleBody)
	var out []string
	for _, f := range New().CheckParagraph(context.Background(), p, set) {
		out = append(out, f.Span.In(s))
	}
	return out
}

func TestTheEditorsWordsAreKnown(t *testing.T) {
	needLexicon(t)
	const s = "The goverment released them."
	assert.Equal(t, []string{"goverment"}, words(t, &rules.Settings{}, s))
	assert.Empty(t, words(t, &rules.Settings{Words: map[string]bool{"goverment": true}}, s))
	assert.Empty(t, words(t, &rules.Settings{Muted: map[string]bool{ID: true}}, s))
}

func TestRepeatedWordsAreMeant(t *testing.T) {
	needLexicon(t)
	check := func(s string) int {
		doc := lang.Read(story.Raw(s))
		fs := New().CheckParagraph(context.Background(), doc.Paras[0].Paragraph, &rules.Settings{})
		return len(New().FilterStory(context.Background(), &rules.Subject{Doc: doc, Settings: &rules.Settings{}}, fs))
	}
	require.Equal(t, 1, check("He ate a hambuger there."))
	require.Equal(t, 0, check("He ate a hambuger there, a hambuger of the old sort."))
	assert.Equal(t, 2, check("He ate a goverment and a goverment."), "a listed misspelling is one however often it stands")
}

func TestWhatIsNoWordOfTheCopyIsLetBe(t *testing.T) {
	needLexicon(t)
	for _, s := range []string{
		"The scholar Yusuf ibn Haddad wrote it down.", // a particle of a name
		"The log is in infront.cfg, and in -infront too.",
		"See <a href=\"there\">this</a> and Su!olk.",
		"A caf\u00c3\u00a7ois left.",
		"Set inFront to zero before the call.",
		"She served caldo gallego and pollo asado to the guests.", // another language comes in company
	} {
		assert.Empty(t, words(t, &rules.Settings{}, s), s)
	}
	assert.Equal(t, []string{"secuArity"}, words(t, &rules.Settings{}, "The secuArity forces left."))
	assert.Equal(t, []string{"Portugese"}, words(t, &rules.Settings{}, "He was held in Portugese waters."))
}

// TestNewerWordsAreNewer holds that no word of the list is one that the lexicon
// vouches for already, or one that a list of misspellings has.
func TestNewerWordsAreNewer(t *testing.T) {
	needLexicon(t)
	sp, err := lang.DefaultSpeller()
	require.NoError(t, err)
	require.Greater(t, len(newer()), 100)
	for w := range newer() {
		e, _ := sp.Words.Lookup(w)
		assert.False(t, e.Is(lang.WordLower) && e.Size > 0 && e.Size <= 70, w)
		assert.Equal(t, lang.Fold(w), w)
		assert.Empty(t, sp.Lists.Right(w), w)
		assert.Empty(t, words(t, &rules.Settings{}, "They spoke of "+w+" on Monday."), w)
	}
}

func TestAWordOfAnAddressIsMeant(t *testing.T) {
	needLexicon(t)
	check := func(s string) int {
		doc := lang.Read(story.Raw(s))
		var fs []flag.Flag
		for _, p := range doc.Paras {
			for _, f := range New().CheckParagraph(context.Background(), p.Paragraph, &rules.Settings{}) {
				f.Span = f.Span.Shift(p.Start)
				fs = append(fs, f)
			}
		}
		return len(New().FilterStory(context.Background(), &rules.Subject{Doc: doc, Settings: &rules.Settings{}}, fs))
	}
	const s = "The site hambuger has more on this."
	require.Equal(t, 1, check(s))
	assert.Zero(t, check(s+"\n\nwww.hambuger.example.org"))
}

func TestQuotedSlipsAreWarnings(t *testing.T) {
	needLexicon(t)
	const s = "“The goverment lied,” he said."
	fs := New().CheckParagraph(context.Background(), lang.Analyse(s, story.RoleBody), &rules.Settings{})
	require.Len(t, fs, 1)
	assert.Equal(t, "warning", fs[0].Severity.String())
}

func BenchmarkSpelling(b *testing.B) {
	needLexicon(b)
	const s = "The European Union and the government agreed on Tuesday to release dozens of prisoners who had been held without trial, the foreign minister said in a statement."
	p := lang.Analyse(s, story.RoleBody)
	for b.Loop() {
		New().CheckParagraph(context.Background(), p, &rules.Settings{})
	}
	b.ReportMetric(float64(b.N)*27/b.Elapsed().Seconds(), "words/s")
}

func TestRegionExamples(t *testing.T) {
	needLexicon(t)
	rulestest.Run(t, NewRegion())
}

func TestRegionFollowsTheSetting(t *testing.T) {
	needLexicon(t)
	check := func(r rules.Region, s string) int {
		doc := lang.Read(story.Raw(s))
		return len(NewRegion().CheckStory(context.Background(), &rules.Subject{Doc: doc, Settings: &rules.Settings{Region: r}}))
	}
	const s = "The colour has faded."
	assert.Equal(t, 1, check(rules.RegionUS, s))
	assert.Zero(t, check(rules.RegionUK, s))
	assert.Zero(t, check(rules.RegionAuto, s))
	assert.Equal(t, 1, check(rules.RegionUK, "The color has faded."))
	assert.Zero(t, check(rules.RegionCA, "The color has faded."))
}
