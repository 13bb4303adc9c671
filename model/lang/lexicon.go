package lang

import (
	"bytes"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"

	"stet/assets"
	"stet/model/lang/blob"
	"stet/model/lang/memo"
)

// WordFlags says how a word is known.
type WordFlags uint16

// The ways in which a word can be known. A word may be several things: "may"
// is a word and a month, "will" a word and a first name.
const (
	WordLower     WordFlags = 1 << iota // a dictionary has it in small letters
	WordProper                          // a dictionary has it with a capital
	WordAbbrev                          // an abbreviation or acronym
	WordUS                              // American spelling
	WordUK                              // British spelling
	WordFirstName                       // a first name
	WordSurname                         // a surname
	WordPlace                           // a place, or part of a place's name
	WordSeen                            // not in a dictionary, but common in print
)

// WordName is any sort of name.
const WordName = WordFirstName | WordSurname | WordPlace

// Known is any way in which a dictionary or a list of names vouches for a word.
const WordKnown = WordLower | WordProper | WordAbbrev | WordName

// Class is a set of the coarse parts of speech that a word can be.
type Class uint16

// The classes.
const (
	ClassNoun       Class = 1 << iota // singular or mass
	ClassPlural                       // plural noun
	ClassVerb                         // base form, and present tense but for the third person
	ClassVerbS                        // third person singular, present tense
	ClassPast                         // past tense
	ClassParticiple                   // past participle
	ClassGerund                       // present participle
	ClassAdjective
	ClassComparative // comparative or superlative, of adjective or adverb
	ClassAdverb
	ClassFunction // pronouns, determiners, prepositions, conjunctions, modals, numbers
)

// Entry is what the lexicon knows of a word.
type Entry struct {
	Flags   WordFlags
	Classes Class
	Size    uint8  // SCOWL size class, 10 (everybody's) to 80 (hardly anybody's); 0 where SCOWL lacks the word
	Freq    uint8  // 25 times the decimal logarithm of its count in a billion words, from 0 to 255
	LM      uint32 // its number in the language model; LMUnknown where that lacks it
}

// Is reports whether the word is known in any of the ways f.
func (e Entry) Is(f WordFlags) bool { return e.Flags&f != 0 }

// LexiconWord is a word with its entry, to build a lexicon from.
type LexiconWord struct {
	Word string // in small letters, apostrophes straight
	Entry
}

const lexiconMagic = "STETLEX1"

// A WordList is a finite-state set of words in small letters, each with its
// Entry. It is immutable and safe for concurrent use.
type WordList struct {
	fst     *vellum.FST
	codes   []byte // 3 bytes a word, in the order of the words: uint16 sort, frequency
	sorts   []byte // 6 bytes a sort: flags, classes and size, as uint16 each
	inLM    []byte // a bit a word: whether the language model has it
	ranks   []byte // uint32 for every 512 words: how many before them the language model has
	lookups memo.Words[found]
	nears   [len(nearBuilders)]memo.Words[nears] // by distance
}

// Numbers of the language model that are not words of the lexicon; the first
// word has lmFirst, and the numbers follow the order of the words.
const (
	LMUnknown uint32 = iota // any word that the model lacks
	LMStart                 // the start of a sentence
	LMEnd                   // its end
	lmFirst
)

// EncodeLexicon returns the file form of words, which must be sorted and
// without doubles. Of LM only whether it is 0 is kept: the words that have a
// number are numbered from 3 in their order.
func EncodeLexicon(words []LexiconWord) ([]byte, error) {
	var set bytes.Buffer
	b, err := vellum.New(&set, nil)
	if err != nil {
		return nil, err
	}
	type sort struct{ flags, classes, size uint16 }
	index := map[sort]int{}
	var codes, sorts, ranks []byte
	inLM, numbered := make([]byte, (len(words)+7)/8), uint32(0)
	for i, w := range words {
		if err := b.Insert([]byte(w.Word), uint64(i)); err != nil {
			return nil, fmt.Errorf("word %q: %w", w.Word, err)
		}
		s := sort{uint16(w.Flags), uint16(w.Classes), uint16(w.Size)}
		n, ok := index[s]
		if !ok {
			n = len(index)
			index[s] = n
			sorts = blob.AppendU16s(sorts, s.flags, s.classes, s.size)
		}
		codes = append(blob.AppendU16s(codes, uint16(n)), w.Freq)
		if i%512 == 0 {
			ranks = blob.AppendU32s(ranks, numbered)
		}
		if w.LM != LMUnknown {
			inLM[i/8] |= 1 << (i % 8)
			numbered++
		}
	}
	if len(index) > 1<<16 {
		return nil, fmt.Errorf("lexicon: %d sorts of words are more than 65,536", len(index))
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return blob.Pack(lexiconMagic, set.Bytes(), codes, sorts, inLM, ranks), nil
}

// ParseLexicon reads what EncodeLexicon wrote; it keeps b.
func ParseLexicon(b []byte) (*WordList, error) {
	s, err := blob.Unpack(b, lexiconMagic, 5)
	if err != nil {
		return nil, err
	}
	fst, err := vellum.Load(s[0])
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return &WordList{fst: fst, codes: s[1], sorts: s[2], inLM: s[3], ranks: s[4]}, nil
}

// Lexicon returns the word list that Stet ships, loaded on first use. The error
// says why there is none, in a build without it.
var Lexicon = sync.OnceValues(func() (*WordList, error) {
	b, err := assets.Read("lexicon/words.bin")
	if err != nil {
		return nil, err
	}
	return ParseLexicon(b)
})

// Len is the number of words.
func (l *WordList) Len() int { return l.fst.Len() }

// Lookup returns the entry of word, which must be in small letters with
// straight apostrophes (see Fold).
func (l *WordList) Lookup(word string) (Entry, bool) {
	f := l.lookups.Of(word, l.search)
	return f.e, f.ok
}

// found is what Lookup finds.
type found struct {
	e  Entry
	ok bool
}

func (l *WordList) search(word string) found {
	i, ok, err := l.fst.Get([]byte(word))
	if !ok || err != nil {
		return found{}
	}
	return found{l.entry(i), true}
}

func (l *WordList) entry(i uint64) Entry {
	c := l.codes[3*i:]
	t := l.sorts[6*int(blob.U16(c, 0)):]
	e := Entry{Flags: WordFlags(blob.U16(t, 0)), Classes: Class(blob.U16(t, 1)), Size: uint8(blob.U16(t, 2)), Freq: c[2]}
	if l.inLM[i/8]>>(i%8)&1 != 0 {
		n := lmFirst + blob.U32(l.ranks, int(i/512))
		for j := i / 512 * 64; j < i/8; j++ {
			n += uint32(bits.OnesCount8(l.inLM[j]))
		}
		e.LM = n + uint32(bits.OnesCount8(l.inLM[i/8]&(1<<(i%8)-1)))
	}
	return e
}

// Each calls f for every word in order until f returns false.
func (l *WordList) Each(f func(word string, e Entry) bool) error {
	it, err := l.fst.Iterator(nil, nil)
	for err == nil {
		k, v := it.Current()
		if !f(string(k), l.entry(v)) {
			return nil
		}
		err = it.Next()
	}
	if err == vellum.ErrIteratorDone {
		return nil
	}
	return err
}

// Near is a word found close to another.
type Near struct {
	Word  string
	Entry Entry
}

var nearBuilders [3]struct {
	once sync.Once
	b    *levenshtein.LevenshteinAutomatonBuilder
	err  error
}

// Within returns the words at most distance (1 or 2) slips from word: a letter
// left out, put in, changed, or two swapped. They come in alphabetical order
// and must not be changed.
func (l *WordList) Within(word string, distance int) ([]Near, error) {
	n := l.nears[distance].Of(word, func(w string) (n nears) {
		n.found, n.err = l.within(w, distance)
		return n
	})
	return n.found, n.err
}

// nears is what Within finds.
type nears struct {
	found []Near
	err   error
}

func (l *WordList) within(word string, distance int) ([]Near, error) {
	nb := &nearBuilders[distance]
	nb.once.Do(func() { nb.b, nb.err = levenshtein.NewLevenshteinAutomatonBuilder(uint8(distance), true) })
	if nb.err != nil {
		return nil, nb.err
	}
	dfa, err := nb.b.BuildDfa(word, uint8(distance))
	if err != nil {
		return nil, err
	}
	var out []Near
	it, err := l.fst.Search(dfa, nil, nil)
	for err == nil {
		k, v := it.Current()
		out = append(out, Near{string(k), l.entry(v)})
		err = it.Next()
	}
	if err != vellum.ErrIteratorDone {
		return nil, err
	}
	return out, nil
}

// Fold returns word in small letters and with straight apostrophes: the form
// in which the lexicon and the language model hold it.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	return strings.ToLower(strings.Replace(word, "’", "'", -1))
}

// MostFrequent sorts ns by frequency, the most frequent first, and words of
// one frequency by their letters.
func MostFrequent(ns []Near) {
	slices.SortFunc(ns, func(a, b Near) int {
		if a.Entry.Freq != b.Entry.Freq {
			return int(b.Entry.Freq) - int(a.Entry.Freq)
		}
		return strings.Compare(a.Word, b.Word)
	})
}
