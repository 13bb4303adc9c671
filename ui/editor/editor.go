package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/text"
)

var (
	_ fyne.Widget            = (*Editor)(nil)
	_ fyne.Focusable         = (*Editor)(nil)
	_ fyne.Tabbable          = (*Editor)(nil)
	_ fyne.Shortcutable      = (*Editor)(nil)
	_ fyne.Draggable         = (*Editor)(nil)
	_ fyne.Scrollable        = (*Editor)(nil)
	_ fyne.SecondaryTappable = (*Editor)(nil)
	_ desktop.Keyable        = (*Editor)(nil)
	_ desktop.Mouseable      = (*Editor)(nil)
	_ desktop.Hoverable      = (*Editor)(nil)
	_ desktop.Cursorable     = (*Editor)(nil)
)

// Options are how an editor looks and what it allows.
type Options struct {
	TextSize        float32       // 0: the theme's
	ColumnSize      float32       // text size that the width of the column is reckoned in; 0: TextSize
	Font            fyne.Resource // nil: the theme's font
	Bold, Italic    bool
	SingleParagraph bool   // a field: as high as its text, no line breaks, Return calls OnSubmit
	PlaceHolder     string // shown while there is no text
	Strip           bool   // leaves room for the strip and draws it
	ReadOnly        bool
}

// columnEms is the width of the column in text sizes, where the pane has room
// for it: some 72 characters, the length of line that reads best. It is the same
// for every font, so that a bold headline has one column with its story.
const columnEms = 35

// leading is the distance of two lines as a multiple of the text size.
const leading = 1.45

// Editor shows and edits a document.
//
// The callbacks may be set at any time; nil ones are not called.
type Editor struct {
	widget.BaseWidget

	OnCaret    func(offset int)                                     // the caret or the selection has moved
	OnFocus    func(focused bool)                                   // the focus has come or gone
	OnHover    func(Hover)                                          // the pointer is on something else
	OnMenu     func(offset int, marks []text.Mark) []*fyne.MenuItem // items to put first in the context menu
	OnInsert   func(id string)                                      // the action of a furniture line
	OnShortcut func(fyne.Shortcut)                                  // one that the editor has no use for
	OnKey      func(fyne.KeyName, fyne.KeyModifier)                 // F1 to F12 and Escape
	OnSubmit   func()                                               // Return in a field
	OnZoom     func(steps int)                                      // the wheel with Ctrl; above 0 is larger
	OnHeight   func()                                               // the height that a field needs has changed

	doc     *text.Document
	cancel  []func() // what the editor hears of doc
	opts    Options
	l       layout
	quiet   *measurer // of furniture lines
	column  float32   // width of the text, where there is room
	scroll  float32   // content above the view
	caret   caret
	focused bool
	own     bool // the change that comes in is the editor's own
	minH    float32
	hidden  map[string]bool // layers that are not drawn
	current string          // ID of the current flag
	search  search
	pointer pointer
	held    fyne.KeyModifier // as KeyDown and KeyUp tell it
	blink   blink
	r       *renderer
}

// New returns an editor of doc.
func New(doc *text.Document, o Options) *Editor {
	e := &Editor{opts: o, hidden: map[string]bool{}}
	e.ExtendBaseWidget(e)
	e.l.width = 600
	e.setFaces()
	e.SetDocument(doc)
	return e
}

// setFaces takes up the faces of the options and the theme.
func (e *Editor) setFaces() {
	if e.opts.TextSize == 0 {
		e.opts.TextSize = theme.TextSize()
	}
	if e.opts.ColumnSize == 0 {
		e.opts.ColumnSize = e.opts.TextSize
	}
	style := fyne.TextStyle{Bold: e.opts.Bold, Italic: e.opts.Italic}
	m := measurerFor(face{size: e.opts.TextSize, style: style, source: e.opts.Font})
	e.quiet = measurerFor(face{size: e.opts.ColumnSize * 0.82})
	e.column = round(columnEms * e.opts.ColumnSize)
	e.l.lineH = max(round(m.height), round(e.opts.TextSize*leading))
	e.l.gap = round(e.opts.TextSize * 0.6)
	e.l.insertH = round(e.quiet.height * 1.3)
	if e.l.m != m {
		e.l.setMeasurer(m)
	}
}

// SetDocument shows another document, from its start.
func (e *Editor) SetDocument(doc *text.Document) {
	for _, f := range e.cancel {
		f()
	}
	e.doc = doc
	e.cancel = []func(){
		doc.OnChange(e.onChange),
		doc.Marks().OnReplace(e.onMarks),
		doc.History().OnRestore(e.onRestore),
	}
	if e.focused {
		doc.History().CaretFrom(e.historyCaret)
	}
	e.l.blocks, e.l.tail = nil, nil
	e.l.sync(doc.Snapshot().Paras)
	e.caret, e.scroll, e.current = caret{x: -1}, 0, ""
	e.search.found = nil
	e.searchAgain()
	e.heightMayChange()
	e.update()
}

// Release stops listening to the document. The editor must not be used after.
func (e *Editor) Release() {
	for _, f := range e.cancel {
		f()
	}
	e.cancel = nil
	e.blink.stop()
}

// Document returns what the editor shows.
func (e *Editor) Document() *text.Document { return e.doc }

// SetReadOnly allows or forbids editing.
func (e *Editor) SetReadOnly(on bool) {
	e.opts.ReadOnly = on
	e.update()
}

// ReadOnly reports whether editing is forbidden.
func (e *Editor) ReadOnly() bool { return e.opts.ReadOnly }

// TextSize returns the size of the text.
func (e *Editor) TextSize() float32 { return e.opts.TextSize }

// SetTextSize zooms: text, column and furniture lines together. The line at
// the top of the view stays there.
func (e *Editor) SetTextSize(size float32) {
	top, _ := e.topLine()
	atTop := e.scroll == 0
	e.opts.ColumnSize *= size / e.opts.TextSize
	e.opts.TextSize = size
	e.setFaces()
	e.setColumn()
	if e.l.stack(); !atTop {
		e.keepTop(top, 0)
	}
	e.clampScroll()
	e.heightMayChange()
	e.update()
}

// SetCurrent outlines the flag of that ID; an empty one outlines none.
func (e *Editor) SetCurrent(id string) {
	if e.current != id {
		e.current = id
		e.update()
	}
}

// ShowLayer draws a layer of marks or leaves it out.
func (e *Editor) ShowLayer(layer string, show bool) {
	e.hidden[layer] = !show
	e.update()
}

// MarksAt returns the visible marks that offset lies in or at either end of,
// flags first.
func (e *Editor) MarksAt(offset int) []text.Mark {
	var flags, others []text.Mark
	for m := range e.doc.Marks().In(text.Span{Start: offset - 1, End: offset + 1}) {
		switch {
		case offset < m.Start || offset > m.End:
		case e.hidden[m.Owner] || m.Owner == LayerHits:
		case m.Owner == LayerFlags:
			flags = append(flags, m)
		default:
			others = append(others, m)
		}
	}
	// Where one flag ends and another begins, the one that begins is meant.
	if len(flags) > 1 && flags[0].End == offset && flags[0].Start < offset {
		flags = append(flags[1:], flags[0])
	}
	return append(flags, others...)
}

// FocusGained is called by Fyne when the keyboard is the editor's.
func (e *Editor) FocusGained() {
	e.focused = true
	e.doc.History().CaretFrom(e.historyCaret)
	e.wake()
	e.update()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost is called by Fyne when the keyboard is another's.
func (e *Editor) FocusLost() {
	e.focused, e.held = false, 0
	e.blink.stop()
	e.doc.History().Break()
	e.update()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// grabFocus takes the keyboard, where the editor is in a window.
func (e *Editor) grabFocus() {
	if e.focused {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
}

// AcceptsTab says that Tab leaves the editor.
func (e *Editor) AcceptsTab() bool { return false }

// Resize is called by Fyne. A new width breaks the lines anew and keeps the
// line at the top of the view there.
func (e *Editor) Resize(s fyne.Size) {
	if s != e.Size() {
		top, into := e.topLine()
		wide := s.Width != e.Size().Width
		e.BaseWidget.Resize(s)
		if wide && e.setColumn() && e.scroll > 0 {
			e.keepTop(top, into)
		}
		e.clampScroll()
		e.heightMayChange()
		e.update()
	}
}

// Refresh is called by Fyne when the theme has changed.
func (e *Editor) Refresh() {
	e.setFaces()
	e.l.stack()
	e.setColumn()
	e.update()
	e.BaseWidget.Refresh()
}

// MinSize is called by Fyne. A field is as high as its text needs; the text
// that a field shows may need more or less after a new width or an edit, of
// which OnHeight tells.
func (e *Editor) MinSize() fyne.Size {
	if e.opts.SingleParagraph {
		return fyne.NewSize(160, e.contentHeight())
	}
	return fyne.NewSize(240, 120)
}

func (e *Editor) heightMayChange() {
	if h := e.contentHeight(); e.opts.SingleParagraph && h != e.minH {
		e.minH = h
		if e.OnHeight != nil {
			e.OnHeight()
		}
	}
}

// The room around the text.
const (
	padLeft   = 30 // the strip stands in it
	padRight  = 22 // the scroll bar stands in it
	padField  = 6
	padBody   = 14
	stripLeft = 16 // from the text
)

// setColumn fits the column to the width of the widget and reports whether
// the lines had to be broken anew.
func (e *Editor) setColumn() bool {
	width := max(60, min(e.column, e.Size().Width-padLeft-padRight))
	if e.Size().Width == 0 || width == e.l.width {
		return false
	}
	e.l.setWidth(width)
	return true
}

// left is the left edge of the column.
func (e *Editor) left() float32 {
	return max(padLeft, round((e.Size().Width-e.l.width)/2))
}

func (e *Editor) padTop() float32 {
	if e.opts.SingleParagraph {
		return padField
	}
	return padBody
}

// update draws what has changed.
func (e *Editor) update() {
	if e.r != nil {
		e.r.update()
	}
}

func (e *Editor) onMarks() { e.update() }

// CreateRenderer is called by Fyne.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	e.r = newRenderer(e)
	e.r.update()
	return e.r
}
