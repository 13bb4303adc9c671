// Package rows adds up rows of small weights, eight at a time: the inner loop of
// the linear models.
package rows

import "encoding/binary"

// Most is how many rows can be added up at once: more could overflow.
const Most = 256

const (
	evenBytes = 0x00ff00ff00ff00ff
	signs     = 0x8080808080808080
)

// Sum sets sums to the sum of the rows of int8 weights that begin in table at
// the given bytes, each as long as sums. At most Most rows can be added up.
//
// Eight weights are one word: with their signs turned they lie between 0 and
// 255, and the bytes of even and of odd places add up in lanes of 16 bits.
func Sum(sums []int32, table []byte, at []int32) {
	n := len(sums)
	if n < 8 {
		sumFew(sums, table, at)
		return
	}
	turned := int32(len(at)) * 128
	for col := 0; col < n; col += 8 {
		col := min(col, n-8) // the last word overlaps the one before it
		var even, odd uint64
		for _, a := range at {
			x := binary.LittleEndian.Uint64(table[int(a)+col:]) ^ signs
			even += x & evenBytes
			odd += x >> 8 & evenBytes
		}
		out := sums[col : col+8]
		for i := 0; i < 8; i += 2 {
			out[i] = int32(uint16(even)) - turned
			out[i+1] = int32(uint16(odd)) - turned
			even, odd = even>>16, odd>>16
		}
	}
}

// sumFew is Sum for rows shorter than a word.
func sumFew(sums []int32, table []byte, at []int32) {
	clear(sums)
	for _, a := range at {
		for i := range sums {
			sums[i] += int32(int8(table[int(a)+i]))
		}
	}
}
