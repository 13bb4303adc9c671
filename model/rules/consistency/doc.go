// Package consistency holds the rules that compare a story with itself: one
// name written in two ways (names*.go), and figures, dates and bylines that
// disagree (facts*.go).
package consistency
