package wire

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// readNewsMLG2 reads NewsML-G2: a news item, or a message or package with
// several of them. A package that only refers to stories holds none itself.
func readNewsMLG2(ctx context.Context, d *document) ([]*story.Story, error) {
	root, repair, err := parseXML(d)
	if root == nil {
		return nil, err
	}
	items := all(root, maxStories, "newsItem")
	if len(items) == 0 {
		// A piece of a news item, as in a manual: its content on its own.
		items = all(root, 1, "contentSet", "contentMeta")
	}
	var out []*story.Story
	sent := parseTime(raw(first(root, "sent")))
	for _, item := range items {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		s := &story.Story{Versioned: sent}
		if repair != "" {
			s.Repairs = append(s.Repairs, repair)
		}
		newsItem2(s, item)
		finish(s)
		if s.Dateline.Place == "" {
			s.Dateline.Place = label(first(kid(item, "contentMeta"), "located"))
		}
		if len(s.Body) > 0 {
			out = append(out, s)
		}
	}
	if len(out) == 0 && err == nil {
		err = d.noStory(g2Holds(root))
	}
	return out, err
}

// g2Holds says what a NewsML-G2 document without a story holds.
func g2Holds(root *html.Node) string {
	switch {
	case first(root, "itemRef") != nil:
		return fmt.Sprintf("this package refers to %d items and carries none of them", len(all(root, maxStories, "itemRef")))
	case first(root, "conceptItem", "knowledgeItem", "concept") != nil:
		return "this describes concepts or events"
	case first(root, "catalogItem") != nil:
		return "this is a catalogue of codes"
	case first(root, "planningItem") != nil:
		return "this is a plan of coverage"
	case first(root, "remoteContent") != nil:
		return "this item carries a picture, film or sound by reference and no caption"
	}
	return "this news item carries no text"
}

// newsItem2 fills s from one news item.
func newsItem2(s *story.Story, item *html.Node) {
	im, cm := kid(item, "itemMeta"), kid(item, "contentMeta")
	if item.Data == "contentMeta" {
		cm = item
	}
	s.ID = attr(item, "guid")
	if v, err := strconv.Atoi(attr(item, "version")); err == nil && v < 10_000 {
		s.Version = v // Reuters counts all its items through, which is no version
	}
	s.Created = parseTime(raw(kid(im, "firstCreated")))
	if t := parseTime(raw(kid(im, "versionCreated"))); !t.IsZero() {
		s.Versioned = t
	}
	s.Published = raw(kid(im, "versionCreated"))
	if s.Created.IsZero() {
		s.Created = parseTime(raw(kid(cm, "contentCreated")))
	}
	if s.Created.IsZero() {
		s.Created = s.Versioned
	}
	status(s, code(kid(im, "pubStatus")))
	for _, sig := range kids(im, "signal") {
		status(s, code(sig))
	}
	for _, r := range kids(im, "role") {
		status(s, code(r))
	}
	if e := kid(im, "embargoed"); e != nil {
		embargo(s, raw(e), parseTime(raw(e)))
	}
	for _, n := range kids(im, "edNote") {
		if t := plain(n); t != "" {
			s.EdNote = strings.TrimSpace(s.EdNote + " " + t)
		}
	}
	contentMeta(s, cm)
	if s.Headline == "" {
		s.Headline = line(raw(kid(im, "title")))
	}
	if s.Credit == "" {
		s.Credit = label(kid(im, "provider"))
	}
	if s.Language == "" {
		s.Language = attr(item, "xml:lang")
	}
	if s.Section == "" {
		s.Section = label(kid(im, "memberOf"))
	}
	sets := kids(item, "contentSet")
	if item.Data == "contentSet" {
		sets = []*html.Node{item}
	}
	for _, set := range sets {
		s.Body = contentSet(s, set)
	}
	if len(s.Body) == 0 {
		// A picture's item has its caption for a body.
		for _, n := range kids(cm, "description") {
			if strings.HasSuffix(attr(n, "role"), "caption") {
				s.Body = append(s.Body, story.Paragraph{Text: line(raw(n)), Role: story.RoleCaption})
			}
		}
		if strings.HasSuffix(code(kid(im, "itemClass")), ":text") {
			for i := range s.Body {
				s.Body[i].Role = story.RoleBody
			}
		} else if len(s.Body) > 0 && s.PhotoCredit == "" {
			s.PhotoCredit = strings.Join(tidyList(append(s.Bylines, s.Credit)), "/")
		}
	}
}

// contentMeta reads what an item says of its content.
func contentMeta(s *story.Story, cm *html.Node) {
	s.Headline = oneLine(plain(kid(cm, "headline")))
	for _, h := range kids(cm, "headline") {
		if strings.HasSuffix(attr(h, "role"), "sub") {
			s.Dek = plain(h)
		} else if attr(h, "role") == "" || strings.HasSuffix(attr(h, "role"), "main") {
			s.Headline = plain(h)
		}
	}
	for _, n := range kids(cm, "description") {
		if role := attr(n, "role"); s.Dek == "" && (role == "" || strings.HasSuffix(role, "summary") || strings.HasSuffix(role, "teaser")) {
			s.Dek = line(raw(n))
		}
	}
	s.Slug = raw(kid(cm, "slugline"))
	s.Credit = raw(kid(cm, "creditline"))
	s.Priority = priority(raw(kid(cm, "urgency")), s.Priority)
	s.Language = attr(kid(cm, "language"), "tag")
	for _, b := range kids(cm, "by") {
		s.Bylines = append(s.Bylines, bylines(plain(b))...)
	}
	if len(s.Bylines) == 0 {
		for _, c := range kids(cm, "creator") {
			if n := kid(c, "name"); n != nil && !strings.Contains(attr(c, "qcode"), "web:") {
				s.Bylines = append(s.Bylines, bylines(plain(n))...)
			}
		}
	}
	if dl := line(raw(kid(cm, "dateline"))); dl != "" {
		s.Dateline = parseDateline(dl)
	}
	for _, k := range kids(cm, "keyword") {
		s.Keywords = append(s.Keywords, plain(k))
	}
	for _, sub := range kids(cm, "subject") {
		n := kid(sub, "name")
		if n == nil {
			continue
		}
		s.Keywords = append(s.Keywords, plain(n))
		q := attr(sub, "qcode")
		if s.Section == "" && (strings.Contains(q, "department") || strings.Contains(q, "category") || strings.HasPrefix(q, "medtop:") || strings.HasPrefix(q, "subj:")) {
			s.Section = plain(n)
		}
	}
	if s.Credit == "" {
		s.Credit = label(kid(cm, "infoSource"))
	}
}

// code is the coded or literal value of a property.
func code(n *html.Node) string {
	if c := attr(n, "qcode"); c != "" {
		return c
	}
	if c := attr(n, "literal"); c != "" {
		return c
	}
	return attr(n, "uri")
}

// label is the name of a property, or its literal value, or its code without
// the scheme.
func label(n *html.Node) string {
	if n == nil {
		return ""
	}
	if name := kid(n, "name"); name != nil {
		return plain(name)
	}
	if l := attr(n, "literal"); l != "" {
		return l
	}
	if _, local, ok := strings.Cut(attr(n, "qcode"), ":"); ok && strings.ToUpper(local) != strings.ToLower(local) {
		return local
	}
	return ""
}

// contentSet reads the content that is text: NITF or XHTML in inlineXML, HTML
// or plain text in inlineData.
func contentSet(s *story.Story, set *html.Node) []story.Paragraph {
	for c := set.FirstChild; c != nil; c = c.NextSibling {
		switch c.Data {
		case "inlineXML":
			if ps := contentBody(s, c); len(ps) > 0 {
				return ps
			}
		case "inlineData":
			if t := attr(c, "contenttype"); t == "" || strings.HasPrefix(t, "text") || strings.Contains(t, "html") || strings.Contains(t, "xml") {
				if ps := markupOrText(raw(c)); len(ps) > 0 {
					return ps
				}
			}
		}
	}
	return nil
}
