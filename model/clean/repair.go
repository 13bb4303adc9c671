package clean

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"stet/model/story"
)

// cp1252 holds the characters that Windows-1252 has at 0x80 to 0x9f. The
// places that it leaves open stand for themselves.
var cp1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}

var cp1252Byte = func() map[rune]byte {
	m := map[rune]byte{}
	for i, r := range cp1252 {
		m[r] = byte(0x80 + i)
	}
	for r := rune(0xa0); r <= 0xff; r++ {
		m[r] = byte(r)
	}
	return m
}()

// leads are what the first bytes of the characters that news copy has look like
// when they are read as Windows-1252.
const leads = "ÂÃâÅÄðÐÑ"

// composed puts leads back together that were decomposed on their way.
var composed = strings.NewReplacer("A\u0302", "Â", "A\u0303", "Ã", "a\u0302", "â", "A\u030a", "Å", "A\u0308", "Ä", "N\u0303", "Ñ")

// mojibake puts right text that was UTF-8 and was read as Windows-1252
// ("â€™" for "’", "Ã©" for "é"), and reports in how many places. Only runs
// that decode to exactly one character are touched, so that text that merely
// holds such letters stays.
func mojibake(t string) (string, int) {
	u := t
	if strings.ContainsAny(t, "\u0302\u0303\u030a\u0308") {
		u = composed.Replace(t)
	}
	if !strings.ContainsAny(u, leads) {
		return t, 0
	}
	if fixed, n := decodeTwice(u); n > 0 {
		return fixed, n
	}
	return t, 0
}

// decodeTwice reads the runs of t that look like UTF-8 read as Windows-1252 as
// the UTF-8 that they were, and counts them.
func decodeTwice(t string) (string, int) {
	var b strings.Builder
	n := 0
	for i := 0; i < len(t); {
		r, size := utf8.DecodeRuneInString(t[i:])
		lead, ok := cp1252Byte[r]
		want := 0
		switch {
		case !ok || !strings.ContainsRune(leads, r):
		case lead >= 0xc2 && lead <= 0xdf:
			want = 1
		case lead >= 0xe0 && lead <= 0xef:
			want = 2
		case lead >= 0xf0 && lead <= 0xf4:
			want = 3
		}
		if want == 0 {
			b.WriteString(t[i : i+size])
			i += size
			continue
		}
		buf := []byte{lead}
		j := i + size
		for len(buf) <= want && j < len(t) {
			r, sz := utf8.DecodeRuneInString(t[j:])
			c, ok := cp1252Byte[r]
			if !ok || c < 0x80 || c > 0xbf {
				break
			}
			buf = append(buf, c)
			j += sz
		}
		if got, _ := utf8.DecodeRune(buf); len(buf) == want+1 && utf8.Valid(buf) && likely(got) {
			b.Write(buf)
			n++
			i = j
			continue
		}
		b.WriteString(t[i : i+size])
		i += size
	}
	return b.String(), n
}

// likely reports whether r is a character that copy has: no bare accent,
// currency sign of no country, or control.
func likely(r rune) bool {
	return r >= 0xa0 && !strings.ContainsRune("¤¦¨¬¯´¸", r)
}

// repair puts mojibake right in every paragraph of s and says so.
func repair(s *story.Story) {
	total := 0
	fix := func(t *string) {
		var n int
		*t, n = mojibake(*t)
		total += n
	}
	fix(&s.Headline)
	fix(&s.Dek)
	for i := range s.Body {
		fix(&s.Body[i].Text)
	}
	if total > 0 {
		s.Repairs = append(s.Repairs, fmt.Sprintf("UTF-8 that had been read as Windows-1252 was put right in %s", count(total, "place")))
	}
}

// count is "1 place", "3 places".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
