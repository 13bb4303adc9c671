// Package widgets holds the small parts that Stet's panes are built from.
//
// Everything that can be clicked acts on the press and release of the mouse
// itself and not on Fyne's tap alone: inside a scroller, a tap whose pointer
// moved by two pixels is lost. Keys that a part does not use go on to the
// canvas, where the command table waits for them.
package widgets

import (
	"fyne.io/fyne/v2"
)

type measureKey struct {
	text  string
	size  float32
	style fyne.TextStyle
}

// widths remembers what texts measure. It belongs to the main goroutine.
var widths = map[measureKey]fyne.Size{}

const maxWidths = 50_000

// measure is fyne.MeasureText with a memory that does not run out by the
// minute.
func measure(text string, size float32, style fyne.TextStyle) fyne.Size {
	k := measureKey{text, size, style}
	if s, ok := widths[k]; ok {
		return s
	}
	if len(widths) > maxWidths {
		clear(widths)
	}
	s := fyne.MeasureText(text, size, style)
	widths[k] = s
	return s
}

// Fit cuts text to a width in pixels, with an ellipsis where something is left
// out.
func Fit(text string, width, size float32, style fyne.TextStyle) string {
	if measure(text, size, style).Width <= width {
		return text
	}
	r := []rune(text)
	low, high := 0, len(r)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(r[:mid])+"…", size, style).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(r[:low]) + "…"
}
