package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// A hunspellAffix is one rule of a hunspell affix file.
type hunspellAffix struct {
	prefix     bool
	cross      bool // may stand together with affixes of the other sort
	strip, add string
	when       *regexp.Regexp // what the word must end (or begin) with
	cont       string         // flags of the affixed word
}

// expandHunspell returns all forms of the dictionary at path (less its ".dic"
// and ".aff"), sorted, as they are written there. Compound rules are left out:
// they make ordinals only. So are the forms that the dictionary keeps from
// being suggested.
func expandHunspell(path string) ([]string, error) {
	rules, noSuggest, err := readAffixes(path + ".aff")
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path + ".dic")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Scan() // the number of words
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), "\t")
		word, flags, _ := strings.Cut(strings.TrimSpace(line), "/")
		if word == "" || noSuggest != "" && strings.Contains(flags, noSuggest) {
			continue
		}
		out = append(out, word)
		suffixed := []string{word}
		for _, c := range flags {
			for _, a := range rules[c] {
				w, ok := a.apply(word)
				if !ok || a.prefix {
					continue
				}
				out = append(out, w)
				if a.cross {
					suffixed = append(suffixed, w)
				}
				for _, c := range a.cont {
					for _, a := range rules[c] {
						if w, ok := a.apply(w); ok {
							out = append(out, w)
						}
					}
				}
			}
		}
		for _, c := range flags {
			for _, a := range rules[c] {
				if !a.prefix {
					continue
				}
				for i, w := range suffixed {
					if i > 0 && !a.cross {
						break
					}
					if w, ok := a.apply(w); ok {
						out = append(out, w)
					}
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out), sc.Err()
}

func (a *hunspellAffix) apply(w string) (string, bool) {
	if !a.when.MatchString(w) {
		return "", false
	}
	if a.prefix {
		rest, ok := strings.CutPrefix(w, a.strip)
		return a.add + rest, ok && rest != ""
	}
	rest, ok := strings.CutSuffix(w, a.strip)
	return rest + a.add, ok && rest != ""
}

func readAffixes(path string) (map[rune][]hunspellAffix, string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, "", err
	}
	rules, cross, noSuggest := map[rune][]hunspellAffix{}, map[string]bool{}, ""
	for line := range strings.Lines(strings.TrimPrefix(string(b), "\ufeff")) {
		f := strings.Fields(line)
		if len(f) >= 2 && f[0] == "NOSUGGEST" {
			noSuggest = f[1]
		}
		if len(f) < 4 || f[0] != "PFX" && f[0] != "SFX" {
			continue
		}
		if len(f) == 4 || strings.HasPrefix(f[4], "#") { // a header: the flag and how many rules follow
			cross[f[0]+f[1]] = f[2] == "Y"
			continue
		}
		a := hunspellAffix{prefix: f[0] == "PFX", cross: cross[f[0]+f[1]], strip: f[2], add: f[3]}
		a.add, a.cont, _ = strings.Cut(a.add, "/")
		if a.strip == "0" {
			a.strip = ""
		}
		if a.add == "0" {
			a.add = ""
		}
		pattern := "^(?:" + f[4] + ")"
		if !a.prefix {
			pattern = "(?:" + f[4] + ")$"
		}
		if a.when, err = regexp.Compile(pattern); err != nil {
			return nil, "", fmt.Errorf("%s: %w", path, err)
		}
		flag := []rune(f[1])[0]
		rules[flag] = append(rules[flag], a)
	}
	return rules, noSuggest, nil
}
