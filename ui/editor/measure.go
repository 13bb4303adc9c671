package editor

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"stet/model/text"
)

// face is what text is set in.
type face struct {
	size   float32
	style  fyne.TextStyle
	source fyne.Resource // nil: the theme's font for style
}

// measurer knows the widths of words in one face. A width is measured once:
// shaping a word costs 70 µs, finding it again 0.1 µs. A line is as wide as its
// words and spaces together; a word is not as wide as its letters.
type measurer struct {
	face
	widths   map[string]float32
	space    float32 // width of a space
	height   float32 // of a line of text without leading
	baseline float32 // from the top of that line
	misses   int
}

// measurers holds one measurer for each face, so that what one story measured
// the next has at hand.
var measurers = map[faceKey]*measurer{}

// faceKey names a face. Fonts are known by name: a theme may hand out another
// resource for the same font each time.
type faceKey struct {
	font  string
	size  float32
	style fyne.TextStyle
}

// keepWords is how many widths a measurer holds before it starts again.
const keepWords = 1 << 17

// measurerFor returns the measurer of f in the nearest whole size: Fyne draws
// letters in the size asked for but spaces them as the next whole size would
// have them, so that text of a size between two looks loose.
func measurerFor(f face) *measurer {
	f.size = max(1, round(f.size))
	name := "theme"
	if f.source != nil {
		name = f.source.Name()
	} else if font := fyne.CurrentApp().Settings().Theme().Font(f.style); font != nil {
		name += font.Name()
	}
	key := faceKey{name, f.size, f.style}
	if m, ok := measurers[key]; ok {
		return m
	}
	m := &measurer{face: f, widths: map[string]float32{}}
	size, baseline := m.shape("M")
	m.height, m.baseline = size.Height, baseline
	m.space = m.width("n n") - m.width("nn")
	measurers[key] = m
	return m
}

func (m *measurer) shape(s string) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(s, m.size, m.style, m.source)
}

// width measures a word: text without spaces and tabs.
func (m *measurer) width(word string) float32 {
	if word == "" {
		return 0
	}
	if w, ok := m.widths[word]; ok {
		return w
	}
	if len(m.widths) >= keepWords {
		clear(m.widths)
	}
	m.misses++
	size, _ := m.shape(word)
	m.widths[strings.Clone(word)] = size.Width
	return size.Width
}

// tabSpaces is how many spaces a tab is drawn as.
const tabSpaces = 4

func (m *measurer) blank(b byte) float32 {
	if b == '\t' {
		return tabSpaces * m.space
	}
	return m.space
}

// line measures text with spaces in it.
func (m *measurer) line(s string) float32 { return m.x(s, len(s)) }

// x is where offset in s, a line, is drawn.
func (m *measurer) x(s string, offset int) float32 {
	var x float32
	for at := 0; at < offset; {
		n := strings.IndexAny(s[at:], " \t")
		if n < 0 {
			n = len(s) - at
		}
		if at+n >= offset {
			return x + m.width(s[at:offset])
		}
		x += m.width(s[at:at+n]) + m.blank(s[at+n])
		at += n + 1
	}
	return x
}

// offset is the place between two characters of s that is drawn nearest to x.
func (m *measurer) offset(s string, x float32) int {
	for at := 0; at < len(s); {
		n := strings.IndexAny(s[at:], " \t")
		if n < 0 {
			n = len(s) - at
		}
		if w := m.width(s[at : at+n]); x < w {
			return at + m.inside(s[at:at+n], x)
		} else {
			x -= w
		}
		if at += n; at == len(s) {
			return at
		}
		w := m.blank(s[at])
		if x < w/2 {
			return at
		}
		at++
		x -= w
	}
	return len(s)
}

// inside is the place in a word that is drawn nearest to x.
func (m *measurer) inside(word string, x float32) int {
	at, left := 0, float32(0)
	for at < len(word) {
		next := text.NextGrapheme(word, at)
		right := m.width(word[:next])
		if x < (left+right)/2 {
			return at
		}
		at, left = next, right
	}
	return at
}

// fit is the longest start of word that is at most width wide, and at least
// one character.
func (m *measurer) fit(word string, width float32) int {
	at := text.NextGrapheme(word, 0)
	for at < len(word) {
		next := text.NextGrapheme(word, at)
		if m.width(word[:next]) > width {
			break
		}
		at = next
	}
	return at
}

// shown is s as it is drawn.
func shown(s string) string {
	return strings.ReplaceAll(s, "\t", strings.Repeat(" ", tabSpaces))
}

func round(x float32) float32 { return float32(math.Round(float64(x))) }
