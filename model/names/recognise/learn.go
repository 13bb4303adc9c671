package recognise

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// Sample is a document with its names marked.
type Sample struct {
	Doc   *lang.Doc
	Names []Span // in their order, not overlapping
	// Unmarked holds the kinds that whoever marked the document left out: a token
	// outside its names may be in one of those.
	Unmarked []Kind
	Weight   float64 // of its sentences in training; 0 counts as 1
}

// Course is how a model is trained.
type Course struct {
	Epochs int
	Rate   float64 // of the first epoch
	Decay  float64 // of the rate, each epoch
	L1     float64 // penalty on weights, for each sample's worth
	Rare   int     // features seen less often are left out
	Drop   float64 // share of word features that is hidden at random
	Seed   uint64
	Limit  int // features kept at most
	// Classes gives words written small their distributional class, from 1.
	Classes map[string]uint16
	// Families sorts the classes: the family, from 1, of class 1 and so on.
	Families []uint16
}

type sentence struct {
	start, length int // in features
	weight        float32
}

type learner struct {
	c      Course
	ids    map[uint32]int32
	hashes []uint32
	feats  []int32 // all tokens' features, laid end to end
	offs   []int32 // by token: where they begin; one more at the end
	masks  []uint32
	sents  []sentence

	w, q    []float32 // weights and penalties paid, features × nLabels
	tw      [nLabels][nLabels]float32
	penalty float32
}

// Learn trains a model by stochastic gradient descent with cumulative L1
// penalties (Tsuruoka, Tsujii and Ananiadou 2009) and returns its bytes. The
// same samples and course give the same bytes.
func Learn(samples []Sample, gaz *gazetteer.Table, c Course, log io.Writer) ([]byte, error) {
	l := &learner{c: c}
	words, classes := classTable(c.Classes)
	m := &model{words: words, classes: classes, nWords: len(classes) / 2}
	for _, f := range c.Families {
		m.families = binary.LittleEndian.AppendUint16(m.families, f)
	}
	counts := map[uint32]int32{}
	for pass := range 2 {
		if pass == 1 {
			l.index(counts)
		}
		for _, s := range samples {
			x := newExtractor(s.Doc, m, gaz)
			if pass == 1 {
				l.take(s, x)
				continue
			}
			for _, sent := range s.Doc.Sents {
				for i := sent.First; i < sent.End; i++ {
					for _, f := range x.features(i, sent) {
						counts[f]++
					}
				}
			}
		}
	}
	l.offs = append(l.offs, int32(len(l.feats)))
	fmt.Fprintf(log, "%d sentences, %d tokens, %d features of %d\n", len(l.sents), len(l.masks), len(l.hashes), len(counts))
	l.w, l.q = make([]float32, len(l.hashes)*nLabels), make([]float32, len(l.hashes)*nLabels)
	l.train(log)
	return l.bytes(m, log), nil
}

func (l *learner) index(counts map[uint32]int32) {
	for h, n := range counts {
		if int(n) >= l.c.Rare {
			l.hashes = append(l.hashes, h)
		}
	}
	slices.Sort(l.hashes)
	l.ids = make(map[uint32]int32, len(l.hashes))
	for i, h := range l.hashes {
		l.ids[h] = int32(i)
	}
}

// take adds the sentences of a sample.
func (l *learner) take(s Sample, x *extractor) {
	free := uint32(1)
	for _, k := range s.Unmarked {
		free |= 0xf << begin(k)
	}
	gold := make([]uint32, len(s.Doc.Tokens))
	for i := range gold {
		gold[i] = free
	}
	for _, n := range s.Names {
		for i := n.First; i < n.End; i++ {
			gold[i] = 1 << inside(n.Kind)
		}
		if n.End-n.First == 1 {
			gold[n.First] = 1 << unit(n.Kind)
		} else {
			gold[n.First], gold[n.End-1] = 1<<begin(n.Kind), 1<<last(n.Kind)
		}
	}
	weight := float32(1)
	if s.Weight > 0 {
		weight = float32(s.Weight)
	}
	for _, sent := range s.Doc.Sents {
		if sent.End == sent.First {
			continue
		}
		start := len(l.masks)
		for i := sent.First; i < sent.End; i++ {
			l.offs = append(l.offs, int32(len(l.feats)))
			for _, f := range x.features(i, sent) {
				if id, ok := l.ids[f]; ok {
					l.feats = append(l.feats, id)
				}
			}
			l.masks = append(l.masks, gold[i])
		}
		if !closed(l.masks[start:]) {
			// A name runs over the sentence's end: not a sentence to learn from.
			l.masks = l.masks[:start]
			l.feats = l.feats[:l.offs[start]]
			l.offs = l.offs[:start]
			continue
		}
		l.sents = append(l.sents, sentence{start, len(l.masks) - start, weight})
	}
}

// closed reports whether some row of labels fits the masks.
func closed(masks []uint32) bool {
	may := uint32(0)
	for i, m := range masks {
		var next uint32
		for b := range nLabels {
			if m>>b&1 == 0 {
				continue
			}
			if i == 0 {
				if starts(label(b)) {
					next |= 1 << b
				}
				continue
			}
			for _, a := range before[b] {
				if may>>a&1 == 1 {
					next |= 1 << b
				}
			}
		}
		may = next
	}
	for b := range nLabels {
		if may>>b&1 == 1 && ends(label(b)) {
			return true
		}
	}
	return false
}

type lattice struct {
	score, alpha, beta, gold [][nLabels]float64
	exp                      [nLabels][nLabels]float64
}

func (l *learner) train(log io.Writer) {
	rng := rand.New(rand.NewPCG(l.c.Seed, 1))
	order := make([]int, len(l.sents))
	for i := range order {
		order[i] = i
	}
	var la lattice
	for e := range l.c.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := l.c.Rate * math.Pow(l.c.Decay, float64(e))
		loss := 0.0
		for _, si := range order {
			s := l.sents[si]
			l.penalty += float32(rate * l.c.L1 / float64(len(l.sents)))
			loss += l.step(s, rate, &la, rng)
		}
		nz := 0
		for _, v := range l.w {
			if v != 0 {
				nz++
			}
		}
		fmt.Fprintf(log, "epoch %d: loss %.4f a token, %d weights\n", e+1, loss/float64(len(l.masks)), nz)
	}
}

// step takes one step along the gradient of one sentence and returns its loss.
func (l *learner) step(s sentence, rate float64, la *lattice, rng *rand.Rand) float64 {
	n := s.length
	if n > len(la.score) {
		la.score, la.alpha = make([][nLabels]float64, n*2), make([][nLabels]float64, n*2)
		la.beta, la.gold = make([][nLabels]float64, n*2), make([][nLabels]float64, n*2)
	}
	for a := range nLabels {
		for b := range nLabels {
			if follows(label(a), label(b)) {
				la.exp[a][b] = math.Exp(float64(l.tw[a][b]))
			}
		}
	}
	drop := uint64(0)
	if l.c.Drop > 0 {
		drop = uint64(l.c.Drop * (1 << 16))
	}
	salt := rng.Uint64()
	hidden := func(tok int, k int32) bool {
		if drop == 0 {
			return false
		}
		h := (salt ^ uint64(k)*0x9e3779b97f4a7c15 ^ uint64(tok)<<40) * 0xbf58476d1ce4e5b9
		return h>>48 < drop
	}
	for i := range n {
		sc := &la.score[i]
		*sc = [nLabels]float64{}
		for _, f := range l.feats[l.offs[s.start+i]:l.offs[s.start+i+1]] {
			if hidden(i, f) {
				continue
			}
			row := l.w[int(f)*nLabels : int(f)*nLabels+nLabels]
			for b, v := range row {
				sc[b] += float64(v)
			}
		}
		top := slices.Max(sc[:])
		for b := range sc {
			sc[b] = math.Exp(sc[b] - top)
		}
	}
	all := func(int) uint32 { return 1<<nLabels - 1 }
	gold := func(i int) uint32 { return l.masks[s.start+i] }
	zAll := la.forward(n, all)
	la.backward(n, all)
	var trans [nLabels][nLabels]float64
	expect := func(out [][nLabels]float64, sign float64) {
		for i := range n {
			sum := 0.0
			for b := range nLabels {
				sum += la.alpha[i][b] * la.beta[i][b]
			}
			for b := range nLabels {
				out[i][b] += sign * la.alpha[i][b] * la.beta[i][b] / sum
			}
			if i > 0 {
				sum := 0.0
				var pair [nLabels][nLabels]float64
				for b := range nLabels {
					v := la.score[i][b] * la.beta[i][b]
					if v == 0 || sign > 0 && gold(i)>>b&1 == 0 {
						continue
					}
					for _, a := range before[b] {
						pair[a][b] = la.alpha[i-1][a] * la.exp[a][b] * v
						sum += pair[a][b]
					}
				}
				for b := range nLabels {
					for _, a := range before[b] {
						if pair[a][b] != 0 {
							trans[a][b] += sign * pair[a][b] / sum
						}
					}
				}
			}
		}
	}
	grad := la.gold[:n]
	for i := range grad {
		grad[i] = [nLabels]float64{}
	}
	expect(grad, -1)
	zGold := la.forward(n, gold)
	la.backward(n, gold)
	expect(grad, +1)

	step := rate * float64(s.weight)
	for i := range n {
		g := &grad[i]
		var hot [nLabels]int
		nh := 0
		for b, v := range g {
			if v > 1e-4 || v < -1e-4 {
				hot[nh] = b
				nh++
			}
		}
		if nh == 0 {
			continue
		}
		for _, f := range l.feats[l.offs[s.start+i]:l.offs[s.start+i+1]] {
			if hidden(i, f) {
				continue
			}
			base := int(f) * nLabels
			for _, b := range hot[:nh] {
				k := base + b
				v := l.w[k] + float32(step*g[b])
				l.w[k] = l.clip(v, &l.q[k])
			}
		}
	}
	for a := range nLabels {
		for b := range nLabels {
			l.tw[a][b] += float32(step * trans[a][b])
		}
	}
	return (zAll - zGold) * float64(s.weight)
}

// clip takes the penalty that a weight still owes.
func (l *learner) clip(v float32, paid *float32) float32 {
	was := v
	switch {
	case v > 0:
		v = max(0, v-(l.penalty+*paid))
	case v < 0:
		v = min(0, v+(l.penalty-*paid))
	}
	*paid += v - was
	return v
}

// forward fills alpha and returns the logarithm of the sum over all rows of
// labels that the masks allow, less what score was scaled by.
func (la *lattice) forward(n int, mask func(int) uint32) float64 {
	z := 0.0
	for i := range n {
		m := mask(i)
		sum := 0.0
		for b := range nLabels {
			v := 0.0
			if m>>b&1 == 1 {
				if i == 0 {
					if starts(label(b)) {
						v = la.score[0][b]
					}
				} else {
					for _, a := range before[b] {
						v += la.alpha[i-1][a] * la.exp[a][b]
					}
					v *= la.score[i][b]
				}
				if i == n-1 && !ends(label(b)) {
					v = 0
				}
			}
			la.alpha[i][b] = v
			sum += v
		}
		if sum < 1e-300 {
			sum = 1e-300
		}
		z += math.Log(sum)
		for b := range nLabels {
			la.alpha[i][b] /= sum
		}
	}
	return z
}

func (la *lattice) backward(n int, mask func(int) uint32) {
	for b := range nLabels {
		la.beta[n-1][b] = 0
		if ends(label(b)) && mask(n-1)>>b&1 == 1 {
			la.beta[n-1][b] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		var v, next [nLabels]float64
		for b := range nLabels {
			if mask(i+1)>>b&1 == 1 {
				next[b] = la.beta[i+1][b] * la.score[i+1][b]
			}
		}
		sum := 0.0
		for b := range nLabels {
			if next[b] == 0 {
				continue
			}
			for _, a := range before[b] {
				v[a] += la.exp[a][b] * next[b]
			}
		}
		for _, x := range v {
			sum += x
		}
		for a := range v {
			la.beta[i][a] = v[a] / sum
		}
	}
}

func classTable(classes map[string]uint16) (words, out []byte) {
	type entry struct {
		h uint32
		c uint16
	}
	var es []entry
	for w, c := range classes {
		es = append(es, entry{hash(w), c})
	}
	slices.SortFunc(es, func(a, b entry) int {
		if a.h != b.h {
			if a.h < b.h {
				return -1
			}
			return 1
		}
		return int(a.c) - int(b.c)
	})
	es = slices.CompactFunc(es, func(a, b entry) bool { return a.h == b.h })
	le := binary.LittleEndian
	for _, e := range es {
		words = le.AppendUint32(words, e.h)
		out = le.AppendUint16(out, e.c)
	}
	return words, out
}

// bytes writes the strongest features down, a byte a weight.
func (l *learner) bytes(m *model, log io.Writer) []byte {
	type feature struct {
		h    uint32
		id   int
		size float32
	}
	var fs []feature
	top := float32(0)
	for i, h := range l.hashes {
		row := l.w[i*nLabels : (i+1)*nLabels]
		lo, hi := slices.Min(row), slices.Max(row)
		if size := hi - lo; size > 0.02 {
			fs = append(fs, feature{h, i, size})
			top = max(top, hi, -lo)
		}
	}
	if l.c.Limit > 0 && len(fs) > l.c.Limit {
		slices.SortFunc(fs, func(a, b feature) int {
			switch {
			case a.size > b.size:
				return -1
			case a.size < b.size:
				return 1
			}
			return a.id - b.id
		})
		fs = fs[:l.c.Limit]
		slices.SortFunc(fs, func(a, b feature) int { return a.id - b.id })
	}
	scale := min(top, 4) / 127
	fmt.Fprintf(log, "%d features kept, largest weight %.2f\n", len(fs), top)
	le := binary.LittleEndian
	b := append([]byte(nil), modelMagic...)
	b = le.AppendUint32(b, uint32(len(fs)))
	b = le.AppendUint32(b, uint32(m.nWords))
	b = le.AppendUint32(b, uint32(len(m.families)/2))
	b = le.AppendUint32(b, math.Float32bits(scale))
	for i := range l.tw {
		for j := range l.tw[i] {
			b = le.AppendUint32(b, math.Float32bits(l.tw[i][j]))
		}
	}
	next := 0
	for i, f := range fs {
		for ; next <= int(f.h>>16); next++ {
			b = le.AppendUint32(b, uint32(i))
		}
	}
	for ; next <= nBuckets; next++ {
		b = le.AppendUint32(b, uint32(len(fs)))
	}
	for _, f := range fs {
		b = le.AppendUint16(b, uint16(f.h))
	}
	for _, f := range fs {
		for _, v := range l.w[f.id*nLabels : (f.id+1)*nLabels] {
			r := math.Round(float64(v / scale))
			b = append(b, byte(int8(max(-127, min(127, r)))))
		}
	}
	b = append(b, m.words...)
	b = append(b, m.classes...)
	return append(b, m.families...)
}
