package facts

import (
	"strings"

	"stet/model/lang"
)

// spelling is a doc with its tokens in small letters too. Tokens outside it are
// empty.
type spelling struct {
	d     *lang.Doc
	small []string
}

func newSpelling(d *lang.Doc) spelling {
	w := spelling{d, make([]string, len(d.Tokens))}
	for i := range d.Tokens {
		w.small[i] = strings.ToLower(d.Str(i))
	}
	return w
}

func (w *spelling) word(i int) string {
	if i < 0 || i >= len(w.small) {
		return ""
	}
	return w.d.Str(i)
}

func (w *spelling) lower(i int) string {
	if i < 0 || i >= len(w.small) {
		return ""
	}
	return w.small[i]
}
