package sources

import (
	"sync"

	"stet/model/lang/parse"
)

// syntax is the grammatical structure of a whole doc, each stretch of it parsed
// when it is first asked for. Token indexes are those of the doc; the head of a
// root is -1.
type syntax struct {
	heads []int32
	rels  []parse.Rel
	first []int32 // leftmost token of the subtree
	last  []int32 // rightmost token of the subtree

	parsed []bool        // by token
	parse  func(i int32) // parses the stretch that token i is in
}

// parsers keeps parsers for use again. It holds nil where there is no model:
// each token is then its own root, and the rules that need no structure are all
// that works.
var parsers = sync.Pool{New: func() any {
	m, err := parse.Default()
	if err != nil {
		return (*parse.Parser)(nil)
	}
	return parse.NewParser(m)
}}

// newSyntax returns the structure of a doc of n tokens; parse puts the stretch
// that a token is in.
func newSyntax(n int, parsed func(i int32)) *syntax {
	s := &syntax{heads: make([]int32, n), rels: make([]parse.Rel, n), first: make([]int32, n), last: make([]int32, n), parsed: make([]bool, n), parse: parsed}
	for i := range n {
		s.heads[i], s.first[i], s.last[i], s.rels[i] = -1, int32(i), int32(i), parse.Dep
	}
	return s
}

func (s *syntax) need(i int) {
	if !s.parsed[i] {
		s.parse(int32(i))
	}
}

// head returns the head of token i, or -1 for a root.
func (s *syntax) head(i int) int {
	s.need(i)
	return int(s.heads[i])
}

// rel returns the relation of token i to its head.
func (s *syntax) rel(i int) parse.Rel {
	s.need(i)
	return s.rels[i]
}

// firstOf and lastOf return the ends of the subtree under token i.
func (s *syntax) firstOf(i int) int {
	s.need(i)
	return int(s.first[i])
}

func (s *syntax) lastOf(i int) int {
	s.need(i)
	return int(s.last[i])
}

// put lays the tree of one stretch into the whole; its token i is token at[i]
// of the doc.
func (s *syntax) put(at []int, t parse.Tree) {
	for i, h := range t.Heads {
		s.rels[at[i]] = t.Rels[i]
		if h >= 0 {
			s.heads[at[i]] = int32(at[h])
		}
	}
	for _, i := range at {
		for h := s.heads[i]; h >= 0; h = s.heads[h] {
			s.first[h] = min(s.first[h], int32(i))
			s.last[h] = max(s.last[h], int32(i))
		}
	}
}

// child returns the first dependent of head with one of the relations, or -1.
func (s *syntax) child(head int, rels ...parse.Rel) int {
	return s.childFrom(head, s.firstOf(head), rels...)
}

// childFrom is child for dependents at from or later.
func (s *syntax) childFrom(head, from int, rels ...parse.Rel) int {
	for i := max(from, s.firstOf(head)); i <= int(s.last[head]); i++ {
		if int(s.heads[i]) != head {
			continue
		}
		for _, x := range rels {
			if s.rels[i] == x {
				return i
			}
		}
	}
	return -1
}
