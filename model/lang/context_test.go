package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

func TestContextModel(t *testing.T) {
	// Two dimensions are padded to four. Slot 0 (the word before) passes its
	// vector on, the others say nothing.
	slots := make([][]float32, ContextSlots)
	for i := range slots {
		slots[i] = make([]float32, 16)
	}
	for k := range 4 {
		slots[0][5*k] = 1
	}
	vectors := [][]float32{nil, nil, nil, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 0.5, 0, 0}}
	m, err := ParseContext(EncodeContext(4, vectors, slots, make([]float32, 6)))
	require.NoError(t, err)
	h := make([]float32, m.Dims())
	us := []Unit{{ID: 3}, {ID: 4}, {ID: 5}}
	e := m.NewExpecter()
	for range 2 { // the second time from what was kept
		e.Begin(us)
		e.Expect(h, 1)
		assert.InDeltaSlice(t, []float32{1, 0, 0, 0}, h, 0.01)
	}
	assert.Greater(t, m.Score(h, 5), m.Score(h, 4))
	assert.Zero(t, m.Score(h, LMUnknown))
	assert.InDelta(t, 0.894, m.Likeness(3, 5), 0.01)
	assert.Zero(t, m.Likeness(3, LMEnd))
}

func TestShippedContext(t *testing.T) {
	m, err := DefaultContext()
	if err != nil {
		t.Skipf("this build has no context model: %v", err)
	}
	l := shippedWords(t)
	p := Analyse("The vitamins are found in eggs, meat, fish, peas and beans.", story.RoleBody)
	us := l.AppendUnits(nil, p, p.Sents[0])
	h := make([]float32, m.Dims())
	e := m.NewExpecter()
	e.Begin(us)
	e.Expect(h, len(us)-1)
	beans, _ := l.Lookup("beans")
	beings, _ := l.Lookup("beings")
	assert.Greater(t, m.Score(h, beans.LM), m.Score(h, beings.LM)+1)
}
