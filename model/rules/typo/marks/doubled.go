package marks

import (
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var doubledRule = rules.Rule{
	ID: "typo.doubled-mark", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Mark typed twice",
	Message: "A mark stands twice, or beside one that shuts it out.",
	Why:     "Two commas, or a comma before a full stop, are left over from a change. An ellipsis has three points.",
	Wrong: []rules.Example{
		{Text: "He left[,,] and she stayed.", Fixed: "He left, and she stayed."},
		{Text: "He left[..] She stayed.", Fixed: "He left. She stayed."},
		{Text: "He left[,.]", Fixed: "He left."},
		{Text: "He left[;,] she stayed.", Fixed: "He left; she stayed."},
	},
	Right: []string{"He left ... and came back....", "Really?! No!!", "It was 10 a.m., and late.", "He asked, “Why?”, and left.", "Inc., the firm's etc., and so on."},
}

// doubled finds marks that stand twice.
func doubled(p *lang.Paragraph, out func(flag.Flag)) {
	for i := range p.Tokens {
		t := p.Tokens[i]
		if t.Kind != lang.Punct {
			continue
		}
		s := p.Str(i)
		if s == ".." {
			if i > 0 && !t.Space {
				out(at(t.Start, t.End, 0.85, "Two points are neither a full stop nor an ellipsis.", ".", "..."))
			}
			continue
		}
		if i+1 >= len(p.Tokens) || p.Tokens[i+1].Space || p.Tokens[i+1].Kind != lang.Punct {
			continue
		}
		keep := ""
		switch next := p.Str(i + 1); s + next {
		case ",,", ";;":
			keep = s
		case ",.", ";.":
			keep = "."
		case ";,", ":,":
			keep = s
		}
		if keep != "" && (i == 0 || p.Str(i-1) != s) {
			out(at(t.Start, p.Tokens[i+1].End, 0.93, "Two marks stand where one will do.", keep))
		}
	}
}
