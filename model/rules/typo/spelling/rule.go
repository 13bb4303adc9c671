package spelling

import (
	"stet/model/flag"
	"stet/model/rules"
)

var rule = rules.Rule{
	ID: ID, Kind: flag.Typo, Severity: flag.Error,
	Title:   "Misspelt word",
	Message: "This is not a word.",
	Why:     "A word that no dictionary has, close to one that fits, is a slip. Names, words that the story repeats and words made by rule are let be.",
	Wrong: []rules.Example{
		{Text: "The [goverment] released dozens of prisoners.", Fixed: "The government released dozens of prisoners."},
		{Text: "She will [definately] appeal, her lawyer said.", Fixed: "She will definitely appeal, her lawyer said."},
		{Text: "[Teh] minister resigned on Monday.", Fixed: "The minister resigned on Monday."},
		{Text: "It [isnt] clear who ordered the raid.", Fixed: "It isn't clear who ordered the raid."},
		{Text: "There were [atleast] 40 people on board.", Fixed: "There were at least 40 people on board."},
		{Text: "Residents are still [wiating] for clean water.", Fixed: "Residents are still waiting for clean water."},
		{Text: "The well-[organised-ish] and [anouncment]-driven party lost.", Fixed: ""},
		{Text: "They came to the [con- clusion] that nobody was hurt.", Fixed: "They came to the conclusion that nobody was hurt."},
		{Text: "He was arrested in [Portugese] waters.", Fixed: "He was arrested in Portuguese waters."},
	},
	Right: []string{
		"Mr. Zelenskyy met Prime Minister Kristersson in Kharkiv.",
		"The anti-corruption body called the rules unreviewable.",
		"Residents ate arepas and drank guarapo in the plaza.",
		"The colour of the harbour and the color of the harbor differ.",
		"The drug, tocilizumab, is a biosimilar; tocilizumab is costly.",
		"Gonna be a long day, y'all, he said.",
		"Cyberattackers and crowdfunders livestreamed the crypto-heist.",
	},
}
