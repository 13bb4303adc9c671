package pattern

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules/inflect"
)

// source is a file of stanzas and the rule that they belong to.
type source struct{ family, text string }

// Builder gathers files of stanzas into a Set.
type Builder struct{ sources []source }

// Add takes up the stanzas of text for a rule.
func (b *Builder) Add(family, text string) { b.sources = append(b.sources, source{family, text}) }

// Build compiles what was added.
func (b *Builder) Build() (*Set, error) {
	s := &Set{vocabulary: map[string]int32{}}
	p := parser{set: s, lists: map[string][]string{}, parts: map[string]*options{}}
	for _, src := range b.sources {
		if err := p.readLists(src); err != nil {
			return nil, fmt.Errorf("%s: %w", src.family, err)
		}
	}
	for _, src := range b.sources {
		if err := p.read(src); err != nil {
			return nil, fmt.Errorf("%s: %w", src.family, err)
		}
	}
	for i := range p.stanzas {
		if err := p.compileStanza(&p.stanzas[i]); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", p.stanzas[i].Family, p.stanzas[i].Line, err)
		}
	}
	s.index()
	return s, nil
}

type parser struct {
	set     *Set
	lists   map[string][]string
	parts   map[string]*options // read already; shared, never written to again
	stanzas []Stanza
}

// stanza is the lines of one stanza, and where they begin.
type rawStanza struct {
	line  int
	pairs [][2]string
}

func stanzas(text string) []rawStanza {
	var out []rawStanza
	var cur rawStanza
	n := 0
	flush := func() {
		if len(cur.pairs) > 0 {
			out = append(out, cur)
		}
		cur = rawStanza{}
	}
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			flush()
		case line[0] == '#':
		default:
			if len(cur.pairs) == 0 {
				cur.line = n
			}
			k, v, _ := strings.Cut(line, " ")
			cur.pairs = append(cur.pairs, [2]string{k, strings.TrimSpace(v)})
		}
	}
	flush()
	return out
}

func (p *parser) readLists(src source) error {
	for _, st := range stanzas(src.text) {
		if st.pairs[0][0] != "list" {
			continue
		}
		name := st.pairs[0][1]
		for _, kv := range st.pairs[1:] {
			if kv[0] != "words" {
				return fmt.Errorf("line %d: a list has no %q", st.line, kv[0])
			}
			p.lists[name] = append(p.lists[name], strings.Fields(kv[1])...)
		}
	}
	return nil
}

func (p *parser) read(src source) error {
	for _, raw := range stanzas(src.text) {
		if raw.pairs[0][0] == "list" {
			continue
		}
		st := Stanza{Family: src.family, Confidence: 0.9, Severity: flag.Error, Line: raw.line}
		var pairs []string
		for _, kv := range raw.pairs {
			v := kv[1]
			switch kv[0] {
			case "pair":
				pairs = append(pairs, v)
			case "find":
				st.Find = append(st.Find, v)
			case "not":
				st.Not = append(st.Not, v)
			case "fix":
				st.Fix = append(st.Fix, v)
			case "say":
				st.Say = v
			case "conf":
				c, err := strconv.ParseFloat(v, 64)
				if err != nil {
					return fmt.Errorf("line %d: %w", raw.line, err)
				}
				st.Confidence = c
			case "sev":
				switch v {
				case "note":
					st.Severity = flag.Note
				case "warning":
					st.Severity = flag.Warning
				case "error":
				default:
					return fmt.Errorf("line %d: no severity %q", raw.line, v)
				}
			case "spoken":
				st.Spoken = true
			case "roles":
				st.Headline, st.Body = v == "headline", v == "body"
			case "bad":
				e, err := parseExample(v)
				if err != nil {
					return fmt.Errorf("line %d: %w", raw.line, err)
				}
				st.Bad = append(st.Bad, e)
			case "ok":
				st.OK = append(st.OK, v)
			default:
				return fmt.Errorf("line %d: no key %q", raw.line, kv[0])
			}
		}
		if len(pairs) > 0 {
			for _, pair := range pairs {
				one, err := pairStanza(st, pair)
				if err != nil {
					return fmt.Errorf("line %d: %w", raw.line, err)
				}
				p.stanzas = append(p.stanzas, one)
				st.Bad, st.OK = nil, nil // they stay with the first
			}
			continue
		}
		if len(st.Find) == 0 {
			return fmt.Errorf("line %d: no find", raw.line)
		}
		p.stanzas = append(p.stanzas, st)
	}
	return nil
}

// pairStanza makes a stanza of "wrong words => right words".
func pairStanza(like Stanza, pair string) (Stanza, error) {
	wrong, right, ok := strings.Cut(pair, "=>")
	if !ok {
		return like, fmt.Errorf("no => in %q", pair)
	}
	wrong, right = strings.TrimSpace(wrong), strings.TrimSpace(right)
	like.Find = []string{wrong}
	like.Fix = nil
	for f := range strings.SplitSeq(right, " | ") {
		like.Fix = append(like.Fix, strings.TrimSpace(f))
	}
	return like, nil
}

// parseExample takes "He could [of|have] come." apart. Without a bar the
// example has no fix: "It is a [perfect storm]."
func parseExample(v string) (Example, error) {
	var wrong, right strings.Builder
	fixed := false
	for v != "" {
		open := strings.IndexByte(v, '[')
		if open < 0 {
			break
		}
		end := strings.IndexByte(v[open:], ']')
		if end < 0 {
			return Example{}, fmt.Errorf("no ] in %q", v)
		}
		a, b, has := strings.Cut(v[open+1:open+end], "|")
		fixed = fixed || has
		wrong.WriteString(v[:open] + "[" + a + "]")
		right.WriteString(v[:open] + b)
		v = v[open+end+1:]
	}
	wrong.WriteString(v)
	right.WriteString(v)
	if !fixed {
		return Example{Text: wrong.String()}, nil
	}
	return Example{wrong.String(), right.String()}, nil
}

func (p *parser) compileStanza(st *Stanza) error {
	k := len(p.set.Stanzas)
	p.set.Stanzas = append(p.set.Stanzas, *st)
	var nots []*compiled
	for _, n := range st.Not {
		c, err := p.compile(n)
		if err != nil {
			return err
		}
		nots = append(nots, c)
	}
	for _, f := range st.Find {
		c, err := p.compile(f)
		if err != nil {
			return err
		}
		if !c.bracketed {
			c.first, c.after = 0, len(c.elems)
		}
		p.set.entries = append(p.set.entries, entry{stanza: k, find: c, not: nots})
	}
	return nil
}

// compile reads one pattern.
func (p *parser) compile(src string) (*compiled, error) {
	fields := strings.Fields(src)
	c := &compiled{anchor: -1, elems: make([]element, 0, len(fields))}
	open := false
	for _, f := range fields {
		if f == "[]" {
			c.first, c.after, c.bracketed = len(c.elems), len(c.elems), true
			continue
		}
		if strings.HasPrefix(f, "[") {
			f = f[1:]
			c.first, open, c.bracketed = len(c.elems), true, true
		}
		closes := false
		if open && strings.HasSuffix(f, "]") {
			f, closes = f[:len(f)-1], true
		}
		if f != "" {
			e, err := p.element(f)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", src, err)
			}
			c.elems = append(c.elems, e)
		}
		if closes {
			c.after, open = len(c.elems), false
		}
	}
	if open {
		return nil, fmt.Errorf("%q: [ is not closed", src)
	}
	if len(c.elems) == 0 {
		return nil, fmt.Errorf("%q: empty", src)
	}
	c.chooseAnchor(p.set)
	return c, nil
}

func (p *parser) element(f string) (element, error) {
	e := element{min: 1, max: 1}
	f, e.min, e.max = repeats(f)
	e.negative = true
	for part := range strings.SplitSeq(f, "&") {
		not := false
		if len(part) > 1 && part[0] == '!' {
			not, part = true, part[1:]
		} else {
			e.negative = false
		}
		if err := p.condition(&e.test, part, not); err != nil {
			return e, err
		}
	}
	return e, nil
}

// repeats takes the repeat off an element. In "un*" and "un*|in*" the star
// belongs to the word.
func repeats(f string) (string, int, int) {
	n := len(f)
	if n < 2 || f[n-2] == '|' {
		return f, 1, 1
	}
	switch f[n-1] {
	case '?':
		return f[:n-1], 0, 1
	case '+':
		return f[:n-1], 1, 4
	case '*':
		if f[n-2] == '>' || f == ".*" || f[0] == '@' || f[0] == '!' && f[1] == '@' {
			return f[:n-1], 0, 4
		}
	}
	return f, 1, 1
}

// condition adds one part of an element to t: alternatives parted by "|".
func (p *parser) condition(t *test, part string, not bool) error {
	if part == "." {
		t.any = true
		return nil
	}
	o, known := p.parts[part]
	if !known {
		o = &options{}
		for _, alt := range alternatives(part) {
			if err := p.option(o, alt); err != nil {
				return fmt.Errorf("%w in %q", err, part)
			}
		}
		p.parts[part] = o
	}
	if not {
		t.notEnd = t.notEnd || o.end
	} else {
		t.start, t.end = t.start || o.start, t.end || o.end
	}
	kinds := 0
	for _, used := range [...]bool{len(o.words) > 0, o.tags != 0, len(o.classes) > 0, len(o.affixes) > 0} {
		if used {
			kinds++
		}
	}
	switch {
	case kinds == 0:
	case kinds > 1 || len(o.affixes) > 1 || len(o.classes) > 0:
		t.classes = append(t.classes, classTest{o.holds, not})
	case len(o.affixes) == 1:
		a := o.affixes[0]
		a.not = not
		t.affixes = append(t.affixes, a)
	case o.tags != 0 && not:
		t.notTags |= o.tags
	case o.tags != 0:
		t.tags |= o.tags
	case not:
		if t.notWords == nil {
			t.notWords = map[int32]bool{}
		}
		maps.Copy(t.notWords, o.words)
	default:
		t.words = o.words
	}
	return nil
}

// alternatives splits at bars outside angle brackets.
func alternatives(part string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i < len(part); i++ {
		switch part[i] {
		case '<':
			depth++
		case '>':
			depth--
		case '|':
			if depth <= 0 && i > from {
				out = append(out, part[from:i])
				from = i + 1
			}
		}
	}
	return append(out, part[from:])
}

// options are the alternatives of one part.
type options struct {
	words      map[int32]bool
	tags       uint64
	classes    []func(*View, int) bool
	affixes    []affixTest
	start, end bool
}

func (o *options) holds(v *View, i int) bool {
	if o.words[v.ids[i]] || o.tags>>v.P.Tokens[i].Tag&1 != 0 {
		return true
	}
	for _, f := range o.classes {
		if f(v, i) {
			return true
		}
	}
	for _, a := range o.affixes {
		if a.holds(v.Low[i]) {
			return true
		}
	}
	return false
}

func (p *parser) option(o *options, alt string) error {
	if o.words == nil {
		o.words = map[int32]bool{}
	}
	switch {
	case alt == "":
		return errors.New("an empty word")
	case alt == "^":
		o.start = true
	case alt == "$":
		o.end = true
	case alt[0] == '<' && len(alt) > 2:
		for name := range strings.SplitSeq(strings.Trim(alt, "<>"), "|") {
			if f, ok := classes[name]; ok {
				o.classes = append(o.classes, f)
				continue
			}
			switch bits := tagBits(name); {
			case name == "$":
				o.end = true
			case bits != 0:
				o.tags |= bits
			case strings.ToLower(name) == name && !strings.HasSuffix(name, "*"):
				o.words[p.number(name)] = true
			default:
				return fmt.Errorf("no tag or class %q", name)
			}
		}
	case alt[0] == '@' && len(alt) > 1:
		list, ok := p.lists[alt[1:]]
		if !ok {
			return fmt.Errorf("no list %q", alt[1:])
		}
		for _, w := range list {
			o.words[p.number(w)] = true
		}
	case alt[0] == '~' && len(alt) > 1:
		for _, w := range inflect.Verbs(alt[1:]) {
			o.words[p.number(w)] = true
		}
		o.words[p.number(inflect.Plural(alt[1:]))] = true
	case alt[0] == '*' && len(alt) > 1:
		o.affixes = append(o.affixes, affixTest{tail: alt[1:]})
	case len(alt) > 1 && alt[len(alt)-1] == '*':
		o.affixes = append(o.affixes, affixTest{head: alt[:len(alt)-1]})
	default:
		o.words[p.number(strings.ToLower(alt))] = true
	}
	return nil
}

func (p *parser) number(w string) int32 {
	v := p.set.vocabulary
	n, ok := v[w]
	if !ok {
		n = int32(len(v) + 1)
		v[w] = n
		p.set.words = append(p.set.words, w)
	}
	return n
}

func tagBits(name string) uint64 {
	if head, ok := strings.CutSuffix(name, "*"); ok {
		var b uint64
		for t := lang.Tag(1); t < lang.NTags; t++ {
			if strings.HasPrefix(t.String(), head) {
				b |= 1 << t
			}
		}
		return b
	}
	if t := lang.ParseTag(name); t != lang.TagNone {
		return 1 << t
	}
	return 0
}

// chooseAnchor picks the element whose words are rarest.
func (c *compiled) chooseAnchor(s *Set) {
	best := 1 << 30
	for k, e := range c.elems {
		if e.min == 0 || e.test.words == nil {
			continue
		}
		cost := 0
		for w := range e.test.words {
			cost += 1 + common[s.words[w-1]]
		}
		if cost < best {
			best, c.anchor = cost, k
		}
	}
	end := max(c.anchor, 0)
	for _, e := range c.elems[:end] {
		if e.test.bare() {
			continue
		}
		if !e.test.start {
			c.minBefore += e.min
		}
		c.maxBefore += e.max
	}
}

// common words make poor anchors: about how often in 1,000 words they come.
var common = func() map[string]int {
	m := map[string]int{}
	for _, f := range strings.Fields(`the:55 of:27 to:27 and:25 a:24 in:21 is:10 that:10 for:9 it:9 was:8 on:7 with:7 he:7 i:7 's:9
		as:6 be:6 at:5 by:5 his:4 this:4 had:4 not:4 are:4 but:4 from:4 or:3 have:5 an:3 they:4 which:3 one:3 you:5 were:3 has:4
		all:3 their:3 been:3 would:3 who:3 will:3 more:3 said:6 when:2 her:3 she:3 there:2 we:4 can:2 n't:4 if:2 no:2 out:2
		so:2 up:2 what:2 about:2 its:3 into:2 than:2 them:2 only:1 other:2 time:2 new:2 some:2 could:2 my:2 .:40 ,:50 -:3`) {
		w, n, _ := strings.Cut(f, ":")
		k, _ := strconv.Atoi(n)
		m[w] = k * 4
	}
	return m
}()

// index sorts the entries by the words of their anchors.
func (s *Set) index() {
	s.byWord = make([][]int32, len(s.vocabulary)+1)
	for i := range s.entries {
		c := s.entries[i].find
		if c.anchor < 0 {
			if t := c.elems[0].test.tags; t != 0 && c.elems[0].min > 0 {
				for tag := range s.byTag {
					if t>>tag&1 != 0 {
						s.byTag[tag] = append(s.byTag[tag], int32(i))
					}
				}
				continue
			}
			s.everywhere = append(s.everywhere, int32(i))
			continue
		}
		for w := range c.elems[c.anchor].test.words {
			s.byWord[w] = append(s.byWord[w], int32(i))
		}
	}
	for _, l := range s.byWord {
		slices.Sort(l)
	}
}
