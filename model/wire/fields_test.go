package wire

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// want is what a file of the measuring set holds, as read off the file. Fields
// that are left empty are not compared.
type want struct {
	format, id, headline, dek, byline      string // byline: names joined with " + "
	place, agency, date                    string // of the dateline
	credit, photo, slug, section, keywords string // keywords: the first, joined with " + "
	ednote, orders, language, created      string // ednote: how it begins; orders: kinds and numbers; created: to the minute
	lead, last                             string // how the first and the last paragraph begin
	priority, version, paras, stories      int
	roles                                  map[story.Role]int // how many paragraphs of a role
	flat                                   bool
	furniture                              string // texts joined with " + "
}

// The files, at least three of each format, with what was read off them.
var wants = map[string]want{
	// IPTC 7901
	"superdesk-core/tests/io/fixtures/IPTC7901_odd_charset.txt": {
		format: "iptc7901", id: "eca100", headline: "German football saddened by illness to striker legend Mueller", byline: "Manuel Schwarz",
		place: "Munich", agency: "dpa", credit: "dpa", slug: "Germany-football/Munich/Mueller", section: "s", priority: 3,
		ednote: "adds comments by Germany coach Loew, byline", orders: "write-thru 1", created: "2015-10-07 13:41", paras: 21,
		lead: "Munich (dpa) - German football generations past and present on Wednesday expressed", last: `"We would therefore like to ask for respect`,
	},
	"superdesk-core/tests/io/fixtures/dpa_two_line.txt": {
		format: "iptc7901", id: "eca0124", headline: "Peace talks on Yemen to take place in Sweden next month, Mattis says", place: "Washington", agency: "dpa",
		slug: "Yemen/conflict", section: "i", priority: 3, created: "2018-11-21 21:01", paras: 4, lead: "Washington (dpa) - US Defence Secretary Jim Mattis says he expects the warring",
		last: "Mattis also said progress is being made",
	},
	"superdesk-core/tests/io/fixtures/dpa_four_line.txt": {
		format: "iptc7901", id: "eca0003", headline: "Switzerland joins list of countries resisting UN migration pact", place: "Geneva", agency: "dpa",
		slug: "Switzerland/migration/UN", orders: "correction + write-thru 1", version: 1, ednote: "adds head of UNGA in grafs 7-11", created: "2018-11-21 23:22", paras: 15,
		lead: "Geneva (dpa) - Switzerland is joining a growing number of countries that will refrain",
	},
	"superdesk-core/tests/io/fixtures/dpa_copyright.txt": {format: "iptc7901", headline: "Impressum", section: "rs", priority: 4, created: "2017-06-24 22:00", paras: 1},

	// ANPA 1312 and AP-ANPA
	"superdesk-core/tests/io/fixtures/ap_anpa-1.tst": {
		format: "anpa", id: "z6715", headline: "Deng has 30 points, short-handed Heat beat Hawks 115-111", byline: "CHARLES ODUM", place: "ATLANTA", agency: "AP", credit: "AP",
		slug: "BC-BKN--Heat-Hawks, 1st Ld-Writethru", section: "sports", priority: 4, orders: "write-thru 1", version: 1, ednote: "Heat 115, Hawks 111. Updates. With AP Photos.",
		created: "2016-02-20 03:37", paras: 19, lead: "ATLANTA (AP) — Luol Deng scored 30 points", last: "Hawks: Host Milwaukee on Saturday night.",
	},
	"superdesk-core/tests/io/fixtures/ap_anpa-3.tst": {
		format: "anpa", headline: "$210 lobster is found dead", place: "CHATHAM, Mass.", agency: "AP", orders: "write-thru 1", ednote: "APNewsNow. Changes short headline. New approach.",
		created: "2016-08-29 16:26", paras: 1, lead: "CHATHAM, Mass. (AP) — A lobster died.",
	},
	"superdesk-core/tests/io/fixtures/ap_anpa-5.tst": {
		format: "anpa", headline: "US--APNewsAlert", place: "HONOLULU", agency: "AP", priority: 3, section: "domestic", created: "2017-06-29 23:50", paras: 1,
	},
	"superdesk-core/tests/io/fixtures/anpa-3.tst": {
		format: "anpa", headline: "WEA--Global Weather-Fahrenheit", place: "NEW YORK", agency: "AP", section: "international", created: "2013-11-13 07:13",
		roles: map[story.Role]int{story.RoleTable: 107}, last: "Source: Weather Underground",
	},

	// Messages between ZCZC and NNNN
	"superdesk-aap/server/aap/tests/io/fixtures/1487e8f1-f7f5-40f5-8c0f-0eba3c2e162d.tst": {
		format: "zczc", headline: "Legionella found in Qld hospital", slug: "Legionella_BC1", credit: "AAP", place: "BRISBANE", keywords: "QLD", paras: 3,
		lead: "Legionella bacteria has been found", last: "Hospital authorities are hyper-chlorinating",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/AAP201606060716291.tst": {
		format: "zczc", id: "26945219", headline: "UGL continues project delay negotiation", dek: "UGL’s construction of the Ichthys SMP and CCPP projects continues to experience substantial delays and disruption.",
		slug: "ACNB Comnews UGL.AX", credit: "News Bites", created: "2016-06-06 14:00", paras: 3, last: "Substantive commercial negotiation",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/AFL_FormGuide__636241349261119029.tst": {
		format: "zczc", headline: "AFL: AFL Round 23 preview panel", slug: "AFL Preview Round 23", place: "MELBOURNE", agency: "AAP", date: "March 3", section: "T",
		lead: "MELBOURNE, March 3 AAP - Preview of AFL Round 23 matches", furniture: "AAP",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/bob_am_headlines.tst": {
		format: "zczc", headline: "Sydney headlines round-up Nov 06, 1200", paras: 13, roles: map[story.Role]int{story.RoleListItem: 10}, lead: "Here are this morning's latest headlines...",
	},

	// Press releases of AsiaNet
	"superdesk-aap/server/aap/tests/io/fixtures/asianet_4.tst": {
		format: "release", id: "PR67257", credit: "Essence", place: "SINGAPORE", agency: "PRNewswire-AsiaNet", date: "Feb. 2, 2017",
		headline: "Digital Agency Essence Builds on Enormous Growth in APAC; Promotes Jovy Gill to Managing Director of Australia",
		lead:     "New Appointment Helps Essence Meet Increasing Demand", roles: map[story.Role]int{story.RoleListItem: 1},
	},
	"superdesk-aap/server/aap/tests/io/fixtures/asianet_6.tst": {
		format: "release", id: "PR67266", headline: "OnApp v5.3 Simplifies Add-on Services for Cloud Providers", credit: "OnApp", place: "LONDON", date: "Feb. 1",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/asianet_8.tst": {
		format: "release", id: "PR67275", headline: "Huntsman Family Investments to Acquire GTA TeleGuam", place: "TAMUNING, Guam", date: "Feb. 1, 2017",
		lead: "Huntsman Family Investments and its affiliates (\"HFI\") announced today that they have entered",
	},

	// NITF
	"superdesk-core/tests/io/fixtures/ap-nitf.xml": {
		format: "nitf", headline: "Can trading pollution like stocks help fight climate change?", byline: "BERNARD CONDON", place: "NEW YORK", agency: "AP", credit: "The Associated Press",
		ednote: "For global distribution", created: "2015-12-10 19:10", lead: "NEW YORK (AP) — The gas produced by hog manure",
	},
	"superdesk-core/tests/io/fixtures/aap-finance.xml": {
		format: "nitf", id: "AFP.121974877.6504909", headline: "ASIA:Samsung sells defence, petrochemical units", place: "SEOUL", agency: "AFP", date: "Nov 26", credit: "Agence France Presse",
		slug: "Samsung", section: "f", priority: 5, keywords: "Finance", paras: 13, furniture: "AFP sn",
	},
	"superdesk-core/tests/io/fixtures/nitf-fishing.xml": {
		format: "nitf", id: "iptc.321656141.b", headline: "Weather and Tide Updates for Norfolk", dek: "A sample, fictitious NITF article", byline: "Alan Karben", place: "Newport News",
		credit: "XML Team Solutions, Inc.", slug: "ongoing-winter-tide-updates", priority: 3, keywords: "fishing + lures + tides", ednote: "Today begins an expanded format",
		orders: "kill", created: "2002-02-25 14:30", version: 1, lead: "The tides, captured on film late yesterday.", roles: map[story.Role]int{story.RoleCaption: 1},
	},
	"superdesk-core/tests/io/fixtures/handle_invalid_fields.xml": {
		format: "nitf", headline: "Man accused of ramming gate at Rideau Hall with truck faces multiple charges", dek: "Rideau Hall suspect faces multiple charges",
		byline: "Mia Rabson + Jordan Press", place: "Ottawa", credit: "THE CANADIAN PRESS", priority: 2, keywords: "National + Justice + Politics", ednote: "ADDS military statement",
		paras: 27, created: "2020-07-03 16:51", last: "This report by The Canadian Press was first published",
	},
	"superdesk-core/tests/io/fixtures/pa4.xml": {
		format: "nitf", headline: "GREAT BRITISH BAKE OFF COOKS UP TOP FIVE MOST-WATCHED SHOWS OF 2016", byline: "Ian Jones", slug: "PA-HHH-SHOWBIZ-BakeOff", section: "HHH", priority: 4,
		keywords: "BakeOff", paras: 20, furniture: "ends", last: "10. Britain's Got Talent (ITV) April 30: 11.87 million",
	},
	"superdesk-core/tests/io/fixtures/efe_nitf.xml": {
		format: "nitf", headline: "Honduran president announces Cabinet changes", dek: "Test Abstract", place: "Tegucigalpa", agency: "EFE", date: "Jan 2", section: "POL", language: "en-US", paras: 1,
	},

	// NewsML 1.2
	"superdesk-core/tests/io/fixtures/afp.xml": {
		format: "newsml", id: "urn:newsml:afp.com:20140829T135002Z:TX-PAR-FXW86:1", headline: "Sweden court accepts receivership for Saab carmaker", place: "STOCKHOLM", agency: "AFP", date: "Aug 29, 2014",
		credit: "AFP", slug: "Sweden-SAAB", section: "ECO", priority: 4, keywords: "Sweden + China + auto + business + bankruptcy + Saab", language: "en", version: 1,
		created: "2014-08-29 13:49", paras: 9, furniture: "hh/ph/ts/hd", lead: "A Chinese-owned company set up to take over Saab's assets",
	},
	"superdesk-core/tests/io/fixtures/ana1.xml": {
		format: "newsml", headline: "Wage employment balance positive in Jan-March", date: "4/4/2018", place: "Athens", credit: "ΑΠΕ-ΜΠΕ", language: "en", priority: 5, paras: 4,
		lead: "Wage employment in the private sector grew in March",
	},
	"superdesk-ntb/server/ntb/tests/io/fixtures/afp.xml": {
		format: "newsml", headline: "Burkina Faso bans imports from North Korea", place: "Ouagadougou", agency: "AFP", date: "Dec 20, 2017", keywords: "Burkina + NKorea + sanctions + UN",
		ednote: "UPDATES with Germany, US, UAE cases", slug: "Burkina-Faso", section: "POL", furniture: "ab/de/dl/hmw", paras: 8,
	},
	"superdesk-ntb/server/ntb/tests/io/fixtures/solita_se_1.xml": {
		format: "newsml", stories: 2, headline: "This is the title", language: "en", credit: "Cypress Test publisher", priority: 4, created: "2019-04-02 16:02",
	},
	"iptc-ninjs/examples/NewsML/businesswire-newsml-20130605006126.xml": {
		format: "newsml", headline: "Cambrios被Gartner評選為「最酷供應商」", slug: "CA-CAMBRIOS-TECHNOLOGIES", language: "zh", paras: 13,
	},

	// NewsML-G2
	"superdesk-core/tests/io/fixtures/ap.xml": {
		format: "newsml-g2", stories: 3, id: "tag:ap.org,2011:5e565888b587889c5c8bd62b6164118c-text", headline: "Nutrisystem beats 4Q earnings and revenue expectations",
		place: "FORT WASHINGTON, Pa.", agency: "AP", slug: "BC-US--Earns-Nutrisystem, 1st Ld-Writethru", orders: "write-thru 1", version: 2, ednote: "Eds: Adds full-year results.",
		keywords: "Nutrisystem + Earnings Report", language: "en", priority: 4, created: "2018-02-26 21:20", paras: 10,
	},
	"superdesk-core/tests/io/fixtures/tag_reuters.com_2014_newsml_KBN0FL0ZP_version_2": {
		format: "newsml-g2", headline: "Syria's Assad says foreign states will pay for supporting 'terrorism'", place: "BEIRUT", agency: "Reuters", credit: "Reuters", version: 2,
		slug: "US-SYRIA-CRISIS-ASSAD-SPEECH", section: "Politics", priority: 4, created: "2014-07-16 10:35", language: "en-US", paras: 4,
		last: "(Reporting by Tom Perry, editing by John Stonestreet)",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/reuters_with_byline.xml": {
		format: "newsml-g2", headline: "SAG Awards: 'Big Little Lies' Wins for Nicole Kidman, Alexander Skarsgard", byline: "Dave McNary", place: "LOS ANGELES", agency: "Variety.com", paras: 7,
		section: "Entertainment and Lifestyle",
	},
	"superdesk-aap/server/aap/tests/io/fixtures/tag:reuters.com,0000:newsml_L4N1FL0N0:1132689232": {
		format: "newsml-g2", headline: "PRECIOUS-Gold rises as Trump policy fuels safe haven demand", byline: "Arpan Varghese", agency: "Reuters", orders: "update 1", version: 1,
		lead: "(Adds comments, detail)", last: "(Reporting by Arpan Varghese in Bengaluru;",
	},
	"superdesk-core/tests/io/fixtures/dpa.xml": {
		format: "newsml-g2", headline: "Eintracht in London: Hintereggers Tränen und Attacke auf Reporter", place: "London", agency: "dpa", credit: "dpa", language: "de", paras: 3,
		lead: "London (dpa) - 2019 gab es bittere Tränen",
	},
	"superdesk-core/tests/io/fixtures/picture.xml": {
		format: "newsml-g2", headline: "A woman casts her ballot inside a polling station in Kenya's town of Gatundu", byline: "MARKO DJURICA", photo: "MARKO DJURICA/REUTERS", paras: 1,
		roles: map[story.Role]int{story.RoleCaption: 1},
	},
	"superdesk-core/tests/io/fixtures/stt_newsml_note_test.xml": {
		format: "newsml-g2", headline: "Jussi Niinistö: Ylen tiedoissa voi olla kyse informaatio-operaatiosta", byline: "ANTTI AUTIO + HETA HASSINEN", section: "Politiikka", language: "fi-FI",
		ednote: "2. väliotsikon jälkeen", paras: 20,
	},

	// ninjs 1.x to 3.x and its dialects
	"superdesk-core/tests/io/fixtures/ninjsExSimpleText1.json": {
		format: "ninjs", headline: "Captain of wrecked cruise ship on trial in Italy", byline: "Paulo Santalucia + Frances d'Emilio", place: "GROSSETO, Italy", agency: "AP", paras: 4, created: "2013-07-09 10:37",
	},
	"iptc-ninjs/examples/2.1/dpa_text.json": {
		format: "ninjs", headline: "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", byline: "Christian Hollmann", credit: "dpa", language: "de", priority: 4, version: 2, paras: 9,
	},
	"iptc-ninjs/examples/3.0/tt_text_image_3.json": {
		format: "ninjs", headline: "Militärövning i jätteformat hålls 2023", slug: "militärövning", section: "Inrikes", credit: "TT", photo: "Karl Melander/TT", priority: 3, language: "sv",
		lead: "Pandemin satte stopp för den stora", version: 1,
	},
	"iptc-ninjs/documentation/includes/examples/1.6/005_complex_text_article.json": {
		format: "ninjs", headline: "Captain of wrecked cruise ship on trial in Italy", byline: "Paulo Santalucia + Frances d'Emilio", place: "Grossetto, Italy", agency: "AP", paras: 4, language: "en",
	},
	"superdesk-core/tests/io/fixtures/ap_media_picture.json": {
		format: "ninjs", headline: "US Paul Simon Poets Society", photo: "john Doe/Something/AP", place: "New York", credit: "AP", section: "Domestic News", paras: 1, roles: map[story.Role]int{story.RoleCaption: 1},
	},
	"superdesk-core/tests/io/fixtures/bbc-ninjs-text-test.json": {
		format: "ninjs", headline: "advisory", byline: "John Doe", section: "Planning Permission", orders: "advisory", priority: 3, lead: "body", paras: 1,
	},
	"superdesk-core/tests/io/fixtures/ninjs5.json": {
		format: "ninjs", headline: "Oil prices edge up on first drop in US drilling in months", byline: "Henning Gloystein", place: "Singapore", credit: "Reuters", slug: "TEST GLOBAL-OIL", version: 4,
		dek: "Oil prices edged up on Monday, supported by the first fall in US drilling activity in month.", paras: 9,
	},

	// RSS, Atom and JSON Feed
	"superdesk-core/tests/io/fixtures/wenn.xml": {
		format: "feed", stories: 2, id: "urn:feed-wenn-com:newsfeedarticle:2:2222:1", headline: "Suge Knight involved in fatal hit and run incident", credit: "WENN Feed", section: "Music",
		created: "2015-01-30 00:33", paras: 5, lead: "Police officials in Los Angeles are investigating",
	},
	"superdesk-core/tests/io/fixtures/wordpress_wxr.xml": {
		format: "feed", stories: 5, headline: "Starafrica to dispose assets for $6 million to clear debt", credit: "The SDNewTester", section: "Business", keywords: "Business + Companies + Economy", language: "en-US",
	},
	"gofeed/testdata/extensions/dublincore/dublincore_item_fields.xml": {
		format: "feed", headline: "Item Title", byline: "John Smith", section: "Programming", created: "2007-02-03 10:20", lead: "An item description",
	},
	"gofeed/testdata/parser/atom/atom10_feed_entry_content_xhtml_inline_markup.xml": {format: "feed", paras: 1},
	"gofeed/testdata/parser/atom/atom10_feed_entry_content_html_escaped_markup.xml": {format: "feed", paras: 1},
	"gofeed/testdata/parser/atom/atom03_feed_entry_content.xml":                     {format: "feed", paras: 1},
	"gofeed/testdata/parser/universal/json11_feed.json": {
		format: "jsonfeed", id: "id", headline: "title", dek: "summary", byline: "author_name", lead: "content_html", keywords: "tag1 + tag2", created: "2019-10-12 07:20",
	},
	"gofeed/testdata/parser/json/version_json_10.json": {format: "jsonfeed", headline: "title", byline: "author_name", lead: "content_html"},
	"gofeed/testdata/translator/json/json10_full.json": {format: "jsonfeed", headline: "title", lead: "content_html"},

	// Agencies' own XML
	"superdesk-core/tests/io/fixtures/ritzau_news.xml": {
		format: "xml", id: "9a6955fc-11da-46b6-9903-439ebb288f2d", byline: "Peder Top Poulsen", place: "Haag", credit: "ritzau", slug: "NU/FLASH-U", section: "Udland", priority: 3, paras: 3,
		created: "2018-01-30 17:32",
	},
	"superdesk-core/tests/io/fixtures/ritzau_feed.xml": {
		format: "xml", stories: 2, headline: "PR / Spire Global, Inc.", dek: "UK Space Agency Backs Spire's Proposal to European Space Agency as Space Mission Provider", place: "København",
		lead: "GLASGOW, Scotland, Feb. 01, 2018 (GLOBE NEWSWIRE) -- The UK Space Agency",
	},
	"superdesk-ntb/server/ntb/tests/io/fixtures/solita_2.xml": {format: "xml", id: "17854144", language: "no", paras: 20, lead: "– Det offentlige bruker en rekke private leverandører"},

	// Flat text and Markdown
	"superdesk-aap/server/aap/tests/io/fixtures/IDN38100.tst":      {format: "text", flat: true, paras: 14, lead: "IDN38100", last: "No further alerts"},
	"superdesk-aap/server/aap/tests/io/fixtures/ticker_sample.txt": {format: "text", flat: true, paras: 1, lead: "TRUMP PLANS"},
	"enmime-eml/testdata/mail/erroneous.raw":                       {format: "text", flat: true, paras: 1, lead: "// Not an RFC-822 Document"},
	"pandoc-docs/test/odt/markdown/headers.md":                     {format: "markdown", headline: "A header (Lv 1)", paras: 4, roles: map[story.Role]int{story.RoleSubhead: 2}},
	"pandoc-docs/test/odt/markdown/paragraph.md":                   {format: "markdown", paras: 3, last: "This is a third one."},
	"pandoc-docs/COPYING.md":                                       {format: "markdown", headline: "GNU GENERAL PUBLIC LICENSE", lead: "Version 2, June 1991"},

	// Mail
	"superdesk-core/tests/io/fixtures/simple_email.txt": {format: "mail", headline: "Test message 1234", credit: "a sender", created: "2015-02-19 17:18", lead: "body text", flat: true},
	"superdesk-core/tests/io/fixtures/charset_in_subject_email.txt": {
		format: "mail", headline: "Google Apps News March 2015", id: "CAHU3GgVHd6C_RSMQXvOhr6V-Ya0LwdBkqpbZ_qUwGF8JvhrQVg@mail.gmail.com", lead: "body text", flat: true,
	},
	"superdesk-core/tests/io/fixtures/composite_email.txt": {format: "mail", headline: "single image test", lead: "this is a test of a single image", flat: true},
	"superdesk-core/tests/io/fixtures/googleform.txt": {
		format: "mail", headline: "TEST NZ HEADER", dek: "Something about the NZ story here.", slug: "NZTEST", place: "AUCKLAND", paras: 3, lead: "Prisoners allegedly drunk on homebrew",
	},

	// Word, OpenDocument, RTF
	"pandoc-docs/test/docx/headers.docx":                   {format: "docx", headline: "A Test of Headers", paras: 12, roles: map[story.Role]int{story.RoleSubhead: 6}, created: "2014-06-12 19:06"},
	"pandoc-docs/test/docx/track_changes_insertion.docx":   {format: "docx", lead: "This is a text with two exciting insertions.", flat: true, paras: 1},
	"pandoc-docs/test/docx/golden/track_changes_move.docx": {format: "docx", lead: "Here is some text.", flat: true},
	"pandoc-docs/test/docx/lists.docx":                     {format: "docx", headline: "Some nested lists", roles: map[story.Role]int{story.RoleListItem: 10}},
	"pandoc-docs/test/docx/metadata_after_normal.docx":     {format: "docx", headline: "This Is the Title", byline: "Mary Ann Evans + Aurore Dupin"},
	"pandoc-docs/test/docx/notes.docx":                     {format: "docx", headline: "A footnote", paras: 3, last: "This is an endnote at the end of the document."},
	"pandoc-docs/test/odt/odt/headers.odt":                 {format: "odt", headline: "A header (Lv 1)", paras: 4, roles: map[story.Role]int{story.RoleSubhead: 2}},
	"pandoc-docs/test/odt/odt/trackedChanges.odt":          {format: "odt", lead: "Some text with and inserted text.", flat: true},
	"pandoc-docs/test/odt/odt/simpleTable.odt":             {format: "odt", lead: "Content\tMore content", flat: true, roles: map[story.Role]int{story.RoleTable: 1}},
	"pandoc-docs/test/rtf/accent.rtf":                      {format: "rtf", lead: "le café où on ne fume pas", flat: true},
	"pandoc-docs/test/rtf/heading.rtf":                     {format: "rtf", headline: "Heading 1", last: "Paragraph", roles: map[story.Role]int{story.RoleSubhead: 2}},
	"pandoc-docs/test/rtf/table_simple.rtf":                {format: "rtf", lead: "A\tB\tC\tD", flat: true, roles: map[story.Role]int{story.RoleTable: 2}},
}

func TestFieldsOfTheMeasuringSet(t *testing.T) {
	root := measuringSet(t, "wire")
	for name, w := range wants {
		t.Run(filepath.Base(name), func(t *testing.T) {
			stories, err := ReadFile(context.Background(), filepath.Join(root, name))
			require.NoError(t, err)
			if w.stories > 0 {
				require.Len(t, stories, w.stories)
			}
			compare(t, w, stories[0])
		})
	}
}

func compare(t *testing.T, w want, s *story.Story) {
	t.Helper()
	eq := func(what, want, got string) {
		if want != "" {
			assert.Equal(t, want, got, what)
		}
	}
	starts := func(what, want, got string) {
		if want != "" {
			assert.Truef(t, strings.HasPrefix(got, want), "%s: %q does not begin with %q", what, got, want)
		}
	}
	number := func(what string, want, got int) {
		if want != 0 {
			assert.Equal(t, want, got, what)
		}
	}
	eq("format", w.format, s.Source.Format)
	eq("id", w.id, s.ID)
	eq("headline", w.headline, s.Headline)
	eq("dek", w.dek, s.Dek)
	eq("byline", w.byline, strings.Join(s.Bylines, " + "))
	eq("place", w.place, s.Dateline.Place)
	eq("agency", w.agency, s.Dateline.Agency)
	eq("date", w.date, s.Dateline.Date)
	eq("credit", w.credit, s.Credit)
	eq("photo credit", w.photo, s.PhotoCredit)
	eq("slug", w.slug, s.Slug)
	eq("section", w.section, s.Section)
	starts("keywords", w.keywords, strings.Join(s.Keywords, " + "))
	starts("note", w.ednote, s.EdNote)
	eq("orders", w.orders, orderList(s))
	eq("language", w.language, s.Language)
	eq("created", w.created, s.Created.Format("2006-01-02 15:04"))
	number("priority", w.priority, s.Priority)
	number("version", w.version, s.Version)
	number("paragraphs", w.paras, len(s.Body))
	assert.Equal(t, w.flat, s.Flat, "flat")
	if len(s.Body) > 0 {
		starts("lead", w.lead, s.Body[0].Text)
		starts("last paragraph", w.last, s.Body[len(s.Body)-1].Text)
	}
	for role, n := range w.roles {
		have := 0
		for _, p := range s.Body {
			if p.Role == role {
				have++
			}
		}
		if n > 0 {
			assert.Equal(t, n, have, role.String())
		}
	}
	var furniture []string
	for _, f := range s.Furniture {
		furniture = append(furniture, f.Text)
	}
	eq("furniture", w.furniture, strings.Join(furniture, " + "))
}

// orderList names the instructions of s with their numbers.
func orderList(s *story.Story) string {
	var out []string
	for _, in := range s.Instructions {
		o := string(in.Kind)
		if in.Number > 0 {
			o += " " + string(rune('0'+in.Number))
		}
		out = append(out, o)
	}
	return strings.Join(out, " + ")
}
