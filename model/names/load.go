package names

import (
	"context"
	"sync"

	"stet/assets"
	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
)

// knowledge is what Stet ships for names; each part is nil where this build
// came without it.
type knowledge struct {
	gaz        *gazetteer.Table
	recogniser *recognise.Recogniser
	lexicon    *lang.WordList
	famous     func() *[256][]famousWord
	err        error // of the recogniser
}

var loaded = sync.OnceValue(func() *knowledge {
	k := &knowledge{}
	k.lexicon, _ = lang.Lexicon()
	b, err := assets.Read("models/gazetteer.bin")
	if err == nil {
		k.gaz, err = gazetteer.Open(b)
	}
	if err == nil {
		b, err = assets.Read("models/names.bin")
	}
	if err == nil {
		k.recogniser, err = recognise.Open(b, k.gaz)
	}
	k.famous = sync.OnceValue(func() *[256][]famousWord { return famousWords(k.gaz) })
	k.err = err
	return k
})

// Ready says why names are not found in this build; nil when they are.
func Ready() error { return loaded().err }

var typeOf = [...]Type{
	recognise.Person: Person, recognise.Org: Org, recognise.Place: Place,
	recognise.Group: Group, recognise.Event: Event, recognise.Work: Work,
}

func recognised(ctx context.Context, k *knowledge, d *lang.Doc) []Mention {
	var out []Mention
	for _, s := range k.recogniser.Find(ctx, d) {
		out = append(out, Mention{Span: s.At(d), Tokens: s.Range, Type: typeOf[s.Kind]})
	}
	return out
}

// class returns what the gazetteers know of a phrase, given as it is written.
func (k *knowledge) class(phrase string) gazetteer.Class {
	return k.entry(phrase).Class()
}

func (k *knowledge) entry(phrase string) gazetteer.Entry {
	if k.gaz == nil {
		return 0
	}
	return k.gaz.Phrase(phrase)
}

// tokensOf returns the words of tokens r parted by single spaces, as the
// gazetteers have them.
func tokensOf(d *lang.Doc, r lang.Range) string {
	s := d.Slice(r)
	if r.End-r.First == 1 {
		return s.In(d.Text)
	}
	var b []byte
	for i := r.First; i < r.End; i++ {
		if i > r.First {
			b = append(b, ' ')
		}
		b = append(b, d.Str(i)...)
	}
	return string(b)
}
