package lang

import (
	"unicode/utf8"

	"stet/model/text"
)

// quotations finds the quotations of a paragraph, marks the tokens inside them,
// and tells apostrophes that end a plural possessive from closing marks.
//
// A quotation whose closing mark is missing runs to the paragraph's end, as the
// first paragraphs of a long quotation do.
func quotations(p *Paragraph) []Quote {
	q := quoter{p: p}
	for i := range p.Tokens {
		t := &p.Tokens[i]
		if t.Kind != Punct {
			continue
		}
		switch w := p.Str(i); w {
		case "“", "„", "«", "``":
			q.open(i, w)
		case "”", "»", "''":
			if !q.close(i, w, false) && w == "”" && q.opening(i) {
				q.open(i, w) // a closing mark set where one opens
			}
		case "\"":
			switch {
			case q.inside(false) && !q.opening(i):
				q.close(i, w, false)
			case q.inside(false) && q.opening(i) && q.top() == "\"" && !q.before(i):
				q.close(i, w, false)
			case q.opening(i):
				q.open(i, w)
			case q.inch(i):
			default:
				q.close(i, w, false)
			}
		case "‘":
			q.open(i, w)
		case "'", "’":
			q.single(i, w)
		}
	}
	for len(q.stack) > 0 {
		top := q.stack[len(q.stack)-1]
		q.stack = q.stack[:len(q.stack)-1]
		if singleMark(q.out[top].Open) {
			q.out[top].Depth = -1 // an apostrophe or a slip, not a quotation
			continue
		}
		q.out[top].End = len(p.Text)
		q.out[top].Inner.End = len(p.Tokens)
	}
	kept := q.out[:0]
	for _, x := range q.out {
		if x.Depth < 0 {
			continue
		}
		kept = append(kept, x)
		for i := x.Inner.First; i < x.Inner.End; i++ {
			p.Tokens[i].Quoted = true
		}
	}
	return kept
}

type quoter struct {
	p     *Paragraph
	out   []Quote
	stack []int // open quotations, indexes in out
}

func singleMark(mark string) bool { return mark == "'" || mark == "‘" || mark == "’" }

func (q *quoter) top() string {
	if len(q.stack) == 0 {
		return ""
	}
	return q.out[q.stack[len(q.stack)-1]].Open
}

func (q *quoter) inside(isSingle bool) bool {
	for _, i := range q.stack {
		if singleMark(q.out[i].Open) == isSingle {
			return true
		}
	}
	return false
}

func (q *quoter) open(i int, mark string) {
	q.stack = append(q.stack, len(q.out))
	q.out = append(q.out, Quote{
		Span:  text.Span{Start: q.p.Tokens[i].Start, End: q.p.Tokens[i].End},
		Inner: Range{i + 1, i + 1},
		Open:  mark,
		Depth: len(q.stack) - 1,
	})
}

// close ends the innermost open quotation of that sort at token i.
func (q *quoter) close(i int, mark string, isSingle bool) bool {
	for k := len(q.stack) - 1; k >= 0; k-- {
		x := &q.out[q.stack[k]]
		if singleMark(x.Open) != isSingle {
			continue
		}
		for _, lost := range q.stack[k+1:] { // marks inside that never closed
			q.out[lost].Depth = -1
		}
		q.stack = q.stack[:k]
		x.Close, x.End, x.Inner.End = mark, q.p.Tokens[i].End, i
		return true
	}
	return false
}

// before reports whether white space or nothing stands before token i.
func (q *quoter) before(i int) bool { return i == 0 || q.p.Tokens[i].Space }

// opening reports whether a mark at i stands where one opens: after white
// space, an opening bracket, a dash or another opening mark, and against what
// follows.
func (q *quoter) opening(i int) bool {
	t := q.p.Tokens
	if i+1 >= len(t) || t[i+1].Space {
		return false
	}
	if q.before(i) {
		return true
	}
	switch q.p.Str(i - 1) {
	case "(", "[", "—", "–", "-", "--", "“", "‘", "\"", "'", "/", "``":
		return true
	}
	return false
}

func (q *quoter) inch(i int) bool {
	if i == 0 || q.p.Tokens[i].Space || q.inside(false) {
		return false
	}
	c := q.p.Text[q.p.Tokens[i].Start-1]
	return c >= '0' && c <= '9'
}

// single judges a straight or closing single mark.
func (q *quoter) single(i int, w string) {
	t := q.p.Tokens
	letterBefore := !q.before(i) && wordly(q.p.Text[:t[i].Start])
	letterAfter := i+1 < len(t) && !t[i+1].Space && (t[i+1].Kind == Word || t[i+1].Kind == Number || t[i+1].Kind == Money)
	switch {
	case q.inside(true) && !q.before(i) && !letterAfter:
		if letterBefore && q.possessive(i) && q.laterClose(i) {
			q.p.Tokens[i].Kind = Clitic
			return
		}
		q.close(i, w, true)
	case w == "'" && q.opening(i) && letterAfter && q.laterClose(i):
		q.open(i, w)
	case letterBefore && q.possessive(i):
		q.p.Tokens[i].Kind = Clitic
	}
}

// possessive reports whether token i can be the apostrophe of "parties'".
func (q *quoter) possessive(i int) bool {
	if i == 0 || q.p.Tokens[i-1].Kind != Word {
		return false
	}
	c := q.p.Text[q.p.Tokens[i].Start-1] | 0x20
	if c != 's' && c != 'x' && c != 'z' {
		return false
	}
	return i+1 < len(q.p.Tokens) && q.p.Tokens[i+1].Space && q.p.Tokens[i+1].Kind != Punct
}

// laterClose reports whether a single mark that can close stands after token i,
// with none that opens between.
func (q *quoter) laterClose(i int) bool {
	t := q.p.Tokens
	for j := i + 1; j < len(t); j++ {
		if t[j].Kind != Punct {
			continue
		}
		switch q.p.Str(j) {
		case "‘":
			return false
		case "'", "’":
			after := j+1 < len(t) && !t[j+1].Space && (t[j+1].Kind == Word || t[j+1].Kind == Number)
			if !t[j].Space && !after {
				return true
			}
			if t[j].Space && after {
				return false
			}
		}
	}
	return false
}

func wordly(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(t)
	return isLetter(r) || isDigit(r)
}

// runOver marks the quotations that go on in the next paragraph.
func (d *Doc) runOver() {
	for i := 0; i+1 < len(d.Paras); i++ {
		p, next := &d.Paras[i], &d.Paras[i+1]
		if next.Tokens.First == next.Tokens.End || next.Role != p.Role {
			continue
		}
		opens := next.Quotes.First < next.Quotes.End && d.Quotes[next.Quotes.First].Start == next.Start
		for q := p.Quotes.First; q < p.Quotes.End; q++ {
			d.Quotes[q].Runs = opens && d.Quotes[q].Close == "" && d.Quotes[q].Depth == 0
		}
	}
}
