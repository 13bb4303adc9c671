package wire

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// looksODT tells an OpenDocument text by its media type, which stands first in
// the archive, or by its content member.
func looksODT(d *document) bool {
	if !looksZip(d) {
		return false
	}
	if bytes.Contains(d.data[:min(len(d.data), 200)], []byte("application/vnd.oasis.opendocument.text")) {
		return true
	}
	return hasMember("content.xml")(d) && (hasMember("META-INF/manifest.xml")(d) || hasMember("mimetype")(d))
}

// readODT reads the text of an OpenDocument text: paragraphs, headings, lists,
// tables, notes. Tracked deletions and comments are left out.
func readODT(_ context.Context, d *document) ([]*story.Story, error) {
	z, err := openZip(d)
	if err != nil {
		return nil, err
	}
	root, err := d.member(z, "content.xml")
	if err != nil {
		return nil, err
	}
	text := first(root, "text")
	if b := first(root, "body"); b != nil {
		text = kid(b, "text")
	}
	if text == nil {
		return nil, d.fail("the document's text is missing from the file", "save it as a text document and drop that", nil)
	}
	o := &openDocument{parents: map[string]string{}}
	for _, st := range all(root, 20_000, "style") {
		o.parents[attr(st, "name")] = attr(st, "parent-style-name")
	}
	o.blocks(text, story.RoleBody)
	for _, n := range o.notes {
		o.blocks(n, story.RoleBody)
	}
	s := &story.Story{Body: o.out}
	if meta, err := d.member(z, "meta.xml"); err == nil {
		properties(s, meta)
	}
	o.changes.note(s)
	manuscript(s)
	return []*story.Story{s}, nil
}

// openDocument gathers the paragraphs of an OpenDocument text.
type openDocument struct {
	parents map[string]string // automatic style -> the named style that it is based on
	out     []story.Paragraph
	notes   []*html.Node
	changes changes
}

func (o *openDocument) blocks(n *html.Node, role story.Role) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Data {
		case "h":
			o.paragraph(c, story.RoleSubhead)
		case "p":
			o.paragraph(c, role)
		case "list":
			o.blocks(c, story.RoleListItem)
		case "table":
			o.table(c)
		case "tracked-changes":
			o.changes.deleted += len(all(c, 1000, "deletion"))
			o.changes.inserted += len(all(c, 1000, "insertion"))
		case "list-item", "list-header", "section", "index-body", "numbered-paragraph", "text-box", "note-body", "soft-page-break":
			o.blocks(c, role)
		case "frame":
			for _, b := range kids(c, "text-box") {
				o.blocks(b, story.RoleCaption)
			}
		}
	}
}

func (o *openDocument) paragraph(p *html.Node, role story.Role) {
	style := attr(p, "style-name")
	for i := 0; i < 10 && o.parents[style] != ""; i++ {
		style = o.parents[style]
	}
	switch strings.ToLower(style) {
	case "title":
		role = story.RoleHeadline
	case "subtitle":
		role = story.RoleDek
	case "caption", "illustration", "table", "drawing", "figure":
		role = story.RoleCaption
	}
	var b strings.Builder
	o.text(p, &b)
	for _, t := range strings.Split(b.String(), "\n") {
		o.out = append(o.out, story.Paragraph{Text: t, Role: role})
	}
}

func (o *openDocument) text(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			continue
		}
		switch c.Data {
		case "s":
			count, _ := strconv.Atoi(attr(c, "c"))
			b.WriteString(strings.Repeat(" ", min(max(count, 1), 100)))
		case "tab":
			b.WriteByte(' ')
		case "line-break":
			b.WriteByte('\n')
		case "annotation":
			o.changes.comments++
		case "annotation-end", "tracked-changes", "change", "change-start", "change-end", "image", "object":
			// Marks and pictures.
		case "note":
			if body := kid(c, "note-body"); body != nil {
				o.notes = append(o.notes, body)
			}
		case "frame":
			for _, box := range kids(c, "text-box") {
				o.blocks(box, story.RoleCaption)
			}
		default:
			o.text(c, b)
		}
	}
}

// table makes one paragraph of each row.
func (o *openDocument) table(t *html.Node) {
	for _, row := range all(t, 100_000, "table-row") {
		var cells []string
		words := false
		for c := row.FirstChild; c != nil; c = c.NextSibling {
			if c.Data != "table-cell" {
				continue
			}
			cell := &openDocument{parents: o.parents}
			cell.blocks(c, story.RoleBody)
			text := oneLine(joined(cell.out))
			cells = append(cells, text)
			words = words || text != ""
		}
		if words {
			o.out = append(o.out, story.Paragraph{Text: strings.Join(cells, "\t"), Role: story.RoleTable})
		}
	}
}
