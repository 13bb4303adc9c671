package lang

import (
	"encoding/binary"
	"math"
	"sync"

	"stet/assets"
	"stet/model/lang/blob"
)

// LanguageModel is a trigram model with back-off (Katz 1987) over the words of
// the lexicon, and the counts of common word pairs in print. Logarithms are
// decimal. It is immutable, is read in place, and is safe for concurrent use.
//
// The n-grams lie in buckets by the hash of their words, and are told apart by
// 16 bits of it: one in some 8,000 unseen n-grams is taken for a seen one.
type LanguageModel struct {
	uni              []byte // 2 bytes a word: probability, back-off
	bi, tri, pairs   []byte // 16 bits of hash, then values of 1 byte
	biAt, triAt, pAt []byte // uint32 for every bucket: where it begins, in n-grams
}

const (
	lmMagic = "STETLM01"

	// perBucket is how many n-grams a bucket holds on average.
	perBucket = 8

	probStep = 0.03  // of a logarithm, one step of a stored probability, from 0 down
	boStep   = 0.015 // the same for back-off weights, from boMax down
	boMax    = 0.8

	// unknownProb is the logarithm of the probability of a word that the model
	// lacks.
	unknownProb = -6.5
)

// An NGram is a word, a pair or a triple, first to last, with its probability
// and back-off weight, or the count of a pair.
type NGram struct {
	Words    [3]uint32
	Prob, BO float64 // decimal logarithms
	Count    float64
}

// EncodeLM returns the file form of a model. uni is in the order of the words'
// numbers.
func EncodeLM(uni, bi, tri, pairs []NGram) []byte {
	var u []byte
	for _, g := range uni {
		u = append(u, quantise(g.Prob, 0, probStep), quantise(g.BO, boMax, boStep))
	}
	biB, biAt := buckets(bi, 2, func(b []byte, g NGram) []byte {
		return append(b, quantise(g.Prob, 0, probStep), quantise(g.BO, boMax, boStep))
	})
	triB, triAt := buckets(tri, 3, func(b []byte, g NGram) []byte {
		return append(b, quantise(g.Prob, 0, probStep))
	})
	pairB, pairAt := buckets(pairs, 2, func(b []byte, g NGram) []byte {
		return append(b, uint8(min(255, math.Round(pairScale*math.Log10(1+g.Count)))))
	})
	return blob.Pack(lmMagic, u, biB, biAt, triB, triAt, pairB, pairAt)
}

const pairScale = 20

func quantise(v, top, step float64) uint8 {
	return uint8(min(255, max(0, math.Round((top-v)/step))))
}

// buckets lays n-grams out by the hash of their first n words.
func buckets(gs []NGram, n int, values func([]byte, NGram) []byte) (b, at []byte) {
	count := max(1, len(gs)/perBucket)
	byBucket := make([][]hashed, count)
	for i, g := range gs {
		h := hash2(g.Words[0], g.Words[1])
		if n == 3 {
			h = hash3(g.Words[0], g.Words[1], g.Words[2])
		}
		k := bucketOf(h, count)
		byBucket[k] = append(byBucket[k], hashed{uint16(h), i})
	}
	total := uint32(0)
	for _, k := range byBucket {
		at = blob.AppendU32s(at, total)
		for _, x := range sortHashed(k) {
			b = values(blob.AppendU16s(b, x.print), gs[x.i])
		}
		total += uint32(len(k))
	}
	return b, blob.AppendU32s(at, total)
}

func hash2(a, b uint32) uint64 { return mix64(uint64(a)<<32 | uint64(b)) }

func hash3(a, b, c uint32) uint64 { return mix64(mix64(uint64(a)<<32|uint64(b)) ^ uint64(c)<<16) }

// mix64 is the finaliser of SplitMix64.
func mix64(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// bucketOf maps the high half of a hash to one of n buckets.
func bucketOf(h uint64, n int) int { return int(h >> 32 * uint64(n) >> 32) }

// ParseLM reads what EncodeLM wrote; it keeps b.
func ParseLM(b []byte) (*LanguageModel, error) {
	s, err := blob.Unpack(b, lmMagic, 7)
	if err != nil {
		return nil, err
	}
	return &LanguageModel{uni: s[0], bi: s[1], biAt: s[2], tri: s[3], triAt: s[4], pairs: s[5], pAt: s[6]}, nil
}

// LM returns the language model that Stet ships, loaded on first use. The error
// says why there is none, in a build without it.
var LM = sync.OnceValues(func() (*LanguageModel, error) {
	b, err := assets.Read("lexicon/lm.bin")
	if err != nil {
		return nil, err
	}
	return ParseLM(b)
})

// find returns where the values of an n-gram lie in b, or -1.
func find(b, at []byte, h uint64, width int) int {
	x := binary.LittleEndian.Uint64(at[4*bucketOf(h, len(at)/4-1):])
	from, to := int(uint32(x))*width, int(x>>32)*width
	for want := uint16(h); from < to; from += width {
		if p := binary.LittleEndian.Uint16(b[from:]); p >= want {
			if p == want {
				return from + 2
			}
			break // a bucket is sorted
		}
	}
	return -1
}

// together is how many words are looked up at once, with a pair for each side.
const together = 16

// findTogether is find for several n-grams, at most twice together: it sets found
// to where the values of each lie in b, or to -1. The look-ups do not depend on
// each other, so that in each of the three loops they wait for memory together.
func findTogether(found []int32, b, at []byte, hashes []uint64, width int32) {
	var ends [2 * together]int32
	var first [2 * together]uint16
	buckets := len(at)/4 - 1
	for i, h := range hashes {
		x := binary.LittleEndian.Uint64(at[4*bucketOf(h, buckets):])
		found[i], ends[i] = int32(uint32(x))*width, int32(x>>32)*width
	}
	for i := range hashes {
		if from := int(found[i]); from < len(b) {
			first[i] = binary.LittleEndian.Uint16(b[from:])
		}
	}
	for i, h := range hashes {
		from, end, p, want := found[i], ends[i], first[i], uint16(h)
		found[i] = -1
		for from < end && p <= want {
			if p == want {
				found[i] = from + 2
				break
			}
			if from += width; from < end {
				p = binary.LittleEndian.Uint16(b[from:])
			}
		}
	}
}

// Uni is the logarithm of the probability of word w.
func (m *LanguageModel) Uni(w uint32) float64 {
	if w == LMUnknown || int(w) >= len(m.uni)/2 {
		return unknownProb
	}
	return -probStep * float64(m.uni[2*w])
}

func (m *LanguageModel) uniBO(w uint32) float64 {
	if w == LMUnknown || int(w) >= len(m.uni)/2 {
		return 0
	}
	return boMax - boStep*float64(m.uni[2*w+1])
}

// Bi is the logarithm of the probability of b after a, and whether the model
// has seen the two together.
func (m *LanguageModel) Bi(a, b uint32) (p float64, seen bool) {
	if a != LMUnknown && b != LMUnknown {
		if i := find(m.bi, m.biAt, hash2(a, b), 4); i >= 0 {
			return -probStep * float64(m.bi[i]), true
		}
	}
	return m.uniBO(a) + m.Uni(b), false
}

// Seen reports whether the model has seen b right after a.
func (m *LanguageModel) Seen(a, b uint32) bool { return m.findBi(a, b) >= 0 }

// Tri is the logarithm of the probability of c after a and b, and how many
// words of the three the model has seen together up to c: 3, 2 or 1.
func (m *LanguageModel) Tri(a, b, c uint32) (p float64, seen int) {
	bo := 0.0
	if a != LMUnknown && b != LMUnknown {
		if i := find(m.bi, m.biAt, hash2(a, b), 4); i >= 0 {
			if c != LMUnknown {
				if j := find(m.tri, m.triAt, hash3(a, b, c), 3); j >= 0 {
					return -probStep * float64(m.tri[j]), 3
				}
			}
			bo = boMax - boStep*float64(m.bi[i+1])
		}
	}
	p, two := m.Bi(b, c)
	if two {
		return bo + p, 2
	}
	return bo + p, 1
}

// Pair is the logarithm of the number of times that a and b stand side by side
// in Google's books and pages, or 0 where the pair is not among the most common
// 240,000.
func (m *LanguageModel) Pair(a, b uint32) float64 {
	if i := find(m.pairs, m.pAt, hash2(a, b), 3); i >= 0 {
		return float64(m.pairs[i]) / pairScale
	}
	return 0
}
