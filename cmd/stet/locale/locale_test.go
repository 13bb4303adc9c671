package locale

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInstead(t *testing.T) {
	type env = map[string]string
	for name, c := range map[string]struct{ in, want env }{
		"nothing is set":               {env{}, env{"LANG": english}},
		"no language":                  {env{"LANG": "C"}, env{"LANG": english}},
		"no language, a set":           {env{"LANG": "C.UTF-8"}, env{"LANG": english}},
		"POSIX":                        {env{"LC_MESSAGES": "POSIX"}, env{"LC_MESSAGES": english}},
		"a language stays":             {env{"LANG": "de_AT.UTF-8"}, env{}},
		"all counts before the others": {env{"LC_ALL": "fr_FR", "LANG": "C"}, env{}},
		"what is not read stays":       {env{"LC_ALL": "C", "LANG": "C"}, env{"LC_ALL": english}},
		"messages count":               {env{"LC_MESSAGES": "en_GB.UTF-8", "LANG": "C"}, env{}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, instead(func(k string) string { return c.in[k] }))
		})
	}
}
