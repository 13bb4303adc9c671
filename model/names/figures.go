package names

import (
	"slices"
	"strings"

	"stet/model/lang"
)

// withFigures adds dates, times, sums of money, percentages, quantities and
// numbers to ms, found by a small grammar over tokens. Names win where the two
// overlap. The result is in story order.
func withFigures(d *lang.Doc, ms []Mention) []Mention {
	taken := make([]bool, len(d.Tokens))
	for _, m := range ms {
		for i := m.Tokens.First; i < m.Tokens.End; i++ {
			taken[i] = true
		}
	}
	out := ms
	for _, s := range d.Sents {
		f := figures{d, s}
		for i := s.First; i < s.End; {
			end, t := f.at(i)
			if end == i || slices.Contains(taken[i:end], true) {
				i++
				continue
			}
			r := lang.Range{First: i, End: end}
			out = append(out, Mention{Span: d.Slice(r), Tokens: r, Type: t, Name: -1})
			i = end
		}
	}
	slices.SortFunc(out, func(a, b Mention) int { return a.Start - b.Start })
	return out
}

type figures struct {
	d *lang.Doc
	s lang.Range
}

// low returns token i in small letters without a final point, "" outside the
// sentence.
func (f figures) low(i int) string {
	if i < f.s.First || i >= f.s.End {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(f.d.Str(i)), ".")
}

func (f figures) kind(i int) lang.Kind {
	if i < f.s.First || i >= f.s.End {
		return lang.Symbol
	}
	return f.d.Tokens[i].Kind
}

// at returns the end of the figure or date that begins at token i and what it
// is; i itself for none.
func (f figures) at(i int) (int, Type) {
	if end := f.date(i); end > i {
		return end, Date
	}
	switch f.kind(i) {
	case lang.Money:
		return f.money(i), Money
	case lang.Percent:
		return i + 1, Percent
	case lang.Time:
		return f.clock(i + 1), Time
	}
	end := f.number(i)
	if end == i {
		if t := f.low(i); t == "noon" || t == "midnight" {
			return i + 1, Time
		}
		return i, Number
	}
	switch next := f.low(end); {
	case next == "percent" || next == "pc" || next == "pct":
		return end + 1, Percent
	case next == "per" && f.low(end+1) == "cent":
		return end + 2, Percent
	case next == "percentage" && strings.HasPrefix(f.low(end+1), "point"):
		return end + 2, Percent
	case (next == "am" || next == "pm" || next == "a.m" || next == "p.m") && end == i+1:
		return f.clock(end), Time
	case next == "o'clock" || next == "o’clock":
		return end + 1, Time
	case currencies[next]:
		return end + 1, Money
	case nationalCurrency(next, f.low(end+1)):
		return end + 2, Money
	case units[next]:
		return f.more(end + 1), Quantity
	case (next == "square" || next == "cubic" || next == "nautical") && units[f.low(end+1)]:
		return end + 2, Quantity
	}
	if end == i+1 && f.kind(i) == lang.Word && (f.low(i) == "one" || f.low(i) == "hundreds" || f.low(i) == "thousands") {
		return i, Number // rarely a count
	}
	return end, Number
}

// number reads "1,500", "3.5 million", "twenty-one", "two hundred".
func (f figures) number(i int) int {
	j := i
	switch {
	case f.kind(i) == lang.Number:
		j++
	case f.kind(i) == lang.Word && numeral(f.low(i)):
		j++
		for numeral(f.low(j)) {
			j++
		}
	default:
		return i
	}
	for scales[f.low(j)] {
		j++
	}
	if f.low(j) == "and" && (f.low(j+1) == "half" || f.low(j+1) == "a" && f.low(j+2) == "half") {
		j += 2
		if f.low(j-1) == "a" {
			j++
		}
	}
	return j
}

// money reads what follows a sum: "$3.5 million", "$5 to $6 million".
func (f figures) money(i int) int {
	j := i + 1
	for scales[f.low(j)] {
		j++
	}
	return j
}

// clock reads what follows a time: "a.m.", "GMT", "local time".
func (f figures) clock(j int) int {
	switch f.low(j) {
	case "am", "pm", "a.m", "p.m":
		j++
	}
	switch f.low(j) {
	case "gmt", "est", "edt", "pst", "pdt", "cst", "cet", "cest", "bst", "utc", "et", "ist":
		j++
	case "local":
		if f.low(j+1) == "time" {
			j += 2
		}
	}
	return j
}

// more reads the rest of a quantity: "5 feet 3 inches", "3 years and 2 months".
func (f figures) more(j int) int {
	if n := f.number(j); n > j && units[f.low(n)] {
		return n + 1
	}
	return j
}

// date reads days, months, years and the words for them.
func (f figures) date(i int) int {
	t := f.low(i)
	capital := f.kind(i) == lang.Word && f.d.Tokens[i].Shape != lang.ShapeLower
	switch {
	case weekdays[t] && capital:
		j := i + 1
		switch f.low(j) {
		case "morning", "afternoon", "evening", "night":
			j++
		}
		k := j
		if f.low(k) == "," {
			k++
		}
		if e := f.calendar(k); e > k {
			return e
		}
		return j
	case t == "yesterday" || t == "today" || t == "tomorrow" || t == "tonight":
		return i + 1
	case t == "last" || t == "next" || t == "this" || t == "past":
		switch n := f.low(i + 1); {
		case n == "week" || n == "month" || n == "year" || n == "weekend" || n == "decade" || n == "century" || n == "night" ||
			n == "summer" || n == "winter" || n == "spring" || n == "autumn" || n == "fall":
			return i + 2
		case (weekdays[n] || months[n]) && f.d.Tokens[i+1].Shape != lang.ShapeLower:
			return i + 2
		}
	}
	if e := f.calendar(i); e > i {
		return e
	}
	if f.kind(i) == lang.Number {
		if w := f.d.Str(i); isYear(w) || decade(w) {
			return i + 1
		}
	}
	if f.kind(i) == lang.Word && f.d.Str(i)[0] != '\'' && decade(f.d.Str(i)) {
		return i + 1
	}
	return i
}

// calendar reads "December 17, 2014", "17 December 2014", "Jan. 21-22",
// "January".
func (f figures) calendar(i int) int {
	t := f.low(i)
	isMonth := func(i int) bool {
		return months[f.low(i)] && f.kind(i) == lang.Word && f.d.Tokens[i].Shape != lang.ShapeLower
	}
	isDay := func(i int) bool { return f.kind(i) == lang.Number && day(f.low(i)) }
	switch {
	case isMonth(i):
		j := i + 1
		if isDay(j) {
			j++
		} else if t == "may" || t == "march" || t == "mar" || t == "sun" || t == "dec" && j == f.s.End {
			if !(f.kind(j) == lang.Number && isYear(f.d.Str(j))) && f.d.Tokens[i].First {
				return i
			}
		}
		return f.year(j)
	case isDay(i):
		j := i + 1
		if f.low(j) == "of" {
			j++
		}
		if isMonth(j) {
			return f.year(j + 1)
		}
	case f.low(i) == "the" && isDay(i+1):
		j := i + 2
		if f.low(j) == "of" && isMonth(j+1) {
			return f.year(j + 2)
		}
	}
	return i
}

func (f figures) year(j int) int {
	k := j
	if f.low(k) == "," {
		k++
	}
	if f.kind(k) == lang.Number && isYear(f.d.Str(k)) {
		return k + 1
	}
	return j
}

func isYear(w string) bool {
	return len(w) == 4 && (w[0] == '1' && w[1] >= '5' || w[0] == '2' && w[1] == '0') && allDigits(w)
}

// decade reports whether w is "1990s", "1990's" or "'90s".
func decade(w string) bool {
	w = strings.TrimLeft(w, "'’")
	w, ok := strings.CutSuffix(w, "s")
	if !ok {
		return false
	}
	w = strings.TrimRight(w, "'’")
	return allDigits(w) && (len(w) == 2 || len(w) == 4) && w[len(w)-1] == '0'
}

// day reports whether w is a day of a month, or a range of them.
func day(w string) bool {
	for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '–' }) {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			part = strings.TrimSuffix(part, suffix)
		}
		if !allDigits(part) || len(part) > 2 || len(part) == 2 && part > "31" {
			return false
		}
	}
	return w != ""
}

func allDigits(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// nationalCurrency reads "Canadian dollars", "Swiss francs".
func nationalCurrency(nation, unit string) bool {
	return currencies[unit] && (nation == "us" || nation == "u.s" || strings.HasSuffix(nation, "n") || strings.HasSuffix(nation, "sh") ||
		strings.HasSuffix(nation, "se") || strings.HasSuffix(nation, "ss") || strings.HasSuffix(nation, "i"))
}

func numeral(w string) bool {
	if numerals[w] {
		return true
	}
	a, b, ok := strings.Cut(w, "-")
	return ok && numerals[a] && numerals[b]
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	numerals = set(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen`)
	scales     = set(`hundred thousand million billion trillion mln bln bn tn m crore lakh lakhs crores dozen`)
	currencies = set(`dollar dollars cent cents pound pounds pence euro euros yen yuan rupee rupees ruble rubles rouble roubles
		franc francs mark marks peso pesos rand lira lire won baht rupiah ringgit dirham dirhams riyal riyals dinar dinars
		shekel shekels krona kronor krone kroner zloty forint hryvnia naira shilling shillings renminbi taka real reais
		bolivar bolivars usd gbp eur`)
	units = set(`km kilometer kilometers kilometre kilometres metre metres meter meters m cm centimetre centimetres centimeter
		centimeters mm millimetres millimeters mile miles yard yards foot feet ft inch inches acre acres hectare hectares kg
		kilogram kilograms kilo kilos gram grams tonne tonnes ton tons pounds ounce ounces barrel barrels bpd litre litres
		liter liters gallon gallons degree degrees knots mph kph hertz watts megawatts mw gigawatts gw kilowatts bushels
		megabytes gigabytes terabytes gb mb tb second seconds minute minutes hour hours day days week weeks month months year
		years decade decades century centuries`)
	weekdays = set(`monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thu fri sat sun`)
	months   = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec`)
)
