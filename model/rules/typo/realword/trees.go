package realword

import (
	"encoding/binary"
	"fmt"
	"math"

	"stet/model/lang/blob"
)

// Trees is a sum of regression trees that gives the log-odds of a candidate
// (Friedman 2001). It is immutable and safe for concurrent use.
type Trees struct {
	bias  float32
	roots []uint32
	nodes []Node
	rest  []float32 // for each tree the most that it and those after it can add
}

// Node is one node of a tree: a question with its two answers, or a leaf.
type Node struct {
	Feature     int16   // -1 for a leaf
	Threshold   float32 // go left when the evidence is at most this; the leaf's value for a leaf
	Left, Right uint32  // indexes of nodes
}

const treesMagic = "STETTREE"

// EncodeTrees returns the file form of a model.
func EncodeTrees(bias float32, roots []uint32, nodes []Node) []byte {
	var b []byte
	for _, n := range nodes {
		b = blob.AppendU32s(b, uint32(uint16(n.Feature)), math.Float32bits(n.Threshold), n.Left, n.Right)
	}
	return blob.Pack(treesMagic, blob.AppendU32s(nil, math.Float32bits(bias), NFeatures), blob.AppendU32s(nil, roots...), b)
}

// ParseTrees reads what EncodeTrees wrote.
func ParseTrees(b []byte) (*Trees, error) {
	s, err := blob.Unpack(b, treesMagic, 3)
	if err != nil {
		return nil, err
	}
	if n := blob.U32(s[0], 1); n != NFeatures {
		return nil, fmt.Errorf("trees over %d features where there are %d", n, NFeatures)
	}
	t := &Trees{bias: math.Float32frombits(blob.U32(s[0], 0))}
	for i := range len(s[1]) / 4 {
		t.roots = append(t.roots, blob.U32(s[1], i))
	}
	for i := range len(s[2]) / 16 {
		n := s[2][16*i:]
		t.nodes = append(t.nodes, Node{
			Feature:   int16(binary.LittleEndian.Uint16(n)),
			Threshold: math.Float32frombits(blob.U32(n, 1)),
			Left:      blob.U32(n, 2), Right: blob.U32(n, 3),
		})
	}
	t.rest = make([]float32, len(t.roots)+1)
	for i := len(t.roots) - 1; i >= 0; i-- {
		t.rest[i] = t.rest[i+1] + t.most(t.roots[i])
	}
	return t, nil
}

// most is the largest value of the leaves below node n.
func (t *Trees) most(n uint32) float32 {
	if k := &t.nodes[n]; k.Feature >= 0 {
		return max(t.most(k.Left), t.most(k.Right))
	}
	return t.nodes[n].Threshold
}

// LogOdds is the natural logarithm of the odds that x speaks of a true slip.
func (t *Trees) LogOdds(x *[NFeatures]float32) float64 {
	o, _ := t.LogOddsAbove(x, math.Inf(-1))
	return o
}

// LogOddsAbove is LogOdds for odds that only matter where they are at least so
// much: it reports false as soon as it sees that they are less.
func (t *Trees) LogOddsAbove(x *[NFeatures]float32, least float64) (float64, bool) {
	const rounding = 0.01 // of some hundred sums
	sum := t.bias
	for i, r := range t.roots {
		if i%8 == 0 && float64(sum+t.rest[i]) < least-rounding {
			return 0, false
		}
		n := &t.nodes[r]
		for n.Feature >= 0 {
			if x[n.Feature] <= n.Threshold {
				n = &t.nodes[n.Left]
			} else {
				n = &t.nodes[n.Right]
			}
		}
		sum += n.Threshold
	}
	return float64(sum), float64(sum) >= least
}
