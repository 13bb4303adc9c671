package main

import (
	"math"
	"math/rand/v2"

	"stet/model/lang"
)

func init() {
	register(model{name: "context", what: "the wide-context model over word vectors", order: 40, build: buildContext})
}

const (
	contextDims   = 64    // of the 100 of the vectors, by principal components
	contextWords  = 45000 // words of the language model that get a vector
	contextEpochs = 4
	confusedNeg   = 6 // words that may be meant instead, held against the right one
	randomNeg     = 4 // words by frequency, held against it too
)

// buildContext trains the wide-context model on all texts but those that are
// tested with.
func buildContext(e *env) error {
	b, err := trainContext(e, noPart)
	if err != nil {
		return err
	}
	return e.write("lexicon/context.bin", b)
}

// trainContext trains the matrices of a lang.ContextModel and returns its file
// form: at every place of the texts, but for the part that is left out, the word
// that stands there must score higher than words that it is confused with and
// than words at random.
func trainContext(e *env, leftOut int) ([]byte, error) {
	t, err := newContextTrainer(e)
	if err != nil {
		return nil, err
	}
	if err := t.read(e, leftOut); err != nil {
		return nil, err
	}
	e.printf("%d places to learn from\n", t.places)
	for epoch := range contextEpochs {
		rate := 0.04 * math.Pow(0.6, float64(epoch))
		right, n := t.epoch(uint64(epoch), float32(rate))
		e.printf("epoch %d: the right word first in %.4f of %d\n", epoch+1, float64(right)/float64(n), n)
	}
	right, n := t.test()
	e.printf("held out: the right word before all that it is confused with in %.4f of %d\n", float64(right)/float64(n), n)
	return lang.EncodeContext(contextDims, t.vectors, t.slots, t.biases), nil
}

type contextTrainer struct {
	words    *lang.WordList
	confused *lang.Confusions
	vectors  [][]float32
	slots    [][]float32
	squares  [][]float32 // sums of squared gradients (AdaGrad)
	biases   []float32
	biasSq   []float32
	draw     []uint32 // words by frequency, to draw from
	sents    [][]uint32
	held     [][]uint32
	places   int
}

func newContextTrainer(e *env) (*contextTrainer, error) {
	t := &contextTrainer{}
	var err error
	if t.words, err = e.words(); err != nil {
		return nil, err
	}
	b, err := e.asset("lexicon/confusions.bin")
	if err != nil {
		return nil, err
	}
	if t.confused, err = lang.ParseConfusions(b); err != nil {
		return nil, err
	}
	v, err := readVectors(e)
	if err != nil {
		return nil, err
	}
	last := uint32(0)
	var near []lang.Near
	err = t.words.Each(func(w string, x lang.Entry) bool {
		if x.LM != lang.LMUnknown {
			last = max(last, x.LM)
			if v.Vectors[w] != nil {
				near = append(near, lang.Near{Word: w, Entry: x})
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	lang.MostFrequent(near)
	near = near[:min(len(near), contextWords)]
	rows := make([][]float32, len(near))
	for i, w := range near {
		rows[i] = v.Vectors[w.Word][:vectorDims]
	}
	reduced := principal(rows, contextDims)
	t.vectors = make([][]float32, last+1)
	t.biases, t.biasSq = make([]float32, last+1), make([]float32, last+1)
	for i, w := range near {
		t.vectors[w.Entry.LM] = reduced[i]
		for range int(math.Ceil(math.Pow(10, float64(w.Entry.Freq)/25*0.75) / 20)) {
			t.draw = append(t.draw, w.Entry.LM)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range lang.ContextSlots {
		m := make([]float32, contextDims*contextDims)
		for i := range m {
			m[i] = float32(r.NormFloat64()) * 0.01
		}
		t.slots, t.squares = append(t.slots, m), append(t.squares, make([]float32, len(m)))
	}
	return t, nil
}

func (t *contextTrainer) read(e *env, leftOut int) error {
	ps, err := cleanTexts(e)
	if err != nil {
		return err
	}
	eachSentence(t.words, ps, func(x *passage, _ *lang.Paragraph, _ lang.Range, us []lang.Unit) {
		ids := make([]uint32, len(us))
		for i, u := range us {
			ids[i] = u.ID
		}
		switch {
		case len(ids) < 4:
		case x.teaches(leftOut):
			t.sents = append(t.sents, ids)
			t.places += len(ids)
		case x.fold == testFold:
			t.held = append(t.held, ids)
		}
	})
	return nil
}

// gather fills in[s] with the sum of the vectors in slot s around place i, and
// reports how many words have one.
func (t *contextTrainer) gather(in *[lang.ContextSlots][contextDims]float32, used *[lang.ContextSlots]bool, ids []uint32, i int) int {
	*in, *used = [lang.ContextSlots][contextDims]float32{}, [lang.ContextSlots]bool{}
	n, rest := 0, 0
	for j, w := range ids {
		v := t.vectors[w]
		if j == i || v == nil {
			continue
		}
		s := lang.ContextSlot(j - i)
		if s == lang.ContextSlots-1 {
			rest++
		}
		used[s] = true
		for d, x := range v {
			in[s][d] += x
		}
		n++
	}
	if rest > 0 {
		for d := range in[lang.ContextSlots-1] {
			in[lang.ContextSlots-1][d] /= float32(rest)
		}
	}
	return n
}

func (t *contextTrainer) expect(h *[contextDims]float32, in *[lang.ContextSlots][contextDims]float32, used *[lang.ContextSlots]bool) {
	*h = [contextDims]float32{}
	for s := range t.slots {
		if !used[s] {
			continue
		}
		m := t.slots[s]
		for k := range contextDims {
			x := in[s][k]
			row := (*[contextDims]float32)(m[k*contextDims:])
			for d := range h {
				h[d] += x * row[d]
			}
		}
	}
}

func (t *contextTrainer) score(h *[contextDims]float32, w uint32) float32 {
	sum := t.biases[w]
	v := (*[contextDims]float32)(t.vectors[w])
	for d := range h {
		sum += h[d] * v[d]
	}
	return sum
}

// epoch goes through the texts once, in an order of its own, and returns in
// how many places the right word came first.
func (t *contextTrainer) epoch(seed uint64, rate float32) (right, n int) {
	r := rand.New(rand.NewPCG(seed, 7))
	var in [lang.ContextSlots][contextDims]float32
	var used [lang.ContextSlots]bool
	var h, dh [contextDims]float32
	var cs []lang.Confusion
	for _, si := range r.Perm(len(t.sents)) {
		ids := t.sents[si]
		for i, w := range ids {
			if t.vectors[w] == nil || t.gather(&in, &used, ids, i) < 3 {
				continue
			}
			alternatives := append(make([]uint32, 0, 1+confusedNeg+randomNeg), w)
			cs = t.confused.Append(cs[:0], w)
			for range min(confusedNeg, len(cs)) {
				if c := cs[r.IntN(len(cs))].Word; t.vectors[c] != nil {
					alternatives = append(alternatives, c)
				}
			}
			for range randomNeg {
				if c := t.draw[r.IntN(len(t.draw))]; c != w {
					alternatives = append(alternatives, c)
				}
			}
			t.expect(&h, &in, &used)
			var p [1 + confusedNeg + randomNeg]float32
			top, best := float32(math.Inf(-1)), 0
			for k, c := range alternatives {
				if p[k] = t.score(&h, c); p[k] > top {
					top, best = p[k], k
				}
			}
			n++
			if best == 0 {
				right++
			}
			sum := float32(0)
			for k := range alternatives {
				p[k] = float32(math.Exp(float64(p[k] - top)))
				sum += p[k]
			}
			dh = [contextDims]float32{}
			for k, c := range alternatives {
				g := -p[k] / sum
				if k == 0 {
					g++
				}
				v := (*[contextDims]float32)(t.vectors[c])
				for d := range dh {
					dh[d] += g * v[d]
				}
				t.biasSq[c] += g * g
				t.biases[c] += rate * g / float32(math.Sqrt(float64(t.biasSq[c])+1))
			}
			for s := range t.slots {
				if used[s] {
					t.learn(s, &in[s], &dh, rate)
				}
			}
		}
	}
	return right, n
}

// learn moves the matrix of slot s along the gradient in×dh.
func (t *contextTrainer) learn(s int, in, dh *[contextDims]float32, rate float32) {
	for k := range contextDims {
		x := in[k]
		row := (*[contextDims]float32)(t.slots[s][k*contextDims:])
		sq := (*[contextDims]float32)(t.squares[s][k*contextDims:])
		for d := range dh {
			g := x * dh[d]
			sq[d] += g * g
			row[d] += rate * g * invSqrt(sq[d]+1)
		}
	}
}

// invSqrt is 1/√x to within a fifth of a per cent: the well-known estimate with
// one Newton step.
func invSqrt(x float32) float32 {
	y := math.Float32frombits(0x5f3759df - math.Float32bits(x)>>1)
	return y * (1.5 - 0.5*x*y*y)
}

// test returns in how many places of the held-out texts the right word scores
// above all words that it is confused with.
func (t *contextTrainer) test() (right, n int) {
	var in [lang.ContextSlots][contextDims]float32
	var used [lang.ContextSlots]bool
	var h [contextDims]float32
	var cs []lang.Confusion
	for _, ids := range t.held {
		for i, w := range ids {
			cs = t.confused.Append(cs[:0], w)
			if t.vectors[w] == nil || len(cs) == 0 || t.gather(&in, &used, ids, i) < 3 {
				continue
			}
			t.expect(&h, &in, &used)
			own, first := t.score(&h, w), true
			for _, c := range cs {
				first = first && (t.vectors[c.Word] == nil || t.score(&h, c.Word) < own)
			}
			n++
			if first {
				right++
			}
		}
	}
	return right, n
}
