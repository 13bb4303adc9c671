package sources

import (
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/lang/parse"
)

// findClauses finds what is said, thought or wanted in the writer's own
// sentences: behind verbs, adjectives and nouns that the lexicon knows.
func (r *reader) findClauses() {
	for i := range r.d.Tokens {
		if r.inSpeech[i] >= 0 || r.d.Tokens[i].Kind != lang.Word {
			continue
		}
		w, t := r.lower[i], r.tag(i)
		switch {
		case w == "according" && r.word(i+1) == "to":
			r.accordingTo(i)
		case t.Verb():
			if rel := r.tree.rels[i]; (t == lang.VBN || t == lang.VBG) && (rel == parse.Mod || t == lang.VBN && r.determined(i)) && (r.tag(i+1).Noun() || r.tag(i+1).Adjective()) {
				continue
			}
			if c := r.lex.verbs[w]; c != nil && !r.spoken(i) {
				r.verb(i, c)
			}
		case t == lang.NN && strings.HasSuffix(w, "ing") && r.lex.verbs[w] != nil && (r.tag(i+1) == lang.NNP || r.tag(i+1) == lang.DT || r.tag(i+1) == lang.PRP):
			r.verb(i, r.lex.verbs[w])
		case t == lang.NN || t == lang.NNS:
			if agentNouns[w] {
				r.agent(i)
			} else if c := r.lex.nouns[w]; c != nil {
				r.noun(i, c)
			}
		case t == lang.RB && hearsayAdverbs[w]:
			r.adverb(i)
		case t == lang.JJ:
			if c := r.lex.adjs[w]; c != nil {
				r.adjective(i, c)
			}
		}
	}
}

// determined reports whether an article or a possessive stands right before i.
func (r *reader) determined(i int) bool {
	t := r.tag(i - 1)
	return t == lang.DT || t == lang.PRPS || t == lang.POS || r.word(i-1) == "'"
}

// spoken reports whether verb v already gives a full quotation.
func (r *reader) spoken(v int) bool {
	for k := range r.speech {
		if r.speech[k].cue == v {
			return true
		}
	}
	return false
}

// hearsayAdverbs say that someone says so, and not who.
var hearsayAdverbs = map[string]bool{"reportedly": true, "allegedly": true, "purportedly": true, "supposedly": true, "presumably": true}

// adverb takes the clause that "reportedly" stands in.
func (r *reader) adverb(i int) {
	u := r.units[r.unit[i]]
	a, b := i, i+1
	for a > u.First && r.word(a-1) != "," && r.word(a-1) != ";" && r.word(a-1) != "--" && r.word(a-1) != "—" {
		a--
	}
	for b < u.End && r.word(b) != "," && r.word(b) != ";" && r.word(b) != "--" && r.word(b) != "—" {
		b++
	}
	r.add(finding{content: []lang.Range{{First: a, End: i}, {First: i + 1, End: b}}, cue: lang.Range{First: i, End: i + 1}, head: -1, verb: i, rule: "adverb"})
}

// accordingTo takes the sentence around "according to X".
func (r *reader) accordingTo(i int) {
	u := r.units[r.unit[i]]
	src, head := r.chunkFrom(i+2, u.End)
	if head < 0 {
		return
	}
	end := src.End
	// The source's own apposition and clause run to the next comma.
	for end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != ";" && r.word(end) != "--" && r.word(end) != "—" {
		end++
	}
	f := finding{cue: lang.Range{First: i, End: i + 2}, source: src, head: head, verb: i, rule: "according"}
	first := true
	for k := u.First; k < i; k++ {
		if !r.punct(k) {
			first = false
		}
	}
	switch {
	case first:
		f.content = []lang.Range{{First: end, End: u.End}}
	case end+3 < u.End && r.word(end) == "," && r.word(i-1) == ",":
		f.content = []lang.Range{{First: u.First, End: i}, {First: end, End: u.End}}
	default:
		f.content = []lang.Range{{First: u.First, End: i}}
	}
	r.add(f)
}

// verb reads the complements of cue verb v.
func (r *reader) verb(v int, c *cue) {
	if r.tag(v) == lang.VBN && r.passive(v) {
		r.passiveVerb(v, c)
		return
	}
	f := c.f
	cueEnd := v + 1
	if c.part {
		if p := r.tree.child(v, parse.Prt); p == v+1 {
			if g, ok := phrasal[c.lemma+" "+r.word(p)]; ok {
				f, cueEnd = g, p+1
			}
		} else if g, ok := phrasal[c.lemma+" "+r.word(v+1)]; ok {
			f, cueEnd = g, v+2
		}
	}
	for _, id := range idioms[c.lemma] {
		if n := r.follows(v+1, id.rest); n > 0 {
			f, cueEnd = id.f, v+1+n
		}
	}
	src, head := r.voiceOf(v)
	x := finding{cue: lang.Range{First: v, End: cueEnd}, source: src, head: head, verb: v}
	if content, strong, rule := r.complement(v, cueEnd, f, c); len(content) > 0 {
		if head < 0 && !strong {
			return
		}
		x.content, x.strong, x.rule = content, strong, rule
		r.add(x)
		return
	}
	if f&fThat != 0 {
		r.parenthetical(v, x)
	}
}

// follows returns how many tokens the words of rest take at i, 0 where they do
// not stand there.
func (r *reader) follows(i int, rest string) int {
	n := 0
	for w := range strings.FieldsSeq(rest) {
		if r.word(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// complement returns what verb v says, as its frames allow. strong says that it
// is a clause.
func (r *reader) complement(v, from int, f frame, c *cue) (content []lang.Range, strong bool, rule string) {
	t := r.tree
	if f&fThat != 0 {
		if x, rule := r.clauseAfter(v, from, f); rule != "" {
			return []lang.Range{x}, true, rule
		}
	}
	obj := t.childFrom(v, from, parse.Obj)
	xc := t.childFrom(v, from, parse.Xcomp)
	switch {
	case f&fSeem != 0 && from < r.units[r.unit[v]].End && !r.punct(from):
		if s := t.child(v, parse.Nsubj); s >= 0 && s < v {
			return []lang.Range{r.subtree(s), r.from(v, from)}, false, "seem"
		}
	case f&fInf != 0 && xc >= 0 && r.toInf(xc):
		return []lang.Range{r.from(v, int(t.first[xc]))}, false, "inf"
	case f&fObjInf != 0 && r.objectTo(v, from):
		return []lang.Range{r.from(v, from)}, false, "objinf"
	case f&fInf != 0 && r.word(from) == "to" && r.tag(from+1) == lang.VB:
		return []lang.Range{r.from(v, from)}, false, "inf"
	case f&(fSmall|fAs) != 0 && r.gap(v) >= 0 && (f&fSmall != 0 || r.word(from) == "as"):
		w := r.gap(v)
		return []lang.Range{{First: w, End: w + 1}, r.from(v, from)}, false, "relative"
	case f&fSmall != 0 && c.lemma != "find" && c.lemma != "think" && c.lemma != "consider" && r.naming(v, from):
		start := from
		if k := r.quoteFollows(from); k > 0 {
			return []lang.Range{{First: start, End: max(k+1, r.reach(v, k))}}, false, "small"
		}
		return []lang.Range{r.from(v, start)}, false, "small"
	case f&fSmall != 0 && (obj >= 0 && xc >= 0 && xc > obj || r.tag(v) != lang.VBN && r.quoteFollows(from) > 0):
		start := from
		if obj >= 0 {
			start = int(t.first[obj])
		}
		return []lang.Range{r.from(v, start)}, false, "small"
	case f&(fNP|fAs|fOf) != 0 && (obj >= 0 && int(t.first[obj]) >= from || r.phraseStarts(from)):
		start := from
		if !r.phraseStarts(from) {
			start = int(t.first[obj])
		}
		x := r.from(v, start)
		if f&fNP == 0 {
			want := "of"
			if f&fAs != 0 {
				want = "as"
			}
			if !r.holds(x, want) {
				break
			}
		}
		return []lang.Range{x}, false, "np"
	case f&fGer != 0:
		if k := t.childFrom(v, from, parse.Xcomp, parse.Advcl); k >= 0 && r.tag(k) == lang.VBG && k <= from+3 {
			return []lang.Range{r.from(v, int(t.first[k]))}, false, "ger"
		}
	}
	if slices.Contains(c.preps, r.word(from)) && (r.phraseStarts(from+1) || r.tag(from+1) == lang.VBG) {
		return []lang.Range{r.from(v, from+1)}, false, "prep"
	}
	if len(c.preps) > 0 {
		for k := from; k <= int(t.last[v]); k++ {
			if int(t.heads[k]) != v || t.rels[k] != parse.Obl && t.rels[k] != parse.Advcl && t.rels[k] != parse.Ccomp && t.rels[k] != parse.Xcomp {
				continue
			}
			p := int(t.first[k])
			if slices.Contains(c.preps, r.word(p)) && p < k {
				return []lang.Range{r.from(v, p+1)}, false, "prep"
			}
		}
	}
	return nil, false, ""
}

// objectTo reports whether a noun phrase and an infinitive stand at i: "urged
// them to leave".
func (r *reader) objectTo(v, i int) bool {
	x, head := r.chunkFrom(i, r.units[r.unit[v]].End)
	if head < 0 {
		return false
	}
	k := x.End
	if r.word(k) == "not" {
		k++
	}
	return r.word(k) == "to" && r.tag(k+1) == lang.VB
}

// phraseStarts reports whether a noun phrase begins at token i.
func (r *reader) phraseStarts(i int) bool {
	if i >= len(r.d.Tokens) {
		return false
	}
	switch t := r.tag(i); t {
	case lang.DT, lang.PRP, lang.PRPS, lang.NN, lang.NNS, lang.NNP, lang.NNPS, lang.JJ, lang.CD, lang.PDT, lang.JJR, lang.JJS, lang.TagDollar:
		return !dayWords[r.word(i)]
	}
	return r.mark(i) && r.opens(i)
}

// from is the stretch from first to where its phrase ends.
func (r *reader) from(v, first int) lang.Range {
	return lang.Range{First: first, End: r.reach(v, first)}
}

// holds reports whether the word stands in x.
func (r *reader) holds(x lang.Range, w string) bool {
	for i := x.First; i < x.End; i++ {
		if r.word(i) == w {
			return true
		}
	}
	return false
}

// quoteFollows returns where a quotation opens within a few words of i, no verb
// or mark between, or 0.
func (r *reader) quoteFollows(i int) int {
	for k := i; k < i+9 && k < len(r.d.Tokens); k++ {
		if r.mark(k) {
			if r.opens(k) {
				return k
			}
			return 0
		}
		if r.punct(k) || r.tag(k).Verb() || r.tag(k) == lang.MD {
			return 0
		}
	}
	return 0
}

// gap returns the which, whom or what that verb v has for its object, as in
// "which he called a fraud", or -1.
func (r *reader) gap(v int) int {
	for k := v - 2; k > v-6 && k >= 0; k-- {
		switch r.word(k) {
		case "which", "whom", "what":
			return k
		case ",", ".", ";":
			return -1
		}
	}
	return -1
}

// naming reports whether verb v gives its object a name or a description: "call
// him a fraud", "dubbed it “the wall”".
func (r *reader) naming(v, from int) bool {
	if r.tag(from) == lang.IN || r.tag(from) == lang.RP || r.punct(from) && !r.mark(from) {
		return false
	}
	if r.quoteFollows(from) > 0 {
		return true
	}
	if r.tag(from) == lang.PRP && from+1 < r.units[r.unit[v]].End {
		switch r.tag(from + 1) {
		case lang.JJ, lang.DT, lang.NN, lang.NNS, lang.NNP, lang.VBN, lang.RB, lang.PRPS, lang.CD:
			return true
		}
	}
	_, head := r.chunkFrom(from, r.units[r.unit[v]].End)
	if head < 0 || head+1 >= len(r.d.Tokens) {
		return false
	}
	switch t := r.tag(head + 1); t {
	case lang.DT, lang.JJ, lang.PRPS, lang.VBN:
		return true
	case lang.NN, lang.NNS, lang.NNP:
		return r.tag(head) == lang.PRP
	}
	return false
}

func (r *reader) toInf(x int) bool {
	for i := int(r.tree.first[x]); i < x; i++ {
		if r.tag(i) == lang.TO {
			return true
		}
	}
	return false
}

func (r *reader) subtree(x int) lang.Range {
	return lang.Range{First: int(r.tree.first[x]), End: int(r.tree.last[x]) + 1}
}

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
		switch {
		case i >= u.End || r.word(i) == "," || r.word(i) == "." || r.word(i) == ":":
			return lang.Range{}, ""
		case k >= i && k < i+25 && r.finite(k):
			start, rule = i, "ccomp"
			if f&fTell != 0 {
				start = max(int(r.tree.first[k]), i)
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
		if t := r.tag(i); (t == lang.VBD || t == lang.VBZ || t == lang.VBP || t == lang.MD) && i > from {
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
	switch r.tag(k) {
	case lang.VBD, lang.VBZ, lang.VBP, lang.MD:
		return true
	}
	for i := int(r.tree.first[k]); i < k; i++ {
		if int(r.tree.heads[i]) == k && r.tree.rels[i] == parse.Aux && r.word(i) != "to" {
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
			if r.otherVoice(v, j, end) {
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
	if g := int(t.heads[v]); r.tag(v).Noun() && t.rels[v] == parse.Nsubj && g > v {
		return r.predicate(v, g)
	}
	hop := v
	for range 4 {
		h := int(t.heads[hop])
		if h < 0 {
			return 0
		}
		if rel := t.rels[hop]; rel == parse.Relcl || rel == parse.Acl {
			g := int(t.heads[h])
			if g <= v || t.rels[h] != parse.Nsubj {
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

// parenthetical reads "Sales were great, he said" and "The plan, he said, is …".
func (r *reader) parenthetical(v int, x finding) {
	u := r.units[r.unit[v]]
	if t := r.tag(v); t != lang.VBD && t != lang.VBZ && t != lang.VBP && t != lang.VBN {
		return
	}
	start := v
	inverted := false
	switch {
	case r.commaBefore(v, u):
		src, head := r.chunkFrom(v+1, u.End)
		if head < 0 {
			return
		}
		x.source, x.head, inverted = src, head, true
	case x.head >= 0 && x.source.First < v:
		start = x.source.First
		for start > u.First && (r.word(start-1) == "as" || r.tag(start-1) == lang.RB) {
			start--
		}
		if !r.commaBefore(start, u) {
			return
		}
	default:
		return
	}
	end := v + 1
	if inverted {
		end = x.source.End
	} else {
		end = r.pastAdjuncts(v, v+1)
		if x := r.tree.child(v, parse.Obj); x >= end && r.lex.verbs[r.word(v)].f&fTell != 0 {
			end = int(r.tree.last[x]) + 1
		}
		if end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != "—" && r.word(end) != "--" && r.word(end) != ";" && r.word(end) != "-" {
			return
		}
	}
	for end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != "—" && r.word(end) != "--" && r.word(end) != ";" {
		end++
	}
	goesOn := end+2 < u.End && (r.word(end) == "," || r.word(end) == "—" || r.word(end) == "--") && r.tag(end+1) != lang.VBG && r.tag(end+1) != lang.WP && !inverted
	if !r.statement(u.First, start) && !(goesOn && r.finiteAhead(end, u.End)) {
		return
	}
	x.content = []lang.Range{{First: u.First, End: start}}
	if goesOn {
		x.content = append(x.content, lang.Range{First: end, End: u.End})
	}
	x.strong, x.rule = true, "paren"
	r.add(x)
}

// statement reports whether the words from first to end can stand as a
// sentence: a finite verb is there, and no conjunction makes them hang on what
// follows.
func (r *reader) statement(first, end int) bool {
	for i := first; i < end; i++ {
		if r.punct(i) || r.tag(i) == lang.CC {
			continue
		}
		switch r.word(i) {
		case "though", "although", "while", "as", "when", "if", "after", "before", "since", "because", "even", "until", "once", "whether", "asked", "speaking":
			// "If it rains, it pours, he said": a second part must follow.
			for k := i; k < end-1; k++ {
				if r.word(k) == "," {
					return r.statement(k+1, end)
				}
			}
			return false
		}
		break
	}
	for i := first; i < end; i++ {
		switch r.tag(i) {
		case lang.VBD, lang.VBZ, lang.VBP, lang.MD:
			return true
		}
	}
	return false
}

// commaBefore reports whether a comma or dash stands before token i, or inside
// the closing mark before it.
func (r *reader) commaBefore(i int, u lang.Range) bool {
	i--
	for i > u.First && r.mark(i) {
		i--
	}
	if i <= u.First {
		return false
	}
	switch r.word(i) {
	case ",", "—", "--", "-", "?", "!":
		return true
	}
	return false
}

func (r *reader) passive(v int) bool {
	for i := int(r.tree.first[v]); i < v; i++ {
		if int(r.tree.heads[i]) == v && r.tree.rels[i] == parse.Aux {
			switch r.word(i) {
			case "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am", "gets", "got", "get":
				return true
			case "has", "have", "had", "'ve", "'d":
				if i == v-1 {
					return false
				}
			}
		}
	}
	return r.tree.rels[v] == parse.Acl && !r.phraseStarts(v+1)
}

// passiveVerb reads "is expected to leave" and "was criticised by X for Y".
func (r *reader) passiveVerb(v int, c *cue) {
	t := r.tree
	subj := t.child(v, parse.Nsubj)
	var agent, rest lang.Range
	head := -1
	for k := v + 1; k <= int(t.last[v]); k++ {
		if int(t.heads[k]) != v {
			continue
		}
		switch t.rels[k] {
		case parse.Obl:
			if p := int(t.first[k]); r.word(p) == "by" && p < k {
				agent, head = r.phrase(k), k
				continue
			}
			if w := r.word(int(t.first[k])); w == "as" || w == "for" || w == "of" {
				rest = r.subtree(k)
			}
		case parse.Xcomp, parse.Ccomp:
			rest = r.from(v, int(t.first[k]))
		}
	}
	x := finding{cue: lang.Range{First: v, End: v + 1}, source: agent, head: head, verb: v, rule: "passive"}
	var s lang.Range
	switch {
	case t.rels[v] == parse.Acl && t.heads[v] >= 0:
		h := int(t.heads[v])
		s = lang.Range{First: int(t.first[h]), End: h + 1}
	case subj >= 0:
		s = r.subtree(subj)
	}
	if c.f&fTell != 0 && head < 0 {
		if k, rule := r.clauseAfter(v, v+1, c.f); rule != "" {
			x.content = []lang.Range{k}
			r.add(x)
			return
		}
		if r.word(v+1) == "about" {
			x.content = []lang.Range{r.from(v, v+2)}
			r.add(x)
			return
		}
	}
	if head < 0 && (c.f&fPassive == 0 || rest.First >= rest.End || subj < 0) {
		return
	}
	if head >= 0 && c.f&(fNP|fPassive|fThat) == 0 && rest.First >= rest.End {
		return
	}
	if s.First < s.End && r.word(s.First) != "it" {
		x.content = append(x.content, s)
	}
	if rest.First < rest.End {
		x.content = append(x.content, rest)
	}
	if len(x.content) > 0 {
		r.add(x)
	}
}

// noun reads "claims by X that …", "X's hope to …", "criticism of …".
func (r *reader) noun(i int, c *cue) {
	t := r.tree
	x := finding{cue: lang.Range{First: i, End: i + 1}, head: -1, verb: i, rule: "noun"}
	for k := i + 1; k <= int(t.last[i]); k++ {
		if int(t.heads[k]) != i {
			continue
		}
		first := int(t.first[k])
		w := r.word(first)
		switch t.rels[k] {
		case parse.Ccomp, parse.Acl, parse.Relcl, parse.Xcomp:
			if len(x.content) > 0 {
				continue
			}
			if w == "that" && c.f&fThat != 0 && t.child(k, parse.Nsubj) >= 0 || c.f&fInf != 0 && w == "to" && r.tag(first) == lang.TO {
				x.content = []lang.Range{r.from(i, first)}
			}
			if slices.Contains(c.preps, w) && r.tag(k) == lang.VBG {
				x.content = []lang.Range{r.from(i, first+1)}
			}
		case parse.Nmod, parse.Obl:
			switch {
			case (w == "by" || w == "from" || w == "among") && first < k:
				x.source, x.head = r.phrase(k), k
			case slices.Contains(c.preps, w) && first < k && len(x.content) == 0:
				x.content = []lang.Range{r.from(i, first+1)}
			}
		}
	}
	if len(x.content) == 0 {
		return
	}
	if x.head < 0 {
		if p := t.child(i, parse.Poss); p >= 0 && p < i {
			x.source, x.head = r.phrase(p), p
			if r.word(x.source.End-1) == "'s" || r.word(x.source.End-1) == "'" {
				x.source.End--
			}
		} else if v := int(t.heads[i]); v >= 0 && r.tag(v).Verb() && t.rels[i] == parse.Obj {
			x.source, x.head = r.voiceOf(v)
		}
	}
	if x.head < 0 {
		x.rule = "noun0"
	}
	r.add(x)
}

// agent reads "critics of the plan".
func (r *reader) agent(i int) {
	if r.word(i+1) != "of" {
		return
	}
	x, _ := r.before(i + 1)
	r.add(finding{content: []lang.Range{r.from(i, i+2)}, cue: lang.Range{First: i, End: i + 1}, source: x, head: i, verb: i, rule: "agent"})
}

// adjective reads "is concerned about …", "voters angry at …".
func (r *reader) adjective(i int, c *cue) {
	t := r.tree
	x := finding{cue: lang.Range{First: i, End: i + 1}, head: -1, verb: i, rule: "adj"}
	for k := i + 1; k <= int(t.last[i]) && len(x.content) == 0; k++ {
		if int(t.heads[k]) != i {
			continue
		}
		first := int(t.first[k])
		w := r.word(first)
		switch t.rels[k] {
		case parse.Ccomp, parse.Advcl, parse.Xcomp:
			if c.f&fThat != 0 && t.rels[k] == parse.Ccomp || c.f&fInf != 0 && r.toInf(k) {
				x.content = []lang.Range{r.from(i, first)}
			}
			fallthrough
		case parse.Obl, parse.Nmod:
			if slices.Contains(c.preps, w) && first < k {
				x.content = []lang.Range{r.from(i, first+1)}
			}
		}
	}
	if len(x.content) == 0 {
		return
	}
	x.source, x.head = r.voiceOf(i)
	if x.head < 0 {
		return
	}
	r.add(x)
}
