// Package spelling finds words that are not words.
package spelling

import (
	"context"
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/text"
)

// ID is the rule's id.
const ID = "typo.spelling"

// Checker finds misspelt words by the lexicon, the lists of misspellings and
// the language model. It holds no state and is safe for concurrent use. In a
// build without a lexicon it finds nothing.
type Checker struct{}

// New returns the checker; it loads the lexicon when it is first used.
func New() Checker { return Checker{} }

// Rules returns the rule with its examples.
func (Checker) Rules() []rules.Rule { return []rules.Rule{rule} }

// CheckParagraph flags the misspelt words of p.
func (Checker) CheckParagraph(ctx context.Context, p *lang.Paragraph, set *rules.Settings) []flag.Flag {
	sp, err := lang.DefaultSpeller()
	if err != nil || set.Muted[ID] {
		return nil
	}
	c := checker{sp: sp, p: p, set: set}
	for _, s := range p.Sents {
		if ctx.Err() != nil {
			return nil
		}
		c.sentence(s)
	}
	return c.flags
}

// checker looks at one paragraph.
type checker struct {
	sp    *lang.Speller
	p     *lang.Paragraph
	set   *rules.Settings
	units []lang.Unit
	flags []flag.Flag
}

func (c *checker) sentence(r lang.Range) {
	c.units = c.sp.Words.AppendUnits(c.units[:0], c.p, r)
	for i, u := range c.units {
		t := c.p.Tokens[u.Tokens.First]
		if t.Kind != lang.Word || c.settled(u, t.Shape) || c.glued(u.Tokens.First) {
			continue
		}
		c.word(i, u, t)
	}
}

// settled reports whether the lexicon vouches for u as it is written, which
// spares nearly all words a closer look.
func (c *checker) settled(u lang.Unit, s lang.Shape) bool {
	e := u.Entry
	switch {
	case !u.Known:
		return false
	case e.Is(lang.WordLower) && e.Size > 0 && e.Size <= 70:
		return true
	case e.Is(lang.WordLower) && (e.Freq >= 50 || e.Size == 0):
		return !c.likelier(c.sp.Lists.Right(u.Text), e)
	}
	return s != lang.ShapeLower && e.Is(lang.WordProper|lang.WordAbbrev)
}

// glued reports whether token i is what is left of a word that is more than
// letters: "Lyin'", letters next to a sign, part of the name of a file.
func (c *checker) glued(i int) bool {
	t := c.p.Tokens[i]
	if i > 0 && !t.Space {
		if k := c.p.Tokens[i-1].Kind; k != lang.Punct {
			return true
		}
	}
	before, next := c.p.Text[:t.Start], c.p.Text[t.End:]
	if r, n := utf8.DecodeLastRuneInString(before); n > 1 && !t.Space && !unicode.IsLetter(r) && !strings.ContainsRune("“”‘’«»—–…", r) {
		return true // what a damaged character left
	}
	if n := len(next); n > 1 && (next[0] == '=' || strings.IndexByte(joiners, next[0]) >= 0 && smallOrDigit(next[1])) {
		return true // "setup.exe", "href="
	}
	if n := len(before); n > 0 && (before[n-1] == '-' || n > 1 && strings.IndexByte(joiners, before[n-1]) >= 0 && smallOrDigit(before[n-2])) && t.Shape == lang.ShapeLower {
		return true // "setup.exe", "-verbose"
	}
	return (strings.HasPrefix(next, "'") || strings.HasPrefix(next, "’")) && strings.HasSuffix(t.In(c.p.Text), "in")
}

// joiners are the signs that join the parts of a file's name or an address.
const joiners = "._@\\!&+#"

func smallOrDigit(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }

// word judges unit i, which nothing vouches for yet.
func (c *checker) word(i int, u lang.Unit, t lang.Token) {
	w := u.Text
	if !u.Plain { // with its clitic; the word alone is in question
		w = lang.Fold(c.p.Str(u.Tokens.First))
	}
	if c.set.Words[c.p.Str(u.Tokens.First)] || c.set.Words[w] || newer()[w] || !checkable(w) {
		return
	}
	if strings.ContainsAny(w, "-") {
		c.hyphened(i, t)
		return
	}
	if c.broken(t) {
		return
	}
	listed := c.sp.Lists.Right(w)
	caseless := c.p.AllCaps || c.p.TitleCase && t.Shape == lang.ShapeTitle
	switch {
	case t.Shape == lang.ShapeLower, c.capitalInside(c.p.Str(u.Tokens.First)):
	case t.Shape == lang.ShapeTitle && (t.First || caseless), c.p.AllCaps && t.Shape == lang.ShapeUpper:
		if u.Entry.Is(lang.WordName) && !c.likelier(listed, u.Entry) {
			return
		}
	case t.Shape == lang.ShapeTitle && c.likelier(listed, u.Entry) && c.proper(listed[0]):
	default:
		return // a name; the ledger's
	}
	own := c.own(w, u.Entry)
	if t.Shape != lang.ShapeLower && listed == nil {
		own += 2.5 // a name, more often than not
	}
	if listed == nil && (c.foreign(i) || c.particle(i)) {
		return
	}
	if t.Quoted && listed == nil {
		own += 1
	}
	shape := t.Shape
	if shape == lang.ShapeMixed {
		shape = lang.ShapeLower
	}
	c.judge(t.Span, w, own, lang.Around(c.units, i), shape, t.Quoted)
}

// broken flags a word that was broken at the end of a line and put together
// again with its hyphen and a space, and reports whether t ends one: "con-
// clusion" on one line.
func (c *checker) broken(t lang.Token) bool {
	head, ok := strings.CutSuffix(c.p.Text[:t.Start], "- ")
	if !ok || t.Shape != lang.ShapeLower {
		return false
	}
	start := len(head)
	for start > 0 && (head[start-1]|0x20 >= 'a' && head[start-1]|0x20 <= 'z') {
		start--
	}
	whole := head[start:] + t.In(c.p.Text)
	if start == len(head) || !c.isWord(lang.Fold(whole)) {
		return false
	}
	span := text.Span{Start: start, End: t.End}
	c.flags = append(c.flags, flag.Flag{
		Rule: ID, Kind: flag.Typo, Severity: flag.Error, Span: span,
		Message:    fmt.Sprintf("“%s” is one word that was broken at the end of a line.", span.In(c.p.Text)),
		Fixes:      []flag.Fix{{Text: whole}},
		Confidence: 0.9,
	})
	return true
}

// proper reports whether w is a word that a dictionary has with a capital.
func (c *checker) proper(w string) bool {
	e, _ := c.sp.Words.Lookup(lang.Fold(w))
	return e.Is(lang.WordProper) && !e.Is(lang.WordLower)
}

// capitalInside reports whether s is in small letters but for one in its
// middle, as no brand is written: "secuArity". Two words with nothing between
// are the name of something in a program: "atLeast".
func (c *checker) capitalInside(s string) bool {
	n, at := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			if n++; i < 2 || i > len(s)-3 {
				return false
			}
			at = i
		}
	}
	return n == 1 && len(s) >= 7 && !(c.isWord(s[:at]) && c.isWord(lang.Fold(s[at:])))
}

func (c *checker) isWord(w string) bool {
	e, ok := c.sp.Words.Lookup(w)
	return ok && e.Is(lang.WordLower) && e.Size > 0 && e.Size <= 60
}

// likelier reports whether the first of the words that a list of misspellings
// gives is far more common than the name that e is.
func (c *checker) likelier(listed []string, e lang.Entry) bool {
	if len(listed) == 0 {
		return false
	}
	r, ok := c.sp.Words.Lookup(lang.Fold(listed[0]))
	return ok && int(r.Freq) > int(e.Freq)+35
}

// threshold is how much likelier (as a decimal logarithm) a slip must be than
// an unknown word for a flag.
const threshold = 1.0

// judge flags the word at span where something else was likelier meant than
// what stands there, the logarithm of whose probability is own.
func (c *checker) judge(span text.Span, w string, own float64, ctx lang.Context, shape lang.Shape, quoted bool) {
	out, err := c.sp.Suggest(w, ctx, 5)
	if err != nil || len(out) == 0 {
		return
	}
	margin := out[0].Score - own
	if out[0].Listed {
		margin += 1.5
	}
	if margin < threshold {
		return
	}
	f := flag.Flag{
		Rule: ID, Kind: flag.Typo, Severity: flag.Error, Span: span,
		Message:    fmt.Sprintf("“%s” is not a word; “%s”?", span.In(c.p.Text), recase(out[0].Text, shape)),
		Confidence: 1 / (1 + math.Exp(-0.9*margin)),
	}
	if quoted {
		f.Severity = flag.Warning
	}
	for _, s := range out {
		if s.Score < out[0].Score-3 {
			break
		}
		f.Fixes = append(f.Fixes, flag.Fix{Text: recase(s.Text, shape)})
	}
	c.flags = append(c.flags, f)
}

// own is the logarithm of the probability of a word that the lexicon does not
// vouch for in small letters: what is common in print, or is made by rule of
// words that are known, is likelier than what has never been seen.
func (c *checker) own(w string, e lang.Entry) float64 {
	p := -11.0
	switch {
	case e.Is(lang.WordLower):
		p = max(float64(e.Freq)/25-9, -9)
	case e.Is(lang.WordProper | lang.WordAbbrev):
		p = max(float64(e.Freq)/25-10, -10)
	case e.Freq > 0:
		p = max(float64(e.Freq)/25-10.5, p)
	}
	if c.made(w) {
		p = max(p, -7.5)
	}
	return p
}

// foreign reports whether unit i stands next to another word in small letters
// that no dictionary has so: words of another language come in company.
func (c *checker) foreign(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(c.units) {
			continue
		}
		u := c.units[j]
		if u.Plain && !u.Entry.Is(lang.WordLower|lang.WordAbbrev) && c.p.Tokens[u.Tokens.First].Shape == lang.ShapeLower && c.sp.Lists.Right(u.Text) == nil {
			return true
		}
	}
	return false
}

// particle reports whether unit i is a short word between two that begin with
// a capital, with nothing else between: "Ahmad ibn Ibrahim".
func (c *checker) particle(i int) bool {
	if i == 0 || i+1 >= len(c.units) || len(c.units[i].Text) > 4 || c.units[i].After || c.units[i+1].After {
		return false
	}
	l, r := c.p.Tokens[c.units[i-1].Tokens.First], c.p.Tokens[c.units[i+1].Tokens.First]
	return l.Shape == lang.ShapeTitle && r.Shape == lang.ShapeTitle && !c.units[i-1].Entry.Is(lang.WordLower) && !c.units[i+1].Entry.Is(lang.WordLower)
}

// hyphened judges the parts of a compound.
func (c *checker) hyphened(i int, t lang.Token) {
	s := t.In(c.p.Text)
	if t.Shape != lang.ShapeLower {
		return
	}
	for start := 0; start < len(s); {
		end := strings.IndexByte(s[start:]+"-", '-') + start
		if w := lang.Fold(s[start:end]); len(w) >= 5 && checkable(w) {
			if e, _ := c.sp.Words.Lookup(w); !e.Is(lang.WordKnown) {
				c.judge(text.Span{Start: t.Start + start, End: t.Start + end}, w, c.own(w, e)+1, lang.Context{}, lang.ShapeLower, t.Quoted)
			}
		}
		start = end + 1
	}
}

// checkable reports whether w is made of the letters that English words are
// made of.
func checkable(w string) bool {
	if len(w) < 3 || w[0] == '\'' || utf8.RuneCountInString(w) > 30 {
		return false
	}
	for _, r := range w {
		if (r < 'a' || r > 'z') && r != '\'' && r != '-' {
			return false
		}
	}
	return true
}

// recase writes fix in the case of the word that it replaces.
func recase(fix string, s lang.Shape) string {
	switch s {
	case lang.ShapeTitle:
		r, n := utf8.DecodeRuneInString(fix)
		return string(unicode.ToUpper(r)) + fix[n:]
	case lang.ShapeUpper:
		return strings.ToUpper(fix)
	}
	return fix
}
