package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/editor"
)

var _ editor.Palette = (*Theme)(nil)

// editorColors are the editor's colours that are the window's too, so that a
// flag has one colour in the copy and beside it. The others are the editor's
// own.
var editorColors = map[fyne.ThemeColorName]fyne.ThemeColorName{
	editor.ColorPaper: Paper, editor.ColorQuiet: Muted, editor.ColorAction: fynetheme.ColorNamePrimary, editor.ColorCaret: fynetheme.ColorNamePrimary,
	editor.ColorTypo: Typo, editor.ColorSourcing: Sourcing, editor.ColorConsistency: Consistency, editor.ColorStyle: Style,
}

// EditorColor implements editor.Palette.
func (t *Theme) EditorColor(n fyne.ThemeColorName, isDark bool) color.Color {
	own, ok := editorColors[n]
	if !ok {
		return nil
	}
	if isDark {
		return dark[own]
	}
	return light[own]
}
