package wire

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// zipped makes an archive of members, given as name and text by turns.
func zipped(t testing.TB, members ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w, err := z.Create(members[i])
		require.NoError(t, err)
		_, err = w.Write([]byte(members[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// The stories below are made up, and so are all names in them.
const (
	sampleNITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf xml:lang="en-GB"><head><title>ferry</title><meta name="anpa-category" content="i"/>
<docdata><doc-id id-string="ferry.17"/><urgency ed-urg="3"/><date.issue norm="20240506T101500+0200"/>
<ed-msg info="Eds: CORRECTS spelling of ship in graf 2."/><du-key key="Ferry-Sinking" version="2"/>
<key-list><keyword key="shipping"/><keyword key="rescue"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Ferry sinks off Port Ellery</hl1><hl2>All 41 aboard are saved</hl2></hedline>
<byline>By <person>Mara Quill</person> and <person>Ned Osei</person><byttl>Staff Writers</byttl></byline>
<distributor>Example Wire</distributor><dateline><location><city>Port Ellery</city></location></dateline></body.head>
<body.content><media media-type="image"><media-reference source="x.jpg"/><media-caption>The ferry, seen on Monday.</media-caption><media-producer>Joy Adeyemi</media-producer></media>
<p>PORT ELLERY, May 6 (EW) - A ferry sank on Monday, <org>police</org> said.</p><hl2>Rescue</hl2>
<p>Boats came from <br/>the harbour.</p><ul><li>41 aboard</li><li>none hurt</li></ul>
<table><tr><td>Year</td><td>Ferries</td></tr><tr><td>2023</td><td>4</td></tr></table><p>ends</p></body.content></body></nitf>`

	sampleNewsML = `<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope><DateAndTime>20240506T101500Z</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
<NewsItem xml:lang="en"><Identification><NewsIdentifier><NewsItemId>F1</NewsItemId><RevisionId>3</RevisionId><PublicIdentifier>urn:newsml:example.com:20240506:F1:3</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240506T090000Z</FirstCreated><ThisRevisionCreated>20240506T101000Z</ThisRevisionCreated><Status FormalName="Embargoed"/><Urgency FormalName="2"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry sinks</HeadLine><SubHeadLine>All are saved</SubHeadLine><ByLine>By Mara Quill</ByLine><DateLine>PORT ELLERY, May 6, 2024 (EW) -</DateLine><CreditLine>Example Wire</CreditLine><SlugLine>Ferry-Sinking</SlugLine></NewsLines>
<ContentItem><MediaType FormalName="Text"/><DataContent><![CDATA[<p>A ferry sank on Monday.</p><p>All were saved.</p>]]></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`

	sampleG2 = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-06T10:15:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:example.com:F1" version="2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:EW"/><versionCreated>2024-05-06T10:10:00Z</versionCreated><firstCreated>2024-05-06T09:00:00Z</firstCreated><embargoed>2024-05-06T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/><edNote>Updates with rescue.</edNote><signal qcode="sig:update"/></itemMeta>
<contentMeta><urgency>3</urgency><located><name>Port Ellery</name></located><by>By Mara Quill</by><slugline>Ferry-Sinking</slugline><headline>Ferry sinks</headline><creditline>Example Wire</creditline><language tag="en-GB"/><subject qcode="medtop:20000139"><name>maritime accident</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>A ferry sank on Monday.</p><p>All were saved.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:example.com:F2" version="1"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta><headline>Second story</headline></contentMeta><contentSet><inlineData contenttype="text/plain">One line.

Another paragraph.</inlineData></contentSet></newsItem></itemSet></newsMessage>`

	sampleNinjs = `{"uri":"urn:example:1","type":"text","versioncreated":"2024-05-06T10:10:00Z","firstcreated":"2024-05-06T09:00:00Z","urgency":3,"version":"2","pubstatus":"usable","language":"en","headline":"Ferry sinks","byline":"Mara Quill","slugline":"Ferry-Sinking","ednote":"Note.","subject":[{"name":"Shipping","rel":"category"}],"description_text":"All are saved","body_html":"<p>PORT ELLERY (EW) - A ferry sank.</p><p>All were saved.</p>","associations":{"a001":{"type":"picture","byline":"Joy Adeyemi"}}}`

	sampleNinjs3 = `{"standard":{"name":"ninjs","version":"3.0"},"uri":"urn:example:1","type":"text","versionCreated":"2024-05-06T10:10:00Z","headlines":[{"role":"sub","value":"All are saved"},{"role":"main","value":"Ferry sinks"}],"by":"By Mara Quill","bodies":[{"contentType":"text/plain","value":"Plain."},{"contentType":"text/html","value":"<p>A ferry sank.</p><p>All were saved.</p>"}]}`

	sampleRSS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example Wire</title><language>en</language>
<item><guid>1</guid><title>Ferry &amp;amp; harbour</title><dc:creator>Mara Quill</dc:creator><pubDate>Mon, 06 May 2024 10:15:00 +0000</pubDate><category>Shipping</category><description>All are saved</description><content:encoded><![CDATA[<p>A ferry sank.</p><p>All were saved.</p>]]></content:encoded></item>
<item><title>Second</title><description>Only a summary.</description></item><item></item></channel></rss>`

	sampleAtom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Wire</title><author><name>The Desk</name></author>
<entry><id>urn:1</id><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title><published>2024-05-06T09:00:00Z</published><updated>2024-05-06T10:00:00Z</updated><category term="shipping"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A ferry sank.</p></div></content></entry></feed>`

	sampleJSONFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Example Wire","items":[{"id":"1","title":"Ferry sinks","summary":"All are saved","content_text":"A ferry sank.\n\nAll were saved.","authors":[{"name":"Mara Quill"}],"tags":["shipping"],"date_published":"2024-05-06T09:00:00Z"}]}`

	sampleIPTC = "\x01ewe0123 3 i 93 ewi 0045\r\n\r\nEllery/ferry/\r\n\x022ND LEAD\r\nFerry sinks off Port Ellery\r\nBy Mara Quill, Example Wire =\r\n\r\nPort Ellery (EW) - A ferry sank on Monday outside the harbour of this\r\nsmall town, police said, and all of the 41 people aboard were saved by\r\nfishing boats.\r\n\r\nNobody was hurt.\r\n\r\n# Notebook\r\n\r\n## Note to editors\r\n- adds rescue\r\n\r\n\x03061015 GMT May 24\r\n\x04"

	sampleANPA = "\x16\x16\x01a1234\x1fasian\r\nu i\x14\x12 BC-Ferry-Sinking, 1stLd-Writethru   05-06 0095\r\n\x02^BC-Ferry-Sinking, 1st Ld-Writethru,95<\r\n^Ferry sinks off Port Ellery<\r\n^Eds: Updates with rescue.<\r\n^By MARA QUILL=\r\n^Example Writer=\r\n\t   PORT ELLERY (EW) _ A ferry sank on Monday. ``All are saved,'' police said.\r\n\t   Nobody was hurt.\r\n\x03EW-05-06-24 1015GMT<\r\n\x04"

	sampleZCZC = "ZCZC AAP\r\n%A\r\n#Ferry_BC1\r\n$Ferry sinks off Port Ellery\r\n:(PORT ELLERY)\r\n*07000000\r\n@NSW\r\nA ferry sank on Monday.\r\n\r\n   Nobody was hurt.\r\n\r\nNNNN\r\n"

	sampleMail = "From: =?utf-8?q?Mara_Qu=C3=ADll?= <mara@example.com>\r\nSubject: Fwd: =?iso-8859-1?q?Caf=E9_opens?=\r\nDate: Mon, 6 May 2024 10:15:00 +0200\r\nMessage-ID: <x1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nA caf=E9 opened.\r\n\r\n-- \r\nMara\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>A caf&eacute; opened.</p>\r\n--c--\r\n--b\r\nContent-Type: application/octet-stream; name=second.txt\r\nContent-Disposition: attachment; filename=second.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nU2Vjb25kIHN0b3J5Lg==\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename=x.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/\r\n--b--\r\n"

	sampleRTF = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}{\\info{\\title x}}\\pard\\s1 Ferry sinks\\par\\pard By Mara Quill\\par A caf\\'e9 \\u8364?5 {\\deleted old }{\\revised new} sign.{\\*\\annotation no}\\par {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt A link}} here.\\line Next line.\\par \\trowd\\intbl Year\\cell Dead\\cell\\row\\pard End.\\par}"

	sampleHTML = `<!doctype html><html lang="en"><head><title>Ferry sinks | Example Wire</title><meta name="author" content="Mara Quill"><meta property="og:site_name" content="Example Wire"><meta property="article:published_time" content="2024-05-06T09:00:00Z"><meta name="description" content="All 41 people aboard the ferry were saved by boats."></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>Ferry sinks</h1><p class="standfirst">All 41 people aboard the ferry were saved by boats.</p><div class="share-buttons">Share this on Twitter</div>
<div class="article-body"><p>A ferry sank on Monday outside the harbour of Port Ellery, police said, and boats came from the town to help the people aboard.</p><figure><img src="x.jpg"><figcaption>The ferry at its quay. <span class="photo-credit">Photo: Joy Adeyemi</span></figcaption></figure><p>All of the 41 people aboard were saved, said the harbour master, who praised the crews of the fishing boats for their calm.</p><h2>Rescue</h2><p><a href="/x">Read more: Another ferry sinks</a></p><p>The ferry had left the island in the morning, in calm weather, with passengers who wanted to shop in the town, and it was not full.</p></div>
<aside class="related-stories"><h3><a href="/1">One</a></h3><h3><a href="/2">Two</a></h3><p>Related story text that is quite long, really, and goes on about a subject of its own, with commas, too.</p></aside></article></main><footer>© Example Wire</footer></body></html>`

	docxParts = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry sinks</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Untertitel"/></w:pPr><w:r><w:t>All are saved</w:t></w:r></w:p>
<w:p><w:r><w:t>By Mara Quill</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">A ferry </w:t></w:r><w:del><w:r><w:delText>sunk</w:delText></w:r></w:del><w:ins><w:r><w:t>sank</w:t></w:r></w:ins><w:hyperlink><w:r><w:t xml:space="preserve"> on Monday</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Rescue</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>41 aboard</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Dead</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`

	docxStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="H"><w:name w:val="Zwischentitel"/><w:basedOn w:val="H1"/></w:style></w:styles>`

	odtContent = `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tab" xmlns:style="urn:s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Ferry sinks</text:p><text:p>A ferry<text:s text:c="2"/>sank<office:annotation><text:p>why?</text:p></office:annotation>.<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:h text:outline-level="2">Rescue</text:h><text:list><text:list-item><text:p>41 aboard</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Dead</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`
)

func sampleDOCX(t testing.TB) string {
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", docxParts, "word/styles.xml", docxStyles,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="u" xmlns:dcterms="v"><dcterms:created>2024-05-06T09:00:00Z</dcterms:created></cp:coreProperties>`)
}

func sampleODT(t testing.TB) string {
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtContent)
}

func TestReaders(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want want
		body []string
	}{
		"nitf": {sampleNITF, want{
			format: "nitf", id: "ferry.17", headline: "Ferry sinks off Port Ellery", dek: "All 41 aboard are saved", byline: "Mara Quill + Ned Osei", place: "Port Ellery", agency: "EW", date: "May 6",
			credit: "Example Wire", photo: "Joy Adeyemi", slug: "Ferry-Sinking", section: "i", keywords: "shipping + rescue", ednote: "Eds: CORRECTS", orders: "correction", language: "en-GB",
			created: "2024-05-06 10:15", priority: 3, version: 2, furniture: "ends",
			roles: map[story.Role]int{story.RoleCaption: 1, story.RoleSubhead: 1, story.RoleListItem: 2, story.RoleTable: 2},
		}, []string{"The ferry, seen on Monday.", "PORT ELLERY, May 6 (EW) - A ferry sank on Monday, police said.", "Rescue", "Boats came from", "the harbour.", "41 aboard", "none hurt", "Year\tFerries", "2023\t4"}},
		"newsml": {sampleNewsML, want{
			format: "newsml", id: "urn:newsml:example.com:20240506:F1:3", headline: "Ferry sinks", dek: "All are saved", byline: "Mara Quill", place: "PORT ELLERY", agency: "EW", date: "May 6, 2024",
			credit: "Example Wire", slug: "Ferry-Sinking", orders: "embargo", language: "en", created: "2024-05-06 09:00", priority: 2, version: 3,
		}, []string{"A ferry sank on Monday.", "All were saved."}},
		"newsml-g2": {sampleG2, want{
			format: "newsml-g2", stories: 2, id: "urn:newsml:example.com:F1", headline: "Ferry sinks", byline: "Mara Quill", place: "Port Ellery", credit: "Example Wire", slug: "Ferry-Sinking",
			section: "maritime accident", ednote: "Updates with rescue.", orders: "update + embargo", language: "en-GB", created: "2024-05-06 09:00", priority: 3, version: 2,
		}, []string{"A ferry sank on Monday.", "All were saved."}},
		"ninjs": {sampleNinjs, want{
			format: "ninjs", id: "urn:example:1", headline: "Ferry sinks", dek: "All are saved", byline: "Mara Quill", place: "PORT ELLERY", agency: "EW", slug: "Ferry-Sinking", section: "Shipping",
			photo: "Joy Adeyemi", ednote: "Note.", language: "en", created: "2024-05-06 09:00", priority: 3, version: 2,
		}, []string{"PORT ELLERY (EW) - A ferry sank.", "All were saved."}},
		"ninjs3": {sampleNinjs3, want{format: "ninjs", headline: "Ferry sinks", dek: "All are saved", byline: "Mara Quill", created: "2024-05-06 10:10"}, []string{"A ferry sank.", "All were saved."}},
		"rss": {sampleRSS, want{
			format: "feed", stories: 2, id: "1", headline: "Ferry & harbour", dek: "All are saved", byline: "Mara Quill", credit: "Example Wire", section: "Shipping", language: "en", created: "2024-05-06 10:15",
		}, []string{"A ferry sank.", "All were saved."}},
		"atom":     {sampleAtom, want{format: "feed", id: "urn:1", headline: "Ferry sinks", byline: "The Desk", section: "shipping", language: "en", created: "2024-05-06 09:00"}, []string{"A ferry sank."}},
		"jsonfeed": {sampleJSONFeed, want{format: "jsonfeed", headline: "Ferry sinks", dek: "All are saved", byline: "Mara Quill", keywords: "shipping", created: "2024-05-06 09:00"}, []string{"A ferry sank.", "All were saved."}},
		"iptc7901": {sampleIPTC, want{
			format: "iptc7901", id: "ewe0123", headline: "Ferry sinks off Port Ellery", byline: "Mara Quill + Example Wire", place: "Port Ellery", agency: "EW", slug: "Ellery/ferry", section: "i",
			ednote: "adds rescue", orders: "write-thru 2", version: 2, priority: 3, created: "2024-05-06 10:15",
		}, []string{"Port Ellery (EW) - A ferry sank on Monday outside the harbour of this small town, police said, and all of the 41 people aboard were saved by fishing boats.", "Nobody was hurt."}},
		"anpa": {sampleANPA, want{
			format: "anpa", id: "a1234", headline: "Ferry sinks off Port Ellery", byline: "MARA QUILL", place: "PORT ELLERY", agency: "EW", slug: "BC-Ferry-Sinking, 1st Ld-Writethru", section: "international",
			ednote: "Updates with rescue.", orders: "write-thru 1", version: 1, priority: 2, created: "2024-05-06 10:15",
		}, []string{"PORT ELLERY (EW) — A ferry sank on Monday. “All are saved,” police said.", "Nobody was hurt."}},
		"zczc": {sampleZCZC, want{format: "zczc", headline: "Ferry sinks off Port Ellery", slug: "Ferry_BC1", section: "A", place: "PORT ELLERY", credit: "AAP", keywords: "NSW"}, []string{"A ferry sank on Monday.", "Nobody was hurt."}},
		"release": {
			"Source: Example\r\nMEDIA RELEASE PR12345\r\nFerry sinks off\r\nPort Ellery\r\n\r\nPORT ELLERY, May 6, 2024 /Example Wire/ --\r\n\r\n- All saved\r\n\r\nA ferry sank.\r\n",
			want{format: "release", id: "PR12345", headline: "Ferry sinks off Port Ellery", credit: "Example", place: "PORT ELLERY", agency: "Example Wire", date: "May 6, 2024", roles: map[story.Role]int{story.RoleListItem: 1}},
			[]string{"All saved", "A ferry sank."},
		},
		"mail": {sampleMail, want{format: "mail", stories: 2, id: "x1@example.com", headline: "Café opens", credit: "Mara Quíll", created: "2024-05-06 10:15", flat: true}, []string{"A café opened.", ""}},
		"rtf": {
			sampleRTF,
			want{format: "rtf", headline: "Ferry sinks", byline: "Mara Quill", roles: map[story.Role]int{story.RoleTable: 1}},
			[]string{"A café €5 new sign.", "A link here.", "Next line.", "Year\tDead", "End."},
		},
		"docx": {
			sampleDOCX(t),
			want{format: "docx", headline: "Ferry sinks", dek: "All are saved", byline: "Mara Quill", created: "2024-05-06 09:00", roles: map[story.Role]int{story.RoleSubhead: 1, story.RoleListItem: 1, story.RoleTable: 1}},
			[]string{"A ferry sank on Monday.", "Rescue", "41 aboard", "Year\tDead"},
		},
		"odt": {
			sampleODT(t),
			want{format: "odt", headline: "Ferry sinks", roles: map[story.Role]int{story.RoleSubhead: 1, story.RoleListItem: 1, story.RoleTable: 1}},
			[]string{"A ferry sank.", "Rescue", "41 aboard", "Year\tDead", "A note."},
		},
		"html": {sampleHTML, want{
			format: "html", headline: "Ferry sinks", dek: "All 41 people aboard the ferry were saved by boats.", byline: "Mara Quill", credit: "Example Wire", language: "en", created: "2024-05-06 09:00",
			photo: "Joy Adeyemi", furniture: "The ferry at its quay. Photo: Joy Adeyemi",
			roles: map[story.Role]int{story.RoleSubhead: 1}, paras: 4, lead: "A ferry sank on Monday outside", last: "The ferry had left the island",
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			// The name says nothing: the content alone tells the format.
			stories, err := Read(context.Background(), "story", []byte(c.in))
			require.NoError(t, err)
			require.Len(t, stories, max(c.want.stories, 1))
			compare(t, c.want, stories[0])
			if c.body != nil {
				assert.Equal(t, c.body, texts(stories[0]))
			}
		})
	}
}

func TestSecondStoryOfAPackageIsKilled(t *testing.T) {
	stories, err := Read(context.Background(), "a.xml", []byte(sampleG2))
	require.NoError(t, err)
	require.Len(t, stories, 2)
	assert.Equal(t, "kill", orderList(stories[1]))
	assert.Equal(t, []string{"One line.", "Another paragraph."}, texts(stories[1]))
	require.Len(t, stories[0].Instructions, 2)
	assert.Equal(t, 12, stories[0].Instructions[1].Until.Hour())
}

func TestAttachmentsAreStories(t *testing.T) {
	stories, err := Read(context.Background(), "mail.eml", []byte(sampleMail))
	require.NoError(t, err)
	require.Len(t, stories, 2)
	assert.Equal(t, "mail.eml: second.txt", stories[1].Source.Name)
	assert.Equal(t, []string{"Second story."}, texts(stories[1]))
}

func TestForwardedMail(t *testing.T) {
	s := one(t, "m.eml", "From: a@example.com\nTo: desk@example.com\nMessage-ID: <1@x>\nMIME-Version: 1.0\nSubject: Fwd: Ferry sinks\n\n---------- Forwarded message ---------\nFrom: Mara Quill <m@example.com>\nDate: Mon, 6 May 2024\nSubject: Ferry sinks\n\nPORT ELLERY - A ferry sank.\nNobody was hurt.\n")
	assert.Equal(t, "Ferry sinks", s.Headline)
	assert.Equal(t, []string{"", "", "", "", "", "PORT ELLERY - A ferry sank.", "Nobody was hurt."}, texts(s))
	require.Len(t, s.Furniture, 4)
	assert.Equal(t, story.Furniture{Line: 2, Text: "From: Mara Quill <m@example.com>", Reason: story.WireHeader, Confidence: 1}, s.Furniture[1])
}

func TestArchives(t *testing.T) {
	inner := zipped(t, "deep.txt", "Deep story.")
	archive := zipped(t, "a.xml", sampleNITF, "../../etc/passwd.txt", "Not written anywhere.", "sub/inner.zip", inner, "__MACOSX/x", "junk", "pic.png", "\x89PNG...", "bad.xml", "<nitf><head>")
	stories, err := Read(context.Background(), "/in/day.zip", []byte(archive))
	var names []string
	for _, s := range stories {
		names = append(names, s.Source.Name)
	}
	assert.Equal(t, []string{"/in/day.zip: a.xml", "/in/day.zip: ../../etc/passwd.txt", "/in/day.zip: sub/inner.zip: deep.txt"}, names)
	require.Error(t, err, "the picture and the broken file are told of")
	assert.ErrorContains(t, err, "pic.png")
	assert.ErrorContains(t, err, "bad.xml")
}

func TestInstructions(t *testing.T) {
	for in, want := range map[string]string{
		"BC-BKN--Heat-Hawks, 1st Ld-Writethru,416": "write-thru 1",
		"UPDATE 2-Gold rises":                      "update 2",
		"CORRECTED-UPDATE 1-Gold rises":            "update 1 + correction",
		"BULLETIN KILL":                            "kill",
		"Embargoed until noon":                     "embargo",
		"ADVISORY: budget":                         "advisory",
		"Police kill two; officials withhold names, correct advisory": "",
		"Eds: CORRECTS spelling": "correction",
		"3RD LEAD":               "write-thru 3",
	} {
		assert.Equal(t, want, orderList(&story.Story{Instructions: findInstructions(in)}), in)
	}
}

func TestDatelines(t *testing.T) {
	for in, want := range map[string]story.Dateline{
		"STOCKHOLM, Aug 29, 2014 (AFP) - A company":    {Place: "STOCKHOLM", Date: "Aug 29, 2014", Agency: "AFP"},
		"Munich (dpa) - German football":               {Place: "Munich", Agency: "dpa"},
		"CHATHAM, Mass. (AP) — A lobster":              {Place: "CHATHAM, Mass.", Agency: "AP"},
		"SYDNEY, Dec 7 AAP - Results":                  {Place: "SYDNEY", Date: "Dec 7", Agency: "AAP"},
		"København /ritzau/: En mand":                  {Place: "København", Agency: "ritzau"},
		"Tegucigalpa, Jan 2 (EFE).- Test":              {Place: "Tegucigalpa", Date: "Jan 2", Agency: "EFE"},
		"OTTAWA - A man":                               {Place: "OTTAWA"},
		"Jan 30 (Reuters) - Gold rose":                 {Date: "Jan 30", Agency: "Reuters"},
		"(ANSA) - Rome, October 11 - The minister":     {Place: "Rome", Date: "October 11", Agency: "ANSA"},
		"The company - which is based in Oslo - said.": {},
		"He said: it is so.":                           {},
		"RESCUE: boats came.":                          {},
	} {
		got, ok := leadDateline(in)
		assert.Equal(t, want != story.Dateline{}, ok, in)
		assert.Equal(t, want, got, in)
	}
}

func TestBylines(t *testing.T) {
	for in, want := range map[string]string{
		"By Jane Roe and John Doe, Associated Press Writer": "Jane Roe + John Doe",
		"By CHARLES ODUM":             "CHARLES ODUM",
		"Von Christian Hollmann, dpa": "Christian Hollmann",
		"Anna Ek/TT":                  "Anna Ek",
		"gr/bp":                       "",
		"Analysis by Jo Lund, Example News Editor-at-large": "Jo Lund",
		"By The Associated Press":                           "The Associated Press",
		"Staff Reporter":                                    "",
		"A. B. Cee; D. E. Eff & G. H. Ide":                  "A. B. Cee + D. E. Eff + G. H. Ide",
	} {
		assert.Equal(t, want, strings.Join(bylines(in), " + "), in)
	}
}

func TestFoldLines(t *testing.T) {
	for name, c := range map[string]struct{ in, want []string }{
		"broken to a width": {
			[]string{"The ferry sank on Monday outside the harbour of this", "small town, police said, and all of the people aboard", "were saved.", "", "Nobody was hurt."},
			[]string{"The ferry sank on Monday outside the harbour of this small town, police said, and all of the people aboard were saved.", "Nobody was hurt."},
		},
		"results": {
			[]string{"Adanaspor           2 Kasimpasa            0", "Besiktas            5 Konyaspor            1", "Kayserispor         4 Fenerbahce           1"},
			[]string{"Adanaspor 2 Kasimpasa 0", "Besiktas 5 Konyaspor 1", "Kayserispor 4 Fenerbahce 1"},
		},
		"verse": {
			[]string{"Roses are red,", "violets are blue,", "sugar is sweet."},
			[]string{"Roses are red,", "violets are blue,", "sugar is sweet."},
		},
	} {
		assert.Equal(t, c.want, foldLines(c.in), name)
	}
}
