package clean

import (
	"strings"
	"unicode/utf8"

	"stet/model/story"
)

// findHeadline returns the line that is most likely the headline, or -1.
func (p *page) findHeadline() int {
	words := p.leadWords()
	best, at := 0.0, -1
	unknown := 0 // lines above that no phrase explains
	for i := max(0, p.lead-headWindow); i < p.lead; i++ {
		l := &p.lines[i]
		if l.part != undecided || l.confidence >= sure || l.words == 0 || l.words > 25 {
			continue
		}
		if !p.dumped && unknown > 2 {
			break // text that is copy throughout opens with its headline
		}
		v := p.headlineScore(i, words)
		bar := 1.2
		if unknown == 0 && i < 8 {
			bar = 0.4
		}
		if l.words >= 3 || p.dumped {
			unknown++
		}
		if v >= bar && v > best {
			best, at = v, i
		}
	}
	return p.climb(at, best, words)
}

// climb moves from a line that could be the headline, with its score, to one
// above it that could be as well: a headline and its dek look alike, and the
// upper of the two is the headline. More than three such lines on end are a
// list of links.
func (p *page) climb(at int, score float64, words map[string]bool) int {
	if at < 0 || p.repeated(at) {
		return at
	}
	top, n := at, 0
	for up := at - 1; up >= 0; up-- {
		l := &p.lines[up]
		if l.words == 0 && l.confidence < sure {
			continue
		}
		v := p.headlineScore(up, words)
		if !p.couldHead(up) || v < 0.9 || v < score-2 {
			break
		}
		top = up
		if n++; n > 2 || p.repeated(up) {
			break
		}
	}
	if n > 2 {
		return at
	}
	return top
}

// couldHead reports whether line i has the size of a headline and no other
// reason to be there.
func (p *page) couldHead(i int) bool {
	l := &p.lines[i]
	return l.part == undecided && l.confidence < sure && l.words >= 3 && l.words <= 22 && l.links == 0 && !l.bullet
}

// headlineScore weighs line i as the headline: how much of it the lead says
// again, its length, how it ends, whether the page's title repeats it, and
// what stands under it.
func (p *page) headlineScore(i int, body map[string]bool) float64 {
	l := &p.lines[i]
	var v float64
	v += 3 * overlap(l.text, func(w string) bool { return body[w] })
	switch n := l.words; {
	case n >= 4 && n <= 16:
		v++
	case n == 3 && v == 0 && !p.dumped:
		v--
	case n == 3 || n <= 22 && n > 16:
		v += 0.3
	case n == 2:
		v -= 1.4
	case n == 1:
		v -= 2
	}
	if strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, "..") {
		v -= 1.3
	}
	switch r, _ := utf8.DecodeLastRuneInString(l.text); r {
	case ':':
		v--
	case '-', '–', '—', ',', '[', '(': // a piece of something longer
		v -= 3
	}
	if l.bullet {
		v--
	}
	if l.lowFirst {
		v -= 0.5
	}
	if l.links == 1 && l.words >= 6 { // "Opinion | The harbour and its enemies"
		v -= 0.3
	} else {
		v -= float64(l.links)
	}
	if l.words >= 10 && l.stops == 0 {
		v -= 1.5
	}
	if r, _ := utf8.DecodeRuneInString(l.text); strings.ContainsRune(".,;:?!", r) {
		v -= 1.5
	}
	if l.words <= 5 && l.title > 0.9 && mastheads[strings.ToLower(l.text[strings.LastIndexByte(l.text, ' ')+1:])] {
		v--
	}
	if p.listed(i) >= 4 && !p.repeated(i) {
		v--
	}
	if p.repeated(i) {
		v += 1.5
	}
	near, under := 0, false
	for j := i + 1; j < p.lead; j++ {
		m := &p.lines[j]
		if m.confidence < sure {
			near++
			continue
		}
		if (near == 0 || near == 1 && p.lines[i+1].words >= 8 && p.lines[i+1].confidence < sure) && !under {
			switch m.reason {
			case story.BylineLine, story.Timestamp:
				v += 0.8
				under = true
			case story.Share, story.Comments:
				v += 0.5
				under = true
			}
		}
	}
	return v - 0.06*float64(near)
}

// mastheads are the words that names of newspapers and agencies end with.
var mastheads = set("journal times post news herald tribune gazette mail globe guardian observer chronicle courier echo star press wire agency service network online")

// listed counts the lines around line i, itself included, that follow each
// other and could all be headlines: lists of links look like that.
func (p *page) listed(i int) int {
	n := 1
	for j := i - 1; j >= 0 && p.couldHead(j) && !p.lines[j].ended; j-- {
		n++
	}
	for j := i + 1; j < p.lead && p.couldHead(j) && !p.lines[j].ended; j++ {
		n++
	}
	return n
}

// repeated reports whether one of the first lines holds the text of line i, as
// the title of a web page holds its headline.
func (p *page) repeated(i int) bool {
	t := p.lines[i].text
	if len(t) < 15 {
		return false
	}
	for j := range min(i, 3) {
		if strings.Contains(p.lines[j].text, t) {
			return true
		}
	}
	return false
}
