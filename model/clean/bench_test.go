package clean

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkText cleans a page of about 1,500 words.
func BenchmarkText(b *testing.B) {
	raw, err := os.ReadFile(filepath.Join("testdata", "page.txt"))
	require.NoError(b, err)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		Text(string(raw))
	}
}
