package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSound(t *testing.T) {
	for _, c := range [][]string{
		{"their", "there", "they're"},
		{"principal", "principle"},
		{"effect", "affect"},
		{"night", "knight", "nite"},
		{"separate", "seperate"},
		{"definitely", "definately"},
		{"phone", "fone"},
		{"peace", "piece"},
		{"write", "right", "rite"},
	} {
		for _, w := range c[1:] {
			assert.Equal(t, Sound(c[0]), Sound(w), w)
		}
	}
	for _, c := range [][2]string{{"cat", "dog"}, {"house", "mouse"}, {"thin", "tin"}} {
		assert.NotEqual(t, Sound(c[0]), Sound(c[1]), c)
	}
	assert.Empty(t, Sound("123"))
}
