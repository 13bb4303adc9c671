package wire

import (
	"context"
	"strconv"
	"strings"
	"time"

	"stet/model/story"
)

// looksIPTC7901 tells a message by its SOH and the header that follows it.
func looksIPTC7901(d *document) bool {
	return iptcStart().MatchString(d.head)
}

// readIPTC7901 reads the messages of an IPTC 7901 transmission: between SOH and
// STX the header (source and number, priority, category, word count, then the
// slug), between STX and ETX the text, and then the time of filing.
func readIPTC7901(_ context.Context, d *document) ([]*story.Story, error) {
	t, _ := decode(d.data, "windows-1252")
	if !strings.Contains(t, stx) {
		return nil, d.fail("the IPTC 7901 message breaks off in its header", "ask for it again", nil)
	}
	var out []*story.Story
	for i, msg := range strings.Split(t, soh) {
		if i == 0 || !strings.Contains(msg, stx) || len(out) >= maxStories {
			continue
		}
		s := iptcMessage(msg)
		finish(s)
		out = append(out, s)
	}
	return out, nil
}

var (
	iptcStart = pattern(`^\x01\s*[\x20-\x7e]{6,}`)
	// iptcHead is "eca100 3 s 586 ccccb   dpa 099".
	iptcHead = pattern(`^\s*([A-Za-z]{2,4}\d{1,5})\s+([1-9])\s+([A-Za-z]{1,3})\s+(\d+)\s*(.*)`)
	iptcSent = pattern(`(\d{2})(\d{2})(\d{2})\s+(?:GMT|UTC|Z)\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{2,4})`)
	// iptcMark are the lines above a headline that say what the story is to the desk.
	iptcMark = pattern(`^(?:\(?[A-Z0-9][A-Z0-9 /.,!:-]{2,40}\)?|\(\w+\)|(?:\d+\.|[Ee]rste|[Zz]weite) Zusammenfassung.*)$`)
	iptcDeep = pattern(`(?i)^(?:# (?:notebook|notizblock)|\* \* \* \*|The following information is not intended for publication|Note to editors)`)
	germanMo = strings.NewReplacer("Mrz", "Mar", "Mai", "May", "Okt", "Oct", "Dez", "Dec", "Mär", "Mar")
)

func iptcMessage(msg string) *story.Story {
	s := &story.Story{}
	head, text, _ := strings.Cut(msg, stx)
	text, tail, whole := strings.Cut(text, etx)
	if !whole {
		text, _, _ = strings.Cut(text, eot)
		s.Repairs = append(s.Repairs, "the message breaks off before its end mark; its last words may be missing")
	}
	lines := strings.Split(lineBreaks.Replace(head), "\n")
	var agency string
	for i, l := range lines {
		if m := iptcHead().FindStringSubmatch(l); m != nil {
			s.ID, s.Section = m[1], m[3]
			s.Priority, _ = strconv.Atoi(m[2])
			for _, f := range strings.Fields(m[5]) {
				if f == "dpa" || strings.ToUpper(f) == f && len(f) >= 2 && len(f) <= 5 && isLetter(f[0]) {
					agency = f
				}
			}
			s.Slug = oneLine(strings.Join(lines[i+1:], " "))
			break
		}
	}
	s.Credit = agency
	s.Slug = strings.Trim(s.Slug, "/ ")
	if m := iptcSent().FindStringSubmatch(germanMo.Replace(tail)); m != nil {
		year := m[5]
		if len(year) == 2 {
			year = "20" + year
		}
		if at, err := time.Parse("2 15 4 Jan 2006", m[1]+" "+m[2]+" "+m[3]+" "+m[4]+" "+year); err == nil {
			s.Created, s.Versioned, s.Published = at, at, oneLine(m[0])
		}
	}
	iptcText(s, text)
	return s
}

// iptcText takes the text of a message apart. Above the line that ends with an
// equals sign stand marks such as "1ST LEAD", the headline and the byline; below
// the notebook stand notes to editors.
func iptcText(s *story.Story, text string) {
	lines := strings.Split(lineBreaks.Replace(text), "\n")
	rest := lines
	for i, l := range lines[:min(len(lines), 14)] {
		if !strings.HasSuffix(strings.TrimRight(l, " "), "=") {
			continue
		}
		for _, h := range lines[:i+1] {
			h = strings.TrimRight(oneLine(h), " =")
			switch {
			case h == "":
			case s.Headline == "" && iptcMark().MatchString(h):
				instruct(s, iptcOrder(h)...)
			case s.Headline != "" && byWord().MatchString(h):
				s.Bylines = append(s.Bylines, bylines(h)...)
			case s.Headline == "":
				s.Headline = h
			case s.Dek == "" && len(h) > 70:
				s.Dek = h
			default:
				s.Headline += " " + h
			}
		}
		rest = lines[i+1:]
		break
	}
	var notes []string
	for i, l := range rest {
		if iptcDeep().MatchString(strings.TrimSpace(l)) {
			notes, rest = rest[i:], rest[:i]
			break
		}
	}
	for _, p := range foldLines(rest) {
		s.Body = append(s.Body, story.Paragraph{Text: p})
	}
	if len(notes) > 0 {
		s.EdNote = iptcNotes(notes)
		for i, p := range foldLines(notes) {
			s.Furniture = append(s.Furniture, story.Furniture{Line: len(lines) - len(notes) + i + 1, Text: p, Reason: story.WireHeader, Confidence: 1, Before: len(s.Body)})
		}
	}
	if len(s.Body) == 0 && s.Headline != "" {
		s.Body = []story.Paragraph{{Text: s.Headline}}
	}
}

// iptcOrder reads a mark such as "REFILE" or "1ST LEAD".
func iptcOrder(mark string) []story.Instruction {
	found := findInstructions(mark)
	if m := leadNumber().FindStringSubmatch(mark); m != nil {
		n, _ := strconv.Atoi(m[1])
		return []story.Instruction{{Kind: story.WriteThru, Text: mark, Number: n}}
	}
	if strings.HasPrefix(mark, "REFILE") && len(found) == 0 {
		return []story.Instruction{{Kind: story.Correction, Text: mark}}
	}
	return found
}

var leadNumber = pattern(`^(\d+)(?:ST|ND|RD|TH) LEAD\b`)

// iptcNotes is the note to editors out of a notebook, without links, contacts
// and sign-offs.
func iptcNotes(lines []string) string {
	var out []string
	in := false
	for _, l := range lines {
		l = oneLine(l)
		switch {
		case strings.HasPrefix(l, "#"), strings.HasPrefix(l, "* *"):
			low := strings.ToLower(l)
			in = strings.Contains(low, "note to editors") || strings.Contains(low, "notes to editors") || strings.Contains(low, "redaktionelle")
		case in && l != "":
			out = append(out, strings.TrimLeft(l, "- "))
		}
	}
	return strings.Join(out, " ")
}
