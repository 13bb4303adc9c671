package style

import (
	"strings"

	"stet/model/flag"
	"stet/model/rules"
)

// The packs.
const (
	packWire      = "wire style"
	packWords     = "loaded words"
	packPlain     = "plain words"
	packReadable  = "readability"
	packCoherence = "one story, one style"
)

// paragraphRules are the rules of single paragraphs; the patterns of data/ add
// their examples to them.
var paragraphRules = []rules.Rule{
	{
		ID: "style.time", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Times of day", Message: "A time of day is not as the wire writes it.",
		Why:   "The wire writes 10 a.m. and 10:30 p.m.: figures, points, no :00. Noon and midnight need no figure.",
		Right: []string{"He left at 10 a.m. and came back at 10:30 p.m., long after noon.", "“I left at 10am,” he said."},
	},
	{
		ID: "style.date", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Dates", Message: "A date is not as the wire writes it.",
		Why:   "Dates take plain figures: December 17, not December 17th, nor the 17th of December.",
		Right: []string{"He left on December 17 and on the 17th day came back."},
	},
	{
		ID: "style.percent", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Percentages", Message: "A percentage takes a figure.",
		Why:   "Percentages are given in figures, even small ones: 5 percent. “Percentage” alone is no amount.",
		Right: []string{"It rose 5 percent, or 5%, a large percentage."},
	},
	{
		ID: "style.age", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Ages", Message: "An age is given in figures.",
		Why:   "Ages of people are given in figures, small ones too: a 5-year-old girl; she is 5.",
		Right: []string{"A 5-year-old girl, the two-day talks and a five-year plan."},
	},
	{
		ID: "style.number", Kind: flag.Style, Severity: flag.Note, Pack: packWire, Off: true,
		Title: "Numbers", Message: "Numbers below 10 are spelled out.",
		Why:   "In running copy one to nine are words, 10 and up figures. Ages, dates, money, percentages, scores and measures are always figures.",
		Right: []string{"He met three men and 12 women on May 3.", "It cost $5 million and rose 5 percent; a 5-4 vote on page 3."},
	},
	{
		ID: "style.number-start", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Figure at the start", Message: "A sentence does not begin with a figure.",
		Why:   "A sentence that begins with a figure looks like a slip: spell it out, or turn the sentence round. Years are let be.",
		Wrong: []rules.Example{{Text: "[12] prisoners were freed."}},
		Right: []string{"Twelve prisoners were freed.", "2015 was a good year.", "He left. The 12 stayed."},
	},
	{
		ID: "style.title", Kind: flag.Style, Severity: flag.Note, Pack: packWire, Off: true,
		Title: "Titles", Message: "A title is not as the wire writes it.",
		Why:   "Formal titles are capitalised before a name and small by themselves; a spelled-out title before a name is shortened.",
		Right: []string{"President Obama spoke to the president of the bank.", "Sen. Marco Rubio left."},
	},
	{
		ID: "style.state", Kind: flag.Style, Severity: flag.Note, Pack: packWire, Off: true,
		Title: "States", Message: "Postal codes are for envelopes.",
		Why:   "The names of US states are spelled out in copy; postal codes are for addresses.",
		Right: []string{"He flew to Miami, Florida. OK, he said."},
	},
	{
		ID: "style.currency", Kind: flag.Style, Severity: flag.Note, Pack: packWire,
		Title: "Currencies", Message: "A sum is not as the wire writes it.",
		Why:   "Sums take the sign and the figure: $5 million. Millions have decimals, not long rows of noughts.",
		Right: []string{"It cost $5 million, and a few dollars more.", "The 500 dollar bills were forged."},
	},
	{
		ID: "style.said", Kind: flag.Style, Severity: flag.Warning, Pack: packWords, Off: true,
		Title: "Verb that judges", Message: "The verb says more than that it was said.",
		Why:   "“Claimed” doubts, “admitted” convicts, “revealed” believes, “insisted” hints at a lie. “Said” takes no side.",
		Right: []string{"He said that it was over. He claimed the prize and admitted them to the hall."},
	},
	{
		ID: "style.loaded", Kind: flag.Style, Severity: flag.Warning, Pack: packWords, Off: true,
		Title: "Loaded word", Message: "The word takes a side or slights a person.",
		Why:   "Agencies' style books (AP, Reuters, the Guardian, the NCDJ guide on disability) advise against these words for people: they judge, or name a person by one trait.",
		Right: []string{"He uses a wheelchair, died by suicide and came without papers, the police said of the illegal trade."},
	},
	{
		ID: "style.redundant", Kind: flag.Style, Severity: flag.Note, Pack: packPlain, Off: true,
		Title: "Said twice", Message: "One of the words says what the other does.",
		Why:   "A gift is free, history is past, a consensus is of opinion. The shorter form says the same.",
		Right: []string{"A gift, history and a consensus."},
	},
	{
		ID: "style.cliche", Kind: flag.Style, Severity: flag.Note, Pack: packPlain, Off: true,
		Title: "Cliché", Message: "A phrase worn out by use.",
		Why:   "A worn phrase says that nobody looked. Say what happened.",
		Right: []string{"The game changed when the day was over."},
	},
	{
		ID: "style.long-sentence", Kind: flag.Style, Severity: flag.Note, Pack: packReadable, Off: true,
		Title: "Long sentence", Message: "The sentence has more than 40 words.",
		Why:   "Wire sentences run to 20 or 25 words on average. Beyond 40 a reader loses the subject.",
		Wrong: []rules.Example{{Text: "[" + strings.TrimSuffix(strings.Repeat("The men who came went on and ", 7), " ") + "] left."}},
		Right: []string{"The men who came left.", "Names: " + strings.Repeat("Ann Lee; ", 10) + "all."},
	},
	{
		ID: "style.long-paragraph", Kind: flag.Style, Severity: flag.Note, Pack: packReadable, Off: true,
		Title: "Long paragraph", Message: "The paragraph has more than 110 words.",
		Why:   "On a narrow column a paragraph of over 110 words is a grey slab. Wire paragraphs hold one or two sentences.",
		Wrong: []rules.Example{{Text: "[The] men came. " + strings.Repeat("They saw what was there to be seen. ", 15)}},
		Right: []string{"The men came. They saw."},
	},
	{
		ID: "style.long-headline", Kind: flag.Style, Severity: flag.Note, Pack: packReadable, Off: true,
		Title: "Long headline", Message: "The headline has more than 64 characters.",
		Why:   "Search results and phones cut a headline after about 64 characters.",
		Wrong: []rules.Example{{Text: "# [Council] votes after a long night to close the last of the three old mills by the river"}},
		Right: []string{"# Council votes to close the last of the old mills"},
	},
}
