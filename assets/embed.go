// Package assets embeds what Stet ships besides code: the lexicon, the trained
// models, icons, fonts, translations and sample stories. Every origin and
// licence stands in NOTICE.
package assets

import (
	"embed"
	"io/fs"
	"unsafe"
)

//go:embed NOTICE lexicon/*.txt icons fonts translations samples
var files embed.FS

// FS is all of it but the large files, by paths such as "samples/cup-final.txt".
func FS() fs.FS { return files }

// Read returns the bytes of one file, as "models/tagger.bin". They lie in
// read-only memory where they can: never write to them. The error satisfies
// errors.Is(err, fs.ErrNotExist) where there is no such file. It is safe for
// concurrent use.
func Read(name string) ([]byte, error) {
	if s := large[name]; s != nil {
		return unsafe.Slice(unsafe.StringData(*s), len(*s)), nil
	}
	return files.ReadFile(name)
}
