package wire

import (
	"archive/zip"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// member reads and parses one XML member of a word-processor file, or returns
// nil where it has none of that name.
func (d *document) member(z *zip.Reader, name string) (*html.Node, error) {
	for _, f := range z.File {
		if strings.EqualFold(f.Name, strings.TrimPrefix(name, "/")) {
			data, err := d.unzip(f)
			if err != nil {
				return nil, err
			}
			part := *d
			part.data = data
			root, _, err := parseXML(&part)
			return root, err
		}
	}
	return nil, nil
}

// hasMember makes a match function for zip archives that hold a member of that
// name. Only the directory is read.
func hasMember(names ...string) func(*document) bool {
	return func(d *document) bool {
		if !looksZip(d) {
			return false
		}
		z, err := openZip(d)
		if err != nil {
			return false
		}
		for _, f := range z.File {
			for _, n := range names {
				if strings.EqualFold(f.Name, n) {
					return true
				}
			}
		}
		return false
	}
}

// properties fills s from the data that word processors keep about a document.
// The author is left out: it names whoever the program is licensed to.
func properties(s *story.Story, root *html.Node) {
	if root == nil {
		return
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch t := oneLine(raw(n)); n.Data {
		case "created", "creation-date":
			s.Created = parseTime(t)
		case "modified", "date":
			s.Versioned = parseTime(t)
		case "language":
			s.Language = t
		case "keywords", "keyword":
			s.Keywords = append(s.Keywords, strings.FieldsFunc(t, func(r rune) bool { return r == ',' || r == ';' })...)
		}
	}
}

// manuscript finishes a story out of a word processor. Where styles tell the
// headline, the dek and the byline below it are taken too; where they tell
// nothing, the paragraphs are lines of flat text, and package clean finds the
// headline among them.
func manuscript(s *story.Story) {
	body := s.Body
	for len(body) > 0 && oneLine(body[0].Text) == "" {
		body = body[1:]
	}
	s.Body = body
	if len(body) == 0 {
		return
	}
	if body[0].Role != story.RoleHeadline && body[0].Role != story.RoleSubhead {
		var lines []story.Paragraph
		for _, p := range body {
			lines = append(lines, story.Paragraph{Text: oneLineButTabs(p), Role: p.Role}, story.Paragraph{})
		}
		s.Flat, s.Body = true, lines[:len(lines)-1]
		return
	}
	s.Headline, body = oneLine(body[0].Text), body[1:]
	for len(body) > 0 {
		t := oneLine(body[0].Text)
		if body[0].Role == story.RoleDek && s.Dek == "" {
			s.Dek = t
		} else if len(s.Bylines) == 0 && len(t) < 80 && byWord().MatchString(t) && !sentenceEnd(t) {
			s.Bylines = bylines(t)
		} else {
			break
		}
		body = body[1:]
	}
	for i := range body {
		if body[i].Role == story.RoleHeadline || body[i].Role == story.RoleDek {
			body[i].Role = story.RoleSubhead
		}
	}
	s.Body = body
	finish(s)
}

func oneLineButTabs(p story.Paragraph) string {
	if p.Role == story.RoleTable {
		return strings.Trim(p.Text, " \t")
	}
	return oneLine(p.Text)
}

// changes says how many tracked changes were resolved and notes left out.
type changes struct{ inserted, deleted, moved, comments int }

func (c changes) note(s *story.Story) {
	var parts []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, many))
		}
	}
	add(c.inserted, "insertion", "insertions")
	add(c.deleted, "deletion", "deletions")
	add(c.moved, "move", "moves")
	if len(parts) > 0 {
		s.Repairs = append(s.Repairs, "tracked changes were accepted: "+strings.Join(parts, ", "))
	}
	parts = nil
	add(c.comments, "comment", "comments")
	if len(parts) > 0 {
		s.Repairs = append(s.Repairs, parts[0]+" in the margin left out")
	}
}
