package recognise

import (
	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// settle goes over the names of a whole story once more, with what it has
// learned from all of them: the surname of somebody named in full is that
// person wherever it stands, and one word names things of one kind.
func (x *extractor) settle(found []Span) []Span {
	people := map[uint32]bool{} // last words of people named in full
	votes := map[uint32]*[NKinds]int32{}
	inside := make([]int32, len(x.at)) // 1 + index of the span that holds the token
	for i, s := range found {
		for j := s.First; j < s.End; j++ {
			inside[j] = int32(i) + 1
		}
		w := x.at[s.End-1]
		if s.Kind == Person && s.End-s.First > 1 && !x.headline(s.First) {
			people[w.low] = true
		}
		if s.End-s.First == 1 {
			v := votes[w.low]
			if v == nil {
				v = new([NKinds]int32)
				votes[w.low] = v
			}
			v[s.Kind]++
		}
	}
	for i, s := range found {
		if s.End-s.First != 1 {
			continue
		}
		w := x.at[s.First]
		switch {
		case people[w.low] && s.Kind != Person && s.Kind != Group && w.gaz&(gazetteer.Country|gazetteer.Region|gazetteer.BigPlace|gazetteer.Org) == 0:
			found[i].Kind = Person
		case votes[w.low] != nil:
			if k, ok := majority(votes[w.low]); ok {
				found[i].Kind = k
			}
		}
	}
	var more []Span
	for i, w := range x.at {
		if inside[i] > 0 || !w.capital || !w.letters || x.headline(i) {
			continue
		}
		r := x.run[i]
		alone := r.end-r.first == 1
		if !people[w.low] || !alone {
			continue
		}
		if x.d.Tokens[i].First && (w.seen.small > 0 || w.gaz&gazetteer.Word != 0 && w.seen.mid == 0) {
			continue
		}
		more = append(more, Span{lang.Range{First: i, End: i + 1}, Person})
	}
	return mergeSpans(found, more)
}

// majority returns the kind that two thirds of the votes and three or more are
// for.
func majority(v *[NKinds]int32) (Kind, bool) {
	sum, best := int32(0), Kind(0)
	for k, n := range v {
		sum += n
		if n > v[best] {
			best = Kind(k)
		}
	}
	return best, v[best] >= 2 && v[best]*3 >= sum*2
}

// headline reports whether token i stands in a paragraph whose capitals mean
// nothing.
func (x *extractor) headline(i int) bool {
	p := &x.d.Paras[x.paraOf(i)]
	return p.TitleCase || p.AllCaps
}

// mergeSpans merges two rows of spans in their order.
func mergeSpans(a, b []Span) []Span {
	if len(b) == 0 {
		return a
	}
	out := make([]Span, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].First < b[0].First {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
