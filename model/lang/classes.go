package lang

import (
	"sync"

	"stet/assets"
	"stet/model/lang/blob"
)

// A ClassModel is a trigram model over classes of words: a small word is a
// class of its own, other words fall into classes by the parts of speech that
// they can be and by meaning. It judges what the word model has never seen. It
// is immutable and safe for concurrent use.
type ClassModel struct {
	of    []byte // uint16 for each word of the language model: its class
	grams *LanguageModel
}

const classMagic = "STETCLS1"

// EncodeClasses returns the file form of a model: the class of each word by its
// number, and the n-grams of classes. Classes are numbered like words.
func EncodeClasses(of []uint16, uni, bi, tri []NGram) []byte {
	return blob.Pack(classMagic, blob.AppendU16s(nil, of...), EncodeLM(uni, bi, tri, nil))
}

// ParseClasses reads what EncodeClasses wrote; it keeps b.
func ParseClasses(b []byte) (*ClassModel, error) {
	s, err := blob.Unpack(b, classMagic, 2)
	if err != nil {
		return nil, err
	}
	m, err := ParseLM(s[1])
	if err != nil {
		return nil, err
	}
	return &ClassModel{s[0], m}, nil
}

// DefaultClasses returns the model that Stet ships, loaded on first use.
var DefaultClasses = sync.OnceValues(func() (*ClassModel, error) {
	b, err := assets.Read("lexicon/classes.bin")
	if err != nil {
		return nil, err
	}
	return ParseClasses(b)
})

// Of returns the class of word w. Unknown words are of class LMUnknown.
func (m *ClassModel) Of(w uint32) uint32 {
	if int(w) >= len(m.of)/2 {
		return LMUnknown
	}
	return uint32(blob.U16(m.of, int(w)))
}

// Around returns c, a context of words, in classes.
func (m *ClassModel) Around(c Context) Context {
	return Context{m.Of(c.L2), m.Of(c.L1), m.Of(c.R1), m.Of(c.R2)}
}

// Fit is LanguageModel.Fit for the class of word w in the class context c.
func (m *ClassModel) Fit(c Context, w uint32) float64 { return m.grams.Fit(c, m.Of(w)) }
