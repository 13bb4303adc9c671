package wire

import (
	"archive/zip"
	"context"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"stet/model/story"
)

// looksDOCX tells a Word document by its relations and its Word parts.
func looksDOCX(d *document) bool {
	if !looksZip(d) {
		return false
	}
	z, err := openZip(d)
	if err != nil {
		return false
	}
	types := false
	word := false
	for _, f := range z.File {
		types = types || f.Name == "[Content_Types].xml"
		word = word || strings.HasPrefix(f.Name, "word/")
	}
	return types && word
}

// readDOCX reads the text of a Word document: paragraphs, headings, lists,
// tables, notes. Insertions that are tracked stay, deletions go, and so do
// comments, pictures, headers and footers.
func readDOCX(_ context.Context, d *document) ([]*story.Story, error) {
	z, err := openZip(d)
	if err != nil {
		return nil, err
	}
	main := "word/document.xml"
	rels, err := d.member(z, "_rels/.rels")
	if err != nil {
		return nil, err
	}
	for _, r := range all(rels, 50, "Relationship") {
		if strings.HasSuffix(attr(r, "Type"), "/officeDocument") {
			main = strings.TrimPrefix(attr(r, "Target"), "/")
		}
	}
	root, err := d.member(z, main)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return nil, d.fail("the document's text is missing from the file", "ask for it again, or save it once more from the word processor", nil)
	}
	w := &wordDocument{styles: map[string]string{}}
	dir := path.Dir(main)
	if styles, err := d.member(z, path.Join(dir, "styles.xml")); err == nil {
		w.readStyles(styles)
	}
	w.blocks(first(root, "body"))
	for _, notes := range [...]string{"footnotes.xml", "endnotes.xml"} {
		if err := w.notes(d, z, path.Join(dir, notes)); err != nil {
			return nil, err
		}
	}
	s := &story.Story{Body: w.out, Bylines: w.authors}
	if core, err := d.member(z, "docProps/core.xml"); err == nil {
		properties(s, core)
	}
	w.changes.note(s)
	manuscript(s)
	return []*story.Story{s}, nil
}

// wordDocument gathers the paragraphs of a Word document.
type wordDocument struct {
	styles  map[string]string // style id -> name in lower case, as "heading 1"
	out     []story.Paragraph
	authors []string // of paragraphs in the style for authors
	changes changes
	noted   map[string]bool // notes that the text refers to
}

// readStyles resolves the names of paragraph styles; a style of a house's own
// counts as the heading that it is based on.
func (w *wordDocument) readStyles(root *html.Node) {
	based := map[string]string{}
	for _, s := range all(root, 5000, "style") {
		id := attr(s, "styleId")
		w.styles[id] = strings.ToLower(attr(kid(s, "name"), "val"))
		based[id] = attr(kid(s, "basedOn"), "val")
		if l := kid(s, "pPr", "outlineLvl"); l != nil && attr(l, "val") != "9" {
			w.styles[id] = "heading"
		}
	}
	for id := range w.styles {
		for up, n := id, 0; n < 10 && up != ""; up, n = based[up], n+1 {
			if name := w.styles[up]; strings.HasPrefix(name, "heading") || name == "title" || name == "subtitle" || name == "caption" {
				w.styles[id] = name
				break
			}
		}
	}
}

// blocks walks what stands in a body, a cell, or a content control.
func (w *wordDocument) blocks(n *html.Node) {
	if n == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Data {
		case "p":
			w.paragraph(c)
		case "tbl":
			w.table(c)
		case "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "AlternateContent", "Choice":
			w.blocks(c)
		}
	}
}

func (w *wordDocument) paragraph(p *html.Node) {
	role := story.RoleBody
	pr := kid(p, "pPr")
	style := attr(kid(pr, "pStyle"), "val")
	name := w.styles[style]
	if name == "" {
		name = strings.ToLower(style)
	}
	list := kid(pr, "numPr", "numId")
	switch {
	case strings.HasPrefix(name, "heading"), kid(pr, "outlineLvl") != nil && attr(kid(pr, "outlineLvl"), "val") != "9":
		role = story.RoleSubhead
	case name == "title":
		role = story.RoleHeadline
	case name == "subtitle":
		role = story.RoleDek
	case name == "author" && len(w.authors) < 20:
		var b strings.Builder
		w.runs(p, &b)
		w.authors = append(w.authors, bylines(b.String())...)
		return
	case strings.Contains(name, "caption"):
		role = story.RoleCaption
	case list != nil && attr(list, "val") != "0":
		role = story.RoleListItem
	}
	var b strings.Builder
	w.runs(p, &b)
	for _, t := range strings.Split(b.String(), "\n") {
		w.out = append(w.out, story.Paragraph{Text: t, Role: role})
	}
}

// runs writes the current text of a paragraph.
func (w *wordDocument) runs(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Data {
		case "t":
			b.WriteString(raw(c))
		case "tab", "ptab":
			b.WriteByte(' ')
		case "br", "cr":
			if attr(c, "type") == "" {
				b.WriteByte('\n')
			}
		case "noBreakHyphen":
			b.WriteByte('-')
		case "sym":
			if code, err := strconv.ParseUint(attr(c, "char"), 16, 32); err == nil && code < 0xf000 {
				b.WriteRune(rune(code))
			}
		case "del":
			w.changes.deleted++
		case "moveFrom":
			w.changes.moved++
		case "ins":
			w.changes.inserted++
			w.runs(c, b)
		case "commentReference":
			w.changes.comments++
		case "footnoteReference", "endnoteReference":
			if w.noted == nil {
				w.noted = map[string]bool{}
			}
			w.noted[c.Data[:4]+attr(c, "id")] = true
		case "pPr", "rPr", "instrText", "delText", "delInstrText", "drawing", "pict", "object", "fldData", "Fallback":
			// No current text in these.
		default:
			w.runs(c, b)
		}
	}
}

// table makes one paragraph of each row; a table of one cell frames its text.
func (w *wordDocument) table(t *html.Node) {
	rows := kids(t, "tr")
	if len(rows) == 1 && len(kids(rows[0], "tc")) == 1 {
		w.blocks(kids(rows[0], "tc")[0])
		return
	}
	for _, row := range rows {
		var cells []string
		words := false
		for _, c := range kids(row, "tc") {
			cell := &wordDocument{styles: w.styles}
			cell.blocks(c)
			t := oneLine(joined(cell.out))
			cells = append(cells, t)
			words = words || t != ""
			w.changes.inserted += cell.changes.inserted
			w.changes.deleted += cell.changes.deleted
		}
		if words {
			w.out = append(w.out, story.Paragraph{Text: strings.Join(cells, "\t"), Role: story.RoleTable})
		}
	}
}

// notes appends the foot- or endnotes that the text refers to.
func (w *wordDocument) notes(d *document, z *zip.Reader, name string) error {
	if len(w.noted) == 0 {
		return nil
	}
	root, err := d.member(z, name)
	if err != nil || root == nil {
		return err
	}
	for _, n := range all(root, 1000, "footnote", "endnote") {
		if w.noted[n.Data[:4]+attr(n, "id")] {
			w.blocks(n)
		}
	}
	return nil
}
