// Package header is the top of the copy pane: headline and dek, which are text
// under edit like the body, and the line of fields below them.
package header

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/model/story"
	"stet/model/text"
	"stet/ui/editor"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// Field is one of the fields that are not text under edit.
type Field int

// The fields, in the order in which they stand.
const (
	Byline Field = iota
	Dateline
	Credit
	Slug
	nFields int = iota
)

var labels = [nFields]string{"By", "Dateline", "Credit", "Slug"}

// Label is what a field is called.
func (f Field) Label() string { return labels[f] }

// Get returns what a story has in a field.
func (f Field) Get(s *story.Story) string {
	switch f {
	case Byline:
		return strings.Join(s.Bylines, ", ")
	case Dateline:
		return s.Dateline.Place
	case Credit:
		return s.Credit
	}
	return s.Slug
}

// Set puts a value into a field of a story.
func (f Field) Set(s *story.Story, v string) {
	v = strings.TrimSpace(v)
	switch f {
	case Byline:
		s.Bylines = nil
		for _, n := range strings.Split(v, ",") {
			if n = strings.TrimSpace(n); n != "" {
				s.Bylines = append(s.Bylines, n)
			}
		}
	case Dateline:
		s.Dateline.Place = v
	case Credit:
		s.Credit = v
	default:
		s.Slug = v
	}
}

// Header shows the fields of the story on the desk.
type Header struct {
	Content  *fyne.Container
	Headline *editor.Editor
	Dek      *editor.Editor

	OnField  func(f Field, value string) // a field was changed and left
	OnHeight func()                      // the header needs another height

	fields [nFields]*widgets.Field
	was    [nFields]string
	labels [nFields]*canvas.Text
	line   *canvas.Rectangle
	notice *widgets.Flow // orders and notes that came with the story
	ground *canvas.Rectangle
}

// New returns an empty header.
func New() *Header {
	h := &Header{line: canvas.NewRectangle(color.Transparent), ground: canvas.NewRectangle(color.Transparent), notice: widgets.NewFlow()}
	h.notice.Hide()
	h.ground.Hide()
	h.ground.CornerRadius = 4
	h.Headline = editor.New(text.NewDocument(nil, ""), headlineOptions())
	h.Dek = editor.New(text.NewDocument(nil, ""), dekOptions())
	objects := []fyne.CanvasObject{h.Headline, h.Dek}
	for f := range Field(nFields) {
		e := widgets.NewField("—")
		e.OnFocusMove = func(on bool) {
			if !on {
				h.leave(f)
			}
		}
		e.OnSubmitted = func(string) { h.leave(f) }
		h.fields[f] = e
		h.labels[f] = canvas.NewText(labels[f], nil)
		objects = append(objects, h.labels[f], container.NewThemeOverride(e, quiet{}))
	}
	objects = append(objects, h.line, h.ground, h.notice)
	h.Content = &fyne.Container{Layout: &layout{h: h}, Objects: objects}
	h.Headline.OnHeight = h.relayout
	h.Dek.OnHeight = h.relayout
	h.Refresh()
	return h
}

func headlineOptions() editor.Options {
	return editor.Options{
		TextSize: theme.Size(theme.SizeHeadline), ColumnSize: theme.Size(theme.SizeReading), Font: theme.ReadingBold(),
		SingleParagraph: true, PlaceHolder: "Headline",
	}
}

func dekOptions() editor.Options {
	return editor.Options{
		TextSize: theme.Size(theme.SizeReading), ColumnSize: theme.Size(theme.SizeReading), Font: theme.Reading(),
		SingleParagraph: true, PlaceHolder: "Dek: a line under the headline",
	}
}

func (h *Header) relayout() {
	if h.OnHeight != nil {
		h.OnHeight()
	}
}

// SetFields shows what a story has in the fields. A field that is being edited
// is left alone.
func (h *Header) SetFields(s *story.Story) {
	h.setNotice(s)
	for f := range Field(nFields) {
		v := f.Get(s)
		if h.was[f] == v && h.fields[f].Text == v {
			continue
		}
		if h.fields[f].Text != h.was[f] && h.focused(f) {
			continue
		}
		h.was[f] = v
		h.fields[f].SetText(v)
	}
}

// setNotice shows what the wire orders to do with a story.
func (h *Header) setNotice(s *story.Story) {
	var runs []widgets.Run
	add := func(label, text string, c fyne.ThemeColorName) {
		if len(runs) > 0 {
			runs = append(runs, widgets.Run{Text: "\n"})
		}
		runs = append(runs, widgets.Run{Text: label + ": ", Bold: true, Color: c}, widgets.Run{Text: strings.Join(strings.Fields(text), " ")})
	}
	for _, i := range s.Instructions {
		c := fynetheme.ColorNameForeground
		if i.Kind == story.Kill || i.Kind == story.Withhold || i.Kind == story.Embargo {
			c = fynetheme.ColorNameError
		}
		text := i.Text
		if !i.Until.IsZero() {
			text += " (until " + i.Until.Local().Format("2 Jan 15:04") + ")"
		}
		add(strings.ToUpper(string(i.Kind[:1]))+string(i.Kind[1:]), text, c)
	}
	if s.EdNote != "" && len(s.EdNote) < 400 {
		add("Note to editors", s.EdNote, fynetheme.ColorNameForeground)
	}
	before := h.Notice()
	h.notice.Hidden, h.ground.Hidden = len(runs) == 0, len(runs) == 0
	if len(runs) > 0 {
		h.notice.Set(runs...)
	}
	if h.Notice() != before {
		h.relayout()
	}
}

// Notice is the text of the orders that show, or "".
func (h *Header) Notice() string {
	if h.notice.Hidden {
		return ""
	}
	return h.notice.Text()
}

func (h *Header) focused(f Field) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(h.fields[f])
	return c != nil && c.Focused() == h.fields[f]
}

// Commit takes up what stands in the fields, as leaving them does.
func (h *Header) Commit() {
	for f := range Field(nFields) {
		h.leave(f)
	}
}

func (h *Header) leave(f Field) {
	v := h.fields[f].Text
	if v == h.was[f] {
		return
	}
	h.was[f] = v
	if h.OnField != nil {
		h.OnField(f, v)
	}
}

// Fields are the parts to focus.
func (h *Header) Fields() []*widgets.Field { return h.fields[:] }

// Refresh takes up a new theme or text size.
func (h *Header) Refresh() {
	for _, l := range h.labels {
		l.Color, l.TextSize = theme.Color(theme.Muted), theme.Size(fynetheme.SizeNameCaptionText)
		l.Refresh()
	}
	h.line.FillColor = theme.Color(fynetheme.ColorNameSeparator)
	h.line.Refresh()
	h.ground.FillColor = theme.Color(theme.CurrentRow)
	h.ground.Refresh()
}

// layout puts headline and dek above the line of fields, which stands in the
// column of the copy.
type layout struct {
	h     *Header
	width float32
}

const rowGap = 2

// cells is how many fields stand in one row.
func cells(w float32) int {
	if w < 430 {
		return 2
	}
	return 4
}

// noticeHeight is the room that the orders take, or 0.
func (l *layout) noticeHeight() float32 {
	if l.h.notice.Hidden {
		return 0
	}
	_, w := l.h.Dek.Column()
	return l.h.notice.HeightFor(w) + 12
}

func (l *layout) MinSize([]fyne.CanvasObject) fyne.Size {
	_, w := l.h.Dek.Column()
	rows := float32(nFields / cells(w))
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	fh := caption*1.4 + 10
	return fyne.NewSize(260, 6+l.noticeHeight()+l.h.Headline.MinSize().Height+l.h.Dek.MinSize().Height+rows*(fh+rowGap)+8)
}

func (l *layout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	wide := l.width != s.Width
	l.width = s.Width
	h := l.h
	y := float32(6)
	if n := l.noticeHeight(); n > 0 {
		x, w := h.Dek.Column()
		h.ground.Move(fyne.NewPos(x-8, y))
		h.ground.Resize(fyne.NewSize(w+16, n-4))
		h.notice.Move(fyne.NewPos(x, y+4))
		h.notice.Resize(fyne.NewSize(w, n-12))
		y += n
	}
	for _, e := range []*editor.Editor{h.Headline, h.Dek} {
		e.Move(fyne.NewPos(0, y))
		e.Resize(fyne.NewSize(s.Width, e.MinSize().Height))
		if wide {
			e.Resize(fyne.NewSize(s.Width, e.MinSize().Height))
		}
		y += e.MinSize().Height
	}
	x, w := h.Dek.Column()
	n := cells(w)
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	fh := caption*1.4 + 10
	share := [nFields]float32{1.4, 1.35, 0.9, 0.9}
	for row := range nFields / n {
		total := float32(0)
		for c := range n {
			total += share[row*n+c]
		}
		at := x
		for c := range n {
			f := row*n + c
			cw := w * share[f] / total
			label := h.labels[f]
			m := label.MinSize()
			label.Move(fyne.NewPos(at, y+(fh-m.Height)/2))
			field := os[3+2*f]
			field.Move(fyne.NewPos(at+m.Width+4, y))
			field.Resize(fyne.NewSize(cw-m.Width-12, fh))
			at += cw
		}
		y += fh + rowGap
	}
	h.line.Move(fyne.NewPos(0, s.Height-1))
	h.line.Resize(fyne.NewSize(s.Width, 1))
}

// quiet makes an entry small and takes its frame away until it has the focus.
type quiet struct{}

func base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (quiet) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case fynetheme.ColorNameInputBackground:
		n = theme.Paper
	case fynetheme.ColorNameInputBorder:
		n = fynetheme.ColorNameSeparator
	}
	return base().Color(n, v)
}

func (quiet) Font(s fyne.TextStyle) fyne.Resource     { return base().Font(s) }
func (quiet) Icon(n fyne.ThemeIconName) fyne.Resource { return base().Icon(n) }

func (quiet) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case fynetheme.SizeNameText:
		n = fynetheme.SizeNameCaptionText
	case fynetheme.SizeNameInnerPadding:
		return 4
	case fynetheme.SizeNameScrollBar, fynetheme.SizeNameScrollBarSmall:
		return 0 // a bar would cover a line this small
	}
	return base().Size(n)
}
