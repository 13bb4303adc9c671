package clean

import (
	"regexp"
	"strings"
	"time"
	"unicode"

	"stet/model/story"
)

// The end of a dateline: a dash with spaces around it, two hyphens, an
// underscore as old transmissions have it, or a colon or dash after the
// agency's bracket.
var (
	reDatelineEnd = regexp.MustCompile(`^(.{2,70}?)\s?(?:\s(?:-|–|—|−|--|---|_)\s|\s?(?:—|--)\s?|(?:\)):\s)`)
	reAgencyMark  = regexp.MustCompile(`\(([A-Z][\w.&/ -]{1,30})\)\s*$|,? /([A-Z][\w.& -]{1,25})/$`)
	reDatelineDay = regexp.MustCompile(`(?i),?\s*((?:(?:` + month + `)\s+\d{1,2}(?:,?\s+\d{4})?)|(?:\d{1,2}\s+(?:` + month + `)(?:,?\s+\d{4})?))\s*$`)
)

// parseDateline reads the dateline that opens t: "HAVANA, Jan 12 (Reuters) -",
// "WASHINGTON (AP) —", "New Delhi, Jan 13 (IANS): ". It reports how many bytes
// of t the dateline takes, 0 when there is none. near helps to date a day that
// has no year.
func parseDateline(t string, near time.Time) (story.Dateline, int) {
	var d story.Dateline
	end := 0
	head := ""
	if m := reDatelineEnd.FindStringSubmatchIndex(t); m != nil {
		head, end = t[:m[3]], m[1]
		if strings.HasPrefix(t[m[3]:], ")") {
			head = t[:m[3]+1]
		}
	} else {
		return d, 0
	}
	head = strings.TrimSpace(head)
	if m := reAgencyMark.FindStringSubmatch(head); m != nil {
		d.Agency = m[1] + m[2]
		head = strings.TrimRight(strings.TrimSuffix(head, m[0]), " ,")
	}
	if m := reDatelineDay.FindStringSubmatch(head); m != nil {
		d.Date = m[1]
		d.Time = parseDay(d.Date, near)
		head = strings.TrimRight(strings.TrimSuffix(head, m[0]), " ,")
	}
	if head == "" {
		if d.Agency == "" {
			return story.Dateline{}, 0
		}
		return d, end
	}
	if !placeLike(head, d.Agency != "" || d.Date != "") {
		return story.Dateline{}, 0
	}
	d.Place = head
	return d, end
}

// placeLike reports whether t can be the place of a dateline: capitals
// throughout its first part, or, when an agency or a date vouches for it,
// words that open with capitals.
func placeLike(t string, vouched bool) bool {
	parts := strings.Split(t, ",")
	if len(parts) > 3 {
		return false
	}
	if strings.HasSuffix(strings.ToUpper(strings.ReplaceAll(t, "’", "'")), "'S") {
		return false
	}
	letters := 0
	for i, p := range parts {
		words := strings.Fields(p)
		if len(words) == 0 || len(words) > 4 {
			return false
		}
		for _, w := range words {
			for k, r := range w {
				switch {
				case unicode.IsLetter(r):
					letters++
					if unicode.IsLower(r) && i == 0 && !vouched {
						return false
					}
					if k == 0 && unicode.IsLower(r) && !particles[w] {
						return false
					}
				case strings.ContainsRune(".'’-/", r):
				default:
					return false
				}
			}
		}
	}
	return letters >= 3
}

// particles are the small words in names of places and people.
var particles = set("de la le du da do dos das di del della der den van von bin ibn al el e y of the in ter ten zu")
