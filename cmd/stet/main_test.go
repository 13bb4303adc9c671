package main

import (
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCommandLine(t *testing.T) {
	t.Setenv("STET_LIBRARY", "/srv/desk")
	o, err := parse([]string{"--theme", "dark", "a.txt", "b"})
	require.NoError(t, err)
	assert.Equal(t, "/srv/desk", o.library)
	assert.Equal(t, "dark", o.theme)
	assert.Equal(t, []string{"a.txt", "b"}, o.files)
	o, err = parse([]string{"--library", "here.db"})
	require.NoError(t, err)
	assert.Equal(t, "here.db", o.library)
	_, err = parse([]string{"--theme", "pink"})
	assert.ErrorContains(t, err, "light or dark")
	assert.Equal(t, 2, run([]string{"--no-such-flag"}))
	assert.Equal(t, 2, run([]string{"--screenshot", filepath.Join(t.TempDir(), "x.png"), "--size", "huge"}))
	assert.Equal(t, 0, run([]string{"--version"}))
}

func TestLibraryPath(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"))
	for given, want := range map[string]string{
		"":                               filepath.Join(dir, "data", "stet", "library.db"),
		dir:                              filepath.Join(dir, "library.db"),
		filepath.Join(dir, "new"):        filepath.Join(dir, "new", "library.db"),
		filepath.Join(dir, "mine.db"):    filepath.Join(dir, "mine.db"),
		filepath.Join(dir, "x", "my.db"): filepath.Join(dir, "x", "my.db"),
	} {
		got, err := libraryPath(given)
		require.NoError(t, err)
		assert.Equal(t, want, got, given)
	}
}

func TestScreenshotNeedsNoDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	dir := t.TempDir()
	story := filepath.Join(dir, "storm.txt")
	require.NoError(t, os.WriteFile(story, []byte("Storm closes ports\n\nThe northern ports were closed on Monday by a storm that came in from the west.\n"), 0o600))
	out := filepath.Join(dir, "shot.png")
	require.Equal(t, 0, run([]string{"--screenshot", out, "--size", "800x600", "--theme", "dark", story}))
	f, err := os.Open(out)
	require.NoError(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	assert.Equal(t, 800, img.Bounds().Dx())
	assert.Equal(t, 600, img.Bounds().Dy())
}

// TestFyneFindsALocale runs this test's program anew, since Fyne reads the
// locale before any test can.
func TestFyneFindsALocale(t *testing.T) {
	for _, lang := range []string{"", "C", "C.UTF-8", "en_GB.UTF-8"} {
		c := exec.Command(os.Args[0], "-test.run", "TestCommandLine")
		c.Env = append(os.Environ(), "LC_ALL=", "LC_MESSAGES=", "LANGUAGE=", "LANG="+lang)
		out, err := c.CombinedOutput()
		require.NoError(t, err)
		assert.NotContains(t, string(out), "locale", "with LANG=%s", lang)
	}
}
