package lang

import (
	"encoding/binary"
	"math"
	"sync"

	"stet/assets"
	"stet/model/lang/blob"
)

// A ContextModel tells how well a word suits the words some way around it:
// "beans", not "beanies", among eggs, meat and nuts. Every word is a vector;
// the words around a place, each turned by a matrix for its distance, add up to
// the vector of the word that is expected there (a log-bilinear model, Mnih and
// Hinton 2007, over GloVe vectors, Pennington, Socher and Manning 2014). It is
// immutable and safe for concurrent use.
type ContextModel struct {
	dims    int
	scales  []byte    // float32 a word: what its bytes are multiplied by
	vectors []byte    // dims int8 a word of the language model
	slots   []float32 // a dims×dims matrix for each slot
	biases  []byte    // float32 a word
}

// The slots of the context: ContextReach words on either side, nearest first,
// left before right; then the rest of the sentence, taken together.
const (
	ContextReach = 5
	ContextSlots = 2*ContextReach + 1
)

const contextMagic = "STETCTX1"

// EncodeContext returns the file form of a model: vectors and biases by word
// number, a matrix for each slot by rows. Words without a vector have nil.
func EncodeContext(dims int, vectors [][]float32, slots [][]float32, biases []float32) []byte {
	var scales, vs, ms, bs []byte
	for i, v := range vectors {
		top := float32(0)
		for _, x := range v {
			top = max(top, x, -x)
		}
		scales = binary.LittleEndian.AppendUint32(scales, math.Float32bits(top/127))
		for d := range dims {
			q := 0.0
			if top > 0 {
				q = math.Round(float64(v[d] / top * 127))
			}
			vs = append(vs, uint8(int8(q)))
		}
		bs = binary.LittleEndian.AppendUint32(bs, math.Float32bits(biases[i]))
	}
	for _, m := range slots {
		for _, x := range m {
			ms = binary.LittleEndian.AppendUint32(ms, math.Float32bits(x))
		}
	}
	return blob.Pack(contextMagic, blob.AppendU32s(nil, uint32(dims)), scales, vs, ms, bs)
}

// ParseContext reads what EncodeContext wrote; it keeps b.
func ParseContext(b []byte) (*ContextModel, error) {
	s, err := blob.Unpack(b, contextMagic, 5)
	if err != nil {
		return nil, err
	}
	m := &ContextModel{dims: int(blob.U32(s[0], 0)), scales: s[1], vectors: s[2], biases: s[4]}
	for i := range len(s[3]) / 4 {
		m.slots = append(m.slots, math.Float32frombits(blob.U32(s[3], i)))
	}
	return m, nil
}

// DefaultContext returns the model that Stet ships, loaded on first use.
var DefaultContext = sync.OnceValues(func() (*ContextModel, error) {
	b, err := assets.Read("lexicon/context.bin")
	if err != nil {
		return nil, err
	}
	return ParseContext(b)
})

// Dims is the number of dimensions of the vectors.
func (m *ContextModel) Dims() int { return m.dims }

// vector writes the vector of word w into v; it reports false where w has none.
func (m *ContextModel) vector(v []float32, w uint32) bool {
	if w == LMUnknown || int(w) >= len(m.scales)/4 {
		return false
	}
	scale := math.Float32frombits(blob.U32(m.scales, int(w)))
	if scale == 0 {
		return false
	}
	for i, q := range m.vectors[int(w)*m.dims : (int(w)+1)*m.dims] {
		v[i] = scale * float32(int8(q))
	}
	return true
}

// Has reports whether w has a vector.
func (m *ContextModel) Has(w uint32) bool {
	return w != LMUnknown && int(w) < len(m.scales)/4 && blob.U32(m.scales, int(w)) != 0
}

// An Expecter works out what a ContextModel expects in the places of a
// sentence. It keeps the turned vectors of words that come again, and is not
// safe for concurrent use.
type Expecter struct {
	m    *ContextModel
	keys [keepTurned]uint32 // slot and word of each kept vector; 0 for none
	kept []float32          // the vectors
	v    []float32          // of one word

	us    []Unit
	total []float32 // sum of the vectors of all words of the sentence, turned as the rest of it is
	n     int       // words in it
	begun bool      // whether total is that of us
}

const keepTurned = 8192

// NewExpecter returns an Expecter for m.
func (m *ContextModel) NewExpecter() *Expecter {
	return &Expecter{m: m, kept: make([]float32, keepTurned*m.dims), v: make([]float32, m.dims), total: make([]float32, m.dims)}
}

// Begin makes us, the units of one sentence, those that Expect speaks of.
func (e *Expecter) Begin(us []Unit) { e.us, e.begun = us, false }

// turned returns the vector of w turned by the matrix of slot s. It is good
// until the next call.
func (e *Expecter) turned(w uint32, s int) []float32 {
	m := e.m
	key := w*ContextSlots + uint32(s)
	at := int(key * 0x9e3779b1 >> 19)
	t := e.kept[at*m.dims : (at+1)*m.dims : (at+1)*m.dims]
	if e.keys[at] != key {
		m.vector(e.v, w)
		m.turn(t, s, e.v)
		e.keys[at] = key
	}
	return t
}

// Expect writes into h the vector of the word that the context leads one to
// expect in place of unit i. h must hold Dims values.
func (e *Expecter) Expect(h []float32, i int) {
	m := e.m
	const rest = ContextSlots - 1
	if !e.begun {
		e.begun, e.n = true, 0
		clear(e.total)
		for j := range e.us {
			if w := e.us[j].ID; m.Has(w) {
				e.n++
				add(e.total, e.turned(w, rest))
			}
		}
	}
	// What is far away is all words but those near by.
	n := e.n
	copy(h, e.total)
	from, to := max(0, i-ContextReach), min(len(e.us), i+ContextReach+1)
	for j := from; j < to; j++ {
		if w := e.us[j].ID; m.Has(w) {
			n--
			subtract(h, e.turned(w, rest))
		}
	}
	if n > 0 {
		share := 1 / float32(n)
		for d := range h {
			h[d] *= share
		}
	} else {
		clear(h)
	}
	for j := from; j < to; j++ {
		if w := e.us[j].ID; j != i && m.Has(w) {
			add(h, e.turned(w, ContextSlot(j-i)))
		}
	}
}

func add(to, v []float32) {
	v = v[:len(to)]
	for d := range to {
		to[d] += v[d]
	}
}

func subtract(from, v []float32) {
	v = v[:len(from)]
	for d := range from {
		from[d] -= v[d]
	}
}

// ContextSlot is the slot of a word that stands by so many words to the right.
func ContextSlot(by int) int {
	switch {
	case -ContextReach <= by && by < 0:
		return -by - 1
	case 0 < by && by <= ContextReach:
		return ContextReach + by - 1
	}
	return ContextSlots - 1
}

// turn writes into out the vector v turned by the matrix of slot s. The number
// of dimensions is a multiple of 4.
func (m *ContextModel) turn(out []float32, s int, v []float32) {
	d := m.dims
	a := m.slots[s*d*d : (s+1)*d*d]
	clear(out)
	for k := 0; k+3 < len(v); k += 4 {
		x0, x1, x2, x3 := v[k], v[k+1], v[k+2], v[k+3]
		r0, r1, r2, r3 := a[k*d:k*d+d], a[k*d+d:k*d+2*d], a[k*d+2*d:k*d+3*d], a[k*d+3*d:k*d+4*d]
		o := out[:len(r0)]
		r1, r2, r3 = r1[:len(r0)], r2[:len(r0)], r3[:len(r0)]
		for i := range r0 {
			o[i] += x0*r0[i] + x1*r1[i] + x2*r2[i] + x3*r3[i]
		}
	}
}

// Score is how well w agrees with what is expected: a logarithm, to the base e,
// that only means something against that of another word in the same place. It
// is 0 for words without a vector.
func (m *ContextModel) Score(h []float32, w uint32) float64 {
	if !m.Has(w) {
		return 0
	}
	scale := math.Float32frombits(blob.U32(m.scales, int(w)))
	sum := float32(0)
	for i, q := range m.vectors[int(w)*m.dims : (int(w)+1)*m.dims] {
		sum += h[i] * float32(int8(q))
	}
	return float64(scale*sum + math.Float32frombits(blob.U32(m.biases, int(w))))
}

// Likeness is the cosine of the vectors of two words, 0 where one has none.
func (m *ContextModel) Likeness(a, b uint32) float32 {
	if !m.Has(a) || !m.Has(b) {
		return 0
	}
	va, vb := m.vectors[int(a)*m.dims:(int(a)+1)*m.dims], m.vectors[int(b)*m.dims:(int(b)+1)*m.dims]
	dot, aa, bb := int32(0), int32(0), int32(0)
	for i, x := range va {
		p, q := int32(int8(x)), int32(int8(vb[i]))
		dot += p * q
		aa += p * p
		bb += q * q
	}
	return float32(float64(dot) / math.Sqrt(float64(aa)*float64(bb)))
}
