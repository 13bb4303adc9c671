// Package diff tells what changed between two texts, word by word.
package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op says what became of a piece of text.
type Op int8

// The operations.
const (
	Same    Op = 0
	Added   Op = 1
	Removed Op = -1
)

// Piece is a run of text with what became of it. The Same and Removed pieces
// put together give the old text, the Same and Added ones the new.
type Piece struct {
	Op   Op
	Text string
}

// Words compares two texts by words, white space and marks; a word is never
// cut. Time is bounded: far-apart long texts may be compared coarsely.
func Words(old, new string) []Piece {
	var table []string
	seen := map[string]rune{}
	a, b := encode(old, seen, &table), encode(new, seen, &table)
	d := diffmatchpatch.New()
	var out []Piece
	for _, x := range d.DiffCleanupMerge(d.DiffMainRunes(a, b, false)) {
		var t strings.Builder
		for _, r := range x.Text {
			t.WriteString(table[index(r)])
		}
		out = append(out, Piece{op(x.Type), t.String()})
	}
	return out
}

func op(o diffmatchpatch.Operation) Op {
	switch o {
	case diffmatchpatch.DiffInsert:
		return Added
	case diffmatchpatch.DiffDelete:
		return Removed
	}
	return Same
}

// encode makes each word of t one rune; equal words are equal runes.
func encode(t string, seen map[string]rune, table *[]string) []rune {
	var out []rune
	for len(t) > 0 {
		n := wordLen(t)
		r, ok := seen[t[:n]]
		if !ok {
			r = letter(len(*table))
			seen[t[:n]] = r
			*table = append(*table, t[:n])
		}
		out = append(out, r)
		t = t[n:]
	}
	return out
}

// letter is the rune for the word of that index. The surrogates, which are no
// runes, are stepped over.
func letter(i int) rune {
	r := rune(i + 1)
	if r >= 0xd800 {
		r += 0x800
	}
	return r
}

func index(r rune) int {
	if r >= 0xe000 {
		r -= 0x800
	}
	return int(r) - 1
}

// wordLen is the length of the word, the white space or the mark that t begins
// with.
func wordLen(t string) int {
	first, n := utf8.DecodeRuneInString(t)
	if first == '\n' {
		return n
	}
	for n < len(t) {
		r, w := utf8.DecodeRuneInString(t[n:])
		if r == '\n' || class(r) != class(first) || class(r) == mark {
			break
		}
		n += w
	}
	return n
}

const (
	word = iota
	space
	mark
)

func class(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '’' || r == '\'':
		return word
	}
	return mark
}
