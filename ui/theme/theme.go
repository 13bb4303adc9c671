// Package theme is how Stet looks: colours for light and dark, the text sizes,
// the reading face and the icons.
//
// Every colour that text is set in keeps a contrast of 4.5:1 or better against
// the grounds that it stands on; a test holds that.
package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/assets"
	"stet/ui/editor"
)

// Choice is the editor's choice of variant.
type Choice string

// The choices. System follows the desktop's setting where Fyne can tell it.
const (
	System Choice = "system"
	Light  Choice = "light"
	Dark   Choice = "dark"
)

// Scales are the text sizes on offer, as factors of the normal size.
var Scales = []float32{0.85, 1, 1.15, 1.3, 1.5, 1.75, 2}

// Theme is Stet's theme. It is immutable: a change of setting makes a new one.
type Theme struct {
	Choice Choice
	Scale  float32 // of text, 1 is normal
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme for a choice of variant and a text scale.
func New(c Choice, scale float32) *Theme {
	if scale <= 0 {
		scale = 1
	}
	return &Theme{Choice: c, Scale: scale}
}

// IsDark tells whether the theme shows dark colours when the desktop asks for
// variant v.
func (t *Theme) IsDark(v fyne.ThemeVariant) bool {
	switch t.Choice {
	case Light:
		return false
	case Dark:
		return true
	}
	return v == fynetheme.VariantDark
}

// Color returns the colour of that name. Names that Stet does not set come
// from Fyne's own theme.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p, base := light, fynetheme.VariantLight
	if t.IsDark(v) {
		p, base = dark, fynetheme.VariantDark
	}
	if c, ok := p[n]; ok {
		if n == fynetheme.ColorNameForeground {
			return ink(c)
		}
		return c
	}
	if c := editor.DefaultColor(n, t.IsDark(v)); c != nil {
		return c
	}
	return fynetheme.DefaultTheme().Color(n, base)
}

// Font returns the face for a text style: the interface face. The reading face
// is Reading.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return fynetheme.DefaultTheme().Font(s) }

// Icon returns the icon of that name.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return fynetheme.DefaultTheme().Icon(n) }

// Size returns the size of that name in Fyne's device-independent pixels.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := textSizes[n]; ok {
		return s * t.Scale
	}
	if s, ok := sizes[n]; ok {
		return s
	}
	return fynetheme.DefaultTheme().Size(n)
}

// Sizes that Stet adds to Fyne's.
const (
	SizeReading  fyne.ThemeSizeName = "stet.reading"  // the copy
	SizeHeadline fyne.ThemeSizeName = "stet.headline" // the headline field
)

var textSizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:           13,
	fynetheme.SizeNameCaptionText:    11.5,
	fynetheme.SizeNameSubHeadingText: 15,
	fynetheme.SizeNameHeadingText:    20,
	fynetheme.SizeNameInlineIcon:     18,
	SizeReading:                      17,
	SizeHeadline:                     22,
}

var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNamePadding:         4,
	fynetheme.SizeNameInnerPadding:    7,
	fynetheme.SizeNameLineSpacing:     4,
	fynetheme.SizeNameInputRadius:     4,
	fynetheme.SizeNameSelectionRadius: 3,
	fynetheme.SizeNameInputBorder:     1,
	fynetheme.SizeNameScrollBar:       11,
	fynetheme.SizeNameScrollBarSmall:  5,
}

// Reading is the face that copy is set in: Source Serif Pro.
var Reading = sync.OnceValue(func() fyne.Resource { return face("SourceSerifPro-Regular.ttf") })

// ReadingBold is the face of headlines.
var ReadingBold = sync.OnceValue(func() fyne.Resource { return face("SourceSerifPro-SemiBold.ttf") })

// face returns an embedded face, or nil, which Fyne takes for the theme's own.
func face(name string) fyne.Resource {
	b, err := assets.Read("fonts/" + name)
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource(name, b)
}

// Color looks a colour up in the running theme.
func Color(n fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(n, s.ThemeVariant())
}

// Size looks a size up in the running theme.
func Size(n fyne.ThemeSizeName) float32 { return fyne.CurrentApp().Settings().Theme().Size(n) }
