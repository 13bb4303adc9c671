package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/text"
)

// tokenise splits a paragraph into tokens: words with their inner hyphens,
// apostrophes and abbreviation points, clitics apart ("do" "n't", "Cuba" "'s"),
// figures with their marks, and one token for each other sign. Every byte that
// is not white space is in exactly one token.
func tokenise(t string) []Token {
	s := scanner{t: t, out: make([]Token, 0, len(t)/5+4)}
	for s.i < len(t) {
		r, w := s.rune(s.i)
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			s.space = true
			s.i += w
			continue
		}
		s.next(r, w)
	}
	return s.out
}

type scanner struct {
	t     string
	i     int
	space bool
	out   []Token
}

func (s *scanner) rune(i int) (rune, int) {
	if i >= len(s.t) {
		return 0, 0
	}
	if c := s.t[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.t[i:])
}

// emit makes the bytes up to end a token.
func (s *scanner) emit(end int, k Kind) {
	tok := Token{Span: text.Span{Start: s.i, End: end}, Kind: k, Space: s.space || len(s.out) == 0}
	if k == Word || k == Clitic {
		tok.Shape = shapeOf(s.t[s.i:end])
	}
	s.out = append(s.out, tok)
	s.i, s.space = end, false
}

func (s *scanner) next(r rune, w int) {
	switch {
	case isLetter(r):
		if end := s.address(); end > 0 {
			s.emit(end, Address)
		} else if end := s.prefixedMoney(); end > 0 {
			s.emit(end, Money)
		} else {
			s.word()
		}
	case isDigit(r):
		s.number()
	case isCurrency(r):
		if end := s.figure(s.i + w); end > s.i+w {
			s.emit(s.scale(end), Money)
		} else {
			s.emit(s.i+w, Symbol)
		}
	case (r == '.' || r == '-' || r == '+' || r == '\u2212') && s.digitAt(s.i+w) && !s.joined():
		s.number()
	case r == '@' || r == '#':
		end := s.i + w
		for end < len(s.t) {
			r, w := s.rune(end)
			if !isLetter(r) && !isDigit(r) && r != '_' {
				break
			}
			end += w
		}
		switch {
		case end == s.i+w:
			s.emit(end, Symbol)
		case r == '@':
			s.emit(end, Handle)
		default:
			s.emit(end, Hashtag)
		}
	case isApostrophe(r):
		if end := s.elision(w); end > 0 {
			s.emit(end, Word)
		} else {
			s.emit(s.i+w, Punct)
		}
	case r == '.' || r == '-' || r == '!' || r == '?' || r == '`' || r == '*' || r == '_' || r == '=':
		end := s.i + w
		for end < len(s.t) && s.t[end] == s.t[s.i] {
			end++
		}
		if r == '!' || r == '?' {
			for end < len(s.t) && (s.t[end] == '!' || s.t[end] == '?') {
				end++
			}
		}
		s.emit(end, Punct)
	case unicode.IsPunct(r):
		s.emit(s.i+w, Punct)
	default:
		end := s.i + w
		for end < len(s.t) { // modifiers and joiners stay with their sign
			r, w := s.rune(end)
			if r != '\u200d' && r != '\ufe0f' && !unicode.Is(unicode.Sk, r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			end += w
			if r == '\u200d' {
				_, w := s.rune(end)
				end += w
			}
		}
		s.emit(end, Symbol)
	}
}

// joined reports whether the place before s.i is the end of a word or figure
// with no space between.
func (s *scanner) joined() bool {
	if s.space || s.i == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s.t[:s.i])
	return isLetter(r) || isDigit(r)
}

func (s *scanner) digitAt(i int) bool { return i < len(s.t) && s.t[i] >= '0' && s.t[i] <= '9' }

// word reads from a letter: "well-known", "O'Brien", "U.S.", "AT&T", "65" is
// not one but "F-16" is. Clitics are split off.
func (s *scanner) word() {
	start := s.i
	end := s.letters(start)
	if e := s.abbreviation(start, end); e > 0 {
		s.emit(e, Word)
		s.possessive()
		return
	}
	s.clitics(start, end)
}

// letters returns the end of the word that starts at i, inner hyphens,
// apostrophes and ampersands included.
func (s *scanner) letters(i int) int {
	for i < len(s.t) {
		r, w := s.rune(i)
		switch {
		case isLetter(r) || isDigit(r) || r == '\u00ad':
			i += w
		case isApostrophe(r) || isHyphen(r) || r == '&' && i > 0 && isUpperByte(s.t[i-1]):
			n, nw := s.rune(i + w)
			if isHyphen(r) && isApostrophe(n) { // "rock-'n'-roll"
				if n2, _ := s.rune(i + w + nw); !isLetter(n2) {
					return i
				}
			} else if !isLetter(n) && (!isDigit(n) || !isHyphen(r)) {
				return i
			}
			i += w
		default:
			return i
		}
	}
	return i
}

// clitics emits the word in [start, end) with its clitics split off.
func (s *scanner) clitics(start, end int) {
	w := s.t[start:end]
	cut := 0
	if a := strings.LastIndexAny(w, "'’"); a > 0 {
		_, aw := utf8.DecodeRuneInString(w[a:])
		switch tail := w[a+aw:]; {
		case eqFold(tail, "s"), eqFold(tail, "re"), eqFold(tail, "ve"), eqFold(tail, "ll"), eqFold(tail, "d"), eqFold(tail, "m"):
			cut = a
		case eqFold(tail, "t") && a > 1 && (w[a-1] == 'n' || w[a-1] == 'N'):
			cut = a - 1
		}
	}
	if cut == 0 {
		s.emit(end, Word)
		return
	}
	// "couldn't've": the outer one first, what is left may hold another.
	s.clitics(start, start+cut)
	s.emit(end, Clitic)
}

// possessive emits the clitic that follows an abbreviation: "U.S.'s".
func (s *scanner) possessive() {
	r, w := s.rune(s.i)
	if !isApostrophe(r) {
		return
	}
	if n, nw := s.rune(s.i + w); n == 's' || n == 'S' {
		if after, _ := s.rune(s.i + w + nw); !isLetter(after) && !isDigit(after) {
			s.emit(s.i+w+nw, Clitic)
		}
	}
}

// abbreviation returns the end of the abbreviation that the word in
// [start, end) is, its point included, or 0.
func (s *scanner) abbreviation(start, end int) int {
	if end >= len(s.t) || s.t[end] != '.' {
		return 0
	}
	if letter, n := utf8.DecodeRuneInString(s.t[start:end]); n == end-start && letter != 'I' || n == end-start && s.letterAt(end+1) {
		// One letter and a point: "U.S.", "a.m.", "J. Smith". A lone small letter
		// is none, nor is "I." at the end of a sentence.
		e, points := end+1, 1
		for {
			r, w := s.rune(e)
			if !isLetter(r) || e+w >= len(s.t) || s.t[e+w] != '.' {
				if points > 1 && isLetter(r) && s.letters(e)-e <= 2 && (e+w >= len(s.t) || s.t[e+w] != '.') && isUpperByte(s.t[start]) {
					// "U.S" with its last point missing reads as one word.
					return s.letters(e)
				}
				break
			}
			e += w + 1
			points++
		}
		if points > 1 || unicode.IsUpper(letter) {
			if points == 1 && s.letterAt(e) {
				if e2 := s.letters(e); e2-e <= 2 && unicode.IsUpper(letter) {
					if e2 < len(s.t) && s.t[e2] == '.' {
						return e2 + 1
					}
					return e2
				}
			}
			return e
		}
		return 0
	}
	if _, ok := abbreviations[strings.ToLower(s.t[start:end])]; !ok {
		return 0
	}
	w := s.t[start:end]
	switch strings.ToLower(w) {
	case "no", "art", "fig", "vol", "pp": // abbreviations only before a figure
		n, nw := s.rune(end + 1)
		if n == ' ' {
			n, _ = s.rune(end + 1 + nw)
		}
		if !isDigit(n) {
			return 0
		}
	case "mar", "sun", "sat", "wed", "ill", "miss", "ore", "wash", "mass", "cal", "del", "col", "gen", "rep", "sen", "gov", "ala", "ark", "pa", "ind", "md", "me", "ga", "va", "co", "con", "mon", "tex", "sec", "min", "mt", "ft", "pop", "jan", "est", "dec":
		if !isUpperByte(w[0]) {
			return 0
		}
	}
	return end + 1
}

func (s *scanner) letterAt(i int) bool {
	r, _ := s.rune(i)
	return isLetter(r)
}

// elision returns the end of a word that begins with its apostrophe: "'em",
// "'90s". w is the apostrophe's width.
func (s *scanner) elision(w int) int {
	if s.joined() {
		return 0
	}
	start := s.i + w
	if s.digitAt(start) && s.digitAt(start+1) && !s.digitAt(start+2) {
		end := start + 2
		if end < len(s.t) && s.t[end] == 's' {
			return end + 1
		}
		if r, _ := s.rune(end); !isLetter(r) && r != ',' && r != '%' && !isApostrophe(r) {
			return end
		}
		return 0
	}
	end := s.letters(start)
	switch strings.ToLower(s.t[start:end]) {
	case "em", "til", "tis", "twas", "cause", "bout", "n", "round", "cos", "tude":
		if s.t[start:end] == "n" {
			if r, w := s.rune(end); isApostrophe(r) {
				return end + w
			}
			return 0
		}
		if r, _ := s.rune(end); isApostrophe(r) { // quoted, not elided
			return 0
		}
		return end
	}
	return 0
}

// figure returns the end of the figure at i: digits with grouping commas and
// decimal points.
func (s *scanner) figure(i int) int {
	for i < len(s.t) {
		c := s.t[i]
		if c >= '0' && c <= '9' || (c == ',' || c == '.') && s.digitAt(i+1) && i > 0 && s.digitAt(i-1) {
			i++
			continue
		}
		break
	}
	return i
}

// scale returns the end of a scale that is written against its figure: "5bn",
// "$3.5m".
func (s *scanner) scale(i int) int {
	end := i
	for end < len(s.t) && isLetterByte(s.t[end]) {
		end++
	}
	switch strings.ToLower(s.t[i:end]) {
	case "k", "m", "b", "bn", "tn", "mn", "mln", "bln", "trn":
		return end
	}
	return i
}

// prefixedMoney returns the end of "US$5bn", "HK$20", "Rs500", "R$3", or 0.
func (s *scanner) prefixedMoney() int {
	i := s.i
	for i < len(s.t) && isLetterByte(s.t[i]) && i-s.i < 4 {
		i++
	}
	r, w := s.rune(i)
	if !isCurrency(r) || i == s.i {
		return 0
	}
	end := s.figure(i + w)
	if end == i+w {
		return 0
	}
	return s.scale(end)
}

// number reads from a digit (or a sign or point before one).
func (s *scanner) number() {
	i := s.i
	for i < len(s.t) && !s.digitAt(i) {
		_, w := s.rune(i)
		i += w
	}
	i = s.figure(i)
	r, w := s.rune(i)
	switch {
	case r == '%':
		s.emit(i+w, Percent)
		return
	case r == ':' && s.digitAt(i+1) && s.digitAt(i+2) && !s.digitAt(i+3):
		i += 3
		if i+2 < len(s.t) && s.t[i] == ':' && s.digitAt(i+1) && s.digitAt(i+2) {
			i += 3
		}
		s.emit(s.meridiem(i), Time)
		return
	case isHyphen(r) || r == '–' || r == '/' || r == '\u2212':
		// A range, a score, a date: "21-22", "2015/16", "555-1234".
		end := i
		for {
			r, w := s.rune(end)
			if !isHyphen(r) && r != '–' && r != '/' && r != '\u2212' || !s.digitAt(end+w) {
				break
			}
			end = s.figure(end + w)
		}
		if end > i {
			if r, w := s.rune(end); r == '%' {
				s.emit(end+w, Percent)
				return
			}
			if !s.letterAt(end) && !(isHyphenAt(s, end) && s.letterAfterHyphen(end)) {
				s.emit(end, Number)
				return
			}
			if s.letterAt(end) {
				if e := s.suffix(end); e > end {
					s.emit(e, Number)
					return
				}
			}
			i = end
		}
	}
	if e := s.meridiem(i); e > i {
		s.emit(e, Time)
		return
	}
	if e := s.suffix(i); e > i { // "18th", "1990s", "5bn"
		if r, w := s.rune(e); !isHyphen(r) || !s.letterAt(e+w) {
			s.emit(e, Number)
			return
		}
	}
	if isHyphenAt(s, i) && s.letterAfterHyphen(i) || s.letterAt(i) {
		s.clitics(s.i, s.letters(i)) // "65-year-old", "4x4", "3D"
		return
	}
	s.emit(i, Number)
}

func isHyphenAt(s *scanner, i int) bool {
	r, _ := s.rune(i)
	return isHyphen(r)
}

func (s *scanner) letterAfterHyphen(i int) bool {
	_, w := s.rune(i)
	return s.letterAt(i + w)
}

// meridiem returns the end of "am", "pm", "a.m." or "p.m." that stands at i
// against its figure, or i.
func (s *scanner) meridiem(i int) int {
	for _, m := range [...]string{"a.m.", "p.m.", "am", "pm"} {
		if len(s.t)-i >= len(m) && strings.EqualFold(s.t[i:i+len(m)], m) && !s.letterAt(i+len(m)) {
			return i + len(m)
		}
	}
	return i
}

// suffix returns the end of an ordinal, plural or scale ending at i, or i.
func (s *scanner) suffix(i int) int {
	end := i
	if r, w := s.rune(i); isApostrophe(r) { // "1990's"
		if n, _ := s.rune(i + w); n == 's' && !s.letterAt(i+w+1) && i-s.i >= 2 {
			return i + w + 1
		}
		return i
	}
	for end < len(s.t) && isLetterByte(s.t[end]) {
		end++
	}
	switch strings.ToLower(s.t[i:end]) {
	case "st", "nd", "rd", "th", "s":
		return end
	}
	return s.scale(i)
}

// address returns the end of the web or mail address at s.i, or 0.
func (s *scanner) address() int {
	t := s.t[s.i:]
	if len(t) < 4 {
		return 0
	}
	end := strings.IndexFunc(t, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”‘’()[]{}", r) })
	if end < 0 {
		end = len(t)
	}
	t = t[:end]
	if !strings.ContainsAny(t, ".:@") {
		return 0
	}
	low := t
	if hasPrefixFold(low, "http://") || hasPrefixFold(low, "https://") || hasPrefixFold(low, "ftp://") ||
		hasPrefixFold(low, "www.") || hasPrefixFold(low, "mailto:") {
		return s.i + trimmedEnd(t)
	}
	n := trimmedEnd(t)
	t = t[:n]
	if at := strings.IndexByte(t, '@'); at > 0 && strings.Contains(t[at:], ".") {
		return s.i + n
	}
	host, _, _ := strings.Cut(t, "/")
	if dot := strings.LastIndexByte(host, '.'); dot > 1 && topDomains[host[dot+1:]] && isHost(host[:dot]) {
		return s.i + n
	}
	return 0
}

func trimmedEnd(t string) int { return len(strings.TrimRight(t, ".,;:!?'…")) }

func isHost(h string) bool {
	for i := 0; i < len(h); i++ {
		if c := h[i]; !isLetterByte(c) && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return true
}

// topDomains are the endings by which a bare "example.com" is told from a
// missing space after a full stop.
var topDomains = map[string]bool{
	"com": true, "org": true, "net": true, "gov": true, "edu": true, "int": true, "info": true, "biz": true,
	"uk": true, "de": true, "fr": true, "ru": true, "cn": true, "jp": true, "eu": true, "io": true, "tv": true,
	"ca": true, "au": true, "nz": true, "ie": true, "ch": true, "nl": true, "es": true, "br": true, "mil": true,
	"news": true, "ng": true, "za": true, "ke": true, "ly": true, "co": true,
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}
func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isUpperByte(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isDigit(r rune) bool      { return r >= '0' && r <= '9' }
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }
func isHyphen(r rune) bool     { return r == '-' || r == '\u2010' || r == '\u2011' }
func eqFold(a, b string) bool  { return len(a) == len(b) && strings.EqualFold(a, b) }
func isCurrency(r rune) bool   { return r == '$' || r >= 0xa2 && unicode.Is(unicode.Sc, r) }
func hasPrefixFold(t, p string) bool {
	return len(t) >= len(p) && strings.EqualFold(t[:len(p)], p)
}

func shapeOf(w string) Shape {
	upper, lower, first := 0, 0, false
	seen := false
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
			if !seen {
				first = true
			}
			seen = true
		case unicode.IsLower(r):
			lower++
			seen = true
		case r == '-' && lower > 0 && upper == 1 && first:
			// "Anglo-American": each part is looked at as one word below.
		}
	}
	switch {
	case upper == 0 && lower == 0:
		return ShapeNone
	case upper == 0:
		return ShapeLower
	case lower == 0:
		return ShapeUpper
	case first && upper == 1:
		return ShapeTitle
	case first && hyphenTitle(w):
		return ShapeTitle
	default:
		return ShapeMixed
	}
}

// hyphenTitle reports whether every capital of w stands after a hyphen or
// at the start: "Anglo-American".
func hyphenTitle(w string) bool {
	prev := '-'
	for _, r := range w {
		if unicode.IsUpper(r) && !isHyphen(prev) {
			return false
		}
		prev = r
	}
	return true
}
