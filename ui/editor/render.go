package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"stet/model/text"
)

// renderer draws the visible lines of an editor out of pools.
type renderer struct {
	e       *Editor
	paper   *canvas.Rectangle
	caret   *canvas.Rectangle
	ring    *canvas.Rectangle
	thumb   *canvas.Rectangle
	rects   []*canvas.Rectangle
	nrects  int
	texts   []*canvas.Text
	ntexts  int
	strokes strokePool
	objects []fyne.CanvasObject

	// The layers of a frame, from the bottom up.
	grounds, selection, words, lines, front []fyne.CanvasObject
	colors                                  map[fyne.ThemeColorName]color.Color
	marks                                   []text.Mark
}

func newRenderer(e *Editor) *renderer {
	r := &renderer{
		e:     e,
		paper: canvas.NewRectangle(color.Transparent),
		caret: canvas.NewRectangle(color.Transparent),
		ring:  canvas.NewRectangle(color.Transparent),
		thumb: canvas.NewRectangle(color.Transparent),
	}
	r.thumb.CornerRadius = thumbWidth / 2
	r.ring.StrokeWidth, r.ring.CornerRadius = 1.5, 4
	r.ring.FillColor = color.Transparent
	return r
}

// IsClip tells Fyne that the editor cuts off what is drawn beyond its edges.
func (r *renderer) IsClip()                      {}
func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return r.e.MinSize() }
func (r *renderer) Layout(fyne.Size)             { r.update() }
func (r *renderer) Refresh()                     { r.update() }

// color looks each colour up once a frame.
func (r *renderer) color(name fyne.ThemeColorName) color.Color {
	c, ok := r.colors[name]
	if !ok {
		c = Color(name)
		r.colors[name] = c
	}
	return c
}

// rect is a rectangle without a stroke out of the pool.
func (r *renderer) rect(fill color.Color, radius, x, y, w, h float32) *canvas.Rectangle {
	if r.nrects == len(r.rects) {
		r.rects = append(r.rects, canvas.NewRectangle(color.Transparent))
	}
	q := r.rects[r.nrects]
	r.nrects++
	if q.FillColor != fill || q.CornerRadius != radius || q.StrokeWidth != 0 {
		q.FillColor, q.CornerRadius, q.StrokeWidth, q.StrokeColor = fill, radius, 0, nil
	}
	q.Move(fyne.NewPos(x, y))
	q.Resize(fyne.NewSize(w, h))
	return q
}

// outline is a rectangle without a filling out of the pool.
func (r *renderer) outline(stroke color.Color, width, radius, x, y, w, h float32) *canvas.Rectangle {
	q := r.rect(color.Transparent, radius, x, y, w, h)
	q.StrokeColor, q.StrokeWidth = stroke, width
	return q
}

// text is a piece of text out of the pool.
func (r *renderer) text(s string, m *measurer, c color.Color, x, y float32) *canvas.Text {
	if r.ntexts == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", c))
	}
	t := r.texts[r.ntexts]
	r.ntexts++
	t.Text, t.Color = s, c
	t.TextSize, t.TextStyle, t.FontSource = m.size, m.style, m.source
	t.Move(fyne.NewPos(x, y))
	return t
}

// update draws the frame anew from what the editor shows now.
func (r *renderer) update() {
	e := r.e
	size := e.Size()
	r.nrects, r.ntexts = 0, 0
	r.colors = map[fyne.ThemeColorName]color.Color{}
	r.grounds, r.selection = r.grounds[:0], r.selection[:0]
	r.words, r.lines, r.front = r.words[:0], r.lines[:0], r.front[:0]
	r.strokes.begin()

	first := e.l.atY(e.scroll - e.padTop())
	bottom := e.scroll - e.padTop() + size.Height
	last := e.l.atY(bottom)
	r.marks = r.marks[:0]
	for m := range e.doc.Marks().In(e.l.lineSpan(first).Union(e.l.lineSpan(last))) {
		if !e.hidden[m.Owner] {
			r.marks = append(r.marks, m)
		}
	}
	for i := first.block; i <= last.block; i++ {
		r.inserts(i, bottom)
		from, to := 0, len(e.l.blocks[i].lines)-1
		if i == first.block {
			from = first.line
		}
		if i == last.block {
			to = last.line
		}
		for k := from; k <= to; k++ {
			r.line(place{i, k})
		}
	}
	// The furniture below the last line in view.
	r.inserts(last.block+1, bottom)
	if e.doc.Len() == 0 && e.opts.PlaceHolder != "" {
		r.words = append(r.words, r.text(e.opts.PlaceHolder, e.l.m, r.color(ColorQuiet), e.left(), r.textY(place{})))
	}
	r.strokes.end()
	r.gather(size)
	r.repaint()
}

// gather puts the layers of the frame one above the other.
func (r *renderer) gather(size fyne.Size) {
	e := r.e
	r.paper.FillColor = r.color(ColorPaper)
	r.paper.Resize(size)
	o := append(r.objects[:0], r.paper)
	o = append(o, r.grounds...)
	o = append(o, r.selection...)
	o = append(o, r.words...)
	o = append(o, r.lines...)
	o = append(o, r.front...)
	r.caret.FillColor = r.color(ColorCaret)
	r.placeCaret()
	o = append(o, r.caret)
	if y, h, ok := e.thumb(); ok {
		r.thumb.FillColor = r.color(ColorThumb)
		r.thumb.Move(fyne.NewPos(size.Width-thumbWidth-3, y))
		r.thumb.Resize(fyne.NewSize(thumbWidth, h))
		o = append(o, r.thumb)
	}
	if e.focused && e.opts.SingleParagraph {
		r.ring.StrokeColor = r.color(ColorCaret)
		r.ring.Move(fyne.NewPos(1, 1))
		r.ring.Resize(size.SubtractWidthHeight(2, 2))
		o = append(o, r.ring)
	}
	r.objects = o
}

func (r *renderer) placeCaret() {
	e := r.e
	pos, size := e.caretRect()
	r.caret.Move(pos)
	r.caret.Resize(size)
	r.caret.Hidden = !e.focused || e.blink.off
}

// showCaret draws the caret's blinking.
func (r *renderer) showCaret() {
	r.placeCaret()
	r.repaint()
}

// repaint marks the canvas dirty without a redraw of every texture below.
func (r *renderer) repaint() { canvas.Refresh(r.paper) }

// textY is the top of the text in a line: the leading is half above and half
// below it.
func (r *renderer) textY(p place) float32 {
	return r.e.viewY(r.e.l.lineY(p)) + round((r.e.l.lineH-r.e.l.m.height)/2)
}

// line draws one line of text with all that is marked in it.
func (r *renderer) line(p place) {
	e := r.e
	span, y, left := e.l.lineSpan(p), e.viewY(e.l.lineY(p)), e.left()
	top := r.textY(p)
	s := e.l.lineText(p)
	if s != "" {
		r.words = append(r.words, r.text(shown(s), e.l.m, r.color(theme.ColorNameForeground), left, top))
	}
	strip, stripped := Strip(0), false
	for _, m := range r.marks {
		if m.Start > span.End {
			break
		}
		switch {
		case m.Owner == LayerStrip:
			if m.Overlaps(span) {
				strip, stripped = max(strip, Strip(m.Kind)), true
			}
			continue
		case m.Empty() && e.l.find(m.Start, false) != p, !m.Empty() && !m.Overlaps(span):
			continue
		}
		x1, x2 := e.fragment(p, m.Span)
		if x2 <= x1 {
			continue // hanging spaces
		}
		r.mark(m, p, span, left+x1, left+x2, y, top)
	}
	if sel := e.Selection(); sel.Overlaps(span) || sel.Start < span.End+1 && sel.End > span.End && sel.Start >= span.Start {
		x1, x2 := e.l.x(p, max(sel.Start, span.Start)), e.l.x(p, min(sel.End, span.End))
		if sel.End > span.End && e.l.last(p) {
			x2 += round(e.l.m.space * 1.5) // the line break is selected too
		}
		r.selection = append(r.selection, r.rect(r.color(ColorSelected), 0, left+x1, y, x2-x1, e.l.lineH))
	}
	if stripped && e.opts.Strip && !e.hidden[LayerStrip] {
		k := min(strip, strips-1)
		r.lines = append(r.lines, r.strokes.take(strokeID{LayerStrip, "", p.block<<16 | p.line}, stripStroke[k],
			r.color(StripColor[k]), fyne.NewPos(left-stripLeft, y), fyne.NewSize(stripWidth, e.l.lineH)))
	}
}

// mark draws what lies in one line of a mark.
func (r *renderer) mark(m text.Mark, p place, line text.Span, x1, x2, y, top float32) {
	e := r.e
	height := e.l.m.height
	part := strokeID{m.Owner, m.ID, 0}
	if m.Start < line.Start {
		part.part = p.line + 1 // which of its lines; its first is 0
	}
	switch m.Owner {
	case LayerNames:
		r.tint(Tint(m.Kind), x1, x2, top, height)
	case LayerHits:
		r.grounds = append(r.grounds, r.rect(r.color(ColorHit), 2, x1, y, x2-x1, e.l.lineH))
		if m.Span == e.Selection() {
			r.front = append(r.front, r.outline(r.color(ColorCurrent), 1.5, 2, x1-1, y, x2-x1+2, e.l.lineH))
		}
	case LayerChanges:
		ground, edge, at := ColorAdded, ColorAddedLine, top+height-1.5
		if Revision(m.Kind) == Removed {
			ground, edge, at = ColorRemoved, ColorRemovedLine, top+round(height*0.56)
		}
		r.grounds = append(r.grounds, r.rect(r.color(ground), 0, x1, top, x2-x1, height))
		r.lines = append(r.lines, r.rect(r.color(edge), 0, x1, at, x2-x1, 1.5))
	case LayerKnown:
		if m.End <= line.End {
			r.lines = append(r.lines, r.strokes.take(part, strokeTick, r.color(ColorQuiet),
				fyne.NewPos(x2-tickSize/2, y), fyne.NewSize(tickSize, tickSize)))
		}
	case LayerFlags:
		k := min(int(m.Kind), len(flagStroke)-1)
		under := top + e.l.m.baseline + 1.5
		r.lines = append(r.lines, r.strokes.take(part, flagStroke[k], r.color(FlagColor[k]),
			fyne.NewPos(x1, under), fyne.NewSize(x2-x1, underHeight)))
		if m.ID == e.current && e.current != "" {
			bottom := min(y+e.l.lineH, under+underHeight+1.5)
			r.front = append(r.front, r.outline(r.color(ColorCurrent), 1.5, 3, x1-2, top-1, x2-x1+4, bottom-top+1))
		}
	}
}

// tint draws the ground of a name.
func (r *renderer) tint(k Tint, x1, x2, top, height float32) {
	k = min(k, tints-1)
	c := r.color(TintColor[k])
	switch k {
	case TintFigure:
		r.grounds = append(r.grounds, r.rect(c, 0, x1, top+height-1, x2-x1, 1))
	case TintDate:
		r.grounds = append(r.grounds, r.outline(c, 1, 3, x1-1, top+1, x2-x1+1, height-1)) // a comma behind it stays clear
	case TintPlace:
		r.grounds = append(r.grounds, r.rect(c, 0, x1-1, top, x2-x1+1, height),
			r.rect(r.color(ColorQuiet), 0, x1-1, top, x2-x1+1, 1))
	case TintOrganisation:
		r.grounds = append(r.grounds, r.rect(c, 0, x1-1, top, x2-x1+1, height))
	case TintOther:
		r.grounds = append(r.grounds, r.rect(c, height/2, x1-2, top, x2-x1+3, height))
	default:
		r.grounds = append(r.grounds, r.rect(c, 5, x1-1, top, x2-x1+1, height))
	}
}

// inserts draws the furniture lines above block b, as far as they are in view.
func (r *renderer) inserts(b int, bottom float32) {
	e := r.e
	if b > len(e.l.blocks) {
		return
	}
	for i, in := range e.l.insertsAt(b) {
		at := e.l.insertY(b, i)
		if at+e.l.insertH < e.scroll-e.padTop() || at > bottom {
			continue
		}
		y, x, w := e.viewY(at), e.left(), e.quiet.line(in.Text)
		ty := y + round((e.l.insertH-e.quiet.height)/2)
		if in.Action != "" {
			dot := e.quiet.line(in.Text + insertDot)
			r.words = append(r.words, r.text(in.Text+insertDot, e.quiet, r.color(ColorQuiet), x, ty))
			w = dot + e.quiet.line(in.Action)
			r.words = append(r.words, r.text(in.Action, e.quiet, r.color(ColorAction), x+dot, ty))
			r.lines = append(r.lines, r.rect(r.color(ColorAction), 0, x+dot, ty+e.quiet.baseline+2, w-dot, 1))
		} else {
			r.words = append(r.words, r.text(in.Text, e.quiet, r.color(ColorQuiet), x, ty))
		}
		if rest := e.l.width - w - 12; rest > 0 {
			r.lines = append(r.lines, r.rect(r.color(ColorRule), 0, x+w+12, y+round(e.l.insertH/2), rest, 1))
		}
	}
}
