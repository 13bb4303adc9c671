package editor

import (
	"strings"

	"fyne.io/fyne/v2"

	"stet/model/text"
)

// Undo takes back the last step of the story, wherever it was made.
func (e *Editor) Undo() {
	if !e.opts.ReadOnly {
		e.doc.History().Undo()
	}
}

// Redo makes again what Undo took back.
func (e *Editor) Redo() {
	if !e.opts.ReadOnly {
		e.doc.History().Redo()
	}
}

// Cut moves the selection to the clipboard.
func (e *Editor) Cut() {
	if e.opts.ReadOnly || e.Selection().Empty() {
		return
	}
	e.Copy()
	e.replace(e.Selection(), "", false)
}

// Copy copies the selection to the clipboard.
func (e *Editor) Copy() {
	if !e.Selection().Empty() {
		fyne.CurrentApp().Clipboard().SetContent(e.SelectedText())
	}
}

// Paste puts the text of the clipboard in the place of the selection.
func (e *Editor) Paste() {
	if s := fyne.CurrentApp().Clipboard().Content(); s != "" {
		e.Insert(s)
	}
}

// Insert puts s in the place of the selection as one undo step. In a field of
// one paragraph line breaks become spaces.
func (e *Editor) Insert(s string) { e.replace(e.Selection(), s, false) }

// replace is every edit that the editor itself makes.
func (e *Editor) replace(span text.Span, s string, typed bool) {
	if e.opts.ReadOnly {
		return
	}
	if e.opts.SingleParagraph {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	}
	edit := text.Edit{Span: span, Text: s}
	length := e.doc.Len()
	e.own = true
	var err error
	if typed {
		err = e.doc.Type(edit)
	} else {
		err = e.doc.Apply(edit)
	}
	e.own = false
	if err != nil {
		fyne.LogError("the editor's edit was refused", err)
		return
	}
	// The document may hold s in another form, so the end is told from behind.
	head := e.doc.Len() - (length - span.End)
	e.place(caret{anchor: head, head: head, x: -1})
	if !typed {
		e.doc.History().SetAfter(e.historyCaret())
	}
}

// erase deletes the selection, or up to where m moves the caret.
func (e *Editor) erase(m motion) {
	span := e.Selection()
	if span.Empty() {
		to := e.moved(m, true).head
		span = text.Span{Start: min(to, e.caret.head), End: max(to, e.caret.head)}
	}
	if !span.Empty() {
		e.replace(span, "", true)
	}
}

// onChange takes in an edit of the document, the editor's own or another's.
func (e *Editor) onChange(c text.Change) {
	if !e.own {
		e.caret.anchor = carried(e.caret.anchor, c.Edits)
		e.caret.head = carried(e.caret.head, c.Edits)
		e.caret.upstream, e.caret.x = false, -1
	}
	anchor, into := e.topLine()
	e.l.sync(e.doc.Snapshot().Paras)
	if !e.own {
		e.keepTop(carried(anchor, c.Edits), into)
	}
	e.clampScroll()
	e.searchAgain()
	e.heightMayChange()
	if !e.own {
		e.update()
	}
}

// carried is where edits take an offset.
func carried(offset int, edits []text.Edit) int {
	shift := 0
	for _, d := range edits {
		switch {
		case d.End <= offset:
			shift += len(d.Text) - d.Len()
		case d.Start < offset:
			return d.Start + shift + min(offset-d.Start, len(d.Text))
		}
	}
	return offset + shift
}

// onRestore puts the caret where an undo or redo wants it, if it is here. The
// focus comes along from another field of the story, or from nowhere, and is
// left where it is in a panel.
func (e *Editor) onRestore(c text.Caret) {
	if c.Doc != e.doc {
		return
	}
	e.place(caret{anchor: e.whole(c.Anchor), head: e.whole(c.Head), x: -1})
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		if _, field := c.Focused().(*Editor); field || c.Focused() == nil {
			e.grabFocus()
		}
	}
}

func (e *Editor) historyCaret() text.Caret {
	return text.Caret{Doc: e.doc, Anchor: e.caret.anchor, Head: e.caret.head}
}
