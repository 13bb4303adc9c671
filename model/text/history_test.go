package text

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// clock is a time that tests set.
type clock struct{ t time.Time }

func (c *clock) now() time.Time           { return c.t }
func (c *clock) pass(d time.Duration)     { c.t = c.t.Add(d) }
func at(d *Document, offset int) Span     { return Span{offset, offset} }
func typeAt(d *Document, i int, s string) { _ = d.Type(Edit{at(d, i), s}) }

func newTyping(s string) (*Document, *clock) {
	h := NewHistory()
	c := &clock{t: time.Unix(1000, 0)}
	h.now = c.now
	return NewDocument(h, s), c
}

func typeAll(d *Document, s string) {
	for _, r := range s {
		typeAt(d, d.Len(), string(r))
	}
}

// steps undoes everything and lists the texts on the way.
func steps(d *Document) []string {
	out := []string{d.String()}
	for {
		if _, ok := d.History().Undo(); !ok {
			return out
		}
		out = append(out, d.String())
	}
}

func TestTypingJoins(t *testing.T) {
	tests := []struct {
		name string
		do   func(d *Document, c *clock)
		want []string
	}{
		{"a word", func(d *Document, _ *clock) { typeAll(d, "word") }, []string{"word", ""}},
		{"words", func(d *Document, _ *clock) { typeAll(d, "two  words") }, []string{"two  words", "two  ", ""}},
		{"a pause", func(d *Document, c *clock) {
			typeAll(d, "ab")
			c.pass(joinPause + 1)
			typeAll(d, "cd")
		}, []string{"abcd", "ab", ""}},
		{"many short pauses", func(d *Document, c *clock) {
			for range 9 {
				typeAll(d, "a")
				c.pass(joinPause / 2)
			}
		}, []string{"aaaaaaaaa", ""}},
		{"the caret jumps", func(d *Document, _ *clock) {
			typeAll(d, "ab")
			d.History().Break()
			typeAll(d, "c")
		}, []string{"abc", "ab", ""}},
		{"another place", func(d *Document, _ *clock) {
			typeAll(d, "ab")
			typeAt(d, 0, "c")
		}, []string{"cab", "ab", ""}},
		{"paragraphs", func(d *Document, _ *clock) { typeAll(d, "a\nb") }, []string{"a\nb", "a\n", "a", ""}},
		{"Backspace", func(d *Document, _ *clock) {
			typeAll(d, "abc")
			for d.Len() > 0 {
				_ = d.Type(Edit{Span: Span{d.Len() - 1, d.Len()}})
			}
		}, []string{"", "abc", ""}},
		{"Delete", func(d *Document, _ *clock) {
			typeAll(d, "abc")
			for d.Len() > 0 {
				_ = d.Type(Edit{Span: Span{0, 1}})
			}
		}, []string{"", "abc", ""}},
		{"over a selection", func(d *Document, _ *clock) {
			_ = d.Apply(Edit{Span{}, "old text"})
			_ = d.Type(Edit{Span{0, 3}, "n"})
			typeAt(d, 1, "e")
			typeAt(d, 2, "w")
		}, []string{"new text", "old text", ""}},
		{"an applied edit stands alone", func(d *Document, _ *clock) {
			typeAll(d, "ab")
			_ = d.Apply(Edit{Span{2, 2}, "c"})
			typeAll(d, "d")
		}, []string{"abcd", "abc", "ab", ""}},
		{"after undo", func(d *Document, _ *clock) {
			typeAll(d, "ab cd")
			d.History().Undo()
			typeAll(d, "e")
		}, []string{"ab e", "ab ", ""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, c := newTyping("")
			tt.do(d, c)
			assert.Equal(t, tt.want, steps(d))
		})
	}
}

func TestAFixTakesBackTextAndDecisionTogether(t *testing.T) {
	h := NewHistory()
	head, body := NewDocument(h, "Cuba fres 53"), NewDocument(h, "release if dozens")
	decided := false
	h.Begin("Fix “if”")
	require.NoError(t, body.Apply(Edit{Span{8, 10}, "of"}))
	h.Begin("nested")
	require.NoError(t, head.Apply(Edit{Span{5, 9}, "frees"}))
	h.End()
	decided = true
	h.Attach(func() { decided = false }, func() { decided = true })
	h.End()
	assert.Equal(t, "Fix “if”", h.UndoLabel())

	caret, ok := h.Undo()
	require.True(t, ok)
	assert.False(t, decided)
	assert.Equal(t, "Cuba fres 53", head.String())
	assert.Equal(t, "release if dozens", body.String())
	assert.Equal(t, Caret{body, 8, 10}, caret)
	assert.False(t, h.CanUndo())
	assert.Equal(t, "Fix “if”", h.RedoLabel())

	_, ok = h.Redo()
	require.True(t, ok)
	assert.True(t, decided)
	assert.Equal(t, "release of dozens", body.String())
	assert.Equal(t, "Cuba frees 53", head.String())
}

func TestAnEffectAloneIsAStep(t *testing.T) {
	h := NewHistory()
	told := 0
	h.OnChange(func() { told++ })
	n := 1
	h.Attach(func() { n = 0 }, func() { n = 1 })
	h.Undo()
	assert.Equal(t, 0, n)
	h.Redo()
	assert.Equal(t, 1, n)
	assert.Equal(t, 3, told)
}

func TestAnEmptyGroupIsNoStep(t *testing.T) {
	h := NewHistory()
	h.Begin("nothing")
	h.End()
	assert.False(t, h.CanUndo())
	assert.Panics(t, h.End)
}

func TestNoUndoInsideAGroup(t *testing.T) {
	d := NewDocument(nil, "a")
	require.NoError(t, d.Apply(Edit{Span{0, 1}, "b"}))
	d.History().Begin("open")
	_, ok := d.History().Undo()
	assert.False(t, ok)
	d.History().End()
	_, ok = d.History().Undo()
	assert.True(t, ok)
}

func TestTheCaretComesBack(t *testing.T) {
	d := NewDocument(nil, "one two")
	h := d.History()
	now := Caret{d, 7, 4}
	h.CaretFrom(func() Caret { return now })
	var restored []Caret
	h.OnRestore(func(c Caret) { restored = append(restored, c) })
	require.NoError(t, d.Apply(Edit{Span{4, 7}, ""}))
	h.SetAfter(Caret{d, 3, 3})
	h.Undo()
	h.Redo()
	assert.Equal(t, []Caret{{d, 7, 4}, {d, 3, 3}}, restored)
}

func TestHistoryForgetsTheOldest(t *testing.T) {
	d := NewDocument(nil, "")
	d.history.limit = 10_000
	for range 100 {
		require.NoError(t, d.Apply(Edit{Span{0, 0}, strings.Repeat("x", 1000)}))
	}
	n := len(steps(d)) - 1
	assert.Equal(t, 10_000/(1000+itemBytes), n)
	assert.Equal(t, (100-n)*1000, d.Len())
}

func TestHistoryCountsItsBytes(t *testing.T) {
	d, _ := newTyping("")
	typeAll(d, "some words to type")
	d.History().Undo()
	typeAll(d, "x")
	_ = d.Type(Edit{Span: Span{d.Len() - 1, d.Len()}})
	_ = d.Type(Edit{Span: Span{d.Len() - 2, d.Len()}})
	sum := 0
	for _, s := range append(d.history.done, d.history.undone...) {
		sum += s.cost()
	}
	assert.Equal(t, sum, d.history.bytes)
}

// world is all that a history is to bring back.
type world struct {
	texts [3]string
	marks [3][]Mark
	count int
}

func testHistory(t *testing.T, c *choices, rounds int) {
	h := NewHistory()
	clk := &clock{t: time.Unix(1000, 0)}
	h.now = clk.now
	var docs [3]*Document
	for i := range docs {
		docs[i] = NewDocument(h, c.text())
		var marks []Mark
		for range 5 {
			marks = append(marks, Mark{
				ID: string(rune('a' + len(marks))), Span: c.spanIn(docs[i].String()),
				AtStart: Side(c.n(2)), AtEnd: Side(c.n(2)),
			})
		}
		docs[i].Marks().Replace("t", marks)
	}
	count := 0
	look := func() world {
		w := world{count: count}
		for i, d := range docs {
			w.texts[i] = d.String()
			for _, id := range []string{"a", "b", "c", "d", "e"} {
				m, ok := d.Marks().Find("t", id)
				require.True(t, ok)
				w.marks[i] = append(w.marks[i], m)
			}
		}
		return w
	}
	var past []world // before each step that can be undone
	places := [3]int{}
	for range rounds {
		if !c.more() {
			break
		}
		before, n := look(), len(h.done)
		i := c.n(3)
		d := docs[i]
		text := d.String()
		switch c.n(9) {
		case 0:
			require.NoError(t, d.Apply(c.edits(text)...))
		case 1:
			h.Begin("group")
			for range c.n(4) {
				j := c.n(3)
				require.NoError(t, docs[j].Apply(c.edits(docs[j].String())...))
				if c.n(2) == 0 {
					count++
					h.Attach(func() { count-- }, func() { count++ })
				}
			}
			h.End()
		case 2, 3, 4: // type on, or here
			p := min(places[i], len(text))
			if c.n(4) == 0 || !d.boundary(p) {
				p = c.boundaryIn(text)
			}
			s := c.scrap()
			require.NoError(t, d.Type(Edit{Span{p, p}, s}))
			places[i] = p + len(s)
		case 5: // Backspace
			p := min(places[i], len(text))
			if !d.boundary(p) {
				p = c.boundaryIn(text)
			}
			q := p
			for q > 0 {
				if q--; d.boundary(q) {
					break
				}
			}
			require.NoError(t, d.Type(Edit{Span: Span{q, p}}))
			places[i] = q
		case 6:
			clk.pass(time.Duration(c.n(3)) * 700 * time.Millisecond)
		case 7:
			if _, ok := h.Undo(); ok {
				was := past[len(past)-1]
				past = past[:len(past)-1]
				require.Equal(t, was, look(), "undo")
				_, ok = h.Redo()
				require.True(t, ok)
				// Marks may differ by a place: a run of typing comes back at once.
				require.Equal(t, before.texts, look().texts, "redo")
				require.Equal(t, before.count, look().count, "redo")
				h.Undo()
				require.Equal(t, was, look(), "undo after redo")
			}
			continue
		default: // Delete
			p := min(places[i], len(text))
			if !d.boundary(p) {
				p = c.boundaryIn(text)
			}
			require.NoError(t, d.Type(Edit{Span: Span{p, p + cut(text[p:], 1)}}))
			places[i] = p
		}
		require.GreaterOrEqual(t, len(h.done), n, "a step was lost")
		if len(h.done) > n {
			past = append(past, before)
		}
	}
	end := look()
	n := 0
	for ; len(past) > 0; n++ {
		_, ok := h.Undo()
		require.True(t, ok)
		require.Equal(t, past[len(past)-1], look(), "undo")
		past = past[:len(past)-1]
	}
	require.False(t, h.CanUndo())
	for range n {
		_, ok := h.Redo()
		require.True(t, ok)
	}
	require.Equal(t, end.texts, look().texts)
	require.Equal(t, end.count, look().count)
}

func TestHistoryAgainstAListOfStates(t *testing.T) {
	for seed := range uint64(300) {
		testHistory(t, fromSeed(seed), 60)
	}
}

func FuzzHistory(f *testing.F) {
	f.Add([]byte("some bytes to choose by, a few more than before"))
	f.Fuzz(func(t *testing.T, data []byte) { testHistory(t, &choices{data: data}, 200) })
}
