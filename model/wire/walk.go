package wire

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Skipped is a file that Walk left out, with the reason in plain words.
type Skipped struct {
	Path   string
	Reason string
}

// Hidden is the reason for hidden files and folders, which nobody need be told
// of.
const Hidden = "hidden"

// Walk expands files and folders into the paths of files that can be read, in
// lexical order within each folder. Hidden files and folders are left out, and
// so are files above the size limit, and anything that is not a regular file;
// each is reported with the reason. Links to folders are not followed. The
// error is that of ctx.
func Walk(ctx context.Context, paths ...string) (files []string, skipped []Skipped, err error) {
	skip := func(path, reason string) { skipped = append(skipped, Skipped{path, reason}) }
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil {
				skip(path, plainCause(err))
				return nil
			}
			name := e.Name()
			if path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")) {
				skip(path, Hidden)
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if e.IsDir() {
				if name == "__MACOSX" {
					return fs.SkipDir
				}
				return nil
			}
			info, err := os.Stat(path)
			switch {
			case err != nil:
				skip(path, plainCause(err))
			case !info.Mode().IsRegular():
				skip(path, "not a regular file")
			case info.Size() > maxFile:
				skip(path, fmt.Sprintf("too large: %d MB, and stories are read up to %d MB", info.Size()>>20, maxFile>>20))
			case info.Size() == 0:
				skip(path, "empty")
			default:
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return files, skipped, err
		}
	}
	return files, skipped, nil
}
