package recognise

import (
	"encoding/binary"
	"errors"
	"math"

	"stet/model/lang/rows"
)

// A model holds the weights. It reads them where they lie, from bytes that may
// be read-only. The layout, all numbers little-endian:
//
//	"STNM" version(2) 3 zero bytes
//	uint32 features, uint32 words with a class, uint32 classes, float32 scale
//	625 × float32: transitions, from row to column
//	65,537 × uint32: first feature of each bucket (the upper half of its hash)
//	features × uint16: the lower half of the hash, ascending inside a bucket
//	features × 25 × int8: weights by label, in units of scale
//	words × uint32: hashes of small-letter words, ascending
//	words × uint16: their classes, from 1
//	classes × uint16: the families of the classes, from 1
type model struct {
	buckets, low, weights []byte
	words, classes        []byte
	families              []byte
	nWords                int
	scale                 float32
	trans                 [nLabels][nLabels]float32 // in units of scale
}

const (
	modelMagic = "STNM\x02\x00\x00\x00"
	nBuckets   = 1 << 16
)

func openModel(b []byte) (*model, error) {
	head := len(modelMagic) + 16 + nLabels*nLabels*4 + (nBuckets+1)*4
	if len(b) < head || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errors.New("recognise: not a model of this version")
	}
	le := binary.LittleEndian
	nf, nw, nc := int(le.Uint32(b[8:])), int(le.Uint32(b[12:])), int(le.Uint32(b[16:]))
	if len(b) != head+nf*2+nf*nLabels+nw*6+nc*2 {
		return nil, errors.New("recognise: the model is cut short")
	}
	m := &model{nWords: nw, scale: math.Float32frombits(le.Uint32(b[20:]))}
	b = b[24:]
	for i := range m.trans {
		for j := range m.trans[i] {
			m.trans[i][j] = math.Float32frombits(le.Uint32(b)) / m.scale
			if !follows(label(i), label(j)) {
				m.trans[i][j] = float32(math.Inf(-1))
			}
			b = b[4:]
		}
	}
	m.buckets, b = b[:(nBuckets+1)*4], b[(nBuckets+1)*4:]
	m.low, b = b[:nf*2], b[nf*2:]
	m.weights, b = b[:nf*nLabels], b[nf*nLabels:]
	m.words, b = b[:nw*4], b[nw*4:]
	m.classes, m.families = b[:nw*2], b[nw*2:]
	return m, nil
}

// class returns the class of the small-letter word with that hash; 0 for none.
func (m *model) class(h uint32) uint16 {
	if m == nil {
		return 0
	}
	le := binary.LittleEndian
	lo, hi := 0, m.nWords
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if le.Uint32(m.words[mid*4:]) < h {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < m.nWords && le.Uint32(m.words[lo*4:]) == h {
		return le.Uint16(m.classes[lo*2:])
	}
	return 0
}

// family returns the family of a class; 0 for none.
func (m *model) family(class uint16) uint16 {
	if class == 0 || int(class)*2 > len(m.families) {
		return 0
	}
	return binary.LittleEndian.Uint16(m.families[int(class)*2-2:])
}

// row returns where the weights of a feature begin, or -1.
func (m *model) row(h uint32) int32 {
	le := binary.LittleEndian
	b := int(h >> 16)
	lo, hi := int(le.Uint32(m.buckets[b*4:])), int(le.Uint32(m.buckets[b*4+4:]))
	for l := uint16(h); lo < hi; lo++ {
		if k := le.Uint16(m.low[lo*2:]); k >= l {
			if k == l {
				return int32(lo * nLabels)
			}
			return -1
		}
	}
	return -1
}

// score adds up the weights of features for each label.
func (m *model) score(features []uint32, out *[nLabels]float32) {
	var sum [nLabels]int32
	var buf [rows.Most]int32
	at := buf[:0]
	for _, f := range features[:min(len(features), rows.Most)] {
		if r := m.row(f); r >= 0 {
			at = append(at, r)
		}
	}
	rows.Sum(sum[:], m.weights, at)
	for l := range sum {
		out[l] = float32(sum[l])
	}
}

// decode finds the best labels for a sentence's scores (Viterbi).
func (m *model) decode(scores [][nLabels]float32, back [][nLabels]label, out []label) {
	n := len(scores)
	if n == 0 {
		return
	}
	inf := float32(math.Inf(-1))
	best := scores[0]
	for l := range best {
		if !starts(label(l)) {
			best[l] = inf
		}
	}
	for i := 1; i < n; i++ {
		var next [nLabels]float32
		for b := range next {
			top, from := inf, outside
			for _, a := range before[b] {
				if v := best[a] + m.trans[a][b]; v > top {
					top, from = v, a
				}
			}
			next[b], back[i][b] = top+scores[i][b], from
		}
		best = next
	}
	top, at := inf, outside
	for l, v := range best {
		if v > top && ends(label(l)) {
			top, at = v, label(l)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = at
		at = back[i][at]
	}
}

// before lists, for each label, those that may stand before it.
var before = func() (t [nLabels][]label) {
	for b := range t {
		for a := range nLabels {
			if follows(label(a), label(b)) {
				t[b] = append(t[b], label(a))
			}
		}
	}
	return t
}()
