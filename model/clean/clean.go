package clean

import (
	"context"
	"slices"
	"strings"

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
	// What the reader moved aside and what was moved here stand in one order.
	slices.SortStableFunc(s.Furniture, func(a, b story.Furniture) int { return a.Before - b.Before })
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
	texts := make([]string, len(s.Body))
	for i, p := range s.Body {
		texts[i] = p.Text
	}
	if n := unquote(texts); n > 0 {
		s.Repairs = append(s.Repairs, "the mark of quoted mail was taken off in "+count(n, "place"))
	}
	lines := make([]line, 0, len(texts))
	gap := true
	for i, text := range texts {
		t := strings.Trim(text, space)
		if t == "" {
			gap = true
			continue
		}
		indent := len(text) - len(strings.TrimLeft(text, " \t\u00a0\u3000"))
		lines = append(lines, line{num: i + 1, text: t, gap: gap || indent >= 2 || s.Body[i].Role != story.RoleBody, role: s.Body[i].Role})
		gap = s.Body[i].Role != story.RoleBody
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
