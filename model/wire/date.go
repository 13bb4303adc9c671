package wire

import (
	"strings"
	"time"
)

// layouts of the dates that wire formats, feeds and pages carry, the commoner
// first.
var layouts = []string{
	time.RFC3339Nano,
	"2006-01-02T15:04:05-0700",
	"2006-01-02T15:04:05.999-0700",
	"2006-01-02T15:04-0700",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04",
	"20060102T150405Z07:00",
	"20060102T150405-0700",
	"20060102T150405",
	"20060102T1504Z07:00",
	"20060102150405",
	"Mon, 2 Jan 2006 15:04:05 -0700",
	"Mon, 2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04 -0700",
	"Mon, 2 Jan 2006 15:04 MST",
	"Mon, 2 Jan 06 15:04:05 -0700",
	"Mon, 2 Jan 06 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700",
	"2 Jan 2006 15:04:05 MST",
	"2 Jan 2006 15:04 MST",
	"2 Jan 06 15:04:05 MST",
	"Monday, 2 January 2006 15:04:05 MST",
	"Monday, January 2, 2006 3:04 PM",
	"January 2, 2006 3:04 PM",
	"January 2, 2006, 3:04 PM -0700",
	"January 2, 2006 3:04 PM -0700",
	"Jan 2, 2006 3:04 PM -0700",
	"2 Jan 2006 15:04 -0700",
	"January 2, 2006",
	"Jan 2, 2006",
	"2 January 2006",
	"2 Jan 2006",
	"02 January 2006 15:04:05",
	"02-Jan-2006 15:04",
	"Mon Jan 2 15:04:05 MST 2006",
	"Mon Jan 2 15:04:05 2006",
	"2006-01-02",
	"2006/01/02",
	"20060102",
	"2006-01",
	"2006",
}

// zones that dates name by letters and that package time knows only where the
// machine stands in them, as offsets.
var zones = strings.NewReplacer(
	" GMT", " +0000", " UTC", " +0000", " UT", " +0000", " EST", " -0500", " EDT", " -0400", " CST", " -0600", " CDT", " -0500",
	" MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700", " BST", " +0100", " CET", " +0100", " CEST", " +0200",
	" AEST", " +1000", " AEDT", " +1100", " IST", " +0530", " JST", " +0900",
)

// parseTime reads a date in any of the layouts and returns it in the zone that
// it names, or in UTC; the zero time where it is none of them.
func parseTime(t string) time.Time {
	t = oneLine(t)
	if t == "" || len(t) > 60 {
		return time.Time{}
	}
	for _, candidate := range [...]string{zones.Replace(t), t, strings.Replace(t, "Sept ", "Sep ", 1)} {
		for _, l := range layouts {
			if at, err := time.Parse(l, candidate); err == nil && at.Year() > 1 {
				return at
			}
		}
	}
	return time.Time{}
}
