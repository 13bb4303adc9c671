package wire

import (
	"context"
	"strings"

	"stet/model/story"
)

// looksZCZC tells a message that opens with ZCZC, the start mark of the telex
// age, which agencies still use.
func looksZCZC(d *document) bool {
	h := strings.TrimLeft(d.head, " \t\r\n")
	return len(h) > 4 && strings.EqualFold(h[:4], "zczc") && strings.ContainsAny(h[4:5], " \r\n\t")
}

// readZCZC reads messages between ZCZC and NNNN. Lines at the top that begin
// with a mark carry the fields, in the two ways that AAP and News Bites have; a
// message without a headline of its own comes out flat.
func readZCZC(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, "")
	t = lineBreaks.Replace(t)
	var out []*story.Story
	for _, msg := range zczcStart().Split(t, maxStories)[1:] {
		msg, _, _ = strings.Cut(msg, "\nNNNN")
		s := zczcMessage(strings.Split(msg, "\n"))
		if repair != "" {
			s.Repairs = append(s.Repairs, repair)
		}
		if !s.Flat {
			finish(s)
		}
		out = append(out, s)
	}
	return out, nil
}

var (
	zczcStart = pattern(`(?im)^\s*ZCZC\b`)
	zczcPair  = pattern(`^([A-Z]{2})#(.*)$`)
	zczcEnd   = pattern(`^(?:AAP RTV\b.*|NNNN)$`)
)

func zczcMessage(lines []string) *story.Story {
	s := &story.Story{Credit: oneLine(lines[0])}
	if strings.Contains(s.Credit, "0") {
		s.Credit = "" // a circuit number
	}
	i := 1
	for ; i < len(lines); i++ {
		l := oneLine(strings.Map(noControl, lines[i]))
		if l == "" {
			if s.Slug != "" || s.Headline != "" {
				break
			}
			continue
		}
		if m := zczcPair().FindStringSubmatch(l); m != nil {
			if zczcNamed(s, m[1], oneLine(m[2])) {
				i++
				break
			}
			continue
		}
		if !zczcMarked(s, l) {
			break
		}
	}
	for len(lines) > i && (strings.TrimSpace(lines[len(lines)-1]) == "" || zczcEnd().MatchString(strings.TrimSpace(lines[len(lines)-1]))) {
		lines = lines[:len(lines)-1]
	}
	rest := lines[min(i, len(lines)):]
	if s.Headline == "" {
		f := flat(strings.Join(rest, "\n"))
		s.Flat, s.Body = true, f.Body
		return s
	}
	for _, p := range foldLines(rest) {
		s.Body = append(s.Body, listItem(oneLine(strings.Map(noControl, p))))
	}
	return s
}

// zczcNamed takes a field such as "TI#…" and reports whether the text follows.
func zczcNamed(s *story.Story, key, v string) bool {
	switch key {
	case "AN":
		s.ID = v
	case "KN", "SO":
		if s.Credit == "" {
			s.Credit = v
		}
	case "PD":
		s.Published, s.Created, s.Versioned = v, parseTime(v), parseTime(v)
	case "BY":
		s.Bylines = append(s.Bylines, bylines(v)...)
	case "KY":
		s.Slug = v
	case "TI":
		s.Headline = v
	case "AB":
		s.Dek = v
	case "TX":
		return true
	}
	return false
}

// zczcMarked takes a line that begins with one of AAP's marks and reports
// whether it was one.
func zczcMarked(s *story.Story, l string) bool {
	v := strings.TrimSpace(l[1:])
	switch l[0] {
	case '#':
		s.Slug = v
	case '$':
		if len(v) > 3 {
			s.Headline = v
		} else {
			s.Section = v
		}
	case '^':
		s.Headline = v
	case ':':
		place := strings.Trim(v, "()")
		switch {
		case v != place && place != "":
			s.Dateline.Place = place
		case s.Slug == "" && v != "":
			s.Slug = v
		case s.Headline == "" && len(v) > 12:
			s.Headline = v
		}
	case '%':
		s.Section = v
	case '=':
		s.Slug = strings.TrimSpace(s.Slug + " " + v)
	case '@':
		s.Keywords = append(s.Keywords, v)
	case '&', '*', '~', '+':
		// Operator, format, service and subject code.
	default:
		return false
	}
	return true
}
