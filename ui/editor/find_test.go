package editor

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	tests := []struct {
		name  string
		query Query
		want  int
	}{
		{"any case", Query{Text: "the"}, 4},
		{"this case", Query{Text: "the", MatchCase: true}, 2},
		{"whole words", Query{Text: "the", WholeWord: true}, 3},
		{"no pattern", Query{Text: "t.e"}, 0},
		{"a full stop", Query{Text: "."}, 2},
		{"accents", Query{Text: "CAFÉ"}, 1},
		{"nothing", Query{}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, "|The café.\nthe other.\nTHE end", 400)
			assert.Equal(t, tt.want, r.Find(tt.query))
			assert.Len(t, r.doc.Marks().All(LayerHits), tt.want)
		})
	}
}

func TestFindGoesRound(t *testing.T) {
	r := open(t, "|one two one\none", 400)
	assert.Equal(t, 3, r.Find(Query{Text: "one"}))
	var got []string
	for range 4 {
		require.True(t, r.FindNext())
		got = append(got, r.state())
	}
	assert.Equal(t, []string{
		"[one| two one\none", "one two [one|\none", "one two one\n[one|", "[one| two one\none",
	}, got)
	n, at := r.Hits()
	assert.Equal(t, []int{3, 1}, []int{n, at})
	require.True(t, r.FindPrev())
	assert.Equal(t, "one two one\n[one|", r.state())
	require.True(t, r.FindPrev())
	assert.Equal(t, "one two [one|\none", r.state())
	r.Find(Query{Text: "three"})
	assert.False(t, r.FindNext())
	assert.False(t, r.FindPrev())
}

func TestHitsFollowEdits(t *testing.T) {
	r := open(t, "on| one", 400)
	assert.Equal(t, 1, r.Find(Query{Text: "one"}))
	r.typeText("e")
	n, _ := r.Hits()
	assert.Equal(t, 2, n)
	assert.Len(t, r.doc.Marks().All(LayerHits), 2)
	r.Find(Query{})
	assert.Empty(t, r.doc.Marks().All(LayerHits))
}

func TestReplace(t *testing.T) {
	r := open(t, "|one two one\none", 400)
	r.Find(Query{Text: "one"})
	assert.False(t, r.Replace("1"), "nothing is selected yet")
	assert.True(t, r.Replace("1"))
	assert.Equal(t, "1 two [one|\none", r.state())
	assert.True(t, r.Replace("a one"))
	assert.Equal(t, "1 two a one\n[one|", r.state(), "what was put in is not found again")
	r.Undo()
	assert.Equal(t, "1 two [one|\none", r.state())
}

func TestReplaceAllIsOneStep(t *testing.T) {
	r := open(t, "one two one\non|e", 400)
	r.Find(Query{Text: "one"})
	assert.Equal(t, 3, r.ReplaceAll("three"))
	assert.Equal(t, "three two three\nthree", r.doc.String())
	assert.Equal(t, "Replace all", r.doc.History().UndoLabel())
	r.Undo()
	assert.Equal(t, "one two one\non|e", r.state())
	assert.Zero(t, r.Find(Query{Text: "absent"}))
	assert.Zero(t, r.ReplaceAll("x"))
}
