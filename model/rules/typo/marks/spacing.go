package marks

import (
	"strings"
	"unicode"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var spacingRule = rules.Rule{
	ID: "typo.punctuation-space", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Space beside a mark",
	Message: "A space is missing beside a mark, or is one too many.",
	Why:     "A comma and a full stop stand against the word before them and one space before the next. A dash has a space on both sides or on neither.",
	Wrong: []rules.Example{
		{Text: "The spies — the last of five [—were] returned.", Fixed: "The spies — the last of five — were returned."},
		{Text: "Three — of the “Cuban Five” [—were] returned.", Fixed: "Three — of the “Cuban Five” — were returned."},
		{Text: "The spies [of five— were] returned.", Fixed: "The spies of five — were returned."},
		{Text: "He left [ ,] and she stayed.", Fixed: "He left, and she stayed."},
		{Text: "The window was open[.The] curtains moved.", Fixed: "The window was open. The curtains moved."},
		{Text: "They met in Paris[,but] did not talk.", Fixed: "They met in Paris, but did not talk."},
		{Text: "The deal [( ]signed in May) holds.", Fixed: "The deal (signed in May) holds."},
		{Text: "The deal (signed in May[ )] holds.", Fixed: "The deal (signed in May) holds."},
		{Text: "Mittal [-particularly] here - grew.", Fixed: "Mittal - particularly here - grew."},
	},
	Right: []string{
		"The spies — the last of five — were returned.", "The spies—the last of five—were returned.",
		"Visit example.com, or www.example.org/News.html.", "He runs Node.js on .NET and wrote “Yes.”", "It rose 1,500 to 3.5 at 10:30.",
		"— Reporting by our staff", "He said: “I was—” and fell.", "The U.S.-led force, a two- and a three-year term.", "He paused ... and left.", "We waited . . . and then we left.", "They all went home . . . .",
		"A smile :) is one.", "The bill (H.R.1234) passed.", "It fell to -5 degrees.",
	},
}

// spacing checks the white space beside marks.
func spacing(p *lang.Paragraph, out func(flag.Flag)) {
	for i := range p.Tokens {
		t := p.Tokens[i]
		if t.Kind == lang.Punct || t.Kind == lang.Symbol {
			s := p.Str(i)
			switch s {
			case "—", "–", "-", "--":
				if !dialogue(p) {
					dash(p, i, s, out)
				}
			case ",", ";", ".", "?", "!", ":", ")", "]":
				spaceBefore(p, i, s, out)
				spaceAfter(p, i, s, out)
			case "(", "[":
				spaceInside(p, i, out)
			}
		}
	}
}

// dialogue reports whether the paragraph sets its dashes as Spanish does: tight
// against what they enclose, —like this— on both sides.
func dialogue(p *lang.Paragraph) bool {
	opens, closes := false, false
	for i := 1; i+1 < len(p.Tokens); i++ {
		if s := p.Str(i); s != "—" && s != "–" {
			continue
		}
		left, right := p.Tokens[i].Space, p.Tokens[i+1].Space
		opens, closes = opens || left && !right, closes || right && !left
		if i+2 == len(p.Tokens) && !p.Tokens[i+1].Space && p.Tokens[i+1].Kind == lang.Punct {
			closes = true
		}
	}
	return opens && closes
}

// dash checks that a dash has its space on both sides or on neither.
func dash(p *lang.Paragraph, i int, s string, out func(flag.Flag)) {
	if i == 0 || i+1 >= len(p.Tokens) {
		return
	}
	before, after := p.Tokens[i-1], p.Tokens[i+1]
	left, right := p.Tokens[i].Space, after.Space
	if left == right || before.Kind > lang.Percent && before.Tag != lang.TagUnquot && before.Tag != lang.TagClose || after.Kind > lang.Percent || p.Tokens[i].First && s != "—" {
		return
	}
	if s == "-" && (!left || before.Kind != lang.Word || after.Kind != lang.Word || after.Shape != lang.ShapeLower || len(p.Str(i+1)) < 3) {
		return // "two- and three-year", a minus sign, a letter of a list
	}
	if s == "--" && (before.Kind != lang.Word || after.Kind != lang.Word || after.Shape == lang.ShapeLower && left && !strings.Contains(p.Text, s+" ")) {
		return // an option of a command
	}
	if s == "–" && (before.Kind == lang.Number || after.Kind == lang.Number) {
		return
	}
	message := "The dash lacks a space after it."
	from, to := p.Tokens[i].Start, after.End
	fix := s + " " + p.Str(i+1)
	if !left {
		message = "The dash lacks a space before it."
		from, to = before.Start, p.Tokens[i].End
		fix = p.Str(i-1) + " " + s
	}
	conf := 0.92
	if s == "-" {
		conf = 0.8
	}
	out(at(from, to, conf, message, fix))
}

// spaceBefore finds "word ,".
func spaceBefore(p *lang.Paragraph, i int, s string, out func(flag.Flag)) {
	t := p.Tokens[i]
	if !t.Space || i == 0 || p.Tokens[i-1].Kind == lang.Punct && p.Str(i-1) != ")" && p.Str(i-1) != "”" || p.Tokens[i-1].Kind == lang.Symbol {
		return
	}
	if i+1 < len(p.Tokens) && (!p.Tokens[i+1].Space || s == "." && p.Str(i+1) == ".") {
		return // ".NET", ":)", ") ."; an ellipsis with spaces, ". . ."
	}
	if s == "!" || s == "?" || s == ":" || s == ";" || s == "]" {
		if p.Role == 0 && p.Tokens[i].Start > 0 && strings.HasSuffix(p.Text[:t.Start], "\u00a0") {
			return // French spacing, meant
		}
	}
	start := p.Tokens[i-1].End
	out(at(start, t.End, 0.92, "No space goes before “"+s+"”.", s))
}

// spaceAfter finds "word.Next" and "word,next".
func spaceAfter(p *lang.Paragraph, i int, s string, out func(flag.Flag)) {
	if i == 0 || i+1 >= len(p.Tokens) || p.Tokens[i+1].Space || p.Tokens[i].Space {
		return
	}
	before, after := p.Tokens[i-1], p.Tokens[i+1]
	if before.Kind != lang.Word && before.Kind != lang.Clitic || after.Kind != lang.Word || !before.Space && i > 1 && !p.Tokens[i-1].Space && p.Tokens[i-2].Kind == lang.Symbol {
		return
	}
	a, b := p.Str(i-1), p.Str(i+1)
	switch s {
	case ".", "!", "?":
		if before.Shape != lang.ShapeLower || after.Shape != lang.ShapeTitle || len(a) < 2 || len(b) < 2 && b != "I" && b != "A" || lang.Forms(strings.ToLower(a)) == 0 {
			return
		}
		if i+2 < len(p.Tokens) && !p.Tokens[i+2].Space && p.Str(i+2) == "." && i+3 < len(p.Tokens) && !p.Tokens[i+3].Space {
			return // a chain of names: "a.B.c"
		}
	case ",", ";":
		if len(a) < 2 || len(b) < 2 && b != "a" && b != "I" || !plainWord(a) || !plainWord(b) {
			return
		}
	default:
		return
	}
	out(at(p.Tokens[i].Start, after.End, 0.93, "A space is missing after “"+s+"”.", s+" "+b))
}

func plainWord(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' {
			return false
		}
	}
	return true
}

// spaceInside finds "( word".
func spaceInside(p *lang.Paragraph, i int, out func(flag.Flag)) {
	if i+1 >= len(p.Tokens) || !p.Tokens[i+1].Space || p.Tokens[i+1].Kind > lang.Percent {
		return
	}
	out(at(p.Tokens[i].Start, p.Tokens[i+1].Start, 0.9, "No space goes after “"+p.Str(i)+"”.", p.Str(i)))
}
