package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withModels runs f with a table of its own.
func withModels(t *testing.T, ms ...model) {
	old := models
	models = ms
	t.Cleanup(func() { models = old })
}

func TestRunBuildsInOrder(t *testing.T) {
	var built []string
	mk := func(name string, order int) model {
		return model{name: name, order: order, build: func(*env) error {
			built = append(built, name)
			return nil
		}}
	}
	withModels(t, mk("late", 2), mk("early", 1), mk("other", 1))
	var log bytes.Buffer
	require.NoError(t, run([]string{"late", "--data", "d", "early"}, &log))
	assert.Equal(t, []string{"early", "late"}, built)
	built = nil
	require.NoError(t, run([]string{"--data", "d", "all"}, &log))
	assert.Equal(t, []string{"early", "other", "late"}, built)
}

func TestRunRefuses(t *testing.T) {
	withModels(t)
	t.Setenv("STET_DATA", "")
	var log bytes.Buffer
	assert.ErrorContains(t, run(nil, &log), "no model named")
	assert.ErrorContains(t, run([]string{"x", "--data", "d"}, &log), `no model is called "x"`)
	assert.ErrorContains(t, run([]string{"all"}, &log), "no data folder")
}

func TestWriteReplacesTheWholeFile(t *testing.T) {
	e := &env{assets: t.TempDir(), log: &bytes.Buffer{}}
	require.NoError(t, e.write("models/a.bin", []byte("one")))
	require.NoError(t, e.write("models/a.bin", []byte("two")))
	b, err := os.ReadFile(filepath.Join(e.assets, "models", "a.bin"))
	require.NoError(t, err)
	assert.Equal(t, "two", string(b))
}
