package wire

import (
	"strings"

	"golang.org/x/net/html"
)

// teaser begins a line that points to something else.
var teaser = pattern(`(?i)^(?:(?:read|see|watch|listen|view|click|tap|sign up|subscribe|follow|download|share|advert(?:isement)?|sponsored|related|more|also|next|previous|up next|recommended|don['’]?t miss|get (?:the|our)|join|newsletter|on \w+\.com)\b|\W*$)`)

// address is a line that is nothing but an address.
var address = pattern(`(?i)^(?:https?://\S+|(?:www\.)?(?:twitter|facebook|instagram)\.com/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|this slideshow requires javascript\.?|advert(?:isement)?s?)$`)

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
		if h := headed(n, pr.m); h != nil && teaser().MatchString(words(h)) && linkedItems(n, pr.m) {
			h.Parent.RemoveChild(h)
			return true
		}
	}
	short := ""
	if e.text < 250 {
		if short = words(n); short == "" {
			return false
		}
		if address().MatchString(short) {
			return true
		}
	}
	points := short != "" && teaser().MatchString(short)
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
