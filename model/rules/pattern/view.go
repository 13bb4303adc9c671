package pattern

import (
	"strings"
	"unicode/utf8"

	"stet/model/lang"
)

// View is a paragraph as patterns and rules written in code look at it.
type View struct {
	P    *lang.Paragraph
	Low  []string // the tokens in small letters, apostrophes straight
	ids  []int32  // their numbers in the vocabulary; 0 for words of no pattern
	sent []int32  // the sentence of each token
}

// Read makes a view of p for the patterns of s.
func (s *Set) Read(p *lang.Paragraph) *View {
	n := len(p.Tokens)
	v := &View{P: p, Low: make([]string, n), ids: make([]int32, n), sent: make([]int32, n)}
	for i := range p.Tokens {
		w := lower(p.Str(i))
		v.Low[i] = w
		v.ids[i] = s.vocabulary[w]
	}
	for k, r := range p.Sents {
		for i := r.First; i < r.End; i++ {
			v.sent[i] = int32(k)
		}
	}
	return v
}

// Sentence returns the sentence that token i stands in.
func (v *View) Sentence(i int) lang.Range {
	if len(v.P.Sents) == 0 {
		return lang.Range{}
	}
	return v.P.Sents[v.sent[i]]
}

// Word returns the small letters of token i, or "" outside the paragraph.
func (v *View) Word(i int) string {
	if i < 0 || i >= len(v.Low) {
		return ""
	}
	return v.Low[i]
}

// Tag returns the tag of token i, or TagNone outside the paragraph.
func (v *View) Tag(i int) lang.Tag {
	if i < 0 || i >= len(v.Low) {
		return lang.TagNone
	}
	return v.P.Tokens[i].Tag
}

// lower returns w in small letters and with straight apostrophes; w itself
// where it is so already.
func lower(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	w = strings.ToLower(w)
	if strings.ContainsRune(w, '’') {
		w = strings.ReplaceAll(w, "’", "'")
	}
	return w
}
