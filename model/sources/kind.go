package sources

import (
	"strings"

	"stet/model/lang"
	"stet/model/names"
)

// voice is who stands behind a source's words.
type voice struct {
	kind Kind
	name string // resolved or as it stands; empty where nothing is known
	id   int    // index in names.Ledger.Names, or -1
}

// kindOf tells what kind of source the words of f are. before is the voice that
// a pronoun or a definite description there goes back to.
func (r *reader) kindOf(f *finding, res *resolver) voice {
	if f.head < 0 {
		return voice{kind: None, id: -1}
	}
	if f.source.First >= f.source.End {
		f.source = lang.Range{First: f.head, End: f.head + 1}
	}
	x := r.wider(f.source, f.head)
	w := r.word(f.head)
	if v, ok := r.ledgerVoice(f.source, f.head, res); ok {
		if v.kind == NamedPerson || v.kind == Organisation || !r.hides(x, f) {
			return v
		}
	}
	switch w {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself":
		return res.pronoun(f.head, w)
	case "who", "whom", "which", "that", "whose":
		return res.relative(f)
	case "they", "them", "their", "it", "its", "themselves", "itself", "what":
		return res.plural(f.head, w)
	case "i", "me", "my", "we", "us", "our", "you", "your":
		return voice{kind: NamedPerson, id: -1}
	}
	if v, ok := r.apposed(f); ok {
		return v
	}
	text := r.d.Slice(f.source).In(r.d.Text)
	k := r.nounKind(x, f)
	if k == UnnamedPerson || k == Anonymous {
		if v, ok := res.described(f, k); ok {
			return v
		}
	}
	return voice{kind: k, name: text, id: -1}
}

// apposed takes the name set beside a description: "the ministry's spokesman,
// Ivo Hale, said", "committee chairman Ivo Hale".
func (r *reader) apposed(f *finding) (voice, bool) {
	end := f.source.End
	if !r.tag(f.head).Noun() || r.ledger == nil {
		return voice{}, false
	}
	if r.word(end) == "," {
		end++
	} else if end-1 > f.head && r.tag(f.head+1) == lang.NNP && people[r.word(f.head)] {
		return voice{kind: NamedPerson, name: r.d.Slice(lang.Range{First: f.head + 1, End: end}).In(r.d.Text), id: -1}, true
	}
	if k := r.mentionFrom(end); k < len(r.ledger.Mentions) {
		m := &r.ledger.Mentions[k]
		next := r.word(m.Tokens.End)
		if m.Tokens.First == end && m.Type == names.Person && m.Name >= 0 && (next == "," || end == f.source.End) && r.tag(f.head) == lang.NN {
			return voice{NamedPerson, r.ledger.Names[m.Name].Canonical, m.Name}, true
		}
	}
	return voice{}, false
}

// wider is a source phrase with what hangs on its head: "a person familiar with
// the talks", "an official, who asked not to be named".
func (r *reader) wider(x lang.Range, head int) lang.Range {
	u := r.units[r.unit[head]]
	end := x.End
	for end < u.End && end < x.End+14 {
		if t := r.tag(end); t.Finite() {
			if r.word(end-1) != "who" && r.word(end-1) != "that" && r.word(end) != "briefed" {
				break
			}
		}
		end++
	}
	return lang.Range{First: x.First, End: end}
}

// hides reports whether the words say that the source goes without a name.
func (r *reader) hides(x lang.Range, f *finding) bool {
	for i := x.First; i < x.End; i++ {
		w := r.word(i)
		switch {
		case hidden[w]:
			return true
		case sourcelike[w] && !(r.d.Tokens[i].Shape == lang.ShapeTitle && r.d.Tokens[max(i-1, 0)].Shape == lang.ShapeTitle) && (i <= f.head || i <= f.head+4 && r.word(f.head+1) == "of"):
			return !(w == "source" && r.word(i-1) == "primary")
		case (w == "familiar" || w == "acquainted") && r.word(i+1) == "with", w == "briefed" && i > f.head, w == "knowledge" && r.word(i+1) == "of" && r.word(i-1) != "the" && r.word(i-1) != "no" && r.word(i-2) != "no" && i > f.head,
			w == "close" && r.word(i+1) == "to" && i > f.head && (r.word(f.head) == "people" || people[strings.TrimSuffix(r.word(f.head), "s")]):
			return f.head <= i && !r.named(f)
		}
	}
	return r.condition(f)
}

// named reports whether a person's name is in the source phrase.
func (r *reader) named(f *finding) bool {
	return r.mention(f.source, names.Person) >= 0
}

// condition reports whether the sentence of f says that the source speaks
// without a name.
func (r *reader) condition(f *finding) bool {
	if r.named(f) {
		return false
	}
	s := r.sentence(f.head)
	for i := s.First; i+1 < s.End; i++ {
		switch w := r.word(i); {
		case w == "anonymously" && within(i, f.content):
		case w == "condition" && r.word(i+1) == "of" && (r.word(i+2) == "anonymity" || r.word(i+3) == "anonymity"), w == "anonymously", w == "anonymity" && r.word(i-1) != "without":
			return true
		case (w == "be" || w == "being") && (r.word(i+1) == "named" || r.word(i+1) == "identified" || r.word(i+1) == "quoted"):
			for k := max(s.First, i-5); k < i; k++ {
				if w := r.word(k); w == "not" || w == "declined" || w == "refused" || w == "without" || w == "n't" {
					return true
				}
			}
		}
	}
	return false
}

// mention returns the first mention of type t in x, or -1.
func (r *reader) mention(x lang.Range, t names.Type) int {
	if r.ledger == nil || x.First >= x.End {
		return -1
	}
	for i := r.mentionFrom(x.First); i < len(r.ledger.Mentions); i++ {
		m := &r.ledger.Mentions[i]
		if m.Tokens.First >= x.End {
			break
		}
		if m.Type == t {
			return i
		}
	}
	return -1
}

// mentionFrom returns the index of the first mention that ends after token i.
func (r *reader) mentionFrom(i int) int {
	lo, hi := 0, len(r.ledger.Mentions)
	for lo < hi {
		if m := (lo + hi) / 2; r.ledger.Mentions[m].Tokens.End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// ledgerVoice takes the name in the source phrase that speaks: a person in it,
// or the body or place that is its head.
func (r *reader) ledgerVoice(x lang.Range, head int, res *resolver) (voice, bool) {
	if r.ledger == nil {
		return voice{}, false
	}
	best := -1
	for i := r.mentionFrom(x.First); i < len(r.ledger.Mentions); i++ {
		m := &r.ledger.Mentions[i]
		if m.Tokens.First >= x.End {
			break
		}
		if r.word(m.Tokens.End) == "'s" || r.word(m.Tokens.End) == "'" {
			if head >= m.Tokens.End {
				continue
			}
		}
		holdsHead := m.Tokens.First <= head && head < m.Tokens.End
		if !holdsHead && m.Tokens.End <= head {
			if t := r.tag(head); t == lang.NN || t == lang.NNS {
				continue // "a Clinton adviser"
			}
		}
		switch m.Type {
		case names.Person:
			// "the lawyer for Ann Lee" is not Ann Lee.
			if holdsHead || !r.behindPrep(x.First, m.Tokens.First) {
				best = i
			}
		case names.Org, names.Place, names.Group, names.Work, names.Event:
			if holdsHead && best < 0 {
				best = i
			}
		}
		if best >= 0 && r.ledger.Mentions[best].Type == names.Person {
			break
		}
	}
	if best < 0 {
		return voice{}, false
	}
	m := &r.ledger.Mentions[best]
	v := voice{id: m.Name, name: m.In(r.d.Text)}
	if m.Name >= 0 {
		v.name = r.ledger.Names[m.Name].Canonical
	}
	switch m.Type {
	case names.Person:
		v.kind = NamedPerson
	case names.Work:
		v.kind = Document
	case names.Group:
		v.kind = UnnamedGroup
		if r.tag(head) == lang.NNP && !strings.HasSuffix(r.word(head), "s") {
			v.kind = Organisation
		}
	case names.Place, names.Org:
		v.kind = Organisation
	default:
		return voice{}, false
	}
	if m.Tokens.First <= head && head < m.Tokens.End || m.Type == names.Person {
		return v, true
	}
	return voice{}, false
}

// behindPrep reports whether a preposition stands between tokens a and b.
func (r *reader) behindPrep(a, b int) bool {
	for i := a; i < b; i++ {
		if r.tag(i) == lang.IN || r.tag(i) == lang.TO {
			return true
		}
	}
	return false
}

// nounKind tells the kind of a source by its head noun and the words about it.
func (r *reader) nounKind(x lang.Range, f *finding) Kind {
	head := f.head
	w := r.word(head)
	t := r.tag(head)
	if r.hides(x, f) {
		return Anonymous
	}
	single := strings.TrimSuffix(w, "s")
	switch {
	case spokespeople[w] && w != "officer" && !(w == "secretary" && r.word(head-1) != "press"):
		if r.body(x, head) {
			return Organisation
		}
		if strings.HasSuffix(w, "men") || strings.HasSuffix(w, "s") || strings.HasSuffix(w, "people") {
			return UnnamedGroup
		}
		return UnnamedPerson
	case w == "one" || w == "another":
		if r.word(head+1) == "of" || people[r.word(head+1)] || people[r.word(head+2)] || people[r.word(head+3)] || r.punct(head+1) || r.tag(head+1).Verb() {
			return UnnamedPerson
		}
		return UnnamedGroup
	case documents[w]:
		return Document
	case bodies[w]:
		return Organisation
	case quantities[w] || t == lang.CD:
		return UnnamedGroup
	case people[w]:
		return UnnamedPerson
	case t == lang.NNS || t == lang.NNPS || people[single]:
		if documents[single] {
			return Document
		}
		return UnnamedGroup
	case t == lang.NNP:
		if r.tag(head-1) == lang.NNP && r.word(head) != "campaign" {
			return NamedPerson
		}
		return Organisation
	case strings.HasSuffix(w, "man") || strings.HasSuffix(w, "woman"):
		return UnnamedPerson
	case strings.HasSuffix(w, "men") || strings.HasSuffix(w, "women"):
		return UnnamedGroup
	case t == lang.JJ || t == lang.JJS || t == lang.JJR || t == lang.DT:
		return UnnamedGroup
	}
	for _, s := range []string{"er", "or", "ist", "ian", "ant", "ent"} {
		if strings.HasSuffix(w, s) && t == lang.NN {
			return UnnamedPerson
		}
	}
	return Document
}

// body reports whether a spokesperson's body is named with it: "a Kremlin
// spokesman", "the ministry's spokeswoman", "a spokesman for the police".
func (r *reader) body(x lang.Range, head int) bool {
	for i := x.First; i < x.End; i++ {
		if i == head {
			continue
		}
		if t := r.d.Tokens[i]; t.Tag == lang.NNP || t.Tag == lang.NNPS || t.Shape == lang.ShapeUpper && t.Len() > 1 || t.Shape == lang.ShapeTitle && !t.First {
			return true
		}
		if w := r.word(i); bodies[w] || bodies[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}
