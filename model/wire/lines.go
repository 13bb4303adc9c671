package wire

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

// foldLines makes paragraphs of lines. Empty lines part paragraphs. Lines that
// were broken to a width are joined again; there, an indented line starts a
// paragraph. Other lines are a paragraph each.
func foldLines(lines []string) []string {
	var out, run []string
	end := func() {
		if wrapped(run) {
			out = append(out, joinWrapped(run)...)
		} else {
			for _, l := range run {
				out = append(out, oneLine(l))
			}
		}
		run = nil
	}
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			end()
			continue
		}
		run = append(run, l)
	}
	end()
	return out
}

// wrapped reports whether lines were broken to a width: none is long, all but
// the last of each paragraph are about as long as the others, and they tend to
// break off inside a sentence.
func wrapped(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	width, inside, full := 0, 0, 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if width > 100 || width < 35 {
		return false
	}
	for i, l := range lines[:len(lines)-1] {
		l, next := strings.TrimSpace(l), strings.TrimSpace(lines[i+1])
		word := strings.IndexAny(next+" ", " ")
		// Where the next word would still have fitted, the break was meant.
		if utf8.RuneCountInString(l)+1+word > width-12 {
			full++
			if !sentenceEnd(l) || startsLower(next) {
				inside++
			}
		}
	}
	breaks := len(lines) - 1
	return full*10 >= breaks*6 && inside*2 >= full && inside > 0 && (breaks > 2 || inside == breaks)
}

// joinWrapped joins lines that were broken to a width into paragraphs; an
// indented line starts one.
func joinWrapped(lines []string) []string {
	var out []string
	for i, l := range lines {
		indented := strings.HasPrefix(l, "  ") || strings.HasPrefix(l, "\t")
		if i == 0 || (indented && !strings.HasPrefix(lines[i-1], l[:2])) || (indented && sentenceEnd(strings.TrimSpace(lines[i-1]))) {
			out = append(out, oneLine(l))
			continue
		}
		out[len(out)-1] += " " + oneLine(l)
	}
	return out
}

func sentenceEnd(l string) bool {
	l = strings.TrimRight(l, `"'”’)] `)
	return strings.HasSuffix(l, ".") || strings.HasSuffix(l, "!") || strings.HasSuffix(l, "?") || strings.HasSuffix(l, ":")
}

func startsLower(l string) bool {
	r, _ := utf8.DecodeRuneInString(l)
	return unicode.IsLower(r)
}

// textParagraphs makes body paragraphs of plain text inside a structured
// format.
func textParagraphs(t string) []story.Paragraph {
	var out []story.Paragraph
	for _, p := range foldLines(strings.Split(lineBreaks.Replace(t), "\n")) {
		out = append(out, story.Paragraph{Text: p})
	}
	return out
}

// markupOrText makes paragraphs of a value that may hold HTML or plain text.
func markupOrText(t string) []story.Paragraph {
	if !looksMarkup(t) {
		return textParagraphs(t)
	}
	if !blockTag.MatchString(t) {
		// Markup inside plain text: the lines make the paragraphs.
		t = "<pre>" + t + "</pre>"
	}
	root, err := parseHTML(t)
	if err != nil {
		return textParagraphs(t)
	}
	return wireParagraphs(root, nil)
}

var blockTag = regexp.MustCompile(`(?i)<(?:p|div|br|li|h[1-6]|table|tr|blockquote|section|article|body|pre|dd)\b`)

// looksMarkup reports whether t holds tags or character references.
func looksMarkup(t string) bool {
	for i := 0; i < len(t); i++ {
		switch t[i] {
		case '<':
			if i+1 < len(t) && (t[i+1] == '/' || t[i+1] == '!' || isLetter(t[i+1])) && strings.IndexByte(t[i:], '>') > 0 {
				return true
			}
		case '&':
			if end := strings.IndexByte(t[i:], ';'); end > 1 && end < 10 && !strings.ContainsAny(t[i:i+end], " \n") {
				return true
			}
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// line is the text of a value that may hold HTML, in one line.
func line(t string) string {
	if !looksMarkup(t) {
		return oneLine(t)
	}
	var parts []string
	for _, p := range markupOrText(t) {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}
