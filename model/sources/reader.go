package sources

import (
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/lang/parse"
	"stet/model/names"
	"stet/model/text"
)

// reader gathers the attributions of one doc.
type reader struct {
	d        *lang.Doc
	ledger   *names.Ledger
	lex      *lexicon
	lower    []string // lower-cased letters of each token
	paras    []int32  // paragraph of each token
	speech   []speech
	inSpeech []int32 // index in speech for the tokens of a full quotation, else -1
	units    []lang.Range
	unit     []int32 // unit of each token
	tree     *syntax
	out      []finding
}

// finding is an attribution by tokens. Ranges are of doc tokens.
type finding struct {
	content []lang.Range
	cue     lang.Range
	source  lang.Range
	head    int  // head word of the source, or -1
	verb    int  // token that decides the place of the cue
	direct  bool // whole content is quotation
	strong  bool // may stand inside another's content
	rule    string
	scare   bool // words in quotation marks that nobody is said to have said
	para    int
}

func newReader(d *lang.Doc, n *names.Ledger) *reader {
	k := len(d.Tokens)
	r := &reader{d: d, ledger: n, lex: cues(), lower: make([]string, k), paras: make([]int32, k), inSpeech: make([]int32, k), unit: make([]int32, k)}
	for i := range d.Tokens {
		r.lower[i] = plain(strings.ToLower(d.Str(i)))
		r.inSpeech[i] = -1
	}
	for k, p := range d.Paras {
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			r.paras[i] = int32(k)
		}
	}
	return r
}

// plain turns curly apostrophes straight.
func plain(w string) string {
	if strings.Contains(w, "’") {
		return strings.ReplaceAll(w, "’", "'")
	}
	return w
}

func (r *reader) tag(i int) lang.Tag {
	if i < 0 || i >= len(r.d.Tokens) {
		return lang.TagNone
	}
	return r.d.Tokens[i].Tag
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.lower) {
		return ""
	}
	return r.lower[i]
}

func (r *reader) punct(i int) bool {
	if i < 0 || i >= len(r.d.Tokens) {
		return true
	}
	k := r.d.Tokens[i].Kind
	return k == lang.Punct || k == lang.Symbol
}

func isQuoteMark(w string) bool {
	switch w {
	case "\"", "“", "”", "''", "``", "«", "»", "„", "'", "‘", "’":
		return true
	}
	return false
}

// mark reports whether token i is a quotation mark.
func (r *reader) mark(i int) bool {
	return i >= 0 && i < len(r.d.Tokens) && r.d.Tokens[i].Kind == lang.Punct && isQuoteMark(r.d.Str(i))
}

// findUnits finds the stretches of sentences that no full quotation breaks;
// each is parsed by itself.
func (r *reader) findUnits() {
	r.tree = newSyntax(len(r.d.Tokens), r.parse)
	for _, s := range r.d.Sents {
		for i := s.First; i < s.End; {
			j := i + 1
			for j < s.End && r.inSpeech[j] == r.inSpeech[i] {
				j++
			}
			for k := i; k < j; k++ {
				r.unit[k] = int32(len(r.units))
			}
			r.units = append(r.units, lang.Range{First: i, End: j})
			i = j
		}
	}
}

// parse puts the structure of the unit that token i is in. Quotations have none.
func (r *reader) parse(i int32) {
	u := r.units[r.unit[i]]
	for k := u.First; k < u.End; k++ {
		r.tree.parsed[k] = true
	}
	if r.inSpeech[u.First] >= 0 {
		return
	}
	p := parsers.Get().(*parse.Parser)
	if p == nil {
		return
	}
	defer parsers.Put(p)
	var toks []lang.Token
	var at []int
	for k := u.First; k < u.End; k++ {
		if !r.mark(k) {
			toks, at = append(toks, r.d.Tokens[k]), append(at, k)
		}
	}
	r.tree.put(at, trees.of(p, r.d.Text, toks))
}

// trim takes marks and white space off a content's ends: commas, dashes, colons
// and the full stop, but not the marks that belong to a quotation in it.
func (r *reader) trim(x lang.Range) lang.Range {
	for x.First < x.End && r.edge(x.First) && !r.opens(x.First) {
		x.First++
	}
	for x.First < x.End && r.edge(x.End-1) && !r.closes(x.End-1) {
		x.End--
	}
	return x
}

func (r *reader) edge(i int) bool {
	if r.d.Tokens[i].Kind != lang.Punct {
		return false
	}
	switch r.d.Str(i) {
	case "(", "[", ")", "]", "%":
		return false
	}
	return true
}

// opens reports whether token i is the opening mark of a quotation.
func (r *reader) opens(i int) bool {
	q := r.quoteAt(i)
	if q < 0 && i+1 < len(r.d.Tokens) && r.word(i) == "'" && r.word(i+1) == "'" && !r.d.Tokens[i+1].Space {
		i++ // '' is one mark
		q = r.quoteAt(i)
	}
	return q >= 0 && r.d.Quotes[q].Start == r.d.Tokens[i].Start
}

// closes reports whether token i is the closing mark of a quotation, or stands
// before one inside it.
func (r *reader) closes(i int) bool {
	q := r.quoteAt(i)
	if q < 0 && i > 0 && r.word(i) == "'" && r.word(i-1) == "'" && !r.d.Tokens[i].Space {
		i--
		q = r.quoteAt(i)
	}
	return q >= 0 && r.d.Quotes[q].Close != "" && r.d.Quotes[q].End == r.d.Tokens[i].End
}

// quoteAt returns the outermost quotation that holds token i, marks included,
// or -1.
func (r *reader) quoteAt(i int) int {
	p := r.d.Paras[r.paras[i]]
	pos := r.d.Tokens[i].Start
	for q := p.Quotes.First; q < p.Quotes.End; q++ {
		if x := &r.d.Quotes[q]; x.Depth == 0 && x.Start <= pos && pos < x.End {
			return q
		}
	}
	return -1
}

// whole widens x so that it breaks no quotation: one that begins or ends inside
// is taken in where most of it is inside, or left out.
func (r *reader) whole(x lang.Range) lang.Range {
	if x.First >= x.End {
		return x
	}
	if x.First > 0 && r.mark(x.First-1) && r.opens(x.First-1) && !r.d.Tokens[x.First].Space {
		x.First--
	}
	for x.End < len(r.d.Tokens) && r.paras[x.End] == r.paras[x.First] {
		q := r.quoteAt(x.End - 1)
		if q < 0 || r.d.Quotes[q].Close == "" || r.d.Tokens[x.End-1].End >= r.d.Quotes[q].End || r.d.Quotes[q].Start < r.d.Tokens[x.First].Start {
			break
		}
		// Inside a quotation that began in x: take in what is left when it is only marks.
		e := x.End
		for e < len(r.d.Tokens) && r.d.Tokens[e].Start < r.d.Quotes[q].End {
			e++
		}
		if r.sentence(x.End-1).End == x.End { // the quotation goes on past the sentence
			x.End = e
			continue
		}
		left := 0
		for k := x.End; k < e; k++ {
			if !r.punct(k) {
				left++
			}
		}
		if left > 6 {
			break
		}
		x.End = e
	}
	return x
}

func (r *reader) span(x lang.Range) text.Span { return r.d.Slice(x) }

// add keeps a finding whose content holds a word.
func (r *reader) add(f finding) {
	kept := f.content[:0]
	for _, c := range f.content {
		c = r.trim(r.whole(c))
		if c.First < c.End && slices.ContainsFunc(r.d.Tokens[c.First:c.End], func(t lang.Token) bool { return t.Kind != lang.Punct }) {
			kept = append(kept, c)
		}
	}
	if len(kept) == 0 {
		return
	}
	f.content = kept
	f.para = int(r.paras[kept[0].First])
	r.out = append(r.out, f)
}
