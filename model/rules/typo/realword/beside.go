package realword

import (
	"sync/atomic"

	"stet/model/lang"
)

// beside keeps what the language model knows of the small words that may be
// missing after a word, and before it, in the order of Finder.small. Every place
// of a text asks for it, and few words make up most of a text. It is safe for
// concurrent use.
type beside struct {
	after, before [keptBeside]atomic.Pointer[lang.Links]
}

const keptBeside = 4096

// after returns the links of the small words after w.
func (f *Finder) after(w uint32) *lang.Links {
	return f.links(&f.beside.after[w%keptBeside], w, f.LM.LinksAfter)
}

// before returns the links of the small words before w.
func (f *Finder) before(w uint32) *lang.Links {
	return f.links(&f.beside.before[w%keptBeside], w, f.LM.LinksBefore)
}

func (f *Finder) links(at *atomic.Pointer[lang.Links], w uint32, find func(w uint32, small []uint32) *lang.Links) *lang.Links {
	l := at.Load()
	if l == nil || l.Word != w {
		l = find(w, f.smallWords)
		at.Store(l)
	}
	return l
}
