package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

// Markers of advertisements that stand inside a line, between two sentences.
var reInside = regexp.MustCompile(`(?:^|[.!?…]["”’')\]]*) *((?:ADVERTISEMENT|Advertisement|Skip advertisement|(?:STORY|ARTICLE|Story|Article) (?:CONTINUES|continues) (?:BELOW|AFTER|below|after)(?: (?:this |the |THIS |THE )?(?:advertisement|ad|ADVERTISEMENT|AD))?)(?: [-–—] scroll to continue)?[.:]?)(?: +|$)`)

// cutInside parts advertisement markers from the copy that they share a line
// with.
func cutInside(lines []line) []line {
	var out []line
	for i, l := range lines {
		pieces := pieces(l)
		if len(pieces) > 1 && out == nil {
			out = slices.Clone(lines[:i])
		}
		if out != nil {
			out = append(out, pieces...)
		}
	}
	if out == nil {
		return lines
	}
	return out
}

func pieces(l line) []line {
	var out []line
	rest := l.text
	add := func(t string, v verdict) {
		if t = strings.Trim(t, space); t != "" {
			n := l
			n.text, n.verdict = t, v
			out = append(out, n)
		}
	}
	done := 0
	for _, m := range reInside.FindAllStringSubmatchIndex(rest, -1) {
		from, to := m[2], m[3]
		next, _ := utf8.DecodeRuneInString(rest[m[1]:])
		if from == 0 && to == len(rest) || unicode.IsLower(next) { // the whole line, or a word of a sentence
			continue
		}
		add(rest[done:from], verdict{})
		add(rest[from:to], verdict{story.Advertisement, 0.95})
		done = to
	}
	rest = rest[done:]
	add(rest, verdict{})
	return out
}
