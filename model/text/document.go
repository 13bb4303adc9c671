package text

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// ErrEdit is what Apply answers, wrapped, to an edit that does not fit the
// document: out of range, inside a character, or overlapping another one.
var ErrEdit = errors.New("edit does not fit the text")

// Document is an editable text: paragraphs parted by line feeds. Carriage
// returns become line feeds and broken UTF-8 becomes U+FFFD on the way in.
//
// A Document is not safe for concurrent use.
type Document struct {
	paras   []string
	starts  []int // byte offset of each paragraph
	length  int
	shared  bool // a snapshot holds paras
	version uint64

	joined   string // the text as one string, when joinedAt == version+1
	joinedAt uint64

	log      editLog
	marks    *MarkSet
	history  *History
	hooks    listeners[func(Change)]
	applying bool
}

// Cause says why a document changed.
type Cause uint8

// The causes.
const (
	Edited Cause = iota
	Undone
	Redone
)

// Change tells a hook what happened to a document.
type Change struct {
	Doc     *Document
	Edits   []Edit // in ascending order; offsets are those of the text before
	Version uint64 // of the text after
	Cause   Cause
	Gone    []Mark // marks whose text was deleted whole by this change
}

// NewDocument returns a document that holds s and records its edits in h. Pass
// nil for a document with a history of its own.
func NewDocument(h *History, s string) *Document {
	if h == nil {
		h = NewHistory()
	}
	d := &Document{history: h, paras: strings.Split(clean(s), "\n"), marks: newMarkSet()}
	d.index(0)
	return d
}

// clean makes s fit for a document.
func clean(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// History returns the undo history that d records in.
func (d *Document) History() *History { return d.history }

// Marks returns the marks on d.
func (d *Document) Marks() *MarkSet { return d.marks }

// Version grows by one with every change, undo and redo included. It starts
// at 0.
func (d *Document) Version() uint64 { return d.version }

// Len is the length of the text in bytes, line feeds included.
func (d *Document) Len() int { return d.length }

// String returns the whole text, a line feed between paragraphs.
func (d *Document) String() string {
	if d.joinedAt != d.version+1 {
		d.joined, d.joinedAt = strings.Join(d.paras, "\n"), d.version+1
	}
	return d.joined
}

// Paras is the number of paragraphs, at least 1.
func (d *Document) Paras() int { return len(d.paras) }

// Para returns the text of paragraph i, without its line feed.
func (d *Document) Para(i int) string { return d.paras[i] }

// ParaSpan returns the place of paragraph i, without its line feed.
func (d *Document) ParaSpan(i int) Span {
	return Span{d.starts[i], d.starts[i] + len(d.paras[i])}
}

// ParaAt returns the paragraph that offset lies in. The place before a line
// feed belongs to the paragraph that it ends. Offsets out of range are taken
// to the nearest end.
func (d *Document) ParaAt(offset int) int { return paraAt(d.starts, offset) }

func paraAt(starts []int, offset int) int {
	return max(0, sort.Search(len(starts), func(i int) bool { return starts[i] > offset })-1)
}

// Slice returns the text in s, which must lie in the document.
func (d *Document) Slice(s Span) string {
	a, b := d.ParaAt(s.Start), d.ParaAt(s.End)
	if a == b {
		return d.paras[a][s.Start-d.starts[a] : s.End-d.starts[a]]
	}
	var out strings.Builder
	out.Grow(s.Len())
	out.WriteString(d.paras[a][s.Start-d.starts[a]:])
	for i := a + 1; i < b; i++ {
		out.WriteByte('\n')
		out.WriteString(d.paras[i])
	}
	out.WriteByte('\n')
	out.WriteString(d.paras[b][:s.End-d.starts[b]])
	return out.String()
}

// OnChange calls f after every change to d, before the call that made the
// change returns, until cancel is called. f must not edit any document on the
// same history.
func (d *Document) OnChange(f func(Change)) (cancel func()) { return d.hooks.add(f) }

// Apply makes edits, which all speak of the text as it is now, in one change
// and, outside History.Begin and End, as one undo step. Edits may touch but
// not overlap; insertions at one place keep their order. On error, which wraps
// ErrEdit, nothing has changed.
func (d *Document) Apply(edits ...Edit) error { return d.apply(edits, false) }

// Type makes one edit as keys do: an edit that goes on where the last Type
// left off joins its undo step, until a pause, a word's end, or
// History.Break.
func (d *Document) Type(e Edit) error { return d.apply([]Edit{e}, true) }

// SetText replaces the whole text by s as one undo step. Only what differs
// between the two ends is touched, so marks outside it stay.
func (d *Document) SetText(s string) error {
	s = clean(s)
	old := d.String()
	from := commonPrefix(old, s)
	to := commonSuffix(old[from:], s[from:])
	return d.Apply(Edit{Span{from, len(old) - to}, s[from : len(s)-to]})
}

// commonPrefix is the length of the longest start that a and b share, ending
// between two characters.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// commonSuffix is the length of the longest end that a and b share, starting
// between two characters.
func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(a[len(a)-n]) {
		n--
	}
	return n
}

func (d *Document) apply(edits []Edit, typed bool) error {
	if d.history.busy || d.applying {
		panic("text: a hook or an undo effect edits the document that it was told about")
	}
	edits, err := d.check(edits)
	if err != nil || len(edits) == 0 {
		return err
	}
	caret := d.history.caretNow(d, edits)
	inverse, damaged, gone := d.replace(edits)
	d.history.record(item{doc: d, forward: edits, inverse: inverse, damaged: damaged}, caret, typed)
	d.tell(Change{Doc: d, Edits: edits, Version: d.version, Cause: Edited, Gone: gone})
	if d.history.depth == 0 {
		d.history.tell()
	}
	return nil
}

// check returns edits cleaned, in order and without those that change nothing.
func (d *Document) check(edits []Edit) ([]Edit, error) {
	out := make([]Edit, 0, len(edits))
	for _, e := range edits {
		if e.Start < 0 || e.End < e.Start || e.End > d.length {
			return nil, fmt.Errorf("%w: %d to %d in %d bytes", ErrEdit, e.Start, e.End, d.length)
		}
		if !d.boundary(e.Start) || !d.boundary(e.End) {
			return nil, fmt.Errorf("%w: %d to %d cuts a character", ErrEdit, e.Start, e.End)
		}
		e.Text = clean(e.Text)
		if d.Slice(e.Span) != e.Text {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Edit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	for i := 1; i < len(out); i++ {
		if out[i].Start < out[i-1].End {
			return nil, fmt.Errorf("%w: %d to %d overlaps %d to %d", ErrEdit,
				out[i].Start, out[i].End, out[i-1].Start, out[i-1].End)
		}
	}
	return out, nil
}

// boundary reports whether offset lies between two characters.
func (d *Document) boundary(offset int) bool {
	i := d.ParaAt(offset)
	at := offset - d.starts[i]
	return at >= len(d.paras[i]) || utf8.RuneStart(d.paras[i][at])
}

// replace makes checked edits in text, marks and log. It returns the edits
// that take them back, the marks that those would not restore as they were,
// and the marks that lost all their text.
func (d *Document) replace(edits []Edit) (inverse []Edit, damaged, gone []Mark) {
	inverse = make([]Edit, len(edits))
	shift := 0
	for i, e := range edits {
		inverse[i] = Edit{Span{e.Start, e.Start + len(e.Text)}.Shift(shift), d.Slice(e.Span)}
		shift += len(e.Text) - e.Len()
	}
	if d.shared {
		d.paras, d.shared = slices.Clone(d.paras), false
	}
	limit := len(d.starts) // paragraphs from here on have moved
	for _, e := range slices.Backward(edits) {
		a, b := paraAt(d.starts[:limit], e.Start), paraAt(d.starts[:limit], e.End)
		limit = a + 1
		merged := d.paras[a][:e.Start-d.starts[a]] + e.Text + d.paras[b][e.End-d.starts[b]:]
		if a == b && strings.IndexByte(e.Text, '\n') < 0 {
			d.paras[a] = merged
		} else {
			d.paras = slices.Replace(d.paras, a, b+1, strings.Split(merged, "\n")...)
		}
	}
	d.index(limit - 1)
	d.version++
	d.log.add(d.version, edits)
	damaged, gone = d.marks.move(edits, inverse)
	return inverse, damaged, gone
}

// index works out the offsets of the paragraphs from the given one on.
func (d *Document) index(from int) {
	at := 0
	if from > 0 {
		at = d.starts[from-1] + len(d.paras[from-1]) + 1
	}
	d.starts = d.starts[:min(from, len(d.starts))]
	for _, p := range d.paras[from:] {
		d.starts = append(d.starts, at)
		at += len(p) + 1
	}
	d.length = at - 1
}

func (d *Document) tell(c Change) {
	d.applying = true
	defer func() { d.applying = false }()
	d.hooks.each(func(f func(Change)) { f(c) })
}
