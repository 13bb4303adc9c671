package sources

import (
	"stet/model/lang"
	"stet/model/lang/parse"
)

func (r *reader) passive(v int) bool {
	for i := r.tree.firstOf(v); i < v; i++ {
		if r.tree.head(i) == v && r.tree.rel(i) == parse.Aux {
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
	if r.tree.rel(v) != parse.Acl || r.phraseStarts(v+1) {
		return false
	}
	i := v - 1
	for r.tag(i).Adverb() {
		i--
	}
	switch r.word(i) {
	case "has", "have", "had", "'ve", "who":
		return false
	}
	// "The team sought to leave": the tagger's participle is the main verb.
	c := r.lex.verbs[r.word(v)]
	return r.word(v+1) != "to" || c == nil || c.f&(fPassive|fInf) != fInf
}

// passiveVerb reads "is expected to leave" and "was criticised by X for Y".
func (r *reader) passiveVerb(v int, c *cue) {
	t := r.tree
	subj := t.child(v, parse.Nsubj)
	var agent, rest lang.Range
	head := -1
	for k := v + 1; k <= t.lastOf(v); k++ {
		if t.head(k) != v {
			continue
		}
		switch t.rel(k) {
		case parse.Obl:
			if p := t.firstOf(k); r.word(p) == "by" && p < k {
				agent, head = r.agentPhrase(p+1, k)
				continue
			}
			if w := r.word(t.firstOf(k)); w == "as" || w == "for" || w == "of" {
				rest = r.subtree(k)
			}
		case parse.Xcomp, parse.Ccomp:
			rest = r.from(v, t.firstOf(k))
		}
	}
	x := finding{cue: lang.Range{First: v, End: v + 1}, source: agent, head: head, verb: v, rule: "passive"}
	var s lang.Range
	switch {
	case t.rel(v) == parse.Acl && t.head(v) >= 0:
		h := t.head(v)
		s = lang.Range{First: t.firstOf(h), End: h + 1}
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

// agentPhrase returns the noun phrase under head behind "by", whose first word
// is at first. Where a finite verb stands in it the parser took the main clause
// for part of it: the phrase ends before the verb.
func (r *reader) agentPhrase(first, head int) (lang.Range, int) {
	x := r.phrase(head)
	for i := first; i < x.End; i++ {
		switch t := r.tag(i); {
		case t.Finite():
			if y, h := r.chunkFrom(first, i); h >= 0 {
				return lang.Range{First: y.First, End: i}, h
			}
		case t == lang.WDT || t == lang.WP:
			return x, head // a relative clause has its own verb
		}
	}
	return x, head
}
