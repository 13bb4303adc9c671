package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/theme"
)

// TipDelay is how long the pointer rests before a tip shows.
const TipDelay = 500 * time.Millisecond

// TipLayer shows tips and hover cards above the content of a window. It holds
// nothing that can be clicked, so it never comes between pointer and content.
type TipLayer struct {
	*fyne.Container
	Post func(func()) // runs a function on the main goroutine

	box    *fyne.Container
	ground *canvas.Rectangle
	flow   *Flow
	owner  fyne.CanvasObject
	timer  *time.Timer
	wait   int // generation of the timer
}

// layer is the layer of the one window.
var layer *TipLayer

// NewTipLayer makes the layer of the window. Put it on top of the content.
func NewTipLayer(post func(func())) *TipLayer {
	l := &TipLayer{Post: post, ground: canvas.NewRectangle(color.Transparent), flow: NewFlow()}
	l.ground.CornerRadius = 4
	l.ground.StrokeWidth = 1
	l.box = container.NewWithoutLayout(l.ground, l.flow)
	l.box.Hide()
	l.Container = container.NewWithoutLayout(l.box)
	layer = l
	return l
}

// ShowTip shows text below o once the pointer has rested there.
func ShowTip(o fyne.CanvasObject, text string) {
	l := layer
	if l == nil {
		return
	}
	l.After(o, func() {
		p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		l.Show(o, fyne.NewPos(p.X, p.Y+o.Size().Height+4), 320, Run{Text: text})
	})
}

// HideTip takes away the tip of o.
func HideTip(o fyne.CanvasObject) {
	if layer != nil {
		layer.Hide(o)
	}
}

// After calls f once the pointer has rested on o for TipDelay, unless Hide
// comes first.
func (l *TipLayer) After(o fyne.CanvasObject, f func()) {
	l.owner = o
	l.wait++
	n := l.wait
	if l.timer != nil {
		l.timer.Stop()
	}
	l.timer = time.AfterFunc(TipDelay, func() {
		l.Post(func() {
			if l.wait == n {
				f()
			}
		})
	})
}

// Show shows runs at once, at a place of the window, in a box at most width
// wide. It keeps the box inside the window, above the place where there is no
// room below it.
func (l *TipLayer) Show(o fyne.CanvasObject, at fyne.Position, width float32, runs ...Run) {
	l.owner = o
	l.flow.Set(runs...)
	size := theme.Size(fynetheme.SizeNameText)
	natural := float32(0)
	for _, r := range runs {
		natural += measure(r.Text, size, r.style()).Width
	}
	w := min(width, natural+2)
	h := l.flow.HeightFor(w)
	const pad = 7
	all := l.Container.Size()
	x := max(4, min(at.X, all.Width-w-2*pad-4))
	y := at.Y
	if y+h+2*pad > all.Height {
		y = max(4, at.Y-h-2*pad-28)
	}
	l.ground.FillColor = theme.Color(fynetheme.ColorNameMenuBackground)
	l.ground.StrokeColor = theme.Color(fynetheme.ColorNameInputBorder)
	l.box.Move(fyne.NewPos(x, y))
	l.box.Resize(fyne.NewSize(w+2*pad, h+2*pad))
	l.ground.Resize(fyne.NewSize(w+2*pad, h+2*pad))
	l.flow.Move(fyne.NewPos(pad, pad))
	l.flow.Resize(fyne.NewSize(w, h))
	l.box.Show()
	l.box.Refresh()
}

// Hide takes the tip away if it is that of o; nil takes any.
func (l *TipLayer) Hide(o fyne.CanvasObject) {
	if o != nil && l.owner != o {
		return
	}
	l.wait++
	l.owner = nil
	if l.box.Visible() {
		l.box.Hide()
	}
}

// Showing returns the words of the tip that shows, or "".
func (l *TipLayer) Showing() string {
	if !l.box.Visible() {
		return ""
	}
	return l.flow.Text()
}
