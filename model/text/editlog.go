package text

import "slices"

// keepEdits is how many changes a document can carry spans over. A check that
// is later than so many keystrokes is worth nothing anyway.
const keepEdits = 4096

// editLog remembers the last changes of a document, for spans that were made
// at an older version. Entry i led from version first+i to first+i+1.
type editLog struct {
	first   uint64
	entries [][]Edit
}

func (l *editLog) add(version uint64, edits []Edit) {
	if len(l.entries) == 2*keepEdits {
		l.entries = slices.Delete(l.entries, 0, keepEdits)
	}
	l.entries = append(l.entries, edits)
	l.first = version - uint64(len(l.entries))
}

// Remap carries s, made at version, to the present text. It answers false
// where any of the span's own text was changed since, and where version is too
// old or was never reached. Text inserted at either end stays outside.
func (d *Document) Remap(s Span, version uint64) (Span, bool) {
	if version == d.version {
		return s, true
	}
	if version > d.version || version < d.log.first {
		return Span{}, false
	}
	for _, edits := range d.log.entries[version-d.log.first:] {
		for _, e := range slices.Backward(edits) {
			var f fate
			if s, f = move(s, e, false, false); f != kept {
				return Span{}, false
			}
		}
	}
	return s, true
}
