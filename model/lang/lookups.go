package lang

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// lookups keeps the words that were looked up last, those that the list lacks
// among them: few words make up most of a text, and the way through the
// automaton is long. It is safe for concurrent use.
type lookups struct {
	kept [keptLookups]atomic.Pointer[lookup]
}

// keptLookups is how many words are kept, a power of two: some half a megabyte.
const keptLookups = 1 << 13

type lookup struct {
	word string
	e    Entry
	ok   bool
}

var lookupSeed = maphash.MakeSeed()

// of returns what find finds for word, or found for it before.
func (l *lookups) of(word string, find func(string) (Entry, bool)) (Entry, bool) {
	at := &l.kept[maphash.String(lookupSeed, word)&(keptLookups-1)]
	if k := at.Load(); k != nil && k.word == word {
		return k.e, k.ok
	}
	e, ok := find(word)
	at.Store(&lookup{strings.Clone(word), e, ok}) // a clone: the word may be part of a long text
	return e, ok
}
