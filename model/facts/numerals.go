package facts

import (
	"strconv"
	"strings"
)

// cardinal words below a hundred, and the round ones above.
var units = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales multiply what stands before them.
var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12,
}

// vague words count without a number. The bounds are what a desk takes them to
// allow: "dozens" is anything from two dozen up to some hundred.
var vague = map[string][2]float64{
	"dozens": {24, 120}, "scores": {40, 200}, "hundreds": {200, 2e3}, "thousands": {2e3, 1e6},
	"tens of thousands": {2e4, 2e5}, "hundreds of thousands": {2e5, 2e6}, "millions": {2e6, 1e9},
	"tens of millions": {2e7, 2e8}, "hundreds of millions": {2e8, 2e9}, "billions": {2e9, 1e12},
	"several": {3, 20}, "a handful": {3, 10}, "a couple": {2, 2},
}

// vagueFirst are the words that those begin with.
var vagueFirst = func() map[string]bool {
	m := map[string]bool{}
	for k := range vague {
		first, _, _ := strings.Cut(k, " ")
		m[first] = true
	}
	return m
}()

// compound reads "fifty-three" or a plain word of units; ok is false for
// anything else.
func compound(w string) (float64, bool) {
	w = strings.ToLower(w)
	if v, ok := units[w]; ok {
		return v, true
	}
	tens, one, ok := strings.Cut(w, "-")
	if !ok {
		return 0, false
	}
	t, ok1 := units[tens]
	o, ok2 := units[one]
	if ok1 && ok2 && t >= 20 && o > 0 && o < 10 {
		return t + o, true
	}
	return 0, false
}

// digits reads "1,500" or "3.5". A comma groups by three, a point is decimal.
func digits(w string) (float64, bool) {
	if i := strings.IndexByte(w, ','); i >= 0 {
		for _, group := range strings.Split(w, ",")[1:] {
			whole, _, _ := strings.Cut(group, ".")
			if len(whole) != 3 && len(whole) != 2 { // 1,00,000 is a lakh
				return 0, false
			}
		}
		w = strings.ReplaceAll(w, ",", "")
	}
	v, err := strconv.ParseFloat(w, 64)
	if err != nil || strings.ContainsAny(w, "eEnNxX") {
		return 0, false
	}
	return v, true
}

// splitRange takes "21-22" or "2–1" apart.
func splitRange(w string) (a, b string, ok bool) {
	for _, sep := range [...]string{"-", "–", "\u2010", "\u2011", "\u2212"} {
		if a, b, ok = strings.Cut(w, sep); ok && a != "" && !strings.Contains(b, sep) {
			return a, b, true
		}
	}
	return "", "", false
}

// trailingScale cuts "bn" or "m" off a figure: "3.5m".
func trailingScale(w string) (string, float64) {
	i := len(w)
	for i > 0 && (w[i-1]|0x20 >= 'a' && w[i-1]|0x20 <= 'z') {
		i--
	}
	if s, ok := scales[strings.ToLower(w[i:])]; ok {
		return w[:i], s
	}
	return w, 1
}
