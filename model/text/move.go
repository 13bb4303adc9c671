package text

// fate says what an edit did to a span.
type fate uint8

const (
	kept    fate = iota // moved at most
	touched             // some of its text was changed
	deleted             // all of its text was
)

// move carries s over e. Text inserted exactly at an end goes inside where
// that end asks for it. Text that replaces a part of the span goes inside, text
// that replaces an end and what lies beyond it stays out. A span whose text is
// deleted whole, even where other text takes its place, collapses to the place
// where it was. A place has no text to lose.
func move(s Span, e Edit, startIn, endIn bool) (Span, fate) {
	grow := len(e.Text) - e.Len()
	insertion := e.Start == e.End
	if s.Start == s.End { // a place
		switch {
		case insertion && e.Start == s.Start:
			if startIn || endIn {
				return Span{s.Start, s.End + grow}, touched
			}
			return s, kept
		case e.End <= s.Start:
			return s.Shift(grow), kept
		case e.Start >= s.Start:
			return s, kept
		default:
			return Span{e.Start, e.Start}, touched
		}
	}
	switch {
	case insertion && e.Start == s.Start && startIn, insertion && e.Start == s.End && endIn:
		return Span{s.Start, s.End + grow}, touched
	case e.End <= s.Start:
		return s.Shift(grow), kept
	case e.Start >= s.End:
		return s, kept
	case e.Covers(s):
		return Span{e.Start, e.Start}, deleted
	case s.Covers(e.Span):
		return Span{s.Start, s.End + grow}, touched
	case e.Start < s.Start:
		return Span{e.Start + len(e.Text), s.End + grow}, touched
	default:
		return Span{s.Start, e.Start}, touched
	}
}
