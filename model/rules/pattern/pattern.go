// Package pattern matches small patterns over the words of a sentence, so that
// most rules of grammar and style are data with their examples beside them.
//
// A file of patterns holds stanzas parted by blank lines; "#" begins a comment
// line. Each line of a stanza is a key and a value:
//
//	find   a pattern; more find lines are more ways to match
//	not    a pattern that, where it matches over the same words, calls it off
//	fix    what goes in place of the bracketed words, best first
//	say    the message; {} stands for the bracketed words, {fix} for the first fix
//	conf   how surely this is a fault, 0 … 1; 0.9 where it is not given
//	sev    error (default), warning or note
//	spoken the pattern is grammar that people speak: let be in quotations
//	roles  headline or body: where it applies; everywhere when left out
//	bad    an example, the faulty words as [wrong|right]
//	ok     an example on which it stays silent
//	pair   short for find and fix: "wrong words => right | or this"; a stanza of
//	       many pairs shares its other lines, and its examples stay with the first
//
// A pattern is a row of elements parted by spaces, all within one sentence.
// The words that change stand in [brackets]; [] is a place before a word.
//
//	word a|b     the word, in whatever case, with straight apostrophes
//	~go          any form of the verb or noun "go"
//	@name        a word of the list of that name (a stanza "list name" with its
//	             words on "words" lines)
//	<NN|VB*>     a part of speech; a star takes all that begin so; classes and
//	             words may stand between the brackets too
//	<cap> <low>  capitalised or small, wherever it stands
//	<num>        figures or a number word
//	<noun> <pl> <sg> <verb> <adj> and the like: see forms.go
//	*ing un*     a word that ends or begins so
//	.            any word
//	x&y          both;  !x not;  x? at most once;  x* any number up to 4;  x+ one to 4
//	^ $          the sentence's start and end
//
// In a fix, \0 is the bracketed words, \1 the first element's, \1.past
// the past of that verb; base, third, past, pp, ing, plural, singular, lower,
// title are the forms. "-" takes the bracketed words out. The case of what was
// there is kept.
package pattern

import (
	"stet/model/flag"
	"stet/model/lang"
)

// Stanza is one entry of a pattern file.
type Stanza struct {
	Family     string // rule that it belongs to, less its kind: "verb-form"
	Find       []string
	Not        []string
	Fix        []string
	Say        string
	Confidence float64
	Severity   flag.Severity
	Spoken     bool
	Headline   bool // only in headlines
	Body       bool // not in headlines
	Bad        []Example
	OK         []string
	Line       int // in its file
}

// Example is a faulty text with the faulty words in [brackets], and how it
// should read.
type Example struct{ Text, Fixed string }

// element is one compiled element of a pattern.
type element struct {
	test     test
	min, max int  // repeats
	negative bool // at the end of a sentence it matches nothing
}

// test is a conjunction of conditions; a zero field holds always.
type test struct {
	words    map[int32]bool // by vocabulary number; nil for any
	notWords map[int32]bool
	tags     uint64
	notTags  uint64
	classes  []classTest
	affixes  []affixTest
	any      bool // "." takes words only
	start    bool // "^"
	end      bool // "$"
	notEnd   bool // "!$"
}

type classTest struct {
	f   func(v *View, i int) bool
	not bool
}

type affixTest struct {
	head, tail string
	not        bool
}

func (t *test) holds(v *View, i int) bool {
	id := v.ids[i]
	if t.words != nil && !t.words[id] || t.notWords != nil && t.notWords[id] {
		return false
	}
	tok := &v.P.Tokens[i]
	bit := uint64(1) << tok.Tag
	if t.tags != 0 && t.tags&bit == 0 || t.notTags&bit != 0 {
		return false
	}
	if t.notEnd && closes(tok.Tag) {
		return false
	}
	if t.any && tok.Kind > lang.Percent {
		return false
	}
	for _, a := range t.affixes {
		if a.holds(v.Low[i]) == a.not {
			return false
		}
	}
	for _, c := range t.classes {
		if c.f(v, i) == c.not {
			return false
		}
	}
	return true
}

func (a affixTest) holds(w string) bool {
	return len(w) > len(a.head)+len(a.tail) && w[:len(a.head)] == a.head && w[len(w)-len(a.tail):] == a.tail
}

// compiled is one find or not line.
type compiled struct {
	elems        []element
	first, after int // the bracketed elements [first, after); equal for a place
	bracketed    bool
	anchor       int // the element by whose words the pattern is looked up; -1: by every word
	minBefore    int // tokens before the anchor
	maxBefore    int
}

// match tries the pattern with its first element at token i. at[k] is where
// element k begins; at[len(elems)] is the end.
func (c *compiled) match(v *View, i int, s lang.Range, at []int) bool {
	return c.from(v, 0, i, s, at)
}

func (c *compiled) from(v *View, k, i int, s lang.Range, at []int) bool {
	at[k] = i
	if k == len(c.elems) {
		return true
	}
	e := &c.elems[k]
	switch {
	case e.test.start && (i == s.First || opens(v, s.First, i)) && c.from(v, k+1, i, s, at),
		e.test.end && (i >= s.End || closes(v.P.Tokens[i].Tag)) && c.from(v, k+1, i, s, at),
		e.negative && i >= s.End && !e.test.notEnd && c.from(v, k+1, i, s, at):
		return true
	case e.test.bare():
		return false
	}
	n := 0
	for n < e.max && i+n < s.End && e.test.holds(v, i+n) {
		n++
	}
	for ; n >= e.min; n-- {
		if c.from(v, k+1, i+n, s, at) {
			return true
		}
	}
	at[k] = i
	return false
}

// closes reports whether a sentence is over with such a mark.
func closes(t lang.Tag) bool { return t == lang.TagPeriod || t == lang.TagUnquot }

// bare reports whether t asks for the sentence's start or end and nothing else.
func (t *test) bare() bool {
	return (t.start || t.end) && t.words == nil && t.tags == 0 && t.notTags == 0 && len(t.classes) == 0 && len(t.affixes) == 0 && t.notWords == nil && !t.any
}

// opens reports whether only marks stand between the sentence's start and i.
func opens(v *View, first, i int) bool {
	for j := first; j < i; j++ {
		if v.P.Tokens[j].Kind != lang.Punct {
			return false
		}
	}
	return true
}
