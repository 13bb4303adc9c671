package names

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// standing says how well the world vouches for a word.
type standing uint8

const (
	stranger standing = iota // nowhere
	rare                     // a rare name, a small place, a word of the dictionary
	settled                  // a common name, a large place, a common word
)

// variants finds words that look like slips in names: one that stands close to
// another word of the story, or to a name that the world knows, and that the
// world does not know itself.
func variants(ctx context.Context, k *knowledge, d *lang.Doc, l *Ledger, outer []string, o Options) []Variant {
	if k.gaz == nil || k.lexicon == nil {
		return nil
	}
	w := &watcher{k: k, d: d, l: l, o: o, known: knownWords(o)}
	w.gather(outer)
	var out []Variant
	done := map[int]bool{} // tokens
	best := make([]struct {
		right *form
		sure  float64
		slips int
	}, len(w.forms))
	for i := range w.forms {
		if ctx.Err() != nil {
			return nil
		}
		for j := i + 1; j < len(w.forms); j++ {
			slip, right, sure := w.judge(&w.forms[i], &w.forms[j])
			if slip == nil {
				continue
			}
			b := &best[i]
			if slip == &w.forms[j] {
				b = &best[j]
			}
			n := slips(slip.key, right.key, 3)
			if b.right == nil || sure > b.sure || sure == b.sure && (n < b.slips || n == b.slips && right.count() > b.right.count()) {
				b.right, b.sure, b.slips = right, sure, n
			}
		}
	}
	for i, b := range best {
		if b.right == nil {
			continue
		}
		for _, t := range w.forms[i].tokens {
			done[t] = true
			out = append(out, w.variant(t, b.right, b.sure))
		}
	}
	out = append(out, w.nearMisses(done)...)
	slices.SortFunc(out, func(a, b Variant) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// watcher compares the capitalised words of a story.
type watcher struct {
	k     *knowledge
	d     *lang.Doc
	l     *Ledger
	o     Options
	known map[string]bool
	forms []form
}

// knownWords returns the words of the names that the editor knows.
func knownWords(o Options) map[string]bool {
	m := map[string]bool{}
	for n, ok := range o.Known {
		if !ok {
			continue
		}
		for w := range strings.FieldsSeq(n) {
			m[w] = true
		}
	}
	return m
}

// standing looks a word up.
func (w *watcher) standing(f *form) standing {
	if w.known[f.word] {
		return settled
	}
	c := w.k.class(f.word)
	if c&(gazetteer.First|gazetteer.Last|gazetteer.Country|gazetteer.Region|gazetteer.BigPlace|gazetteer.People|gazetteer.Org|gazetteer.Word) != 0 {
		return settled
	}
	e, ok := w.k.lexicon.Lookup(lang.Fold(f.word))
	if !ok {
		e, ok = w.k.lexicon.Lookup(f.key)
	}
	switch {
	case ok && e.Is(lang.WordLower) && e.Size <= 60, ok && e.Is(lang.WordProper) && e.Freq >= 75:
		return settled
	case c != 0, ok && e.Is(lang.WordKnown):
		return rare
	}
	return stranger
}

// judge tells whether one of two words is a slip for the other, and how surely.
func (w *watcher) judge(a, b *form) (slip, right *form, sure float64) {
	if !close(a.key, b.key) || inflected(a.key, b.key) {
		return nil, nil, 0
	}
	if w.o.Split[a.word] || w.o.Split[b.word] {
		return nil, nil, 0
	}
	if w.known[a.word] && w.known[b.word] {
		return nil, nil, 0
	}
	if a.key == b.key {
		return w.accents(a, b)
	}
	// The better one: known to the world, then more frequent, then in a full name.
	slip, right = a, b
	if a.weight > b.weight || a.weight == b.weight && (a.count() > b.count() || a.count() == b.count() && len(a.full) >= len(b.full)) {
		slip, right = b, a
	}
	if len(slip.tokens) == 0 && slip.weight == right.weight && right.count() == 1 {
		slip, right = right, slip // what came with the copy cannot be put right here
	}
	if w.known[slip.word] || len(slip.tokens) == 0 || slip.count() > 1 && slip.count() >= right.count() {
		return nil, nil, 0
	}
	if sharesFrame(slip, right) {
		switch {
		case slip.weight < settled:
			return slip, right, 0.95
		case w.famous(right) && !w.famous(slip) && right.count() > slip.count():
			return slip, right, 0.9
		case w.givenNames(slip, right): // two given names before one surname: kin
			return nil, nil, 0
		case right.count() > slip.count():
			return slip, right, 0.8
		}
		return nil, nil, 0
	}
	if len(slip.full) > 0 && len(right.full) > 0 && slip.people() && right.people() {
		// Two people introduced in full, unless the slip is in a given name.
		if slip.weight == stranger && right.weight == settled && slip.given() && right.given() && slip.count() == 1 {
			return slip, right, 0.6
		}
		return nil, nil, 0
	}
	if len(right.types) == 0 && w.plain(right) {
		return nil, nil, 0 // a common word at the start of a sentence
	}
	same := sameType(slip, right)
	once := slip.count() == 1
	switch {
	case slip.weight == stranger && right.weight == settled && once:
		return slip, right, 0.9
	case slip.weight == stranger && right.count() > slip.count() && (same || once || right.count() > 2*slip.count()):
		return slip, right, 0.85
	case slip.weight == stranger && once && same && len(right.key) > 5:
		return slip, right, 0.7
	case slip.body == 0, slip.people() && len(slip.full) > 0 && !right.people():
		return nil, nil, 0
	case slip.weight == rare && once && right.weight == settled && (same || right.count() > 1):
		return slip, right, 0.65
	case slip.weight == rare && once && right.count() > 1 && same:
		return slip, right, 0.65
	case slip.weight == settled && once && slip.bare && len(slip.full) == 0 && right.people() && len(right.full) > 0 && right.count() > 2 && w.surnames(slip, right):
		return slip, right, 0.6
	}
	return nil, nil, 0
}

// plain reports whether a dictionary has f in small letters.
func (w *watcher) plain(f *form) bool {
	e, ok := w.k.lexicon.Lookup(lang.Fold(f.word))
	return ok && e.Is(lang.WordLower)
}

// surnames reports whether both words are surnames, and neither is a place or a
// word.
func (w *watcher) surnames(a, b *form) bool {
	const others = gazetteer.Country | gazetteer.Region | gazetteer.BigPlace | gazetteer.People | gazetteer.Org | gazetteer.Word | gazetteer.First
	x, y := w.k.class(a.word), w.k.class(b.word)
	return x&gazetteer.Last != 0 && x&others == 0 && y&others == 0
}

// famous reports whether f stands in a full name that the gazetteers hold.
func (w *watcher) famous(f *form) bool {
	for s := range f.full {
		words := strings.Replace(strings.TrimPrefix(s, " "), "_", f.key, 1)
		if w.k.class(words)&gazetteer.Person != 0 {
			return true
		}
	}
	return false
}

// accents tells of a word written with and without its diacritics.
func (w *watcher) accents(a, b *form) (slip, right *form, sure float64) {
	if straight(a.word) == straight(b.word) {
		return nil, nil, 0
	}
	if a.count() < b.count() || a.count() == b.count() && len(b.tokens) > 0 && (len(a.tokens) == 0 || a.tokens[0] > b.tokens[0]) {
		a, b = b, a
	}
	if w.known[b.word] && !w.known[a.word] {
		a, b = b, a
	}
	if len(b.tokens) == 0 {
		return nil, nil, 0
	}
	return b, a, 0.5
}

// sharesFrame reports whether two words stand in the same place of the same
// longer name: "Benjamin _".
func sharesFrame(a, b *form) bool {
	for f := range a.full {
		if b.full[f] {
			return true
		}
	}
	for n := range a.beside {
		if b.beside[n] {
			return true
		}
	}
	for f := range a.full { // one given name: "Ann _", "Ann B _"
		first, _, ok := strings.Cut(strings.TrimPrefix(f, " "), " ")
		if !ok || first == "_" || len(first) < 3 {
			continue
		}
		for g := range b.full {
			if strings.HasPrefix(g, " "+first+" ") {
				return true
			}
		}
	}
	return false
}

// givenNames reports whether both words are given names.
func (w *watcher) givenNames(a, b *form) bool {
	const first = gazetteer.First | gazetteer.FirstRare
	for f := range a.full {
		if b.full[f] && strings.HasPrefix(f, " _") {
			return w.k.class(a.word)&first != 0 && w.k.class(b.word)&first != 0
		}
	}
	return false
}

func sameType(a, b *form) bool {
	if len(a.types) == 0 || len(b.types) == 0 {
		return len(a.types) == 0 && len(b.types) > 0
	}
	for t := range a.types {
		if b.types[t] > 0 {
			return true
		}
	}
	return false
}

// variant describes token t as a slip for right.
func (w *watcher) variant(t int, right *form, sure float64) Variant {
	v := Variant{
		Span: w.d.Tokens[t].Span, Right: right.word, Name: -1, Known: right.weight == settled, Times: right.count(), Confidence: sure,
	}
	if len(right.tokens) > 0 {
		v.Elsewhere = w.d.Tokens[right.tokens[0]].Span
	}
	if w.d.Tokens[t].Shape == lang.ShapeUpper {
		v.Right = strings.ToUpper(v.Right)
	}
	for n := range right.names {
		if v.Name < 0 || n < v.Name {
			v.Name = n
		}
	}
	return v
}
