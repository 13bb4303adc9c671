package wire

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// copyOf makes a story of n paragraphs out of made-up words.
func copyOf(seed uint64, n int) *story.Story {
	r := rand.New(rand.NewPCG(seed, 1))
	s := &story.Story{}
	for range n {
		var w []string
		for range 30 {
			w = append(w, fmt.Sprintf("w%d", r.IntN(4000)))
		}
		s.Body = append(s.Body, story.Paragraph{Text: strings.Join(w, " ") + "."})
	}
	return s
}

func TestSame(t *testing.T) {
	base := copyOf(1, 12)
	base.ID, base.Slug, base.Version = "urn:newsml:wire.example:20240102:x17:1", "BC-Ferry-Sinking", 1
	with := func(change func(*story.Story)) *story.Story {
		c := base.Clone()
		change(c)
		return c
	}
	other := copyOf(2, 12)
	for _, c := range []struct {
		name string
		b    *story.Story
		want Relation
	}{
		{"the same words", with(func(s *story.Story) { s.ID = "urn:newsml:other:1:y:1" }), Copy},
		{"next version by its identifier", with(func(s *story.Story) {
			s.ID, s.Body = "urn:newsml:wire.example:20240102:x17:2", other.Body
		}), Version},
		{"write-thru by its slug", with(func(s *story.Story) {
			s.ID, s.Slug, s.Version = "", "BC-Ferry-Sinking, 1st Ld-Writethru", 2
			s.Body = append(append([]story.Paragraph{}, other.Body[:5]...), s.Body[5:]...)
		}), Version},
		{"near copy with nothing else in common", with(func(s *story.Story) {
			s.ID, s.Slug = "", ""
			s.Body[3].Text = "A new paragraph stands here instead of the old one."
		}), Version},
		{"same slug, other text", with(func(s *story.Story) { s.ID, s.Body = "", other.Body }), Related},
		{"another story", other, Unrelated},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, sure := Same(base, c.b)
			assert.Equal(t, c.want.String(), got.String())
			assert.Greater(t, sure, 0.4)
			assert.LessOrEqual(t, sure, 1.0)
			back, _ := Same(c.b, base)
			assert.Equal(t, got, back)
		})
	}
}

func TestShortStoriesAreNotTakenForVersions(t *testing.T) {
	a := &story.Story{Body: []story.Paragraph{{Text: "Ends."}}}
	b := &story.Story{Body: []story.Paragraph{{Text: "A ferry sank off the coast."}}}
	got, _ := Same(a, b)
	assert.Equal(t, Unrelated, got)
	got, _ = Same(&story.Story{}, &story.Story{})
	assert.Equal(t, Unrelated, got)
}

func TestBandsFindVersions(t *testing.T) {
	index := map[uint64][]int{}
	var prints []Fingerprint
	for i := range 2000 {
		f := NewFingerprint(copyOf(uint64(i), 8))
		prints = append(prints, f)
		for _, b := range f.Bands() {
			index[b] = append(index[b], i)
		}
	}
	found, looked := 0, 0
	for i := range 100 {
		s := copyOf(uint64(i), 8)
		s.Body[2].Text = "These words were not in the version before, and the desk wants to know."
		f := NewFingerprint(s)
		seen := map[int]bool{}
		for _, b := range f.Bands() {
			for _, j := range index[b] {
				seen[j] = true
			}
		}
		looked += len(seen)
		for j := range seen {
			if r, _ := f.Compare(&prints[j]); r == Version && j == i {
				found++
			}
		}
	}
	assert.GreaterOrEqual(t, found, 98, "versions found by their bands")
	assert.Less(t, looked, 300, "stories compared for 100 look-ups among 2,000")
}

func TestLikenessEstimatesTheSharedText(t *testing.T) {
	a := copyOf(7, 20)
	b := a.Clone()
	b.Body = append(b.Body[:10], copyOf(8, 10).Body...)
	fa, fb := NewFingerprint(a), NewFingerprint(b)
	require.InDelta(t, 1.0/3, fa.Likeness(&fb), 0.2) // half of each is a third of both
}

func BenchmarkFingerprint(b *testing.B) {
	s := copyOf(3, 20)
	for b.Loop() {
		NewFingerprint(s)
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := NewFingerprint(copyOf(3, 20)), NewFingerprint(copyOf(4, 20))
	for b.Loop() {
		x.Compare(&y)
	}
}
