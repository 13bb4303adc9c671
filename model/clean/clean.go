package clean

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

// Result says what cleaning left undecided.
type Result struct {
	Doubts []Doubt
}

// Doubt is a paragraph that was left in the copy though it may be furniture.
type Doubt struct {
	Para       int // index in Story.Body
	Reason     story.Reason
	Confidence float64 // 0 … 1: how surely it is furniture; always below the bar for removal
}

// Story takes a flat story apart in place: headline, dek, bylines, dateline,
// credit, photo credit, section, date of publication, body and furniture. It
// clears Flat. A story from a structured format loses only the paragraphs that
// their words give away as furniture, and has its empty fields filled.
//
// When ctx ends, the story is left with every line in its body.
func Story(ctx context.Context, s *story.Story) Result {
	repair(s)
	var r Result
	if s.Flat {
		r = flat(ctx, s)
		s.Flat = false
	} else {
		r = structured(ctx, s)
	}
	fromLead(s)
	for _, d := range r.Doubts {
		s.Doubts = append(s.Doubts, story.Doubt{Text: s.Body[d.Para].Text, Reason: d.Reason, Confidence: d.Confidence})
	}
	return r
}

// Text makes a story of pasted text and takes it apart.
func Text(t string) *story.Story {
	s := &story.Story{Flat: true}
	t = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(t, "\ufffd"))
	for l := range strings.SplitSeq(t, "\n") {
		s.Body = append(s.Body, story.Paragraph{Text: l})
	}
	Story(context.Background(), s)
	return s
}

// space is the white space around lines, with what word processors and web
// pages put in its place.
const space = " \t\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff\v\f"

func flat(ctx context.Context, s *story.Story) Result {
	lines := make([]line, 0, len(s.Body))
	gap := true
	for i, p := range s.Body {
		t := strings.Trim(p.Text, space)
		if t == "" {
			gap = true
			continue
		}
		indent := len(p.Text) - len(strings.TrimLeft(p.Text, " \t\u00a0\u3000"))
		lines = append(lines, line{num: i + 1, text: t, gap: gap || indent >= 2})
		gap = false
	}
	lines, joins, hyphens := unwrap(lines)
	if joins > 0 {
		s.Repairs = append(s.Repairs, "hard-wrapped lines were joined in "+count(joins, "place"))
	}
	if hyphens > 0 {
		s.Repairs = append(s.Repairs, "a hyphen at a line end was taken out in "+count(hyphens, "place"))
	}
	lines, mended := mend(lines)
	if mended > 0 {
		s.Repairs = append(s.Repairs, "a broken line was joined in "+count(mended, "place"))
	}
	lines = cutInside(lines)
	for i := range lines {
		if ctx.Err() != nil {
			break
		}
		lines[i].weigh()
	}
	if len(lines) > 1 {
		splitBylines(lines)
	}
	p := &page{lines: lines, s: s}
	if ctx.Err() == nil {
		p.arrange()
	}
	return p.deliver()
}

// splitBylines finds bylines that take two lines: "By", and the name.
func splitBylines(lines []line) {
	for i := range len(lines) - 1 {
		by, name := &lines[i], &lines[i+1]
		if !strings.EqualFold(strings.Trim(by.text, ": "), "by") {
			continue
		}
		if names := nameList(name.text); len(names) > 0 {
			by.verdict = verdict{story.BylineLine, 0.9}
			name.names, name.verdict = names, by.verdict
			name.score = min(name.score, -1)
		}
	}
}

// longCaption is the length, in words, from which a caption could be a
// paragraph of copy that a credit was glued to.
const longCaption = 40

// weigh measures l and judges its words.
func (l *line) weigh() {
	l.shape = measure(l.text)
	if l.confidence == 0 && !l.row {
		l.verdict = judge(l.text, l.shape)
		if v := dateLine(l.text, l.shape); v.confidence > l.confidence {
			l.verdict = v
		}
		if names, v := byline(l.text, l.shape, false); v.confidence > l.confidence {
			l.names, l.verdict = names, v
		}
	}
	l.raw = l.prose()
	if l.reason == story.CaptionLine && l.words > longCaption {
		l.confidence = min(l.confidence, sure-0.05)
	}
	l.score = l.raw
	if l.confidence >= sure {
		l.score = min(l.score, -1)
	}
}

func weighed(t string) line {
	l := line{text: t}
	l.weigh()
	return l
}

// arrange decides every line.
func (p *page) arrange() {
	p.repeatedCredits()
	comments := commentsFrom(p.lines)
	all := p.lines
	p.lines = all[:comments]
	p.findLead()
	p.lines = all
	p.dumped = looksDumped(p.lines)
	p.spare()
	if p.lead < 0 {
		p.bare()
	} else {
		p.head()
		p.middle()
		p.tail(comments)
	}
	p.rescue()
}

// bare decides the lines of a text that has no running copy: all of it stays
// but for what is surely furniture, the menus of a page, and its headline.
func (p *page) bare() {
	h := -1
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.confidence >= sure:
			p.take(i)
		case h < 0 && i < 3 && len(p.lines) > 1 && !l.ended && l.words >= 3 && l.words <= 25:
			l.part = isHeadline
			p.s.Headline = l.text
			h = i
		case p.dumped && l.words <= 4 && !l.ended:
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

// deliver lays the decided lines out in the story.
func (p *page) deliver() Result {
	var r Result
	s := p.s
	body := make([]story.Paragraph, 0, len(p.lines))
	loose := make([]bool, 0, len(p.lines)) // whether a gap stood before each
	items := make([]bool, 0, len(p.lines)) // whether it could be one of a list
	one := p.dump()
	for i := range p.lines {
		l := &p.lines[i]
		switch l.part {
		case isFurniture:
			s.Furniture = append(s.Furniture, story.Furniture{Line: l.num, Text: l.text, Reason: l.reason, Confidence: l.confidence, Before: len(body)})
		case isHeadline, isDek:
		default:
			if l.confidence >= doubtful {
				r.Doubts = append(r.Doubts, Doubt{Para: len(body), Reason: l.reason, Confidence: min(l.confidence, sure-0.01)})
			}
			if i == one {
				parts := splitDump(l.text)
				for _, t := range parts {
					body = append(body, story.Paragraph{Text: t})
					loose = append(loose, l.gap)
					items = append(items, false)
				}
				if len(parts) > 1 {
					s.Repairs = append(s.Repairs, fmt.Sprintf("one long paragraph was split into %d", len(parts)))
				}
				continue
			}
			body = append(body, story.Paragraph{Text: l.text, Role: l.role()})
			loose = append(loose, l.gap)
			items = append(items, l.score < 0.5 && l.words <= 15 && !l.ended && !l.row)
		}
	}
	lists(body, loose, items)
	if n := len(body); n > 0 && body[n-1].Role == story.RoleSubhead { // of nothing
		body[n-1].Role = story.RoleBody
		if !slices.ContainsFunc(r.Doubts, func(d Doubt) bool { return d.Para == n-1 }) {
			r.Doubts = append(r.Doubts, Doubt{Para: n - 1, Reason: story.SectionLabel, Confidence: 0.45})
		}
	}
	s.Body = body
	return r
}

// role is what a line of the body is.
func (l *line) role() story.Role {
	switch {
	case l.row:
		return story.RoleTable
	case l.listed && !strings.HasSuffix(l.text, ":"):
		return story.RoleListItem
	case l.words > 0 && l.words <= 12 && !l.ended && l.score < 0.5 && !l.lowFirst && !l.bullet && !l.quoted && l.digits*3 < l.letters:
		return story.RoleSubhead
	}
	return story.RoleBody
}

// lists makes list items of three and more lines on end that could be some.
// Where some of them stand close together, those with space around them are
// headings yet.
func lists(body []story.Paragraph, loose, items []bool) {
	for i := 0; i < len(body); {
		j := i
		for j < len(body) && items[j] {
			j++
		}
		alone := func(k int) bool { return loose[k] && (k+1 == len(body) || loose[k+1]) }
		close := 0
		for k := i; k < j; k++ {
			if !alone(k) {
				close++
			}
		}
		for k := i; j-i >= 3 && k < j; k++ {
			if (close == 0 || !alone(k)) && !strings.HasSuffix(body[k].Text, ":") {
				body[k].Role = story.RoleListItem
			}
		}
		i = j + 1
	}
}

// dump returns the line of a story that came as one paragraph, or -1.
func (p *page) dump() int {
	at, n := -1, 0
	for i := range p.lines {
		if l := &p.lines[i]; l.part == inBody && l.words >= 12 {
			at = i
			n++
		}
	}
	if n == 1 && p.lines[at].words >= dumpWords {
		return at
	}
	return -1
}

// Markers of advertisements that stand inside a line, between two sentences.
var reInside = regexp.MustCompile(`(?:^|[.!?…]["”’')\]]*) *((?:ADVERTISEMENT|Advertisement|Skip advertisement|(?:STORY|ARTICLE|Story|Article) (?:CONTINUES|continues) (?:BELOW|AFTER|below|after)(?: (?:this |the |THIS |THE )?(?:advertisement|ad|ADVERTISEMENT|AD))?)(?: [-–—] scroll to continue)?[.:]?)(?: +|$)`)

// cutInside parts advertisement markers from the copy that they share a line
// with.
func cutInside(lines []line) []line {
	var out []line
	for i, l := range lines {
		pieces := pieces(l)
		if len(pieces) > 1 && out == nil {
			out = slices.Clone(lines[:i])
		}
		if out != nil {
			out = append(out, pieces...)
		}
	}
	if out == nil {
		return lines
	}
	return out
}

func pieces(l line) []line {
	var out []line
	rest := l.text
	add := func(t string, v verdict) {
		if t = strings.Trim(t, space); t != "" {
			n := l
			n.text, n.verdict = t, v
			out = append(out, n)
		}
	}
	done := 0
	for _, m := range reInside.FindAllStringSubmatchIndex(rest, -1) {
		from, to := m[2], m[3]
		next, _ := utf8.DecodeRuneInString(rest[m[1]:])
		if from == 0 && to == len(rest) || unicode.IsLower(next) { // the whole line, or a word of a sentence
			continue
		}
		add(rest[done:from], verdict{})
		add(rest[from:to], verdict{story.Advertisement, 0.95})
		done = to
	}
	rest = rest[done:]
	add(rest, verdict{})
	return out
}

// fromLead fills dateline and credit from the first paragraphs of the body,
// and bylines from an agency's tail that ends the last one. The words stay in
// the copy as the wire has them.
func fromLead(s *story.Story) {
	if n := len(s.Body); n > 0 {
		if m := reTail.FindStringSubmatch(s.Body[n-1].Text); m != nil {
			addBylines(s, tailNames(m[1]))
		}
	}
	near := s.Versioned
	if near.IsZero() {
		near = s.Created
	}
	if near.IsZero() {
		near = publishedDay(s.Published)
	}
	if s.Dateline.Place == "" && s.Dateline.Agency == "" {
		for i, p := range s.Body {
			if i == 2 {
				break
			}
			if d, n := parseDateline(p.Text, near); n > 0 && len(p.Text) > n {
				s.Dateline = d
				break
			}
		}
	}
	if s.Credit == "" {
		s.Credit = s.Dateline.Agency
	}
}
