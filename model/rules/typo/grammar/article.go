package grammar

import (
	"strings"

	"stet/model/lang"
	"stet/model/rules/pattern"
)

// articles checks "a" and "an" against the sound that the next word begins
// with.
func articles(v *pattern.View, out emit) {
	toks := v.P.Tokens
	for i := 0; i+1 < len(toks); i++ {
		w := v.Low[i]
		if w != "a" && w != "an" || !toks[i+1].Space || !sameSentence(v, i, i+1) {
			continue
		}
		if w == "a" && !isArticle(v, i) {
			continue
		}
		switch v.Tag(i + 1) {
		case lang.PRPS, lang.DT:
			continue // a word too many, not the wrong article
		}
		next := v.P.Str(i + 1)
		sound := firstSound(next, toks[i+1].Kind, toks[i+1].Shape)
		if sound == soundUnknown || sound == soundVowel == (w == "an") {
			continue
		}
		conf := 0.95
		if toks[i+1].Shape != lang.ShapeLower && toks[i+1].Kind == lang.Word {
			conf = 0.9
		}
		fix := "an"
		if w == "an" {
			fix = "a"
			if f, ok := wasAnd(v, i); ok {
				out(raise(v, "article", i, i+1, 0.85, "“an” stands where “and” is meant.", f, "a"))
				continue
			}
		}
		out(raise(v, "article", i, i+1, conf, "“{} "+next+"” should be “"+fix+" "+next+"”.", pattern.Recase(fix, v.P.Str(i), false, true)))
	}
}

// isArticle reports whether the "a" at i is one: not a grade, a letter or a
// vitamin.
func isArticle(v *pattern.View, i int) bool {
	if v.P.Str(i) == "A" && !v.P.Tokens[i].First && !v.P.TitleCase && !v.P.AllCaps {
		return false
	}
	if v.P.AllCaps {
		return false
	}
	switch v.Word(i - 1) {
	case "vitamin", "hepatitis", "group", "plan", "type", "grade", "division", "league", "class", "an":
		return v.P.Str(i) == "a" && v.Word(i-1) != "an"
	}
	return true
}

// wasAnd says whether the "an" at i, which stands before a consonant, is an
// "and" that lost its last letter: words of one sort stand on both sides, or
// what follows cannot follow an article.
func wasAnd(v *pattern.View, i int) (string, bool) {
	if i == 0 || v.P.Tokens[i].First {
		return "", false
	}
	before, after := v.Tag(i-1), v.Tag(i+1)
	switch after {
	case lang.IN, lang.PRP, lang.DT, lang.MD, lang.TO, lang.PRPS, lang.VBD, lang.VBZ, lang.WRB, lang.EX, lang.NNS, lang.NNP:
		if before.Noun() || before.Adjective() || before == lang.RB || before == lang.VBN || before == lang.VBG || before == lang.CD || before == lang.RP || before == lang.PRP || before == lang.TagComma {
			return "and", true
		}
	}
	return "", false
}

type sound uint8

const (
	soundUnknown sound = iota
	soundVowel
	soundConsonant
)

// firstSound tells what a word is said to begin with. Words that are said both
// ways ("historic", "herb", "hotel") are soundUnknown.
func firstSound(w string, k lang.Kind, shape lang.Shape) sound {
	switch k {
	case lang.Word:
	case lang.Number, lang.Money, lang.Percent, lang.Time:
		return figureSound(strings.TrimLeft(w, "$£€¥"))
	default:
		return soundUnknown
	}
	if w[0] >= '0' && w[0] <= '9' {
		return figureSound(w)
	}
	head, _, hyphen := strings.Cut(w, "-")
	if letters, ok := spelledOut(head, shape, hyphen); ok {
		if letters {
			if strings.IndexByte("AEFHILMNORSX", head[0]) >= 0 {
				return soundVowel
			}
			return soundConsonant
		}
		return soundUnknown
	}
	low := strings.ToLower(head)
	if len(low) == 0 {
		return soundUnknown
	}
	for _, e := range soundExceptions {
		if strings.HasPrefix(low, e.head) {
			return e.sound
		}
	}
	if s, ok := wholeWordSounds[low]; ok {
		return s
	}
	switch c := low[0]; {
	case strings.IndexByte("aeiou", c) >= 0:
		return soundVowel
	case c >= 'a' && c <= 'z':
		return soundConsonant
	}
	switch r := []rune(low)[0]; r {
	case 'é', 'è', 'ê', 'à', 'á', 'â', 'ä', 'å', 'ó', 'ö', 'ô', 'ø', 'í', 'î', 'æ', 'œ':
		return soundVowel
	}
	return soundUnknown
}

// spelledOut reports whether an abbreviation is read letter by letter. ok is
// false where w is no abbreviation; letters is false where it may be read as a
// word ("NATO", "FIFA").
func spelledOut(w string, shape lang.Shape, hyphen bool) (letters, ok bool) {
	if shape != lang.ShapeUpper && !(hyphen && strings.ToUpper(w) == w) {
		// "MPs", "DVDs"
		if shape != lang.ShapeMixed || len(w) < 3 || w[len(w)-1] != 's' || strings.ToUpper(w[:len(w)-1]) != w[:len(w)-1] {
			return false, false
		}
		w = w[:len(w)-1]
	}
	plain := strings.ReplaceAll(w, ".", "")
	if len(plain) == 1 || plain != w {
		return true, true
	}
	if readAsLetters[plain] {
		return true, true
	}
	if readAsWords[plain] || len(plain) > 3 {
		return false, len(plain) <= 6 || readAsWords[plain]
	}
	vowels := strings.ContainsAny(plain[1:], "AEIOU")
	if !vowels || len(plain) == 2 {
		return true, true
	}
	return false, true
}

// figureSound tells the first sound of a figure as it is read.
func figureSound(f string) sound {
	digits := 0
	for digits < len(f) && (f[digits] >= '0' && f[digits] <= '9' || f[digits] == ',') {
		digits++
	}
	n := strings.ReplaceAll(f[:digits], ",", "")
	switch {
	case n == "":
		return soundUnknown
	case n[0] == '8':
		return soundVowel
	case (n == "11" || n == "18") || (n[:min(2, len(n))] == "11" || n[:min(2, len(n))] == "18") && (len(n)%3 == 2):
		return soundVowel
	case len(n) == 4 && (n[:2] == "11" || n[:2] == "18") && !strings.Contains(f[:digits], ","):
		return soundUnknown // "an 1800s house", but "a 1,800-seat hall"; 1100 goes both ways
	}
	return soundConsonant
}

type soundException struct {
	head  string
	sound sound
}

// soundExceptions are beginnings that do not sound as they are spelt; the
// longer come first.
var soundExceptions = func() []soundException {
	var out []soundException
	add := func(s sound, heads string) {
		for _, h := range strings.Fields(heads) {
			out = append(out, soundException{h, s})
		}
	}
	add(soundConsonant, "uighur uyghur unanim")
	add(soundUnknown, "historic histor herb hotel hallucin hyster habitual homage uninam unido uttar uganda usag")
	add(soundVowel, "hour heir honest honor honour unin unim unid unan unam unab unac unad unaf unal unap unar unas unat unau unav unaw undi unde undo undu unem unen uneq uner unes uneth unev unex unif-")
	add(soundVowel, "uninte unint uninh unins uninv unim unil-")
	add(soundConsonant, "euro eur eu ewe ukrain uni ura uru usa use using usu utah ute uti uto one once ouija ubiq uefa unesco unicef uuid")
	return out
}()

// wholeWordSounds are single words.
var wholeWordSounds = map[string]sound{
	"u": soundConsonant, "f": soundVowel, "x-ray": soundVowel, "x": soundVowel, "ouagadougou": soundConsonant, "oaxaca": soundConsonant,
	"ph": soundUnknown, "mp3": soundVowel, "nth": soundVowel, "hmm": soundUnknown, "mph": soundVowel, "s": soundVowel, "m": soundVowel,
	"n": soundVowel, "l": soundVowel, "r": soundVowel, "h": soundVowel, "yttrium": soundConsonant, "ypres": soundVowel, "yves": soundVowel,
	"yvonne": soundVowel, "yvette": soundVowel, "euler": soundVowel, "eugenia": soundConsonant, "iowa": soundVowel, "hors": soundVowel,
	"or": soundUnknown, "and": soundUnknown, "etc": soundUnknown, "in": soundVowel, "is": soundUnknown, "as": soundUnknown, "if": soundUnknown, "of": soundUnknown,
	"ugg": soundVowel, "html": soundVowel, "sms": soundVowel, "url": soundConsonant, "nba": soundVowel, "mba": soundVowel, "xml": soundVowel,
}

// readAsLetters and readAsWords settle abbreviations that could be either.
var readAsLetters = words("FBI MRI NFL NBA NHL NGO LGBT LGBTQ RAF HIV AIDS UAE IED IOU MBE OBE ESPN HBO HBCU NYPD LAPD UCLA USDA NAACP ACLU EPA FAA FCC FDA IRS IMF ICU IPO ISP MSNBC NSA NRA SUV SNP XL UN US UK EU UFO USB UPS URL UV UAV ATM AK AR MLB RSS SAT SME EMT MIT HMO HR HQ ABC SEC")

var readAsWords = words("NATO FIFA NASA OPEC UNESCO UNICEF SCOTUS POTUS FEMA LASIK SARS MERS ISIS ISIL RADAR LASER SCUBA NAFTA ASEAN FARC ETA SIM PIN RAM ROM SWAT MASH MAGA LIBOR FICO NASDAQ NASCAR NOAA UEFA AWOL ASAP SAR LAN RICO HUD SALT START MAD FIDE")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
