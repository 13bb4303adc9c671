package consistency

import (
	"stet/model/flag"
	"stet/model/rules"
)

// factRules are the rules of figures, dates and bylines. Rules that compare two
// versions show no wrong text here: their tests are in facts_test.go.
var factRules = []rules.Rule{
	{
		ID: "consistency.figure-conflict", Kind: flag.Consistency, Severity: flag.Warning, Title: "Figures differ",
		Message: "Two figures for one thing.",
		Why:     "A reader who counts 53 in the headline and 54 in the story believes neither. The same thing has one number, or the story says why it changed.",
		Wrong: []rules.Example{
			{Text: "# [Storm kills 14 sailors]\n\nThe storm killed 12 sailors off the coast on Monday, the navy said.\n\nThe boats were found at dawn."},
			{Text: "The island freed 53 political dissidents on Monday.\n\nThe [54 political dissidents] were flown out at night."},
			{Text: "# Island frees 53 prisoners\n\nThe island has released all [53 Norwegian prisoners] under a deal."},
		},
		Right: []string{
			"# Storm kills 12 sailors\n\nThe storm killed 12 sailors off the coast on Monday, the navy said.",
			"# Dozens freed\n\nThe island freed 53 prisoners on Monday.",
			"A bomb killed 12 soldiers in the north.\n\nAnother killed 14 soldiers in the south.",
			"The toll was put at 12 sailors.\n\nIt was revised to 14 sailors later.",
			"# About 50 prisoners freed\n\nThe island freed 53 prisoners.",
			"A bomb in the market killed 12 people in the morning.\n\nAnother bomb at the station killed 14 people at night.",
			"The firm sold 4,100 cars in Spain last month.\n\nIt sold 7,300 cars in France.",
			"# Fire kills 12 workers\n\nA fire killed 12 workers at a mill. In 2012 a fire in the next town killed 31 workers.",
		},
	},
	{
		ID: "consistency.dek-says-more", Kind: flag.Consistency, Severity: flag.Warning, Title: "The headline says more",
		Message: "A figure over the story that the story never gives.",
		Why:     "Headline and dek promise what the story keeps. A figure that stands only there was cut from the copy, or was never in it.",
		Wrong:   []rules.Example{{Text: "# Storm leaves [47 homeless]\n\nThe storm came ashore near the harbour on Monday and tore the roofs off houses in three streets, the fire service said. Boats lay on the road and the school was shut.\n\nThe mayor said the town would clear the streets before the weekend and that people who had lost their homes were being put up in the sports hall beside the church, where volunteers cooked for them."}},
		Right:   []string{"# Storm leaves 47 homeless\n\nThe storm came ashore near the harbour on Monday and tore the roofs off houses in three streets, the fire service said. It left 47 people homeless.\n\nThe mayor said the town would clear the streets before the weekend and that people who had lost their homes were being put up in the sports hall beside the church, where volunteers cooked for them."},
	},
	{
		ID: "consistency.sum", Kind: flag.Consistency, Severity: flag.Error, Title: "The sum is wrong",
		Message: "The parts do not make the whole.",
		Why:     "Readers add up. When the parts do not make the whole, one of the figures is wrong.",
		Wrong: []rules.Example{
			{Text: "The blast killed [12 people]: seven men, three women and one child."},
			{Text: "The blast killed 12 people, including [14 children]."},
			{Text: "Seven men and four women were held, [12 people] in all."},
		},
		Right: []string{
			"The blast killed 12 people: seven men, three women and two children.",
			"The blast killed 12 people, including three children.",
			"Seven men and five women were held, 12 people in all.",
			"He scored 12 points, including 14 rebounds in the second half.",
		},
	},
	{
		ID: "consistency.percent", Kind: flag.Consistency, Severity: flag.Error, Title: "The percentage is wrong",
		Message: "A percentage that its figures do not make.",
		Why:     "A percentage can be worked out from the two figures beside it. From 5 to 7 percent is a rise of two percentage points, which is 40 percent.",
		Wrong: []rules.Example{
			{Text: "Sales rose [15 percent] to $120 million from $100 million."},
			{Text: "In the poll 26 of 50 drivers, or [62 percent], said no."},
			{Text: "Unemployment rose [2 percent] to 7 percent from 5 percent.", Fixed: "Unemployment rose 2 percentage points to 7 percent from 5 percent."},
		},
		Right: []string{
			"Sales rose 20 percent to $120 million from $100 million.",
			"In the poll 26 of 50 drivers, or 52 percent, said no.",
			"Unemployment rose 2 percentage points to 7 percent from 5 percent.",
			"Profit fell 3.1 percent to $2.4 billion from $2.5 billion.",
		},
	},
	{
		ID: "consistency.magnitude", Kind: flag.Consistency, Severity: flag.Warning, Title: "Million or billion",
		Message: "The same figure with another scale.",
		Why:     "Million for billion is the costliest slip in business copy. The same digits with two scales are hardly two things.",
		Wrong: []rules.Example{
			{Text: "The bridge cost $110 million.\n\nThe town paid [$110] in all."},
			{Text: "The bank lost $2.4 billion.\n\nThe [$2.4 million] loss was its first."},
		},
		Right: []string{
			"The bridge cost $110 million.\n\nThe town paid $11 a head.",
			"A ticket costs $5.\n\nThe hall cost $5 million.",
		},
	},
	{
		ID: "consistency.age-arithmetic", Kind: flag.Consistency, Severity: flag.Warning, Title: "Age and year of birth",
		Message: "An age that the year of birth does not give.",
		Why:     "Age and year of birth give each other away.",
		Wrong:   []rules.Example{{Text: "published: 2015-01-13\n\nThe [65-year-old] engineer, born in 1960, lives in Bergen."}},
		Right: []string{
			"published: 2015-01-13\n\nThe 65-year-old engineer, born in 1949, lives in Bergen.",
			"The 65-year-old engineer, born in 1960, lives in Bergen.",
		},
	},
	{
		ID: "consistency.weekday-date", Kind: flag.Consistency, Severity: flag.Error, Title: "Weekday and date",
		Message: "The date was another day of the week.",
		Why:     "A weekday with its date can be looked up, and readers do.",
		Wrong: []rules.Example{
			{Text: "The talks began on [Tuesday], January 14, 2015.", Fixed: "The talks began on Wednesday, January 14, 2015."},
			{Text: "published: 2015-01-20\n\nThe talks began on [Tuesday], January 14.", Fixed: "published: 2015-01-20\n\nThe talks began on Wednesday, January 14."},
			{Text: "He came on Monday, March 3, and left on [Wednesday], March 4."},
		},
		Right: []string{
			"The talks began on Wednesday, January 14, 2015.",
			"He came on Monday, March 3, and left on Tuesday, March 4.",
			"The talks began on Tuesday.",
		},
	},
	{
		ID: "consistency.date-order", Kind: flag.Consistency, Severity: flag.Warning, Title: "Past or to come",
		Message: "The tense and the date do not agree.",
		Why:     "What lies behind the story's day is told as past, what lies ahead as to come. A story that was held for a week has both wrong.",
		Wrong: []rules.Example{
			{Text: "published: 2015-01-20\n\nThe sides will meet in Bergen on [January 14]."},
			{Text: "published: 2015-01-20\n\nThe minister resigned on [January 29]."},
		},
		Right: []string{
			"published: 2015-01-20\n\nThe sides will meet in Bergen on January 24.",
			"published: 2015-01-20\n\nThe minister resigned on January 14.",
			"published: 2015-01-20\n\nThe vote was set for January 29.",
		},
	},
	{
		ID: "consistency.year-missing", Kind: flag.Consistency, Severity: flag.Warning, Title: "The year is missing",
		Message: "A day of more than a year ago without its year.",
		Why:     "A day without a year is read as one of this year. In a story that is older, or speaks of long ago, it needs its year.",
		Wrong:   []rules.Example{{Text: "He was jailed on [March 3], five years ago."}},
		Right: []string{
			"He was jailed on March 3, 2011, five years ago.",
			"He was jailed on March 3.",
		},
	},
	{
		ID: "consistency.dateline-mismatch", Kind: flag.Consistency, Severity: flag.Warning, Title: "Dateline",
		Message: "The dateline disagrees with the story's fields.",
		Why:     "The dateline says where, when and by whom the story was sent. Credit and file say it too, and must say the same.",
		Wrong:   []rules.Example{{Text: "credit: Reuters\nplace: OSLO\nagency: AP\n\n[OSLO] (AP) - The ferry sank on Monday."}},
		Right: []string{
			"credit: AP\nplace: OSLO\nagency: AP\n\nOSLO (AP) - The ferry sank on Monday.",
			"credit: Desk\nplace: OSLO\nagency: AP\n\nOSLO (AP) - The ferry sank on Monday.",
		},
	},
	{
		ID: "consistency.byline-handle", Kind: flag.Consistency, Severity: flag.Warning, Title: "Byline and handle",
		Message: "The writer's name is spelt in two ways.",
		Why:     "A writer's own name is the one that no desk may get wrong. Byline, sign-off, handle and address spell it alike.",
		Wrong: []rules.Example{
			{Text: "sign-off: Follow Ann Feilds on Twitter: @AnnFields\n\nThe ferry sank on Monday.[]"},
			{Text: "byline: Jon Tamsen\nsign-off: (Reporting by Jon Tansen; Editing by Bo Ek)\n\nThe ferry sank on Monday.[]"},
		},
		Right: []string{
			"sign-off: Follow Ann Fields on Twitter: @AnnFields\n\nThe ferry sank on Monday.",
			"sign-off: Follow Ann Fields on Twitter: @newsdesk\n\nThe ferry sank on Monday.",
			"byline: Jon Tamsen\nsign-off: (Reporting by Jon Tamsen; Editing by Bo Ek)\n\nThe ferry sank on Monday.",
		},
	},
	{
		ID: "consistency.unit-conversion", Kind: flag.Consistency, Severity: flag.Error, Title: "Conversion is wrong",
		Message: "The figure in other units is not the same.",
		Why:     "Ten miles are sixteen kilometres, everywhere.",
		Wrong: []rules.Example{
			{Text: "The fire burned 10 miles ([25 km]) from the town.", Fixed: "The fire burned 10 miles (16 km) from the town."},
			{Text: "It was 30 degrees Celsius ([96 degrees Fahrenheit])."},
		},
		Right: []string{
			"The fire burned 10 miles (16 km) from the town.",
			"It was 30 degrees Celsius (86 degrees Fahrenheit).",
			"The wall is 6 feet (1.8 meters) high.",
		},
	},
	{
		ID: "consistency.unit-missing", Kind: flag.Consistency, Severity: flag.Note, Title: "The other unit", Pack: "units", Off: true,
		Message: "A measure in one system only.",
		Why:     "Copy that is read abroad gives both miles and kilometres.",
		Wrong:   []rules.Example{{Text: "The fire burned 10 miles[] from the town.", Fixed: "The fire burned 10 miles (16 kilometers) from the town."}},
		Right:   []string{"The fire burned 10 miles (16 km) from the town."},
	},
}

// versionRules compare a story with its version before.
var versionRules = []rules.Rule{
	{
		ID: "consistency.quote-altered", Kind: flag.Consistency, Severity: flag.Warning, Title: "A quotation was changed",
		Message: "A quotation reads otherwise in the version before.",
		Why:     "What stands between quotation marks was said so. Between two versions it can be cut, not reworded.",
	},
	{
		ID: "consistency.figure-changed", Kind: flag.Consistency, Severity: flag.Note, Title: "A figure was changed",
		Message: "A figure was another in the version before.",
		Why:     "A figure that changes from one version to the next is news, or a slip; the desk should know which.",
	},
}
