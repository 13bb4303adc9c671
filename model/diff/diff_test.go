package diff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func show(p []Piece) string {
	var b strings.Builder
	for _, x := range p {
		b.WriteString(map[Op]string{Same: "", Added: "+", Removed: "-"}[x.Op] + "[" + x.Text + "]")
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"the release if prisoners", "the release of prisoners", "[the release ]-[if]+[of][ prisoners]"},
		{"same", "same", "[same]"},
		{"", "new words", "+[new words]"},
		{"gone", "", "-[gone]"},
		{"One.\nTwo.", "One.\nHalf.\nTwo.", "[One.\n]+[Half.\n][Two.]"},
		{"18-months in", "18 months in", "[18]-[-]+[ ][months in]"},
	} {
		assert.Equal(t, c.want, show(Words(c.old, c.new)), c.old)
	}
}

func TestManyWords(t *testing.T) {
	var b strings.Builder
	for i := range 70_000 { // more words than there are runes below the surrogates
		fmt.Fprintf(&b, "w%d ", i)
	}
	p := Words(b.String(), b.String()+"end")
	require.Len(t, p, 2)
	assert.Equal(t, "end", p[1].Text)
}

func FuzzWords(f *testing.F) {
	f.Add("a b\nc", "a d\nc")
	f.Add("it’s\xff", "its é")
	f.Fuzz(func(t *testing.T, a, b string) {
		var x, y strings.Builder
		for _, p := range Words(a, b) {
			if p.Op != Added {
				x.WriteString(p.Text)
			}
			if p.Op != Removed {
				y.WriteString(p.Text)
			}
		}
		require.Equal(t, a, x.String())
		require.Equal(t, b, y.String())
	})
}
