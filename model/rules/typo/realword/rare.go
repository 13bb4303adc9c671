package realword

import (
	"sync"

	"stet/model/lang"
)

// rareWords finds what may be meant by words that the language model lacks, and
// keeps what it found: the look-up is slow. It is safe for concurrent use.
type rareWords struct {
	mu   sync.Mutex
	kept map[string][]alternative
}

// keepRare is how many words are kept before all are let go.
const keepRare = 4096

func (r *rareWords) append(out []alternative, words *lang.WordList, w string) []alternative {
	r.mu.Lock()
	found, ok := r.kept[w]
	r.mu.Unlock()
	if !ok {
		found = alternatives(words, w)
		r.mu.Lock()
		if len(r.kept) >= keepRare || r.kept == nil {
			r.kept = map[string][]alternative{}
		}
		r.kept[w] = found
		r.mu.Unlock()
	}
	return append(out, found...)
}

// alternatives returns the common words that one slip leads to from w, or two
// slips where w is long.
func alternatives(words *lang.WordList, w string) []alternative {
	distance := 1
	if len(w) >= 6 {
		distance = 2
	}
	near, err := words.Within(w, distance)
	if err != nil {
		return nil
	}
	var out []alternative
	for _, n := range near {
		e := n.Entry
		if e.LM == lang.LMUnknown || !e.Is(lang.WordLower) || e.Freq < 75 || e.Size > 60 || n.Word == w || len(n.Word) < 2 {
			continue
		}
		a := alternative{word: e.LM, kind: lang.ConfusedSlip, cost: lang.SlipCost(w, n.Word), text: n.Word, class: e.Classes, freq: e.Freq}
		if a.cost > 1.6 {
			a.kind = lang.ConfusedTwice
		}
		if a.cost <= 2 {
			out = append(out, a)
		}
	}
	return out
}

// plain reports whether w is made of the letters a to z.
func plain(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) >= 3
}
