package clean

import (
	"regexp"
	"strings"
	"time"

	"stet/model/story"
)

// dateWords are the words that a line of dates and times is made of.
var dateWords = set(`a p m january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
mon tue tues wed weds thu thur thurs fri sat sun am pm a.m p.m noon midnight est edt et cst cdt ct mst mdt mt pst pdt pt gmt bst utc ist aedt aest cet cest jst hkt sgt
published updated update posted post last modified created revised edited first filed released release date dated time at on the of to and from since as by today yesterday local hours hrs h ago min mins minutes read
st nd rd th`)

var (
	reYear  = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	reClock = regexp.MustCompile(`\b\d{1,2}:[0-5]\d\b|\b\d{1,2}(?:\.[0-5]\d)? ?[ap]\.?m\b`)
	reDay   = regexp.MustCompile(`\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b`)
	reMonth = regexp.MustCompile(`\b(?:` + month + `)(?: \d|,? ?\d{4})|\d(?:st|nd|rd|th)? (?:` + month + `)`)
	reLabel = regexp.MustCompile(`^(?:(?:first |last |originally )?(?:published|updated?|posted|modified|created|revised|edited|filed|released?|date|dated|issued|web posted)(?: (?:on|at|date))?\b ?:?)`)
)

// dateLine judges a line that gives a date or a time and little else.
func dateLine(t string, s shape) verdict {
	if s.words == 0 || s.words > 18 {
		return verdict{}
	}
	if s.digits == 0 {
		return verdict{}
	}
	f := fold(t)
	point := reDay.MatchString(f) || reMonth.MatchString(f) || reClock.MatchString(f)
	if !point && !reYear.MatchString(f) {
		return verdict{}
	}
	total, dates := 0, 0
	for w := range strings.FieldsFuncSeq(f, func(r rune) bool { return strings.ContainsRune(" ,;:|/()-–—.[]?·•+", r) }) {
		total++
		if dateWords[w] || (w[0] >= '0' && w[0] <= '9') {
			dates++
		}
	}
	share := float64(dates) / float64(max(1, total))
	labelled := reLabel.MatchString(f)
	switch {
	case share == 1 && s.ended && !reYear.MatchString(f) && !reClock.MatchString(f): // the end of a sentence
		return verdict{story.Timestamp, doubtful}
	case share == 1 && point:
		return verdict{story.Timestamp, 0.97}
	case share == 1:
		return verdict{story.Timestamp, 0.7}
	case labelled && point && share >= 0.4 && !s.ended:
		return verdict{story.Timestamp, 0.93}
	case point && reYear.MatchString(f) && share >= 0.6 && !s.ended && s.words <= 12:
		return verdict{story.Timestamp, 0.85}
	}
	return verdict{}
}

var dateLayouts = []string{"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "2006-1-2", "2006/1/2", "1/2/2006", "2.1.2006"}

// parseDay resolves a date as datelines write it. Where no year stands there
// it takes the one of near, and gives the zero time when near is zero too.
func parseDay(t string, near time.Time) time.Time {
	t = strings.Join(strings.FieldsFunc(t, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }), " ")
	t = strings.Replace(t, "Sept ", "Sep ", 1)
	for _, l := range dateLayouts {
		if d, err := time.Parse(l, t); err == nil {
			return d
		}
	}
	if near.IsZero() {
		return time.Time{}
	}
	for _, l := range dateLayouts[:4] {
		if d, err := time.Parse(l, t+near.Format(" 2006")); err == nil {
			if d.Sub(near) > 180*24*time.Hour { // a December dateline seen in January
				d = d.AddDate(-1, 0, 0)
			}
			return d
		}
	}
	return time.Time{}
}

// publishedDay finds a day in a line such as "Published: Friday, January 18,
// 2008", or gives the zero time.
func publishedDay(t string) time.Time {
	if m := rePublishedDay.FindString(t); m != "" {
		return parseDay(m, time.Time{})
	}
	return time.Time{}
}

var rePublishedDay = regexp.MustCompile(`(?i)\b(?:(?:` + month + `) \d{1,2},? \d{4}|\d{1,2} (?:` + month + `) \d{4}|\d{4}-\d{1,2}-\d{1,2})\b`)
