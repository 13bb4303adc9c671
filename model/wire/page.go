package wire

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// page is what a page says of its article, in its head and in JSON-LD.
type page struct {
	title, ogTitle, description string
	headline, body              string // of JSON-LD
	site, section, language     string
	published, modified         string
	authors, keywords           []string
	id                          string
}

// describe reads the head and the JSON-LD of a page. It changes nothing.
func describe(root *html.Node) page {
	var p page
	p.language = attr(first(root, "html"), "lang")
	if t := first(root, "title"); t != nil {
		p.title = oneLine(raw(t))
	}
	set := func(f *string, v string) {
		if v = oneLine(html.UnescapeString(v)); *f == "" && v != "" {
			*f = v
		}
	}
	for _, m := range all(root, 2000, "meta") {
		name := attr(m, "property")
		if name == "" {
			name = attr(m, "name")
		}
		if name == "" {
			name = attr(m, "itemprop")
		}
		v := attr(m, "content")
		switch strings.ToLower(name) {
		case "og:title", "twitter:title", "dc.title":
			set(&p.ogTitle, v)
		case "description", "og:description", "twitter:description":
			set(&p.description, v)
		case "og:site_name":
			set(&p.site, v)
		case "article:section", "section":
			set(&p.section, v)
		case "article:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date.issued", "parsely-pub-date", "sailthru.date", "publish-date":
			set(&p.published, v)
		case "article:modified_time", "datemodified", "lastmod", "og:updated_time":
			set(&p.modified, v)
		case "author", "parsely-author", "dc.creator", "sailthru.author", "byl", "article:author":
			if v = oneLine(v); v != "" && !strings.Contains(v, "://") && !strings.HasPrefix(v, "/") {
				p.authors = append(p.authors, bylines(v)...)
			}
		case "keywords", "news_keywords":
			p.keywords = append(p.keywords, strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ';' })...)
		case "article:tag":
			p.keywords = append(p.keywords, v)
		case "og:url":
			set(&p.id, v)
		}
	}
	for _, l := range all(root, 200, "link") {
		if attr(l, "rel") == "canonical" && attr(l, "href") != "" {
			p.id = attr(l, "href")
		}
	}
	for _, s := range all(root, 500, "script") {
		if strings.EqualFold(attr(s, "type"), "application/ld+json") {
			p.linkedData(raw(s))
		}
	}
	if p.published == "" {
		p.published = attr(first(root, "time"), "datetime")
	}
	if strings.HasPrefix(p.published, "0001-01-01") {
		p.published = ""
	}
	if len(p.authors) == 0 {
		p.authors = visibleByline(root)
	}
	p.authors = tidyList(p.authors)
	return p
}

var bylineClass = pattern(`(?i)(?:^|[\s_-])by-?line`)

// visibleByline reads the byline off the page itself: a link to the author, or
// a short block that is named so and begins with "By".
func visibleByline(root *html.Node) []string {
	for c := range root.Descendants() {
		if c.Type != html.ElementNode || len(c.Attr) == 0 {
			continue
		}
		author := attr(c, "rel") == "author" || attr(c, "itemprop") == "author"
		if !author && !bylineClass().MatchString(attr(c, "class")) {
			continue
		}
		t := words(c)
		if n := len(strings.Fields(t)); t == "" || len(t) > 80 || n > 9 || author && (n < 2 || n > 4) {
			continue
		}
		if author || bodyByline().MatchString(t) {
			return bylines(t)
		}
	}
	return nil
}

// linkedData reads one script of JSON-LD; what cannot be parsed is passed over.
func (p *page) linkedData(t string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(t)), &v) != nil {
		if json.Unmarshal([]byte(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(t)), &v) != nil {
			return
		}
	}
	p.thing(v, 0)
}

var articleType = pattern(`(?i)article|blogposting|report|review|recipe|webpage`)

func (p *page) thing(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			p.thing(e, depth+1)
		}
	case map[string]any:
		o := object(v)
		kind := o.text("@type")
		for _, k := range o.list("@type") {
			kind += " " + k.text("name")
		}
		if g, ok := v["@graph"]; ok {
			p.thing(g, depth+1)
		}
		if m, ok := v["mainEntity"]; ok {
			p.thing(m, depth+1)
		}
		if !articleType().MatchString(kind) {
			return
		}
		set := func(f *string, s string) {
			if s = oneLine(html.UnescapeString(s)); s != "" && *f == "" {
				*f = s
			}
		}
		set(&p.published, o.text("datePublished"))
		set(&p.modified, o.text("dateModified"))
		if strings.EqualFold(kind, "WebPage") {
			return
		}
		set(&p.headline, o.text("headline", "name"))
		set(&p.section, o.text("articleSection"))
		set(&p.description, o.text("description"))
		if b := o.text("articleBody", "reviewBody"); len(b) > len(p.body) {
			p.body = b
		}
		authors := o.list("author", "creator")
		if a := o.child("author", "creator"); a != nil {
			authors = append(authors, a)
		}
		if t := o.text("author", "creator"); t != "" {
			authors = append(authors, object{"name": t})
		}
		for _, a := range authors {
			if !strings.EqualFold(a.text("@type"), "Organization") {
				p.authors = append(p.authors, bylines(line(a.text("name")))...)
			}
		}
		set(&p.site, o.child("publisher").text("name"))
	}
}

// titleSep parts a page's title from the name of its site.
var titleSep = pattern(`\s+[|–—·»-]\s+|\s*\|\s*`)

// headlineOf picks the headline: the first-level heading where it agrees with
// what the head says, else what the head says without the site's name.
func (p page) headlineOf(root *html.Node) string {
	var best string
	want := p.headline
	if want == "" {
		want = p.ogTitle
	}
	if want == "" {
		want = p.title
	}
	most := 0.0
	for _, h := range all(root, 20, "h1") {
		t := plain(h)
		if t == "" || strings.EqualFold(t, p.site) {
			continue
		}
		// A short heading, as the site's name, must not win for being part of the title.
		s := alike(t, want) * min(1, float64(2*len(t))/float64(len(want)+1))
		if s > most || best == "" {
			best, most = t, s
		}
	}
	if best != "" && (most > 0.4 || want == "") {
		return best
	}
	if t := p.headline; t != "" {
		return t
	}
	for _, t := range []string{p.ogTitle, p.title} {
		if t == "" {
			continue
		}
		seps := titleSep().FindAllStringIndex(t, -1)
		if len(seps) > 0 {
			last := seps[len(seps)-1]
			if site := t[last[1]:]; last[0] > 0 && (strings.EqualFold(site, p.site) || len(site) < 30) {
				return t[:last[0]]
			}
		}
		return t
	}
	return best
}

// alike is the share of the words of the shorter text that the other has too.
func alike(a, b string) float64 {
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(wa) == 0 || len(wb) == 0 {
		return 0
	}
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	in := map[string]bool{}
	for _, w := range wb {
		in[w] = true
	}
	n := 0
	for _, w := range wa {
		if in[w] {
			n++
		}
	}
	return float64(n) / float64(len(wa))
}

var dekName = pattern(`(?i)(?:^|[\s_-])(?:dek|deck|standfirst|sub-?title|sub-?head(?:line|er)?|strap-?line|article-?(?:summary|intro|dek|description)|story-?(?:summary|dek)|summary|intro|kicker-?text)(?:$|[\s_-])`)

// dekOf finds the dek: a block that is named so and stands close below the
// headline, or one that says what the head gives for the article's description.
// A description that stands nowhere on the page is written for search engines
// and is no copy.
func (p page) dekOf(root *html.Node) string {
	sinceHeadline := -1
	for _, b := range textBlocks(root) {
		if b.Data == "h1" && sinceHeadline < 0 {
			sinceHeadline = 0
			continue
		}
		if sinceHeadline >= 0 {
			sinceHeadline++
		}
		t := words(b)
		if len(t) < 25 || len(t) > 400 || stamp().MatchString(t) {
			continue
		}
		if p.description != "" && strings.EqualFold(oneLine(t), p.description) {
			return t
		}
		named := dekName().MatchString(camel(attr(b, "class"))) || b.Parent != nil && b.Data != "li" && dekName().MatchString(camel(attr(b.Parent, "class")))
		if named && (sinceHeadline > 0 && sinceHeadline <= 4 || alike(t, p.description) > 0.5) {
			return t
		}
	}
	return ""
}

// stamp is a line of dates and times.
var stamp = pattern(`(?i)^(?:updated|published|posted)\b|\d:\d\d ?(?:[ap]\.?m|gmt|est|edt|bst)\b`)

// writers are the authors that are people: neither the site itself nor an
// account that posts for everybody.
func (p page) writers() []string {
	var out []string
	for _, a := range p.authors {
		if !strings.EqualFold(a, p.site) && !houseAccount().MatchString(a) {
			out = append(out, a)
		}
	}
	return out
}

var houseAccount = pattern(`(?i)^(?:admin(?:istrator)?|editors?|editorial|newsroom|(?:[\w.]+ ){0,2}(?:news|web|digital|online|editorial)? ?(?:staff(?: reports?)?|team|desk)|webmaster|guest|user|contributor|unknown|.* news)$`)

// fill puts what the page says of itself into s.
func (p page) fill(s *story.Story) {
	s.ID = p.id
	s.Bylines = p.writers()
	s.Credit = p.site
	s.Section = p.section
	s.Language = p.language
	s.Keywords = p.keywords
	s.Published = p.published
	s.Created = parseTime(p.published)
	s.Versioned = parseTime(p.modified)
	if s.Versioned.IsZero() {
		s.Versioned = s.Created
	}
}
