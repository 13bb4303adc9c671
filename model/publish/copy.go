package publish

import (
	"bytes"
	"html/template"
	"regexp"
	"strings"

	"stet/model/story"
)

// byline joins the names as a byline has them: "By Ann Lee and Bo Ek".
func byline(s *story.Story) string {
	switch n := len(s.Bylines); n {
	case 0:
		return ""
	case 1:
		return "By " + s.Bylines[0]
	default:
		return "By " + strings.Join(s.Bylines[:n-1], ", ") + " and " + s.Bylines[n-1]
	}
}

// plain writes the copy as text: a blank line between paragraphs.
func plain(s *story.Story) []byte {
	var parts []string
	add := func(t string) {
		if t = strings.TrimSpace(t); t != "" {
			parts = append(parts, t)
		}
	}
	add(s.Headline)
	add(s.Dek)
	add(byline(s))
	for i, p := range s.Body {
		t := p.Text
		if p.Role == story.RoleListItem {
			t = "- " + t
			if i > 0 && s.Body[i-1].Role == story.RoleListItem {
				parts[len(parts)-1] += "\n" + t
				continue
			}
		}
		add(t)
	}
	add(credits(s))
	return []byte(strings.Join(parts, "\n\n") + "\n")
}

func credits(s *story.Story) string {
	var c []string
	if s.Credit != "" {
		c = append(c, s.Credit)
	}
	if s.PhotoCredit != "" {
		c = append(c, "Photo: "+s.PhotoCredit)
	}
	return strings.Join(c, " · ")
}

// special are the characters that Markdown reads as more than themselves
// anywhere in a line; lineStart those that it does at the start of one.
var (
	special   = regexp.MustCompile("[\\\\`*_\\[\\]<>&]")
	lineStart = regexp.MustCompile(`^(#{1,6}|[-+]|=+|-+|~{3,}|\d{1,9}[.)])(\s|$)`)
)

// escape makes t mean itself in Markdown.
func escape(t string) string {
	t = special.ReplaceAllString(t, `\$0`)
	if m := lineStart.FindStringSubmatchIndex(t); m != nil {
		at := m[3] - 1 // a figure's point, or the first mark
		if t[0] < '0' || t[0] > '9' {
			at = 0
		}
		t = t[:at] + `\` + t[at:]
	}
	return t
}

func markdown(s *story.Story) []byte {
	var b bytes.Buffer
	line := func(before, t, after string) {
		if t = strings.TrimSpace(t); t != "" {
			if b.Len() > 0 {
				b.WriteString("\n")
			}
			b.WriteString(before + escape(t) + after + "\n")
		}
	}
	line("# ", s.Headline, "")
	line("**", s.Dek, "**")
	line("", byline(s), "")
	for i := 0; i < len(s.Body); i++ {
		p := s.Body[i]
		switch p.Role {
		case story.RoleSubhead:
			line("## ", p.Text, "")
		case story.RoleCaption:
			line("*", p.Text, "*")
		case story.RoleListItem:
			b.WriteString("\n")
			for ; i < len(s.Body) && s.Body[i].Role == story.RoleListItem; i++ {
				b.WriteString("- " + escape(strings.TrimSpace(s.Body[i].Text)) + "\n")
			}
			i--
		case story.RoleTable:
			line("", strings.ReplaceAll(p.Text, "\t", " | "), "")
		default:
			line("", p.Text, "")
		}
	}
	line("*", credits(s), "*")
	return b.Bytes()
}

var pageTemplate = template.Must(template.New("copy").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<title>{{.Title}}</title>
{{- with .Story.Dek}}
<meta name="description" content="{{.}}">{{end}}
{{- with .Byline}}
<meta name="author" content="{{.}}">{{end}}
</head>
<body>
<article>
{{- with .Story.Headline}}
<h1>{{.}}</h1>{{end}}
{{- with .Story.Dek}}
<p><strong>{{.}}</strong></p>{{end}}
{{- with .Byline}}
<p>{{.}}</p>{{end}}
{{- range .Blocks}}
{{- if eq .Kind "list"}}
<ul>{{range .Items}}
<li>{{.}}</li>{{end}}
</ul>{{else if eq .Kind "table"}}
<table>{{range .Rows}}
<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>{{end}}
</table>{{else if eq .Kind "subhead"}}
<h2>{{.Text}}</h2>{{else if eq .Kind "caption"}}
<p><em>{{.Text}}</em></p>{{else}}
<p>{{.Text}}</p>{{end}}{{end}}
{{- with .Credits}}
<p><small>{{.}}</small></p>{{end}}
</article>
</body>
</html>
`))

type block struct {
	Kind  string
	Text  string
	Items []string
	Rows  [][]string
}

func blocks(s *story.Story) []block {
	var out []block
	for _, p := range s.Body {
		kind := map[story.Role]string{
			story.RoleListItem: "list", story.RoleTable: "table", story.RoleSubhead: "subhead", story.RoleCaption: "caption",
		}[p.Role]
		if kind == "list" || kind == "table" {
			if len(out) == 0 || out[len(out)-1].Kind != kind {
				out = append(out, block{Kind: kind})
			}
			last := &out[len(out)-1]
			last.Items = append(last.Items, p.Text)
			last.Rows = append(last.Rows, strings.Split(p.Text, "\t"))
			continue
		}
		out = append(out, block{Kind: kind, Text: p.Text})
	}
	return out
}

func page(s *story.Story) ([]byte, error) {
	lang, title := s.Language, s.Headline
	if lang == "" {
		lang = "en"
	}
	if title == "" {
		title = FileName(s)
	}
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, struct {
		Story                        *story.Story
		Lang, Title, Byline, Credits string
		Blocks                       []block
	}{s, lang, title, byline(s), credits(s), blocks(s)})
	return b.Bytes(), err
}
