package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConfusionsRoundTrip(t *testing.T) {
	words := make([]Near, 10)
	words[5] = Near{"five", Entry{Freq: 7, Classes: ClassNoun}}
	words[9] = Near{"nine", Entry{Freq: 200}}
	c, err := ParseConfusions(EncodeConfusions([][]Confusion{
		nil, {{Word: 5, Kind: ConfusedSlip, Cost: 1}, {Word: 9, Kind: ConfusedForm, Cost: 0.4}}, nil, {{Word: 5, Kind: ConfusedTwice, Cost: 9}},
	}, words))
	require.NoError(t, err)
	assert.Empty(t, c.Append(nil, 0))
	got := c.Append(nil, 1)
	assert.Equal(t, []Confusion{{5, 0, ConfusedSlip, 1}, {9, 1, ConfusedForm, 0.4}}, got)
	w, e := c.Meant(got[0])
	assert.Equal(t, "five", w)
	assert.Equal(t, Entry{Flags: WordLower, Freq: 7, Classes: ClassNoun, LM: 5}, e)
	w, e = c.Meant(got[1])
	assert.Equal(t, "nine", w)
	assert.Equal(t, uint8(200), e.Freq)
	assert.Equal(t, []Confusion{{5, 0, ConfusedTwice, 3}}, c.Append(nil, 3))
	assert.Empty(t, c.Append(nil, 4))
}

func TestShippedConfusions(t *testing.T) {
	c, err := DefaultConfusions()
	if err != nil {
		t.Skipf("this build has no confusions: %v", err)
	}
	l := shippedWords(t)
	for _, p := range [][2]string{
		{"if", "of"},
		{"manger", "manager"},
		{"then", "than"},
		{"say", "says"},
		{"build", "built"},
		{"on", "in"},
		{"principle", "principal"},
		{"tolerance", "tolerant"},
		{"separately", "separate"},
		{"forums", "forms"},
		{"whole", "hole"},
		{"weed", "wheat"},
		{"took", "taken"},
	} {
		a, _ := l.Lookup(p[0])
		b, _ := l.Lookup(p[1])
		found := false
		for _, x := range c.Append(nil, a.LM) {
			found = found || x.Word == b.LM
		}
		assert.True(t, found, "%s for %s", p[0], p[1])
	}
}
