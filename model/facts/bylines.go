package facts

import (
	"regexp"
	"strings"
	"unicode"

	"stet/model/lang"
	"stet/model/story"
	"stet/model/text"
)

// BylineKind is the place where a story says who wrote or sent it.
type BylineKind string

// The kinds.
const (
	InByline   BylineKind = "byline"
	InSignOff  BylineKind = "sign-off"
	InHandle   BylineKind = "handle"
	InMail     BylineKind = "mail"
	InTail     BylineKind = "reporting-by"
	InCredit   BylineKind = "credit"
	InPhoto    BylineKind = "photo credit"
	InDateline BylineKind = "dateline"
)

// Byline is a statement of who wrote or sent the story.
type Byline struct {
	Text string // the name, the handle without "@", the address, or the agency
	Kind BylineKind
	Line string    // the line that it stands in
	Span text.Span // in the doc's text; empty where the line is not part of the copy
}

var (
	handle  = regexp.MustCompile(`@([A-Za-z0-9_]{2,30})`)
	mail    = regexp.MustCompile(`([A-Za-z0-9._%+-]+)@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}`)
	tail    = regexp.MustCompile(`(?i)\b(?:reporting|additional reporting|writing|editing|compiled|written)\s+by\s+([^;.)]+)`)
	follow  = regexp.MustCompile(`(?i)^(?:you can )?(?:follow|contact|e-?mail|write to|reach|tweet)\s+(?:the (?:author|reporter|writer),?\s+)?([\p{L}.'’ -]+?)\s+(?:on|at|via)\b`)
	nameRun = regexp.MustCompile(`\p{Lu}[\p{L}.'’-]+(?:\s+(?:de|van|von|der|bin|al|la|el|di|da|du|ter)\b|\s+\p{Lu}[\p{L}.'’-]*){1,4}`)
)

// bylines gathers all statements of authorship.
func bylines(s *story.Story, d *lang.Doc) []Byline {
	var out []Byline
	add := func(kind BylineKind, who, line string, span text.Span) {
		if who = strings.TrimFunc(who, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' }); who != "" {
			out = append(out, Byline{who, kind, line, span})
		}
	}
	for _, b := range s.Bylines {
		add(InByline, b, "By "+b, text.Span{})
	}
	add(InCredit, s.Credit, s.Credit, text.Span{})
	add(InPhoto, s.PhotoCredit, s.PhotoCredit, text.Span{})
	add(InDateline, s.Dateline.Agency, s.Dateline.Agency, text.Span{})
	for _, f := range s.Furniture {
		if f.Reason == story.SignOff || f.Reason == story.BylineLine {
			lineBylines(f.Text, func(k BylineKind, who string, _ text.Span) { add(k, who, f.Text, text.Span{}) })
		}
	}
	// A sign-off or an agency's tail may still stand at the end of the copy.
	for i := max(0, len(d.Paras)-3); i < len(d.Paras); i++ {
		p := &d.Paras[i]
		if len(p.Text) > 400 || !tail.MatchString(p.Text) && !follow.MatchString(p.Text) {
			continue
		}
		lineBylines(p.Text, func(k BylineKind, who string, at text.Span) { add(k, who, p.Text, at.Shift(p.Start)) })
	}
	return out
}

// lineBylines finds the names, handles and addresses of a sign-off.
func lineBylines(line string, add func(BylineKind, string, text.Span)) {
	rest := line
	for _, m := range mail.FindAllStringSubmatchIndex(line, -1) {
		add(InMail, line[m[0]:m[1]], text.Span{Start: m[0], End: m[1]})
		rest = rest[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + rest[m[1]:]
	}
	for _, m := range handle.FindAllStringSubmatchIndex(rest, -1) {
		add(InHandle, rest[m[2]:m[3]], text.Span{Start: m[0], End: m[1]})
	}
	line = strings.ReplaceAll(line, "\u00a0", " ")
	if m := follow.FindStringSubmatchIndex(line); m != nil && len(strings.Fields(line[m[2]:m[3]])) >= 2 {
		add(InSignOff, line[m[2]:m[3]], text.Span{Start: m[2], End: m[3]})
	}
	for _, m := range tail.FindAllStringSubmatchIndex(line, -1) {
		for _, n := range nameRun.FindAllStringIndex(line[m[2]:m[3]], -1) {
			add(InTail, line[m[2]+n[0]:m[2]+n[1]], text.Span{Start: m[2] + n[0], End: m[2] + n[1]})
		}
	}
}
