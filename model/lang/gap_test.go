package lang

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGapAgreesWithTri(t *testing.T) {
	l, m := shippedLM(t)
	number := func(words ...string) (ids []uint32) {
		for _, w := range words {
			e, _ := l.Lookup(w)
			ids = append(ids, e.LM)
		}
		return ids
	}
	small := number("the", "of", "to", "a", "in", "has", "nosuchword")
	ids := append(number("prime", "minister", "said", "on", "tuesday", "the", "king", "one", "as", "part", "resign", "going"), LMUnknown, LMStart, LMEnd)
	r := rand.New(rand.NewPCG(1, 1))
	any := func() uint32 { return ids[r.IntN(len(ids))] }
	tried := 0
	for range 2000 {
		c, own, least := Context{any(), any(), any(), any()}, any(), -12*r.Float64()
		slot := m.At(c)
		got := map[int]Parts{}
		gap := slot.Gap(own, m.LinksAfter(c.L1, small), m.LinksBefore(own, small))
		gap.Try(small, least, func(i int, p Parts) { got[i] = p })
		want := map[int]Parts{}
		for i, w := range small {
			var p Parts
			p.L, p.SeenL = m.Tri(c.L2, c.L1, w)
			p.M, p.SeenM = m.Tri(c.L1, w, own)
			p.R, p.SeenR = m.Tri(w, own, c.R1)
			if m.Seen(c.L1, w) && m.Seen(w, own) && p.Sum() >= least {
				want[i] = p
			}
		}
		tried += len(want)
		assert.Equal(t, want, got, "%v %v", c, own)
		if t.Failed() {
			return
		}
	}
	assert.Greater(t, tried, 100)
}
