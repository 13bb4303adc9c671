package sourcing

import (
	"fmt"
	"slices"
	"strings"

	"stet/model/flag"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

var unsourcedClaim = rule{rules.Rule{
	ID: "sourcing.unsourced-claim", Kind: flag.Sourcing, Severity: flag.Note,
	Title:   "Claim with no source",
	Message: "A statement that can be disputed has no source in reach.",
	Why:     "Blame, motive, forecast and figures that had to be counted by someone are not the writer’s to give. The story says who says so.",
	Wrong: []rules.Example{
		{Text: "The town lies on the river.\n\n[The flood was caused by corrupt officials who deliberately left the gates open.]\n\nThe market is held on Saturdays."},
	},
	Right: []string{
		"The flood was caused by officials who left the gates open, the inquiry said.",
		"The flood reached the market square on Monday morning.",
	},
}, findUnsourced}

// blame are the words that make a statement one that somebody must stand for.
var blame = []string{
	"to blame", "blamed for", "was caused by", "were caused by", "responsible for", "guilty", "deliberately", "corrupt", "corruption", "illegally", "lied", "cheated",
	"motivated by", "in revenge", "in retaliation", "negligence", "cover-up", "incompetence", "incompetent", "is doomed", "will fail", "will collapse", "inevitable",
	"most corrupt", "worst ever",
}

func findUnsourced(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for k := range v.Doc.Paras {
		if v.Sources.Paras[k] != sources.Unsourced || k < v.lead {
			continue
		}
		p := &v.Doc.Paras[k]
		for s := p.Sents.First; s < p.Sents.End; s++ {
			span := v.Doc.Slice(v.Doc.Sents[s])
			if t := v.words(span); holds(t, blame) && !strings.ContainsAny(t, "?") && len(strings.Fields(t)) > 5 {
				out = append(out, flag.Flag{
					Severity: flag.Note, Span: span, Confidence: 0.5,
					Message: "Who says so? This can be disputed and has no source",
					Query:   fmt.Sprintf("Who says that %s?", short(strings.TrimSuffix(t, "."))),
				})
				break
			}
		}
	}
	return out
}

var denialMissing = rule{rules.Rule{
	ID: "sourcing.denial-missing", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "No answer to an accusation",
	Message: "Someone is accused, and the story has no answer and does not say that one was sought.",
	Why:     "Whoever is accused is asked, and the story carries the answer or says that there was none. It is fair, and it is how errors are found.",
	Wrong: []rules.Example{
		{Text: "Ann Lee [accused Peter Marsh of stealing] the harbour funds.\n\nThe funds were raised in spring."},
	},
	Right: []string{
		"Ann Lee accused Peter Marsh of stealing the harbour funds.\n\nMarsh denied it.",
		"Ann Lee accused Peter Marsh of stealing the harbour funds.\n\nMarsh did not answer calls for comment.",
		"Ann Lee accused Peter Marsh of stealing the harbour funds.\n\n“I never touched the money,” Marsh said.",
		"Ann Lee thanked Peter Marsh for his work on the harbour.",
	},
}, findDenial}

var crimes = []string{
	"stealing", "theft", "fraud", "bribery", "bribes", "corruption", "embezzling", "embezzlement", "rape", "raping", "murder", "killing", "assault", "assaulting", "abuse", "abusing",
	"harassment", "harassing", "molesting", "plagiarism", "lying", "cheating", "spying", "treason", "torture", "laundering", "extortion", "perjury", "forging", "sabotage", "misconduct",
	"violating", "breaking the law", "negligence", "covering up", "misleading", "plotting", "war crimes",
}

var answers = []string{
	"denied", "denies", "deny", "denying", "denial", "rejected", "rejects", "dismissed", "dismisses", "disputed", "disputes", "declined to comment", "did not respond", "did not immediately respond",
	"didn't respond", "could not be reached", "did not return", "did not reply", "did not answer", "not immediately available", "no comment", "request for comment", "requests for comment", "refused to comment",
	"for comment", "unavailable", "pleaded not guilty", "lawyer for", "defended", "responded", "insisted", "countered", "called the accusation", "called the allegation", "called the charge", "called the charges",
}

func findDenial(v *view, _ *rules.Rule) []flag.Flag {
	if v.Names == nil {
		return nil
	}
	answered := holds(v.Doc.Text, answers)
	if answered {
		return nil
	}
	var out []flag.Flag
	seen := map[int]bool{}
	for i := range v.Doc.Tokens {
		switch strings.ToLower(v.Doc.Str(i)) {
		case "accused", "accuses", "accuse":
		default:
			continue
		}
		if !v.Doc.Tokens[i].Tag.Verb() || v.Doc.Tokens[i].Quoted || v.Doc.Paras[v.Doc.ParaAt(v.Doc.Tokens[i].Start)].Role != story.RoleBody {
			continue
		}
		s := v.sentence(v.Doc.Tokens[i].Start)
		after := text.Span{Start: v.Doc.Tokens[i].End, End: s.End}
		id := v.personIn(after)
		if id < 0 || seen[id] || !holds(v.words(after), crimes) || v.speaks(id) {
			continue
		}
		seen[id] = true
		name := v.Names.Names[id].Canonical
		out = append(out, flag.Flag{
			Severity: flag.Warning, Span: text.Span{Start: v.Doc.Tokens[i].Start, End: s.End}, Confidence: 0.65,
			Message: fmt.Sprintf("%s is accused, and the story has no answer", name),
			Query:   fmt.Sprintf("What does %s say to this? If there was no answer, please say that one was sought.", name),
		})
	}
	return out
}

// personIn returns the first person or body named at the start of s, or -1.
func (v *view) personIn(s text.Span) int {
	for i := range v.Names.Mentions {
		m := &v.Names.Mentions[i]
		if m.Start >= s.Start && m.Start < min(s.End, s.Start+40) && m.Name >= 0 && (m.Type == "person" || m.Type == "org") {
			return m.Name
		}
	}
	return -1
}

// speaks reports whether the story gives words of that name.
func (v *view) speaks(id int) bool {
	return slices.ContainsFunc(v.Sources.Sources, func(s sources.Source) bool {
		return s.Ledger == id && slices.ContainsFunc(s.Attributions, func(i int) bool { return v.Sources.Attributions[i].Says })
	})
}
