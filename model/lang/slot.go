package lang

import "math"

// A Slot is a place among known words, made ready to try words in it. It gives
// what LanguageModel.Tri gives for the three triples that a word there is part
// of, with fewer look-ups.
type Slot struct {
	m         *LanguageModel
	c         Context
	pairL     bool    // whether the two words before are a known pair
	boL, uniL float64 // back-off weights of that pair and of the word before
	uniR, biR float64 // logarithms of the next word by itself, and of the one after it given it
	seenR     int     // how many words of that last pair were seen together
	pairR     bool
}

// Parts are the logarithms of the probabilities of the word in a Slot, of the
// word after it and of the one after that, and for each how many words of the
// triple were seen together.
type Parts struct {
	L, M, R             float64
	SeenL, SeenM, SeenR int
}

// Sum is the logarithm of the probability of all three.
func (p Parts) Sum() float64 { return p.L + p.M + p.R }

// At returns the Slot in context c.
func (m *LanguageModel) At(c Context) Slot {
	s := Slot{m: m, c: c, uniL: m.uniBO(c.L1), uniR: m.Uni(c.R1), seenR: 1}
	if i := m.findBi(c.L2, c.L1); i >= 0 {
		s.pairL, s.boL = true, m.biBO(i)
	}
	s.biR, s.pairR = m.Bi(c.R1, c.R2)
	if s.pairR {
		s.seenR = 2
	}
	return s
}

func (m *LanguageModel) findBi(a, b uint32) int {
	if a == LMUnknown || b == LMUnknown {
		return -1
	}
	return find(m.bi, m.biAt, hash2(a, b), 4)
}

func (m *LanguageModel) findTri(a, b, c uint32) int {
	return find(m.tri, m.triAt, hash3(a, b, c), 3)
}

func (m *LanguageModel) biP(i int) float64  { return -probStep * float64(m.bi[i]) }
func (m *LanguageModel) biBO(i int) float64 { return boMax - boStep*float64(m.bi[i+1]) }

// Beside says where the model keeps a word after the one before a Slot, and the
// word after the Slot after it; -1 where it has not seen the two together.
type Beside struct{ left, right int32 }

// Beside appends to out what the model knows of each of the words in the slot:
// for several words at once that takes little longer than for one.
func (s *Slot) Beside(out []Beside, words []uint32) []Beside {
	var hashes [2 * together]uint64
	var found [2 * together]int32
	for len(words) > 0 {
		some := words[:min(together, len(words))]
		words = words[len(some):]
		for i, w := range some {
			hashes[2*i], hashes[2*i+1] = hash2(s.c.L1, w), hash2(w, s.c.R1)
		}
		findTogether(found[:2*len(some)], s.m.bi, s.m.biAt, hashes[:2*len(some)], 4)
		for i, w := range some {
			b := Beside{found[2*i], found[2*i+1]}
			if w == LMUnknown || s.c.L1 == LMUnknown {
				b.left = -1
			}
			if w == LMUnknown || s.c.R1 == LMUnknown {
				b.right = -1
			}
			out = append(out, b)
		}
	}
	return out
}

// Try returns what word w does in the slot.
func (s *Slot) Try(w uint32) Parts {
	var b [1]Beside
	p, _ := s.TryAbove(w, s.Beside(b[:0], []uint32{w})[0], math.Inf(-1))
	return p
}

// TryAbove is Try for a word that only matters where the sum of its parts is at
// least so much: it reports false, with parts that mean nothing, as soon as it
// sees that the sum is less.
func (s *Slot) TryAbove(w uint32, beside Beside, least float64) (Parts, bool) {
	m, c := s.m, &s.c
	left, right := int(beside.left), int(beside.right)
	p := Parts{SeenL: 1, SeenM: 1, SeenR: s.seenR}
	boW := 0.0
	if left >= 0 {
		p.L, p.SeenL, boW = s.boL+m.biP(left), 2, m.biBO(left)
	} else {
		p.L = s.boL + s.uniL + m.Uni(w)
	}
	least -= rounding
	if right < 0 {
		p.M = boW + m.uniBO(w) + s.uniR
		p.R = s.biR
		if p.M+p.R < least {
			return p, false
		}
	} else {
		p.M, p.SeenM = boW+m.biP(right), 2
	}
	if left >= 0 && s.pairL {
		if j := m.findTri(c.L2, c.L1, w); j >= 0 {
			p.L, p.SeenL = -probStep*float64(m.tri[j]), 3
		}
	}
	if p.L < least {
		return p, false
	}
	if right < 0 {
		return p, p.Sum() >= least
	}
	if left >= 0 {
		if j := m.findTri(c.L1, w, c.R1); j >= 0 {
			p.M, p.SeenM = -probStep*float64(m.tri[j]), 3
		}
	}
	if p.L+p.M < least {
		return p, false
	}
	p.R = m.biBO(right) + s.biR
	if s.pairR {
		if j := m.findTri(w, c.R1, c.R2); j >= 0 {
			p.R, p.SeenR = -probStep*float64(m.tri[j]), 3
		}
	}
	return p, p.Sum() >= least
}

// rounding is by how much the stored logarithms may make a part larger than it
// is. Parts are logarithms of probabilities, and so at most this.
const rounding = 0.1
