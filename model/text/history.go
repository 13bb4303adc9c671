package text

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	joinPause = time.Second // typing after a longer pause is a new undo step
	keepBytes = 8 << 20     // text that undo steps may hold together; the oldest go first
	itemBytes = 64          // what an item costs beside its text
)

// Caret is a caret or a selection in one of the documents of a history.
type Caret struct {
	Doc          *Document
	Anchor, Head int // bytes; Head is where the caret stands
}

// History is the undo history of one story: what was done to its documents,
// and to whatever else was attached, in steps.
//
// A History is not safe for concurrent use.
type History struct {
	done, undone []*step
	open         *step // the step between Begin and End
	depth        int   // of Begin
	broken       bool  // the next Type begins a step
	busy         bool  // Undo or Redo is running
	bytes        int   // held by done and undone
	limit        int
	now          func() time.Time
	caret        func() Caret
	onChange     listeners[func()]
	onRestore    listeners[func(Caret)]
}

// step is what one Undo takes back.
type step struct {
	label         string
	items         []item
	before, after Caret
	typed         time.Time // the last Type that joined in; zero where none may
}

// item is one change of a document, or one attached effect.
type item struct {
	doc              *Document
	forward, inverse []Edit
	damaged          []Mark // marks to put back after inverse, as they were
	undo, redo       func()
}

func (it item) cost() int {
	n := itemBytes + itemBytes*len(it.damaged)
	for i := range it.forward {
		n += len(it.forward[i].Text) + len(it.inverse[i].Text)
	}
	return n
}

func (s *step) cost() int {
	n := 0
	for _, it := range s.items {
		n += it.cost()
	}
	return n
}

// NewHistory returns an empty history.
func NewHistory() *History { return &History{limit: keepBytes, now: time.Now} }

// CaretFrom names the function that tells where the caret is before a step.
// The editor that has the focus sets it. Without it the caret returns to the
// place of the first edit.
func (h *History) CaretFrom(f func() Caret) { h.caret = f }

// OnChange calls f after every step that was made, undone or redone, until
// cancel is called.
func (h *History) OnChange(f func()) (cancel func()) { return h.onChange.add(f) }

// OnRestore calls f after every undo and redo with the caret's place, until
// cancel is called.
func (h *History) OnRestore(f func(Caret)) (cancel func()) { return h.onRestore.add(f) }

// Begin opens a step; all edits and effects until End are one step. Steps
// nest, and the outermost counts. The label names it in a menu: "Fix “if”".
func (h *History) Begin(label string) {
	if h.depth == 0 {
		h.open = &step{label: label}
	}
	h.depth++
}

// End closes the step that Begin opened. A step in which nothing happened is
// none.
func (h *History) End() {
	if h.depth == 0 {
		panic("text: History.End without Begin")
	}
	if h.depth--; h.depth > 0 {
		return
	}
	s := h.open
	h.open, h.broken = nil, true
	if len(s.items) > 0 {
		h.push(s)
		h.tell()
	}
}

// Attach adds an effect outside the text, which has happened, to the open
// step, or makes a step of it. undo takes the effect back and redo makes it
// again; neither may edit a document or open a step.
func (h *History) Attach(undo, redo func()) {
	if h.busy {
		panic("text: History.Attach while undoing")
	}
	h.record(item{undo: undo, redo: redo}, h.caretNow(nil, nil), false)
	if h.depth == 0 {
		h.tell()
	}
}

// Break ends the run of typing that later keys would join: the caret was put
// elsewhere.
func (h *History) Break() { h.broken = true }

// SetAfter says where Redo puts the caret for the open step, or for the last
// one, in place of the end of its last edit.
func (h *History) SetAfter(c Caret) {
	switch {
	case h.open != nil:
		h.open.after = c
	case len(h.done) > 0:
		h.done[len(h.done)-1].after = c
	}
}

// CanUndo reports whether there is a step to undo.
func (h *History) CanUndo() bool { return h.depth == 0 && len(h.done) > 0 }

// CanRedo reports whether there is a step to redo.
func (h *History) CanRedo() bool { return h.depth == 0 && len(h.undone) > 0 }

// UndoLabel names the step that Undo would take back, or is empty.
func (h *History) UndoLabel() string { return label(h.done) }

// RedoLabel names the step that Redo would make again, or is empty.
func (h *History) RedoLabel() string { return label(h.undone) }

func label(s []*step) string {
	if len(s) == 0 {
		return ""
	}
	return s[len(s)-1].label
}

// Undo takes back the last step, its last part first, and returns where the
// caret was before it. It answers false when there is nothing to undo.
func (h *History) Undo() (Caret, bool) {
	if !h.CanUndo() || h.busy {
		return Caret{}, false
	}
	s := h.done[len(h.done)-1]
	h.done, h.undone = h.done[:len(h.done)-1], append(h.undone, s)
	h.busy = true
	for i := len(s.items) - 1; i >= 0; i-- {
		it := &s.items[i]
		if it.doc == nil {
			it.undo()
			continue
		}
		_, _, gone := it.doc.replace(it.inverse)
		it.doc.marks.restore(it.damaged)
		it.doc.tell(Change{Doc: it.doc, Edits: it.inverse, Version: it.doc.version, Cause: Undone, Gone: gone})
	}
	return h.finish(s.before), true
}

// Redo makes the step again that Undo took back last, and returns where the
// caret was after it. It answers false when there is nothing to redo.
func (h *History) Redo() (Caret, bool) {
	if !h.CanRedo() || h.busy {
		return Caret{}, false
	}
	s := h.undone[len(h.undone)-1]
	h.undone, h.done = h.undone[:len(h.undone)-1], append(h.done, s)
	h.busy = true
	for i := range s.items {
		it := &s.items[i]
		if it.doc == nil {
			it.redo()
			continue
		}
		var gone []Mark
		_, it.damaged, gone = it.doc.replace(it.forward)
		it.doc.tell(Change{Doc: it.doc, Edits: it.forward, Version: it.doc.version, Cause: Redone, Gone: gone})
	}
	return h.finish(s.after), true
}

func (h *History) finish(c Caret) Caret {
	h.busy, h.broken = false, true
	h.onRestore.each(func(f func(Caret)) { f(c) })
	h.tell()
	return c
}

func (h *History) tell() {
	h.onChange.each(func(f func()) { f() })
}

// caretNow is where the caret is before edits of d.
func (h *History) caretNow(d *Document, edits []Edit) Caret {
	if h.caret != nil {
		return h.caret()
	}
	if d == nil {
		return Caret{}
	}
	return Caret{d, edits[0].Start, edits[0].End}
}

// record adds to the open step what was just done, or makes a step of it.
func (h *History) record(it item, before Caret, typed bool) {
	s := h.open
	if s == nil {
		if typed && h.join(it) {
			return
		}
		s = &step{}
	}
	if len(s.items) == 0 {
		s.before, s.after = before, before
	}
	s.items = append(s.items, it)
	if it.doc != nil {
		last := it.inverse[len(it.inverse)-1].End
		s.after = Caret{it.doc, last, last}
	}
	if h.open == nil {
		h.push(s)
		if typed {
			s.typed, h.broken = h.now(), false
		}
	}
}

// join adds a typed edit to the last step, if it goes on from there.
func (h *History) join(it item) bool {
	if h.broken || len(h.done) == 0 || len(h.undone) > 0 {
		return false
	}
	s := h.done[len(h.done)-1]
	now := h.now()
	if s.typed.IsZero() || now.Sub(s.typed) > joinPause || len(s.items) != 1 || s.items[0].doc != it.doc {
		return false
	}
	last := &s.items[0]
	cost := last.cost()
	inverse := slices.Clone(last.inverse)
	was, e := &last.forward[0], it.forward[0]
	back, removed := &last.inverse[0], it.inverse[0].Text
	switch {
	case e.Empty() && e.Start == back.End && was.Text != "" && !wordEnds(was.Text, e.Text):
		was.Text += e.Text
		back.End += len(e.Text)
	case e.Text == "" && was.Text == "" && e.End == was.Start: // Backspace
		was.Start = e.Start
		back.Span = Span{e.Start, e.Start}
		back.Text = removed + back.Text
	case e.Text == "" && was.Text == "" && e.Start == was.Start: // Delete
		was.End += e.Len()
		back.Text += removed
	default:
		return false
	}
	last.damage(it.damaged, inverse)
	s.typed = now
	s.after = Caret{it.doc, back.End, back.End}
	if was.Text == "" {
		s.after = Caret{it.doc, was.Start, was.Start}
	}
	h.bytes += last.cost() - cost
	return true
}

// damage adds marks as they were before a later edit to those as they were
// before an earlier one, which inverse takes back. The earlier state counts.
func (it *item) damage(later []Mark, inverse []Edit) {
	for _, k := range later {
		if !slices.ContainsFunc(it.damaged, func(o Mark) bool { return o.serial == k.serial }) {
			k.over(inverse)
			it.damaged = append(it.damaged, k)
		}
	}
}

// wordEnds reports whether typing next after typed begins a new undo step: at
// a new paragraph, and at the first letter after white space.
func wordEnds(typed, next string) bool {
	if strings.Contains(typed, "\n") || strings.Contains(next, "\n") {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(typed)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsSpace(last) && !unicode.IsSpace(first)
}

// push adds s to what can be undone. There is nothing to redo after it, and
// the oldest steps make room.
func (h *History) push(s *step) {
	for _, u := range h.undone {
		h.bytes -= u.cost()
	}
	clear(h.undone)
	h.undone = h.undone[:0]
	h.done = append(h.done, s)
	h.bytes += s.cost()
	for h.bytes > h.limit && len(h.done) > 1 {
		h.bytes -= h.done[0].cost()
		h.done = slices.Delete(h.done, 0, 1)
	}
}
