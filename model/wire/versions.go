package wire

import (
	"hash/fnv"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

// Relation is how two stories stand to each other.
type Relation uint8

// The relations, the weaker first.
const (
	Unrelated Relation = iota
	// Related stories have the same slug or much text in common: another take on
	// one event.
	Related
	// Version is a write-thru, an update or a correction of the same story.
	Version
	// Copy is the same story again, word for word.
	Copy
)

func (r Relation) String() string {
	return [...]string{"unrelated", "related", "version", "copy"}[r]
}

const (
	sketchSize = 64 // values of a sketch
	bandRows   = 4  // values of a band
	// Bands is the number of bands of a fingerprint.
	Bands = sketchSize / bandRows

	versionLikeness = 0.45 // of the text, for the same story without a common identifier
	relatedLikeness = 0.20
	shingleWords    = 4
)

// Fingerprint is what Compare needs of a story: its identifiers, and a sketch of
// its text. It is a plain value, to be stored and compared.
//
// The sketch is a MinHash (Broder 1997) over runs of four words: the share of
// equal values in two sketches estimates the share of runs that the texts have
// in common, with a standard error of 0.06 at most.
type Fingerprint struct {
	ID      string // the provider's identifier without its version
	Slug    string // the slug without its marks of version, in lower case
	Version int
	Words   int    // of the body
	Text    uint64 // hash of the words of headline and body
	Sketch  [sketchSize]uint32
}

// NewFingerprint takes the fingerprint of s.
func NewFingerprint(s *story.Story) Fingerprint {
	f := Fingerprint{ID: baseID(s.ID), Slug: baseSlug(s.Slug), Version: s.Version}
	for i := range f.Sketch {
		f.Sketch[i] = ^uint32(0)
	}
	whole := fnv.New64a()
	var window [shingleWords]uint64
	add := func(t string) {
		eachWord(t, func(word uint64) {
			var b [8]byte
			for i := range b {
				b[i] = byte(word >> (8 * i))
			}
			whole.Write(b[:])
			copy(window[:], window[1:])
			window[shingleWords-1] = word
			if f.Words++; f.Words < shingleWords {
				return
			}
			h := uint64(14695981039346656037)
			for i, w := range window {
				h = (h ^ bits.RotateLeft64(w, i*13)) * 1099511628211
			}
			f.sketch(h)
		})
	}
	for _, p := range s.Body {
		add(p.Text)
	}
	if f.Words > 0 && f.Words < shingleWords {
		f.sketch(window[shingleWords-1])
	}
	n := f.Words
	add(s.Headline)
	f.Words = n
	f.Text = whole.Sum64()
	return f
}

// sketch takes one run of words into the sketch. The values come from one hash
// by multiplication with odd constants, as one permutation each.
func (f *Fingerprint) sketch(h uint64) {
	x := h
	for i := range f.Sketch {
		x += 0x9e3779b97f4a7c15
		z := (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
		z = (z ^ (z >> 27)) * 0x94d049bb133111eb
		if v := uint32(z >> 32); v < f.Sketch[i] {
			f.Sketch[i] = v
		}
	}
}

// eachWord calls do with a hash of each word of t, in lower case.
func eachWord(t string, do func(uint64)) {
	h, in := uint64(14695981039346656037), false
	for _, r := range t {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if r < utf8.RuneSelf && 'A' <= r && r <= 'Z' {
				r |= 0x20
			} else if r >= utf8.RuneSelf {
				r = unicode.ToLower(r)
			}
			h, in = (h^uint64(r))*1099511628211, true
			continue
		}
		if in && r != '\'' && r != '’' {
			do(h)
			h, in = 14695981039346656037, false
		}
	}
	if in {
		do(h)
	}
}

// Bands are keys to look a fingerprint up by: two texts that are as alike as
// versions of one story nearly always share one, two others hardly ever. A
// library stores the keys of each story in an index and compares a new story
// with those that share a key, an ID or a Slug with it. A text too short to have
// a sketch has none.
func (f *Fingerprint) Bands() []uint64 {
	if f.Words == 0 {
		return nil
	}
	out := make([]uint64, Bands)
	for b := range out {
		h := uint64(14695981039346656037) ^ uint64(b+1)
		for _, v := range f.Sketch[b*bandRows : (b+1)*bandRows] {
			h = (h ^ uint64(v)) * 1099511628211
		}
		out[b] = h
	}
	return out
}

// Likeness estimates the share of runs of four words that the two texts have in
// common, from 0 to 1.
func (f *Fingerprint) Likeness(o *Fingerprint) float64 {
	if f.Words == 0 || o.Words == 0 {
		return 0
	}
	same := 0
	for i, v := range f.Sketch {
		if v == o.Sketch[i] {
			same++
		}
	}
	return float64(same) / sketchSize
}

// Compare says how two stories stand to each other, and how sure that is, from
// 0 to 1.
func (f *Fingerprint) Compare(o *Fingerprint) (Relation, float64) {
	like := f.Likeness(o)
	sameID := f.ID != "" && f.ID == o.ID
	sameSlug := f.Slug != "" && f.Slug == o.Slug
	switch {
	case f.Text == o.Text && f.Words > 0 && f.Words == o.Words:
		return Copy, 1
	case sameID:
		return Version, 0.99
	case sameSlug && like >= relatedLikeness:
		return Version, min(0.98, 0.7+like)
	case like >= versionLikeness:
		return Version, min(0.97, 0.3+like)
	case sameSlug && f.Version != o.Version && like > 0.05:
		return Version, 0.6
	case sameSlug || like >= relatedLikeness:
		return Related, max(0.5, like)
	}
	return Unrelated, 1 - like
}

// Same says how a and b stand to each other, and how sure that is, from 0 to 1:
// the same words again, a version of one story (the same identifier, or the
// same slug or much of the text in common), another story on one subject, or
// nothing.
func Same(a, b *story.Story) (Relation, float64) {
	fa, fb := NewFingerprint(a), NewFingerprint(b)
	return fa.Compare(&fb)
}

// baseID is an identifier without the version that it ends in, as in
// "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:1".
func baseID(id string) string {
	id = strings.TrimSpace(id)
	if len(id) < 8 {
		return "" // a running number, which comes again
	}
	for _, sep := range [...]string{":", "_version_"} {
		if i := strings.LastIndex(id, sep); i > 0 && digits(id[i+len(sep):]) && strings.Count(id, ":") > 2 {
			return id[:i]
		}
	}
	return id
}

func digits(t string) bool {
	for _, r := range t {
		if r < '0' || r > '9' {
			return false
		}
	}
	return t != "" && len(t) < 12
}

// baseSlug is a slug without what tells its versions apart.
func baseSlug(slug string) string {
	slug = strings.ToLower(slug)
	for _, o := range orders {
		slug = o.form().ReplaceAllString(slug, " ")
	}
	f := strings.FieldsFunc(slug, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := f[:0]
	for _, w := range f {
		if w != "bc" && !digits(w) {
			out = append(out, w)
		}
	}
	if len(out) < 2 {
		return "" // one word names a subject, not a story
	}
	return strings.Join(out, " ")
}
