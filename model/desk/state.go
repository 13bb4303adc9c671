package desk

import (
	"maps"
	"strings"
	"time"

	"stet/model/flag"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// State is all that a library keeps of a review. It is plain data and encodes
// as JSON. Undo does not outlive the window.
type State struct {
	Story    *story.Story // as it stands, furniture included
	Arrived  *story.Story // as it came in, cleaned
	Settled  []Settled    `json:",omitempty"`
	Names    names.Options
	Muted    []string `json:",omitempty"`
	Words    []string `json:",omitempty"`
	Log      []Event  `json:",omitempty"`
	Caret    Caret
	Exported time.Time
	Checked  bool
	Counts   Counts
	Status   Status
}

// Settled is a decision with its place.
type Settled struct {
	ID       string
	Part     Part
	Span     text.Span
	Was      string
	Decision flag.Decision
}

// State returns what there is to keep. It shares nothing that changes with the
// review and may be read from any goroutine.
func (r *Review) State() *State {
	s := &State{
		Story: r.Story(), Arrived: r.arrived, Names: r.names, Muted: keys(r.muted), Words: keys(r.words),
		Log: append([]Event(nil), r.log...), Caret: r.caret, Exported: r.exported, Checked: r.checked,
		Counts: r.Counts(), Status: r.Status(),
	}
	for _, it := range r.decided() {
		s.Settled = append(s.Settled, Settled{it.ID, it.Part, r.compact(it.Part, it.Span), it.Was, *it.Decision})
	}
	c := &s.Caret
	c.Anchor, c.Head = r.compactAt(c.Part, c.Anchor), r.compactAt(c.Part, c.Head)
	return s
}

// compact carries a span of a document to the text that State keeps, where
// empty body paragraphs are left out.
func (r *Review) compact(p Part, s text.Span) text.Span {
	return text.Span{Start: r.compactAt(p, s.Start), End: r.compactAt(p, s.End)}
}

func (r *Review) compactAt(p Part, offset int) int {
	if p != Body {
		return offset
	}
	d := r.docs[Body]
	out := 0
	for i := range d.Paras() {
		s := d.ParaSpan(i)
		if blank(d.Para(i)) {
			continue
		}
		if offset <= s.End {
			return out + max(0, offset-s.Start)
		}
		out += s.Len() + 1
	}
	return max(0, out-1)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// Resume puts a kept story back on the desk. It takes over what s points to.
// Settled flags are there at once, open ones after the next check.
func Resume(s *State) *Review {
	arrived := s.Arrived
	if arrived == nil {
		arrived = s.Story
	}
	r := newReview(s.Story, arrived)
	r.names, r.log, r.caret, r.exported, r.checked = s.Names, s.Log, s.Caret, s.Exported, s.Checked
	r.names.Known = maps.Clone(s.Names.Known)
	for _, m := range s.Muted {
		r.muted[m] = true
	}
	for _, w := range s.Words {
		r.words[w] = true
	}
	for _, k := range s.Settled {
		d := k.Decision
		r.settled = append(r.settled, &Item{
			ID: k.ID, Part: min(k.Part, nParts-1), Span: k.Span, Flag: d.Flag, Was: k.Was, Verdict: d.Verdict, Decision: &d, Gone: true,
		})
	}
	r.mark()
	return r
}

// Next returns the state of a review when a new version of its story has come
// in: the new text, with the decisions, names and words of the old one. What
// the editor had typed into the old version stays in the library's versions and
// in the log.
func (s *State) Next(n *story.Story) *State {
	next := *s
	next.Story, next.Arrived = n, n
	next.Caret, next.Checked, next.Exported = Caret{}, false, time.Time{}
	next.Status = StatusOpen
	next.Log = append(append([]Event(nil), s.Log...), Event{When: time.Now(), Action: "version"})
	next.Settled = nil
	for _, k := range s.Settled {
		if k.Decision.Verdict != flag.Fixed { // its words are the old version's
			next.Settled = append(next.Settled, k)
		}
	}
	return &next
}
