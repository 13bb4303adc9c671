package parse

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"stet/model/lang"
)

// Example is a sentence with its tree, to learn from or to measure on. Tokens
// count in Text. Heads[i] is -1 for a root.
type Example struct {
	Text   string
	Tokens []lang.Token
	Heads  []int32
	Rels   []Rel
}

// Options steers training.
type Options struct {
	Epochs  int
	MinSeen int       // features seen less often are left out
	MaxRows int       // rows kept in the model, heaviest first
	Log     io.Writer // progress; may be nil
}

// Train learns a model. The same examples and options give the same bytes.
func Train(examples []Example, o Options) []byte {
	t := &trainer{rows: map[uint64]int32{}}
	t.findMoves(examples)
	t.findFeatures(examples, o.MinSeen)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(examples))
	for e := range o.Epochs {
		right, all := 0, 0
		for _, i := range order {
			r, n := t.learn(&examples[i], e > 0, rng)
			right, all = right+r, all+n
		}
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		if o.Log != nil {
			fmt.Fprintf(o.Log, "epoch %d: %.2f%% of moves right, %d features\n", e+1, 100*float64(right)/float64(max(all, 1)), len(t.rows))
		}
	}
	return t.encode(o.MaxRows)
}

type trainer struct {
	state
	moves  []move
	rows   map[uint64]int32
	w, u   []float32 // weights, and weights times the step they were changed at
	step   float32
	scores []float32
	idx    []int32
}

// findMoves lists the moves that the examples use at least five times.
func (t *trainer) findMoves(examples []Example) {
	var seen [2][NRels]int
	for _, ex := range examples {
		for d, h := range ex.Heads {
			switch {
			case h < 0:
				seen[0][Root]++
			case int32(d) < h:
				seen[0][ex.Rels[d]]++
			default:
				seen[1][ex.Rels[d]]++
			}
		}
	}
	t.moves = []move{{act: shift}}
	for r := range Rel(NRels) {
		for side, a := range []act{left, right} {
			if seen[side][r] >= 5 || r == Dep {
				t.moves = append(t.moves, move{a, r})
			}
		}
	}
	t.scores = make([]float32, len(t.moves))
}

// findFeatures numbers the features that stand at least min times along the
// examples' own derivations.
func (t *trainer) findFeatures(examples []Example, least int) {
	count := map[uint64]int32{}
	for i := range examples {
		ex := &examples[i]
		t.reset(ex.Text, ex.Tokens)
		for !t.done() {
			for _, k := range t.features() {
				count[k]++
			}
			m, ok := t.oracle(ex, t.bestByCost(ex))
			if !ok {
				break
			}
			t.apply(m)
		}
	}
	keys := make([]uint64, 0, len(count))
	for k, c := range count {
		if int(c) >= least {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for i, k := range keys {
		t.rows[k] = int32(i)
	}
	t.w = make([]float32, len(keys)*len(t.moves))
	t.u = make([]float32, len(keys)*len(t.moves))
}

// cost counts the arcs of the example that act a puts out of reach.
func (t *trainer) cost(ex *Example, a act) int {
	head := func(i int32) int32 {
		if h := ex.Heads[i]; h >= 0 {
			return h
		}
		return t.n
	}
	c := 0
	if a == shift {
		b := t.next
		for i, s := range t.stack {
			if head(s) == b {
				c++
			}
			if i < len(t.stack)-1 && head(b) == s {
				c++
			}
		}
		return c
	}
	s0, s1 := t.top(0), t.top(1)
	h := head(s0)
	if a == left {
		if h == s1 && s1 != none || h > t.next {
			c++
		}
	} else if h >= t.next {
		c++
	}
	for d := t.next; d < t.n; d++ {
		if head(d) == s0 {
			c++
		}
	}
	return c
}

// bestByCost returns the cheapest acts that are allowed, as a set.
func (t *trainer) bestByCost(ex *Example) [3]bool {
	var ok [3]bool
	least := math.MaxInt
	for a := shift; a <= right; a++ {
		m := move{a, Dep}
		if a == left && t.next == t.n {
			m.rel = Root
		}
		if !t.allows(m) {
			continue
		}
		c := t.cost(ex, a)
		if c < least {
			least, ok = c, [3]bool{}
		}
		if c == least {
			ok[a] = true
		}
	}
	return ok
}

// relFor is the relation that act a should make now.
func (t *trainer) relFor(ex *Example, a act) Rel {
	if a == shift {
		return Root
	}
	if a == left && t.next == t.n {
		return Root
	}
	s0 := t.top(0)
	h := t.next
	if a == right {
		h = t.top(1)
	}
	if ex.Heads[s0] == h {
		return ex.Rels[s0]
	}
	if ex.Rels[s0] == Root {
		return Dep
	}
	return ex.Rels[s0]
}

// oracle is the move of least cost that comes first.
func (t *trainer) oracle(ex *Example, ok [3]bool) (move, bool) {
	for _, a := range []act{left, right, shift} {
		if ok[a] {
			return move{a, t.relFor(ex, a)}, true
		}
	}
	return move{}, false
}

func (t *trainer) score() {
	clear(t.scores)
	t.idx = t.idx[:0]
	n := len(t.moves)
	for _, k := range t.features() {
		r, ok := t.rows[k]
		if !ok {
			continue
		}
		t.idx = append(t.idx, r)
		for i, w := range t.w[int(r)*n : int(r)*n+n] {
			t.scores[i] += w
		}
	}
}

// learn parses one example, mending the weights where the best move is not
// among the cheapest. With explore it mostly follows its own best move.
func (t *trainer) learn(ex *Example, explore bool, rng *rand.Rand) (hits, all int) {
	t.reset(ex.Text, ex.Tokens)
	for !t.done() {
		ok := t.bestByCost(ex)
		t.score()
		guess, gold := -1, -1
		for i, m := range t.moves {
			if !t.allows(m) {
				continue
			}
			if guess < 0 || t.scores[i] > t.scores[guess] {
				guess = i
			}
			if ok[m.act] && (m.act == shift || m.rel == t.relFor(ex, m.act)) && (gold < 0 || t.scores[i] > t.scores[gold]) {
				gold = i
			}
		}
		if gold < 0 { // a relation too rare to be a move
			gold = slices.IndexFunc(t.moves, func(m move) bool { return ok[m.act] && t.allows(m) })
		}
		if guess < 0 || gold < 0 {
			return hits, all
		}
		t.step++
		all++
		if guess == gold {
			hits++
		} else {
			t.update(gold, 1)
			t.update(guess, -1)
		}
		if explore && rng.Float32() < 0.9 {
			t.apply(t.moves[guess])
		} else {
			t.apply(t.moves[gold])
		}
	}
	return hits, all
}

func (t *trainer) update(m int, by float32) {
	for _, r := range t.idx {
		i := int(r)*len(t.moves) + m
		t.w[i] += by
		t.u[i] += by * t.step
	}
}

// encode averages the weights and keeps the heaviest rows in 8 bits.
func (t *trainer) encode(maxRows int) []byte {
	n := len(t.moves)
	type row struct {
		key  uint64
		mass float32
		at   int
	}
	var rows []row
	top := float32(0)
	for k, r := range t.rows {
		x := row{key: k, at: int(r)}
		for i := x.at * n; i < x.at*n+n; i++ {
			t.w[i] -= t.u[i] / max(t.step, 1)
			a := max(t.w[i], -t.w[i])
			x.mass += a
			top = max(top, a)
		}
		if x.mass > 0 {
			rows = append(rows, x)
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(-cmp.Compare(a.mass, b.mass), cmp.Compare(a.key, b.key))
	})
	if len(rows) > maxRows {
		rows = rows[:maxRows]
	}
	// The heaviest weights are clipped, so that the light ones keep their steps.
	scale := 127 / max(top*0.5, 1e-6)
	keys, weights := make([]uint64, len(rows)), make([][]int8, len(rows))
	for i, r := range rows {
		keys[i] = r.key
		q := make([]int8, n)
		for j := range q {
			q[j] = int8(max(-127, min(127, math.Round(float64(t.w[r.at*n+j]*scale)))))
		}
		weights[i] = q
	}
	return encode(t.moves, keys, weights)
}
