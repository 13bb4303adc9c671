package text

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// Side says where text goes that is inserted exactly at an end of a mark.
type Side uint8

// The sides.
const (
	Outside Side = iota
	Inside
)

// Mark is a span with a name on it that moves with the text.
type Mark struct {
	ID    string // its owner's name for it
	Owner string // who set it, and in which layer it is drawn
	Kind  uint8  // means what owner and reader agree on
	Span
	AtStart, AtEnd Side
	Gone           bool // its text was deleted whole; Span is the place

	serial uint64 // tells this mark from a later one with the same name
}

// MarkSet holds the marks of one document, in the order of their starts.
type MarkSet struct {
	marks  []Mark
	reach  []int // reach[i] is the largest End in marks[:i+1]
	serial uint64
	hooks  listeners[func()]
}

func newMarkSet() *MarkSet { return &MarkSet{} }

// Replace drops all marks of owner and sets these instead. Their Owner need
// not be filled in. They must lie in the document.
func (m *MarkSet) Replace(owner string, marks []Mark) {
	m.marks = slices.DeleteFunc(m.marks, func(k Mark) bool { return k.Owner == owner })
	for _, k := range marks {
		m.serial++
		k.Owner, k.serial = owner, m.serial
		m.marks = append(m.marks, k)
	}
	m.sort()
	m.tell()
}

// Remove drops one mark and reports whether it was there.
func (m *MarkSet) Remove(owner, id string) bool {
	i := slices.IndexFunc(m.marks, func(k Mark) bool { return k.Owner == owner && k.ID == id })
	if i < 0 {
		return false
	}
	m.marks = slices.Delete(m.marks, i, i+1)
	m.sort()
	m.tell()
	return true
}

// OnReplace calls f after every Replace and Remove, until cancel is called.
// Changes to the text, which move marks, are told by Document.OnChange.
func (m *MarkSet) OnReplace(f func()) (cancel func()) { return m.hooks.add(f) }

func (m *MarkSet) tell() { m.hooks.each(func(f func()) { f() }) }

// Len is the number of marks, those included whose text is gone.
func (m *MarkSet) Len() int { return len(m.marks) }

// All returns the marks of owner in the order of the text, those included
// whose text is gone.
func (m *MarkSet) All(owner string) []Mark {
	var out []Mark
	for _, k := range m.marks {
		if k.Owner == owner {
			out = append(out, k)
		}
	}
	return out
}

// Find returns the mark of that owner and name.
func (m *MarkSet) Find(owner, id string) (Mark, bool) {
	for _, k := range m.marks {
		if k.Owner == owner && k.ID == id {
			return k, true
		}
	}
	return Mark{}, false
}

// In yields the marks that share text with s, in the order of their starts,
// and the empty ones that lie in it or at its ends. Marks whose text is gone
// are left out. The set must not change meanwhile.
func (m *MarkSet) In(s Span) iter.Seq[Mark] {
	return func(yield func(Mark) bool) {
		from := sort.Search(len(m.reach), func(i int) bool { return m.reach[i] >= s.Start })
		for _, k := range m.marks[from:] {
			if k.Start > s.End {
				return
			}
			if k.Gone || !(k.Overlaps(s) || k.Empty() && k.Start >= s.Start) {
				continue
			}
			if !yield(k) {
				return
			}
		}
	}
}

func (m *MarkSet) sort() {
	slices.SortStableFunc(m.marks, func(a, b Mark) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End)
	})
	m.reach = m.reach[:0]
	far := 0
	for _, k := range m.marks {
		far = max(far, k.End)
		m.reach = append(m.reach, far)
	}
}

// move carries all marks over edits. It returns, as they were before, those
// that inverse would not bring back so, and those whose text was deleted.
func (m *MarkSet) move(edits, inverse []Edit) (damaged, gone []Mark) {
	last := edits[len(edits)-1].End
	grow := 0
	for _, e := range edits {
		grow += len(e.Text) - e.Len()
	}
	for i := range m.marks {
		k := &m.marks[i]
		if k.End < edits[0].Start {
			continue
		}
		if k.Start > last {
			k.Span = k.Shift(grow)
			continue
		}
		was := *k
		if k.over(edits); k.Gone && !was.Gone {
			gone = append(gone, was)
		}
		back := *k
		if back.over(inverse); back.Span != was.Span || back.Gone != was.Gone {
			damaged = append(damaged, was)
		}
	}
	m.sort()
	return damaged, gone
}

func (k *Mark) over(edits []Edit) {
	for _, e := range slices.Backward(edits) {
		var f fate
		k.Span, f = move(k.Span, e, !k.Gone && k.AtStart == Inside, !k.Gone && k.AtEnd == Inside)
		k.Gone = k.Gone || f == deleted
	}
}

// restore puts marks back as they were, unless their owner has replaced them.
func (m *MarkSet) restore(was []Mark) {
	if len(was) == 0 {
		return
	}
	for _, w := range was {
		if i := slices.IndexFunc(m.marks, func(k Mark) bool { return k.serial == w.serial }); i >= 0 {
			m.marks[i].Span, m.marks[i].Gone = w.Span, w.Gone
		}
	}
	m.sort()
}
