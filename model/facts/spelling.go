package facts

import (
	"strings"

	"stet/model/lang"
)

// spelling is the tokens of a doc as they stand and in small letters. Tokens
// outside it are empty.
type spelling struct{ as, small []string }

func newSpelling(d *lang.Doc) spelling {
	w := spelling{make([]string, len(d.Tokens)), make([]string, len(d.Tokens))}
	for i := range d.Tokens {
		w.as[i] = d.Str(i)
		w.small[i] = strings.ToLower(w.as[i])
	}
	return w
}

func (w *spelling) word(i int) string {
	if i < 0 || i >= len(w.as) {
		return ""
	}
	return w.as[i]
}

func (w *spelling) lower(i int) string {
	if i < 0 || i >= len(w.small) {
		return ""
	}
	return w.small[i]
}
