package lang

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func testWords(t testing.TB) *WordList {
	t.Helper()
	b, err := EncodeLexicon([]LexiconWord{
		{"cat", Entry{Flags: WordLower, Freq: 90, Size: 10, LM: 1, Classes: ClassNoun}},
		{"chat", Entry{Flags: WordLower, Freq: 80, Size: 20}},
		{"colour", Entry{Flags: WordLower | WordUK, Freq: 100, Size: 10, LM: 1}},
		{"paris", Entry{Flags: WordProper | WordPlace, Freq: 120, LM: 1}},
	})
	require.NoError(t, err)
	l, err := ParseLexicon(b)
	require.NoError(t, err)
	return l
}

func TestLexiconRoundTrip(t *testing.T) {
	l := testWords(t)
	assert.Equal(t, 4, l.Len())
	e, ok := l.Lookup("colour")
	require.True(t, ok)
	assert.Equal(t, Entry{Flags: WordLower | WordUK, Freq: 100, Size: 10, LM: 4}, e)
	e, _ = l.Lookup("cat")
	assert.Equal(t, uint32(3), e.LM)
	assert.Equal(t, ClassNoun, e.Classes)
	e, _ = l.Lookup("chat")
	assert.Equal(t, LMUnknown, e.LM)
	e, _ = l.Lookup("paris")
	assert.True(t, e.Is(WordName))
	assert.Equal(t, uint32(5), e.LM)
	_, ok = l.Lookup("ca")
	assert.False(t, ok)
	var words []string
	require.NoError(t, l.Each(func(w string, _ Entry) bool {
		words = append(words, w)
		return len(words) < 3
	}))
	assert.Equal(t, []string{"cat", "chat", "colour"}, words)
}

func TestLexiconWithin(t *testing.T) {
	l := testWords(t)
	for _, c := range []struct {
		word string
		d    int
		want []string
	}{
		{"cat", 1, []string{"cat", "chat"}},
		{"caht", 1, []string{"cat", "chat"}}, // a swap is one slip
		{"colr", 2, []string{"colour"}},
		{"xyzzy", 2, nil},
	} {
		ns, err := l.Within(c.word, c.d)
		require.NoError(t, err)
		var got []string
		for _, n := range ns {
			got = append(got, n.Word)
		}
		assert.Equal(t, c.want, got, c.word)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Don’t": "don't", "cafe": "cafe", "CAFÉ": "café"} {
		assert.Equal(t, want, Fold(in))
	}
}

// shippedWords returns the lexicon of this build.
func shippedWords(t testing.TB) *WordList {
	t.Helper()
	l, err := Lexicon()
	if err != nil {
		t.Skipf("this build has no lexicon: %v", err)
	}
	return l
}

func TestShippedLexicon(t *testing.T) {
	l := shippedWords(t)
	for w, f := range map[string]WordFlags{
		"colour": WordUK, "color": WordUS, "realise": WordUK, "government": WordLower, "havana": WordPlace,
		"smith": WordSurname, "maria": WordFirstName, "nato": WordAbbrev, "cuban": WordProper,
	} {
		e, ok := l.Lookup(w)
		assert.True(t, ok && e.Is(f), "%s: %+v", w, e)
	}
	for _, w := range []string{"definately", "goverment", "cylone", "recieve"} {
		e, _ := l.Lookup(w)
		assert.False(t, e.Is(WordKnown), w)
	}
	for _, w := range []string{"government", "realise"} {
		e, _ := l.Lookup(w)
		assert.False(t, e.Is(WordUS), w)
	}
	say, _ := l.Lookup("says")
	assert.NotZero(t, say.Classes&ClassVerbS)
	the, _ := l.Lookup("the")
	rare, _ := l.Lookup("abacist")
	assert.Greater(t, the.Freq, rare.Freq)
}

func BenchmarkLookup(b *testing.B) {
	l := shippedWords(b)
	words := []string{"the", "government", "of", "prisoners", "qwertish", "released", "havana"}
	for i := 0; b.Loop(); i++ {
		l.Lookup(words[i%len(words)])
	}
}

func BenchmarkWithin(b *testing.B) {
	l := shippedWords(b)
	words := []string{"goverment", "definately", "cylone"}
	for _, d := range []int{1, 2} {
		b.Run(string(rune('0'+d)), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := l.Within(words[i%len(words)], d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
