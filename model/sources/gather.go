package sources

import (
	"cmp"
	"slices"

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
			if i != j && f.verb >= 0 && within(f.verb, g.content) && !(within(g.verb, f.content) && j > i) {
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

func within(i int, content []lang.Range) bool {
	for _, c := range content {
		if c.First <= i && i < c.End {
			return true
		}
	}
	return false
}

// attribution turns tokens into bytes.
func (r *reader) attribution(f finding) Attribution {
	a := Attribution{Of: -1, Para: f.para, Kind: None, Form: Indirect, rule: f.rule}
	for _, c := range f.content {
		a.Content = append(a.Content, r.span(c))
	}
	a.Cue, a.Source = r.span(f.cue), r.span(f.source)
	switch {
	case f.direct:
		a.Form = Direct
	case r.quotes(f.content):
		a.Form = Mixed
	}
	return a
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
