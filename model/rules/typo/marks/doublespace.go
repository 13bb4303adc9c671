package marks

import (
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var wideRule = rules.Rule{
	ID: "typo.double-space", Kind: flag.Typo, Severity: flag.Note,
	Title:   "Two spaces",
	Message: "Two spaces stand between words.",
	Why:     "A doubled space shows in print. One is a slip of the hand; where a story has several, a converter left them, and nothing is said. Two after a full stop are a typist's habit and let be.",
	Wrong: []rules.Example{
		{Text: "The minister[  ]left.", Fixed: "The minister left."},
	},
	Right: []string{"The minister left.  He did not say why.", "Name\tAge", "A      column"},
}

// wideSpaces finds the one place of a story where two or three spaces stand
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
			f := at(start, end, 0.9, "Two spaces stand here.", " ")
			f.Rule, f.Kind, f.Severity = wideRule.ID, flag.Typo, flag.Note
			found = append(found, f)
		}
	}
	if len(found) > 1 {
		return nil // a converter's, not a hand's
	}
	return found
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
