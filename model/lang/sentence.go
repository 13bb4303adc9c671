package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences splits a paragraph's tokens into sentences and marks the first word
// of each.
func sentences(p *Paragraph) []Range {
	var out []Range
	start := 0
	for i := 0; i < len(p.Tokens); i++ {
		end := p.sentenceEnd(i)
		if end == 0 {
			continue
		}
		out = append(out, Range{start, end})
		start, i = end, end-1
	}
	if start < len(p.Tokens) {
		out = append(out, Range{start, len(p.Tokens)})
	}
	for _, s := range out {
		for i := s.First; i < s.End; i++ {
			if k := p.Tokens[i].Kind; k != Punct && k != Symbol {
				p.Tokens[i].First = true
				break
			}
		}
	}
	return out
}

// sentenceEnd returns the index after the sentence that token i ends, closing
// marks included, or 0 where no sentence ends.
func (p *Paragraph) sentenceEnd(i int) int {
	w := p.Str(i)
	var abbreviated bool
	switch t := &p.Tokens[i]; {
	case t.Kind == Punct && (w[0] == '.' || w[0] == '!' || w[0] == '?' || w == "…" || w == "‽"):
	case (t.Kind == Word || t.Kind == Time) && strings.HasSuffix(w, ".") && len(w) > 1:
		abbreviated = true
	default:
		return 0
	}
	end := i + 1
	quoted := false
	for end < len(p.Tokens) && !p.Tokens[end].Space {
		c := p.Str(end)
		if !isCloser(c) {
			if isTerminal(c) && !abbreviated { // "?!", ".…"
				end++
				continue
			}
			break
		}
		quoted = quoted || !strings.ContainsAny(c, ")]}")
		end++
	}
	if end == len(p.Tokens) {
		return end
	}
	next := &p.Tokens[end]
	nw := p.Str(end)
	at := end
	for at+1 < len(p.Tokens) && isOpener(nw) {
		at++
		next, nw = &p.Tokens[at], p.Str(at)
	}
	capital := startsUpper(nw) || next.Kind == Number || next.Kind == Money || next.Kind == Percent || next.Kind == Time ||
		next.Kind == Handle || next.Kind == Hashtag
	spaced := p.Tokens[end].Space
	if abbreviated {
		if !spaced || !startsUpper(nw) {
			return 0
		}
		stem := strings.ToLower(strings.TrimSuffix(w, "."))
		if title, known := abbreviations[stem]; known && title {
			return 0
		}
		if utf8.RuneCountInString(stem) == 1 { // an initial
			return 0
		}
		if !starters[strings.ToLower(nw)] && at == end {
			return 0
		}
		return end
	}
	if !spaced {
		// "end.Next" is a missing space; "3.5" never comes here.
		if w == "." && startsUpper(nw) && next.Shape == ShapeTitle && i > 0 && p.Tokens[i-1].Shape != ShapeUpper {
			return end
		}
		return 0
	}
	if !capital {
		// A sentence can begin with a small letter ("iPhone"); it rarely does.
		if next.Shape == ShapeMixed && w == "." {
			return end
		}
		return 0
	}
	if w[0] == '.' && len(w) > 1 || w == "…" { // "...": a pause unless a starter follows
		if next.Kind == Word && !starters[strings.ToLower(nw)] && !quoted && at == end {
			return 0
		}
		return end
	}
	if quoted && w[0] != '.' && p.saidFollows(at) { // "Stop!" Obama said
		return 0
	}
	return end
}

// saidFollows reports whether a verb of saying stands within the next words,
// with no mark between.
func (p *Paragraph) saidFollows(i int) bool {
	for j := i; j < len(p.Tokens) && j < i+5; j++ {
		if p.Tokens[j].Kind == Punct {
			return false
		}
		switch strings.ToLower(p.Str(j)) {
		case "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "shouted", "cried", "replied", "exclaimed", "declared", "demanded", "posted", "joked", "quipped", "wondered", "yelled":
			return true
		}
	}
	return false
}

func isTerminal(w string) bool {
	switch w[0] {
	case '.', '!', '?':
		return true
	}
	return w == "…"
}

func isCloser(w string) bool {
	switch w {
	case ")", "]", "}", "\"", "”", "’", "'", "»", "''", "›":
		return true
	}
	return false
}

func isOpener(w string) bool {
	switch w {
	case "(", "[", "{", "\"", "“", "‘", "'", "«", "``", "„", "‹", "—", "–", "-", "--", "•", "*", "’":
		return true
	}
	return false
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// starters are the words that open a sentence after an abbreviation.
var starters = wordSet(`the a an this that these those he she it they we i you in on at for from with by after before
	but and or so yet if when while as since although though because however meanwhile also there here what who why how
	where his her its their our my your some many most all both no not one two three several each every other others
	officials asked according under over during last next now then still even only about among
	despite more earlier later until between through critics analysts experts investors shares`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
