package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"os"

	"stet/model/lang"
)

// An ngramModel is a trigram model read from a pocketsphinx 'Trie Language
// Model' file. Logarithms are decimal. Words are numbered as in the file.
type ngramModel struct {
	words []string
	uni   []ngram // by word
	bi    []ngram // sorted by last word, then by the word before it
	tri   []ngram
}

// An ngram is a run of words with its probability and back-off weight. Unused
// words are 0; w[0] is the first in reading order.
type ngram struct {
	w        [3]uint32
	prob, bo float32
}

// readPocketsphinx reads a pocketsphinx trie of order 3. The file holds the
// words "Trie Language Model", the order as one byte, the number of n-grams of
// each order, the kind of quantisation, three tables of 65,536 floats (bigram
// probability and back-off, trigram probability), the unigrams, two bit
// arrays for the higher orders, and the words. The trie runs backwards: from
// the last word of an n-gram to the first. Values are logarithms to the base
// 1.0001.
func readPocketsphinx(path string) (*ngramModel, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	const magic = "Trie Language Model"
	if !bytes.HasPrefix(b, []byte(magic)) || b[len(magic)] != 3 {
		return nil, fmt.Errorf("%s: not a trie language model of order 3", path)
	}
	b = b[len(magic)+1:]
	next32 := func() uint32 {
		v := binary.LittleEndian.Uint32(b)
		b = b[4:]
		return v
	}
	n1, n2, n3 := int(next32()), int(next32()), int(next32())
	if kind := next32(); kind != 1 {
		return nil, fmt.Errorf("%s: quantisation %d where 16 bits were expected", path, kind)
	}
	log10 := func(bits uint32) float32 {
		return float32(float64(math.Float32frombits(bits)) * math.Log10(1.0001))
	}
	var tables [3][]float32
	for i := range tables {
		tables[i] = make([]float32, 1<<16)
		for j := range tables[i] {
			tables[i][j] = log10(next32())
		}
	}
	m := &ngramModel{uni: make([]ngram, n1), bi: make([]ngram, n2), tri: make([]ngram, n3)}
	next := make([]int, n1+1)
	for i := range n1 + 1 {
		p, bo, n := next32(), next32(), next32()
		next[i] = int(n)
		if i < n1 {
			m.uni[i] = ngram{w: [3]uint32{uint32(i)}, prob: log10(p), bo: log10(bo)}
		}
	}
	wordBits, nextBits := bitsFor(n1), bitsFor(n3)
	midBits := wordBits + 32 + nextBits
	lowBits := wordBits + 16
	size := func(entries, bits int) int { return ((1+entries)*bits+7)/8 + 8 }
	mid, low := b[:size(n2, midBits)], b[size(n2, midBits):size(n2, midBits)+size(n3, lowBits)]
	b = b[len(mid)+len(low):]
	for last := range n1 {
		for i := next[last]; i < next[last+1]; i++ {
			at := i * midBits
			g := &m.bi[i]
			before := uint32(bitsAt(mid, at, wordBits))
			g.w = [3]uint32{before, uint32(last)}
			g.bo = tables[1][bitsAt(mid, at+wordBits, 16)]
			g.prob = tables[0][bitsAt(mid, at+wordBits+16, 16)]
			from, to := bitsAt(mid, at+wordBits+32, nextBits), bitsAt(mid, at+midBits+wordBits+32, nextBits)
			for j := int(from); j < int(to); j++ {
				at := j * lowBits
				m.tri[j] = ngram{
					w:    [3]uint32{uint32(bitsAt(low, at, wordBits)), before, uint32(last)},
					prob: tables[2][bitsAt(low, at+wordBits, 16)],
				}
			}
		}
	}
	total := int(next32())
	if total > len(b) {
		return nil, fmt.Errorf("%s: cut short", path)
	}
	for _, w := range bytes.SplitN(b[:total], []byte{0}, n1+1)[:n1] {
		m.words = append(m.words, string(w))
	}
	return m, nil
}

// bitsFor is the number of bits that hold v.
func bitsFor(v int) int {
	n := 0
	for ; v > 0; v >>= 1 {
		n++
	}
	return n
}

// bitsAt reads n bits of b from bit offset at; the lowest bit comes first.
func bitsAt(b []byte, at, n int) uint64 {
	var word [8]byte
	copy(word[:], b[at/8:])
	return binary.LittleEndian.Uint64(word[:]) >> (at % 8) & (1<<n - 1)
}

// lmNumbers returns the numbers in our model of the words of the file, which
// come sorted there: the marks of start and end first, then the words.
func (m *ngramModel) lmNumbers() []uint32 {
	out, n := make([]uint32, len(m.words)), lang.LMEnd
	for i, w := range m.words {
		switch w {
		case "<s>":
			out[i] = lang.LMStart
		case "</s>":
			out[i] = lang.LMEnd
		default:
			n++
			out[i] = n
		}
	}
	return out
}
