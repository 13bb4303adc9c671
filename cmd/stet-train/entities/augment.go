package entities

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
	"stet/model/text"
)

// A dealer hands out names at random, to put in place of those of a corpus.
type dealer struct {
	rng                        *rand.Rand
	first, last, rareLast      []string
	cities, lands, orgs, clubs []string
}

func newDealer(dir string, rank func(string) int, gaz *gazetteer.Table) (*dealer, error) {
	d := &dealer{rng: rand.New(rand.NewPCG(11, 13))}
	read := func(file string, f func(string)) error {
		b, err := os.ReadFile(filepath.Join(dir, "lexicon", file))
		if err != nil {
			return err
		}
		sc := bufio.NewScanner(bytes.NewReader(b))
		for sc.Scan() {
			if w := strings.TrimSpace(strings.TrimPrefix(sc.Text(), "\ufeff")); w != "" && !strings.Contains(w, " ") {
				f(w)
			}
		}
		return nil
	}
	for _, f := range []string{"names/male.txt", "names/female.txt", "names/smashew_first_all.txt"} {
		if err := read(f, func(w string) {
			if rank(strings.ToLower(w)) < 60_000 {
				d.first = append(d.first, w)
			}
		}); err != nil {
			return nil, err
		}
	}
	if err := read("names/smashew_surnames_all.txt", func(w string) {
		switch r := rank(strings.ToLower(w)); {
		case len(w) < 3:
		case r < 60_000:
			d.last = append(d.last, w)
		case r < 250_000:
			d.rareLast = append(d.rareLast, w)
		}
	}); err != nil {
		return nil, err
	}
	for _, l := range []struct {
		file string
		to   *[]string
	}{{"orgs", &d.orgs}, {"places", &d.lands}, {"clubs", &d.clubs}} {
		b, err := lists.ReadFile("lists/" + l.file + ".txt")
		if err != nil {
			return nil, err
		}
		for line := range strings.SplitSeq(string(b), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for n := range strings.SplitSeq(line, "|") {
				if n != "" {
					*l.to = append(*l.to, n)
				}
			}
		}
	}
	for k := range gaz.KnownNames {
		if k.Class == gazetteer.BigPlace {
			d.cities = append(d.cities, k.Name)
		}
	}
	return d, nil
}

func pick[T any](d *dealer, s []T) T { return s[d.rng.IntN(len(s))] }

func (d *dealer) surname() string {
	if d.rng.IntN(3) == 0 {
		return pick(d, d.rareLast)
	}
	return pick(d, d.last)
}

// swapped returns m with other names in place of its own, the same for the
// same throughout.
func (d *dealer) swapped(m marked) marked {
	type person struct{ full, short string }
	people := map[string]person{}
	for _, n := range m.names {
		fs := strings.Fields(n.In(m.text))
		if n.kind == recognise.Person && len(fs) > 1 {
			full, short := d.person()
			people[fs[len(fs)-1]] = person{full, short}
		}
	}
	given := map[string]string{}
	for _, n := range m.names {
		if n.kind != recognise.Person {
			continue
		}
		if fs := strings.Fields(n.In(m.text)); len(fs) > 1 {
			given[fs[0]], _, _ = strings.Cut(people[fs[len(fs)-1]].full, " ")
		}
	}
	other := map[string]string{}
	replace := func(n markedName) string {
		was := n.In(m.text)
		if n.kind == recognise.Person {
			fs := strings.Fields(was)
			if p, ok := people[fs[len(fs)-1]]; ok {
				if len(fs) > 1 {
					return p.full
				}
				return p.short
			}
			if g, ok := given[was]; ok {
				return g
			}
			if strings.ContainsAny(was, "@_") || strings.ToLower(was) == was {
				return was
			}
		}
		if r, ok := other[was]; ok {
			return r
		}
		r := was
		switch {
		case n.kind == recognise.Person:
			if r = d.surname(); d.rng.IntN(4) == 0 {
				r = pick(d, d.first)
			}
		case n.kind == recognise.Place && d.rng.IntN(3) > 0:
			if r = pick(d, d.cities); d.rng.IntN(3) == 0 {
				r = pick(d, d.lands)
			}
		case n.kind == recognise.Org && d.rng.IntN(3) > 0:
			if r = d.organisation(); d.rng.IntN(2) == 0 {
				r = pick(d, d.orgs)
			}
		}
		other[was] = r
		return r
	}
	out := marked{unmarked: m.unmarked, weight: m.weight * 0.5}
	var b strings.Builder
	at := 0
	for _, n := range m.names {
		if n.Start < at {
			continue
		}
		b.WriteString(m.text[at:n.Start])
		start := b.Len()
		b.WriteString(replace(n))
		out.names = append(out.names, markedName{text.Span{Start: start, End: b.Len()}, n.kind})
		at = n.End
	}
	b.WriteString(m.text[at:])
	out.text = b.String()
	return out
}

// recased returns m with f done to its letters. f must keep their number of
// bytes; where it does not, ok is false.
func recased(m marked, f func(string) string) (marked, bool) {
	t := f(m.text)
	if len(t) != len(m.text) {
		return m, false
	}
	m.text = t
	m.weight *= 0.3
	return m, true
}

// titleCased gives every word but the small ones a capital, as headlines have.
func titleCased(t string) string {
	fs := strings.SplitAfter(t, " ")
	for i, w := range fs {
		switch strings.TrimSpace(w) {
		case "a", "an", "the", "and", "but", "or", "for", "of", "in", "on", "at", "to", "by", "as", "with", "from":
			continue
		}
		r := []rune(w)
		r[0] = unicode.ToUpper(r[0])
		fs[i] = string(r)
	}
	return strings.Join(fs, "")
}

// headlines returns those sentences of m that are short enough for one, in
// title case or capitals.
func (d *dealer) headlines(m marked) []marked {
	var out []marked
	start := 0
	for line := range strings.SplitAfterSeq(m.text, "\n") {
		end := start + len(line)
		if n := len(strings.Fields(line)); n >= 5 && n <= 16 && d.rng.IntN(4) == 0 {
			h := marked{text: strings.TrimRight(line, "\n. "), unmarked: m.unmarked, weight: m.weight}
			has := false
			for _, x := range m.names {
				if x.Start >= start && x.End <= start+len(h.text) {
					h.names = append(h.names, markedName{x.Shift(-start), x.kind})
					has = true
				}
			}
			f := titleCased
			if d.rng.IntN(3) == 0 {
				f = strings.ToUpper
			}
			if r, ok := recased(h, f); ok && has {
				out = append(out, r)
			}
		}
		start = end
	}
	return out
}

// A cast is who a made-up text speaks of: each letter of a template keeps to a
// few of them, so that the same come back.
type cast struct{ people [][2]string }

// template lays out s. {p} stands for a person in full and {s} for a surname
// of one named before, {i} for initial and surname, {c} and {C} for a town,
// {l} for a land, {o} for a known organisation, {x} for a made-up one, {g} for
// an institution, {t} and {T} for a team, {n} for a figure.
func (d *dealer) template(s string, who *cast, m *marked, b *strings.Builder) {
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		what := s[i+1]
		s = s[strings.IndexByte(s, '}')+1:]
		start := b.Len()
		kind := recognise.Org
		switch what {
		case 'p':
			kind = recognise.Person
			full, short := d.person()
			who.people = append(who.people, [2]string{full, short})
			b.WriteString(full)
		case 's':
			kind = recognise.Person
			if len(who.people) > 0 && d.rng.IntN(3) > 0 {
				b.WriteString(pick(d, who.people)[1])
			} else {
				b.WriteString(d.surname())
			}
		case 'i':
			kind = recognise.Person
			b.WriteString(string("ABCDEFGHIJKLMNOPRSTVW"[d.rng.IntN(21)]) + ". " + d.surname())
		case 'c':
			kind = recognise.Place
			b.WriteString(pick(d, d.cities))
		case 'C':
			kind = recognise.Place
			b.WriteString(strings.ToUpper(pick(d, d.cities)))
		case 'l':
			kind = recognise.Place
			b.WriteString(pick(d, d.lands))
		case 'o':
			b.WriteString(pick(d, d.orgs))
		case 'x':
			b.WriteString(d.organisation())
		case 'g':
			b.WriteString(strings.TrimSpace(pick(d, institutions)))
		case 'n':
			b.WriteString(fmt.Sprint(d.rng.IntN(9) + d.rng.IntN(2)*d.rng.IntN(100)))
			continue
		case 'T':
			b.WriteString(strings.ToUpper(d.team()))
		default:
			b.WriteString(d.team())
		}
		m.names = append(m.names, markedName{text.Span{Start: start, End: b.Len()}, kind})
	}
	b.WriteString(s)
	b.WriteByte('\n')
}

// team is a club, or a town or land that plays.
func (d *dealer) team() string {
	switch d.rng.IntN(6) {
	case 0, 1:
		return pick(d, d.cities)
	case 2:
		return pick(d, d.lands)
	default:
		return pick(d, d.clubs)
	}
}

// sports makes up reports of games: a town or a land that plays is an
// organisation.
func (d *dealer) sports() marked {
	m := marked{weight: 0.5}
	var b strings.Builder
	var who cast
	d.template(pick(d, sportHeads), &who, &m, &b)
	d.template(pick(d, sportDates), &who, &m, &b)
	lines := pick(d, sportBodies)
	for range 4 + d.rng.IntN(10) {
		d.template(pick(d, lines), &who, &m, &b)
	}
	m.text = b.String()
	return m
}

// wire makes up openings of wire stories.
func (d *dealer) wire() marked {
	m := marked{weight: 0.5}
	var b strings.Builder
	var who cast
	d.template(pick(d, datelines), &who, &m, &b)
	for range 3 + d.rng.IntN(6) {
		d.template(pick(d, newsLines), &who, &m, &b)
	}
	m.text = b.String()
	return m
}

// The lines below are written in the manner of wire services.
var (
	sportHeads = []string{
		"SOCCER - {T} BEAT {T} {n}-{n}.", "CRICKET - {T} {n}-{n} AT CLOSE.", "BASEBALL - RESULTS.", "BASKETBALL - {T} WIN AGAIN.",
		"RUGBY - {T} NAME TEAM TO FACE {T}.", "TENNIS - {s} THROUGH TO FINAL.", "SOCCER - LEAGUE STANDINGS.",
		"Soccer: {t} held by {t}", "{t} edge past {t} to go top", "{t} {n}, {t} {n}", "ICE HOCKEY - {T} ROUT {T}.",
	}
	sportDates  = []string{"{C} 1996-08-30", "{C} 2021-03-14", "{c}, March 3", "{C}, Aug 12 (Reuters) -", "{c}"}
	sportBodies = [][]string{
		{
			"{t} {n} {t} {n}", "{t} {n} ({s} {n}) {t} {n}.", "{t} {n} {n} {n} {n} {n} {n} {n}", "{t} {n} {t} {n} Attendance: 12,000",
			"{t} v {t}", "{t} at {t}", "{t} {n}, {t} {n}", "Halftime {n}-{n}", "Standings (tabulate under played, won, drawn, lost, for, against, points):",
		},
		{
			"{t} beat {t} {n}-{n} in a league match on Sunday.", "{s} scored twice as {t} drew with {t} in {c}.",
			"Striker {p} put {t} ahead after ten minutes.", "{t} coach {p} said his side had deserved to win.",
			"{t} host {t} on Saturday at their ground in {c}.", "\"We were lucky,\" {s} said after {t} lost at home to {t}.",
			"{t}, who won the title last year, are third behind {t} and {t}.", "{p} ({l}) beat {p} ({l}) 6-4 6-3",
			"Midfielder {p} has signed for {t} from {t} on a three-year deal.", "The win lifted {t} above {t} on goal difference.",
			"{t} captain {p} was booked before {s} levelled for {t}.",
		},
		{
			"At {c}: {t} 201 and 150 for {n} ({i} 52 not out). {t} 318 ({p} 101).", "At {c}: {t} won by {n} wickets. {t} 4 points, {t} 20.",
			"{t} beat {t} by an innings and {n} runs.", "{t} bowler {p} took five for 30 against {t}.", "{i} b {s} {n}", "{i} c {s} b {s} {n}",
			"Bowling: {s} 20-5-60-2, {s} 11-1-40-0.", "{l} captain {p} won the toss and chose to bat against {t}.",
		},
		{
			"1. {p} ({l}) 2 hours 4 minutes 10 seconds", "2. {p} ({l}) 10.05", "{n}. {p} ({l}) {t} at {n} seconds", "{p} ({l}) beat {p} ({l}) 7-5 2-6 6-1",
			"{n}. {p}, {l}, {t}", "Women's 100 metres: 1. {p} ({l}) 11.02", "{n} - {p} ({l}), {p} ({l})",
		},
		{
			"{t} at {t}, 7:05 p.m.", "In {c}, {p} hit a two-run homer as the {t} beat the {t} {n}-{n}.", "The {t} traded pitcher {p} to the {t}.",
			"{p} drove in three runs for {t}, which won its third in a row.", "{s} ({n}-{n}) struck out nine for the {t}.",
			"In other games, {t} beat {t} {n}-{n} and {t} downed {t}.", "W L PCT GB", "{t} {n} {n} .512 {n}",
		},
	}
	datelines = []string{
		"{C} (Reuters) - {o} said on Monday that it would cut jobs in {l}.", "{C}, {l} (AP) — Police in {c} have arrested a man.",
		"{C}, Jan 12 - President {p} arrived in {c} for talks.", "{C} 1996-08-27\n{o} shares fell on Tuesday, brokers said.",
		"{c} — {p} said on Friday that {l} would not sign.", "By {p}\n{C} (AFP) - Rescuers in {l} searched for survivors.",
	}
	newsLines = []string{
		"{o} said its net profit rose to 12 million dollars in the first half.", "Shares in {o} closed up 2 percent at 34 in {c}.",
		"\"We are pleased,\" said {p}, an analyst at {o}.", "{o} spokesman {p} declined to comment.", "{o}, based in {c}, makes parts for {o}.",
		"{p}, chief executive of {o}, told {o} that talks with {o} had ended.", "The {o} reported on Sunday that {l} had asked {o} for help.",
		"Foreign Minister {p} met his counterpart {p} in {c}.", "-- {c} newsroom +44 171 542 7000", "-- {p}, {c} newsroom",
		"{s} told reporters in {c} that {s} had resigned.", "A court in {c} sentenced {p}, 34, to two years in prison.",
		"{s} said {o} and {o} would vote against.", "Officials from {l}, {l} and {l} will meet in {c} next week.",
		"{o} of {l} agreed to buy {o} for $2.1 billion, the {o} said.", "Mayor {p} of {c} said the {o} had offered aid.",
		"{x} shares rose after the {g} approved its deal with {x}.", "The {g} will vote on the bill next week, {s} said.",
		"{p}, a researcher at {x}, called the report \"a disgrace\".", "The {x} ({x}) said in a statement that it would appeal.",
		"{x} chief executive {p} stepped down in March.", "In {c}, the {g} ordered {x} to pay a fine.", "According to {x}, prices in {l} fell.",
		"{x} was founded by {p} in {c} in 1987.", "{s} joined {x} from {x} two years ago.", "A spokesperson for {x} did not respond to requests for comment.",
		"The {g} of {l} and the {g} signed an agreement with {x}.", "{x}'s director, {p}, told {o} that {x} had no plans to leave {l}.",
		"He worked for {x} before he moved to {c}, {l}.", "Members of the {g} met {x} officials, {o} reported.", "{x} and {x} have filed a suit against the {g}.",
		"\"The {g} must act,\" said {s}, who heads {x}.", "{p} and {p} were elected to the {g} on Tuesday.", "Dr. {p}, of the {x}, agreed.",
		"{s} has lived in {c} since 2003, when {x} opened there.", "Police in {c} identified the victim as {p}, 27, of {c}.",
		"{x} — the largest of its kind in {l} — employs 300 people in {c} and {c}.", "Photo: {p}/{o}", "{s} added: \"{x} is ours.\"",
		"Justice {p} of the {g} dismissed the case brought by {x}.", "Minister of Health {p} and Governor {p} toured {c}.",
		"The President arrived in {c} on Friday.", "The Minister thanked the Governor and the Mayor for their help.",
		"The Government and the Opposition will hold talks.", "\"We will win,\" {s} told supporters in {c}.", "The State will pay, the Agency said.",
	}
)
