package names

import "maps"

// Options is what the editor knows about names. It is kept outside the ledger:
// to tick a name as right, merge two or split one is to change the options and
// read the story again. The maps must not be changed while a Read runs.
type Options struct {
	Known  map[string]bool   // right by the editor's word; as written
	Merged map[string]string // a spelling, and the name that it belongs to
	Split  map[string]bool   // spellings that stand for a name of their own
}

// And returns what o and p say together; p wins where they differ. Neither is
// changed.
func (o Options) And(p Options) Options {
	return Options{Known: union(o.Known, p.Known), Merged: union(o.Merged, p.Merged), Split: union(o.Split, p.Split)}
}

func union[V any](a, b map[string]V) map[string]V {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	c := maps.Clone(a)
	maps.Copy(c, b)
	return c
}

// Tick returns o with spelling known as right.
func (o Options) Tick(spelling string) Options {
	o.Known = union(o.Known, map[string]bool{spelling: true})
	return o
}

// Merge returns o with spelling counted to the name that is written so.
func (o Options) Merge(spelling, name string) Options {
	o.Merged = union(o.Merged, map[string]string{spelling: name})
	if o.Split[spelling] {
		o.Split = maps.Clone(o.Split)
		delete(o.Split, spelling)
	}
	return o
}

// Apart returns o with spelling counted as a name of its own.
func (o Options) Apart(spelling string) Options {
	o.Split = union(o.Split, map[string]bool{spelling: true})
	if _, ok := o.Merged[spelling]; ok {
		o.Merged = maps.Clone(o.Merged)
		delete(o.Merged, spelling)
	}
	return o
}
