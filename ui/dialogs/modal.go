// Package dialogs is what opens over the window: import results, export,
// preferences, the palette, the sheet of keys and what asks for a word. Each
// presents and calls back; none of them touches a story.
package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// Host opens dialogs over one window and knows which are open.
type Host struct {
	Window   fyne.Window
	OnClosed func() // all dialogs have closed
	open     []*Modal
}

// Modal is an open dialog.
type Modal struct {
	Title   string
	host    *Host
	pop     *widget.PopUp
	before  fyne.Focusable
	onClose func()
}

// Open tells whether a dialog is open.
func (h *Host) Open() bool { return len(h.open) > 0 }

// Top is the dialog on top, or nil.
func (h *Host) Top() *Modal {
	if len(h.open) == 0 {
		return nil
	}
	return h.open[len(h.open)-1]
}

// Escape closes the dialog on top and tells whether there was one.
func (h *Host) Escape() bool {
	if m := h.Top(); m != nil {
		m.Close()
		return true
	}
	return false
}

// Close takes the dialog away and gives the focus back.
func (m *Modal) Close() {
	for i, o := range m.host.open {
		if o == m {
			m.host.open = append(m.host.open[:i], m.host.open[i+1:]...)
			m.pop.Hide()
			if m.before != nil && len(m.host.open) == 0 {
				m.host.Window.Canvas().Focus(m.before)
			}
			if m.onClose != nil {
				m.onClose()
			}
			if len(m.host.open) == 0 && m.host.OnClosed != nil {
				m.host.OnClosed()
			}
			return
		}
	}
}

// show opens a dialog of at most this size with a title, a body and buttons in
// a row at the bottom right; the first button is the default. first gets the
// focus.
func (h *Host) show(title string, body fyne.CanvasObject, size fyne.Size, first fyne.Focusable, buttons ...*widgets.Button) *Modal {
	m := &Modal{Title: title, host: h, before: h.Window.Canvas().Focused()}
	head := widgets.NewFlow(widgets.Run{Text: title, Bold: true})
	head.SizeName = fynetheme.SizeNameSubHeadingText
	var bottom fyne.CanvasObject
	if len(buttons) > 0 {
		row := container.NewHBox()
		for i := len(buttons) - 1; i >= 0; i-- {
			row.Add(buttons[i])
		}
		bottom = widgets.NewInset(12, 0, 0, 0, container.NewBorder(nil, nil, nil, row))
	}
	inner := container.NewBorder(widgets.NewInset(0, 0, 10, 0, head), bottom, nil, nil, body)
	m.pop = widget.NewModalPopUp(widgets.NewInset(14, 16, 14, 16, inner), h.Window.Canvas())
	win := h.Window.Canvas().Size()
	size = fyne.NewSize(min(size.Width, win.Width-40), min(size.Height, win.Height-60))
	m.pop.Resize(size)
	h.open = append(h.open, m)
	m.pop.Show()
	if first != nil {
		h.Window.Canvas().Focus(first)
	}
	return m
}

// Say shows a message with one button.
func (h *Host) Say(title, message string) *Modal {
	var m *Modal
	ok := widgets.NewButton("Close", nil, widgets.Filled, func() { m.Close() })
	text := widgets.NewText(message, "")
	m = h.show(title, container.NewVScroll(widgets.NewColumn(0, text)), fyne.NewSize(480, 150+text.HeightFor(448)), ok, ok)
	return m
}

// Confirm asks before doing something that cannot be taken back.
func (h *Host) Confirm(title, message, yes string, do func()) *Modal {
	var m *Modal
	ok := widgets.NewButton(yes, nil, widgets.Filled, func() {
		m.Close()
		do()
	})
	no := widgets.NewButton("Cancel", nil, widgets.Outline, func() { m.Close() })
	text := widgets.NewText(message, "")
	m = h.show(title, text, fyne.NewSize(460, 130+text.HeightFor(428)), ok, ok, no)
	return m
}

// Ask asks for a line of text.
func (h *Host) Ask(title, message, value, yes string, do func(string)) *Modal {
	var m *Modal
	e := widgets.NewField("")
	e.SetText(value)
	send := func() {
		m.Close()
		do(e.Text)
	}
	e.OnSubmitted = func(string) { send() }
	ok := widgets.NewButton(yes, nil, widgets.Filled, send)
	no := widgets.NewButton("Cancel", nil, widgets.Outline, func() { m.Close() })
	text := widgets.NewText(message, theme.Muted)
	m = h.show(title, widgets.NewColumn(8, text, e), fyne.NewSize(480, 175+text.HeightFor(448)), e, ok, no)
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	return m
}

// heading is a small bold title inside a dialog.
func heading(s string) fyne.CanvasObject {
	f := widgets.NewFlow(widgets.Run{Text: s, Bold: true, Color: theme.Muted})
	f.SizeName = fynetheme.SizeNameCaptionText
	return f
}

// field is a label above an object.
func field(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(3, heading(label), o)
}
