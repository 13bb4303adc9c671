package wire

import (
	"strings"

	"golang.org/x/net/html"
)

// extent is how much of what stands in an element, counted in bytes of text with
// its white space collapsed.
type extent struct {
	at          int  // place in the document
	text        int  // all text
	linked      int  // of it in links
	own         int  // of it outside blocks within the element
	ownLinked   int  // of that in links
	prose       int  // text in paragraphs of some length, links apart
	links       int  // number of links
	pictures    int  // number of pictures
	linkedHeads int  // headings below the first level that lead to other pages
	headline    bool // holds a first-level heading, or what the page marks as its copy
	blocks      bool // holds blocks
}

// density is the share of linked text.
func (e extent) density() float64 {
	if e.text == 0 {
		return 0
	}
	return float64(e.linked) / float64(e.text)
}

// much reports whether an element holds a good part of the page's prose, or the
// part that the page names as its copy.
func (e extent) much(total int) bool {
	if e.prose*10 > total*3 {
		return true
	}
	return e.headline && e.prose >= 200 && e.density() <= 0.3
}

// measures are the extents of all elements of a tree, taken in one pass, so that
// looking at a page costs no more than its size.
type measures map[*html.Node]extent

func measure(root *html.Node) measures {
	m := measures{}
	at := 0
	var walk func(n *html.Node, inLink bool) extent
	walk = func(n *html.Node, inLink bool) extent {
		at++
		e := extent{at: at}
		if n.Type == html.TextNode {
			e.text = textLen(n.Data)
			e.own = e.text
			if inLink {
				e.linked, e.ownLinked = e.text, e.text
			}
			return e
		}
		if n.Type == html.ElementNode {
			switch n.Data {
			case "script", "style", "noscript", "template":
				return e
			case "a":
				inLink = true
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.CommentNode {
				continue
			}
			k := walk(c, inLink)
			e.text += k.text
			e.linked += k.linked
			e.prose += k.prose
			e.links += k.links
			e.pictures += k.pictures
			e.linkedHeads += k.linkedHeads
			e.headline = e.headline || k.headline
			if isBlock(c) {
				e.blocks = true
				continue
			}
			e.blocks = e.blocks || k.blocks
			e.own += k.own
			e.ownLinked += k.ownLinked
		}
		if n.Type != html.ElementNode {
			return e
		}
		if isBlock(n) && (e.own > 80 || !e.blocks && e.own > 40) {
			e.prose += e.own - e.ownLinked
		}
		switch n.Data {
		case "a":
			e.links++
		case "img":
			e.pictures++
		case "h1":
			e.headline = true
		case "h2", "h3", "h4", "h5", "h6":
			if e.linked*10 > e.text*8 && e.text > 0 {
				e.linkedHeads++
			}
		}
		if len(n.Attr) > 0 && attr(n, "itemprop") == "articleBody" {
			e.headline = true
		}
		m[n] = e
		return e
	}
	walk(root, false)
	return m
}

// textLen is the length of t with its white space collapsed, and one space to
// part it from what follows.
func textLen(t string) int {
	n := 0
	for f := range strings.FieldsSeq(t) {
		n += len(f) + 1
	}
	return n
}

// textBlocks gives the blocks below n that hold text of their own and no
// further block, in the order of the document.
func textBlocks(n *html.Node) []*html.Node {
	var out []*html.Node
	var walk func(*html.Node) (block, text bool)
	walk = func(n *html.Node) (block, text bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.Type {
			case html.TextNode:
				text = text || strings.TrimSpace(c.Data) != ""
			case html.ElementNode:
				b, t := walk(c)
				block, text = block || b, text || t
			}
		}
		if n.Type == html.ElementNode && isBlock(n) {
			if !block && text {
				out = append(out, n)
			}
			return true, text
		}
		return block, text
	}
	walk(n)
	return out
}

// linkDensity is the share of linked text in an element that was not measured.
func linkDensity(n *html.Node) float64 {
	all, linked := len(words(n)), 0
	for _, a := range kids(n, "a") {
		linked += len(words(a))
	}
	return float64(linked) / float64(max(all, 1))
}
