package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/story"
)

var headlineRule = rules.Rule{
	ID: "typo.headline-case", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Word off the headline's case",
	Message: "One word of the headline is not cased as the others are.",
	Why:     "Houses differ on which small words of a headline take a capital; within one headline they should not.",
	Wrong: []rules.Example{
		{Text: "# Minister Quits as Promised [In] Deal with Union", Fixed: "# Minister Quits as Promised in Deal with Union"},
		{Text: "# Minister Quits After [long] Strike Over Pay Deal", Fixed: "# Minister Quits After Long Strike Over Pay Deal"},
	},
	Right: []string{
		"# Minister Quits as Promised in Deal with Union", "# Minister quits as promised in deal with union", "# MINISTER QUITS IN DEAL",
		"# Ministers Give In as Strikers Vote in the North", "# What iPhones Do for the Rich in May", "# Court Rules on Van Gogh Loan: In a Twist, It Goes to Rome",
	},
}

// smallWords are those that title case may leave small.
var smallWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("a an the and but or nor as at by for in of on to with from into over than via per off") {
		m[w] = true
	}
	return m
}()

// headlineCase finds the one word of a headline in title case that is cased
// unlike its fellows: among the small words, and among the others.
func headlineCase(p *lang.Paragraph, out func(flag.Flag)) {
	if p.Role != story.RoleHeadline || !p.TitleCase {
		return
	}
	var smallUp, smallDown, longUp, longDown []int
	for i := range p.Tokens {
		t := p.Tokens[i]
		if t.Kind != lang.Word || t.Shape == lang.ShapeNone || t.Quoted || opensPart(p, i) || i == lastWord(p) {
			continue
		}
		low := strings.ToLower(p.Str(i))
		switch {
		case smallWords[low] && particle(p, i):
		case smallWords[low] && t.Shape == lang.ShapeTitle:
			smallUp = append(smallUp, i)
		case smallWords[low] && t.Shape == lang.ShapeLower:
			smallDown = append(smallDown, i)
		case t.Shape == lang.ShapeLower && len(low) > 3 && !strings.Contains(low, "-"):
			longDown = append(longDown, i)
		case t.Shape == lang.ShapeTitle:
			longUp = append(longUp, i)
		}
	}
	if len(smallUp) == 1 && len(smallDown) >= 2 {
		i := smallUp[0]
		w := strings.ToLower(p.Str(i))
		out(at(p.Tokens[i].Start, p.Tokens[i].End, 0.85, "“"+p.Str(i)+"” has a capital and the other small words of the headline have none.", w))
	}
	if len(longDown) == 1 && len(longUp) >= 4 {
		i := longDown[0]
		r, n := utf8.DecodeRuneInString(p.Str(i))
		out(at(p.Tokens[i].Start, p.Tokens[i].End, 0.85, "“"+p.Str(i)+"” is the only small word of the headline.", string(unicode.ToUpper(r))+p.Str(i)[n:]))
	}
}

// particle reports whether the small word at i belongs to the verb before it:
// "Give In as …".
func particle(p *lang.Paragraph, i int) bool {
	if p.Tokens[i].Tag == lang.RP {
		return true
	}
	return i > 0 && p.Tokens[i-1].Tag.Verb() && (i+1 == len(p.Tokens) || p.Tokens[i+1].Kind != lang.Word || smallWords[strings.ToLower(p.Str(i+1))])
}

// opensPart reports whether token i begins the headline or a part of it after
// a colon, a dash or the like.
func opensPart(p *lang.Paragraph, i int) bool {
	if i == 0 {
		return true
	}
	if p.Tokens[i-1].Kind != lang.Punct {
		return false
	}
	switch p.Str(i - 1) {
	case ",", "’", "'":
		return false
	}
	return true
}

func lastWord(p *lang.Paragraph) int {
	for i := len(p.Tokens) - 1; i >= 0; i-- {
		if p.Tokens[i].Kind == lang.Word {
			return i
		}
	}
	return -1
}
