package memo

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsAreKeptApart(t *testing.T) {
	var m Words[int]
	asked := 0
	find := func(w string) int {
		asked++
		return len(w)
	}
	words := make([]string, 3*Size) // more than there is room for
	for i := range words {
		words[i] = strings.Repeat("w", 1+i%200) + strconv.Itoa(i)
	}
	for range 2 {
		for _, w := range words {
			assert.Equal(t, len(w), m.Of(w, find))
		}
	}
	before := asked
	m.Of("again", find)
	m.Of("again", find)
	assert.Equal(t, before+1, asked)
}

func TestWordsFromManySides(t *testing.T) {
	var m Words[string]
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 20_000 {
				w := strconv.Itoa(i % 9_000)
				if got := m.Of(w, strings.Clone); got != w {
					t.Errorf("%s for %s", got, w)
					return
				}
			}
		})
	}
	all.Wait()
}
