// Package parse finds the grammatical structure of a sentence: which word
// depends on which, and how.
//
// It is a greedy transition parser of the arc-hybrid system (Kuhlmann,
// Gómez-Rodríguez and Satta 2011), scored by an averaged perceptron that was
// trained with a dynamic oracle (Goldberg and Nivre 2013) on the GUM treebank.
// It reads tokens and tags of package lang, and takes linear time.
//
// A Model is immutable and safe for concurrent use; a Parser is not, and is
// meant to be kept and used again.
package parse

import (
	"sync"

	"stet/assets"
	"stet/model/lang"
)

// Tree is the structure of one sentence. Token i depends on token Heads[i] with
// relation Rels[i]; the head of a root is -1. Indexes count from the sentence's
// first token. A Tree from a Parser is valid until its next sentence.
type Tree struct {
	Heads []int32
	Rels  []Rel
}

// Default is the model that Stet ships. The error says why there is none.
var Default = sync.OnceValues(func() (*Model, error) {
	b, err := assets.Read("models/parser.bin")
	if err != nil {
		return nil, err
	}
	return Load(b)
})

// Parser reads sentences with a model. It is not safe for concurrent use.
type Parser struct {
	m *Model
	state
	scores []int32
}

// NewParser returns a parser that uses m.
func NewParser(m *Model) *Parser {
	return &Parser{m: m, scores: make([]int32, len(m.moves))}
}

// Parse reads one sentence: tokens toks of the text t that their spans count in.
func (p *Parser) Parse(t string, toks []lang.Token) Tree {
	p.reset(t, toks)
	for !p.done() {
		p.m.score(&p.state, p.scores)
		best, top := -1, int32(0)
		for i, mv := range p.m.moves {
			if s := p.scores[i]; (best < 0 || s > top) && p.allows(mv) {
				best, top = i, s
			}
		}
		if best < 0 {
			break
		}
		p.apply(p.m.moves[best])
	}
	return Tree{p.heads[:len(toks)], p.rels[:len(toks)]}
}
