package wire

import (
	"context"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// readNewsML1 reads NewsML 1.x. Every NewsItem is a story; where its component
// gathers several components with texts of their own, as packages of releases
// do, each with a headline is a story.
func readNewsML1(_ context.Context, d *document) ([]*story.Story, error) {
	root, repair, err := parseXML(d)
	if root == nil {
		return nil, err
	}
	var out []*story.Story
	sent := parseTime(raw(first(root, "DateAndTime")))
	envelope := priority(attr(kid(first(root, "NewsEnvelope"), "Priority"), "FormalName"), 0)
	for _, item := range all(root, maxStories, "NewsItem") {
		for _, c := range newsComponents(item) {
			s := &story.Story{Priority: envelope, Versioned: sent}
			if repair != "" {
				s.Repairs = append(s.Repairs, repair)
			}
			newsItem1(s, item, c)
			finish(s)
			if s.Dateline.Place == "" {
				s.Dateline.Place = city(c)
			}
			if len(s.Body) > 0 {
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 && err == nil {
		err = d.noStory("the NewsML file holds no text")
	}
	return out, err
}

// newsComponents gives the components of an item that stand for a story each:
// those nested below the first that have lines or text of their own and differ
// in language or are no part of one whole, else the first.
func newsComponents(item *html.Node) []*html.Node {
	topmost := kid(item, "NewsComponent")
	if topmost == nil {
		return nil
	}
	var out []*html.Node
	for _, c := range kids(topmost, "NewsComponent") {
		if kid(c, "NewsLines", "HeadLine") != nil && len(componentBody(nil, c)) > 0 {
			out = append(out, c)
		}
	}
	if len(out) == 0 || (len(out) == 1 && kid(topmost, "NewsLines", "HeadLine") != nil) {
		return []*html.Node{topmost}
	}
	return out
}

func newsItem1(s *story.Story, item, c *html.Node) {
	id := kid(item, "Identification", "NewsIdentifier")
	s.ID = raw(kid(id, "PublicIdentifier"))
	if s.ID == "" {
		s.ID = raw(kid(id, "NewsItemId"))
	}
	if v, err := strconv.Atoi(oneLine(raw(kid(id, "RevisionId")))); err == nil {
		s.Version = v
	}
	m := kid(item, "NewsManagement")
	s.Created = parseTime(raw(kid(m, "FirstCreated")))
	if t := parseTime(raw(kid(m, "ThisRevisionCreated"))); !t.IsZero() {
		s.Versioned = t
	}
	s.Priority = priority(attr(kid(m, "Urgency"), "FormalName"), s.Priority)
	status(s, attr(kid(m, "Status"), "FormalName"))
	for _, in := range kids(m, "Instruction") {
		status(s, attr(in, "FormalName"))
	}
	s.Published = raw(kid(m, "ThisRevisionCreated"))

	topmost := kid(item, "NewsComponent")
	for _, from := range []*html.Node{c, topmost} {
		componentFields(s, from)
	}
	if s.Slug == "" {
		s.Slug = raw(kid(item, "Identification", "NameLabel"))
	}
	if s.Language == "" {
		s.Language = attr(item, "xml:lang")
	}
	s.Language = strings.ToLower(strings.TrimSpace(s.Language))
	s.Body = componentBody(s, c)
}

// componentFields fills the empty fields of s from the lines and the data of
// one component.
func componentFields(s *story.Story, c *html.Node) {
	set := func(f *string, n *html.Node) {
		if *f == "" {
			*f = line(raw(n))
		}
	}
	l := kid(c, "NewsLines")
	set(&s.Headline, kid(l, "HeadLine"))
	set(&s.Dek, kid(l, "SubHeadLine"))
	set(&s.Slug, kid(l, "SlugLine"))
	set(&s.Credit, kid(l, "CreditLine"))
	if len(s.Bylines) == 0 {
		for _, b := range kids(l, "ByLine") {
			s.Bylines = append(s.Bylines, bylines(line(raw(b)))...)
		}
	}
	if dl := line(raw(kid(l, "DateLine"))); dl != "" && s.Dateline == (story.Dateline{}) {
		s.Dateline = parseDateline(dl)
	}
	for _, k := range kids(l, "KeywordLine") {
		s.Keywords = append(s.Keywords, line(raw(k)))
	}
	for _, n := range kids(l, "NewsLine") {
		switch strings.ToLower(attr(kid(n, "NewsLineType"), "FormalName")) {
		case "ednote", "editorsnote", "advisoryline", "advisory", "note":
			set(&s.EdNote, kid(n, "NewsLineText"))
		}
	}
	set(&s.EdNote, first(c, "EditorialNote"))
	dm := kid(c, "DescriptiveMetadata")
	if s.Language == "" {
		s.Language = attr(kid(dm, "Language"), "FormalName")
	}
	if s.Dateline.Time.IsZero() && s.Dateline.Date == "" {
		s.Dateline.Time = parseTime(raw(kid(dm, "DateLineDate")))
	}
	for _, p := range kids(dm, "Property") {
		if attr(p, "FormalName") == "Keyword" {
			s.Keywords = append(s.Keywords, attr(p, "Value"))
		}
	}
	for _, g := range all(kid(dm, "SubjectCode"), 20, "Subject", "SubjectMatter", "SubjectDetail") {
		if cat := attr(g, "cat"); cat != "" && s.Section == "" {
			s.Section = cat
		}
	}
	if s.Credit == "" {
		am := kid(c, "AdministrativeMetadata")
		for _, who := range [...]string{"Provider", "Source"} {
			if v := attr(kid(am, who, "Party"), "FormalName"); v != "" && s.Credit == "" {
				s.Credit = v
			}
		}
	}
}

// city is the place that a component says its story comes from, or empty.
func city(c *html.Node) string {
	for _, p := range all(c, 500, "Property") {
		if attr(p, "FormalName") == "City" {
			return attr(p, "Value")
		}
	}
	return ""
}

// componentBody gives the longest of the texts in c: NITF, XHTML, HTML in a
// CDATA section, or plain. s, which may be nil, gets what a NITF body says
// besides.
func componentBody(s *story.Story, c *html.Node) []story.Paragraph {
	var best *html.Node
	longest := 0
	for _, content := range all(c, 200, "DataContent") {
		if media := attr(kid(content.Parent, "MediaType"), "FormalName"); media != "" && !strings.EqualFold(media, "Text") && !strings.EqualFold(media, "ComplexData") {
			continue
		}
		switch role := attr(kid(content.Parent.Parent, "Role"), "FormalName"); strings.ToLower(role) {
		case "style", "headline", "logo", "caption":
			continue
		}
		if n := len(joined(contentBody(nil, content))); n > longest {
			best, longest = content, n
		}
	}
	if best == nil {
		return nil
	}
	return contentBody(s, best)
}

// contentBody reads an element that holds a story as NITF, XHTML, or as text
// with or without markup of its own.
func contentBody(s *story.Story, content *html.Node) []story.Paragraph {
	if n := first(content, "nitf"); n != nil {
		if s == nil {
			s = &story.Story{}
		}
		nitf(s, n)
		return s.Body
	}
	if b := first(content, "body.content", "body"); b != nil {
		// What XHTML sets as a header repeats the fields of the item.
		return wireParagraphs(b, func(n *html.Node) bool { return n.Data == "header" })
	}
	for e := content.FirstChild; e != nil; e = e.NextSibling {
		if e.Type == html.ElementNode {
			return wireParagraphs(content, nil)
		}
	}
	return markupOrText(raw(content))
}
