package queue

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/desk"
	"stet/model/flag"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// row shows one story: its headline on at most two lines, where it came from
// and when, its counts by kind, and how far it has come.
type row struct {
	widget.BaseWidget
	story   Story
	current bool
	hovered bool
	now     time.Time

	shade  widgets.IconShade
	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	line   *canvas.Rectangle
	head   *widgets.Flow
	meta   *widgets.Flow
	state  *canvas.Text
	share  *canvas.Text
	icons  [flag.NKinds]*canvas.Image
	counts [flag.NKinds]*canvas.Text
	objs   []fyne.CanvasObject
}

func newRow() *row {
	r := &row{
		ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
		head: widgets.NewFlow(), meta: widgets.NewFlow(), state: canvas.NewText("", nil), share: canvas.NewText("", nil),
	}
	r.ExtendBaseWidget(r)
	r.head.MaxLines, r.meta.MaxLines = 2, 1
	r.meta.SizeName = fynetheme.SizeNameCaptionText
	r.objs = []fyne.CanvasObject{r.ground, r.bar, r.head, r.meta, r.state, r.share, r.line}
	for k := range r.icons {
		r.icons[k] = canvas.NewImageFromResource(theme.KindIcon(flag.Kind(k)))
		r.icons[k].FillMode = canvas.ImageFillContain
		r.counts[k] = canvas.NewText("", nil)
		r.objs = append(r.objs, r.icons[k], r.counts[k])
	}
	return r
}

// rowHeight is the height of every row at the present text size.
func rowHeight() float32 {
	text, caption := theme.Size(fynetheme.SizeNameText), theme.Size(fynetheme.SizeNameCaptionText)
	h := func(s float32) float32 { return fyne.MeasureText("Mg", s, fyne.TextStyle{}).Height }
	return 2*h(text) + 2*h(caption) + 21
}

func (r *row) set(s Story, current bool, now time.Time) {
	r.story, r.current, r.now = s, current, now
	head := s.Headline
	if head == "" {
		head = "(no headline)"
	}
	r.head.Set(widgets.Run{Text: head, Bold: s.Status == desk.StatusNew || current})
	meta := s.Source
	add := func(t string) {
		if t == "" {
			return
		}
		if meta != "" {
			meta += " · "
		}
		meta += t
	}
	add(when(s.When, now))
	if s.Priority > 0 && s.Priority <= urgent {
		add("urgent")
	}
	add(s.Slug)
	if s.Version > 1 {
		add(fmt.Sprintf("version %d", s.Version))
	}
	r.meta.Set(widgets.Run{Text: meta, Color: theme.Muted})
	r.Refresh()
}

// urgent is the least priority that a row calls urgent: flashes and bulletins.
const urgent = 2

// when is a time as short as it stays clear.
func when(t, now time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Year() == now.Year() && t.YearDay() == now.YearDay():
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("2 Jan 15:04")
	}
	return t.Format("2 Jan 2006")
}

// stateText says how far the story has come, in a word.
func (s *Story) stateText() string {
	switch s.Status {
	case desk.StatusReady:
		return "ready"
	case desk.StatusExported:
		return "exported"
	case desk.StatusNew:
		return "new"
	}
	return "open"
}

func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (w *rowRenderer) Destroy()                     {}
func (w *rowRenderer) Objects() []fyne.CanvasObject { return w.r.objs }
func (w *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, rowHeight()) }

func (w *rowRenderer) Layout(s fyne.Size) {
	r := w.r
	const left, right = 12, 10
	r.ground.Resize(s)
	r.bar.Resize(fyne.NewSize(3, s.Height-1))
	r.line.Resize(fyne.NewSize(s.Width, 1))
	r.line.Move(fyne.NewPos(0, s.Height-1))
	width := s.Width - left - right
	r.head.Resize(fyne.NewSize(width, r.head.HeightFor(width)))
	r.head.Move(fyne.NewPos(left, 6))
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	ch := fyne.MeasureText("Mg", caption, fyne.TextStyle{}).Height
	bottom := s.Height - 7 - ch
	r.meta.Resize(fyne.NewSize(width, ch))
	r.meta.Move(fyne.NewPos(left, bottom-ch-1))
	x := float32(left)
	for k := range r.icons {
		if r.icons[k].Hidden {
			continue
		}
		side := caption * 0.86
		r.icons[k].Resize(fyne.NewSize(side, side))
		r.icons[k].Move(fyne.NewPos(x, bottom+(ch-side)/2))
		x += side + 3
		m := r.counts[k].MinSize()
		r.counts[k].Move(fyne.NewPos(x, bottom))
		x += m.Width + 8
	}
	sw := r.state.MinSize().Width
	r.state.Move(fyne.NewPos(s.Width-right-sw, bottom))
	shw := r.share.MinSize().Width
	r.share.Move(fyne.NewPos(s.Width-right-sw-shw-8, bottom))
}

func (w *rowRenderer) Refresh() {
	r := w.r
	r.shade.Follow(r.icons[:]...)
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	r.ground.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	if r.hovered {
		r.ground.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
	if r.current {
		r.ground.FillColor = theme.Color(theme.CurrentRow)
		r.bar.FillColor = theme.Color(fynetheme.ColorNamePrimary)
	}
	r.line.FillColor = theme.Color(fynetheme.ColorNameSeparator)
	for k := range r.icons {
		n := r.story.Counts.Open[k]
		r.icons[k].Hidden, r.counts[k].Hidden = n == 0, n == 0
		r.counts[k].Text = fmt.Sprint(n)
		r.counts[k].TextSize, r.counts[k].Color = caption, theme.Color(fynetheme.ColorNameForeground)
	}
	r.state.Text, r.state.TextSize = r.story.stateText(), caption
	r.state.Color = theme.Color(theme.Muted)
	r.state.TextStyle = fyne.TextStyle{}
	switch r.story.Status {
	case desk.StatusReady:
		r.state.Color = theme.Color(fynetheme.ColorNameSuccess)
		r.state.TextStyle.Bold = true
	case desk.StatusNew:
		r.state.Color = theme.Color(fynetheme.ColorNamePrimary)
		r.state.TextStyle.Bold = true
	}
	r.share.Text, r.share.TextSize, r.share.Color = "", caption, theme.Color(theme.Muted)
	if c := r.story.Counts; c.Total > 0 && r.story.Status != desk.StatusNew {
		r.share.Text = fmt.Sprintf("%d%%", 100*int(c.Settled)/int(c.Total))
	}
	if !r.story.Checked {
		r.share.Text = "checking…"
	}
	w.Layout(r.Size())
	canvas.Refresh(r)
}
