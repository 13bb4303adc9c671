package clean

import (
	"stet/model/story"
)

// page is a flat text on its way to a story.
type page struct {
	lines  []line
	lead   int            // first line of running copy, -1 when there is none
	last   int            // last line of running copy
	days   int            // dates that stand alone between paragraphs
	dumped bool           // the text is a whole web page, menus and all
	topic  map[string]int // how often the body has each meaning word, cut to its stem
	s      *story.Story
}

// arrange decides every line.
func (p *page) arrange() {
	p.repeatedCredits()
	p.settle()
	p.dumped = looksDumped(p.lines)
	comments := commentsFrom(p.lines)
	all := p.lines
	p.lines = all[:comments]
	p.findLead()
	p.lines = all
	p.spare()
	if p.lead < 0 || p.tabular() {
		p.bare()
	} else {
		p.head()
		p.middle()
		p.tail(comments)
	}
	p.rescue()
}

// tabular reports whether the text is tables for the most part: racing fields,
// shares, weather. What stands between their rows belongs to them.
func (p *page) tabular() bool {
	rows := 0
	for i := range p.lines {
		if p.lines[i].row {
			rows++
		}
	}
	return rows >= 5 && rows*3 >= len(p.lines)
}

// settle decides the lines whose form leaves no doubt.
func (p *page) settle() {
	for i := range p.lines {
		switch l := &p.lines[i]; {
		case l.role == story.RoleHeadline && p.s.Headline == "":
			l.part = isHeadline
			p.s.Headline = l.text
		case l.role == story.RoleDek && p.s.Dek == "":
			l.part = isDek
			p.s.Dek = l.text
		case l.settled() && l.confidence < sure:
			l.part = inBody
		}
	}
}

// bare decides the lines of a text that has no running copy: all of it stays
// but for what is surely furniture, the menus of a page, and its headline.
func (p *page) bare() {
	h, furniture := -1, 0
	for i := range p.lines {
		if p.lines[i].confidence >= sure {
			furniture++
		}
	}
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.part != undecided:
		case l.confidence >= sure:
			p.take(i)
		case h < 0 && p.s.Headline == "" && i < 3 && len(p.lines) > 1 && !l.ended && l.words >= 3 && l.words <= 25:
			l.part = isHeadline
			p.s.Headline = l.text
			h = i
		case furniture >= 5 && l.words <= 4 && !l.ended:
			l.furnish(p.guess(i, 0.65))
		default:
			l.part = inBody
		}
	}
}

// rescue gives back the longer teasers and labels of a text that has hardly
// any other copy, such as a digest of headlines.
func (p *page) rescue() {
	kept, taken := 0, 0
	for i := range p.lines {
		switch l := &p.lines[i]; {
		case l.part == inBody:
			kept += l.words
		case p.rescuable(i):
			taken += l.words
		}
	}
	if kept >= 40 || taken <= kept {
		return
	}
	for i := range p.lines {
		if p.rescuable(i) {
			p.lines[i].part = inBody
		}
	}
}

func (p *page) rescuable(i int) bool {
	l := &p.lines[i]
	return l.part == isFurniture && l.words >= 8 && (l.reason == story.Teaser || l.reason == story.Other || l.reason == story.SectionLabel)
}

// take makes furniture of line i for the reason that its words give, and
// keeps what it tells. A section label that stands in a menu tells nothing.
func (p *page) take(i int) {
	l := &p.lines[i]
	l.part = isFurniture
	menu := func(j int) bool {
		return j >= 0 && j < len(p.lines) && (p.lines[j].reason == story.SectionLabel || p.lines[j].reason == story.Navigation && p.lines[j].confidence >= sure)
	}
	keep(p.s, l, i <= p.lead && !(l.reason == story.SectionLabel && (menu(i-1) || menu(i+1))))
}

// guess gives a reason to a line that is not copy because of where it stands.
func (p *page) guess(i int, confidence float64) verdict {
	l := &p.lines[i]
	if l.reason != "" {
		return verdict{l.reason, max(confidence, l.confidence)}
	}
	short := func(j int) bool { return j >= 0 && j < len(p.lines) && p.lines[j].words <= 4 && !p.lines[j].ended }
	switch {
	case l.words == 0 || l.links > 0:
		return verdict{story.Navigation, confidence}
	case l.words <= 4 && (short(i-1) || short(i+1)):
		return verdict{story.Navigation, confidence}
	case l.words <= 3:
		return verdict{story.SectionLabel, confidence}
	case l.words <= 20 && !l.ended:
		return verdict{story.Teaser, confidence}
	}
	return verdict{story.Other, confidence}
}

func (p *page) furnitureAt(i int, r story.Reason) bool {
	return p.lines[i].part == isFurniture && p.lines[i].reason == r
}

// looksDumped reports whether the lines are a whole web page rather than copy
// with a little furniture in it: five lines that only pages have, or one in
// eight of all. Short lines with a capital on every word count, as menus have
// them and lists of ingredients do not.
func looksDumped(lines []line) bool {
	n := 0
	for i := range lines {
		l := &lines[i]
		if l.confidence >= sure {
			switch l.reason {
			case story.Navigation, story.Share, story.Comments, story.SectionLabel, story.Notice, story.Copyright, story.Newsletter:
				n++
			}
		} else if l.part == undecided && l.words > 0 && l.words <= 4 && !l.ended && l.digits == 0 && l.title > 0.9 && !l.gap {
			n++
		}
	}
	return n >= 5 || n >= 3 && n*8 >= len(lines)
}
