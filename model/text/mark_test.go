package text

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMarksMove(t *testing.T) {
	tests := []struct {
		name     string
		mark     Mark
		edit     Edit
		want     Span
		wantGone bool
	}{
		{"insertion before", Mark{Span: Span{2, 4}}, Edit{Span{0, 0}, "xx"}, Span{4, 6}, false},
		{"insertion after", Mark{Span: Span{2, 4}}, Edit{Span{5, 5}, "xx"}, Span{2, 4}, false},
		{"insertion inside", Mark{Span: Span{2, 4}}, Edit{Span{3, 3}, "xx"}, Span{2, 6}, false},
		{"insertion at the start stays outside", Mark{Span: Span{2, 4}}, Edit{Span{2, 2}, "xx"}, Span{4, 6}, false},
		{"insertion at the end stays outside", Mark{Span: Span{2, 4}}, Edit{Span{4, 4}, "xx"}, Span{2, 4}, false},
		{"insertion at an inside start", Mark{Span: Span{2, 4}, AtStart: Inside}, Edit{Span{2, 2}, "xx"}, Span{2, 6}, false},
		{"insertion at an inside end", Mark{Span: Span{2, 4}, AtEnd: Inside}, Edit{Span{4, 4}, "xx"}, Span{2, 6}, false},
		{"deletion across the start", Mark{Span: Span{2, 4}}, Edit{Span{1, 3}, ""}, Span{1, 2}, false},
		{"deletion across the end", Mark{Span: Span{2, 4}}, Edit{Span{3, 6}, ""}, Span{2, 3}, false},
		{"replacement across the start stays out", Mark{Span: Span{2, 4}}, Edit{Span{1, 3}, "xyz"}, Span{4, 5}, false},
		{"the first letter replaced", Mark{Span: Span{2, 4}}, Edit{Span{2, 3}, "XX"}, Span{2, 5}, false},
		{"deleted whole", Mark{Span: Span{2, 4}}, Edit{Span{1, 5}, ""}, Span{1, 1}, true},
		{"replaced whole", Mark{Span: Span{2, 4}}, Edit{Span{2, 4}, "new"}, Span{2, 2}, true},
		{"a place stays before what is put there", Mark{Span: Span{3, 3}}, Edit{Span{3, 3}, "xx"}, Span{3, 3}, false},
		{"a place takes it in", Mark{Span: Span{3, 3}, AtEnd: Inside}, Edit{Span{3, 3}, "xx"}, Span{3, 5}, false},
		{"a place inside a deletion", Mark{Span: Span{3, 3}}, Edit{Span{2, 4}, ""}, Span{2, 2}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDocument(nil, "abcdefgh")
			tt.mark.ID = "m"
			d.Marks().Replace("me", []Mark{tt.mark})
			var gone []Mark
			d.OnChange(func(c Change) { gone = c.Gone })
			require.NoError(t, d.Apply(tt.edit))
			got, ok := d.Marks().Find("me", "m")
			require.True(t, ok)
			assert.Equal(t, tt.want, got.Span)
			assert.Equal(t, tt.wantGone, got.Gone)
			assert.Equal(t, tt.wantGone, len(gone) == 1)
			_, ok = d.History().Undo()
			require.True(t, ok)
			got, _ = d.Marks().Find("me", "m")
			assert.Equal(t, tt.mark.Span, got.Span, "after undo")
			assert.False(t, got.Gone)
		})
	}
}

func TestReplaceMarksOfOneOwner(t *testing.T) {
	d := NewDocument(nil, "abcdefgh")
	told := 0
	d.Marks().OnReplace(func() { told++ })
	d.Marks().Replace("flags", []Mark{{ID: "1", Span: Span{4, 6}}, {ID: "2", Span: Span{0, 1}}})
	d.Marks().Replace("names", []Mark{{ID: "1", Span: Span{2, 3}}})
	d.Marks().Replace("flags", []Mark{{ID: "3", Span: Span{5, 6}}})
	assert.Equal(t, 2, d.Marks().Len())
	assert.Equal(t, "3", d.Marks().All("flags")[0].ID)
	assert.Equal(t, "names", d.Marks().All("names")[0].Owner)
	assert.True(t, d.Marks().Remove("flags", "3"))
	assert.False(t, d.Marks().Remove("flags", "3"))
	assert.Equal(t, 4, told)
}

func TestUndoLeavesMarksAloneThatTheirOwnerReplaced(t *testing.T) {
	d := NewDocument(nil, "abcdefgh")
	d.Marks().Replace("flags", []Mark{{ID: "1", Span: Span{2, 4}}})
	require.NoError(t, d.Apply(Edit{Span{2, 4}, ""}))
	d.Marks().Replace("flags", []Mark{{ID: "1", Span: Span{4, 5}}})
	d.History().Undo()
	got, _ := d.Marks().Find("flags", "1")
	assert.Equal(t, Span{6, 7}, got.Span)
}

// in is the simple model of MarkSet.In.
func in(marks []Mark, s Span) []string {
	var out []string
	for _, k := range marks {
		if !k.Gone && (k.Overlaps(s) || k.Empty() && s.Start <= k.Start && k.Start <= s.End) {
			out = append(out, k.ID)
		}
	}
	return out
}

func TestMarksAgainstTheBytes(t *testing.T) {
	for seed := range uint64(300) {
		c := fromSeed(seed)
		text := clean(c.text()) + "end"
		d := NewDocument(nil, text)
		var marks []Mark
		for range 8 {
			if s := c.spanIn(text); !s.Empty() {
				marks = append(marks, Mark{ID: string(rune('a' + len(marks))), Span: s})
			}
		}
		d.Marks().Replace("t", marks)
		for range 4 {
			before := d.Marks().All("t")
			require.True(t, slices.IsSortedFunc(before, func(a, b Mark) int { return a.Start - b.Start }))
			e := Edit{c.spanIn(text), c.scrap()}
			require.NoError(t, d.Apply(e))
			if e.In(text) == e.Text {
				continue
			}
			text = e.Apply(text)
			for _, was := range before {
				now, ok := d.Marks().Find("t", was.ID)
				require.True(t, ok)
				if was.Gone {
					require.True(t, now.Gone)
					continue
				}
				// Where the first and the last byte that survive are now.
				var left []int
				for i := was.Start; i < was.End; i++ {
					switch {
					case i < e.Start:
						left = append(left, i)
					case i >= e.End:
						left = append(left, i+len(e.Text)-e.Len())
					}
				}
				if len(left) == 0 {
					require.True(t, now.Gone)
					require.True(t, now.Empty())
					continue
				}
				want := Span{left[0], left[len(left)-1] + 1}
				if !e.Empty() && was.Covers(e.Span) {
					want = want.Union(Span{e.Start, e.Start + len(e.Text)})
				}
				require.Equal(t, want, now.Span, "%v over %v", was.Span, e)
			}
			s := c.spanIn(text)
			var got []string
			for k := range d.Marks().In(s) {
				got = append(got, k.ID)
			}
			require.Equal(t, in(d.Marks().All("t"), s), got)
		}
	}
}
