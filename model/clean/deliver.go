package clean

import (
	"fmt"
	"slices"
	"strings"

	"stet/model/story"
)

// deliver lays the decided lines out in the story.
func (p *page) deliver() Result {
	var r Result
	s := p.s
	body := make([]story.Paragraph, 0, len(p.lines))
	loose := make([]bool, 0, len(p.lines)) // whether a gap stood before each
	items := make([]bool, 0, len(p.lines)) // whether it could be one of a list
	one := p.dump()
	for i := range p.lines {
		l := &p.lines[i]
		switch l.part {
		case isFurniture:
			s.Furniture = append(s.Furniture, story.Furniture{Line: l.num, Text: l.text, Reason: l.reason, Confidence: l.confidence, Before: len(body)})
		case isHeadline, isDek:
		default:
			if l.confidence >= doubtful {
				r.Doubts = append(r.Doubts, Doubt{Para: len(body), Reason: l.reason, Confidence: min(l.confidence, sure-0.01)})
			}
			if i == one {
				parts := splitDump(l.text)
				for _, t := range parts {
					body = append(body, story.Paragraph{Text: t})
					loose = append(loose, l.gap)
					items = append(items, false)
				}
				if len(parts) > 1 {
					s.Repairs = append(s.Repairs, fmt.Sprintf("one long paragraph was split into %d", len(parts)))
				}
				continue
			}
			body = append(body, story.Paragraph{Text: l.text, Role: l.bodyRole()})
			loose = append(loose, l.gap)
			items = append(items, l.score < 0.5 && l.words <= 15 && !l.ended && !l.settled())
		}
	}
	lists(body, loose, items)
	if n := len(body); n > 0 && body[n-1].Role == story.RoleSubhead { // of nothing
		body[n-1].Role = story.RoleBody
		if !slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Para == n-1 }) {
			r.Doubts = append(r.Doubts, Doubt{Para: n - 1, Reason: story.SectionLabel, Confidence: 0.45})
		}
	}
	s.Body = body
	return r
}

// lists makes list items of three and more lines on end that could be some.
// Where some of them stand close together, those with space around them are
// headings yet.
func lists(body []story.Paragraph, loose, items []bool) {
	for i := 0; i < len(body); {
		j := i
		for j < len(body) && items[j] {
			j++
		}
		alone := func(k int) bool { return loose[k] && (k+1 == len(body) || loose[k+1]) }
		close := 0
		for k := i; k < j; k++ {
			if !alone(k) {
				close++
			}
		}
		for k := i; j-i >= 3 && k < j; k++ {
			if (close == 0 || !alone(k)) && !strings.HasSuffix(body[k].Text, ":") {
				body[k].Role = story.RoleListItem
			}
		}
		i = j + 1
	}
}

// dump returns the line of a story that came as one paragraph, or -1.
func (p *page) dump() int {
	at, n := -1, 0
	for i := range p.lines {
		if l := &p.lines[i]; l.part == inBody && l.words >= 12 {
			at = i
			n++
		}
	}
	if n == 1 && p.lines[at].words >= dumpWords {
		return at
	}
	return -1
}
