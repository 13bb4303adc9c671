package editor

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"stet/model/text"
)

// Hover is what the pointer rests on. It is empty when that is nothing.
type Hover struct {
	Marks  []text.Mark   // flags first
	Insert Insert        // the furniture line, where its ID is not empty
	Pos    fyne.Position // below the words, in view points: a place for a card
}

// Empty reports whether the pointer rests on nothing.
func (h Hover) Empty() bool { return len(h.Marks) == 0 && h.Insert.ID == "" }

// pointer is what the mouse is about.
type pointer struct {
	drag    drag
	grip    float32   // of the thumb: the pointer's distance from its top
	from    text.Span // what the press selected; a drag keeps it selected
	clicks  int
	at      fyne.Position // of the last press
	when    time.Time
	pos     fyne.Position // where it is now
	pressed string        // the furniture line whose action was pressed
	over    string        // what OnHover was told last
	timer   *time.Timer   // scrolls while a drag is out of the view
	now     func() time.Time
}

// drag is what moves with the pointer.
type drag uint8

const (
	dragNothing drag = iota
	dragChars
	dragWords
	dragParas
	dragThumb
)

const clickRadius = 4

// MouseDown is called by Fyne. Clicks are counted here, since Fyne would hold
// every single one back to see whether a second follows.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	e.grabFocus()
	e.pointer.drag, e.pointer.pressed = dragNothing, ""
	if ev.Button == desktop.MouseButtonSecondary {
		if at, _ := e.offsetAt(ev.Position); !e.Selection().Contains(at) {
			e.SetCaret(at)
		}
		return
	}
	if y, height, ok := e.thumb(); ok && ev.Position.X >= e.Size().Width-thumbRoom {
		e.pointer.drag, e.pointer.grip = dragThumb, ev.Position.Y-y
		if e.pointer.grip < 0 || e.pointer.grip > height {
			e.pointer.grip = height / 2
			e.dragThumb(ev.Position.Y - height/2)
		}
		return
	}
	if in, action, ok := e.insertAt(ev.Position.X, ev.Position.Y); ok && action {
		e.pointer.pressed = in.ID
		return
	}
	e.count(ev.Position)
	at, upstream := e.offsetAt(ev.Position)
	if ev.Modifier&fyne.KeyModifierShift != 0 {
		e.pointer.drag = dragChars
		e.pointer.from = text.Span{Start: e.caret.anchor, End: e.caret.anchor}
		e.moveTo(caret{anchor: e.caret.anchor, head: at, upstream: upstream, x: -1})
		return
	}
	switch e.pointer.clicks {
	case 1:
		e.pointer.drag, e.pointer.from = dragChars, text.Span{Start: at, End: at}
		e.moveTo(caret{anchor: at, head: at, upstream: upstream, x: -1})
	case 2:
		e.pointer.drag, e.pointer.from = dragWords, e.wordAt(at)
		e.Select(e.pointer.from.Start, e.pointer.from.End)
	default:
		e.pointer.drag, e.pointer.from = dragParas, e.doc.ParaSpan(e.doc.ParaAt(at))
		e.Select(e.pointer.from.Start, e.pointer.from.End)
	}
}

// count tells a double and a triple click from single ones.
func (e *Editor) count(pos fyne.Position) {
	now := time.Now
	if e.pointer.now != nil {
		now = e.pointer.now
	}
	p := &e.pointer
	d := pos.Subtract(p.at)
	near := max(d.X, -d.X) <= clickRadius && max(d.Y, -d.Y) <= clickRadius
	if near && p.clicks < 3 && now().Sub(p.when) <= fyne.CurrentApp().Driver().DoubleTapDelay() {
		p.clicks++
	} else {
		p.clicks = 1
	}
	p.at, p.when = pos, now()
}

// MouseUp is called by Fyne.
func (e *Editor) MouseUp(ev *desktop.MouseEvent) {
	if id := e.pointer.pressed; id != "" {
		e.pointer.pressed = ""
		if in, action, ok := e.insertAt(ev.Position.X, ev.Position.Y); ok && action && in.ID == id && e.OnInsert != nil {
			e.OnInsert(id)
		}
	}
	e.endDrag()
}

// Dragged is called by Fyne. Out of the view it scrolls on by itself.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	e.pointer.pos = ev.Position
	switch e.pointer.drag {
	case dragNothing:
	case dragThumb:
		e.dragThumb(ev.Position.Y - e.pointer.grip)
	default:
		e.dragTo(ev.Position)
		e.scrollOn()
	}
}

// DragEnd is called by Fyne. Where the button was released outside everything
// that can have the focus, Fyne has just taken it from the editor.
func (e *Editor) DragEnd() {
	e.endDrag()
	e.grabFocus()
}

func (e *Editor) endDrag() {
	e.pointer.drag = dragNothing
	if e.pointer.timer != nil {
		e.pointer.timer.Stop()
		e.pointer.timer = nil
	}
}

// dragTo selects from what was pressed to pos, by what was pressed: characters,
// words or paragraphs.
func (e *Editor) dragTo(pos fyne.Position) {
	at, upstream := e.offsetAt(pos)
	to := text.Span{Start: at, End: at}
	switch e.pointer.drag {
	case dragWords:
		to = e.wordAt(at)
		if to.Start == at {
			to.End = at
		}
	case dragParas:
		to = e.doc.ParaSpan(e.doc.ParaAt(at))
	}
	c := caret{anchor: e.pointer.from.Start, head: max(to.End, e.pointer.from.End), upstream: upstream, x: -1}
	if at < e.pointer.from.Start {
		c.anchor, c.head = e.pointer.from.End, to.Start
	}
	e.moveTo(c)
}

// scrollTime is how often a drag out of the view scrolls.
const scrollTime = 40 * time.Millisecond

// scrollOn scrolls while the pointer is held above or below the view.
func (e *Editor) scrollOn() {
	if e.pointer.timer != nil || e.overshoot() == 0 || !ticking() {
		return
	}
	var tick func()
	tick = func() {
		fyne.Do(func() {
			if e.pointer.timer == nil || !e.scrollStep() {
				e.pointer.timer = nil
				return
			}
			e.pointer.timer = time.AfterFunc(scrollTime, tick)
		})
	}
	e.pointer.timer = time.AfterFunc(scrollTime, tick)
}

// overshoot is how far the pointer is above (below 0) or below the view.
func (e *Editor) overshoot() float32 {
	y := e.pointer.pos.Y
	return min(y, 0) + max(y-e.viewHeight(), 0)
}

// scrollStep scrolls a step of a drag out of the view and reports whether
// there is more to do.
func (e *Editor) scrollStep() bool {
	by := e.overshoot()
	if by == 0 || e.pointer.drag == dragNothing || e.pointer.drag == dragThumb {
		return false
	}
	e.scroll += max(-3*e.l.lineH, min(3*e.l.lineH, by))
	e.clampScroll()
	edge := e.pointer.pos
	edge.Y = max(1, min(edge.Y, e.viewHeight()-1))
	e.dragTo(edge)
	return true
}

// TappedSecondary is called by Fyne; it shows the context menu.
func (e *Editor) TappedSecondary(ev *fyne.PointEvent) {
	at, _ := e.offsetAt(ev.Position)
	if !e.Selection().Contains(at) && e.caret.head != at {
		e.SetCaret(at)
	}
	e.showMenu(at, ev.AbsolutePosition)
}

// offsetAt is the offset that is drawn nearest to a view point.
func (e *Editor) offsetAt(pos fyne.Position) (offset int, upstream bool) {
	p := e.l.atY(pos.Y + e.scroll - e.padTop())
	return e.l.offsetAt(p, pos.X-e.left())
}

// MouseIn is called by Fyne.
func (e *Editor) MouseIn(ev *desktop.MouseEvent) { e.MouseMoved(ev) }

// MouseMoved is called by Fyne; it tells OnHover of what the pointer comes to.
func (e *Editor) MouseMoved(ev *desktop.MouseEvent) {
	e.pointer.pos = ev.Position
	if e.OnHover == nil {
		return
	}
	h := e.hover(ev.Position)
	key := h.Insert.ID
	for _, m := range h.Marks {
		key += m.Owner + "\x00" + m.ID + "\x00"
	}
	if key != e.pointer.over {
		e.pointer.over = key
		e.OnHover(h)
	}
}

// MouseOut is called by Fyne.
func (e *Editor) MouseOut() {
	if e.pointer.over != "" && e.OnHover != nil {
		e.OnHover(Hover{})
	}
	e.pointer.over = ""
}

// hover is what is drawn at a view point.
func (e *Editor) hover(pos fyne.Position) Hover {
	if in, _, ok := e.insertAt(pos.X, pos.Y); ok {
		return Hover{Insert: in, Pos: fyne.NewPos(pos.X, pos.Y+e.l.insertH)}
	}
	y := pos.Y + e.scroll - e.padTop()
	p := e.l.atY(y)
	top := e.l.lineY(p)
	if y < top || y >= top+e.l.lineH {
		return Hover{}
	}
	x, span := pos.X-e.left(), e.l.lineSpan(p)
	h := Hover{Pos: fyne.NewPos(pos.X, e.viewY(top)+e.l.lineH)}
	if e.opts.Strip && x < -2 && x > -padLeft {
		for m := range e.doc.Marks().In(span) {
			if m.Owner == LayerStrip && m.Overlaps(span) && !e.hidden[LayerStrip] {
				h.Marks = append(h.Marks, m)
			}
		}
		return h
	}
	at, _ := e.l.offsetAt(p, x)
	for _, m := range e.MarksAt(at) {
		if m.Owner == LayerStrip {
			continue
		}
		if left, right := e.fragment(p, m.Span); x >= left && x < right {
			h.Marks = append(h.Marks, m)
			if len(h.Marks) == 1 {
				h.Pos.X = e.left() + left
			}
		}
	}
	if len(h.Marks) == 0 {
		return Hover{}
	}
	return h
}

// fragment is where the part of span that is in line p is drawn, from the left
// edge of the column. A place is drawn as wide as a letter.
func (e *Editor) fragment(p place, span text.Span) (left, right float32) {
	l := e.l.lineSpan(p)
	if span.End >= l.End && !e.l.last(p) {
		s := e.l.lineText(p) // the space at which the line is wrapped hangs
		l.End -= len(s) - len(strings.TrimRight(s, " \t"))
	}
	left = e.l.x(p, max(span.Start, l.Start))
	right = e.l.x(p, min(span.End, l.End))
	if span.Empty() {
		return left - placeWidth/2, right + placeWidth/2
	}
	return left, right
}

const placeWidth = 10

// Cursor is called by Fyne.
func (e *Editor) Cursor() desktop.Cursor {
	if _, _, ok := e.thumb(); ok && e.pointer.pos.X >= e.Size().Width-thumbRoom {
		return desktop.DefaultCursor
	}
	if _, action, ok := e.insertAt(e.pointer.pos.X, e.pointer.pos.Y); ok {
		if action {
			return desktop.PointerCursor
		}
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}
