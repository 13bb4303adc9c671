package wire

import (
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
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
		if copyName().MatchString(attr(n, "class") + " " + attr(n, "id")) {
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
