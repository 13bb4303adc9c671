package spelling

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed newer.txt
var newerText string

// newer are words that the dictionaries behind the lexicon lack.
var newer = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(newerText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = true
		}
	}
	return out
})
