package lang

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSlotAgreesWithTri(t *testing.T) {
	l, m := shippedLM(t)
	var ids []uint32
	for _, w := range []string{"the", "of", "prime", "minister", "said", "on", "tuesday", "that", "he", "would", "not", "resign", "zebra", "and"} {
		e, _ := l.Lookup(w)
		ids = append(ids, e.LM)
	}
	ids = append(ids, LMUnknown, LMStart, LMEnd)
	r := rand.New(rand.NewPCG(1, 1))
	any := func() uint32 { return ids[r.IntN(len(ids))] }
	for range 3000 {
		c, w := Context{any(), any(), any(), any()}, any()
		slot := m.At(c)
		got := slot.Try(w)
		var want Parts
		want.L, want.SeenL = m.Tri(c.L2, c.L1, w)
		want.M, want.SeenM = m.Tri(c.L1, w, c.R1)
		want.R, want.SeenR = m.Tri(w, c.R1, c.R2)
		assert.InDelta(t, want.L, got.L, 1e-6, "%v %v", c, w)
		assert.InDelta(t, want.M, got.M, 1e-6, "%v %v", c, w)
		assert.InDelta(t, want.R, got.R, 1e-6, "%v %v", c, w)
		assert.Equal(t, [3]int{want.SeenL, want.SeenM, want.SeenR}, [3]int{got.SeenL, got.SeenM, got.SeenR}, "%v %v", c, w)
		if t.Failed() {
			return
		}
	}
}
