package marks

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var encodingRule = rules.Rule{
	ID: "typo.encoding", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Damaged character",
	Message: "The text's encoding was damaged here.",
	Why:     "Text that was read in the wrong encoding shows letters with signs (Ã© for é, â€™ for an apostrophe), a code where a sign should stand, or a mark for what was lost.",
	Wrong: []rules.Example{
		{Text: "A caf[Ã©] in Havana.", Fixed: "A café in Havana."},
		{Text: "Cuba[â€™]s leader spoke.", Fixed: "Cuba’s leader spoke."},
		{Text: "The d[\ufffd]tente ended."},
		{Text: "AT[&amp;]T fell.", Fixed: "AT&T fell."},
		{Text: "They don[?]t know.", Fixed: "They don’t know."},
	},
	Right: []string{"A café in São Paulo, a naïve Ångström and £5.", "Ã is a letter.", "Is it on? Then go.", "AT&T fell; R&D; grew."},
}

// damaged is UTF-8 that was read as Windows-1252, a lost character, an HTML
// entity that nobody resolved, or a question mark for an apostrophe.
var damaged = regexp.MustCompile(`[ÂÃ][\x{80}-\x{bf}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\x{80}][\x{80}-\x{bf}‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]?|\x{fffd}+|&(?:amp|quot|apos|nbsp|lt|gt|mdash|ndash|rsquo|lsquo|ldquo|rdquo|hellip|#\d{2,5});|\b[A-Za-z]+\?(?:s|t|re|ve|ll)\b`)

// encoding finds damaged characters.
func encoding(p *lang.Paragraph, out func(flag.Flag)) {
	if !suspicious(p.Text) {
		return
	}
	for _, m := range damaged.FindAllStringIndex(p.Text, -1) {
		s := p.Text[m[0]:m[1]]
		switch {
		case strings.ContainsRune(s, utf8.RuneError):
			out(at(m[0], m[1], 0.97, "A character was lost here."))
		case s[0] == '&':
			fix, ok := entities[s]
			if !ok {
				out(at(m[0], m[1], 0.9, "“"+s+"” is a code, not text."))
				continue
			}
			out(at(m[0], m[1], 0.95, "“"+s+"” is a code for “"+fix+"”.", fix))
		case strings.Contains(s, "?"):
			if inAddress(p, m[0]) {
				continue
			}
			q := m[0] + strings.IndexByte(s, '?')
			out(at(q, q+1, 0.9, "A question mark stands for a lost apostrophe.", "’"))
		default:
			fix, ok := decode(s)
			if !ok {
				continue
			}
			out(at(m[0], m[1], 0.96, "“"+s+"” is “"+fix+"” read in the wrong encoding.", fix))
		}
	}
}

// suspicious is a quick look for anything that damaged could match.
func suspicious(t string) bool {
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case c == 0xc3 && i+1 < len(t) && (t[i+1] == 0x83 || t[i+1] == 0x82 || t[i+1] == 0xa2), c == 0xef, c == '&':
			return true
		case c == '?' && i+1 < len(t) && t[i+1] >= 'a' && t[i+1] <= 'z':
			return true
		}
	}
	return false
}

func inAddress(p *lang.Paragraph, offset int) bool {
	for _, t := range p.Tokens {
		if t.Kind == lang.Address && t.Contains(offset) {
			return true
		}
	}
	return false
}

var entities = map[string]string{
	"&amp;": "&", "&quot;": "\"", "&apos;": "'", "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&mdash;": "—", "&ndash;": "–",
	"&rsquo;": "’", "&lsquo;": "‘", "&ldquo;": "“", "&rdquo;": "”", "&hellip;": "…", "&#39;": "'", "&#8217;": "’", "&#8216;": "‘",
	"&#8220;": "“", "&#8221;": "”", "&#8211;": "–", "&#8212;": "—", "&#160;": " ", "&#38;": "&", "&#34;": "\"",
}

// decode reads s back: each character is the Windows-1252 sign of one byte, and
// the bytes are UTF-8.
func decode(s string) (string, bool) {
	var b []byte
	for _, r := range s {
		switch {
		case r < 0x100:
			b = append(b, byte(r))
		default:
			i := strings.IndexRune(windows1252, r)
			if i < 0 {
				return "", false
			}
			b = append(b, byte(0x80+utf8.RuneCountInString(windows1252[:i])))
		}
	}
	if !utf8.Valid(b) || utf8.RuneCount(b) != 1 {
		return "", false
	}
	return string(b), true
}

// windows1252 are the signs at 0x80 to 0x9f; the holes hold a control sign.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
