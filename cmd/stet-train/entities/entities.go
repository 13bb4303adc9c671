// Package entities reads what the recogniser of names is built from: corpora
// with their names marked, lists of names, and word vectors.
package entities

import (
	"path/filepath"
	"slices"

	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
)

// madeUp is how many reports of games, and how many openings, are made up.
const madeUp = 2800

// Corpora reads the corpora in dir and returns their documents as samples. Each
// corpus has its own rules for what a name is; they are brought to those of
// newswire: no titles, no articles, peoples marked as groups.
//
// To them come documents made from them: with other names in place of their
// own, and with sentences in the manner of headlines; and reports of games and
// openings of wire stories put together at random. rank returns how often a
// small-letter word is used, 0 the most.
func Corpora(dir string, gaz *gazetteer.Table, rank func(string) int) ([]recognise.Sample, error) {
	in := func(elem ...string) string { return filepath.Join(append([]string{dir, "corpora"}, elem...)...) }
	glob := func(pattern string) []string {
		fs, _ := filepath.Glob(in(filepath.FromSlash(pattern)))
		slices.Sort(fs)
		return fs
	}
	const (
		person, org, place, group, event, work = recognise.Person, recognise.Org, recognise.Place, recognise.Group, recognise.Event, recognise.Work
	)
	rest := []recognise.Kind{group, event, work}
	var re3d []string
	for _, f := range glob("re3d/CONLL-format/data-by-source/conll/*/*.conll") {
		if filepath.Base(filepath.Dir(f)) != "BBC_Online" {
			re3d = append(re3d, f)
		}
	}
	docs, err := readGUM(in("gum_news", "dep"), gaz)
	if err != nil {
		return nil, err
	}
	for _, c := range []conll{
		{
			files: glob("wikigold/*.conll.txt"), sep: " ", weight: 1.5,
			kinds: map[string]recognise.Kind{"PER": person, "ORG": org, "LOC": place}, misc: map[string]bool{"MISC": true},
		},
		{
			files: glob("uner_ewt/*.iob2"), sep: "\t", wordCol: 1, col: 2, unmarked: rest, weight: 1,
			kinds: map[string]recognise.Kind{"PER": person, "ORG": org, "LOC": place},
		},
		{
			files: slices.Concat(glob("wnut17/*.conll"), glob("wnut17/*.annotated")), sep: "\t", perDoc: 1, weight: 0.5,
			unmarked: rest, kinds: map[string]recognise.Kind{
				"person": person, "location": place, "corporation": org, "group": org, "product": work, "creative-work": work,
			},
		},
		{
			files: glob("btc/*.conll"), sep: "\t", perDoc: 1, unmarked: rest, weight: 0.5,
			kinds: map[string]recognise.Kind{"PER": person, "ORG": org, "LOC": place},
		},
		{
			files: glob("crossner/ner_data/politics/*.txt"), sep: "\t", perDoc: 1, weight: 1,
			kinds: map[string]recognise.Kind{
				"politician": person, "person": person, "country": place, "location": place, "politicalparty": org,
				"organisation": org, "election": event, "event": event,
			}, misc: map[string]bool{"misc": true},
		},
		{
			files: re3d, sep: "\t", perDoc: 400, weight: 1, clean: true, unmarked: rest,
			kinds: map[string]recognise.Kind{"Person": person, "Organisation": org, "Location": place},
		},
	} {
		m, err := c.read(gaz)
		if err != nil {
			return nil, err
		}
		docs = append(docs, m...)
	}
	deal, err := newDealer(dir, rank, gaz)
	if err != nil {
		return nil, err
	}
	for _, m := range docs {
		long := len(m.text) > 400 || len(m.unmarked) == 0
		if len(m.names) > 0 && (long || deal.rng.IntN(4) == 0) {
			docs = append(docs, deal.swapped(m))
		}
		docs = append(docs, deal.headlines(m)...)
	}
	for range madeUp {
		docs = append(docs, deal.sports(), deal.wire())
	}
	samples := make([]recognise.Sample, len(docs))
	for i, d := range docs {
		samples[i] = d.sample()
	}
	return samples, nil
}
