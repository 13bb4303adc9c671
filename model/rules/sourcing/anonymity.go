package sourcing

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/rules"
	"stet/model/sources"
	"stet/model/text"
)

var anonymous = rule{rules.Rule{
	ID: "sourcing.anonymous", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Source with no name",
	Message: "A fact rests on a source that has no name.",
	Why: "Readers judge a statement by who makes it. A source without a name takes that from them, so it needs a reason: " +
		"news that cannot be had otherwise, from someone who is in a position to know, said in the story as closely as can be.",
	Wrong: []rules.Example{
		{Text: "[Anonymous officials] told the paper that the bridge would close on Monday."},
		{Text: "The merger is off, [a person familiar with the talks] said."},
		{Text: "[A source] said the talks had failed."},
		{Text: "[A senior official], who asked not to be named, said the minister would resign."},
	},
	Right: []string{
		"A ministry spokesman said the bridge would close on Monday.",
		"Ann Lee, the mayor of Oldbridge, said the bridge would close on Monday.",
		"Cuba says it holds no prisoners of conscience.",
		"The company's spokeswoman declined to comment.",
	},
}, findAnonymous}

// hidden reports whether a's source goes without a name on purpose.
func hidden(a *sources.Attribution) bool { return a.Kind == sources.Anonymous }

// officials reports whether a's source is officials with no name.
func (v *view) officials(a *sources.Attribution) bool {
	if a.Kind != sources.UnnamedGroup && a.Kind != sources.UnnamedPerson {
		return false
	}
	w := strings.Fields(strings.ToLower(v.words(a.Source)))
	if len(w) == 0 {
		return false
	}
	switch w[len(w)-1] {
	case "official", "officials", "diplomat", "diplomats", "aide", "aides", "officer", "officers", "investigators", "authorities":
		return true
	}
	return false
}

// class says what sort of namelessness a source phrase has.
func class(t string) string {
	t = strings.ToLower(t)
	switch {
	case t == "a source" || t == "sources" || t == "the source" || t == "one source" || t == "insiders":
		return "a bare “source”"
	case strings.HasPrefix(t, "one of") || strings.HasPrefix(t, "one "):
		return "one of an unnamed group"
	case strings.Contains(t, "officials") || strings.Contains(t, "sources") || strings.Contains(t, "people") || strings.Contains(t, "aides"):
		return "an unnamed group"
	case strings.Contains(t, "official") || strings.Contains(t, "diplomat") || strings.Contains(t, "officer"):
		return "an unnamed official"
	}
	return "a source with no name"
}

func findAnonymous(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	seen := map[string]bool{}
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		off := v.officials(a)
		if !a.Says || !hidden(a) && !off || a.Source.Empty() {
			continue
		}
		t := v.words(a.Source)
		f := flag.Flag{
			Severity: flag.Warning, Span: a.Source, Confidence: 0.9,
			Message: fmt.Sprintf("“%s” is %s", short(t), class(t)),
			Query:   fmt.Sprintf("Who is “%s”? Can they be named? If not, why not, and how do they know that %s?", t, short(strings.TrimPrefix(v.content(a), "that "))),
		}
		// One voice is flagged once as a warning, its other words as notes, and so
		// are officials who merely go without a name.
		if !hidden(a) || seen[a.Speaker] {
			f.Severity, f.Confidence = flag.Note, 0.7
		}
		seen[a.Speaker] = seen[a.Speaker] || hidden(a)
		out = append(out, f)
	}
	return out
}

var noReason = rule{rules.Rule{
	ID: "sourcing.no-reason", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "No reason for anonymity",
	Message: "The story does not say why its source has no name.",
	Why:     "When a name is withheld, the story says why: fear of reprisal, talks that are secret, no leave to speak. Readers can weigh that; they cannot weigh silence.",
	Wrong: []rules.Example{
		{Text: "The ferry was overloaded, [an unnamed official] said.\n\nThe ferry sank on Monday."},
	},
	Right: []string{
		"The ferry was overloaded, said an official who spoke on condition of anonymity because the inquiry was not finished.",
		"The ferry was overloaded, an unnamed official said.\n\nThe official was not authorised to speak to the press.",
		"The ferry was overloaded, Ann Lee said.",
	},
}, findNoReason}

var reasons = []string{
	"because", "not authorized", "not authorised", "unauthorized", "without authorization", "for fear", "fearing", "afraid", "fear of", "feared",
	"to discuss", "to speak candidly", "to speak freely", "speak frankly", "sensitivity", "sensitive", "confidential", "retaliation", "reprisal", "reprisals",
	"under ground rules", "ground rules", "briefing rules", "in line with", "in keeping with", "according to policy", "department rules", "privacy",
	"since he was not", "since she was not", "since they were not", "as he was not", "as she was not", "as they were not", "not allowed to", "not permitted to", "barred from",
	"to protect",
}

var namelessWords = []string{
	"anonymity", "anonymous", "anonymously", "not to be named", "not to be identified", "declined to be named", "declined to be identified",
	"not be named", "not be identified", "spoke", "speak", "authorized", "authorised", "name", "identified", "withheld", "requested", "sources", "source",
}

func findNoReason(v *view, _ *rules.Rule) []flag.Flag {
	var first *sources.Attribution
	for i := range v.Sources.Attributions {
		if a := &v.Sources.Attributions[i]; hidden(a) && a.Says && !a.Source.Empty() {
			first = a
			break
		}
	}
	if first == nil {
		return nil
	}
	for s := range v.Doc.Sents {
		if t := v.words(v.Doc.Slice(v.Doc.Sents[s])); holds(t, reasons) && holds(t, namelessWords) {
			return nil
		}
	}
	t := v.words(first.Source)
	return []flag.Flag{{
		Severity: flag.Warning, Span: first.Source, Confidence: 0.85,
		Message: fmt.Sprintf("The story does not say why “%s” is not named", short(t)),
		Query:   fmt.Sprintf("Why can “%s” not be named? Please give the reason in the story.", t),
	}}
}

var pluralOneVoice = rule{rules.Rule{
	ID: "sourcing.plural-one-voice", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "One voice given as several",
	Message: "Words that one person spoke are given to several.",
	Why:     "Several people do not say the same sentence. If one spoke, the story says one; a plural makes the sourcing look broader than it is.",
	Wrong: []rules.Example{
		{Text: "“We have found the black box and are bringing it to the capital,” [officials] said."},
	},
	Right: []string{
		"“We have found the black box and are bringing it to the capital,” an official said.",
		"“Let us through, let us through now,” protesters chanted.",
		"“We regret the harm that was done,” the bishops wrote in a joint letter.",
		"Officials said they had found the black box.",
	},
}, findPlural}

func findPlural(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if a.Form != sources.Direct || a.Cue.Empty() || a.Source.Empty() || a.Kind != sources.UnnamedGroup && a.Kind != sources.Anonymous {
			continue
		}
		if !v.plural(a) || len(strings.Fields(v.content(a))) < 6 {
			continue
		}
		around := v.words(v.sentence(a.Cue.Start))
		if holds(around, []string{"chanted", "chant", "shouted", "chanting", "shouting", "sang", "singing", "yelled", "cheered", "wrote", "write", "letter", "statement", "joint", "jointly", "read", "reads", "report", "signed", "asked", "petition", "agreed", "cried", "written"}) {
			continue
		}
		t := v.words(a.Source)
		out = append(out, flag.Flag{
			Severity: flag.Warning, Span: a.Source, Confidence: 0.75,
			Message: fmt.Sprintf("“%s” are given one voice’s words", short(t)),
			Query:   fmt.Sprintf("Who of “%s” said this? The words can be one person’s only.", t),
		})
	}
	return out
}

// plural reports whether a's source is a plural noun or pronoun.
func (v *view) plural(a *sources.Attribution) bool {
	i := v.Doc.TokenAt(a.Source.End - 1)
	if i >= len(v.Doc.Tokens) {
		return false
	}
	w := strings.ToLower(v.Doc.Str(i))
	if strings.HasPrefix(strings.ToLower(v.words(a.Source)), "one ") || strings.HasPrefix(strings.ToLower(v.words(a.Source)), "one of") {
		return false
	}
	return v.Doc.Tokens[i].Tag.String() == "NNS" && w != "police"
}

var anonymousOpinion = rule{rules.Rule{
	ID: "sourcing.anonymous-opinion", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Opinion from a source with no name",
	Message: "A source with no name gives an opinion, an attack or a forecast.",
	Why:     "Namelessness is for facts that cannot be had otherwise. Opinion and attack cost their speaker nothing when no name stands to them.",
	Wrong: []rules.Example{
		{Text: "“He is a liar and should be thrown out,” [an aide], who asked not to be named, said."},
		{Text: "The plan is a disaster, [a source] said."},
	},
	Right: []string{
		"The ship left port at noon, a source said.",
		"“He is a liar and should be thrown out,” Ann Lee said.",
	},
}, findAnonymousOpinion}

var opinionWords = []string{
	"should", "must", "ought to", "disaster", "disastrous", "terrible", "awful", "incompetent", "liar", "lying", "lied", "stupid", "idiot", "joke", "ridiculous", "absurd",
	"disgrace", "disgraceful", "outrageous", "horrible", "worst", "shameful", "corrupt", "coward", "pathetic", "crazy", "insane", "hypocrite", "betrayed",
	"i think", "i believe", "we believe", "we have every expectation", "i hope", "we hope", "will never", "will win", "will lose", "will fail", "is doomed", "going to win", "going to lose", "going to fail",
	"mistake", "fool", "failure", "dangerous", "wonderful", "brilliant", "unacceptable",
}

func findAnonymousOpinion(v *view, _ *rules.Rule) []flag.Flag {
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if !a.Says || !hidden(a) || a.Source.Empty() || !holds(v.content(a), opinionWords) {
			continue
		}
		out = append(out, flag.Flag{
			Severity: flag.Warning, Span: a.Source, Confidence: 0.7,
			Message: fmt.Sprintf("“%s” gives an opinion and has no name", short(v.words(a.Source))),
			Query:   fmt.Sprintf("“%s” gives an opinion here. Can it stand without a name, or will someone say it on the record?", v.words(a.Source)),
		})
	}
	return out
}

var declinedAndQuoted = rule{rules.Rule{
	ID: "sourcing.declined-and-quoted", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Declined to comment, and quoted without a name",
	Message: "A side declined to comment, and someone of that side is quoted without a name.",
	Why:     "To write that a body declined to comment while one of its people speaks unnamed misleads the reader about what the body said.",
	Wrong: []rules.Example{
		{Text: "The bank declined to comment.\n\n[A bank official], who asked not to be named, said the loan had been called in."},
	},
	Right: []string{
		"The bank declined to comment.\n\nA union official, who asked not to be named, said the loan had been called in.",
		"The bank said the loan had been called in.",
	},
}, findDeclined}

var declined = []string{"declined to comment", "declined comment", "refused to comment", "would not comment", "did not comment", "declined to discuss"}

func findDeclined(v *view, _ *rules.Rule) []flag.Flag {
	var silent []string // words of the bodies that declined
	for s := range v.Doc.Sents {
		t := v.words(v.Doc.Slice(v.Doc.Sents[s]))
		if !holds(t, declined) {
			continue
		}
		low := strings.ToLower(t)
		for _, p := range declined {
			if i := strings.Index(low, p); i > 0 {
				for _, w := range strings.Fields(low[:i]) {
					if w = strings.Trim(w, ".,’'\"“”"); len(w) > 3 && !plainWords[w] {
						silent = append(silent, strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s"))
					}
				}
			}
		}
	}
	var out []flag.Flag
	for i := range v.Sources.Attributions {
		a := &v.Sources.Attributions[i]
		if !a.Says || !hidden(a) || a.Source.Empty() {
			continue
		}
		near := text.Span{Start: a.Source.Start, End: min(a.Source.End+80, v.sentence(a.Source.Start).End)}
		for _, w := range silent {
			if near.End > near.Start && holds(v.words(near), []string{w}) {
				out = append(out, flag.Flag{
					Severity: flag.Warning, Span: a.Source, Confidence: 0.7,
					Message: fmt.Sprintf("The %s declined to comment, yet “%s” speaks without a name", w, short(v.words(a.Source))),
					Query:   fmt.Sprintf("The story says that the %s declined to comment. Does “%s” speak for it?", w, v.words(a.Source)),
				})
				break
			}
		}
	}
	return out
}

var plainWords = map[string]bool{
	"spokesman": true, "spokeswoman": true, "spokesperson": true, "official": true, "officials": true, "which": true, "that": true, "said": true, "from": true, "with": true,
	"also": true, "when": true, "asked": true, "reached": true, "have": true, "their": true, "they": true, "person": true, "source": true, "sources": true, "about": true, "through": true,
}

var noByline = rule{rules.Rule{
	ID: "sourcing.no-byline", Kind: flag.Sourcing, Severity: flag.Warning,
	Title:   "Unnamed sources and no byline",
	Message: "The story leans on a source with no name and carries no byline.",
	Why:     "When the source has no name, the reporter’s must stand: someone has to answer for what the reader cannot check.",
	Wrong:   []rules.Example{{Text: "The merger is off, [a person familiar with the talks] said."}},
	Right: []string{
		"byline: Ann Lee\n\nThe merger is off, a person familiar with the talks said.",
		"The merger is off, the company said.",
	},
}, findNoByline}

func findNoByline(v *view, _ *rules.Rule) []flag.Flag {
	if raw(v.Subject) || len(v.Story.Bylines) > 0 {
		return nil
	}
	for i := range v.Sources.Attributions {
		if a := &v.Sources.Attributions[i]; hidden(a) && a.Says && !a.Source.Empty() {
			return []flag.Flag{{
				Severity: flag.Warning, Span: a.Source, Confidence: 0.8,
				Message: "The story has a source with no name, and no byline",
				Query:   "Whose story is this? It has a source with no name and needs a byline.",
			}}
		}
	}
	return nil
}
