package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// over lays the translucent colour a on the ground b.
func over(a, b color.NRGBA) color.NRGBA {
	mix := func(x, y uint8) uint8 {
		return uint8((int(x)*int(a.A) + int(y)*(255-int(a.A))) / 255)
	}
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func TestTextContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{
		fynetheme.ColorNameBackground, fynetheme.ColorNameInputBackground, fynetheme.ColorNameMenuBackground,
		fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameHeaderBackground, Paper, Panel, Card, CurrentRow,
	}
	inks := []fyne.ThemeColorName{
		fynetheme.ColorNameForeground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePrimary, fynetheme.ColorNameHyperlink,
		fynetheme.ColorNameError, fynetheme.ColorNameWarning, fynetheme.ColorNameSuccess, fynetheme.ColorNameDisabled,
		Muted, Typo, Sourcing, Consistency, Style,
	}
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		for _, g := range grounds {
			for _, i := range inks {
				assert.GreaterOrEqual(t, contrast(p[i], p[g]), 4.5, "%s: %s on %s", name, i, g)
			}
			lit := over(p[fynetheme.ColorNameHover], p[g])
			assert.GreaterOrEqual(t, contrast(p[fynetheme.ColorNameForeground], lit), 4.5, "%s: text on hovered %s", name, g)
		}
		for _, g := range []fyne.ThemeColorName{Added, Removed, fynetheme.ColorNameButton} {
			assert.GreaterOrEqual(t, contrast(p[fynetheme.ColorNameForeground], p[g]), 4.5, "%s: text on %s", name, g)
		}
		sel := over(p[fynetheme.ColorNameSelection], p[Paper])
		assert.GreaterOrEqual(t, contrast(p[fynetheme.ColorNameForeground], sel), 4.5, "%s: selected copy", name)
		for ink, g := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			fynetheme.ColorNameForegroundOnPrimary: fynetheme.ColorNamePrimary, fynetheme.ColorNameForegroundOnError: fynetheme.ColorNameError,
			fynetheme.ColorNameForegroundOnWarning: fynetheme.ColorNameWarning, fynetheme.ColorNameForegroundOnSuccess: fynetheme.ColorNameSuccess,
		} {
			assert.GreaterOrEqual(t, contrast(p[ink], p[g]), 4.5, "%s: %s", name, ink)
		}
	}
}

func TestBothVariantsNameTheSameColours(t *testing.T) {
	for n := range light {
		assert.Contains(t, dark, n)
	}
	assert.Len(t, dark, len(light))
	for k := range flag.Kind(flag.NKinds) {
		assert.Contains(t, light, Of(k))
	}
}

func TestChoiceDecidesTheVariant(t *testing.T) {
	const unknown = fyne.ThemeVariant(2) // what the test driver says
	for _, c := range []struct {
		choice Choice
		asked  fyne.ThemeVariant
		dark   bool
	}{
		{System, fynetheme.VariantDark, true},
		{System, fynetheme.VariantLight, false},
		{System, unknown, false},
		{Light, fynetheme.VariantDark, false},
		{Dark, fynetheme.VariantLight, true},
		{Dark, unknown, true},
	} {
		assert.Equal(t, c.dark, New(c.choice, 1).IsDark(c.asked), "%s, %d", c.choice, c.asked)
	}
}

func TestScaleSetsTextAndLeavesLines(t *testing.T) {
	n, b := New(Light, 1), New(Light, 1.5)
	assert.InDelta(t, n.Size(fynetheme.SizeNameText)*1.5, b.Size(fynetheme.SizeNameText), 0.01)
	assert.InDelta(t, n.Size(SizeReading)*1.5, b.Size(SizeReading), 0.01)
	assert.Equal(t, n.Size(fynetheme.SizeNameSeparatorThickness), b.Size(fynetheme.SizeNameSeparatorThickness))
	assert.Equal(t, float32(1), New(Light, 0).Scale)
}

func TestReadingFaceIsBundled(t *testing.T) {
	require.NotNil(t, Reading())
	require.NotNil(t, ReadingBold())
	assert.NotEqual(t, Reading().Content(), ReadingBold().Content())
}

func TestEveryFyneColourIsDefined(t *testing.T) {
	test.AssertAllColorNamesDefined(t, New(Light, 1), "stet light")
	test.AssertAllColorNamesDefined(t, New(Dark, 1), "stet dark")
}

func TestKeysInMenusAreLegible(t *testing.T) {
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		c := ink(p[fynetheme.ColorNameForeground])
		// What widget.menuItem makes of the foreground.
		r, g, b, a := c.RGBA()
		a = uint32(float32(a) * 0.95)
		key := color.NRGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: uint8(a)}
		assert.GreaterOrEqual(t, contrast(over(key, p[fynetheme.ColorNameMenuBackground]), p[fynetheme.ColorNameMenuBackground]), 4.5, name)
		plain := color.NRGBAModel.Convert(c).(color.NRGBA)
		assert.Equal(t, uint8(255), plain.A, "%s: other text is opaque", name)
		assert.InDelta(t, p[fynetheme.ColorNameForeground].R, plain.R, 1, "%s: and as light as it was", name)
	}
}
