package wire

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bomb makes an archive whose one member unpacks to size bytes of the letter a.
func bomb(t testing.TB, member string, size int) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(member)
	require.NoError(t, err)
	block := bytes.Repeat([]byte("a"), 1<<20)
	for range size >> 20 {
		_, err := w.Write(block)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// lyingBomb is a bomb whose directory says that it unpacks to ten bytes.
func lyingBomb(t testing.TB, member string, size int) string {
	t.Helper()
	data := []byte(bomb(t, member, size))
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	require.Positive(t, at)
	copy(data[at+24:], []byte{10, 0, 0, 0})
	return string(data)
}

func TestHostileInput(t *testing.T) {
	nested := "x"
	for range maxNesting + 2 {
		nested = zipped(t, "in.zip", nested)
	}
	quote := func(n int) string { return strings.Repeat("<p>", n) }
	for name, c := range map[string]struct{ file, in, says string }{
		"entity bomb": {
			"a.xml", `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><nitf><body><body.content><p>&c;</p></body.content></body></nitf>`,
			"entities of its own",
		},
		"external entity": {
			"a.xml", `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>`,
			"entities of its own",
		},
		"external entity in a feed": {"f.xml", `<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]><rss><channel><item><title>&x;</title></item></channel></rss>`, "entities of its own"},
		"entity in a Word document": {"a.docx", zipped(t, "[Content_Types].xml", "<T/>", "word/document.xml", `<!DOCTYPE d [<!ENTITY x "y">]><w:document xmlns:w="u"><w:body/></w:document>`), "entities of its own"},
		"deep XML":                  {"a.xml", "<nitf>" + strings.Repeat("<a>", 100_000), "deep"},
		"truncated XML":             {"a.xml", sampleNITF[:len(sampleNITF)/2], "breaks off"},
		"broken XML":                {"a.xml", "<nitf><body <<<<", "broken"},
		"truncated JSON":            {"a.json", sampleNinjs[:200], "breaks off"},
		"deep JSON":                 {"a.json", strings.Repeat(`{"a":`, 200_000), "broken"},
		"truncated Word document":   {"a.docx", sampleDOCX(t)[:400], "damaged or breaks off"},
		"zip bomb":                  {"a.zip", bomb(t, "a.txt", maxFile+(1<<20)), "more than is safe"},
		"zip bomb that lies":        {"a.zip", lyingBomb(t, "a.txt", 8<<20), "a.zip"},
		"bomb in a Word document":   {"a.docx", bombDOCX(t), "more than is safe"},
		"archives in archives":      {"a.zip", nested, "deeper"},
		"truncated archive":         {"a.zip", zipped(t, "a.txt", "Story.")[:30], "damaged or breaks off"},
		"ANPA without text":         {"a.anpa", "\x16\x16\x01a1234\x1fx", "breaks off"},
		"IPTC 7901 without text":    {"a.txt", "\x01ewe0123 3 i 93 ewi 0045\r\n", "breaks off"},
		"a page of nothing":         {"a.html", "<html>" + quote(10_000), "no text"},
		"RTF of braces":             {"a.rtf", `{\rtf1` + strings.Repeat("{", 1<<20), "deep"},
		"a gigabyte":                {"a.txt", strings.Repeat("a", maxFile+1), "split it"},
		"a page of tags":            {"a.html", "<html><body>" + strings.Repeat("<p>", maxNodes+1), "elements"},
		"XML of tags":               {"a.xml", "<nitf>" + strings.Repeat("<p/>", maxNodes), "elements"},
		"JSON of nothing":           {"a.json", "[" + strings.Repeat("{},", maxMarkup/3) + "{}]", "split it"},
		"a text of empty lines":     {"a.txt", "Story." + strings.Repeat("\r\n", maxLines+1), "lines"},
		"noise":                     {"a.bin", strings.Repeat("\x00\x01\xfe\x80", 1000), "not text"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			stories, err := Read(context.Background(), c.file, []byte(c.in))
			require.Error(t, err)
			assert.Empty(t, stories)
			assert.Contains(t, err.Error(), c.says)
			assert.Contains(t, err.Error(), c.file)
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.NotEmpty(t, e.Next)
			assert.Less(t, time.Since(start), 5*time.Second)
		})
	}
}

// bombDOCX is a Word document whose text unpacks to more than is read.
func bombDOCX(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	_, err := z.Create("[Content_Types].xml")
	require.NoError(t, err)
	w, err := z.Create("word/document.xml")
	require.NoError(t, err)
	block := bytes.Repeat([]byte(" "), 1<<20)
	for range (maxFile >> 20) + 1 {
		_, err := w.Write(block)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

func TestMemoryIsBounded(t *testing.T) {
	// 5 members of 60 MB each: read one by one they would pass every limit on
	// one file, and together they must not pass the limit on all.
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	block := bytes.Repeat([]byte("\x00"), 1<<20)
	for i := range 5 {
		w, err := z.Create(fmt.Sprintf("%d.bin", i))
		require.NoError(t, err)
		for range 60 {
			_, err := w.Write(block)
			require.NoError(t, err)
		}
	}
	require.NoError(t, z.Close())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(context.Background(), "a.zip", b.Bytes())
	runtime.ReadMemStats(&after)
	require.ErrorContains(t, err, "more than is safe")
	assert.Less(t, (after.TotalAlloc-before.TotalAlloc)>>20, uint64(maxUnpacked>>20)*6, "MB allocated in all")
}

func TestOtherStoriesAreUnharmed(t *testing.T) {
	t.Run("a feed that breaks off", func(t *testing.T) {
		cut := sampleRSS[:strings.Index(sampleRSS, "Only a")]
		stories, err := Read(context.Background(), "f.xml", []byte(cut))
		require.ErrorContains(t, err, "f.xml: the file breaks off")
		require.Len(t, stories, 1)
		assert.Equal(t, "Ferry & harbour", stories[0].Headline)
	})
	t.Run("a package that breaks off", func(t *testing.T) {
		cut := sampleG2[:strings.Index(sampleG2, "Another")]
		stories, err := Read(context.Background(), "g.xml", []byte(cut))
		require.Error(t, err)
		require.Len(t, stories, 1)
		assert.Equal(t, "Ferry sinks", stories[0].Headline)
	})
	t.Run("a damaged member", func(t *testing.T) {
		archive := []byte(zipped(t, "a.txt", "First story.", "b.txt", "Second story.", "c.txt", "Third story."))
		// Break the checksum of the second member.
		sum := crc32.ChecksumIEEE([]byte("Second story."))
		old := []byte{byte(sum), byte(sum >> 8), byte(sum >> 16), byte(sum >> 24)}
		require.Equal(t, 2, bytes.Count(archive, old))
		archive = bytes.ReplaceAll(archive, old, []byte{1, 2, 3, 4})
		stories, err := Read(context.Background(), "a.zip", archive)
		require.ErrorContains(t, err, "b.txt is damaged")
		require.Len(t, stories, 2)
	})
	t.Run("a mail with a bad attachment", func(t *testing.T) {
		bad := strings.ReplaceAll(sampleMail, "U2Vjb25kIHN0b3J5Lg==", "JVBERi0xLjc=")
		stories, err := Read(context.Background(), "m.eml", []byte(bad))
		require.ErrorContains(t, err, "m.eml: second.txt: this is a PDF file")
		require.Len(t, stories, 1)
	})
}

func TestPagesCostLittle(t *testing.T) {
	start := time.Now()
	for _, in := range []string{
		strings.Repeat("<div>", 200_000) + "Text.",
		strings.Repeat("<table><tr><td>", 20_000) + "Text.",
		"<ul>" + strings.Repeat("<li><ul>", 50_000) + "Text.",
		strings.Repeat("<a href=x><b>", 50_000) + strings.Repeat("word ", 10_000),
		strings.Repeat(`<div class="related">`, 400) + strings.Repeat("<p>Words that stand in a paragraph of some length, with a comma.</p>", 20_000),
		strings.Repeat(`<div class="promo"><h3><a href=x>Heading</a></h3>`, 20_000),
		strings.Repeat("<p>Line.<br>", 100_000),
	} {
		_, err := Read(context.Background(), "a.html", []byte("<html><body>"+in))
		if err != nil {
			var e *Error
			require.ErrorAs(t, err, &e)
		}
	}
	assert.Less(t, time.Since(start), 20*time.Second)
}
