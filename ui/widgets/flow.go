package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
)

// Run is a stretch of a Flow in one look.
type Run struct {
	Text   string
	Color  fyne.ThemeColorName // empty: the foreground
	Ground fyne.ThemeColorName // empty: none
	Bold   bool
	Italic bool
	Strike bool
}

// Flow is wrapped text in several looks, which tells its height for a width.
// It is cheap enough for the cards of a long list.
type Flow struct {
	widget.BaseWidget
	Runs     []Run
	SizeName fyne.ThemeSizeName // empty: the text size
	MaxLines int                // 0: as many as it takes

	width float32
	lines []flowLine
}

type flowPiece struct {
	text string
	run  int
	x, w float32
}

type flowLine struct{ pieces []flowPiece }

// NewFlow returns a flow of runs in the normal text size.
func NewFlow(runs ...Run) *Flow {
	f := &Flow{Runs: runs}
	f.ExtendBaseWidget(f)
	return f
}

// NewText returns a flow of one run.
func NewText(text string, c fyne.ThemeColorName) *Flow { return NewFlow(Run{Text: text, Color: c}) }

// SetText replaces all runs by one in the foreground colour.
func (f *Flow) SetText(text string) { f.Set(Run{Text: text}) }

// Set replaces the runs.
func (f *Flow) Set(runs ...Run) {
	f.Runs = runs
	f.width = -1
	f.Refresh()
}

// Text is all words of the flow.
func (f *Flow) Text() string {
	var b strings.Builder
	for _, r := range f.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func (f *Flow) textSize() float32 {
	if f.SizeName == "" {
		return theme.Size(fynetheme.SizeNameText)
	}
	return theme.Size(f.SizeName)
}

func (f *Flow) lineHeight() float32 {
	s := f.textSize()
	return measure("Mg", s, fyne.TextStyle{}).Height
}

func (r Run) style() fyne.TextStyle { return fyne.TextStyle{Bold: r.Bold, Italic: r.Italic} }

// HeightFor is the height that the flow takes at a width.
func (f *Flow) HeightFor(width float32) float32 {
	f.wrap(width)
	return float32(len(f.lines)) * f.lineHeight()
}

// wrap breaks the runs into lines at blanks, and inside a word only where the
// word alone is wider than the line.
func (f *Flow) wrap(width float32) {
	if f.width == width && f.lines != nil {
		return
	}
	f.width = width
	f.lines = f.lines[:0]
	size := f.textSize()
	var line flowLine
	x := float32(0)
	put := func(run int, t string, w float32) {
		if n := len(line.pieces); n > 0 && line.pieces[n-1].run == run {
			p := &line.pieces[n-1]
			p.text += t
			p.w = measure(p.text, size, f.Runs[run].style()).Width
			x = p.x + p.w
			return
		}
		line.pieces = append(line.pieces, flowPiece{t, run, x, w})
		x += w
	}
	end := func() {
		f.lines = append(f.lines, line)
		line, x = flowLine{}, 0
	}
	for i, r := range f.Runs {
		st := r.style()
		for pi, part := range strings.Split(r.Text, "\n") {
			if pi > 0 {
				end()
			}
			for len(part) > 0 {
				n := strings.IndexByte(part, ' ') + 1
				if n == 0 {
					n = len(part)
				}
				word := part[:n]
				part = part[n:]
				w := measure(strings.TrimRight(word, " "), size, st).Width
				if x+w > width && x > 0 {
					end()
				}
				for w > width && len([]rune(word)) > 1 && width > size {
					cut := len([]rune(Fit(word, width, size, st))) - 1
					cut = max(cut, 1)
					head := string([]rune(word)[:cut])
					put(i, head, measure(head, size, st).Width)
					end()
					word = string([]rune(word)[cut:])
					w = measure(strings.TrimRight(word, " "), size, st).Width
				}
				put(i, word, measure(word, size, st).Width)
			}
		}
	}
	end()
	if f.MaxLines > 0 && len(f.lines) > f.MaxLines {
		f.lines = f.lines[:f.MaxLines]
		last := &f.lines[f.MaxLines-1]
		if n := len(last.pieces); n > 0 {
			p := &last.pieces[n-1]
			st := f.Runs[p.run].style()
			p.text = Fit(p.text+" ………", width-p.x, size, st)
			p.text = strings.TrimRight(strings.TrimRight(p.text, "…"), " ,;:") + "…"
			p.w = measure(p.text, size, st).Width
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return &flowRenderer{f: f}
}

type flowRenderer struct {
	f       *Flow
	texts   []*canvas.Text
	grounds []*canvas.Rectangle
	objs    []fyne.CanvasObject
	size    fyne.Size
}

func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objs }

// MinSize is one line of the narrowest useful width; who lays a flow out asks
// HeightFor.
func (r *flowRenderer) MinSize() fyne.Size {
	w := r.size.Width
	if w <= 0 {
		return fyne.NewSize(20, r.f.lineHeight())
	}
	return fyne.NewSize(20, r.f.HeightFor(w))
}

func (r *flowRenderer) Layout(s fyne.Size) {
	r.size = s
	f := r.f
	f.wrap(s.Width)
	lh, size := f.lineHeight(), f.textSize()
	nt, ng := 0, 0
	r.objs = r.objs[:0]
	var front []fyne.CanvasObject
	for li, l := range f.lines {
		y := float32(li) * lh
		for _, p := range l.pieces {
			run := f.Runs[p.run]
			if run.Ground != "" || run.Strike {
				if ng == len(r.grounds) {
					r.grounds = append(r.grounds, canvas.NewRectangle(color.Transparent))
				}
				g := r.grounds[ng]
				ng++
				w := measure(strings.TrimRight(p.text, " "), size, run.style()).Width
				if run.Strike {
					g.FillColor, g.CornerRadius = theme.Color(colourOr(run.Color)), 0
					g.Move(fyne.NewPos(p.x, y+lh*0.56))
					g.Resize(fyne.NewSize(w, 1))
					front = append(front, g)
				} else {
					g.FillColor, g.CornerRadius = theme.Color(run.Ground), 3
					g.Move(fyne.NewPos(p.x-1, y+1))
					g.Resize(fyne.NewSize(w+2, lh-2))
					r.objs = append(r.objs, g)
				}
			}
			if nt == len(r.texts) {
				r.texts = append(r.texts, canvas.NewText("", nil))
			}
			t := r.texts[nt]
			nt++
			t.Text, t.TextSize, t.TextStyle, t.Color = p.text, size, run.style(), theme.Color(colourOr(run.Color))
			t.Move(fyne.NewPos(p.x, y))
			t.Resize(fyne.NewSize(p.w, lh))
			front = append(front, t)
		}
	}
	r.objs = append(r.objs, front...)
}

func (r *flowRenderer) Refresh() {
	r.f.width = -1
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}

func colourOr(n fyne.ThemeColorName) fyne.ThemeColorName {
	if n == "" {
		return fynetheme.ColorNameForeground
	}
	return n
}
