package consistency

import (
	"context"
	"slices"

	"stet/model/flag"
	"stet/model/rules"
)

// The rules of this part.
const (
	nameVariant    = "consistency.name-variant"
	knownName      = "consistency.known-name"
	firstReference = "consistency.first-reference"
	titleConflict  = "consistency.title-conflict"
	acronym        = "consistency.acronym-mismatch"
	placeCountry   = "consistency.place-country"
)

type names struct {
	finders []func(*rules.Subject) []flag.Flag
}

// NewNames returns the checker of names: spellings, first references, titles,
// acronyms and the countries of places. It is safe for concurrent use.
func NewNames() rules.StoryChecker {
	return names{[]func(*rules.Subject) []flag.Flag{variants, firstReferences, titleConflicts, acronyms, placeCountries}}
}

// Rules implements rules.Book.
func (names) Rules() []rules.Rule {
	return slices.Clone(nameRules)
}

// CheckStory implements rules.StoryChecker.
func (n names) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for _, find := range n.finders {
		if ctx.Err() != nil {
			return out
		}
		for _, f := range find(s) {
			if !s.Settings.Muted[f.Rule] {
				out = append(out, f)
			}
		}
	}
	return out
}

var nameRules = []rules.Rule{
	{
		ID: nameVariant, Kind: flag.Consistency, Severity: flag.Warning, Title: "Name spelt two ways",
		Message: "One name is spelt in two ways.",
		Why: "A misspelt name is the error that readers write in about. Stet compares every capitalised word of the story with the " +
			"others: a word that the world does not know and that stands a slip away from a name of the story is most likely that " +
			"name. Brothers, families and namesakes are left alone. The fix is the spelling that is known, or the one used most.",
		Wrong: []rules.Example{
			{
				Text:  "Prime Minister Benjamin Netanyahu met the envoys on Monday.\n\n\"We will not wait,\" [Netanyahou] said. Netanyahu flies home on Friday.",
				Fixed: "Prime Minister Benjamin Netanyahu met the envoys on Monday.\n\n\"We will not wait,\" Netanyahu said. Netanyahu flies home on Friday.",
			},
			{
				Text:  "Karin Lindqvist runs the harbour. Lindqvist said the quay was safe, but [Lindqist] has no proof.",
				Fixed: "Karin Lindqvist runs the harbour. Lindqvist said the quay was safe, but Lindqvist has no proof.",
			},
			{
				Text:  "caption: Harbour master Paul Adeyemi on Monday\n\nThe port opened at noon, Paul [Adeymi] said.",
				Fixed: "The port opened at noon, Paul Adeyemi said.",
			},
			{
				Text:  "The ferry left Gothenburg at noon. Police in [Gothenberg] said the ferry reached Gothenburg again at six.",
				Fixed: "The ferry left Gothenburg at noon. Police in Gothenburg said the ferry reached Gothenburg again at six.",
			},
		},
		Right: []string{
			"byline: Karin Lindqvist\n\nThe port opened at noon, Paul Adeyemi said. Adeyemi runs the quay.",
			"Fidel Castro ruled Cuba. His brother Raul Castro followed. Raul Castro then met the pope, and Fidel Castro wrote columns.",
			"Troops from Iran and Iraq met at the border. Iranian officers said that Iraqi officers were late.",
			"John Allen and Mary Allan, who are not related, sued the council. Allen lost. Allan won.",
			"Austria played Australia in Vienna. Australians outnumbered Austrians.",
		},
	},
	{
		ID: knownName, Kind: flag.Consistency, Severity: flag.Warning, Title: "Not the known spelling",
		Message: "A name stands one slip away from one that the news knows well.",
		Why:     "The name is nowhere in the story in its usual spelling, and as it stands nobody is called so. Tick it as right if it is.",
		Wrong: []rules.Example{
			{
				Text:  "Talks with Vladimir [Puttin] went on all night in the capital.",
				Fixed: "Talks with Vladimir Putin went on all night in the capital.",
			},
			{
				Text:  "A spokesman for [Netanyahou] said on Monday that talks would go on.",
				Fixed: "A spokesman for Netanyahu said on Monday that talks would go on.",
			},
		},
		Right: []string{"Talks with Vladimir Putin went on all night.", "Talks with Vladimir Pushkin went on all night."},
	},
	{
		ID: firstReference, Kind: flag.Consistency, Severity: flag.Note, Title: "Surname before the full name",
		Message: "Somebody is named by surname before the full name is given.",
		Why: "A reader who meets a surname first looks for what was missed. Give the full name, and what the person is, where they come in " +
			"first; the headline and the dek may use the surname alone.",
		Wrong: []rules.Example{{
			Text: "The harbour will stay shut, officials said after [Lindqvist] called them in.\n\nThe mayor, Karin Lindqvist, took over in May.",
		}},
		Right: []string{
			"# Lindqvist shuts harbour\n\nThe mayor, Karin Lindqvist, said the harbour would stay shut. Lindqvist took over in May.",
		},
	},
	{
		ID: titleConflict, Kind: flag.Consistency, Severity: flag.Warning, Title: "Age or rank given two ways",
		Message: "The story gives one person two ages or two ranks.",
		Why:     "One of the two is wrong, or two people have become one.",
		Wrong: []rules.Example{
			{Text: "Karin Lindqvist, 54, runs the harbour.\n\nShe took over in May. Karin Lindqvist, [45], has two sons."},
			{Text: "Sgt. Paul Adeyemi opened the gate.\n\nThe soldiers waited until [Lt.] Paul Adeyemi closed it again."},
		},
		Right: []string{
			"Karin Lindqvist, 54, runs the harbour. Her son Nils Lindqvist, 23, works there. Karin Lindqvist has a boat.",
			"Prime Minister Boris Johnson, a former mayor, spoke. Mr. Johnson left at noon.",
		},
	},
	{
		ID: acronym, Kind: flag.Consistency, Severity: flag.Warning, Title: "Acronym does not fit",
		Message: "The letters in brackets are not those of the name before them.",
		Why:     "An acronym that is one letter off its name is a slip more often than not.",
		Wrong: []rules.Example{{
			Text:  "The Northern Harbour Safety Board ([NHBS]) met on Monday.",
			Fixed: "The Northern Harbour Safety Board (NHSB) met on Monday.",
		}},
		Right: []string{
			"The World Health Organization (WHO) met on Monday.",
			"The Revolutionary Armed Forces of Colombia (FARC) signed.",
			"The Department of Justice (DOJ) sued.",
		},
	},
	{
		ID: placeCountry, Kind: flag.Consistency, Severity: flag.Warning, Title: "Place and country do not fit",
		Message: "A large town is put in a country where no town of that name is known.",
		Why:     "The town is known by that name in one country only, and the story names another.",
		Wrong:   []rules.Example{{Text: "Police in Eindhoven, [Belgium], closed two roads on Monday."}},
		Right: []string{
			"Police in Eindhoven, Netherlands, closed two roads on Monday.",
			"The talks moved between Eindhoven, Belgium and France.",
			"Birmingham, Alabama, and Birmingham, England, share a name.",
		},
	},
}
