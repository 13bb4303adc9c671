package clean

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// mend joins the pieces of paragraphs that were broken inside a sentence, as
// they are where links or emphasis stood on a page: a line that cannot end
// there, or a next one that cannot begin. It reports how many joins it made.
func mend(lines []line) ([]line, int) {
	out := make([]line, 0, len(lines))
	for _, l := range lines {
		if n := len(out); n > 0 && !l.gap && len(out[n-1].text) < longestJoin && broken(out[n-1].text, l.text) {
			sep := " "
			if strings.ContainsRune(",.;:)!?’'\"”%", rune(l.text[0])) || strings.HasSuffix(out[n-1].text, "(") {
				sep = ""
			}
			out[n-1].text += sep + l.text
			continue
		}
		out = append(out, l)
	}
	return out, len(lines) - len(out)
}

// Words that no line of its own ends with.
var connectors = set(`a an the of in on at to for from by with and or as that which who whose than into is are was were has have had be will would could said says between against his her their its`)

// broken reports whether a sentence runs on from prev to next.
func broken(prev, next string) bool {
	if ended(prev) || !runsOn(prev, next) || standsAlone(prev) {
		return false
	}
	n := weighed(next)
	return n.confidence < sure && (!strings.HasPrefix(strings.ToLower(next), "by ") || n.words > 8)
}

// runsOn is what broken sees in the two lines' ends alone.
func runsOn(prev, next string) bool {
	words, more := len(strings.Fields(prev)), len(strings.Fields(next))
	if words == 0 {
		return false
	}
	first, size := utf8.DecodeRuneInString(next)
	last := strings.ToLower(prev[strings.LastIndexByte(prev, ' ')+1:])
	small := unicode.IsLower(first)
	switch {
	case words >= 3 && more >= 2 && (connectors[last] || strings.HasSuffix(last, ",")):
		return words >= 8 || small || !titled(prev)
	case words >= 6 && small && (more >= 3 || ended(next)):
		return !titled(prev)
	case words >= 8 && strings.ContainsRune(",;.)", first) && size < len(next):
		return true
	}
	// A dateline that stands on a line of its own.
	_, n := parseDateline(prev+" x", time.Time{})
	return words <= 8 && n > len(prev) && n <= len(prev)+1
}
