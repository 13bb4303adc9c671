package sources

import (
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/lang/parse"
)

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
		return []lang.Range{r.from(v, t.firstOf(xc))}, false, "inf"
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
			start = t.firstOf(obj)
		}
		return []lang.Range{r.from(v, start)}, false, "small"
	case f&(fNP|fAs|fOf) != 0 && (obj >= 0 && t.firstOf(obj) >= from || r.phraseStarts(from)):
		start := from
		if !r.phraseStarts(from) {
			start = t.firstOf(obj)
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
			return []lang.Range{r.from(v, t.firstOf(k))}, false, "ger"
		}
	}
	if slices.Contains(c.preps, r.word(from)) && (r.phraseStarts(from+1) || r.tag(from+1) == lang.VBG) {
		return []lang.Range{r.from(v, from+1)}, false, "prep"
	}
	if len(c.preps) > 0 {
		for k := from; k <= t.lastOf(v); k++ {
			if t.head(k) != v || t.rel(k) != parse.Obl && t.rel(k) != parse.Advcl && t.rel(k) != parse.Ccomp && t.rel(k) != parse.Xcomp {
				continue
			}
			p := t.firstOf(k)
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
	for i := r.tree.firstOf(x); i < x; i++ {
		if r.tag(i) == lang.TO {
			return true
		}
	}
	return false
}

func (r *reader) subtree(x int) lang.Range {
	return lang.Range{First: r.tree.firstOf(x), End: r.tree.lastOf(x) + 1}
}
