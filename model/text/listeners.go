package text

import "slices"

// listeners are functions to call, in the order in which they came.
type listeners[F any] struct{ list []*F }

// add takes f in; cancel takes it out again.
func (l *listeners[F]) add(f F) (cancel func()) {
	p := &f
	l.list = append(l.list, p)
	return func() { l.list = slices.DeleteFunc(slices.Clone(l.list), func(o *F) bool { return o == p }) }
}

func (l *listeners[F]) each(call func(F)) {
	for _, f := range l.list {
		call(*f)
	}
}
