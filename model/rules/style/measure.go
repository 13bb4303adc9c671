package style

import (
	"fmt"
	"unicode/utf8"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/story"
	"stet/model/text"
)

// The lengths beyond which copy is hard to read.
const (
	longestSentence  = 40  // words
	longestParagraph = 110 // words
	longestHeadline  = 64  // characters
)

func note(start, end int, message string, fixes ...string) flag.Flag {
	f := flag.Flag{Span: text.Span{Start: start, End: end}, Message: message, Confidence: 0.9}
	for _, x := range fixes {
		f.Fixes = append(f.Fixes, flag.Fix{Text: x})
	}
	return f
}

func wordsIn(p *lang.Paragraph, r lang.Range) (n, quoted int) {
	for _, t := range p.Tokens[r.First:r.End] {
		if t.Kind <= lang.Percent && t.Kind != lang.Clitic {
			n++
			if t.Quoted {
				quoted++
			}
		}
	}
	return n, quoted
}

// longSentences finds sentences of too many words; those that are mostly
// quotation are the speaker's.
func longSentences(p *lang.Paragraph, out func(flag.Flag)) {
	for _, s := range p.Sents {
		n, quoted := wordsIn(p, s)
		if n > longestSentence && quoted*2 < n {
			out(note(p.Tokens[s.First].Start, p.Tokens[s.End-1].End, fmt.Sprintf("This sentence has %d words.", n)))
		}
	}
}

func longParagraph(p *lang.Paragraph, out func(flag.Flag)) {
	if n, quoted := wordsIn(p, lang.Range{First: 0, End: len(p.Tokens)}); n > longestParagraph && quoted*2 < n {
		out(note(p.Tokens[0].Start, p.Tokens[0].End, fmt.Sprintf("This paragraph has %d words.", n)))
	}
}

func longHeadline(p *lang.Paragraph, out func(flag.Flag)) {
	if p.Role != story.RoleHeadline {
		return
	}
	if n := utf8.RuneCountInString(p.Text); n > longestHeadline {
		out(note(p.Tokens[0].Start, p.Tokens[0].End, fmt.Sprintf("The headline has %d characters; the limit is %d.", n, longestHeadline)))
	}
}

// numberStart finds a sentence of running copy that begins with a figure.
func numberStart(p *lang.Paragraph, out func(flag.Flag)) {
	if p.Role != story.RoleBody {
		return
	}
	for _, s := range p.Sents {
		t := p.Tokens[s.First]
		if t.Kind != lang.Number || t.Quoted || t.Tag != lang.CD || s.End-s.First < 5 || p.Str(s.End-1) != "." {
			continue
		}
		if n := t.Len(); n == 4 && p.Str(s.First)[0] <= '2' || s.First+1 < s.End && (p.Str(s.First+1) == "." || p.Str(s.First+1) == ")" || p.Str(s.First+1) == ":") {
			continue
		}
		out(note(t.Start, t.End, "A sentence begins with the figure “"+p.Str(s.First)+"”."))
	}
}
