package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Seed is the hash of no words.
const Seed uint64 = 0xcbf29ce484222325

// Extend returns the hash of a phrase that goes on with the word whose Key is
// key.
func Extend(h uint64, key string) uint64 {
	for i := 0; i < len(key); i++ {
		h = (h ^ uint64(key[i])) * 0x100000001b3
	}
	h = (h ^ 0x1f) * 0x100000001b3
	return h ^ h>>29
}

// Key returns the normal form of one word: small letters without their
// diacritics, straight apostrophes, no points. Up to five capitals stay as they
// are, so that "US" is not "us".
func Key(w string) string {
	if isPlain(w) {
		return w
	}
	if acronym(w) {
		return strings.ReplaceAll(w, ".", "")
	}
	return FoldKey(w)
}

// FoldKey is Key for words written in capitals throughout.
func FoldKey(w string) string {
	return strings.ReplaceAll(strings.ToLower(Fold(w)), ".", "")
}

// Fold takes the diacritics off the letters of w and makes its apostrophes
// straight.
func Fold(w string) string {
	ascii := true
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return w
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\u00ad':
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ':
			b.WriteByte('\'')
		case r == '‐' || r == '‑':
			b.WriteByte('-')
		default:
			if s, ok := letters[r]; ok {
				b.WriteString(s)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// letters are those that have no decomposition.
var letters = map[rune]string{
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th",
	'ß': "ss", 'æ': "ae", 'Æ': "Ae", 'œ': "oe", 'Œ': "Oe", 'ı': "i", 'ə': "e", 'Ə': "E",
}

func isPlain(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func acronym(w string) bool {
	n := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			n++
		case c != '.' && c != '&' && (c < '0' || c > '9'):
			return false
		}
	}
	return n > 0 && n <= 5
}
