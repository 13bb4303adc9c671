package story

import (
	"strings"

	"stet/model/text"
)

// Copy is the publishable words of a story in one string, with its paragraphs'
// places: headline, dek, body. It is what the checks read. Paragraphs are
// parted by blank lines where a Story is laid out, and by whatever parted them
// where running text came in raw.
type Copy struct {
	Text  string
	Paras []Para
}

// Para is the place of one paragraph in Copy.Text. The span leaves out line
// ends and the white space around the paragraph.
type Para struct {
	text.Span
	Role Role
}

// Layout puts the headline, the dek and the body of s into one Copy.
func (s *Story) Layout() *Copy {
	var c Copy
	var b strings.Builder
	add := func(t string, r Role) {
		if strings.TrimSpace(t) == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(t)
		c.Paras = append(c.Paras, Para{text.Span{Start: start, End: b.Len()}, r})
	}
	add(s.Headline, RoleHeadline)
	add(s.Dek, RoleDek)
	for _, p := range s.Body {
		add(p.Text, p.Role)
	}
	c.Text = b.String()
	return &c
}

// Raw takes running copy as it is: every line that holds anything but white
// space is a paragraph of role RoleBody, and offsets are those of t.
func Raw(t string) *Copy {
	c := &Copy{Text: t}
	for start := 0; start < len(t); {
		end := start + strings.IndexAny(t[start:]+"\n", "\r\n")
		line := t[start:end]
		l := len(line) - len(strings.TrimLeft(line, " \t\u00a0"))
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			c.Paras = append(c.Paras, Para{text.Span{Start: start + l, End: start + l + len(strings.TrimRight(line[l:], " \t\u00a0"))}, RoleBody})
		}
		start = end + 1
	}
	return c
}
