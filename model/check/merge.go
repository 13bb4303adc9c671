package check

import (
	"cmp"
	"slices"

	"stet/model/flag"
	"stet/model/text"
)

// merge leaves one flag a fault: of typo flags that touch, the surest stands,
// or the narrower of two equally sure ones; a style flag on words that are a
// typo goes; and of a span a rule speaks once, and two rules that offer the same
// words speak as one. The result is sorted by
// place.
func merge(flags []flag.Flag) []flag.Flag {
	slices.SortStableFunc(flags, func(a, b flag.Flag) int {
		return cmp.Or(
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(a.Span.Len(), b.Span.Len()),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Rule, b.Rule))
	})
	kept := flags[:0]
	for _, f := range flags {
		if !slices.ContainsFunc(kept, func(k flag.Flag) bool { return settles(&k, &f) }) {
			kept = append(kept, f)
		}
	}
	slices.SortStableFunc(kept, func(a, b flag.Flag) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule, b.Rule))
	})
	return kept
}

// settles reports whether f says nothing that k does not say.
func settles(k, f *flag.Flag) bool {
	switch {
	case k.Span == f.Span && (k.Rule == f.Rule || sameFix(k, f)):
		return true
	case k.Kind == flag.Typo && (f.Kind == flag.Typo || f.Kind == flag.Style):
		return touch(k.Span, f.Span)
	}
	return false
}

// sameFix reports whether two flags would put the same words there: two rules
// that found one fault.
func sameFix(a, b *flag.Flag) bool {
	return len(a.Fixes) > 0 && len(b.Fixes) > 0 && a.Fixes[0].Text == b.Fixes[0].Text
}

// touch reports whether two spans share a byte, or one is a place inside or at
// the edge of the other.
func touch(a, b text.Span) bool {
	if a.Empty() || b.Empty() {
		return a.Start <= b.End && b.Start <= a.End
	}
	return a.Overlaps(b)
}
