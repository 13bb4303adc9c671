package names

import (
	"strings"

	"stet/model/names/gazetteer"
)

// famousWord is one word of a name that the news knows well.
type famousWord struct {
	word  string
	key   string // its normal form
	frame string // the rest of the name, "_" where the word stands; empty for a name of one word
	class gazetteer.Class
	last  bool // the last word of its name
}

// famousWords sorts the words of all well-known names by their first byte.
func famousWords(t *gazetteer.Table) *[256][]famousWord {
	var out [256][]famousWord
	if t == nil {
		return &out
	}
	for k := range t.KnownNames {
		words := strings.Fields(k.Name)
		keys := make([]string, len(words))
		for i, w := range words {
			keys[i] = gazetteer.FoldKey(w)
		}
		for i, w := range words {
			if len(w) < 5 {
				continue
			}
			f := famousWord{word: w, key: keys[i], class: k.Class, last: i == len(words)-1}
			if len(words) > 1 {
				f.frame = frame(keys, i)
			}
			out[w[0]] = append(out[w[0]], f)
		}
	}
	return &out
}

// frame returns words with "_" in place of the one at i, a space before each.
func frame(words []string, i int) string {
	var b strings.Builder
	for j, w := range words {
		if b.WriteByte(' '); j == i {
			b.WriteByte('_')
		} else {
			b.WriteString(w)
		}
	}
	return b.String()
}

// nearMisses finds strangers that stand one slip from a name that the world
// knows: "Benjamin Netanyahou" where the story never has it right.
func (w *watcher) nearMisses(done map[int]bool) []Variant {
	var out []Variant
	for i := range w.forms {
		f := &w.forms[i]
		if f.weight != stranger || f.body == 0 || len(f.key) < 5 || w.o.Split[f.word] {
			continue
		}
		right, sure := w.knownLike(f)
		if right == "" {
			continue
		}
		for _, t := range f.tokens {
			if done[t] {
				continue
			}
			done[t] = true
			out = append(out, Variant{Span: w.d.Tokens[t].Span, Right: right, Name: -1, Known: true, Confidence: sure})
		}
	}
	return out
}

// alike reports whether f, which the story never gives more of, may be meant
// for the known word k by itself: a land, a large town, a surname.
func (f *form) alike(k *famousWord) bool {
	if len(f.full) > 0 || len(f.tokens) > 2 { // what comes back again and again is meant
		return false
	}
	switch k.class {
	case gazetteer.Country:
		return len(f.tokens) == 1 && f.types[Person] == 0
	case gazetteer.BigPlace, gazetteer.Region:
		return k.frame == "" && len(f.key) > 5 && f.types[Place] > 0
	case gazetteer.Person:
		return k.last && len(f.key) > 5 && (f.bare || len(f.key) > 7)
	}
	return false
}

// knownLike returns the word that a well-known name has where the story has f.
func (w *watcher) knownLike(f *form) (string, float64) {
	best, sure := "", 0.0
	famous := w.k.famous()[f.word[0]]
	for i := range famous {
		k := &famous[i]
		if d := len(k.key) - len(f.key); d > 2 || d < -2 || k.key == f.key {
			continue
		}
		whole := k.frame != "" && f.full[k.frame]
		if !whole && !f.alike(k) || !close(k.key, f.key) || inflected(k.key, f.key) {
			continue
		}
		switch {
		case whole:
			return k.word, 0.95
		case k.class == gazetteer.Country && sure < 0.7:
			best, sure = k.word, 0.7
		case sure < 0.6 && slips(k.key, f.key, 1) == 1:
			best, sure = k.word, 0.6
		}
	}
	return best, sure
}
