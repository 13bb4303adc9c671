package editor

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/text"
)

// filled counts the rectangles of that colour on the canvas.
func (r *rig) filled(name fyne.ThemeColorName) int {
	n := 0
	for _, o := range r.r.objects {
		if q, ok := o.(*canvas.Rectangle); ok && (q.FillColor == Color(name) || q.StrokeColor == Color(name)) && !q.Hidden {
			n++
		}
	}
	return n
}

func (r *rig) strokesOf(k stroke) int {
	n := 0
	for _, s := range r.r.strokes.now {
		if s.kind == k {
			n++
		}
	}
	return n
}

func TestEachLayerIsDrawn(t *testing.T) {
	r := newRig(t, annotated(), fyne.NewSize(1000, 700), Options{Strip: true})
	assert.Equal(t, 3, r.strokesOf(strokeWave), "typos, a missing word's place included")
	assert.Equal(t, 2, r.strokesOf(strokeTick))
	assert.Equal(t, 3, r.filled(ColorPerson))
	assert.Equal(t, 2, r.filled(ColorOrganisation))
	r.SetCurrent("f1")
	assert.Equal(t, 1, r.filled(ColorCurrent))
	r.ShowLayer(LayerFlags, false)
	assert.Zero(t, r.strokesOf(strokeWave))
	assert.Zero(t, r.filled(ColorCurrent))
	r.ShowLayer(LayerStrip, false)
	r.ShowLayer(LayerKnown, false)
	assert.Empty(t, r.r.strokes.now)
	r.ShowLayer(LayerNames, false)
	assert.Zero(t, r.filled(ColorPerson))
	assert.Equal(t, 1, r.filled(ColorCaret))
	r.FocusLost()
	assert.Zero(t, r.filled(ColorCaret))
}

func TestTheStripShowsTheWeakestSourceOfALine(t *testing.T) {
	d := text.NewDocument(nil, "One sentence. Another sentence.\nNext paragraph.")
	d.Marks().Replace(LayerStrip, []text.Mark{
		{ID: "1", Kind: uint8(StripAnonymous), Span: text.Span{Start: 0, End: 13}},
		{ID: "2", Kind: uint8(StripNamed), Span: text.Span{Start: 14, End: 31}},
		{ID: "3", Kind: uint8(StripOffice), Span: text.Span{Start: 32, End: 47}},
	})
	r := newRig(t, d, fyne.NewSize(600, 200), Options{Strip: true})
	assert.Equal(t, 1, r.strokesOf(strokeDots))
	assert.Equal(t, 1, r.strokesOf(strokeDouble))
	assert.Zero(t, r.strokesOf(strokeSolid))
}

func TestAMarkOverTwoLinesIsDrawnInBoth(t *testing.T) {
	s := strings.Repeat("word ", 60)
	d := text.NewDocument(nil, s)
	d.Marks().Replace(LayerFlags, []text.Mark{{ID: "1", Kind: uint8(flag.Sourcing), Span: text.Span{Start: 5, End: len(s) - 1}}})
	r := newRig(t, d, fyne.NewSize(300, 900), Options{})
	lines := len(r.l.blocks[0].lines)
	require.Greater(t, lines, 3)
	assert.Equal(t, lines, r.strokesOf(strokeDash))
	r.SetCurrent("1")
	assert.Equal(t, lines, r.filled(ColorCurrent))
	for _, s := range r.r.strokes.now {
		right := s.raster.Position().X + s.raster.Size().Width
		assert.LessOrEqual(t, right, r.left()+r.l.width+0.5, "the space at the wrap is not underlined")
	}
}

func TestTheSelectionIsDrawn(t *testing.T) {
	r := open(t, "a[b\n\nc|d", 300)
	assert.Equal(t, 3, r.filled(ColorSelected), "an empty paragraph shows that it is selected")
	r.SetCaret(0)
	assert.Zero(t, r.filled(ColorSelected))
}

func TestChanges(t *testing.T) {
	d := text.NewDocument(nil, "release if of dozens")
	d.Marks().Replace(LayerChanges, []text.Mark{
		{ID: "1", Kind: uint8(Removed), Span: text.Span{Start: 8, End: 10}},
		{ID: "2", Kind: uint8(Added), Span: text.Span{Start: 11, End: 13}},
	})
	r := newRig(t, d, fyne.NewSize(300, 100), Options{ReadOnly: true})
	for _, name := range []fyne.ThemeColorName{ColorAdded, ColorAddedLine, ColorRemoved, ColorRemovedLine} {
		assert.Equal(t, 1, r.filled(name), "%s", name)
	}
}

func TestThePlaceHolder(t *testing.T) {
	r := newRig(t, text.NewDocument(nil, ""), fyne.NewSize(300, 60), Options{SingleParagraph: true, PlaceHolder: "Headline"})
	assert.Equal(t, []string{"Headline"}, r.drawn())
	assert.Equal(t, 2, r.filled(ColorCaret), "the caret and the ring of a focused field")
	r.typeText("x")
	assert.Equal(t, []string{"x"}, r.drawn())
}

func TestAnotherDocument(t *testing.T) {
	r := open(t, strings.Repeat("long\n", 100)+"|", 300)
	old := r.doc
	r.SetDocument(text.NewDocument(nil, "short"))
	assert.Equal(t, []string{"short"}, r.drawn())
	assert.Equal(t, "|short", r.state())
	assert.Zero(t, r.scroll)
	require.NoError(t, old.Apply(text.Edit{Text: "unheard"}))
	assert.Equal(t, []string{"short"}, r.drawn())
	r.Release()
	require.NoError(t, r.doc.Apply(text.Edit{Text: "unheard"}))
	assert.Equal(t, []string{"short"}, r.drawn())
}

func TestZoomAndWidthKeepTheTopLine(t *testing.T) {
	r := newRig(t, text.NewDocument(nil, story(3000, false)), fyne.NewSize(700, 400), Options{})
	r.ScrollBy(2000)
	top, _ := r.topLine()
	words := r.doc.Slice(text.Span{Start: top, End: top + 12})
	r.SetTextSize(20)
	now, _ := r.topLine()
	assert.InDelta(t, top, now, 120)
	assert.Contains(t, strings.Join(r.drawn(), "\n"), words)
	r.SetTextSize(15)
	r.w.Resize(fyne.NewSize(420, 400))
	assert.Contains(t, strings.Join(r.drawn(), "\n"), words)
}

func TestAnEditAboveKeepsTheView(t *testing.T) {
	r := newRig(t, text.NewDocument(nil, story(3000, false)), fyne.NewSize(700, 400), Options{})
	r.ScrollBy(2000)
	before := r.drawn()
	require.NoError(t, r.doc.Apply(text.Edit{Text: strings.Repeat("a new paragraph\n", 5)}))
	assert.Equal(t, before, r.drawn())
}

func TestReveal(t *testing.T) {
	r := newRig(t, text.NewDocument(nil, story(3000, false)), fyne.NewSize(700, 400), Options{})
	span := text.Span{Start: r.doc.Len() / 2, End: r.doc.Len()/2 + 4}
	r.Reveal(span)
	y := r.at(span.Start).Y
	assert.Greater(t, y, float32(50))
	assert.Less(t, y, float32(250))
	was := r.scroll
	r.Reveal(span)
	assert.Equal(t, was, r.scroll, "what is in view stays where it is")
	r.Reveal(text.Span{Start: r.doc.Len(), End: r.doc.Len()})
	assert.Less(t, r.at(r.doc.Len()).Y, float32(400))
}

func TestTheThemeChanges(t *testing.T) {
	r := open(t, "some| text", 300)
	test.ApplyTheme(t, dark)
	r.Refresh()
	for _, o := range r.r.objects {
		if q, ok := o.(*canvas.Text); ok {
			assert.Equal(t, dark.Color("foreground", 0), q.Color)
		}
	}
	assert.Equal(t, Color(ColorPaper), r.r.paper.FillColor)
}

func TestAHeadlineStandsInTheColumnOfItsStory(t *testing.T) {
	body := newRig(t, text.NewDocument(nil, ""), fyne.NewSize(1000, 200), Options{TextSize: 16})
	head := New(text.NewDocument(nil, ""), Options{TextSize: 26, ColumnSize: 16, Bold: true, SingleParagraph: true})
	head.Resize(fyne.NewSize(1000, 60))
	left, width := body.Column()
	headLeft, headWidth := head.Column()
	assert.Equal(t, []float32{left, width}, []float32{headLeft, headWidth})
	chars := body.l.m.offset(sample[0], width)
	assert.InDelta(t, 72, chars, 8, "a line that reads well")
}
