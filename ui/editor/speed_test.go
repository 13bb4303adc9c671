package editor

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/text"
)

// story writes n words in paragraphs of some 60 words, or in one, with a
// vocabulary that grows as that of English copy does.
func story(n int, one bool) string {
	rng := rand.New(rand.NewPCG(uint64(n), 4))
	parts := []string{"ar", "be", "con", "dis", "er", "for", "ing", "li", "men", "ne", "or", "per", "re", "sta", "ti", "un"}
	var vocabulary []string
	var b strings.Builder
	for i := range n {
		var w string
		if len(vocabulary) == 0 || rng.IntN(40+i/8) < 20 {
			for range 1 + rng.IntN(4) {
				w += parts[rng.IntN(len(parts))]
			}
			vocabulary = append(vocabulary, w)
		} else {
			w = vocabulary[int(float64(len(vocabulary))*rng.Float64()*rng.Float64())]
		}
		b.WriteString(w)
		switch {
		case i%60 == 59 && !one:
			b.WriteString(".\n")
		case i%13 == 12:
			b.WriteString(", ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// marksOn spreads n marks over the layers of d.
func marksOn(d *text.Document, n int) {
	layers := map[string][]text.Mark{}
	owners := []string{LayerFlags, LayerFlags, LayerNames, LayerNames, LayerKnown}
	for i := range n {
		owner := owners[i%len(owners)]
		at := d.Len() / n * i
		layers[owner] = append(layers[owner], text.Mark{ID: fmt.Sprint(i), Kind: uint8(i % 4), Span: text.Span{Start: at, End: min(d.Len(), at+9)}})
	}
	for i := range d.Paras() {
		layers[LayerStrip] = append(layers[LayerStrip], text.Mark{ID: fmt.Sprint(i), Kind: uint8(i % 5), Span: d.ParaSpan(i)})
	}
	for owner, marks := range layers {
		d.Marks().Replace(owner, marks)
	}
}

var sizes = []struct {
	name  string
	words int
	one   bool
}{
	{"1000", 1000, false},
	{"5000", 5000, false},
	{"20000", 20000, false},
	{"20000-in-one-paragraph", 20000, true},
}

// bench runs f on an editor of each size, with 500 marks and the caret in the
// middle.
func bench(b *testing.B, f func(b *testing.B, e *Editor)) {
	test.NewTempApp(b).Settings().SetTheme(light)
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			d := text.NewDocument(nil, story(size.words, size.one))
			marksOn(d, 500)
			e := New(d, Options{TextSize: 15, Strip: true})
			w := test.NewTempWindow(b, e)
			w.Resize(fyne.NewSize(800, 900))
			e.SetCaret(d.Len() / 2)
			b.ReportAllocs()
			b.ResetTimer()
			f(b, e)
		})
	}
}

func BenchmarkKeystroke(b *testing.B) {
	bench(b, func(b *testing.B, e *Editor) {
		for i := range b.N {
			e.TypedRune([]rune("the ")[i%4])
		}
	})
}

func BenchmarkFix(b *testing.B) {
	bench(b, func(b *testing.B, e *Editor) {
		h := e.doc.History()
		for i := range b.N {
			span := e.wordAt(e.doc.Len() * (1 + i%7) / 9)
			h.Begin("Fix")
			_ = e.doc.Apply(text.Edit{Span: span, Text: []string{"of", "form"}[i%2]})
			h.Attach(func() {}, func() {})
			h.End()
			e.SetCurrent(fmt.Sprint(i % 500))
			e.Reveal(span)
		}
	})
}

func BenchmarkScroll(b *testing.B) {
	bench(b, func(b *testing.B, e *Editor) {
		dy := float32(40)
		for range b.N {
			was := e.scroll
			if e.ScrollBy(dy); e.scroll == was {
				dy = -dy
			}
		}
	})
}

func BenchmarkWidth(b *testing.B) {
	bench(b, func(b *testing.B, e *Editor) {
		for i := range b.N {
			e.Resize(fyne.NewSize(float32(400+i%2*37), 900))
		}
	})
}

// BenchmarkOpen shows a story whose words were measured before; cold, none was.
func BenchmarkOpen(b *testing.B) {
	for _, cold := range []bool{false, true} {
		b.Run(map[bool]string{false: "warm", true: "cold"}[cold], func(b *testing.B) {
			bench(b, func(b *testing.B, e *Editor) {
				s := e.doc.String()
				for range b.N {
					if cold {
						clear(measurers)
					}
					d := text.NewDocument(nil, s)
					marksOn(d, 500)
					o := New(d, Options{TextSize: 15, Strip: true})
					o.Resize(fyne.NewSize(800, 900))
					test.WidgetRenderer(o)
					o.Release()
				}
			})
		})
	}
}

func TestAKeystrokeIsFast(t *testing.T) {
	for _, size := range sizes {
		t.Run(size.name, func(t *testing.T) {
			d := text.NewDocument(nil, story(size.words, size.one))
			marksOn(d, 500)
			r := newRig(t, d, fyne.NewSize(800, 900), Options{Strip: true})
			r.SetCaret(d.Len() / 2)
			var took []time.Duration
			for i := range 101 {
				began := time.Now()
				r.TypedRune([]rune("release ")[i%8])
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			t.Logf("median %v, 95 of 100 within %v, worst %v", took[50], took[95], took[100])
			assert.Less(t, took[50], 5*time.Millisecond)
		})
	}
}

func TestAKeystrokeMeasuresOnlyItsWord(t *testing.T) {
	d := text.NewDocument(nil, story(20000, true))
	marksOn(d, 500)
	r := newRig(t, d, fyne.NewSize(800, 900), Options{Strip: true})
	r.SetCaret(d.Len() / 2)
	was := r.l.m.misses
	r.typeText("released ")
	assert.LessOrEqual(t, r.l.m.misses-was, 3*9, "the word up to the caret, and from there on")
}

func TestOnlyVisibleLinesOwnObjects(t *testing.T) {
	counts := map[string]int{}
	for _, size := range sizes {
		d := text.NewDocument(nil, story(size.words, size.one))
		marksOn(d, 500)
		r := newRig(t, d, fyne.NewSize(1200, 1000), Options{Strip: true})
		most := 0
		for range 40 {
			r.ScrollBy(r.contentHeight() / 40)
			most = max(most, len(r.r.objects))
		}
		require.Less(t, most, 400, size.name)
		require.Less(t, len(r.r.rects)+len(r.r.texts)+len(r.r.strokes.free)+len(r.r.strokes.now), 600, "the pools")
		counts[size.name] = most
	}
	t.Logf("most objects: %v", counts)
	assert.LessOrEqual(t, counts["20000"], counts["1000"], "they do not grow with the text")
}

func TestAScrolledLineKeepsItsTexture(t *testing.T) {
	d := text.NewDocument(nil, story(1000, false))
	marksOn(d, 100)
	r := newRig(t, d, fyne.NewSize(700, 600), Options{})
	before := map[strokeID]any{}
	for id, s := range r.r.strokes.now {
		before[id] = s.raster
	}
	require.NotEmpty(t, before)
	r.ScrollBy(r.l.lineH)
	same := 0
	for id, s := range r.r.strokes.now {
		if before[id] == s.raster {
			same++
		}
	}
	assert.GreaterOrEqual(t, same, len(before)-4)
}
