package main

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"stet/model/lang"
)

func init() {
	register(model{name: "classes", what: "the trigram model over classes of words", order: 35, build: buildClasses})
}

const (
	meaningClasses = 24  // classes by meaning that a part of speech is split into
	minClass       = 30  // smaller classes are not split by meaning
	ownClass       = 160 // frequency (see lang.Entry) from which a small word is a class of its own
	textWeight     = 4.0 // what one word of our texts counts, against one of modelWords
	modelWords     = 4e6 // how many words the trigram model counts as
	minTrigram     = 1.5 // rarer trigrams of classes are left out
)

// buildClasses sorts words into classes and counts the classes' n-grams.
func buildClasses(e *env) error {
	b, err := trainClasses(e, noPart)
	if err != nil {
		return err
	}
	return e.write("lexicon/classes.bin", b)
}

// trainClasses returns the file form of the class model that the trigram model
// of words and our texts teach, but for the part that is left out.
func trainClasses(e *env, leftOut int) ([]byte, error) {
	words, err := e.words()
	if err != nil {
		return nil, err
	}
	of, n, err := classesOf(e, words)
	if err != nil {
		return nil, err
	}
	e.printf("%d classes\n", n)
	counts := newClassCounts()
	m, err := readPocketsphinx(e.in("lexicon", "pocketsphinx", "en-us.lm.bin"))
	if err != nil {
		return nil, err
	}
	counts.model(m, of)
	ps, err := cleanTexts(e)
	if err != nil {
		return nil, err
	}
	eachSentence(words, ps, func(x *passage, _ *lang.Paragraph, _ lang.Range, us []lang.Unit) {
		if !x.teaches(leftOut) || len(us) < 3 {
			return
		}
		a, b := uint16(lang.LMStart), uint16(lang.LMStart)
		for _, u := range us {
			c := of[u.ID]
			counts.add(a, b, c, textWeight)
			a, b = b, c
		}
		counts.add(a, b, uint16(lang.LMEnd), textWeight)
	})
	uni, bi, tri := counts.smooth(n)
	e.printf("%d pairs, %d triples of classes\n", len(bi), len(tri))
	return lang.EncodeClasses(of, uni, bi, tri), nil
}

// classesOf returns the class of each word by its number, and the number of
// classes, the marks among them.
func classesOf(e *env, words *lang.WordList) ([]uint16, int, error) {
	v, err := readVectors(e)
	if err != nil {
		return nil, 0, err
	}
	var all []lang.Near
	last := uint32(0)
	err = words.Each(func(w string, x lang.Entry) bool {
		if x.LM != lang.LMUnknown {
			all = append(all, lang.Near{Word: w, Entry: x})
			last = max(last, x.LM)
		}
		return true
	})
	if err != nil {
		return nil, 0, err
	}
	var rows [][]float32
	var have []int
	for i, w := range all {
		if r := v.Vectors[w.Word]; r != nil {
			rows, have = append(rows, r[:vectorDims]), append(have, i)
		}
	}
	meaning := map[int]int{}
	for k, c := range cluster(principal(rows, 32), meaningClasses) {
		meaning[have[k]] = c + 1
	}
	type sort struct {
		classes lang.Class
		name    bool
		meaning int
		word    string
	}
	sorts := make([]sort, len(all))
	size := map[sort]int{}
	for i, w := range all {
		x := w.Entry
		s := sort{classes: x.Classes, name: !x.Is(lang.WordLower), meaning: meaning[i]}
		if x.Classes&lang.ClassFunction != 0 && x.Freq >= ownClass || x.Freq >= 190 {
			s = sort{word: w.Word}
		}
		if s.name {
			s.classes = 0
		}
		sorts[i] = s
		size[s]++
	}
	for i, s := range sorts {
		if s.word == "" && size[s] < minClass {
			sorts[i].meaning = 0
		}
	}
	index, n := map[sort]int{}, int(lang.LMEnd)
	of := make([]uint16, last+1)
	of[lang.LMStart], of[lang.LMEnd] = uint16(lang.LMStart), uint16(lang.LMEnd)
	for i, s := range sorts {
		if _, ok := index[s]; !ok {
			n++
			index[s] = n
		}
		of[all[i].Entry.LM] = uint16(index[s])
	}
	return of, n + 1, nil
}

// cluster sorts rows into k groups by k-means.
func cluster(rows [][]float32, k int) []int {
	r := rand.New(rand.NewPCG(3, 4))
	d := len(rows[0])
	centres := make([][]float32, k)
	for i := range centres {
		centres[i] = slices.Clone(rows[r.IntN(min(len(rows), 5000))])
	}
	out := make([]int, len(rows))
	for range 20 {
		sums, n := make([][]float64, k), make([]int, k)
		for i := range sums {
			sums[i] = make([]float64, d)
		}
		for i, row := range rows {
			best, least := 0, float32(math.Inf(1))
			for c, centre := range centres {
				sum := float32(0)
				for j, x := range row {
					sum += (x - centre[j]) * (x - centre[j])
				}
				if sum < least {
					best, least = c, sum
				}
			}
			out[i] = best
			n[best]++
			for j, x := range row {
				sums[best][j] += float64(x)
			}
		}
		for c := range centres {
			for j := range d {
				if n[c] > 0 {
					centres[c][j] = float32(sums[c][j] / float64(n[c]))
				}
			}
		}
	}
	return out
}

type classCounts struct {
	uni [1 << 12]float64
	bi  map[[2]uint16]float64
	tri map[[3]uint16]float64
}

func newClassCounts() *classCounts {
	return &classCounts{bi: map[[2]uint16]float64{}, tri: map[[3]uint16]float64{}}
}

func (k *classCounts) add(a, b, c uint16, n float64) {
	k.uni[c] += n
	k.bi[[2]uint16{b, c}] += n
	k.tri[[3]uint16{a, b, c}] += n
}

// model adds how often the trigram model of words expects each n-gram.
func (k *classCounts) model(m *ngramModel, of []uint16) {
	number := m.lmNumbers()
	class := func(w uint32) uint16 { return of[number[w]] }
	pair := make(map[[2]uint32]float64, len(m.bi))
	for i := range m.uni {
		k.uni[class(uint32(i))] += modelWords * pow10(m.uni[i].prob)
	}
	for _, g := range m.bi {
		p := pow10(m.uni[g.w[0]].prob)
		if number[g.w[0]] == lang.LMStart {
			p = pow10(m.uni[slices.Index(m.words, "</s>")].prob)
		}
		n := modelWords * p * pow10(g.prob)
		pair[[2]uint32{g.w[0], g.w[1]}] = n
		k.bi[[2]uint16{class(g.w[0]), class(g.w[1])}] += n
	}
	for _, g := range m.tri {
		n := pair[[2]uint32{g.w[0], g.w[1]}] * pow10(g.prob)
		k.tri[[3]uint16{class(g.w[0]), class(g.w[1]), class(g.w[2])}] += n
	}
}

func pow10(x float32) float64 { return math.Pow(10, float64(x)) }

// smooth returns the n-grams with their probabilities and back-off weights, by
// the method of Witten and Bell.
func (k *classCounts) smooth(classes int) (uni, bi, tri []lang.NGram) {
	total := 0.0
	for _, n := range k.uni[:classes] {
		total += n
	}
	uni = make([]lang.NGram, classes)
	prob := make([]float64, classes)
	for c := range uni {
		prob[c] = (k.uni[c] + 1) / (total + float64(classes))
		uni[c] = lang.NGram{Words: [3]uint32{uint32(c)}, Prob: math.Log10(prob[c])}
	}
	byKey2 := slices.SortedFunc(maps.Keys(k.bi), func(a, b [2]uint16) int { return slices.Compare(a[:], b[:]) })
	p2 := make(map[[2]uint16]float64, len(byKey2))
	for from := 0; from < len(byKey2); {
		to, sum := from, 0.0
		for ; to < len(byKey2) && byKey2[to][0] == byKey2[from][0]; to++ {
			sum += k.bi[byKey2[to]]
		}
		types := float64(to - from)
		rest := types / (sum + types)
		uni[byKey2[from][0]].BO = math.Log10(rest)
		for _, g := range byKey2[from:to] {
			p := (1-rest)*k.bi[g]/sum + rest*prob[g[1]]
			p2[g] = p
			bi = append(bi, lang.NGram{Words: [3]uint32{uint32(g[0]), uint32(g[1])}, Prob: math.Log10(p)})
		}
		from = to
	}
	place := make(map[[2]uint16]int, len(bi))
	for i, g := range bi {
		place[[2]uint16{uint16(g.Words[0]), uint16(g.Words[1])}] = i
	}
	byKey3 := slices.SortedFunc(maps.Keys(k.tri), func(a, b [3]uint16) int { return slices.Compare(a[:], b[:]) })
	for from := 0; from < len(byKey3); {
		to, sum := from, 0.0
		for ; to < len(byKey3) && cmp.Compare(byKey3[to][0], byKey3[from][0]) == 0 && byKey3[to][1] == byKey3[from][1]; to++ {
			sum += k.tri[byKey3[to]]
		}
		types := float64(to - from)
		rest := types / (sum + types)
		i, ok := place[[2]uint16{byKey3[from][0], byKey3[from][1]}]
		if ok {
			bi[i].BO = math.Log10(rest)
			for _, g := range byKey3[from:to] {
				if k.tri[g] < minTrigram {
					continue
				}
				p := (1-rest)*k.tri[g]/sum + rest*p2[[2]uint16{g[1], g[2]}]
				tri = append(tri, lang.NGram{Words: [3]uint32{uint32(g[0]), uint32(g[1]), uint32(g[2])}, Prob: math.Log10(max(p, 1e-7))})
			}
		}
		from = to
	}
	return uni, bi, tri
}
