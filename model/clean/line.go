package clean

import (
	"strings"
	"unicode"

	"stet/model/story"
)

// line is one line of the input, or several that were joined.
type line struct {
	num  int        // of its first line in the input, from 1
	text string     // without white space around it
	gap  bool       // an empty line or an indent stood before it
	role story.Role // as the reader of the file had it
	shape
	verdict
	names  []string // people named by a byline
	raw    float64  // prose()
	score  float64  // raw, or below 0 for sure furniture
	part   part
	listed bool // an item of a list that ends the story
}

// part is where a line goes.
type part uint8

const (
	undecided part = iota
	inBody
	isHeadline
	isDek
	isFurniture
)

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

// sentence reports whether l reads as running copy by its shape alone.
func (l *line) sentence() bool { return l.part != isFurniture && l.score >= 0.5 }

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

// listLike reports whether l looks like a list item or the line over a list.
func (l *line) listLike() bool {
	return l.row || l.bullet || l.digits > 0 || strings.HasSuffix(l.text, ":")
}

// furnish makes l furniture of reason r.
func (l *line) furnish(v verdict) {
	l.part = isFurniture
	l.verdict = v
}

// titled reports whether most of the longer words of t open with a capital.
func titled(t string) bool { return measure(t).title > 0.7 }

// settled reports whether the form of l alone makes it copy: rows of tables, and
// what the reader of the file knew to be a list item, a subheading or a caption.
func (l *line) settled() bool {
	switch l.role {
	case story.RoleListItem, story.RoleTable, story.RoleSubhead, story.RoleCaption:
		return true
	}
	return l.row
}

// bodyRole is what a line of the body is.
func (l *line) bodyRole() story.Role {
	switch {
	case l.role != story.RoleBody:
		return l.role
	case l.row:
		return story.RoleTable
	case l.listed && !strings.HasSuffix(l.text, ":"):
		return story.RoleListItem
	case l.words > 0 && l.words <= 12 && !l.ended && l.score < 0.5 && !l.lowFirst && !l.bullet && !l.quoted && l.digits*3 < l.letters:
		return story.RoleSubhead
	}
	return story.RoleBody
}
