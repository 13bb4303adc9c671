package editor

// Insert is a thin line between paragraphs that is no part of the text:
// furniture that was taken out, in its place.
type Insert struct {
	BeforePara int    // the paragraph that it stands above; beyond the last one: at the end
	ID         string // what OnInsert is told
	Text       string // "Advertisement removed"
	Action     string // what a click does: "restore"; may be empty
	Reason     string // the longer story, for the hover card
}

// SetInserts sets the furniture lines, in order. Edits carry them along with
// their paragraphs until the next call.
func (e *Editor) SetInserts(inserts []Insert) {
	e.l.setInserts(inserts)
	e.clampScroll()
	e.update()
}

// Inserts returns the furniture lines with the paragraphs that they stand
// above now.
func (e *Editor) Inserts() []Insert {
	var out []Insert
	for i := range len(e.l.blocks) + 1 {
		for _, in := range e.l.insertsAt(i) {
			in.BeforePara = i
			out = append(out, in)
		}
	}
	return out
}

// insertAt is the furniture line under a view point, and whether the point is
// on its action.
func (e *Editor) insertAt(x, y float32) (in Insert, action, ok bool) {
	y += e.scroll - e.padTop()
	from := e.l.blockAtY(y)
	for i := from; i <= min(from+1, len(e.l.blocks)); i++ {
		for k, in := range e.l.insertsAt(i) {
			if top := e.l.insertY(i, k); y >= top && y < top+e.l.insertH {
				left := e.left() + e.quiet.line(in.Text+insertDot)
				right := left + e.quiet.line(in.Action)
				return in, in.Action != "" && x >= left-2 && x < right+2, true
			}
		}
	}
	return Insert{}, false, false
}

// insertDot stands between the text of a furniture line and its action.
const insertDot = "  ·  "
