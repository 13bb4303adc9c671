package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMisspellings(t *testing.T) {
	b, err := EncodeMisspellings([]Misspelling{
		{"alot", []string{"a lot"}}, {"teh", []string{"the"}}, {"thier", []string{"their", "there"}}, {"tthe", []string{"the"}},
	})
	require.NoError(t, err)
	m, err := ParseMisspellings(b)
	require.NoError(t, err)
	assert.Equal(t, []string{"their", "there"}, m.Right("thier"))
	assert.Equal(t, []string{"a lot"}, m.Right("alot"))
	assert.Equal(t, []string{"the"}, m.Right("tthe"))
	assert.Nil(t, m.Right("their"))
	_, err = EncodeMisspellings([]Misspelling{{"b", []string{"c"}}, {"a", []string{"d"}}})
	assert.Error(t, err, "unsorted")
}
