package wire

import (
	"context"
	"fmt"
	"strings"
	"time"

	"stet/model/story"
)

// The control characters that ANPA 1312 and IPTC 7901 frame a message with.
const (
	soh = "\x01" // start of heading
	stx = "\x02" // start of text
	etx = "\x03" // end of text
	eot = "\x04" // end of transmission
)

// anpaStart is what a message opens with: two SYN, which some lines drop, SOH,
// the service level and the transmission number.
var anpaStart = pattern(`\x16*\x01[A-Za-z]{1,2}\d{3,4}\x1f`)

// looksANPA tells an ANPA 1312 message by how it opens.
func looksANPA(d *document) bool {
	at := anpaStart().FindStringIndex(d.head)
	return at != nil && at[0] == 0
}

// readANPA reads the messages of an ANPA 1312 transmission, in the form that
// AP gives it: a header of service level, transmission number and selector; a
// line of priority, category, slug, date and word count; and text whose heading
// lines begin with a caret and whose paragraphs are indented.
func readANPA(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, "windows-1252")
	var out []*story.Story
	for i, msg := range strings.Split(t, soh) {
		msg = strings.TrimRight(msg, "\x16")
		if i == 0 || strings.TrimSpace(msg) == "" || len(out) >= maxStories {
			continue
		}
		s := anpaMessage(msg)
		if repair != "" {
			s.Repairs = append(s.Repairs, repair)
		}
		finish(s)
		out = append(out, s)
	}
	if !strings.Contains(t, stx) {
		return nil, d.fail("the ANPA message breaks off in its header", "ask for it again", nil)
	}
	return out, nil
}

var (
	// anpaLine is "r z<DC3><DC1> BC-SLUG--Keyword 1stLd-Writethru  02-20 0500".
	anpaLine   = pattern(`^\s*([a-zA-Z])\s+([a-zA-Z]{1,3})\s*[\x11-\x14]{0,3}\s*(.*?)\s+(\d{1,2}-\d{1,2})\s+(\d{1,5})\s*$`)
	anpaSent   = pattern(`(\d{2}-\d{2}-\d{2} \d{4})\s?GMT`)
	anpaCount  = pattern(`,\s*\d*\s*$`)
	anpaPhoto  = pattern(`^(?:AP|Reuters|AFP|With) (?:Photos?|Graphics?|Videos?|Audio)\b`)
	anpaTitle  = pattern(`(?i)\b(?:writers?|correspondents?|editors?|press|reporters?|analyst|columnist|staff)$`)
	anpaUrgent = map[string]int{"f": 1, "u": 2, "b": 3, "r": 4, "d": 5, "a": 6, "s": 7, "w": 8}
)

func anpaMessage(msg string) *story.Story {
	s := &story.Story{}
	head, text, _ := strings.Cut(msg, stx)
	text, tail, _ := strings.Cut(text, etx)
	text, _, _ = strings.Cut(text, eot)
	id, _, _ := strings.Cut(head, "\x1f")
	s.ID = oneLine(id)
	for _, l := range strings.Split(lineBreaks.Replace(head), "\n") {
		if m := anpaLine().FindStringSubmatch(l); m != nil {
			s.Priority = anpaUrgent[strings.ToLower(m[1])]
			s.Section = anpaCategory(m[2])
			s.Slug = m[3]
		}
	}
	if m := anpaSent().FindStringSubmatch(tail); m != nil {
		if at, err := time.Parse("01-02-06 1504", m[1]); err == nil {
			s.Created, s.Versioned, s.Published = at, at, m[0]
		}
	}
	anpaText(s, text)
	if strings.Contains(tail, "AP-") {
		s.Credit = "AP"
	}
	return s
}

// anpaText takes the text of a message apart into heading lines and copy.
func anpaText(s *story.Story, text string) {
	quotes := strings.NewReplacer("``", "“", "''", "”")
	dashes := 0
	heading := true
	var summary string
	for i, l := range strings.Split(lineBreaks.Replace(text), "\n") {
		caret := strings.HasPrefix(l, "^")
		row := strings.HasPrefix(l, "\b") || strings.Count(l, ";") >= 3 && !strings.Contains(l, "; ")
		indented := strings.HasPrefix(l, "\t") || strings.HasPrefix(l, "  ")
		ends := strings.HasSuffix(strings.TrimRight(l, " "), "<")
		centred := strings.HasSuffix(strings.TrimRight(l, " "), "=")
		l = quotes.Replace(strings.TrimRight(strings.TrimPrefix(oneLine(strings.Map(noControl, l)), "^"), " <="))
		if l == "" || l == "END" {
			continue
		}
		dashes += strings.Count(l, " _ ")
		l = strings.ReplaceAll(l, " _ ", " — ")
		switch {
		case row:
			heading = false
			s.Body = append(s.Body, story.Paragraph{Text: strings.Join(strings.Split(l, ";"), "\t"), Role: story.RoleTable})
		case caret && i == 0:
			full := strings.TrimSpace(anpaCount().ReplaceAllString(l, ""))
			instruct(s, findInstructions(full)...)
			s.Slug = full
		case caret && heading && anpaPhoto().MatchString(l):
			s.EdNote = strings.TrimSpace(s.EdNote + " " + l)
		case caret && heading && strings.HasPrefix(l, "Eds:"):
			s.EdNote = strings.TrimSpace(strings.TrimPrefix(l, "Eds:") + " " + s.EdNote)
		case caret && heading && byWord().MatchString(l):
			s.Bylines = append(s.Bylines, bylines(l)...)
		case caret && heading && len(s.Bylines) > 0 && centred && anpaTitle().MatchString(l):
			// The job of the one in the byline.
		case caret && heading && s.Headline == "" && len(l) < 120:
			s.Headline = l
		case caret && heading && ends && summary == "":
			summary = l
		case caret:
			s.Body = append(s.Body, story.Paragraph{Text: l, Role: story.RoleSubhead})
		case indented || len(s.Body) == 0 || s.Body[len(s.Body)-1].Role != story.RoleBody:
			heading = false
			s.Body = append(s.Body, story.Paragraph{Text: l})
		default:
			heading = false
			s.Body[len(s.Body)-1].Text += " " + l
		}
	}
	if summary != "" && (len(s.Body) == 0 || !strings.Contains(s.Body[0].Text, cutWords(summary, 6))) {
		s.Dek = summary
	}
	if s.Headline == "" {
		// A bulletin has no headline: its slug stands in, without its codes.
		s.Headline = strings.TrimPrefix(s.Slug, "BC-")
	}
	if dashes > 0 {
		s.Repairs = append(s.Repairs, fmt.Sprintf("underscores that stand for dashes were replaced in %s", places(dashes)))
	}
}

// cutWords is the first n words of t.
func cutWords(t string, n int) string {
	f := strings.Fields(t)
	return strings.Join(f[:min(n, len(f))], " ")
}

// anpaCategory spells out the category letters of ANPA 1312; a letter that has
// no fixed meaning stands for itself.
func anpaCategory(c string) string {
	switch strings.ToLower(c) {
	case "a":
		return "domestic"
	case "i":
		return "international"
	case "s", "z":
		return "sports"
	case "f":
		return "financial"
	case "p":
		return "political"
	case "w":
		return "Washington"
	case "e":
		return "entertainment"
	case "l":
		return "lifestyle"
	case "t":
		return "travel"
	case "v":
		return "advisory"
	case "n":
		return "state"
	case "d":
		return "food"
	}
	return c
}
