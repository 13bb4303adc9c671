package lang

import (
	"hash/maphash"
	"strings"
	"sync"
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

// nears keeps what was found near words. It is safe for concurrent use.
type nears struct {
	mu   sync.Mutex
	kept map[nearKey][]Near
}

type nearKey struct {
	word     string
	distance int
}

// keptNears is how many words are kept before all are let go.
const keptNears = 1024

// of returns what find finds, or found before. The result must not be changed.
func (n *nears) of(word string, distance int, find func(string, int) ([]Near, error)) ([]Near, error) {
	k := nearKey{strings.Clone(word), distance}
	n.mu.Lock()
	found, ok := n.kept[k]
	n.mu.Unlock()
	if ok {
		return found, nil
	}
	found, err := find(word, distance)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.kept == nil || len(n.kept) >= keptNears {
		n.kept = map[nearKey][]Near{}
	}
	n.kept[k] = found
	return found, nil
}
