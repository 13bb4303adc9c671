package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// A word is what is known of a string of letters wherever it stands.
type word struct {
	low     uint32 // hash of its small letters, digits made one
	exact   uint32 // hash as it stands
	shape   uint32 // hash of its pattern of cases, "Xx-x"
	prefix  [3]uint32
	suffix  [4]uint32
	class   uint16 // distributional class
	family  uint16 // of classes
	gaz     gazetteer.Class
	flags   wordFlag
	capital bool // begins with a capital, or holds one
	letters bool
	seen    seen // what the story shows of it
}

// seen is what the story shows of a word anywhere: evidence that one place
// lends to another.
type seen struct {
	mid, start, small int32  // with a capital inside or at the start of a sentence; written small
	bits              uint32 // see the constants
	runLen            uint8  // of the longest run of capitals that holds it
	runFirst, runLast *word  // of that run
	runPos            uint8  // where it stands there: first, inner, last
	acronym           *word  // last word of the name that it is the initials of
}

const (
	afterTitle   uint32 = 1 << iota
	afterGiven          // after a given name, in one run
	beforeSaid          // "Smith said"
	afterSaid           // "said Smith"
	afterPlaceIn        // "in X"
	afterThe
	beforeOrgEnd // in one run with "Ministry", "Inc" behind
	beforeComma  // "X, Y" of two runs
	beforeOwn    // "X's"
	afterJob     // "leader X"
	ageFollows   // "X, 54,"
	inParens     // "(X)"
)

// An extractor turns a document into features, token by token.
type extractor struct {
	d     *lang.Doc
	m     *model
	gaz   *gazetteer.Table
	words map[string]*word
	at    []*word  // by token
	phr   []phrase // by token: the gazetteer's phrases of two words and more
	run   []run    // by token: the run of capitals that it stands in
	none  word
	buf   []uint32
}

type phrase struct {
	class gazetteer.Class
	pos   uint8 // 0 none, 1 first, 2 inner, 3 last
}

// run is a row of capitalised words, [first, end).
type run struct{ first, end int32 }

func newExtractor(d *lang.Doc, m *model, gaz *gazetteer.Table) *extractor {
	x := &extractor{d: d, m: m, gaz: gaz, words: make(map[string]*word, len(d.Tokens)/2+8)}
	x.none = word{low: 1, exact: 1, shape: 1}
	x.at = make([]*word, len(d.Tokens))
	x.phr = make([]phrase, len(d.Tokens))
	x.run = make([]run, len(d.Tokens))
	for i := range d.Tokens {
		x.at[i] = x.word(d.Str(i))
	}
	x.phrases()
	for _, s := range d.Sents {
		x.runs(s)
	}
	x.evidence()
	return x
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func (x *extractor) word(s string) *word {
	if w := x.words[s]; w != nil {
		return w
	}
	w := &word{}
	x.words[s] = w
	low := strings.ToLower(gazetteer.Fold(s))
	w.flags = listed[strings.TrimSuffix(low, ".")]
	w.exact = hash(s)
	digits := false
	for i := 0; i < len(low); i++ {
		if low[i] >= '0' && low[i] <= '9' {
			digits = true
			break
		}
	}
	if digits {
		low = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return '0'
			}
			return r
		}, low)
	}
	w.low = hash(low)
	for n := range w.prefix {
		w.prefix[n] = hash(low[:min(len(low), n+2)])
	}
	for n := range w.suffix {
		w.suffix[n] = hash(low[max(0, len(low)-n-1):])
	}
	var pat [12]byte
	p := 0
	for _, r := range s {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c, w.capital, w.letters = 'X', true, true
		case unicode.IsLetter(r):
			c, w.letters = 'x', true
		case unicode.IsDigit(r):
			c = '0'
		case r == '.':
			c = '.'
		case r == '\'' || r == '’':
			c = '\''
		}
		if p > 1 && pat[p-1] == c && pat[p-2] == c {
			continue
		}
		if p < len(pat) {
			pat[p] = c
			p++
		}
	}
	w.shape = hash(string(pat[:p]))
	if w.letters {
		if w.class = x.m.class(w.low); w.class != 0 {
			w.family = x.m.family(w.class)
		}
		if x.gaz != nil {
			key := gazetteer.Key(s)
			w.gaz = x.gaz.Lookup(gazetteer.Extend(gazetteer.Seed, key)).Class()
			if w.gaz == 0 && utf8.RuneCountInString(s) > 1 {
				w.gaz = x.gaz.Lookup(gazetteer.Extend(gazetteer.Seed, gazetteer.FoldKey(s))).Class() &^ gazetteer.Org
			}
		}
	}
	return w
}

// phrases marks the longest phrases of the gazetteer, two words and more, that
// begin with a capital.
func (x *extractor) phrases() {
	if x.gaz == nil {
		return
	}
	keys := make(map[*word]string, len(x.words))
	for s, w := range x.words {
		keys[w] = gazetteer.Key(s)
	}
	for i := 0; i < len(x.at); i++ {
		w := x.at[i]
		if !w.letters || !w.capital {
			continue
		}
		h := gazetteer.Extend(gazetteer.Seed, keys[w])
		e := x.gaz.Lookup(h)
		end, class := 0, gazetteer.Class(0)
		for j := i + 1; e.More() && j < len(x.at) && j < i+7; j++ {
			h = gazetteer.Extend(h, keys[x.at[j]])
			e = x.gaz.Lookup(h)
			if c := e.Class(); c != 0 && (x.at[j].capital || !x.at[j].letters || x.at[j].flags&linker != 0) {
				end, class = j+1, c
			}
		}
		if end == 0 {
			continue
		}
		for j := i; j < end; j++ {
			x.phr[j] = phrase{class, 2}
		}
		x.phr[i].pos, x.phr[end-1].pos = 1, 3
		i = end - 1
	}
}

// runs finds the rows of capitalised words of a sentence.
func (x *extractor) runs(s lang.Range) {
	for i := s.First; i < s.End; i++ {
		if !x.inRun(i) {
			continue
		}
		j := i + 1
		for j < s.End && (x.inRun(j) || j+1 < s.End && x.joins(j) && x.inRun(j+1)) {
			j++
		}
		for k := i; k < j; k++ {
			x.run[k] = run{int32(i), int32(j)}
		}
		i = j - 1
	}
}

func (x *extractor) inRun(i int) bool {
	return x.at[i].capital && x.at[i].letters
}

func (x *extractor) joins(i int) bool {
	return x.d.Str(i) == "&"
}

// evidence gathers what the story shows of each capitalised word.
func (x *extractor) evidence() {
	for pi := range x.d.Paras {
		p := &x.d.Paras[pi]
		headline := p.TitleCase || p.AllCaps
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			w := x.at[i]
			if !w.letters {
				continue
			}
			if !w.capital {
				w.seen.small++
				continue
			}
			if headline {
				continue
			}
			if x.d.Tokens[i].First {
				w.seen.start++
			} else {
				w.seen.mid++
			}
			x.see(i, w, p.Tokens)
		}
	}
	// "Small" counts for the capitalised spelling too.
	for s, w := range x.words {
		if w.capital && w.letters {
			if l := x.words[strings.ToLower(s)]; l != nil {
				w.seen.small = l.seen.small
			}
		}
	}
}

func (x *extractor) see(i int, w *word, para lang.Range) {
	r := x.run[i]
	first, end := int(r.first), int(r.end)
	s := &w.seen
	prev, next := x.near(first-1, para), x.near(end, para)
	lastInRun := i == end-1
	if n := uint8(min(end-first, 9)); n > s.runLen {
		s.runLen, s.runFirst, s.runLast, s.runPos = n, x.at[first], x.at[end-1], 2
		if i == first {
			s.runPos = 1
		} else if lastInRun {
			s.runPos = 3
		}
	}
	if i > first && x.at[i-1].flags&title != 0 || i == first && prev.flags&title != 0 {
		s.bits |= afterTitle
	}
	if i > first && x.at[i-1].gaz&gazetteer.First != 0 {
		s.bits |= afterGiven
	}
	if lastInRun {
		if next.flags&saying != 0 {
			s.bits |= beforeSaid
		}
		if end < para.End {
			switch x.d.Str(end) {
			case ",":
				if end+2 < para.End {
					if x.d.Tokens[end+1].Kind == lang.Number && x.d.Tokens[end+1].Len() == 2 && x.d.Str(end+2) == "," {
						s.bits |= ageFollows
					} else if x.run[end+1].end > 0 {
						s.bits |= beforeComma
					}
				}
			case "'s", "’s":
				s.bits |= beforeOwn
			case ")":
				if first > para.First && x.d.Str(first-1) == "(" {
					s.bits |= inParens
					if end-first == 1 {
						x.spellOut(i, w, para)
					}
				}
			}
		}
	} else if x.at[end-1].flags&orgEnd != 0 {
		s.bits |= beforeOrgEnd
	}
	if i == first && first > para.First {
		switch {
		case prev.flags&saying != 0:
			s.bits |= afterSaid
		case prev.flags&locative != 0 && x.d.Str(first-1) != "of" && x.d.Str(first-1) != "to":
			s.bits |= afterPlaceIn
		case prev.low == hashThe:
			s.bits |= afterThe
		}
		if prev.flags&job != 0 {
			s.bits |= afterJob
		}
	}
}

var hashThe = hash("the")

// spellOut looks for the words that "(X)" is the initials of, before the
// bracket.
func (x *extractor) spellOut(i int, w *word, para lang.Range) {
	letters := strings.ReplaceAll(x.d.Str(i), ".", "")
	j := i - 2
	k := len(letters) - 1
	lastWord := j
	for steps := 0; j >= para.First && k >= 0 && steps < 12; j, steps = j-1, steps+1 {
		t := x.d.Str(j)
		if !x.at[j].letters {
			return
		}
		if t[0]|0x20 == letters[k]|0x20 && x.at[j].capital {
			k--
		} else if x.at[j].capital {
			return
		}
	}
	if k < 0 && lastWord >= para.First {
		w.seen.acronym = x.at[lastWord]
	}
}

// near returns the word of token i, or the empty word outside the range.
func (x *extractor) near(i int, r lang.Range) *word {
	if i < r.First || i >= r.End {
		return &x.none
	}
	return x.at[i]
}

// add puts one feature in the buffer. t tells templates apart.
func (x *extractor) add(t, a uint32) {
	h := (a ^ t*0x9e3779b1) * 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	x.buf = append(x.buf, h^h>>16)
}

func (x *extractor) add2(t, a, b uint32) { x.add(t, a*0x01000193^(b+0x9e3779b9)*0x27d4eb2f) }

func (x *extractor) add3(t, a, b, c uint32) { x.add2(t, a*31+c*0x9e3779b1, b) }

// features returns the features of token i of sentence s. They are valid until
// the next call.
func (x *extractor) features(i int, s lang.Range) []uint32 {
	x.buf = x.buf[:0]
	w := x.at[i]
	p1, p2 := x.near(i-1, s), x.near(i-2, s)
	n1, n2 := x.near(i+1, s), x.near(i+2, s)
	tok := &x.d.Tokens[i]
	para := &x.d.Paras[x.paraOf(i)]
	mode := uint32(0)
	switch {
	case para.AllCaps:
		mode = 2
	case para.TitleCase:
		mode = 1
	}
	first := uint32(0)
	if tok.First {
		first = 1
	}
	ctx := mode*2 + first

	x.add(0, ctx)
	x.add(1, w.low)
	x.add2(2, w.exact, 0)
	x.add(3, p1.low)
	x.add(4, n1.low)
	x.add(5, p2.low)
	x.add(6, n2.low)
	x.add2(7, p1.low, w.low)
	x.add2(8, w.low, n1.low)
	x.add2(9, p1.low, n1.low)
	x.add2(10, w.shape, ctx)
	x.add2(11, p1.shape, w.shape)
	x.add2(12, w.shape, n1.shape)
	x.add3(13, p1.shape, w.shape, n1.shape)
	for n, h := range w.prefix {
		x.add2(14, h, uint32(n))
	}
	for n, h := range w.suffix {
		x.add2(15, h, uint32(n))
	}
	x.add2(16, w.suffix[2], w.shape)
	x.add(17, p1.suffix[2])
	x.add(18, n1.suffix[2])
	if w.class != 0 {
		x.add(20, uint32(w.class))
		x.add2(21, uint32(w.class), w.shape)
		x.add2(22, uint32(p1.class), uint32(w.class))
		x.add2(23, uint32(w.class), uint32(n1.class))
	}
	x.add2(24, uint32(p1.class), w.shape)
	x.add2(25, uint32(n1.class), w.shape)
	x.add2(26, uint32(p2.class), uint32(p1.class))
	x.add2(27, uint32(n1.class), uint32(n2.class))
	x.add2(28, uint32(p1.class), uint32(n1.class))

	x.add2(85, uint32(w.family), w.shape)
	x.add3(86, uint32(p1.family), uint32(w.family), ctx)
	x.add3(87, uint32(w.family), uint32(n1.family), ctx)
	x.add3(88, uint32(p1.family), w.shape, uint32(n1.family))
	x.add3(89, uint32(p2.family), uint32(p1.family), w.shape)
	x.add3(90, uint32(n1.family), uint32(n2.family), w.shape)

	// parts of speech
	tag := func(j int) uint32 {
		if j < s.First || j >= s.End {
			return 255
		}
		return uint32(x.d.Tokens[j].Tag)
	}
	x.add2(100, tag(i), w.shape)
	x.add3(101, tag(i-1), tag(i), ctx)
	x.add3(102, tag(i), tag(i+1), ctx)
	x.add3(103, tag(i-1), tag(i), tag(i+1))
	x.add3(104, tag(i-2), tag(i-1), w.shape)
	x.add3(105, tag(i+1), tag(i+2), w.shape)

	// gazetteers
	g := uint32(w.gaz)
	ph := x.phr[i]
	x.add2(30, g, b2u(w.capital)+2*mode)
	x.add2(31, uint32(p1.gaz), g)
	x.add2(32, g, uint32(n1.gaz))
	x.add2(33, g, w.shape)
	x.add2(34, g, first)
	x.add2(35, g, n1.low)
	x.add2(36, p1.low, g)
	if ph.pos != 0 {
		x.add2(37, uint32(ph.class), uint32(ph.pos))
		for c := ph.class; c != 0; c &= c - 1 {
			x.add2(38, uint32(c&-c), uint32(ph.pos))
		}
	}
	if i+1 < s.End && x.phr[i+1].pos == 1 {
		x.add(39, uint32(x.phr[i+1].class))
	}
	if i > s.First && x.phr[i-1].pos == 3 {
		x.add(40, uint32(x.phr[i-1].class))
	}
	if w.capital {
		for c := w.gaz; c != 0; c &= c - 1 {
			x.add2(41, uint32(c&-c), ctx)
		}
	}

	// word lists
	x.add2(42, uint32(p1.flags), w.shape)
	x.add2(43, uint32(n1.flags), w.shape)
	x.add2(44, uint32(w.flags), ctx)
	x.add3(45, uint32(p1.flags), uint32(w.flags), uint32(n1.flags))
	x.add3(46, uint32(p2.flags), uint32(p1.flags), g)
	x.add3(47, uint32(n1.flags), uint32(n2.flags), g)

	// the run of capitals
	if r := x.run[i]; r.end > 0 && mode == 0 {
		rf, re := int(r.first), int(r.end)
		length := uint32(min(re-rf, 6))
		pos := uint32(min(i-rf, 3))*4 + uint32(min(re-1-i, 3))
		lw, fw := x.at[re-1], x.at[rf]
		before, after := x.near(rf-1, s), x.near(re, s)
		x.add2(50, length, pos)
		x.add2(51, lw.low, pos)
		x.add2(52, fw.low, pos)
		x.add2(53, before.low, length)
		x.add2(54, after.low, length)
		x.add3(55, uint32(lw.gaz), uint32(fw.gaz), pos)
		x.add3(56, uint32(lw.flags), uint32(fw.flags), pos)
		x.add2(57, uint32(before.flags), uint32(after.flags))
		x.add2(58, uint32(before.class), pos)
		x.add2(59, uint32(after.class), pos)
		x.add3(60, before.low, after.low, length)
		x.add2(61, x.near(rf-2, s).low, before.low)
		x.add2(62, after.low, x.near(re+1, s).low)
		x.add3(63, uint32(before.flags), uint32(lw.gaz), length)
		x.add3(64, uint32(after.flags), uint32(lw.gaz), length)
		x.add3(65, uint32(lw.class), length, pos)
		x.add3(91, uint32(lw.family), uint32(fw.family), pos)
		x.add3(92, uint32(before.family), uint32(after.family), pos)
		x.add3(93, uint32(before.family), uint32(lw.family), length)
		x.add3(94, uint32(after.family), uint32(lw.family), length)
		x.add3(66, uint32(fw.class), length, pos)
	}

	// the rest of the story
	if w.capital && w.letters {
		se := &w.seen
		cap3 := func(n int32) uint32 { return uint32(min(n, 2)) }
		x.add3(70, ctx, cap3(se.mid), cap3(se.small))
		x.add2(71, se.bits, ctx)
		for b := se.bits; b != 0; b &= b - 1 {
			x.add(72, b&-b)
			x.add2(73, b&-b, uint32(w.gaz))
		}
		if se.runLen > 1 {
			x.add2(74, uint32(se.runPos), uint32(se.runLen))
			x.add2(75, se.runLast.low, uint32(se.runPos))
			x.add2(76, se.runFirst.low, uint32(se.runPos))
			x.add3(77, uint32(se.runLast.gaz), uint32(se.runFirst.gaz), uint32(se.runPos))
			x.add3(78, uint32(se.runLast.flags), uint32(se.runFirst.flags), uint32(se.runPos))
		}
		if se.acronym != nil {
			x.add(79, se.acronym.low)
			x.add(80, uint32(se.acronym.flags))
			x.add(81, 1)
		}
	}
	if tok.Quoted {
		x.add2(82, w.shape, 0)
		x.add2(83, b2u(i > s.First && !x.d.Tokens[i-1].Quoted), b2u(i+1 < s.End && !x.d.Tokens[i+1].Quoted))
	}
	x.add2(84, uint32(tok.Kind), b2u(tok.Space))
	return x.buf
}

func (x *extractor) paraOf(i int) int { return x.d.ParaAt(x.d.Tokens[i].Start) }

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
