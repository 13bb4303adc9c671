package text

import "strings"

// Snapshot is the text of a document at one moment. It never changes and may
// be read from any goroutine.
type Snapshot struct {
	Version uint64
	Paras   []string // to be read only
}

// Snapshot returns the text as it is now. It copies nothing: the next edit
// does.
func (d *Document) Snapshot() Snapshot {
	d.shared = true
	return Snapshot{Version: d.version, Paras: d.paras[:len(d.paras):len(d.paras)]}
}

// String returns the whole text, a line feed between paragraphs.
func (s Snapshot) String() string { return strings.Join(s.Paras, "\n") }
