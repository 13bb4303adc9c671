package clean

import (
	"regexp"
	"slices"
	"strings"

	"stet/model/story"
)

// reCommenter is how a comment names its writer.
var reCommenter = regexp.MustCompile(`(?i)^.{1,40}\b(?:says|wrote|writes):?$|^(?:posted|comment|submitted) by\b|^#?\d{1,4}[.)]?$|\b(?:report abuse|reply)\b`)

// commentsFrom returns the line at which a section of readers' comments
// begins, or len(lines). It asks for a heading, copy above it, and at least
// two marks of comments below.
func commentsFrom(lines []line) int {
	// What stands below each line, counted from the end.
	marks, copied := make([]int, len(lines)+1), make([]int, len(lines)+1)
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		marks[i], copied[i] = marks[i+1], copied[i+1]
		switch {
		case (l.reason == story.Comments || l.reason == story.Timestamp) && l.confidence >= sure, l.words <= 10 && reCommenter.MatchString(l.text):
			marks[i]++
		case l.score >= 1.5:
			copied[i]++
		}
	}
	prose := 0
	for i := range lines {
		l := &lines[i]
		if l.score >= 0.5 {
			prose += l.words
		}
		if prose >= 80 && l.reason == story.Comments && l.confidence >= sure && marks[i+1] >= 2 && marks[i+1]*4 >= copied[i+1] {
			return i
		}
	}
	return len(lines)
}

// tail decides the lines below the body. Sentences stay copy.
func (p *page) tail(comments int) {
	touching := true
	bare := !slices.ContainsFunc(p.lines[p.last+1:], func(l line) bool { return l.confidence >= sure })
	for i := p.last + 1; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.part != undecided {
			continue
		}
		switch {
		case i >= comments && (l.confidence < sure || l.reason == story.BylineLine || l.reason == story.Timestamp):
			l.furnish(verdict{story.Comments, 0.75})
			touching = false
		case l.confidence >= sure:
			p.take(i)
			touching = touching && !p.dumped
		case l.pitch() >= 2 && !touching && p.cohesion(i) < 0.25:
			l.furnish(verdict{story.Other, 0.65})
		case l.score >= 2 && l.ended, touching && l.ended && l.words >= 3:
			l.part = inBody
		case touching && p.goesOn(i, bare):
			l.part = inBody
			l.listed = l.listLike() || p.lines[i-1].listed
			l.suspect(p, i)
		default:
			l.furnish(p.guess(i, 0.7))
			touching = false
		}
	}
}

// goesOn reports whether line i, under the last paragraph that reads as prose,
// still belongs to the story: all of a text that is no web page does, and the
// rest of a list. bare says that no furniture follows.
func (p *page) goesOn(i int, bare bool) bool {
	l, above := &p.lines[i], &p.lines[i-1]
	switch {
	case !p.dumped, strings.HasSuffix(above.text, ":"):
		return true
	case strings.HasSuffix(l.text, ":") && i+1 < len(p.lines) && p.lines[i+1].part == inBody:
		return true
	case i > p.last+1 && above.listed:
		return l.words <= 12
	}
	return bare && l.listLike()
}
