package inflect_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/rules/inflect"
)

func TestVerb(t *testing.T) {
	for _, c := range [][5]string{
		{"go", "goes", "went", "gone", "going"},
		{"stop", "stops", "stopped", "stopped", "stopping"},
		{"hope", "hopes", "hoped", "hoped", "hoping"},
		{"carry", "carries", "carried", "carried", "carrying"},
		{"play", "plays", "played", "played", "playing"},
		{"lie", "lies", "lay", "lain", "lying"},
		{"admit", "admits", "admitted", "admitted", "admitting"},
		{"visit", "visits", "visited", "visited", "visiting"},
		{"panic", "panics", "panicked", "panicked", "panicking"},
		{"see", "sees", "saw", "seen", "seeing"},
		{"rewrite", "rewrites", "rewrote", "rewritten", "rewriting"},
		{"wash", "washes", "washed", "washed", "washing"},
		{"seem", "seems", "seemed", "seemed", "seeming"},
		{"equip", "equips", "equipped", "equipped", "equipping"},
		{"be", "is", "was", "been", "being"},
		{"run", "runs", "ran", "run", "running"},
		{"offer", "offers", "offered", "offered", "offering"},
	} {
		for f := range c {
			assert.Equal(t, c[f], inflect.Verb(c[0], inflect.Form(f)), c[0])
		}
	}
}

func TestBaseOf(t *testing.T) {
	for _, c := range []struct {
		w    string
		f    inflect.Form
		want string
	}{
		{"went", inflect.Past, "go"},
		{"stopped", inflect.Past, "stop"},
		{"released", inflect.Past, "release"},
		{"visited", inflect.Past, "visit"},
		{"carried", inflect.Participle, "carry"},
		{"making", inflect.Ing, "make"},
		{"lying", inflect.Ing, "lie"},
		{"goes", inflect.Third, "go"},
		{"says", inflect.Third, "say"},
		{"opened", inflect.Past, "open"},
		{"used", inflect.Past, "use"},
		{"walked", inflect.Past, "walk"},
	} {
		got := inflect.BaseOf(c.w, c.f)
		if assert.NotEmpty(t, got, c.w) {
			assert.Equal(t, c.want, got[0], c.w)
		}
	}
	assert.Empty(t, inflect.BaseOf("table", inflect.Past))
}

func TestNouns(t *testing.T) {
	for one, many := range map[string]string{
		"party": "parties", "day": "days", "woman": "women", "crisis": "crises", "box": "boxes", "church": "churches",
		"hero": "heroes", "photo": "photos", "series": "series", "human": "humans", "spokesman": "spokesmen", "house": "houses",
		"phenomenon": "phenomena",
	} {
		assert.Equal(t, many, inflect.Plural(one))
		assert.Equal(t, one, inflect.Singular(many))
	}
	assert.Equal(t, "police", inflect.Plural("police"))
}
