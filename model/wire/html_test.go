package wire

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// prosePara is a paragraph of made-up copy that begins with its number.
func prosePara(n string) string {
	return "Paragraph " + n + " tells of the ferry, of the harbour and of the people of Port Ellery, who came down to the quay to help, and it goes on for a while."
}

func TestArticleIsFound(t *testing.T) {
	p := func(n string) string { return "<p>" + prosePara(n) + "</p>" }
	for name, c := range map[string]struct {
		page string
		want []string // the numbers of the paragraphs
	}{
		"among teasers that are longer": {
			`<body><main><h1>Ferry sinks</h1><div class="entry">` + p("1") + p("2") + p("3") + `</div></main><aside class="sidebar">` +
				strings.Repeat(`<article><h3><a href=x>Another story</a></h3><p>`+prosePara("x")+`</p></article>`, 6) + `</aside></body>`,
			[]string{"1", "2", "3"},
		},
		"in two containers with an advertisement between": {
			`<body><div id=wrap><div class="chunk">` + p("1") + p("2") + p("3") + `</div><div class="ad">Buy now, while it lasts, and be glad.</div><div class="chunk">` + p("4") + p("5") + `</div></div></body>`,
			[]string{"1", "2", "3", "4", "5"},
		},
		"inside elements that are named like furniture": {
			`<body class="hidden-sidebar"><div class="right-rail-wrapper"><article><h1>Ferry</h1><div class="widget">` + p("1") + p("2") + `</div></article></div></body>`,
			[]string{"1", "2"},
		},
		"in divs instead of paragraphs": {
			`<body><div class="story">` + strings.NewReplacer("<p>", "<div class=t>", "</p>", "</div>").Replace(p("1")+p("2")+p("3")) + `</div></body>`,
			[]string{"1", "2", "3"},
		},
		"parted by line breaks": {
			`<body><div class="story">` + prosePara("1") + "<br><br>" + prosePara("2") + "<br><br><b>" + prosePara("3") + `</b><h2>Rescue</h2>` + prosePara("4") + `</div><div class="nav"><a href=x>Home</a></div></body>`,
			[]string{"1", "2", "3", "Rescue", "4"},
		},
		"without links that stand alone": {
			`<body><div class="story">` + p("1") + `<p><a href=x>Read more: Another ferry sinks in the north</a></p>` + p("2") + `<ul><li><a href=x>One story</a></li><li><a href=y>Two stories</a></li></ul><h3>More from the coast</h3><ul><li>A tale, <a href=x>told here</a></li><li>Another, <a href=x>there</a></li></ul>` + p("3") + `</div></body>`,
			[]string{"1", "2", "3"},
		},
		"only in the page's data": {
			`<head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry sinks","author":[{"@type":"Person","name":"Mara Quill"}],"articleBody":"` +
				prosePara("1") + `\n\n` + prosePara("2") + `\n\n` + prosePara("3") + `"}]}</script></head><body><div id=app>Please switch on JavaScript.</div></body>`,
			[]string{"1", "2", "3"},
		},
		"without paragraphs that the page's data leaves out": {
			`<head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + prosePara("1") + " " + prosePara("2") + " " + prosePara("3") + " " + prosePara("4") + `"}</script></head><body><div class="story">` +
				p("1") + p("2") + `<p>Our app brings you offers every morning, with no strings attached at all.</p>` + p("3") + p("4") + `</div></body>`,
			[]string{"1", "2", "3", "4"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := one(t, "page.html", "<!doctype html><html>"+c.page+"</html>")
			var got []string
			for _, text := range texts(s) {
				f := strings.Fields(text)
				if f[0] == "Paragraph" {
					f = f[1:]
				}
				got = append(got, f[0])
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestPageFields(t *testing.T) {
	body := "<p>" + prosePara("1") + "</p><p>" + prosePara("2") + "</p>"
	for name, c := range map[string]struct{ head, top, headline, dek, by string }{
		"the title without the site": {`<title>Ferry sinks off the coast - Example Wire</title><meta property="og:site_name" content="Example Wire">`, "", "Ferry sinks off the coast", "", ""},
		"the heading that agrees with the title": {
			`<title>Ferry sinks off Port Ellery | Example</title>`, `<h1>Example</h1><h1>Ferry sinks off Port Ellery</h1>`, "Ferry sinks off Port Ellery", "", "",
		},
		"a description that stands nowhere":      {`<meta name="description" content="Read all about the ferry here on our site.">`, `<h1>Ferry</h1>`, "Ferry", "", ""},
		"a description that stands on the page":  {`<meta name="description" content="All of the people aboard were saved.">`, `<h1>Ferry</h1><h2>All of the people aboard were saved.</h2>`, "Ferry", "All of the people aboard were saved.", ""},
		"a byline on the page":                   {"", `<h1>Ferry</h1><div class="byline">By Mara Quill</div>`, "Ferry", "", "Mara Quill"},
		"an account that posts for everybody":    {`<meta name="author" content="admin">`, `<h1>Ferry</h1>`, "Ferry", "", ""},
		"a site that is named as its own author": {`<meta name="author" content="Example Wire"><meta property="og:site_name" content="Example Wire">`, `<h1>Ferry</h1>`, "Ferry", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := one(t, "page.html", "<html><head>"+c.head+"</head><body>"+c.top+`<div class="story">`+body+"</div></body></html>")
			assert.Equal(t, c.headline, s.Headline)
			assert.Equal(t, c.dek, s.Dek)
			assert.Equal(t, c.by, strings.Join(s.Bylines, " + "))
			assert.Len(t, s.Body, 2)
		})
	}
}

func TestPageInItsCharacterSet(t *testing.T) {
	page := "<html><head><meta charset=windows-1251><title>\xcf\xf0\xe8\xe2\xe5\xf2</title></head><body><p>" + strings.Repeat("\xcc\xe8\xf0, \xec\xe8\xf0. ", 20) + "</p></body></html>"
	stories, err := Read(context.Background(), "a.html", []byte(page))
	require.NoError(t, err)
	assert.Equal(t, "Привет", stories[0].Headline)
	assert.True(t, strings.HasPrefix(stories[0].Body[0].Text, "Мир, мир."))
}
