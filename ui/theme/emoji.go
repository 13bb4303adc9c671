package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// DropEmoji keeps Fyne from reading its colour emoji font, four megabytes that
// become eight or more in memory for each style of text in the window. Emoji
// then come from the system's fonts, as they do in the copy. Call it before
// the app is made.
//
// Fyne leaves that font out by a build tag only, so its resource gets the
// content of the small symbol font in its place.
func DropEmoji() {
	if r, ok := fynetheme.DefaultEmojiFont().(*fyne.StaticResource); ok {
		r.StaticContent = fynetheme.DefaultSymbolFont().Content()
	}
}
