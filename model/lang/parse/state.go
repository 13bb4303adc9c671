package parse

import (
	"strings"

	"stet/model/lang"
)

// act is one of the three things that the parser can do.
type act uint8

const (
	shift act = iota // the next word goes onto the stack
	left             // the top of the stack depends on the next word
	right            // the top of the stack depends on the one below it
)

// move is an act with the relation that it makes.
type move struct {
	act act
	rel Rel
}

// none stands for a word that is not there.
const none = int32(-1)

// state is the work in hand: a stack of words that still want a head, and the
// words to come. The artificial root is the word after the last.
type state struct {
	n     int32 // words; the root has index n
	words []uint64
	tags  []lang.Tag
	stack []int32
	next  int32
	heads []int32
	rels  []Rel

	// Outermost dependents so far, and how many there are on each side.
	lefts, rights   []int32
	lefts2, rights2 []int32
	nLeft, nRight   []uint8

	feats []uint64
	at    []int32 // where the rows of feats begin
}

func (s *state) reset(t string, toks []lang.Token) {
	n := len(toks)
	s.n = int32(n)
	s.words, s.tags = s.words[:0], s.tags[:0]
	for i := range toks {
		s.words = append(s.words, wordKey(t, &toks[i]))
		s.tags = append(s.tags, toks[i].Tag)
	}
	s.words = append(s.words, rootWord)
	s.tags = append(s.tags, lang.TagNone)
	s.stack, s.next = s.stack[:0], 0
	s.heads, s.rels = s.heads[:0], s.rels[:0]
	s.lefts, s.rights, s.lefts2, s.rights2 = s.lefts[:0], s.rights[:0], s.lefts2[:0], s.rights2[:0]
	s.nLeft, s.nRight = s.nLeft[:0], s.nRight[:0]
	for range n + 1 {
		s.heads, s.rels = append(s.heads, none), append(s.rels, Root)
		s.lefts, s.rights = append(s.lefts, none), append(s.rights, none)
		s.lefts2, s.rights2 = append(s.lefts2, none), append(s.rights2, none)
		s.nLeft, s.nRight = append(s.nLeft, 0), append(s.nRight, 0)
	}
}

const rootWord = 0x9e3779b97f4a7c15

// wordKey is a hash of the lower-cased word. All figures are one word.
func wordKey(t string, tok *lang.Token) uint64 {
	switch tok.Kind {
	case lang.Number, lang.Money, lang.Percent, lang.Time:
		return uint64(tok.Kind) + 1
	}
	w := t[tok.Start:tok.End]
	switch w {
	case "“", "”", "''", "``":
		w = `"`
	case "’", "‘":
		w = "'"
	case "’s":
		w = "'s"
	case "—", "–":
		w = "--"
	}
	return hashLower(w)
}

func hashLower(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 0x80 {
			w = strings.ToLower(w)
			h = 14695981039346656037
			for j := 0; j < len(w); j++ {
				h = (h ^ uint64(w[j])) * 1099511628211
			}
			return h
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// done reports that every word has its head.
func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

func (s *state) top(i int) int32 {
	if i >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-i]
}

func (s *state) allows(m move) bool {
	switch m.act {
	case shift:
		return s.next < s.n
	case left:
		// Only the last word left may be the root's own, and it always is root.
		return len(s.stack) > 0 && (s.next == s.n) == (m.rel == Root) && (m.rel != Root || len(s.stack) == 1)
	default:
		return len(s.stack) > 1 && m.rel != Root
	}
}

func (s *state) apply(m move) {
	if m.act == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	d := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	h := s.next
	if m.act == right {
		h = s.stack[len(s.stack)-1]
	}
	s.rels[d] = m.rel
	if h == s.n {
		return // heads[d] stays none
	}
	s.heads[d] = h
	if d < h {
		s.lefts2[h], s.lefts[h] = s.lefts[h], d
		if s.nLeft[h] < 4 {
			s.nLeft[h]++
		}
	} else {
		s.rights2[h], s.rights[h] = s.rights[h], d
		if s.nRight[h] < 4 {
			s.nRight[h]++
		}
	}
}
