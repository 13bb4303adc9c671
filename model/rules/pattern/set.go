package pattern

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/story"
	"stet/model/text"
)

// Set is compiled patterns. It is immutable and safe for concurrent use.
type Set struct {
	Stanzas    []Stanza
	vocabulary map[string]int32 // from 1
	words      []string         // by number less 1
	entries    []entry
	byWord     [][]int32 // entries by an anchor's word
	byTag      [lang.NTags][]int32
	everywhere []int32
}

type entry struct {
	stanza int
	find   *compiled
	not    []*compiled
}

// Match is one place where a stanza holds.
type Match struct {
	*Stanza
	Span  text.Span // the bracketed words; bytes of the paragraph
	First int       // the first of them, a token
	After int       // the token after the last of them
	Fixes []string
}

// Find returns the matches of all patterns in v, in no particular order. One
// stanza matches once over the same words.
func (s *Set) Find(v *View) []Match {
	var out []Match
	var buf [32]int
	try := func(e *entry, start int) {
		sent := v.Sentence(start)
		if start < sent.First || start >= sent.End || len(e.find.elems) >= len(buf) {
			return
		}
		st := &s.Stanzas[e.stanza]
		if st.Headline && v.P.Role != story.RoleHeadline || st.Body && (v.P.Role == story.RoleHeadline || v.P.TitleCase || v.P.AllCaps) {
			return
		}
		at := buf[:len(e.find.elems)+1]
		if !e.find.match(v, start, sent, at) {
			return
		}
		for _, n := range e.not {
			if n.touches(v, at[0], max(at[len(at)-1], at[0]+1), sent) {
				return
			}
		}
		m := Match{Stanza: st, First: at[e.find.first], After: at[e.find.after]}
		for _, o := range out {
			if o.Stanza == m.Stanza && o.First == m.First && o.After == m.After {
				return
			}
		}
		if m.First < m.After && v.joined(m.First) {
			return
		}
		m.Span = spanOf(v, m.First, m.After)
		for _, f := range st.Fix {
			span, t := s.fix(v, e.find, f, m, at)
			if len(m.Fixes) == 0 {
				m.Span = span
			} else if span != m.Span {
				continue
			}
			m.Fixes = append(m.Fixes, t)
		}
		if len(m.Fixes) > 0 && m.Fixes[0] == m.Span.In(v.P.Text) {
			return
		}
		out = append(out, m)
	}
	for i := range v.P.Tokens {
		if id := v.ids[i]; id != 0 {
			for _, k := range s.byWord[id] {
				e := &s.entries[k]
				for b := e.find.minBefore; b <= e.find.maxBefore; b++ {
					if i >= b {
						try(e, i-b)
					}
				}
			}
		}
		for _, k := range s.byTag[v.P.Tokens[i].Tag] {
			try(&s.entries[k], i)
		}
		for _, k := range s.everywhere {
			try(&s.entries[k], i)
		}
	}
	return out
}

// joined reports whether token i is code or part of a name: capitals inside it,
// or a hyphen or sign against it.
func (v *View) joined(i int) bool {
	t := v.P.Tokens[i]
	if t.Shape == lang.ShapeMixed {
		return true
	}
	if i == 0 || t.Space {
		return false
	}
	k := v.P.Tokens[i-1].Kind
	return k == lang.Symbol || k == lang.Handle || v.Low[i-1] == "-" || v.Low[i-1] == "/"
}

// touches reports whether the antipattern c matches anywhere over a token of
// [first, after).
func (c *compiled) touches(v *View, first, after int, sent lang.Range) bool {
	n := 0
	for _, e := range c.elems {
		n += e.max
	}
	var buf [32]int
	if len(c.elems) >= len(buf) {
		return false
	}
	at := buf[:len(c.elems)+1]
	for i := max(sent.First, first-n); i < after && i < sent.End; i++ {
		if c.match(v, i, sent, at) && at[len(at)-1] > first {
			return true
		}
	}
	return false
}

// spanOf covers tokens [first, after); a place lies at the end of the word
// before it.
func spanOf(v *View, first, after int) text.Span {
	toks := v.P.Tokens
	if first < after {
		return text.Span{Start: toks[first].Start, End: toks[after-1].End}
	}
	if first == 0 {
		return text.Span{Start: toks[0].Start, End: toks[0].Start}
	}
	return text.Span{Start: toks[first-1].End, End: toks[first-1].End}
}

// fix returns what a fix line makes of the match, and the span that it goes in
// place of.
func (s *Set) fix(v *View, c *compiled, f string, m Match, at []int) (text.Span, string) {
	span := spanOf(v, m.First, m.After)
	if f == "-" {
		return s.without(v, m)
	}
	var b strings.Builder
	for k, part := range strings.Split(f, " ") {
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(expand(v, part, m, at))
	}
	t := b.String()
	if m.First == m.After {
		// The flag lies over the word that the new one goes before: a flag over
		// nothing cannot be seen.
		if sent := v.Sentence(max(m.First-1, 0)); m.First < sent.End && v.P.Tokens[m.First].Kind <= lang.Percent {
			next := v.P.Tokens[m.First]
			return next.Span, t + " " + next.In(v.P.Text)
		}
		return span, " " + t
	}
	// A tight joint stays: "do n't" stands for "don't".
	t = strings.ReplaceAll(t, " n't", "n't")
	return span, Recase(t, span.In(v.P.Text), v.P.TitleCase, v.P.Tokens[m.First].First)
}

// without takes the words out with the space before them, or at the start of a
// sentence with the one after.
func (s *Set) without(v *View, m Match) (text.Span, string) {
	span := spanOf(v, m.First, m.After)
	toks := v.P.Tokens
	if m.First > 0 && (!toks[m.First].First || m.After >= len(toks)) {
		span.Start = toks[m.First-1].End
		return span, ""
	}
	if m.After < len(toks) {
		span.End = toks[m.After].End
		return span, Recase(v.P.Str(m.After), v.P.Str(m.First), false, true)
	}
	return span, ""
}

// expand puts the words of elements in place of \n and \n.form.
func expand(v *View, part string, m Match, at []int) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(part, '\\')
		if i < 0 {
			b.WriteString(part)
			return b.String()
		}
		b.WriteString(part[:i])
		j := i + 1
		for j < len(part) && part[j] >= '0' && part[j] <= '9' {
			j++
		}
		n, _ := strconv.Atoi(part[i+1 : j])
		form := ""
		if j < len(part) && part[j] == '.' {
			k := j + 1
			for k < len(part) && part[k] >= 'a' && part[k] <= 'z' {
				k++
			}
			form, j = part[j+1:k], k
		}
		part = part[j:]
		switch {
		case n == 0 && m.First < m.After:
			b.WriteString(wordsOf(v, m.First, m.After-1, form))
		case n >= 1 && n < len(at) && at[n-1] < at[n]:
			b.WriteString(wordsOf(v, at[n-1], at[n]-1, form))
		}
	}
}

// wordsOf returns tokens first to last, the first of them in the given form.
func wordsOf(v *View, first, last int, form string) string {
	w := v.P.Text[v.P.Tokens[first].Start:v.P.Tokens[last].End]
	switch form {
	case "":
		return w
	case "lower":
		return lower(w)
	case "title":
		return title(lower(w))
	}
	return inflected(v.Low[first], v.P.Tokens[first].Tag, form)
}

// Recase gives fix the case of what it stands for: capitals for capitals, a
// capital at its start where that has one and words of the fix are small, a
// capital on its longer words in title case.
func Recase(fix, was string, titleCase, first bool) string {
	r, _ := utf8.DecodeRuneInString(was)
	if fix == "" || !unicode.IsUpper(r) || was == "I" && !first {
		return fix
	}
	letters, uppers := 0, 0
	for _, c := range was {
		if unicode.IsLetter(c) {
			letters++
		}
		if unicode.IsUpper(c) {
			uppers++
		}
	}
	if uppers == letters && letters > 1 {
		return strings.ToUpper(fix)
	}
	if titleCase {
		words := strings.Split(fix, " ")
		for i, w := range words {
			if i == 0 || len(w) > 3 {
				words[i] = title(w)
			}
		}
		return strings.Join(words, " ")
	}
	return title(fix)
}

func title(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// Flag makes a flag of a match. In a quotation it is a warning at most.
func (m *Match) Flag(v *View, rule string) flag.Flag {
	was := m.Span.In(v.P.Text)
	f := flag.Flag{Rule: rule, Kind: flag.Typo, Severity: m.Severity, Span: m.Span, Confidence: m.Confidence}
	first := ""
	for _, x := range m.Fixes {
		f.Fixes = append(f.Fixes, flag.Fix{Text: x})
	}
	if len(m.Fixes) > 0 {
		first = strings.TrimSpace(m.Fixes[0])
	}
	say := m.Say
	if say == "" {
		switch {
		case strings.TrimSpace(was) == "":
			say = "“{fix}” is missing here."
		case m.First == m.After:
			say = "A word is missing: “{fix}”."
		case len(m.Fixes) > 0 && first == "":
			say = "“{}” is one word too many."
		case len(m.Fixes) > 0:
			say = "“{}” should be “{fix}”."
		default:
			say = "“{}” looks wrong."
		}
	}
	f.Message = strings.NewReplacer("{}", strings.TrimSpace(was), "{fix}", first).Replace(say)
	if v.Quoted(m.First, m.After) {
		f.Severity = min(f.Severity, flag.Warning)
	}
	return f
}

// Quoted reports whether any of the tokens [first, after), or the one at first,
// stands in a quotation.
func (v *View) Quoted(first, after int) bool {
	for i := first; i < max(after, first+1) && i < len(v.P.Tokens); i++ {
		if v.P.Tokens[i].Quoted {
			return true
		}
	}
	return false
}
