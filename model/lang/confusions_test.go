package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConfusionsRoundTrip(t *testing.T) {
	c, err := ParseConfusions(EncodeConfusions([][]Confusion{nil, {{5, ConfusedSlip, 1}, {70000, ConfusedForm, 0.4}}, nil, {{5, ConfusedTwice, 9}}}))
	require.NoError(t, err)
	assert.Empty(t, c.Append(nil, 0))
	assert.Equal(t, []Confusion{{5, ConfusedSlip, 1}, {70000, ConfusedForm, 0.4}}, c.Append(nil, 1))
	assert.Equal(t, []Confusion{{5, ConfusedTwice, 3}}, c.Append(nil, 3))
	assert.Empty(t, c.Append(nil, 4))
}

func TestShippedConfusions(t *testing.T) {
	c, err := DefaultConfusions()
	if err != nil {
		t.Skipf("this build has no confusions: %v", err)
	}
	l := shippedWords(t)
	for _, p := range [][2]string{
		{"if", "of"}, {"manger", "manager"}, {"then", "than"}, {"say", "says"}, {"build", "built"}, {"on", "in"}, {"principle", "principal"},
		{"tolerance", "tolerant"}, {"separately", "separate"}, {"forums", "forms"}, {"whole", "hole"}, {"weed", "wheat"}, {"took", "taken"},
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
