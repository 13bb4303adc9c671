package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/model/flag"
)

// Colours that Stet adds to Fyne's.
const (
	Paper       fyne.ThemeColorName = "stet.paper"   // the ground of the copy
	Panel       fyne.ThemeColorName = "stet.panel"   // the ground of the side panes
	Card        fyne.ThemeColorName = "stet.card"    // the ground of a card
	Muted       fyne.ThemeColorName = "stet.muted"   // second-rank text
	CurrentRow  fyne.ThemeColorName = "stet.current" // the ground of the current row
	Typo        fyne.ThemeColorName = "stet.typo"
	Sourcing    fyne.ThemeColorName = "stet.sourcing"
	Consistency fyne.ThemeColorName = "stet.consistency"
	Style       fyne.ThemeColorName = "stet.style"
	Added       fyne.ThemeColorName = "stet.added"   // the ground of added words
	Removed     fyne.ThemeColorName = "stet.removed" // the ground of removed words
)

// Of returns the colour name of a kind of flag.
func Of(k flag.Kind) fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{Typo, Sourcing, Consistency, Style}[k]
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

func rgba(v uint32, a uint8) color.NRGBA {
	c := rgb(v)
	c.A = a
	return c
}

// ink is an opaque colour of text. Fyne 2.7.1 means to set the keys of menu
// items in the foreground at 95 % and cuts the product to its low byte, which
// leaves 20 % of an alpha of 0xffff and 99 % of this one.
type ink color.NRGBA

// RGBA implements color.Color.
func (c ink) RGBA() (r, g, b, a uint32) {
	r, g, b, _ = color.NRGBA(c).RGBA()
	return min(r, inkAlpha), min(g, inkAlpha), min(b, inkAlpha), inkAlpha
}

const inkAlpha = 0xffc9

type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	fynetheme.ColorNameBackground:          rgb(0xf4f4f1),
	fynetheme.ColorNameForeground:          rgb(0x1c1e22),
	fynetheme.ColorNamePlaceHolder:         rgb(0x61656d),
	fynetheme.ColorNameDisabled:            rgb(0x60656d),
	fynetheme.ColorNameButton:              rgb(0xe6e6e1),
	fynetheme.ColorNameDisabledButton:      rgb(0xecece8),
	fynetheme.ColorNameInputBackground:     rgb(0xffffff),
	fynetheme.ColorNameInputBorder:         rgb(0xc3c4be),
	fynetheme.ColorNameMenuBackground:      rgb(0xffffff),
	fynetheme.ColorNameOverlayBackground:   rgb(0xfafaf8),
	fynetheme.ColorNameHeaderBackground:    rgb(0xecece8),
	fynetheme.ColorNameHover:               rgba(0x000000, 0x12),
	fynetheme.ColorNamePressed:             rgba(0x000000, 0x22),
	fynetheme.ColorNamePrimary:             rgb(0x1d5796),
	fynetheme.ColorNameHyperlink:           rgb(0x1d5796),
	fynetheme.ColorNameFocus:               rgba(0x1d5796, 0x66),
	fynetheme.ColorNameSelection:           rgba(0x3b82d6, 0x4d),
	fynetheme.ColorNameSeparator:           rgb(0xd6d6d0),
	fynetheme.ColorNameShadow:              rgba(0x000000, 0x1e),
	fynetheme.ColorNameScrollBar:           rgba(0x000000, 0x66),
	fynetheme.ColorNameScrollBarBackground: rgba(0x000000, 0x08),
	fynetheme.ColorNameError:               rgb(0xb3261e),
	fynetheme.ColorNameWarning:             rgb(0x8a5200),
	fynetheme.ColorNameSuccess:             rgb(0x1e6b3a),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	fynetheme.ColorNameForegroundOnError:   rgb(0xffffff),
	fynetheme.ColorNameForegroundOnWarning: rgb(0xffffff),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0xffffff),

	Paper:       rgb(0xffffff),
	Panel:       rgb(0xf4f4f1),
	Card:        rgb(0xffffff),
	Muted:       rgb(0x565b64),
	CurrentRow:  rgb(0xdfe8f3),
	Typo:        rgb(0xb3261e),
	Sourcing:    rgb(0x8a5200),
	Consistency: rgb(0x5b3fa8),
	Style:       rgb(0x00665c),
	Added:       rgb(0xd3f0dc),
	Removed:     rgb(0xfbdcd9),
}

var dark = palette{
	fynetheme.ColorNameBackground:          rgb(0x1e2024),
	fynetheme.ColorNameForeground:          rgb(0xe7e6e2),
	fynetheme.ColorNamePlaceHolder:         rgb(0xa0a5ad),
	fynetheme.ColorNameDisabled:            rgb(0xa0a5ae),
	fynetheme.ColorNameButton:              rgb(0x33363c),
	fynetheme.ColorNameDisabledButton:      rgb(0x2a2d32),
	fynetheme.ColorNameInputBackground:     rgb(0x15171a),
	fynetheme.ColorNameInputBorder:         rgb(0x484c54),
	fynetheme.ColorNameMenuBackground:      rgb(0x282b30),
	fynetheme.ColorNameOverlayBackground:   rgb(0x25282d),
	fynetheme.ColorNameHeaderBackground:    rgb(0x25282d),
	fynetheme.ColorNameHover:               rgba(0xffffff, 0x14),
	fynetheme.ColorNamePressed:             rgba(0xffffff, 0x26),
	fynetheme.ColorNamePrimary:             rgb(0x86b7f2),
	fynetheme.ColorNameHyperlink:           rgb(0x86b7f2),
	fynetheme.ColorNameFocus:               rgba(0x86b7f2, 0x66),
	fynetheme.ColorNameSelection:           rgba(0x4b8fe0, 0x5c),
	fynetheme.ColorNameSeparator:           rgb(0x383b42),
	fynetheme.ColorNameShadow:              rgba(0x000000, 0x66),
	fynetheme.ColorNameScrollBar:           rgba(0xffffff, 0x66),
	fynetheme.ColorNameScrollBarBackground: rgba(0xffffff, 0x08),
	fynetheme.ColorNameError:               rgb(0xff938a),
	fynetheme.ColorNameWarning:             rgb(0xeab559),
	fynetheme.ColorNameSuccess:             rgb(0x7fd19b),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0x0f1720),
	fynetheme.ColorNameForegroundOnError:   rgb(0x1f0f0e),
	fynetheme.ColorNameForegroundOnWarning: rgb(0x1f1708),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0x0c1a11),

	Paper:       rgb(0x15171a),
	Panel:       rgb(0x1e2024),
	Card:        rgb(0x272a2f),
	Muted:       rgb(0xaab0b9),
	CurrentRow:  rgb(0x2b3a4d),
	Typo:        rgb(0xff938a),
	Sourcing:    rgb(0xeab559),
	Consistency: rgb(0xbfabff),
	Style:       rgb(0x66d0c1),
	Added:       rgb(0x1d4029),
	Removed:     rgb(0x54231f),
}
