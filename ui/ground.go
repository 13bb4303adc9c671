package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"stet/ui/theme"
)

// CreateRenderer implements fyne.Widget.
func (g *groundWidget) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g, canvas.NewRectangle(theme.Color(g.name))}
	return r
}

type groundRenderer struct {
	g    *groundWidget
	rect *canvas.Rectangle
}

func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *groundRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }

func (r *groundRenderer) Refresh() {
	r.rect.FillColor = theme.Color(r.g.name)
	canvas.Refresh(r.rect)
}
