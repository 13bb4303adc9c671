package ledgers

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/check"
	"stet/model/facts"
	"stet/model/names"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/theme"
)

func result() (*check.Result, func(s string, nth int) text.Span) {
	s := &story.Story{
		Headline: "Port frees 12 sailors",
		Body: []story.Paragraph{
			{Text: "Marta Lund, the mayor, said 14 sailors had left. Lund spoke on Monday."},
			{Text: "Officials said Marta Lundt would resign. Some 3 boats left."},
		},
	}
	c := s.Layout()
	find := func(w string, nth int) text.Span {
		at := 0
		for range nth {
			at += strings.Index(c.Text[at:], w) + len(w)
		}
		i := at + strings.Index(c.Text[at:], w)
		return text.Span{Start: i, End: i + len(w)}
	}
	r := &check.Result{Copy: c, Names: &names.Ledger{}, Sources: &sources.Map{}, Facts: &facts.Ledger{}}
	r.Names.Mentions = []names.Mention{
		{Span: find("Marta Lund", 0), Type: names.Person},
		{Span: find("Lund", 1), Type: names.Person},
		{Span: find("Marta Lundt", 0), Type: names.Person, Name: 1},
		{Span: find("Port", 0), Type: names.Org, Name: 2},
	}
	r.Names.Names = []names.Name{
		{Type: names.Person, Canonical: "Marta Lund", Mentions: []int{0, 1, 2}, Titles: []names.Role{{Text: "the mayor"}}, Spellings: []names.Spelling{
			{Text: "Marta Lund", Mentions: []int{0}}, {Text: "Lund", Mentions: []int{1}}, {Text: "Marta Lundt", Mentions: []int{2}},
		}},
		{Type: names.Org, Canonical: "Port", Mentions: []int{3}, Known: true, Spellings: []names.Spelling{{Text: "Port", Mentions: []int{3}}}},
	}
	r.Sources.Attributions = []sources.Attribution{
		{Source: find("Marta Lund", 0), Content: []text.Span{find("14 sailors had left", 0)}, Form: sources.Indirect, Kind: sources.NamedPerson, Of: 0, Para: 1},
		{Source: find("Officials", 0), Content: []text.Span{find("Marta Lundt would resign", 0)}, Form: sources.Indirect, Kind: sources.UnnamedGroup, Of: 1, Para: 2},
	}
	r.Sources.Sources = []sources.Source{
		{Name: "Marta Lund", Kind: sources.NamedPerson, Attributions: []int{0}, Paras: []int{1}},
		{Name: "Officials", Kind: sources.UnnamedGroup, Attributions: []int{1}, Paras: []int{2}},
	}
	day := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	r.Facts.Figures = []facts.Figure{
		{Span: find("12 sailors", 0), Value: 12, Noun: "sailor", Para: 0},
		{Span: find("14 sailors", 0), Value: 14, Noun: "sailor", Para: 1},
		{Span: find("3 boats", 0), Value: 3, Noun: "boat", Bound: facts.About, Para: 2},
	}
	r.Facts.Dates = []facts.Date{{Span: find("Monday", 0), From: day, To: day, Para: 1}}
	return r, find
}

func texts(rows []Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Repeat("  ", r.Level)+r.Text)
	}
	return out
}

func TestNamesPutDisagreementsOnTop(t *testing.T) {
	r, _ := result()
	rows := Names(r)
	assert.Equal(t, []string{
		"Spelt in more than one way", "Marta Lund", "  Marta Lund", "  Lund", "  Marta Lundt",
		"Organisations", "Port",
	}, texts(rows))
	assert.True(t, rows[1].Warn)
	assert.Len(t, rows[1].Spans, 3)
	assert.Equal(t, "the mayor", rows[1].Note)
	assert.True(t, rows[6].Good)
}

func TestShortFormsAreNoDisagreement(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Barack Obama", "Obama", true},
		{"Obama's", "Barack Obama", true},
		{"Raul Castro", "Raúl Castro", false},
		{"US", "United States", true},
		{"Lundt", "Marta Lund", false},
	} {
		assert.Equal(t, c.same, sameWords(c.a, c.b), "%s, %s", c.a, c.b)
	}
}

func TestSourcesPutTheUnnamedFirst(t *testing.T) {
	r, find := result()
	rows := Sources(r)
	assert.Equal(t, []string{
		"Not named", "Officials", "  Marta Lundt would resign", "Named", "Marta Lund", "  14 sailors had left",
	}, texts(rows))
	assert.Equal(t, "unnamed group", rows[1].Kind)
	assert.Equal(t, []text.Span{find("Officials", 0)}, rows[1].Spans)
}

func TestFactsShowFiguresThatDiffer(t *testing.T) {
	r, _ := result()
	rows := Facts(r)
	assert.Equal(t, []string{"Figures: sailor", "12 sailors", "14 sailors", "Other figures", "3 boats", "Dates", "Monday"}, texts(rows))
	assert.True(t, rows[0].Warn)
	assert.Equal(t, "headline", rows[1].Kind)
	assert.Equal(t, "paragraph 1", rows[2].Kind)
	assert.Equal(t, "about · paragraph 2", rows[4].Kind)
	assert.Equal(t, "Mon 2 Nov 2026", rows[6].Kind)
}

func TestClicksGoFromPlaceToPlace(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	r, _ := result()
	v := New("No names yet.")
	w := test.NewTempWindow(t, v.Content)
	w.Resize(fyne.NewSize(320, 600))
	assert.True(t, v.none.Visible())
	var got []text.Span
	v.OnGo = func(s text.Span) { got = append(got, s) }
	v.Set(Names(r))
	assert.False(t, v.none.Visible())
	v.press(0) // a heading
	for range 4 {
		v.press(1)
	}
	spans := v.rows[1].Spans
	require.Len(t, spans, 3)
	assert.Equal(t, []text.Span{spans[0], spans[1], spans[2], spans[0]}, got)
	got = nil
	v.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	assert.Equal(t, []text.Span{v.rows[2].Spans[0]}, got)
	v.Set(Names(r))
	assert.Equal(t, 1, v.at, "the chosen row is found again")
}

func TestTitlesOfFigures(t *testing.T) {
	for want, f := range map[string]facts.Figure{
		"Figures: sailor":          {Noun: "sailor"},
		"Figures: tonne (km)":      {Noun: "tonne", Unit: "km"},
		"Ages":                     {Sort: facts.Age, Unit: "years"},
		"Percentages":              {Sort: facts.Percent, Unit: "%"},
		"Figures: km":              {Sort: facts.Measure, Unit: "km"},
		"Figures of nothing named": {},
	} {
		assert.Equal(t, want, figureTitle(&f))
	}
}
