package ui

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestMemoryIsGivenBackWhenTheChecksRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		r := newRest(func() { calls++ })
		check := func(wait time.Duration) int {
			time.Sleep(wait) // the bubble's clock, not the world's
			synctest.Wait()
			return calls
		}
		assert.Equal(t, 0, check(10*restDelay), "nothing was checked")
		for range 5 {
			r.checked()
			assert.Equal(t, 0, check(restDelay/2), "the editor types")
		}
		assert.Equal(t, 1, check(restDelay))
		assert.Equal(t, 1, check(10*restDelay), "once")
		r.checked()
		assert.Equal(t, 2, check(restDelay))
	})
	newRest(nil).checked() // nothing to call
}
