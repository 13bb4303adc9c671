package parse

// features lists the keys of what the parser sees of its state, after Zhang
// and Nivre (2011): words and tags at the top of the stack and the front of the
// buffer, their outermost dependents, distance and valency, and combinations.
func (s *state) features() []uint64 {
	f := s.feats[:0]
	s0, s1, s2 := s.top(0), s.top(1), s.top(2)
	b0 := s.next
	b1, b2 := b0+1, b0+2

	s0w, s0t := s.word(s0), s.tag(s0)
	s1w, s1t := s.word(s1), s.tag(s1)
	b0w, b0t := s.word(b0), s.tag(b0)
	b1w, b1t := s.word(b1), s.tag(b1)
	b2t := s.tag(b2)
	s2t := s.tag(s2)

	s0l, s0r := s.child(s.lefts, s0), s.child(s.rights, s0)
	s0l2, s0r2 := s.child(s.lefts2, s0), s.child(s.rights2, s0)
	s1l, s1r := s.child(s.lefts, s1), s.child(s.rights, s1)
	b0l := s.child(s.lefts, b0)
	b0l2 := s.child(s.lefts2, b0)
	s0v, s1v := s.valency(s0), s.valency(s1)

	dist := uint64(0)
	if s0 != none {
		dist = near(b0 - s0)
	}
	dist1 := uint64(0)
	if s1 != none {
		dist1 = near(s0 - s1)
	}

	t := uint64(0)
	add1 := func(a uint64) { t++; f = append(f, mix(t, a, 0, 0)) }
	add2 := func(a, b uint64) { t++; f = append(f, mix(t, a, b, 0)) }
	add3 := func(a, b, c uint64) { t++; f = append(f, mix(t, a, b, c)) }

	add1(0)
	add2(s0w, s0t)
	add1(s0w)
	add1(s0t)
	add2(s1w, s1t)
	add1(s1t)
	add2(b0w, b0t)
	add1(b0t)
	add2(b1w, b1t)
	add1(b1t)
	add2(s0w, b0w)
	add3(s0w, s0t, b0t)
	add3(s0t, b0w, b0t)
	add2(s0t, b0t)
	add2(s1w, s0w)
	add3(s1w, s1t, s0t)
	add3(s1t, s0w, s0t)
	add2(s1t, s0t)
	add3(s1t, s0t, b0t)
	add3(s0t, b0t, b1t)
	add3(b0t, b1t, b2t)
	add3(s2t, s1t, s0t)
	add3(s0w, b0t, b1t)
	add3(s1t, s0t, b0w)
	add3(s1w, s0t, b0t)
	add3(s1w, s0t, b0w)
	add2(s1t, b0t)
	add2(s1w, b0t)
	add2(s1t, b0w)
	// Dependents.
	add3(s0t, s.pos(s0l), b0t)
	add3(s0t, s.pos(s0r), b0t)
	add3(s1t, s.pos(s1r), s0t)
	add3(s1t, s0t, s.pos(s0l))
	add3(s0t, b0t, s.pos(b0l))
	add2(s0t, s.rel(s0l)<<8|s.rel(s0l2))
	add2(s0w, s.rel(s0l)<<8|s.rel(s0l2))
	add2(s0t, s.rel(s0r)<<8|s.rel(s0r2))
	add2(s0w, s.rel(s0r)<<8|s.rel(s0r2))
	add3(s0w, s.rel(s0r), b0t)
	add2(s1t, s.rel(s1r))
	add3(s1w, s.rel(s1r), s0t)
	add3(s1t, s.rel(s1l), s.rel(s1r))
	add3(b0t, s.rel(b0l), s.rel(b0l2))
	add2(s0t, s.word(s0l))
	add2(s0t, s.word(s0r))
	add2(s1t, s.word(s1l))
	add2(s1t, s.word(s1r))
	add3(s1t, s0t, s.word(s0l))
	add3(s0t, b0t, s.word(b0l))
	// Distance and valency.
	add3(s0t, b0t, dist)
	add2(s0w, dist)
	add3(s1t, s0t, dist1)
	add2(s0t, s0v)
	add2(s0w, s0v)
	add2(s1t, s1v)
	add3(s1t, s0t, s1v<<8|s0v)
	add3(s0t, b0t, s0v)
	s.feats = f
	return f
}

func (s *state) word(i int32) uint64 {
	if i < 0 || i > s.n {
		return 0
	}
	return s.words[i]
}

func (s *state) tag(i int32) uint64 {
	if i < 0 || i > s.n {
		return 255
	}
	return uint64(s.tags[i])
}

// pos is the tag of a dependent with its relation.
func (s *state) pos(i int32) uint64 {
	if i < 0 {
		return 1 << 15
	}
	return uint64(s.tags[i])<<8 | uint64(s.rels[i])
}

func (s *state) rel(i int32) uint64 {
	if i < 0 {
		return 255
	}
	return uint64(s.rels[i])
}

func (s *state) child(of []int32, i int32) int32 {
	if i < 0 || i > s.n {
		return none
	}
	return of[i]
}

func (s *state) valency(i int32) uint64 {
	if i < 0 {
		return 255
	}
	return uint64(s.nLeft[i])<<4 | uint64(s.nRight[i])
}

func near(d int32) uint64 {
	switch {
	case d < 5:
		return uint64(d)
	case d < 8:
		return 5
	case d < 14:
		return 6
	}
	return 7
}

// mix folds a template and its parts into one key.
func mix(t, a, b, c uint64) uint64 {
	h := t * 0x9e3779b97f4a7c15
	h = (h ^ a) * 0xff51afd7ed558ccd
	h ^= h >> 32
	h = (h ^ b) * 0xc4ceb9fe1a85ec53
	h ^= h >> 29
	h = (h ^ c) * 0x9fb21c651e98df25
	return h ^ h>>32
}
