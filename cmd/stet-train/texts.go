package main

import (
	"hash/fnv"
	"path/filepath"
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/story"
)

// A passage is a sentence or a paragraph of clean text, analysed.
type passage struct {
	doc  string
	text string
	fold int // 0 to 9, by doc
}

// The texts fall into ten folds. The last one is only tested with. The models
// that the real-word trees take their evidence from know the texts that taught
// them too well to show the trees what evidence is worth, so the trees learn
// each part of the texts from models that the two other parts taught
// (cross-fitting; Wolpert 1992 on stacking).
const (
	testFold = 9
	parts    = 3
	noPart   = -1 // leaves nothing out
)

// part is the part of the texts that x is in.
func (x *passage) part() int { return x.fold % parts }

// teaches reports whether x may teach a model that leaves out a part.
func (x *passage) teaches(leftOut int) bool { return x.fold != testFold && x.part() != leftOut }

// cleanTexts returns the texts that the context model and the real-word models
// learn from: edited texts that may be shipped, in a fixed order.
func cleanTexts(e *env) ([]passage, error) {
	gum, err := readGUM(e)
	if err != nil {
		return nil, err
	}
	masc, err := readMASC(e, editedGenres)
	if err != nil {
		return nil, err
	}
	presidents, err := readPresidents(e, "1945")
	if err != nil {
		return nil, err
	}
	all := slices.Concat(masc, gum, presidents)
	files, err := filepath.Glob(e.in("corpora", "crossner", "ner_data", "*", "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	for _, f := range append(files, e.in("corpora", "wikigold", "wikigold.conll.txt")) {
		ss, err := readColumns(f, 0)
		if err != nil {
			return nil, err
		}
		// These files part their texts no further; runs of sentences stand for them.
		for i := range ss {
			ss[i].doc = filepath.Base(filepath.Dir(f)) + filepath.Base(f) + string(rune('a'+i/40%26))
		}
		all = append(all, ss...)
	}
	var out []passage
	for _, s := range all {
		if strings.Contains(s.doc, "conversation") || strings.Contains(s.doc, "/spoken/") {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(s.doc))
		out = append(out, passage{s.doc, s.text, int(h.Sum32() % 10)})
	}
	return out, nil
}

// eachSentence calls f with every sentence of the passages: its paragraph, its
// tokens and its units. The units are only good during the call.
func eachSentence(words *lang.WordList, ps []passage, f func(x *passage, p *lang.Paragraph, r lang.Range, us []lang.Unit)) {
	var us []lang.Unit
	for i := range ps {
		x := &ps[i]
		p := lang.Analyse(x.text, story.RoleBody)
		for _, r := range p.Sents {
			us = words.AppendUnits(us[:0], p, r)
			f(x, p, r, us)
		}
	}
}
