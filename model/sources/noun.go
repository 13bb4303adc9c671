package sources

import (
	"slices"

	"stet/model/lang"
	"stet/model/lang/parse"
)

// noun reads "claims by X that …", "X's hope to …", "criticism of …".
func (r *reader) noun(i int, c *cue) {
	t := r.tree
	x := finding{cue: lang.Range{First: i, End: i + 1}, head: -1, verb: i, rule: "noun"}
	if first := r.nounClause(i, c); first > 0 {
		x.content = []lang.Range{r.nounShare(i, first)}
	}
	for k := i + 1; k <= t.lastOf(i); k++ {
		if t.head(k) != i {
			continue
		}
		first := t.firstOf(k)
		w := r.word(first)
		switch t.rel(k) {
		case parse.Ccomp, parse.Acl, parse.Relcl, parse.Xcomp:
			if len(x.content) > 0 {
				continue
			}
			if w == "that" && c.f&fThat != 0 && t.child(k, parse.Nsubj) >= 0 || c.f&fInf != 0 && w == "to" && r.tag(first) == lang.TO {
				x.content = []lang.Range{r.nounShare(i, first)}
			}
			if slices.Contains(c.preps, w) && r.tag(k) == lang.VBG {
				x.content = []lang.Range{r.nounShare(i, first+1)}
			}
		case parse.Nmod, parse.Obl:
			switch {
			case (w == "by" || w == "from" || w == "among") && first < k:
				x.source, x.head = r.phrase(k), k
			case slices.Contains(c.preps, w) && first < k && len(x.content) == 0:
				x.content = []lang.Range{r.nounShare(i, first+1)}
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
		} else if v := t.head(i); v >= 0 && r.tag(v).Verb() && t.rel(i) == parse.Obj {
			x.source, x.head = r.voiceOf(v)
		}
	}
	if x.head < 0 {
		x.rule = "noun0"
	}
	r.add(x)
}

// nounShare is the stretch from first that noun i has for its content. A clause
// keeps its own verb; a phrase ends before a finite verb that no clause in it
// owns: that one has the noun for its subject.
func (r *reader) nounShare(i, first int) lang.Range {
	x := r.from(i, first)
	if r.word(first) == "that" {
		if !r.finiteIn(x) {
			x.End = r.units[r.unit[i]].End
			for k := first + 1; k < x.End; k++ {
				if w := r.word(k); w == "," || w == ";" || w == "—" || w == "--" {
					x.End = k
				}
			}
		}
		return x
	}
	from := first
	if r.word(first) == "to" {
		from += 2 // the infinitive, whatever the tagger says
	}
	for k := from; k < x.End; k++ {
		switch r.tag(k) {
		case lang.WP, lang.WDT, lang.WRB, lang.PRP:
			return x
		case lang.VBD, lang.VBZ, lang.VBP, lang.MD:
			if k > first {
				x.End = k
			}
			return x
		}
		if r.word(k) == "that" {
			return x
		}
	}
	return x
}

// finiteIn reports whether a finite verb stands in x.
func (r *reader) finiteIn(x lang.Range) bool {
	for k := x.First; k < x.End; k++ {
		if r.tag(k).Finite() {
			return true
		}
	}
	return false
}

// nounClause returns where the clause or infinitive of noun i begins that stands
// right behind it, behind a time or behind "is", or 0.
func (r *reader) nounClause(i int, c *cue) int {
	u := r.units[r.unit[i]]
	j := i + 1
	for j < u.End && (dayWords[r.word(j)] || r.word(j) == "is" || r.word(j) == "was") {
		j++
	}
	if j+1 >= u.End {
		return 0
	}
	switch {
	case r.word(j) == "that" && r.tag(j) != lang.WDT && c.f&fThat != 0 && r.tag(j+1) != lang.IN && !r.tag(j+1).Verb() && r.tag(j+1) != lang.MD && r.finiteAhead(j, u.End):
		return j
	case r.word(j) == "to" && c.f&fInf != 0 && r.word(i-1) != "in" && (r.tag(j+1) == lang.VB || r.tag(j) == lang.TO):
		return j
	}
	return 0
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
	for k := i + 1; k <= t.lastOf(i) && len(x.content) == 0; k++ {
		if t.head(k) != i {
			continue
		}
		first := t.firstOf(k)
		w := r.word(first)
		switch t.rel(k) {
		case parse.Ccomp, parse.Advcl, parse.Xcomp:
			if c.f&fThat != 0 && t.rel(k) == parse.Ccomp || c.f&fInf != 0 && r.toInf(k) {
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
