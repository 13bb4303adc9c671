package sources

import "stet/model/lang"

// reach returns the end of what hangs on a phrase that begins at first, under
// cue verb v: its prepositional phrases, clauses and infinitives, up to a mark,
// a time, an occasion, a clause of circumstance, or v's own conjunct.
//
// The parser's attachments are not asked: half of them are wrong just here, and
// what follows an object most often belongs to it.
func (r *reader) reach(v, first int) int {
	u := r.units[r.unit[v]]
	if g := r.mainAfter(v); g > first && g < u.End {
		u.End = g
	}
	for i := first + 1; i < u.End; i++ {
		w, t := r.word(i), r.tag(i)
		if q := r.quoteAt(i); q >= 0 && r.d.Quotes[q].Start > r.d.Tokens[first].Start && r.d.Quotes[q].Close != "" {
			// Pass over a quotation whole.
			for i+1 < u.End && r.d.Tokens[i+1].Start < r.d.Quotes[q].End {
				i++
			}
			if k := r.lastWordMark(i); k == "." || k == "!" || k == "?" || k == "," {
				return i + 1
			}
			continue
		}
		switch {
		case w == "," && !r.listGoesOn(v, i, u.End):
			return i
		case w == ";" || w == ":" || w == "—" || w == "--" || w == "–" || w == "-" || w == "(" || w == "." || w == "?" || w == "!":
			return i
		case (w == "and" || w == "but" || w == "or") && r.conjunct(v, i, u.End):
			return i
		case circumstance[w] && i > first+1 && t != lang.RB:
			return i
		case w == "by" && r.tag(i+1) == lang.VBG:
			return i
		case dayWords[w] && (t.Noun() || t == lang.RB) && i > first+1:
			if r.tag(i-1) == lang.IN || r.tag(i-1) == lang.DT && r.word(i-1) == "this" {
				return i - 1
			}
			if r.word(i-1) == "last" || r.word(i-1) == "next" {
				return i - 1
			}
			if t == lang.NNP {
				return i
			}
		case t == lang.IN && (w == "in" || w == "on" || w == "at" || w == "during" || w == "via") && r.occasion(i):
			return i
		}
	}
	return u.End
}

var circumstance = map[string]bool{
	"while": true, "after": true, "before": true, "when": true, "because": true, "although": true, "though": true, "since": true,
	"if": true, "amid": true, "during": true, "until": true, "unless": true, "whereas": true, "despite": true, "following": true, "even": true,
}

// lastWordMark returns the last mark inside a quotation whose closing mark is
// token i.
func (r *reader) lastWordMark(i int) string {
	for i > 0 && r.mark(i) {
		i--
	}
	return r.word(i)
}

// listGoesOn reports whether the comma at i parts the members of a list: more
// commas or "and" follow, with no verb between.
func (r *reader) listGoesOn(v, i, end int) bool {
	for k := i + 1; k < end && k < i+14; k++ {
		t, w := r.tag(k), r.word(k)
		switch {
		case w == "and" || w == "or" || w == "&":
			return k > i+1 && !r.conjunct(v, k, end) || k == i+1 && !r.tag(k+1).Verb() && !r.clauseStarts(k+1, end)
		case t.Finite() || t == lang.VBG && k == i+1 || t == lang.WDT || t == lang.WP || t == lang.WRB:
			return false
		case w == "." || w == ";" || w == "--" || w == "—" || w == ":":
			return false
		}
	}
	return false
}

// clauseStarts reports whether a subject with its finite verb begins at i.
func (r *reader) clauseStarts(i, end int) bool {
	for k := i; k < end && k < i+7; k++ {
		switch t := r.tag(k); {
		case t.Finite():
			return true
		case r.punct(k) || t == lang.IN || t == lang.TO:
			return false
		}
	}
	return false
}

// conjunct reports whether the conjunction at i opens a second predicate beside
// verb v, or a new main clause.
func (r *reader) conjunct(v, i, end int) bool {
	j := i + 1
	for j < end && (r.tag(j) == lang.RB || r.tag(j) == lang.MD || r.word(j) == ",") {
		j++
	}
	if j >= end {
		return false
	}
	t := r.tag(j)
	switch t {
	case lang.VBD, lang.VBZ, lang.VBP:
		return true
	case lang.VBG, lang.VB:
		return t == r.tag(v)
	case lang.VBN:
		return r.tag(v) == lang.VBD || r.tag(v) == lang.VBN
	}
	return r.clauseStarts(j, end)
}

// occasion reports whether the preposition at i opens a phrase that says where
// or how something was said: "in an interview", "on Twitter", "at a rally".
func (r *reader) occasion(i int) bool {
	for k := i + 1; k < i+6 && k < len(r.d.Tokens); k++ {
		if occasions[r.word(k)] {
			return true
		}
		if t := r.tag(k); t == lang.IN || r.punct(k) || t.Verb() && t != lang.VBN {
			return false
		}
	}
	return false
}

var occasions = map[string]bool{
	"interview": true, "interviews": true, "statement": true, "speech": true, "rally": true, "rallies": true, "debate": true, "tweet": true,
	"tweets": true, "email": true, "e-mail": true, "emails": true, "letter": true, "twitter": true, "facebook": true, "instagram": true, "conference": true,
	"briefing": true, "memo": true, "press": true, "remarks": true, "hearing": true, "testimony": true, "blog": true, "op-ed": true,
	"editorial": true, "video": true, "podcast": true, "broadcast": true, "address": true, "telephone": true, "phone": true, "filing": true, "posting": true,
}
