package sources

import (
	"slices"
	"sync"

	"stet/model/lang"
	"stet/model/lang/parse"
)

// trees keeps the parses of the last sentences, so that a story that is read
// again after an edit parses the changed sentence only. It is safe for
// concurrent use.
var trees treeCache

// keptTrees is how many sentences one generation holds: some hundred stories.
const keptTrees = 4096

// treeCache holds two generations; when the young one is full it becomes the
// old one.
type treeCache struct {
	mu         sync.Mutex
	young, old map[uint64]parse.Tree
}

// of returns the parse of tokens toks of t, which p makes where it is not kept.
// The tree must not be changed.
func (c *treeCache) of(p *parse.Parser, t string, toks []lang.Token) parse.Tree {
	k := sentenceKey(t, toks)
	c.mu.Lock()
	tree, ok := c.young[k]
	if !ok {
		tree, ok = c.old[k]
	}
	c.mu.Unlock()
	if ok && len(tree.Heads) == len(toks) {
		return tree
	}
	tree = p.Parse(t, toks)
	tree = parse.Tree{Heads: slices.Clone(tree.Heads), Rels: slices.Clone(tree.Rels)}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= keptTrees {
		c.old, c.young = c.young, nil
	}
	if c.young == nil {
		c.young = make(map[uint64]parse.Tree)
	}
	c.young[k] = tree
	return tree
}

// sentenceKey is a hash (FNV-1a, 64 bits) of all that a parse depends on: the
// words, their tags and kinds.
func sentenceKey(t string, toks []lang.Token) uint64 {
	h := uint64(14695981039346656037)
	for i := range toks {
		tok := &toks[i]
		for j := tok.Start; j < tok.End; j++ {
			h = (h ^ uint64(t[j])) * 1099511628211
		}
		h = (h ^ uint64(tok.Tag)<<8 ^ uint64(tok.Kind)) * 1099511628211
		h = (h ^ 0xff) * 1099511628211
	}
	return h
}
