package main

import (
	"cmp"
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/rules/inflect"
)

func init() {
	register(model{name: "confusions", what: "for each word the words that may be meant", order: 30, build: buildConfusions})
}

// perWord is how many words may at most be meant by one.
const perWord = 36

// commonSets are words that usage guides warn of: writers mix them up far more
// often than chance slips would.
var commonSets = []string{
	"its it's", "there their they're", "your you're", "to too", "then than", "whose who's", "were where we're", "of off", "affect effect", "affects effects",
	"affected effected", "affecting effecting", "lose loose", "loses looses", "losing loosing", "lead led", "past passed", "advice advise", "practice practise",
	"principal principle", "principals principles", "desert dessert", "deserts desserts", "breath breathe", "breaths breathes", "weather whether", "accept except",
	"choose chose", "quite quiet", "bare bear", "brake break", "brakes breaks", "stationary stationery", "complement compliment", "complementary complimentary",
	"council counsel", "councillor counsellor", "discreet discrete", "capital capitol", "cite site sight", "sites sights cites", "coarse course", "corps corpse", "dairy diary", "device devise",
	"dual duel", "elicit illicit", "eminent imminent", "ensure insure", "insured ensured", "fair fare", "flair flare", "formally formerly", "forth fourth", "hear here", "heard herd", "heroin heroine",
	"hole whole", "hoard horde", "idle idol", "knew new", "know now", "later latter", "lay lie", "moral morale", "manger manager", "peace piece", "peak peek pique", "pedal peddle", "personal personnel", "plain plane",
	"pole poll", "poles polls", "poor pour pore", "pray prey", "precede proceed", "precedent president", "profit prophet", "rain reign rein", "raise rise", "reign rein", "right write", "role roll", "roles rolls", "root route",
	"scene seen", "shear sheer", "sole soul", "steal steel", "straight strait", "suit suite", "tail tale", "tenant tenet", "thorough through", "though thought through", "threw through", "throne thrown", "tide tied", "troop troupe",
	"vain vein vane", "waist waste", "waive wave", "waiver waver", "ware wear", "warn worn", "weak week", "weather wether", "which witch", "while whilst", "wonder wander", "woman women", "world word", "worse worst", "form from", "if of",
	"as has is", "be by", "bought brought", "build built", "spend spent", "send sent", "lend lent", "cloths clothes", "conscience conscious", "costumer customer", "decent descent dissent", "defuse diffuse", "alter altar", "allude elude",
	"allusion illusion", "aloud allowed", "ascent assent", "ball bawl", "base bass", "berth birth", "board bored", "boarder border", "born borne", "bough bow", "buy by", "canvas canvass", "censor censure sensor", "cereal serial", "chord cord", "cords chords", "climactic climatic",
	"collision collusion", "confidant confident", "conform confirm", "credible creditable", "currant current", "cue queue", "dear deer", "die dye", "dyeing dying", "dose does", "draft draught", "envelop envelope", "exercise exorcise", "expand expend", "extend extent",
	"faint feint", "fir fur", "flea flee", "flour flower", "foreword forward", "foul fowl", "gait gate", "gorilla guerrilla", "grate great", "grisly grizzly", "hail hale", "hair hare", "hall haul", "heal heel", "him hymn", "hour our", "human humane", "incidence incidents",
	"ingenious ingenuous", "intense intents", "knot not", "leach leech", "lessen lesson", "liable libel", "lightening lightning", "load lode", "loath loathe", "made maid", "mail male", "main mane", "meat meet", "medal meddle metal mettle", "miner minor", "moan mown", "morning mourning",
	"muscle mussel", "naval navel", "no know", "one won", "or our", "ordinance ordnance", "pail pale", "pain pane", "pair pear pare", "palate palette pallet", "passed past", "patience patients", "perform preform", "perpetrate perpetuate", "perspective prospective", "persecute prosecute",
	"populace populous", "pubic public", "rap wrap", "read red", "real reel", "respectfully respectively", "retch wretch", "ring wring", "road rode", "rout route", "sail sale", "sauce source", "sea see", "seam seem", "sew so sow", "shore sure", "slay sleigh", "soar sore", "some sum", "son sun",
	"staid stayed", "stake steak", "stare stair", "statue statute", "storey story", "sweat sweet suite", "taught taut", "tea tee", "team teem", "their there", "timber timbre", "toe tow", "tree three", "try tray", "vial vile", "vice vise", "wail whale", "wait weight",
	"wont won't", "cant can't", "well we'll", "were we're", "wet whet", "hell he'll", "shell she'll", "ill i'll", "id i'd", "lets let's", "whine wine", "wood would", "yoke yolk", "say says", "live life", "lives lifes", "belief believe", "beliefs believes", "proof prove", "grief grieve", "relief relieve", "safe save", "success succeed", "choice choose", "loss lost lose",
	"every very", "ever every", "you your", "he the", "she the", "they the", "them then", "this these", "that than", "must most", "tough though", "with which", "who how", "two to",
	"alternate alternative", "historic historical", "economic economical", "classic classical", "politic political", "sensible sensitive", "continual continuous", "ad add", "adds ads", "tonnes tons",
}

// functionSets are small words that writers mix up; each is taken for each
// other of its set.
var functionSets = []string{
	"about against among around as at before between by during for from in into of off on onto over since than through to toward towards under until upon with within without",
	"a an the this that these those his her its their our my your some any no every each another other",
	"he him his", "she her hers", "they them their theirs there they're", "i me my mine", "we us our ours", "you your yours you're", "it its it's",
	"who whom whose which that what who's", "is are was were be been being am", "has have had having", "do does did done doing",
	"will would", "can could", "shall should", "may might must", "and or but nor so", "if as then than when while where whether because though although",
	"much many more most very", "few little less fewer lot", "some any no none", "too to two", "not no now none never", "how what why when where",
	"good well better best", "bad badly worse worst", "myself himself herself themselves itself", "like as such", "here there where", "ever even every never",
	"is it in if", "so do to", "also else as", "both either neither", "were where we're", "isn't aren't wasn't weren't", "don't doesn't didn't",
	"hasn't haven't hadn't", "everyone everybody anyone someone", "anything something nothing everything", "past passed", "led lead", "lie lay", "rise raise",
}

// buildConfusions gathers what may be meant by each word of the language
// model: slips by the lexicon's automaton, words of one sound, forms of one
// word, words of one stem, small words, and the lists of misspellings whose
// wrong form is itself a word.
func buildConfusions(e *env) error {
	words, err := e.words()
	if err != nil {
		return err
	}
	c := &confuser{words: words, byWord: map[string]int{}, lists: map[int]map[int]lang.Confusion{}}
	err = words.Each(func(w string, e lang.Entry) bool {
		if e.LM != lang.LMUnknown {
			c.byWord[w] = len(c.all)
			c.all = append(c.all, lang.Near{Word: w, Entry: e})
		}
		return true
	})
	if err != nil {
		return err
	}
	if err := c.slips(); err != nil {
		return err
	}
	c.sounds()
	c.forms()
	c.stems()
	for _, set := range commonSets {
		for _, a := range strings.Fields(set) {
			for _, b := range strings.Fields(set) {
				c.put(a, b, lang.ConfusedCommon, 1)
			}
		}
	}
	for _, set := range functionSets {
		for _, a := range strings.Fields(set) {
			for _, b := range strings.Fields(set) {
				c.put(a, b, lang.ConfusedFunction, 1.4)
			}
		}
	}
	if err := c.listed(e); err != nil {
		return err
	}
	return e.write("lexicon/confusions.bin", c.encode())
}

type confuser struct {
	words  *lang.WordList
	all    []lang.Near    // the words of the model
	byWord map[string]int // indexes into all
	lists  map[int]map[int]lang.Confusion
}

// put notes that b may be meant by a. Of two kinds the smaller one stays.
func (c *confuser) put(a, b string, kind lang.ConfusionKind, cost float64) {
	i, okA := c.byWord[a]
	j, okB := c.byWord[b]
	if !okA || !okB || i == j || !c.can(b) {
		return
	}
	if kind > lang.ConfusedFunction && !c.can(a) {
		return
	}
	cost = min(cost, lang.SlipCost(a, b))
	if c.lists[i] == nil {
		c.lists[i] = map[int]lang.Confusion{}
	}
	if old, ok := c.lists[i][j]; ok {
		kind, cost = min(kind, old.Kind), min(cost, old.Cost)
	}
	c.lists[i][j] = lang.Confusion{Word: c.all[j].Entry.LM, Kind: kind, Cost: cost}
}

// can reports whether w is a word that one writes in small letters.
func (c *confuser) can(w string) bool {
	e := c.all[c.byWord[w]].Entry
	return e.Is(lang.WordLower) && e.Size <= 70 && !strings.HasSuffix(w, ".") && len(w) > 1 || w == "a" || w == "i" || strings.Contains(w, "'") && e.Is(lang.WordLower)
}

// slips adds the words that one or two slips lead to.
func (c *confuser) slips() error {
	for _, a := range c.all {
		if !c.can(a.Word) {
			continue
		}
		distance := 1
		if len(a.Word) >= 5 {
			distance = 2
		}
		near, err := c.words.Within(a.Word, distance)
		if err != nil {
			return err
		}
		for _, b := range near {
			if b.Entry.LM == lang.LMUnknown || b.Word == a.Word {
				continue
			}
			switch cost := lang.SlipCost(a.Word, b.Word); {
			case cost <= 1.55:
				if b.Entry.Freq >= 50 {
					c.put(a.Word, b.Word, lang.ConfusedSlip, cost)
				}
			case cost <= 1.9 && len(a.Word) >= 6 && b.Entry.Freq >= 75:
				c.put(a.Word, b.Word, lang.ConfusedTwice, cost)
			}
		}
	}
	return nil
}

// sounds adds the words that sound alike.
func (c *confuser) sounds() {
	bySound := map[string][]lang.Near{}
	for _, w := range c.all {
		if c.can(w.Word) && len(w.Word) >= 3 {
			if s := lang.Sound(w.Word); s != "" {
				bySound[s] = append(bySound[s], w)
			}
		}
	}
	for _, group := range bySound {
		for _, a := range group {
			for _, b := range group {
				if a.Word != b.Word && b.Entry.Freq >= 60 && lang.SlipCost(a.Word, b.Word) <= 2.9 {
					c.put(a.Word, b.Word, lang.ConfusedSound, 1.8)
				}
			}
		}
	}
}

// forms adds the other forms of verbs, nouns and adjectives.
func (c *confuser) forms() {
	family := func(ws []string) {
		for _, a := range ws {
			for _, b := range ws {
				c.put(a, b, lang.ConfusedForm, 1.2)
			}
		}
	}
	for _, w := range c.all {
		cl := w.Entry.Classes
		if cl&lang.ClassVerb != 0 && cl&lang.ClassFunction == 0 {
			family(inflect.Verbs(w.Word))
		}
		if cl&lang.ClassNoun != 0 {
			family([]string{w.Word, inflect.Plural(w.Word)})
		}
		if cl&lang.ClassAdjective != 0 {
			s := w.Word
			if t, ok := strings.CutSuffix(s, "y"); ok {
				s = t + "i"
			}
			s = strings.TrimSuffix(s, "e")
			family([]string{w.Word, s + "er", s + "est"})
		}
	}
}

// endings are the endings that make words of one stem.
var endings = []string{
	"", "e", "y", "al", "ally", "ance", "ancy", "ant", "ary", "ate", "ated", "ation", "ed", "ence", "ency", "ent", "er", "ers", "ery", "ial", "ially", "ian",
	"ic", "ical", "ically", "ing", "ion", "ional", "ise", "ism", "ist", "ists", "ity", "ive", "ively", "ize", "ly", "ment", "ness", "or", "ors", "ory", "ous", "ously",
	"ous", "s", "able", "ible", "ably", "ful", "less", "ship", "th", "acy", "ies", "ure", "en", "n", "d", "ant", "ance",
}

// stems adds words of one stem of four letters or more, by their endings.
func (c *confuser) stems() {
	byStem := map[string][]string{}
	for _, w := range c.all {
		if !c.can(w.Word) || w.Entry.Freq < 50 {
			continue
		}
		seen := map[string]bool{}
		for _, e := range endings {
			if s, ok := strings.CutSuffix(w.Word, e); ok && len(s) >= 4 && !seen[s] {
				seen[s] = true
				byStem[s] = append(byStem[s], w.Word)
			}
		}
	}
	for _, group := range byStem {
		for _, a := range group {
			for _, b := range group {
				if f := c.all[c.byWord[b]].Entry.Freq; f >= 75 {
					c.put(a, b, lang.ConfusedDerived, 2)
				}
			}
		}
	}
}

// listed adds what the lists of misspellings say of wrong forms that are words.
func (c *confuser) listed(e *env) error {
	for _, f := range []string{"codespell_dictionary.txt", "codespell_dictionary_rare.txt"} {
		err := eachLine(e.in("lexicon", "misspellings", f), func(line string) {
			wrong, meant, _ := strings.Cut(line, "->")
			for m := range strings.SplitSeq(meant, ",") {
				c.put(lang.Fold(wrong), lang.Fold(strings.TrimSpace(m)), lang.ConfusedListed, 1)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// encode returns the file form of the lists, the likeliest words first.
func (c *confuser) encode() []byte {
	last := c.all[len(c.all)-1].Entry.LM
	out := make([][]lang.Confusion, last+1)
	byNumber := make([]lang.Near, last+1)
	for _, w := range c.all {
		byNumber[w.Entry.LM] = w
	}
	for i, l := range c.lists {
		cs := make([]lang.Confusion, 0, len(l))
		for _, x := range l {
			cs = append(cs, x)
		}
		score := func(x lang.Confusion) float64 {
			if x.Kind == lang.ConfusedCommon {
				return 20
			}
			return float64(byNumber[x.Word].Entry.Freq)/25 - 2.5*x.Cost
		}
		slices.SortFunc(cs, func(a, b lang.Confusion) int {
			if s := cmp.Compare(score(b), score(a)); s != 0 {
				return s
			}
			return cmp.Compare(a.Word, b.Word)
		})
		n := perWord
		if c.all[i].Entry.Classes&lang.ClassFunction != 0 {
			n = 2 * perWord
		}
		out[c.all[i].Entry.LM] = cs[:min(n, len(cs))]
	}
	return lang.EncodeConfusions(out, byNumber)
}
