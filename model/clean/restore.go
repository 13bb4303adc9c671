package clean

import (
	"slices"

	"stet/model/story"
)

// Restore puts piece i of the furniture of s back into the body, where it
// stood, and returns its index there. It returns -1 when there is no such
// piece.
func Restore(s *story.Story, i int) int {
	if i < 0 || i >= len(s.Furniture) {
		return -1
	}
	f := s.Furniture[i]
	at := min(max(f.Before, 0), len(s.Body))
	s.Furniture = slices.Delete(s.Furniture, i, i+1)
	s.Body = slices.Insert(s.Body, at, story.Paragraph{Text: f.Text})
	for k := range s.Furniture {
		// Pieces that stood before the same paragraph keep their order.
		if g := &s.Furniture[k]; g.Before > at || g.Before == at && k >= i {
			g.Before++
		}
	}
	return at
}

// Remove makes furniture of paragraph para of the body, for the given reason,
// and returns its index in s.Furniture. It returns -1 when there is no such
// paragraph.
func Remove(s *story.Story, para int, reason story.Reason) int {
	if para < 0 || para >= len(s.Body) {
		return -1
	}
	f := story.Furniture{Text: s.Body[para].Text, Reason: reason, Confidence: 1, Before: para}
	s.Body = slices.Delete(s.Body, para, para+1)
	at := 0
	for at < len(s.Furniture) && s.Furniture[at].Before <= para {
		at++
	}
	if at > 0 {
		f.Line = s.Furniture[at-1].Line
	}
	for k := at; k < len(s.Furniture); k++ {
		s.Furniture[k].Before--
	}
	s.Furniture = slices.Insert(s.Furniture, at, f)
	return at
}
