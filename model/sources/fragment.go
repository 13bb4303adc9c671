package sources

import "stet/model/lang"

// findFragments takes the words in quotation marks that no attribution has:
// they are someone's. What stands around them says whose: the verb or noun of
// saying before them, or the subject of their clause.
func (r *reader) findFragments() {
	for k := range r.d.Paras {
		p := &r.d.Paras[k]
		for q := p.Quotes.First; q < p.Quotes.End; q++ {
			x := &r.d.Quotes[q]
			if x.Depth != 0 {
				continue
			}
			t := r.quoteTokens(q)
			if t.First >= t.End || r.inSpeech[t.First] >= 0 || r.covered(t) || r.title(x.Inner) {
				continue
			}
			if !r.goesOnWith(t) {
				r.fragment(t)
			}
		}
	}
}

// covered reports whether most of x is already someone's content.
func (r *reader) covered(x lang.Range) bool {
	for _, f := range r.out {
		for _, c := range f.content {
			if lo, hi := max(c.First, x.First), min(c.End, x.End); 2*(hi-lo) > x.End-x.First {
				return true
			}
		}
	}
	return false
}

// title reports whether x is the name of a work or a nickname: every word of
// weight begins with a capital.
func (r *reader) title(x lang.Range) bool {
	n := 0
	for i := x.First; i < x.End; i++ {
		tok := r.d.Tokens[i]
		if tok.Kind != lang.Word {
			continue
		}
		if tok.Shape == lang.ShapeLower && (r.tag(i).Noun() || r.tag(i).Verb() || r.tag(i).Adjective() || r.tag(i).Adverb()) {
			return false
		}
		n++
	}
	return n > 0
}

// goesOnWith lengthens the attribution that a list of quoted words belongs to:
// called him a “liar,” a “bully” and a “thief”.
func (r *reader) goesOnWith(t lang.Range) bool {
	k := t.First - 1
	for n := 0; k > 0 && n < 4; k, n = k-1, n+1 {
		if w := r.word(k); w != "," && w != "and" && w != "or" && r.tag(k) != lang.DT && r.tag(k) != lang.PRPS {
			break
		}
	}
	if k <= 0 || !r.mark(k) || !r.closes(k) || r.paras[k] != r.paras[t.First] {
		return false
	}
	for i := range r.out {
		f := &r.out[i]
		if f.scare || f.direct {
			continue
		}
		for c := range f.content {
			if x := &f.content[c]; x.First <= k && k <= x.End {
				x.End = max(x.End, t.End)
				return true
			}
		}
	}
	return false
}

func (r *reader) fragment(t lang.Range) {
	u := r.units[r.unit[t.First]]
	f := finding{content: []lang.Range{t}, head: -1, verb: -1, rule: "fragment"}
	for i := t.First - 1; i >= u.First && i > t.First-14; i-- {
		if w := r.word(i); w == ";" || w == ":" || r.mark(i) && r.closes(i) {
			break
		}
		tag := r.tag(i)
		if !tag.Verb() || tag == lang.VBN && r.determined(i) {
			if c := r.lex.nouns[r.word(i)]; c != nil && tag.Noun() && f.verb < 0 {
				f.verb = i
			}
			continue
		}
		if c := r.lex.verbs[r.word(i)]; c != nil || tag == lang.VBD || tag == lang.VBZ || tag == lang.VBP {
			f.verb = i
			f.source, f.head = r.voiceOf(i)
			if c != nil && c.f != 0 && !r.spoken(i) && i+1 < t.First {
				f.content = []lang.Range{r.from(i, i+1)}
				if !within(t.First, f.content) {
					f.content = []lang.Range{t}
				}
				f.rule = "fragment verb"
			}
			break
		}
	}
	if f.verb >= 0 {
		f.cue = lang.Range{First: f.verb, End: f.verb + 1}
		c := r.lex.verbs[r.word(f.verb)]
		f.scare = (c == nil || c.f == 0 || !r.tag(f.verb).Verb()) && r.lex.nouns[r.word(f.verb)] == nil
	} else {
		f.verb, f.scare = t.First, true
	}
	if f.scare {
		f.cue = lang.Range{}
	}
	if f.head < 0 {
		f.source, f.head = r.mainSubject(r.sentence(t.First))
	}
	r.add(f)
}
