package main

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"

	"stet/model/lang"
)

func init() {
	register(model{name: "misspellings", what: "common misspellings with what was meant", order: 15, build: buildMisspellings})
}

// buildMisspellings joins the codespell and cspell lists: words of one wrong
// form keep the order of the list, codespell first. Notes after the right
// words are left out, and so are entries that say there is no sure fix.
func buildMisspellings(e *env) error {
	right := map[string][]string{}
	add := func(line string) {
		wrong, meant, ok := strings.Cut(line, "->")
		wrong = lang.Fold(strings.TrimSpace(wrong))
		if !ok || strings.ContainsAny(wrong, " \t") {
			return
		}
		for m := range strings.SplitSeq(meant, ",") {
			m = strings.TrimSpace(m)
			if len(strings.Fields(m)) > 3 || m == "" || strings.Contains(m, "disabled") || slices.Contains(right[wrong], m) || lang.Fold(m) == wrong {
				continue
			}
			right[wrong] = append(right[wrong], m)
		}
	}
	if err := eachLine(e.in("lexicon", "misspellings", "codespell_dictionary.txt"), add); err != nil {
		return err
	}
	b, err := os.ReadFile(e.in("lexicon", "misspellings", "cspell_common_misspellings.json"))
	if err != nil {
		return err
	}
	var cspell struct {
		Definitions []struct {
			Flag    []string `json:"flagWords"`
			Suggest []string `json:"suggestWords"`
		} `json:"dictionaryDefinitions"`
	}
	if err := json.Unmarshal(b, &cspell); err != nil {
		return err
	}
	for _, d := range cspell.Definitions {
		for _, line := range slices.Concat(d.Flag, d.Suggest) {
			add(line)
		}
	}
	var ms []lang.Misspelling
	for _, w := range slices.Sorted(maps.Keys(right)) {
		if r := right[w]; len(r) > 0 {
			ms = append(ms, lang.Misspelling{Wrong: w, Right: r[:min(4, len(r))]})
		}
	}
	out, err := lang.EncodeMisspellings(ms)
	if err != nil {
		return err
	}
	e.printf("%d misspellings\n", len(ms))
	return e.write("lexicon/misspellings.bin", out)
}
