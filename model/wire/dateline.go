package wire

import (
	"strings"
	"time"

	"stet/model/story"
)

const monthDay = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)`

// datelineForm is "PLACE, date (Agency) -" with any of its parts left out.
var datelineForm = pattern(`^\s*\(?([\p{Lu}][\p{L}.'’/ -]{1,40}?(?:, [\p{L}.' ]{2,30}?)??)` + // place
	`(?:,? ?(` + monthDay + `))?` +
	`,? ?(?:\(([\pL][\pL\d ./&-]{1,30})\)|/([\pL]{2,20})/|\b(AAP|AFP|AP|PTI|IANS|UPI|TASS|ANSA|EFE|dpa|PA))?` +
	`(?:\s?(?:--?|–|—|_|:|\.-|= ?)|\)|\s*$)`)

var (
	// dateFirst is a dateline without a place: "Jan 30 (Reuters) -".
	dateFirst = pattern(`^\s*(` + monthDay + `) \(([\pL][\pL\d ./&-]{1,30})\)\s?(?:--?|–|—|_|:)`)
	// agencyFirst is a dateline that opens with the agency: "(ANSA) - Rome, October 11 -".
	agencyFirst = pattern(`^\s*\(([\p{Lu}][\pL ]{1,20})\)\s?(?:--?|–|—|_)\s*`)
)

// parseDateline reads a line that is known to be a dateline.
func parseDateline(t string) story.Dateline {
	t = oneLine(t)
	if t != "" && '0' <= t[0] && t[0] <= '9' {
		return story.Dateline{Date: t, Time: parseTime(t)}
	}
	m := datelineForm().FindStringSubmatch(t)
	if m == nil {
		return story.Dateline{Place: strings.Trim(t, " -–—_")}
	}
	return story.Dateline{Place: strings.Trim(m[1], " ,-"), Date: m[2], Agency: m[3] + m[4] + m[5]}
}

// leadDateline reads the dateline that the first paragraph of a story opens
// with. It wants more than a place to believe it: an agency, or a place in
// capitals.
func leadDateline(lead string) (story.Dateline, bool) {
	if m := dateFirst().FindStringSubmatch(lead); m != nil {
		return story.Dateline{Date: m[1], Agency: m[2]}, true
	}
	if m := agencyFirst().FindStringSubmatch(lead); m != nil {
		d := story.Dateline{Agency: m[1]}
		if p := datelineForm().FindStringSubmatch(lead[len(m[0]):]); p != nil && p[2] != "" {
			d.Place, d.Date = strings.Trim(p[1], " ,-"), p[2]
		}
		return d, true
	}
	m := datelineForm().FindStringSubmatch(lead)
	if m == nil || len(m[0]) == len(lead) {
		return story.Dateline{}, false
	}
	agency := m[3] + m[4] + m[5]
	capitals := m[1] == strings.ToUpper(m[1]) && len(m[1]) > 3
	colon := strings.HasSuffix(strings.TrimSpace(m[0]), ":") // "RESCUE: …" heads a part
	if agency == "" && (!capitals || colon) {
		return story.Dateline{}, false
	}
	return story.Dateline{Place: strings.Trim(m[1], " ,-"), Date: m[2], Agency: agency}, true
}

// resolve fills Dateline.Time from Dateline.Date and the day that the story was
// sent.
func resolve(d *story.Dateline, sent time.Time) {
	if d.Date == "" || !d.Time.IsZero() {
		return
	}
	t := strings.NewReplacer(".", "", "Sept ", "Sep ").Replace(d.Date)
	if at := parseTime(t); !at.IsZero() && at.Year() > 1900 {
		d.Time = at
		return
	}
	if sent.IsZero() {
		return
	}
	for _, l := range [...]string{"Jan 2", "January 2", "2 Jan", "2 January"} {
		at, err := time.Parse(l, t)
		if err != nil {
			continue
		}
		at = time.Date(sent.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
		if at.Sub(sent) > 180*24*time.Hour { // a December date in a story sent in January
			at = at.AddDate(-1, 0, 0)
		}
		d.Time = at
		return
	}
}
