package parse

import "fmt"

// Score is how well a model does on examples, punctuation left out.
type Score struct {
	Words, Heads, Labelled int
	// Of the relations that sourcing needs: right, found and wanted.
	Rel [NRels]struct{ Right, Got, Want int }
}

// Measure parses the examples and compares.
func Measure(m *Model, examples []Example) *Score {
	s := &Score{}
	p := NewParser(m)
	for i := range examples {
		ex := &examples[i]
		got := p.Parse(ex.Text, ex.Tokens)
		for d := range ex.Heads {
			if ex.Rels[d] == Punct {
				continue
			}
			s.Words++
			s.Rel[ex.Rels[d]].Want++
			s.Rel[got.Rels[d]].Got++
			if got.Heads[d] != ex.Heads[d] {
				continue
			}
			s.Heads++
			if got.Rels[d] == ex.Rels[d] {
				s.Labelled++
				s.Rel[ex.Rels[d]].Right++
			}
		}
	}
	return s
}

func (s *Score) String() string {
	n := float64(max(s.Words, 1))
	out := fmt.Sprintf("heads %.4f, with relations %.4f of %d words;", float64(s.Heads)/n, float64(s.Labelled)/n, s.Words)
	for _, r := range []Rel{Nsubj, Ccomp, Xcomp, Obj, Conj, Advcl, Relcl, Parataxis} {
		x := s.Rel[r]
		out += fmt.Sprintf(" %s F1 %.3f", r, 2*float64(x.Right)/float64(max(x.Got+x.Want, 1)))
	}
	return out
}
