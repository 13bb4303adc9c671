package flags

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/flag"
	"stet/ui/theme"
	"stet/ui/widgets"
)

const (
	gap   = 5 // between cards
	pad   = 9 // inside a card
	maxUp = 6 // fixes that get a button
)

// row shows one entry of the panel: a card, or a line of text that can be
// clicked. Rows are used again for other entries.
type row struct {
	widget.BaseWidget
	panel *Panel
	e     entry

	shade   widgets.IconShade
	ground  *canvas.Rectangle
	icon    *canvas.Image
	title   *widgets.Flow
	tag     *canvas.Text
	context *widgets.Flow
	why     *widgets.Flow
	buttons *fyne.Container
	fixes   []*widgets.ActionButton
	stet    *widgets.ActionButton
	query   *widgets.ActionButton
	more    *widgets.ActionButton
	undo    *widgets.ActionButton
	objs    []fyne.CanvasObject
}

func newRow(p *Panel) *row {
	r := &row{
		panel: p, ground: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
		title: widgets.NewFlow(), tag: canvas.NewText("", nil), context: widgets.NewFlow(), why: widgets.NewFlow(),
	}
	r.ExtendBaseWidget(r)
	r.icon.FillMode = canvas.ImageFillContain
	r.why.SizeName = fynetheme.SizeNameCaptionText
	r.context.MaxLines = 3
	r.buttons = widgets.NewWrap(2)
	for i := range maxUp {
		b := widgets.NewAction("", nil, widgets.Outline, func() { p.fix(r.id(), i) })
		b.Small = true
		r.fixes = append(r.fixes, b)
		r.buttons.Add(b)
	}
	small := func(text string, icon fyne.Resource, tip string, tap func()) *widgets.ActionButton {
		b := widgets.NewAction(text, icon, widgets.Flat, tap)
		b.Small, b.Tip = true, tip
		return b
	}
	r.stet = small("Stet", theme.StetIcon, p.Tips.Stet, func() { p.call(p.OnStet, r.id()) })
	r.query = small("Query", theme.QueryIcon, p.Tips.Query, func() { p.call(p.OnQuery, r.id()) })
	r.more = small("", theme.MoreIcon, "More", func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.more)
		if p.OnMore != nil {
			p.OnMore(r.id(), at.Add(fyne.NewPos(0, r.more.Size().Height)))
		}
	})
	r.undo = small("Undo", fynetheme.ContentUndoIcon(), "Open this flag again", func() { p.call(p.OnReopen, r.id()) })
	r.buttons.Add(r.stet)
	r.buttons.Add(r.query)
	r.buttons.Add(r.more)
	r.objs = []fyne.CanvasObject{r.ground, r.icon, r.title, r.tag, r.context, r.why, r.buttons, r.undo}
	return r
}

func (r *row) id() string { return r.panel.cards[r.e.card].Item.ID }

// set shows an entry.
func (r *row) set(e entry) {
	r.e = e
	for _, o := range r.objs[1:] {
		o.Hide()
	}
	switch e.kind {
	case cardEntry:
		r.setCard(&r.panel.cards[e.card])
	case settledEntry:
		c := &r.panel.cards[e.card]
		r.setIcon(c.Item.Flag.Kind)
		r.icon.Show()
		r.title.SizeName, r.title.MaxLines = fynetheme.SizeNameCaptionText, 2
		r.title.Set(widgets.Run{Text: settledText(&c.Item), Color: theme.Muted})
		r.title.Show()
		r.undo.Hidden = c.Item.Gone && c.Item.Verdict != flag.Fixed
	case groupEntry:
		c := &r.panel.cards[e.card]
		r.setIcon(c.Item.Flag.Kind)
		r.icon.Show()
		r.line(fmt.Sprintf("%s · %d", c.Title, e.count), true)
	case foldEntry:
		mark := "▸"
		if r.panel.unfolded {
			mark = "▾"
		}
		r.line(fmt.Sprintf("%s %d settled", mark, e.count), true)
	case notesEntry:
		r.line(fmt.Sprintf("▸ %d more at the level of a note", e.count), true)
	}
	r.Refresh()
}

// setIcon shows the shape of a kind.
func (r *row) setIcon(k flag.Kind) {
	if i := theme.KindIcon(k); r.icon.Resource != i {
		r.icon.Resource = i
		r.icon.Refresh()
	}
}

func (r *row) line(text string, bold bool) {
	r.title.SizeName, r.title.MaxLines = fynetheme.SizeNameCaptionText, 1
	r.title.Set(widgets.Run{Text: text, Bold: bold, Color: theme.Muted})
	r.title.Show()
}

func (r *row) setCard(c *Card) {
	it := &c.Item
	current := it.ID == r.panel.current
	r.setIcon(it.Flag.Kind)
	r.icon.Show()
	r.title.SizeName, r.title.MaxLines = "", 4
	r.title.Set(widgets.Run{Text: it.Flag.Message, Bold: current})
	r.title.Show()
	r.tag.Text = it.Flag.Severity.String()
	r.tag.Hidden = it.Flag.Severity == flag.Warning
	was := it.Was
	runs := []widgets.Run{{Text: c.Before, Color: theme.Muted}}
	if strings.TrimSpace(was) == "" {
		was = "‸" // the proof-reader's caret: something goes in here
	}
	runs = append(runs, widgets.Run{Text: was, Ground: theme.Removed})
	runs = append(runs, widgets.Run{Text: c.After, Color: theme.Muted})
	r.context.Set(runs...)
	r.context.Show()
	if r.panel.why[it.ID] {
		note := c.Why
		for _, a := range it.Also {
			if a.Note != "" {
				note += "\n• " + a.Note
			}
		}
		r.why.Set(widgets.Run{Text: note, Color: theme.Muted})
		r.why.Show()
	}
	for i, b := range r.fixes {
		b.Hidden = i >= len(it.Flag.Fixes)
		if b.Hidden {
			continue
		}
		b.Text = FixLabel(it.Was, it.Flag.Fixes[i])
		b.Icon = nil
		b.Look = widgets.Outline
		b.Tip = r.panel.Tips.FixN(i)
		if i == 0 {
			b.Icon = theme.FixIcon
			b.Tip = r.panel.Tips.Fix
			if current {
				b.Look = widgets.Filled
			}
		}
		b.Refresh()
	}
	r.buttons.Show()
}

// height lays the parts out at a width and returns the height of all; with
// place it moves them there.
func (r *row) height(width float32, place bool) float32 {
	caption := theme.Size(fynetheme.SizeNameCaptionText)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if place {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	const side = 8 // margin beside the cards
	w := width - 2*side
	if r.e.kind != cardEntry {
		x := float32(side + 3)
		if r.icon.Visible() {
			put(r.icon, x, 8, caption, caption)
			x += caption + 6
		}
		end := width - side
		if r.e.kind == settledEntry && r.undo.Visible() {
			m := r.undo.MinSize()
			end -= m.Width
			put(r.undo, end, 3, m.Width, m.Height)
		}
		h := r.title.HeightFor(end - x - 4)
		put(r.title, x, 6, end-x-4, h)
		put(r.ground, 0, 0, 0, 0)
		return max(h+12, caption+14)
	}
	inner := w - 2*pad
	x, y := float32(side+pad), float32(pad)
	text := theme.Size(fynetheme.SizeNameText)
	put(r.icon, x, y+3, text-1, text-1)
	tw := inner - text - 6
	if r.tag.Visible() {
		r.tag.TextSize = caption
		tagW := r.tag.MinSize().Width
		put(r.tag, side+w-pad-tagW, y+1, tagW, r.tag.MinSize().Height)
		tw -= tagW + 6
	}
	h := r.title.HeightFor(tw)
	put(r.title, x+text+6, y, tw, h)
	y += h + 3
	h = r.context.HeightFor(inner - text - 6)
	put(r.context, x+text+6, y, inner-text-6, h)
	y += h
	if r.why.Visible() {
		y += 5
		h = r.why.HeightFor(inner - text - 6)
		put(r.why, x+text+6, y, inner-text-6, h)
		y += h
	}
	y += 6
	h = widgets.HeightOf(r.buttons, inner-text-2)
	put(r.buttons, x+text+2, y, inner-text-2, h)
	if place {
		widgets.Arrange(r.buttons)
	}
	y += h + pad - 2
	put(r.ground, side, 0, w, y)
	return y + gap
}

func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (w *rowRenderer) Destroy()                     {}
func (w *rowRenderer) Objects() []fyne.CanvasObject { return w.r.objs }
func (w *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, 20) }
func (w *rowRenderer) Layout(s fyne.Size)           { w.r.height(s.Width, true) }

func (w *rowRenderer) Refresh() {
	r := w.r
	r.shade.Follow(r.icon)
	r.ground.Hidden = r.e.kind != cardEntry
	r.ground.CornerRadius = 5
	r.ground.FillColor = theme.Color(theme.Card)
	r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(fynetheme.ColorNameSeparator), 1
	if r.e.kind == cardEntry && r.id() == r.panel.current {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.tag.Color = theme.Color(theme.Muted)
	if r.tag.Text == "error" {
		r.tag.Color = theme.Color(fynetheme.ColorNameError)
	}
	r.height(r.Size().Width, true)
	canvas.Refresh(r)
}
