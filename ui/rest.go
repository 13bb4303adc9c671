package ui

import "time"

// restDelay is how long nothing must have been checked before the window is at
// rest.
const restDelay = 10 * time.Second

// rest calls what gives memory back once the checks have come to rest. Checks
// leave garbage and pages of the models behind; a window that stays open all
// day should not hold them while nobody types.
type rest struct{ timer *time.Timer }

// newRest returns a rest that calls f, which may be nil, on a goroutine of its
// own.
func newRest(f func()) *rest {
	if f == nil {
		return &rest{}
	}
	t := time.AfterFunc(restDelay, f)
	t.Stop()
	return &rest{t}
}

// checked says that a check has ended. It is safe for concurrent use.
func (r *rest) checked() {
	if r.timer != nil {
		r.timer.Reset(restDelay)
	}
}
