package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDocumentCleansWhatComesIn(t *testing.T) {
	d := NewDocument(nil, "one\r\ntwo\rthree\xff")
	assert.Equal(t, "one\ntwo\nthree\uFFFD", d.String())
	require.NoError(t, d.Apply(Edit{Span{3, 3}, "\r\n!\xfe"}))
	assert.Equal(t, "one\n!\uFFFD\ntwo\nthree\uFFFD", d.String())
	assert.Equal(t, d.Len(), len(d.String()))
}

func TestApply(t *testing.T) {
	tests := []struct {
		name, text string
		edits      []Edit
		want       string
	}{
		{"insertion", "ab", []Edit{{Span{1, 1}, "-"}}, "a-b"},
		{"deletion", "abc", []Edit{{Span{1, 2}, ""}}, "ac"},
		{"out of order", "abc", []Edit{{Span{2, 3}, "C"}, {Span{0, 1}, "A"}}, "AbC"},
		{"insertions at one place keep their order", "ab", []Edit{{Span{1, 1}, "1"}, {Span{1, 1}, "2"}}, "a12b"},
		{"touching", "abcd", []Edit{{Span{0, 2}, "x"}, {Span{2, 4}, "y"}}, "xy"},
		{"splits a paragraph", "ab", []Edit{{Span{1, 1}, "\n"}}, "a\nb"},
		{"joins paragraphs", "a\nb\nc", []Edit{{Span{1, 2}, ""}, {Span{3, 4}, ""}}, "abc"},
		{"two in a paragraph that the first splits", "abcd", []Edit{{Span{1, 1}, "\n\n"}, {Span{3, 3}, "\n"}}, "a\n\nbc\nd"},
		{"across paragraphs", "ab\ncd\nef", []Edit{{Span{1, 7}, "-"}}, "a-f"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDocument(nil, tt.text)
			require.NoError(t, d.Apply(tt.edits...))
			assert.Equal(t, tt.want, d.String())
			assert.Equal(t, strings.Split(tt.want, "\n"), d.Snapshot().Paras)
			assert.Equal(t, uint64(1), d.Version())
		})
	}
}

func TestApplyRefuses(t *testing.T) {
	tests := []struct {
		name  string
		edits []Edit
	}{
		{"before the start", []Edit{{Span{-1, 0}, "x"}}},
		{"past the end", []Edit{{Span{0, 5}, "x"}}},
		{"backwards", []Edit{{Span{2, 1}, "x"}}},
		{"inside a character", []Edit{{Span{2, 2}, "x"}}},
		{"overlapping", []Edit{{Span{0, 1}, "x"}, {Span{0, 3}, "y"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDocument(nil, "aéb")
			require.ErrorIs(t, d.Apply(tt.edits...), ErrEdit)
			assert.Equal(t, "aéb", d.String())
			assert.Zero(t, d.Version())
			assert.False(t, d.History().CanUndo())
		})
	}
}

func TestAnEditThatChangesNothingIsNone(t *testing.T) {
	d := NewDocument(nil, "abc")
	require.NoError(t, d.Apply(Edit{Span{1, 2}, "b"}, Edit{Span{1, 1}, ""}))
	assert.Zero(t, d.Version())
	assert.False(t, d.History().CanUndo())
}

func TestSetTextTouchesOnlyWhatDiffers(t *testing.T) {
	d := NewDocument(nil, "The café is shut.")
	var got []Edit
	d.OnChange(func(c Change) { got = c.Edits })
	require.NoError(t, d.SetText("The cafè is shut."))
	assert.Equal(t, []Edit{{Span{7, 9}, "è"}}, got)
	assert.Equal(t, "The cafè is shut.", d.String())
}

func TestParagraphsAndOffsets(t *testing.T) {
	d := NewDocument(nil, "ab\n\ncde")
	assert.Equal(t, 3, d.Paras())
	assert.Equal(t, []Span{{0, 2}, {3, 3}, {4, 7}}, []Span{d.ParaSpan(0), d.ParaSpan(1), d.ParaSpan(2)})
	for offset, want := range []int{0, 0, 0, 1, 2, 2, 2, 2} {
		assert.Equal(t, want, d.ParaAt(offset), "offset %d", offset)
	}
	assert.Equal(t, 0, d.ParaAt(-3))
	assert.Equal(t, 2, d.ParaAt(99))
	assert.Equal(t, "b\n\nc", d.Slice(Span{1, 5}))
}

func TestASnapshotNeverChanges(t *testing.T) {
	d := NewDocument(nil, "one\ntwo")
	s := d.Snapshot()
	require.NoError(t, d.Apply(Edit{Span{0, 3}, "ONE"}))
	require.NoError(t, d.Apply(Edit{Span{0, 4}, ""}))
	assert.Equal(t, "one\ntwo", s.String())
	assert.Equal(t, "two", d.Snapshot().String())
}

func TestAHookMayNotEdit(t *testing.T) {
	d := NewDocument(nil, "a")
	d.OnChange(func(Change) { _ = d.Apply(Edit{Span{0, 0}, "b"}) })
	assert.Panics(t, func() { _ = d.Apply(Edit{Span{0, 0}, "c"}) })
}

func TestAHookCanBeTakenOut(t *testing.T) {
	d := NewDocument(nil, "a")
	n := 0
	cancel := d.OnChange(func(Change) { n++ })
	d.OnChange(func(Change) { n += 10 })
	require.NoError(t, d.Apply(Edit{Span{}, "b"}))
	cancel()
	require.NoError(t, d.Apply(Edit{Span{}, "c"}))
	assert.Equal(t, 21, n)
}

func testAgainstString(t *testing.T, c *choices, rounds int) {
	want := clean(c.text())
	d := NewDocument(nil, want)
	for range rounds {
		if !c.more() {
			break
		}
		edits := c.edits(want)
		snap, before := d.Snapshot(), want
		require.NoError(t, d.Apply(edits...), "%q %v", want, edits)
		want = plainApply(want, edits)
		require.Equal(t, want, d.String(), "%q %v", before, edits)
		require.Equal(t, before, snap.String())
		require.Equal(t, len(want), d.Len())
		paras := strings.Split(want, "\n")
		require.Equal(t, len(paras), d.Paras())
		at := 0
		for i, p := range paras {
			require.Equal(t, p, d.Para(i))
			require.Equal(t, Span{at, at + len(p)}, d.ParaSpan(i))
			at += len(p) + 1
		}
		s := c.spanIn(want)
		require.Equal(t, s.In(want), d.Slice(s))
	}
}

func TestDocumentAgainstAString(t *testing.T) {
	for seed := range uint64(200) {
		testAgainstString(t, fromSeed(seed), 30)
	}
}

func FuzzDocument(f *testing.F) {
	f.Add([]byte("some bytes to choose by"))
	f.Add([]byte{9, 3, 0, 1, 4, 2, 200, 7, 11, 5, 6, 90, 13, 2, 2, 1})
	f.Fuzz(func(t *testing.T, data []byte) { testAgainstString(t, &choices{data: data}, 100) })
}

func TestRemapAgainstTheBytes(t *testing.T) {
	for seed := range uint64(300) {
		c := fromSeed(seed)
		start := clean(c.text())
		d := NewDocument(nil, start)
		ids := make([]int, len(start)) // the byte of start that each byte is
		for i := range ids {
			ids[i] = i
		}
		text := start
		for range 1 + c.n(3) {
			e := Edit{c.spanIn(text), c.scrap()}
			require.NoError(t, d.Apply(e))
			if e.In(text) == e.Text {
				continue
			}
			fresh := make([]int, len(e.Text))
			for i := range fresh {
				fresh[i] = -1
			}
			ids = append(append(append([]int{}, ids[:e.Start]...), fresh...), ids[e.End:]...)
			text = e.Apply(text)
		}
		for range 20 {
			s := c.spanIn(start)
			got, ok := d.Remap(s, 0)
			if s.Empty() {
				continue
			}
			at := -1
			for i, id := range ids {
				if id == s.Start {
					at = i
				}
			}
			whole := at >= 0 && at+s.Len() <= len(ids)
			for i := 0; whole && i < s.Len(); i++ {
				whole = ids[at+i] == s.Start+i
			}
			require.Equal(t, whole, ok, "%q -> %q %v", start, text, s)
			if ok {
				require.Equal(t, Span{at, at + s.Len()}, got)
				require.Equal(t, s.In(start), d.Slice(got))
			}
		}
	}
}

func TestRemapKnowsWhatItCannotKnow(t *testing.T) {
	d := NewDocument(nil, "abc")
	_, ok := d.Remap(Span{0, 1}, 1)
	assert.False(t, ok, "a version that was never reached")
	for range 3 * keepEdits {
		require.NoError(t, d.Type(Edit{Span{d.Len(), d.Len()}, "x"}))
	}
	_, ok = d.Remap(Span{0, 1}, 0)
	assert.False(t, ok, "too old")
	s, ok := d.Remap(Span{0, 3}, d.Version()-keepEdits)
	assert.True(t, ok)
	assert.Equal(t, Span{0, 3}, s)
}
