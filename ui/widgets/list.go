package widgets

import (
	"image/color"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
)

// List is a vertical list of rows of differing heights, of which only the
// visible ones own objects. It acts on the press of the mouse, and it is one
// stop of the Tab key.
type List struct {
	widget.BaseWidget

	Len    func() int
	Height func(i int, width float32) float32 // of row i
	Even   float32                            // when > 0, the height of every row; Height is not asked
	New    func() fyne.CanvasObject
	Bind   func(i int, o fyne.CanvasObject)

	OnPress     func(i int, e *desktop.MouseEvent) // primary button
	OnSecondary func(i int, at fyne.Position)      // at in the window
	OnKey       func(e *fyne.KeyEvent) bool        // true when it was used
	OnRune      func(r rune)
	OnFocus     func(on bool)
	Hover       func(i int) // -1 when the pointer leaves

	scroll  *container.Scroll
	body    *listBody
	ring    *canvas.Rectangle
	focused bool
	shown   int     // row that was revealed last, plus one; 0 once the editor has scrolled
	moving  bool    // Reveal scrolls
	height  float32 // of the view
}

var (
	_ fyne.Focusable    = (*List)(nil)
	_ desktop.Mouseable = (*listBody)(nil)
	_ desktop.Hoverable = (*listBody)(nil)
)

// NewList returns an empty list. Set its functions before it shows.
func NewList() *List {
	l := &List{}
	l.ExtendBaseWidget(l)
	l.body = &listBody{list: l, mark: canvas.NewRectangle(color.Transparent), live: map[int]fyne.CanvasObject{}}
	l.body.ExtendBaseWidget(l.body)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) {
		if !l.moving {
			l.shown = 0
		}
		l.body.rebuild()
	}
	l.ring = canvas.NewRectangle(color.Transparent)
	return l
}

// Reload takes in that rows were added, removed or changed.
func (l *List) Reload() {
	l.body.measure()
	l.body.stale = true
	l.body.fit()
	l.body.rebuild()
}

// Rebind shows the rows again whose looks changed and whose heights did not.
func (l *List) Rebind() {
	l.body.stale = true
	l.body.rebuild()
}

// Reveal scrolls as little as it takes to show row i.
func (l *List) Reveal(i int) {
	if i < 0 || i >= l.Len() {
		return
	}
	top, bottom := l.body.top(i), l.body.top(i+1)
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	l.shown = i + 1
	switch {
	case h <= 0:
		return
	case top < y || bottom-top > h:
		l.scrollTo(top)
	case bottom > y+h:
		l.scrollTo(bottom - h)
	default:
		return
	}
	l.body.rebuild()
}

// scrollTo scrolls without counting as the editor's own scrolling.
func (l *List) scrollTo(y float32) {
	l.moving = true
	l.scroll.ScrollToOffset(fyne.NewPos(0, y))
	l.moving = false
}

// Live is how many rows own objects.
func (l *List) Live() int { return len(l.body.live) }

// Row returns the object that shows row i, or nil while it is out of sight.
func (l *List) Row(i int) fyne.CanvasObject { return l.body.live[i] }

// PageRows is about how many rows are in sight.
func (l *List) PageRows() int { return max(1, l.Live()-2) }

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() { l.focus(true) }

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.focus(false) }

func (l *List) focus(on bool) {
	l.focused = on
	l.ring.StrokeWidth = 0
	if on {
		l.ring.StrokeWidth = 2
		l.ring.StrokeColor = theme.Color(fynetheme.ColorNamePrimary)
	}
	canvas.Refresh(l.ring)
	if l.OnFocus != nil {
		l.OnFocus(on)
	}
}

// TypedRune implements fyne.Focusable.
func (l *List) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(e) {
		return
	}
	Forward(l, e)
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &listRenderer{l, []fyne.CanvasObject{l.scroll, l.ring}}
}

type listRenderer struct {
	l    *List
	objs []fyne.CanvasObject
}

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *listRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, 40) }

func (r *listRenderer) Layout(s fyne.Size) {
	r.l.scroll.Resize(s)
	r.l.ring.Resize(s)
	if l := r.l; l.shown > 0 && s.Height != l.height {
		// What was to be seen stays in sight, with as little scrolling as the
		// new height takes.
		l.scrollTo(0)
		l.Reveal(l.shown - 1)
	}
	r.l.height = s.Height
	r.l.body.rebuild()
}

func (r *listRenderer) Refresh() {
	r.l.focusColour()
	r.l.Reload()
}

func (l *List) focusColour() { l.ring.StrokeColor = theme.Color(fynetheme.ColorNamePrimary) }

// listBody is what scrolls: it knows where each row is and keeps the visible
// ones.
type listBody struct {
	widget.BaseWidget
	list  *List
	mark  *canvas.Rectangle // refreshed to have the canvas painted again
	tops  []float32         // tops[i] of row i, and one more; empty for even rows
	width float32
	live  map[int]fyne.CanvasObject
	pool  []fyne.CanvasObject
	objs  []fyne.CanvasObject
	stale bool
	hover int
}

func (b *listBody) measure() {
	l := b.list
	if l.Len == nil || l.Even > 0 {
		b.tops = nil
		return
	}
	n := l.Len()
	b.tops = slices.Grow(b.tops[:0], n+1)[:0]
	y := float32(0)
	for i := range n {
		b.tops = append(b.tops, y)
		y += l.Height(i, b.width)
	}
	b.tops = append(b.tops, y)
}

func (b *listBody) top(i int) float32 {
	if b.list.Even > 0 {
		return float32(i) * b.list.Even
	}
	if i >= len(b.tops) {
		return b.total()
	}
	return b.tops[i]
}

func (b *listBody) total() float32 {
	if b.list.Len == nil {
		return 0
	}
	if b.list.Even > 0 {
		return float32(b.list.Len()) * b.list.Even
	}
	if len(b.tops) == 0 {
		return 0
	}
	return b.tops[len(b.tops)-1]
}

// at is the row at a height, or -1 below the last.
func (b *listBody) at(y float32) int {
	n := 0
	if b.list.Len != nil {
		n = b.list.Len()
	}
	if y < 0 || n == 0 || y >= b.total() {
		return -1
	}
	if b.list.Even > 0 {
		return int(y / b.list.Even)
	}
	return sort.Search(n, func(i int) bool { return b.tops[i+1] > y })
}

// fit gives the scroller the height of all rows and keeps the offset inside.
func (b *listBody) fit() {
	s := b.list.scroll
	view := s.Size()
	if view.Height <= 0 {
		return
	}
	h := max(b.total(), view.Height)
	if b.Size().Height != h {
		b.BaseWidget.Resize(fyne.NewSize(b.Size().Width, h))
	}
	if over := s.Offset.Y - max(0, b.total()-view.Height); over > 0 {
		s.ScrollToOffset(fyne.NewPos(0, max(0, b.total()-view.Height)))
	}
	s.Refresh()
}

// Resize implements fyne.CanvasObject.
func (b *listBody) Resize(s fyne.Size) {
	if s.Width != b.width {
		b.width = s.Width
		b.measure()
		b.stale = true
	}
	b.BaseWidget.Resize(fyne.NewSize(s.Width, max(s.Height, b.total())))
	b.rebuild()
}

// rebuild gives objects to the rows in sight and takes them from the others.
func (b *listBody) rebuild() {
	l := b.list
	if l.Len == nil || b.width <= 0 {
		return
	}
	n := l.Len()
	y, h := l.scroll.Offset.Y, l.scroll.Size().Height
	first := max(0, b.at(max(0, y)))
	last := b.at(y + h)
	if last < 0 {
		last = n - 1
	}
	for i, o := range b.live {
		if i < first || i > last || i >= n {
			delete(b.live, i)
			b.pool = append(b.pool, o)
		}
	}
	b.objs = append(b.objs[:0], b.mark)
	for i := first; i <= last && i < n; i++ {
		o, ok := b.live[i]
		if !ok {
			if k := len(b.pool); k > 0 {
				o, b.pool = b.pool[k-1], b.pool[:k-1]
			} else {
				o = l.New()
			}
			b.live[i] = o
		}
		size := fyne.NewSize(b.width, b.top(i+1)-b.top(i))
		if !ok || b.stale {
			l.Bind(i, o)
		}
		o.Move(fyne.NewPos(0, b.top(i)))
		if o.Size() != size {
			o.Resize(size)
		}
		b.objs = append(b.objs, o)
	}
	b.stale = false
	canvas.Refresh(b.mark)
}

// MouseDown implements desktop.Mouseable.
func (b *listBody) MouseDown(e *desktop.MouseEvent) {
	i := b.at(e.Position.Y)
	if i < 0 {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		if b.list.OnSecondary != nil {
			b.list.OnSecondary(i, e.AbsolutePosition)
		}
		return
	}
	if b.list.OnPress != nil {
		b.list.OnPress(i, e)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *listBody) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (b *listBody) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (b *listBody) MouseMoved(e *desktop.MouseEvent) { b.hovered(b.at(e.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (b *listBody) MouseOut() { b.hovered(-1) }

func (b *listBody) hovered(i int) {
	if i == b.hover {
		return
	}
	b.hover = i
	if b.list.Hover != nil {
		b.list.Hover(i)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &listBodyRenderer{b}
}

type listBodyRenderer struct{ b *listBody }

func (r *listBodyRenderer) Destroy()                     {}
func (r *listBodyRenderer) Objects() []fyne.CanvasObject { return r.b.objs }
func (r *listBodyRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, r.b.total()) }
func (r *listBodyRenderer) Layout(fyne.Size)             {}
func (r *listBodyRenderer) Refresh()                     {}
