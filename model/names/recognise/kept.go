package recognise

// scored keeps the scores of the last words by their features, so that a story
// that is read again after an edit costs only the words that changed. It is not
// safe for concurrent use.
type scored struct {
	keys   [keptScores]uint64
	scores [keptScores][nLabels]float32
}

// keptScores is how many words are kept, a power of two: a long story's.
const keptScores = 1 << 12

// of fills out with what m gives for the features, or gave before. Features are
// told apart by a hash (FNV-1a, 64 bits).
func (c *scored) of(m *model, features []uint32, out *[nLabels]float32) {
	h := uint64(14695981039346656037)
	for _, f := range features {
		h = (h ^ uint64(f)) * 1099511628211
	}
	h ^= h >> 29
	at := h & (keptScores - 1)
	if c.keys[at] != h {
		m.score(features, &c.scores[at])
		c.keys[at] = h
	}
	*out = c.scores[at]
}
