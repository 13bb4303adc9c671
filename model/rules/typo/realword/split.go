package realword

import (
	"strings"

	"stet/model/lang"
)

// joined proposes to write the unit and the next as one word: "any one" for
// "anyone".
func (s *Scan) joined(pl *place) {
	f := s.f
	if pl.SeenM == 3 || pl.i+1 >= len(pl.us) || !pl.u.Plain {
		return
	}
	next := &pl.us[pl.i+1]
	if next.After || !next.Plain || next.ID == lang.LMUnknown || pl.own == lang.LMUnknown || len(pl.u.Text)+len(next.Text) > 16 || pl.p.Tokens[next.Tokens.First].Shape != lang.ShapeLower {
		return
	}
	pair := uint64(pl.own)<<32 | uint64(next.ID)
	apart := &f.apart[pair*0x9e3779b97f4a7c15>>(64-apartBits)]
	if apart.Load() == pair {
		return
	}
	w := pl.u.Text + next.Text
	e, ok := f.Words.Lookup(w)
	if !ok || e.LM == lang.LMUnknown || !e.Is(lang.WordLower) || e.Size == 0 || e.Size > 60 || e.Freq < 60 {
		apart.Store(pair)
		return
	}
	r2 := uint32(lang.LMEnd)
	switch {
	case pl.i+3 < len(pl.us):
		r2 = pl.us[pl.i+3].ID
	case pl.ctx.R2 == lang.LMEnd:
		r2 = lang.LMUnknown
	}
	old, seenOld := f.LM.Tri(next.ID, pl.ctx.R2, r2)
	slot := f.LM.At(lang.Context{L2: pl.ctx.L2, L1: pl.ctx.L1, R1: pl.ctx.R2, R2: r2})
	n := slot.Try(e.LM)
	gain := n.Sum() - pl.Sum() - old
	if gain < gate-1 {
		return
	}
	x := s.put(pl, lang.ConfusedSplit, e.LM)
	c := &s.out[len(s.out)-1]
	c.Text, c.Units = w, 2
	x[xGain], x[xGainL], x[xGainM], x[xGainR] = float32(gain), float32(n.L-pl.L), float32(n.M), float32(n.R)
	x[xNewSeenL], x[xNewSeenM], x[xNewSeenR] = float32(n.SeenL), float32(n.SeenM), float32(n.SeenR)
	x[xCost], x[xNewFreq], x[xNewClass], x[xFirst] = 1, float32(e.Freq), float32(e.Classes), float32(seenOld)
}

// split proposes to write the unit as two words: "every day" for "everyday".
func (s *Scan) split(pl *place) {
	f := s.f
	w := pl.u.Text
	if pl.SeenL+pl.SeenM > 4 || !pl.u.Plain || len(w) < 4 || len(w) > 14 || !plain(w) {
		return
	}
	best := gate - 1.0
	var at int
	var a, b lang.Entry
	var parts [4]float64
	for _, k := range f.cutsOf(w) {
		i, x, y := k.at, k.a, k.b
		p := [4]float64{}
		p[0], _ = f.LM.Tri(pl.ctx.L2, pl.ctx.L1, x.LM)
		p[1], _ = f.LM.Tri(pl.ctx.L1, x.LM, y.LM)
		p[2], _ = f.LM.Tri(x.LM, y.LM, pl.ctx.R1)
		p[3], _ = f.LM.Tri(y.LM, pl.ctx.R1, pl.ctx.R2)
		if gain := p[0] + p[1] + p[2] + p[3] - pl.Sum(); gain > best {
			best, at, a, b, parts = gain, i, x, y, p
		}
	}
	if at == 0 {
		return
	}
	x := s.put(pl, lang.ConfusedSplit, a.LM)
	c := &s.out[len(s.out)-1]
	c.Text, c.Units = w[:at]+" "+w[at:], 1
	x[xGain], x[xGainL], x[xGainM], x[xGainR] = float32(best), float32(parts[0]), float32(parts[1]), float32(parts[2])
	x[xCost], x[xNewFreq], x[xNewClass], x[xNew] = 0, float32(min(a.Freq, b.Freq)), float32(a.Classes), float32(b.Freq)
	x[xNewPairR] = float32(f.LM.Pair(a.LM, b.LM))
}

// half returns the entry of w where it can be half of two words run together.
func (f *Finder) half(w string) (lang.Entry, bool) {
	if len(w) < 3 && !strings.Contains(shortHalves, " "+w+" ") {
		return lang.Entry{}, false
	}
	e, ok := f.Words.Lookup(w)
	return e, ok && e.LM != lang.LMUnknown && e.Is(lang.WordLower) && e.Size > 0 && e.Size <= 50 && e.Freq >= 90
}

const shortHalves = " a in on of to at is it be as an by or if we he no so up my do us "

// Cut returns where w falls into two words, the likeliest place by their
// frequencies, or 0.
func (f *Finder) Cut(w string) int {
	best, at := 0, 0
	for i := 1; i < len(w); i++ {
		a, okA := f.half(w[:i])
		b, okB := f.half(w[i:])
		if n := int(a.Freq) + int(b.Freq); okA && okB && n > best {
			best, at = n, i
		}
	}
	return at
}
