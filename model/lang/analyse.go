package lang

import (
	"strings"

	"stet/model/story"
)

// Analyse reads one paragraph: tokens, quotations, sentences, case pattern and
// parts of speech. The result depends on nothing but its arguments, is
// immutable, and can be kept and shared. It is safe for concurrent use.
func Analyse(t string, r story.Role) *Paragraph {
	p := &Paragraph{Text: t, Role: r}
	p.Tokens = tokenise(t)
	p.Quotes = quotations(p)
	p.Sents = sentences(p)
	p.casePattern()
	BuiltinTagger().Tag(p)
	return p
}

// casePattern tells title case and capitals from running copy.
func (p *Paragraph) casePattern() {
	var words, capitals, uppers, long int
	for i, t := range p.Tokens {
		if t.Kind != Word || t.Shape == ShapeNone {
			continue
		}
		if t.Shape == ShapeUpper && t.Len() > 1 {
			uppers++
		}
		long++
		if t.First || smallWords[strings.ToLower(p.Str(i))] {
			continue
		}
		words++
		if t.Shape != ShapeLower {
			capitals++
		}
	}
	p.AllCaps = long >= 3 && uppers*10 >= long*8
	p.TitleCase = !p.AllCaps && words >= 3 && capitals*10 >= words*8
}

// smallWords stay small in a headline that is written in title case.
var smallWords = wordSet(`a an the and but or nor for so yet as at by in of on off per to up via with from into over than that vs v is`)
