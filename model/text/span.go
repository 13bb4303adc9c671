package text

// Span is the half-open range [Start, End) of bytes in a text. A span with
// Start == End is a place between two characters.
type Span struct{ Start, End int }

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the part of t that s covers.
func (s Span) In(t string) string { return t[s.Start:s.End] }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Covers reports whether o lies wholly inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Contains reports whether the byte at offset is in s.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Union returns the smallest span that covers both s and o.
func (s Span) Union(o Span) Span { return Span{min(s.Start, o.Start), max(s.End, o.End)} }

// Edit replaces the bytes of a text in Span by Text. An insertion has an empty
// span, a deletion an empty text.
type Edit struct {
	Span
	Text string
}

// Apply returns t with e made in it.
func (e Edit) Apply(t string) string { return t[:e.Start] + e.Text + t[e.End:] }
