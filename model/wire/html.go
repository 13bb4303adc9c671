package wire

import (
	"context"
	"strings"

	"stet/model/story"
)

var metaCharset = pattern(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// declaredCharset is the character set that a page names in its head, or
// empty.
func declaredCharset(page []byte) string {
	if m := metaCharset().FindSubmatch(page[:min(len(page), 8192)]); m != nil {
		return string(m[1])
	}
	return ""
}

// readHTML reads a web page: its article and what the page says of it.
func readHTML(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, declaredCharset(d.data))
	root, err := parseHTML(t)
	if err != nil {
		return nil, d.fail("the page cannot be read ("+err.Error()+")", "save the page's text and drop that", err)
	}
	s := &story.Story{}
	if repair != "" {
		s.Repairs = append(s.Repairs, repair)
	}
	p := describe(root)
	p.fill(s)
	s.Headline = p.headlineOf(root)
	s.Dek = p.dekOf(root)
	pictures := captions(root)
	s.Body = article(root, p.body)
	if len(s.Body) == 0 {
		s.Body = textParagraphs(p.body)
	}
	takeHeadline(s)
	finish(s)
	if n := len(s.Dek); n > 0 {
		for _, p := range s.Body[:min(len(s.Body), 3)] {
			if strings.HasPrefix(p.Text, strings.TrimRight(s.Dek, ". …")) {
				s.Dek = "" // the lead, which the page repeats in its head
			}
		}
	}
	setCaptions(s, pictures)
	return []*story.Story{s}, nil
}
