package facts

import (
	"strings"
	"time"

	"stet/model/story"
)

// months by their names and usual abbreviations, points apart.
var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}

// month reads a month's name, in capitals or with its point too. A small "may"
// or "march" is no month.
func month(w string) (time.Month, bool) {
	if w == "" || w[0] < 'A' || w[0] > 'Z' {
		return 0, false
	}
	m, ok := months[strings.ToLower(strings.TrimSuffix(w, "."))]
	return m, ok
}

func weekday(w string) (time.Weekday, bool) {
	if w == "" || w[0] < 'A' || w[0] > 'Z' {
		return 0, false
	}
	d, ok := weekdays[strings.ToLower(strings.TrimSuffix(w, "."))]
	return d, ok
}

// day is midnight UTC of a day, which is how this package writes days: a day
// has no zone.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// dayOf is the calendar day that t shows in its own zone.
func dayOf(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return day(t.Date())
}

// valid reports whether a month has such a day; leap says that the year is
// known not to matter.
func valid(y int, m time.Month, d int) bool {
	if y == 0 {
		y = 2000 // a leap year: 29 February may be right
	}
	return d >= 1 && d <= 31 && m >= 1 && m <= 12 && day(y, m, d).Month() == m
}

// publishedLayouts are the forms of a publication date as pages and wires write
// it, tried on its start.
var publishedLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02", time.RFC1123Z, time.RFC1123, time.RFC822Z,
	"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "Monday, January 2, 2006",
	"Monday 2 January 2006", "Monday, 2 January 2006", "02/01/2006", "January 2 2006",
}

// storyDay is the day that a story speaks from: its dateline's, the version's,
// or the day of publication. It is zero when none is known.
func storyDay(s *story.Story) time.Time {
	for _, t := range [...]time.Time{s.Dateline.Time, s.Versioned, s.Created} {
		if !t.IsZero() {
			return dayOf(t)
		}
	}
	return dayOf(parsePublished(s.Published))
}

func parsePublished(p string) time.Time {
	p = strings.TrimSpace(p)
	for _, cut := range [...]string{"", "Published", "Updated", "Posted", "on ", ":"} {
		p = strings.TrimSpace(strings.TrimPrefix(p, cut))
	}
	words := strings.Fields(p)
	for n := min(len(words), 6); n > 0; n-- {
		t := strings.TrimRight(strings.Join(words[:n], " "), ",|–- ")
		for _, l := range publishedLayouts {
			if d, err := time.Parse(l, t); err == nil {
				return d
			}
		}
	}
	return time.Time{}
}

// nearest is the day of month m nearest to ref.
func nearest(ref time.Time, m time.Month, d int) time.Time {
	if ref.IsZero() {
		return time.Time{}
	}
	var best time.Time
	for y := ref.Year() - 1; y <= ref.Year()+1; y++ {
		if !valid(y, m, d) {
			continue
		}
		if t := day(y, m, d); best.IsZero() || t.Sub(ref).Abs() < best.Sub(ref).Abs() {
			best = t
		}
	}
	return best
}

// weekdayFrom is the given weekday on or before ref, or after it.
func weekdayFrom(ref time.Time, w time.Weekday, after bool) time.Time {
	if ref.IsZero() {
		return ref
	}
	n := int(w-ref.Weekday()+7) % 7
	if after {
		return ref.AddDate(0, 0, n)
	}
	return ref.AddDate(0, 0, n-7*min(n, 1))
}
