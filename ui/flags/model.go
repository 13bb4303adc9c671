// Package flags is the panel of flags: a card for each, in story order or by
// rule, with filters by kind and the settled ones folded away.
package flags

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"stet/model/desk"
	"stet/model/flag"
)

// Card is what the panel shows of a flag.
type Card struct {
	Item   desk.Item
	Before string // the words before the flagged ones, in their paragraph
	After  string
	Title  string // the rule's title
	Why    string // the principle behind the rule
}

// Around cuts the context of a flag out of its paragraph: para is the
// paragraph's text, start and end are the flagged bytes in it. About n
// characters stand on either side, whole words.
func Around(para string, start, end, n int) (before, after string) {
	start, end = min(max(start, 0), len(para)), min(max(end, 0), len(para))
	before, after = para[:start], para[max(start, end):]
	if utf8.RuneCountInString(before) > n {
		r := []rune(before)
		cut := string(r[len(r)-n:])
		if i := strings.IndexByte(cut, ' '); i >= 0 && i < len(cut)-1 {
			cut = cut[i+1:]
		}
		before = "…" + cut
	}
	if utf8.RuneCountInString(after) > n {
		r := []rune(after)
		cut := string(r[:n])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		after = cut + "…"
	}
	return before, after
}

// FixLabel is what stands on the button of a fix.
func FixLabel(was string, f flag.Fix) string {
	switch {
	case f.Label != "":
		return f.Label
	case f.Text == "" && strings.TrimSpace(was) == "":
		return "remove the space"
	case f.Text == "":
		return "remove"
	case strings.TrimSpace(f.Text) == "":
		return "a space"
	}
	return shorten(strings.ReplaceAll(strings.TrimSpace(f.Text), "\n", " ¶ "), 40)
}

func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}

// entryKind is what a row of the panel is.
type entryKind uint8

const (
	cardEntry    entryKind = iota
	groupEntry             // the title of a rule, when sorted by rule
	foldEntry              // "12 settled"
	settledEntry           // a settled card
	notesEntry             // "3 notes"
)

type entry struct {
	kind  entryKind
	card  int // index in the cards; of a group: its first
	count int
}

// arrange lays the cards out in rows. kinds says which kinds show.
func arrange(cards []Card, kinds [flag.NKinds]bool, notes, byRule, unfolded bool) []entry {
	var out []entry
	var open []int
	settled, hiddenNotes := []int{}, 0
	for i := range cards {
		it := &cards[i].Item
		switch {
		case !kinds[it.Flag.Kind]:
		case it.Verdict != flag.Open:
			settled = append(settled, i)
		case it.Flag.Severity == flag.Note && !notes:
			hiddenNotes++
		default:
			open = append(open, i)
		}
	}
	if byRule {
		var order []string
		groups := map[string][]int{}
		for _, i := range open {
			r := cards[i].Item.Flag.Rule
			if groups[r] == nil {
				order = append(order, r)
			}
			groups[r] = append(groups[r], i)
		}
		for _, r := range order {
			g := groups[r]
			out = append(out, entry{groupEntry, g[0], len(g)})
			for _, i := range g {
				out = append(out, entry{cardEntry, i, 0})
			}
		}
	} else {
		for _, i := range open {
			out = append(out, entry{cardEntry, i, 0})
		}
	}
	if hiddenNotes > 0 {
		out = append(out, entry{notesEntry, 0, hiddenNotes})
	}
	if len(settled) > 0 {
		out = append(out, entry{foldEntry, 0, len(settled)})
		if unfolded {
			for _, i := range settled {
				out = append(out, entry{settledEntry, i, 0})
			}
		}
	}
	return out
}

// settledText says what became of a flag.
func settledText(it *desk.Item) string {
	d := it.Decision
	if d == nil {
		return it.Verdict.String()
	}
	switch it.Verdict {
	case flag.Fixed:
		return fmt.Sprintf("fixed: %s → %s", quoted(it.Was), quoted(d.Fix))
	case flag.Queried:
		if d.Reason != "" {
			return "query: " + d.Reason
		}
		return "back to the reporter: " + quoted(it.Was)
	}
	if d.Reason != "" {
		return "stands: " + quoted(it.Was) + " (" + d.Reason + ")"
	}
	return "stands: " + quoted(it.Was)
}

func quoted(s string) string {
	if strings.TrimSpace(s) == "" {
		if s == "" {
			return "nothing"
		}
		return "a space"
	}
	return "“" + shorten(strings.TrimSpace(s), 32) + "”"
}
