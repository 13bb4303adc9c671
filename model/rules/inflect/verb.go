// Package inflect forms English verbs and nouns: the past of a verb, the plural
// of a noun, and back. Irregular words stand in tables; the rest follows the
// rules of spelling. Words are in small letters. A word that is no verb or noun
// gets the form it would have if it were one: callers ask about words whose
// part of speech they know.
package inflect

import (
	"strings"
	"sync"
)

// Form is a form of a verb.
type Form uint8

// The forms of a verb.
const (
	Base       Form = iota // go
	Third                  // goes
	Past                   // went
	Participle             // gone
	Ing                    // going
)

// Verb returns the form of the verb whose base is given: Verb("go", Past) is
// "went". Of "be" the past is "was".
func Verb(base string, f Form) string {
	if p, ok := irregular[base]; ok {
		switch f {
		case Third:
			if base == "be" {
				return "is"
			}
			if base == "have" {
				return "has"
			}
		case Past:
			return p.past
		case Participle:
			return p.participle
		}
	} else if prefix, rest := splitPrefix(base); prefix != "" {
		return prefix + Verb(rest, f)
	}
	n := len(base)
	if n < 2 {
		return base
	}
	last, before := base[n-1], base[n-2]
	switch f {
	case Third:
		return addS(base)
	case Past, Participle:
		switch {
		case last == 'e':
			return base + "d"
		case last == 'y' && !vowel(before):
			return base[:n-1] + "ied"
		case doubles(base):
			return base + string(last) + "ed"
		case last == 'c':
			return base + "ked"
		}
		return base + "ed"
	case Ing:
		switch {
		case strings.HasSuffix(base, "ie"):
			return base[:n-2] + "ying"
		case last == 'e' && before != 'e' && before != 'o' && before != 'y' && base != "be" && base != "singe":
			return base[:n-1] + "ing"
		case doubles(base):
			return base + string(last) + "ing"
		case last == 'c':
			return base + "king"
		}
		return base + "ing"
	}
	return base
}

// BaseOf returns the bases that w may be the given form of, likeliest first.
// The regular ones are guesses by spelling: "hoped" may be of "hope" and "hop".
func BaseOf(w string, f Form) []string {
	if f == Base {
		return []string{w}
	}
	if b := irregularBases()[formKey{w, f}]; len(b) > 0 {
		return b
	}
	var ends []string
	switch f {
	case Third:
		ends = []string{"s"}
	case Ing:
		ends = []string{"ing"}
	default:
		ends = []string{"ed"}
	}
	stem, ok := strings.CutSuffix(w, ends[0])
	if !ok || len(stem) < 2 {
		return nil
	}
	var out []string
	add := func(b string) {
		if len(b) > 1 && Verb(b, f) == w {
			out = append(out, b)
		}
	}
	n := len(stem)
	if f == Third {
		add(stem)
		add(strings.TrimSuffix(stem, "e"))
		if s, ok := strings.CutSuffix(stem, "ie"); ok {
			add(s + "y")
		}
		return dedupe(out)
	}
	if stem[n-1] == stem[n-2] {
		add(stem[:n-1])
	}
	if s, ok := strings.CutSuffix(stem, "i"); ok {
		add(s + "y")
	}
	if s, ok := strings.CutSuffix(stem, "k"); ok {
		add(s)
	}
	if f == Ing {
		if s, ok := strings.CutSuffix(stem, "y"); ok {
			add(s + "ie")
		}
	}
	if silentE(stem) {
		add(stem + "e")
		add(stem)
	} else {
		add(stem)
		add(stem + "e")
	}
	return dedupe(out)
}

// silentE reports whether a stem that lost its ending likely had an "e".
func silentE(s string) bool {
	n := len(s)
	if n < 2 {
		return false
	}
	switch s[n-1] {
	case 'v', 'z', 'u', 'c', 's', 'g':
		return !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "zz") && !strings.HasSuffix(s, "ng") || strings.HasSuffix(s, "ang") && n > 4
	}
	if n >= 3 && !vowel(s[n-1]) && vowel(s[n-2]) && !vowel(s[n-3]) && s[n-1] != 'w' && s[n-1] != 'x' && s[n-1] != 'y' {
		switch {
		case strings.HasSuffix(s, "er"), strings.HasSuffix(s, "en"), strings.HasSuffix(s, "on"), strings.HasSuffix(s, "it"), strings.HasSuffix(s, "el"), strings.HasSuffix(s, "op") && n > 4, strings.HasSuffix(s, "et"), strings.HasSuffix(s, "in") && n > 4:
			return false
		}
		return true
	}
	switch s[n-2:] {
	case "at", "iz", "is", "dl", "tl", "bl", "pl", "gl", "fl", "kl", "rs", "ns", "dg", "rg", "lv", "rv":
		return n > 3
	}
	return false
}

func dedupe(s []string) []string {
	var out []string
	for _, x := range s {
		dup := false
		for _, y := range out {
			dup = dup || x == y
		}
		if !dup {
			out = append(out, x)
		}
	}
	return out
}

// Verbs returns all forms of a verb, the base first, each once.
func Verbs(base string) []string {
	out := []string{base, Verb(base, Third), Verb(base, Past), Verb(base, Participle), Verb(base, Ing)}
	if base == "be" {
		out = append(out, "am", "are", "were")
	}
	return dedupe(out)
}

// Irregular reports whether the verb has a past or participle of its own, and
// gives them.
func Irregular(base string) (past, participle string, ok bool) {
	p, ok := irregular[base]
	return p.past, p.participle, ok
}

func splitPrefix(base string) (prefix, rest string) {
	for _, p := range [...]string{"over", "under", "out", "re", "un", "mis", "fore", "with", "up", "inter"} {
		if r, ok := strings.CutPrefix(base, p); ok && len(r) > 2 {
			if _, known := irregular[r]; known && !notPrefixed[base] {
				return p, r
			}
		}
	}
	return "", ""
}

// notPrefixed are regular verbs that look like a prefix before an irregular one.
var notPrefixed = set("rebid remind repay reset")

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doubles reports whether the verb doubles its last letter before -ed and -ing.
func doubles(b string) bool {
	n := len(b)
	if n < 3 || vowel(b[n-1]) || !vowel(b[n-2]) || strings.IndexByte("wxyhc", b[n-1]) >= 0 {
		return false
	}
	if n > 3 && vowel(b[n-3]) && b[n-3:n-1] != "ui" || n == 3 && vowel(b[0]) {
		return false
	}
	if n > 3 && b[n-3:n-1] == "ui" && (b[n-4] != 'q') {
		return false
	}
	syllables := 0
	for i := 0; i < n; i++ {
		if vowel(b[i]) && (i == 0 || !vowel(b[i-1])) {
			syllables++
		}
	}
	if b[n-3:n-1] == "ui" {
		syllables = 1
	}
	return syllables == 1 || stressed[b]
}

// stressed are verbs of more than one syllable with the stress on the last.
var stressed = set(`abet abhor acquit admit allot annul begin commit compel concur confer control defer demur deter
disbar dispel embed emit enrol enthral entrap equip excel expel extol forget fulfil incur infer instil intermit kidnap
occur omit outfit outwit patrol permit prefer program propel rebel rebut recur refer regret remit repel submit transfer
transmit transship unwrap unzip format handicap`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func addS(w string) string {
	n := len(w)
	if n < 2 {
		return w + "s"
	}
	switch {
	case w[n-1] == 's', w[n-1] == 'x', w[n-1] == 'z', strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"):
		if strings.HasSuffix(w, "iz") || strings.HasSuffix(w, "quiz") {
			return w + "zes"
		}
		return w + "es"
	case w[n-1] == 'y' && !vowel(w[n-2]):
		return w[:n-1] + "ies"
	case w == "go" || w == "do" || w == "veto" || w == "echo" || w == "undergo" || w == "forgo" || w == "torpedo":
		return w + "es"
	}
	return w + "s"
}

type parts struct{ past, participle string }

type formKey struct {
	word string
	form Form
}

// irregularBases turns the table round.
var irregularBases = sync.OnceValue(func() map[formKey][]string {
	m := map[formKey][]string{}
	for _, line := range strings.Split(strings.TrimSpace(irregularTable), "\n") {
		for _, f := range strings.Split(line, ",") {
			b := strings.Fields(f)[0]
			for _, form := range [...]Form{Third, Past, Participle, Ing} {
				k := formKey{Verb(b, form), form}
				m[k] = append(m[k], b)
			}
		}
	}
	m[formKey{"were", Past}] = []string{"be"}
	m[formKey{"am", Third}] = []string{"be"}
	m[formKey{"are", Third}] = []string{"be"}
	return m
})

var irregular = func() map[string]parts {
	m := map[string]parts{}
	for _, line := range strings.Split(strings.TrimSpace(irregularTable), "\n") {
		for _, f := range strings.Split(line, ",") {
			w := strings.Fields(f)
			m[w[0]] = parts{w[1], w[len(w)-1]}
		}
	}
	return m
}()

// irregularTable: base, past, and the participle where it differs.
const irregularTable = `
be was been, have had, do did done, go went gone, say said, get got, make made, know knew known
think thought, take took taken, see saw seen, come came come, find found, give gave given, tell told, feel felt
become became become, leave left, put put, mean meant, keep kept, let let, begin began begun, show showed shown
hear heard, run ran run, hold held, bring brought, write wrote written, sit sat, stand stood, lose lost, pay paid
meet met, set set, learn learned, lead led, understand understood, speak spoke spoken, read read, spend spent
grow grew grown, win won, buy bought, send sent, build built, fall fell fallen, cut cut, sell sold, choose chose chosen
rise rose risen, catch caught, draw drew drawn, fight fought, throw threw thrown, break broke broken, drive drove driven
wear wore worn, seek sought, deal dealt, hit hit, cost cost, shut shut, spread spread, lay laid, lie lay lain, eat ate eaten
sing sang sung, ring rang rung, drink drank drunk, swim swam swum, sink sank sunk, shrink shrank shrunk, spring sprang sprung
steal stole stolen, freeze froze frozen, forget forgot forgotten, hide hid hidden, bite bit bitten, ride rode ridden
shake shook shaken, wake woke woken, swear swore sworn, tear tore torn, bear bore borne, fly flew flown, blow blew blown
forgive forgave forgiven, forbid forbade forbidden, bid bid, beat beat beaten, bend bent, lend lent, bind bound, wind wound
grind ground, hang hung, dig dug, stick stuck, strike struck, swing swung, sting stung, cling clung, fling flung, sling slung
string strung, wring wrung, spin spun, shoot shot, slide slid, feed fed, bleed bled, breed bred, speed sped, flee fled
creep crept, sleep slept, sweep swept, weep wept, kneel knelt, dream dreamed, burn burned, teach taught, split split
bet bet, burst burst, cast cast, broadcast broadcast, forecast forecast, hurt hurt, quit quit, rid rid, shed shed, slit slit, thrust thrust, upset upset
arise arose arisen, awake awoke awoken, foresee foresaw foreseen, mistake mistook mistaken, overcome overcame overcome
undergo underwent undergone, withdraw withdrew withdrawn, uphold upheld, withhold withheld, offset offset, oversee oversaw overseen
overtake overtook overtaken, override overrode overridden, undertake undertook undertaken, outdo outdid outdone, mislead misled
sew sewed sewn, sow sowed sown, swell swelled swollen, prove proved proven, saw sawed sawn, mow mowed mown, shear sheared shorn
light lit, spit spat, dwell dwelt, leap leapt, spill spilled, spoil spoiled, smell smelled, lean leaned, strive strove striven, slay slew slain, tread trod, weave wove woven, forsake forsook forsaken, stink stank stunk, stride strode stridden, behold beheld, bet bet, wed wed, sublet sublet
`
