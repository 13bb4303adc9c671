package sources

import (
	"stet/model/lang"
	"stet/model/lang/parse"
)

// clauseAfter finds the finite clause behind verb v: from "that", a question
// word or its subject, to the end of the sentence or of v's share in it.
func (r *reader) clauseAfter(v, from int, f frame) (lang.Range, string) {
	u := r.units[r.unit[v]]
	start, rule := 0, ""
	k := r.tree.childFrom(v, from, parse.Ccomp)
	if w := r.opener(v, from, f); w > 0 {
		start, rule = w, "that"
	} else {
		i := r.pastAdjuncts(v, from)
		said := f&(fFinite|fQuote) == fFinite|fQuote && f&fNP == 0
		switch {
		case said && i+3 < u.End && r.word(i) == ":":
			return lang.Range{First: i + 1, End: u.End}, "bare"
		case i >= u.End || r.word(i) == "," || r.word(i) == "." || r.word(i) == ":":
			return lang.Range{}, ""
		case k >= i && k < i+25 && r.finite(k):
			start, rule = i, "ccomp"
			if f&fTell != 0 {
				start = max(r.tree.firstOf(k), i)
			}
		case f&fTell != 0 && r.addressee(from, u.End) > 0:
			start, rule = r.addressee(from, u.End), "bare"
		case f&fFinite != 0 && r.finiteAhead(i, u.End):
			start, rule = i, "bare"
		default:
			return lang.Range{}, ""
		}
	}
	return lang.Range{First: start, End: r.clauseEnd(v, start)}, rule
}

// addressee passes over the one who is told, and returns where a clause with a
// subject and a verb of its own begins right behind, or 0.
func (r *reader) addressee(i, end int) int {
	x, head := r.chunkFrom(i, end)
	if head < 0 || x.End >= end {
		return 0
	}
	switch t := r.tag(x.End); t {
	case lang.PRP, lang.DT, lang.NNP, lang.NNS, lang.PRPS, lang.EX:
		if r.clauseStarts(x.End, end) {
			return x.End
		}
	}
	return 0
}

// opener returns the "that", "whether" or question word that opens the clause
// behind v, with nothing but an addressee and adjuncts between, or 0.
func (r *reader) opener(v, from int, f frame) int {
	u := r.units[r.unit[v]]
	for i := from; i < u.End && i < from+16; i++ {
		switch r.word(i) {
		case "that":
			if t := r.tag(i); t == lang.DT && i+1 < u.End && (r.tag(i+1) == lang.NN || r.tag(i+1).Verb() || r.tag(i+1) == lang.MD || r.punct(i+1)) {
				return 0
			}
			if i > from && f&fTell == 0 && r.pastAdjuncts(v, from) < i {
				return 0
			}
			return i
		case "whether", "if", "why", "how", "what", "which", "who":
			if w := r.word(i); i == from || w == "whether" || f&fTell != 0 && i <= from+5 && !r.punct(i-1) && (w != "who" && w != "which" || r.tag(i-1) == lang.PRP) {
				return i
			}
		case ".", ";", ":", "--", "—":
			return 0
		}
		if t := r.tag(i); t.Finite() && i > from {
			return 0
		}
	}
	return 0
}

// pastAdjuncts passes over the adverbs, times, places and occasions behind a
// verb: "said Monday in a statement on Twitter".
func (r *reader) pastAdjuncts(v, i int) int {
	u := r.units[r.unit[v]]
	for i < u.End {
		w, t := r.word(i), r.tag(i)
		switch {
		case t == lang.RB && (i == v+1 || r.word(i+1) == ",") && w != "not" && w != "no":
			i++
		case dayWords[w]:
			i++
			if r.d.Tokens[min(i, u.End-1)].Kind == lang.Number {
				i++
			}
		case (w == "this" || w == "last" || w == "next" || w == "earlier" || w == "late" || w == "early") && i+1 < u.End && (dayWords[r.word(i+1)] || r.word(i+1) == "this" || r.word(i+1) == "last"):
			i++
		case t == lang.IN && prepAdjunct[w] && i+1 < u.End:
			end := r.adjunctEnd(v, i)
			if end <= i {
				return i
			}
			i = end
			if r.word(i) == "," && i+1 < u.End && !r.mark(i+1) {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// adjunctEnd returns the end of the prepositional phrase that begins at i.
func (r *reader) adjunctEnd(v, i int) int {
	x, head := r.chunkFrom(i+1, r.units[r.unit[v]].End)
	if head < 0 {
		return i
	}
	return x.End
}

var prepAdjunct = map[string]bool{"in": true, "on": true, "at": true, "during": true, "of": true, "with": true, "to": true, "via": true, "through": true, "after": true, "before": true, "from": true, "by": true}

var dayWords = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"today": true, "yesterday": true, "tonight": true, "week": true, "month": true, "year": true, "morning": true, "afternoon": true,
	"evening": true, "night": true, "later": true, "earlier": true, "january": true, "february": true, "march": true, "april": true,
	"june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"recently": true, "ago": true, "fall": true, "spring": true, "summer": true, "winter": true,
}

func (r *reader) finite(k int) bool {
	if r.tag(k).Finite() {
		return true
	}
	for i := r.tree.firstOf(k); i < k; i++ {
		if r.tree.head(i) == k && r.tree.rel(i) == parse.Aux && r.word(i) != "to" {
			return true
		}
	}
	return r.tree.child(k, parse.Nsubj) >= 0
}

// finiteAhead reports whether a finite verb stands between i and end, with
// something before it that can be its subject.
func (r *reader) finiteAhead(i, end int) bool {
	for k := i + 1; k < end && k < i+30; k++ {
		switch r.tag(k) {
		case lang.VBD, lang.VBZ, lang.VBP, lang.MD:
			return true
		case lang.VBN:
			// The tagger's participle right behind a noun, with an object of its own.
			if r.tag(k-1).Noun() && (r.tag(k+1) == lang.DT || r.tag(k+1) == lang.JJR || r.tag(k+1) == lang.CD || r.tag(k+1) == lang.PRP) {
				return true
			}
		}
		if w := r.word(k); w == "," && k < i+2 || w == "and" && k == i {
			return false
		}
	}
	return false
}

// clauseEnd returns the end of a clause that begins at k under verb v: the
// sentence's, unless v itself stands in a part of the sentence that ends sooner.
func (r *reader) clauseEnd(v, k int) int {
	end := r.units[r.unit[v]].End
	if g := r.mainAfter(v); g > k && g < end {
		end = g
	}
	subordinate := r.subordinate(v)
	for i := k + 1; i < end; i++ {
		switch w := r.word(i); {
		case w == "," && subordinate && (r.clauseStarts(r.pastMarks(i+1), end) || i+1 < end && r.mark(i+1) && r.opens(i+1)):
			return r.pastMarks(i + 1) // "While he said …, she left"
		case w == "and" || w == "but" || w == "while" && r.word(i-1) == ",":
			j := i + 1
			for j < end && r.tag(j) == lang.RB {
				j++
			}
			if j < end && w != "while" && r.cueLike(j) && r.sameForm(v, j) {
				return i
			}
			if r.otherVoice(v, j, end) || w == "but" && r.subjectPronoun(j) && r.clauseStarts(j, end) {
				return i
			}
		case w == ",":
			j := r.pastMarks(i + 1)
			cut := j
			for j < end && r.tag(j) == lang.RB {
				j++
			}
			if j < end && r.tag(j) == lang.VBG && r.cueLike(j) {
				return cut
			}
			if w := r.word(j); w == "though" || w == "although" || w == "even" && r.word(j+1) == "though" {
				return cut
			}
			if cut > i+1 && (circumstance[r.word(cut)] || r.tag(cut) == lang.VBG) {
				return cut
			}
			if r.word(i+1) == "according" && r.word(i+2) == "to" || r.relativeCue(i+1, end) {
				return i
			}
		}
	}
	return end
}

// subjectPronoun reports whether token i is a pronoun that only a subject can be.
func (r *reader) subjectPronoun(i int) bool {
	switch r.word(i) {
	case "he", "she", "they", "it", "we", "i":
		return true
	}
	return false
}

// relativeCue reports whether a relative clause begins at i that gives words of
// its own: ", which he called a fraud".
func (r *reader) relativeCue(i, end int) bool {
	if w := r.word(i); w != "which" && w != "who" && w != "whom" {
		return false
	}
	for k := i + 2; k < end && k < i+6; k++ {
		if r.tag(k).Verb() {
			return r.cueLike(k) && (r.tag(k) == lang.VBD || r.tag(k) == lang.VBZ || r.tag(k) == lang.VBP)
		}
	}
	return false
}

// pastMarks passes over closing quotation marks.
func (r *reader) pastMarks(i int) int {
	for i < len(r.d.Tokens) && r.mark(i) && !r.opens(i) {
		i++
	}
	return i
}

// sameForm reports whether verbs v and w can share a subject: both finite, or
// both participles.
func (r *reader) sameForm(v, w int) bool {
	a, b := r.tag(v), r.tag(w)
	if a == b {
		return true
	}
	past := func(t lang.Tag) bool { return t == lang.VBD || t == lang.VBN }
	return past(a) && past(b) || b == lang.VBD && (a == lang.VB || a == lang.VBG)
}

// mainAfter returns where the predicate begins whose subject the clause of v
// belongs to, as in "those who said so voted for him", or 0.
func (r *reader) mainAfter(v int) int {
	t := r.tree
	if g := t.head(v); r.tag(v).Noun() && t.rel(v) == parse.Nsubj && g > v {
		return r.predicate(v, g)
	}
	hop := v
	for range 4 {
		h := t.head(hop)
		if h < 0 {
			return 0
		}
		if rel := t.rel(hop); rel == parse.Relcl || rel == parse.Acl {
			g := t.head(h)
			if g <= v || t.rel(h) != parse.Nsubj {
				return 0
			}
			return r.predicate(v, g)
		}
		hop = h
	}
	return 0
}

// predicate returns where the predicate with head g begins: at its first
// auxiliary or adverb.
func (r *reader) predicate(v, g int) int {
	for g-1 > v && (r.tag(g-1) == lang.MD || r.tag(g-1).Verb() || r.tag(g-1) == lang.RB) {
		g--
	}
	return g
}

// subordinate reports whether v stands in a clause or phrase that opens the
// sentence and waits for its main clause.
func (r *reader) subordinate(v int) bool {
	u := r.units[r.unit[v]]
	i := u.First
	for i < v && (r.punct(i) || r.tag(i) == lang.CC) {
		i++
	}
	if i == v {
		t := r.tag(v)
		return t == lang.VBG || t == lang.VBN
	}
	if !circumstance[r.word(i)] && r.word(i) != "as" && r.tag(i) != lang.VBG && !(r.tag(i) == lang.IN && r.tag(i+1) == lang.VBG) {
		return false
	}
	for k := i; k < v; k++ {
		if r.word(k) == "," {
			return false
		}
	}
	return true
}

// otherVoice reports whether a clause begins at i in which someone else speaks.
func (r *reader) otherVoice(v, i, end int) bool {
	if r.tag(i) == lang.PRP && r.word(i) != "they" || !r.tag(i).Noun() && r.tag(i) != lang.DT && r.tag(i) != lang.CD && r.tag(i) != lang.JJR && r.tag(i) != lang.JJ && r.tag(i) != lang.RBR {
		return false
	}
	for k := i; k < end && k < i+9; k++ {
		t := r.tag(k)
		if t == lang.VBD || t == lang.VBZ || t == lang.VBP || t == lang.VBN {
			c := r.lex.verbs[r.word(k)]
			return c != nil && c.f&fThat != 0 && t == r.tag(v)
		}
		if r.punct(k) || t == lang.MD || t == lang.TO {
			return false
		}
	}
	return false
}

// cueLike reports whether token i is a verb that gives words or thoughts.
func (r *reader) cueLike(i int) bool {
	c := r.lex.verbs[r.word(i)]
	return c != nil && c.f != 0 && r.tag(i).Verb()
}
