package names

import "maps"

// And returns what o and p say together. Neither is changed.
func (o Options) And(p Options) Options {
	switch {
	case len(p.Known) == 0:
		return o
	case len(o.Known) == 0:
		o.Known = p.Known
		return o
	}
	known := maps.Clone(o.Known)
	maps.Copy(known, p.Known)
	o.Known = known
	return o
}
