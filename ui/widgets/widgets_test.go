package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/ui/theme"
)

func start(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	clear(widths)
}

func mouse(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
}

func TestButtonActsOncePerClick(t *testing.T) {
	start(t)
	n := 0
	b := NewButton("Fix", nil, Outline, func() { n++ })
	test.NewTempWindow(t, b)
	b.MouseDown(mouse(3, 3))
	b.MouseUp(mouse(6, 3)) // four pixels on: Fyne would call this a drag and drop the tap
	assert.Equal(t, 1, n)
	b.Tapped(&fyne.PointEvent{}) // and where it does not, the tap comes too
	assert.Equal(t, 1, n)
	b.Tapped(&fyne.PointEvent{})
	assert.Equal(t, 2, n, "a tap alone")
	b.MouseDown(mouse(3, 3))
	b.MouseUp(mouse(-20, 3))
	assert.Equal(t, 2, n, "released outside")
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	assert.Equal(t, 3, n)
	b.SetEnabled(false)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.Tapped(&fyne.PointEvent{})
	assert.Equal(t, 3, n, "disabled")
}

func TestUnusedKeysReachTheCanvas(t *testing.T) {
	start(t)
	b, f, l := NewButton("x", nil, Flat, nil), NewField(""), NewList()
	l.Len = func() int { return 0 }
	w := test.NewTempWindow(t, NewColumn(0, b, f, l))
	var got []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
	for _, o := range []fyne.Focusable{b, f, l} {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	}
	assert.Equal(t, []fyne.KeyName{fyne.KeyF8, fyne.KeyF8, fyne.KeyF8}, got)
}

func TestFlowWrapsAndCuts(t *testing.T) {
	start(t)
	f := NewFlow(Run{Text: "the release "}, Run{Text: "if", Ground: theme.Removed, Bold: true}, Run{Text: " dozens of prisoners in the capital"})
	one := f.HeightFor(2000)
	require.Positive(t, one)
	assert.Greater(t, f.HeightFor(90), 2*one)
	f.MaxLines = 2
	f.width = -1
	assert.InDelta(t, 2*one, f.HeightFor(90), 0.1)
	last := f.lines[1].pieces[len(f.lines[1].pieces)-1]
	assert.True(t, strings.HasSuffix(last.text, "…"), last.text)
	assert.LessOrEqual(t, last.x+last.w, float32(90))
	long := NewText(strings.Repeat("x", 200), "")
	long.HeightFor(100)
	for _, l := range long.lines {
		for _, p := range l.pieces {
			assert.LessOrEqual(t, p.w, float32(101))
		}
	}
	assert.Equal(t, strings.Repeat("x", 200), joined(long))
	assert.Equal(t, "two\nlines", NewText("two\nlines", "").Text())
	assert.InDelta(t, 2*one, NewText("two\nlines", "").HeightFor(500), 0.1)
}

func joined(f *Flow) string {
	var b strings.Builder
	for _, l := range f.lines {
		for _, p := range l.pieces {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func TestListKeepsOnlyVisibleRows(t *testing.T) {
	start(t)
	made, bound := 0, 0
	l := NewList()
	l.Len = func() int { return 100_000 }
	l.Even = 50
	l.New = func() fyne.CanvasObject { made++; return canvas.NewText("", nil) }
	l.Bind = func(i int, o fyne.CanvasObject) { bound++; o.(*canvas.Text).Text = fmt.Sprint(i) }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 600))
	l.Reload()
	assert.LessOrEqual(t, l.Live(), 14)
	l.Reveal(99_999)
	require.NotNil(t, l.Row(99_999))
	assert.Equal(t, "99999", l.Row(99_999).(*canvas.Text).Text)
	l.Reveal(50_000)
	assert.LessOrEqual(t, made, 30)
	before := bound
	l.Reveal(50_000)
	assert.Equal(t, before, bound, "what is in sight is not bound again")
}

func TestListRevealsOnceItHasASize(t *testing.T) {
	start(t)
	l := NewList()
	l.Len = func() int { return 100 }
	l.Even = 50
	l.New = func() fyne.CanvasObject { return canvas.NewText("", nil) }
	l.Bind = func(int, fyne.CanvasObject) {}
	l.Reveal(1)
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 600))
	assert.Zero(t, l.scroll.Offset.Y, "the second row is in sight from the top")
}

func TestListOfDifferingHeights(t *testing.T) {
	start(t)
	heights := []float32{40, 100, 20, 300, 60}
	pressed := -1
	l := NewList()
	l.Len = func() int { return len(heights) }
	l.Height = func(i int, _ float32) float32 { return heights[i] }
	l.New = func() fyne.CanvasObject { return canvas.NewText("", nil) }
	l.Bind = func(i int, o fyne.CanvasObject) {}
	l.OnPress = func(i int, _ *desktop.MouseEvent) { pressed = i }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 200))
	l.Reload()
	for y, want := range map[float32]int{0: 0, 39: 0, 40: 1, 141: 2, 161: 3, 459: 3, 460: 4, 519: 4} {
		pressed = -1
		l.body.MouseDown(mouse(5, y))
		assert.Equal(t, want, pressed, "at %v", y)
	}
	pressed = -1
	l.body.MouseDown(mouse(5, 521))
	assert.Equal(t, -1, pressed)
	l.Reveal(4)
	require.NotNil(t, l.Row(4))
	heights = heights[:1]
	l.Reload()
	assert.NotNil(t, l.Row(0), "a list that shrank shows what is left")
	assert.Nil(t, l.Row(4))
}

func TestTabsMoveByKey(t *testing.T) {
	start(t)
	got := []int{}
	s := NewTabStrip(Tab, "Flags", "Names", "Facts")
	s.OnChange = func(i int) { got = append(got, i) }
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyHome, fyne.KeyEnd} {
		s.TypedKey(&fyne.KeyEvent{Name: k})
	}
	assert.Equal(t, []int{1, 2, 1, 0, 2}, got)
}

func TestTipShowsInsideTheWindow(t *testing.T) {
	start(t)
	l := NewTipLayer(func(f func()) { f() })
	w := test.NewTempWindow(t, l.Container)
	w.Resize(fyne.NewSize(400, 300))
	o := canvas.NewText("x", nil)
	l.Show(o, fyne.NewPos(390, 295), 320, Run{Text: "Next flag (F8)"})
	assert.Equal(t, "Next flag (F8)", l.Showing())
	p, s := l.box.Position(), l.box.Size()
	assert.LessOrEqual(t, p.X+s.Width, l.Container.Size().Width)
	assert.LessOrEqual(t, p.Y+s.Height, l.Container.Size().Height)
	l.Hide(canvas.NewText("another", nil))
	assert.NotEmpty(t, l.Showing())
	l.Hide(o)
	assert.Empty(t, l.Showing())
}

func TestToastOffersOneThingToDo(t *testing.T) {
	start(t)
	l := NewToastLayer(func(f func()) {})
	test.NewTempWindow(t, l.Container).Resize(fyne.NewSize(700, 400))
	done := false
	l.Show("Saved storm.txt", false, "Open folder", func() { done = true })
	assert.Equal(t, "Saved storm.txt", l.Showing())
	test.Tap(l.act)
	assert.True(t, done)
	assert.Empty(t, l.Showing())
}
