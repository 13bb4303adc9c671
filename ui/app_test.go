package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/check"
	"stet/model/desk"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/library"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/actions"
	"stet/ui/dialogs"
	"stet/ui/editor"
	"stet/ui/ledgers"
	"stet/ui/theme"
)

// planted is a checker for tests: it flags the words of its table wherever
// they stand, so that the window's tests do not hang on the rulebook.
type planted struct{}

type plant struct {
	kind     flag.Kind
	severity flag.Severity
	rule     string
	fixes    []string
}

var plants = map[string]plant{
	"wrod":      {flag.Typo, flag.Error, "typo.spelling", []string{"word", "rod"}},
	"teh":       {flag.Typo, flag.Error, "typo.spelling", []string{"the"}},
	"officials": {flag.Sourcing, flag.Warning, "sourcing.anonymous", nil},
	"utilise":   {flag.Style, flag.Note, "style.plain", []string{"use"}},
}

func (planted) Rules() []rules.Rule {
	return []rules.Rule{
		{ID: "typo.spelling", Kind: flag.Typo, Severity: flag.Error, Title: "Misspelt word", Why: "A word that is none."},
		{ID: "sourcing.anonymous", Kind: flag.Sourcing, Severity: flag.Warning, Title: "Unnamed source", Why: "Readers cannot weigh what nobody stands for."},
		{ID: "style.plain", Kind: flag.Style, Title: "Plain words", Pack: "plain"},
		{ID: "style.off", Kind: flag.Style, Title: "Hardly ever wanted", Pack: "plain", Off: true},
	}
}

func (planted) CheckParagraph(_ context.Context, p *lang.Paragraph, s *rules.Settings) []flag.Flag {
	var out []flag.Flag
	for w, pl := range plants {
		for at := 0; ; {
			i := strings.Index(p.Text[at:], w)
			if i < 0 {
				break
			}
			at += i
			f := flag.Flag{Rule: pl.rule, Kind: pl.kind, Severity: pl.severity, Span: text.Span{Start: at, End: at + len(w)}, Message: "“" + w + "” is flagged."}
			for _, x := range pl.fixes {
				f.Fixes = append(f.Fixes, flag.Fix{Text: x})
			}
			if other := strings.Index(p.Text, "copy"); other >= 0 {
				f.Also = []flag.Place{{Span: text.Span{Start: other, End: other + 4}, Note: "what stands there"}}
			}
			if !s.Words[w] {
				out = append(out, f)
			}
			at += len(w)
		}
	}
	return out
}

const sample = `Teh wrod of the day

By Ann Reyes

PORT ELLEN — A first paragraph of copy that has teh and wrod in it, and is long enough to be one.

A second paragraph in which officials said that nothing at all was wrong with the harbour or the ships in it.

Advertisement

A third paragraph has teh again, and we utilise long words in it, as people who write for newspapers sometimes will.
`

type rig struct {
	*App
	t   testing.TB
	lib *library.SQLite
	dir string
}

func openRig(t testing.TB, dir string) *rig {
	fa := test.NewTempApp(t)
	fa.Settings().SetTheme(theme.New(theme.Light, 1))
	lib, err := library.OpenSQLite(filepath.Join(dir, "library.db"))
	require.NoError(t, err)
	a, err := New(Options{
		Fyne: fa, Library: lib, Where: dir, Post: NewPoster(),
		Checker: check.With([]rules.ParagraphChecker{planted{}}, nil),
		Samples: []Sample{{"sample.txt", []byte(sample)}},
	})
	require.NoError(t, err)
	a.saver.delay = 5 * time.Millisecond
	a.Window.Resize(fyne.NewSize(1280, 800))
	a.Start()
	r := &rig{a, t, lib, dir}
	r.settle()
	t.Cleanup(func() {
		a.Save()
		lib.Close()
	})
	return r
}

// start opens a window on an empty library.
func start(t *testing.T) *rig { return openRig(t, t.TempDir()) }

// withSample opens a window with the sample story on the desk.
func withSample(t *testing.T) *rig {
	r := start(t)
	r.drop("sample.txt", sample)
	require.NotNil(t, r.story)
	return r
}

func (r *rig) settle() {
	r.t.Helper()
	require.True(r.t, r.Settle(20*time.Second), "the window did not come to rest")
}

// drop writes a file and drops it on the window.
func (r *rig) drop(name, content string) string {
	p := filepath.Join(r.dir, name)
	require.NoError(r.t, os.WriteFile(p, []byte(content), 0o600))
	r.HandleDrop([]fyne.URI{storage.NewFileURI(p)})
	r.settle()
	return p
}

func (r *rig) run(id string) {
	r.t.Helper()
	require.True(r.t, r.actions.Run(id), "%s did not run", id)
	r.settle()
}

// press sends a key as the driver does: to the menu first, then to the focus.
func (r *rig) press(n fyne.KeyName, m fyne.KeyModifier) {
	k := actions.Key{Name: n, Mod: m}
	if s := k.Shortcut(); s != nil {
		require.True(r.t, r.actions.Shortcut(s), "%s is no command", k)
	} else if f := r.Window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	} else {
		r.typedKey(&fyne.KeyEvent{Name: n})
	}
	r.settle()
}

const ctrl = fyne.KeyModifierShortcutDefault

func (r *rig) bodyText() string { return r.story.review.Doc(desk.Body).String() }

func (r *rig) currentWord() string {
	it, ok := r.story.review.Item(r.flags.Current())
	if !ok {
		return ""
	}
	return it.Part.String() + ":" + it.Was
}

func TestADropComesOntoTheDeskCleanAndFlagged(t *testing.T) {
	r := withSample(t)
	assert.Equal(t, "Teh wrod of the day", r.story.review.Doc(desk.Headline).String())
	assert.NotContains(t, r.bodyText(), "Advertisement")
	assert.Equal(t, []string{"1 story imported."}, []string{r.toasts.Showing()})
	assert.Equal(t, 1, r.queue.Shown())
	assert.Len(t, r.flags.Open(), 5, "two words in the headline's case and four in the body, less the note")
	var inserts []string
	for _, i := range r.body.Inserts() {
		inserts = append(inserts, i.Text)
	}
	assert.Contains(t, inserts, "Advertisement removed")
	assert.Contains(t, r.status.line.left, "flags settled")
}

func TestAStoryIsClearedFromTheKeyboard(t *testing.T) {
	r := withSample(t)
	assert.Equal(t, "headline:wrod", r.currentWord(), "the first flag waits")
	r.press(fyne.KeyReturn, ctrl)
	assert.Equal(t, "Teh word of the day", r.story.review.Doc(desk.Headline).String())
	assert.Equal(t, "body:teh", r.currentWord())
	assert.Same(t, r.body, r.Window.Canvas().Focused(), "the copy has the keyboard")
	r.press(fyne.Key1, ctrl)
	assert.Equal(t, "body:wrod", r.currentWord())
	r.press(fyne.Key2, ctrl)
	assert.Contains(t, r.bodyText(), "has the and rod in it")
	assert.Equal(t, "body:officials", r.currentWord())
	r.press(fyne.KeyR, ctrl)
	assert.Equal(t, "body:teh", r.currentWord())
	r.press(fyne.KeyD, ctrl)
	assert.Empty(t, r.currentWord())
	assert.Equal(t, "All flags are settled.", r.toasts.Showing())
	assert.Contains(t, r.status.line.left, "5 of 5 flags settled")
	q, _ := r.queue.Get(key(r.story.id))
	assert.Equal(t, desk.StatusReady, q.Status)
}

func TestUndoTakesBackTextAndDecisionTogether(t *testing.T) {
	r := withSample(t)
	before := r.bodyText()
	r.press(fyne.KeyF8, 0)
	r.press(fyne.KeyF8, 0)
	word := r.currentWord()
	r.press(fyne.KeyReturn, ctrl)
	assert.NotEqual(t, before, r.bodyText())
	r.press(fyne.KeyZ, ctrl)
	assert.Equal(t, before, r.bodyText())
	assert.Len(t, r.flags.Open(), 5)
	r.press(fyne.KeyY, ctrl)
	assert.NotEqual(t, before, r.bodyText())
	assert.Len(t, r.flags.Open(), 4)
	assert.NotEmpty(t, word)
}

func TestFixAllAlikeIsOneStep(t *testing.T) {
	r := withSample(t)
	for r.currentWord() != "body:teh" {
		r.press(fyne.KeyF8, 0)
	}
	r.press(fyne.KeyReturn, ctrl|fyne.KeyModifierShift)
	assert.NotContains(t, r.bodyText(), "teh")
	r.press(fyne.KeyZ, ctrl)
	assert.Equal(t, 2, strings.Count(r.bodyText(), "teh"))
}

func TestCaretAndCardFollowEachOther(t *testing.T) {
	r := withSample(t)
	at := strings.Index(r.bodyText(), "officials")
	r.body.SetCaret(at + 3)
	r.settle()
	assert.Equal(t, "body:officials", r.currentWord())
	id := r.flags.Open()[2]
	r.flags.OnPick(id)
	it, _ := r.story.review.Item(id)
	assert.Equal(t, it.Span.Start, r.editorOf(it.Part).Caret())
	r.body.SetCaret(0)
	r.settle()
	r.press(fyne.KeyF8, 0)
	assert.Equal(t, "body:teh", r.currentWord(), "F8 goes on from the caret")
}

func TestF8VisitsEveryFlagInTurn(t *testing.T) {
	r := withSample(t)
	var seen []string
	for range 6 {
		r.press(fyne.KeyF8, 0)
		seen = append(seen, r.currentWord())
	}
	assert.Equal(t, []string{"headline:wrod", "body:teh", "body:wrod", "body:officials", "body:teh", "headline:wrod"}, seen)
	r.press(fyne.KeyComma, ctrl)
	assert.Equal(t, "body:teh", r.currentWord())
}

func TestACardsMenuLeadsToTheOtherPlaces(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyF8, 0)
	r.press(fyne.KeyF8, 0)
	m := r.cardMenu(r.flags.Current())
	require.Equal(t, "Go to what stands there", m.Items[0].Label)
	m.Items[0].Action()
	assert.Equal(t, "copy", r.body.SelectedText())
}

func TestHalfAWordTakesNoFlagsPlace(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyF8, 0)
	r.press(fyne.KeyF8, 0)
	require.Equal(t, "body:teh", r.currentWord())
	r.body.SetCaret(0)
	r.settle()
	for _, c := range "wrods " { // flagged when it is half there, and no more at its end
		r.body.TypedRune(c)
		r.settle()
		assert.Equal(t, "body:teh", r.currentWord())
	}
	r.body.SetCaret(2)
	r.settle()
	assert.Equal(t, "body:wrod", r.currentWord(), "the caret that is put there does")
	r.press(fyne.KeyReturn, ctrl)
	r.body.SetCaret(strings.Index(r.bodyText(), "officials") + 1)
	r.settle()
	assert.Equal(t, "body:officials", r.currentWord(), "also after a fix")
}

func TestWhenTheCurrentFlagGoesAnotherWaits(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyF8, 0)
	r.press(fyne.KeyF8, 0)
	require.Equal(t, "body:teh", r.currentWord())
	at := strings.Index(r.bodyText(), "teh")
	r.body.Select(at, at+3)
	r.body.Insert("the")
	r.settle()
	assert.Equal(t, "body:wrod", r.currentWord())
}

func TestFiltersAndNotes(t *testing.T) {
	r := withSample(t)
	r.run(actions.Notes)
	assert.Len(t, r.flags.Open(), 6)
	marks := r.story.review.Doc(desk.Body).Marks().All(editor.LayerFlags)
	r.run(actions.Notes)
	assert.Len(t, r.story.review.Doc(desk.Body).Marks().All(editor.LayerFlags), len(marks)-1, "what the filter hides is not underlined")
}

func TestWordsGoIntoTheDictionary(t *testing.T) {
	r := withSample(t)
	for r.currentWord() != "body:teh" {
		r.press(fyne.KeyF8, 0)
	}
	r.run(actions.AddWord)
	for _, id := range r.flags.Open() {
		it, _ := r.story.review.Item(id)
		assert.NotEqual(t, "teh", it.Was)
	}
	kept, err := r.lib.Values(context.Background(), library.TopicWord)
	require.NoError(t, err)
	assert.Contains(t, kept, "teh")
}

func TestTheDictionaryForgetsWithUndo(t *testing.T) {
	r := withSample(t)
	for r.currentWord() != "body:teh" {
		r.press(fyne.KeyF8, 0)
	}
	before := len(r.flags.Open())
	kept := func() map[string]string {
		m, err := r.lib.Values(context.Background(), library.TopicWord)
		require.NoError(t, err)
		return m
	}
	r.run(actions.AddWord)
	require.Less(t, len(r.flags.Open()), before)
	require.Contains(t, kept(), "teh")
	r.press(fyne.KeyZ, ctrl)
	assert.Len(t, r.flags.Open(), before)
	assert.NotContains(t, kept(), "teh")
	r.run(actions.Redo)
	assert.Less(t, len(r.flags.Open()), before)
	assert.Contains(t, kept(), "teh")
}

func TestAWordCanBeRightInOneStory(t *testing.T) {
	r := withSample(t)
	for r.currentWord() != "body:teh" {
		r.press(fyne.KeyF8, 0)
	}
	before := len(r.flags.Open())
	r.run(actions.AllowWord)
	assert.Equal(t, before-2, len(r.flags.Open()), "both places")
	kept, err := r.lib.Values(context.Background(), library.TopicWord)
	require.NoError(t, err)
	assert.Empty(t, kept, "the dictionary knows nothing of it")
	r.press(fyne.KeyZ, ctrl)
	assert.Len(t, r.flags.Open(), before)
	r.drop("second.txt", strings.ReplaceAll(sample, "A second", "Another second"))
	assert.Contains(t, words(r), "teh", "in another story it is flagged")
}

func TestMutedRulesFallSilent(t *testing.T) {
	r := withSample(t)
	r.run(actions.MuteStory) // the current flag is a typo
	for _, id := range r.flags.Open() {
		it, _ := r.story.review.Item(id)
		assert.Equal(t, "sourcing.anonymous", it.Flag.Rule)
	}
	r.press(fyne.KeyZ, ctrl)
	assert.Len(t, r.flags.Open(), 5, "undo takes that back")
}

func TestFurnitureComesBackAndGoes(t *testing.T) {
	r := withSample(t)
	var id string
	for _, i := range r.body.Inserts() {
		if strings.HasPrefix(i.Text, "Advertisement") {
			id = i.ID
		}
	}
	require.NotEmpty(t, id)
	r.restoreLine(id)
	r.settle()
	assert.Contains(t, r.bodyText(), "Advertisement")
	r.body.SetCaret(strings.Index(r.bodyText(), "Advertisement"))
	r.run(actions.MakeFurniture)
	assert.NotContains(t, r.bodyText(), "Advertisement")
	r.press(fyne.KeyZ, ctrl)
	assert.Contains(t, r.bodyText(), "Advertisement")
}

func TestViews(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyReturn, ctrl)
	r.run(actions.Original)
	assert.Equal(t, withoutBlankLines(sample), r.other.text.Document().String())
	assert.Contains(t, r.other.text.Document().String(), "Advertisement")
	assert.True(t, r.other.text.ReadOnly())
	assert.False(t, r.actions.Enabled(actions.Fix))
	r.run(actions.Changes)
	shown := r.other.text.Document()
	marked := map[uint8]string{}
	for _, m := range shown.Marks().All(editor.LayerChanges) {
		marked[m.Kind] = strings.TrimSpace(shown.Slice(m.Span))
	}
	assert.Equal(t, map[uint8]string{uint8(editor.Removed): "wrod", uint8(editor.Added): "word"}, marked)
	r.key(fyne.KeyEscape, false)
	assert.Equal(t, cleanView, r.view)
}

func TestEverythingComesBack(t *testing.T) {
	dir := t.TempDir()
	r := openRig(t, dir)
	r.drop("sample.txt", sample)
	r.press(fyne.KeyReturn, ctrl)
	r.body.SetCaret(40)
	r.body.Insert("typed ")
	r.queue.SetFilter(r.queue.Filter())
	r.run(actions.ZoomIn)
	r.run(actions.TabFacts)
	r.run(actions.Tints)
	typed, caret := r.bodyText(), r.body.Caret()
	r.settle() // no Save: what is kept is kept by itself
	r.lib.Close()

	again := openRig(t, dir)
	require.NotNil(t, again.story)
	assert.Equal(t, typed, again.bodyText())
	assert.Equal(t, caret, again.body.Caret())
	assert.Equal(t, 3, again.tabs.Chosen())
	assert.False(t, again.settings.Tints)
	assert.InDelta(t, 1.15, again.settings.Scale, 0.001)
	assert.Equal(t, 1, again.story.review.Counts().Settled)
}

func TestADropTwiceIsRecognised(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyReturn, ctrl)
	r.drop("again.txt", sample)
	assert.Equal(t, 1, r.queue.Shown())
	assert.Contains(t, r.toasts.Showing(), "1 story was here already")
	assert.Equal(t, 1, r.story.review.Counts().Settled, "the decisions stand")
}

func TestANewVersionKeepsTheDecisions(t *testing.T) {
	r := withSample(t)
	for r.currentWord() != "body:officials" {
		r.press(fyne.KeyF8, 0)
	}
	r.press(fyne.KeyD, ctrl)
	r.drop("sample-2.txt", strings.Replace(sample, "A third paragraph", "A new sentence came in. A third paragraph", 1))
	assert.Equal(t, 1, r.queue.Shown(), "a version, not a second story")
	assert.Contains(t, r.bodyText(), "A new sentence came in.")
	assert.Equal(t, 1, r.story.review.Counts().Settled)
	assert.Len(t, r.story.versions, 2)
	r.showVersion(1)
	assert.NotContains(t, r.other.text.Document().String(), "A new sentence")
}

func TestUnreadableFilesAreListedAndTheRestIsThere(t *testing.T) {
	r := start(t)
	folder := filepath.Join(r.dir, "wire")
	require.NoError(t, os.MkdirAll(folder, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "good.txt"), []byte(sample), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "picture.jpg"), []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"), 0o600))
	r.HandleDrop([]fyne.URI{storage.NewFileURI(folder), storage.NewFileURI(filepath.Join(r.dir, "gone.txt"))})
	r.settle()
	assert.Equal(t, 1, r.queue.Shown())
	require.NotNil(t, r.host.Top())
	assert.Equal(t, "Not everything could be read", r.host.Top().Title)
}

func TestAWebAddressIsExplained(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"/home/dana/https:/example.com/story?id=1", "https://example.com/story?id=1"},
		{"https://example.com/a", "https://example.com/a"},
		{"/http:/example.com", "http://example.com"},
		{"/home/dana/story.txt", ""},
	} {
		got, _ := webAddress(c.in)
		assert.Equal(t, c.want, got)
	}
	_, bad := localPath("/home/x/https:/example.com/story")
	require.NotNil(t, bad)
	assert.Contains(t, bad.Reason, "opens no network connection")
	p, bad := localPath("file://localhost/tmp/a%20b.txt")
	assert.Nil(t, bad)
	assert.Equal(t, "/tmp/a b.txt", p)
}

func TestExportWritesCopyAndReport(t *testing.T) {
	r := withSample(t)
	for range 5 {
		r.press(fyne.KeyD, ctrl)
	}
	out := t.TempDir()
	r.settings.Folder, r.settings.Editor = out, "Dana Cole"
	r.run(actions.Export)
	require.NotNil(t, r.host.Top())
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the Export button has the focus
	require.Eventually(t, func() bool { r.Drain(); return strings.HasPrefix(r.toasts.Showing(), "Exported") }, 10*time.Second, 10*time.Millisecond)
	files, err := os.ReadDir(out)
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		names = append(names, filepath.Ext(f.Name()))
	}
	assert.Contains(t, names, ".txt")
	assert.Contains(t, names, ".json")
	q, _ := r.queue.Get(key(r.story.id))
	assert.Equal(t, desk.StatusExported, q.Status)
}

func TestOpenErrorsHoldTheExportBack(t *testing.T) {
	r := withSample(t)
	r.settings.Folder, r.settings.Editor = t.TempDir(), "Dana Cole"
	r.run(actions.Export)
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.True(t, r.host.Open(), "an open error needs a reason")
}

func TestRowsWithoutAHeadlineBeginWithTheCopy(t *testing.T) {
	assert.Equal(t, "Storm", headlineOf(&story.Story{Headline: "Storm", Body: []story.Paragraph{{Text: "Copy"}}}))
	assert.Equal(t, "Copy", headlineOf(&story.Story{Body: []story.Paragraph{{Text: "Copy"}}}))
	assert.Len(t, []rune(headlineOf(&story.Story{Body: []story.Paragraph{{Text: strings.Repeat("é", 200)}}})), 90)
	assert.Empty(t, headlineOf(&story.Story{}))
}

func TestThemeAndTextSizeChangeWhileTheWindowIsOpen(t *testing.T) {
	r := withSample(t)
	wasDark := r.isDark()
	r.run(actions.ToggleTheme)
	assert.NotEqual(t, wasDark, r.isDark())
	r.run(actions.ToggleTheme)
	assert.Equal(t, wasDark, r.isDark())
	small := r.body.TextSize()
	r.run(actions.ZoomIn)
	assert.Greater(t, r.body.TextSize(), small)
	r.run(actions.ZoomOut)
	r.run(actions.ZoomReset)
	assert.InDelta(t, small, r.body.TextSize(), 0.01)
	for range 20 {
		r.run(actions.ZoomIn)
	}
	assert.InDelta(t, 2, r.settings.Scale, 0.001, "there is a largest size")
}

func TestDialogsKeepKeysFromTheStory(t *testing.T) {
	r := withSample(t)
	r.run(actions.Keys)
	assert.False(t, r.actions.Run(actions.Stet))
	assert.Len(t, r.flags.Open(), 5)
	r.key(fyne.KeyEscape, false)
	assert.False(t, r.host.Open())
	assert.True(t, r.actions.Run(actions.Stet))
}

func TestUndoInAFieldIsTheFieldsOwn(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyReturn, ctrl)
	fixed := r.story.review.Doc(desk.Headline).String()
	r.run(actions.SearchStories)
	test.Type(r.queue.Search(), "storm")
	r.press(fyne.KeyZ, ctrl)
	assert.Equal(t, fixed, r.story.review.Doc(desk.Headline).String())
}

func TestPanesGoRound(t *testing.T) {
	r := withSample(t)
	r.focusBody()
	want := []fyne.Focusable{r.flags.Focus(), r.queue.List(), r.header.Headline, r.body}
	for i, w := range want {
		r.press(fyne.KeyF6, 0)
		assert.Same(t, w, r.Window.Canvas().Focused(), "step %d", i)
	}
}

func TestPanesKeepTheKeyboardWhileTheyAreWalked(t *testing.T) {
	r := withSample(t)
	r.drop("second.txt", "Museum opens its cellars\n\nThe town museum opened its teh cellars to visitors on Sunday for the first time since the flood.\n\nNothing had been lost, officials said.\n")
	c := r.Window.Canvas()
	c.Focus(r.queue.List())
	first := r.story.id
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.settle()
	assert.NotEqual(t, first, r.story.id)
	assert.Same(t, r.queue.List(), c.Focused())
	c.Focus(r.flags.Focus())
	for _, want := range []string{"body:teh", "body:wrod"} {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		r.settle()
		assert.Equal(t, want, r.currentWord())
		assert.Same(t, r.flags.Focus(), c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.settle()
	assert.Contains(t, r.bodyText(), "has teh and word in it")
	assert.Same(t, r.flags.Focus(), c.Focused())
}

func TestOrdersFromTheWireStandOnTop(t *testing.T) {
	r := withSample(t)
	assert.Empty(t, r.header.Notice())
	r.story.review.Edit("Note", func(s *story.Story) {
		s.Instructions = []story.Instruction{{Kind: story.Kill, Text: "Do not use this story."}}
		s.EdNote = "Adds reaction."
	})
	r.settle()
	assert.Equal(t, "Kill: Do not use this story.\nNote to editors: Adds reaction.", r.header.Notice())
}

func TestFieldsAreTheStorys(t *testing.T) {
	r := withSample(t)
	f := r.header.Fields()[3]
	f.SetText("harbour-day")
	r.header.Commit()
	r.settle()
	assert.Equal(t, "harbour-day", r.story.review.Story().Slug)
	q, _ := r.queue.Get(key(r.story.id))
	assert.Equal(t, "harbour-day", q.Slug)
	r.focusBody()
	r.press(fyne.KeyZ, ctrl)
	assert.Empty(t, r.story.review.Story().Slug)
	assert.Empty(t, f.Text)
}

func TestEmptyWindowOffersSamples(t *testing.T) {
	r := start(t)
	assert.True(t, r.welcome.Visible())
	assert.False(t, r.actions.Enabled(actions.Export))
	r.run(actions.Samples)
	assert.NotNil(t, r.story)
	assert.False(t, r.welcome.Visible())
}

func TestFlagsFollowTyping(t *testing.T) {
	r := withLong(t)
	r.body.SetCaret(r.body.Document().Len())
	r.body.Insert(" wrod")
	r.settle()
	assert.Equal(t, []string{"wrod"}, words(r))
}

// BenchmarkKeyToFlags is from the last key to the flag on the card, in a story
// of 1,500 words and with the rules of this test; cmd/stet-check has what all
// rules cost.
func BenchmarkKeyToFlags(b *testing.B) {
	r := withLong(b)
	n := 0
	for b.Loop() {
		r.body.SetCaret(r.body.Document().Len())
		r.body.Insert(" wrod")
		for n++; len(words(r)) < n; {
			r.Drain()
		}
	}
}

func withLong(t testing.TB) *rig {
	r := openRig(t, t.TempDir())
	long := "A headline over the story\n\n" + strings.Repeat("The harbour was calm in the morning and the ships went out one after the other, as they do. ", 17)
	r.drop("long.txt", strings.Repeat(long+"\n\n", 5))
	return r
}

func words(r *rig) []string {
	var out []string
	for _, id := range r.flags.Open() {
		it, _ := r.story.review.Item(id)
		out = append(out, it.Was)
	}
	return out
}

func TestRemoveAsksFirst(t *testing.T) {
	r := withSample(t)
	r.run(actions.Remove)
	require.NotNil(t, r.host.Top())
	assert.Equal(t, 1, r.queue.Shown())
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.settle()
	assert.Equal(t, 0, r.queue.Shown())
	assert.True(t, r.welcome.Visible())
}

func TestFindInTheCopy(t *testing.T) {
	r := withSample(t)
	r.run(actions.Find)
	test.Type(r.Window.Canvas().Focused(), "paragraph")
	n, _ := r.body.Hits()
	assert.Equal(t, 3, n)
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Equal(t, "paragraph", r.body.SelectedText())
	r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.False(t, r.find.Shown())
	assert.Same(t, r.body, r.Window.Canvas().Focused())
}

func TestQuestionsGoToTheClipboard(t *testing.T) {
	r := withSample(t)
	r.press(fyne.KeyR, ctrl)
	r.run(actions.CopyQueries)
	assert.Contains(t, fyne.CurrentApp().Clipboard().Content(), "“wrod”: “wrod” is flagged.")
}

func TestPreferencesTakeEffectAndStay(t *testing.T) {
	r := withSample(t)
	apply := func(change func(*dialogs.Settings)) {
		s := dialogs.Settings{Region: dialogs.Regions[0], Theme: dialogs.Themes[1], Scale: 1, Packs: []dialogs.Switch{{ID: "plain", On: true}}}
		change(&s)
		r.applyPreferences(s)
		r.settle()
	}
	apply(func(s *dialogs.Settings) { s.Editor, s.Words = "Dana Cole", []string{"wrod"} })
	assert.NotContains(t, words(r), "wrod")
	assert.Equal(t, "Dana Cole", r.story.review.Editor())
	assert.NotContains(t, r.settings.Packs, "plain", "a pack that was not touched keeps its rules as they come")
	r.run(actions.Notes)
	assert.Contains(t, words(r), "utilise")
	apply(func(s *dialogs.Settings) { s.Packs[0].On = false })
	assert.Contains(t, words(r), "wrod", "taken out of the dictionary again")
	assert.NotContains(t, words(r), "utilise")
	kept, err := r.lib.Values(context.Background(), library.TopicPack)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"plain": "off"}, kept)
}

func TestUndoWaitsForTheEditorToComeBack(t *testing.T) {
	r := withSample(t)
	before := r.story.review.Doc(desk.Headline).String()
	r.press(fyne.KeyReturn, ctrl)
	first := r.story.id
	r.drop("second.txt", "Museum opens its cellars\n\nThe town museum opened its teh cellars to visitors on Sunday for the first time since the flood.\n\nNothing had been lost, officials said.\n")
	require.NotEqual(t, first, r.story.id)
	r.openStory(first, true)
	r.settle()
	assert.NotEqual(t, before, r.story.review.Doc(desk.Headline).String())
	r.press(fyne.KeyZ, ctrl)
	assert.Equal(t, before, r.story.review.Doc(desk.Headline).String())
	assert.Len(t, r.flags.Open(), 5)
}

func TestAFolderOpensTheTopOfTheQueue(t *testing.T) {
	r := start(t)
	folder := filepath.Join(r.dir, "wire")
	require.NoError(t, os.MkdirAll(folder, 0o700))
	for name, text := range map[string]string{
		"aston":   "Ships leave Aston\n\nThe ships of Aston went out in the morning, and nobody had seen them go, residents of the old port said.\n",
		"broxton": "Library opens in Broxton\n\nA library with nine thousand books and a room for children has opened beside the town hall.\n",
		"corby":   "Corby bakers win a prize\n\nTwo sisters who bake rye bread in a cellar took the county's prize for the third year running.\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".txt"), []byte(text), 0o600))
	}
	r.Import([]string{folder})
	r.settle()
	require.Equal(t, 3, r.queue.Shown())
	require.NotNil(t, r.story)
	assert.Equal(t, r.queue.ShownIDs()[0], key(r.story.id))
	r.press(fyne.KeyF8, 0)
	assert.Equal(t, "This story has no flags.", r.toasts.Showing())

	// What is on the desk stays there when others come in.
	on := r.story.id
	require.NoError(t, os.WriteFile(filepath.Join(folder, "Dover.txt"), []byte("Dover pier closes\n\nThe pier will be shut until its rotten planks have been replaced, which may take two winters.\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "Ely.txt"), []byte("Eels return to Ely\n\nAnglers have counted more young eels in the river this spring than in the ten years before.\n"), 0o600))
	r.Import([]string{folder})
	r.settle()
	assert.Equal(t, on, r.story.id)
}

func TestALongImportCanBeCancelled(t *testing.T) {
	r := start(t)
	folder := filepath.Join(r.dir, "many")
	require.NoError(t, os.MkdirAll(folder, 0o700))
	for i := range 300 {
		text := fmt.Sprintf("Headline of story %d\n\nA paragraph about the harbour of town number %d and all the %d ships in it.\n", i, i*7, i*13)
		require.NoError(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o600))
	}
	r.Import([]string{folder})
	require.True(t, r.progress.Content.Visible())
	for r.queue.Shown() < 3 {
		r.Drain()
		time.Sleep(time.Millisecond)
	}
	r.imp.cancel()
	r.settle()
	assert.False(t, r.progress.Content.Visible())
	assert.Contains(t, r.toasts.Showing(), "stopped before the end")
	assert.Less(t, r.queue.Shown(), 300)
	assert.NotNil(t, r.story, "what came in is there")
}

func TestTheNamesMenuTeaches(t *testing.T) {
	r := withSample(t)
	m := r.nameItems(ledgers.Row{Text: "Ann Reyes"})
	m.Items[0].Action()
	r.settle()
	kept, err := r.lib.Values(context.Background(), library.TopicName)
	require.NoError(t, err)
	assert.Contains(t, kept, "Ann Reyes")
	r.nameItems(ledgers.Row{Text: "Anne Reyes", Level: 1}).Items[2].Action()
	r.settle()
	assert.True(t, r.story.review.Names().Split["Anne Reyes"])
	r.press(fyne.KeyZ, ctrl)
	assert.False(t, r.story.review.Names().Split["Anne Reyes"])
}

func TestARuleThatPanicsCostsNoWork(t *testing.T) {
	res, err := safely(func() (*check.Result, error) { panic("broken rule") })
	assert.Nil(t, res)
	assert.ErrorContains(t, err, "broken rule")
}
