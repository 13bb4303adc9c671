package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"stet/ui/actions"
	"stet/ui/widgets"
)

// toolbar is the row of buttons below the menu, made from the table of
// commands.
type toolbar struct {
	Content *fyne.Container
	set     *actions.Set
	buttons map[string]*widgets.Button
	views   *widgets.TabStrip
	quiet   bool
}

var viewCommands = [...]string{actions.Clean, actions.Original, actions.Changes}

func newToolbar(set *actions.Set) *toolbar {
	t := &toolbar{set: set, buttons: map[string]*widgets.Button{}}
	left, right := container.NewHBox(), container.NewHBox()
	last := 0
	for _, c := range set.Toolbar() {
		b := widgets.NewButton(c.Label, c.Icon, widgets.Flat, func() { set.Run(c.ID) })
		b.Tip = set.Tip(c.ID)
		t.buttons[c.ID] = b
		if c.Toolbar >= 90 {
			right.Add(b)
			continue
		}
		if last > 0 && c.Toolbar/10 != last/10 {
			left.Add(gapOf(10))
		}
		last = c.Toolbar
		left.Add(b)
	}
	t.views = widgets.NewTabStrip(widgets.Tab, "Clean", "Original", "Changes")
	t.views.OnChange = func(i int) {
		if !t.quiet {
			set.Run(viewCommands[i])
		}
	}
	t.Content = widgets.NewInset(3, 6, 3, 6, container.NewBorder(nil, nil, left, container.NewHBox(t.views, gapOf(14), right)))
	return t
}

func gapOf(w float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, 1))
	return r
}

// update shows which commands can run.
func (t *toolbar) update() {
	for id, b := range t.buttons {
		b.SetEnabled(t.set.Enabled(id))
	}
}

// setView shows which view the copy pane has.
func (t *toolbar) setView(m viewMode) {
	t.quiet = true
	t.views.Choose(int(m))
	t.quiet = false
}
