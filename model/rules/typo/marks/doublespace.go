package marks

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var wideRule = rules.Rule{
	ID: "typo.double-space", Kind: flag.Typo, Severity: flag.Note,
	Title:   "Two spaces",
	Message: "Two spaces stand between words.",
	Why:     "Doubled spaces show in print. The story gets one flag that lists them; where they come by the dozen a converter left them, and nothing is said. Two after a full stop are a typist's habit and let be.",
	Wrong: []rules.Example{
		{Text: "The minister[  ]left.", Fixed: "The minister left."},
	},
	Right: []string{"The minister left.  He did not say why.", "Name\tAge", "A      column"},
}

// mostWide is how many doubled spaces a story may have and still be told of
// them. More come from a converter, not from a hand: they say nothing about the
// words beside them.
const mostWide = 3

// wideSpaces makes one flag of all places where two or three spaces stand
// between words.
func wideSpaces(d *lang.Doc) []flag.Flag {
	var found []flag.Flag
	for k := range d.Paras {
		r := d.Paras[k].Tokens
		for i := r.First + 1; i < r.End; i++ {
			start, end := d.Tokens[i-1].End, d.Tokens[i].Start
			if end-start < 2 || end-start > 3 || strings.Trim(d.Text[start:end], " ") != "" || afterSentence(d.Text[:start]) {
				continue
			}
			found = append(found, at(start, end, 0.9, "Two spaces stand here.", " "))
		}
	}
	if len(found) == 0 || len(found) > mostWide {
		return nil
	}
	f := found[0]
	f.Rule, f.Kind, f.Severity = wideRule.ID, flag.Typo, flag.Note
	if len(found) > 1 {
		f.Message = fmt.Sprintf("Two spaces stand here and in %d more places.", len(found)-1)
		for _, x := range found[1:] {
			f.Also = append(f.Also, flag.Place{Span: x.Span, Note: "two spaces"})
		}
	}
	return []flag.Flag{f}
}

// afterSentence reports whether t ends where a sentence, or a part of one that
// typists leave two spaces after, ends.
func afterSentence(t string) bool {
	for _, end := range [...]string{".", "!", "?", ":", "\"", "'", ")", "”", "’"} {
		if strings.HasSuffix(t, end) {
			return true
		}
	}
	return false
}
