package ui

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// statusLine is the line at the bottom: figures of the story on the left, and
// on the right the words of the hover card, for the keyboard too.
type statusLine struct {
	Content *fyne.Container
	line    *statusWidget
}

type statusWidget struct {
	widget.BaseWidget
	left, right string
	texts       [2]*canvas.Text
}

func newStatusLine() *statusLine {
	w := &statusWidget{texts: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)}}
	w.ExtendBaseWidget(w)
	return &statusLine{Content: widgets.NewInset(4, 12, 5, 12, w), line: w}
}

func (s *statusLine) set(left string) {
	if s.line.left != left {
		s.line.left = left
		s.line.Refresh()
	}
}

func (s *statusLine) say(right string) {
	if s.line.right != right {
		s.line.right = right
		s.line.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (w *statusWidget) CreateRenderer() fyne.WidgetRenderer { return &statusRenderer{w} }

type statusRenderer struct{ w *statusWidget }

func (r *statusRenderer) Destroy() {}
func (r *statusRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.w.texts[0], r.w.texts[1]}
}

func (r *statusRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, fyne.MeasureText("Mg", theme.Size(fynetheme.SizeNameCaptionText), fyne.TextStyle{}).Height)
}

func (r *statusRenderer) Layout(s fyne.Size) {
	size := theme.Size(fynetheme.SizeNameCaptionText)
	l, m := r.w.texts[0], r.w.texts[1]
	l.Text = widgets.Fit(r.w.left, s.Width, size, fyne.TextStyle{})
	l.TextSize, m.TextSize = size, size
	l.Color, m.Color = theme.Color(theme.Muted), theme.Color(fynetheme.ColorNameForeground)
	lw := l.MinSize().Width
	m.Text = ""
	if room := s.Width - lw - 24; room > 60 {
		m.Text = widgets.Fit(r.w.right, room, size, fyne.TextStyle{})
	}
	l.Move(fyne.NewPos(0, 0))
	m.Move(fyne.NewPos(s.Width-m.MinSize().Width, 0))
}

func (r *statusRenderer) Refresh() {
	r.Layout(r.w.Size())
	canvas.Refresh(r.w)
}

// wordsPerMinute is the reading speed behind "2 min read": the mean of silent
// reading of English in Brysbaert (2019), 238 words a minute.
const wordsPerMinute = 238

// refreshStatus shows the story's figures and the current flag's message.
func (a *App) refreshStatus() {
	s := a.story
	if s == nil {
		n := a.queue.Shown()
		a.status.set(plural(n, "story", "stories") + " in the queue")
		a.status.say("")
		return
	}
	words := 0
	for _, p := range parts {
		words += len(strings.Fields(s.review.Doc(p).String()))
	}
	c := s.review.Counts()
	out := []string{plural(words, "word", "words"), fmt.Sprintf("%d min read", max(1, (words+wordsPerMinute/2)/wordsPerMinute))}
	switch {
	case s.result == nil:
		out = append(out, "checking…")
	case c.Total == 0:
		out = append(out, "no flags")
	default:
		out = append(out, fmt.Sprintf("%d of %s settled", c.Settled, plural(c.Total, "flag", "flags")))
	}
	switch {
	case s.unsaved:
		out = append(out, "saving…")
	case !s.savedAt.IsZero():
		out = append(out, "saved "+s.savedAt.Format("15:04:05"))
	}
	if s.result != nil {
		out = append(out, "checked in "+duration(s.took))
	}
	a.status.set(strings.Join(out, " · "))
	a.status.say(a.currentMessage())
}

func duration(d time.Duration) string {
	if d < 10*time.Millisecond {
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%d ms", d.Milliseconds())
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// currentMessage is the message of the current flag with its default fix.
func (a *App) currentMessage() string {
	it, ok := a.currentItem()
	if !ok {
		return ""
	}
	return flagLine(it.flag.Message, it.flag.Kind.String())
}

func flagLine(message, kind string) string { return kind + ": " + message }
