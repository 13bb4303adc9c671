package sources

import (
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/story"
)

// chart gathers the voices into sources and gives every paragraph its state.
func (r *reader) chart(m *Map) {
	type key struct {
		kind Kind
		name string
		id   int
	}
	at := map[key]int{}
	for i := range m.Attributions {
		a := &m.Attributions[i]
		if a.Kind == None {
			continue
		}
		k := key{a.Kind, "", a.ledger}
		if a.ledger < 0 {
			k.name = a.Speaker
			if k.name == "" {
				k.name = a.Source.In(r.d.Text)
			}
			k.name = strings.ToLower(k.name)
			for _, article := range []string{"the ", "a ", "an "} {
				k.name = strings.TrimPrefix(k.name, article)
			}
		}
		n, ok := at[k]
		if !ok {
			n = len(m.Sources)
			at[k] = n
			name := a.Speaker
			if name == "" {
				name = a.Source.In(r.d.Text)
			}
			m.Sources = append(m.Sources, Source{Name: name, Kind: a.Kind, Via: a.Via, Ledger: a.ledger})
		}
		s := &m.Sources[n]
		a.Of = n
		s.Attributions = append(s.Attributions, i)
		if s.Via == "" {
			s.Via = a.Via
		}
		if a.Form != Indirect {
			s.Quotes++
		}
		if !slices.Contains(s.Paras, a.Para) {
			s.Paras = append(s.Paras, a.Para)
		}
	}
	covered := make([]bool, len(r.d.Tokens))
	for _, f := range r.out {
		for _, x := range append([]lang.Range{f.cue, f.source}, f.content...) {
			for i := x.First; i < x.End; i++ {
				covered[i] = true
			}
		}
	}
	for k := range r.d.Paras {
		m.Paras[k] = r.state(k, covered)
	}
}

// state says how paragraph k is sourced: by the sentences in it that want a
// source, and whether they have one.
func (r *reader) state(k int, covered []bool) State {
	p := &r.d.Paras[k]
	if p.Role != story.RoleBody && p.Role != story.RoleListItem {
		return NotNeeded
	}
	sourced, bare := 0, 0
	for s := p.Sents.First; s < p.Sents.End; s++ {
		x := r.d.Sents[s]
		words, said := 0, 0
		for i := x.First; i < x.End; i++ {
			if !r.punct(i) {
				words++
				if covered[i] {
					said++
				}
			}
		}
		switch {
		case words == 0:
		case said*3 >= words:
			sourced++
		case r.contestable(x):
			bare++
		}
	}
	switch {
	case bare == 0 && sourced == 0:
		return NotNeeded
	case bare == 0:
		return Sourced
	case sourced == 0:
		return Unsourced
	}
	return Partly
}

// contestable reports whether a sentence states what someone could dispute:
// blame, a motive, a forecast, or a figure that was not simply counted.
func (r *reader) contestable(x lang.Range) bool {
	for i := x.First; i < x.End; i++ {
		t := &r.d.Tokens[i]
		switch {
		case t.Kind == lang.Percent || t.Kind == lang.Money:
			return true
		case t.Quoted:
			continue
		case contested[r.word(i)]:
			return true
		case r.word(i) == "likely" || r.word(i) == "unlikely":
			return true
		case (r.word(i) == "will" || r.word(i) == "would") && t.Tag == lang.MD && r.tag(i+1) == lang.VB:
			return true
		case r.word(i) == "because" && r.word(i+1) == "of", r.word(i) == "in" && r.word(i+1) == "order" && r.word(i+2) == "to":
			return true
		}
	}
	return false
}

// contested are words of blame, motive and forecast.
var contested = wordSet(`blame blamed caused responsible guilty fault failed failure corrupt corruption illegal illegally unlawful fraud negligence
	deliberately deliberate motivated intended provoked sparked fuelled fueled threatens threatened unprecedented worst largest
	inevitable doomed lied lying cheated murdered massacre atrocity terrorist terrorists extremist extremists criminal`)
