package wire

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"stet/model/story"
)

// The names that sites give to what is no copy, as whole words of a class or an
// id. Words that also name the copy of some sites ("content", "main") are not
// among them.
var (
	junkName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:` +
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
	copyName = regexp.MustCompile(`(?i)article-?_?-?body|story-?_?-?body|entry-?content|post-?(?:content|body)|body-?(?:copy|text)|article-?(?:text|content)|story-?(?:text|content)|articlebody|storytext|main-?content|paywall-?content|article__content|story-body`)

	junkRole = map[string]bool{"navigation": true, "complementary": true, "banner": true, "contentinfo": true, "dialog": true, "search": true, "menu": true, "menubar": true, "alertdialog": true, "toolbar": true, "tooltip": true, "img": true, "button": true}
)

// article finds the copy of a page: the element that holds it, with what is no
// copy pruned from it. The page's tree is changed. The method is that of
// Readability (Arc90, 2009: paragraphs score for their length and commas, and
// hand their score up to what holds them), with pruning before and after by the
// names that sites give their parts, by the share of linked words, and by
// whether a block stands among paragraphs or on its own. known is the text of
// the article that the page gives in its JSON-LD, or empty.
func article(root *html.Node, known string) []story.Paragraph {
	body := first(root, "body")
	if body == nil {
		body = root
	}
	measure(body).strip(body)
	m := measure(body) // without what was stripped
	top := m.marked(body)
	if top == nil {
		top = m.topCandidate(body)
	}
	var ps []story.Paragraph
	if top != nil {
		m.prune(top)
		ps = paragraphs(top, nil)
	}
	return against(ps, known)
}

// against compares what was found with the text of the article that the page
// gives in its JSON-LD, where it gives it. Where most of that text was not
// found, it is taken instead; where nearly all was, paragraphs that are not in
// it are dropped.
func against(ps []story.Paragraph, known string) []story.Paragraph {
	if len(known) < 400 {
		return ps
	}
	if looksMarkup(known) {
		known = joined(markupOrText(known))
	}
	have, found := wordRuns(joined(ps)), wordRuns(known)
	if len(found) == 0 {
		return ps
	}
	both := 0
	for r := range found {
		if have[r] {
			both++
		}
	}
	switch {
	case both*2 < len(found):
		return textParagraphs(known)
	case both*100 < len(found)*85 || len(found)*10 < len(have)*7:
		return ps
	}
	out := ps[:0]
	for _, p := range ps {
		runs := wordRuns(p.Text)
		in := 0
		for r := range runs {
			if found[r] {
				in++
			}
		}
		if in*3 >= len(runs) || len(runs) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// wordRuns is the set of runs of three words in t, in lower case.
func wordRuns(t string) map[string]bool {
	f := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := map[string]bool{}
	for i := range max(0, len(f)-2) {
		out[f[i]+" "+f[i+1]+" "+f[i+2]] = true
	}
	return out
}

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
	named := len(name) > 3 && junkName.MatchString(camel(name))
	if teasers && e.prose*3 < total*2 && (n.Data == "section" || n.Data == "ul" || named) {
		return true
	}
	if junkRole[attr(n, "role")] || attr(n, "aria-hidden") == "true" || hidden(n) || named && !copyName.MatchString(name) {
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

// words is the text of n, white space collapsed, without scripts and styles.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
				b.WriteByte(' ')
			case c.Type == html.ElementNode && (c.Data == "script" || c.Data == "style" || c.Data == "noscript" || c.Data == "template"):
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// marked is the element that the page itself marks as the body of the article,
// where there is one that holds prose.
func (m measures) marked(body *html.Node) *html.Node {
	var best *html.Node
	for c := range body.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		if prop := attr(c, "itemprop"); (prop == "articleBody" || prop == "reviewBody") && m[c].prose > m[best].prose {
			best = c
		}
	}
	if p := m[best].prose; p < 200 || p*2 < m[body].prose {
		return nil
	}
	return best
}

// isBlock reports whether an element makes a block of its own.
func isBlock(n *html.Node) bool {
	switch n.Data {
	case "p", "div", "section", "article", "main", "ul", "ol", "li", "table", "tr", "td", "th", "tbody", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dd", "dt", "header", "footer", "aside", "form", "center", "figure", "fieldset", "address":
		return true
	}
	return false
}

// topCandidate is the element that most of the copy stands in.
func (m measures) topCandidate(body *html.Node) *html.Node {
	scores := map[*html.Node]float64{}
	for _, b := range textBlocks(body) {
		t := words(b)
		if len(t) < 25 || strings.HasPrefix(b.Data, "h") {
			continue
		}
		score := 1 + float64(strings.Count(t, ",")) + min(float64(len(t))/100, 3)
		score *= 1 - m[b].density()
		if b.Data == "li" || b.Data == "td" {
			score /= 2
		}
		level := 0.0
		for up := b.Parent; up != nil && up.Type == html.ElementNode && level < 4; up = up.Parent {
			switch level {
			case 0:
				scores[up] += score
			case 1:
				scores[up] += score / 2
			default:
				scores[up] += score / (level * 3)
			}
			level++
		}
	}
	for n, e := range m {
		// Text that stands between blocks, parted by line breaks.
		if e.blocks && e.own > 80 && n.Parent != nil {
			scores[n] += float64(e.own-e.ownLinked) / 80
		}
	}
	var top *html.Node
	best := 0.0
	for n, s := range scores {
		s *= 1 - m[n].density()
		if copyName.MatchString(attr(n, "class") + " " + attr(n, "id")) {
			s *= 1.25
		}
		// Of equals the first in the document, so that the choice does not hang on
		// the order of a map.
		if s > best || s == best && top != nil && m[n].at < m[top].at {
			top, best = n, s
		}
	}
	if top == nil {
		return nil
	}
	return m.widen(top)
}

// widen goes up from the top candidate to what holds the rest of the same
// article, as where a page parts its copy into several containers: those beside
// it have prose too and little else, or are of the same class.
func (m measures) widen(top *html.Node) *html.Node {
	best := top
	class := attr(top, "class")
	inside := m[top].prose
	for up, level := top.Parent, 0; up != nil && level < 5; up, level = up.Parent, level+1 {
		if up.Type != html.ElementNode || up.Data == "body" || up.Data == "html" {
			break
		}
		if len(class) > 3 && level > 0 {
			for c := range up.Descendants() {
				if c != top && c.Type == html.ElementNode && attr(c, "class") == class && m[c].prose > 150 && m[c].density() < 0.25 && !within(c, best) && !within(best, c) {
					best = up
					break
				}
			}
		}
		outside, strays := 0, 0
		for s := up.FirstChild; s != nil; s = s.NextSibling {
			if s.Type != html.ElementNode || s == best || within(best, s) {
				continue
			}
			if e := m[s]; e.prose > 80 && e.density() < 0.25 && e.prose*2 > e.text {
				outside += e.prose
			} else {
				strays += e.text
			}
		}
		if outside*10 >= inside && strays <= outside {
			best, inside = up, m[up].prose
		}
	}
	return best
}

// within reports whether n is a or lies in it.
func within(n, a *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == a {
			return true
		}
	}
	return false
}

// teaser begins a line that points to something else.
var teaser = regexp.MustCompile(`(?i)^(?:(?:read|see|watch|listen|view|click|tap|sign up|subscribe|follow|download|share|advert(?:isement)?|sponsored|related|more|also|next|previous|up next|recommended|don['’]?t miss|get (?:the|our)|join|newsletter|on \w+\.com)\b|\W*$)`)

// address is a line that is nothing but an address.
var address = regexp.MustCompile(`(?i)^(?:https?://\S+|(?:www\.)?(?:twitter|facebook|instagram)\.com/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|this slideshow requires javascript\.?|advert(?:isement)?s?)$`)

// prune removes from the chosen element the blocks that are no copy: lists and
// boxes of links, and short blocks of links on their own.
func (m measures) prune(top *html.Node) {
	paras, alone := 0, 0
	for _, b := range textBlocks(top) {
		paras++
		if e := m[b]; (b.Data == "p" || b.Data == "li" && e.links == 1) && e.text < 150 && e.density() > 0.9 && !sentenceEnd(words(b)) {
			alone++
		}
	}
	// Where every fourth paragraph is a link, links are what the article is about.
	pr := pruner{m: m, links: alone < 8 || alone*4 < paras, doomed: map[*html.Node]bool{}}
	pr.walk(top)
}

type pruner struct {
	m      measures
	links  bool // paragraphs that are one link point elsewhere
	doomed map[*html.Node]bool
}

func (pr pruner) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode {
			if pr.drops(c) {
				n.RemoveChild(c)
			} else {
				pr.walk(c)
			}
		}
		c = next
	}
}

func (pr pruner) drops(n *html.Node) bool {
	switch n.Data {
	case "div", "section", "ul", "ol", "table", "aside", "header", "footer", "p", "blockquote", "li", "h2", "h3", "h4", "h5", "h6", "dl":
	default:
		return false
	}
	if pr.doomed[n] {
		return true
	}
	e := pr.m[n]
	density := e.density()
	if n.Data == "ul" || n.Data == "ol" {
		if h := headed(n, pr.m); h != nil && teaser.MatchString(words(h)) && linkedItems(n, pr.m) {
			h.Parent.RemoveChild(h)
			return true
		}
	}
	short := ""
	if e.text < 250 {
		if short = words(n); short == "" {
			return false
		}
		if address.MatchString(short) {
			return true
		}
	}
	points := short != "" && teaser.MatchString(short)
	switch n.Data {
	case "p", "li", "blockquote":
		if points && len(short) < 200 && density > 0.5 {
			return pr.links
		}
		if n.Data != "p" || !pr.links || sentenceEnd(short) {
			return false
		}
		// A link on its own that is as long as a headline, or several in a row.
		return density > 0.9 && short != "" && len(short) < 150 && strings.Count(short, " ") > 2 || density > 0.7 && e.links > 2 && e.text < 600
	case "h2", "h3", "h4", "h5", "h6":
		if !points || len(short) >= 60 {
			return false
		}
		if list := n.NextSibling; list != nil {
			if list.Type == html.TextNode && strings.TrimSpace(list.Data) == "" {
				list = list.NextSibling
			}
			if list != nil && (list.Data == "ul" || list.Data == "ol") && linkedItems(list, pr.m) {
				pr.doomed[list] = true
			}
		}
		return true
	}
	if density > 0.5 && e.prose < 200 && (e.links > 1 || pr.links || points) {
		return true
	}
	return points && len(short) < 200 && density > 0.2
}

// headed is the short block that stands right above a list, or nil.
func headed(list *html.Node, m measures) *html.Node {
	for s := list.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) == "" {
			continue
		}
		if e := m[s]; s.Type == html.ElementNode && e.text > 0 && e.text < 60 && !sentenceEnd(words(s)) {
			return s
		}
		return nil
	}
	return nil
}

// linkedItems reports whether most items of a list hold a link.
func linkedItems(list *html.Node, m measures) bool {
	items, links := 0, 0
	for _, li := range kids(list, "li") {
		items++
		if m[li].linked > 0 {
			links++
		}
	}
	return items > 1 && links*10 >= items*6
}
