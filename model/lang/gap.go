package lang

import "math/bits"

// Links are what a language model knows of the pairs that one word makes with
// each of some small words, in the order of those.
type Links struct {
	Word uint32
	Seen uint32 // a bit for each small word: whether the model has seen the pair
	prob [MostLinks]uint8
	bo   [MostLinks]uint8
}

// MostLinks is how many small words Links can tell of.
const MostLinks = 2 * together

// LinksAfter tells of the small words after w.
func (m *LanguageModel) LinksAfter(w uint32, small []uint32) *Links {
	return m.links(w, small, hash2)
}

// LinksBefore tells of the small words before w.
func (m *LanguageModel) LinksBefore(w uint32, small []uint32) *Links {
	return m.links(w, small, func(w, s uint32) uint64 { return hash2(s, w) })
}

func (m *LanguageModel) links(w uint32, small []uint32, hash func(w, s uint32) uint64) *Links {
	l := &Links{Word: w}
	if w == LMUnknown {
		return l
	}
	var hashes [MostLinks]uint64
	var found [MostLinks]int32
	for i, s := range small {
		hashes[i] = hash(w, s)
	}
	findTogether(found[:len(small)], m.bi, m.biAt, hashes[:len(small)], 4)
	for i, at := range found[:len(small)] {
		if at >= 0 && small[i] != LMUnknown {
			l.Seen |= 1 << i
			l.prob[i], l.bo[i] = m.bi[at], m.bi[at+1]
		}
	}
	return l
}

// A Gap is the place between two words, made ready to try small words in it.
type Gap struct {
	s             *Slot
	own           uint32 // the word after the gap
	after, before *Links // small words after the one before the gap, and before the one after it
	ownR          float64
	ownSeen       bool
}

// Gap returns the gap before own, a word in the slot. The links are those of the
// word before the slot and of own.
func (s *Slot) Gap(own uint32, after, before *Links) Gap {
	g := Gap{s: s, own: own, after: after, before: before}
	g.ownR, g.ownSeen = s.m.Bi(own, s.c.R1)
	return g
}

// Try calls f for each of the small words in whose place in the gap the sum of
// the parts is at least least: the parts of the small word, of the word after
// the gap and of the one after that. It tries those that the model has seen
// beside both words.
func (g *Gap) Try(small []uint32, least float64, f func(i int, p Parts)) {
	m, c := g.s.m, &g.s.c
	least -= 1e-9 // sums in another order
	var hashes [MostLinks]uint64
	var found [MostLinks]int32
	n := 0
	for set := g.after.Seen & g.before.Seen; set != 0; set &= set - 1 {
		hashes[n] = hash3(c.L1, small[bits.TrailingZeros32(set)], g.own)
		n++
	}
	findTogether(found[:n], m.tri, m.triAt, hashes[:n], 3)
	n = 0
	for set := g.after.Seen & g.before.Seen; set != 0; set &= set - 1 {
		i, at := bits.TrailingZeros32(set), found[n]
		n++
		p := Parts{SeenL: 2, SeenM: 3, SeenR: 1}
		if at >= 0 {
			p.M = -probStep * float64(m.tri[at])
		} else {
			p.M, p.SeenM = boMax-boStep*float64(g.after.bo[i])-probStep*float64(g.before.prob[i]), 2
		}
		p.L, p.R = g.s.boL-probStep*float64(g.after.prob[i]), boMax-boStep*float64(g.before.bo[i])+g.ownR
		if p.M+max(p.L, 0)+max(p.R, 0) < least {
			continue // a triple that is known is no likelier than certain
		}
		if g.s.pairL {
			if j := m.findTri(c.L2, c.L1, small[i]); j >= 0 {
				p.L, p.SeenL = -probStep*float64(m.tri[j]), 3
			}
		}
		if p.L+p.M+max(p.R, 0) < least {
			continue
		}
		if g.ownSeen {
			p.SeenR = 2
		}
		if c.R1 != LMUnknown {
			if j := m.findTri(small[i], g.own, c.R1); j >= 0 {
				p.R, p.SeenR = -probStep*float64(m.tri[j]), 3
			}
		}
		if p.Sum() >= least {
			f(i, p)
		}
	}
}
