package sources

import (
	"strings"
	"sync"

	"stet/assets"
	"stet/model/lang"
	"stet/model/lang/parse"
	"stet/model/names"
)

// resolver follows the voices of a story from its start, so that pronouns and
// descriptions find whom they mean.
type resolver struct {
	r       *reader
	last    voice // the voice before
	lastAt  int   // token of its source
	lastPar int
	// What descriptions have stood for: the head noun, by its last voice.
	seen  map[string]voice
	posts map[string]int // role words of persons ("mayor") by name index
}

func newResolver(r *reader) *resolver {
	res := &resolver{r: r, lastAt: -1, lastPar: -9, last: voice{id: -1}, seen: map[string]voice{}, posts: map[string]int{}}
	if r.ledger == nil {
		return res
	}
	for i := range r.ledger.Names {
		n := &r.ledger.Names[i]
		if n.Type != names.Person {
			continue
		}
		for _, t := range n.Titles {
			if t.Kind == names.Age {
				continue
			}
			for _, w := range strings.Fields(strings.ToLower(t.Text)) {
				w = strings.Trim(w, ".,")
				if !people[w] {
					continue
				}
				if old, ok := res.posts[w]; ok && old != i {
					res.posts[w] = -1 // two have it
				} else if !ok {
					res.posts[w] = i
				}
			}
		}
	}
	return res
}

// said notes that v spoke at token at.
func (res *resolver) said(v voice, f *finding) {
	if v.kind == None || f.head < 0 {
		return
	}
	res.last, res.lastAt, res.lastPar = v, f.head, int(res.r.paras[f.head])
	for i := f.source.First; i < f.source.End; i++ {
		if t := res.r.tag(i); i == f.head && t.Noun() || t == lang.NNS && v.kind != NamedPerson && v.kind != Organisation {
			res.seen[strings.TrimSuffix(res.r.word(i), "s")] = v
		}
	}
}

// gender is what is known of a person: 'f', 'm', or 0.
func (res *resolver) gender(id int) byte {
	n := &res.r.ledger.Names[id]
	for _, t := range n.Titles {
		switch strings.ToLower(strings.TrimSuffix(t.Text, ".")) {
		case "mrs", "ms", "miss", "lady", "queen", "princess", "sister":
			return 'f'
		case "mr", "lord", "king", "prince", "sir", "pope", "rev":
			return 'm'
		}
	}
	first, _, _ := strings.Cut(strings.ToLower(n.Canonical), " ")
	return givenNames()[first]
}

var givenNames = sync.OnceValue(func() map[string]byte {
	m := map[string]byte{}
	b, err := assets.Read("lexicon/given-names.txt")
	if err != nil {
		return m
	}
	women, men, _ := strings.Cut(string(b), "\n")
	for w := range strings.FieldsSeq(women) {
		m[w] = 'f'
	}
	for w := range strings.FieldsSeq(men) {
		m[w] = 'm'
	}
	return m
})

// candidate is a person that a pronoun can mean.
type candidate struct {
	id      int
	at      int // token of the mention
	subject bool
}

// people lists the persons mentioned before token i in its paragraph and the
// two before it, latest first, each once, with those whom the gender rules out
// left away.
func (res *resolver) people(i int, g byte, back int) []candidate {
	r := res.r
	if r.ledger == nil {
		return nil
	}
	first := r.d.Paras[max(0, int(r.paras[i])-back)].Tokens.First
	var out []candidate
	for k := r.mentionFrom(i) - 1; k >= 0; k-- {
		m := &r.ledger.Mentions[k]
		if m.Tokens.First < first {
			break
		}
		if m.Type != names.Person || m.Name < 0 || m.Tokens.End > i {
			continue
		}
		if x := res.gender(m.Name); g != 0 && x != 0 && x != g {
			continue
		}
		dup := false
		for j := range out {
			if out[j].id == m.Name {
				dup = true
			}
		}
		if dup || r.d.Tokens[m.Tokens.First].Quoted {
			continue
		}
		head := m.Tokens.End - 1
		subject := false
		for h := m.Tokens.First; h <= head; h++ {
			subject = subject || r.tree.rel(h) == parse.Nsubj
		}
		out = append(out, candidate{m.Name, m.Tokens.First, subject})
	}
	return out
}

// pronoun finds whom "he" or "she" at token i means.
func (res *resolver) pronoun(i int, w string) voice {
	g := byte('m')
	if w == "she" || w == "her" || w == "hers" || w == "herself" {
		g = 'f'
	}
	para := int(res.r.paras[i])
	if id, ok := res.antecedent(i, g); ok {
		return voice{NamedPerson, res.r.ledger.Names[id].Canonical, id}
	}
	if near := para - res.lastPar; near >= 0 && near <= 2 && (res.last.kind == NamedPerson && (res.last.id < 0 || res.fits(res.last.id, g)) || res.last.kind == UnnamedPerson || res.last.kind == Anonymous) {
		return res.last
	}
	return voice{kind: NamedPerson, id: -1}
}

func (res *resolver) fits(id int, g byte) bool {
	x := res.gender(id)
	return x == 0 || x == g
}

// antecedent chooses among the persons near a pronoun: the voice before where
// it fits and no nearer subject stands against it, else the last subject, else
// the last person.
func (res *resolver) antecedent(i int, g byte) (int, bool) {
	cs := res.people(i, g, 2)
	if len(cs) == 0 {
		return 0, false
	}
	para := int(res.r.paras[i])
	if res.last.kind == NamedPerson && res.last.id >= 0 && para-res.lastPar <= 1 && res.fits(res.last.id, g) {
		// A person named as a subject after that voice takes over.
		for _, c := range cs {
			if c.at > res.lastAt && c.subject && c.id != res.last.id {
				return c.id, true
			}
		}
		return res.last.id, true
	}
	if (res.last.kind == UnnamedPerson || res.last.kind == Anonymous) && res.lastPar == para && cs[0].at < res.lastAt {
		return 0, false
	}
	for _, c := range cs {
		if c.subject {
			return c.id, true
		}
	}
	return cs[0].id, true
}

// relative finds what "who" or "which" goes back to: the noun that its clause
// hangs on, or the last one before it.
func (res *resolver) relative(f *finding) voice {
	r := res.r
	at := -1
	for hop, n := f.head, 0; hop >= 0 && n < 5; hop, n = r.tree.head(hop), n+1 {
		if h := r.tree.head(hop); h >= 0 && h < f.head && r.tree.rel(hop) == parse.Relcl {
			at = h
			break
		}
	}
	for k := f.head - 1; at < 0 && k >= 0 && k > f.head-8; k-- {
		if t := r.tag(k); t.Noun() || t == lang.PRP || t == lang.CD {
			at = k
		}
	}
	if at < 0 || r.word(at) == "who" || r.word(at) == "which" || r.word(at) == "that" {
		return voice{kind: UnnamedGroup, id: -1}
	}
	x, head := r.before(at + 1)
	if head != at {
		x = lang.Range{First: at, End: at + 1}
	}
	g := finding{source: x, head: at, verb: f.verb, content: f.content}
	return r.kindOf(&g, res)
}

// plural finds what "they" or "it" at token i goes back to.
func (res *resolver) plural(i int, w string) voice {
	r := res.r
	switch w {
	case "it", "its", "itself":
		if res.last.kind == Organisation || res.last.kind == Document {
			if int(r.paras[i])-res.lastPar <= 1 {
				return res.last
			}
		}
		return res.lastBody(i)
	}
	if (res.last.kind == UnnamedGroup || res.last.kind == Organisation) && int(r.paras[i])-res.lastPar <= 1 {
		return res.last
	}
	return voice{kind: UnnamedGroup, id: -1}
}

// lastBody is the last organisation or place that was a subject before token i.
func (res *resolver) lastBody(i int) voice {
	r := res.r
	if r.ledger != nil {
		first := r.d.Paras[max(0, int(r.paras[i])-1)].Tokens.First
		for k := r.mentionFrom(i) - 1; k >= 0 && r.ledger.Mentions[k].Tokens.First >= first; k-- {
			m := &r.ledger.Mentions[k]
			if m.Type != names.Org && m.Type != names.Place || m.Name < 0 {
				continue
			}
			for h := m.Tokens.First; h < m.Tokens.End; h++ {
				if r.tree.rel(h) == parse.Nsubj {
					return voice{Organisation, r.ledger.Names[m.Name].Canonical, m.Name}
				}
			}
		}
	}
	return voice{kind: Document, id: -1}
}

// described finds whom a definite description means: "the mayor" a person whose
// post is known, "the official" the one that spoke before.
func (res *resolver) described(f *finding, k Kind) (voice, bool) {
	r := res.r
	w := r.word(f.head)
	first := r.word(f.source.First)
	definite := first == "the" || first == "this" || first == "that" || first == "his" || first == "her" || r.d.Tokens[f.source.First].Shape == lang.ShapeTitle && f.source.First == f.head
	if !definite {
		return voice{}, false
	}
	if v, ok := res.seen[strings.TrimSuffix(w, "s")]; ok && first == "the" {
		return v, true
	}
	if id, ok := res.posts[w]; ok && id >= 0 && first == "the" {
		return voice{NamedPerson, r.ledger.Names[id].Canonical, id}, true
	}
	return voice{}, false
}

// rivals lists the persons that the pronoun at token i can mean as well as
// the one chosen: of fitting gender, and named in the same sentence or the one
// before as subjects.
func (res *resolver) rivals(i int, w string, chosen int) []int {
	g := byte('m')
	if w == "she" {
		g = 'f'
	}
	r := res.r
	s := r.sentence(i)
	from := s.First
	if p := r.d.Paras[r.paras[i]]; from > p.Tokens.First {
		from = r.sentence(from - 1).First
	}
	var out []int
	for _, c := range res.people(i, g, 0) {
		if c.id != chosen && c.subject && c.at >= from {
			out = append(out, c.id)
		}
	}
	return out
}
