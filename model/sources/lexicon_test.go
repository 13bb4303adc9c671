package sources

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVerbForms(t *testing.T) {
	for verb, want := range map[string][]string{
		"say":    {"say", "says", "said", "saying"},
		"call":   {"call", "calls", "called", "calling"},
		"deny":   {"deny", "denies", "denied", "denying"},
		"argue":  {"argue", "argues", "argued", "arguing"},
		"admit":  {"admit", "admits", "admitted", "admitting"},
		"know":   {"know", "knows", "knew", "known", "knowing"},
		"see":    {"see", "sees", "saw", "seen", "seeing"},
		"stress": {"stress", "stresses", "stressed", "stressing"},
		"beg":    {"beg", "begs", "begged", "begging"},
		"lie":    {"lie", "lies", "lied", "lying"},
	} {
		assert.Equal(t, want, verbForms(verb), verb)
	}
}
