package lang

import "slices"

// hashed is an n-gram in its bucket: 16 bits of its hash, and its index.
type hashed struct {
	print uint16
	i     int
}

// sortHashed sorts a bucket by hash, and n-grams that share one by index.
func sortHashed(k []hashed) []hashed {
	slices.SortFunc(k, func(a, b hashed) int {
		if a.print != b.print {
			return int(a.print) - int(b.print)
		}
		return a.i - b.i
	})
	return k
}
