package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Soft is the running theme with faint shadows, for the panes: Fyne draws the
// bars between panes in the colour of shadows, and the keys in menus too, which
// must be legible.
type Soft struct{}

var _ fyne.Theme = Soft{}

func running() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (Soft) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == fynetheme.ColorNameShadow {
		n = fynetheme.ColorNameHover
	}
	return running().Color(n, v)
}

// Font implements fyne.Theme.
func (Soft) Font(s fyne.TextStyle) fyne.Resource { return running().Font(s) }

// Icon implements fyne.Theme.
func (Soft) Icon(n fyne.ThemeIconName) fyne.Resource { return running().Icon(n) }

// Size implements fyne.Theme.
func (Soft) Size(n fyne.ThemeSizeName) float32 { return running().Size(n) }
