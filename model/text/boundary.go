package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// NextGrapheme returns the end of the user-perceived character (Unicode
// Standard Annex 29) that starts at offset in s; len(s) at the end.
func NextGrapheme(s string, offset int) int {
	if offset >= len(s) {
		return len(s)
	}
	if plain(s, offset+1) {
		return offset + 1
	}
	g, _, _, _ := uniseg.FirstGraphemeClusterInString(s[offset:], -1)
	return offset + len(g)
}

// PrevGrapheme returns the start of the user-perceived character that ends at
// offset in s; 0 at the start.
func PrevGrapheme(s string, offset int) int {
	if offset <= 0 {
		return 0
	}
	if plain(s, offset-1) {
		return offset - 1
	}
	at := anchor(s, offset-1)
	for {
		next := NextGrapheme(s, at)
		if next >= offset || next >= len(s) {
			return at
		}
		at = next
	}
}

// plain reports whether offset lies between two ASCII characters, which is
// always a boundary between graphemes where neither is a control.
func plain(s string, offset int) bool {
	return offset > 0 && offset < len(s) && ascii(s[offset-1]) && ascii(s[offset])
}

func ascii(b byte) bool { return b >= ' ' && b < utf8.RuneSelf }

// anchor returns a place at or before offset from which graphemes and words
// can be counted without a look at what stands before: the start of an ASCII
// word, or of s.
func anchor(s string, offset int) int {
	for i := min(offset, len(s)-1); i > 0; i-- {
		if s[i-1] == ' ' && s[i] > ' ' && s[i] < utf8.RuneSelf {
			return i
		}
	}
	return 0
}

// WordAt returns the word, the run of white space or the single other
// character of s that offset lies in, as a double click takes it. At the end of
// a word that no word follows it is that word. An apostrophe between letters
// belongs to the word (Unicode Standard Annex 29).
func WordAt(s string, offset int) Span {
	w := segmentAt(s, offset)
	if w.Start == offset && offset > 0 && !isWord(w.In(s)) {
		if before := segmentAt(s, offset-1); isWord(before.In(s)) {
			return before
		}
	}
	return w
}

// segmentAt is the word, or what stands between words, that offset lies in.
func segmentAt(s string, offset int) Span {
	if s == "" {
		return Span{}
	}
	offset = min(max(offset, 0), len(s)-1)
	at, state := anchor(s, offset), -1
	for rest := s[at:]; ; {
		var w string
		w, rest, state = uniseg.FirstWordInString(rest, state)
		if at+len(w) > offset || rest == "" {
			return Span{at, at + len(w)}
		}
		at += len(w)
	}
}

// isWord reports whether w, a segment, is more than punctuation or space.
func isWord(w string) bool {
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

// NextWord returns where the next word of s starts after offset, or len(s).
func NextWord(s string, offset int) int {
	for at := offset; at < len(s); {
		w := segmentAt(s, at)
		if w.Start > offset && isWord(w.In(s)) {
			return w.Start
		}
		at = w.End
	}
	return len(s)
}

// PrevWord returns where the word of s starts that ends at or before offset,
// or that offset lies in; 0 where there is none.
func PrevWord(s string, offset int) int {
	for at := min(offset, len(s)); at > 0; {
		w := segmentAt(s, at-1)
		if isWord(w.In(s)) {
			return w.Start
		}
		at = w.Start
	}
	return 0
}
