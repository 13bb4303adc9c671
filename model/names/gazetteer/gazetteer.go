// Package gazetteer looks up names that the world knows: places with their
// country and size, countries, peoples, given names, surnames, organisations
// and people of the news.
//
// A table is read where it lies, from bytes that may be read-only, and costs
// nothing until it is asked. Build makes the bytes. The layout, all numbers
// little-endian:
//
//	"STGZ" version(1) 3 zero bytes
//	uint32 n entries, uint32 countries' bytes, uint32 known names' bytes
//	65,537 × uint32: first entry of each bucket
//	n × uint32: fingerprints, ascending inside a bucket
//	n × uint32: payloads
//	countries, parted by line feeds
//	known names, one a line: class letter, tab, name
//
// A phrase is found by a 48-bit hash of its normal form (see Key), so that a
// wrong answer is possible and never met: one in 700 million for each look-up.
package gazetteer

import (
	"encoding/binary"
	"errors"
	"strings"
)

// Class is a set of things that a phrase can name.
type Class uint16

// The classes. Small, Mid and Big places have at least 1,000, 15,000 and
// 100,000 inhabitants.
const (
	First     Class = 1 << iota // a given name
	FirstRare                   // a given name of few
	Last                        // a common surname
	LastRare                    // a surname
	SmallPlace
	MidPlace
	BigPlace
	Country
	Region // province, state, sea, part of the world
	People // nationality, faith, followers of a party
	Org
	Person // a full name
	Word   // also a common word when written small
)

// Entry is what is known of a phrase.
type Entry uint32

const (
	classMask    = 1<<13 - 1
	sizeShift    = 13 // 4 bits: the logarithm of the population to base 4
	sizeMask     = 15
	countryShift = 17 // 9 bits: 1 + index in the countries; 0 for none
	countryMask  = 511
	several      = 1 << 26 // places of that name lie in several countries
	more         = 1 << 31 // a longer phrase begins like this one
)

// Class returns the classes of e; zero when it is known only as the beginning
// of longer phrases.
func (e Entry) Class() Class { return Class(e & classMask) }

// More reports whether a longer phrase begins with this one.
func (e Entry) More() bool { return e&more != 0 }

// Several reports whether places of that name lie in several countries.
func (e Entry) Several() bool { return e&several != 0 }

// Size returns the population of the largest place of that name, as its
// logarithm to base 4 (10: a million); 0 when there is none.
func (e Entry) Size() int { return int(e >> sizeShift & sizeMask) }

// Table is a gazetteer. It is immutable and safe for concurrent use.
type Table struct {
	buckets, keys, loads []byte
	n                    int
	countries            []string
	known                string
}

const (
	magic      = "STGZ\x01\x00\x00\x00"
	nBuckets   = 1 << 16
	headerSize = len(magic) + 3*4
)

// Open reads a table from b, which it keeps and never writes to.
func Open(b []byte) (*Table, error) {
	if len(b) < headerSize+(nBuckets+1)*4 || string(b[:len(magic)]) != magic {
		return nil, errors.New("gazetteer: not a table of this version")
	}
	le := binary.LittleEndian
	n, nc, nk := int(le.Uint32(b[8:])), int(le.Uint32(b[12:])), int(le.Uint32(b[16:]))
	if len(b) != headerSize+(nBuckets+1)*4+n*8+nc+nk {
		return nil, errors.New("gazetteer: the table is cut short")
	}
	t := &Table{n: n}
	b = b[headerSize:]
	t.buckets, b = b[:(nBuckets+1)*4], b[(nBuckets+1)*4:]
	t.keys, b = b[:n*4], b[n*4:]
	t.loads, b = b[:n*4], b[n*4:]
	t.countries = strings.Split(string(b[:nc]), "\n")
	t.known = string(b[nc:])
	return t, nil
}

// Lookup returns what is known of the phrase with that hash; zero for nothing.
func (t *Table) Lookup(h uint64) Entry {
	le := binary.LittleEndian
	bucket := int(h>>32) & (nBuckets - 1)
	lo, hi := int(le.Uint32(t.buckets[bucket*4:])), int(le.Uint32(t.buckets[bucket*4+4:]))
	for k := uint32(h); lo < hi; lo++ {
		if le.Uint32(t.keys[lo*4:]) == k {
			return Entry(le.Uint32(t.loads[lo*4:]))
		}
	}
	return 0
}

// Phrase returns what is known of words, parted by single spaces and as the
// tokeniser parts them.
func (t *Table) Phrase(s string) Entry {
	h := Seed
	for w := range strings.SplitSeq(s, " ") {
		h = Extend(h, Key(w))
	}
	return t.Lookup(h)
}

// CountryOf returns the country of the largest place that e stands for, or "".
func (t *Table) CountryOf(e Entry) string {
	if i := int(e >> countryShift & countryMask); i > 0 && i <= len(t.countries) {
		return t.countries[i-1]
	}
	return ""
}

// Known is a name that the world's news knows well, as it is written.
type Known struct {
	Class Class // Person, Org, BigPlace, Country or Region
	Name  string
}

var knownClasses = map[byte]Class{'p': Person, 'o': Org, 'b': BigPlace, 'c': Country, 'r': Region}

// KnownNames calls yield for each well-known name, in their order, until it
// returns false.
func (t *Table) KnownNames(yield func(Known) bool) {
	for line := range strings.SplitSeq(t.known, "\n") {
		if len(line) > 2 && !yield(Known{knownClasses[line[0]], line[2:]}) {
			return
		}
	}
}
