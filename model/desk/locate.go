package desk

import (
	"stet/model/story"
	"stet/model/text"
)

// Locate carries a span of the copy that was checked from in into the part
// that it lies in, as that part is now. It answers false when the words there
// have changed since.
func (r *Review) Locate(in Input, c *story.Copy, s text.Span) (Part, text.Span, bool) {
	p, s, ok := in.locate(c, s)
	if !ok {
		return 0, text.Span{}, false
	}
	s, ok = r.docs[p].Remap(s, in.versions[p])
	return p, s, ok
}
