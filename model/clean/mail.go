package clean

import "strings"

// unquote takes the marks of quoted mail off ("> The council …") where nearly
// every line has one, and reports from how many it took one.
func unquote(lines []string) int {
	quoted, all := 0, 0
	for _, l := range lines {
		if l = strings.TrimLeft(l, space); l != "" {
			all++
			if l[0] == '>' {
				quoted++
			}
		}
	}
	if quoted < 3 || quoted*10 < all*9 {
		return 0
	}
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(l, space), ">"); ok {
			lines[i] = strings.TrimPrefix(rest, " ")
		}
	}
	return quoted
}
