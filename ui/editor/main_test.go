package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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
)
