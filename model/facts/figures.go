package facts

import (
	"math"
	"strings"

	"stet/model/lang"
	"stet/model/text"
)

// Sort is what a figure measures.
type Sort uint8

// The sorts.
const (
	Count   Sort = iota // prisoners, votes, tonnes
	Money               // Unit is the currency, as "USD"
	Percent             // 5%
	Points              // percentage points
	Age                 // 65 years of age
	Ordinal             // third, 18th
	Score               // 2-1
	Measure             // Unit is what it is measured in, as "km"
)

func (s Sort) String() string {
	return [...]string{"count", "money", "percent", "points", "age", "ordinal", "score", "measure"}[s]
}

// Bound says how a figure is meant.
type Bound uint8

// The bounds.
const (
	Exact   Bound = iota
	About         // "about", "nearly", "dozens"
	AtLeast       // "more than", "at least", "over"
	AtMost        // "up to", "fewer than"
)

// Figure is a number with what it counts.
type Figure struct {
	text.Span              // the number with its scale and unit, without what is counted
	Tokens      lang.Range // of Span
	Value, Max  float64    // Max differs from Value in a range
	Sort        Sort       //
	Unit        string     // currency, "km", "years"; empty for a count
	Bound       Bound      //
	Digits      bool       // written in digits
	Scale       float64    // 1e6 for "million"; 1 for none
	Noun        string     // singular of what is counted, in small letters: "prisoner"; empty where none follows
	Description string     // with its adjectives, as it stands: "American prisoners"
	NounSpan    text.Span  // of Description
	Qualifiers  []string   // the words of Description before the noun, in small letters
	Para        int        //
	Quoted      bool       // inside a quotation
}

type figureReader struct {
	spelling
	used []bool // tokens that dates have taken
	out  []Figure
}

func (r *figureReader) read() {
	for p := range r.d.Paras {
		t := r.d.Paras[p].Tokens
		for i := t.First; i < t.End; {
			if r.used[i] {
				i++
				continue
			}
			f, n := r.at(i, t.End)
			if n == 0 {
				i++
				continue
			}
			f.Para = p
			f.Quoted = r.d.Tokens[i].Quoted
			f.Tokens = lang.Range{First: i, End: i + n}
			f.Span = r.d.Slice(f.Tokens)
			if f.Bound == Exact {
				f.Bound = r.bound(i)
			}
			r.out = append(r.out, f)
			i += n
		}
	}
}

// at reads the figure that begins at token i and returns how many tokens it
// has.
func (r *figureReader) at(i, end int) (Figure, int) {
	t := r.d.Tokens[i]
	switch t.Kind {
	case lang.Money:
		return r.money(i, end)
	case lang.Percent:
		v, hi, ok := r.plain(strings.TrimSuffix(r.word(i), "%"))
		return Figure{Value: v, Max: hi, Sort: Percent, Unit: "%", Digits: true, Scale: 1}, count(ok)
	case lang.Number:
		return r.digits(i, end)
	case lang.Word:
		if f, ok := r.ageWord(i); ok {
			return f, 1
		}
		return r.words(i, end)
	}
	return Figure{}, 0
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// plain reads digits or a range of them.
func (r *figureReader) plain(w string) (v, hi float64, ok bool) {
	w = strings.TrimLeft(w, "+")
	sign := 1.0
	for _, minus := range [...]string{"-", "\u2212", "–"} {
		if s, cut := strings.CutPrefix(w, minus); cut {
			w, sign = s, -1
			break
		}
	}
	if v, ok = digits(w); ok {
		return sign * v, sign * v, true
	}
	a, b, isRange := splitRange(w)
	if !isRange {
		return 0, 0, false
	}
	x, ok1 := digits(a)
	y, ok2 := digits(b)
	return x, y, ok1 && ok2
}

// currencies by their signs; what stands before a sign tells dollars apart.
var currencies = map[string]string{
	"$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL",
	"£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₦": "NGN",
}

// currencyWords follow their figure.
var currencyWords = map[string]string{
	"dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
	"rupees": "INR", "rupee": "INR", "rubles": "RUB", "roubles": "RUB", "francs": "CHF", "pesos": "MXN", "rand": "ZAR", "naira": "NGN",
	"usd": "USD", "eur": "EUR", "gbp": "GBP", "cents": "cent", "pence": "penny", "kronor": "SEK", "won": "KRW", "riyals": "SAR", "shekels": "ILS",
}

func (r *figureReader) money(i, end int) (Figure, int) {
	w := r.word(i)
	at := strings.IndexAny(w, "0123456789")
	if at < 0 {
		return Figure{}, 0
	}
	unit := currencies[strings.ToLower(w[:at])]
	if unit == "" {
		unit = strings.ToUpper(strings.Trim(w[:at], "$"))
	}
	num, scale := trailingScale(w[at:])
	v, ok := digits(num)
	if !ok {
		return Figure{}, 0
	}
	f := Figure{Value: v * scale, Sort: Money, Unit: unit, Digits: true, Scale: scale}
	n := 1
	if s, k := r.scaleAt(i+1, end); k > 0 {
		f.Value *= s
		f.Scale *= s
		n += k
	}
	f.Max = f.Value
	return f, n
}

// scaleAt reads "million" or "hundred thousand" at i, hyphenated to its figure
// or not.
func (r *figureReader) scaleAt(i, end int) (float64, int) {
	n := 0
	total := 1.0
	for i+n < end {
		w := r.lower(i + n)
		s, ok := scales[w]
		if !ok || len(w) < 5 && w != "bn" && w != "mn" && w != "tn" {
			break
		}
		total *= s
		n++
	}
	return total, n
}

// digits reads a figure that begins with a Number token.
func (r *figureReader) digits(i, end int) (Figure, int) {
	w := r.word(i)
	if ord := strings.TrimRight(w, "stndrh"); ord != w && len(w)-len(ord) == 2 {
		if v, ok := digits(ord); ok {
			return Figure{Value: v, Max: v, Sort: Ordinal, Digits: true, Scale: 1}, 1
		}
	}
	num, scale := trailingScale(w)
	v, hi, ok := r.plain(num)
	if !ok || strings.Count(w, "-") > 1 || strings.Contains(w, "/") {
		return Figure{}, 0
	}
	if (strings.HasPrefix(w, "0") && len(w) > 1 && v == hi && !strings.HasPrefix(w, "0.")) || r.phone(i, end) || v == hi && r.address(i, end) {
		return Figure{}, 0
	}
	f := Figure{Value: v * scale, Max: hi * scale, Digits: true, Scale: scale}
	if v != hi && (hi < v || hi-v < 1e9 && r.score(i, v, hi)) {
		f.Sort = Score
		return f, 1
	}
	return r.tail(f, i, 1, end)
}

// phone reports whether digits are a part of a telephone number or a code.
func (r *figureReader) phone(i, end int) bool {
	w := r.word(i)
	if a, b, ok := splitRange(w); ok && len(a) == 3 && len(b) == 4 {
		return true
	}
	next := i+1 < end && r.d.Tokens[i+1].Kind == lang.Number && !r.used[i+1]
	before := i > 0 && r.d.Tokens[i-1].Kind == lang.Number
	return (next || before) && len(w) >= 3 || r.lower(i-1) == "+"
}

var streets = words("street st road rd avenue ave lane boulevard blvd drive highway route square place")

// roomWords stand before a figure that names something rather than counting.
var roomWords = words("no. no nos number room flight route highway interstate section article chapter page apartment suite channel figure table block gate platform boeing airbus windows iphone galaxy resolution act rule lot unit district ward class grade formula type area zone pier exit")

// address reports whether digits name a place or a thing: "10 Downing Street",
// "Flight 370", "Boeing 737".
func (r *figureReader) address(i, end int) bool {
	if roomWords[r.lower(i-1)] && (r.d.Tokens[i-1].Shape != lang.ShapeLower || r.lower(i-1) != "act") {
		return true
	}
	if i > 0 && r.d.Tokens[i-1].Shape == lang.ShapeTitle && r.d.Tokens[i-1].Tag == lang.NNP && !r.d.Tokens[i-1].First && r.d.Tokens[i].Space {
		next := r.lower(i + 1)
		if i+1 >= end || r.d.Tokens[i+1].Kind == lang.Punct || next == "and" || next == "is" || next == "was" {
			return true // "Apollo 13", "World War 2"
		}
	}
	for k := i + 1; k < min(i+4, end); k++ {
		if r.d.Tokens[k].Shape == lang.ShapeLower {
			return false
		}
		if streets[strings.TrimSuffix(r.lower(k), ".")] {
			return true
		}
	}
	return false
}

// scoreWords stand near a score.
var scoreWords = words("won win wins beat beats beating lost lose loses drew draw defeated defeat victory lead led leads leading score scored series final match game set tie over against advantage tied down up trailed thrashed edged")

func (r *figureReader) score(i int, v, hi float64) bool {
	if v != math.Trunc(v) || hi != math.Trunc(hi) || v > 200 || hi > 200 {
		return false
	}
	s := r.d.SentenceAt(i)
	for k := s.First; k < s.End; k++ {
		if scoreWords[r.lower(k)] {
			return true
		}
	}
	return false
}

// words reads a figure that is written out: "fifty-three", "two hundred and
// five", "dozens", "half a million".
func (r *figureReader) words(i, end int) (Figure, int) {
	if p, n := r.vague(i, end); n > 0 {
		f := Figure{Value: p[0], Max: p[1], Bound: About, Scale: 1}
		return r.noun(f, i+n, end), n
	}
	w := r.lower(i)
	if w == "half" && (r.lower(i+1) == "a" || r.lower(i+1) == "of") && i+2 < end {
		if s, ok := scales[r.lower(i+2)]; ok {
			return r.tail(Figure{Value: s / 2, Max: s / 2, Scale: s}, i, 3, end)
		}
		return Figure{}, 0
	}
	v, ok := compound(w)
	n := 1
	switch {
	case ok:
	case (w == "a" || w == "an") && i+1 < end:
		s, isScale := scales[r.lower(i+1)]
		if r.lower(i+1) == "dozen" {
			return r.tail(Figure{Value: 12, Max: 12, Scale: 1}, i, 2, end)
		}
		if !isScale || len(r.lower(i+1)) < 5 {
			return Figure{}, 0
		}
		v, n = s, 2
	case w == "both":
		return Figure{}, 0
	default:
		return Figure{}, 0
	}
	if w == "one" && !r.counts(i, end) {
		return Figure{}, 0
	}
	total, part := 0.0, v
	scale := 1.0
	for i+n < end {
		next := r.lower(i + n)
		if s, ok := scales[next]; ok && len(next) >= 5 {
			part *= s
			scale = max(scale, s)
			if s >= 1e3 {
				total += part
				part = 0
			}
			n++
			continue
		}
		if next == "dozen" {
			part *= 12
			n++
			continue
		}
		at := n
		if next == "and" && scale >= 100 {
			at++
		}
		if x, ok := compound(r.lower(i + at)); ok && i+at < end && scale >= 100 && x < scale && (at > n || part == 0 || math.Mod(part, 100) == 0) {
			part += x
			n = at + 1
			continue
		}
		break
	}
	f := Figure{Value: total + part, Max: total + part, Scale: max(1, scale)}
	return r.tail(f, i, n, end)
}

// counts reports whether "one" at i is a figure and not a pronoun.
func (r *figureReader) counts(i, end int) bool {
	next := r.lower(i + 1)
	if i+1 >= end || next == "of" || next == "another" || r.d.Tokens[i+1].Kind != lang.Word {
		return false
	}
	t := r.d.Tokens[i+1].Tag
	if scales[next] > 0 || t == lang.NN || t == lang.CD {
		switch r.lower(i - 1) {
		case "no", "any", "every", "this", "that", "the", "each", "which", "some":
			return false
		}
		return next != "day" && next != "thing" && next != "time" && next != "way" && next != "side"
	}
	return false
}

func (r *figureReader) vague(i, end int) ([2]float64, int) {
	if !vagueFirst[r.lower(i)] {
		return [2]float64{}, 0
	}
	for n := min(3, end-i); n > 0; n-- {
		key := r.lower(i)
		for k := 1; k < n; k++ {
			key += " " + r.lower(i+k)
		}
		p, ok := vague[key]
		if !ok {
			continue
		}
		if r.lower(i+n) == "of" {
			return p, n
		}
		if n == 1 && r.d.Tokens[i].Tag != lang.VBZ { // "dozens were killed", not "scores a goal"
			return p, n
		}
		return p, 0
	}
	return [2]float64{}, 0
}

// ageWord reads "65-year-old", "18-month", "three-day".
func (r *figureReader) ageWord(i int) (Figure, bool) {
	w := r.lower(i)
	at := strings.IndexByte(w, '-')
	if at <= 0 {
		return Figure{}, false
	}
	num, rest := w[:at], w[at+1:]
	v, ok := digits(num)
	isDigits := ok
	if !ok {
		// "forty-five-year-old" has its own hyphen.
		if k := strings.IndexByte(rest, '-'); k > 0 {
			if x, both := compound(num + "-" + rest[:k]); both {
				v, ok, rest = x, true, rest[k+1:]
			}
		}
		if !ok {
			v, ok = units[num]
		}
	}
	if !ok {
		return Figure{}, false
	}
	f := Figure{Value: v, Max: v, Digits: isDigits, Scale: 1}
	switch rest {
	case "year-old", "year-olds", "years-old":
		f.Sort, f.Unit = Age, "years"
	case "month-old":
		f.Sort, f.Unit = Age, "months"
	default:
		unit, rest, _ := strings.Cut(rest, "-")
		m, ok := measures[unit]
		if !ok || rest != "" && rest != "long" && rest != "high" && rest != "wide" && rest != "deep" && rest != "tall" && rest != "strong" {
			return Figure{}, false
		}
		f.Sort, f.Unit = Measure, m
	}
	return f, true
}

// measures by their names, singular, plural and short.
var measures = map[string]string{
	"km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
	"mile": "mi", "miles": "mi", "m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m",
	"foot": "ft", "feet": "ft", "ft": "ft", "yard": "yd", "yards": "yd", "inch": "in", "inches": "in",
	"cm": "cm", "centimeters": "cm", "centimetres": "cm", "centimeter": "cm", "centimetre": "cm", "mm": "mm",
	"kg": "kg", "kilogram": "kg", "kilograms": "kg", "kilo": "kg", "kilos": "kg", "pounds": "lb", "lb": "lb", "lbs": "lb",
	"ton": "ton", "tons": "ton", "tonne": "t", "tonnes": "t", "ounce": "oz", "ounces": "oz",
	"acre": "acre", "acres": "acre", "hectare": "ha", "hectares": "ha", "liter": "l", "liters": "l", "litre": "l", "litres": "l",
	"gallon": "gal", "gallons": "gal", "barrel": "bbl", "barrels": "bbl", "bpd": "bpd",
	"mph": "mph", "kph": "km/h", "kmh": "km/h", "km/h": "km/h", "degrees": "degree",
	"second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h", "day": "day", "days": "day",
	"week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
	"megawatts": "MW", "mw": "MW", "gigawatts": "GW", "gw": "GW",
}

// tail reads what follows the number: scale, percent, currency, measure, age,
// or what is counted. n tokens have been read from i.
func (r *figureReader) tail(f Figure, i, n, end int) (Figure, int) {
	if s, k := r.scaleAt(i+n, end); k > 0 && f.Scale == 1 {
		f.Value *= s
		f.Max *= s
		f.Scale = s
		n += k
	}
	// "21 to 22", "between 21 and 22": a range of two figures.
	if sep := r.lower(i + n); (sep == "to" || sep == "and" && r.lower(i-1) == "between") && i+n+1 < end && r.d.Tokens[i+n+1].Kind == lang.Number {
		if v, hi, ok := r.plain(r.word(i + n + 1)); ok && v == hi {
			k := n + 2
			s, sk := r.scaleAt(i+k, end)
			if v*s > f.Value && v*s < f.Value*1000 {
				f.Max = v * s
				if f.Scale == 1 && sk > 0 {
					f.Value *= s
				}
				f.Scale = max(f.Scale, s)
				n = k + sk
			}
		}
	}
	w := r.lower(i + n)
	if i+n >= end {
		return f, n
	}
	switch {
	case w == "percent" || w == "pct" || w == "%":
		f.Sort, f.Unit = Percent, "%"
		return f, n + 1
	case w == "per" && r.lower(i+n+1) == "cent":
		f.Sort, f.Unit = Percent, "%"
		return f, n + 2
	case (w == "percentage" || w == "basis") && strings.HasPrefix(r.lower(i+n+1), "point"):
		f.Sort, f.Unit = Points, "points"
		if w == "basis" {
			f.Value, f.Max = f.Value/100, f.Max/100
		}
		return f, n + 2
	case currencyWords[w] != "":
		f.Sort, f.Unit = Money, currencyWords[w]
		return f, n + 1
	case (w == "us" || w == "u.s.") && currencyWords[r.lower(i+n+1)] != "":
		f.Sort, f.Unit = Money, currencyWords[r.lower(i+n+1)]
		return f, n + 2
	case (w == "years" || w == "year") && (r.lower(i+n+1) == "old" || r.lower(i+n+1) == "of" && r.lower(i+n+2) == "age"):
		f.Sort, f.Unit = Age, "years"
		return f, n + 2
	case w == "square" && measures[r.lower(i+n+1)] != "":
		f.Sort, f.Unit = Measure, "sq "+measures[r.lower(i+n+1)]
		return f, n + 2
	case (w == "degrees" || w == "degree") && (r.lower(i+n+1) == "fahrenheit" || r.lower(i+n+1) == "celsius" || r.lower(i+n+1) == "f" || r.lower(i+n+1) == "c"):
		f.Sort, f.Unit = Measure, map[byte]string{'f': "°F", 'c': "°C"}[r.lower(i + n + 1)[0]]
		return f, n + 2
	case measures[w] != "" && (len(w) > 1 || !f.Digits || r.d.Tokens[i+n].Space):
		f.Sort, f.Unit = Measure, measures[w]
		return f, n + 1
	}
	if r.lower(i-1) == "aged" || r.lower(i-1) == "age" {
		f.Sort, f.Unit = Age, "years"
		return f, n
	}
	// ", 65," after a name is an age.
	if f.Scale == 1 && f.Value >= 1 && f.Value < 115 && f.Value == math.Trunc(f.Value) && f.Digits && r.word(i-1) == "," &&
		(w == "," || w == "." || w == ")" || w == ";") && i >= 2 && r.d.Tokens[i-2].Shape == lang.ShapeTitle && r.d.Tokens[i-2].Tag == lang.NNP {
		f.Sort, f.Unit = Age, "years"
		return f, n
	}
	return r.noun(f, i+n, end), n
}

// noun finds what a count counts: the noun phrase at i, after "of" and "the".
func (r *figureReader) noun(f Figure, i, end int) Figure {
	at := i
	for at < end && (r.lower(at) == "of" || r.lower(at) == "the" || r.lower(at) == "other" || r.lower(at) == "more" || r.lower(at) == "its" || r.lower(at) == "their" || r.lower(at) == "his" || r.lower(at) == "her" || r.lower(at) == "those" || r.lower(at) == "these") {
		at++
	}
	first, last := at, -1
	for k := at; k < end && k < at+6; k++ {
		t := r.d.Tokens[k]
		if t.Kind == lang.Number && k == at && r.lower(k-1) == "of" { // "26 of 50 drivers"
			first++
			continue
		}
		if t.Kind != lang.Word || r.used[k] {
			break
		}
		if t.Tag.Noun() {
			last = k
			if t.Tag == lang.NNS { // "53 prisoners held": the first plural is the head
				break
			}
			continue
		}
		if t.Tag.Adjective() || t.Tag == lang.VBN || t.Tag == lang.VBG || t.Tag == lang.VBD && k == at || t.Tag == lang.CD || t.Tag.Adverb() && k == at {
			continue
		}
		break
	}
	if last < 0 {
		return f
	}
	f.Noun = singular(r.lower(last))
	f.NounSpan = r.d.Slice(lang.Range{First: first, End: last + 1})
	f.Description = f.NounSpan.In(r.d.Text)
	for k := first; k < last; k++ {
		f.Qualifiers = append(f.Qualifiers, r.lower(k))
	}
	return f
}

// bounds say how the figure after them is meant.
var bounds = map[string]Bound{
	"about": About, "around": About, "roughly": About, "approximately": About, "some": About, "nearly": About, "almost": About,
	"estimated": About, "circa": About, "close to": About, "over": AtLeast, "more than": AtLeast, "at least": AtLeast,
	"above": AtLeast, "up to": AtMost, "under": AtMost, "below": AtMost, "fewer than": AtMost, "less than": AtMost,
	"as many as": AtMost, "as much as": AtMost, "at most": AtMost, "no more than": AtMost, "not more than": AtMost,
	"no fewer than": AtLeast, "no less than": AtLeast, "well over": AtLeast, "upwards of": AtLeast, "just over": About,
	"just under": About, "a record": Exact,
}

func (r *figureReader) bound(i int) Bound {
	for k := i - 1; k >= max(0, i-2); k-- { // "about the 53", "some of the"
		if w := r.lower(k); w != "the" && w != "a" && w != "an" {
			i = k + 1
			break
		}
	}
	for n := 3; n > 0; n-- {
		if i-n < 0 {
			continue
		}
		key := r.lower(i - n)
		for k := i - n + 1; k < i; k++ {
			key += " " + r.lower(k)
		}
		if b, ok := bounds[key]; ok {
			return b
		}
	}
	return Exact
}

var irregular = map[string]string{
	"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "lives": "life",
	"wives": "wife", "policemen": "policeman", "businessmen": "businessman", "fishermen": "fisherman", "servicemen": "serviceman",
	"gunmen": "gunman", "knives": "knife", "leaves": "leaf", "crises": "crisis", "persons": "person", "series": "series", "species": "species",
	"troops": "troop", "police": "police", "buses": "bus", "gases": "gas", "viruses": "virus",
}

// singular is the singular of a plural noun in small letters.
func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "s") && len(w) > 2:
		return w[:len(w)-1]
	}
	return w
}
