package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// alike reports whether mentions of types a and b may be one name. A recogniser
// takes a company for a place now and then; a person it hardly does.
func alike(a, b Type) bool {
	if a == b {
		return true
	}
	return a != Person && b != Person && a != Group && b != Group
}

// samePerson reports whether two names of people, in normal words, can be one
// person: "obama" and "barack obama", "j smith" and "john smith", but not
// "fidel castro" and "raul castro".
func samePerson(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	if len(a) == 1 {
		if len(b) == 1 {
			return a[0] == b[0]
		}
		return surname(a[0]) == surname(b[len(b)-1]) || a[0] == b[0] && len(a[0]) > 1 || slices.Contains(b[1:], a[0])
	}
	if surname(a[len(a)-1]) != surname(b[len(b)-1]) {
		return false
	}
	x, y := a[0], b[0]
	if x == y || initial(x, y) || initial(y, x) || nickname(x, y) {
		return true
	}
	return slices.Contains(b[1:len(b)-1], x)
}

// initial reports whether a is the initial letters of given name b.
func initial(a, b string) bool {
	return utf8.RuneCountInString(a) <= 2 && strings.HasPrefix(b, a[:1]) && a != b && (len(a) == 1 || !strings.HasPrefix(b, a))
}

// surname takes the article off an Arabic surname.
func surname(w string) string {
	for _, p := range []string{"al-", "el-", "as-", "ad-", "ar-"} {
		if r, ok := strings.CutPrefix(w, p); ok {
			return r
		}
	}
	return w
}

var nicknames = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`william bill billy will|robert bob bobby rob|richard dick rick|james jim jimmy|john jack johnny|joseph joe|
		thomas tom tommy|michael mike mick|edward ed eddie ted|charles charlie chuck|david dave|daniel dan danny|samuel sam|
		benjamin ben bibi|alexander alex|anthony tony|andrew andy|christopher chris|donald don|ronald ron|kenneth ken|
		steven stephen steve|elizabeth liz beth|katherine kate kathy|margaret maggie peggy|patricia pat|deborah debbie|
		susan sue|gregory greg|jeffrey jeff|matthew matt|nicholas nick|peter pete|timothy tim|lawrence larry|gerald jerry|
		frederick fred|philip phil|raymond ray|mohammed mohamed muhammad mohammad|volodymyr vladimir|alexei aleksei|
		sergei sergey|dmitry dmitri|yevgeny evgeny`, "|") {
		fs := strings.Fields(line)
		for _, w := range fs {
			m[w] = fs[0]
		}
	}
	return m
}()

func nickname(a, b string) bool { return nicknames[a] != "" && nicknames[a] == nicknames[b] }

var legalForms = set(`inc corp co ltd plc llc company corporation group holdings sa ag nv gmbh spa limited`)

// sameOrg reports whether two names of organisations differ only by a legal
// form: "Boeing" and "Boeing Co.".
func sameOrg(a, b []string) bool {
	strip := func(w []string) []string {
		for len(w) > 1 && (legalForms[w[len(w)-1]] || w[len(w)-1] == "&") {
			w = w[:len(w)-1]
		}
		return w
	}
	return slices.Equal(strip(a), strip(b))
}

func isLetters(s string) bool {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// spells reports whether short is the initials of words, small words counted or
// not.
func spells(short string, words []string) bool {
	if len(words) < 2 {
		return false
	}
	var all, main []byte
	for _, w := range words {
		for part := range strings.SplitSeq(w, "-") {
			if part == "" || part[0] < 'a' || part[0] > 'z' {
				continue
			}
			all = append(all, part[0])
			switch part {
			case "of", "the", "and", "for", "in", "on", "to", "at", "de", "la":
			default:
				main = append(main, part[0])
			}
		}
	}
	short = strings.ToLower(short)
	return short == string(all) || short == string(main)
}
