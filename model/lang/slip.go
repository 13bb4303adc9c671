package lang

import "strings"

// SlipCost says how unlikely it is that someone who means one word types the
// other: a sum over the slips between the two, where an ordinary slip counts
// 1. Slips of neighbouring keys, of vowels, of letters that sound alike, of
// doubled letters and of swapped ones are cheaper, a slip in the first letter
// is dearer. It is a weighted Damerau-Levenshtein distance; the weights follow
// what studies of typing and of spelling errors agree on (Kernighan, Church and
// Gale 1990; Pollock and Zamora 1984). Both words must be in small letters.
func SlipCost(typed, meant string) float64 {
	a, b := []rune(typed), []rune(meant)
	const longest = 40
	if len(a) > longest || len(b) > longest {
		return longest
	}
	var rows [3][longest + 1]float64
	prev2, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := 1; j <= len(b); j++ {
		prev[j] = prev[j-1] + missing(b, j-1)
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = prev[0] + extra(a, i-1)
		for j := 1; j <= len(b); j++ {
			c := prev[j-1]
			if a[i-1] != b[j-1] {
				c += changed(a[i-1], b[j-1], i == 1 || j == 1)
			}
			c = min(c, prev[j]+extra(a, i-1), cur[j-1]+missing(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2] {
				c = min(c, prev2[j-2]+0.75)
			}
			cur[j] = c
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// missing is the cost of leaving out letter i of the word that was meant.
func missing(w []rune, i int) float64 {
	switch {
	case i == 0:
		return 1.5
	case w[i] == '\'' || w[i] == '-':
		return 0.4
	case w[i] == w[i-1] || i+1 < len(w) && w[i] == w[i+1]:
		return 0.6
	case vowel(w[i]):
		return 0.9
	}
	return 1
}

// extra is the cost of typing letter i though it was not meant.
func extra(w []rune, i int) float64 {
	near := func(j int) bool { return j >= 0 && j < len(w) && neighbours(w[i], w[j]) }
	switch {
	case i > 0 && w[i] == w[i-1] || i+1 < len(w) && w[i] == w[i+1]:
		return 0.6
	case w[i] == '\'':
		return 0.5
	case i == 0:
		return 1.4
	case near(i-1) || near(i+1):
		return 0.85
	}
	return 1
}

// changed is the cost of typing a for b.
func changed(a, b rune, first bool) float64 {
	c := 1.15
	switch {
	case vowel(a) && vowel(b):
		c = 0.8
	case neighbours(a, b):
		c = 0.85
	case alike(a, b):
		c = 0.9
	}
	if first {
		c += 0.4
	}
	return c
}

func vowel(r rune) bool { return r < 128 && strings.IndexByte("aeiouy", byte(r)) >= 0 }

var soundGroups = []string{"cks", "ckq", "sz", "fv", "gj", "dt", "bp", "mn", "xs"}

func alike(a, b rune) bool {
	for _, g := range soundGroups {
		if strings.ContainsRune(g, a) && strings.ContainsRune(g, b) {
			return true
		}
	}
	return false
}

// neighbours reports whether two keys touch on a QWERTY keyboard.
func neighbours(a, b rune) bool {
	if a < 'a' || a > 'z' || b < 'a' || b > 'z' {
		return false
	}
	return strings.IndexByte(touching[a-'a'], byte(b)) >= 0
}

var touching = [26]string{
	0: "qwsz", 'b' - 'a': "vghn", 'c' - 'a': "xdfv", 'd' - 'a': "serfcx", 'e' - 'a': "wsdr", 'f' - 'a': "drtgvc",
	'g' - 'a': "ftyhbv", 'h' - 'a': "gyujnb", 'i' - 'a': "ujko", 'j' - 'a': "huikmn", 'k' - 'a': "jiolm", 'l' - 'a': "kop",
	'm' - 'a': "njk", 'n' - 'a': "bhjm", 'o' - 'a': "iklp", 'p' - 'a': "ol", 'q' - 'a': "wa", 'r' - 'a': "edft",
	's' - 'a': "awedxz", 't' - 'a': "rfgy", 'u' - 'a': "yhji", 'v' - 'a': "cfgb", 'w' - 'a': "qase", 'x' - 'a': "zsdc",
	'y' - 'a': "tghu", 'z' - 'a': "asx",
}
