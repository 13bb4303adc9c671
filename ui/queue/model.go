// Package queue is the left pane: the list of stories with search, filters and
// sorting.
package queue

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/sahilm/fuzzy"

	"stet/model/desk"
	"stet/model/flag"
)

// Story is what the queue shows of a story. It is kept small: there may be
// 100,000 of them.
type Story struct {
	ID       string
	Headline string
	Source   string // agency or file
	Byline   string
	Slug     string
	When     time.Time // when it came in or was last versioned
	Counts   Counts
	Version  uint16 // how many versions there are; 1 is not shown
	Priority uint8  // 1 most urgent; 0 not given
	Status   desk.Status
	Checked  bool // the counts are known
}

// Counts are a story's flags, as many as the queue tells: see CountsOf.
type Counts struct {
	Open           [flag.NKinds]uint16
	Total, Settled uint16 // without open notes
}

// CountsOf is what the queue shows of a desk's counts.
func CountsOf(c desk.Counts) Counts {
	out := Counts{Total: small(c.Total), Settled: small(c.Settled)}
	for k, n := range c.Open {
		out.Open[k] = small(n)
	}
	return out
}

func small(n int) uint16 { return uint16(min(max(n, 0), math.MaxUint16)) }

// Order is how the queue is sorted.
type Order uint8

// The orders.
const (
	Newest Order = iota
	Oldest
	MostOpen
	MostUrgent
	ByHeadline
	NOrders int = iota
)

func (o Order) String() string {
	return [...]string{"Newest first", "Oldest first", "Most open flags first", "Most urgent first", "By headline"}[o]
}

// Filter is what the editor asks to see.
type Filter struct {
	Query  string
	Status int // -1: any; else a desk.Status
	Order  Order
}

// All is the filter that lets everything pass.
var All = Filter{Status: -1}

// key is the text that the search looks in.
func (s *Story) key() string {
	return s.Headline + " " + s.Slug + " " + s.Byline + " " + s.Source
}

// open is how many flags are open, notes left out.
func (s *Story) open() int { return int(s.Counts.Total) - int(s.Counts.Settled) }

// urgency is the priority with those last that have none.
func (s *Story) urgency() int {
	if s.Priority == 0 {
		return 10
	}
	return int(s.Priority)
}

// list is stories with their search keys; fuzzy.Source.
type list struct{ keys []string }

func (l list) Len() int            { return len(l.keys) }
func (l list) String(i int) string { return l.keys[i] }

// Select returns the indexes of the stories that pass, in the order asked for.
// A query that the search keys hold as it stands comes first, then fuzzy
// matches by their score. keys are the lower-case search keys of the stories.
// within, when not nil, holds the ids that a full-text search found.
func Select(all []Story, keys []string, f Filter, within map[string]bool) []int {
	out := make([]int, 0, len(all))
	pass := func(i int) bool {
		return (f.Status < 0 || int(all[i].Status) == f.Status) && (within == nil || within[all[i].ID])
	}
	q := strings.ToLower(strings.TrimSpace(f.Query))
	if q == "" || strings.HasPrefix(q, "/") {
		for i := range all {
			if pass(i) {
				out = append(out, i)
			}
		}
		order(all, out, f.Order)
		return out
	}
	var rest []int
	var words []string
	for i := range all {
		if !pass(i) {
			continue
		}
		if strings.Contains(keys[i], q) {
			out = append(out, i)
		} else {
			rest = append(rest, i)
			words = append(words, keys[i])
		}
	}
	order(all, out, f.Order)
	// Scattered letters are worth showing only where nothing better is there,
	// or where few stories match.
	if len(out) < 50 {
		matches := fuzzy.FindFrom(q, list{words})
		for _, m := range matches[:min(len(matches), 50)] {
			out = append(out, rest[m.Index])
		}
	}
	return out
}

func order(all []Story, idx []int, o Order) {
	slices.SortStableFunc(idx, func(a, b int) int {
		x, y := &all[a], &all[b]
		switch o {
		case Oldest:
			return x.When.Compare(y.When)
		case MostOpen:
			return cmp.Or(y.open()-x.open(), y.When.Compare(x.When))
		case MostUrgent:
			return cmp.Or(x.urgency()-y.urgency(), y.When.Compare(x.When))
		case ByHeadline:
			return cmp.Or(strings.Compare(strings.ToLower(x.Headline), strings.ToLower(y.Headline)), y.When.Compare(x.When))
		}
		return y.When.Compare(x.When)
	})
}
