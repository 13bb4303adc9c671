package sources

import (
	"stet/model/lang"
	"stet/model/lang/parse"
)

// speech is a quotation that is an utterance of its own, not a few words in
// someone else's sentence.
type speech struct {
	quote   int        // index in the doc's quotations
	toks    lang.Range // with the marks
	found   int        // index in reader.out, or -1
	cue     int        // the verb that gives it, or -1
	cueEnd  int
	source  lang.Range
	head    int
	runs    bool // the next paragraph goes on with it
	initial bool // opens its paragraph
}

// findSpeech picks the full quotations.
func (r *reader) findSpeech() {
	for k := range r.d.Paras {
		p := &r.d.Paras[k]
		for q := p.Quotes.First; q < p.Quotes.End; q++ {
			x := &r.d.Quotes[q]
			if x.Depth != 0 {
				continue
			}
			t := r.quoteTokens(q)
			if t.First >= t.End || !r.full(q, t, p) {
				continue
			}
			for i := t.First; i < t.End; i++ {
				r.inSpeech[i] = int32(len(r.speech))
			}
			r.speech = append(r.speech, speech{quote: q, toks: t, found: -1, cue: -1, head: -1, runs: x.Runs, initial: t.First == p.Tokens.First})
		}
	}
}

// quoteTokens returns the tokens of a quotation with its marks; ” counts as one
// mark. One that never closes ends where its paragraph goes on with who said
// it, or with its paragraph.
func (r *reader) quoteTokens(q int) lang.Range {
	x := &r.d.Quotes[q]
	p := r.d.Paras[r.d.ParaAt(x.Start)]
	t := lang.Range{First: x.Inner.First - 1, End: x.Inner.End}
	if x.Close != "" {
		t.End++
	} else if !x.Runs {
		if e := r.missingClose(t); e > 0 {
			t.End = e
		}
	}
	if t.First > p.Tokens.First && r.word(t.First) == "'" && r.word(t.First-1) == "'" && !r.d.Tokens[t.First].Space {
		t.First--
	}
	if t.End < p.Tokens.End && r.word(t.End-1) == "'" && r.word(t.End) == "'" && !r.d.Tokens[t.End].Space {
		t.End++
	}
	return t
}

// missingClose looks for the place where the closing mark was forgotten: before
// ", he said" and the like.
func (r *reader) missingClose(t lang.Range) int {
	for i := t.First + 1; i+2 < t.End; i++ {
		w := r.word(i)
		if r.mark(i+1) && !r.d.Tokens[i+1].Space && (i+2 == t.End || r.d.Tokens[i+2].Space || r.punct(i+2)) {
			if m := r.d.Str(i + 1); m == "“" || m == "\"" || (m == "’" || m == "'") && (w == "." || w == "!" || w == "?" || w == ",") {
				return i + 2
			}
		}
		if w != "," && w != "?" && w != "!" || i < t.First+3 {
			continue
		}
		a, b := i+1, i+2
		if r.tag(a) == lang.PRP && r.sayer(b) || r.tag(b) == lang.NNP && r.sayer(a) && r.tag(a) == lang.VBD {
			return i + 1
		}
	}
	return 0
}

func (r *reader) sayer(i int) bool {
	c := r.lex.verbs[r.word(i)]
	return c != nil && c.f&fQuote != 0 && r.tag(i).Verb()
}

// full tells an utterance from words picked out of one.
func (r *reader) full(q int, t lang.Range, p *lang.DocPara) bool {
	x := &r.d.Quotes[q]
	words := 0
	for i := x.Inner.First; i < x.Inner.End; i++ {
		if !r.punct(i) {
			words++
		}
	}
	if words == 0 {
		return false
	}
	prev := t.First - 1
	atStart := prev < p.Tokens.First || r.sentenceStart(t.First)
	last := ""
	for i := t.End - 1; i > t.First; i-- {
		if w := r.word(i); !isQuoteMark(w) {
			last = w
			break
		}
	}
	ends := last == "." || last == "!" || last == "?" || last == "," || last == "…" || last == "..." || last == "—" || last == "--" || last == "-"
	after := r.word(t.End)
	if t.End >= p.Tokens.End {
		after = ""
	}
	capital := x.Inner.First < len(r.d.Tokens) && r.d.Tokens[x.Inner.First].Shape != lang.ShapeLower
	switch {
	case x.Close == "":
		return words >= 4
	case atStart:
		if ends && (words >= 3 || last != "," || r.tag(t.End) == lang.PRP && r.sayer(t.End+1) || r.sayer(t.End)) {
			return true
		}
		return after == "," && words >= 2 || words >= 6 && !r.tag(t.End).Verb()
	case (r.word(prev) == "and" || r.word(prev) == "or") && len(r.speech) > 0 && r.speech[len(r.speech)-1].toks.End == prev:
		return capital // “Send them home,” and “Build the wall”
	case r.word(prev) == ":":
		return (words >= 2 || ends) && !r.underClause(prev, true)
	case r.word(prev) == ",":
		return words >= 4 && r.cueBefore(t.First) >= 0 && !r.underClause(prev, false) || capital && ends && r.cueBefore(t.First) >= 0 && !r.underClause(prev, false)
	case r.sayer(prev) && r.underClause(prev-1, false):
		return false
	case r.sayer(prev):
		return capital && (ends && words >= 3 || words >= 6) || words >= 8 && ends
	case r.word(prev) == "that":
		return false
	}
	return capital && words >= 7 && ends
}

// underClause reports whether the words before token end already give a clause
// of somebody's: what is quoted behind it goes on with that. After a colon only
// "that" shows it.
func (r *reader) underClause(end int, colon bool) bool {
	v := r.cueBefore(end)
	if v < 0 {
		return false
	}
	if colon {
		return r.word(v+1) == "that"
	}
	for i := v + 1; i < end; i++ {
		if r.tag(i).Finite() {
			return r.word(i-1) != "who" && r.word(i-1) != "that" && r.word(i-1) != "which"
		}
	}
	return false
}

func (r *reader) sentenceStart(i int) bool {
	for k := i; k < len(r.d.Tokens) && k < i+4; k++ {
		if r.d.Tokens[k].First {
			return true
		}
		if !r.punct(k) {
			return false
		}
	}
	return false
}

// sentence returns the sentence that holds token i.
func (r *reader) sentence(i int) lang.Range {
	p := r.d.Paras[r.paras[i]]
	lo, hi := p.Sents.First, p.Sents.End
	for lo < hi {
		m := (lo + hi) / 2
		if r.d.Sents[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo >= p.Sents.End {
		return lang.Range{First: i, End: i}
	}
	return r.d.Sents[lo]
}

// cueBefore returns the verb that leads into a quotation at token i, or -1.
func (r *reader) cueBefore(i int) int {
	s := r.sentence(i)
	for k := i - 1; k >= s.First && k >= i-25; k-- {
		if r.mark(k) && k < i-1 && r.closes(k) {
			// another quotation: look behind it only for what leads into both
			return -1
		}
		if c := r.lex.verbs[r.word(k)]; c != nil && c.f&(fQuote|fThat|fTell) != 0 && r.tag(k).Verb() {
			if r.word(k-1) == "to" && r.tag(k) == lang.VB && k > s.First+1 {
				// "went on to say": a cue still
				return k
			}
			return k
		}
	}
	return -1
}

// attributeSpeech gives each full quotation its cue and its source, and joins
// those that are one statement.
func (r *reader) attributeSpeech() {
	for k := range r.speech {
		r.cueOf(k)
	}
	last := -1 // finding of the quotation before, for going on
	for k := range r.speech {
		s := &r.speech[k]
		para := int(r.paras[s.toks.First])
		var prev *speech
		if k > 0 {
			prev = &r.speech[k-1]
		}
		samePara := prev != nil && int(r.paras[prev.toks.First]) == para
		goesOn := prev != nil && (prev.runs && s.initial && int(r.paras[prev.toks.First]) == para-1)
		switch {
		case s.cue >= 0 && samePara && prev.cue == s.cue, s.cue < 0 && samePara && r.nothingBetween(prev, s), goesOn && s.cue < 0:
			s.found = last
			if s.cue < 0 {
				s.cue, s.source, s.head = prev.cue, prev.source, prev.head
			}
		case goesOn && prev.cue < 0 && last >= 0:
			f := &r.out[last]
			f.cue, f.source, f.head, f.verb = lang.Range{First: s.cue, End: s.cueEnd}, s.source, s.head, s.cue
			s.found = last
		}
		if s.found >= 0 {
			r.out[s.found].content = append(r.out[s.found].content, s.toks)
			continue
		}
		f := finding{content: []lang.Range{s.toks}, direct: true, source: s.source, head: s.head, verb: s.cue, strong: true}
		if s.cue >= 0 {
			f.cue = lang.Range{First: s.cue, End: s.cueEnd}
		} else {
			f.cue = lang.Range{}
			f.source, f.head = r.voiceBefore(k)
			s.source, s.head = f.source, f.head
		}
		f.para = para
		s.found = len(r.out)
		last = s.found
		r.out = append(r.out, f)
	}
}

// nothingBetween reports whether no new sentence of the writer's stands between
// two quotations of one paragraph.
func (r *reader) nothingBetween(a, b *speech) bool {
	sents := 0
	for i := a.toks.End; i < b.toks.First; i++ {
		if r.d.Tokens[i].First {
			sents++
		}
	}
	if sents == 0 {
		return true
	}
	// A sentence of the writer's between them, with the same voice going on.
	return sents <= 1 && a.cue >= 0
}

// cueOf looks for who says quotation k, in the words around it.
func (r *reader) cueOf(k int) {
	s := &r.speech[k]
	p := &r.d.Paras[r.paras[s.toks.First]]
	sent := r.sentence(s.toks.First)
	end := r.sentence(s.toks.End - 1).End
	for i := s.toks.End; i < end; i++ {
		if r.inSpeech[i] >= 0 {
			end = i
			break
		}
	}
	begin := sent.First
	for i := s.toks.First - 1; i >= begin; i-- {
		if r.inSpeech[i] >= 0 {
			begin = i + 1
			break
		}
	}
	// Words that lead in.
	if begin < s.toks.First {
		lead := r.word(s.toks.First - 1)
		if v := r.cueBefore(s.toks.First); v >= begin {
			s.cue, s.cueEnd = v, v+1
			s.source, s.head = r.voiceOf(v)
			return
		}
		if lead == ":" || lead == "," {
			if r.leadIn(s, begin) {
				return
			}
		}
	}
	// Words that follow.
	if s.toks.End < end && end <= p.Tokens.End {
		r.tail(s, lang.Range{First: s.toks.End, End: end})
	}
	if s.cue < 0 {
		r.signature(s, p)
	}
	if s.cue < 0 && s.initial {
		r.announced(s)
	}
	if s.cue < 0 && !s.initial && begin == s.toks.First && begin > p.Tokens.First && r.word(begin-1) == ":" {
		r.leadIn(s, r.sentence(begin-1).First)
	}
}

// signature reads “…” — Ann Lee at the end of a paragraph.
func (r *reader) signature(s *speech, p *lang.DocPara) {
	i := s.toks.End
	if i+1 >= p.Tokens.End || p.Tokens.End-i > 9 {
		return
	}
	switch r.word(i) {
	case "—", "―", "–", "--", "-":
	default:
		return
	}
	if x, head := r.chunkFrom(i+1, p.Tokens.End); head >= 0 && r.tag(x.First) == lang.NNP {
		s.cue, s.cueEnd, s.source, s.head = i, i+1, x, head
	}
}

// announced reads a paragraph before that ends in a colon: "The paper wrote:".
func (r *reader) announced(s *speech) {
	k := int(r.paras[s.toks.First])
	if k == 0 {
		return
	}
	p := r.d.Paras[k-1]
	if p.Tokens.First >= p.Tokens.End || p.Sents.First >= p.Sents.End || r.word(p.Tokens.End-1) != ":" {
		return
	}
	x := r.d.Sents[p.Sents.End-1]
	for v := x.End - 1; v >= x.First; v-- {
		if t := r.tag(v); r.inSpeech[v] < 0 && t.Verb() && (r.cueLike(v) || t == lang.VBD || t == lang.VBZ || t == lang.VBP) {
			if src, head := r.voiceOf(v); head >= 0 {
				s.cue, s.cueEnd, s.source, s.head = v, v+1, src, head
				return
			}
		}
	}
}

// leadIn takes the main verb before a colon for the cue, or the colon itself.
func (r *reader) leadIn(s *speech, begin int) bool {
	colon := s.toks.First - 1
	for v := colon - 1; v >= begin; v-- {
		if t := r.tag(v); (t == lang.VBD || t == lang.VBZ || t == lang.VBP) && r.inSpeech[v] < 0 {
			src, head := r.voiceOf(v)
			if head >= 0 {
				s.cue, s.cueEnd, s.source, s.head = v, v+1, src, head
				return true
			}
		}
	}
	if r.word(colon) != ":" || colon-begin > 14 || colon <= begin {
		return false
	}
	s.cue, s.cueEnd = colon, colon+1
	s.source, s.head = lang.Range{First: begin, End: colon}, r.chunkHead(lang.Range{First: begin, End: colon})
	return true
}

// tail reads ", he said.", "said X, who …", ", X, a professor, told Reuters".
func (r *reader) tail(s *speech, g lang.Range) {
	i := g.First
	for i < g.End && r.punct(i) {
		i++
	}
	if i >= g.End || r.d.Tokens[i].First && r.d.Tokens[i].Shape != lang.ShapeLower && r.tag(i) != lang.PRP && i > g.First && r.word(i-1) == "." {
		return
	}
	if r.word(i) == "according" && r.word(i+1) == "to" {
		s.cue, s.cueEnd = i, i+2
		s.source, s.head = r.chunkFrom(i+2, g.End)
		return
	}
	start := i
	v, generic := -1, -1
	skip := false
	for k := i; k < g.End && k < i+40; k++ {
		w, t := r.word(k), r.tag(k)
		switch w {
		case "who", "whose", "which", "whom", "where", "when":
			skip = true
			continue
		case ",":
			skip = false
			continue
		}
		if !t.Verb() || skip && k > i {
			continue
		}
		if c := r.lex.verbs[w]; c != nil && c.f&(fQuote|fThat|fTell) != 0 && (t != lang.VBG || k == i) {
			if w == "called" || w == "known" {
				continue
			}
			v = k
			break
		}
		if generic < 0 && (t == lang.VBD || t == lang.VBZ || t == lang.VBP) {
			generic = k
		}
	}
	if v < 0 {
		if generic < 0 || generic == i && r.tag(i) != lang.VBD {
			return
		}
		if c := r.word(s.toks.End - 1); generic == i && c != "," && !isQuoteMark(c) {
			return
		}
		v = generic
	}
	if t := r.tag(start); v > start && (t == lang.VBG || t == lang.IN && r.word(start) != "in" && r.word(start) != "on") {
		return
	}
	s.cue, s.cueEnd = v, v+1
	if v == start || v == start+1 && r.tag(start) == lang.RB {
		// "said X"
		s.source, s.head = r.chunkFrom(v+1, g.End)
		if s.head < 0 && v > start {
			s.source, s.head = lang.Range{First: start, End: v}, start
		}
		return
	}
	s.source, s.head = r.voiceOf(v)
	if s.head < start || s.head >= g.End {
		s.source, s.head = r.chunkFrom(start, v)
	}
}

// chunkFrom takes the noun phrase that begins at i.
func (r *reader) chunkFrom(i, end int) (lang.Range, int) {
	for i < end && (r.tag(i) == lang.RB || r.word(i) == "," || r.mark(i)) {
		i++
	}
	j, head := i, -1
	for ; j < end; j++ {
		t := r.tag(j)
		switch {
		case t.Noun() || t == lang.PRP:
			head = j
		case t == lang.DT || t == lang.PDT || t == lang.PRPS || t.Adjective() || t == lang.CD || t == lang.POS || t == lang.VBN && head < 0 || t == lang.WP:
			if head >= 0 && t != lang.POS && t != lang.CD && !t.Adjective() {
				return lang.Range{First: i, End: head + 1}, head
			}
			if t == lang.DT || t == lang.CD || t == lang.WP {
				if head < 0 && j+1 < end && (r.tag(j+1) == lang.IN || r.tag(j+1).Verb()) {
					head = j
				}
			}
		case (r.word(j) == "of" || r.word(j) == "and" || r.word(j) == "&") && head >= 0 && j+1 < end && (r.tag(j+1).Noun() || r.tag(j+1) == lang.DT):
			h := head
			_, more := r.chunkFrom(j+1, end)
			if more < 0 {
				return lang.Range{First: i, End: h + 1}, h
			}
			return lang.Range{First: i, End: more + 1}, h
		default:
			if head < 0 {
				if j == i {
					return lang.Range{}, -1
				}
				head = j - 1
			}
			return lang.Range{First: i, End: head + 1}, head
		}
	}
	if head < 0 && j > i {
		head = j - 1
	}
	return lang.Range{First: i, End: head + 1}, head
}

// chunkHead returns the last noun of a stretch.
func (r *reader) chunkHead(x lang.Range) int {
	for i := x.End - 1; i >= x.First; i-- {
		if r.tag(i).Noun() || r.tag(i) == lang.PRP {
			return i
		}
	}
	return x.End - 1
}

// voiceBefore is whose words quotation k, which stands alone, most likely are:
// the voice of the paragraph so far, the subject of the sentence before, or the
// voice of the paragraph before.
func (r *reader) voiceBefore(k int) (lang.Range, int) {
	s := &r.speech[k]
	p := r.d.Paras[r.paras[s.toks.First]]
	if s.toks.First > p.Tokens.First {
		prev := r.sentence(s.toks.First - 1)
		if sent := r.sentence(s.toks.First); sent.First < s.toks.First {
			prev = sent
		}
		if src, head := r.mainSubject(prev); head >= 0 {
			return src, head
		}
	}
	if k > 0 {
		b := &r.speech[k-1]
		if d := r.paras[s.toks.First] - r.paras[b.toks.First]; b.head >= 0 && (d == 0 || d == 1 && s.initial) {
			return b.source, b.head
		}
	}
	if para := int(r.paras[s.toks.First]); para > 0 && s.initial {
		q := r.d.Paras[para-1]
		if q.Sents.First < q.Sents.End {
			return r.mainSubject(r.d.Sents[q.Sents.End-1])
		}
	}
	return lang.Range{}, -1
}

// mainSubject returns the subject of a sentence's main verb.
func (r *reader) mainSubject(s lang.Range) (lang.Range, int) {
	for i := s.First; i < s.End; i++ {
		if r.inSpeech[i] < 0 && r.tree.head(i) < 0 && r.tree.rel(i) == parse.Root {
			if c := r.subjectOf(i); c >= 0 {
				return r.phrase(c), c
			}
			if r.tag(i).Noun() {
				return r.phrase(i), i
			}
		}
	}
	return lang.Range{}, -1
}
