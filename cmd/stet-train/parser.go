package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"stet/model/lang"
	"stet/model/lang/parse"
	"stet/model/story"
	"stet/model/text"
)

func init() {
	register(model{name: "parser", what: "grammatical structure, from GUM; after tagger", order: 30, build: buildParser})
}

func buildParser(e *env) error {
	tagger, err := builtTagger(e)
	if err != nil {
		return err
	}
	train, dev, err := treebank(e, tagger)
	if err != nil {
		return err
	}
	e.printf("parser: %d sentences to train on, %d dev\n", len(train), len(dev))
	b := parse.Train(train, parse.Options{Epochs: 12, MinSeen: 3, MaxRows: 105000, Log: e.log})
	m, err := parse.Load(b)
	if err != nil {
		return err
	}
	e.printf("parser: dev: %s\n", parse.Measure(m, dev))
	return e.write("models/parser.bin", b)
}

// builtTagger reads the tagger that was built before, so that the parser
// learns from the tags that it will see.
func builtTagger(e *env) (*lang.Tagger, error) {
	b, err := os.ReadFile(filepath.Join(e.assets, "models", "tagger.bin"))
	if err != nil {
		return nil, err
	}
	return lang.ReadTagger(b)
}

// treebank reads GUM: all that may be built upon but its dev part is for
// training.
func treebank(e *env, tagger *lang.Tagger) (train, dev []parse.Example, err error) {
	part, err := gumSplits(e.in("corpora", "gum_news", "splits.md"))
	if err != nil {
		return nil, nil, err
	}
	files, err := filepath.Glob(e.in("corpora", "gum_news", "dep", "*.conllu"))
	if err != nil {
		return nil, nil, err
	}
	slices.Sort(files)
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".conllu")
		if !slices.Contains(taggerGenres, strings.Split(name, "_")[1]) {
			continue
		}
		set, err := trees(f, tagger)
		if err != nil {
			return nil, nil, err
		}
		if part[name] == "dev" {
			dev = append(dev, set...)
		} else {
			train = append(train, set...)
		}
	}
	return train, dev, nil
}

// udWord is a line of a CoNLL-U file.
type udWord struct {
	text.Span
	head int // index of a word, -1 for the root
	rel  parse.Rel
}

// trees reads the sentences of a CoNLL-U file.
func trees(path string, tagger *lang.Tagger) ([]parse.Example, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []parse.Example
	var lines [][]string
	sentence := ""
	flush := func() {
		if ex, ok := tree(sentence, lines, tagger); ok {
			out = append(out, ex)
		}
		lines, sentence = nil, ""
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		if t, ok := strings.CutPrefix(line, "# text = "); ok {
			sentence = t
		} else if line == "" {
			flush()
		} else if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.Split(line, "\t"))
		}
	}
	flush()
	return out, sc.Err()
}

// tree lays a sentence of the treebank over the tokens that package lang makes
// of it.
func tree(sentence string, lines [][]string, tagger *lang.Tagger) (parse.Example, bool) {
	words, ok := udWords(sentence, lines)
	if !ok {
		return parse.Example{}, false
	}
	p := lang.Analyse(sentence, story.RoleBody)
	tagger.Tag(p)
	ex := parse.Example{Text: sentence, Tokens: p.Tokens}
	// at[w] is our token for word w: the one that holds its first letter.
	at := make([]int, len(words))
	first := make([]int, len(p.Tokens)) // first word of each token
	for i := range first {
		first[i] = -1
	}
	j := 0
	for w, x := range words {
		for j < len(p.Tokens)-1 && p.Tokens[j].End <= x.Start {
			j++
		}
		at[w] = j
		if first[j] < 0 {
			first[j] = w
		}
	}
	for i := range p.Tokens {
		w := first[i]
		if w < 0 { // one word of theirs is several of ours: they hang on the first
			k := i - 1
			for k > 0 && first[k] < 0 {
				k--
			}
			ex.Heads, ex.Rels = append(ex.Heads, int32(max(k, 0))), append(ex.Rels, parse.Mod)
			continue
		}
		// Of several words, the one whose head lies outside stands for all.
		for v := w; v < len(words) && at[v] == i; v++ {
			if h := words[v].head; h < 0 || at[h] != i {
				w = v
				if words[v].rel != parse.Punct {
					break
				}
			}
		}
		h := int32(-1)
		if words[w].head >= 0 {
			h = int32(at[words[w].head])
		}
		ex.Heads, ex.Rels = append(ex.Heads, h), append(ex.Rels, words[w].rel)
	}
	for i, h := range ex.Heads {
		if int(h) == i {
			return parse.Example{}, false
		}
	}
	return ex, len(ex.Heads) > 0
}

// udWords finds where the words of a sentence stand in its text.
func udWords(sentence string, lines [][]string) ([]udWord, bool) {
	var out []udWord
	pos := 0
	find := func(form string) (text.Span, bool) {
		i := strings.Index(sentence[pos:], form)
		if i < 0 {
			return text.Span{}, false
		}
		s := text.Span{Start: pos + i, End: pos + i + len(form)}
		pos = s.End
		return s, true
	}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if len(l) < 8 || strings.Contains(l[0], ".") {
			continue
		}
		if a, b, ok := strings.Cut(l[0], "-"); ok { // a word of several parts
			whole, ok := find(l[1])
			if !ok {
				return nil, false
			}
			from, _ := strconv.Atoi(a)
			to, _ := strconv.Atoi(b)
			start := whole.Start
			for n := from; n <= to && i+1 < len(lines); n++ {
				i++
				end := min(start+len(lines[i][1]), whole.End)
				if n == to {
					end = whole.End
				}
				out = append(out, udWord{Span: text.Span{Start: start, End: end}})
				start = end
				out[len(out)-1].set(lines[i])
			}
			continue
		}
		s, ok := find(l[1])
		if !ok {
			return nil, false
		}
		out = append(out, udWord{Span: s})
		out[len(out)-1].set(l)
	}
	return out, len(out) > 0
}

func (w *udWord) set(fields []string) {
	h, err := strconv.Atoi(fields[6])
	if err != nil {
		h = 0
	}
	w.head, w.rel = h-1, parse.ParseRel(fields[7])
}
