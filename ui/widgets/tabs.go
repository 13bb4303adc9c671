package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// TabStrip is a row of tabs of which one is chosen. It is one stop of the Tab
// key; Left and Right move the choice.
type TabStrip struct {
	widget.BaseWidget
	OnChange func(i int)

	tabs    []*ActionButton
	chosen  int
	focused bool
	box     *fyne.Container
}

var _ fyne.Focusable = (*TabStrip)(nil)

// NewTabStrip returns a strip with the first tab chosen.
func NewTabStrip(look Look, labels ...string) *TabStrip {
	s := &TabStrip{}
	s.ExtendBaseWidget(s)
	s.box = container.New(layout.NewCustomPaddedHBoxLayout(1))
	for i, l := range labels {
		b := NewAction(l, nil, look, func() { s.Choose(i) })
		s.tabs = append(s.tabs, b)
		s.box.Add(b)
	}
	s.tabs[0].Selected = true
	return s
}

// Choose makes tab i the chosen one.
func (s *TabStrip) Choose(i int) {
	if i < 0 || i >= len(s.tabs) {
		return
	}
	changed := i != s.chosen
	s.chosen = i
	s.mark()
	if changed && s.OnChange != nil {
		s.OnChange(i)
	}
}

// Chosen is the index of the chosen tab.
func (s *TabStrip) Chosen() int { return s.chosen }

func (s *TabStrip) mark() {
	for k, b := range s.tabs {
		b.Selected, b.focused = k == s.chosen, k == s.chosen && s.focused
		b.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (s *TabStrip) FocusGained() {
	s.focused = true
	s.mark()
}

// FocusLost implements fyne.Focusable.
func (s *TabStrip) FocusLost() {
	s.focused = false
	s.mark()
}

// TypedRune implements fyne.Focusable.
func (s *TabStrip) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *TabStrip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.Choose(s.chosen - 1)
	case fyne.KeyRight:
		s.Choose(s.chosen + 1)
	case fyne.KeyHome:
		s.Choose(0)
	case fyne.KeyEnd:
		s.Choose(len(s.tabs) - 1)
	default:
		Forward(s, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *TabStrip) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return widget.NewSimpleRenderer(s.box)
}
