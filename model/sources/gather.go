package sources

import (
	"cmp"
	"slices"

	"stet/model/names"

	"stet/model/lang"
)

// unnest orders the findings and drops those whose cue stands inside another's
// content: what a speaker says about others is the speaker's.
func (r *reader) unnest() {
	slices.SortStableFunc(r.out, func(a, b finding) int {
		return cmp.Compare(a.content[0].First, b.content[0].First)
	})
	kept := r.out[:0:0]
	for i, f := range r.out {
		nested := false
		for j, g := range r.out {
			if i != j && !r.standsAlone(&f, &g) && f.verb >= 0 && within(f.verb, g.content) && !(within(g.verb, f.content) && j > i) {
				nested = true
				break
			}
		}
		if !nested {
			kept = append(kept, f)
		}
	}
	r.out = kept
}

// standsAlone reports whether f is kept though it stands inside g's content: a
// saying with its own speaker, under another's saying, outside quotation marks.
func (r *reader) standsAlone(f, g *finding) bool {
	if !f.strong || g.direct || f.head < 0 || f.direct || r.d.Tokens[f.verb].Quoted || f.verb < 0 {
		return false
	}
	c := r.lex.verbs[r.word(f.verb)]
	if c == nil || c.f&(fQuote|fTell) == 0 || r.tag(f.head) == lang.PRP || r.tag(f.verb) == lang.VBG || r.tag(f.verb) == lang.VB {
		return false
	}
	return f.rule == "that" || f.rule == "ccomp"
}

func within(i int, content []lang.Range) bool {
	for _, c := range content {
		if c.First <= i && i < c.End {
			return true
		}
	}
	return false
}

// identify turns the findings into attributions, in story order, each with its
// voice.
func (r *reader) identify(m *Map, n *names.Ledger, us ours) {
	res := newResolver(r)
	m.Attributions = make([]Attribution, 0, len(r.out))
	for i := range r.out {
		f := &r.out[i]
		if f.scare && r.words(f.content) <= 4 {
			m.Loose = append(m.Loose, r.span(f.content[0]))
			continue
		}
		a := Attribution{Of: -1, Para: f.para, Form: Indirect, rule: f.rule}
		for _, c := range f.content {
			a.Content = append(a.Content, r.span(c))
		}
		switch {
		case f.direct:
			a.Form = Direct
		case r.quotes(f.content):
			a.Form = Mixed
		}
		v := voice{kind: None, id: -1}
		if !f.scare {
			v = r.kindOf(f, res)
			a.Says = r.says(f)
			if w := r.word(f.head); f.head >= 0 && v.kind == NamedPerson && v.id >= 0 && (w == "he" || w == "she") {
				for _, id := range res.rivals(f.head, w, v.id) {
					a.Rivals = append(a.Rivals, n.Names[id].Canonical)
				}
			}
			if a.Says {
				res.said(v, f)
			}
		}
		a.Cue, a.Source = r.span(f.cue), r.span(f.source)
		a.Kind, a.Speaker, a.ledger = v.kind, v.name, v.id
		if v.kind == None {
			a.Speaker = ""
		}
		a.Via = r.via(f, v, us)
		m.Attributions = append(m.Attributions, a)
	}
}

// words counts the words of a content.
func (r *reader) words(content []lang.Range) int {
	n := 0
	for _, c := range content {
		for i := c.First; i < c.End; i++ {
			if !r.punct(i) {
				n++
			}
		}
	}
	return n
}

// says reports whether f gives words or a report, and not a mere view or act.
func (r *reader) says(f *finding) bool {
	if f.direct || f.rule == "according" || f.rule == "headline" {
		return true
	}
	if f.verb < 0 {
		return false
	}
	if c := r.lex.verbs[r.word(f.verb)]; c != nil && r.tag(f.verb).Verb() && f.rule != "inf" && f.rule != "objinf" {
		if c.f&fThat != 0 && (f.rule == "that" || f.rule == "ccomp" || f.rule == "bare" || f.rule == "paren") {
			return c.f&(fQuote|fTell) != 0 || c.lemma == "show" || c.lemma == "find" || c.lemma == "indicate" || c.lemma == "suggest" || c.lemma == "claim"
		}
		return c.f&fQuote != 0 && (f.rule == "np" || f.rule == "small" || f.rule == "fragment verb")
	}
	return false
}

// quotes reports whether any quotation stands in the content.
func (r *reader) quotes(content []lang.Range) bool {
	for _, c := range content {
		for i := c.First; i < c.End; i++ {
			if r.d.Tokens[i].Quoted {
				return true
			}
		}
	}
	return false
}
