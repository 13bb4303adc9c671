package wire

import (
	"context"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// readNITF reads the News Industry Text Format, versions 2 and 3.
func readNITF(_ context.Context, d *document) ([]*story.Story, error) {
	root, repair, err := parseXML(d)
	if err != nil {
		return nil, err
	}
	s := &story.Story{}
	if repair != "" {
		s.Repairs = append(s.Repairs, repair)
	}
	nitf(s, first(root, "nitf"))
	finish(s)
	if len(s.Body) == 0 && s.Headline == "" {
		return nil, d.noStory("the NITF file has no headline and no text")
	}
	return []*story.Story{s}, nil
}

// nitf fills the fields of s from a nitf element. Fields that s has already,
// from a NewsML wrapper, are kept, save that the body is NITF's.
func nitf(s *story.Story, n *html.Node) {
	if n == nil {
		return
	}
	set := func(f *string, v string) {
		if v = oneLine(v); *f == "" && v != "" {
			*f = v
		}
	}
	head, body := kid(n, "head"), kid(n, "body")
	top := kid(body, "body.head")
	set(&s.Headline, plain(kid(top, "hedline", "hl1")))
	var deks []string
	for _, h := range kids(kid(top, "hedline"), "hl2") {
		if t := plain(h); !strings.EqualFold(t, s.Headline) && !strings.EqualFold(t, attr(first(head, "keyword"), "key")) {
			deks = append(deks, t)
		}
	}
	abstract := plain(kid(top, "abstract"))
	if len(deks) == 0 && abstract != "" && !strings.EqualFold(abstract, s.Headline) {
		deks = append(deks, abstract)
	}
	set(&s.Dek, strings.Join(deks, " "))
	if len(s.Bylines) == 0 {
		for _, b := range kids(top, "byline") {
			s.Bylines = append(s.Bylines, nitfByline(b)...)
		}
	}
	if dl := kid(top, "dateline"); dl != nil {
		nitfDateline(s, dl)
	}
	set(&s.Credit, plain(kid(top, "distributor")))
	for _, note := range kids(top, "note") {
		set(&s.EdNote, plain(note))
	}
	set(&s.Credit, plain(kid(top, "rights", "rights.owner")))
	nitfHead(s, head, set)

	content := kid(body, "body.content")
	if content == nil && body != nil && top == nil {
		content = body
	}
	if content != nil {
		s.Body = nitfBody(s, content)
	}
	for _, t := range kids(kid(body, "body.end"), "tagline") {
		s.Body = append(s.Body, story.Paragraph{Text: plain(t)})
	}
}

// nitfHead reads the data about the story in its head.
func nitfHead(s *story.Story, head *html.Node, set func(*string, string)) {
	if head == nil {
		return
	}
	for _, m := range kids(head, "meta") {
		v := attr(m, "content")
		switch strings.ToLower(attr(m, "name")) {
		case "anpa-keyword", "ap-slug", "slugline", "ntbstikkord":
			set(&s.Slug, v)
		case "anpa-category", "category", "categoria", "ap-category":
			set(&s.Section, v)
		case "anpa-sequence":
			set(&s.ID, v)
		case "aap-priority", "ntbprioritet":
			s.Priority = priority(v, s.Priority)
		case "editors-note", "ednote":
			set(&s.EdNote, v)
		}
	}
	doc := kid(head, "docdata")
	set(&s.Slug, attr(kid(doc, "du-key"), "key"))
	if id := attr(kid(doc, "doc-id"), "id-string"); id != "" {
		s.ID = id
	}
	s.Priority = priority(attr(first(head, "urgency"), "ed-urg"), s.Priority)
	if t := parseTime(attr(kid(doc, "date.issue"), "norm")); !t.IsZero() && s.Created.IsZero() {
		s.Created = t
	}
	set(&s.Published, attr(kid(doc, "date.issue"), "norm"))
	for _, r := range kids(head, "revision-history") {
		if t := parseTime(attr(r, "norm")); t.After(s.Versioned) {
			s.Versioned = t
		}
		set(&s.EdNote, attr(r, "comment"))
	}
	if s.Versioned.IsZero() {
		s.Versioned = s.Created
	}
	for _, m := range kids(doc, "ed-msg") {
		if v := attr(m, "info"); v != "" {
			s.EdNote = oneLine(v)
		}
	}
	status(s, attr(doc, "management-status"))
	if strings.EqualFold(attr(doc, "management-status"), "embargoed") {
		embargo(s, "", parseTime(attr(kid(doc, "date.release"), "norm")))
	}
	if v, err := strconv.Atoi(attr(kid(doc, "du-key"), "version")); err == nil && s.Version == 0 {
		s.Version = v
	}
	for _, k := range kids(kid(doc, "key-list"), "keyword") {
		v := attr(k, "key")
		if v == "" {
			v = plain(k)
		}
		s.Keywords = append(s.Keywords, v)
	}
	for _, t := range kids(kid(head, "tobject"), "tobject.subject") {
		for _, a := range [...]string{"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"} {
			if v := attr(t, a); v != "" {
				set(&s.Section, v)
				s.Keywords = append(s.Keywords, v)
			}
		}
	}
	set(&s.Section, attr(kid(doc, "doc-scope"), "scope"))
	set(&s.Slug, raw(kid(head, "title")))
	if s.Headline == "" {
		s.Headline = oneLine(raw(kid(head, "title")))
	}
	set(&s.Credit, attr(kid(doc, "doc.copyright"), "holder"))
	lang := attr(head.Parent, "xml:lang")
	if lang == "" {
		lang = attr(head.Parent, "baselang")
	}
	set(&s.Language, lang)
}

// nitfByline reads the names in a byline; people that are marked up are taken
// as they are, and titles are left out.
func nitfByline(b *html.Node) []string {
	var out []string
	people := all(b, 20, "person")
	for _, p := range people {
		out = append(out, bylines(plain(p))...)
	}
	if len(people) > 0 {
		return out
	}
	return bylines(joined(paragraphs(b, func(n *html.Node) bool { return n.Data == "byttl" })))
}

func joined(ps []story.Paragraph) string {
	var parts []string
	for _, p := range ps {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}

// nitfDateline reads a dateline element, whose place may be marked up.
func nitfDateline(s *story.Story, dl *html.Node) {
	place := ""
	if l := kid(dl, "location"); l != nil {
		if c := kid(l, "city"); c != nil {
			place = plain(c)
		} else {
			place = plain(l)
		}
	}
	date := kid(dl, "story.date")
	if norm := parseTime(attr(date, "norm")); !norm.IsZero() && s.Dateline.Time.IsZero() {
		s.Dateline.Time = norm
		if d := oneLine(raw(date)); d != attr(date, "norm") {
			s.Dateline.Date = d
		}
	}
	if place == "" {
		if parsed := parseDateline(joined(paragraphs(dl, func(n *html.Node) bool { return n.Data == "story.date" }))); parsed.Place != "" {
			place = parsed.Place
			if s.Dateline.Agency == "" {
				s.Dateline.Agency = parsed.Agency
			}
			if s.Dateline.Date == "" {
				s.Dateline.Date = parsed.Date
			}
		}
	}
	if s.Dateline.Place == "" {
		s.Dateline.Place = place
	}
}

// nitfBody reads body.content. The credit of the first picture goes to
// PhotoCredit.
func nitfBody(s *story.Story, content *html.Node) []story.Paragraph {
	for _, p := range all(content, 5, "media-producer") {
		if s.PhotoCredit == "" {
			s.PhotoCredit = plain(p)
		}
	}
	return wireParagraphs(content, func(n *html.Node) bool { return n.Data == "media-producer" })
}

// priority reads an urgency from 1 to 9, keeping what is known where it is none.
func priority(v string, known int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(v)); err == nil && n >= 1 && n <= 9 {
		return n
	}
	return known
}
