package dialogs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/ui/actions"
	"stet/ui/theme"
	"stet/ui/widgets"
)

func host(t *testing.T) *Host {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, widget.NewLabel("behind"))
	w.Resize(fyne.NewSize(1000, 700))
	return &Host{Window: w}
}

// within returns all objects of a type inside o.
func within[T any](o fyne.CanvasObject) []T {
	var out []T
	if v, ok := o.(T); ok {
		out = append(out, v)
	}
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			out = append(out, within[T](c)...)
		}
	case fyne.Widget:
		if _, done := any(o).(T); done {
			return out
		}
		for _, c := range test.WidgetRenderer(x).Objects() {
			out = append(out, within[T](c)...)
		}
	}
	return out
}

func button(t *testing.T, m *Modal, label string) *widgets.Button {
	for _, b := range within[*widgets.Button](m.pop.Content) {
		if b.Text == label {
			return b
		}
	}
	require.Failf(t, "no button", "%s has no button %q", m.Title, label)
	return nil
}

func TestDialogsStackAndGiveFocusBack(t *testing.T) {
	h := host(t)
	behind := widget.NewEntry()
	h.Window.SetContent(behind)
	h.Window.Canvas().Focus(behind)
	closed := 0
	h.OnClosed = func() { closed++ }
	h.Say("One", "first")
	h.Say("Two", "second")
	assert.Equal(t, "Two", h.Top().Title)
	assert.True(t, h.Escape())
	assert.Equal(t, "One", h.Top().Title)
	assert.True(t, h.Escape())
	assert.False(t, h.Escape())
	assert.Equal(t, 1, closed)
	assert.Same(t, behind, h.Window.Canvas().Focused())
}

func TestAskHandsBackTheAnswer(t *testing.T) {
	h := host(t)
	got := ""
	m := h.Ask("Query", "What should the reporter be asked?", "Who says so?", "Send", func(s string) { got = s })
	e := within[*widgets.Field](m.pop.Content)[0]
	assert.Equal(t, "Who says so?", e.Text)
	e.SetText("Which official?")
	test.Tap(button(t, m, "Send"))
	assert.Equal(t, "Which official?", got)
	assert.False(t, h.Open())
}

func TestPaletteRunsWhatIsChosen(t *testing.T) {
	h := host(t)
	all := actions.Table()
	search := func(q string) []actions.Command {
		var out []actions.Command
		for _, c := range all {
			if strings.Contains(strings.ToLower(c.Title), strings.ToLower(q)) {
				out = append(out, c)
			}
		}
		return out
	}
	ran := ""
	m := h.Palette(search, func(id string) bool { return id != actions.FixAlike }, func(id string) { ran = id })
	e := within[*widgets.Field](m.pop.Content)[0]
	assert.Same(t, e, h.Window.Canvas().Focused())
	e.SetText("alike")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Empty(t, ran, "what is disabled does not run")
	assert.True(t, h.Open())
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Equal(t, actions.StetAlike, ran)
	assert.False(t, h.Open())
}

func TestSheetNamesEveryKey(t *testing.T) {
	h := host(t)
	m := h.Sheet(actions.Table())
	text := test.RenderObjectToMarkup(m.pop.Content)
	for _, c := range actions.Table() {
		if len(c.Keys) > 0 {
			assert.Contains(t, text, c.Keys[0].String(), c.ID)
		}
	}
}

func TestImportErrorsNameFileAndReason(t *testing.T) {
	h := host(t)
	r := Imported{New: 103, Versions: 1, Same: 2, Unread: []Unread{{"locked.txt", "you may not read it; ask its owner"}}}
	assert.Equal(t, "103 stories imported, 1 new version of stories that were here, 2 stories were here already, 1 file not read", r.Summary())
	assert.Equal(t, "1 story imported; stopped before the end", Imported{New: 1, Cancelled: true}.Summary())
	assert.Equal(t, "1 story was here already", Imported{Same: 1}.Summary())
	m := h.ImportErrors(r)
	var words []string
	for _, f := range within[*widgets.Flow](m.pop.Content) {
		words = append(words, f.Text())
	}
	assert.Contains(t, words, "locked.txt")
	assert.Contains(t, words, "you may not read it; ask its owner")
	test.Tap(button(t, m, "Copy the list"))
	assert.Contains(t, fyne.CurrentApp().Clipboard().Content(), "locked.txt: you may not read it")
}

func TestExportAsksForWhatIsMissing(t *testing.T) {
	h := host(t)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "storm.md"), []byte("old"), 0o600))
	var got *ExportChoice
	m := h.Export(ExportForm{
		Formats: []string{"Plain text", "Markdown"}, Chosen: map[string]bool{"Markdown": true}, Folder: dir, Open: 3,
		Errors: []OpenError{{"a", "“if” should be “of”."}},
		Files: func(folder string, formats []string) (files, exists []string) {
			for _, f := range formats {
				n := map[string]string{"Plain text": "storm.txt", "Markdown": "storm.md"}[f]
				files = append(files, n)
				if _, err := os.Stat(filepath.Join(folder, n)); err == nil {
					exists = append(exists, n)
				}
			}
			return files, exists
		},
	}, func(c ExportChoice) { got = &c })
	yes := button(t, m, "Export")
	fields := within[*widgets.Field](m.pop.Content)
	require.Len(t, fields, 3)
	assert.False(t, yes.Enabled(), "no name")
	fields[1].SetText("Dana Cole")
	assert.False(t, yes.Enabled(), "an open error without a reason")
	fields[2].SetText("the reporter insists")
	assert.False(t, yes.Enabled(), "a file that exists")
	checks := within[*widget.Check](m.pop.Content)
	replace := checks[len(checks)-1]
	require.True(t, replace.Visible())
	replace.SetChecked(true)
	assert.True(t, yes.Enabled())
	test.Tap(yes)
	require.NotNil(t, got)
	assert.Equal(t, ExportChoice{Formats: []string{"Markdown"}, Folder: dir, Editor: "Dana Cole", Reasons: map[string]string{"a": "the reporter insists"}, Replace: true}, *got)
}

func TestPreferencesHandBackWhatChanged(t *testing.T) {
	h := host(t)
	var got *Settings
	s := Settings{
		Editor: "Dana", Region: Regions[0], Theme: Themes[1], Scale: 1,
		Packs: []Switch{{"wire", "Wire style", false}}, Muted: []Switch{{"typo.hyphen", "Hyphen", true}}, Words: []string{"wordle"},
	}
	m := h.Preferences(s, func(n Settings) { got = &n })
	for _, b := range within[*widget.Check](m.pop.Content) {
		b.SetChecked(!b.Checked)
	}
	test.Tap(button(t, m, "Apply"))
	require.NotNil(t, got)
	assert.True(t, got.Packs[0].On)
	assert.False(t, got.Muted[0].On)
	assert.True(t, s.Muted[0].On, "the settings handed in are left alone")
	assert.Equal(t, []string{"wordle"}, got.Words)
	assert.Equal(t, "Dana", got.Editor)
}

func TestFindBar(t *testing.T) {
	h := host(t)
	b := NewFindBar()
	h.Window.SetContent(b.Content)
	var log []string
	b.OnFind = func(s string, c bool) { log = append(log, "find "+s) }
	b.OnNext = func() { log = append(log, "next") }
	b.OnReplace = func(s string) { log = append(log, "replace by "+s) }
	b.OnClose = func() { log = append(log, "close") }
	b.Show("storm", true)
	b.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.with.SetText("gale")
	b.with.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, []string{"find storm", "next", "replace by gale", "close"}, log)
	b.SetCount(5, 2)
	assert.Equal(t, "2 of 5", b.count.Text())
	b.SetCount(0, 0)
	assert.Equal(t, "no hits", b.count.Text())
}

func TestProgressCancels(t *testing.T) {
	h := host(t)
	p := NewProgress()
	h.Window.SetContent(p.Content)
	stopped := false
	p.Start("Importing", func() { stopped = true })
	p.Step("Importing storm.txt", 3, 10)
	assert.InDelta(t, 0.3, p.bar.share, 0.001)
	test.Tap(p.stop)
	assert.True(t, stopped)
	p.Done()
	assert.False(t, p.Content.Visible())
}
