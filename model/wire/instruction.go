package wire

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"stet/model/story"
)

// orders are the ways in which wire services write instructions. Those in
// capitals only count in capitals, since the words also stand in headlines.
var orders = []struct {
	kind story.InstructionKind
	form *regexp.Regexp
}{
	{story.WriteThru, regexp.MustCompile(`(?i)\b(\d+)(?:st|nd|rd|th)?[\s-]?(?:ld|lead|writethru|write-thru)\b`)},
	{story.WriteThru, regexp.MustCompile(`(?i)\bwrite-?thru\b|\b(?:1ST|2ND|3RD|\dTH) LEAD\b`)},
	{story.Update, regexp.MustCompile(`^UPDATE (\d+)\b|\bUPDATE (\d+)-`)},
	{story.Update, regexp.MustCompile(`^UPDATED?\b`)},
	{story.Kill, regexp.MustCompile(`\b(?:MANDATORY |BULLETIN )?KILL(?:ED)?\b`)},
	{story.Withhold, regexp.MustCompile(`\bWITHH[OE]LD\b|\bHOLD FOR RELEASE\b`)},
	{story.Correction, regexp.MustCompile(`\bCORRECT(?:S|ED|ION|IVE)\b|(?i:^\W*(?:corrects|correction|corrected)\b)`)},
	{story.Embargo, regexp.MustCompile(`(?i)\bembargo(?:ed)?\b`)},
	{story.Advisory, regexp.MustCompile(`\bADVISORY\b`)},
}

// findInstructions reads the instructions that stand in a slug, an editor's
// note or a line of a header. Each kind is reported once.
func findInstructions(t string) []story.Instruction {
	t = oneLine(t)
	var out []story.Instruction
	for _, o := range orders {
		m := o.form.FindStringSubmatch(t)
		if m == nil || hasKind(out, o.kind) {
			continue
		}
		in := story.Instruction{Kind: o.kind, Text: t}
		for _, g := range m[1:] {
			if n, err := strconv.Atoi(g); err == nil && n < 100 {
				in.Number = n
			}
		}
		out = append(out, in)
	}
	return out
}

func hasKind(list []story.Instruction, k story.InstructionKind) bool {
	for _, in := range list {
		if in.Kind == k {
			return true
		}
	}
	return false
}

// instruct adds instructions to s, one of each kind: the one with a number or a
// time wins. The number of a write-thru is also the version of a story that has
// none.
func instruct(s *story.Story, list ...story.Instruction) {
	for _, in := range list {
		found := false
		for i, have := range s.Instructions {
			if have.Kind == in.Kind {
				found = true
				if have.Number == 0 && have.Until.IsZero() && (in.Number != 0 || !in.Until.IsZero()) {
					s.Instructions[i] = in
				}
			}
		}
		if !found {
			s.Instructions = append(s.Instructions, in)
		}
		if in.Number > 0 && s.Version == 0 {
			s.Version = in.Number
		}
	}
}

// status turns the publishing status of a structured format into instructions.
func status(s *story.Story, code string) {
	if _, local, ok := strings.Cut(code, ":"); ok {
		code = local
	}
	switch strings.ToLower(strings.TrimSpace(code)) {
	case "canceled", "cancelled", "killed", "kill", "recalled":
		instruct(s, story.Instruction{Kind: story.Kill, Text: code})
	case "withheld", "withhold", "hold":
		instruct(s, story.Instruction{Kind: story.Withhold, Text: code})
	case "embargoed":
		instruct(s, story.Instruction{Kind: story.Embargo, Text: code})
	case "corrected", "correction", "sig:correction":
		instruct(s, story.Instruction{Kind: story.Correction, Text: code})
	case "update", "updated":
		instruct(s, story.Instruction{Kind: story.Update, Text: code})
	case "writethru", "write-thru":
		instruct(s, story.Instruction{Kind: story.WriteThru, Text: code})
	case "advisory":
		instruct(s, story.Instruction{Kind: story.Advisory, Text: code})
	}
}

// embargo notes that s may not be published before t.
func embargo(s *story.Story, text string, t time.Time) {
	if !t.IsZero() || text != "" {
		instruct(s, story.Instruction{Kind: story.Embargo, Text: oneLine(text), Until: t})
	}
}

// finish fills what a structured story says only in its text: the dateline that
// its lead opens with, and the instructions in its slug and its note. It drops
// paragraphs at the top that repeat the headline or the byline.
func finish(s *story.Story) {
	takeRepeats(s)
	for _, p := range s.Body {
		if p.Role != story.RoleBody {
			continue
		}
		if d, ok := leadDateline(p.Text); ok {
			if s.Dateline.Place == "" {
				s.Dateline.Place = d.Place
			}
			if s.Dateline.Agency == "" {
				s.Dateline.Agency = d.Agency
			}
			if s.Dateline.Date == "" {
				s.Dateline.Date = d.Date
			}
		}
		break
	}
	sent := s.Created
	if sent.IsZero() {
		sent = s.Versioned
	}
	resolve(&s.Dateline, sent)
	instruct(s, findInstructions(s.Slug)...)
	instruct(s, findInstructions(s.EdNote)...)
	if h := s.Headline; h != "" {
		if cut := strings.IndexAny(h, "-:—–"); cut > 0 && cut < 24 {
			instruct(s, findInstructions(h[:cut+1])...)
		}
	}
}

// takeRepeats drops the first paragraphs where they only repeat the headline,
// the dek or the byline.
func takeRepeats(s *story.Story) {
	for len(s.Body) > 1 {
		t := oneLine(s.Body[0].Text)
		switch {
		case strings.EqualFold(t, oneLine(s.Headline)):
		case s.Body[0].Role == story.RoleSubhead && strings.EqualFold(t, oneLine(s.Dek)):
		case s.Body[0].Role == story.RoleBody && namesByline(t, s.Bylines):
		case len(t) < 80 && len(s.Bylines) > 0 && byWord.MatchString(t) && sameNames(bylines(t), s.Bylines):
		default:
			return
		}
		s.Body = s.Body[1:]
	}
}

func sameNames(a, b []string) bool {
	return strings.EqualFold(strings.Join(a, ","), strings.Join(b, ","))
}

// namesByline reports whether a line is one of the names in the byline, with at
// most a title after it.
func namesByline(t string, names []string) bool {
	t = byWord.ReplaceAllString(t, "")
	for _, n := range names {
		if len(t) >= len(n) && len(t) < len(n)+45 && strings.EqualFold(t[:len(n)], n) && !sentenceEnd(t) && len(strings.Fields(n)) > 1 {
			return true
		}
	}
	return false
}
