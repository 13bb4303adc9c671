package wire

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"stet/model/story"
)

// fuzzReader feeds one reader with what grows out of the seeds, whatever the
// sniffer would make of it, and holds the promises of the package: no panic, no
// endless work, an error that names the file and the next step, and paragraphs
// without line breaks in valid UTF-8.
func fuzzReader(f *testing.F, name string, seeds ...string) {
	f.Helper()
	fuzzWrapped(f, name, func(_ testing.TB, data []byte) []byte { return data }, seeds...)
}

// fuzzWrapped is fuzzReader for a format whose text lies in a wrapping that
// random changes would only break.
func fuzzWrapped(f *testing.F, name string, wrap func(testing.TB, []byte) []byte, seeds ...string) {
	f.Helper()
	for _, s := range seeds {
		f.Add([]byte(s))
		f.Add([]byte(s[:len(s)*2/3]))
	}
	format := formatNamed(name)
	if format == nil {
		f.Fatalf("no reader is called %q", name)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<18 {
			t.Skip("large input tells no more than small")
		}
		data = wrap(t, data)
		budget := int64(8 << 20)
		d := &document{name: "fuzz", data: data, unpack: &budget, format: format, head: head(data)}
		start := time.Now()
		stories, err := format.read(context.Background(), d)
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("took %v", took)
		}
		var e *Error
		if err != nil && (!errors.As(err, &e) || e.Next == "" || !strings.HasPrefix(e.Name, "fuzz")) {
			t.Fatalf("the error does not name the file and the next step: %v", err)
		}
		for _, s := range stories {
			tidy(s)
			holds(t, s)
		}
	})
}

// holds checks what is promised of every story.
func holds(t *testing.T, s *story.Story) {
	t.Helper()
	fields := append([]string{s.ID, s.Headline, s.Dek, s.Credit, s.Slug, s.Section, s.EdNote, s.Language, s.Dateline.Place}, append(s.Bylines, s.Keywords...)...)
	for _, p := range s.Body {
		fields = append(fields, p.Text)
		if p.Text == "" && !s.Flat {
			t.Fatal("an empty paragraph in a story that is not flat")
		}
	}
	for _, f := range fields {
		if strings.ContainsAny(f, "\r\n") {
			t.Fatalf("a line break in %q", f)
		}
		if !utf8.ValidString(f) {
			t.Fatalf("%q is not UTF-8", f)
		}
	}
}

func FuzzNITF(f *testing.F)     { fuzzReader(f, "nitf", sampleNITF) }
func FuzzNewsML(f *testing.F)   { fuzzReader(f, "newsml", sampleNewsML) }
func FuzzNewsMLG2(f *testing.F) { fuzzReader(f, "newsml-g2", sampleG2) }
func FuzzJSON(f *testing.F) {
	fuzzReader(f, "ninjs", sampleNinjs, sampleNinjs3, sampleJSONFeed, `{"data":{"items":[{"item":{"headline":"a","body_html":"<p>b</p>"}}]}}`)
}
func FuzzFeed(f *testing.F)     { fuzzReader(f, "feed", sampleRSS, sampleAtom) }
func FuzzIPTC7901(f *testing.F) { fuzzReader(f, "iptc7901", sampleIPTC) }
func FuzzANPA(f *testing.F)     { fuzzReader(f, "anpa", sampleANPA) }
func FuzzZCZC(f *testing.F) {
	fuzzReader(f, "zczc", sampleZCZC, "zczc\r\nTI#Ferry sinks\r\nTX#\r\nA ferry sank.\r\nNNNN")
}

func FuzzRelease(f *testing.F) {
	fuzzReader(f, "release", "Source: Example\r\nMEDIA RELEASE PR12345\r\nFerry sinks\r\n\r\nPORT ELLERY, May 6, 2024 /Example Wire/ --\r\n\r\nA ferry sank.\r\n")
}
func FuzzMail(f *testing.F) { fuzzReader(f, "mail", sampleMail) }
func FuzzRTF(f *testing.F)  { fuzzReader(f, "rtf", sampleRTF) }
func FuzzDOCX(f *testing.F) { fuzzReader(f, "docx", sampleDOCX(f)) }
func FuzzODT(f *testing.F)  { fuzzReader(f, "odt", sampleODT(f)) }

// The text of word-processor files, with the archive around it sound.
func FuzzDOCXText(f *testing.F) {
	fuzzWrapped(f, "docx", func(t testing.TB, data []byte) []byte {
		return []byte(zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", string(data), "word/styles.xml", docxStyles))
	}, docxParts)
}

func FuzzODTText(f *testing.F) {
	fuzzWrapped(f, "odt", func(t testing.TB, data []byte) []byte {
		return []byte(zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", string(data)))
	}, odtContent)
}

func FuzzZip(f *testing.F)  { fuzzReader(f, "zip", zipped(f, "a.xml", sampleNITF, "b.txt", "Story.")) }
func FuzzHTML(f *testing.F) { fuzzReader(f, "html", sampleHTML) }
func FuzzMarkdown(f *testing.F) {
	fuzzReader(f, "markdown", "---\ntitle: x\n---\n# A\n\nb *c*\n\n| a |\n|---|\n| b |\n")
}
func FuzzText(f *testing.F) { fuzzReader(f, "text", "A line.\r\nAnother.\rThird.\n\xff\xfe") }
func FuzzXML(f *testing.F) {
	fuzzReader(f, "xml", `<?xml version="1.0"?><RBNews><headline>Ferry</headline><content>&lt;p&gt;Sank.&lt;/p&gt;</content></RBNews>`)
}

// FuzzRead goes through the sniffer.
func FuzzRead(f *testing.F) {
	for _, s := range []string{sampleNITF, sampleG2, sampleNinjs, sampleRSS, sampleMail, sampleRTF, sampleHTML, sampleIPTC, sampleANPA, "Plain text."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data string) {
		stories, err := Read(context.Background(), "fuzz", []byte(data))
		if len(stories) == 0 && err == nil {
			t.Fatal("neither a story nor an error")
		}
		for _, s := range stories {
			holds(t, s)
		}
	})
}
