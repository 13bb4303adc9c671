package names

import (
	"strings"
)

// straight returns w in small letters with straight apostrophes and hyphens.
func straight(w string) string {
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-").Replace(w))
}

// close reports whether two words in normal form are one slip apart, or two
// where they are long: a letter left out, put in, changed, or two swapped.
func close(a, b string) bool {
	if a == b {
		return true
	}
	if a[0] != b[0] {
		return false
	}
	long := min(len(a), len(b))
	limit := 1
	if long >= 9 {
		limit = 2
	}
	if d := len(a) - len(b); d > limit || -d > limit {
		return mac(a) == mac(b)
	}
	return slips(a, b, limit) <= limit || mac(a) == mac(b)
}

func mac(w string) string {
	if r, ok := strings.CutPrefix(w, "mac"); ok && len(r) > 3 {
		return "mc" + r
	}
	return w
}

// slips is the number of slips between a and b, or limit+1 for more (optimal
// string alignment).
func slips(a, b string, limit int) int {
	var rows [3][40]int
	if len(a) >= 40 || len(b) >= 40 {
		return limit + 1
	}
	before, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, before[j-2]+1)
			}
			cur[j] = v
			least = min(least, v)
		}
		if least > limit {
			return limit + 1
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}

var endings = set(`s es n an ian i ni ese ish ic ist ists ism er ers a o e y is as os al`)

// pairs are endings that stand for one another.
var pairs = set(`a/o o/a as/os a/os o/as y/ies a/an a/ian o/an a/e e/a a/i i/a o/i i/y y/i es/as ie/y y/ie ay/a e/i ia/y y/ia an/i`)

// inflected reports whether one word is the other with an ending: "Korea" and
// "Korean", "Tory" and "Tories".
func inflected(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return false
	}
	if tail, ok := strings.CutPrefix(b, a); ok && endings[tail] {
		return true
	}
	stem := 0
	for stem < len(a) && a[stem] == b[stem] {
		stem++
	}
	// One ending for another: "Filipino" and "Filipina".
	return stem >= 3 && pairs[a[stem:]+"/"+b[stem:]]
}
