//go:build !linux

package assets

// Rest does something on Linux alone.
func Rest() {}
