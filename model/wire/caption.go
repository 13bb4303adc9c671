package wire

import (
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// caption is what stands with a picture on a page.
type caption struct {
	text, credit string
	next         string // how the first block of text after it begins
}

const maxCaptions = 40

var (
	creditName = pattern(`(?i)(?:^|[\s_-])(?:credit|photo-?credit|image-?credit|photographer|attribution|copyright|source)s?(?:$|[\s_-])`)
	creditForm = pattern(`(?i)(?:\((?:photo(?:graph)?|picture|image|pic)s?(?: credit)?(?: by)?:? ([^()]{3,60})\)|\b(?:photo(?:graph)?|picture|image)s?(?: credit)?(?: by|:) ([\p{Lu}][^.()]{2,60}?)\.?$|\(([^()]{2,40}(?:AP|Reuters|AFP|Getty Images|Getty|EPA|PA)(?: Photo)?)\)|\bCredit: ([^.()]{3,60})$)`)
)

// captions gathers the captions of the pictures on a page, before the pictures
// are stripped from it.
func captions(root *html.Node) []caption {
	var out []caption
	var blocks []*html.Node
	for _, f := range all(root, maxCaptions, "figcaption") {
		if blocks == nil {
			blocks = textBlocks(root)
		}
		c := caption{}
		for e := range f.Descendants() {
			if e.Type == html.ElementNode && len(e.Attr) > 0 && creditName().MatchString(camel(attr(e, "class"))) && c.credit == "" {
				c.credit = creditLabel().ReplaceAllString(oneLine(words(e)), "")
			}
		}
		c.text = oneLine(words(f))
		if m := creditForm().FindStringSubmatch(c.text); m != nil && c.credit == "" {
			c.credit = strings.TrimSpace(m[1] + m[2] + m[3] + m[4])
		}
		if c.text == "" || len(c.text) > 1000 || linkDensity(f) > 0.8 {
			continue
		}
		c.next = following(blocks, f)
		out = append(out, c)
	}
	return out
}

var creditLabel = pattern(`(?i)^(?:photo|image|picture|credit|photograph)s?(?: credit)?(?: by)?[: ]+`)

// following is how the first block after n begins that is no part of a picture.
func following(blocks []*html.Node, n *html.Node) string {
	after := false
	for _, b := range blocks {
		if within(b, n) || within(n, b) {
			after = true
			continue
		}
		if !after || inFigure(b) {
			continue
		}
		if t := oneLine(words(b)); len(t) > 30 {
			return t[:30]
		}
	}
	return ""
}

func inFigure(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "figure" {
			return true
		}
	}
	return false
}

// setCaptions puts captions beside the copy that they stood before; those that
// stood with other articles are left out.
func setCaptions(s *story.Story, list []caption) {
	seen := map[string]bool{}
	for _, c := range list {
		at := -1
		for i, p := range s.Body {
			if c.next != "" && strings.HasPrefix(p.Text, c.next) {
				at = i
				break
			}
		}
		if at < 0 || seen[c.text] {
			continue
		}
		seen[c.text] = true
		s.Furniture = append(s.Furniture, story.Furniture{Line: at + 1, Text: c.text, Reason: story.CaptionLine, Confidence: 1, Before: at})
		if s.PhotoCredit == "" {
			s.PhotoCredit = c.credit
		}
	}
}
