// Package lang reads English: tokens, sentences, parts of speech, the lexicon
// and the language model.
//
// Offsets are bytes. A Paragraph's tokens count from the paragraph's start, so
// that its analysis can be kept while the story around it changes; a Doc's
// tokens count from the start of the whole text.
package lang

import (
	"stet/model/story"
	"stet/model/text"
)

// Kind is the sort of a token, told from its letters alone.
type Kind uint8

// The kinds of token.
const (
	Word    Kind = iota // letters, with inner hyphens and apostrophes: "well-known", "o'clock", "U.S."
	Clitic              // the second part of a split word: "'s", "n't", "'re"
	Number              // digits with their marks: "1,500", "3.5", "'90s", "21-22", "18th", "65-year-old" is a Word
	Time                // "10:30", "10.30pm"
	Money               // "$110", "£3.5m", "US$5bn": sign and figure are one token
	Percent             // "5%"
	Handle              // "@name"
	Hashtag             // "#name"
	Address             // web and mail addresses
	Punct               // one mark, or a run that is one sign: "...", "--"
	Symbol              // anything else
)

// Token is one word, figure or mark.
type Token struct {
	text.Span
	Kind   Kind
	Space  bool // white space stands before it
	Quoted bool // inside quotation marks (the marks themselves are not)
	First  bool // first word of its sentence (opening quotes and brackets do not count)
	Shape  Shape
	Tag    Tag // part of speech, Penn Treebank; set by the tagger
}

// Shape is the case pattern of a word.
type Shape uint8

// The shapes. A word with no cased letter is ShapeNone.
const (
	ShapeNone  Shape = iota
	ShapeLower       // "story"
	ShapeTitle       // "Story", "McDonald" is ShapeMixed
	ShapeUpper       // "UN", "HAVANA", "U.S."; a single capital is ShapeUpper too
	ShapeMixed       // "iPhone", "McDonald"
)

// Range is the half-open range [First, End) of token indexes.
type Range struct{ First, End int }

// Quote is a quotation: the span with its marks, and the tokens between them.
type Quote struct {
	text.Span          // with the marks
	Inner       Range  // the tokens inside
	Open, Close string // the marks; Close is empty where the quotation is not closed in its paragraph
	Depth       int    // 0 outermost
	Runs        bool   // unclosed here and opened again by the next paragraph: one quotation over paragraphs
}

// Paragraph is the analysis of one paragraph. It is immutable after Analyse.
type Paragraph struct {
	Text      string
	Role      story.Role
	TitleCase bool // most of its words are capitalised: a headline, or written like one
	AllCaps   bool
	Tokens    []Token
	Sents     []Range
	Quotes    []Quote // in order of their start
}

// DocPara is the place of a paragraph in a Doc.
type DocPara struct {
	text.Span // in Doc.Text
	*Paragraph
	Tokens Range // in Doc.Tokens; hides Paragraph.Tokens, which count from the paragraph's start
	Sents  Range // in Doc.Sents
	Quotes Range // in Doc.Quotes
}

// Doc is the analysis of a whole copy: its paragraphs' analyses laid end to
// end, with offsets into Text. It is immutable.
type Doc struct {
	Text   string
	Paras  []DocPara
	Tokens []Token
	Sents  []Range
	Quotes []Quote
}

// Str returns the letters of token i.
func (d *Doc) Str(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Str returns the letters of token i.
func (p *Paragraph) Str(i int) string { return p.Text[p.Tokens[i].Start:p.Tokens[i].End] }

// Slice returns the bytes that tokens r cover, or an empty span for none.
func (d *Doc) Slice(r Range) text.Span {
	if r.First >= r.End {
		return text.Span{}
	}
	return text.Span{Start: d.Tokens[r.First].Start, End: d.Tokens[r.End-1].End}
}

// ParaAt returns the index of the paragraph that holds byte offset, or the one
// before it.
func (d *Doc) ParaAt(offset int) int {
	lo, hi := 0, len(d.Paras)
	for lo < hi {
		if m := (lo + hi) / 2; d.Paras[m].Start <= offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return max(lo-1, 0)
}

// TokenAt returns the index of the first token that ends after byte offset;
// len(d.Tokens) when there is none.
func (d *Doc) TokenAt(offset int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		if m := (lo + hi) / 2; d.Tokens[m].End <= offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Assemble lays analysed paragraphs end to end. paras[i] is the analysis of
// c.Paras[i].
func Assemble(c *story.Copy, paras []*Paragraph) *Doc {
	n, ns, nq := 0, 0, 0
	for _, p := range paras {
		n, ns, nq = n+len(p.Tokens), ns+len(p.Sents), nq+len(p.Quotes)
	}
	d := &Doc{
		Text:   c.Text,
		Paras:  make([]DocPara, len(paras)),
		Tokens: make([]Token, 0, n),
		Sents:  make([]Range, 0, ns),
		Quotes: make([]Quote, 0, nq),
	}
	for i, p := range paras {
		off, base := c.Paras[i].Start, len(d.Tokens)
		dp := DocPara{Span: c.Paras[i].Span, Paragraph: p}
		for _, t := range p.Tokens {
			t.Span = t.Shift(off)
			d.Tokens = append(d.Tokens, t)
		}
		dp.Tokens = Range{base, len(d.Tokens)}
		dp.Sents.First = len(d.Sents)
		for _, s := range p.Sents {
			d.Sents = append(d.Sents, Range{s.First + base, s.End + base})
		}
		dp.Sents.End = len(d.Sents)
		dp.Quotes.First = len(d.Quotes)
		for _, q := range p.Quotes {
			q.Span = q.Shift(off)
			q.Inner = Range{q.Inner.First + base, q.Inner.End + base}
			d.Quotes = append(d.Quotes, q)
		}
		dp.Quotes.End = len(d.Quotes)
		d.Paras[i] = dp
	}
	d.runOver()
	return d
}

// Read analyses a whole copy, with no cache.
func Read(c *story.Copy) *Doc {
	paras := make([]*Paragraph, len(c.Paras))
	for i, p := range c.Paras {
		paras[i] = Analyse(p.In(c.Text), p.Role)
	}
	return Assemble(c, paras)
}

// SentenceAt returns the sentence that holds token i.
func (d *Doc) SentenceAt(i int) Range {
	lo, hi := 0, len(d.Sents)
	for lo < hi {
		if m := (lo + hi) / 2; d.Sents[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(d.Sents) {
		return Range{i, i}
	}
	return d.Sents[lo]
}
