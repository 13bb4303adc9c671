package wire

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"stet/model/story"
)

// format is one kind of file and its reader.
type format struct {
	name  string   // as in story.Source.Format
	label string   // in messages: "the web page", without the article
	ext   []string // file names that suggest it where the content does not
	match func(*document) bool
	read  func(context.Context, *document) ([]*story.Story, error)
}

// formats in the order in which they are tried; the narrower come first.
// Filled by init, since archives and mail come back to read.
var formats []*format

func init() {
	formats = []*format{
		{"docx", "Word document", nil, looksDOCX, readDOCX},
		{"odt", "OpenDocument text", nil, looksODT, readODT},
		{"zip", "archive", nil, looksZip, readZip},
		{"rtf", "RTF document", nil, looksRTF, readRTF},
		{"anpa", "ANPA message", nil, looksANPA, readANPA},
		{"iptc7901", "IPTC 7901 message", nil, looksIPTC7901, readIPTC7901},
		{"zczc", "ZCZC message", nil, looksZCZC, readZCZC},
		{"release", "press release", nil, looksRelease, readRelease},
		{"nitf", "NITF file", nil, hasRoot("nitf"), readNITF},
		{"newsml-g2", "NewsML-G2 file", nil, hasRoot("newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "catalogItem", "planningItem", "contentSet", "contentMeta", "groupSet"), readNewsMLG2},
		{"newsml", "NewsML file", nil, hasRoot("NewsML", "NewsItem"), readNewsML1},
		{"feed", "feed", nil, hasRoot("rss", "RDF", "feed", "channel"), readFeed},
		{"ninjs", "JSON file", nil, looksJSON, readJSON},
		{"jsonfeed", "JSON feed", nil, nil, readJSON},
		{"html", "web page", []string{".html", ".htm", ".xhtml"}, looksHTML, readHTML},
		{"mail", "mail", nil, looksMail, readMail},
		{"xml", "XML file", nil, looksXML, readRecords},
		{"markdown", "Markdown file", []string{".md", ".markdown", ".mdown"}, nil, readMarkdown},
		{"text", "text", []string{".txt", ".text", ".asc", ".log"}, nil, readText},
	}
}

// unreadable lists kinds of file that hold no text that can be read here, by
// their first bytes, with what to do about them.
var unreadable = []struct{ magic, what, next string }{
	{"%PDF", "this is a PDF file", "copy its text and paste it, or ask for the story as text or DOCX"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Office file (.doc or .msg)", "save it as DOCX or text and drop that"},
	{"\xff\xd8\xff", "this is a JPEG picture", "drop the story's text instead"},
	{"\x89PNG", "this is a PNG picture", "drop the story's text instead"},
	{"GIF8", "this is a GIF picture", "drop the story's text instead"},
	{"II*\x00", "this is a TIFF picture", "drop the story's text instead"},
	{"MM\x00*", "this is a TIFF picture", "drop the story's text instead"},
	{"RIFF", "this is a sound, film or picture file", "drop the story's text instead"},
	{"ID3", "this is a sound file", "drop the story's text instead"},
	{"\x00\x00\x00\x18ftyp", "this is a film file", "drop the story's text instead"},
	{"\x00\x00\x00\x20ftyp", "this is a film file", "drop the story's text instead"},
	{"\x1f\x8b", "this is a gzip archive", "unpack it first, or pack the stories as ZIP"},
	{"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive", "unpack it first, or pack the stories as ZIP"},
	{"Rar!", "this is a RAR archive", "unpack it first, or pack the stories as ZIP"},
	{"BZh", "this is a bzip2 archive", "unpack it first, or pack the stories as ZIP"},
	{"\xfd7zXZ\x00", "this is an xz archive", "unpack it first, or pack the stories as ZIP"},
	{"\x7fELF", "this is a program", "drop stories instead"},
	{"MZ\x90", "this is a program", "drop stories instead"},
	{"SQLite format 3", "this is a database", "drop stories instead"},
}

// headSize is how much of a file is looked at to tell its format, in bytes.
const headSize = 16 << 10

// sniff picks the format of d by its content and, where that does not say, by
// its name.
func sniff(d *document) (*format, error) {
	if len(bytes.TrimSpace(d.data)) == 0 {
		return nil, d.fail("the file is empty", "ask for it again", ErrNoStory)
	}
	for _, u := range unreadable {
		if bytes.HasPrefix(d.data, []byte(u.magic)) {
			return nil, d.fail(u.what, u.next, nil)
		}
	}
	d.head = head(d.data)
	for _, f := range formats {
		if f.match != nil && f.match(d) {
			return f, nil
		}
	}
	if binary(d.data) {
		return nil, d.fail("this is not text in any character set known here", "save the story as text, HTML or DOCX and drop that", nil)
	}
	ext := strings.ToLower(filepath.Ext(d.name))
	for _, f := range formats {
		for _, e := range f.ext {
			if e == ext && f.match == nil {
				return f, nil
			}
		}
	}
	return formats[len(formats)-1], nil
}

// formatNamed is the format of that name.
func formatNamed(name string) *format {
	for _, f := range formats {
		if f.name == name {
			return f
		}
	}
	return nil
}

// head is the start of data as text, with leading white space and byte-order
// marks cut.
func head(data []byte) string {
	h := data[:min(len(data), headSize)]
	s := ""
	if enc := byteOrder(h); enc != nil {
		if b, err := enc.NewDecoder().Bytes(h); err == nil {
			s = string(b)
		}
	}
	if s == "" {
		s = string(h)
	}
	return strings.TrimLeft(s, "\ufeff \t\r\n\x00")
}

// binary reports whether data cannot be text: it holds zero bytes that no
// UTF-16 explains, many control characters, or some among bytes that are no
// UTF-8.
func binary(data []byte) bool {
	h := data[:min(len(data), headSize)]
	if byteOrder(h) != nil {
		return false
	}
	control, high := 0, 0
	for _, b := range h {
		switch {
		case b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f':
			control++
		case b >= 0x80:
			high++
		}
	}
	if control*10 > len(h) {
		return true
	}
	return control > 1 && high*4 > len(h) && !utf8.Valid(trimPartial(h))
}

// looksHTML reports whether d is a web page or a piece of one.
func looksHTML(d *document) bool {
	h := d.head
	for strings.HasPrefix(h, "<!--") || strings.HasPrefix(h, "<?") {
		end := strings.Index(h, ">")
		if strings.HasPrefix(h, "<!--") {
			if end = strings.Index(h, "-->"); end >= 0 {
				end += 2
			}
		}
		if end < 0 {
			break
		}
		h = strings.TrimLeft(h[end+1:], " \t\r\n")
	}
	low := strings.ToLower(h[:min(len(h), 2000)])
	for _, p := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<meta", "<section", "<main"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	switch strings.ToLower(filepath.Ext(d.name)) {
	case ".html", ".htm", ".xhtml":
		return strings.Contains(low, "<")
	}
	return false
}

// trimPartial cuts a rune off the end of b that b may end in the middle of.
func trimPartial(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}
