package realword

import "stet/model/lang"

// A cut is a place where a word falls into two that the language model has seen
// side by side.
type cut struct {
	at   int // bytes before it
	a, b lang.Entry
}

// apartBits is the logarithm, to the base 2, of how many pairs of words are kept
// that are no word when they are joined.
const apartBits = 13

// cutsOf returns the places where w falls into two words, in their order. Most
// fall nowhere, and finding that takes two look-ups for each letter.
func (f *Finder) cutsOf(w string) []cut { return f.cuts.Of(w, f.findCuts) }

func (f *Finder) findCuts(w string) (out []cut) {
	for i := 1; i < len(w); i++ {
		a, ok := f.half(w[:i])
		if !ok {
			continue
		}
		if b, ok := f.half(w[i:]); ok && f.LM.Seen(a.LM, b.LM) {
			out = append(out, cut{i, a, b})
		}
	}
	return out
}
