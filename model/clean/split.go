package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A story that came as one paragraph is cut when it has this many words, into
// paragraphs of about paragraphWords.
const (
	dumpWords      = 130
	paragraphWords = 45
)

var (
	reSentenceEnd = regexp.MustCompile(`[.!?…]["”’')\]]*\s+`)
	abbreviations = set(`mr mrs ms dr prof rev hon gov sen rep gen col lt sgt capt maj adm cmdr st jr sr inc corp co ltd llc plc vs etc no jan feb mar apr jun jul aug sep sept oct nov dec
u.s u.k u.n e.u d.c a.m p.m i.e e.g ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex va vt wash wis wyo ft mt`)
)

// sentences gives the ends of the sentences of t, white space included.
func sentences(t string) []int {
	var ends []int
	for _, m := range reSentenceEnd.FindAllStringIndex(t, -1) {
		next, _ := utf8.DecodeRuneInString(t[m[1]:])
		if !unicode.IsUpper(next) && !unicode.IsDigit(next) && !strings.ContainsRune(openQuotes, next) {
			continue
		}
		if t[m[0]] == '.' && t[m[0]+1] != '"' {
			word := t[strings.LastIndexAny(t[:m[0]], " (\"“")+1 : m[0]]
			if abbreviations[strings.ToLower(word)] || len(word) == 1 && unicode.IsUpper(rune(word[0])) {
				continue
			}
		}
		ends = append(ends, m[1])
	}
	if n := len(ends); n == 0 || ends[n-1] < len(t) {
		ends = append(ends, len(t))
	}
	return ends
}

// splitDump cuts t into paragraphs at sentence ends: never inside a quotation,
// not before a sentence that leans on the one before it ("He said"), sooner
// before one that opens a quotation or brings a new subject.
func splitDump(t string) []string {
	var out []string
	start, from, n, open := 0, 0, 0, false
	rest := len(strings.Fields(t)) // words after this sentence
	ends := sentences(t)
	for i, end := range ends {
		open = quoteOpen(t[from:end], open)
		words := len(strings.Fields(t[from:end]))
		n += words
		rest -= words
		from = end
		if i == len(ends)-1 {
			break
		}
		if open {
			continue
		}
		next := t[end:]
		r, _ := utf8.DecodeRuneInString(next)
		quote := r == '"' || r == '“'
		if rest < 15 || n < paragraphWords/2 || leans(next) {
			continue
		}
		if n >= paragraphWords || quote && n >= paragraphWords/2 {
			out = append(out, strings.TrimSpace(t[start:end]))
			start, n = end, 0
		}
	}
	return append(out, strings.TrimSpace(t[start:]))
}

// quoteOpen follows double quotation marks through t.
func quoteOpen(t string, open bool) bool {
	for _, r := range t {
		switch r {
		case '"':
			open = !open
		case '“':
			open = true
		case '”':
			open = false
		}
	}
	return open
}

var leaners = set(`he she it they this that these those his her its their but and or however also then there so another both such meanwhile instead still yet nor`)

// leans reports whether a sentence leans on the one before it.
func leans(t string) bool {
	w, _, _ := strings.Cut(t, " ")
	return leaners[strings.ToLower(strings.Trim(w, ",;:'’\"“"))]
}
