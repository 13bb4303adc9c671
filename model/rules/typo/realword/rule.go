package realword

import (
	"stet/model/flag"
	"stet/model/rules"
)

var rule = rules.Rule{
	ID: ID, Kind: flag.Typo, Severity: flag.Error,
	Title:   "Wrong word",
	Message: "This is a word, but another one fits far better here.",
	Why:     "A slip often makes another word: “if” for “of”, “manger” for “manager”. Stet weighs every word against those that it is confused with, by the words around it.",
	Wrong: []rules.Example{
		{Text: "The government announced the release [if] dozens of prisoners.", Fixed: "The government announced the release of dozens of prisoners."},
		{Text: "Prices rose faster [then] expected in March.", Fixed: "Prices rose faster than expected in March."},
		{Text: "She is the general [manger] of the company.", Fixed: "She is the general manager of the company."},
		{Text: "The company said it would cut [there] prices next year.", Fixed: "The company said it would cut their prices next year."},
	},
	Right: []string{
		"The prime minister said on Tuesday that the talks would go on.",
		"He asked if any of the prisoners had been released.",
		"The baby was laid in a manger, the gospel says.",
		"The two sides are closer than ever, then.",
		"Officials in Havana declined to comment.",
	},
}
