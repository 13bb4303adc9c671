package main

import (
	"fmt"

	"stet/cmd/stet-train/entities"
	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
)

func init() {
	register(model{name: "names", what: "the recogniser of names and the names it knows; with the tagger that this program was built with", order: 60, build: buildNames})
}

// Word classes: as many as this, in as many families, for as many of the most
// frequent words.
const (
	nClasses     = 1000
	nFamilies    = 80
	classedWords = 300_000
)

func buildNames(e *env) error {
	if lang.BuiltinTagger() == nil {
		return fmt.Errorf("this program carries no tagger: build the tagger, then stet-train again")
	}
	v, err := readVectors(e)
	if err != nil {
		return err
	}
	rank := make(map[string]int, len(v.Words))
	for i, w := range v.Words {
		rank[w] = i
	}
	rankOf := func(w string) int {
		if r, ok := rank[w]; ok {
			return r
		}
		return len(v.Words)
	}
	common, err := entities.CommonWords(e.data)
	if err != nil {
		return err
	}
	table, err := entities.Gazetteer(e.data, rankOf, common)
	if err != nil {
		return err
	}
	if err := e.write("models/gazetteer.bin", table); err != nil {
		return err
	}
	gaz, err := gazetteer.Open(table)
	if err != nil {
		return err
	}
	n := min(classedWords, len(v.Words))
	vectors := make([][]float32, n)
	for i, w := range v.Words[:n] {
		vectors[i] = v.Vectors[w][:vectorDims]
	}
	classes := make(map[string]uint16, n)
	fine, centres := entities.Classes(vectors, nClasses, 40_000, 10)
	for i, c := range fine {
		classes[v.Words[i]] = c
	}
	families, _ := entities.Classes(centres, nFamilies, nClasses, 20)
	samples, err := entities.Corpora(e.data, gaz, rankOf)
	if err != nil {
		return err
	}
	e.printf("%d documents\n", len(samples))
	b, err := recognise.Learn(samples, gaz, recognise.Course{
		Epochs: 8, Rate: 0.12, Decay: 0.8, L1: 0.8, Rare: 2, Drop: 0.3, Seed: 1, Limit: 280_000, Classes: classes, Families: families,
	}, e.log)
	if err != nil {
		return fmt.Errorf("training: %w", err)
	}
	return e.write("models/names.bin", b)
}
