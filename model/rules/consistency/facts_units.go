package consistency

import (
	"fmt"
	"math"
	"strings"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/rules"
	"stet/model/text"
)

// unit is a measure in terms of a base: value*factor + offset.
type unit struct {
	base           string
	factor, offset float64
	other, name    string // the unit of the other system that copy gives with it
}

// units that copy converts.
var conversionUnits = map[string]unit{
	"km": {"m", 1000, 0, "mi", "kilometers"}, "mi": {"m", 1609.344, 0, "km", "miles"},
	"m": {"m", 1, 0, "ft", "meters"}, "ft": {"m", 0.3048, 0, "m", "feet"},
	"cm": {"m", 0.01, 0, "in", "centimeters"}, "in": {"m", 0.0254, 0, "cm", "inches"}, "yd": {"m", 0.9144, 0, "m", "yards"}, "mm": {"m", 0.001, 0, "in", "millimeters"},
	"kg": {"kg", 1, 0, "lb", "kilograms"}, "lb": {"kg", 0.45359237, 0, "kg", "pounds"}, "oz": {"kg", 0.028349523, 0, "kg", "ounces"},
	"t": {"kg", 1000, 0, "ton", "tonnes"}, "ton": {"kg", 907.18474, 0, "t", "tons"},
	"ha": {"ha", 1, 0, "acre", "hectares"}, "acre": {"ha", 0.40468564, 0, "ha", "acres"},
	"sq km": {"ha", 100, 0, "sq mi", "square kilometers"}, "sq mi": {"ha", 258.99881, 0, "sq km", "square miles"},
	"sq m": {"ha", 0.0001, 0, "sq ft", "square meters"}, "sq ft": {"ha", 0.000009290304, 0, "sq m", "square feet"},
	"l": {"l", 1, 0, "gal", "liters"}, "gal": {"l", 3.7854118, 0, "l", "gallons"},
	"mph": {"km/h", 1.609344, 0, "km/h", "mph"}, "km/h": {"km/h", 1, 0, "mph", "kph"},
	"°C": {"°C", 1, 0, "°F", "degrees Celsius"}, "°F": {"°C", 5.0 / 9, -160.0 / 9, "°C", "degrees Fahrenheit"},
}

func convert(v float64, from, to unit) float64 {
	return (v*from.factor + from.offset - to.offset) / to.factor
}

// conversions checks "10 miles (16 km)".
func conversions(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	for i := 0; i+1 < len(fs); i++ {
		a, b := &fs[i], &fs[i+1]
		ua, ok1 := conversionUnits[a.Unit]
		ub, ok2 := conversionUnits[b.Unit]
		if !ok1 || !ok2 || a.Unit == b.Unit || ua.base != ub.base || !paired(s, a, b) {
			continue
		}
		want := convert(a.Value, ua, ub)
		tolerance := math.Abs(want) * 0.07
		if ua.base == "°C" {
			tolerance = 1.5
		}
		if u := ulp(s, a) * ua.factor / ub.factor; u > tolerance {
			tolerance = u
		}
		tolerance = math.Max(tolerance, ulp(s, b)*1.05)
		if math.Abs(want-b.Value) <= tolerance {
			continue
		}
		if a.Unit == "t" || a.Unit == "ton" || b.Unit == "ton" { // long, short and metric tons
			if math.Abs(want-b.Value) <= want*0.13 {
				continue
			}
		}
		f := raise("consistency.unit-conversion", flag.Error, b.Span, 0.85,
			fmt.Sprintf("%s are %s %s, not %s", a.In(s.Doc.Text), number(tidy(want)), ub.name, b.In(s.Doc.Text)), place(s, a.Para, a.Span))
		if at := strings.IndexFunc(b.In(s.Doc.Text), func(r rune) bool { return r != '.' && r != ',' && (r < '0' || r > '9') }); at > 0 {
			f.Fixes = []flag.Fix{{Text: number(tidy(want)) + b.In(s.Doc.Text)[at:]}}
		}
		out = append(out, f)
	}
	return out
}

// tidy rounds a converted value to what copy gives: two digits, or whole.
func tidy(v float64) float64 {
	if math.Abs(v) >= 10 {
		step := math.Pow(10, math.Max(0, math.Floor(math.Log10(math.Abs(v)))-1))
		return math.Round(v/step) * step
	}
	return math.Round(v*10) / 10
}

// paired reports whether b, in brackets or after "or", gives a in other units.
func paired(s *rules.Subject, a, b *facts.Figure) bool {
	gap := between(s, a, b)
	return gap == "(" || gap == "(about" || gap == "(around" || gap == "(nearly" || gap == ", or" || gap == "or" || gap == ", or about" || gap == "/" || gap == "["
}

// missingConversions offers the other system's unit where the story gives one.
func missingConversions(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	done := map[float64]bool{}
	for i := range fs {
		a := &fs[i]
		u, ok := conversionUnits[a.Unit]
		if !ok || a.Quoted || done[a.Value] || i+1 < len(fs) && fs[i+1].Para == a.Para && paired(s, a, &fs[i+1]) || i > 0 && paired(s, &fs[i-1], a) {
			continue
		}
		done[a.Value] = true
		o := conversionUnits[u.other]
		v := number(tidy(convert(a.Value, u, o)))
		f := raise("consistency.unit-missing", flag.Note, text.Span{Start: a.End, End: a.End}, 0.5,
			fmt.Sprintf("“%s” without %s", a.In(s.Doc.Text), o.name))
		f.Fixes = []flag.Fix{{Text: " (" + v + " " + o.name + ")"}}
		out = append(out, f)
	}
	return out
}
