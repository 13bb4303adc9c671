package lang

import (
	"unicode"
	"unicode/utf8"
)

// tagReader holds one sentence while it is tagged.
type tagReader struct {
	words   []tagWord // of the sentence
	cased   bool      // capitals say something about names here
	verb    uint32    // hash of the last word that was tagged as a verb or modal or "to"
	verbTag Tag
}

// tagWord is what the features see of one word.
type tagWord struct {
	word           uint32 // hash of the word in small letters
	s1, s2, s3, s4 uint32 // hashes of its last letters
	p3             uint32 // hash of its first three letters
	part           uint16 // class of what follows its last hyphen
	class          uint16 // number of its entry's class in the lexicon
	shape          uint8
	frequent       bool // its endings tell nothing that the word does not
	candidates     tagSet
	tag            Tag // TagNone until it is known
}

// maxFeatures is the largest number of features of one word.
const maxFeatures = 40

// Numbers stand in place of the words they are.
const (
	hashNumber uint32 = 0x9e3779b1 + iota
	hashYear
	hashMoney
	hashPercent
	hashTime
	hashOutside
	hashAddress
)

var outside = tagWord{word: hashOutside, tag: TagNone}

// start takes up sentence s of p.
func (r *tagReader) start(lex *tagLexicon, p *Paragraph, s Range) {
	n := s.End - s.First
	if cap(r.words) < n {
		r.words = make([]tagWord, n, n+n/2+8)
	}
	r.words = r.words[:n]
	r.cased = !p.TitleCase && !p.AllCaps
	r.verb, r.verbTag = 0, TagNone
	for i := range r.words {
		r.words[i] = tagWord{}
		r.words[i].read(lex, p, s.First+i, r.cased)
	}
}

func (w *tagWord) read(lex *tagLexicon, p *Paragraph, i int, cased bool) {
	tok := &p.Tokens[i]
	s := p.Text[tok.Start:tok.End]
	if w.tag = kindTag(p, i); w.tag != TagNone {
		switch tok.Kind {
		case Number:
			w.word = hashNumber
			if w.tag == CD && len(s) == 4 && (s[0] == '1' || s[0] == '2') {
				w.word = hashYear
			}
			w.word += uint32(w.tag) << 8
		case Money:
			w.word = hashMoney
		case Percent:
			w.word = hashPercent
		case Time:
			w.word = hashTime
		case Address, Handle, Hashtag:
			w.word = hashAddress
		default:
			w.word = hashWord(s)
		}
		return
	}
	w.spell(s)
	e := lex.find(w.word)
	w.class, w.frequent = e.id, e.frequent
	w.shape = wordShape(tok, s, cased)
	w.candidates = e.candidates
	if !e.closed {
		w.candidates |= openTags
	}
	switch {
	case tok.Shape == ShapeLower && cased:
		if !e.candidates.has(NNP) {
			w.candidates &^= tags(NNP)
		}
		if !e.candidates.has(NNPS) {
			w.candidates &^= tags(NNPS)
		}
	case tok.Kind == Word && (!e.function || tok.Shape == ShapeUpper && len(s) > 1):
		w.candidates |= tags(NNP, NNPS)
	}
	if w.candidates&(w.candidates-1) == 0 {
		w.tag = lowestTag(w.candidates)
	}
	if e.id == 0 {
		w.part = lex.lastPart(s)
	}
}

// spell hashes the word and its beginnings and ends.
func (w *tagWord) spell(s string) {
	var buf [24]byte
	low := lowerInto(buf[:0], s)
	h := uint32(2166136261)
	for i, c := range low {
		h = (h ^ uint32(c)) * 16777619
		if i == 2 {
			w.p3 = h
		}
	}
	w.word = mix(h)
	t := uint32(0)
	n := len(low)
	for k := 1; k <= 4 && k <= n; k++ {
		t = t<<8 | uint32(low[n-k])
		switch k {
		case 1:
			w.s1 = t
		case 2:
			w.s2 = t
		case 3:
			w.s3 = t
		case 4:
			w.s4 = t
		}
	}
}

// hashWord is the hash by which a word stands in the lexicon: case does not
// count, and all apostrophes are one.
func hashWord(s string) uint32 {
	var buf [24]byte
	h := uint32(2166136261)
	for _, c := range lowerInto(buf[:0], s) {
		h = (h ^ uint32(c)) * 16777619
	}
	return mix(h)
}

// lowerInto appends s in small letters and with straight apostrophes.
func lowerInto(buf []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			buf = append(buf, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isApostrophe(r) {
			buf = append(buf, '\'')
		} else {
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
		i += n
	}
	return buf
}

func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 13
	return h
}

// wordShape is the case pattern, whether the word opens its sentence, and
// whether digits, hyphens or points stand in it.
func wordShape(tok *Token, s string, cased bool) uint8 {
	sh := uint8(tok.Shape)
	if !cased {
		sh = 7
	} else if tok.First {
		sh |= 8
	}
	if tok.Shape == ShapeUpper && len(s) == 1 {
		sh |= 128
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			sh |= 16
		case c == '-':
			sh |= 32
		case c == '.':
			sh |= 64
		}
	}
	return sh
}

// push settles the tag of word i.
func (r *tagReader) push(i int, t Tag) {
	w := &r.words[i]
	w.tag = t
	if t.Verb() || t == MD || t == TO {
		r.verb, r.verbTag = w.word, t
	}
}

func (r *tagReader) at(i int) *tagWord {
	if i < 0 || i >= len(r.words) {
		return &outside
	}
	return &r.words[i]
}

// features appends the hashes of the features of word i to fs. The words before
// it have their tags.
func (r *tagReader) features(i int, fs []uint32) []uint32 {
	w, l1, l2, r1, r2 := &r.words[i], r.at(i-1), r.at(i-2), r.at(i+1), r.at(i+2)
	t1, t2 := uint32(l1.tag), uint32(l2.tag)
	c0, c1, c2 := uint32(w.class)+1, uint32(r1.class)+1, uint32(r2.class)+1
	if r1.class == 0 {
		c1 = 1<<17 | uint32(r1.tag)<<8 | uint32(r1.shape)
	}
	if r2.class == 0 {
		c2 = 1<<17 | uint32(r2.tag)<<8 | uint32(r2.shape)
	}
	sh := uint32(w.shape)
	fs = append(fs,
		feature(1, w.word, 0),
		feature(2, sh, 0),
		feature(3, t1, 0),
		feature(4, t1, t2),
		feature(5, t1, w.word),
		feature(6, l1.word, 0),
		feature(7, r1.word, 0),
		feature(8, l2.word, 0),
		feature(9, r2.word, 0),
		feature(10, l1.word, w.word),
		feature(11, w.word, r1.word),
		feature(12, c0, 0),
		feature(13, c0, t1),
		feature(14, c1, 0),
		feature(15, c1, c2),
		feature(16, t1, c1),
		feature(17, t1*65537+c0, c1),
		feature(18, l1.word, r1.word),
		feature(19, c0, sh),
		feature(20, t1<<8|t2, c0),
		feature(21, l1.word, c0),
		feature(22, c0, r1.word),
		feature(23, r.verb, c0),
		feature(24, uint32(r.verbTag)<<8|t1, c0),
		feature(25, r1.s3, 0),
		feature(26, c0*65537+c1, c2),
		feature(27, t1<<8|t2, w.word),
	)
	if !w.frequent {
		fs = append(fs,
			feature(28, w.s1, sh),
			feature(29, w.s2, 0),
			feature(30, w.s3, 0),
			feature(31, w.s4, 0),
			feature(32, w.p3, 0),
			feature(33, w.s2, t1),
			feature(34, w.s3, c1),
			feature(35, uint32(w.part), 0),
			feature(36, sh, t1),
			feature(37, sh, uint32(r1.shape)),
			feature(38, sh, uint32(l1.shape)),
		)
	}
	return fs
}

// feature hashes a feature of kind k.
func feature(k, a, b uint32) uint32 {
	h := a*0x9e3779b1 ^ b*0x85ebca6b ^ k*0xc2b2ae35
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}
