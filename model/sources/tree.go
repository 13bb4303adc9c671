package sources

import (
	"sync"

	"stet/model/lang/parse"
)

// syntax is the grammatical structure of a whole doc. Token indexes are those
// of the doc; the head of a root is -1.
type syntax struct {
	heads []int32
	rels  []parse.Rel
	first []int32 // leftmost token of the subtree
	last  []int32 // rightmost token of the subtree
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

func newSyntax(n int) *syntax {
	s := &syntax{heads: make([]int32, n), rels: make([]parse.Rel, n), first: make([]int32, n), last: make([]int32, n)}
	for i := range n {
		s.heads[i], s.first[i], s.last[i], s.rels[i] = -1, int32(i), int32(i), parse.Dep
	}
	return s
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
	return s.childFrom(head, int(s.first[head]), rels...)
}

// childFrom is child for dependents at from or later.
func (s *syntax) childFrom(head, from int, rels ...parse.Rel) int {
	for i := max(from, int(s.first[head])); i <= int(s.last[head]); i++ {
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
