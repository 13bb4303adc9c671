package spelling

import (
	"strings"

	"stet/model/lang"
)

// prefixes make new words of known ones: "unreviewable", "cyberattack".
var prefixes = strings.Fields(`anti auto bio cardio co counter cross cyber de dis down eco electro euro ever extra fore geo hydro hyper
in inter intra kilo macro mal mega meta micro mid milli mini mis mono multi nano neo neuro non off omni on out over paleo pan para
photo poly post pre pro proto pseudo psycho quasi radio re retro semi socio step sub super tele thermo trans tri turbo ultra un
under uni up vice`)

// suffixes make new words of known ones: "Trumpism" is a name, but
// "tunnelling-like" and "spyless" are words.
var suffixes = []string{
	"able", "ability", "ably", "ally", "dom", "ed", "er", "ers", "ery", "esque", "ess", "est", "fest", "fold", "free", "ful", "gate", "goer", "goers",
	"hood", "ian", "ification", "ified", "ify", "ing", "ings", "ise", "ised", "ish", "ising", "ism", "isms", "ist", "ists", "ization", "ize", "ized",
	"izing", "less", "lessly", "lessness", "let", "lets", "like", "ly", "maker", "makers", "making", "man", "men", "ness", "proof", "s", "scape", "ship",
	"some", "speak", "ster", "sters", "tastic", "ville", "ward", "wards", "ware", "wide", "wise", "woman", "women", "worker", "workers", "worthy", "y",
}

// made reports whether w is made by rule of known words: an affix and a word,
// or two words.
func (c *checker) made(w string) bool {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) >= 4 && c.common(rest, 60) {
			return true
		}
	}
	for _, s := range suffixes {
		stem, ok := strings.CutSuffix(w, s)
		if !ok || len(stem) < 4 {
			continue
		}
		// Regular inflections are in the lexicon; a stem that takes one by rule
		// and is not there is mostly a slip ("occured"), so only nouns of rarer
		// words may take -s.
		if s == "ed" || s == "ing" || s == "er" || s == "y" || s == "est" || s == "ly" || s == "ers" || s == "ful" || s == "able" {
			continue
		}
		if c.common(stem, 50) && !(s == "s" && c.common(stem, 100)) || c.common(stem+"e", 50) && strings.ContainsAny(s[:1], "aeiouy") {
			return true
		}
	}
	for i := 4; i+4 <= len(w); i++ {
		if c.common(w[:i], 100) && c.common(w[i:], 100) {
			return true
		}
	}
	return false
}

// common reports whether w is a word of at least frequency freq (see
// lang.Entry).
func (c *checker) common(w string, freq uint8) bool {
	e, ok := c.sp.Words.Lookup(w)
	return ok && e.Is(lang.WordLower) && e.Size <= 70 && e.Freq >= freq
}
