package model_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// layers says which packages of the project each part of it may import, itself
// and what lies below it apart. ARCHITECTURE.md draws the same.
var layers = map[string][]string{
	"assets":        {},
	"model/text":    {},
	forTests:        {},
	"model/diff":    {},
	"model/story":   {"model/text"},
	"model/flag":    {"model/text"},
	"model/wire":    {"model/story", "model/text"},
	"model/clean":   {"model/story", "model/text"},
	"model/lang":    {"assets", "model/story", "model/text", "model/flag"},
	"model/names":   {"model/lang"},
	"model/sources": {"model/names"},
	"model/facts":   {"model/names"},
	"model/rules":   {"model/sources", "model/facts"},
	"model/check":   {"model/rules"},
	"model/desk":    {"model/check", "model/clean"},
	"model/library": {"model/desk", "model/wire"},
	"model/publish": {"model/desk", "model/diff"},
	"ui":            {"model/library", "model/publish", "model/clean"},
	"cmd/stet":      {"ui"},
	// The headless tools never see a window or the database.
	"cmd/stet-check": {"model/check", "model/wire", "model/clean"},
	"cmd/stet-train": {"model/check"},
}

// forTests is the package that tests of every layer may import, and nothing
// else may.
const forTests = "model/measuring"

// outside are imports from other modules that only some parts may have.
var outside = map[string][]string{
	"fyne.io/":               {"ui", "cmd/stet"},
	"github.com/go-gl/":      {},
	"modernc.org/sqlite":     {"model/library"},
	"github.com/sahilm/":     {"ui"},
	"net/http":               {}, // Stet never goes out
	"C":                      {},
	"github.com/go-text/":    {"ui", "model/text"},
	"github.com/rivo/uniseg": {"ui", "model/text"},
}

func partOf(dir string) string {
	best := ""
	for p := range layers {
		if (dir == p || strings.HasPrefix(dir, p+"/")) && len(p) > len(best) {
			best = p
		}
	}
	return best
}

func may(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	return slices.ContainsFunc(layers[from], func(p string) bool { return may(p, to, seen) })
}

func TestImportsRunOneWay(t *testing.T) {
	root := ".."
	files := 0
	for _, top := range []string{"assets", "cmd", "model", "ui"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() && e.Name() == "testdata" {
				return fs.SkipDir
			}
			if !strings.HasSuffix(path, ".go") {
				return nil
			}
			files++
			rel, err := filepath.Rel(root, filepath.Dir(path))
			require.NoError(t, err)
			dir := filepath.ToSlash(rel)
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			require.NoError(t, err)
			from := partOf(dir)
			if from == "" && dir != "model" {
				assert.Fail(t, "no layer", "%s is in no layer; say in this test what it may import", dir)
			}
			assert.NotContains(t, []string{"util", "utils", "common", "helpers"}, f.Name.Name, path)
			for _, im := range f.Imports {
				name, err := strconv.Unquote(im.Path.Value)
				require.NoError(t, err)
				if own, ok := strings.CutPrefix(name, "stet/"); ok {
					to := partOf(own)
					if to == forTests && strings.HasSuffix(path, "_test.go") {
						continue
					}
					assert.True(t, may(from, to, map[string]bool{}), "%s must not import %s", path, name)
					continue
				}
				if strings.HasSuffix(path, "_test.go") {
					continue
				}
				for prefix, parts := range outside {
					if name == prefix || strings.HasSuffix(prefix, "/") && strings.HasPrefix(name, prefix) {
						assert.Contains(t, parts, from, "%s must not import %s", path, name)
					}
				}
			}
			return nil
		})
		require.NoError(t, err)
	}
	assert.Greater(t, files, 50)
}
