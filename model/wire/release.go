package wire

import (
	"context"
	"strings"

	"stet/model/story"
)

// releaseHead is how AsiaNet opens the press releases that it passes on: the
// source, then the number of the release, then the headline.
var releaseHead = pattern(`^(?:Source: ([^\r\n]+)\r?\n)?MEDIA RELEASE ([A-Z]{2}\d{3,8})[ \t]*\r?\n`)

// releaseDate is the dateline of a release: "LONDON, Feb. 1 /PRNewswire-AsiaNet/ --".
var releaseDate = pattern(`^([\p{Lu}][\p{L} .,'’-]*?), (` + monthDay + `(?:, \d{4})?)[ ,]*/ ?([^/]{2,40}?) ?/ ?-{1,2}\s*`)

func looksRelease(d *document) bool { return releaseHead().MatchString(d.head) }

// readRelease reads a press release as AsiaNet sends it.
func readRelease(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, "windows-1252")
	t = strings.TrimLeft(t, " \t\r\n")
	m := releaseHead().FindStringSubmatch(t)
	if m == nil {
		return nil, d.fail("the press release has no number", "read it as plain text", nil)
	}
	s := &story.Story{Credit: m[1], ID: m[2], Section: "press release"}
	if repair != "" {
		s.Repairs = append(s.Repairs, repair)
	}
	lines := strings.Split(lineBreaks.Replace(t[len(m[0]):]), "\n")
	var head []string
	for len(lines) > 0 && len(head) < 6 && (strings.TrimSpace(lines[0]) != "" || len(head) == 0) {
		head = append(head, lines[0])
		lines = lines[1:]
	}
	s.Headline = oneLine(strings.Join(head, " "))
	for _, p := range foldLines(lines) {
		if m := releaseDate().FindStringSubmatch(p); m != nil && s.Dateline.Place == "" {
			s.Dateline = story.Dateline{Place: m[1], Date: m[2], Agency: m[3]}
			if p = p[len(m[0]):]; p == "" {
				continue
			}
		}
		if t, ok := strings.CutPrefix(p, "- "); ok {
			s.Body = append(s.Body, story.Paragraph{Text: t, Role: story.RoleListItem})
			continue
		}
		s.Body = append(s.Body, listItem(p))
	}
	finish(s)
	return []*story.Story{s}, nil
}
