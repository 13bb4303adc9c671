package wire

import (
	"bytes"
	"context"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"stet/model/story"
)

// readMarkdown reads Markdown by way of the HTML that it stands for. A block of
// "key: value" lines between two rules at the top (front matter) fills the
// fields; the first heading is the headline where that names none.
func readMarkdown(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, "")
	s := &story.Story{}
	if repair != "" {
		s.Repairs = append(s.Repairs, repair)
	}
	t = frontMatter(s, lineBreaks.Replace(t))
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(t), &page); err != nil {
		return nil, d.fail("the Markdown cannot be read: "+err.Error(), "save it as plain text", err)
	}
	root, err := parseHTML(page.String())
	if err != nil {
		return nil, d.fail("the Markdown cannot be read: "+err.Error(), "save it as plain text", err)
	}
	s.Body = paragraphs(root, nil)
	takeHeadline(s)
	return []*story.Story{s}, nil
}

// takeHeadline makes the first paragraph the headline where it is a heading
// and the story has none, and drops it where it repeats the headline.
func takeHeadline(s *story.Story) {
	if len(s.Body) == 0 {
		return
	}
	switch p := s.Body[0]; {
	case s.Headline == "" && p.Role == story.RoleSubhead:
		s.Headline, s.Body = p.Text, s.Body[1:]
	case p.Role == story.RoleSubhead && strings.EqualFold(oneLine(p.Text), oneLine(s.Headline)):
		s.Body = s.Body[1:]
	}
}

// frontMatter moves the fields of a block of front matter at the start of t
// into s and returns the rest.
func frontMatter(s *story.Story, t string) string {
	if !strings.HasPrefix(t, "---\n") {
		return t
	}
	end := strings.Index(t, "\n---\n")
	if end < 0 {
		return t
	}
	for _, line := range strings.Split(t[4:max(4, end)], "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if !ok || value == "" {
			continue
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title", "headline":
			s.Headline = value
		case "subtitle", "dek", "description", "summary":
			s.Dek = value
		case "author", "authors", "byline", "by":
			s.Bylines = append(s.Bylines, bylines(strings.Trim(value, "[]"))...)
		case "date":
			s.Published, s.Versioned = value, parseTime(value)
		case "slug":
			s.Slug = value
		case "section", "category":
			s.Section = value
		case "lang", "language":
			s.Language = value
		case "keywords", "tags":
			s.Keywords = strings.FieldsFunc(strings.Trim(value, "[]"), func(r rune) bool { return r == ',' || r == ';' })
		}
	}
	return t[end+5:]
}
