package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
)

// Look is how a button stands out.
type Look uint8

// The looks.
const (
	Flat    Look = iota // a ground only under the pointer
	Outline             // a thin border
	Filled              // the default action
	Pill                // a filter: rounded, filled when selected
	Tab                 // a line below when selected
)

// ActionButton is a button that acts when the mouse is released on it. It is
// not a stop of the Tab key: the list or card that holds it has keys of its
// own. Button is the one that takes the focus.
type ActionButton struct {
	widget.BaseWidget
	Text     string
	Icon     fyne.Resource
	Tip      string
	Look     Look
	Small    bool // caption size
	Color    fyne.ThemeColorName
	Selected bool
	OnTap    func()

	self     fyne.Widget
	disabled bool
	focused  bool
	hovered  bool
	down     bool
	handled  bool
}

var (
	_ desktop.Mouseable = (*ActionButton)(nil)
	_ desktop.Hoverable = (*ActionButton)(nil)
	_ fyne.Tappable     = (*ActionButton)(nil)
	_ fyne.Focusable    = (*Button)(nil)
)

// NewAction returns a button that does not take the focus.
func NewAction(text string, icon fyne.Resource, look Look, tap func()) *ActionButton {
	b := &ActionButton{Text: text, Icon: icon, Look: look, OnTap: tap}
	b.self = b
	b.ExtendBaseWidget(b)
	return b
}

// Enable and Disable are not Fyne's, so that a disabled button still shows its
// tip.

// SetEnabled says whether the button acts.
func (b *ActionButton) SetEnabled(on bool) {
	if b.disabled == !on {
		return
	}
	b.disabled = !on
	b.Refresh()
}

// Enabled tells whether the button acts.
func (b *ActionButton) Enabled() bool { return !b.disabled }

// SetSelected marks the button as chosen.
func (b *ActionButton) SetSelected(on bool) {
	if b.Selected == on {
		return
	}
	b.Selected = on
	b.Refresh()
}

// SetText changes the label.
func (b *ActionButton) SetText(t string) {
	if b.Text == t {
		return
	}
	b.Text = t
	b.Refresh()
}

func (b *ActionButton) act() {
	if !b.disabled && b.OnTap != nil {
		HideTip(b.self)
		b.OnTap()
	}
}

// MouseDown implements desktop.Mouseable.
func (b *ActionButton) MouseDown(e *desktop.MouseEvent) {
	b.handled = false
	b.down = e.Button == desktop.MouseButtonPrimary
	b.Refresh()
}

// MouseUp implements desktop.Mouseable.
func (b *ActionButton) MouseUp(e *desktop.MouseEvent) {
	was := b.down
	b.down = false
	b.Refresh()
	s := b.Size()
	inside := e.Position.X >= 0 && e.Position.Y >= 0 && e.Position.X <= s.Width && e.Position.Y <= s.Height
	if was && inside {
		b.handled = true
		b.act()
	}
}

// Tapped implements fyne.Tappable, for drivers and tests that tap without a
// press.
func (b *ActionButton) Tapped(*fyne.PointEvent) {
	if b.handled {
		b.handled = false
		return
	}
	b.act()
}

// MouseIn implements desktop.Hoverable.
func (b *ActionButton) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.Tip != "" {
		ShowTip(b.self, b.Tip)
	}
}

// MouseMoved implements desktop.Hoverable.
func (b *ActionButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *ActionButton) MouseOut() {
	b.hovered, b.down = false, false
	b.Refresh()
	HideTip(b.self)
}

// CreateRenderer implements fyne.Widget.
func (b *ActionButton) CreateRenderer() fyne.WidgetRenderer {
	if b.self == nil {
		b.self = b
		b.ExtendBaseWidget(b)
	}
	r := &buttonRenderer{
		b: b, ground: canvas.NewRectangle(color.Transparent), label: canvas.NewText("", color.Black),
		line: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.objs = []fyne.CanvasObject{r.ground, r.icon, r.label, r.line}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b            *ActionButton
	ground, line *canvas.Rectangle
	label        *canvas.Text
	icon         *canvas.Image
	drawn        string // which icon, in which colour
	objs         []fyne.CanvasObject
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objs }

func (r *buttonRenderer) textSize() float32 {
	if r.b.Small {
		return theme.Size(fynetheme.SizeNameCaptionText)
	}
	return theme.Size(fynetheme.SizeNameText)
}

func (r *buttonRenderer) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: r.b.Look == Filled || (r.b.Look == Tab && r.b.Selected)}
}

// pads are the margins at the sides and at top and bottom.
func (r *buttonRenderer) pads() (x, y float32) {
	if r.b.Small {
		return 6, 3
	}
	if r.b.Text == "" {
		return 6, 5
	}
	return 9, 5
}

func (r *buttonRenderer) iconSize() float32 {
	if r.b.Icon == nil {
		return 0
	}
	if r.b.Small {
		return theme.Size(fynetheme.SizeNameCaptionText) + 1
	}
	return theme.Size(fynetheme.SizeNameInlineIcon)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	x, y := r.pads()
	// The bold width, so that a tab does not jump when it is chosen.
	st := r.style()
	if r.b.Look == Tab {
		st.Bold = true
	}
	t := measure(r.b.Text, r.textSize(), st)
	if r.b.Text == "" {
		t.Width = 0
		t.Height = measure("M", r.textSize(), st).Height
	}
	ic := r.iconSize()
	w := t.Width + ic
	if ic > 0 && r.b.Text != "" {
		w += 5
	}
	return fyne.NewSize(w+2*x, max(t.Height, ic)+2*y)
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	st := r.style()
	px, _ := r.pads()
	ic := r.iconSize()
	text := r.b.Text
	room := s.Width - 2*px - ic
	if ic > 0 && text != "" {
		room -= 5
	}
	if text != "" {
		text = Fit(text, room+0.5, r.textSize(), st)
	}
	t := measure(text, r.textSize(), st)
	w := ic
	if text != "" {
		w += t.Width
		if ic > 0 {
			w += 5
		}
	}
	x := (s.Width - w) / 2
	r.icon.Resize(fyne.NewSize(ic, ic))
	r.icon.Move(fyne.NewPos(x, (s.Height-ic)/2))
	if ic > 0 {
		x += ic + 5
	}
	r.label.Text = text
	r.label.Resize(t)
	r.label.Move(fyne.NewPos(x, (s.Height-t.Height)/2))
	r.line.Resize(fyne.NewSize(s.Width-8, 2))
	r.line.Move(fyne.NewPos(4, s.Height-2))
}

func (r *buttonRenderer) Refresh() {
	b := r.b
	ink := fynetheme.ColorNameForeground
	if b.Color != "" {
		ink = b.Color
	}
	fill, stroke := color.Color(color.Transparent), color.Color(color.Transparent)
	sw := float32(0)
	switch b.Look {
	case Outline:
		stroke, sw = theme.Color(fynetheme.ColorNameInputBorder), 1
	case Filled:
		fill, ink = theme.Color(fynetheme.ColorNamePrimary), fynetheme.ColorNameForegroundOnPrimary
	case Pill:
		stroke, sw = theme.Color(fynetheme.ColorNameInputBorder), 1
		ink = theme.Muted
		if b.Selected {
			fill, stroke, ink = theme.Color(theme.CurrentRow), theme.Color(theme.CurrentRow), fynetheme.ColorNameForeground
		}
	case Tab:
		if !b.Selected && b.Color == "" {
			ink = theme.Muted
		}
	case Flat:
		if b.Selected {
			fill = theme.Color(theme.CurrentRow)
		}
	}
	if b.disabled {
		ink = fynetheme.ColorNameDisabled
		if b.Look == Filled {
			fill = theme.Color(fynetheme.ColorNameDisabledButton)
		}
	} else if b.down && b.Look != Filled {
		fill = theme.Color(fynetheme.ColorNamePressed)
	} else if b.hovered && b.Look != Filled && !b.Selected {
		fill = theme.Color(fynetheme.ColorNameHover)
	}
	if b.focused {
		stroke, sw = theme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = fill, stroke, sw
	r.ground.CornerRadius = theme.Size(fynetheme.SizeNameInputRadius)
	if b.Look == Pill {
		r.ground.CornerRadius = b.Size().Height / 2
	}
	r.line.Hidden = b.Look != Tab || !b.Selected
	r.line.FillColor = theme.Color(fynetheme.ColorNamePrimary)
	r.label.Color, r.label.TextSize, r.label.TextStyle = theme.Color(ink), r.textSize(), r.style()
	if t, ok := b.Icon.(*fynetheme.ThemedResource); ok && t.ColorName == "" {
		r.setIcon(fynetheme.NewColoredResource(t, ink), theme.Color(ink))
	} else {
		r.setIcon(b.Icon, r.label.Color)
	}
	r.icon.Hidden = b.Icon == nil
	r.icon.Translucency = 0
	if b.disabled {
		r.icon.Translucency = 0.5
	}
	r.Layout(b.Size())
	canvas.Refresh(b.self)
}

// setIcon shows an icon. Drawing one costs, so it is drawn again only when it
// is another or its colour has changed.
func (r *buttonRenderer) setIcon(res fyne.Resource, c color.Color) {
	key := fmt.Sprint(c)
	if res != nil {
		key += res.Name()
	}
	if key != r.drawn {
		r.drawn = key
		r.icon.Resource = res
		r.icon.Refresh()
	}
}

// Button is an ActionButton that takes the focus: Space and Enter press it.
type Button struct{ ActionButton }

// NewButton returns a button that takes the focus.
func NewButton(text string, icon fyne.Resource, look Look, tap func()) *Button {
	b := &Button{ActionButton{Text: text, Icon: icon, Look: look, OnTap: tap}}
	b.self = b
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.focused = false
	b.Refresh()
}

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.act()
	default:
		Forward(b, e)
	}
}

// Forward hands a key that o does not use to the canvas that o is on.
func Forward(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}
