package main

import (
	"bufio"
	"os"
	"strings"

	"stet/model/lang"
)

// wordForms expands a Hunspell dictionary and notes what each word is by the
// affixes that it takes: who takes -ing is a verb, who takes -'s a noun.
// Words stand in small letters; those with a capital are marked as names.
func wordForms(dic, aff string) (lang.WordForms, error) {
	rules, err := formRules(aff)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(dic)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	forms := lang.WordForms{}
	sc := bufio.NewScanner(f)
	sc.Scan() // the number of entries
	for sc.Scan() {
		word, flags, _ := strings.Cut(strings.TrimSpace(sc.Text()), "/")
		if word == "" || strings.ContainsAny(word, " 0123456789") {
			continue
		}
		word = strings.ReplaceAll(word, "’", "'")
		low := strings.ToLower(word)
		if low != word {
			forms[low] |= lang.FormProper
			continue
		}
		expand(forms, word, flags, rules)
		for _, p := range rules {
			if p.prefix && strings.Contains(flags, p.flag) {
				expand(forms, p.add+word, flags, rules)
			}
		}
	}
	return forms, sc.Err()
}

// expand notes word and its suffixed forms.
func expand(forms lang.WordForms, word, flags string, rules []formRule) {
	has := func(f string) bool { return strings.Contains(flags, f) }
	verb, noun := has("G") || has("D"), has("M") || has("S") && !has("G") && !has("D")
	var base lang.FormSet
	if verb {
		base |= lang.FormVerb
	}
	if noun {
		base |= lang.FormNoun
	}
	if has("Y") || has("T") || has("P") {
		base |= lang.FormAdjective
	}
	if base == 0 {
		base = lang.FormPlain
	}
	forms[word] |= base
	for _, r := range rules {
		if r.prefix || !has(r.flag) || !r.fits(word) {
			continue
		}
		var form lang.FormSet
		switch r.flag {
		case "S":
			if verb {
				form |= lang.FormVerbS
			}
			if noun {
				form |= lang.FormPlural
			}
		case "D":
			form = lang.FormPast
		case "G":
			form = lang.FormIng
		case "Y":
			form = lang.FormAdverb
		case "T":
			form = lang.FormSuperlative
		case "R":
			form = lang.FormNoun
			if has("T") {
				form = lang.FormComparative
			}
		case "Z", "J", "X":
			form = lang.FormPlural
		case "N", "L", "P":
			form = lang.FormNoun
		case "H", "B", "V":
			form = lang.FormAdjective
		default:
			continue
		}
		forms[strings.TrimSuffix(word, r.strip)+r.add] |= form
	}
}

// formRule is one line of an affix file.
type formRule struct {
	flag       string
	prefix     bool
	strip, add string
	when       string // the condition on the word's end, as "[^aeiou]y"
}

func formRules(path string) ([]formRule, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rules []formRule
	for line := range strings.Lines(string(b)) {
		c := strings.Fields(line)
		if len(c) != 5 || c[0] != "SFX" && c[0] != "PFX" {
			continue
		}
		a := formRule{flag: c[1], prefix: c[0] == "PFX", strip: c[2], add: c[3], when: c[4]}
		if a.strip == "0" {
			a.strip = ""
		}
		rules = append(rules, a)
	}
	return rules, nil
}

// fits reports whether the condition of a holds for the end of word.
func (a formRule) fits(word string) bool {
	cond := a.when
	if cond == "." {
		return true
	}
	type class struct {
		letters string
		not     bool
	}
	var classes []class
	for i := 0; i < len(cond); i++ {
		if cond[i] != '[' {
			classes = append(classes, class{letters: cond[i : i+1]})
			continue
		}
		end := i + strings.IndexByte(cond[i:], ']')
		letters, not := strings.CutPrefix(cond[i+1:end], "^")
		classes = append(classes, class{letters, not})
		i = end
	}
	if len(word) < len(classes) {
		return false
	}
	tail := word[len(word)-len(classes):]
	for i, c := range classes {
		if strings.Contains(c.letters, tail[i:i+1]) == c.not {
			return false
		}
	}
	return true
}
