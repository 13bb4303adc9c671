package clean

import (
	"context"
	"strings"

	"stet/model/story"
)

// structured takes furniture out of a body whose parts a reader has already
// told apart. What the words of a paragraph do not give away stays.
func structured(ctx context.Context, s *story.Story) Result {
	var r Result
	lines := make([]line, 0, len(s.Body))
	roles := make([]story.Role, 0, len(s.Body))
	for i, p := range s.Body {
		if strings.Trim(p.Text, space) == "" {
			continue
		}
		for _, l := range pieces(line{num: i + 1, text: strings.Trim(p.Text, space)}) {
			lines = append(lines, l)
			roles = append(roles, p.Role)
		}
	}
	body := make([]story.Paragraph, 0, len(lines))
	head := true
	for i := range lines {
		l := &lines[i]
		if ctx.Err() == nil && roles[i] != story.RoleTable {
			l.weigh()
		}
		firm := l.confidence >= 0.85 && (l.words <= 25 || l.confidence >= 0.93)
		if roles[i] == story.RoleSubhead || roles[i] == story.RoleListItem {
			firm = l.confidence >= 0.95 && l.reason != story.SignOff
		}
		if l.sentence() && l.confidence < sure {
			head = false
		}
		if firm && (l.reason != story.Timestamp || head && i < 5) {
			s.Furniture = append(s.Furniture, story.Furniture{Line: l.num, Text: l.text, Reason: l.reason, Confidence: l.confidence, Before: len(body)})
			keep(s, l, head)
			continue
		}
		if l.confidence >= doubtful {
			r.Doubts = append(r.Doubts, Doubt{Para: len(body), Reason: l.reason, Confidence: min(l.confidence, sure-0.01)})
		}
		body = append(body, story.Paragraph{Text: l.text, Role: roles[i]})
	}
	s.Body = body
	return r
}
