// Package library keeps stories, their versions, their original bytes and the
// decisions made on them.
//
// Library is what a window needs; SQLite is the one that lies in a file on the
// editor's machine. Another, shared by a desk of many editors, can stand in its
// place.
package library

import (
	"context"
	"errors"
	"time"

	"stet/model/desk"
	"stet/model/story"
)

// ID names a story in its library. IDs are never used twice.
type ID int64

// ErrNotFound is the cause when a library holds no story of that ID.
var ErrNotFound = errors.New("no such story in the library")

// Library keeps stories. All methods are safe for concurrent use. Errors say
// what could not be done and name the library.
type Library interface {
	// Add keeps a story that has been read and cleaned, with the bytes it came
	// from. A story that is there already, byte for byte, is not kept twice. A
	// new version of a story that is there joins it: the story keeps its ID and
	// its decisions, and starts from the new text.
	Add(ctx context.Context, s *story.Story, original []byte) (Added, error)

	// List returns all rows, newest first.
	List(ctx context.Context) ([]Row, error)

	// Recent returns the n rows that were added last, newest first: what a
	// window shows while List is still reading.
	Recent(ctx context.Context, n int) ([]Row, error)

	// Row returns one row.
	Row(ctx context.Context, id ID) (Row, error)

	// Open returns what is kept of a story's review.
	Open(ctx context.Context, id ID) (*desk.State, error)

	// Save keeps a story's review. It is on the disk when Save returns.
	Save(ctx context.Context, id ID, s *desk.State) error

	// Versions returns the versions of a story, oldest first.
	Versions(ctx context.Context, id ID) ([]Version, error)

	// Original returns the bytes that a version came from, 0 being the newest.
	Original(ctx context.Context, id ID, version int) ([]byte, error)

	// Search returns the stories whose text holds all words of query, best
	// first.
	Search(ctx context.Context, query string, limit int) ([]ID, error)

	// Delete takes a story out, with all that is kept of it.
	Delete(ctx context.Context, id ID) error

	// Values returns what is known of a topic ("word", "name", "muted", …), and
	// SetValue adds to it or, with an empty value, takes away.
	Values(ctx context.Context, topic string) (map[string]string, error)
	SetValue(ctx context.Context, topic, key, value string) error

	Close() error
}

// Topics of Values.
const (
	TopicWord   = "word"   // the editor's dictionary
	TopicName   = "name"   // names that the editor knows for right
	TopicMuted  = "muted"  // rules that are off
	TopicPack   = "pack"   // style packs that are on or off: "on", "off"
	TopicWindow = "window" // where the window was
)

// Relation is how an added story stands to what was there.
type Relation uint8

// The relations.
const (
	Fresh   Relation = iota // not seen before
	Same                    // there already, byte for byte
	Updated                 // a new version of a story that was there
)

// Added is what became of an added story.
type Added struct {
	ID       ID
	Relation Relation
	Version  int // number of the version, from 1
}

// Row is what the queue shows of a story.
type Row struct {
	ID        ID
	Headline  string
	Source    string // agency or file
	Slug      string
	Byline    string
	Priority  int
	Imported  time.Time
	Versioned time.Time // of the copy itself; zero when not known
	Versions  int
	Status    desk.Status
	Checked   bool // Counts are known
	Counts    desk.Counts
}

// Version is one version of a story as it arrived.
type Version struct {
	Number   int
	Imported time.Time
	Story    *story.Story // as cleaned on arrival
	SHA256   string
}

// DamagedError says that a library could not be used and was set aside.
type DamagedError struct {
	Path  string // of the library
	Aside string // where the damaged file lies now
	Err   error
}

func (e *DamagedError) Error() string {
	return "the library " + e.Path + " is damaged (" + e.Err.Error() + "). It was set aside as " + e.Aside +
		" and a new one was begun; nothing was deleted. `sqlite3 \"" + e.Aside + "\" .recover` can bring stories back"
}

// Unwrap returns the cause.
func (e *DamagedError) Unwrap() error { return e.Err }
