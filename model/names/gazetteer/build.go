package gazetteer

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// Builder gathers phrases for a table.
type Builder struct {
	entries   map[uint64]Entry
	countries map[string]int
	order     []string
	known     []string
}

// NewBuilder returns an empty Builder.
func NewBuilder() *Builder {
	return &Builder{entries: map[uint64]Entry{}, countries: map[string]int{}}
}

// Add makes the phrase of words (as the tokeniser parts them) an entry of
// class c, beside what it is already.
func (b *Builder) Add(words []string, c Class) { b.add(words, Entry(c)) }

// AddPlace adds a place with its population and its country. The country of
// the largest place of a name is kept.
func (b *Builder) AddPlace(words []string, c Class, population int, country string) {
	size := 0
	for p := population; p >= 4 && size < sizeMask; p /= 4 {
		size++
	}
	i, ok := b.countries[country]
	if !ok && country != "" {
		b.order = append(b.order, country)
		i = len(b.order)
		b.countries[country] = i
	}
	b.add(words, Entry(c)|Entry(size)<<sizeShift|Entry(i)<<countryShift)
}

// Know adds a well-known name as it is written.
func (b *Builder) Know(c Class, name string) {
	for letter, class := range knownClasses {
		if class == c {
			b.known = append(b.known, string(letter)+"\t"+name)
		}
	}
}

func (b *Builder) add(words []string, e Entry) {
	h := Seed
	for i, w := range words {
		h = Extend(h, Key(w))
		if i < len(words)-1 {
			b.entries[h48(h)] |= more
		}
	}
	h = h48(h)
	old := b.entries[h]
	if c, was := e>>countryShift&countryMask, old>>countryShift&countryMask; c != 0 && was != 0 && c != was {
		old |= several
		e |= several
	}
	if old.Size() >= e.Size() && old.Size() > 0 || e>>countryShift&countryMask == 0 {
		b.entries[h] = old | e&(classMask|more|several)
		return
	}
	b.entries[h] = old&(classMask|more|several) | e
}

func h48(h uint64) uint64 { return h & (1<<48 - 1) }

// Has returns what b knows of the phrase so far.
func (b *Builder) Has(words []string) Entry {
	h := Seed
	for _, w := range words {
		h = Extend(h, Key(w))
	}
	return b.entries[h48(h)]
}

// Bytes returns the table.
func (b *Builder) Bytes() []byte {
	hashes := slices.Sorted(maps.Keys(b.entries))
	le := binary.LittleEndian
	var out, keys, loads, buckets []byte
	next := 0
	for i, h := range hashes {
		for ; next <= int(h>>32); next++ {
			buckets = le.AppendUint32(buckets, uint32(i))
		}
		keys = le.AppendUint32(keys, uint32(h))
		loads = le.AppendUint32(loads, uint32(b.entries[h]))
	}
	for ; next <= nBuckets; next++ {
		buckets = le.AppendUint32(buckets, uint32(len(hashes)))
	}
	known := slices.Compact(slices.Sorted(slices.Values(b.known)))
	countries, names := strings.Join(b.order, "\n"), strings.Join(known, "\n")
	out = append(out, magic...)
	out = le.AppendUint32(out, uint32(len(hashes)))
	out = le.AppendUint32(out, uint32(len(countries)))
	out = le.AppendUint32(out, uint32(len(names)))
	out = append(out, buckets...)
	out = append(out, keys...)
	out = append(out, loads...)
	out = append(out, countries...)
	return append(out, names...)
}
