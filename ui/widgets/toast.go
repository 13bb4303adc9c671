package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/theme"
)

// ToastTime is how long a toast stays when nothing is wrong.
const ToastTime = 5 * time.Second

// ToastLayer shows one short message at the bottom of the window, with at most
// one thing to do about it.
type ToastLayer struct {
	*fyne.Container
	Post func(func())

	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	text   *Flow
	act    *ActionButton
	close  *ActionButton
	box    *fyne.Container
	wait   int
}

// NewToastLayer makes the layer. Put it on top of the content.
func NewToastLayer(post func(func())) *ToastLayer {
	l := &ToastLayer{Post: post, ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), text: NewFlow()}
	l.ground.CornerRadius, l.ground.StrokeWidth = 5, 1
	l.act = NewAction("", nil, Outline, nil)
	l.close = NewAction("", fynetheme.CancelIcon(), Flat, l.Dismiss)
	l.close.Tip = "Close"
	l.box = &fyne.Container{Layout: &toastLayout{l}, Objects: []fyne.CanvasObject{l.ground, l.bar, l.text, l.act, l.close}}
	l.box.Hide()
	l.Container = &fyne.Container{Layout: &toastPlace{l}, Objects: []fyne.CanvasObject{l.box}}
	return l
}

// Show shows a message. An error stays until it is closed. With a label and a
// function the toast offers a button.
func (l *ToastLayer) Show(message string, isError bool, label string, do func()) {
	c := theme.Color(fynetheme.ColorNamePrimary)
	if isError {
		c = theme.Color(fynetheme.ColorNameError)
	}
	l.bar.FillColor = c
	l.ground.FillColor = theme.Color(fynetheme.ColorNameMenuBackground)
	l.ground.StrokeColor = theme.Color(fynetheme.ColorNameInputBorder)
	l.text.SetText(message)
	l.act.SetText(label)
	l.act.Hidden = label == ""
	l.act.OnTap = func() {
		l.Dismiss()
		do()
	}
	l.box.Show()
	l.Container.Layout.Layout(l.Container.Objects, l.Container.Size())
	l.box.Refresh()
	l.wait++
	if n := l.wait; !isError {
		time.AfterFunc(ToastTime, func() {
			l.Post(func() {
				if l.wait == n {
					l.Dismiss()
				}
			})
		})
	}
}

// Dismiss takes the message away.
func (l *ToastLayer) Dismiss() {
	l.wait++
	l.box.Hide()
}

// Showing returns the message that shows, or "".
func (l *ToastLayer) Showing() string {
	if !l.box.Visible() {
		return ""
	}
	return l.text.Text()
}

type toastPlace struct{ l *ToastLayer }

func (p *toastPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (p *toastPlace) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	b := p.l.box
	w := min(620, s.Width-40)
	h := b.Layout.(*toastLayout).heightFor(nil, w)
	b.Resize(fyne.NewSize(w, h))
	b.Move(fyne.NewPos((s.Width-w)/2, s.Height-h-42))
}

type toastLayout struct{ l *ToastLayer }

func (t *toastLayout) textWidth(w float32) float32 {
	w -= 14 + t.l.close.MinSize().Width + 12
	if t.l.act.Visible() {
		w -= t.l.act.MinSize().Width + 8
	}
	return w
}

func (t *toastLayout) heightFor(_ []fyne.CanvasObject, w float32) float32 {
	return max(t.l.text.HeightFor(t.textWidth(w))+20, t.l.close.MinSize().Height+10)
}

func (t *toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (t *toastLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	l := t.l
	l.ground.Resize(s)
	l.bar.Resize(fyne.NewSize(4, s.Height-8))
	l.bar.Move(fyne.NewPos(4, 4))
	tw := t.textWidth(s.Width)
	th := l.text.HeightFor(tw)
	l.text.Resize(fyne.NewSize(tw, th))
	l.text.Move(fyne.NewPos(16, (s.Height-th)/2))
	cm := l.close.MinSize()
	l.close.Resize(cm)
	l.close.Move(fyne.NewPos(s.Width-cm.Width-5, (s.Height-cm.Height)/2))
	am := l.act.MinSize()
	l.act.Resize(am)
	l.act.Move(fyne.NewPos(s.Width-cm.Width-am.Width-12, (s.Height-am.Height)/2))
}
