package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClose(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"netanyahu", "netanyahou", true},
		{"lindqvist", "lindqist", true},
		{"fields", "fiends", true},
		{"macdonald", "mcdonald", true},
		{"obama", "omaba", false},
		{"brodzinski", "brodzinksi", true},
		{"obama", "osama", true},
		{"smith", "jones", false},
		{"hasan", "ahsan", false}, // slips hardly come in the first letter
	} {
		assert.Equal(t, c.want, close(c.a, c.b), "%s / %s", c.a, c.b)
		assert.Equal(t, c.want, close(c.b, c.a), "%s / %s", c.b, c.a)
	}
}

func TestInflected(t *testing.T) {
	for _, c := range [][2]string{{"korea", "korean"}, {"tory", "tories"}, {"filipino", "filipina"}, {"turk", "turks"}, {"serbia", "serbian"}} {
		assert.True(t, inflected(c[0], c[1]), c)
		assert.True(t, inflected(c[1], c[0]), c)
	}
	for _, c := range [][2]string{{"united", "unitd"}, {"pakistan", "pakistaan"}, {"dhaka", "dhakka"}, {"same", "same"}} {
		assert.False(t, inflected(c[0], c[1]), c)
	}
}

func TestSlips(t *testing.T) {
	assert.Equal(t, 1, slips("russia", "rsusia", 2))
	assert.Equal(t, 2, slips("mittelstadt", "mitelstaadt", 2))
	assert.Equal(t, 3, slips("abcdef", "xyzdef", 2), "more than the limit")
}
