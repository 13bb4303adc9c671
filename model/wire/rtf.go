package wire

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"stet/model/story"
)

func looksRTF(d *document) bool { return strings.HasPrefix(d.head, `{\rtf`) }

// readRTF reads Rich Text Format: paragraphs, headings told by outline level or
// style name, rows of tables. Deleted and hidden text, notes in the margin,
// pictures, headers and footers are left out.
func readRTF(_ context.Context, d *document) ([]*story.Story, error) {
	r := &rtf{in: d.data, state: rtfState{charset: charmap.Windows1252, unicodeSkip: 1}, headings: map[int]string{}}
	if err := r.parse(); err != nil {
		return nil, d.fail(err.Error(), "save it once more from the word processor, as DOCX", err)
	}
	s := &story.Story{Body: r.out}
	r.changes.note(s)
	if r.open > 0 {
		s.Repairs = append(s.Repairs, "the file breaks off before its end; its last words may be missing")
	}
	manuscript(s)
	return []*story.Story{s}, nil
}

// rtfState is what a group in braces saves and restores.
type rtfState struct {
	skip        bool              // inside a destination whose text is no copy
	hidden      bool              // deleted or hidden characters
	table       bool              // paragraphs are cells of a table
	role        story.Role        // of the paragraph
	unicodeSkip int               // characters that stand in for one \u
	charset     encoding.Encoding // of bytes above 127
	style       bool              // inside the style sheet
}

type rtf struct {
	in       []byte
	at       int
	state    rtfState
	stack    []rtfState
	open     int
	line     strings.Builder
	cells    []string
	out      []story.Paragraph
	bytes    []byte // bytes of the character set, not decoded yet
	units    []uint16
	headings map[int]string // style number -> name
	styleNo  int
	changes  changes
	ignore   int // characters to leave out after \u
}

// skipped destinations hold no running text.
var rtfSkip = map[string]bool{
	"fonttbl": true, "colortbl": true, "info": true, "pict": true, "header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true, "object": true, "objdata": true,
	"annotation": true, "atnid": true, "atnauthor": true, "atrfstart": true, "atrfend": true, "listtable": true, "listoverridetable": true,
	"revtbl": true, "rsidtbl": true, "generator": true, "themedata": true, "datastore": true, "xmlnstbl": true, "filetbl": true,
	"nonesttables": true, "bkmkstart": true, "bkmkend": true, "shpinst": true, "nonshppict": true, "listtext": true, "pntext": true, "latentstyles": true,
}

func (r *rtf) parse() error {
	for r.at < len(r.in) {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			r.flushBytes()
			if r.open++; r.open > 10*maxDepth {
				return fmt.Errorf("the RTF nests groups more than %d deep", 10*maxDepth)
			}
			r.stack = append(r.stack, r.state)
		case '}':
			r.flushBytes()
			if r.open--; r.open < 0 {
				r.open = 0
				break
			}
			if r.state.style {
				r.nameStyle()
			}
			r.state = r.stack[len(r.stack)-1]
			r.stack = r.stack[:len(r.stack)-1]
			if r.open == 0 {
				r.paragraph()
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.char(c)
		}
	}
	r.flushBytes()
	r.paragraph()
	return nil
}

// char takes one byte of text.
func (r *rtf) char(c byte) {
	if r.ignore > 0 {
		r.ignore--
		return
	}
	r.flushUnits()
	r.bytes = append(r.bytes, c)
}

// write adds decoded text to the paragraph.
func (r *rtf) write(t string) {
	if (r.state.skip && !r.state.style) || r.state.hidden {
		return
	}
	r.line.WriteString(t)
}

func (r *rtf) flushBytes() {
	r.flushUnits()
	if len(r.bytes) == 0 {
		return
	}
	t := string(r.bytes)
	for _, b := range r.bytes {
		if b >= utf8.RuneSelf {
			if dec, err := r.state.charset.NewDecoder().Bytes(r.bytes); err == nil {
				t = string(dec)
			}
			break
		}
	}
	r.bytes = r.bytes[:0]
	r.write(t)
}

func (r *rtf) flushUnits() {
	if len(r.units) > 0 {
		t := string(utf16.Decode(r.units))
		r.units = r.units[:0]
		r.write(t)
	}
}

// control reads a control word or symbol after its backslash.
func (r *rtf) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if !isLetter(c) {
		r.at++
		r.symbol(c)
		return
	}
	start := r.at
	for r.at < len(r.in) && isLetter(r.in[r.at]) && r.at-start < 40 {
		r.at++
	}
	word := string(r.in[start:r.at])
	start = r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && '0' <= r.in[r.at] && r.in[r.at] <= '9' && r.at-start < 12 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[start:r.at]))
	has := err == nil
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	if word == "bin" && has {
		r.at = min(len(r.in), r.at+max(n, 0))
		return
	}
	if word != "u" {
		r.flushBytes()
	}
	r.word(word, n, has)
}

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			if b, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.char(byte(b))
			}
		}
	case '*':
		// A destination that readers may leave out; those with text are known.
		if next := r.peekWord(); next != "shppict" && next != "nesttableprops" && next != "cs" && next != "do" {
			r.state.skip = true
		}
	case '~':
		r.flushBytes()
		r.write("\u00a0")
	case '_':
		r.flushBytes()
		r.write("-")
	case '-', '|', ':':
	case '\n', '\r':
		r.flushBytes()
		r.paragraph()
	default:
		r.char(c)
	}
}

// peekWord is the control word that comes next, without taking it.
func (r *rtf) peekWord() string {
	i := r.at
	for i < len(r.in) && (r.in[i] == '\\' || r.in[i] == ' ' || r.in[i] == '\r' || r.in[i] == '\n') {
		i++
	}
	start := i
	for i < len(r.in) && isLetter(r.in[i]) && i-start < 30 {
		i++
	}
	return string(r.in[start:i])
}

// ansiCodePage is the character set of a code page number.
func ansiCodePage(n int) encoding.Encoding {
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 10000:
		return charmap.Macintosh
	}
	if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
		return e
	}
	switch n {
	case 932:
		e, _ := charset.Lookup("shift_jis")
		return e
	case 936:
		e, _ := charset.Lookup("gbk")
		return e
	case 949:
		e, _ := charset.Lookup("euc-kr")
		return e
	case 950:
		e, _ := charset.Lookup("big5")
		return e
	}
	return charmap.Windows1252
}

func (r *rtf) word(word string, n int, has bool) {
	if rtfSkip[word] {
		if word == "annotation" {
			r.changes.comments++
		}
		r.state.skip = true
		return
	}
	switch word {
	case "ansicpg":
		r.state.charset = ansiCodePage(n)
	case "mac":
		r.state.charset = charmap.Macintosh
	case "uc":
		r.state.unicodeSkip = max(0, min(n, 10))
	case "u":
		if len(r.bytes) > 0 {
			bytes := r.units
			r.units = nil
			r.flushBytes()
			r.units = bytes
		}
		r.units = append(r.units, uint16(n))
		r.ignore = r.state.unicodeSkip
	case "par", "sect", "page":
		r.paragraph()
	case "line":
		r.paragraph()
	case "tab", "emspace", "enspace", "qmspace":
		r.write(" ")
	case "emdash":
		r.write("—")
	case "endash":
		r.write("–")
	case "bullet":
		r.write("•")
	case "lquote":
		r.write("‘")
	case "rquote":
		r.write("’")
	case "ldblquote":
		r.write("“")
	case "rdblquote":
		r.write("”")
	case "pard":
		r.state.table, r.state.role = false, story.RoleBody
	case "plain":
		r.state.hidden = false
	case "intbl":
		r.state.table = true
	case "cell", "nestcell":
		r.cell()
	case "row", "nestrow":
		r.row()
	case "outlinelevel":
		if n < 9 {
			r.state.role = story.RoleSubhead
		}
	case "s":
		if r.state.style {
			r.styleNo = n
		} else {
			r.state.role = rtfRole(r.headings[n], r.state.role)
		}
	case "ls", "pnlvlblt", "pnlvlbody":
		if r.state.role == story.RoleBody {
			r.state.role = story.RoleListItem
		}
	case "stylesheet":
		r.state.skip, r.state.style = true, true
		r.line.Reset()
	case "deleted":
		on := !has || n != 0
		if on && !r.state.hidden && !r.state.skip {
			r.changes.deleted++
		}
		r.state.hidden = on
	case "revised":
		if (!has || n != 0) && !r.state.skip {
			r.changes.inserted++
		}
	case "v":
		r.state.hidden = !has || n != 0
	case "footnote":
		// A note stands where its mark is; its text follows the paragraph.
		r.state.skip = true
	}
}

// nameStyle notes the name of a style at the end of its group.
func (r *rtf) nameStyle() {
	if name := strings.ToLower(strings.Trim(oneLine(r.line.String()), "; ")); name != "" {
		r.headings[r.styleNo] = name
	}
	r.line.Reset()
}

func rtfRole(style string, known story.Role) story.Role {
	switch {
	case strings.HasPrefix(style, "heading"):
		return story.RoleSubhead
	case style == "title":
		return story.RoleHeadline
	case style == "subtitle":
		return story.RoleDek
	case strings.HasPrefix(style, "caption"):
		return story.RoleCaption
	}
	return known
}

// paragraph ends a paragraph; inside a cell it only parts words.
func (r *rtf) paragraph() {
	r.flushBytes()
	if r.state.skip {
		return
	}
	if r.state.table {
		r.line.WriteByte(' ')
		return
	}
	if len(r.cells) > 0 {
		r.row()
	}
	t := r.line.String()
	r.line.Reset()
	if oneLine(t) != "" {
		r.out = append(r.out, story.Paragraph{Text: t, Role: r.state.role})
	}
}

func (r *rtf) cell() {
	r.flushBytes()
	r.cells = append(r.cells, oneLine(r.line.String()))
	r.line.Reset()
}

func (r *rtf) row() {
	r.flushBytes()
	if t := strings.Trim(strings.Join(r.cells, "\t"), "\t"); t != "" {
		r.out = append(r.out, story.Paragraph{Text: t, Role: story.RoleTable})
	}
	r.cells = nil
}
