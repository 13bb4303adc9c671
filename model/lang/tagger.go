package lang

import (
	"math/bits"
	"sync"

	"stet/assets"
)

// Tagger gives each token its part of speech. It reads a sentence from left to
// right and chooses at every word the tag with the highest sum of weights, as
// an averaged perceptron learned them (Collins 2002; the reading order and the
// tag dictionary are those of Honnibal 2013, the features of the words still to
// come are those of Giménez and Màrquez 2004). A Tagger is immutable and safe
// for concurrent use.
type Tagger struct {
	lex     tagLexicon
	weights []byte // int8 weights in lines of taggerLine; see slot
	shift   uint   // 32 less the logarithm of the number of lines
}

// taggerLine is the number of weights that one feature's hash reaches: a cache
// line. The weights of one feature for all tags lie in one line, those of
// several features may share it.
const taggerLine = 64

// slot is where the weight of feature f for tag t lies.
func slot(f uint32, shift uint, t Tag) uint32 {
	return f>>shift*taggerLine | (f+uint32(t))&(taggerLine-1)
}

// taggerAsset is where stet-train puts the model.
const taggerAsset = "models/tagger.bin"

var builtTagger = sync.OnceValue(func() *Tagger {
	b, err := assets.Read(taggerAsset)
	if err != nil {
		return nil
	}
	t, err := ReadTagger(b)
	if err != nil {
		return nil
	}
	return t
})

// BuiltinTagger returns the tagger that this build carries, or nil where it
// carries none. It is loaded once, on first use.
func BuiltinTagger() *Tagger { return builtTagger() }

// Tag sets the tags of all tokens of p. Words are told apart regardless of
// case; in title case and in capitals, case says nothing about names either.
// On a nil Tagger only figures and marks get tags.
func (t *Tagger) Tag(p *Paragraph) {
	if t == nil {
		for i := range p.Tokens {
			p.Tokens[i].Tag = kindTag(p, i)
		}
		return
	}
	var r tagReader
	var buf [maxFeatures]uint32
	for _, s := range p.Sents {
		r.start(&t.lex, p, s)
		for i := range r.words {
			w := &r.words[i]
			if w.tag != TagNone {
				r.push(i, w.tag)
				continue
			}
			r.push(i, t.best(r.features(i, buf[:0]), w.candidates))
		}
		for i := range r.words {
			p.Tokens[s.First+i].Tag = r.words[i].tag
		}
	}
}

// best returns the candidate with the highest sum of weights.
func (t *Tagger) best(features []uint32, candidates tagSet) Tag {
	var sum [taggerLine]int32
	var tags [NTags]uint32
	n := 0
	for c := uint64(candidates); c != 0; c &= c - 1 {
		tags[n] = uint32(bits.TrailingZeros64(c))
		n++
	}
	list := tags[:n]
	for _, f := range features {
		at := f >> t.shift * taggerLine
		line := t.weights[at : at+taggerLine : at+taggerLine]
		for _, c := range list {
			sum[c&63] += int32(int8(line[(f+c)&(taggerLine-1)]))
		}
	}
	best := list[0]
	for _, c := range list[1:] {
		if sum[c&63] > sum[best&63] {
			best = c
		}
	}
	return Tag(best)
}

// tagSet is a set of tags, one bit each.
type tagSet uint64

func tags(ts ...Tag) tagSet {
	var s tagSet
	for _, t := range ts {
		s |= 1 << t
	}
	return s
}

func (s tagSet) has(t Tag) bool { return s>>t&1 != 0 }

// openTags are what a word that nobody has seen may be.
var openTags = tags(NN, NNS, NNP, NNPS, JJ, JJR, JJS, RB, VB, VBD, VBG, VBN, VBP, VBZ, FW, UH, CD)

// kindTag returns the tag of a token that its kind and its letters settle, and
// TagNone for a word.
func kindTag(p *Paragraph, i int) Tag {
	tok := &p.Tokens[i]
	switch tok.Kind {
	case Word, Clitic:
		return TagNone
	case Number:
		return numberTag(p.Str(i))
	case Time, Money, Percent:
		return CD
	case Handle, Hashtag:
		return NNP
	case Address:
		return ADD
	}
	switch s := p.Str(i); s[0] {
	case ',':
		return TagComma
	case '.':
		if len(s) > 1 {
			return TagColon
		}
		return TagPeriod
	case '!', '?':
		return TagPeriod
	case ';', ':', '-':
		return TagColon
	case '(', '[', '{':
		return TagOpen
	case ')', ']', '}':
		return TagClose
	case '$':
		return TagDollar
	case '#':
		return TagHash
	case '&':
		return CC
	case '%':
		return NN
	case '"', '\'', '`', '*', '_', '=':
		return markTag(p, i)
	default:
		switch s {
		case "–", "—", "―", "…", "‒":
			return TagColon
		case "“", "‘", "”", "’", "„", "«", "»", "‚", "‹", "›", "ʼ":
			return markTag(p, i)
		case "£", "€", "¥":
			return TagDollar
		}
	}
	return SYM
}

// numberTag tells ordinals and decades from cardinal numbers.
func numberTag(s string) Tag {
	if n := len(s); n > 2 {
		switch s[n-2:] {
		case "st", "nd", "rd", "th":
			return JJ
		case "'s", "0s":
			return NNS
		}
		if s[n-1] == 's' {
			return NNS
		}
	}
	return CD
}

// markTag tells an opening quotation mark from a closing one and from the
// apostrophe of a plural's possessive.
func markTag(p *Paragraph, i int) Tag {
	tok := p.Tokens[i]
	for _, q := range p.Quotes {
		switch {
		case q.Start == tok.Start:
			return TagQuote
		case q.End == tok.End && q.Close != "":
			return TagUnquot
		case q.Start > tok.Start:
		}
	}
	switch s := p.Str(i); {
	case s[0] == '*' || s[0] == '_' || s[0] == '=' || s == "»" || s == "«":
		return NFP
	case s == "“" || s == "‘" || s == "„":
		return TagQuote
	case (s == "'" || s == "’" || s == "ʼ") && !tok.Space && i > 0 && p.Tokens[i-1].Kind != Punct:
		return POS
	case !tok.Space:
		return TagUnquot
	}
	return TagQuote
}
