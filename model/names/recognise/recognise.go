package recognise

import (
	"context"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// Recogniser finds names. It is immutable and safe for concurrent use.
type Recogniser struct {
	m   *model
	gaz *gazetteer.Table
}

// Open reads a model from b, which it keeps and never writes to. The table must
// be the one that the model was trained with.
func Open(b []byte, gaz *gazetteer.Table) (*Recogniser, error) {
	m, err := openModel(b)
	if err != nil {
		return nil, err
	}
	return &Recogniser{m, gaz}, nil
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
	for _, s := range d.Sents {
		if ctx.Err() != nil {
			return out
		}
		n := s.End - s.First
		if n > cap(scores) {
			scores, back, labels = make([][nLabels]float32, n*2), make([][nLabels]label, n*2), make([]label, n*2)
		}
		for i := s.First; i < s.End; i++ {
			r.m.score(x.features(i, s), &scores[:n][i-s.First])
		}
		r.m.decode(scores[:n], back[:n], labels[:n])
		out = spans(out, s.First, labels[:n])
	}
	return x.settle(out)
}
