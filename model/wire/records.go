package wire

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stet/model/story"
)

// fieldNames are what agencies call the parts of a story in XML of their own.
var fieldNames = map[string]string{
	"headline": "headline", "title": "headline", "heading": "headline", "header": "headline", "rubrik": "headline", "overskrift": "headline",
	"subtitle": "dek", "subheadline": "dek", "subheading": "dek", "leadtext": "dek", "ingress": "dek", "summary": "dek", "standfirst": "dek",
	"body": "body", "content": "body", "text": "body", "story": "body", "bodytext": "body", "maintext": "body", "article": "body",
	"byline": "byline", "author": "byline", "reporter": "byline",
	"strapline": "slug", "slug": "slug", "slugline": "slug", "keyword": "slug",
	"town": "place", "city": "place", "dateline": "place", "location": "place",
	"origin": "credit", "source": "credit", "agency": "credit", "publisher": "credit", "provider": "credit",
	"section": "section", "category": "section", "channel": "section",
	"priority": "priority", "urgency": "priority",
	"version": "version",
	"newsid":  "id", "id": "id", "guid": "id",
	"publishdate": "date", "published": "date", "pubdate": "date", "date": "date", "releasedate": "date",
	"tilredaktionen": "ednote", "ednote": "ednote", "editorsnote": "ednote", "note": "ednote",
	"language": "language", "lang": "language",
}

// looksXML reports whether d is XML of a kind that no other reader knows. A text
// that only begins with a tag of HTML is none.
func looksXML(d *document) bool {
	root := rootElement(d.head)
	if root == "" || strings.EqualFold(root, "html") {
		return false
	}
	if strings.HasPrefix(d.head, "<?xml") || strings.HasSuffix(strings.ToLower(d.name), ".xml") {
		return true
	}
	return atom.Lookup([]byte(strings.ToLower(root))) == 0 && bytes.HasSuffix(bytes.TrimSpace(d.data), []byte("</"+root+">"))
}

// readRecords reads XML of an agency's own making: each element that has a
// headline and a body among its children, by the usual names, is a story.
func readRecords(_ context.Context, d *document) ([]*story.Story, error) {
	root, repair, err := parseXML(d)
	if root == nil {
		return nil, err
	}
	var out []*story.Story
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || len(out) >= maxStories {
			continue
		}
		if s := record(n); s != nil {
			if repair != "" {
				s.Repairs = append(s.Repairs, repair)
			}
			finish(s)
			out = append(out, s)
		}
	}
	if len(out) == 0 && err == nil {
		err = d.noStory("this XML is in no form of story known here")
	}
	return out, err
}

// record makes a story of an element whose children are the fields of one, or
// returns nil.
func record(n *html.Node) *story.Story {
	fields := map[string]string{}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if f := fieldNames[strings.ToLower(c.Data)]; f != "" && fields[f] == "" {
			fields[f] = strings.TrimSpace(raw(c))
		}
	}
	if fields["body"] == "" {
		return nil
	}
	_, headed := fields["headline"]
	if !headed {
		return nil
	}
	s := &story.Story{
		ID:        fields["id"],
		Headline:  line(unescapeTwice(fields["headline"])),
		Dek:       line(unescapeTwice(fields["dek"])),
		Slug:      line(fields["slug"]),
		Credit:    strings.Trim(line(fields["credit"]), "/ "),
		Section:   line(fields["section"]),
		Priority:  priority(fields["priority"], 0),
		Version:   object{"v": fields["version"]}.number("v"),
		Published: fields["date"],
		Created:   parseTime(fields["date"]),
		EdNote:    line(fields["ednote"]),
		Language:  fields["language"],
	}
	s.Versioned = s.Created
	if !languageTag().MatchString(s.Language) {
		s.Language = attr(n, "lang")
	}
	if s.ID == "" {
		s.ID = attr(n, "id")
	}
	s.Bylines = bylines(line(fields["byline"]))
	s.Dateline.Place = line(fields["place"])
	s.Body = markupOrText(unescapeTwice(fields["body"]))
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch strings.ToLower(c.Data) {
		case "annuleret", "cancelled", "canceled", "killed":
			if strings.EqualFold(strings.TrimSpace(raw(c)), "true") {
				instruct(s, story.Instruction{Kind: story.Kill, Text: c.Data})
			}
		case "korrektion", "correction", "corrected":
			if strings.EqualFold(strings.TrimSpace(raw(c)), "true") {
				instruct(s, story.Instruction{Kind: story.Correction, Text: c.Data})
			}
		case "nyversion", "update", "updated":
			if strings.EqualFold(strings.TrimSpace(raw(c)), "true") {
				instruct(s, story.Instruction{Kind: story.Update, Text: c.Data})
			}
		}
	}
	return s
}

// unescapeTwice undoes a second escaping ("&amp;apos;"), which agencies' own
// XML often has.
func unescapeTwice(t string) string {
	if strings.Contains(t, "&amp;") || strings.Contains(t, "&apos;") {
		return html.UnescapeString(t)
	}
	return t
}
