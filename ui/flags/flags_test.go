package flags

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/desk"
	"stet/model/flag"
	"stet/ui/theme"
)

func card(id, rule string, k flag.Kind, s flag.Severity, v flag.Verdict, was string, fixes ...string) Card {
	c := Card{Item: desk.Item{ID: id, Was: was, Verdict: v, Flag: flag.Flag{
		Rule: rule, Kind: k, Severity: s, Message: fmt.Sprintf("“%s” looks wrong here.", was),
	}}, Title: rule, Why: "Because.", Before: "the release ", After: " dozens of prisoners"}
	for _, f := range fixes {
		c.Item.Flag.Fixes = append(c.Item.Flag.Fixes, flag.Fix{Text: f})
	}
	if v != flag.Open {
		c.Item.Decision = &flag.Decision{Verdict: v, Fix: "of"}
	}
	return c
}

func cards() []Card {
	return []Card{
		card("a", "typo.real-word", flag.Typo, flag.Error, flag.Open, "if", "of", "off"),
		card("b", "sourcing.anonymous", flag.Sourcing, flag.Warning, flag.Open, "Anonymous officials"),
		card("c", "typo.real-word", flag.Typo, flag.Error, flag.Open, "form", "from"),
		card("d", "style.cliche", flag.Style, flag.Note, flag.Open, "at the end of the day"),
		card("e", "typo.hyphen", flag.Typo, flag.Error, flag.Fixed, "18-months"),
	}
}

func open(t *testing.T) *Panel {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	p := New(Tips{Fix: "Fix  Ctrl+Enter"})
	w := test.NewTempWindow(t, p.Content)
	w.Resize(fyne.NewSize(340, 900))
	return p
}

func TestPanelShowsOpenFlagsInStoryOrder(t *testing.T) {
	p := open(t)
	p.Set(cards())
	assert.Equal(t, []string{"a", "b", "c"}, p.Open(), "notes wait until they are asked for")
	assert.Equal(t, "2 typos", p.chips[flag.Typo].Text)
	assert.Equal(t, "1 sourcing", p.chips[flag.Sourcing].Text)
	assert.Equal(t, "0 style", p.chips[flag.Style].Text)
	p.SetNotes(true)
	assert.Equal(t, []string{"a", "b", "c", "d"}, p.Open())
	p.SetByRule(true)
	assert.Equal(t, []string{"a", "c", "b", "d"}, p.Open())
}

func TestCountsAreTheFilter(t *testing.T) {
	p := open(t)
	p.Set(cards())
	told := 0
	p.OnFilter = func() { told++ }
	test.Tap(p.chips[flag.Typo])
	assert.Equal(t, []string{"b"}, p.Open())
	assert.True(t, p.Hides(flag.Typo, flag.Error))
	test.Tap(p.chips[flag.Typo])
	assert.Equal(t, []string{"a", "b", "c"}, p.Open())
	assert.Equal(t, 2, told)
}

func TestSettledFold(t *testing.T) {
	p := open(t)
	p.Set(cards())
	fold := -1
	for i, e := range p.entries {
		if e.kind == foldEntry {
			fold = i
		}
	}
	require.GreaterOrEqual(t, fold, 0)
	assert.Contains(t, p.list.Row(fold).(*row).title.Text(), "1 settled")
	p.press(fold)
	r := p.list.Row(fold + 1).(*row)
	assert.Equal(t, "fixed: “18-months” → “of”", r.title.Text())
	reopened := ""
	p.OnReopen = func(id string) { reopened = id }
	test.Tap(r.undo)
	assert.Equal(t, "e", reopened)
}

func TestCardButtonsCallBack(t *testing.T) {
	p := open(t)
	p.Set(cards())
	var got []string
	p.OnFix = func(id string, n int) { got = append(got, fmt.Sprint("fix ", id, n)) }
	p.OnStet = func(id string) { got = append(got, "stet "+id) }
	p.OnQuery = func(id string) { got = append(got, "query "+id) }
	p.OnMore = func(id string, _ fyne.Position) { got = append(got, "more "+id) }
	p.OnPick = func(id string) { got = append(got, "pick "+id) }
	a, b := p.list.Row(0).(*row), p.list.Row(1).(*row)
	assert.Equal(t, "of", a.fixes[0].Text)
	assert.Equal(t, "off", a.fixes[1].Text)
	assert.False(t, b.fixes[0].Visible(), "no fix, no button")
	test.Tap(a.fixes[1])
	test.Tap(b.stet)
	test.Tap(b.query)
	test.Tap(a.more)
	p.press(1)
	assert.Equal(t, []string{"fix a1", "stet b", "query b", "more a", "pick b"}, got)
	assert.Equal(t, "b", p.Current())
}

func TestKeysOnThePanel(t *testing.T) {
	p := open(t)
	p.Set(cards())
	var got []string
	p.OnPick = func(id string) { got = append(got, "pick "+id) }
	p.OnFix = func(id string, n int) { got = append(got, "fix "+id) }
	p.OnStet = func(id string) { got = append(got, "stet "+id) }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyDelete} {
		p.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
	assert.Equal(t, []string{"pick a", "pick b", "pick a", "fix a", "stet a"}, got)
}

func TestWhyOpensOnRequest(t *testing.T) {
	p := open(t)
	p.Set(cards())
	closed := p.list.Row(0).Size().Height
	assert.False(t, p.list.Row(0).(*row).why.Visible())
	p.ToggleWhy("a")
	assert.Equal(t, "Because.", p.list.Row(0).(*row).why.Text())
	assert.Greater(t, p.list.Row(0).Size().Height, closed)
}

func TestCardPartsDoNotOverlap(t *testing.T) {
	p := open(t)
	long := card("x", "sourcing.inflated", flag.Sourcing, flag.Error, flag.Open, strings.Repeat("the ministry ", 4), "one long fix that takes room", "another long fix", "a third long fix")
	long.Item.Flag.Message = strings.Repeat("A message that runs over several lines. ", 3)
	p.Set([]Card{long})
	p.ToggleWhy("x")
	r := p.list.Row(0).(*row)
	parts := []fyne.CanvasObject{r.title, r.context, r.why, r.buttons}
	for i := 1; i < len(parts); i++ {
		above := parts[i-1].Position().Y + parts[i-1].Size().Height
		assert.GreaterOrEqual(t, parts[i].Position().Y, above, "part %d", i)
	}
	last := r.buttons.Position().Y + r.buttons.Size().Height
	assert.LessOrEqual(t, last, r.ground.Size().Height)
	for _, b := range r.fixes {
		assert.LessOrEqual(t, b.Position().X+b.Size().Width, r.buttons.Size().Width+0.5)
	}
}

func TestFiveHundredCardsOwnFewObjects(t *testing.T) {
	p := open(t)
	var many []Card
	for i := range 500 {
		many = append(many, card(fmt.Sprint(i), "typo.spelling", flag.Typo, flag.Error, flag.Open, fmt.Sprintf("wrod%d", i), "word"))
	}
	p.Set(many)
	assert.Less(t, p.list.Live(), 20)
	p.SetCurrent("400")
	found := false
	for i, e := range p.entries {
		if p.cards[e.card].Item.ID == "400" {
			found = p.list.Row(i) != nil
		}
	}
	assert.True(t, found, "the current card is in sight")
}

func TestAroundCutsAtWords(t *testing.T) {
	p := "Havana has released all 53 American prisoners that it promised to free in December"
	i := strings.Index(p, "American")
	b, a := Around(p, i, i+len("American"), 12)
	assert.Equal(t, "…all 53 ", b)
	assert.Equal(t, " prisoners…", a)
	b, a = Around("short", 0, 5, 12)
	assert.Empty(t, b+a)
	b, a = Around("x", 5, 9, 3)
	assert.Equal(t, "x", b)
	assert.Empty(t, a)
}

func TestFixLabels(t *testing.T) {
	for _, c := range []struct {
		was  string
		fix  flag.Fix
		want string
	}{
		{"if", flag.Fix{Text: "of"}, "of"},
		{"the the", flag.Fix{Text: "", Label: "the"}, "the"},
		{"the", flag.Fix{}, "remove"},
		{"  ", flag.Fix{}, "remove the space"},
		{"", flag.Fix{Text: " "}, "a space"},
		{"x", flag.Fix{Text: strings.Repeat("long ", 20)}, "long long long long long long long long…"},
	} {
		assert.Equal(t, c.want, FixLabel(c.was, c.fix))
	}
}

func BenchmarkSet60(b *testing.B) {
	test.NewApp().Settings().SetTheme(theme.New(theme.Light, 1))
	p := New(Tips{})
	w := test.NewWindow(p.Content)
	w.Resize(fyne.NewSize(340, 900))
	var many []Card
	for i := range 60 {
		many = append(many, card(fmt.Sprint(i), "typo.spelling", flag.Typo, flag.Error, flag.Open, fmt.Sprintf("wrod%d", i), "word"))
	}
	for b.Loop() {
		p.Set(many)
	}
}
