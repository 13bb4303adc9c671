package editor

import (
	"slices"
	"sort"

	"github.com/rivo/uniseg"

	"stet/model/text"
)

// segment is a stretch of a paragraph that a line break may follow: a word, or
// a part of one, and the spaces after it.
type segment struct {
	start, end  int     // bytes in the paragraph
	word, space float32 // widths of what is not space and of what is
}

// line is a line of a wrapped paragraph, in bytes of the paragraph. Spaces at
// its end hang in the margin.
type line struct{ start, end int }

// longWord is the length in bytes from which a word is cut into segments of
// its own, so that a paragraph of garbage is laid out in pieces too.
const longWord = 160

// block is a paragraph laid out.
type block struct {
	text    string
	segs    []segment
	lines   []line
	start   int      // offset in the document
	top     float32  // of the first line, in the content
	inserts []Insert // furniture lines above it
}

// set lays out s. Where s shares its ends with the text that was there, only
// what lies between is measured and broken anew.
func (b *block) set(s string, m *measurer, width float32) {
	old, segs, lines := b.text, b.segs, b.lines
	head := samePrefix(old, s)
	tail := min(sameSuffix(old, s), len(old)-head, len(s)-head)
	grow := len(s) - len(old)
	b.text = s

	// Keep the segments up to a safe place before the change.
	keep := sort.Search(len(segs), func(i int) bool { return segs[i].end >= head })
	for keep > 0 && !safe(s[:head], segs[keep-1].end) {
		keep--
	}
	from := 0
	if keep > 0 {
		from = segs[keep-1].end
	}
	fresh, rest := b.segment(from, segs, m, len(s)-tail, grow)
	b.segs = slices.Concat(segs[:keep:keep], fresh, shifted(segs[rest:], grow))

	if len(lines) == 0 || len(segs) == 0 {
		b.wrap(m, width)
		return
	}
	// Keep the lines up to the one before the change. A line that starts inside
	// a segment hangs on the one before.
	first := max(0, sort.Search(len(lines), func(i int) bool { return lines[i].end >= from })-1)
	for first > 0 && !b.starts(lines[first].start) {
		first--
	}
	b.lines = slices.Clone(lines[:first])
	settled := len(s)
	if rest < len(segs) {
		settled = segs[rest].start + grow
	}
	b.breakLines(lines[first].start, m, width, func(start int) bool {
		if start < settled {
			return false
		}
		i := sort.Search(len(lines), func(i int) bool { return lines[i].start >= start-grow })
		if i == len(lines) || lines[i].start != start-grow {
			return false
		}
		for _, l := range lines[i:] {
			b.lines = append(b.lines, line{l.start + grow, l.end + grow})
		}
		return true
	})
}

// wrap breaks all lines anew.
func (b *block) wrap(m *measurer, width float32) {
	b.lines = b.lines[:0]
	b.breakLines(0, m, width, func(int) bool { return false })
}

// starts reports whether a segment starts at offset.
func (b *block) starts(offset int) bool {
	i := b.segmentAt(offset)
	return i < len(b.segs) && b.segs[i].start == offset
}

// segmentAt is the segment that offset lies in.
func (b *block) segmentAt(offset int) int {
	return sort.Search(len(b.segs), func(i int) bool { return b.segs[i].end > offset })
}

// safe reports whether text can be segmented from offset on without a look at
// what stands before: after a space and before a plain character.
func safe(s string, offset int) bool {
	return offset > 0 && offset < len(s) && s[offset-1] == ' ' && s[offset] > ' ' && s[offset] < 0x7f
}

// segment cuts b.text into segments from a safe place on, until a safe place
// beyond changed, the end of what is new, from which old segments fit again.
// It returns the new segments and the first old one that goes on after them.
func (b *block) segment(from int, old []segment, m *measurer, changed, grow int) ([]segment, int) {
	var out []segment
	s := b.text
	run, state := from, -1 // run is where the word began
	for at := from; at < len(s); {
		if at > changed && safe(s, at) {
			i := sort.Search(len(old), func(i int) bool { return old[i].start >= at-grow })
			if i < len(old) && old[i].start == at-grow {
				return out, i
			}
		}
		piece, _, _, next := uniseg.FirstLineSegmentInString(s[at:], state)
		state = next
		end := at + len(piece)
		word := end
		for word > at && (s[word-1] == ' ' || s[word-1] == '\t') {
			word--
		}
		for word-run > longWord {
			cut := cutWord(s, max(at, run), run+longWord)
			if cut >= word {
				break
			}
			out = append(out, segment{start: at, end: cut, word: m.width(s[run:cut]) - m.width(s[run:at])})
			at, run = cut, cut
		}
		g := segment{start: at, end: end, word: m.line(s[run:word]) - m.line(s[run:at])}
		for i := word; i < end; i++ {
			g.space += m.blank(s[i])
		}
		out = append(out, g)
		if at = end; word < end {
			run = end
		}
	}
	return out, len(old)
}

// cutWord is a place between two characters of s after start, near limit.
func cutWord(s string, start, limit int) int {
	at := text.NextGrapheme(s, start)
	for at < limit {
		at = text.NextGrapheme(s, at)
	}
	return at
}

func shifted(segs []segment, n int) []segment {
	out := slices.Clone(segs)
	for i := range out {
		out[i].start += n
		out[i].end += n
	}
	return out
}

// breakLines appends lines from start, which a segment starts at, to the end
// of the paragraph, or until done says so of the start of the next line.
func (b *block) breakLines(start int, m *measurer, width float32, done func(start int) bool) {
	x := float32(0)
	next := func(at int) bool {
		b.lines = append(b.lines, line{start, at})
		start, x = at, 0
		return done(at)
	}
	for _, g := range b.segs[min(b.segmentAt(start), len(b.segs)):] {
		if x+g.word > width && g.start > start && next(g.start) {
			return
		}
		if g.word <= width {
			x += g.word + g.space
			continue
		}
		word := b.text[g.start:g.end]
		for len(word) > 0 && (word[len(word)-1] == ' ' || word[len(word)-1] == '\t') {
			word = word[:len(word)-1]
		}
		for m.line(word) > width {
			n := m.fit(word, width)
			if n == len(word) {
				break
			}
			word = word[n:]
			if next(start + n) {
				return
			}
		}
		x = m.line(word) + g.space
	}
	b.lines = append(b.lines, line{start, len(b.text)})
}

func samePrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func sameSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
