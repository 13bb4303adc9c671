package wire

import (
	"context"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// The name spaces that feeds borrow from, by how their addresses begin.
const (
	nsDublinCore = "http://purl.org/dc/"
	nsContent    = "http://purl.org/rss/1.0/modules/content/"
)

// readFeed reads RSS 0.9 to 2.0 with its usual extensions, and Atom 0.3 and
// 1.0. An entry is a story; one with neither text nor title is left out.
func readFeed(ctx context.Context, d *document) ([]*story.Story, error) {
	root, repair, err := parseXML(d)
	if root == nil {
		return nil, err
	}
	feed := feedOf(root)
	var out []*story.Story
	entries := all(root, maxStories, "item", "entry")
	for _, e := range entries {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		s := entry(e)
		if s.Credit == "" {
			s.Credit = feed.title
		}
		if s.Language == "" {
			s.Language = feed.language
		}
		if len(s.Bylines) == 0 && e.Data == "entry" {
			s.Bylines = feed.authors
		}
		if repair != "" {
			s.Repairs = append(s.Repairs, repair)
		}
		finish(s)
		out = append(out, s)
	}
	kept := out[:0]
	for _, s := range out {
		if tidy(s); !empty(s) {
			kept = append(kept, s)
		}
	}
	if len(kept) == 0 && err == nil {
		holds := "the feed has no entries"
		if len(entries) > 0 {
			holds = "no entry of the feed has a title or text"
		}
		err = d.noStory(holds)
	}
	return kept, err
}

// channel is what a feed says of all its entries.
type channel struct {
	title, language string
	authors         []string
}

func feedOf(root *html.Node) channel {
	top := root.FirstChild
	for top != nil && top.Type != html.ElementNode {
		top = top.NextSibling
	}
	c := channel{language: attr(top, "xml:lang")}
	if ch := kid(top, "channel"); ch != nil {
		top = ch
	}
	c.title = atomText(kid(top, "title"))
	if l := raw(kid(top, "language")); l != "" {
		c.language = l
	}
	for _, a := range kids(top, "author") {
		c.authors = append(c.authors, feedAuthor(a))
	}
	return c
}

// entry makes a story of one entry of a feed.
func entry(e *html.Node) *story.Story {
	s := &story.Story{}
	var summary, content string
	var body *html.Node
	for c := e.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		dc, foreign := strings.HasPrefix(c.Namespace, nsDublinCore), foreignNS(c.Namespace)
		switch {
		case c.Data == "title" && !foreign:
			s.Headline = atomText(c)
		case c.Data == "title" && dc && s.Headline == "":
			s.Headline = atomText(c)
		case (c.Data == "guid" || c.Data == "id") && !foreign:
			s.ID = raw(c)
		case c.Data == "encoded" && strings.HasPrefix(c.Namespace, nsContent):
			content = raw(c)
		case c.Data == "encoded" && strings.Contains(c.Namespace, "excerpt"):
			summary = raw(c)
		case c.Data == "content" && !foreign:
			body, content = atomBody(c, body, content)
		case c.Data == "body" && strings.HasSuffix(c.Namespace, "xhtml"):
			body = c
		case c.Data == "body" && len(raw(c)) > len(content): // an agency's own full text
			content = raw(c)
		case (c.Data == "description" || c.Data == "summary") && (!foreign || (dc && summary == "")):
			if e.Data == "entry" {
				summary = atomText(c)
			} else if t := raw(c); summary == "" || !foreign {
				summary = t
			}
		case (c.Data == "author" || c.Data == "contributor" && len(s.Bylines) == 0) && !foreign,
			c.Data == "creator" && dc:
			s.Bylines = append(s.Bylines, bylines(feedAuthor(c))...)
		case c.Data == "category" && !foreign, c.Data == "subject" && dc:
			v := attr(c, "label")
			if v == "" {
				v = attr(c, "term")
			}
			if v == "" {
				v = raw(c)
			}
			s.Keywords = append(s.Keywords, v)
		case (c.Data == "pubDate" || c.Data == "published" || c.Data == "issued" || c.Data == "created") && !foreign:
			s.Published = raw(c)
			s.Created = parseTime(raw(c))
		case c.Data == "date" && dc:
			if s.Created.IsZero() {
				s.Published, s.Created = raw(c), parseTime(raw(c))
			}
		case (c.Data == "updated" || c.Data == "modified") && !foreign:
			s.Versioned = parseTime(raw(c))
		case c.Data == "link" && !foreign && s.ID == "" && e.Data == "item":
			s.ID = raw(c)
		case c.Data == "language" && dc:
			s.Language = raw(c)
		case c.Data == "source" && !foreign && e.Data == "item", c.Data == "publisher" && dc:
			s.Credit = raw(c)
		case c.Data == "credit" && strings.Contains(c.Namespace, "search.yahoo.com/mrss"):
			s.PhotoCredit = raw(c)
		default:
			agencyFields(s, c, &content)
		}
	}
	if s.Language == "" {
		s.Language = attr(e, "xml:lang")
	}
	switch {
	case body != nil:
		s.Body = paragraphs(body, nil)
	case content != "":
		s.Body = markupOrText(content)
	}
	if len(s.Body) == 0 {
		s.Body = markupOrText(summary)
	} else if dek := line(summary); dek != "" && !strings.HasPrefix(joined(s.Body), strings.TrimRight(dek, " .…[]")) && len(dek) < 600 {
		s.Dek = dek
	}
	if len(s.Keywords) > 0 {
		s.Section = s.Keywords[0]
	}
	if s.Versioned.IsZero() {
		s.Versioned = s.Created
	}
	if s.Created.IsZero() {
		s.Created = s.Versioned
	}
	return s
}

// foreignNS reports whether an element of this name space is no element of the
// feed format itself.
func foreignNS(ns string) bool {
	switch {
	case ns == "", strings.Contains(ns, "w3.org/2005/Atom"), strings.Contains(ns, "purl.org/atom"),
		strings.HasPrefix(ns, "http://purl.org/rss/1.0/") && !strings.Contains(ns, "modules"),
		strings.Contains(ns, "netscape.com/rdf"), strings.Contains(ns, "backend.userland.com"), strings.Contains(ns, "/rss/"),
		strings.HasPrefix(ns, "http://channel.netscape.com"):
		return strings.Contains(ns, "modules")
	}
	return true
}

// agencyFields reads what agencies add to the entries of their feeds.
func agencyFields(s *story.Story, c *html.Node, content *string) {
	if !foreignNS(c.Namespace) {
		return
	}
	first := ""
	for _, f := range all(c, 500, "slug", "first_line", "body", "feedarticle_section", "feedarticle_priority") {
		switch t := raw(f); f.Data {
		case "slug":
			s.Slug = t
		case "first_line":
			first = t + "\n\n"
		case "body":
			if len(t) > len(*content) {
				*content = first + t
			}
		case "feedarticle_section":
			s.Section = t
		}
	}
	for _, t := range all(c, 50, "tag") {
		if v := attr(t, "value"); v != "" {
			s.Keywords = append(s.Keywords, v)
		}
	}
}

// atomText is a text construct in one line: plain, escaped HTML, or XHTML.
func atomText(n *html.Node) string {
	if n == nil {
		return ""
	}
	switch attr(n, "type") {
	case "xhtml", "application/xhtml+xml":
		return plain(n)
	case "text", "text/plain":
		return oneLine(raw(n))
	}
	if strings.EqualFold(attr(n, "mode"), "xml") {
		return plain(n)
	}
	t := line(raw(n))
	if looksMarkup(t) {
		t = line(t) // escaped twice
	}
	return t
}

// atomBody reads a content element: XHTML as a tree, the rest as text. Of
// several the longest wins.
func atomBody(c, body *html.Node, content string) (*html.Node, string) {
	kind := attr(c, "type")
	if kind == "xhtml" || kind == "application/xhtml+xml" || attr(c, "mode") == "xml" {
		return c, content
	}
	if strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "video/") || strings.EqualFold(attr(c, "mode"), "base64") {
		return body, content
	}
	t := raw(c)
	if kind == "text" || kind == "text/plain" {
		t = html.EscapeString(t)
	}
	if len(t) > len(content) {
		content = t
	}
	return body, content
}

// feedAuthor is the name of an author, who may stand as "name", as "address
// (name)", or as an element with a name.
func feedAuthor(n *html.Node) string {
	if name := kid(n, "name"); name != nil {
		return raw(name)
	}
	t := oneLine(raw(n))
	if open := strings.IndexByte(t, '('); open > 0 && strings.HasSuffix(t, ")") && strings.Contains(t[:open], "@") {
		return t[open+1 : len(t)-1]
	}
	if at := strings.IndexByte(t, '<'); at > 0 {
		return t[:at]
	}
	if strings.Contains(t, "@") && !strings.Contains(t, " ") {
		return ""
	}
	return t
}

// jsonFeed reads a JSON Feed, versions 1 and 1.1.
func jsonFeed(d *document, o object) ([]*story.Story, error) {
	var out []*story.Story
	for _, i := range o.list("items") {
		if len(out) >= maxStories {
			break
		}
		s := &story.Story{
			ID:        i.text("id", "url"),
			Headline:  line(i.text("title")),
			Credit:    o.text("title"),
			Language:  i.text("language"),
			Published: i.text("date_published"),
			Created:   parseTime(i.text("date_published")),
			Versioned: parseTime(i.text("date_modified", "date_published")),
		}
		if s.Language == "" {
			s.Language = o.text("language")
		}
		summary := i.text("summary")
		switch {
		case i.text("content_html") != "":
			s.Body = markupOrText(i.text("content_html"))
		case i.text("content_text") != "":
			s.Body = textParagraphs(i.text("content_text"))
		default:
			s.Body = markupOrText(i.text("content", "description"))
		}
		if len(s.Body) == 0 {
			s.Body = textParagraphs(summary)
		} else {
			s.Dek = oneLine(summary)
		}
		for _, t := range i.list("tags") {
			s.Keywords = append(s.Keywords, t.text("name"))
		}
		if len(s.Keywords) > 0 {
			s.Section = s.Keywords[0]
		}
		authors := i.list("authors")
		if a := i.child("author"); a != nil {
			authors = append(authors, a)
		}
		if len(authors) == 0 {
			authors = o.list("authors")
			if a := o.child("author"); a != nil {
				authors = append(authors, a)
			}
		}
		for _, a := range authors {
			s.Bylines = append(s.Bylines, a.text("name"))
		}
		finish(s)
		if tidy(s); !empty(s) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, d.noStory("the feed has no entry with a title or text")
	}
	return out, nil
}
