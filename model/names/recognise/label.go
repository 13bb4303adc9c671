// Package recognise finds names in running text: people, organisations,
// places, groups, events and works.
//
// It is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) over hashed sparse features: the words around, their shapes and
// endings, word classes, gazetteers, and what the rest of the story shows of
// the same words. Learn trains it, Open reads what Learn wrote.
package recognise

import (
	"stet/model/lang"
	"stet/model/text"
)

// Kind is what a span names.
type Kind uint8

// The kinds.
const (
	Person Kind = iota
	Org
	Place
	Group
	Event
	Work // works, laws and products
	NKinds
)

func (k Kind) String() string {
	return [...]string{"person", "org", "place", "group", "event", "work"}[k]
}

// Span is a name: the tokens that it covers, and its kind.
type Span struct {
	lang.Range
	Kind Kind
	// Part is set where the name is only a part of its one token, "Qatar" in
	// "Qatar-based": bytes in the document's text.
	Part text.Span
}

// At returns the bytes that s covers in d.
func (s Span) At(d *lang.Doc) text.Span {
	if !s.Part.Empty() {
		return s.Part
	}
	return d.Slice(s.Range)
}

// A label says what a token is in a name: outside, the beginning, inside or
// last token of one of some kind, or a name of one token.
type label = uint8

const (
	outside label = 0
	nLabels       = 1 + 4*int(NKinds)
)

func begin(k Kind) label  { return 1 + 4*label(k) }
func inside(k Kind) label { return 2 + 4*label(k) }
func last(k Kind) label   { return 3 + 4*label(k) }
func unit(k Kind) label   { return 4 + 4*label(k) }

func kindOf(l label) Kind { return Kind((l - 1) / 4) }

// follows reports whether label b may stand after label a.
func follows(a, b label) bool {
	open := a != outside && (a-1)%4 < 2 // begin or inside
	if !open {
		return b == outside || (b-1)%4 == 0 || (b-1)%4 == 3
	}
	return b != outside && kindOf(a) == kindOf(b) && ((b-1)%4 == 1 || (b-1)%4 == 2)
}

// starts and ends report whether a sentence may begin or end with l.
func starts(l label) bool { return l == outside || (l-1)%4 == 0 || (l-1)%4 == 3 }
func ends(l label) bool   { return l == outside || (l-1)%4 >= 2 }

// spans reads the names off the labels of tokens [first, first+len(labels)).
func spans(out []Span, first int, labels []label) []Span {
	start := first
	for i, l := range labels {
		if l == outside {
			continue
		}
		if starts(l) {
			start = first + i
		}
		if ends(l) {
			out = append(out, Span{Range: lang.Range{First: start, End: first + i + 1}, Kind: kindOf(l)})
		}
	}
	return out
}
