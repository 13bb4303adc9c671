// Package measuring gives tests the cases of the measuring set: labelled data
// that cannot be shipped. Nothing but tests may import it.
package measuring

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Folder returns the folder of the measuring set, and skips the test where
// STET_DATA does not name one.
func Folder(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("STET_DATA")
	if dir == "" {
		t.Skip("STET_DATA, the folder of the measuring set, is not set")
	}
	return dir
}

// Cases reads one file of cases, a JSON object a line, from the folder measure.
func Cases[T any](t testing.TB, name string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(Folder(t), "measure", name))
	require.NoError(t, err)
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var c T
		require.NoError(t, json.Unmarshal(lines.Bytes(), &c))
		out = append(out, c)
	}
	require.NoError(t, lines.Err())
	return out
}
