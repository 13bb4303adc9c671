package editor

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"
)

// contrast is the contrast of two colours by the Web Content Accessibility
// Guidelines 2.1, from 1 to 21.
func contrast(a, b color.Color) float64 {
	lum := func(c color.Color) float64 {
		r, g, bl, _ := c.RGBA()
		lin := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(bl)
	}
	x, y := lum(a), lum(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	for name, th := range map[string]fixed{"light": light, "dark": dark} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(th)
			assert.Equal(t, name == "dark", Dark())
			ink, paper := theme.Color(theme.ColorNameForeground), Color(ColorPaper)
			for _, ground := range []fyne.ThemeColorName{
				ColorPaper, ColorSelected, ColorHit, ColorPerson, ColorOrganisation, ColorPlace, ColorOther,
				ColorAdded, ColorRemoved,
			} {
				assert.GreaterOrEqual(t, contrast(ink, Color(ground)), 4.5, "text on %s", ground)
			}
			for _, mark := range []fyne.ThemeColorName{
				ColorQuiet, ColorAction, ColorCaret, ColorCurrent,
				ColorTypo, ColorSourcing, ColorConsistency, ColorStyle, ColorFigure, ColorDate,
				ColorAddedLine, ColorRemovedLine, ColorStripNamed, ColorStripOffice, ColorStripUnnamed, ColorStripAnonymous, ColorStripNone,
			} {
				assert.GreaterOrEqual(t, contrast(Color(mark), paper), 4.5, "%s on paper", mark)
			}
			for _, flag := range FlagColor {
				for _, ground := range []fyne.ThemeColorName{ColorPerson, ColorOrganisation, ColorPlace, ColorOther} {
					assert.GreaterOrEqual(t, contrast(Color(flag), Color(ground)), 3.0, "%s on %s", flag, ground)
				}
			}
		})
	}
}

// painted is a theme with a colour of its own for typos.
type painted struct{ fixed }

func (painted) EditorColor(name fyne.ThemeColorName, dark bool) color.Color {
	if name == ColorTypo && !dark {
		return color.Black
	}
	return nil
}

func TestAThemeMayColourTheEditor(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(painted{light})
	assert.Equal(t, color.Black, Color(ColorTypo))
	assert.Equal(t, DefaultColor(ColorStyle, false), Color(ColorStyle))
	assert.Nil(t, DefaultColor("unheard of", false))
}

func TestEveryKindHasAStrokeOfItsOwn(t *testing.T) {
	for size, kinds := range map[[2]int][]stroke{
		{60, 2 * underHeight}: flagStroke[:],
		{2 * stripWidth, 60}:  stripStroke[:],
	} {
		images := map[string]bool{}
		for _, k := range kinds {
			img := paint(k, size[0], size[1], 2, color.NRGBA{A: 0xff})
			pix := ""
			for y := range size[1] {
				for x := range size[0] {
					if _, _, _, a := img.At(x, y).RGBA(); a > 0x7fff {
						pix += "#"
					} else {
						pix += "."
					}
				}
				pix += "\n"
			}
			assert.Contains(t, pix, "#")
			assert.False(t, images[pix], "stroke %d looks like another", k)
			images[pix] = true
		}
	}
}
