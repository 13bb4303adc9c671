package desk

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"stet/model/check"
	"stet/model/flag"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// Item is a flag on the desk, with what became of it. Items must not be
// changed; the review makes new ones.
type Item struct {
	ID       string
	Part     Part
	Span     text.Span // in the part's document; of a fixed flag, the words put there
	Flag     flag.Flag // its Span and Also are those of the checked copy: use Span and Also of the item
	Was      string    // the words under it when it was found
	Verdict  flag.Verdict
	Decision *flag.Decision // nil while open
	Also     []Place
	Gone     bool // settled, and the check does not find it any more
}

// Place is another place that a flag speaks of.
type Place struct {
	Part Part
	Span text.Span
	Note string
}

// Input is an immutable picture of the story for a check.
type Input struct {
	Story    *story.Story
	Names    names.Options
	places   []place // of the copy's paragraphs
	versions [nParts]uint64
}

// place is where a paragraph of the laid-out copy lies in a document.
type place struct {
	part  Part
	start int
}

// Input takes a picture of the story as it is now.
func (r *Review) Input() Input {
	in := Input{Story: r.Story(), Names: r.names}
	add := func(p Part, start int, t string) {
		if !blank(t) {
			in.places = append(in.places, place{p, start})
		}
	}
	add(Headline, 0, in.Story.Headline)
	add(Dek, 0, in.Story.Dek)
	d := r.docs[Body]
	for i := range d.Paras() {
		add(Body, d.ParaSpan(i).Start, d.Para(i))
	}
	for p := range r.docs {
		in.versions[p] = r.docs[p].Version()
	}
	return in
}

// locate carries a span of the copy into a document. A span that runs over
// parts is cut at its first one's end.
func (in *Input) locate(c *story.Copy, s text.Span) (Part, text.Span, bool) {
	a := paraOf(c, s.Start)
	if a < 0 {
		return 0, text.Span{}, false
	}
	b := paraOf(c, s.End)
	for b > a && in.places[b].part != in.places[a].part {
		b--
	}
	into := func(i, offset int) int {
		return in.places[i].start + min(max(offset, c.Paras[i].Start), c.Paras[i].End) - c.Paras[i].Start
	}
	return in.places[a].part, text.Span{Start: into(a, s.Start), End: into(b, s.End)}, true
}

// paraOf returns the last paragraph that starts at or before offset.
func paraOf(c *story.Copy, offset int) int {
	i, _ := slices.BinarySearchFunc(c.Paras, offset+1, func(p story.Para, o int) int { return p.Start - o })
	return i - 1
}

// Found takes in what a check of in found. It may come late: flags are carried
// over the edits made since, and those whose words have changed are dropped.
func (r *Review) Found(in Input, res *check.Result) {
	decided := r.decided()
	items := make([]*Item, 0, len(res.Flags)+len(decided))
	seen := map[string]int{}
	for i := range res.Flags {
		f := &res.Flags[i]
		part, span, ok := in.locate(res.Copy, f.Span)
		if !ok {
			continue
		}
		was := f.Span.In(res.Copy.Text)
		base := identity(f, was, res.Copy.Text)
		seen[base]++
		id := base + "-" + strconv.Itoa(seen[base])
		if span, ok = r.docs[part].Remap(span, in.versions[part]); !ok || r.hidden(f, was) {
			continue
		}
		it := &Item{ID: id, Part: part, Span: span, Flag: *f, Was: was}
		for _, a := range f.Also {
			if p, s, ok := in.locate(res.Copy, a.Span); ok {
				if s, ok = r.docs[p].Remap(s, in.versions[p]); ok {
					it.Also = append(it.Also, Place{p, s, a.Note})
				}
			}
		}
		if d := claim(decided, it, base); d != nil {
			it.ID, it.Verdict, it.Decision = d.ID, d.Verdict, d.Decision
		}
		items = append(items, it)
	}
	r.items, r.settled = items, nil
	for _, d := range decided {
		if d != nil {
			d.Gone = true
			r.settled = append(r.settled, d)
		}
	}
	r.unique()
	r.checked = true
	r.mark()
	r.changed()
}

// decided returns copies of all settled items with their marks' places.
func (r *Review) decided() []*Item {
	var out []*Item
	for _, it := range r.all() {
		if it.Verdict == flag.Open {
			continue
		}
		c := *it
		if m, ok := r.docs[c.Part].Marks().Find(MarkSettled, c.ID); ok {
			c.Span = m.Span
		}
		out = append(out, &c)
	}
	return out
}

// claim finds the decision that stands for a flag found again and takes it out
// of decided: the one on the very same words, or one of the same identity. A
// fixed flag that is found again has come back, and is open.
func claim(decided []*Item, it *Item, base string) *Item {
	pick := func(match func(*Item) bool) *Item {
		for i, d := range decided {
			if d != nil && d.Verdict != flag.Fixed && d.Part == it.Part && match(d) {
				decided[i] = nil
				return d
			}
		}
		return nil
	}
	if d := pick(func(d *Item) bool { return d.Flag.Rule == it.Flag.Rule && d.Span == it.Span && d.Was == it.Was }); d != nil {
		return d
	}
	return pick(func(d *Item) bool { return strings.HasPrefix(d.ID, base+"-") })
}

// unique gives items that share an ID new ones: an open flag may have the name
// that a settled one took in an earlier version.
func (r *Review) unique() {
	taken := map[string]bool{}
	for _, settled := range [...]bool{true, false} {
		for _, it := range r.all() {
			if (it.Verdict != flag.Open) != settled {
				continue
			}
			base, n := it.ID[:strings.LastIndexByte(it.ID, '-')], 1
			for taken[it.ID] {
				it.ID = base + "-" + strconv.Itoa(n)
				n++
			}
			taken[it.ID] = true
		}
	}
}

// identity is what stays the same about a flag while other words change: its
// rule, its words and their neighbours.
func identity(f *flag.Flag, was, t string) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", f.Rule, was, neighbour(t[:f.Span.Start], true), neighbour(t[f.Span.End:], false))
	return fmt.Sprintf("%s:%012x", f.Rule, h.Sum64()&0xffffffffffff)
}

// neighbour returns the last or the first word of t within its paragraph.
func neighbour(t string, last bool) string {
	if last {
		t = t[strings.LastIndexByte(t, '\n')+1:]
		w := strings.Fields(t[max(0, len(t)-60):])
		if len(w) == 0 {
			return ""
		}
		return w[len(w)-1]
	}
	t, _, _ = strings.Cut(t[:min(len(t), 60)], "\n")
	w := strings.Fields(t)
	if len(w) == 0 {
		return ""
	}
	return w[0]
}

// mark sets the marks of all items.
func (r *Review) mark() {
	for p := range r.docs {
		var open, settled []text.Mark
		for _, it := range r.all() {
			if it.Part != Part(p) {
				continue
			}
			m := text.Mark{ID: it.ID, Kind: uint8(it.Flag.Kind), Span: r.within(it.Part, it.Span)}
			if it.Verdict == flag.Open {
				open = append(open, m)
			} else {
				m.AtStart, m.AtEnd = text.Inside, text.Inside
				if !it.Span.Empty() {
					m.AtStart, m.AtEnd = text.Outside, text.Outside
				}
				settled = append(settled, m)
			}
		}
		r.docs[p].Marks().Replace(MarkFlag, open)
		r.docs[p].Marks().Replace(MarkSettled, settled)
	}
}

func (r *Review) within(p Part, s text.Span) text.Span {
	n := r.docs[p].Len()
	return text.Span{Start: min(s.Start, n), End: min(s.End, n)}
}

func (r *Review) all() []*Item { return append(slices.Clip(r.items), r.settled...) }

// Items returns all flags in story order, open ones and settled ones, each
// with its place as it is now. Open flags whose words have changed are left out
// until the next check has looked at them again.
func (r *Review) Items() []Item {
	var out []Item
	for _, it := range r.all() {
		if c, ok := r.placed(it); ok {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Item) int {
		if a.Part != b.Part {
			return int(a.Part) - int(b.Part)
		}
		return a.Span.Start - b.Span.Start
	})
	return out
}

// placed returns an item with its present place.
func (r *Review) placed(it *Item) (Item, bool) {
	c := *it
	owner := MarkFlag
	if c.Verdict != flag.Open {
		owner = MarkSettled
	}
	d := r.docs[c.Part]
	m, ok := d.Marks().Find(owner, c.ID)
	if !ok {
		return c, c.Verdict != flag.Open
	}
	c.Span = m.Span
	return c, c.Verdict != flag.Open || !m.Gone && d.Slice(m.Span) == c.Was
}

// Item returns the flag of that id.
func (r *Review) Item(id string) (Item, bool) {
	if it := r.find(id); it != nil {
		return r.placed(it)
	}
	return Item{}, false
}

func (r *Review) find(id string) *Item {
	for _, it := range r.all() {
		if it.ID == id {
			return it
		}
	}
	return nil
}

// Alike returns the ids of the open flags that say the same as id's: same
// rule, same words. id itself is the first.
func (r *Review) Alike(id string) []string {
	it := r.find(id)
	if it == nil {
		return nil
	}
	out := []string{id}
	for _, o := range r.items {
		if o != it && o.Verdict == flag.Open && o.Flag.Rule == it.Flag.Rule && o.Was == it.Was {
			out = append(out, o.ID)
		}
	}
	return out
}

// Counts tells how many flags there are by kind and severity, and how many are
// settled. Notes count apart, since they are shown on request only.
type Counts struct {
	Open    [flag.NKinds]int // without notes
	Notes   int              // open notes
	Errors  int              // open errors
	Total   int              // open and settled, without open notes
	Settled int
}

// Counts counts the flags.
func (r *Review) Counts() Counts {
	var c Counts
	for _, it := range r.Items() {
		switch {
		case it.Verdict != flag.Open:
			c.Settled++
			c.Total++
		case it.Flag.Severity == flag.Note:
			c.Notes++
		default:
			c.Open[it.Flag.Kind]++
			c.Total++
			if it.Flag.Severity == flag.Error {
				c.Errors++
			}
		}
	}
	return c
}

// Status is how far a story has come.
type Status uint8

// The statuses.
const (
	StatusNew      Status = iota // nobody has touched it
	StatusOpen                   // being worked on
	StatusReady                  // nothing is open
	StatusExported               // written out, and not changed since
)

func (s Status) String() string { return [...]string{"new", "open", "ready", "exported"}[s] }

// Status says how far the story has come.
func (r *Review) Status() Status {
	c := r.Counts()
	last := r.lastChange()
	switch {
	case !r.exported.IsZero() && !last.After(r.exported):
		return StatusExported
	case r.checked && c.Total == c.Settled && !last.IsZero():
		return StatusReady
	case last.IsZero():
		return StatusNew
	}
	return StatusOpen
}

func (r *Review) lastChange() time.Time {
	for _, e := range slices.Backward(r.log) {
		if e.Action != "export" {
			return e.When
		}
	}
	return time.Time{}
}
