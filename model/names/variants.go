package names

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// A form is one capitalised word as it is written, with the places where it
// stands.
type form struct {
	word   string
	key    string // small letters, no diacritics
	tokens []int  // in story order
	body   int    // how many of them stand in running copy
	outer  int    // how often it stands in what came with the copy: bylines, credits
	types  map[Type]int
	names  map[int]bool    // in Ledger.Names
	full   map[string]bool // what it stands with inside people's names: "benjamin _"
	beside map[string]bool // the capitalised words before and after it
	bare   bool            // stands alone as a person at least once
	weight standing
}

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

// gather collects the capitalised words of the copy, longer than three letters.
func (w *watcher) gather(outer []string) {
	index := map[string]int{}
	for pi := range w.d.Paras {
		p := &w.d.Paras[pi]
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			t := &w.d.Tokens[i]
			s := w.d.Str(i)
			if t.Kind != lang.Word || t.Shape == lang.ShapeLower || t.Shape == lang.ShapeNone || utf8.RuneCountInString(s) < 4 || strings.Contains(s, ".") {
				continue
			}
			if t.Shape == lang.ShapeUpper && !p.AllCaps && utf8.RuneCountInString(s) < 6 {
				continue // an acronym
			}
			if t.Shape == lang.ShapeUpper {
				s = capitalised(s)
			}
			n, ok := index[s]
			if !ok {
				n = len(w.forms)
				index[s] = n
				w.forms = append(w.forms, newForm(s))
				w.forms[n].weight = w.standing(&w.forms[n])
			}
			f := &w.forms[n]
			f.tokens = append(f.tokens, i)
			if !p.TitleCase && !p.AllCaps {
				f.body++
			}
			w.mention(f, i)
			w.neighbours(f, i, p.TitleCase || p.AllCaps)
		}
	}
	for _, line := range outer {
		w.outside(line, index)
	}
}

// outside counts the words of a line that came with the copy. Those in a row of
// capitals are the names of people, as far as a line can tell.
func (w *watcher) outside(line string, index map[string]int) {
	words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
	keys := make([]string, len(words))
	for i, s := range words {
		if r, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(r) {
			keys[i] = gazetteer.FoldKey(s)
		}
	}
	for i, s := range words {
		n, ok := index[s]
		inRow := i > 0 && keys[i-1] != "" || i+1 < len(keys) && keys[i+1] != ""
		if !ok && (keys[i] == "" || !inRow || utf8.RuneCountInString(s) < 4 || strings.ToUpper(s) == s) {
			continue
		}
		if !ok {
			n = len(w.forms)
			index[s] = n
			w.forms = append(w.forms, newForm(s))
			w.forms[n].weight = w.standing(&w.forms[n])
			w.forms[n].types[Person]++
		}
		f := &w.forms[n]
		f.outer++
		if i > 0 && len(keys[i-1]) > 2 {
			f.beside["<"+keys[i-1]] = true
		}
		if i+1 < len(keys) && len(keys[i+1]) > 2 {
			f.beside[">"+keys[i+1]] = true
		}
	}
}

func newForm(s string) form {
	return form{
		word: s, key: gazetteer.FoldKey(s), types: map[Type]int{}, names: map[int]bool{}, full: map[string]bool{}, beside: map[string]bool{},
	}
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(r) + strings.ToLower(s[n:])
}

// mention notes what name token i is part of.
func (w *watcher) mention(f *form, i int) {
	at := w.l.At(w.d.Tokens[i].Start)
	if at < 0 || w.l.Mentions[at].Type.Figure() {
		return
	}
	m := &w.l.Mentions[at]
	f.types[m.Type]++
	f.names[m.Name] = true
	if m.Tokens.End-m.Tokens.First == 1 {
		f.bare = f.bare || m.Type == Person
		return
	}
	keys := make([]string, 0, 4)
	for j := m.Tokens.First; j < m.Tokens.End; j++ {
		keys = append(keys, gazetteer.FoldKey(w.d.Str(j)))
	}
	f.full[frame(keys, i-m.Tokens.First)] = true
}

// neighbours notes the capitalised words that token i stands beside.
func (w *watcher) neighbours(f *form, i int, headline bool) {
	if headline {
		return
	}
	beside := func(j int, side string) {
		if j < 0 || j >= len(w.d.Tokens) {
			return
		}
		t := &w.d.Tokens[j]
		s := w.d.Str(j)
		if t.Kind != lang.Word || t.Shape == lang.ShapeLower || len(s) < 3 || titleWords[lower(w.d, j)] || titleBefores[lower(w.d, j)] || t.First && side == "<" {
			return
		}
		f.beside[side+gazetteer.FoldKey(s)] = true
	}
	beside(i-1, "<")
	if i+1 < len(w.d.Tokens) && w.d.Tokens[i+1].Space {
		beside(i+1, ">")
	}
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
	if len(slip.tokens) == 0 || slip.count() > 1 && slip.count() >= right.count() {
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

// given reports whether f stands first in a person's full name.
func (f *form) given() bool {
	for s := range f.full {
		if strings.HasPrefix(s, " _") && f.people() {
			return true
		}
	}
	return false
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

// straight returns w in small letters with straight apostrophes and hyphens.
func straight(w string) string {
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-").Replace(w))
}

func (f *form) count() int   { return len(f.tokens) + f.outer }
func (f *form) people() bool { return f.types[Person] > 0 }

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

// close reports whether two words in normal form are one slip apart, or two
// where they are long: a letter left out, put in, changed, or two swapped.
func close(a, b string) bool {
	if a == b {
		return true
	}
	if a[0] != b[0] {
		return false
	}
	long := min(len(a), len(b))
	limit := 1
	if long >= 9 {
		limit = 2
	}
	if d := len(a) - len(b); d > limit || -d > limit {
		return mac(a) == mac(b)
	}
	return slips(a, b, limit) <= limit || mac(a) == mac(b)
}

func mac(w string) string {
	if r, ok := strings.CutPrefix(w, "mac"); ok && len(r) > 3 {
		return "mc" + r
	}
	return w
}

// slips is the number of slips between a and b, or limit+1 for more (optimal
// string alignment).
func slips(a, b string, limit int) int {
	var rows [3][40]int
	if len(a) >= 40 || len(b) >= 40 {
		return limit + 1
	}
	before, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, before[j-2]+1)
			}
			cur[j] = v
			least = min(least, v)
		}
		if least > limit {
			return limit + 1
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}

var endings = set(`s es n an ian i ni ese ish ic ist ists ism er ers a o e y is as os al`)

// pairs are endings that stand for one another.
var pairs = set(`a/o o/a as/os a/os o/as y/ies a/an a/ian o/an a/e e/a a/i i/a o/i i/y y/i es/as ie/y y/ie ay/a e/i ia/y y/ia an/i`)

// inflected reports whether one word is the other with an ending: "Korea" and
// "Korean", "Tory" and "Tories".
func inflected(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return false
	}
	if tail, ok := strings.CutPrefix(b, a); ok && endings[tail] {
		return true
	}
	stem := 0
	for stem < len(a) && a[stem] == b[stem] {
		stem++
	}
	// One ending for another: "Filipino" and "Filipina".
	return stem >= 3 && pairs[a[stem:]+"/"+b[stem:]]
}

// nearMisses finds strangers that stand one slip from a name that the world
// knows: "Benjamin Netanyahou" where the story never has it right.
func (w *watcher) nearMisses(done map[int]bool) []Variant {
	var out []Variant
	for i := range w.forms {
		f := &w.forms[i]
		if f.weight != stranger || f.body == 0 || len(f.key) < 5 {
			continue
		}
		right, sure := w.knownLike(f)
		if right == "" {
			continue
		}
		for _, t := range f.tokens {
			if done[t] {
				continue
			}
			done[t] = true
			out = append(out, Variant{Span: w.d.Tokens[t].Span, Right: right, Name: -1, Known: true, Confidence: sure})
		}
	}
	return out
}

// alike reports whether f, which the story never gives more of, may be meant
// for the known word k by itself: a land, a large town, a surname.
func (f *form) alike(k *famousWord) bool {
	if len(f.full) > 0 || len(f.tokens) > 2 { // what comes back again and again is meant
		return false
	}
	switch k.class {
	case gazetteer.Country:
		return len(f.tokens) == 1 && f.types[Person] == 0
	case gazetteer.BigPlace, gazetteer.Region:
		return k.frame == "" && len(f.key) > 5 && f.types[Place] > 0
	case gazetteer.Person:
		return k.last && len(f.key) > 5 && (f.bare || len(f.key) > 7)
	}
	return false
}

// knownLike returns the word that a well-known name has where the story has f.
func (w *watcher) knownLike(f *form) (string, float64) {
	best, sure := "", 0.0
	famous := w.k.famous()[f.word[0]]
	for i := range famous {
		k := &famous[i]
		if d := len(k.key) - len(f.key); d > 2 || d < -2 || k.key == f.key {
			continue
		}
		whole := k.frame != "" && f.full[k.frame]
		if !whole && !f.alike(k) || !close(k.key, f.key) || inflected(k.key, f.key) {
			continue
		}
		switch {
		case whole:
			return k.word, 0.95
		case k.class == gazetteer.Country && sure < 0.7:
			best, sure = k.word, 0.7
		case sure < 0.6 && slips(k.key, f.key, 1) == 1:
			best, sure = k.word, 0.6
		}
	}
	return best, sure
}
