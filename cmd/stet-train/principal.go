package main

import (
	"math"
	"slices"
)

// principal returns rows less their mean, turned onto their first n principal
// components and scaled so that a row's square length is n on average.
func principal(rows [][]float32, n int) [][]float32 {
	d := len(rows[0])
	mean := make([]float64, d)
	for _, r := range rows {
		for i, x := range r {
			mean[i] += float64(x) / float64(len(rows))
		}
	}
	cov := make([][]float64, d)
	for i := range cov {
		cov[i] = make([]float64, d)
	}
	for _, r := range rows {
		for i := range d {
			a := float64(r[i]) - mean[i]
			for j := range i + 1 {
				cov[i][j] += a * (float64(r[j]) - mean[j])
			}
		}
	}
	for i := range d {
		for j := range i {
			cov[j][i] = cov[i][j]
		}
	}
	values, axes := eigen(cov)
	order := make([]int, d)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case values[a] > values[b]:
			return -1
		case values[a] < values[b]:
			return 1
		}
		return 0
	})
	out, square := make([][]float32, len(rows)), 0.0
	for k, r := range rows {
		out[k] = make([]float32, n)
		for j := range n {
			sum := 0.0
			for i := range d {
				sum += (float64(r[i]) - mean[i]) * axes[i][order[j]]
			}
			out[k][j] = float32(sum)
			square += sum * sum
		}
	}
	scale := float32(1 / math.Sqrt(square/float64(len(rows)*n)))
	for _, r := range out {
		for j := range r {
			r[j] *= scale
		}
	}
	return out
}

// eigen returns the eigenvalues and eigenvectors (in columns) of a symmetric
// matrix, which it overwrites, by Jacobi's rotations.
func eigen(a [][]float64) ([]float64, [][]float64) {
	n := len(a)
	v := make([][]float64, n)
	for i := range v {
		v[i] = make([]float64, n)
		v[i][i] = 1
	}
	for range 60 {
		off := 0.0
		for p := range n {
			for q := range p {
				off += a[p][q] * a[p][q]
			}
		}
		if off < 1e-12 {
			break
		}
		for p := range n {
			for q := p + 1; q < n; q++ {
				if a[p][q] == 0 {
					continue
				}
				theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
				t := math.Copysign(1, theta) / (math.Abs(theta) + math.Sqrt(theta*theta+1))
				c := 1 / math.Sqrt(t*t+1)
				s := t * c
				for k := range n {
					a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
				}
				for k := range n {
					a[p][k], a[q][k] = c*a[p][k]-s*a[q][k], s*a[p][k]+c*a[q][k]
				}
				for k := range n {
					v[k][p], v[k][q] = c*v[k][p]-s*v[k][q], s*v[k][p]+c*v[k][q]
				}
			}
		}
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = a[i][i]
	}
	return values, v
}
