package widgets

import (
	"image/color"

	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/theme"
)

// IconShade draws coloured icons anew when the theme has changed: Fyne keeps
// the picture of an icon until it is told.
type IconShade struct{ shade color.Color }

// Follow is to be called from a renderer's Refresh with its icons.
func (s *IconShade) Follow(icons ...*canvas.Image) {
	c := theme.Color(fynetheme.ColorNameForeground)
	if s.shade == c {
		return
	}
	first := s.shade == nil
	s.shade = c
	if first {
		return
	}
	for _, i := range icons {
		i.Refresh()
	}
}
