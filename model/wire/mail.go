package wire

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"strings"

	"github.com/emersion/go-message"
	"golang.org/x/net/html/charset"

	"stet/model/story"
)

var (
	mailHeader = pattern(`^(?:>?From [^\n]*\n)?([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\n]*\n`)
	mailKnown  = pattern(`(?im)^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|content-type|content-transfer-encoding|x-mailer|reply-to|dkim-signature):`)
	mailSure   = pattern(`(?im)^(?:mime-version: ?1|message-id: ?<|content-type: ?[a-z]+/|received: ?(?:from|by) |return-path: ?<|delivered-to: ?\S+@)`)
)

var mailPart = pattern(`(?i)^content-type: ?[a-z]+/`)

// looksMail tells a message by the lines of its header: at least two that mail
// has, and one that nothing but mail has.
func looksMail(d *document) bool {
	h := strings.ReplaceAll(d.head, "\r\n", "\n")
	if !mailHeader().MatchString(h) {
		return false
	}
	head, _, _ := strings.Cut(h, "\n\n")
	known := mailKnown().FindAllString(head, -1)
	if len(known) >= 2 && mailSure().MatchString(head) {
		return true
	}
	// A part of a message that was saved on its own begins with its type.
	return len(known) > 0 && (strings.HasSuffix(strings.ToLower(d.name), ".eml") || mailPart().MatchString(head))
}

// readMail reads a MIME message. Its text is a story when it holds one, with
// the subject for a headline; attachments are read like files.
func readMail(ctx context.Context, d *document) ([]*story.Story, error) {
	if d.depth >= maxNesting {
		return nil, d.fail(fmt.Sprintf("messages are read %d deep and this one lies deeper", maxNesting), "save the innermost message and drop that", nil)
	}
	e, err := message.Read(bytes.NewReader(mendHeader(d.data)))
	if e == nil {
		return nil, d.fail("the mail's header cannot be read ("+err.Error()+")", "save the mail's text and drop that", err)
	}
	m := &letter{d: d}
	m.entity(ctx, e, 0)
	var out []*story.Story
	if s := m.story(&e.Header); s != nil {
		out = append(out, s...)
	}
	out = append(out, m.attached...)
	if len(out) == 0 && len(m.errs) == 0 {
		return nil, d.noStory("the mail has no text and no attachment with a story")
	}
	return out, oneError(d, m.errs)
}

// mendHeader drops lines of a header that are neither fields nor their
// continuation, which some programs leave and no parser takes.
func mendHeader(data []byte) []byte {
	data = bytes.TrimLeft(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), " \t\r\n")
	head, body, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok {
		head, body = data, nil
	}
	var out bytes.Buffer
	kept := false
	for line := range bytes.SplitSeq(head, []byte("\n")) {
		name, _, field := bytes.Cut(line, []byte(":"))
		continued := len(line) > 0 && (line[0] == ' ' || line[0] == '\t')
		if continued && !kept {
			continue
		}
		if !continued {
			kept = field && len(name) > 0 && !bytes.ContainsAny(name, " \t@<>\"") && len(name) < 80
			if !kept {
				continue
			}
		}
		out.Write(line)
		out.WriteString("\r\n")
	}
	out.WriteString("\r\n")
	out.Write(body)
	return out.Bytes()
}

// letter gathers the parts of a message.
type letter struct {
	d        *document
	html     string
	text     string
	texts    int
	repair   string
	attached []*story.Story
	errs     []error
	parts    int
}

// entity walks a message or one of its parts.
func (m *letter) entity(ctx context.Context, e *message.Entity, depth int) {
	if m.parts++; ctx.Err() != nil || depth > 20 || m.parts > maxMembers {
		return
	}
	if mr := e.MultipartReader(); mr != nil {
		for {
			p, err := mr.NextPart()
			if p == nil || (err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err)) {
				return
			}
			m.entity(ctx, p, depth+1)
		}
	}
	kind, params, err := e.Header.ContentType()
	if err != nil || !strings.Contains(kind, "/") {
		kind = "text/plain"
		if _, p, err := mime.ParseMediaType("x/y;" + afterSemicolon(e.Header.Get("Content-Type"))); err == nil {
			params = p
		}
	}
	kind = strings.ToLower(kind)
	disposition, dp, _ := e.Header.ContentDisposition()
	name := word(dp["filename"])
	if name == "" {
		name = word(params["name"])
	}
	limit := min(int64(maxFile), *m.d.unpack)
	data, err := io.ReadAll(io.LimitReader(e.Body, limit+1))
	*m.d.unpack -= int64(len(data))
	if int64(len(data)) > limit {
		m.errs = append(m.errs, m.d.tooMuch(name))
		return
	}
	if err != nil && len(data) == 0 {
		m.errs = append(m.errs, m.d.fail("a part of the mail is damaged ("+err.Error()+")", "ask for the mail again", err))
		return
	}
	switch {
	case disposition != "attachment" && kind == "text/plain" && (name == "" || disposition == "inline"):
		t, repair := decode(data, params["charset"])
		if strings.EqualFold(params["format"], "flowed") {
			t = unflow(t, strings.EqualFold(params["delsp"], "yes"))
		}
		m.repair = repair
		if m.texts++; m.text != "" {
			m.text += "\n\n"
		}
		m.text += t
	case disposition != "attachment" && kind == "text/html" && name == "":
		declared := params["charset"]
		if declared == "" {
			declared = declaredCharset(data)
		}
		m.html, _ = decode(data, declared)
	case kind == "message/rfc822", !skipPart(kind):
		if name == "" {
			name = "part " + fmt.Sprint(m.parts)
		}
		m.attachment(ctx, name, data)
	}
}

// skipPart leaves out parts that hold no story, as pictures and signatures.
func skipPart(kind string) bool {
	for _, p := range [...]string{"image/", "audio/", "video/", "font/", "application/pgp", "application/pkcs7", "application/x-pkcs7", "text/calendar", "text/x-vcard", "text/vcard", "text/css", "application/ms-tnef"} {
		if strings.HasPrefix(kind, p) {
			return true
		}
	}
	return false
}

func (m *letter) attachment(ctx context.Context, name string, data []byte) {
	if len(bytes.TrimSpace(data)) == 0 {
		return
	}
	stories, err := read(ctx, m.d.part(name, data))
	m.attached = append(m.attached, stories...)
	if err != nil && !errors.Is(err, ErrNoStory) {
		m.errs = append(m.errs, err)
	}
}

// story makes stories of the message's own text: one, or those of a format that
// the text is in, as agencies send by mail. Plain text wins over HTML, which
// mail programs make of it.
func (m *letter) story(h *message.Header) []*story.Story {
	var s *story.Story
	text := strings.TrimSpace(m.text)
	switch {
	case text != "":
		inner := m.d.part("text", []byte(m.text))
		if f, err := sniff(inner); err == nil && f.name != "text" && f.name != "markdown" && f.name != "mail" {
			if stories, err := f.read(context.Background(), inner); len(stories) > 0 && err == nil {
				return stories
			}
		}
		s = flat(m.text, m.repair)
		forwarded(s)
		s.Body = cutSignature(s.Body)
	case strings.TrimSpace(m.html) != "":
		root, err := parseHTML(m.html)
		if err != nil {
			return nil
		}
		s = &story.Story{}
		for _, p := range paragraphs(root, nil) {
			s.Body = append(s.Body, p, story.Paragraph{})
		}
		s.Flat = true
	default:
		return nil
	}
	if empty(s) {
		return nil
	}
	mailFields(s, h)
	return []*story.Story{s}
}

// mailFields reads the header of a message.
func mailFields(s *story.Story, h *message.Header) {
	s.Headline = subjectPrefix().ReplaceAllString(oneLine(word(h.Get("Subject"))), "")
	s.ID = strings.Trim(h.Get("Message-Id"), "<> ")
	s.Published = h.Get("Date")
	if at, err := mail.ParseDate(h.Get("Date")); err == nil {
		s.Created, s.Versioned = at, at
	}
	if from, err := mail.ParseAddress(decodeWords(h.Get("From"))); err == nil {
		s.Credit = from.Name
	}
	switch strings.ToLower(h.Get("Importance") + h.Get("X-Priority")) {
	case "high", "1", "1 (highest)", "2", "high1", "high2":
		s.Priority = 2
	}
	s.Language = h.Get("Content-Language")
	instruct(s, findInstructions(s.Headline)...)
}

var subjectPrefix = pattern(`(?i)^(?:(?:re|fwd?|aw|wg)\s*:\s*)+`)

// mimeWords decodes encoded words in any character set.
var mimeWords = mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) {
	r, err := charset.NewReaderLabel(label, in)
	if err != nil {
		return in, nil
	}
	return r, nil
}}

func decodeWords(t string) string {
	if d, err := mimeWords.DecodeHeader(t); err == nil {
		return d
	}
	return t
}

// word decodes a header value.
func word(t string) string {
	t, _ = decode([]byte(decodeWords(t)), "")
	return t
}

func afterSemicolon(t string) string {
	_, p, _ := strings.Cut(t, ";")
	return p
}

// unflow joins the lines of format=flowed text (RFC 3676): one that ends with a
// space goes on in the next.
func unflow(t string, delSp bool) string {
	var b strings.Builder
	for line := range strings.SplitSeq(lineBreaks.Replace(t), "\n") {
		line = strings.TrimPrefix(line, " ")
		if strings.HasSuffix(line, " ") && line != "-- " {
			if delSp {
				line = line[:len(line)-1]
			}
			b.WriteString(line)
			continue
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

var (
	forwardMark  = pattern(`(?i)^(?:-{2,} ?(?:forwarded message|original message|weitergeleitete nachricht) ?-{2,}|begin forwarded message:)$`)
	forwardField = pattern(`(?i)^\*?(?:from|date|sent|subject|to|cc|reply-to)\*?: `)
)

// forwarded takes what mail programs put around a message that is passed on:
// the lines that repeat its header go to the furniture, and the marks of
// quotation go from its lines. Line numbers stay.
func forwarded(s *story.Story) {
	quoted, filled := 0, 0
	for _, p := range s.Body {
		if p.Text != "" {
			filled++
		}
		if strings.HasPrefix(p.Text, ">") {
			quoted++
		}
	}
	inHeader := false
	for i := range s.Body {
		t := s.Body[i].Text
		if quoted*10 > filled*7 {
			t = strings.TrimLeft(t, "> ")
			s.Body[i].Text = t
		}
		switch {
		case forwardMark().MatchString(t):
			inHeader = true
		case inHeader && (t == "" || forwardField().MatchString(t)):
		default:
			inHeader = false
		}
		if inHeader && t != "" {
			s.Furniture = append(s.Furniture, story.Furniture{Line: i + 1, Text: t, Reason: story.WireHeader, Confidence: 1})
			s.Body[i].Text = ""
		}
	}
}

// cutSignature drops what follows the mark that mail programs set above a
// signature ("-- ", whose space decoding may have cut).
func cutSignature(ps []story.Paragraph) []story.Paragraph {
	for i, p := range ps {
		if p.Text == "--" && i > 0 {
			return ps[:i]
		}
	}
	return ps
}
