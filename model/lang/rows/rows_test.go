package rows

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSumIsThatOfOneByOne(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, width := range []int{1, 7, 8, 9, 15, 16, 25, 64, 77, 255} {
		for _, n := range []int{0, 1, 2, 51, Most} {
			table := make([]byte, 40*width)
			for i := range table {
				table[i] = byte(rng.Uint32())
			}
			at := make([]int32, n)
			for i := range at {
				at[i] = int32(rng.IntN(40) * width)
			}
			got, want := make([]int32, width), make([]int32, width)
			got[0] = 99
			Sum(got, table, at)
			sumFew(want, table, at)
			assert.Equal(t, want, got, "%d rows of %d", n, width)
		}
	}
}

func TestSumHoldsTheLargestWeights(t *testing.T) {
	table := make([]byte, 32)
	for i := range 16 {
		table[i], table[16+i] = 127, 128
	}
	for first, want := range map[int32]int32{0: 127 * Most, 16: -128 * Most} {
		at := make([]int32, Most)
		for i := range at {
			at[i] = first
		}
		sums := make([]int32, 16)
		Sum(sums, table, at)
		for _, s := range sums {
			assert.Equal(t, want, s)
		}
	}
}
