package grammar

import "testing"

// BenchmarkCompile is what the first paragraph of a session waits for.
func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		compile()
	}
}
