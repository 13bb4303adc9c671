package editor

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/text"
)

// words are what random paragraphs are made of, with what breaks lines oddly.
var words = []string{
	"the", "a", "harbour", "officials", "18-month-old", "—", "said,", "“no”", "( see", "e\u0301tude", "👩‍👩‍👧",
	"$1.2", "and/or", "\t", "日本語の文章", "non\u00a0breaking", "https://example.org/a/very/long/address?with=query&and=more",
	strings.Repeat("x", 200), "  ", "-", "हिन्दी", "St.", "12,000",
}

func paragraph(rng *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(words[rng.IntN(len(words))])
		if rng.IntN(8) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// edited is p with one random edit in it, between two characters.
func edited(rng *rand.Rand, p string) string {
	r := []rune(p)
	i := rng.IntN(len(r) + 1)
	j := i + rng.IntN(min(6, len(r)-i)+1)
	in := ""
	switch rng.IntN(4) {
	case 0:
		in = words[rng.IntN(len(words))]
	case 1:
		in = " "
	case 2:
		in = string(rune('a' + rng.IntN(26)))
	}
	return string(r[:i]) + in + string(r[j:])
}

func TestAnEditIsLaidOutAsTheWholeParagraphWouldBe(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(light)
	m := measurerFor(face{size: 15})
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 1))
		width := float32(80 + rng.IntN(500))
		p := paragraph(rng, rng.IntN(80))
		b := &block{}
		b.set(p, m, width)
		for range 40 {
			was := p
			p = edited(rng, p)
			b.set(p, m, width)
			whole := &block{}
			whole.set(p, m, width)
			require.Equal(t, whole.segs, b.segs, "%q -> %q", was, p)
			require.Equal(t, whole.lines, b.lines, "%q -> %q at %v", was, p, width)
		}
	}
}

func TestLinesFitTheColumn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(light)
	m := measurerFor(face{size: 15})
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 2))
		width := float32(80 + rng.IntN(500))
		b := &block{}
		b.set(paragraph(rng, 80), m, width)
		at := 0
		for i, l := range b.lines {
			require.Equal(t, at, l.start, "lines leave nothing out")
			require.True(t, l.end > l.start || b.text == "")
			s := strings.TrimRight(b.text[l.start:l.end], " \t")
			if next := text.NextGrapheme(s, 0); next < len(s) {
				// Letters beside a cut may stand closer or wider than apart, most of
				// all signs that no font on this machine has.
				slack := float32(2)
				if strings.ContainsFunc(s, func(r rune) bool { return r > 0x2fff }) {
					slack = m.size
				}
				require.LessOrEqual(t, m.line(s), width+slack, "%q", s)
			}
			at = l.end
			if i+1 < len(b.lines) && b.starts(l.end) && strings.HasSuffix(b.text[:l.end], " ") {
				next := b.segs[b.segmentAt(l.end)]
				require.Greater(t, m.line(b.text[l.start:l.end])+next.word, width-1, "%q could hold more", s)
			}
		}
		require.Equal(t, len(b.text), at)
	}
}

func TestALineIsAsWideAsItsWords(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(light)
	for _, f := range []face{{size: 15}, {size: 26}, {size: 15, style: boldItalic}} {
		m := measurerFor(f)
		for _, s := range append(sample, "AVAT To. We’ll “quote” 1,000 fi ffl", "naïve café—Ångström") {
			whole, _ := m.shape(s)
			assert.InDelta(t, whole.Width, m.line(s), 0.6, "%q", s)
			for _, x := range []float32{-5, 0, 33, 100, whole.Width + 5} {
				at := m.offset(s, x)
				require.True(t, at == 0 || at == len(s) || text.NextGrapheme(s, text.PrevGrapheme(s, at)) == at)
				got := m.x(s, at)
				require.InDelta(t, max(0, min(x, whole.Width)), got, float64(f.size), "%q", s)
			}
		}
	}
}

func TestTabsAreDrawnAsSpaces(t *testing.T) {
	r := open(t, "a\tb|", 400)
	assert.Contains(t, r.drawn(), "a    b")
	assert.InDelta(t, r.l.m.line("a    b"), r.l.m.line("a\tb"), 0.1)
}

func TestTextIsNotSetLoose(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(light)
	m := measurerFor(face{size: 16})
	whole := m.line(sample[0]) / m.size
	for size := float32(12); size < 24; size += 0.3 {
		m := measurerFor(face{size: size})
		assert.Equal(t, round(size), m.size)
		assert.InDelta(t, whole, m.line(sample[0])/m.size, float64(whole)*0.005, "at %v", size)
	}
	tight, loose := measurerFor(face{size: 15}), measurerFor(face{size: 14.6})
	assert.Same(t, tight, loose)
}

func FuzzWrap(f *testing.F) {
	f.Add("the harbour ( see “no” 18-month-old", "the harbor ( see “no” 18-months-old", uint16(200))
	f.Add("日本語 a\tb  c", "日本語 ab  c", uint16(90))
	f.Add("e\u0301 x https://example.org/a?b=c&d", "e x https://example.org/a?b=c&de", uint16(60))
	test.NewTempApp(f).Settings().SetTheme(light)
	m := measurerFor(face{size: 15})
	f.Fuzz(func(t *testing.T, before, after string, width uint16) {
		if len(before)+len(after) > 600 {
			return
		}
		line := func(s string) string { return strings.ToValidUTF8(strings.ReplaceAll(s, "\n", " "), "\uFFFD") }
		before, after = line(before), line(after)
		w := float32(60 + width%900)
		b, whole := &block{}, &block{}
		b.set(before, m, w)
		b.set(after, m, w)
		whole.set(after, m, w)
		require.Equal(t, whole.segs, b.segs)
		require.Equal(t, whole.lines, b.lines)
		at := 0
		for _, l := range b.lines {
			require.Equal(t, at, l.start)
			at = l.end
		}
		require.Equal(t, len(after), at)
	})
}
