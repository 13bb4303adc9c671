package editor

import (
	"fyne.io/fyne/v2"

	"stet/model/text"
)

// Scrolled is called by Fyne for the wheel.
func (e *Editor) Scrolled(ev *fyne.ScrollEvent) {
	if e.modifiers()&fyne.KeyModifierControl != 0 && e.OnZoom != nil {
		if ev.Scrolled.DY > 0 {
			e.OnZoom(1)
		} else if ev.Scrolled.DY < 0 {
			e.OnZoom(-1)
		}
		return
	}
	e.ScrollBy(-ev.Scrolled.DY)
}

// ScrollBy scrolls down by dy, or up where it is negative.
func (e *Editor) ScrollBy(dy float32) {
	was := e.scroll
	e.scroll += dy
	if e.clampScroll(); e.scroll != was {
		e.update()
	}
}

// Reveal scrolls so that span can be seen. Where it is out of view, it comes
// to stand a third down from the top.
func (e *Editor) Reveal(span text.Span) {
	first := e.l.lineY(e.l.find(min(span.Start, e.doc.Len()), false)) + e.padTop()
	last := e.l.lineY(e.l.find(min(span.End, e.doc.Len()), true)) + e.padTop() + e.l.lineH
	if first < e.scroll+e.l.lineH && e.scroll > 0 || last > e.scroll+e.viewHeight()-e.l.lineH {
		e.scroll = first - e.viewHeight()/3
		e.clampScroll()
		e.update()
	}
}

// reveal scrolls as little as brings the caret into view.
func (e *Editor) reveal() {
	y := e.l.lineY(e.l.find(e.caret.head, e.caret.upstream)) + e.padTop()
	margin := e.l.lineH / 2
	if e.viewHeight() < 3*e.l.lineH {
		margin = 0
	}
	e.scroll = max(min(e.scroll, y-margin), y+e.l.lineH+margin-e.viewHeight())
	e.clampScroll()
}

func (e *Editor) viewHeight() float32 { return e.Size().Height }

// viewY is where content y is seen.
func (e *Editor) viewY(y float32) float32 { return round(y + e.padTop() - e.scroll) }

// contentHeight is the height of all text with the room around it. In the body
// the last line can be scrolled up to the middle of the view.
func (e *Editor) contentHeight() float32 {
	if e.opts.SingleParagraph {
		return e.l.height + 2*padField
	}
	if h := e.l.height + 2*padBody; h <= e.viewHeight() {
		return h
	}
	return e.l.height + padBody + round(e.viewHeight()/3)
}

func (e *Editor) clampScroll() {
	if e.opts.SingleParagraph {
		e.scroll = 0
		return
	}
	e.scroll = max(0, min(e.scroll, e.contentHeight()-e.viewHeight()))
}

// topLine is the start of the first line in view, and how far it is cut off.
func (e *Editor) topLine() (offset int, into float32) {
	p := e.l.atY(e.scroll - e.padTop() + 1)
	return e.l.lineSpan(p).Start, e.scroll - e.l.lineY(p)
}

// keepTop scrolls so that the line of offset is cut off by into.
func (e *Editor) keepTop(offset int, into float32) {
	if e.scroll > 0 {
		e.scroll = e.l.lineY(e.l.find(min(offset, e.doc.Len()), false)) + into
	}
}

// The scroll bar.
const (
	thumbWidth = 6
	thumbRoom  = 14 // what a click takes for the bar
	thumbLeast = 32
)

// thumb is where the thumb of the scroll bar is drawn; ok is false when all
// text is in view.
func (e *Editor) thumb() (y, height float32, ok bool) {
	view, all := e.viewHeight(), e.contentHeight()
	if e.opts.SingleParagraph || all <= view || view <= 0 {
		return 0, 0, false
	}
	height = max(min(thumbLeast, view), round(view*view/all))
	return round((view - height) * e.scroll / (all - view)), height, true
}

// dragThumb scrolls so that the thumb is drawn at y.
func (e *Editor) dragThumb(y float32) {
	_, height, ok := e.thumb()
	if !ok {
		return
	}
	e.scroll = y / max(1, e.viewHeight()-height) * (e.contentHeight() - e.viewHeight())
	e.clampScroll()
	e.update()
}
