package editor

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// Menu returns the context menu for offset: what OnMenu knows of the marks
// there, the furniture lines next to the paragraph, and the usual commands.
// Commands that have nothing to do are disabled.
func (e *Editor) Menu(offset int) *fyne.Menu {
	var items []*fyne.MenuItem
	if e.OnMenu != nil {
		items = e.OnMenu(offset, e.MarksAt(offset))
	}
	if e.OnInsert != nil {
		for _, in := range e.insertsNear(offset) {
			if in.Action != "" {
				items = append(items, fyne.NewMenuItem(in.Text+": "+in.Action, func() { e.OnInsert(in.ID) }))
			}
		}
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	h, selected, write := e.doc.History(), !e.Selection().Empty(), !e.opts.ReadOnly
	item := func(label string, enabled bool, do func()) {
		it := fyne.NewMenuItem(lang.L(label), func() {
			do()
			e.grabFocus()
		})
		it.Disabled = !enabled
		items = append(items, it)
	}
	item("Undo", write && h.CanUndo(), e.Undo)
	item("Redo", write && h.CanRedo(), e.Redo)
	items = append(items, fyne.NewMenuItemSeparator())
	item("Cut", write && selected, e.Cut)
	item("Copy", selected, e.Copy)
	item("Paste", write && fyne.CurrentApp().Clipboard().Content() != "", e.Paste)
	item("Select all", e.doc.Len() > 0, e.SelectAll)
	return fyne.NewMenu("", items...)
}

// insertsNear are the furniture lines above the paragraph of offset, and below
// it where it is the last.
func (e *Editor) insertsNear(offset int) []Insert {
	i := e.doc.ParaAt(offset)
	if i+1 < e.doc.Paras() {
		return e.l.insertsAt(i)
	}
	return slices.Concat(e.l.insertsAt(i), e.l.tail)
}

func (e *Editor) showMenu(offset int, absolute fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		widget.ShowPopUpMenuAtPosition(e.Menu(offset), c, absolute)
	}
}

// menuAtCaret shows the context menu below the caret.
func (e *Editor) menuAtCaret() {
	pos, size := e.caretRect()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	e.showMenu(e.caret.head, at.Add(pos).AddXY(0, size.Height))
}
