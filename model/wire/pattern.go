package wire

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used, so
// that a start of the program pays for none. It panics then where the
// expression is wrong.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
