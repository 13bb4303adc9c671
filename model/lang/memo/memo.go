// Package memo keeps what was found for words, where finding it takes long:
// few words make up most of a text.
package memo

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Words keeps what was found for the last words. Each word has one place, which
// it shares with others: the last of them is kept. It holds Size values at most,
// needs no making and is safe for concurrent use.
type Words[V any] struct {
	kept [Size]atomic.Pointer[entry[V]]
}

// Size is how many words are kept, a power of two: those of several long
// stories.
const Size = 1 << 13

type entry[V any] struct {
	word  string
	value V
}

var seed = maphash.MakeSeed()

// Of returns what find finds for word, or found for it before. The value may be
// shared and must not be changed.
func (m *Words[V]) Of(word string, find func(word string) V) V {
	at := &m.kept[maphash.String(seed, word)%Size]
	if e := at.Load(); e != nil && e.word == word {
		return e.value
	}
	e := &entry[V]{strings.Clone(word), find(word)} // a clone: the word may be part of a long text
	at.Store(e)
	return e.value
}
