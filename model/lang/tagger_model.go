package lang

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"strings"
)

// The model file, all numbers little-endian:
//
//	magic    8 bytes "STETTAG1"
//	uint32   number of classes
//	uint32   number of lexicon slots, a power of two
//	uint32   number of weight lines, a power of two
//	uint32   nought
//	classes  16 bytes each: uint64 candidates, uint16 lexical bits, uint8 flags, padding
//	slots    4 bytes each: uint16 check, uint16 class; class 0 is an empty slot
//	weights  taggerLine bytes a line, each an int8
const taggerMagic = "STETTAG1"

var errTagger = errors.New("lang: not a tagger model")

// ReadTagger reads a model that TaggerTrainer.Model wrote. It keeps b.
func ReadTagger(b []byte) (*Tagger, error) {
	if len(b) < 24 || string(b[:8]) != taggerMagic {
		return nil, errTagger
	}
	nc, ns, nl := int(binary.LittleEndian.Uint32(b[8:])), int(binary.LittleEndian.Uint32(b[12:])), int(binary.LittleEndian.Uint32(b[16:]))
	if len(b) != 24+16*nc+4*ns+taggerLine*nl || bits.OnesCount(uint(ns)) != 1 || bits.OnesCount(uint(nl)) != 1 || nl < 2 {
		return nil, errTagger
	}
	t := &Tagger{shift: uint(32 - bits.TrailingZeros(uint(nl)))}
	t.lex.classes = make([]tagClass, nc)
	for i := range t.lex.classes {
		c := b[24+16*i:]
		t.lex.classes[i] = newTagClass(i, tagSet(binary.LittleEndian.Uint64(c)), lexBits(binary.LittleEndian.Uint16(c[8:])), c[10])
	}
	b = b[24+16*nc:]
	t.lex.slots, t.weights = b[:4*ns], b[4*ns:]
	return t, nil
}

// tagLexicon tells what tags a word may have.
type tagLexicon struct {
	classes []tagClass // classes[0] is that of unknown words
	slots   []byte     // an open-addressing hash table; see the model file
}

// tagClass is an ambiguity class: words that may be the same parts of speech.
type tagClass struct {
	id         uint16
	candidates tagSet
	lexical    lexBits
	flags      uint8
	closed     bool // the candidates are all there are
	frequent   bool
	function   bool // never part of a name by itself
}

const (
	flagClosed = 1 << iota
	flagFrequent
	flagFunction
)

func newTagClass(id int, c tagSet, l lexBits, flags uint8) tagClass {
	return tagClass{uint16(id), c, l, flags, flags&flagClosed != 0, flags&flagFrequent != 0, flags&flagFunction != 0}
}

// lexBits says what forms of a word a dictionary's affix rules make it.
type lexBits uint16

const (
	lexNoun lexBits = 1 << iota
	lexPlural
	lexVerb
	lexVerbS
	lexPast
	lexIng
	lexAdj
	lexComparative
	lexSuperlative
	lexAdverb
	lexProper
	lexPlain // stands in the dictionary with no affixes
)

// candidates are the tags that the forms may have.
func (l lexBits) candidates() tagSet {
	var s tagSet
	for _, x := range [...]struct {
		bit lexBits
		set tagSet
	}{
		{lexNoun, tags(NN)},
		{lexPlural, tags(NNS)},
		{lexVerb, tags(VB, VBP)},
		{lexVerbS, tags(VBZ)},
		{lexPast, tags(VBD, VBN, JJ)},
		{lexIng, tags(VBG, NN, JJ)},
		{lexAdj, tags(JJ)},
		{lexComparative, tags(JJR, RBR)},
		{lexSuperlative, tags(JJS, RBS)},
		{lexAdverb, tags(RB)},
		{lexProper, tags(NNP, NNPS)},
	} {
		if l&x.bit != 0 {
			s |= x.set
		}
	}
	return s
}

// find returns the class of the word of hash h, or that of unknown words.
func (l *tagLexicon) find(h uint32) *tagClass {
	mask := uint32(len(l.slots)/4 - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		s := l.slots[at*4 : at*4+4]
		class := uint16(s[2]) | uint16(s[3])<<8
		if class == 0 {
			return &l.classes[0]
		}
		if uint16(s[0])|uint16(s[1])<<8 == uint16(h>>16) {
			return &l.classes[class]
		}
	}
}

// lastPart returns the class of what follows the last hyphen of s.
func (l *tagLexicon) lastPart(s string) uint16 {
	i := strings.LastIndexByte(s, '-')
	if i < 0 || i+1 == len(s) {
		return 0
	}
	return l.find(hashWord(s[i+1:])).id
}

func lowestTag(s tagSet) Tag { return Tag(bits.TrailingZeros64(uint64(s))) }

// Forms says what the dictionary of the tagger makes of a word in small
// letters; nothing where it does not hold the word, or there is no tagger.
func Forms(w string) FormSet {
	t := BuiltinTagger()
	if t == nil {
		return 0
	}
	return t.lex.find(hashWord(w)).lexical
}
