package ui

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/diff"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/editor"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// viewMode is what the copy pane shows.
type viewMode int

const (
	cleanView    viewMode = iota // the edited story
	originalView                 // what came in
	changesView                  // both, with what was added and removed
)

// otherView shows what is only to be read: the original and the changes.
type otherView struct{ text *editor.Editor }

func newOtherView() *otherView {
	return &otherView{editor.New(text.NewDocument(nil, ""), editor.Options{
		TextSize: theme.Size(theme.SizeReading), Font: theme.Reading(), ReadOnly: true, PlaceHolder: "The original is empty",
	})}
}

// setView shows the edited story, the original, or the changes.
func (a *App) setView(m viewMode) {
	if a.story == nil {
		m = cleanView
	}
	a.view = m
	a.header.Content.Hidden = m != cleanView
	switch m {
	case cleanView:
		a.copyPane.Objects = []fyne.CanvasObject{a.body}
	case originalView:
		a.other.text.SetDocument(text.NewDocument(nil, a.original()))
		a.copyPane.Objects = []fyne.CanvasObject{a.other.text}
	case changesView:
		showChanges(a.other.text, changes(a.story.review.Arrived(), a.story.review.Story()))
		a.copyPane.Objects = []fyne.CanvasObject{a.other.text}
	}
	widgets.Arrange(a.copyPane)
	a.center.Refresh()
	a.toolbar.setView(m)
	if m == cleanView {
		if !a.panelFocused() {
			a.focusBody()
		}
	} else {
		a.tips.Hide(nil)
		a.find.Close()
		if a.focusedEditor() != nil {
			a.Window.Canvas().Focus(a.other.text)
		}
	}
	a.actions.Update()
	a.toolbar.update()
}

// original is what came in: the bytes themselves where they are text, and
// what was read from them where they are not.
func (a *App) original() string {
	s := a.story.review.Arrived()
	switch s.Source.Format {
	case "text", "markdown", "":
		b, err := a.lib.Original(context.Background(), a.story.id, 0)
		if err == nil && len(b) > 0 && utf8.Valid(b) && !strings.ContainsRune(string(b), 0) {
			return withoutBlankLines(strings.TrimPrefix(string(b), "\ufeff"))
		}
	}
	return strings.Join(arrivedLines(s), "\n")
}

// withoutBlankLines leaves the empty lines of a text out: paragraphs stand apart
// in the window as it is.
func withoutBlankLines(t string) string {
	var out []string
	for l := range strings.Lines(strings.ReplaceAll(t, "\r", "\n")) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// arrivedLines are the lines of a story as it came, furniture in its place.
func arrivedLines(s *story.Story) []string {
	var out []string
	for _, t := range []string{s.Headline, s.Dek} {
		if t != "" {
			out = append(out, t)
		}
	}
	f := 0
	for i, p := range s.Body {
		for f < len(s.Furniture) && s.Furniture[f].Before <= i {
			out = append(out, s.Furniture[f].Text)
			f++
		}
		out = append(out, p.Text)
	}
	for ; f < len(s.Furniture); f++ {
		out = append(out, s.Furniture[f].Text)
	}
	return out
}

// changes are the paragraphs of a story with what was added and removed.
func changes(was, now *story.Story) [][]diff.Piece {
	var out [][]diff.Piece
	line := func(a, b string) {
		if a != "" || b != "" {
			out = append(out, diff.Words(a, b))
		}
	}
	line(was.Headline, now.Headline)
	line(was.Dek, now.Dek)
	join := func(s *story.Story) string {
		t := make([]string, len(s.Body))
		for i, p := range s.Body {
			t[i] = p.Text
		}
		return strings.Join(t, "\n")
	}
	var para []diff.Piece
	for _, p := range diff.Words(join(was), join(now)) {
		for i, t := range strings.Split(p.Text, "\n") {
			if i > 0 {
				out = append(out, para)
				para = nil
			}
			if t != "" {
				para = append(para, diff.Piece{Op: p.Op, Text: t})
			}
		}
	}
	return append(out, para)
}

// showChanges lays changed paragraphs out as text with marks over what was
// added and what was removed.
func showChanges(e *editor.Editor, paras [][]diff.Piece) {
	var t strings.Builder
	var marks []text.Mark
	for i, p := range paras {
		if i > 0 {
			t.WriteByte('\n')
		}
		for _, piece := range p {
			at := t.Len()
			t.WriteString(piece.Text)
			m := text.Mark{ID: strconv.Itoa(len(marks)), Span: text.Span{Start: at, End: t.Len()}}
			switch piece.Op {
			case diff.Added:
				m.Kind = uint8(editor.Added)
			case diff.Removed:
				m.Kind = uint8(editor.Removed)
			default:
				continue
			}
			marks = append(marks, m)
		}
	}
	d := text.NewDocument(nil, t.String())
	d.Marks().Replace(editor.LayerChanges, marks)
	e.SetDocument(d)
}

// newWelcome is what the copy pane shows while there is no story.
func newWelcome() *fyne.Container {
	title := widgets.NewFlow(widgets.Run{Text: "Drop stories here", Bold: true})
	title.SizeName = fynetheme.SizeNameHeadingText
	body := widgets.NewColumn(10, title,
		widgets.NewText("Drop files or folders anywhere on this window, or press Ctrl+O. Stet strips what is not copy, marks names and figures, and flags what an editor should look at.", theme.Muted),
		widgets.NewText("F8 goes from flag to flag, Ctrl+Enter fixes, Ctrl+D lets a flag stand, Ctrl+R sends it back to the reporter. Ctrl+K finds every command.", theme.Muted),
	)
	return container.NewStack(&fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{body}})
}

// middle puts a column of readable width in the upper middle.
type middle struct{}

func (middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (middle) Layout(os []fyne.CanvasObject, s fyne.Size) {
	w := min(460, s.Width-40)
	h := widgets.HeightOf(os[0], w)
	os[0].Resize(fyne.NewSize(w, h))
	os[0].Move(fyne.NewPos((s.Width-w)/2, max(20, (s.Height-h)*0.38)))
}

// groundWidget is a rectangle that follows the theme.
type groundWidget struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}
