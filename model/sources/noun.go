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
		} else if v := t.head(i); v >= 0 && r.tag(v).Verb() && t.rel(i) == parse.Obj {
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
