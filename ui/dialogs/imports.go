package dialogs

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// Unread is a file that could not be read, with the reason and what to do.
type Unread struct {
	Name   string
	Reason string
}

// Imported is what became of an import.
type Imported struct {
	New       int
	Versions  int // new versions of stories that were there
	Same      int // there already
	Cancelled bool
	Unread    []Unread
}

// Summary is the import in one line.
func (i Imported) Summary() string {
	var out []string
	if i.New > 0 || i.Versions+i.Same == 0 {
		out = append(out, count(i.New, "story", "stories")+" imported")
	}
	if i.Versions > 0 {
		out = append(out, count(i.Versions, "new version", "new versions")+" of stories that were here")
	}
	if i.Same > 0 {
		out = append(out, count(i.Same, "story was", "stories were")+" here already")
	}
	if len(i.Unread) > 0 {
		out = append(out, count(len(i.Unread), "file", "files")+" not read")
	}
	s := strings.Join(out, ", ")
	if i.Cancelled {
		s += "; stopped before the end"
	}
	return s
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// ImportErrors lists what could not be read, each file with its reason.
func (h *Host) ImportErrors(r Imported) *Modal {
	rows := widgets.NewColumn(9)
	all := ""
	for _, u := range r.Unread {
		rows.Add(widgets.NewColumn(1, widgets.NewFlow(widgets.Run{Text: u.Name, Bold: true}), widgets.NewText(u.Reason, theme.Muted)))
		all += u.Name + ": " + u.Reason + "\n"
	}
	var m *Modal
	ok := widgets.NewButton("Close", nil, widgets.Filled, func() { m.Close() })
	cp := widgets.NewButton("Copy the list", fynetheme.ContentCopyIcon(), widgets.Outline, func() { fyne.CurrentApp().Clipboard().SetContent(all) })
	body := container.NewBorder(widgets.NewInset(0, 0, 10, 0, widgets.NewText(r.Summary()+".", "")), nil, nil, nil, container.NewVScroll(rows))
	m = h.show("Not everything could be read", body, fyne.NewSize(620, 200+float32(min(len(r.Unread), 6))*48), ok, ok, cp)
	return m
}

// Progress is a strip that shows how far long work has come, with a button to
// stop it.
type Progress struct {
	Content *fyne.Container
	label   *canvas.Text
	bar     *thinBar
	stop    *widgets.Button
	cancel  func()
}

// NewProgress returns a hidden strip.
func NewProgress() *Progress {
	p := &Progress{label: canvas.NewText("", nil), bar: newThinBar()}
	p.stop = widgets.NewButton("Cancel", nil, widgets.Outline, func() {
		if p.cancel != nil {
			p.cancel()
		}
	})
	p.stop.Small = true
	p.Content = widgets.NewInset(3, 10, 3, 12, container.NewBorder(nil, nil, container.NewCenter(p.label), container.NewCenter(p.stop), widgets.NewInset(0, 10, 0, 10, p.bar)))
	p.Content.Hide()
	return p
}

// Start shows the strip.
func (p *Progress) Start(what string, cancel func()) {
	p.cancel = cancel
	p.stop.SetEnabled(true)
	p.Step(what, 0, 0)
	p.Content.Show()
}

// Step says how far the work has come; total 0 is not known yet.
func (p *Progress) Step(what string, done, total int) {
	p.label.Text = what
	p.label.Color, p.label.TextSize = theme.Color(fynetheme.ColorNameForeground), theme.Size(fynetheme.SizeNameCaptionText)
	p.bar.share = float32(done) / float32(max(total, 1))
	p.bar.Refresh()
	p.Content.Refresh()
}

// Stopping says that the work is being stopped.
func (p *Progress) Stopping() {
	p.stop.SetEnabled(false)
	p.label.Text = "Stopping…"
	p.Content.Refresh()
}

// Done hides the strip.
func (p *Progress) Done() { p.Content.Hide() }

// thinBar shows a share as a thin line.
type thinBar struct {
	widget.BaseWidget
	share        float32 // 0 … 1
	ground, done *canvas.Rectangle
}

func newThinBar() *thinBar {
	b := &thinBar{ground: canvas.NewRectangle(color.Transparent), done: canvas.NewRectangle(color.Transparent)}
	b.ground.CornerRadius, b.done.CornerRadius = thinHeight/2, thinHeight/2
	b.ExtendBaseWidget(b)
	return b
}

const thinHeight = 6

// CreateRenderer implements fyne.Widget.
func (b *thinBar) CreateRenderer() fyne.WidgetRenderer { return &thinRenderer{b} }

type thinRenderer struct{ b *thinBar }

func (r *thinRenderer) Destroy() {}
func (r *thinRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.done}
}
func (r *thinRenderer) MinSize() fyne.Size { return fyne.NewSize(80, thinHeight) }

func (r *thinRenderer) Layout(s fyne.Size) {
	y := (s.Height - thinHeight) / 2
	r.b.ground.Move(fyne.NewPos(0, y))
	r.b.ground.Resize(fyne.NewSize(s.Width, thinHeight))
	r.b.done.Move(fyne.NewPos(0, y))
	r.b.done.Resize(fyne.NewSize(max(thinHeight, s.Width*r.b.share), thinHeight))
}

func (r *thinRenderer) Refresh() {
	r.b.ground.FillColor = theme.Color(fynetheme.ColorNameButton)
	r.b.done.FillColor = theme.Color(fynetheme.ColorNamePrimary)
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}
