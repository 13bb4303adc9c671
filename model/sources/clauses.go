package sources

import (
	"strings"

	"stet/model/lang"
	"stet/model/lang/parse"
)

// findClauses finds what is said, thought or wanted in the writer's own
// sentences: behind verbs, adjectives and nouns that the lexicon knows.
func (r *reader) findClauses() {
	for i := range r.d.Tokens {
		if r.inSpeech[i] >= 0 || r.d.Tokens[i].Kind != lang.Word {
			continue
		}
		w, t := r.lower[i], r.tag(i)
		switch {
		case w == "according" && r.word(i+1) == "to":
			r.accordingTo(i)
		case w == "in" && t == lang.IN:
			r.poll(i)
		case t.Verb():
			if (t == lang.VBN || t == lang.VBG) && (r.tag(i+1).Noun() || r.tag(i+1).Adjective()) && (t == lang.VBN && r.determined(i) || r.tree.rel(i) == parse.Mod) {
				continue
			}
			if c := r.lex.verbs[w]; c != nil && !r.spoken(i) {
				r.verb(i, c)
			}
		case (w == "says" || w == "said") && t.Noun():
			r.verb(i, r.lex.verbs[w]) // whatever the tagger says
		case t == lang.NN && (r.tag(i-1) == lang.NNS || r.tag(i-1) == lang.CD || r.word(i-1) == "percent") && r.lex.verbs[w] != nil && r.lex.verbs[w].f&fNP != 0 &&
			(r.tag(i+1) == lang.NNP || r.tag(i+1) == lang.PRP || r.tag(i+1) == lang.DT || r.tag(i+1) == lang.VBG):
			r.verb(i, r.lex.verbs[w])
		case (t == lang.NN || t == lang.NNS || t == lang.NNP) && r.lex.verbs[w] != nil && r.lex.verbs[w].f&fNP != 0 && r.mistagged(i):
			r.verb(i, r.lex.verbs[w])
		case t == lang.NN && strings.HasSuffix(w, "ing") && r.lex.verbs[w] != nil && (r.tag(i+1) == lang.NNP || r.tag(i+1) == lang.DT || r.tag(i+1) == lang.PRP):
			r.verb(i, r.lex.verbs[w])
		case t == lang.NN || t == lang.NNS:
			if agentNouns[w] {
				r.agent(i)
			} else if c := r.lex.nouns[w]; c != nil {
				r.noun(i, c)
			}
		case t == lang.RB && hearsayAdverbs[w]:
			r.adverb(i)
		case t == lang.JJ:
			if c := r.lex.adjs[w]; c != nil {
				r.adjective(i, c)
			}
		}
	}
}

// mistagged reports whether the noun at i must be a verb after all: a name or a
// plural that can be its subject stands before it, and behind it begins an
// object that no noun takes.
func (r *reader) mistagged(i int) bool {
	switch r.tag(i + 1) {
	case lang.DT, lang.PRP, lang.PRPS:
	case lang.NNP:
		if strings.HasSuffix(r.lower[i], "s") == (r.tag(i-1) == lang.NNS) {
			return false
		}
	default:
		return false
	}
	switch t := r.tag(i - 1); t {
	case lang.NNS, lang.NNPS:
		return r.tag(i) == lang.NN
	case lang.NNP, lang.PRP:
		return r.tag(i) != lang.NNP && strings.HasSuffix(r.lower[i], "s") || r.word(i-1) == "they" || r.word(i-1) == "we"
	}
	switch r.word(i - 1) {
	case "many", "some", "most", "others", "few", "who":
		return true
	}
	return false
}

// determined reports whether an article or a possessive stands right before i.
func (r *reader) determined(i int) bool {
	t := r.tag(i - 1)
	return t == lang.DT || t == lang.PRPS || t == lang.POS || r.word(i-1) == "'"
}

// spoken reports whether verb v already gives a full quotation.
func (r *reader) spoken(v int) bool {
	for k := range r.speech {
		if r.speech[k].cue == v {
			return true
		}
	}
	return false
}

// hearsayAdverbs say that someone says so, and not who.
var hearsayAdverbs = map[string]bool{"reportedly": true, "allegedly": true, "purportedly": true, "supposedly": true, "presumably": true}

// adverb takes the clause that "reportedly" stands in.
func (r *reader) adverb(i int) {
	u := r.units[r.unit[i]]
	a, b := i, i+1
	for a > u.First && r.word(a-1) != "," && r.word(a-1) != ";" && r.word(a-1) != "--" && r.word(a-1) != "—" {
		a--
	}
	for b < u.End && r.word(b) != "," && r.word(b) != ";" && r.word(b) != "--" && r.word(b) != "—" {
		b++
	}
	r.add(finding{content: []lang.Range{{First: a, End: i}, {First: i + 1, End: b}}, cue: lang.Range{First: i, End: i + 1}, head: -1, verb: i, rule: "adverb"})
}

// poll takes the percentages that a sentence gives "in a poll".
func (r *reader) poll(i int) {
	u := r.units[r.unit[i]]
	src, head := r.chunkFrom(i+1, u.End)
	if head < 0 {
		return
	}
	switch r.word(head) {
	case "poll", "polls", "survey", "surveys":
	default:
		return
	}
	f := finding{cue: lang.Range{First: i, End: i + 1}, source: src, head: head, verb: i, rule: "according"}
	if i <= u.First+1 {
		f.content = []lang.Range{{First: src.End, End: u.End}}
	} else {
		f.content = []lang.Range{{First: u.First, End: i}}
	}
	for _, c := range f.content {
		for k := c.First; k < c.End; k++ {
			if t := r.d.Tokens[k].Kind; t == lang.Percent || r.word(k) == "percent" || r.word(k) == "points" {
				r.add(f)
				return
			}
		}
	}
}

// accordingTo takes the sentence around "according to X".
func (r *reader) accordingTo(i int) {
	u := r.units[r.unit[i]]
	src, head := r.chunkFrom(i+2, u.End)
	if head < 0 {
		return
	}
	end := src.End
	// The source's own apposition and clause run to the next comma.
	for end < u.End && r.word(end) != "," && r.word(end) != "." && r.word(end) != ";" && r.word(end) != "--" && r.word(end) != "—" {
		end++
	}
	f := finding{cue: lang.Range{First: i, End: i + 2}, source: src, head: head, verb: i, rule: "according"}
	first := true
	for k := u.First; k < i; k++ {
		if !r.punct(k) {
			first = false
		}
	}
	switch {
	case first:
		f.content = []lang.Range{{First: end, End: u.End}}
	case end+3 < u.End && r.word(end) == "," && r.word(i-1) == ",":
		f.content = []lang.Range{{First: u.First, End: i}, {First: end, End: u.End}}
	default:
		f.content = []lang.Range{{First: u.First, End: i}}
	}
	r.add(f)
}
