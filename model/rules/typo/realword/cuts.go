package realword

import (
	"hash/maphash"
	"strings"
	"sync/atomic"

	"stet/model/lang"
)

// A cut is a place where a word falls into two that the language model has seen
// side by side.
type cut struct {
	at   int // bytes before it
	a, b lang.Entry
}

// cuts keeps where the last words fall into two: most do nowhere, and looking
// for it takes two look-ups for each letter. It is safe for concurrent use.
type cuts struct {
	kept [keptCuts]atomic.Pointer[cutWord]
}

type cutWord struct {
	word string
	cuts []cut
}

const keptCuts = 1 << 12

// apartBits is the logarithm, to the base 2, of how many pairs of words are kept
// that are no word when they are joined.
const apartBits = 13

var cutSeed = maphash.MakeSeed()

// cutsOf returns the places where w falls into two words, in their order.
func (f *Finder) cutsOf(w string) []cut {
	at := &f.cuts.kept[maphash.String(cutSeed, w)%keptCuts]
	if k := at.Load(); k != nil && k.word == w {
		return k.cuts
	}
	k := &cutWord{word: strings.Clone(w)}
	for i := 1; i < len(w); i++ {
		a, ok := f.half(w[:i])
		if !ok {
			continue
		}
		if b, ok := f.half(w[i:]); ok && f.LM.Seen(a.LM, b.LM) {
			k.cuts = append(k.cuts, cut{i, a, b})
		}
	}
	at.Store(k)
	return k.cuts
}
