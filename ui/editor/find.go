package editor

import (
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"stet/model/text"
)

// Query is what Find looks for.
type Query struct {
	Text      string
	MatchCase bool
	WholeWord bool
}

// search is the state of finding.
type search struct {
	Query
	re    *regexp.Regexp         // nil: nothing is looked for
	found map[string][]text.Span // hits by paragraph text
	hits  []text.Span            // in the document
}

// Find marks every hit of q, in paragraphs, and returns how many there are. An
// empty text ends the search. Edits keep the hits up to date.
func (e *Editor) Find(q Query) int {
	e.search = search{Query: q}
	if q.Text != "" {
		pattern := regexp.QuoteMeta(q.Text)
		if !q.MatchCase {
			pattern = "(?i)" + pattern
		}
		e.search.re = regexp.MustCompile(pattern)
		e.search.found = map[string][]text.Span{}
	}
	e.searchAgain()
	return len(e.search.hits)
}

// Hits returns how many hits there are, and which of them, from 1, is
// selected; 0 for none.
func (e *Editor) Hits() (n, selected int) {
	for i, h := range e.search.hits {
		if h == e.Selection() {
			return len(e.search.hits), i + 1
		}
	}
	return len(e.search.hits), 0
}

// FindNext selects the next hit after the selection, from the start again
// after the last, and reports whether there is one.
func (e *Editor) FindNext() bool {
	hits, sel := e.search.hits, e.Selection()
	for _, h := range hits {
		if h.Start >= sel.End && h != sel {
			return e.show(h)
		}
	}
	return len(hits) > 0 && e.show(hits[0])
}

// FindPrev selects the hit before the selection, from the end again after the
// first, and reports whether there is one.
func (e *Editor) FindPrev() bool {
	hits, sel := e.search.hits, e.Selection()
	for i := len(hits) - 1; i >= 0; i-- {
		if h := hits[i]; h.End <= sel.Start && h != sel {
			return e.show(h)
		}
	}
	return len(hits) > 0 && e.show(hits[len(hits)-1])
}

func (e *Editor) show(h text.Span) bool {
	e.Reveal(h)
	e.Select(h.Start, h.End)
	return true
}

// Replace puts with in the place of the hit that is selected, and selects the
// next. Where none is selected, it only does the latter. It reports whether it
// replaced.
func (e *Editor) Replace(with string) bool {
	_, selected := e.Hits()
	if selected > 0 && !e.opts.ReadOnly {
		e.Insert(with)
	}
	e.FindNext()
	return selected > 0 && !e.opts.ReadOnly
}

// ReplaceAll puts with in the place of every hit, as one undo step, and
// returns how many there were.
func (e *Editor) ReplaceAll(with string) int {
	hits := e.search.hits
	if e.opts.ReadOnly || len(hits) == 0 {
		return 0
	}
	edits := make([]text.Edit, len(hits))
	for i, h := range hits {
		edits[i] = text.Edit{Span: h, Text: with}
	}
	h := e.doc.History()
	h.Begin("Replace all")
	defer h.End()
	if err := e.doc.Apply(edits...); err != nil {
		return 0
	}
	return len(edits)
}

// searchAgain finds the hits of the text as it is now. Paragraphs that were
// searched before are not searched again.
func (e *Editor) searchAgain() {
	s := &e.search
	if s.re == nil && len(s.hits) == 0 && len(e.doc.Marks().All(LayerHits)) == 0 {
		return
	}
	s.hits = nil
	if s.re != nil {
		found := make(map[string][]text.Span, len(s.found))
		for _, b := range e.l.blocks {
			spans, ok := s.found[b.text]
			if !ok {
				spans = s.in(b.text)
			}
			found[b.text] = spans
			for _, h := range spans {
				s.hits = append(s.hits, h.Shift(b.start))
			}
		}
		s.found = found
	}
	marks := make([]text.Mark, len(s.hits))
	for i, h := range s.hits {
		marks[i] = text.Mark{ID: strconv.Itoa(i), Span: h}
	}
	e.doc.Marks().Replace(LayerHits, marks)
}

// in returns the hits in a paragraph.
func (s *search) in(p string) []text.Span {
	var out []text.Span
	for _, m := range s.re.FindAllStringIndex(p, -1) {
		h := text.Span{Start: m[0], End: m[1]}
		if s.WholeWord && (wordBefore(p, h.Start) || wordAfter(p, h.End)) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// wordBefore reports whether the word at offset goes on to the left, and
// wordAfter whether it goes on to the right.
func wordBefore(p string, offset int) bool {
	r, _ := utf8.DecodeLastRuneInString(p[:offset])
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

func wordAfter(p string, offset int) bool {
	r, _ := utf8.DecodeRuneInString(p[offset:])
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
