package clean

import (
	"slices"
	"strings"
	"time"

	"stet/model/story"
)

// head finds headline, dek, bylines, dates and labels among the lines down to
// the lead.
func (p *page) head() {
	h := slices.IndexFunc(p.lines, func(l line) bool { return l.part == isHeadline })
	if h < 0 {
		h = p.findHeadline()
	}
	if h >= 0 && h < p.lead {
		// A headline from outside the text, as the subject of a mail, gives way.
		if p.s.Slug == "" && p.s.Headline != p.lines[h].text {
			p.s.Slug = p.s.Headline
		}
		p.lines[h].part = isHeadline
		p.s.Headline = p.lines[h].text
		p.aboveHeadline(h)
		p.belowHeadline(h)
	} else {
		p.aboveLead()
	}
	p.leadIsDek(h)
}

// aboveHeadline makes furniture of what stands above line h, but for lines
// that can only be sentences of a story.
func (p *page) aboveHeadline(h int) {
	for i := range h {
		l := &p.lines[i]
		switch {
		case l.part != undecided:
		case l.confidence >= sure:
			p.take(i)
		case l.words > 0 && (strings.Contains(l.text, p.lines[h].text) || strings.Contains(p.lines[h].text, l.text) && l.words > 2):
			l.furnish(verdict{story.Other, 0.9}) // the title of the page
		case l.words >= 20 && l.ended && l.score >= 2.5 && l.pitch() < 2:
			l.part = inBody
			l.verdict = verdict{story.Other, doubtful}
		case l.words >= 12 && l.links == 0 && p.cohesion(i) >= 0.5: // it may be the true headline
			l.part = inBody
			l.verdict = verdict{story.Teaser, doubtful}
		default:
			l.furnish(p.guess(i, 0.8))
		}
	}
}

// aboveLead deals with what stands above the lead where no headline was found.
func (p *page) aboveLead() {
	short := 0
	for i := range p.lead {
		if l := &p.lines[i]; l.confidence < sure && l.score < 0.5 {
			short++
		}
	}
	for i := range p.lead {
		l := &p.lines[i]
		switch {
		case l.part != undecided:
		case l.confidence >= sure:
			p.take(i)
		case l.score >= 0.5 || (short < 3 || !p.dumped) && l.words > 2:
			l.part = inBody
		default:
			l.furnish(p.guess(i, 0.65))
		}
	}
}

// belowHeadline deals with the lines between headline and lead.
func (p *page) belowHeadline(h int) {
	words := p.leadWords()
	others := 0
	for i := h + 1; i < p.lead; i++ {
		l := &p.lines[i]
		if l.part != undecided {
			continue
		}
		if l.confidence >= sure {
			p.take(i)
			continue
		}
		if p.s.Dek == "" && others < 3 && (p.dekLike(i, words) || i == h+1 && p.underHeadline(i)) && (p.dumped || p.standsOver(i)) {
			l.part = isDek
			p.s.Dek = l.text
			continue
		}
		if len(p.s.Bylines) == 0 && others < 4 {
			if names, v := byline(l.text, l.shape, true); len(names) > 0 && p.vouched(i, names) {
				l.names, l.verdict = names, v
				p.take(i)
				continue
			}
		}
		if i > 0 && p.furnitureAt(i-1, story.BylineLine) && l.words > 0 && l.words <= 6 && !l.ended && l.title > 0.9 && l.digits == 0 {
			l.furnish(verdict{story.BylineLine, 0.75}) // the writer's paper or post
			continue
		}
		others++
		switch {
		case l.ended && l.words >= 4 && p.touchesLead(i), l.ended && l.words >= 2 && !p.dumped:
			l.part = inBody
		case i+1 < len(p.lines) && p.lines[i+1].reason == story.PhotoCredit && p.lines[i+1].confidence >= sure:
			l.furnish(verdict{story.CaptionLine, 0.75})
		case l.score >= 1.5, l.words >= 14 && l.stops >= 0.2 && l.title < 0.6, i == p.lead-1 && l.words >= 8 && l.stops >= 0.2 && l.title < 0.6:
			l.part = inBody
			l.suspect(p, i)
		default:
			l.furnish(p.guess(i, 0.7))
		}
	}
}

// touchesLead reports whether nothing but copy stands between line i and the
// lead.
func (p *page) touchesLead(i int) bool {
	for j := i + 1; j < p.lead; j++ {
		if l := &p.lines[j]; l.confidence >= sure || !l.ended {
			return false
		}
	}
	return true
}

// standsOver reports whether line i is set off from the story under it as a dek
// is: it does not end like a sentence, or a byline, a date, a photo credit or a
// dateline follows.
func (p *page) standsOver(i int) bool {
	if !p.lines[i].ended {
		return true
	}
	next := &p.lines[i+1]
	_, n := parseDateline(next.text, time.Time{})
	return n > 0 || next.confidence >= sure && next.reason != story.Advertisement && next.reason != story.Teaser
}

// underHeadline reports whether line i, right under the headline, can be a dek
// by its size though the copy does not take it up: it is no item of a list.
func (p *page) underHeadline(i int) bool {
	l := &p.lines[i]
	return p.couldHead(i) && l.words >= 5 && p.listed(i) <= 3 && l.stops > 0 && l.pitch() == 0
}

// dekLike reports whether line i can be the dek.
func (p *page) dekLike(i int, body map[string]bool) bool {
	l := &p.lines[i]
	if _, n := parseDateline(l.text, time.Time{}); n > 0 {
		return false
	}
	if l.words < 5 || l.words > 45 || l.links > 0 || l.bullet || l.text == p.s.Headline {
		return false
	}
	return overlap(l.text, func(w string) bool { return body[w] }) >= 0.3 || l.ended && l.words >= 8 && l.pitch() < 2
}

// leadIsDek moves the lead to the dek where what follows shows that the story
// opens again under it: a byline, a date, a photo credit or a dateline. Where no
// headline was found and the line is short, it is the headline.
func (p *page) leadIsDek(h int) {
	if p.s.Dek != "" {
		return
	}
	l := &p.lines[p.lead]
	if _, n := parseDateline(l.text, p.s.Created); n > 0 || l.words > 40 || l.part != undecided || len(sentences(l.text)) > 3 {
		return
	}
	opens := false
	next := -1
	for j := p.lead + 1; j <= p.last; j++ {
		m := &p.lines[j]
		if m.confidence >= sure {
			opens = opens || h >= 0 && (m.reason == story.BylineLine || m.reason == story.Timestamp || m.reason == story.PhotoCredit)
			continue
		}
		if m.sentence() {
			next = j
			break
		}
	}
	if next < 0 {
		return
	}
	if d, n := parseDateline(p.lines[next].text, p.s.Created); n > 0 && d.Place != "" {
		opens = true
	}
	if !opens {
		return
	}
	if h < 0 && l.words <= 16 && len(sentences(l.text)) == 1 {
		l.part = isHeadline
		p.s.Headline = l.text
	} else {
		l.part = isDek
		p.s.Dek = l.text
	}
	for j := p.lead + 1; j < next; j++ {
		if m := &p.lines[j]; m.confidence >= sure {
			p.take(j)
		}
	}
	p.lead = next
}
