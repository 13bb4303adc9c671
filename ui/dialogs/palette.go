package dialogs

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/actions"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// Palette finds a command by a few letters and runs it. enabled says which
// commands can run now; run is called after the palette has closed.
func (h *Host) Palette(search func(query string) []actions.Command, enabled func(id string) bool, run func(id string)) *Modal {
	var m *Modal
	found := search("")
	at := 0
	e := widgets.NewField("Type a command")
	list := widgets.NewList()
	list.Len = func() int { return len(found) }
	list.Even = rowHeight()
	list.New = func() fyne.CanvasObject { return newCommandRow() }
	list.Bind = func(i int, o fyne.CanvasObject) {
		o.(*commandRow).set(found[i], i == at, enabled(found[i].ID))
	}
	do := func() {
		if at < len(found) && enabled(found[at].ID) {
			id := found[at].ID
			m.Close()
			run(id)
		}
	}
	move := func(n int) {
		at = max(0, min(at+n, len(found)-1))
		list.Reveal(at)
		list.Rebind()
	}
	list.OnPress = func(i int, _ *desktop.MouseEvent) {
		at = i
		do()
	}
	e.OnChanged = func(q string) {
		found, at = search(q), 0
		list.Reload()
		list.Reveal(0)
	}
	e.OnSubmitted = func(string) { do() }
	e.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyDown:
			move(1)
		case fyne.KeyUp:
			move(-1)
		case fyne.KeyPageDown:
			move(list.PageRows())
		case fyne.KeyPageUp:
			move(-list.PageRows())
		default:
			return false
		}
		return true
	}
	m = h.show("All commands", container.NewBorder(widgets.NewInset(0, 0, 8, 0, e), nil, nil, nil, list), fyne.NewSize(560, 460), e)
	list.Reload()
	return m
}

func rowHeight() float32 {
	return fyne.MeasureText("Mg", theme.Size(fynetheme.SizeNameText), fyne.TextStyle{}).Height + 9
}

// commandRow shows a command with its menu and its keys.
type commandRow struct {
	widget.BaseWidget
	ground           *canvas.Rectangle
	title, menu, key *canvas.Text
}

func newCommandRow() *commandRow {
	r := &commandRow{ground: canvas.NewRectangle(color.Transparent), title: canvas.NewText("", nil), menu: canvas.NewText("", nil), key: canvas.NewText("", nil)}
	r.ground.CornerRadius = 4
	r.ExtendBaseWidget(r)
	return r
}

func (r *commandRow) set(c actions.Command, current, enabled bool) {
	ink := theme.Color(fynetheme.ColorNameForeground)
	if !enabled {
		ink = theme.Color(fynetheme.ColorNameDisabled)
	}
	size := theme.Size(fynetheme.SizeNameText)
	r.title.Text, r.title.Color, r.title.TextSize = c.Title, ink, size
	r.menu.Text, r.menu.Color, r.menu.TextSize = c.Menu, theme.Color(theme.Muted), size
	r.key.Text, r.key.Color, r.key.TextSize = c.KeyText(), theme.Color(theme.Muted), size
	r.ground.FillColor = color.Transparent
	if current {
		r.ground.FillColor = theme.Color(theme.CurrentRow)
	}
	r.Refresh()
}

func (r *commandRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: commandLayout{r}, Objects: []fyne.CanvasObject{r.ground, r.menu, r.title, r.key}})
}

type commandLayout struct{ r *commandRow }

func (commandLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, rowHeight()) }

func (l commandLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	r := l.r
	r.ground.Resize(s)
	y := (s.Height - r.title.MinSize().Height) / 2
	r.menu.Move(fyne.NewPos(8, y))
	r.title.Move(fyne.NewPos(66, y))
	r.key.Move(fyne.NewPos(s.Width-8-r.key.MinSize().Width, y))
}

// Sheet shows all keys, menu by menu, in two columns.
func (h *Host) Sheet(commands []actions.Command) *Modal {
	var columns [2]*fyne.Container
	for i := range columns {
		columns[i] = widgets.NewColumn(1)
	}
	half := 0
	for _, c := range commands {
		if len(c.Keys) > 0 {
			half++
		}
	}
	half /= 2
	n := 0
	for _, menu := range actions.Menus {
		first := true
		for _, c := range commands {
			if c.Menu != menu || len(c.Keys) == 0 {
				continue
			}
			col := columns[0]
			if n >= half {
				col = columns[1]
			}
			if first {
				if len(col.Objects) > 0 {
					col.Add(spacerShown(8))
				}
				col.Add(heading(menu))
				first = false
			}
			n++
			key := canvas.NewText(c.KeyText(), theme.Color(theme.Muted))
			key.TextSize = theme.Size(fynetheme.SizeNameText)
			title := canvas.NewText(c.Title, theme.Color(fynetheme.ColorNameForeground))
			title.TextSize = key.TextSize
			col.Add(container.NewBorder(nil, nil, title, key))
		}
	}
	var m *Modal
	ok := widgets.NewButton("Close", nil, widgets.Filled, func() { m.Close() })
	body := container.NewVScroll(container.NewGridWithColumns(2, widgets.NewInset(0, 14, 0, 0, columns[0]), widgets.NewInset(0, 12, 0, 14, columns[1])))
	m = h.show("All keys", body, fyne.NewSize(860, 680), ok, ok)
	return m
}

func spacerShown(h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, h))
	return r
}
