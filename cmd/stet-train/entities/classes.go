package entities

import (
	"math"
	"math/rand/v2"
)

// Classes sorts words, most frequent first, into n classes by their vectors:
// k-means over directions, whose centres are found from the first sample words
// in a number of rounds. Classes count from 1 and depend on the input alone.
// The centres come back too, to be sorted in their turn.
func Classes(vectors [][]float32, n, sample, rounds int) ([]uint16, [][]float32) {
	if len(vectors) == 0 {
		return nil, nil
	}
	dims := len(vectors[0])
	unit := make([]float32, len(vectors)*dims)
	for i, v := range vectors {
		normalise(unit[i*dims:(i+1)*dims], v)
	}
	sample = min(sample, len(vectors))
	n = min(n, sample)
	rng := rand.New(rand.NewPCG(7, 7))
	centres := make([]float32, n*dims)
	for c, i := range rng.Perm(sample)[:n] {
		copy(centres[c*dims:(c+1)*dims], unit[i*dims:(i+1)*dims])
	}
	out := make([]uint16, len(vectors))
	assign := func(count int) {
		for i := range count {
			v := unit[i*dims : (i+1)*dims]
			best, at := float32(math.Inf(-1)), 0
			for c := range n {
				m := centres[c*dims : (c+1)*dims : (c+1)*dims]
				var a, b, x, y float32
				for k := 0; k+3 < len(m); k += 4 {
					a += v[k] * m[k]
					b += v[k+1] * m[k+1]
					x += v[k+2] * m[k+2]
					y += v[k+3] * m[k+3]
				}
				if s := a + b + x + y; s > best {
					best, at = s, c
				}
			}
			out[i] = uint16(at + 1)
		}
	}
	for range rounds {
		assign(sample)
		sums := make([]float32, n*dims)
		for i := range sample {
			c := int(out[i]) - 1
			for k := range dims {
				sums[c*dims+k] += unit[i*dims+k]
			}
		}
		for c := range n {
			normalise(centres[c*dims:(c+1)*dims], sums[c*dims:(c+1)*dims])
		}
	}
	assign(len(vectors))
	middles := make([][]float32, n)
	for c := range middles {
		middles[c] = centres[c*dims : (c+1)*dims]
	}
	return out, middles
}

func normalise(out, v []float32) {
	sum := 0.0
	for _, x := range v[:len(out)] {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	f := float32(1 / math.Sqrt(sum))
	for i := range out {
		out[i] = v[i] * f
	}
}
