package realword

import "stet/model/lang"

// rarely returns what may be meant by w, a word that the language model lacks:
// the common words that one slip leads to, or two slips where w is long.
func (f *Finder) rarely(w string) []alternative {
	distance := 1
	if len(w) >= 6 {
		distance = 2
	}
	near, err := f.Words.Within(w, distance)
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
