package main

import (
	"strconv"
	"strings"

	"stet/model/lang"
)

func init() {
	register(model{name: "lm", what: "the trigram language model", order: 20, build: buildLM})
}

// buildLM packs the pocketsphinx model and the SymSpell pairs.
func buildLM(e *env) error {
	m, err := readPocketsphinx(e.in("lexicon", "pocketsphinx", "en-us.lm.bin"))
	if err != nil {
		return err
	}
	numbers, id := m.lmNumbers(), map[string]uint32{}
	for i, w := range m.words {
		id[w] = numbers[i]
	}
	uni := make([]lang.NGram, len(m.words)+1)
	for _, g := range m.uni {
		n := numbers[g.w[0]]
		uni[n] = lang.NGram{Words: [3]uint32{n}, Prob: float64(g.prob), BO: float64(g.bo)}
	}
	convert := func(gs []ngram, n int) []lang.NGram {
		out := make([]lang.NGram, len(gs))
		for i, g := range gs {
			out[i] = lang.NGram{Prob: float64(g.prob), BO: float64(g.bo)}
			for k := range n {
				out[i].Words[k] = numbers[g.w[k]]
			}
		}
		return out
	}
	var pairs []lang.NGram
	err = eachLine(e.in("lexicon", "symspell", "frequency_bigramdictionary_en_243_342.txt"), func(line string) {
		f := strings.Fields(line)
		if len(f) != 3 {
			return
		}
		a, b := id[f[0]], id[f[1]]
		if n, err := strconv.ParseFloat(f[2], 64); err == nil && a != 0 && b != 0 {
			pairs = append(pairs, lang.NGram{Words: [3]uint32{a, b}, Count: n})
		}
	})
	if err != nil {
		return err
	}
	return e.write("lexicon/lm.bin", lang.EncodeLM(uni, convert(m.bi, 2), convert(m.tri, 3), pairs))
}
