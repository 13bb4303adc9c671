package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	wrapMin = 40  // no wrapped text is narrower, in code points
	wrapMax = 105 // or wider

	// A paragraph stops taking lines at this many bytes. No story has such
	// paragraphs, and a hostile text could not then make joining slow.
	longestJoin = 16 << 10
)

// unwrap joins the lines of hard-wrapped paragraphs. It reports how many joins
// it made, and how many hyphens it took out at line ends.
//
// Text counts as wrapped when most lines that another line follows without a
// gap are nearly as long as the longest, and few of them end a sentence.
func unwrap(lines []line) (out []line, joins, hyphens int) {
	width, full, inner, ends := wrapWidth(lines), 0, 0, 0
	if width == 0 {
		return lines, 0, 0
	}
	for i := 0; i+1 < len(lines); i++ {
		if lines[i+1].gap {
			continue
		}
		inner++
		if wraps(lines[i].text, lines[i+1].text, width) {
			full++
			if ended(lines[i].text) {
				ends++
			}
		}
	}
	if full < 3 || full*2 < inner || ends*2 > full {
		return lines, 0, 0
	}
	all := vocabulary(lines)
	out = make([]line, 0, len(lines))
	for i, l := range lines {
		if n := len(out); n > 0 && !l.gap && len(out[n-1].text) < longestJoin && wraps(lines[i-1].text, l.text, width) && !standsAlone(lines[i-1].text) && !standsAlone(l.text) {
			text, cut := join(out[n-1].text, l.text, all)
			out[n-1].text = text
			joins++
			if cut {
				hyphens++
			}
			continue
		}
		out = append(out, l)
	}
	return out, joins, hyphens
}

// wrapWidth is the length of the longest line, in code points, or 0 when the
// text cannot be wrapped.
func wrapWidth(lines []line) int {
	width, tight := 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if n > wrapMax {
			return 0
		}
		width = max(width, n)
		if i > 0 && !l.gap {
			tight++
		}
	}
	if width < wrapMin || tight < 3 {
		return 0
	}
	return width
}

// wraps reports whether the first word of next did not fit on prev, or was cut
// in two by a hyphen.
func wraps(prev, next string, width int) bool {
	if n := len(prev); n > 1 && prev[n-1] == '-' && prev[n-2] != '-' && prev[n-2] != ' ' {
		return true
	}
	word, _, _ := strings.Cut(next, " ")
	// Words of ordinary length only: a long address would wrap anything.
	n := min(utf8.RuneCountInString(word), 12)
	return utf8.RuneCountInString(prev)+1+n > width-4
}

// standsAlone reports whether a short line must not be joined whatever its
// length: its words alone make it furniture.
func standsAlone(t string) bool {
	s := measure(t)
	return s.words <= 8 && judge(t, s).confidence >= 0.9
}

// vocabulary holds the words of lines in lower case, to settle hyphens by.
func vocabulary(lines []line) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		for w := range strings.FieldsSeq(l.text) {
			m[strings.ToLower(strings.Trim(w, ".,;:!?\"“”‘’'()"))] = true
		}
	}
	return m
}

// Compounds keep their hyphen at a line end.
var (
	compoundHeads = set(`self ex anti pro non well ill long short high low full part half first second third then so mid vice co all much ever pre post re by semi multi over under cross off on in out up top hard soft far near left right free fast slow double single old new world life time cease all-time`)
	compoundTails = set(`year month week day hour minute mile old up in to of on off out down based led term time made known called style like old-fashioned long wide high fire than and the a speed level profile class free born ever elect turned man woman member`)
)

// join puts two pieces of a wrapped paragraph together. A hyphen at the line
// end goes when the rest of the text has the word without it, or when neither
// half is one that compounds are made of; it reports whether one went.
func join(a, b string, all map[string]bool) (string, bool) {
	if !strings.HasSuffix(a, "-") || strings.HasSuffix(a, "--") || strings.HasSuffix(a, " -") {
		return a + " " + b, false
	}
	left := a[strings.LastIndexByte(a, ' ')+1 : len(a)-1]
	right, _, _ := strings.Cut(b, " ")
	r := strings.ToLower(strings.TrimRight(right, ".,;:!?\"”’')"))
	l := strings.ToLower(strings.TrimLeft(left, "\"“‘'("))
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	head, _, _ := strings.Cut(r, "-")
	switch {
	case left == "" || !unicode.IsLower(first) || !unicode.IsLetter(last): // "Mr Smith-\nJones", "65-\nyear-old"
		return a + b, false
	case all[l+r]:
		return a[:len(a)-1] + b, true
	case all[l+"-"+r], strings.Contains(l, "-"), strings.Contains(r, "-"), compoundHeads[l], compoundTails[head]:
		return a + b, false
	case all[l] && all[r] && len(l) > 3 && len(r) > 3: // both halves are words of this text
		return a + b, false
	}
	return a[:len(a)-1] + b, true
}
