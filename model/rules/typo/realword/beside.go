package realword

import "sync/atomic"

// beside keeps which of the small words that may be missing the language model
// has seen after a word, and which before it: a bit each, in the order of
// Finder.small. Every place of a text asks for it, and few words make up most of
// a text. It is safe for concurrent use.
type beside struct {
	after, before [keptBeside]atomic.Uint64 // the word, a mark that something is kept, and the bits
}

const (
	keptBeside = 4096
	keptMark   = 1 << 31
)

// after returns which small words have been seen after w.
func (f *Finder) after(w uint32) uint32 {
	return keep(&f.beside.after[w%keptBeside], w, func() (set uint32) {
		for i := range f.small {
			if f.LM.Seen(w, f.small[i].LM) {
				set |= 1 << i
			}
		}
		return set
	})
}

// before returns which small words have been seen before w.
func (f *Finder) before(w uint32) uint32 {
	return keep(&f.beside.before[w%keptBeside], w, func() (set uint32) {
		for i := range f.small {
			if f.LM.Seen(f.small[i].LM, w) {
				set |= 1 << i
			}
		}
		return set
	})
}

func keep(place *atomic.Uint64, w uint32, find func() uint32) uint32 {
	if x := place.Load(); uint32(x>>32) == w && x&keptMark != 0 {
		return uint32(x) &^ keptMark
	}
	set := find()
	place.Store(uint64(w)<<32 | keptMark | uint64(set))
	return set
}
