package names

import (
	"context"
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/story"
)

// gatherer turns mentions into names.
type gatherer struct {
	k     *knowledge
	d     *lang.Doc
	o     Options
	ms    []Mention
	words [][]string // of each mention: normal forms
	names []Name
	keys  [][]string // of each name: words of its fullest spelling
	refs  []int      // of each name: order of its latest mention while gathering
}

// gather makes the ledger. Full names come first, so that a surname in the
// headline finds the person that the body introduces.
func gather(ctx context.Context, k *knowledge, s *story.Story, d *lang.Doc, ms []Mention, o Options) *Ledger {
	g := &gatherer{k: k, d: d, o: o, ms: ms, words: make([][]string, len(ms))}
	for i := range ms {
		ms[i].Name = -1
		if !ms[i].Type.Figure() {
			g.words[i] = normal(d, ms[i])
		}
	}
	for _, pass := range []func(int) bool{g.isFull, func(int) bool { return true }} {
		for i := range ms {
			if ctx.Err() != nil {
				break
			}
			if ms[i].Type.Figure() || ms[i].Name >= 0 || !pass(i) {
				continue
			}
			g.place(i)
		}
	}
	g.acronyms()
	g.merge()
	l := g.ledger()
	l.Variants = variants(ctx, k, d, l, outer(s), o)
	return l
}

// outer returns what came with the copy and names people.
func outer(s *story.Story) []string {
	if s == nil {
		return nil
	}
	out := slices.Concat(s.Bylines, []string{s.PhotoCredit})
	for _, f := range s.Furniture {
		switch f.Reason {
		case story.SignOff, story.PhotoCredit, story.CaptionLine:
			out = append(out, f.Text)
		}
	}
	return out
}

// normal returns the words of a mention as they are compared: small letters, no
// diacritics, no points, no article or title before them.
func normal(d *lang.Doc, m Mention) []string {
	r := m.Tokens
	if m.part(d) {
		return []string{gazetteer.FoldKey(m.In(d.Text))}
	}
	var out []string
	for i := r.First; i < r.End; i++ {
		w := gazetteer.FoldKey(d.Str(i))
		switch {
		case w == "'s" || w == "'" || w == ",":
			continue
		case len(out) == 0 && (w == "the" || w == "a"):
			continue
		}
		out = append(out, w)
	}
	if n := len(out); n > 2 && (out[n-1] == "jr" || out[n-1] == "sr" || out[n-1] == "ii" || out[n-1] == "iii") {
		out = out[:n-1]
	}
	return out
}

// isFull reports whether a mention is a name in full: two words for a person,
// more than an acronym for the others.
func (g *gatherer) isFull(i int) bool {
	if g.ms[i].Type == Person {
		return len(g.words[i]) > 1
	}
	return true
}

// place counts mention i to a name, or makes it one of its own.
func (g *gatherer) place(i int) {
	at := g.find(i)
	if at < 0 {
		at = len(g.names)
		g.names = append(g.names, Name{Type: g.ms[i].Type})
		g.keys = append(g.keys, g.words[i])
		g.refs = append(g.refs, i)
	} else if len(g.words[i]) > len(g.keys[at]) {
		g.keys[at] = g.words[i]
	}
	g.ms[i].Name = at
	g.names[at].Mentions = append(g.names[at].Mentions, i)
	g.refs[at] = i
}

// find returns the name that mention i belongs to, or -1.
func (g *gatherer) find(i int) int {
	spelling := g.ms[i].In(g.d.Text)
	if g.o.Split[spelling] {
		for n := range g.names {
			if slices.ContainsFunc(g.names[n].Mentions, func(m int) bool { return g.ms[m].In(g.d.Text) == spelling }) {
				return n
			}
		}
		return -1
	}
	best, distance := -1, 1<<30
	for n := range g.names {
		if !alike(g.ms[i].Type, g.names[n].Type) || g.onlySplit(n) {
			continue
		}
		same := slices.Equal(g.words[i], g.keys[n])
		if !same && g.ms[i].Type == Person && g.names[n].Type == Person {
			same = samePerson(g.words[i], g.keys[n])
		}
		if !same && g.ms[i].Type == Org && g.names[n].Type == Org {
			same = sameOrg(g.words[i], g.keys[n])
		}
		if !same {
			continue
		}
		// The nearest that came before wins, then the nearest that follows.
		dist := i - g.refs[n]
		if dist < 0 {
			dist = 1<<20 - dist
		}
		if slices.Equal(g.words[i], g.keys[n]) {
			dist -= 1 << 21
		}
		if dist < distance {
			best, distance = n, dist
		}
	}
	return best
}

// onlySplit reports whether the editor keeps all of a name's spellings apart.
func (g *gatherer) onlySplit(n int) bool {
	return len(g.o.Split) > 0 && len(g.names[n].Mentions) > 0 && !slices.ContainsFunc(g.names[n].Mentions, func(m int) bool {
		return !g.o.Split[g.ms[m].In(g.d.Text)]
	})
}

// acronyms joins an acronym to the name that it is the initials of.
func (g *gatherer) acronyms() {
	for n := range g.names {
		if len(g.names[n].Mentions) == 0 || len(g.keys[n]) != 1 || g.names[n].Type == Person || g.onlySplit(n) {
			continue
		}
		short := strings.ReplaceAll(g.ms[g.names[n].Mentions[0]].In(g.d.Text), ".", "")
		if len(short) < 2 || len(short) > 8 || strings.ToUpper(short) != short || !isLetters(short) {
			continue
		}
		for m := range g.names {
			if m == n || g.names[m].Type == Person || len(g.names[m].Mentions) == 0 || g.onlySplit(m) || !spells(short, g.keys[m]) {
				continue
			}
			g.join(n, m)
			break
		}
	}
}

// join counts the mentions of name n to name m.
func (g *gatherer) join(n, m int) {
	for _, i := range g.names[n].Mentions {
		g.ms[i].Name = m
	}
	g.names[m].Mentions = append(g.names[m].Mentions, g.names[n].Mentions...)
	slices.Sort(g.names[m].Mentions)
	g.names[n].Mentions = nil
}

// merge does what the editor said.
func (g *gatherer) merge() {
	if len(g.o.Merged) == 0 {
		return
	}
	byText := map[string]int{}
	for i := range g.ms {
		if n := g.ms[i].Name; n >= 0 {
			if t := g.ms[i].In(g.d.Text); byText[t] == 0 {
				byText[t] = n + 1
			}
		}
	}
	for i := range g.ms {
		to, ok := g.o.Merged[g.ms[i].In(g.d.Text)]
		if !ok || g.ms[i].Name < 0 {
			continue
		}
		m := byText[to] - 1
		if m < 0 || m == g.ms[i].Name {
			continue
		}
		from := &g.names[g.ms[i].Name]
		from.Mentions = slices.DeleteFunc(from.Mentions, func(x int) bool { return x == i })
		g.ms[i].Name = m
		g.names[m].Mentions = append(g.names[m].Mentions, i)
		slices.Sort(g.names[m].Mentions)
	}
}

// ledger puts the names in order and fills them in.
func (g *gatherer) ledger() *Ledger {
	l := &Ledger{Mentions: g.ms}
	order := make([]int, 0, len(g.names))
	for n := range g.names {
		if len(g.names[n].Mentions) > 0 {
			slices.Sort(g.names[n].Mentions) // full names were placed first
			order = append(order, n)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return g.names[a].Mentions[0] - g.names[b].Mentions[0] })
	for _, n := range order {
		name := g.names[n]
		for _, m := range name.Mentions {
			g.ms[m].Name = len(l.Names)
		}
		g.fill(&name)
		l.Names = append(l.Names, name)
	}
	return l
}

// fill works out a name's type, spellings, titles and what is known of it.
func (g *gatherer) fill(n *Name) {
	types := map[Type]int{}
	index := map[string]int{}
	for _, m := range n.Mentions {
		types[g.ms[m].Type]++
		t := g.ms[m].In(g.d.Text)
		s, ok := index[t]
		if !ok {
			// Capitals throughout are no spelling of their own.
			s = slices.IndexFunc(n.Spellings, func(x Spelling) bool {
				return strings.EqualFold(x.Text, t) && (x.Text == strings.ToUpper(x.Text) || t == strings.ToUpper(t))
			})
			if ok = s >= 0; ok && t != strings.ToUpper(t) {
				n.Spellings[s].Text = t
			}
			index[t] = s
		}
		if !ok {
			s = len(n.Spellings)
			index[t] = s
			n.Spellings = append(n.Spellings, Spelling{Text: t})
		}
		n.Spellings[s].Mentions = append(n.Spellings[s].Mentions, m)
	}
	for _, t := range []Type{Person, Org, Place, Group, Event, Work} {
		if types[t] > types[n.Type] {
			n.Type = t
		}
	}
	slices.SortStableFunc(n.Spellings, func(a, b Spelling) int { return len(b.Mentions) - len(a.Mentions) })
	full := -1
	for i, s := range n.Spellings {
		w := len(strings.Fields(s.Text))
		if full < 0 || w > len(strings.Fields(n.Spellings[full].Text)) {
			full = i
		}
		if g.o.Known[s.Text] || g.known(n.Type, s) {
			if !n.Known {
				full = i
			}
			n.Known = true
		}
	}
	for i, s := range n.Spellings { // the fullest known spelling, or the fullest
		w, was := len(strings.Fields(s.Text)), len(strings.Fields(n.Spellings[full].Text))
		if w > was && (!n.Known || g.o.Known[s.Text] || g.known(n.Type, s)) {
			full = i
		}
	}
	n.Canonical = n.Spellings[full].Text
	for _, m := range n.Mentions {
		n.Titles = append(n.Titles, rolesAt(g.d, g.ms[m])...)
	}
}

// known reports whether the gazetteers hold a spelling as a name of type t.
func (g *gatherer) known(t Type, s Spelling) bool {
	first := g.ms[s.Mentions[0]]
	c := g.k.class(tokensOf(g.d, first.Tokens))
	if first.part(g.d) {
		c = g.k.class(first.In(g.d.Text))
	}
	switch t {
	case Person:
		return c&gazetteer.Person != 0
	case Org:
		return c&gazetteer.Org != 0
	case Place:
		return c&(gazetteer.Country|gazetteer.Region|gazetteer.BigPlace|gazetteer.MidPlace) != 0
	case Group:
		return c&gazetteer.People != 0
	}
	return false
}
