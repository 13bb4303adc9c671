package grammar

import (
	"stet/model/flag"
	"stet/model/rules"
)

// families are the rules; the patterns of data/ add their examples to them.
var families = []rules.Rule{
	{
		ID: "typo.agreement", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Agreement",
		Message: "The verb or the noun does not agree with its subject or its article.",
		Right:   []string{"He and she are late, and the team have said that they were."},
		Why:     "A singular subject takes a singular verb and a plural one a plural verb, however many words stand between them. “This” goes with one thing, “these” with several. “A number of” is plural, “the number of” singular.",
	},
	{
		ID: "typo.verb-form", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Verb form",
		Message: "The verb is in the wrong form after its helper.",
		Right:   []string{"He had gone, did not know, and used to see that what he had went up."},
		Why:     "After “have” comes the participle (has gone), after “did”, “to” and the modals the plain form (did not know, to go, could see). Mixed forms are left over from a sentence that was changed half-way.",
	},
	{
		ID: "typo.article", Kind: flag.Typo, Severity: flag.Error,
		Title:   "A or an",
		Message: "“A” goes before a consonant sound, “an” before a vowel sound.",
		Why:     "The sound decides, not the letter: an hour, an MP, an 18-month term, but a US official, a European, a one-off.",
		Wrong: []rules.Example{
			{Text: "She spent [a] hour there.", Fixed: "She spent an hour there."},
			{Text: "He met [an] US official.", Fixed: "He met a US official."},
			{Text: "He was given [a] 18-month term.", Fixed: "He was given an 18-month term."},
			{Text: "It was [an] one-off.", Fixed: "It was a one-off."},
			{Text: "He met [a] MP.", Fixed: "He met an MP."},
			{Text: "It took [a] FBI agent to find it.", Fixed: "It took an FBI agent to find it."},
			{Text: "[An] European court said no.", Fixed: "A European court said no."},
		},
		Right: []string{
			"An hour later a US official met an MP and a European at a one-off event.", "Plan A is an honest one.",
			"A historic deal and an historic deal are both let be.", "An 11-year-old and an 80-year-old met a 10-year-old.",
			"Vitamin A helps.", "He got an A and an F.", "A Uighur activist met an umbrella maker and a unique uniformed user.",
		},
	},
	{
		ID: "typo.missing-word", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Missing word",
		Message: "A small word is missing.",
		Why:     "Small words get lost when a sentence is cut or rewritten. A reader stumbles where the writer no longer sees it.",
	},
	{
		ID: "typo.extra-word", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Word too many",
		Message: "There is a word too many.",
		Why:     "Two ways of saying a thing got mixed, or a word was left behind when a sentence was changed.",
	},
	{
		ID: "typo.repeated-word", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Repeated word",
		Message: "The same word stands twice.",
		Why:     "A doubled word is easily typed and hard to see, above all over a line's end. “That that” and “had had” are often right and are let be.",
		Wrong: []rules.Example{
			{Text: "The talks [the the] two men held failed.", Fixed: "The talks the two men held failed."},
			{Text: "It was one [of of] three.", Fixed: "It was one of three."},
			{Text: "He spoke [in the in the] morning.", Fixed: "He spoke in the morning."},
		},
		Right: []string{
			"He said that that was the case and that she had had enough.", "It was a very very long day.",
			"Duran Duran played in Baden Baden.", "“No no,” she said.", "What it is is a mess.", "He moved to New York, New York.",
			"She gave her her coat.", "The vote was 20 20.",
		},
	},
	{
		ID: "typo.hyphen", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Hyphen",
		Message: "A hyphen is missing, or one too many.",
		Why:     "Words that describe a noun together are joined before it (a 65-year-old contractor, a high-level talk) and not after it (he is 65 years old, 18 months in the making). Adverbs in -ly need none.",
		Wrong: []rules.Example{
			{Text: "The accord was [18-months] in the making.", Fixed: "The accord was 18 months in the making."},
			{Text: "He is [65-years] old.", Fixed: "He is 65 years old."},
			{Text: "He won a [five-years] deal.", Fixed: "He won a five-year deal."},
			{Text: "More [high-levels] talks are planned.", Fixed: "More high-level talks are planned."},
		},
		Right: []string{
			"The 18-month talks and a 65-year-old contractor.", "He is 65 years old.", "The two-day visit was 18 months in the making.",
			"A family-owned firm and an early-warning system.", "It cost 200-odd dollars.",
		},
	},
	{
		ID: "typo.compound", Kind: flag.Typo, Severity: flag.Error,
		Title:   "One word or two",
		Message: "One word was written as two, or two as one.",
		Right:   []string{"They set up the setup every day; everyday chores may be done."},
		Why:     "Many pairs mean different things together and apart: an everyday chore is done every day; they set up the setup.",
	},
	{
		ID: "typo.apostrophe", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Apostrophe",
		Message: "An apostrophe is missing, misplaced or one too many.",
		Why:     "An apostrophe marks what is left out (it’s) or who owns (the party’s, the parties’). It makes no plurals: the 1990s, CEOs.",
		Wrong: []rules.Example{
			{Text: "Music of the [1990's] is back.", Fixed: "Music of the 1990s is back."},
			{Text: "He dropped the [US'] claim.", Fixed: "He dropped the US’s claim."},
			{Text: "They [don;t] know.", Fixed: "They don’t know."},
		},
		Right: []string{
			"Music of the 1990s, the '90s and 1990’s best song is back.", "The US’s claim and the states' rights.", "He was in the U.S.; the rest were not.",
		},
	},
	{
		ID: "typo.capital", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Capital letter",
		Message: "A capital is missing, or one too many.",
		Why:     "Sentences, weekdays, months, peoples and languages begin with a capital. A caps-lock slip leaves two.",
		Wrong: []rules.Example{
			{Text: "He spoke on [monday] and left.", Fixed: "He spoke on Monday and left."},
			{Text: "The talks had ended. [the] minister left.", Fixed: "The talks had ended. The minister left."},
			{Text: "A [french] minister spoke.", Fixed: "A French minister spoke."},
			{Text: "On 3 [april] he left.", Fixed: "On 3 April he left."},
			{Text: "[THe] minister left for the coast.", Fixed: "The minister left for the coast."},
			{Text: "He said [i] would lose.", Fixed: "He said I would lose."},
		},
		Right: []string{
			"It may march on in august company, said the turkey.", "He asked if iPhones sell. eBay said yes.", "They ate french fries and brussels sprouts.",
			"Visit example.com. e.e. cummings wrote it.", "They sat on a polish of wax.", "The firm (i.e. the bank) paid.",
		},
	},
	{
		ID: "typo.number-form", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Form of a number",
		Message: "The figure says a thing twice or is written wrongly.",
		Why:     "“$5 million dollars” says dollars twice, “10 a.m. in the morning” morning. Ordinals end as they are spoken: 21st, 22nd, 23rd, 24th.",
		Wrong: []rules.Example{
			{Text: "It cost [$5 million dollars] to build.", Fixed: "It cost $5 million to build."},
			{Text: "It was the [22th] time.", Fixed: "It was the 22nd time."},
			{Text: "The [101th] guest won.", Fixed: "The 101st guest won."},
			{Text: "He left at [10 a.m. in the morning] with her.", Fixed: "He left at 10 a.m. with her."},
			{Text: "About [1,00,000] fled."},
		},
		Right: []string{
			"It cost $5 million and 3,000 dollars on the 11th and the 22nd.", "The 1,500 and 12,000,000 came.", "The store closed at 10 a.m. on Monday morning.",
		},
	},
	{
		ID: "typo.confusion", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Mistaken word",
		Message: "A word that sounds or looks like the right one.",
		Why:     "Their and there, then and than, lose and loose: a spelling checker passes them all. Here the words around them say which one was meant.",
	},
	{
		ID: "typo.preposition", Kind: flag.Typo, Severity: flag.Warning,
		Title:   "Preposition",
		Message: "The word takes another preposition.",
		Why:     "Which preposition a word takes is a matter of use, not of sense: interested in, fed up with, responsible for.",
	},
	{
		ID: "typo.idiom", Kind: flag.Typo, Severity: flag.Error,
		Title:   "Set phrase",
		Message: "A set phrase is not as it is known.",
		Why:     "Set phrases are heard more than read and get written as they sound: free reign for free rein, case and point for case in point.",
		Right:   []string{"He was given free rein; a case in point. They bear in mind the straits of the tenants."},
	},
}
