package wire

import (
	"strings"
	"unicode"

	"stet/model/story"
)

// against compares what was found with the text of the article that the page
// gives in its JSON-LD, where it gives it. Where most of that text was not
// found, it is taken instead; where nearly all was, paragraphs that are not in
// it are dropped.
func against(ps []story.Paragraph, known string) []story.Paragraph {
	if len(known) < 400 {
		return ps
	}
	if looksMarkup(known) {
		known = joined(markupOrText(known))
	}
	have, found := wordRuns(joined(ps)), wordRuns(known)
	if len(found) == 0 {
		return ps
	}
	both := 0
	for r := range found {
		if have[r] {
			both++
		}
	}
	switch {
	case both*2 < len(found):
		return textParagraphs(known)
	case both*100 < len(found)*85 || len(found)*10 < len(have)*7:
		return ps
	}
	out := ps[:0]
	for _, p := range ps {
		runs := wordRuns(p.Text)
		in := 0
		for r := range runs {
			if found[r] {
				in++
			}
		}
		if in*3 >= len(runs) || len(runs) == 0 {
			out = append(out, p)
		}
	}
	return out
}

// wordRuns is the set of runs of three words in t, in lower case.
func wordRuns(t string) map[string]bool {
	f := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := map[string]bool{}
	for i := range max(0, len(f)-2) {
		out[f[i]+" "+f[i+1]+" "+f[i+2]] = true
	}
	return out
}
