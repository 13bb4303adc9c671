package lang

import (
	"encoding/binary"
	"math"
	"sync"

	"stet/assets"
	"stet/model/lang/blob"
)

// ConfusionKind says in what way two words are mixed up.
type ConfusionKind uint8

// The kinds, from the likeliest reading of a pair to the least likely one.
const (
	ConfusedCommon   ConfusionKind = iota // a pair that writers are known to mix up: "its", "it's"
	ConfusedFunction                      // one small word for another: "of", "on"
	ConfusedForm                          // two forms of one word: "say", "says"
	ConfusedListed                        // a list of misspellings has the pair
	ConfusedSlip                          // a slip of one letter
	ConfusedSound                         // words that sound alike
	ConfusedDerived                       // words of one stem: "literary", "literacy"
	ConfusedTwice                         // two slips
	ConfusedSplit                         // one word for two, or two for one
	ConfusedMissing                       // a small word is missing
	ConfusedExtra                         // a small word is too many
	NConfusions      = iota
)

// A Confusion is a word that may be meant where another stands.
type Confusion struct {
	Word  uint32 // number in the language model
	Index uint16 // among the words that can be meant; see Meant
	Kind  ConfusionKind
	Cost  float64 // see SlipCost; to the next fifth
}

// Confusions holds for each word of the language model the words that may be
// meant by it. It is immutable and safe for concurrent use.
type Confusions struct {
	at    []byte // uint32 for each word of the model: its first entry
	list  []byte // 3 bytes an entry: uint16 index of the word meant, kind<<4 | cost
	meant []byte // 11 bytes for each word that can be meant: number and place in text (uint32), classes (uint16), frequency
	text  []byte // those words, end to end
}

const (
	confusionsMagic = "STETCON2"
	costSteps       = 5 // steps of a stored cost in a slip of cost 1
	meantBytes      = 11
)

// EncodeConfusions returns the file form of lists, which are by word number;
// words gives the words by number. At most 65,536 different words can be meant.
func EncodeConfusions(lists [][]Confusion, words []Near) []byte {
	index := map[uint32]uint16{}
	var at, list, meant, text []byte
	n := uint32(0)
	for _, l := range lists {
		at = blob.AppendU32s(at, n)
		for _, c := range l {
			i, ok := index[c.Word]
			if !ok {
				if len(index) == 1<<16 {
					continue
				}
				i = uint16(len(index))
				index[c.Word] = i
				w := words[c.Word]
				meant = blob.AppendU32s(meant, c.Word, uint32(len(text)))
				meant = append(blob.AppendU16s(meant, uint16(w.Entry.Classes)), w.Entry.Freq)
				text = append(text, w.Word...)
			}
			cost := min(15, uint8(math.Round(c.Cost*costSteps)))
			list = append(blob.AppendU16s(list, i), uint8(c.Kind)<<4|cost)
			n++
		}
	}
	return blob.Pack(confusionsMagic, blob.AppendU32s(at, n), list, meant, text)
}

// ParseConfusions reads what EncodeConfusions wrote; it keeps b.
func ParseConfusions(b []byte) (*Confusions, error) {
	s, err := blob.Unpack(b, confusionsMagic, 4)
	if err != nil {
		return nil, err
	}
	return &Confusions{s[0], s[1], s[2], s[3]}, nil
}

// DefaultConfusions returns the table that Stet ships, loaded on first use.
var DefaultConfusions = sync.OnceValues(func() (*Confusions, error) {
	b, err := assets.Read("lexicon/confusions.bin")
	if err != nil {
		return nil, err
	}
	return ParseConfusions(b)
})

// Append appends what may be meant by word w to cs, likeliest first.
func (c *Confusions) Append(cs []Confusion, w uint32) []Confusion {
	if int(w) >= len(c.at)/4-1 {
		return cs
	}
	for i, end := blob.U32(c.at, int(w)), blob.U32(c.at, int(w)+1); i < end; i++ {
		e := c.list[3*i:]
		x := Confusion{Index: binary.LittleEndian.Uint16(e), Kind: ConfusionKind(e[2] >> 4), Cost: float64(e[2]&15) / costSteps}
		x.Word = binary.LittleEndian.Uint32(c.meant[meantBytes*int(x.Index):])
		cs = append(cs, x)
	}
	return cs
}

// Meant returns the word of x, with what the lexicon knows of it: its classes,
// its frequency and its number.
func (c *Confusions) Meant(x Confusion) (string, Entry) {
	m := c.meant[meantBytes*int(x.Index):]
	from, to := blob.U32(m, 1), uint32(len(c.text))
	if len(m) > meantBytes {
		to = blob.U32(m[meantBytes:], 1)
	}
	return string(c.text[from:to]), Entry{Flags: WordLower, Classes: Class(blob.U16(m, 4)), Freq: m[10], LM: x.Word}
}

// Of returns the classes and the frequency of the word of x.
func (c *Confusions) Of(x Confusion) (Class, uint8) {
	m := c.meant[meantBytes*int(x.Index):]
	return Class(blob.U16(m, 4)), m[10]
}
