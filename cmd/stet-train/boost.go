package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"stet/model/rules/typo/realword"
)

// boosting learns a sum of regression trees for a yes-or-no question by
// gradient boosting with second-order steps over binned features (Friedman
// 2001; Chen and Guestrin 2016).
type boosting struct {
	trees    int
	depth    int
	rate     float64
	leaf     float64 // least sum of second derivatives in a leaf
	lambda   float64 // regularisation of leaves
	rows     float64 // share of the rows that each tree sees
	features float64 // share of the features that each tree sees
	seed     uint64
}

const bins = 64

// example is one row to learn from.
type example struct {
	x      [realword.NFeatures]float32
	yes    bool
	weight float32
}

// learn returns the model in its file form.
func (b boosting) learn(rows []example, progress func(tree int, loss float64)) []byte {
	const nf = realword.NFeatures
	cuts := binCuts(rows)
	binned := make([][nf]uint8, len(rows))
	for i := range rows {
		for f, x := range rows[i].x {
			k, _ := slices.BinarySearch(cuts[f], x)
			binned[i][f] = uint8(k)
		}
	}
	var yes, total float64
	for _, r := range rows {
		total += float64(r.weight)
		if r.yes {
			yes += float64(r.weight)
		}
	}
	bias := math.Log(yes / (total - yes))
	margin := make([]float64, len(rows))
	for i := range margin {
		margin[i] = bias
	}
	grad, hess := make([]float64, len(rows)), make([]float64, len(rows))
	r := rand.New(rand.NewPCG(b.seed, 11))
	g := &grower{boosting: b, cuts: cuts, binned: binned, grad: grad, hess: hess}
	var roots []uint32
	for tree := range b.trees {
		loss := 0.0
		for i, row := range rows {
			p, y := 1/(1+math.Exp(-margin[i])), 0.0
			if row.yes {
				y = 1
				loss -= float64(row.weight) * math.Log(max(p, 1e-12))
			} else {
				loss -= float64(row.weight) * math.Log(max(1-p, 1e-12))
			}
			grad[i], hess[i] = float64(row.weight)*(p-y), float64(row.weight)*p*(1-p)
		}
		var sample []int32
		for i := range rows {
			if r.Float64() < b.rows {
				sample = append(sample, int32(i))
			}
		}
		g.use = append(g.use[:0], r.Perm(nf)[:int(math.Ceil(b.features*nf))]...)
		slices.Sort(g.use)
		root := g.grow(sample, b.depth)
		roots = append(roots, root)
		for i := range rows {
			margin[i] += g.value(root, &binned[i])
		}
		if progress != nil && (tree+1)%50 == 0 {
			progress(tree+1, loss/total)
		}
	}
	return realword.EncodeTrees(float32(bias), roots, g.nodes)
}

// binCuts returns for each feature the upper ends of its bins.
func binCuts(rows []example) [][]float32 {
	out := make([][]float32, realword.NFeatures)
	step := max(1, len(rows)/50000)
	for f := range out {
		var vs []float32
		for i := 0; i < len(rows); i += step {
			vs = append(vs, rows[i].x[f])
		}
		slices.Sort(vs)
		distinct := slices.Compact(slices.Clone(vs))
		if len(distinct) <= bins-1 {
			out[f] = distinct
			continue
		}
		for k := 1; k < bins; k++ {
			out[f] = append(out[f], vs[len(vs)*k/bins])
		}
		out[f] = slices.Compact(out[f])
	}
	return out
}

// grower grows one tree after another into nodes.
type grower struct {
	boosting
	cuts       [][]float32
	binned     [][realword.NFeatures]uint8
	grad, hess []float64
	use        []int
	nodes      []realword.Node
}

type cell struct{ g, h float64 }

// grow adds the tree for the rows in sample and returns its root.
func (g *grower) grow(sample []int32, depth int) uint32 {
	var hist [realword.NFeatures][bins + 1]cell
	var all cell
	for _, i := range sample {
		gr, he := g.grad[i], g.hess[i]
		all.g += gr
		all.h += he
		row := &g.binned[i]
		for _, f := range g.use {
			c := &hist[f][row[f]]
			c.g += gr
			c.h += he
		}
	}
	at := uint32(len(g.nodes))
	g.nodes = append(g.nodes, realword.Node{Feature: -1, Threshold: float32(-g.rate * all.g / (all.h + g.lambda))})
	if depth == 0 || all.h < 2*g.leaf {
		return at
	}
	score := func(c cell) float64 { return c.g * c.g / (c.h + g.lambda) }
	best, feature, bin := 1e-3, -1, 0
	for _, f := range g.use {
		var left cell
		for k := range g.cuts[f] {
			left.g += hist[f][k].g
			left.h += hist[f][k].h
			right := cell{all.g - left.g, all.h - left.h}
			if left.h < g.leaf || right.h < g.leaf {
				continue
			}
			if gain := score(left) + score(right) - score(all); gain > best {
				best, feature, bin = gain, f, k
			}
		}
	}
	if feature < 0 {
		return at
	}
	// Rows go left when their bin is at most bin: their value is at most its end.
	k := 0
	for i, s := range sample {
		if g.binned[s][feature] <= uint8(bin) {
			sample[k], sample[i] = sample[i], sample[k]
			k++
		}
	}
	left := g.grow(sample[:k], depth-1)
	right := g.grow(sample[k:], depth-1)
	g.nodes[at] = realword.Node{Feature: int16(feature), Threshold: g.cuts[feature][bin], Left: left, Right: right}
	return at
}

func (g *grower) value(root uint32, row *[realword.NFeatures]uint8) float64 {
	n := &g.nodes[root]
	for n.Feature >= 0 {
		if k, _ := slices.BinarySearch(g.cuts[n.Feature], n.Threshold); int(row[n.Feature]) <= k {
			n = &g.nodes[n.Left]
		} else {
			n = &g.nodes[n.Right]
		}
	}
	return float64(n.Threshold)
}
