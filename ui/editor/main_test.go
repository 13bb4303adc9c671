package editor

import (
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"stet/model/text"
)

// fixed is the default theme in one variant, whatever the system says.
type fixed struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

func (f fixed) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return f.Theme.Color(n, f.variant)
}

var (
	light = fixed{theme.DefaultTheme(), theme.VariantLight}
	dark  = fixed{theme.DefaultTheme(), theme.VariantDark}

	boldItalic = fyne.TextStyle{Bold: true, Italic: true}
)

// rig is an editor in a window of Fyne's test driver.
type rig struct {
	*Editor
	t *testing.T
	w fyne.Window
}

// newRig shows d in a window. The text is set in 15 points, whatever the theme.
func newRig(t *testing.T, d *text.Document, size fyne.Size, o Options) *rig {
	test.NewTempApp(t).Settings().SetTheme(light)
	if o.TextSize == 0 {
		o.TextSize = 15
	}
	e := New(d, o)
	w := test.NewTempWindow(t, e)
	w.SetPadded(false)
	w.Resize(size)
	w.Canvas().Focus(e)
	return &rig{e, t, w}
}

// open shows a text in which [ and | or | and ] stand around the selection, or
// | alone for the caret.
func open(t *testing.T, s string, width float32) *rig {
	anchor, head, plain := parse(s)
	r := newRig(t, text.NewDocument(nil, plain), fyne.NewSize(width, 300), Options{})
	r.Select(anchor, head)
	return r
}

// parse reads the notation of open and state.
func parse(s string) (anchor, head int, plain string) {
	head = strings.Index(s, "|")
	anchor = head
	if i := strings.Index(s, "["); i >= 0 {
		anchor = i
		head--
	} else if i := strings.Index(s, "]"); i >= 0 {
		anchor = i - 1
	}
	return anchor, head, strings.NewReplacer("|", "", "[", "", "]", "").Replace(s)
}

// state writes text, caret and selection in the notation of open.
func (r *rig) state() string {
	s, sel := r.doc.String(), r.Selection()
	switch {
	case sel.Empty():
		return s[:sel.Start] + "|" + s[sel.Start:]
	case r.caret.head == sel.End:
		return s[:sel.Start] + "[" + s[sel.Start:sel.End] + "|" + s[sel.End:]
	default:
		return s[:sel.Start] + "|" + s[sel.Start:sel.End] + "]" + s[sel.End:]
	}
}

// hold presses modifier keys while do runs.
func (r *rig) hold(mods fyne.KeyModifier, do func()) {
	for key, m := range modifierOf {
		if m&mods != 0 && (key == desktop.KeyShiftLeft || key == desktop.KeyControlLeft || key == desktop.KeyAltLeft) {
			r.KeyDown(&fyne.KeyEvent{Name: key})
			defer r.KeyUp(&fyne.KeyEvent{Name: key})
		}
	}
	do()
}

// key sends a key as the desktop driver does: with Ctrl, Alt or Super as a
// shortcut, otherwise as a typed key.
func (r *rig) key(name fyne.KeyName, mods fyne.KeyModifier) {
	r.hold(mods, func() {
		if mods&^fyne.KeyModifierShift != 0 {
			r.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mods})
		} else {
			r.TypedKey(&fyne.KeyEvent{Name: name})
		}
	})
}

func (r *rig) typeText(s string) {
	for _, c := range s {
		r.TypedRune(c)
	}
}

// at is the view point of offset, in the middle of its line.
func (r *rig) at(offset int) fyne.Position {
	p := r.l.find(offset, false)
	return fyne.NewPos(r.left()+r.l.x(p, offset)+0.5, r.viewY(r.l.lineY(p))+r.l.lineH/2)
}

// pause lets time pass, so that the next click is a first one.
func (r *rig) pause() { r.pointer.when = time.Time{} }

func (r *rig) press(pos fyne.Position, mods fyne.KeyModifier) {
	r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary, Modifier: mods})
}

func (r *rig) release(pos fyne.Position) {
	r.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary})
}

func (r *rig) click(pos fyne.Position, mods fyne.KeyModifier) {
	r.press(pos, mods)
	r.release(pos)
}

func (r *rig) drag(pos fyne.Position) {
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos}})
}

// drawn lists the pieces of text on the canvas.
func (r *rig) drawn() []string {
	var out []string
	for _, o := range r.r.objects {
		if t, ok := o.(*canvas.Text); ok {
			out = append(out, t.Text)
		}
	}
	return out
}
