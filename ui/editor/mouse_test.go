package editor

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/text"
)

func TestClicks(t *testing.T) {
	const s = "one two three\nfour five"
	tests := []struct {
		name string
		do   func(r *rig)
		want string
	}{
		{"a click", func(r *rig) { r.click(r.at(5), 0) }, "one t|wo three\nfour five"},
		{"beyond the end of a line", func(r *rig) { r.click(r.at(13).AddXY(80, 0), 0) }, "one two three|\nfour five"},
		{"left of a line", func(r *rig) { r.click(r.at(14).AddXY(-20, 0), 0) }, "one two three\n|four five"},
		{"above the text", func(r *rig) { r.click(fyne.NewPos(r.at(3).X, 1), 0) }, "one| two three\nfour five"},
		{"below the text", func(r *rig) { r.click(fyne.NewPos(r.at(18).X, 290), 0) }, "one two three\nfour| five"},
		{"shift", func(r *rig) {
			r.click(r.at(4), 0)
			r.pause()
			r.click(r.at(16), shift)
		}, "one [two three\nfo|ur five"},
		{"a double click takes a word", func(r *rig) {
			r.click(r.at(5), 0)
			r.click(r.at(5), 0)
		}, "one [two| three\nfour five"},
		{"a triple click takes a paragraph", func(r *rig) {
			for range 3 {
				r.click(r.at(5), 0)
			}
		}, "[one two three|\nfour five"},
		{"a fourth click is a first one", func(r *rig) {
			for range 4 {
				r.click(r.at(5), 0)
			}
		}, "one t|wo three\nfour five"},
		{"two clicks apart", func(r *rig) {
			r.click(r.at(5), 0)
			r.click(r.at(9), 0)
		}, "one two t|hree\nfour five"},
		{"two slow clicks", func(r *rig) {
			now := time.Unix(0, 0)
			r.pointer.now = func() time.Time { return now }
			r.click(r.at(5), 0)
			now = now.Add(time.Second)
			r.click(r.at(5), 0)
		}, "one t|wo three\nfour five"},
		{"a drag", func(r *rig) {
			r.press(r.at(5), 0)
			r.drag(r.at(9))
			r.drag(r.at(16))
			r.release(r.at(16))
			r.drag(r.at(0))
		}, "one t[wo three\nfo|ur five"},
		{"a drag to the left", func(r *rig) {
			r.press(r.at(5), 0)
			r.drag(r.at(1))
			r.DragEnd()
			r.drag(r.at(9))
		}, "o|ne t]wo three\nfour five"},
		{"a drag by words", func(r *rig) {
			r.click(r.at(5), 0)
			r.press(r.at(5), 0)
			r.drag(r.at(9))
		}, "one [two three|\nfour five"},
		{"a drag by words to the left", func(r *rig) {
			r.click(r.at(5), 0)
			r.press(r.at(5), 0)
			r.drag(r.at(1))
		}, "|one two] three\nfour five"},
		{"a drag by paragraphs", func(r *rig) {
			r.click(r.at(5), 0)
			r.click(r.at(5), 0)
			r.press(r.at(5), 0)
			r.drag(r.at(16))
		}, "[one two three\nfour five|"},
		{"the second button outside the selection", func(r *rig) {
			r.Select(0, 3)
			r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: r.at(9)}, Button: desktop.MouseButtonSecondary})
		}, "one two t|hree\nfour five"},
		{"the second button on the selection", func(r *rig) {
			r.Select(0, 7)
			r.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: r.at(5)}, Button: desktop.MouseButtonSecondary})
		}, "[one two| three\nfour five"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, "|"+s, 500)
			tt.do(r)
			assert.Equal(t, tt.want, r.state())
		})
	}
}

func TestAClickTakesTheFocus(t *testing.T) {
	r := open(t, "|ab", 300)
	r.w.Canvas().Unfocus()
	r.click(r.at(1), 0)
	assert.True(t, r.focused)
}

func TestADragThatEndsOutsideKeepsTheFocus(t *testing.T) {
	r := open(t, "|abc", 300)
	r.press(r.at(0), 0)
	r.drag(r.at(2))
	r.release(fyne.NewPos(20, 900))
	r.w.Canvas().Unfocus() // as the desktop driver does
	r.DragEnd()
	assert.True(t, r.focused)
	assert.Equal(t, "[ab|c", r.state())
}

func TestEveryPlaceIsFoundAgain(t *testing.T) {
	r := open(t, "|"+strings.Join(sample, "\n"), 340)
	for offset := 0; ; {
		pos := r.at(offset)
		r.ScrollBy(pos.Y - 100)
		got, upstream := r.offsetAt(r.at(offset))
		require.Equal(t, offset, got)
		require.False(t, upstream)
		if offset == r.doc.Len() {
			break
		}
		offset = r.nextChar(offset)
	}
}

func TestADragOutOfTheViewScrolls(t *testing.T) {
	r := open(t, "|"+strings.Repeat("word\n", 100)+"end", 400)
	r.press(r.at(0), 0)
	r.drag(fyne.NewPos(60, 340))
	require.Zero(t, r.pointer.timer, "no timers under the test driver")
	was := r.scroll
	require.True(t, r.scrollStep())
	assert.Greater(t, r.scroll, was)
	for r.scroll < r.contentHeight()-r.viewHeight() {
		require.True(t, r.scrollStep())
	}
	r.scrollStep()
	assert.Equal(t, r.doc.Len(), r.Selection().End)
	assert.Equal(t, 0, r.Selection().Start)
	r.drag(fyne.NewPos(60, -50))
	for r.scroll > 0 {
		require.True(t, r.scrollStep())
	}
	r.drag(fyne.NewPos(60, 100))
	assert.False(t, r.scrollStep(), "in the view again")
	r.release(fyne.NewPos(60, 100))
	assert.False(t, r.scrollStep())
}

func TestTheScrollBar(t *testing.T) {
	r := open(t, "|"+strings.Repeat("word\n", 100)+"end", 400)
	y, height, ok := r.thumb()
	require.True(t, ok)
	assert.Zero(t, y)
	r.press(fyne.NewPos(395, height/2), 0)
	r.drag(fyne.NewPos(350, height/2+100))
	moved, _, _ := r.thumb()
	assert.InDelta(t, 100, moved, 1)
	r.drag(fyne.NewPos(350, 2000))
	assert.Equal(t, r.contentHeight()-r.viewHeight(), r.scroll)
	r.DragEnd()
	r.press(fyne.NewPos(395, 150), 0)
	moved, _, _ = r.thumb()
	assert.InDelta(t, 150-height/2, moved, 1, "a press beside the thumb brings it there")
	assert.Equal(t, 0, r.Caret())
	_, _, ok = open(t, "short|", 400).thumb()
	assert.False(t, ok)
}

func TestTheWheel(t *testing.T) {
	r := open(t, "|"+strings.Repeat("word\n", 100)+"end", 400)
	test.Scroll(r.w.Canvas(), fyne.NewPos(50, 50), 0, -120)
	assert.Equal(t, float32(120), r.scroll)
	test.Scroll(r.w.Canvas(), fyne.NewPos(50, 50), 0, 500)
	assert.Zero(t, r.scroll)
	zoom := 0
	r.OnZoom = func(n int) { zoom += n }
	r.hold(ctrl, func() {
		r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 10}})
		r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 10}})
		r.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -10}})
	})
	assert.Equal(t, 1, zoom)
	assert.Zero(t, r.scroll)
}

func TestFurnitureLines(t *testing.T) {
	r := open(t, "|one\ntwo", 500)
	var clicked []string
	r.OnInsert = func(id string) { clicked = append(clicked, id) }
	r.SetInserts([]Insert{
		{BeforePara: 1, ID: "ad", Text: "Advertisement removed", Action: "restore", Reason: "advertisement"},
		{BeforePara: 9, ID: "end", Text: "Sign-off removed", Action: "restore"},
	})
	assert.Contains(t, r.drawn(), "restore")
	action := func(block, i int) fyne.Position {
		in := r.l.insertsAt(block)[i]
		return fyne.NewPos(r.left()+r.quiet.line(in.Text+insertDot)+5, r.viewY(r.l.insertY(block, i))+r.l.insertH/2)
	}
	r.click(action(1, 0), 0)
	r.click(action(2, 0), 0)
	assert.Equal(t, []string{"ad", "end"}, clicked)
	assert.Equal(t, "|one\ntwo", r.state(), "the caret stays")

	r.press(action(1, 0), 0)
	r.release(action(1, 0).AddXY(0, 100))
	assert.Len(t, clicked, 2, "released elsewhere")
	r.click(action(1, 0).AddXY(-60, 0), 0)
	assert.Len(t, clicked, 2, "only the action acts")

	r.pointer.pos = action(1, 0)
	assert.Equal(t, desktop.PointerCursor, r.Cursor())
	var hover Hover
	r.OnHover = func(h Hover) { hover = h }
	r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: action(1, 0)}})
	assert.Equal(t, "advertisement", hover.Insert.Reason)

	r.SetCaret(0)
	r.typeText("zero\n")
	r.key(fyne.KeyReturn, 0)
	assert.Equal(t, 2, r.Inserts()[0].BeforePara, "it goes with its paragraph")
	r.SelectAll()
	r.key(fyne.KeyDelete, 0)
	assert.Len(t, r.Inserts(), 2, "and outlives it")
	assert.Equal(t, "Advertisement removed: restore", r.Menu(0).Items[0].Label)
	r.Menu(0).Items[1].Action()
	assert.Equal(t, "end", clicked[2], "the keyboard gets there by the menu")
}

func TestHover(t *testing.T) {
	r := newRig(t, annotated(), fyne.NewSize(700, 500), Options{Strip: true})
	s := r.doc.String()
	var got []Hover
	r.OnHover = func(h Hover) { got = append(got, h) }
	move := func(pos fyne.Position) {
		r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}})
	}
	over := func(words string) fyne.Position { return r.at(strings.Index(s, words) + 2) }
	move(over("two officials"))
	move(over("two officials").AddXY(8, 0))
	require.Len(t, got, 1, "once for each mark")
	assert.Equal(t, "f2", got[0].Marks[0].ID)
	assert.Greater(t, got[0].Pos.Y, over("two officials").Y)
	move(over("released"))
	require.Len(t, got, 2)
	assert.True(t, got[1].Empty())
	move(over("Reuters"))
	assert.Equal(t, []string{"n2", "k1"}, []string{got[2].Marks[0].ID, got[2].Marks[1].ID})
	move(fyne.NewPos(r.left()-stripLeft+2, over("two officials").Y))
	assert.Equal(t, LayerStrip, got[3].Marks[0].Owner)
	r.MouseOut()
	assert.True(t, got[4].Empty())
	r.ShowLayer(LayerFlags, false)
	move(over("two officials"))
	assert.Len(t, got, 5, "a hidden layer is not there")
}

func TestMarksAt(t *testing.T) {
	d := text.NewDocument(nil, "abcdef")
	d.Marks().Replace(LayerFlags, []text.Mark{
		{ID: "1", Span: text.Span{Start: 0, End: 3}, Kind: uint8(flag.Typo)},
		{ID: "2", Span: text.Span{Start: 3, End: 6}},
	})
	d.Marks().Replace(LayerNames, []text.Mark{{ID: "n", Span: text.Span{Start: 0, End: 6}}})
	r := newRig(t, d, fyne.NewSize(300, 100), Options{})
	ids := func(offset int) (out []string) {
		for _, m := range r.MarksAt(offset) {
			out = append(out, m.ID)
		}
		return out
	}
	assert.Equal(t, []string{"1", "n"}, ids(0))
	assert.Equal(t, []string{"2", "1", "n"}, ids(3), "the one that begins comes first")
	assert.Equal(t, []string{"2", "n"}, ids(6))
}

func TestTheContextMenu(t *testing.T) {
	r := newRig(t, annotated(), fyne.NewSize(700, 500), Options{})
	at := strings.Index(r.doc.String(), "if dozens") + 1
	fixed := false
	r.OnMenu = func(offset int, marks []text.Mark) []*fyne.MenuItem {
		assert.Equal(t, "f1", marks[0].ID)
		return []*fyne.MenuItem{fyne.NewMenuItem("of", func() { fixed = true })}
	}
	m := r.Menu(at)
	assert.Equal(t, "of", m.Items[0].Label)
	m.Items[0].Action()
	assert.True(t, fixed)
	state := map[string]bool{}
	for _, it := range m.Items {
		state[it.Label] = !it.Disabled
	}
	assert.False(t, state["Undo"])
	assert.False(t, state["Cut"])
	assert.True(t, state["Select all"])

	r.TappedSecondary(&fyne.PointEvent{Position: r.at(at), AbsolutePosition: r.at(at)})
	assert.NotNil(t, r.w.Canvas().Overlays().Top(), "the menu is shown")
	assert.Equal(t, at, r.Caret())
	r.w.Canvas().Overlays().Remove(r.w.Canvas().Overlays().Top())
	r.key(fyne.KeyF10, shift)
	assert.NotNil(t, r.w.Canvas().Overlays().Top(), "by keyboard too")
}
