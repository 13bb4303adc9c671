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
	form func() *regexp.Regexp
}{
	{story.WriteThru, pattern(`(?i)\b(\d+)(?:st|nd|rd|th)?[\s-]?(?:ld|lead|writethru|write-thru)\b`)},
	{story.WriteThru, pattern(`(?i)\bwrite-?thru\b|\b(?:1ST|2ND|3RD|\dTH) LEAD\b`)},
	{story.Update, pattern(`\bUPDATE (\d+)\b`)},
	{story.Update, pattern(`^UPDATED?\b`)},
	{story.Kill, pattern(`\b(?:MANDATORY |BULLETIN )?KILL(?:ED)?\b`)},
	{story.Withhold, pattern(`\bWITHH[OE]LD\b|\bHOLD FOR RELEASE\b`)},
	{story.Correction, pattern(`\bCORRECT(?:S|ED|ION|IVE)\b|(?i:^\W*(?:corrects|correction|corrected)\b)`)},
	{story.Embargo, pattern(`(?i)\bembargo(?:ed)?\b`)},
	{story.Advisory, pattern(`\bADVISORY\b`)},
}

// findInstructions reads the instructions that stand in a slug, an editor's
// note or a line of a header. Each kind is reported once.
func findInstructions(t string) []story.Instruction {
	t = oneLine(t)
	var out []story.Instruction
	for _, o := range orders {
		m := o.form().FindStringSubmatch(t)
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
