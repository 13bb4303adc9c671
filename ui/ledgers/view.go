package ledgers

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/text"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// View shows the rows of one ledger. A click goes to the first place of a row,
// another click to the next.
type View struct {
	Content *fyne.Container

	OnGo   func(s text.Span)             // go to a place of the checked copy
	OnMenu func(r Row, at fyne.Position) // the menu of a row

	rows  []Row
	at    int // chosen row, -1 for none
	turn  int // which of its places comes next
	list  *widgets.List
	ruler *line
	empty *widgets.Flow
	none  *fyne.Container
}

// New returns an empty ledger that says so in these words.
func New(empty string) *View {
	v := &View{at: -1}
	v.list = widgets.NewList()
	v.list.Len = func() int { return len(v.rows) }
	v.list.New = func() fyne.CanvasObject { return newLine(v) }
	v.list.Bind = func(i int, o fyne.CanvasObject) { o.(*line).set(&v.rows[i], i == v.at) }
	v.list.Height = func(i int, width float32) float32 {
		if v.ruler == nil {
			v.ruler = newLine(v)
		}
		v.ruler.set(&v.rows[i], false)
		return v.ruler.height(width, false)
	}
	v.list.OnPress = func(i int, _ *desktop.MouseEvent) { v.press(i) }
	v.list.OnSecondary = func(i int, at fyne.Position) {
		if v.OnMenu != nil && !v.rows[i].Head {
			v.OnMenu(v.rows[i], at)
		}
	}
	v.list.OnKey = v.key
	v.empty = widgets.NewText(empty, theme.Muted)
	v.none = widgets.NewInset(24, 16, 0, 16, v.empty)
	v.Content = container.NewStack(v.list, v.none)
	return v
}

// Set shows these rows. The chosen row stays chosen where it is still there.
func (v *View) Set(rows []Row) {
	was := ""
	if v.at >= 0 && v.at < len(v.rows) {
		was = v.rows[v.at].Text
	}
	v.rows, v.at = rows, -1
	for i := range rows {
		if was != "" && !rows[i].Head && rows[i].Text == was {
			v.at = i
			break
		}
	}
	if len(rows) == 0 {
		v.none.Show()
	} else {
		v.none.Hide()
	}
	v.list.Reload()
}

// Focus is the part to focus for walking the rows.
func (v *View) Focus() fyne.Focusable { return v.list }

// Refresh draws all again.
func (v *View) Refresh() { v.list.Reload() }

func (v *View) press(i int) {
	if v.rows[i].Head || len(v.rows[i].Spans) == 0 {
		return
	}
	if i != v.at {
		v.at, v.turn = i, 0
	}
	r := &v.rows[i]
	if v.OnGo != nil {
		v.OnGo(r.Spans[v.turn%len(r.Spans)])
	}
	v.turn++
	v.list.Rebind()
}

func (v *View) key(e *fyne.KeyEvent) bool {
	step := 0
	switch e.Name {
	case fyne.KeyDown:
		step = 1
	case fyne.KeyUp:
		step = -1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.at >= 0 {
			v.press(v.at)
		}
		return true
	default:
		return false
	}
	for i := v.at + step; i >= 0 && i < len(v.rows); i += step {
		if !v.rows[i].Head && len(v.rows[i].Spans) > 0 {
			v.press(i)
			v.list.Reveal(i)
			break
		}
	}
	return true
}

// line draws a row.
type line struct {
	widget.BaseWidget
	view    *View
	row     *Row
	current bool

	shade  widgets.IconShade
	ground *canvas.Rectangle
	warn   *canvas.Image
	good   *canvas.Image
	text   *widgets.Flow
	note   *widgets.Flow
	kind   *canvas.Text
	rule   *canvas.Rectangle
	objs   []fyne.CanvasObject
}

func newLine(v *View) *line {
	l := &line{
		view: v, ground: canvas.NewRectangle(color.Transparent), text: widgets.NewFlow(), note: widgets.NewFlow(),
		kind: canvas.NewText("", nil), rule: canvas.NewRectangle(color.Transparent),
		warn: canvas.NewImageFromResource(fynetheme.NewColoredResource(fynetheme.WarningIcon(), fynetheme.ColorNameWarning)),
		good: canvas.NewImageFromResource(fynetheme.NewColoredResource(fynetheme.ConfirmIcon(), fynetheme.ColorNameSuccess)),
	}
	l.ExtendBaseWidget(l)
	l.warn.FillMode, l.good.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	l.note.SizeName = fynetheme.SizeNameCaptionText
	l.objs = []fyne.CanvasObject{l.ground, l.rule, l.warn, l.good, l.text, l.note, l.kind}
	return l
}

func (l *line) set(r *Row, current bool) {
	l.row, l.current = r, current
	runs := []widgets.Run{{Text: r.Text}}
	l.text.SizeName = ""
	switch {
	case r.Head:
		l.text.SizeName = fynetheme.SizeNameCaptionText
		runs[0].Bold, runs[0].Color = true, theme.Muted
	case r.Level > 0:
		l.text.SizeName = fynetheme.SizeNameCaptionText
	}
	if r.Count > 1 {
		runs = append(runs, widgets.Run{Text: fmt.Sprintf(" ×%d", r.Count), Color: theme.Muted})
	}
	l.text.Set(runs...)
	l.note.Hidden = r.Note == ""
	if r.Note != "" {
		l.note.Set(widgets.Run{Text: r.Note, Color: theme.Muted})
	}
	l.kind.Text = r.Kind
	l.warn.Hidden = !r.Warn
	l.good.Hidden = !r.Good || r.Warn
	l.Refresh()
}

// height lays the parts out at a width and returns the height of all; with
// place it moves them there.
func (l *line) height(width float32, place bool) float32 {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if place {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	x, top := float32(12), float32(3)
	if l.row.Head {
		top = 11
	}
	if l.row.Level > 0 {
		x += 18
	}
	l.kind.TextSize = caption
	end := width - 12
	if l.row.Kind != "" {
		m := l.kind.MinSize()
		end -= m.Width
		put(l.kind, end, top+1, m.Width, m.Height)
		end -= 8
	}
	for _, i := range []*canvas.Image{l.warn, l.good} {
		if !i.Hidden {
			put(i, x, top+2, caption+1, caption+1)
			x += caption + 6
		}
	}
	h := l.text.HeightFor(end - x)
	put(l.text, x, top, end-x, h)
	y := top + h
	if !l.note.Hidden {
		h = l.note.HeightFor(width - 12 - x)
		put(l.note, x, y, width-12-x, h)
		y += h
	}
	y += 3
	put(l.ground, 4, 0, width-8, y)
	put(l.rule, 12, y, width-24, 1)
	return y + 1
}

func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.l.objs }
func (r *lineRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 18) }
func (r *lineRenderer) Layout(s fyne.Size)           { r.l.height(s.Width, true) }

func (r *lineRenderer) Refresh() {
	l := r.l
	l.shade.Follow(l.warn, l.good)
	l.kind.Color = theme.Color(theme.Muted)
	l.ground.CornerRadius = 4
	l.ground.FillColor = color.Transparent
	if l.current {
		l.ground.FillColor = theme.Color(theme.CurrentRow)
	}
	l.rule.FillColor = color.Transparent
	if l.row != nil && l.row.Head {
		l.rule.FillColor = theme.Color(fynetheme.ColorNameSeparator)
	}
	if l.row != nil {
		l.height(l.Size().Width, true)
	}
	canvas.Refresh(l)
}
