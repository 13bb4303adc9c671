package text

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGraphemes(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"letters", "abc", []string{"a", "b", "c"}},
		{"combining accent", "e\u0301te\u0301", []string{"e\u0301", "t", "e\u0301"}},
		{"family", "a👩‍👩‍👧b", []string{"a", "👩‍👩‍👧", "b"}},
		{"flags", "🇨🇺🇺🇸", []string{"🇨🇺", "🇺🇸"}},
		{"skin tone", "👍🏽!", []string{"👍🏽", "!"}},
		{"Devanagari", "हिदी", []string{"हि", "दी"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for at := 0; at < len(tt.text); {
				next := NextGrapheme(tt.text, at)
				got = append(got, tt.text[at:next])
				require.Equal(t, at, PrevGrapheme(tt.text, next))
				at = next
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestGraphemesAgainstTheWholeText(t *testing.T) {
	for seed := range uint64(200) {
		s := strings.ReplaceAll(fromSeed(seed).text(), "\n", "")
		g, at := uniseg.NewGraphemes(s), 0
		for g.Next() {
			next := at + len(g.Str())
			require.Equal(t, next, NextGrapheme(s, at), "%q", s)
			require.Equal(t, at, PrevGrapheme(s, next), "%q", s)
			at = next
		}
	}
}

func TestWords(t *testing.T) {
	const s = "“Don't,” said  Raúl Castro’s aide."
	word := func(w string) Span { i := strings.Index(s, w); return Span{i, i + len(w)} }
	assert.Equal(t, word("Don't"), WordAt(s, strings.Index(s, "n't")))
	assert.Equal(t, word("Don't"), WordAt(s, word("Don't").End), "at its end")
	assert.Equal(t, word("  "), WordAt(s, word("  ").Start+1))
	assert.Equal(t, word("Castro’s"), WordAt(s, word("Castro").Start))
	assert.Equal(t, Span{len(s) - 1, len(s)}, WordAt(s, len(s)))
	assert.Equal(t, word("said").Start, NextWord(s, word("Don't").Start))
	assert.Equal(t, word("Raúl").Start, NextWord(s, word("said").End))
	assert.Equal(t, len(s), NextWord(s, word("aide").Start))
	assert.Equal(t, word("said").Start, PrevWord(s, word("Raúl").Start))
	assert.Equal(t, word("aide").Start, PrevWord(s, len(s)))
	assert.Equal(t, word("aide").Start, PrevWord(s, word("aide").Start+2))
	assert.Equal(t, 0, PrevWord(s, 3))
	assert.Equal(t, Span{}, WordAt("", 0))
}

func TestWordsComeToAnEnd(t *testing.T) {
	for seed := range uint64(100) {
		s := fromSeed(seed).text()
		for at := 0; at < len(s); {
			next := NextWord(s, at)
			require.Greater(t, next, at)
			require.LessOrEqual(t, PrevWord(s, next), at+len(s[at:next]))
			at = next
		}
	}
}
