package clean

import (
	"strings"

	"stet/model/story"
)

// spare takes back verdicts on lines that read as sentences of this story: long
// ones that use its words, and do not speak to the reader. A story about
// cookies, copyright or newsletters has the same phrases as the furniture.
func (p *page) spare() {
	end := len(p.lines) - 1
	for end > 0 && p.lines[end].raw < 1.5 {
		end--
	}
	for i := range p.lines {
		l := &p.lines[i]
		switch l.reason {
		case story.CaptionLine:
			if i != end { // the last paragraph may be signed by its agency
				continue
			}
		case story.Copyright, story.Notice, story.Newsletter, story.Comments, story.Navigation, story.Advertisement, story.LiveBlog, story.AgeNotice:
		default:
			continue
		}
		if l.confidence >= sure && l.raw >= 1.5 && l.words >= 12 && l.ended && l.pitch() == 0 && !strings.Contains(l.text, "©") && p.cohesion(i) >= 0.35 {
			l.confidence = 0.5
			l.score = l.raw
		}
	}
}

// repeatedCredits takes the length limit off captions that end with the same
// credit as another line.
func (p *page) repeatedCredits() {
	credits := map[string]int{}
	credit := func(l *line) string { return l.text[max(0, strings.LastIndexAny(l.text, "([/")):] }
	for i := range p.lines {
		if l := &p.lines[i]; l.reason == story.CaptionLine {
			credits[credit(l)]++
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.reason == story.CaptionLine && l.confidence >= doubtful+0.05 && l.words > longCaption && credits[credit(l)] > 1 {
			l.confidence = 0.85
			l.score = min(l.score, -1)
		}
	}
}

// middle decides the lines from the lead to the last line of the body.
func (p *page) middle() {
	for i := p.lead + 1; i < p.last; i++ {
		if l := &p.lines[i]; l.reason == story.Timestamp && p.lines[i-1].score >= 0.5 && p.lines[i+1].score >= 0.5 {
			p.days++
		}
	}
	for i := p.lead; i <= p.last; i++ {
		l := &p.lines[i]
		switch {
		case l.part != undecided:
		case l.confidence >= sure && !p.subhead(i):
			p.take(i)
		case l.sentence():
			l.part = inBody
		}
	}
	for i := p.lead; i <= p.last; {
		if p.lines[i].part == inBody {
			i++
			continue
		}
		j := i
		for j <= p.last && p.lines[j].part != inBody {
			j++
		}
		p.gap(i, j)
		i = j
	}
}

// subhead reports whether line i stands alone between paragraphs, where it may
// be a subheading though its words are those of furniture: a section label, or
// one of the days of a diary.
func (p *page) subhead(i int) bool {
	l := &p.lines[i]
	if i <= p.lead || i >= p.last || p.lines[i-1].score < 0.5 || p.lines[i+1].score < 0.5 {
		return false
	}
	switch l.reason {
	case story.SectionLabel:
		return l.confidence < 0.9
	case story.Timestamp:
		f := fold(l.text)
		return p.days > 1 && !reClock.MatchString(f) && !reLabel.MatchString(f)
	}
	return false
}

// gap decides the lines [i, j) that stand between two paragraphs of the body
// and do not read as prose: subheadings, lists and pieces of sentences stay,
// boxes of links go.
func (p *page) gap(i, j int) {
	furniture, short, listed := 0, 0, 0
	for k := i; k < j; k++ {
		l := &p.lines[k]
		switch {
		case l.part != undecided:
			furniture++
		default:
			short++
			if l.bullet || l.digits > 0 || l.ended || l.quoted || l.lowFirst {
				listed++
			}
		}
	}
	under := false // a heading such as "Related stories" stands above
	for k := i; k < j; k++ {
		l := &p.lines[k]
		if l.part != undecided {
			under = l.part == isFurniture && (l.reason == story.Teaser || l.reason == story.Share || p.dumped && l.reason == story.Navigation)
			continue
		}
		switch {
		case l.words == 0 && (furniture > 0 || len(l.text) <= 2 && !strings.ContainsAny(l.text, `"'*`)):
			l.furnish(p.guess(k, 0.7))
		case k > i && k+1 < j && p.furnitureAt(k-1, story.Newsletter) && p.furnitureAt(k+1, story.Newsletter):
			l.furnish(verdict{story.Newsletter, 0.65})
		case k+1 < j && l.words >= 3 && (p.furnitureAt(k+1, story.PhotoCredit) || p.gallery(k+1)):
			l.furnish(verdict{story.CaptionLine, 0.7})
		case l.letters == 0 && l.digits <= 3 && furniture > 0:
			l.furnish(verdict{story.Navigation, 0.7})
		case under && short >= 2 && (!l.ended || strings.HasSuffix(l.text, "?") && l.title > 0.7):
			l.furnish(verdict{story.Teaser, 0.75})
		case p.dumped && furniture >= 2 && short >= 3 && listed*2 < short:
			l.furnish(p.guess(k, 0.65))
		default:
			l.part = inBody
			l.suspect(p, k)
		}
	}
}

// gallery reports whether line i opens a picture gallery.
func (p *page) gallery(i int) bool {
	return p.lines[i].part == isFurniture && strings.Contains(fold(p.lines[i].text), "gallery")
}

// suspect leaves a doubt on a line between paragraphs that is kept though it
// does not end like a sentence and is long for a subheading: captions without a
// credit and teasers without a mark look like that.
func (l *line) suspect(p *page, i int) {
	if l.confidence > 0 || l.ended || l.words < 10 || l.bullet || l.lowFirst || l.quoted || l.digits > 0 && l.title > 0.7 || strings.HasSuffix(l.text, ":") {
		return
	}
	if i+1 < len(p.lines) && (p.lines[i+1].lowFirst || p.lines[i+1].score < 0.5) || i > 0 && p.lines[i-1].score < 0.5 {
		return // a piece of a sentence, or one of a list
	}
	switch {
	case l.title > 0.7:
		l.verdict = verdict{story.Teaser, 0.45}
	case l.words >= 12:
		l.verdict = verdict{story.CaptionLine, 0.45}
	}
}
