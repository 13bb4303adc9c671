package wire

import (
	"strings"

	"golang.org/x/net/html"
)

// The names that sites give to what is no copy, as whole words of a class or an
// id. Words that also name the copy of some sites ("content", "main") are not
// among them.
var (
	junkName = pattern(`(?i)(?:^|[\s_-])(?:` +
		`ads?|advert\w*|adsense|dfp|gpt|sponsor(?:ed|s)?|promo(?:s|ted|tion|box|tions)?|outbrain|taboola|revcontent|zergnet|teads|` +
		`related\w*|recommend\w*|recirc\w*|read-?(?:more|next|also)|more-(?:from|on|stories|news|in|articles)|also-(?:read|see)|most-?(?:read|popular|viewed|shared)|popular|trending|latest-?(?:news|stories)|up-?next|next-?(?:up|post|article)|prev(?:ious)?-?(?:post|article)|suggested|` +
		`newsletter\w*|sign-?up|subscri\w*|paywall\w*|piano|regwall|login|register|donat(?:e|ion)|membership|` +
		`shar(?:e|es|ing)\w*|social\w*|sharedaddy|jp-relatedposts|follow(?:-us|-btn)?|addthis\w*|addtoany|` +
		`comment(?:s|ary-list|-list|-form|list|ing)?|disqus\w*|livefyre|fb-comments|respond|` +
		`nav\w*|menu\w*|breadcrumb\w*|crumbs?|sidebar\w*|side-?bar|rail|masthead|site-?header|page-?header|site-?footer|page-?footer|footer\w*|pagination|pager|toolbar|` +
		`cookie\w*|consent|gdpr|banner|modal|popup|pop-?up|lightbox|overlay|tooltip|rollover\w*|hover\w*|popover|dropdown|flyout|` +
		`tag(?:s|-list|list|-cloud|cloud)|topics?-list|keywords|categor(?:y|ies)-list|post-?tags|` +
		`author-?(?:bio|box|info|card|details|profile)\w*|about-?(?:the-)?author\w*|bio|contributor-?bio|` +
		`byline\w*|by-?line|dateline-?time|timestamp|pub-?date|publish-?date|posted-?on|post-?meta|entry-?meta|article-?meta|meta-?data|` +
		`caption\w*|photo-?credit|image-?credit|credits?|gallery\w*|slideshow\w*|carousel\w*|slider|video-?(?:player|caption|playlist)\w*|player|` +
		`hidden|visually-?hidden|sr-only|screen-?reader\w*|print-?only|skip-?link|` +
		`infobox|factbox-promo|widget\w*|poll|quiz|survey|feedback|reviews-summary|buy-?(?:now|box)|price-?(?:box|table)|affiliate\w*|` +
		`correction-?form|report-?error|copyright|disclaimer|disclosure|terms|legal|trust-?project|` +
		`toc|table-of-contents|jump-?link\w*` +
		`)(?:$|[\s_-])`)
	// copyName are names of what holds the copy; they overrule a junk name beside them.
	copyName = pattern(`(?i)article-?_?-?body|story-?_?-?body|entry-?content|post-?(?:content|body)|body-?(?:copy|text)|article-?(?:text|content)|story-?(?:text|content)|articlebody|storytext|main-?content|paywall-?content|article__content|story-body`)

	junkRole = map[string]bool{"navigation": true, "complementary": true, "banner": true, "contentinfo": true, "dialog": true, "search": true, "menu": true, "menubar": true, "alertdialog": true, "toolbar": true, "tooltip": true, "img": true, "button": true}
)

// strip removes what is no copy on any page.
func (m measures) strip(body *html.Node) {
	total := m[body].prose
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.CommentNode:
				n.RemoveChild(c)
			case c.Type == html.ElementNode && m.junk(c, total):
				n.RemoveChild(c)
			default:
				walk(c)
			}
			c = next
		}
	}
	walk(body)
}

// junk reports whether an element is no copy by its kind or its names. An
// element with much of the page's text is never junk by its names alone, save
// where it is a list of teasers.
func (m measures) junk(n *html.Node, total int) bool {
	switch n.Data {
	case "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "button", "input", "select", "textarea",
		"nav", "dialog", "figure", "picture", "img", "video", "audio", "link", "meta", "map":
		return true
	case "body", "html", "main", "article", "p":
		return false
	}
	e := m[n]
	if e.pictures > 0 && e.text > 0 && e.text < 90 && e.links == 0 && !e.headline && !sentenceEnd(words(n)) {
		return true // a picture with its caption
	}
	teasers := e.linkedHeads >= 3 && !e.headline
	switch n.Data {
	case "form", "footer", "aside", "header":
		return !e.much(total) || n.Data == "aside" && teasers
	}
	name := names(n)
	named := len(name) > 3 && junkName().MatchString(camel(name))
	if teasers && e.prose*3 < total*2 && (n.Data == "section" || n.Data == "ul" || named) {
		return true
	}
	if junkRole[attr(n, "role")] || attr(n, "aria-hidden") == "true" || hidden(n) || named && !copyName().MatchString(name) {
		return !e.much(total)
	}
	return false
}

// names are the class, the id and the like of an element, which tell what its
// makers call it.
func names(n *html.Node) string {
	return attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-component") + " " + attr(n, "data-testid")
}

// camel parts the words of a name in camel case.
func camel(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && 'A' <= r && r <= 'Z' && name[i-1] >= 'a' && name[i-1] <= 'z' {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "__", "-")
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
		if a.Key == "style" {
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
		}
	}
	return false
}
