package sources

import (
	"stet/model/lang"
	"stet/model/story"
)

// findHeadlines reads "Minister: No talks before May" and "No talks before May:
// minister" in headlines: a colon is a cue there.
func (r *reader) findHeadlines() {
	for k := range r.d.Paras {
		p := &r.d.Paras[k]
		if p.Role != story.RoleHeadline && (k > 0 || p.Role != story.RoleBody || len(p.Text) > 150) {
			continue
		}
		for i := p.Tokens.First + 1; i < p.Tokens.End-1; i++ {
			if r.word(i) == ":" && r.d.Tokens[i+1].Space {
				r.headlineColon(lang.Range{First: p.Tokens.First, End: p.Tokens.End}, i)
				break
			}
		}
	}
}

func (r *reader) headlineColon(h lang.Range, colon int) {
	words := colon - h.First
	f := finding{cue: lang.Range{First: colon, End: colon + 1}, verb: colon, rule: "headline", strong: true}
	end := h.End
	for i := colon + 1; i < end; i++ {
		if r.word(i) == ";" || r.word(i) == "." && i < end-1 && r.d.Tokens[i+1].Space {
			end = i
		}
	}
	after := end - colon - 1
	switch {
	case words <= 5 && after >= 3 && r.voicelike(lang.Range{First: h.First, End: colon}):
		f.source, f.head = lang.Range{First: h.First, End: colon}, colon-1
		f.content = []lang.Range{{First: colon + 1, End: end}}
	case after <= 4 && words >= 4 && r.voicelike(lang.Range{First: colon + 1, End: end}):
		f.source, f.head = r.trim(lang.Range{First: colon + 1, End: end}), end-1
		f.content = []lang.Range{{First: h.First, End: colon}}
	default:
		return
	}
	r.add(f)
}

// voicelike reports whether x can be a voice: a noun phrase with no verb.
func (r *reader) voicelike(x lang.Range) bool {
	nouns := 0
	for i := x.First; i < x.End; i++ {
		switch t := r.tag(i); {
		case t == lang.NNP || t == lang.NN || t == lang.NNS || t == lang.NNPS:
			nouns++
		case t.Verb() || t == lang.MD || t == lang.WP || t == lang.WRB || t == lang.CD:
			return false
		}
	}
	return nouns > 0
}
