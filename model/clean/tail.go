package clean

import (
	"regexp"
	"slices"
	"strings"

	"stet/model/story"
)

// reCommenter is how a comment names its writer.
var reCommenter = regexp.MustCompile(`(?i)^.{1,40}\b(?:says|wrote|writes):?$|^(?:posted|comment|submitted) by\b|^#?\d{1,4}[.)]?$|\b(?:report abuse|reply)\b`)

// commentsFrom returns the line at which a section of readers' comments
// begins, or len(lines). It asks for a heading, copy above it, and at least
// two marks of comments below.
func commentsFrom(lines []line) int {
	// What stands below each line, counted from the end.
	marks, copied := make([]int, len(lines)+1), make([]int, len(lines)+1)
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		marks[i], copied[i] = marks[i+1], copied[i+1]
		switch {
		case (l.reason == story.Comments || l.reason == story.Timestamp) && l.confidence >= sure, l.words <= 10 && reCommenter.MatchString(l.text):
			marks[i]++
		case l.score >= 1.5:
			copied[i]++
		}
	}
	prose := 0
	for i := range lines {
		l := &lines[i]
		if l.score >= 0.5 {
			prose += l.words
		}
		if prose >= 80 && l.reason == story.Comments && l.confidence >= sure && marks[i+1] >= 2 && marks[i+1]*4 >= copied[i+1] {
			return i
		}
	}
	return len(lines)
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
		} else if l.words > 0 && l.words <= 4 && !l.ended && l.digits == 0 && l.title > 0.9 && !l.gap {
			n++
		}
	}
	return n >= 5 || n >= 2 && n*8 >= len(lines)
}

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

// subhead reports whether a section label stands alone between paragraphs,
// where it may be a subheading.
func (p *page) subhead(i int) bool {
	return p.lines[i].reason == story.SectionLabel && p.lines[i].confidence < 0.9 && i > p.lead &&
		p.lines[i-1].score >= 0.5 && i < p.last && p.lines[i+1].score >= 0.5
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
			under = l.part == isFurniture && (l.reason == story.Teaser || l.reason == story.Share || l.reason == story.Navigation)
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
		case under && short >= 2 && !l.ended:
			l.furnish(verdict{story.Teaser, 0.75})
		case p.dumped && furniture >= 2 && short >= 3 && listed*2 < short:
			l.furnish(p.guess(k, 0.65))
		default:
			l.part = inBody
			l.suspect(p, k)
		}
	}
}

func (p *page) furnitureAt(i int, r story.Reason) bool {
	return p.lines[i].part == isFurniture && p.lines[i].reason == r
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

// tail decides the lines below the body. Sentences stay copy.
func (p *page) tail(comments int) {
	touching := true
	bare := !slices.ContainsFunc(p.lines[p.last+1:], func(l line) bool { return l.confidence >= sure })
	for i := p.last + 1; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.part != undecided {
			continue
		}
		switch {
		case i >= comments && (l.confidence < sure || l.reason == story.BylineLine || l.reason == story.Timestamp):
			l.furnish(verdict{story.Comments, 0.75})
			touching = false
		case l.confidence >= sure:
			p.take(i)
			touching = touching && !p.dumped
		case l.pitch() >= 2 && !touching && p.cohesion(i) < 0.25:
			l.furnish(verdict{story.Other, 0.65})
		case l.score >= 2 && l.ended, touching && l.ended && l.words >= 3:
			l.part = inBody
		case touching && p.goesOn(i, bare):
			l.part = inBody
			l.listed = l.listLike() || p.lines[i-1].listed
			l.suspect(p, i)
		default:
			l.furnish(p.guess(i, 0.7))
			touching = false
		}
	}
}

// goesOn reports whether line i, under the last paragraph that reads as prose,
// still belongs to the story: all of a text that is no web page does, and the
// rest of a list. bare says that no furniture follows.
func (p *page) goesOn(i int, bare bool) bool {
	l, above := &p.lines[i], &p.lines[i-1]
	switch {
	case !p.dumped, strings.HasSuffix(above.text, ":"):
		return true
	case i > p.last+1 && above.listed:
		return l.words <= 12
	}
	return bare && l.listLike()
}

// listLike reports whether l looks like a list item or the line over a list.
func (l *line) listLike() bool {
	return l.row || l.bullet || l.digits > 0 || strings.HasSuffix(l.text, ":")
}
