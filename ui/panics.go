package ui

import (
	"fmt"
	"runtime/debug"
)

// panicError is a panic that was caught.
type panicError struct{ value any }

func (e *panicError) Error() string { return fmt.Sprint("panic: ", e.value) }

func stack() string { return string(debug.Stack()) }
