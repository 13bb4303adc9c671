// Package assets embeds what Stet ships besides code: the lexicon, the trained
// models, icons, fonts, translations and sample stories. Every origin and
// licence stands in NOTICE.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed NOTICE all:lexicon all:models all:icons all:fonts all:translations all:samples
var files embed.FS

// FS is all of it, by paths such as "samples/storm.txt".
func FS() fs.FS { return files }

// Read returns the bytes of one file, as "models/tagger.bin". They may lie in
// read-only memory: never write to them. The error satisfies
// errors.Is(err, fs.ErrNotExist) where this build came without the file.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
