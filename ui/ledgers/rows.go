// Package ledgers is the panes beside the flags: every name, every source and
// every figure and date of the story with where it stands.
package ledgers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stet/model/check"
	"stet/model/facts"
	"stet/model/names"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

// Row is one line of a ledger.
type Row struct {
	Head  bool // a heading; it has no places
	Level int  // 0 an entry, 1 a detail of the entry above
	Text  string
	Note  string // in second rank, under or behind the text
	Count int    // shown when above 1
	Kind  string // what it is, in a word: "person", "unnamed group"
	Warn  bool   // disagrees with something
	Good  bool   // known for right
	Spans []text.Span
}

// typeOrder is the order in which types of names are listed, with headings.
var typeOrder = []struct {
	t     names.Type
	title string
}{
	{names.Person, "People"},
	{names.Org, "Organisations"},
	{names.Place, "Places"},
	{names.Group, "Groups"},
	{names.Event, "Events"},
	{names.Work, "Works"},
}

// Names lists the names of a story: those written in more than one way first,
// then by type in story order.
func Names(r *check.Result) []Row {
	var out, differ []Row
	byType := map[names.Type][]Row{}
	for i := range r.Names.Names {
		n := &r.Names.Names[i]
		rows := nameRows(r, n)
		if rows[0].Warn {
			rows[0].Kind = string(n.Type)
			differ = append(differ, rows...)
			continue
		}
		byType[n.Type] = append(byType[n.Type], rows...)
	}
	if len(differ) > 0 {
		out = append(out, Row{Head: true, Text: "Spelt in more than one way"})
		out = append(out, differ...)
	}
	for _, t := range typeOrder {
		if rows := byType[t.t]; len(rows) > 0 {
			out = append(out, Row{Head: true, Text: t.title})
			out = append(out, rows...)
		}
	}
	return out
}

func nameRows(r *check.Result, n *names.Name) []Row {
	e := Row{Text: n.Canonical, Good: n.Known, Count: len(n.Mentions)}
	for _, m := range n.Mentions {
		e.Spans = append(e.Spans, r.Names.Mentions[m].Span)
	}
	var titles []string
	for _, t := range n.Titles {
		if !slices.Contains(titles, t.Text) {
			titles = append(titles, t.Text)
		}
	}
	e.Note = strings.Join(titles, "; ")
	e.Warn = differs(n.Spellings)
	rows := []Row{e}
	if len(n.Spellings) > 1 {
		for _, s := range n.Spellings {
			d := Row{Level: 1, Text: s.Text, Count: len(s.Mentions)}
			for _, m := range s.Mentions {
				d.Spans = append(d.Spans, r.Names.Mentions[m].Span)
			}
			rows = append(rows, d)
		}
	}
	return rows
}

// differs tells whether spellings of one name disagree in a word: "Raul" and
// "Raúl" do, "Obama" and "Barack Obama" do not.
func differs(s []names.Spelling) bool {
	for i := range s {
		for k := i + 1; k < len(s); k++ {
			if !sameWords(s[i].Text, s[k].Text) {
				return true
			}
		}
	}
	return false
}

// sameWords tells whether every word of the shorter text stands in the longer.
func sameWords(a, b string) bool {
	x, y := strings.Fields(trimPossessive(a)), strings.Fields(trimPossessive(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 1 && len(y) > 1 && isAcronym(x[0]) {
		return true
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

func isAcronym(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w
}

func trimPossessive(s string) string {
	for _, p := range []string{"'s", "’s", "'", "’"} {
		s = strings.TrimSuffix(s, p)
	}
	return s
}

// kindTitle is a kind of source in the window's words.
var kindTitle = map[sources.Kind]string{
	sources.NamedPerson: "named person", sources.Organisation: "organisation", sources.Document: "document",
	sources.UnnamedPerson: "unnamed person", sources.UnnamedGroup: "unnamed group", sources.Anonymous: "anonymous", sources.None: "no source",
}

// weak are the kinds that an editor wants to see first.
func weak(k sources.Kind) bool {
	return k == sources.UnnamedPerson || k == sources.UnnamedGroup || k == sources.Anonymous || k == sources.None
}

// Sources lists the voices of a story: a count of each kind, the unnamed and
// second-hand ones first, each with its statements.
func Sources(r *check.Result) []Row {
	m := r.Sources
	if len(m.Sources) == 0 {
		return nil
	}
	idx := make([]int, len(m.Sources))
	for i := range idx {
		idx[i] = i
	}
	rank := func(i int) int {
		if weak(m.Sources[i].Kind) {
			return 0
		}
		if m.Sources[i].Via != "" {
			return 1
		}
		return 2
	}
	slices.SortStableFunc(idx, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	titles := [...]string{"Not named", "At second hand", "Named"}
	out := []Row{}
	last := -1
	for _, i := range idx {
		if k := rank(i); k != last {
			last = k
			out = append(out, Row{Head: true, Text: titles[k]})
		}
		s := &m.Sources[i]
		e := Row{Text: s.Name, Kind: kindTitle[s.Kind], Count: len(s.Attributions), Warn: weak(s.Kind) || s.Via != ""}
		if e.Text == "" {
			e.Text = "(nobody is named)"
		}
		var notes []string
		if s.Via != "" {
			notes = append(notes, "through "+s.Via)
		}
		if s.Quotes > 0 {
			notes = append(notes, plural(s.Quotes, "quotation"))
		}
		if len(s.Paras) > 0 {
			notes = append(notes, places(r, s.Paras))
		}
		e.Note = strings.Join(notes, " · ")
		var details []Row
		for _, a := range s.Attributions {
			at := m.Attributions[a]
			span := at.Source
			if span.Empty() {
				span = at.Cue
			}
			if span.Empty() && len(at.Content) > 0 {
				span = at.Content[0]
			}
			e.Spans = append(e.Spans, span)
			if len(at.Content) > 0 {
				details = append(details, Row{Level: 1, Text: clip(at.Content[0].In(r.Copy.Text), 90), Kind: string(at.Form), Spans: at.Content})
			}
		}
		out = append(out, e)
		out = append(out, details...)
	}
	return out
}

// Facts lists the figures of a story by what they count, those first that
// disagree, then its dates and its bylines.
func Facts(r *check.Result) []Row {
	f := r.Facts
	var out []Row
	type group struct {
		title  string
		rows   []Row
		differ bool
	}
	var groups []*group
	byNoun := map[string]*group{}
	for i := range f.Figures {
		g := &f.Figures[i]
		noun := g.Noun
		if noun == "" {
			noun = g.Unit
		}
		key := noun + "|" + g.Unit
		at := byNoun[key]
		if at == nil {
			at = &group{title: figureTitle(g)}
			byNoun[key] = at
			groups = append(groups, at)
		}
		row := Row{Text: g.In(r.Copy.Text), Kind: where(r, g.Para), Spans: []text.Span{g.Span}}
		if g.Description != "" && !strings.Contains(row.Text, g.Description) {
			row.Text += " " + g.Description
		}
		if b := boundTitle[g.Bound]; b != "" {
			row.Kind = b + " · " + row.Kind
		}
		at.rows = append(at.rows, row)
	}
	for _, x := range groups {
		x.differ = disagree(f, r, x.rows)
	}
	slices.SortStableFunc(groups, func(a, b *group) int {
		switch {
		case a.differ == b.differ:
			return 0
		case a.differ:
			return -1
		}
		return 1
	})
	var single []Row
	for _, g := range groups {
		if len(g.rows) == 1 {
			single = append(single, g.rows[0])
			continue
		}
		h := Row{Head: true, Text: g.title, Warn: g.differ}
		if g.differ {
			h.Note = "different figures"
		}
		out = append(out, h)
		out = append(out, g.rows...)
	}
	if len(single) > 0 {
		title := "Other figures"
		if len(out) == 0 {
			title = "Figures"
		}
		out = append(out, Row{Head: true, Text: title})
		out = append(out, single...)
	}
	if len(f.Dates) > 0 {
		out = append(out, Row{Head: true, Text: "Dates"})
		for _, d := range f.Dates {
			out = append(out, Row{Text: d.In(r.Copy.Text), Kind: resolved(&d), Note: where(r, d.Para), Spans: []text.Span{d.Span}})
		}
	}
	if len(f.Bylines) > 0 {
		out = append(out, Row{Head: true, Text: "Who wrote it"})
		for _, b := range f.Bylines {
			row := Row{Text: b.Text, Kind: string(b.Kind)}
			if !b.Span.Empty() {
				row.Spans = []text.Span{b.Span}
			}
			out = append(out, row)
		}
	}
	return out
}

// boundTitle is how a figure is meant, in the window's words.
var boundTitle = map[facts.Bound]string{facts.About: "about", facts.AtLeast: "at least", facts.AtMost: "at most"}

func figureTitle(g *facts.Figure) string {
	switch {
	case g.Noun != "" && g.Unit != "" && g.Unit != g.Noun:
		return "Figures: " + g.Noun + " (" + g.Unit + ")"
	case g.Noun != "":
		return "Figures: " + g.Noun
	case g.Sort == facts.Age:
		return "Ages"
	case g.Sort == facts.Percent:
		return "Percentages"
	case g.Unit != "":
		return "Figures: " + g.Unit
	}
	return "Figures of nothing named"
}

// disagree tells whether exact figures of one group differ.
func disagree(f *facts.Ledger, r *check.Result, rows []Row) bool {
	first, have := 0.0, false
	for _, row := range rows {
		for i := range f.Figures {
			g := &f.Figures[i]
			if g.Span != row.Spans[0] || g.Bound != facts.Exact || g.Noun == "" {
				continue
			}
			if have && g.Value != first {
				return true
			}
			first, have = g.Value, true
		}
	}
	return false
}

func resolved(d *facts.Date) string {
	switch {
	case d.From.IsZero():
		return "day not known"
	case d.To.IsZero() || d.From.Equal(d.To):
		return d.From.Format("Mon 2 Jan 2006")
	}
	return d.From.Format("2 Jan 2006") + " to " + d.To.Format("2 Jan 2006")
}

// where says in which part of the copy a paragraph is.
func where(r *check.Result, para int) string {
	if para < 0 || para >= len(r.Copy.Paras) {
		return ""
	}
	if role := r.Copy.Paras[para].Role; role == story.RoleHeadline || role == story.RoleDek {
		return role.String()
	}
	n := 0
	for i := range para + 1 {
		if role := r.Copy.Paras[i].Role; role != story.RoleHeadline && role != story.RoleDek {
			n++
		}
	}
	return "paragraph " + strconv.Itoa(n)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// places says in which parts of the copy paragraphs are: "headline, paragraphs
// 2, 5".
func places(r *check.Result, paras []int) string {
	var out, body []string
	for i, p := range paras {
		if i > 0 && p == paras[i-1] {
			continue
		}
		w := where(r, p)
		if n, ok := strings.CutPrefix(w, "paragraph "); ok {
			body = append(body, n)
		} else if w != "" {
			out = append(out, w)
		}
	}
	switch len(body) {
	case 0:
	case 1:
		out = append(out, "paragraph "+body[0])
	default:
		out = append(out, "paragraphs "+strings.Join(body, ", "))
	}
	return strings.Join(out, ", ")
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n])) + "…"
}
