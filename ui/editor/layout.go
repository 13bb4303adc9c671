package editor

import (
	"sort"

	"stet/model/text"
)

// layout is where everything stands: the paragraphs of a document broken into
// lines, one below the other, with the furniture lines between them.
type layout struct {
	m       *measurer
	blocks  []*block
	tail    []Insert // furniture lines below the last paragraph
	width   float32  // of the text column
	lineH   float32
	gap     float32 // between paragraphs
	insertH float32 // of a furniture line
	height  float32
}

// place is a line of the layout.
type place struct{ block, line int }

// sync takes in the paragraphs of a document. Blocks whose text has not
// changed stay as they are.
func (l *layout) sync(paras []string) {
	head := 0
	for head < len(paras) && head < len(l.blocks) && l.blocks[head].text == paras[head] {
		head++
	}
	tail := 0
	for tail < len(paras)-head && tail < len(l.blocks)-head &&
		l.blocks[len(l.blocks)-1-tail].text == paras[len(paras)-1-tail] {
		tail++
	}
	old := l.blocks[head : len(l.blocks)-tail]
	blocks := make([]*block, 0, len(paras))
	blocks = append(blocks, l.blocks[:head]...)
	for i, p := range paras[head : len(paras)-tail] {
		b := &block{}
		if i < len(old) {
			b = old[i]
		}
		b.set(p, l.m, l.width)
		blocks = append(blocks, b)
	}
	blocks = append(blocks, l.blocks[len(l.blocks)-tail:]...)
	// The furniture above paragraphs that went stands above the next one.
	var orphans []Insert
	for i := len(paras) - tail - head; i < len(old); i++ {
		orphans = append(orphans, old[i].inserts...)
	}
	if len(orphans) > 0 {
		if next := len(paras) - tail; next < len(blocks) {
			blocks[next].inserts = append(orphans, blocks[next].inserts...)
		} else {
			l.tail = append(orphans, l.tail...)
		}
	}
	l.blocks = blocks
	l.stack()
}

// setWidth breaks all paragraphs anew.
func (l *layout) setWidth(width float32) {
	l.width = width
	for _, b := range l.blocks {
		b.wrap(l.m, width)
	}
	l.stack()
}

// setMeasurer measures everything anew.
func (l *layout) setMeasurer(m *measurer) {
	l.m = m
	for _, b := range l.blocks {
		s := b.text
		b.text, b.segs, b.lines = "", nil, nil
		b.set(s, m, l.width)
	}
	l.stack()
}

// setInserts sets the furniture lines, in the order of their paragraphs.
func (l *layout) setInserts(inserts []Insert) {
	for _, b := range l.blocks {
		b.inserts = nil
	}
	l.tail = nil
	for _, in := range inserts {
		if in.BeforePara < len(l.blocks) {
			b := l.blocks[max(0, in.BeforePara)]
			b.inserts = append(b.inserts, in)
		} else {
			l.tail = append(l.tail, in)
		}
	}
	l.stack()
}

// stack puts the paragraphs one below the other.
func (l *layout) stack() {
	y, offset := float32(0), 0
	for i, b := range l.blocks {
		if i > 0 {
			y += l.gap
		}
		y += l.above(b.inserts)
		b.top, b.start = y, offset
		y += float32(len(b.lines)) * l.lineH
		offset += len(b.text) + 1
	}
	l.height = y
	if n := len(l.tail); n > 0 {
		l.height += l.gap + float32(n)*l.insertH
	}
}

// above is the height of furniture lines above a paragraph.
func (l *layout) above(inserts []Insert) float32 {
	if len(inserts) == 0 {
		return 0
	}
	return float32(len(inserts))*l.insertH + l.gap
}

// insertY is the top of furniture line i above block b; i counts from the top.
// Block len(blocks) stands for the end.
func (l *layout) insertY(b, i int) float32 {
	if b == len(l.blocks) {
		return l.height - float32(len(l.tail)-i)*l.insertH
	}
	return l.blocks[b].top - l.above(l.blocks[b].inserts) + float32(i)*l.insertH
}

// insertsAt returns the furniture lines above block b.
func (l *layout) insertsAt(b int) []Insert {
	if b == len(l.blocks) {
		return l.tail
	}
	return l.blocks[b].inserts
}

// blockAt is the paragraph that offset lies in.
func (l *layout) blockAt(offset int) int {
	return max(0, sort.Search(len(l.blocks), func(i int) bool { return l.blocks[i].start > offset })-1)
}

// find is the line that offset is drawn in. Where offset is both the end of a
// wrapped line and the start of the next, upstream asks for the end.
func (l *layout) find(offset int, upstream bool) place {
	i := l.blockAt(offset)
	b := l.blocks[i]
	at := offset - b.start
	k := max(0, sort.Search(len(b.lines), func(i int) bool { return b.lines[i].start > at })-1)
	if upstream && k > 0 && b.lines[k].start == at {
		k--
	}
	return place{i, k}
}

// lineText is the text of a line, hanging spaces included.
func (l *layout) lineText(p place) string {
	b := l.blocks[p.block]
	return b.text[b.lines[p.line].start:b.lines[p.line].end]
}

// lineSpan is the place of a line in the document.
func (l *layout) lineSpan(p place) text.Span {
	b := l.blocks[p.block]
	return text.Span{Start: b.lines[p.line].start, End: b.lines[p.line].end}.Shift(b.start)
}

// lineY is the top of a line.
func (l *layout) lineY(p place) float32 {
	return l.blocks[p.block].top + float32(p.line)*l.lineH
}

// last reports whether p is the last line of its paragraph.
func (l *layout) last(p place) bool { return p.line == len(l.blocks[p.block].lines)-1 }

// x is where offset is drawn in line p, from the left edge of the column.
// Hanging spaces are drawn at the right edge.
func (l *layout) x(p place, offset int) float32 {
	x := l.m.x(l.lineText(p), offset-l.lineSpan(p).Start)
	if !l.last(p) {
		x = min(x, l.width)
	}
	return x
}

// blockAtY is the paragraph that has begun last at y.
func (l *layout) blockAtY(y float32) int {
	return max(0, sort.Search(len(l.blocks), func(i int) bool { return l.blocks[i].top > y })-1)
}

// atY is the line that is drawn at y, or the nearest.
func (l *layout) atY(y float32) place {
	i := l.blockAtY(y)
	b := l.blocks[i]
	k := int((y - b.top) / l.lineH)
	if k >= len(b.lines) && i+1 < len(l.blocks) {
		// Between two paragraphs: the nearer one.
		below := l.blocks[i+1]
		if edge := b.top + float32(len(b.lines))*l.lineH; y-edge > below.top-y {
			return place{i + 1, 0}
		}
	}
	return place{i, min(max(k, 0), len(b.lines)-1)}
}

// offsetAt is the place between two characters that is drawn nearest to x in
// line p, and whether it is meant as the end of that line rather than the start
// of the next.
func (l *layout) offsetAt(p place, x float32) (offset int, upstream bool) {
	s := l.lineText(p)
	at := l.m.offset(s, x)
	if !l.last(p) && at == len(s) {
		return l.lineEnd(p)
	}
	return l.lineSpan(p).Start + at, false
}

// lineEnd is where End puts the caret in line p: before the space at which the
// line is wrapped, so that what is typed there stays in the line. Where it is
// wrapped inside a word, the end of the line is also the start of the next and
// is meant upstream.
func (l *layout) lineEnd(p place) (offset int, upstream bool) {
	s, span := l.lineText(p), l.lineSpan(p)
	if l.last(p) || s == "" {
		return span.End, false
	}
	if last := s[len(s)-1]; last == ' ' || last == '\t' {
		return span.End - 1, false
	}
	return span.End, true
}

// up and down are the lines above and below p; ok is false at the edge.
func (l *layout) up(p place) (place, bool) {
	switch {
	case p.line > 0:
		return place{p.block, p.line - 1}, true
	case p.block > 0:
		return place{p.block - 1, len(l.blocks[p.block-1].lines) - 1}, true
	}
	return p, false
}

func (l *layout) down(p place) (place, bool) {
	switch {
	case !l.last(p):
		return place{p.block, p.line + 1}, true
	case p.block+1 < len(l.blocks):
		return place{p.block + 1, 0}, true
	}
	return p, false
}
