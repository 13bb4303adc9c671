package editor

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// blinkTime is how long the caret is shown and hidden. A timer does it: an
// animation would draw the whole window at every frame.
const blinkTime = 530 * time.Millisecond

// blink is the state of the caret's blinking.
type blink struct {
	off   bool // the caret is hidden just now
	timer *time.Timer
	run   int // tells a timer of an earlier run
}

func (b *blink) stop() {
	b.run++
	b.off = false
	if b.timer != nil {
		b.timer.Stop()
	}
}

// wake shows the caret, and lets it blink from now on.
func (e *Editor) wake() {
	e.blink.stop()
	if e.focused && ticking() && fyne.CurrentApp().Settings().ShowAnimations() {
		e.tick(e.blink.run)
	}
}

func (e *Editor) tick(run int) {
	e.blink.timer = time.AfterFunc(blinkTime, func() {
		fyne.Do(func() {
			if run != e.blink.run {
				return
			}
			e.blink.off = !e.blink.off
			if e.r != nil {
				e.r.showCaret()
			}
			e.tick(run)
		})
	})
}

// ticking reports whether timers may call back. Under Fyne's test driver they
// would do so on a goroutine of their own.
func ticking() bool {
	_, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok
}
