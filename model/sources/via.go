package sources

import (
	"strings"

	"stet/model/lang"
	"stet/model/names"
	"stet/model/story"
)

// ours tells the names under which our own agency appears.
type ours []string

func ourAgencies(s *story.Story, o Options) ours {
	var out ours
	add := func(n string) {
		for _, part := range strings.FieldsFunc(n, func(c rune) bool { return c == '/' || c == ',' || c == ';' || c == '|' }) {
			if part = strings.ToLower(strings.TrimSpace(part)); part != "" {
				out = append(out, part)
			}
		}
	}
	add(o.Agency)
	if s != nil {
		add(s.Credit)
		add(s.Dateline.Agency)
	}
	for _, n := range out {
		for _, pair := range agencyNames {
			if n == pair[0] {
				out = append(out, pair[1])
			} else if n == pair[1] {
				out = append(out, pair[0])
			}
		}
	}
	return out
}

// agencyNames are agencies that go by two names.
var agencyNames = [][2]string{
	{"ap", "associated press"},
	{"afp", "agence france-presse"},
	{"upi", "united press international"},
	{"pa", "press association"},
	{"dpa", "deutsche presse-agentur"},
	{"wsj", "wall street journal"},
	{"nyt", "new york times"},
}

func (u ours) is(name string) bool {
	n := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "))
	for _, x := range u {
		if n == x || strings.TrimPrefix(x, "the ") == n {
			return true
		}
	}
	return false
}

// via finds the outlet or person through whom f came: one that was told, one
// whose interview it was, or one that reported it itself.
func (r *reader) via(f *finding, v voice, us ours) string {
	verb := f.cue.First
	if f.cue.First >= f.cue.End {
		return ""
	}
	cue := r.word(verb)
	switch r.word(f.head) {
	case "poll", "polls", "survey", "surveys":
		return "" // whoever paid for it
	}
	if v.kind == Organisation || v.kind == Document {
		if o := r.outletIn(f.source); o != "" && (reporting[cue] || cue == "according") {
			if us.is(o) {
				return ""
			}
			return o
		}
	}
	u := r.units[r.unit[verb]]
	end := min(u.End, verb+14)
	if c := r.lex.verbs[cue]; c != nil && (c.lemma == "tell" || c.lemma == "inform" || c.lemma == "remind" || c.lemma == "confirm") {
		if o := r.outletAt(verb+1, min(end, verb+9)); o != "" && !us.is(o) {
			return o
		}
		if o := r.outletIn(lang.Range{First: verb + 1, End: min(end, verb+6)}); o != "" && c.lemma == "tell" && !us.is(o) {
			return o
		}
	}
	// "in an interview with CNN", "on Fox News", "in the Guardian".
	for i := verb + 1; i < end; i++ {
		if r.inContent(i, f) {
			break
		}
		switch r.word(i) {
		case "on", "with", "to", "in", "by":
			if o := r.outletAt(i+1, min(i+6, end)); o != "" && !us.is(o) {
				return o
			}
		}
	}
	return ""
}

func (r *reader) inContent(i int, f *finding) bool { return within(i, f.content) }

var reporting = wordSet(`report reports reported reporting say says said saying write writes wrote claim claims claimed reveal revealed
	cite citing quote quoted quoting note noted add added announced`)

// outletAt returns the news organisation whose name begins at i.
func (r *reader) outletAt(i, end int) string {
	for i < end && (r.tag(i) == lang.DT || r.word(i) == "its" || r.word(i) == "host" || r.tag(i) == lang.PRPS) {
		i++
	}
	if i >= end {
		return ""
	}
	return r.outlet(i)
}

// outletIn returns the news organisation named in x.
func (r *reader) outletIn(x lang.Range) string {
	for i := x.First; i < x.End; i++ {
		if o := r.outlet(i); o != "" {
			return o
		}
	}
	for i := x.First; i < x.End; i++ {
		if w := r.word(i); hearsayOutlets[w] && (r.tag(i) == lang.NNS || r.tag(i) == lang.NN) {
			start := i
			for start > x.First && (r.tag(start-1).Adjective() || r.tag(start-1) == lang.NN || r.tag(start-1) == lang.NNP) {
				start--
			}
			return r.d.Slice(lang.Range{First: start, End: i + 1}).In(r.d.Text)
		}
	}
	return ""
}

// outlet returns the news organisation that the name at token i is, or "".
func (r *reader) outlet(i int) string {
	tok := r.d.Tokens[i]
	if tok.Shape == lang.ShapeLower || tok.Kind != lang.Word && tok.Kind != lang.Number {
		return ""
	}
	end := i
	x := lang.Range{First: i, End: i + 1}
	if r.ledger != nil {
		if k := r.mentionFrom(i); k < len(r.ledger.Mentions) {
			m := &r.ledger.Mentions[k]
			if m.Tokens.First == i || m.Tokens.First < i && i < m.Tokens.End {
				if m.Type == names.Person || m.Type == names.Place && !outlets[r.word(i)] {
					return ""
				}
				x = m.Tokens
				if r.word(x.First) == "the" {
					x.First++
				}
			}
		}
	}
	if x.End == i+1 {
		for end = i + 1; end < len(r.d.Tokens) && r.d.Tokens[end].Shape == lang.ShapeTitle && r.tag(end) == lang.NNP; end++ {
		}
		x.End = end
	}
	known := outlets[r.word(x.First)] && (r.word(x.First) != "time" || r.word(x.First+1) == "magazine") || x.End-x.First > 1 && outlets[r.word(x.End-1)]
	if !known && x.End-x.First >= 2 {
		known = outletWords[r.word(x.End-1)] && r.tag(x.First) == lang.NNP
		if w := r.word(x.End - 1); w == "agency" || w == "press" || w == "network" || w == "today" || w == "reporter" {
			known = known && (r.word(x.End-2) == "news" || w == "press" && r.word(x.First) == "associated" || w == "today" && r.word(x.First) == "usa" || w == "reporter" && r.word(x.First) == "hollywood")
		}
	}
	if !known && r.word(x.First) == "associated" && r.word(x.First+1) == "press" {
		known = true
	}
	if !known {
		return ""
	}
	return r.d.Slice(x).In(r.d.Text)
}
