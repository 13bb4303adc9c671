package wire

import (
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
	width, inside, full, laidOut := 0, 0, 0, 0
	for _, l := range lines {
		if strings.HasPrefix(l, "\t") || strings.Contains(strings.TrimSpace(l), "   ") {
			laidOut++
		}
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if width > 100 || width < 35 || laidOut*10 > len(lines)*7 {
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

// joinWrapped joins lines that were broken to a width into paragraphs. A line
// starts one where it is indented more than the line before, where it is an item
// of a list, and after a line that ends far short of the width.
func joinWrapped(lines []string) []string {
	var out []string
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	for i, l := range lines {
		if i == 0 || starts(lines[i-1], l, width) {
			out = append(out, oneLine(l))
			continue
		}
		out[len(out)-1] += " " + oneLine(l)
	}
	return out
}

// starts reports whether a line of wrapped text starts a paragraph.
func starts(before, l string, width int) bool {
	prev, t := strings.TrimSpace(before), strings.TrimSpace(l)
	if strings.HasPrefix(t, "* ") || strings.HasPrefix(t, "• ") || strings.HasPrefix(t, "- ") {
		return true
	}
	inset := func(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }
	if inset(l) > inset(before)+1 || strings.HasPrefix(l, "\t") && (inset(before) == 0 || sentenceEnd(prev)) {
		return true
	}
	if inset(l) >= 2 && inset(before) >= 2 && sentenceEnd(prev) && utf8.RuneCountInString(prev)+14 < width {
		return true
	}
	return utf8.RuneCountInString(prev)*2 < width && !startsLower(t)
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
		out = append(out, listItem(p))
	}
	return out
}

// listItem makes a paragraph of a text, and an item of a list of one with a
// bullet.
func listItem(p string) story.Paragraph {
	for _, bullet := range [...]string{"* ", "• ", "•\u00a0"} {
		if t, ok := strings.CutPrefix(p, bullet); ok {
			return story.Paragraph{Text: t, Role: story.RoleListItem}
		}
	}
	return story.Paragraph{Text: p}
}

// markupOrText makes paragraphs of a value that may hold HTML or plain text.
func markupOrText(t string) []story.Paragraph {
	if !looksMarkup(t) {
		return textParagraphs(t)
	}
	if !blockTag().MatchString(t) {
		// Markup inside plain text: the lines make the paragraphs.
		t = "<pre>" + t + "</pre>"
	}
	root, err := parseHTML(t)
	if err != nil {
		return textParagraphs(t)
	}
	ps := wireParagraphs(root, nil)
	if len(ps) == 1 && blockTag().MatchString(ps[0].Text) && len(ps[0].Text) < len(t) {
		return markupOrText(ps[0].Text) // escaped twice
	}
	return ps
}

var blockTag = pattern(`(?i)<(?:p|div|br|li|h[1-6]|table|tr|blockquote|section|article|body|pre|dd)\b`)

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
