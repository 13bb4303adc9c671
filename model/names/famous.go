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
