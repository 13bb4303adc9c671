package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
)

func init() {
	register(model{name: "given-names", what: "given names that are a woman's or a man's, for pronouns", order: 10, build: buildGivenNames})
}

// buildGivenNames writes the names that stand in one list only: a line of
// women's and a line of men's, lower-cased, sorted, parted by spaces.
func buildGivenNames(e *env) error {
	read := func(name string) (map[string]bool, error) {
		b, err := os.ReadFile(e.in("lexicon", "names", name))
		if err != nil {
			return nil, err
		}
		m := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			if w := strings.ToLower(strings.TrimSpace(line)); w != "" && !strings.ContainsAny(w, " #") {
				m[w] = true
			}
		}
		return m, nil
	}
	women, err := read("female.txt")
	if err != nil {
		return err
	}
	men, err := read("male.txt")
	if err != nil {
		return err
	}
	only := func(a, b map[string]bool) string {
		var out []string
		for w := range a {
			if !b[w] {
				out = append(out, w)
			}
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	var b bytes.Buffer
	b.WriteString(only(women, men) + "\n" + only(men, women) + "\n")
	return e.write("lexicon/given-names.txt", b.Bytes())
}
