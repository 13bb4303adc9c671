package wire

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stet/model/story"
)

// paragraphs turns the markup below n into paragraphs with their roles. It
// knows the elements of HTML, of NITF and of the XHTML in NewsML: block
// elements and line breaks part paragraphs, rows of tables become one paragraph
// each, pictures are dropped and their captions kept. skip, which may be nil,
// leaves out an element with all that is in it.
func paragraphs(n *html.Node, skip func(*html.Node) bool) []story.Paragraph {
	w := &walker{skip: skip}
	w.children(n, 0)
	w.flush()
	return w.out
}

// wireParagraphs is paragraphs for markup that may hold lines of plain text: a
// text with empty lines or columns in it keeps its lines.
func wireParagraphs(n *html.Node, skip func(*html.Node) bool) []story.Paragraph {
	w := &walker{skip: skip, lines: true}
	w.children(n, 0)
	w.flush()
	return w.out
}

// plain is the text of n in one line.
func plain(n *html.Node) string {
	if n == nil {
		return ""
	}
	var parts []string
	for _, p := range paragraphs(n, nil) {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}

// walker gathers inline text until a block ends.
type walker struct {
	out   []story.Paragraph
	line  strings.Builder
	role  story.Role
	pre   bool
	lines bool // text with empty lines or columns keeps its lines
	skip  func(*html.Node) bool
}

// lineBreak stands for a <br> in the text that is being gathered.
const lineBreak = "\x1e"

// flush ends the paragraph that is being gathered. Line breaks in it part
// paragraphs, except where lines were broken to a width.
func (w *walker) flush() {
	if w.line.Len() == 0 {
		return
	}
	t := w.line.String()
	w.line.Reset()
	if w.lines && !w.pre && keepsLines(t) {
		for _, p := range foldLines(strings.FieldsFunc(lineBreaks.Replace(t), func(r rune) bool { return r == '\n' })) {
			w.add(oneLine(p))
		}
		return
	}
	if !strings.Contains(t, lineBreak) {
		w.add(oneLine(t))
		return
	}
	lines := strings.Split(t, lineBreak)
	for i, l := range lines {
		lines[i] = oneLine(l)
	}
	for _, p := range foldLines(lines) {
		w.add(p)
	}
}

var (
	emptyLine = pattern(`\S[^\n]*\n\s*\n\s*\S`)
	columns   = pattern(`\S {3,}\S[^\n]*\n[^\n]*\S {3,}\S`)
	indented  = pattern(`\S[^\n]*\n\S[^\n]*\n {2,}\S`)
)

// escapedEmbed is the markup of a widget that stands in a text as text.
var escapedEmbed = pattern(`(?s)^<(?:div|script|iframe|blockquote)\b.*</`)

// keepsLines reports whether a text was laid out in lines.
func keepsLines(t string) bool {
	t = lineBreaks.Replace(t)
	return emptyLine().MatchString(t) || columns().MatchString(t) || indented().MatchString(t)
}

func (w *walker) add(t string) {
	if w.lines && escapedEmbed().MatchString(t) {
		return
	}
	if t != "" {
		w.out = append(w.out, story.Paragraph{Text: t, Role: w.role})
	}
}

func (w *walker) children(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, depth)
	}
}

// in walks the children of n as blocks of the given role.
func (w *walker) in(n *html.Node, role story.Role, depth int) {
	w.flush()
	outer := w.role
	w.role = role
	w.children(n, depth+1)
	w.flush()
	w.role = outer
}

func (w *walker) node(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		if !w.pre {
			w.line.WriteString(n.Data)
			return
		}
		for i, l := range strings.Split(lineBreaks.Replace(n.Data), "\n") {
			if i > 0 {
				w.flush()
			}
			w.line.WriteString(l)
		}
	case html.ElementNode:
		if w.skip != nil && w.skip(n) {
			return
		}
		w.element(n, depth)
	case html.DocumentNode:
		w.children(n, depth+1)
	}
}

func (w *walker) element(n *html.Node, depth int) {
	switch strings.ToLower(n.Data) {
	case "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "map",
		"img", "video", "audio", "picture", "source", "track", "input", "button", "select", "textarea", "head", "title",
		"media-reference", "media-metadata", "media-object", "hr", "area", "link", "meta", "param":
		// No words of the story in these.
	case "br":
		w.line.WriteString(lineBreak)
	case "wbr":
	case "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2":
		w.in(n, story.RoleSubhead, depth)
	case "li", "dt", "dd":
		w.in(n, story.RoleListItem, depth)
	case "figcaption", "caption", "media-caption":
		w.in(n, story.RoleCaption, depth)
	case "table":
		w.table(n, depth)
	case "pre":
		w.flush()
		outer := w.pre
		w.pre = true
		w.children(n, depth+1)
		w.flush()
		w.pre = outer
	case "p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "dl", "menu",
		"blockquote", "bq", "figure", "address", "form", "fieldset", "details", "summary", "center", "body", "html",
		"block", "media", "media-producer", "body.content", "body.head", "body.end", "tagline", "fn", "note", "nitf-table",
		"tr", "tbody", "thead", "tfoot", "td", "th", "hedline", "byline", "abstract", "distributor", "dateline", "credit":
		w.flush()
		w.children(n, depth+1)
		w.flush()
	default:
		w.children(n, depth+1)
	}
}

// table makes one paragraph of each row, with its cells parted by tabs. A table
// that only lays out a page, told by a cell with blocks of its own, is walked
// like any other block.
func (w *walker) table(n *html.Node, depth int) {
	w.flush()
	rows, captions, layout := tableRows(n)
	if layout {
		w.children(n, depth+1)
		w.flush()
		return
	}
	for _, c := range captions {
		w.in(c, story.RoleCaption, depth)
	}
	for _, row := range rows {
		var cells []string
		words := false
		for _, cell := range row {
			cw := &walker{skip: w.skip}
			cw.children(cell, depth+1)
			cw.flush()
			var t []string
			for _, p := range cw.out {
				t = append(t, p.Text)
			}
			cells = append(cells, strings.Join(t, " "))
			words = words || len(t) > 0
		}
		switch {
		case words && len(cells) == 1:
			w.out = append(w.out, story.Paragraph{Text: cells[0], Role: w.role})
		case words:
			w.out = append(w.out, story.Paragraph{Text: strings.Join(cells, "\t"), Role: story.RoleTable})
		}
	}
}

// tableRows finds the cells of each row of a table, and says whether the table
// serves layout instead of holding data.
func tableRows(table *html.Node) (rows [][]*html.Node, captions []*html.Node, layout bool) {
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		for c := n.FirstChild; c != nil && depth < 6; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			switch strings.ToLower(c.Data) {
			case "tr":
				var row []*html.Node
				for d := c.FirstChild; d != nil; d = d.NextSibling {
					if name := strings.ToLower(d.Data); d.Type == html.ElementNode && (name == "td" || name == "th") {
						row = append(row, d)
						layout = layout || laysOut(d)
					}
				}
				rows = append(rows, row)
			case "caption":
				captions = append(captions, c)
			default:
				walk(c, depth+1)
			}
		}
	}
	walk(table, 0)
	if len(rows) == 1 && len(rows[0]) == 1 {
		layout = true
	}
	return rows, captions, layout
}

// laysOut reports whether a cell holds what a cell of data does not: a table,
// a heading, or several paragraphs.
func laysOut(cell *html.Node) bool {
	blocks := 0
	for c := range cell.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		switch strings.ToLower(c.Data) {
		case "table", "h1", "h2", "h3", "article", "section":
			return true
		case "p", "div":
			blocks++
		}
	}
	return blocks > 2
}

// selfClosed are elements that XHTML may close at once and HTML may not: read as
// HTML, they would swallow the page.
var selfClosed = pattern(`(?i)<(title|script|style|textarea|iframe|noscript)((?:\s[^<>]*)?)/>`)

var (
	// errDeep is why markup that nests too deep is not parsed: the parser's time
	// grows with the square of the depth.
	errDeep = fmt.Errorf("its elements nest more than %d deep", maxDepth)
	errMuch = fmt.Errorf("it has more than %d MB or %d elements", maxMarkup>>20, maxNodes)
)

// parseHTML parses a page or a piece of one.
func parseHTML(t string) (*html.Node, error) {
	if len(t) > maxMarkup || strings.Count(t, "<") > maxNodes {
		return nil, errMuch
	}
	if tooDeep(t) {
		return nil, errDeep
	}
	return html.Parse(strings.NewReader(selfClosed().ReplaceAllString(t, "<$1$2></$1>")))
}

// tooDeep reports whether the elements of t nest deeper than is read. Elements
// that end by themselves where the next begins are not counted.
func tooDeep(t string) bool {
	if strings.Count(t, "<") <= maxDepth {
		return false
	}
	z := html.NewTokenizer(strings.NewReader(t))
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			switch name, _ := z.TagName(); string(name) {
			case "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "input", "meta", "link", "source", "area", "col", "wbr", "param", "embed", "track", "base":
			default:
				if depth++; depth > maxDepth {
					return true
				}
			}
		case html.EndTagToken:
			switch name, _ := z.TagName(); string(name) {
			case "p", "li", "td", "th", "tr", "dt", "dd", "option":
			default:
				depth = max(0, depth-1)
			}
		}
	}
}

// attr is the value of the named attribute of n, or empty.
func attr(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, name) {
			return a.Val
		}
	}
	return ""
}

// first is the first element below n that is called one of the names, in
// document order, or nil.
func first(n *html.Node, names ...string) *html.Node {
	for _, e := range all(n, 1, names...) {
		return e
	}
	return nil
}

// all gives the elements below n that are called one of the names, up to limit.
func all(n *html.Node, limit int, names ...string) []*html.Node {
	var out []*html.Node
	if n == nil {
		return nil
	}
	for c := range n.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		for _, name := range names {
			if c.Data == name || (c.DataAtom == atom.Atom(0) && strings.EqualFold(c.Data, name)) {
				if out = append(out, c); len(out) >= limit {
					return out
				}
			}
		}
	}
	return out
}
