package wire

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// ninjs makes a story of one item of ninjs 1.x to 3.x, or of the dialects that
// AP, the BBC, Reuters and Superdesk speak. It returns nil where the item has no
// text.
func ninjs(o object) *story.Story {
	s := &story.Story{
		ID:        o.text("uri", "guid", "altid", "id", "_id"),
		Headline:  line(ninjsValue(o, "headline", "headlines", "main")),
		Slug:      o.text("slugline", "slug", "unique_name"),
		Language:  o.text("language", "lang"),
		Priority:  priority(o.text("urgency", "priority"), 0),
		Version:   o.number("version", "_current_version"),
		EdNote:    line(o.text("ednote", "edNote", "editorialnote", "ed_note")),
		Created:   parseTime(o.text("firstcreated", "firstCreated", "contentcreated", "contentCreated", "firstpublished")),
		Versioned: parseTime(o.text("versioncreated", "versionCreated", "_updated", "dateTimeRevision")),
		Published: o.text("versioncreated", "versionCreated", "firstpublished"),
	}
	if s.ID == "" {
		s.ID = o.child("altids", "altIds").text("itemid")
	}
	if s.Headline == "" {
		s.Headline = line(o.text("headline_main", "headLine", "title", "headline_long", "seotitle"))
	}
	if s.Created.IsZero() {
		s.Created = s.Versioned
	}
	for _, b := range ninjsBodies(o) {
		if s.Body = ninjsBody(b); len(s.Body) > 0 {
			break
		}
	}
	s.Dek = line(ninjsValue(o, "subheadline", "headlines", "sub"))
	if s.Dek == "" {
		s.Dek = line(o.child("extra").text("subtitle", "sub_title", "dek"))
	}
	if s.Dek == "" {
		s.Dek = line(ninjsDescription(o))
	}
	if s.Dek == "" {
		s.Dek = line(o.text("headline_extended", "abstract", "summary"))
	}
	kind := strings.ToLower(o.text("type"))
	if len(s.Body) == 0 && s.Dek != "" && (kind == "picture" || kind == "graphic" || kind == "video" || kind == "audio") {
		s.Body = []story.Paragraph{{Text: s.Dek, Role: story.RoleCaption}}
		s.Dek = ""
		s.PhotoCredit = o.text("description_creditline", "creditline", "creditLine")
		for _, d := range o.list("descriptions") {
			if d.text("role") == "creditline" && s.PhotoCredit == "" {
				s.PhotoCredit = d.text("value")
			}
		}
		if s.PhotoCredit == "" {
			s.PhotoCredit = o.text("byline", "by", "copyrightholder", "copyrightHolder")
		}
	}
	if len(s.Body) == 0 {
		return nil
	}
	if len(s.Body) > 0 && strings.HasPrefix(s.Body[0].Text, strings.TrimRight(s.Dek, ". …")) {
		s.Dek = "" // a description that only repeats the lead
	}
	ninjsPeople(s, o)
	ninjsAbout(s, o)
	status(s, o.text("pubstatus", "pubStatus", "state"))
	for _, sig := range o.list("signals") {
		status(s, sig.text("name", "code"))
	}
	if t := o.text("embargoed", "embargo"); t != "" {
		embargo(s, t, parseTime(t))
	}
	if kind == "advisory" {
		status(s, kind)
	}
	takeHeadline(s)
	return s
}

// ninjsBody makes paragraphs of a body. What TT sets above and below its copy in
// classes of their own (desk, byline, pictures) repeats the item's fields.
func ninjsBody(t string) []story.Paragraph {
	if !strings.Contains(t, `class="dat"`) {
		return markupOrText(t)
	}
	root, err := parseHTML(t)
	if err != nil {
		return textParagraphs(t)
	}
	return wireParagraphs(root, func(n *html.Node) bool {
		switch attr(n, "class") {
		case "dat", "byline", "by", "photo", "images", "image":
			return true
		}
		return n.Data == "figure" || n.Data == "h1"
	})
}

// ninjsValue is the text under name, as in ninjs 1, or the value with the role
// in the list, as in ninjs 2 and 3.
func ninjsValue(o object, name, list, role string) string {
	if t := o.text(name); t != "" {
		return t
	}
	for _, e := range o.list(list) {
		if r := e.text("role"); r == role || (role == "main" && r == "") {
			return e.text("value")
		}
	}
	if role == "main" {
		for _, e := range o.list(list) {
			return e.text("value")
		}
	}
	return ""
}

// ninjsBodies gives the forms in which an item carries its body, those with
// markup of paragraphs first.
func ninjsBodies(o object) []string {
	var rich, text []string
	for _, key := range [...]string{"body_html5", "body_xhtml", "body_html", "body_richhtml5", "bodyXhtml", "bodyXHtml", "body_sportsml", "content"} {
		if t := o.text(key); t != "" {
			rich = append(rich, t)
		}
	}
	for _, b := range o.list("bodies") {
		kind := strings.ToLower(b.text("contentType", "contenttype"))
		switch t := b.text("value"); {
		case t == "":
		case strings.Contains(kind, "html"):
			rich = append(rich, t)
		case strings.Contains(kind, "plain"):
			text = append(text, t)
		}
	}
	if t := o.text("body_text", "bodyText", "body"); t != "" {
		text = append(text, t)
	}
	// ninjs 1 lets a provider name bodies as it likes: body_main, body_richtext.
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if t := o.text(key); strings.HasPrefix(key, "body_") && blockTag().MatchString(t) {
			rich = append(rich, t)
		} else if strings.HasPrefix(key, "body_") {
			text = append(text, t)
		}
	}
	return append(rich, text...)
}

func ninjsDescription(o object) string {
	if t := o.text("description_text", "description_caption", "description_summary", "description_html", "description_main", "description", "caption"); t != "" {
		return t
	}
	other := ""
	for _, d := range o.list("descriptions") {
		switch d.text("role") {
		case "creditline", "credit":
		case "caption", "text", "summary", "main":
			return d.text("value")
		default:
			other = d.text("value")
		}
	}
	return other
}

// ninjsPeople fills bylines, dateline and credits.
func ninjsPeople(s *story.Story, o object) {
	for _, by := range [...]string{o.text("byline"), o.text("by"), o.text("byLine")} {
		s.Bylines = append(s.Bylines, bylines(line(by))...)
	}
	for _, p := range o.list("bylines") {
		s.Bylines = append(s.Bylines, bylines(line(p.text("by", "byline", "name", "value")))...)
	}
	if len(s.Bylines) == 0 {
		for _, a := range o.list("authors") {
			s.Bylines = append(s.Bylines, a.text("name", "byline"))
		}
	}
	if p := o.child("photographer"); p != nil && len(s.Bylines) == 0 {
		s.Bylines = append(s.Bylines, p.text("name"))
	}
	if t := line(o.text("dateline", "located")); t != "" {
		s.Dateline = parseDateline(t)
	}
	if s.Dateline.Place == "" {
		s.Dateline.Place = o.child("datelinelocation", "dateline", "datelineLocation").text("city", "name", "text")
	}
	s.Credit = line(o.text("creditline", "creditLine", "source", "provider", "copyrightholder", "copyrightHolder"))
	if s.Credit == "" {
		for _, i := range o.list("infosource", "infoSources", "infosources") {
			s.Credit = i.text("name")
			break
		}
	}
	for _, a := range ninjsAssociations(o) {
		if by := line(a.text("description_creditline", "creditline", "byline", "by")); by != "" && s.PhotoCredit == "" {
			s.PhotoCredit = by
		}
	}
}

// ninjsAssociations gives the pictures that come with an item, which ninjs 1
// and 2 name and ninjs 3 lists.
func ninjsAssociations(o object) []object {
	if l := o.list("associations"); l != nil {
		return l
	}
	var out []object
	named := o.child("associations")
	for i := 1; i <= 99; i++ {
		if a := named.child(fmt.Sprintf("a%03d", i)); a != nil {
			out = append(out, a)
		}
	}
	for _, key := range [...]string{"mainimage", "mainpicture", "featuremedia", "main", "image", "photo"} {
		if a := named.child(key); a != nil {
			out = append(out, a)
		}
	}
	for i := range 10 {
		if a := named.child("editor_" + strconv.Itoa(i)); a != nil {
			out = append(out, a)
		}
	}
	return out
}

// ninjsAbout fills section and keywords.
func ninjsAbout(s *story.Story, o object) {
	for _, k := range o.list("keywords", "keyword") {
		s.Keywords = append(s.Keywords, k.text("name", "value", "literal"))
	}
	if t := o.text("keywords"); t != "" {
		s.Keywords = append(s.Keywords, strings.Split(t, ",")...)
	}
	category := func(list []object) {
		for _, c := range list {
			if s.Section == "" {
				s.Section = c.text("name", "literal", "qcode", "code")
			}
		}
	}
	category(o.list("anpa_category", "service", "category"))
	subjects := o.list("subject", "subjects")
	for _, sub := range subjects {
		rel := sub.text("rel", "scheme")
		for _, r := range sub.list("rels") {
			rel += r.text("name")
		}
		if strings.Contains(rel, "category") || strings.Contains(rel, "department") {
			category([]object{sub})
		}
		if n := sub.text("name", "literal"); n != "" {
			s.Keywords = append(s.Keywords, n)
		}
	}
	category(o.list("genres", "genre"))
	category(subjects)
	if s.Section == "" {
		s.Section = o.text("section", "sections")
	}
}

// ninjsHolds says what an item without text holds.
func ninjsHolds(o object) string {
	switch strings.ToLower(o.text("type")) {
	case "picture", "graphic":
		return "this describes a picture and has no caption"
	case "video", "audio":
		return "this describes a film or sound and has no text"
	case "event":
		return "this describes an event"
	case "component", "composite":
		return "this package refers to its stories and carries none of them"
	}
	return "this item carries no text of a story"
}
