package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

// headWindow is how many lines above the lead the headline is looked for.
const headWindow = 60

// page is a flat text on its way to a story.
type page struct {
	lines  []line
	lead   int            // first line of running copy, -1 when there is none
	last   int            // last line of running copy
	dumped bool           // the text is a whole web page, menus and all
	topic  map[string]int // how often the body has each meaning word, cut to its stem
	s      *story.Story
}

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
		if l.confidence < sure && l.ended && l.words >= 15 && l.stops >= 0.2 && l.title < 0.6 && (!p.dumped || p.cohesion(i) >= 0.4 && l.pitch() < 2) {
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

// pitch counts the words that speak to the reader or for the house ("your",
// "our"), as promotions do; 0 when the line quotes someone.
func (l *line) pitch() int {
	if strings.ContainsAny(l.text, "\"“”") {
		return 0
	}
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(l.text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "you", "your", "yours", "our", "us", "we":
			n++
		}
	}
	return n
}

// head finds headline, dek, bylines, dates and labels among the lines down to
// the lead.
func (p *page) head() {
	h := p.findHeadline()
	if h >= 0 {
		p.lines[h].part = isHeadline
		p.s.Headline = p.lines[h].text
		p.aboveHeadline(h)
		p.belowHeadline(h)
	} else {
		p.aboveLead()
	}
	p.leadIsDek(h)
}

// findHeadline returns the line that is most likely the headline, or -1.
func (p *page) findHeadline() int {
	words := p.leadWords()
	best, at := 0.0, -1
	unknown := 0 // lines above that no phrase explains
	for i := max(0, p.lead-headWindow); i < p.lead; i++ {
		l := &p.lines[i]
		if l.confidence >= sure || l.words == 0 || l.words > 25 {
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
	return l.confidence < sure && l.words >= 3 && l.words <= 22 && l.links == 0 && !l.bullet
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
	case '-', '–', '—', ',', ';', '[', '(': // a piece of something longer
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

// aboveHeadline makes furniture of what stands above line h, but for lines
// that can only be sentences of a story.
func (p *page) aboveHeadline(h int) {
	for i := range h {
		l := &p.lines[i]
		switch {
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
		if l.confidence >= sure {
			p.take(i)
			continue
		}
		if p.s.Dek == "" && others < 3 && (p.dekLike(i, words) || i == h+1 && p.underHeadline(i)) {
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
		case l.words > 0 && l.ended && l.words >= 4 && p.touchesLead(i):
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

// vouched reports whether something speaks for line i being a byline though it
// does not say "by": an affiliation after the name, or a date beside it. The
// writer's name is not in the copy.
func (p *page) vouched(i int, names []string) bool {
	if overlap(names[0], func(w string) bool { return p.topic[w] > 0 }) > 0.5 {
		return false
	}
	if strings.ContainsAny(p.lines[i].text, ",|") {
		return true
	}
	for j := i - 2; j <= i+2; j++ {
		if j >= 0 && j < len(p.lines) && j != i && p.lines[j].reason == story.Timestamp {
			return true
		}
	}
	return false
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

// underHeadline reports whether line i, right under the headline, can be a dek
// by its size though the copy does not take it up: it is no item of a list.
func (p *page) underHeadline(i int) bool {
	l := &p.lines[i]
	return p.couldHead(i) && l.words >= 5 && p.listed(i) <= 3 && l.stops > 0 && l.pitch() == 0
}

// dekLike reports whether line i can be the dek.
func (p *page) dekLike(i int, body map[string]bool) bool {
	l := &p.lines[i]
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

// keep moves what a piece of furniture tells into the empty fields of s. Only
// lines of the head speak of the story's date and section.
func keep(s *story.Story, l *line, inHead bool) {
	switch l.reason {
	case story.BylineLine:
		addBylines(s, l.names)
	case story.PhotoCredit:
		if inHead && s.Credit == "" && reAgencyOnly.MatchString(fold(l.text)) {
			s.Credit = l.text
			l.verdict = verdict{story.BylineLine, 0.8}
			return
		}
		if s.PhotoCredit == "" {
			s.PhotoCredit = creditName(l.text)
		}
	case story.Timestamp:
		if inHead && s.Published == "" && l.digits > 2 {
			s.Published = l.text
		}
	case story.SectionLabel:
		if inHead && s.Section == "" && l.words <= 3 && !l.ended {
			s.Section = strings.Trim(l.text, " |»›>:•")
		}
	case story.Navigation:
		if inHead && s.Section == "" {
			s.Section = breadcrumb(l.text)
		}
	case story.SignOff:
		addBylines(s, tailNames(l.text))
	case story.WireHeader:
		if s.EdNote == "" && strings.HasPrefix(fold(l.text), "eds") {
			s.EdNote = l.text
		}
	}
}

// An agency's name by itself above the lead says whose the copy is.
var reAgencyOnly = regexp.MustCompile(`^(?:the )?(?:associated press|reuters|agence france-presse|afp|ap|press association|pa|upi|bloomberg(?: news)?|xinhua|canadian press|pti|ians)\.?$`)

var reCrumb = regexp.MustCompile(`\s*(?:>>?|»|›|::|/)\s*`)

// breadcrumb is the last section in a trail such as "Home >> World >> Asia".
func breadcrumb(t string) string {
	parts := reCrumb.Split(strings.Trim(t, " >»›"), -1)
	if n := len(parts); n >= 2 && strings.EqualFold(parts[0], "home") && len(strings.Fields(parts[n-1])) <= 3 {
		return parts[n-1]
	}
	return ""
}

func addBylines(s *story.Story, names []string) {
next:
	for _, n := range names {
		for _, b := range s.Bylines {
			if strings.EqualFold(b, n) {
				continue next
			}
		}
		s.Bylines = append(s.Bylines, n)
	}
}

// creditName is a photo credit without the words that introduce it.
func creditName(t string) string {
	t = strings.Trim(t, "()[] ")
	if m := rePhotoIntro.FindString(t); m != "" {
		t = t[len(m):]
	}
	return strings.TrimSpace(t)
}

var rePhotoIntro = regexp.MustCompile(`^(?i:(?:photo(?:graph)?s?|image|picture|illustration|graphic|video)?s?\s*(?:by|credits?|courtesy(?: of)?|via|©)?\s*[:–—-]?\s*)`)

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
