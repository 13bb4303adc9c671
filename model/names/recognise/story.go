package recognise

import (
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// settle goes over the names of a whole story once more, with what it has
// learned from all of them: the surname of somebody named in full is that
// person wherever it stands, one word names things of one kind, and a headline
// speaks of what the body speaks of.
func (x *extractor) settle(found []Span) []Span {
	found = x.shape(found)
	x.kinds(found)
	found = mergeSpans(found, x.surnames(found))
	found = x.headlines(found)
	found = x.numbered(found)
	return mergeSpans(found, x.compounds(found))
}

// kinds makes one word a thing of one kind, by majority, and lets the
// gazetteers decide where they know one kind only.
func (x *extractor) kinds(found []Span) {
	people := x.people(found)
	votes := x.votes(found)
	sport := x.sport()
	things, grounds := x.articled(found)
	for i := range found {
		s := &found[i]
		if sport && s.Kind == Place && x.plays(*s) {
			s.Kind = Org
			continue
		}
		if s.End-s.First > 1 {
			if p := x.phr[s.First]; s.Kind == Place && p.pos == 1 && p.class&gazetteer.Org != 0 && p.class&lands == 0 && x.phr[s.End-1].pos == 3 {
				s.Kind = Org
			}
			continue
		}
		w := x.at[s.First]
		if people[w.low] && s.Kind != Person && s.Kind != Group && w.gaz&(lands|gazetteer.Org) == 0 {
			s.Kind = Person
			continue
		}
		if k, ok := majority(votes[w.low]); ok {
			s.Kind = k
		}
		if s.Kind == Person && !people[w.low] && (things[w.low] || x.unintroduced(w, votes[w.low])) {
			s.Kind = Org
			if grounds[w.low] || w.seen.bits&afterPlaceIn != 0 || w.gaz&(lands|gazetteer.MidPlace|gazetteer.SmallPlace) != 0 {
				s.Kind = Place
			}
		}
		if s.Kind == Org && !sport && w.gaz&lands != 0 && w.gaz&gazetteer.Org == 0 {
			s.Kind = Place
		}
	}
}

// articled returns the words that stand alone for a person, it seems, but after
// an article more often than not: "the Golan" is nobody. "The Golan government"
// is no evidence. Those that things happen in are grounds.
func (x *extractor) articled(found []Span) (things, grounds map[uint32]bool) {
	count := map[uint32]int{}
	things, grounds = map[uint32]bool{}, map[uint32]bool{}
	for _, s := range found {
		if s.Kind != Person || s.End-s.First != 1 {
			continue
		}
		w := x.at[s.First].low
		after := s.First > 0 && x.at[s.First-1].low == hashThe && (s.End == len(x.at) || !x.at[s.End].letters || x.at[s.End].flags&(linker|saying) != 0)
		if after {
			count[w]++
			if s.First > 1 && x.at[s.First-2].flags&locative != 0 && x.d.Str(s.First-2) == "in" {
				grounds[w] = true
			}
		} else {
			count[w]--
		}
	}
	for w, n := range count {
		if n > 0 {
			things[w] = true
		}
	}
	return things, grounds
}

// unintroduced reports whether a word stands for a person again and again whom
// the story never gives a first name or a title: it is hardly a person.
func (x *extractor) unintroduced(w *word, v *[NKinds]int32) bool {
	const names = gazetteer.First | gazetteer.FirstRare | gazetteer.Last | gazetteer.LastRare
	return v != nil && v[Person] >= 3 && w.gaz&names == 0 && w.seen.runLen < 2 && w.seen.bits&(afterTitle|afterGiven|afterJob|ageFollows) == 0
}

// bodies are institutions that go by one common word with a capital.
var bodies = map[string]bool{
	"Cabinet": true, "Parliament": true, "Assembly": true, "Congress": true, "Senate": true, "Duma": true, "Knesset": true,
	"Politburo": true, "Bundestag": true, "Diet": true, "Kremlin": true, "Pentagon": true, "Vatican": true, "Legislature": true,
}

// votes counts, for each word that is a name by itself, of which kind.
func (x *extractor) votes(found []Span) map[uint32]*[NKinds]int32 {
	votes := map[uint32]*[NKinds]int32{}
	for _, s := range found {
		if s.End-s.First == 1 {
			w := x.at[s.First].low
			if votes[w] == nil {
				votes[w] = new([NKinds]int32)
			}
			votes[w][s.Kind]++
		}
	}
	return votes
}

// people returns the last words of the people that running copy names in full.
func (x *extractor) people(found []Span) map[uint32]bool {
	m := map[uint32]bool{}
	for _, s := range found {
		if s.Kind == Person && s.End-s.First > 1 && !x.headline(s.First) {
			m[x.at[s.End-1].low] = true
		}
	}
	return m
}

// majority returns the kind that two thirds of the votes, and two or more, are
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

var sporting = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range []string{
		"beat", "coach", "league", "season", "goals", "match", "cup", "innings", "wickets", "wicket", "scored", "striker", "midfielder",
		"quarterback", "tournament", "playoffs", "halftime", "standings", "defeated", "soccer", "cricket", "rugby", "baseball",
		"basketball", "semifinal", "semifinals", "quarterfinals", "goalkeeper", "batsman", "bowler", "runs", "hockey",
	} {
		m[hash(w)] = true
	}
	return m
}()

// sport reports whether the story is of games, where towns and lands play.
func (x *extractor) sport() bool {
	n := 0
	for _, w := range x.at {
		if sporting[w.low] {
			n++
		}
	}
	return n >= 3 && n*100 > len(x.at)
}

// What stands after and before a team in reports of games.
var (
	playsAfter  = wordsOf("beat beats lost drew won win wins play plays played face faces host hosts hosted defeated edged thrashed lead leads led scored took meet meets met declared batted v vs")
	playsBefore = wordsOf("beat against v vs defeated thrashed edged hosted facing beating")
)

func wordsOf(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// plays reports whether a town or a land stands for its team: "England beat
// Wales", "Austria 2 Scotland 0".
func (x *extractor) plays(s Span) bool {
	p := x.d.Paras[x.paraOf(s.First)].Tokens
	if s.End < p.End && playsAfter[x.d.Str(s.End)] || s.First > p.First && playsBefore[x.d.Str(s.First-1)] {
		return true
	}
	if p.End-p.First > 16 || s.End >= p.End || x.d.Tokens[s.End].Kind != lang.Number || x.d.Tokens[s.End].Len() == 4 {
		return false
	}
	if s.First > p.First && (x.d.Str(s.First-1) == "(" || x.at[s.First-1].flags&locative != 0) {
		return false
	}
	n := 0
	for i := p.First; i < p.End; i++ {
		if x.d.Tokens[i].Kind == lang.Number && !strings.Contains(x.d.Str(i), "-") {
			n++
		}
	}
	return n >= 2
}

// surnames returns the places where the surname of somebody named in full
// stands alone and was not found, and those of institutions.
func (x *extractor) surnames(found []Span) []Span {
	people := x.people(found)
	inside := x.inside(found)
	var more []Span
	for i, w := range x.at {
		if inside[i] > 0 || !w.capital || !w.letters || x.run[i].end-x.run[i].first != 1 || x.headline(i) {
			continue
		}
		if !people[w.low] {
			if !x.d.Tokens[i].First && w.seen.small == 0 && bodies[x.d.Str(i)] {
				more = append(more, Span{Range: lang.Range{First: i, End: i + 1}, Kind: Org})
			}
			continue
		}
		if x.d.Tokens[i].First && (w.seen.small > 0 || w.gaz&gazetteer.Word != 0 && w.seen.mid == 0) {
			continue
		}
		more = append(more, Span{Range: lang.Range{First: i, End: i + 1}, Kind: Person})
	}
	return more
}

// inside returns, for each token, 1 + the index of the span that holds it; 0
// for none.
func (x *extractor) inside(found []Span) []int32 {
	in := make([]int32, len(x.at))
	for i, s := range found {
		for j := s.First; j < s.End; j++ {
			in[j] = int32(i) + 1
		}
	}
	return in
}

// headline reports whether token i stands in a paragraph whose capitals mean
// nothing.
func (x *extractor) headline(i int) bool {
	p := &x.d.Paras[x.paraOf(i)]
	return p.TitleCase || p.AllCaps
}

// headlines reads headlines by the names of the body: "Cuba Frees" is no
// person in a story about Cuba.
func (x *extractor) headlines(found []Span) []Span {
	any := false
	for i := range x.d.Paras {
		any = any || x.d.Paras[i].TitleCase || x.d.Paras[i].AllCaps
	}
	if !any {
		return found
	}
	type votes [NKinds]int32
	body := map[uint64]*votes{}
	begins := map[uint64]bool{}
	key := func(h uint64, i int) uint64 { return (h ^ uint64(x.at[i].low)) * 0x9e3779b97f4a7c15 }
	for _, s := range found {
		if x.headline(s.First) {
			continue
		}
		h := uint64(1)
		for i := s.First; i < s.End; i++ {
			h = key(h, i)
			begins[h] = true
		}
		if body[h] == nil {
			body[h] = new(votes)
		}
		body[h][s.Kind]++
	}
	var more []Span
	inside := x.inside(found)
	drop := make([]bool, len(found))
	for pi := range x.d.Paras {
		p := &x.d.Paras[pi]
		if !p.TitleCase && !p.AllCaps {
			continue
		}
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			if !x.at[i].capital {
				continue
			}
			end, kind, count := i, Kind(0), int32(0)
			h := uint64(1)
			for j := i; j < p.Tokens.End; j++ {
				h = key(h, j)
				if !begins[h] {
					break
				}
				if v := body[h]; v != nil {
					end, kind, count = j+1, 0, 0
					for k, n := range v {
						if n > count {
							kind, count = Kind(k), n
						}
					}
				}
			}
			if end == i {
				continue
			}
			fits := true
			for j := i; j < end; j++ {
				if s := inside[j]; s > 0 {
					old := found[s-1]
					longer := old.End-old.First > end-i
					if longer && (old.Kind == kind || count < 2 && old.Kind != Person) || old.First < i && !longer {
						fits = false
					}
				}
			}
			if !fits {
				continue
			}
			for j := i; j < end; j++ {
				if s := inside[j]; s > 0 {
					drop[s-1] = true
				}
			}
			more = append(more, Span{Range: lang.Range{First: i, End: end}, Kind: kind})
			i = end - 1
		}
	}
	out := make([]Span, 0, len(found))
	for i, s := range found {
		if !drop[i] {
			out = append(out, s)
		}
	}
	return mergeSpans(out, more)
}

// numbered reads "the Birmingham Six" as a group.
func (x *extractor) numbered(found []Span) []Span {
	for i := range found {
		s := &found[i]
		if s.Kind != Group && s.Kind != Place || s.End >= len(x.at) || x.headline(s.First) || !x.at[s.End].capital {
			continue
		}
		switch x.d.Str(s.End) {
		case "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve":
			if i+1 == len(found) || found[i+1].First > s.End {
				s.End, s.Kind = s.End+1, Group
			}
		}
	}
	return found
}

// mergeSpans merges two rows of spans in their order.
func mergeSpans(a, b []Span) []Span {
	if len(b) == 0 {
		return a
	}
	out := slices.Concat(a, b)
	slices.SortFunc(out, func(a, b Span) int { return a.First - b.First })
	return out
}
