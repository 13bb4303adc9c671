package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"stet/model/flag"
)

// The colours of the editor. Text is drawn in theme.ColorNameForeground.
const (
	ColorPaper    fyne.ThemeColorName = "stet.paper"     // behind the text
	ColorQuiet    fyne.ThemeColorName = "stet.quiet"     // furniture lines, ticks
	ColorAction   fyne.ThemeColorName = "stet.action"    // what can be clicked in a furniture line
	ColorCaret    fyne.ThemeColorName = "stet.caret"     // also the ring of a focused field
	ColorSelected fyne.ThemeColorName = "stet.selection" // behind selected text
	ColorHit      fyne.ThemeColorName = "stet.hit"       // behind what Find found
	ColorCurrent  fyne.ThemeColorName = "stet.current"   // outline of the current flag
	ColorThumb    fyne.ThemeColorName = "stet.scrollbar"
	ColorRule     fyne.ThemeColorName = "stet.rule" // beside a furniture line

	ColorTypo        fyne.ThemeColorName = "stet.flag.typo"
	ColorSourcing    fyne.ThemeColorName = "stet.flag.sourcing"
	ColorConsistency fyne.ThemeColorName = "stet.flag.consistency"
	ColorStyle       fyne.ThemeColorName = "stet.flag.style"

	ColorPerson       fyne.ThemeColorName = "stet.name.person"
	ColorOrganisation fyne.ThemeColorName = "stet.name.organisation"
	ColorPlace        fyne.ThemeColorName = "stet.name.place"
	ColorOther        fyne.ThemeColorName = "stet.name.other"
	ColorFigure       fyne.ThemeColorName = "stet.name.figure"
	ColorDate         fyne.ThemeColorName = "stet.name.date"

	ColorAdded       fyne.ThemeColorName = "stet.added"        // behind words that were put in
	ColorAddedLine   fyne.ThemeColorName = "stet.added.line"   // below them
	ColorRemoved     fyne.ThemeColorName = "stet.removed"      // behind words that were taken out
	ColorRemovedLine fyne.ThemeColorName = "stet.removed.line" // through them

	ColorStripNamed     fyne.ThemeColorName = "stet.strip.named"
	ColorStripOffice    fyne.ThemeColorName = "stet.strip.office"
	ColorStripUnnamed   fyne.ThemeColorName = "stet.strip.unnamed"
	ColorStripAnonymous fyne.ThemeColorName = "stet.strip.anonymous"
	ColorStripNone      fyne.ThemeColorName = "stet.strip.none"
)

// FlagColor is the colour of each kind of flag, for the panels beside the
// editor too.
var FlagColor = [flag.NKinds]fyne.ThemeColorName{
	flag.Typo:        ColorTypo,
	flag.Sourcing:    ColorSourcing,
	flag.Consistency: ColorConsistency,
	flag.Style:       ColorStyle,
}

// TintColor is the colour of each tint, for a legend too.
var TintColor = [tints]fyne.ThemeColorName{
	TintPerson:       ColorPerson,
	TintOrganisation: ColorOrganisation,
	TintPlace:        ColorPlace,
	TintOther:        ColorOther,
	TintFigure:       ColorFigure,
	TintDate:         ColorDate,
}

// StripColor is the colour of each state of the strip, for a legend too.
var StripColor = [strips]fyne.ThemeColorName{
	StripNamed:     ColorStripNamed,
	StripOffice:    ColorStripOffice,
	StripUnnamed:   ColorStripUnnamed,
	StripAnonymous: ColorStripAnonymous,
	StripNone:      ColorStripNone,
}

// Palette is what a theme may implement to colour the editor. It answers nil
// for a colour that it leaves to the editor.
type Palette interface {
	EditorColor(name fyne.ThemeColorName, dark bool) color.Color
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

// defaults are the colours on light and on dark paper. Strokes and bars hold
// 4.5:1 against the paper, and text 4.5:1 on every ground that is drawn behind
// it; palette_test.go measures both.
var defaults = map[fyne.ThemeColorName][2]color.NRGBA{
	ColorPaper:    {rgb(0xffffff), rgb(0x1b1d21)},
	ColorQuiet:    {rgb(0x6a6f78), rgb(0x9aa0aa)},
	ColorAction:   {rgb(0x1a5fb4), rgb(0x7db3f2)},
	ColorCaret:    {rgb(0x1a5fb4), rgb(0x8fc1ff)},
	ColorSelected: {rgb(0xc3dafb), rgb(0x2f4a70)},
	ColorHit:      {rgb(0xffe08a), rgb(0x6b5410)},
	ColorCurrent:  {rgb(0x1a1c20), rgb(0xf0f2f5)},
	ColorRule:     {rgb(0xd9dce1), rgb(0x3a3e45)},
	ColorThumb:    {rgba(0x30343c, 0x60), rgba(0xd8dce4, 0x60)},

	ColorTypo:        {rgb(0xc01c28), rgb(0xff8a84)},
	ColorSourcing:    {rgb(0x9a4a00), rgb(0xf5a623)},
	ColorConsistency: {rgb(0x6b2fb3), rgb(0xc79bff)},
	ColorStyle:       {rgb(0x0b6e63), rgb(0x56cdbb)},

	ColorPerson:       {rgb(0xdcebff), rgb(0x22374f)},
	ColorOrganisation: {rgb(0xe9e1fb), rgb(0x37304f)},
	ColorPlace:        {rgb(0xdcf2e0), rgb(0x20402b)},
	ColorOther:        {rgb(0xf1ece2), rgb(0x3b372f)},
	ColorFigure:       {rgb(0x70757e), rgb(0x8d939d)},
	ColorDate:         {rgb(0x70757e), rgb(0x8d939d)},

	ColorAdded:       {rgb(0xd9f2e0), rgb(0x1d4029)},
	ColorAddedLine:   {rgb(0x1f7a3d), rgb(0x63c983)},
	ColorRemoved:     {rgb(0xfbe0e0), rgb(0x4a2526)},
	ColorRemovedLine: {rgb(0xc01c28), rgb(0xff8a84)},

	ColorStripNamed:     {rgb(0x1f7a3d), rgb(0x63c983)},
	ColorStripOffice:    {rgb(0x2a6a9e), rgb(0x78b6e4)},
	ColorStripUnnamed:   {rgb(0x9a4a00), rgb(0xf5a623)},
	ColorStripAnonymous: {rgb(0xc01c28), rgb(0xff8a84)},
	ColorStripNone:      {rgb(0x6a6f78), rgb(0x9aa0aa)},
}

// Color returns the colour of that name under the theme in use: the theme's
// own where it is a Palette, and the editor's default otherwise.
func Color(name fyne.ThemeColorName) color.Color {
	dark := Dark()
	if p, ok := fyne.CurrentApp().Settings().Theme().(Palette); ok {
		if c := p.EditorColor(name, dark); c != nil {
			return c
		}
	}
	if c := DefaultColor(name, dark); c != nil {
		return c
	}
	return theme.Color(name)
}

// DefaultColor returns the editor's own colour of that name, or nil where it
// has none.
func DefaultColor(name fyne.ThemeColorName, dark bool) color.Color {
	c, ok := defaults[name]
	if !ok {
		return nil
	}
	if dark {
		return c[1]
	}
	return c[0]
}

// Dark reports whether the theme in use is a dark one, by its background: the
// variant in the settings is not always the one that a theme shows.
func Dark() bool {
	r, g, b, _ := theme.Color(theme.ColorNameBackground).RGBA()
	return 299*r+587*g+114*b < 500*0xffff
}
