package text

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"
)

// choices decides what a random test does next: from a generator, or from the
// bytes that a fuzzer hands in.
type choices struct {
	rng  *rand.Rand
	data []byte
}

func fromSeed(seed uint64) *choices { return &choices{rng: rand.New(rand.NewPCG(seed, 7))} }

// n picks a number in [0, limit).
func (c *choices) n(limit int) int {
	if limit <= 1 {
		return 0
	}
	if c.rng != nil {
		return c.rng.IntN(limit)
	}
	if len(c.data) == 0 {
		return 0
	}
	v := int(c.data[0])
	c.data = c.data[1:]
	if limit > 256 && len(c.data) > 0 {
		v = v<<8 | int(c.data[0])
		c.data = c.data[1:]
	}
	return v % limit
}

func (c *choices) more() bool { return c.rng != nil || len(c.data) > 0 }

var scraps = []string{
	"", "a", "b", " ", "\n", "of", "word ", "é", "e\u0301", "—", "👩‍👩‍👧", "\n\n", "x\ny", "two words", "हि",
}

func (c *choices) scrap() string { return scraps[c.n(len(scraps))] }

// boundaryIn picks a place between two characters of t.
func (c *choices) boundaryIn(t string) int {
	i := c.n(len(t) + 1)
	for i < len(t) && !utf8.RuneStart(t[i]) {
		i++
	}
	return i
}

func (c *choices) spanIn(t string) Span {
	a := c.boundaryIn(t)
	rest := t[a:]
	return Span{a, a + c.boundaryIn(rest[:cut(rest, c.n(12))])}
}

// cut is n, or the next place between two characters of t.
func cut(t string, n int) int {
	n = min(n, len(t))
	for n < len(t) && !utf8.RuneStart(t[n]) {
		n++
	}
	return n
}

// edits picks up to three that fit t.
func (c *choices) edits(t string) []Edit {
	var out []Edit
	for range 1 + c.n(3) {
		e := Edit{c.spanIn(t), c.scrap()}
		if !slices.ContainsFunc(out, func(o Edit) bool {
			return e.Overlaps(o.Span) || e.Empty() && o.Start < e.Start && e.Start < o.End ||
				o.Empty() && e.Start < o.Start && o.Start < e.End
		}) {
			out = append(out, e)
		}
	}
	return out
}

func (c *choices) text() string {
	var b strings.Builder
	for range c.n(40) {
		b.WriteString(c.scrap())
	}
	return b.String()
}

// plainApply is the simple model of Document.Apply.
func plainApply(t string, edits []Edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	for _, e := range slices.Backward(edits) {
		t = e.Apply(t)
	}
	return t
}
