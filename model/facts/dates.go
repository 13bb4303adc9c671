package facts

import (
	"strconv"
	"strings"
	"time"

	"stet/model/lang"
	"stet/model/text"
)

// DateForm is how a date is given.
type DateForm string

// The forms.
const (
	FullDate     DateForm = "full"     // with its year
	PartDate     DateForm = "part"     // day and month
	MonthDate    DateForm = "month"    // "January", "January 2015"
	YearDate     DateForm = "year"     // "1998", "the 1990s"
	WeekdayDate  DateForm = "weekday"  // "Tuesday"
	RelativeDate DateForm = "relative" // "yesterday", "two weeks ago"
)

// Date is a day or a part of the calendar that the story speaks of.
type Date struct {
	text.Span
	Tokens   lang.Range
	Form     DateForm
	From, To time.Time // first and last day that it can mean, midnight UTC; zero where it stays open
	Month    time.Month
	Day      int // of the month; 0 not stated
	Year     int // as stated; 0 not stated
	Weekday  int // stated weekday, Sunday 0; -1 not stated
	Para     int
	Quoted   bool
}

// dateReader finds the dates of a doc.
type dateReader struct {
	spelling
	ref time.Time // the day that the story speaks from; zero unknown
	out []Date
}

// read finds all dates, first come first served from the left.
func (r *dateReader) read() {
	for p := range r.d.Paras {
		t := r.d.Paras[p].Tokens
		for i := t.First; i < t.End; {
			dt, n := r.at(i, t.End)
			if n == 0 {
				i++
				continue
			}
			dt.Tokens = lang.Range{First: i, End: i + n}
			dt.Span = r.d.Slice(dt.Tokens)
			dt.Para = p
			dt.Quoted = r.d.Tokens[i].Quoted
			r.out = append(r.out, dt)
			i += n
		}
	}
}

// at reads the date that begins at token i and returns how many tokens it has.
func (r *dateReader) at(i, end int) (Date, int) {
	dt := Date{Weekday: -1}
	w := r.word(i)
	if wd, ok := weekday(w); ok {
		return r.fromWeekday(dt, i, end, wd)
	}
	if m, ok := month(w); ok {
		if n := r.monthDay(&dt, i, end, m); n > 0 {
			return r.resolve(dt), n
		}
		if n := r.monthYear(&dt, i, end, m); n > 0 {
			return r.resolve(dt), n
		}
		return dt, 0
	}
	if n := r.dayMonth(&dt, i, end); n > 0 {
		return r.resolve(dt), n
	}
	if n := r.numeric(&dt, i); n > 0 {
		return r.resolve(dt), n
	}
	if n := r.relative(&dt, i, end); n > 0 {
		return dt, n
	}
	if n := r.year(&dt, i, end); n > 0 {
		return r.resolve(dt), n
	}
	return dt, 0
}

// fromWeekday reads "Tuesday", "Tuesday, Jan. 13", "Tuesday the 13th",
// "Tuesday 13 January".
func (r *dateReader) fromWeekday(dt Date, i, end int, wd time.Weekday) (Date, int) {
	dt.Weekday = int(wd)
	next := i + 1
	if r.word(next) == "," {
		next++
	}
	if m, ok := month(r.word(next)); ok && next < end {
		if n := r.monthDay(&dt, next, end, m); n > 0 {
			return r.resolve(dt), next - i + n
		}
	}
	if r.lower(next) == "the" {
		next++
	}
	if n := r.dayMonth(&dt, next, end); n > 0 {
		return r.resolve(dt), next - i + n
	}
	if r.d.Tokens[i].Kind != lang.Word || strings.HasSuffix(r.lower(i), "s") && len(r.word(i)) > 7 {
		return dt, 0
	}
	if short := len(strings.TrimSuffix(r.word(i), ".")); short <= 4 { // "Sun", "Sat" alone are other words
		return dt, 0
	}
	dt.Form = WeekdayDate
	switch r.lower(i - 1) {
	case "next":
		dt.From = weekdayFrom(r.ref.AddDate(0, 0, 1), wd, true)
	case "last", "this past":
		dt.From = weekdayFrom(r.ref.AddDate(0, 0, -1), wd, false)
	default:
		dt.From = weekdayFrom(r.ref, wd, r.future(i))
	}
	if r.ref.IsZero() {
		dt.From = time.Time{}
	}
	dt.To = dt.From
	return dt, 1
}

// number of a day of the month: "13", "13th".
func (r *dateReader) dayNumber(i int) int {
	if i >= len(r.d.Tokens) || r.d.Tokens[i].Kind != lang.Number {
		return 0
	}
	w := strings.TrimRight(r.lower(i), "stndrh")
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 || len(w) > 2 {
		return 0
	}
	return n
}

func (r *dateReader) yearNumber(i int) int {
	if i >= len(r.d.Tokens) || r.d.Tokens[i].Kind != lang.Number {
		return 0
	}
	n, err := strconv.Atoi(r.word(i))
	if err != nil || n < 1000 || n > 2199 || len(r.word(i)) != 4 {
		return 0
	}
	return n
}

// monthDay reads "January 13", "Jan. 13-14", "January 13th, 2015" from the
// month on.
func (r *dateReader) monthDay(dt *Date, i, end int, m time.Month) int {
	n := 1
	at := i + 1
	if at >= end {
		return 0
	}
	if a, b, ok := splitRange(r.word(at)); ok && r.d.Tokens[at].Kind == lang.Number {
		d1, err1 := strconv.Atoi(a)
		d2, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || !valid(0, m, d1) || !valid(0, m, d2) || d2 <= d1 {
			return 0
		}
		dt.Form, dt.Month, dt.Day = PartDate, m, d1
		n += 1 + r.trailingYear(dt, at+1, end)
		*dt = r.resolve(*dt)
		if !dt.From.IsZero() {
			dt.To = dt.From.AddDate(0, 0, d2-d1)
		}
		return n
	}
	d := r.dayNumber(at)
	if d == 0 || !valid(0, m, d) {
		return 0
	}
	dt.Form, dt.Month, dt.Day = PartDate, m, d
	return n + 1 + r.trailingYear(dt, at+1, end)
}

// trailingYear reads ", 2015" or "2015" and returns its tokens.
func (r *dateReader) trailingYear(dt *Date, i, end int) int {
	n := 0
	if r.word(i) == "," {
		n = 1
	}
	if i+n < end {
		if y := r.yearNumber(i + n); y > 0 {
			dt.Year, dt.Form = y, FullDate
			return n + 1
		}
	}
	return 0
}

// monthYear reads "January 2015", "January" after a preposition.
func (r *dateReader) monthYear(dt *Date, i, end int, m time.Month) int {
	dt.Form, dt.Month = MonthDate, m
	n := 1
	at := i + 1
	if r.lower(at) == "of" {
		at++
	}
	if at < end {
		if y := r.yearNumber(at); y > 0 {
			dt.Year = y
			return at - i + 1
		}
	}
	switch r.lower(i - 1) {
	case "in", "since", "until", "till", "by", "from", "last", "next", "this", "early", "late", "mid", "through", "during", "every", "and", "to", "between", "of":
		if len(r.word(i)) > 4 || r.word(i) == "June" || r.word(i) == "July" || (r.word(i) == "May" && r.lower(i-1) != "and") {
			return n
		}
	}
	return 0
}

// dayMonth reads "13 January 2015", "13th of January", "21-22 January".
func (r *dateReader) dayMonth(dt *Date, i, end int) int {
	if i >= end {
		return 0
	}
	d1 := r.dayNumber(i)
	d2 := 0
	if d1 == 0 && r.d.Tokens[i].Kind == lang.Number {
		if a, b, ok := splitRange(r.word(i)); ok {
			d1, _ = strconv.Atoi(a)
			d2, _ = strconv.Atoi(b)
			if d2 <= d1 {
				return 0
			}
		}
	}
	if d1 == 0 {
		return 0
	}
	at := i + 1
	if r.lower(at) == "of" {
		at++
	}
	m, ok := month(r.word(at))
	if at >= end || !ok || !valid(0, m, max(d1, d2)) {
		return 0
	}
	dt.Form, dt.Month, dt.Day = PartDate, m, d1
	n := at - i + 1 + r.trailingYear(dt, at+1, end)
	if d2 > 0 {
		*dt = r.resolve(*dt)
		if !dt.From.IsZero() {
			dt.To = dt.From.AddDate(0, 0, d2-d1)
		}
	}
	return n
}

// numeric reads "2015-01-13" and "13/01/2015"; "01/02/2015" could be either
// month and stays unread.
func (r *dateReader) numeric(dt *Date, i int) int {
	if r.d.Tokens[i].Kind != lang.Number {
		return 0
	}
	w := r.word(i)
	f := strings.FieldsFunc(w, func(c rune) bool { return c == '-' || c == '/' })
	if len(f) != 3 {
		return 0
	}
	var n [3]int
	for k, x := range f {
		v, err := strconv.Atoi(x)
		if err != nil {
			return 0
		}
		n[k] = v
	}
	y, m, d := n[0], n[1], n[2]
	if len(f[0]) != 4 {
		if len(f[2]) != 4 {
			return 0
		}
		y = n[2]
		switch {
		case n[0] > 12 && n[1] <= 12:
			d, m = n[0], n[1]
		case n[1] > 12 && n[0] <= 12:
			m, d = n[0], n[1]
		case n[0] == n[1]:
			m, d = n[0], n[0]
		default:
			return 0
		}
	}
	if !valid(y, time.Month(m), d) {
		return 0
	}
	dt.Form, dt.Year, dt.Month, dt.Day = FullDate, y, time.Month(m), d
	return 1
}

// yearBefore are the words after which four digits are a year.
var yearBefore = words("in since until till by from during before after of to through late early mid around circa year and between the summer spring autumn fall winter election back")

// year reads "1998" where it is a year and "the 1990s".
func (r *dateReader) year(dt *Date, i, end int) int {
	w := strings.TrimPrefix(strings.TrimPrefix(r.word(i), "'"), "’")
	if r.d.Tokens[i].Kind != lang.Number && w == r.word(i) {
		return 0
	}
	if stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'"), "’"); stem != w && strings.HasSuffix(stem, "0") {
		y, err := strconv.Atoi(stem)
		if err != nil {
			return 0
		}
		if len(stem) == 2 {
			y += 1900
			if y < 1930 {
				y += 100
			}
		}
		if y < 1000 || y > 2199 {
			return 0
		}
		dt.Form, dt.From, dt.To = YearDate, day(y, 1, 1), day(y+9, 12, 31)
		return 1
	}
	y := r.yearNumber(i)
	if y == 0 {
		if a, b, ok := splitRange(w); ok && len(a) == 4 {
			y1, err1 := strconv.Atoi(a)
			y2, err2 := strconv.Atoi(b)
			if err1 == nil && err2 == nil && y1 >= 1000 && y1 <= 2199 {
				if len(b) == 2 {
					y2 += y1 / 100 * 100
				}
				if y2 > y1 && y2-y1 < 200 {
					dt.Form, dt.Year, dt.From, dt.To = YearDate, y1, day(y1, 1, 1), day(y2, 12, 31)
					return 1
				}
			}
		}
		return 0
	}
	if !yearBefore[r.lower(i-1)] && r.word(i-1) != "(" && !r.d.Tokens[i].First {
		// "the 2016 election": a year before a noun, of this age.
		if y < 1900 || y > 2100 || i+1 >= end || r.d.Tokens[i+1].Kind != lang.Word || r.d.Tokens[i+1].Tag == lang.NNS {
			return 0
		}
	}
	if i+1 < end && r.d.Tokens[i+1].Kind == lang.Word && (r.d.Tokens[i+1].Tag == lang.NNS || scales[r.lower(i+1)] > 0) && y < 1900 {
		return 0
	}
	dt.Form, dt.Year = YearDate, y
	return 1
}

// resolve fills From and To of an absolute or partial date.
func (r *dateReader) resolve(dt Date) Date {
	if !dt.From.IsZero() {
		return dt
	}
	switch {
	case dt.Day > 0 && dt.Year > 0:
		if valid(dt.Year, dt.Month, dt.Day) {
			dt.From = day(dt.Year, dt.Month, dt.Day)
		}
		dt.To = dt.From
	case dt.Day > 0:
		dt.From = nearest(r.ref, dt.Month, dt.Day)
		dt.To = dt.From
	case dt.Month > 0:
		y := dt.Year
		if y == 0 {
			n := nearest(r.ref, dt.Month, 15)
			if n.IsZero() {
				return dt
			}
			y = n.Year()
		}
		dt.From = day(y, dt.Month, 1)
		dt.To = dt.From.AddDate(0, 1, -1)
	case dt.Year > 0:
		dt.From, dt.To = day(dt.Year, 1, 1), day(dt.Year, 12, 31)
	}
	return dt
}

// futureWords before or after a weekday in its sentence put it ahead.
var futureWords = words("will would shall plans planned scheduled due expected set upcoming next going tomorrow begins starts opens")

// future reports whether the sentence around token i speaks of what is to come.
func (r *dateReader) future(i int) bool {
	s := r.d.SentenceAt(i)
	for k := s.First; k < s.End; k++ {
		w := r.lower(k)
		if w == "will" || w == "'ll" || w == "’ll" {
			return true
		}
		if futureWords[w] && k < i && i-k < 8 {
			return true
		}
	}
	return false
}

var relativeUnits = map[string]struct{ years, months, days int }{
	"day": {0, 0, 1}, "days": {0, 0, 1}, "week": {0, 0, 7}, "weeks": {0, 0, 7}, "fortnight": {0, 0, 14},
	"month": {0, 1, 0}, "months": {0, 1, 0}, "year": {1, 0, 0}, "years": {1, 0, 0}, "decade": {10, 0, 0}, "decades": {10, 0, 0},
}

// relative reads "yesterday", "last week", "two years ago", "over the weekend".
func (r *dateReader) relative(dt *Date, i, end int) int {
	w := r.lower(i)
	dt.Form = RelativeDate
	known := !r.ref.IsZero()
	set := func(from, to time.Time) {
		if known {
			dt.From, dt.To = from, to
		}
	}
	switch w {
	case "today", "tonight":
		set(r.ref, r.ref)
		return 1
	case "yesterday":
		set(r.ref.AddDate(0, 0, -1), r.ref.AddDate(0, 0, -1))
		return 1
	case "tomorrow":
		set(r.ref.AddDate(0, 0, 1), r.ref.AddDate(0, 0, 1))
		return 1
	case "this", "last", "next":
		if i+1 >= end {
			return 0
		}
		step := map[string]int{"this": 0, "last": -1, "next": 1}[w]
		monday := r.ref.AddDate(0, 0, -(int(r.ref.Weekday())+6)%7)
		switch r.lower(i + 1) {
		case "week":
			m := monday.AddDate(0, 0, 7*step)
			set(m, m.AddDate(0, 0, 6))
		case "weekend":
			m := monday.AddDate(0, 0, 7*step)
			set(m.AddDate(0, 0, 5), m.AddDate(0, 0, 6))
		case "month":
			m := day(r.ref.Year(), r.ref.Month(), 1).AddDate(0, step, 0)
			set(m, m.AddDate(0, 1, -1))
		case "year":
			set(day(r.ref.Year()+step, 1, 1), day(r.ref.Year()+step, 12, 31))
		case "morning", "afternoon", "evening", "night":
			at := r.ref
			if w == "last" {
				at = at.AddDate(0, 0, -1)
			} else if w == "next" {
				return 0
			}
			set(at, at)
		default:
			return 0
		}
		return 2
	case "over", "at":
		if r.lower(i+1) == "the" && r.lower(i+2) == "weekend" && i+2 < end {
			monday := r.ref.AddDate(0, 0, -(int(r.ref.Weekday())+6)%7)
			sat := monday.AddDate(0, 0, -2)
			if wd := r.ref.Weekday(); wd == time.Saturday || wd == time.Sunday {
				sat = monday.AddDate(0, 0, 5)
			}
			set(sat, sat.AddDate(0, 0, 1))
			return 3
		}
	}
	// "two weeks ago", "a year earlier" is not one: it counts from elsewhere.
	n, ok := compound(w)
	at := i + 1
	switch {
	case ok:
	case r.d.Tokens[i].Kind == lang.Number:
		if n, ok = digits(w); !ok {
			return 0
		}
	case (w == "a" || w == "an"):
		n = 1
	default:
		return 0
	}
	u, ok := relativeUnits[r.lower(at)]
	if !ok || r.lower(at+1) != "ago" || at+1 >= end || n > 500 {
		return 0
	}
	k := int(n)
	back := r.ref.AddDate(-k*u.years, -k*u.months, -k*u.days)
	switch {
	case u.days == 1:
		set(back, back)
	case u.days > 1:
		set(back.AddDate(0, 0, -3), back.AddDate(0, 0, 3))
	case u.months > 0:
		set(back.AddDate(0, 0, -15), back.AddDate(0, 0, 15))
	default:
		set(day(back.Year(), 1, 1), day(back.Year(), 12, 31))
	}
	return at + 2 - i
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
