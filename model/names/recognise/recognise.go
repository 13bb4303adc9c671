package recognise

import (
	"context"
	"math"
	"sync"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// Recogniser finds names. It is immutable and safe for concurrent use.
type Recogniser struct {
	m    *model
	gaz  *gazetteer.Table
	kept *sync.Pool // of *scored
}

// Open reads a model from b, which it keeps and never writes to. The table must
// be the one that the model was trained with.
func Open(b []byte, gaz *gazetteer.Table) (*Recogniser, error) {
	m, err := openModel(b)
	if err != nil {
		return nil, err
	}
	return &Recogniser{m, gaz, &sync.Pool{New: func() any { return new(scored) }}}, nil
}

// Find returns the names of d in their order; they do not overlap. It stops
// early, with what it has, when ctx is done.
func (r *Recogniser) Find(ctx context.Context, d *lang.Doc) []Span {
	x := newExtractor(d, r.m, r.gaz)
	var (
		out    []Span
		scores [][nLabels]float32
		back   [][nLabels]label
		labels []label
	)
	cased := x.cased()
	kept := r.kept.Get().(*scored)
	defer r.kept.Put(kept)
	for _, s := range d.Sents {
		if ctx.Err() != nil {
			return out
		}
		n := s.End - s.First
		if n > cap(scores) {
			scores, back, labels = make([][nLabels]float32, n*2), make([][nLabels]label, n*2), make([]label, n*2)
		}
		for i := s.First; i < s.End; i++ {
			if at := &scores[:n][i-s.First]; cased && x.plain(i, s) {
				*at = onlyOutside
			} else {
				kept.of(r.m, x.features(i, s), at)
			}
		}
		r.m.decode(scores[:n], back[:n], labels[:n])
		out = spans(out, s.First, labels[:n])
	}
	return x.settle(out)
}

// onlyOutside are the scores of a word that can be in no name.
var onlyOutside = func() (s [nLabels]float32) {
	for l := range s {
		s[l] = float32(math.Inf(-1))
	}
	s[outside] = 0
	return s
}()

// aside is how far from the next capital a small word can be in a name: "the
// Book of the Dead".
const aside = 2

// plain reports whether token i is a small word with no capital or figure near
// it.
func (x *extractor) plain(i int, s lang.Range) bool {
	for j := max(s.First, i-aside); j <= min(s.End-1, i+aside); j++ {
		if w := x.at[j]; w.capital || !w.letters && (j == i || x.d.Tokens[j].Kind == lang.Number) {
			return false
		}
	}
	return true
}

// cased reports whether the story writes names with capitals: whether one word
// in fifty inside sentences has one.
func (x *extractor) cased() bool {
	words, capitals := 0, 0
	for i, w := range x.at {
		if w.letters && !x.d.Tokens[i].First {
			words++
			if w.capital {
				capitals++
			}
		}
	}
	return 50*capitals >= words
}
