// Package wire reads stories from whatever lands on the desk: wire formats,
// feeds, mail, word-processor files, web pages, flat text, and archives of any
// of them.
//
// There is one file a reader, and sniff.go picks the reader, by content first
// and by name second. Structured formats fill every field of story.Story that
// they carry. Flat text comes out as one paragraph a line with Story.Flat set;
// package clean tells its furniture from its copy.
//
// Nothing in this package opens a network connection or a file other than the
// one that it was asked for. What comes in is taken to be hostile: sizes,
// depths and the number of parts are bounded (see limits.go), entities of
// documents are never expanded, and a part that cannot be read does not take
// the others with it.
package wire

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stet/model/story"
)

// Error says which file could not be read, why, and what to do next. It is
// written for the editor who dropped the file.
type Error struct {
	Name    string // the file, or "archive.zip: member"
	Problem string // what is wrong with it
	Next    string // what to do about it
	Err     error  // the cause, or nil
}

func (e *Error) Error() string {
	return e.Name + ": " + e.Problem + "; " + e.Next
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrNoStory is the cause when a file is sound but holds no story, as a
// picture's metadata or a list of events does.
var ErrNoStory = errors.New("no story")

// document is one file on its way to stories; an attachment or the member of
// an archive is a document too.
type document struct {
	name   string
	data   []byte
	depth  int     // how many archives or messages it lies in
	unpack *int64  // bytes that may still be unpacked from archives, shared by all parts of one file
	head   string  // start of the text, decoded and with leading space cut, for sniffing
	format *format // the reader that was picked
}

// part makes a document of something that lies in d.
func (d *document) part(name string, data []byte) *document {
	return &document{name: d.name + ": " + name, data: data, depth: d.depth + 1, unpack: d.unpack}
}

func (d *document) fail(problem, next string, err error) error {
	return &Error{Name: d.name, Problem: problem, Next: next, Err: err}
}

func (d *document) noStory(holds string) error {
	return &Error{Name: d.name, Problem: holds, Next: "there is no story in it to review", Err: ErrNoStory}
}

// Read reads the stories in one file's bytes. The content decides which reader
// is used, and name only where the content does not say. A file of several
// stories, such as a feed or an archive, gives them in the file's order; when
// some of them can be read and others cannot, both stories and an error are
// returned. Every error names the file and the next step.
func Read(ctx context.Context, name string, data []byte) ([]*story.Story, error) {
	budget := int64(maxUnpacked)
	return read(ctx, &document{name: name, data: data, unpack: &budget})
}

func read(ctx context.Context, d *document) (stories []*story.Story, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(d.data) > maxFile {
		return nil, d.tooLarge(int64(len(d.data)))
	}
	if !looksZip(d) && bytes.Count(d.data, []byte("\n"))+bytes.Count(d.data, []byte("\r")) > 2*maxLines {
		return nil, d.fail(fmt.Sprintf("the file has more than %d lines", maxLines), "split it, or save the story's text on its own", nil)
	}
	if d.format, err = sniff(d); err != nil {
		return nil, err
	}
	stories, err = d.format.read(ctx, d)
	sum := sha256.Sum256(d.data)
	now := time.Now()
	kept := stories[:0]
	for _, s := range stories {
		tidy(s)
		if empty(s) {
			continue
		}
		if len(s.Body) == 0 {
			s.Repairs = append(s.Repairs, "the story came with a headline and no text")
		}
		if s.Headline == "" && !s.Flat {
			s.Repairs = append(s.Repairs, "the story came without a headline")
		}
		// A part of an archive or a message has said already where it came from.
		if s.Source.Name == "" {
			s.Source.Name = filepath.Base(d.name)
			if d.depth > 0 {
				s.Source.Name = d.name
			}
			s.Source.Format = d.format.name
			s.Source.SHA256 = hex.EncodeToString(sum[:])
			s.Source.Imported = now
		}
		kept = append(kept, s)
	}
	if len(kept) == 0 && err == nil {
		err = d.noStory("the " + d.format.label + " holds no text")
	}
	return kept, err
}

// ReadFile reads the stories in the file at path. It fills Source.Path, SHA256
// and Imported. Files above the size limit are refused unread.
func ReadFile(ctx context.Context, path string) ([]*story.Story, error) {
	d := &document{name: path}
	f, err := os.Open(path)
	if err != nil {
		return nil, d.fail(plainCause(err), "check that the file is still there and may be read", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, d.fail(plainCause(err), "check that the file is still there and may be read", err)
	}
	if !info.Mode().IsRegular() {
		return nil, d.fail("this is not a file", "drop files or folders of files", nil)
	}
	if info.Size() > maxFile {
		return nil, d.tooLarge(info.Size())
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, d.fail(plainCause(err), "check the disk and try again", err)
	}
	stories, err := Read(ctx, path, data)
	for _, s := range stories {
		s.Source.Path = path
		if base := filepath.Base(path); strings.HasPrefix(s.Source.Name, path) {
			s.Source.Name = base + strings.TrimPrefix(s.Source.Name, path)
		}
	}
	return stories, err
}

// plainCause is the cause of a file error without the operation and the path.
func plainCause(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

func (d *document) tooLarge(size int64) error {
	return d.fail(fmt.Sprintf("the file has %d MB and stories are read up to %d MB", size>>20, maxFile>>20),
		"split it, or save the story's text on its own", nil)
}
