package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLMBacksOff(t *testing.T) {
	uni := []NGram{{}, {}, {}, {Prob: -1.2, BO: -0.3}, {Prob: -2.1, BO: -0.6}, {Prob: -3, BO: 0}}
	m, err := ParseLM(EncodeLM(uni,
		[]NGram{{Words: [3]uint32{3, 4}, Prob: -0.6, BO: -0.15}, {Words: [3]uint32{4, 5}, Prob: -1.5}},
		[]NGram{{Words: [3]uint32{3, 4, 5}, Prob: -0.3}},
		[]NGram{{Words: [3]uint32{3, 4}, Count: 1e6}}))
	require.NoError(t, err)
	for _, c := range []struct {
		a, b, c uint32
		want    float64
		seen    int
	}{
		{3, 4, 5, -0.3, 3},
		{5, 4, 5, -1.5, 2},              // pair (5,4) unseen: no weight
		{3, 4, 3, -0.15 - 0.6 - 1.2, 1}, // both back-offs
		{3, 4, 0, -0.15 - 0.6 - 6.5, 1}, // unknown word
		{0, 3, 4, -0.6, 2},              // unknown context
		{LMStart, 5, 3, 0 + 0 - 1.2, 1}, //
	} {
		p, seen := m.Tri(c.a, c.b, c.c)
		assert.InDelta(t, c.want, p, 0.04, "%v", c)
		assert.Equal(t, c.seen, seen, "%v", c)
	}
	assert.InDelta(t, 6, m.Pair(3, 4), 0.05)
	assert.Zero(t, m.Pair(4, 3))
}

func shippedLM(t testing.TB) (*WordList, *LanguageModel) {
	t.Helper()
	m, err := LM()
	if err != nil {
		t.Skipf("this build has no language model: %v", err)
	}
	return shippedWords(t), m
}

func TestShippedLMKnowsEnglish(t *testing.T) {
	l, m := shippedLM(t)
	id := func(w string) uint32 {
		e, ok := l.Lookup(w)
		require.True(t, ok && e.LM != LMUnknown, w)
		return e.LM
	}
	p, _ := m.Tri(id("one"), id("of"), id("the"))
	q, _ := m.Tri(id("one"), id("if"), id("the"))
	assert.Greater(t, p, q)
	p, seen := m.Tri(id("the"), id("united"), id("states"))
	assert.Greater(t, p, -0.7)
	assert.Equal(t, 3, seen)
	assert.Greater(t, m.Pair(id("prime"), id("minister")), 6.0)
}

func BenchmarkTri(b *testing.B) {
	_, m := shippedLM(b)
	x := uint64(1)
	for b.Loop() {
		x = mix64(x)
		m.Tri(3+uint32(x)%70000, 3+uint32(x>>20)%70000, 3+uint32(x>>40)%70000)
	}
}
