package editor

import (
	"fyne.io/fyne/v2"

	"stet/model/text"
)

// caret is a caret or a selection.
type caret struct {
	anchor, head int     // offsets; head is where the caret stands
	upstream     bool    // at a wrap, the caret stands at the end of the line above
	x            float32 // column that Up and Down keep to; below 0: not set
}

// Caret returns the offset of the caret.
func (e *Editor) Caret() int { return e.caret.head }

// Selection returns what is selected; it is empty, at the caret, when nothing
// is.
func (e *Editor) Selection() text.Span {
	return text.Span{Start: min(e.caret.anchor, e.caret.head), End: max(e.caret.anchor, e.caret.head)}
}

// SelectedText returns the text of the selection.
func (e *Editor) SelectedText() string { return e.doc.Slice(e.Selection()) }

// SetCaret puts the caret at offset, with nothing selected, and scrolls it into
// view.
func (e *Editor) SetCaret(offset int) { e.Select(offset, offset) }

// Select selects from anchor to head, where the caret stands then, and scrolls
// the caret into view. Offsets out of range are taken to the nearest end, and
// offsets inside a character to its start.
func (e *Editor) Select(anchor, head int) {
	e.moveTo(caret{anchor: e.whole(anchor), head: e.whole(head), x: -1})
}

// SelectAll selects the whole text.
func (e *Editor) SelectAll() { e.Select(0, e.doc.Len()) }

// whole is offset, in range and between two characters.
func (e *Editor) whole(offset int) int {
	offset = min(max(offset, 0), e.doc.Len())
	i := e.doc.ParaAt(offset)
	p, at := e.doc.Para(i), offset-e.doc.ParaSpan(i).Start
	if next := text.PrevGrapheme(p, at); at > 0 && text.NextGrapheme(p, next) > at {
		at = next
	}
	return e.doc.ParaSpan(i).Start + at
}

// moveTo puts the caret somewhere else, which ends a run of typing.
func (e *Editor) moveTo(c caret) {
	e.doc.History().Break()
	e.place(c)
}

// place puts the caret somewhere.
func (e *Editor) place(c caret) {
	moved := c.anchor != e.caret.anchor || c.head != e.caret.head
	e.caret = c
	e.reveal()
	e.wake()
	e.update()
	if moved && e.OnCaret != nil {
		e.OnCaret(c.head)
	}
}

// motion is a way to move the caret.
type motion uint8

const (
	charLeft motion = iota
	charRight
	wordLeft
	wordRight
	lineUp
	lineDown
	lineStart
	lineEnd
	paraUp
	paraDown
	pageUp
	pageDown
	docStart
	docEnd
)

// move moves the caret; extend keeps the anchor where it is.
func (e *Editor) move(m motion, extend bool) {
	c := e.moved(m, extend)
	if !extend {
		c.anchor = c.head
	}
	if m == pageUp || m == pageDown {
		e.scroll += e.l.lineY(e.l.find(c.head, c.upstream)) - e.l.lineY(e.l.find(e.caret.head, e.caret.upstream))
		e.clampScroll()
	}
	e.moveTo(c)
}

// moved is where the caret gets to by m.
func (e *Editor) moved(m motion, extend bool) caret {
	c := e.caret
	sel := e.Selection()
	c.upstream = false
	here := e.l.find(e.caret.head, e.caret.upstream)
	if m != lineUp && m != lineDown && m != pageUp && m != pageDown {
		c.x = -1
	} else if c.x < 0 {
		c.x = e.l.x(here, e.caret.head)
	}
	para := e.doc.ParaSpan(here.block)
	switch m {
	case charLeft:
		if !sel.Empty() && !extend {
			c.head = sel.Start
		} else {
			c.head = e.prevChar(c.head)
		}
	case charRight:
		if !sel.Empty() && !extend {
			c.head = sel.End
		} else {
			c.head = e.nextChar(c.head)
		}
	case wordLeft:
		c.head = e.prevWord(c.head)
	case wordRight:
		c.head = e.nextWord(c.head)
	case lineUp:
		to, ok := e.l.up(here)
		c.head, c.upstream = e.l.offsetAt(to, c.x)
		if !ok {
			c.head, c.upstream = 0, false
		}
	case lineDown:
		to, ok := e.l.down(here)
		c.head, c.upstream = e.l.offsetAt(to, c.x)
		if !ok {
			c.head, c.upstream = e.doc.Len(), false
		}
	case pageUp, pageDown:
		by := max(e.l.lineH, e.viewHeight()-2*e.l.lineH)
		if m == pageUp {
			by = -by
		}
		to := e.l.lineY(here) + by + e.l.lineH/2
		switch {
		case to < 0:
			c.head = 0
		case to >= e.l.height:
			c.head = e.doc.Len()
		default:
			c.head, c.upstream = e.l.offsetAt(e.l.atY(to), c.x)
		}
	case lineStart:
		c.head = e.l.lineSpan(here).Start
	case lineEnd:
		c.head, c.upstream = e.l.lineEnd(here)
	case paraUp:
		if c.head == para.Start && here.block > 0 {
			para = e.doc.ParaSpan(here.block - 1)
		}
		c.head = para.Start
	case paraDown:
		if here.block+1 < e.doc.Paras() {
			c.head = e.doc.ParaSpan(here.block + 1).Start
		} else {
			c.head = para.End
		}
	case docStart:
		c.head = 0
	case docEnd:
		c.head = e.doc.Len()
	}
	return c
}

// inPara calls f with the paragraph around offset and offset's place in it,
// and carries the place that f answers back to the document.
func (e *Editor) inPara(offset int, f func(p string, at int) int) int {
	i := e.doc.ParaAt(offset)
	start := e.doc.ParaSpan(i).Start
	return start + f(e.doc.Para(i), offset-start)
}

func (e *Editor) prevChar(offset int) int {
	if i := e.doc.ParaAt(offset); offset == e.doc.ParaSpan(i).Start {
		return max(0, offset-1)
	}
	return e.inPara(offset, text.PrevGrapheme)
}

func (e *Editor) nextChar(offset int) int {
	if i := e.doc.ParaAt(offset); offset == e.doc.ParaSpan(i).End {
		return min(e.doc.Len(), offset+1)
	}
	return e.inPara(offset, text.NextGrapheme)
}

func (e *Editor) prevWord(offset int) int {
	if i := e.doc.ParaAt(offset); offset == e.doc.ParaSpan(i).Start {
		return max(0, offset-1)
	}
	return e.inPara(offset, text.PrevWord)
}

func (e *Editor) nextWord(offset int) int {
	if i := e.doc.ParaAt(offset); offset == e.doc.ParaSpan(i).End {
		return min(e.doc.Len(), offset+1)
	}
	return e.inPara(offset, text.NextWord)
}

// wordAt is the word that offset lies in, as a double click takes it.
func (e *Editor) wordAt(offset int) text.Span {
	i := e.doc.ParaAt(offset)
	start := e.doc.ParaSpan(i).Start
	return text.WordAt(e.doc.Para(i), offset-start).Shift(start)
}

// caretRect is where the caret is drawn, in view points.
func (e *Editor) caretRect() (fyne.Position, fyne.Size) {
	p := e.l.find(e.caret.head, e.caret.upstream)
	x := e.left() + e.l.x(p, e.caret.head)
	y := e.viewY(e.l.lineY(p))
	inset := round((e.l.lineH - e.l.m.height) / 2)
	return fyne.NewPos(round(x)-1, y+max(0, inset)), fyne.NewSize(caretWidth, min(e.l.m.height, e.l.lineH))
}

const caretWidth = 2
