package wire

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
)

var (
	xmlEncoding = pattern(`^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)["']`)
	ownEntity   = pattern(`(?i)<!ENTITY\s+[^%\s]`)
)

// parseXML parses d into the same tree that HTML is parsed into, so that one
// walker serves both. Names of elements keep their case and lose their prefix;
// Namespace is the name space's address; attributes lose theirs, xml:lang apart.
//
// The parser is lenient as to entities and mismatched ends, since agencies'
// files are. Entities that a file declares itself are refused rather than
// expanded, nothing is ever fetched, and depth and size are bounded. Where the
// file breaks off inside one of several stories, the tree holds those before it
// and is returned together with the error.
func parseXML(d *document) (root *html.Node, repair string, err error) {
	declared := ""
	if m := xmlEncoding().FindSubmatch(d.data[:min(len(d.data), 500)]); m != nil {
		declared = string(m[1])
	}
	text, repair := decode(d.data, declared)
	text = strings.TrimLeft(text, " \t\r\n\x00")
	dec := xml.NewDecoder(strings.NewReader(text))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }

	root = &html.Node{Type: html.DocumentNode}
	at, depth, nodes := root, 0, 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) && at == root {
			return root, repair, nil
		}
		if err != nil {
			if dropOpenStory(at) {
				return root, repair, d.fail(broken(err), "the stories before that point were read; ask for the file again for the rest", err)
			}
			return nil, "", d.fail(broken(err), "ask for the file again, or open it in a text editor and paste the story", err)
		}
		if nodes++; nodes > maxNodes {
			return nil, "", d.fail(fmt.Sprintf("the XML has more than %d elements", maxNodes), "split the file", nil)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, "", d.fail(fmt.Sprintf("the XML nests elements more than %d deep", maxDepth), "this is no story from a wire service; leave it out", nil)
			}
			e := &html.Node{Type: html.ElementNode, Data: tok.Name.Local, Namespace: tok.Name.Space}
			for _, a := range tok.Attr {
				key := a.Name.Local
				if a.Name.Space == "xml" || a.Name.Space == "http://www.w3.org/XML/1998/namespace" {
					key = "xml:" + key
				}
				e.Attr = append(e.Attr, html.Attribute{Key: key, Val: a.Value})
			}
			at.AppendChild(e)
			at = e
		case xml.EndElement:
			if at != root {
				at = at.Parent
				depth--
			}
		case xml.CharData:
			if len(tok) > 0 && at != root {
				at.AppendChild(&html.Node{Type: html.TextNode, Data: string(tok)})
			}
		case xml.Directive:
			if ownEntity().Match(append([]byte("<!"), tok...)) || ownEntity().Match(tok) {
				return nil, "", d.fail("the XML declares entities of its own, which can be used to exhaust a machine and are not expanded",
					"ask the sender for the file without them", nil)
			}
		}
	}
}

// broken says in plain words why XML could not be read.
func broken(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		if strings.Contains(syntax.Msg, "EOF") {
			return fmt.Sprintf("the file breaks off at line %d", syntax.Line)
		}
		return fmt.Sprintf("the XML is broken at line %d (%s)", syntax.Line, syntax.Msg)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the file breaks off"
	}
	return "the XML is broken (" + err.Error() + ")"
}

// dropOpenStory takes the story that at lies in out of its tree and reports
// whether there was one among several.
func dropOpenStory(at *html.Node) bool {
	for n := at; n.Parent != nil; n = n.Parent {
		switch n.Data {
		case "item", "entry", "newsItem", "NewsItem", "NewsComponent":
			before := false
			for s := n.PrevSibling; s != nil; s = s.PrevSibling {
				before = before || s.Data == n.Data
			}
			if before {
				n.Parent.RemoveChild(n)
				return true
			}
		}
	}
	return false
}

var xmlProlog = pattern(`(?s)^(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>)`)

// rootElement is the name of the first element of a text, without its prefix,
// or empty where the text does not begin as XML does.
func rootElement(head string) string {
	for {
		m := xmlProlog().FindString(head)
		if m == "" {
			break
		}
		head = head[len(m):]
	}
	if !strings.HasPrefix(head, "<") {
		return ""
	}
	name := head[1:]
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	return name
}

// hasRoot makes a match function for documents whose first element has one of
// the names.
func hasRoot(names ...string) func(*document) bool {
	return func(d *document) bool {
		root := rootElement(d.head)
		for _, n := range names {
			if root == n {
				return true
			}
		}
		return false
	}
}

// kids gives the child elements of n that are called name, whatever their name
// space.
func kids(n *html.Node, name string) []*html.Node {
	var out []*html.Node
	if n == nil {
		return nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == name {
			out = append(out, c)
		}
	}
	return out
}

// kid is the first child element of n at the end of a path of names, or nil.
func kid(n *html.Node, path ...string) *html.Node {
	for _, name := range path {
		k := kids(n, name)
		if len(k) == 0 {
			return nil
		}
		n = k[0]
	}
	return n
}

// raw is the text of n and all that is in it, as it stands.
func raw(n *html.Node) string {
	if n == nil {
		return ""
	}
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode {
		return c.Data
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
