package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a line looks like, whatever it says.
type shape struct {
	words    int     // fields that hold a letter or a digit
	letters  int     // letters, in code points
	digits   int     // digits, in code points
	stops    float64 // share of the words that are stop words
	title    float64 // share of the words of four letters or more that open with a capital
	caps     bool    // every letter is a capital, and there are two or more
	ended    bool    // ends a sentence: with . ! ? …, a closing quote or bracket after one, or an agency's dash
	quoted   bool    // opens with a quotation mark
	links    int     // separators as menus have them: | » › • ·
	bullet   bool    // opens with a list mark
	lowFirst bool    // the first letter is small
	row      bool    // a row of a table, cells parted by tabs or wide gaps
}

// stopWords are the words that running English cannot do without and menus
// hardly have.
var stopWords = set(`a an the of in on at to for from by with about into over after before between against during under
and or but nor so yet if that which who whom whose this these those there it its he his him she her they their them we our us you your i my me
is are was were be been being has have had do does did will would can could may might must should not no than then as when while where because
said says also more most all some any other such up out off only just what how`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

const openQuotes, closers = "\"“‘'«„", "\"”’'»)]"

// measure finds the shape of t, which has no white space around it.
func measure(t string) shape {
	var s shape
	long, titled, stops := 0, 0, 0
	var low [16]byte
	for f := range strings.FieldsSeq(t) {
		switch f {
		case "|", "»", "›", "•", "·", ">", ">>", "<", "«", "::", "&gt;":
			s.links++
			continue
		}
		if n := strings.Count(f, "|") + strings.Count(f, "»") + strings.Count(f, "·"); n > 0 {
			s.links += n
		}
		n, digits := 0, 0
		var first rune
		for _, r := range f {
			switch {
			case unicode.IsLetter(r):
				if n == 0 {
					first = r
				}
				n++
			case unicode.IsDigit(r):
				digits++
			}
		}
		s.letters += n
		s.digits += digits
		if n+digits == 0 {
			continue
		}
		if s.words == 0 {
			s.lowFirst = n > 0 && unicode.IsLower(first)
		}
		s.words++
		if n >= 4 {
			long++
			if unicode.IsUpper(first) {
				titled++
			}
		}
		if len(f) <= len(low) && stopWords[string(lower(low[:0], f))] {
			stops++
		}
	}
	if s.words > 0 {
		s.stops = float64(stops) / float64(s.words)
	}
	if long > 0 {
		s.title = float64(titled) / float64(long)
	}
	s.row = strings.Count(t, "\t") >= 2 || wideGaps(t) >= 2 && !ended(t)
	s.caps = s.letters >= 2 && strings.ToUpper(t) == t
	s.ended = ended(t)
	if r, _ := utf8.DecodeRuneInString(t); r != utf8.RuneError {
		s.quoted = strings.ContainsRune(openQuotes, r)
		s.bullet = strings.ContainsRune("•·*▪■●‣◦→»›>-–—+«<|#=", r)
	}
	return s
}

// wideGaps counts the places where two or more spaces stand together.
func wideGaps(t string) int {
	n := 0
	for i := 1; i < len(t); i++ {
		if t[i] == ' ' && t[i-1] == ' ' && (i < 2 || t[i-2] != ' ') {
			n++
		}
	}
	return n
}

// lower appends the ASCII lower case of w to b, without the marks around it.
func lower(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z', c == '\'', c >= utf8.RuneSelf:
			b = append(b, c)
		}
	}
	return b
}

// ended reports whether t closes a sentence.
func ended(t string) bool {
	t = strings.TrimRight(t, closers+" ")
	r, _ := utf8.DecodeLastRuneInString(t)
	switch r {
	case '.', '!', '?', '…', '。':
		return true
	}
	return false
}

// prose says how much a line of this shape looks like running copy: above 0
// it does, below it does not. The weights are set by hand; length counts most,
// as in text-density extraction (Kohlschütter et al., "Boilerplate Detection
// using Shallow Text Features", 2010).
func (s shape) prose() float64 {
	n := s.words
	var p float64
	switch {
	case n == 0:
		return -1
	case n <= 2:
		p = -1.6
	case n <= 4:
		p = -1.3
	case n <= 7:
		p = -1
	case n <= 11:
		p = -0.4
	case n <= 15:
		p = 0.4
	case n <= 19:
		p = 1
	case n <= 39:
		p = 2
	default:
		p = 3
	}
	switch {
	case s.ended && n >= 4:
		p++
	case s.ended:
		p += 0.2
	case n < 20:
		p -= 0.7
	default:
		p -= 0.3
	}
	if n >= 5 {
		switch {
		case s.stops < 0.1:
			p--
		case s.stops > 0.3:
			p += 0.6
		}
	}
	if s.quoted {
		p += 0.4
	}
	if s.title > 0.75 && n >= 3 && !s.quoted {
		p -= 0.8
	}
	if s.digits*3 > s.letters {
		p -= 0.7
	}
	return p - min(2, float64(s.links)*0.7)
}
