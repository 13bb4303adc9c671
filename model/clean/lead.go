package clean

import (
	"strings"
	"time"
	"unicode"
)

// bodyRange finds the stretch of lines that holds the copy: the one whose
// scores add up highest, as in body-text extraction (Finn, Kushmerick and
// Smyth, 2001). It returns the first and the last line of it, or -1, -1 when
// no line reads as prose.
func bodyRange(lines []line) (from, to int) {
	best, sum := 0.0, 0.0
	from, to = -1, -1
	start := 0
	for i := range lines {
		v := max(-1, lines[i].score)
		if v > 0 {
			v *= 1.5
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += v
		if sum > best {
			best, from, to = sum, start, i
		}
	}
	return from, to
}

// headWindow is how many lines above the lead the headline is looked for.
const headWindow = 60

// findLead sets lead and last from the body range. The lead may stand above
// the range where a box of links parts it from the rest.
func (p *page) findLead() {
	from, to := bodyRange(p.lines)
	p.lead, p.last = from, to
	if from < 0 {
		return
	}
	p.topic = map[string]int{}
	for i := from; i <= to; i++ {
		if p.lines[i].sentence() {
			p.learn(i, 1)
		}
	}
	for i := from; i <= to; i++ {
		l := &p.lines[i]
		if !l.sentence() || !l.ended && l.words < 22 {
			continue
		}
		p.learn(i, -1)
		alone := i+2 <= to && p.lines[i+1].score < 0.5 && p.lines[i+2].score < 0.5
		stray := alone && (p.cohesion(i) < 0.3 || l.pitch() >= 2)
		if !stray {
			p.learn(i, 1)
			p.lead = i
			break
		}
	}
	for i := p.lead - 1; i >= 0 && i >= from-headWindow; i-- {
		l := &p.lines[i]
		if l.confidence >= sure {
			continue
		}
		if d, n := parseDateline(l.text, time.Time{}); n > 0 && d.Place != "" && n < len(l.text) && (!p.dumped || l.words >= 8 && l.ended && p.cohesion(i) >= 0.4) {
			p.lead = i
		}
		if l.ended && l.words >= 15 && l.stops >= 0.2 && l.title < 0.6 && (!p.dumped || p.cohesion(i) >= 0.4 && l.pitch() < 2) {
			p.lead = i
		}
	}
}

// learn counts the meaning words of line i into the topic, n times.
func (p *page) learn(i, n int) {
	for w := range stems(p.lines[i].text) {
		p.topic[w] += n
	}
}

// cohesion is the share of the meaning words of line i that the body uses.
func (p *page) cohesion(i int) float64 {
	return overlap(p.lines[i].text, func(w string) bool { return p.topic[w] > 0 })
}

// overlap is the share of the meaning words of t that known holds.
func overlap(t string, known func(string) bool) float64 {
	hit, total := 0, 0
	for w := range stems(t) {
		total++
		if known(w) {
			hit++
		}
	}
	return float64(hit) / float64(max(1, total))
}

// stems yields the words of t that carry meaning, cut to their first five
// letters, in lower case.
func stems(t string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(w) < 3 || stopWords[w] {
				continue
			}
			w = strings.TrimSuffix(w, "s")
			if len(w) > 5 {
				w = w[:5]
			}
			if !yield(w) {
				return
			}
		}
	}
}

// leadWords holds the stems of the first lines of running copy.
func (p *page) leadWords() map[string]bool {
	m := map[string]bool{}
	for i, n := p.lead, 0; i <= p.last && n < 8; i++ {
		if p.lines[i].sentence() {
			n++
			for w := range stems(p.lines[i].text) {
				m[w] = true
			}
		}
	}
	return m
}
