package assets

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryLargeFileIsEmbedded(t *testing.T) {
	for _, dir := range []string{"lexicon", "models"} {
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		for _, e := range entries {
			name := path.Join(dir, e.Name())
			if !strings.HasSuffix(name, ".bin") {
				continue
			}
			require.Contains(t, large, name, "say it in large.go")
			want, err := os.ReadFile(name)
			require.NoError(t, err)
			got, err := Read(name)
			require.NoError(t, err)
			assert.Equal(t, len(want), len(got), name)
		}
	}
}

func TestReadingCopiesNothing(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		if _, err := Read("lexicon/lm.bin"); err != nil {
			t.Fatal(err)
		}
	}))
}

func TestFilesAreThereAfterARest(t *testing.T) {
	for name := range large {
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		got, err := Read(name)
		require.NoError(t, err)
		Rest()
		assert.True(t, bytes.Equal(want, got), name)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	_, err := Read("models/nothing.bin")
	require.ErrorIs(t, err, fs.ErrNotExist)
}

func TestTogetherBelowSixtyMegabytes(t *testing.T) {
	n := 0
	for _, s := range large {
		n += len(*s)
	}
	assert.Less(t, n, 60<<20)
}

func TestNoticeNamesEveryLargeFile(t *testing.T) {
	notice, err := Read("NOTICE")
	require.NoError(t, err)
	for name := range large {
		assert.Contains(t, string(notice), name)
	}
}
