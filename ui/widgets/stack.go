package widgets

import "fyne.io/fyne/v2"

// Sized is an object whose height depends on its width.
type Sized interface{ HeightFor(width float32) float32 }

// HeightOf is the height that o takes at a width.
func HeightOf(o fyne.CanvasObject, width float32) float32 {
	if s, ok := o.(Sized); ok {
		return s.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(sizedLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

type sizedLayout interface {
	heightFor(os []fyne.CanvasObject, width float32) float32
}

// NewColumn lays objects out one below the other, each at the full width and
// as high as it is at that width.
func NewColumn(gap float32, os ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columnLayout{gap: gap}, Objects: os}
}

type columnLayout struct {
	gap   float32
	width float32
}

func (l *columnLayout) heightFor(os []fyne.CanvasObject, width float32) float32 {
	h, any := float32(0), false
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		if any {
			h += l.gap
		}
		any = true
		h += HeightOf(o, width)
	}
	return h
}

func (l *columnLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	y := float32(0)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		h := HeightOf(o, s.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(s.Width, h))
		y += h + l.gap
	}
}

func (l *columnLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range os {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, l.heightFor(os, max(w, l.width)))
}

// NewWrap lays objects out side by side at their least size and goes on in the
// next line where the width ends.
func NewWrap(gap float32, os ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &wrapLayout{gap: gap}, Objects: os}
}

type wrapLayout struct {
	gap   float32
	width float32
}

// place calls put for each visible object with its place, and returns the
// height of all.
func (l *wrapLayout) place(os []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, row := float32(0), float32(0), float32(0)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, row = 0, y+row+l.gap, 0
		}
		m.Width = min(m.Width, max(width, 1))
		put(o, fyne.NewPos(x, y), m)
		x += m.Width + l.gap
		row = max(row, m.Height)
	}
	return y + row
}

func (l *wrapLayout) heightFor(os []fyne.CanvasObject, width float32) float32 {
	return l.place(os, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *wrapLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	l.place(os, s.Width, func(o fyne.CanvasObject, p fyne.Position, m fyne.Size) {
		o.Move(p)
		o.Resize(m)
	})
}

func (l *wrapLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range os {
		if o.Visible() {
			w = max(w, min(o.MinSize().Width, 60))
		}
	}
	return fyne.NewSize(w, l.heightFor(os, max(w, l.width)))
}

// NewInset puts o inside margins.
func NewInset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &insetLayout{top, right, bottom, left}, Objects: []fyne.CanvasObject{o}}
}

type insetLayout struct{ top, right, bottom, left float32 }

func (l *insetLayout) heightFor(os []fyne.CanvasObject, width float32) float32 {
	return HeightOf(os[0], width-l.left-l.right) + l.top + l.bottom
}

func (l *insetLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.NewPos(l.left, l.top))
	os[0].Resize(fyne.NewSize(s.Width-l.left-l.right, s.Height-l.top-l.bottom))
}

func (l *insetLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return os[0].MinSize().Add(fyne.NewSize(l.left+l.right, l.top+l.bottom))
}

// NewHead puts top above rest, as high as it is at the width that there is,
// and gives the rest what is left.
func NewHead(top, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: headLayout{}, Objects: []fyne.CanvasObject{top, rest}}
}

type headLayout struct{}

func (headLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	a, b := os[0].MinSize(), os[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), b.Height+40)
}

func (headLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	h := HeightOf(os[0], s.Width)
	os[0].Move(fyne.NewPos(0, 0))
	os[0].Resize(fyne.NewSize(s.Width, h))
	os[1].Move(fyne.NewPos(0, h))
	os[1].Resize(fyne.NewSize(s.Width, max(0, s.Height-h)))
}

// Arrange lays the objects of c out anew, also where its size stays the same:
// their sizes may have changed.
func Arrange(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }
