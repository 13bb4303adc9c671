package lang

import "strings"

// Sound returns a key that English words of like sound share: a shortened
// Metaphone (Philips 1990). Vowels count only at the start. word must be in
// small letters; letters outside a to z are passed over.
func Sound(word string) string {
	w := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= 'a' && c <= 'z' {
			w = append(w, c)
		}
	}
	s := string(w)
	for _, r := range [...][2]string{{"kn", "n"}, {"gn", "n"}, {"pn", "n"}, {"wr", "r"}, {"ps", "s"}, {"x", "s"}, {"wh", "w"}, {"rh", "r"}, {"ae", "e"}} {
		if rest, ok := strings.CutPrefix(s, r[0]); ok {
			s = r[1] + rest
			break
		}
	}
	at := func(i int) byte {
		if i < 0 || i >= len(s) {
			return 0
		}
		return s[i]
	}
	vowel := func(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }
	soft := func(c byte) bool { return c == 'e' || c == 'i' || c == 'y' }
	var out []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == at(i-1) && c != 'c' {
			continue
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u':
			if i == 0 {
				out = append(out, 'A')
			}
		case 'b':
			if !(at(i-1) == 'm' && i == len(s)-1) {
				out = append(out, 'B')
			}
		case 'c':
			switch {
			case at(i+1) == 'i' && at(i+2) == 'a', at(i+1) == 'h' && at(i-1) != 's':
				out = append(out, 'X')
				if at(i+1) == 'h' {
					i++
				}
			case soft(at(i + 1)):
				if at(i-1) != 's' {
					out = append(out, 'S')
				}
			default:
				if at(i-1) != 'c' {
					out = append(out, 'K')
				}
				if at(i+1) == 'k' {
					i++
				}
			}
		case 'd':
			if at(i+1) == 'g' && soft(at(i+2)) {
				out = append(out, 'J')
				i++
			} else {
				out = append(out, 'T')
			}
		case 'g':
			switch {
			case at(i+1) == 'h' && !vowel(at(i+2)):
				i++ // silent, as in "night"
			case at(i+1) == 'n' && i+2 >= len(s):
			case soft(at(i+1)) && at(i-1) != 'g':
				out = append(out, 'J')
			default:
				out = append(out, 'K')
			}
		case 'h':
			if vowel(at(i+1)) && !strings.ContainsRune("csptg", rune(at(i-1))) || i == 0 {
				out = append(out, 'H')
			}
		case 'k', 'q':
			out = append(out, 'K')
		case 'p':
			if at(i+1) == 'h' {
				out = append(out, 'F')
				i++
			} else {
				out = append(out, 'P')
			}
		case 's':
			switch {
			case at(i+1) == 'h':
				out = append(out, 'X')
				i++
			case at(i+1) == 'i' && (at(i+2) == 'o' || at(i+2) == 'a'):
				out = append(out, 'X')
			default:
				out = append(out, 'S')
			}
		case 't':
			switch {
			case at(i+1) == 'h':
				out = append(out, '0')
				i++
			case at(i+1) == 'i' && (at(i+2) == 'o' || at(i+2) == 'a'):
				out = append(out, 'X')
			case at(i+1) == 'c' && at(i+2) == 'h':
			default:
				out = append(out, 'T')
			}
		case 'f', 'v':
			out = append(out, 'F')
		case 'w', 'y':
			if vowel(at(i + 1)) {
				out = append(out, c-'a'+'A')
			}
		case 'x':
			out = append(out, 'K', 'S')
		case 'z':
			out = append(out, 'S')
		case 'j':
			out = append(out, 'J')
		default: // l m n r
			out = append(out, c-'a'+'A')
		}
	}
	return string(out)
}
