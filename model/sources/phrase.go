package sources

import (
	"stet/model/lang"
	"stet/model/lang/parse"
)

// phrase returns the noun phrase of head, up to its first comma or clause.
func (r *reader) phrase(head int) lang.Range {
	x := lang.Range{First: r.tree.firstOf(head), End: r.tree.lastOf(head) + 1}
	if h := r.tree.head(head); h > head && r.tree.rel(head) == parse.Nsubj && r.tree.rel(h) == parse.Nsubj && r.tag(h).Adjective() {
		x.End = r.tree.lastOf(h) + 1 // see subjectOf
	}
	for i := x.First; i < head; i++ {
		if r.tree.head(i) == head && r.tree.rel(i) == parse.Case || r.punct(i) && !r.mark(i) {
			x.First = i + 1
		}
	}
	for i := head + 1; i < x.End; i++ {
		rel := r.tree.rel(i)
		if r.tree.head(i) == head && (rel == parse.Relcl || rel == parse.Appos && r.punct(i-1) || rel == parse.Acl) {
			x.End = max(head+1, r.tree.firstOf(i))
			break
		}
		if w := r.word(i); w == "," && !r.listComma(i, head) || w == ":" || w == "--" || w == "—" || w == "-" || w == ";" || w == "(" {
			x.End = i
			break
		}
	}
	return x
}

// listComma reports whether the comma at i parts the members of "A, B and C".
func (r *reader) listComma(i, head int) bool {
	for k := i + 1; k <= r.tree.lastOf(head); k++ {
		if r.tree.head(k) == head && r.tree.rel(k) == parse.Conj {
			return true
		}
	}
	return false
}

// voiceOf returns the noun phrase that does what verb v says, and its head.
func (r *reader) voiceOf(v int) (lang.Range, int) {
	x, head := r.voiceNear(v)
	for range 3 {
		y, h := r.climb(x, head)
		if h < 0 {
			break
		}
		x, head = y, h
	}
	return x, head
}

// pastRelative finds the subject of v before a relative clause between commas:
// "an official, who had left, said".
func (r *reader) pastRelative(v int) (lang.Range, int) {
	i := v - 1
	for i >= 0 && r.unit[i] == r.unit[v] && (r.tag(i) == lang.RB || r.tag(i) == lang.MD || r.tag(i).Verb()) {
		i--
	}
	if i < 0 || r.word(i) != "," {
		return lang.Range{}, -1
	}
	for k := i - 1; k > i-30 && k >= 2 && r.unit[k-2] == r.unit[v]; k-- {
		if w := r.word(k); (w == "who" || w == "which" || w == "whose") && r.word(k-1) == "," {
			return r.before(k - 1)
		}
	}
	return lang.Range{}, -1
}

// climb moves from a phrase behind a preposition, which cannot be a subject, to
// the noun that the preposition hangs on: "a person familiar with the talks".
func (r *reader) climb(x lang.Range, head int) (lang.Range, int) {
	if head < 0 || x.First <= 0 {
		return x, -1
	}
	p := x.First - 1
	if t := r.tag(p); t != lang.IN && t != lang.TO || r.unit[p] != r.unit[x.First] || r.word(p) == "that" || circumstance[r.word(p)] || r.word(p) == "as" {
		return x, -1
	}
	j := p - 1
	if j < 0 || r.unit[j] != r.unit[p] {
		return x, -1
	}
	if t := r.tag(j); t == lang.JJ || t == lang.VBN || r.word(j) == "briefed" || r.word(j) == "close" {
		j--
	}
	if j < 0 || r.unit[j] != r.unit[p] || !r.tag(j).Noun() && r.tag(j) != lang.CD {
		return x, -1
	}
	y, h := r.before(j + 1)
	if h != j {
		return x, -1
	}
	y.End = max(x.End, y.End)
	return y, h
}

func (r *reader) voiceNear(v int) (lang.Range, int) {
	if x, head := r.pastRelative(v); head >= 0 {
		return x, head
	}
	hop := v
	for range 8 {
		if c := r.subjectOf(hop); c >= 0 && (c < hop && c < v || r.inverted(hop, c) && hop == v) && r.tag(c) != lang.IN {
			if x, head := r.before(hop); head >= 0 && c < hop && head > r.tree.lastOf(c) && r.tag(x.First-1) != lang.IN && r.tag(x.First-1) != lang.TO {
				return x, head // the parser passed over the phrase beside the verb
			}
			return r.phrase(c), c
		}
		h := r.tree.head(hop)
		if h < 0 {
			break
		}
		switch r.tree.rel(hop) {
		case parse.Acl, parse.Relcl:
			if r.tree.rel(hop) == parse.Relcl {
				if w := r.relative(hop); w >= 0 {
					return lang.Range{First: w, End: w + 1}, w
				}
			}
			if r.tag(h).Noun() || r.tag(h) == lang.PRP || r.tag(h) == lang.DT || r.tag(h) == lang.CD {
				return r.phrase(h), h
			}
			hop = h
			continue
		case parse.Xcomp, parse.Conj, parse.Advcl, parse.Ccomp, parse.Parataxis, parse.Dep, parse.Aux, parse.Obj:
			hop = h
			continue
		}
		break
	}
	if x, head := r.before(v); head >= 0 {
		return x, head
	}
	if x, head := r.apart(v); head >= 0 {
		return x, head
	}
	if x, head := r.nearest(v); head >= 0 {
		return x, head
	}
	return r.mainBehind(v)
}

// apart finds the subject of a finite verb that an apposition, a participle or
// a time stands between: "Ann Lee, the mayor, also praised", "Lee Sunday night
// recalled".
func (r *reader) apart(v int) (lang.Range, int) {
	u := r.units[r.unit[v]]
	i := v - 1
	for i > u.First && (r.tag(i).Adverb() || r.tag(i) == lang.MD || r.tag(i).Verb() || dayWords[r.word(i)]) {
		i--
	}
	if i <= u.First || i == v-1 && r.word(i) != "," {
		return lang.Range{}, -1
	}
	if r.word(i) != "," {
		return r.before(i + 1)
	}
	for k := i - 1; k > u.First; k-- {
		if w := r.word(k); w == "," {
			return r.before(k)
		} else if w == ";" || w == "—" || w == "--" || w == ":" {
			break
		}
	}
	return lang.Range{}, -1
}

// mainBehind finds the subject of the main clause behind a participle's phrase
// that opens the sentence: "After thanking the crowd, she left".
func (r *reader) mainBehind(v int) (lang.Range, int) {
	u := r.units[r.unit[v]]
	if t := r.tag(v); t != lang.VBG && t != lang.VBN && t != lang.VBD {
		return lang.Range{}, -1
	}
	for i := u.First; i < v; i++ {
		if t := r.tag(i); !r.punct(i) && t != lang.IN && t != lang.CC && !t.Adverb() {
			return lang.Range{}, -1
		}
	}
	for i := v + 1; i < u.End; i++ {
		if r.word(i) == "," {
			if x, head := r.chunkFrom(i+1, u.End); head >= 0 && r.finiteAhead(head, u.End) {
				return x, head
			}
		}
	}
	return lang.Range{}, -1
}

// nearest takes the subject of the last verb before v in its stretch that has
// one, for participles that the parser hung on the wrong word.
func (r *reader) nearest(v int) (lang.Range, int) {
	u := r.units[r.unit[v]]
	for i := v - 1; i >= u.First; i-- {
		if c := r.subjectOf(i); c >= 0 && c < v {
			return r.phrase(c), c
		}
	}
	return lang.Range{}, -1
}

// subjectOf returns the subject of verb v that stands nearest before it, else
// the one behind it, or -1. Where the parser took an adjective for it ("a
// person familiar with …"), it is the noun before that.
func (r *reader) subjectOf(v int) int {
	t := r.tree
	c := -1
	for i := t.firstOf(v); i <= t.lastOf(v); i++ {
		if t.head(i) == v && t.rel(i) == parse.Nsubj && (i < v || c < 0) && !dayWords[r.word(i)] && r.word(i+1) != ")" {
			c = i
		}
	}
	if c >= 0 && r.tag(c).Adjective() {
		if n := t.child(c, parse.Nsubj); n >= 0 && n < c {
			return n
		}
	}
	return c
}

func (r *reader) inverted(v, c int) bool {
	return c > v && r.punct(v-1)
}

// relative returns the who or which or that opens the clause of verb v, or -1.
func (r *reader) relative(v int) int {
	for i := r.tree.firstOf(v); i < v; i++ {
		if t := r.tag(i); t == lang.WP || t == lang.WDT {
			return i
		}
	}
	return -1
}

// before takes the noun phrase right before v, auxiliaries and adverbs passed
// over.
func (r *reader) before(v int) (lang.Range, int) {
	i := v - 1
	for i >= 0 && r.unit[i] == r.unit[v] && (r.tag(i).Adverb() || r.tag(i) == lang.MD || r.tag(i).Verb() || r.tag(i) == lang.TO) {
		i--
	}
	if i < 0 || r.unit[i] != r.unit[v] {
		return lang.Range{}, -1
	}
	if t := r.tag(i); (t.Noun() || t == lang.JJ && people[r.word(i)] || t == lang.PRP || t == lang.WP || t == lang.WDT) && !dayWords[r.word(i)] {
		head := i
		for i > 0 && r.unit[i-1] == r.unit[v] {
			if t := r.tag(i - 1); !(t.Noun() || t.Adjective() || t == lang.DT || t == lang.PRPS || t == lang.POS || t == lang.CD) {
				break
			}
			i--
		}
		if r.tag(head) == lang.PRP {
			i = head
		}
		return lang.Range{First: i, End: head + 1}, head
	}
	return lang.Range{}, -1
}
