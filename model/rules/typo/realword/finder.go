package realword

import (
	"strings"
	"sync"
	"sync/atomic"

	"stet/model/lang"
	"stet/model/lang/memo"
)

// A Finder proposes, for a sentence, words that may be meant in place of those
// that stand there, with the evidence for each. It is immutable and safe for
// concurrent use.
type Finder struct {
	Words      *lang.WordList
	LM         *lang.LanguageModel
	Confused   *lang.Confusions
	Classes    *lang.ClassModel
	Context    *lang.ContextModel
	small      []small  // the small words that may be missing
	smallWords []uint32 // their numbers in the language model
	beside     beside
	rare       memo.Words[[]alternative] // of words that the language model lacks
	cuts       memo.Words[[]cut]
	apart      [1 << apartBits]atomic.Uint64 // pairs of words that are none together
}

// small is a word that writers leave out.
type small struct {
	text string
	lang.Entry
}

// missing are the small words whose loss is looked for, the commonest first.
var missing = []string{"the", "to", "a", "of", "in", "is", "and", "that", "for", "be", "an", "was", "are", "have", "on", "with", "has", "at", "been", "it", "not", "from", "by", "as", "were", "he", "will"}

// extra are the small words that may stand once too often.
var extra = map[string]bool{
	"the": true, "to": true, "a": true, "of": true, "in": true, "is": true, "and": true, "that": true, "for": true, "be": true, "an": true, "was": true, "are": true,
	"have": true, "on": true, "with": true, "has": true, "at": true, "been": true, "it": true, "from": true, "by": true, "as": true, "were": true, "will": true,
	"had": true, "or": true, "if": true, "his": true, "her": true, "their": true, "would": true, "being": true, "about": true, "more": true, "most": true, "do": true, "did": true, "does": true,
}

// Default returns the Finder over what Stet ships, or the error of the part
// that this build lacks.
var Default = sync.OnceValues(func() (*Finder, error) {
	f := &Finder{}
	var err error
	if f.Words, err = lang.Lexicon(); err != nil {
		return nil, err
	}
	if f.LM, err = lang.LM(); err != nil {
		return nil, err
	}
	if f.Confused, err = lang.DefaultConfusions(); err != nil {
		return nil, err
	}
	if f.Classes, err = lang.DefaultClasses(); err != nil {
		return nil, err
	}
	if f.Context, err = lang.DefaultContext(); err != nil {
		return nil, err
	}
	return f, f.prepare()
})

func (f *Finder) prepare() error {
	for _, w := range missing {
		e, _ := f.Words.Lookup(w)
		f.small = append(f.small, small{w, e})
		f.smallWords = append(f.smallWords, e.LM)
	}
	return nil
}

// A Candidate is one change that would make a sentence likelier.
type Candidate struct {
	Unit  int                // index of the unit that changes, or before which a word is missing
	Kind  lang.ConfusionKind // what sort of slip
	Units int                // how many units the change takes in; 0 stands for 1
	Text  string             // what was meant: the word or words, or the missing word; empty for an extra word
	X     [NFeatures]float32 // the evidence; see the constants
}

// The evidence for a candidate. Logarithms are decimal unless said otherwise;
// "own" is the word that stands there, "new" the one that may be meant.
const (
	xKind         = iota // lang.ConfusionKind
	xCost                // of the slip
	xOwnFreq             // frequencies, see lang.Entry
	xNewFreq             //
	xGain                // what the change adds to the trigram model's logarithm
	xGainL               // the part of the word after the two before it
	xGainM               // of the next word
	xGainR               // of the word after that
	xOwnL                // the own parts themselves
	xOwnM                //
	xOwnR                //
	xOwnSeenL            // how many words of each trigram were seen together, 1 to 3
	xOwnSeenM            //
	xOwnSeenR            //
	xNewSeenL            //
	xNewSeenM            //
	xNewSeenR            //
	xOwnPairL            // logarithm of the pair's count in print
	xOwnPairR            //
	xNewPairL            //
	xNewPairR            //
	xClassOwn            // fit of the word's class
	xClassNew            // gain of the class model
	xContext             // gain of the wide-context model, to the base e; the new word's fit where the model lacks the own word
	xRival               // how much the best other candidate gains less than this one
	xCount               // candidates in this place
	xLength              // of the own word, in bytes
	xFirst               // whether both begin with the same letter
	xShape               // lang.Shape, +8 for the first word of a sentence
	xQuoted              //
	xUnknownL            // whether the language model lacks the neighbours
	xUnknownR            //
	xNameL               // whether the neighbours begin with a capital
	xNameR               //
	xMarkL               // whether a mark stands before and after
	xMarkR               //
	xTag                 // part of speech that the tagger gave
	xTagL                // of the neighbours
	xTagR                //
	xOwnClass            // classes of the words
	xNewClass            //
	xTagOwn              // whether the word can be what the tagger took it for
	xTagNew              //
	xOwnName             // whether the own word is also a name, and its SCOWL size class
	xOwnSize             //
	xOwnUnknown          // whether the language model lacks the own word
	xOwnTop              // likeness of the own word to the content word around that is most like it
	xNewTop              // of the new word
	xOwnThree            // to the three most like it, on average
	xNewThree            //
	xOwnContext          // fit of the own word in the wide-context model, or noFit
	xContextRival        // how much the best other candidate gains less than this one in it
	xPlace               // units before it, up to 5
	xRest                // units after it, up to 5
	xNew                 // number of the new word where it is a small one, else 0
	NFeatures
)

// gate is the least gain, in decimal logarithms of the trigram model and a
// share of the context model's, that makes a candidate worth a closer look.
const (
	gate         = 1.6
	contextShare = 0.25
	costShare    = 0.35
	noFit        = -99 // stands for the fit of words that the context model lacks
	mostMeant    = 16  // how many of the words that may be meant are tried, the likeliest first
	mostContext  = 8   // of the context model's gain counts no more than this
)

// A Scan holds what Find needs from place to place, so that it is made once.
// It is not safe for concurrent use.
type Scan struct {
	f        *Finder
	us       []lang.Unit // of the sentence at hand
	cs       []lang.Confusion
	alts     []alternative
	words    []uint32      // of alts
	besides  []lang.Beside // of words
	near     []uint32      // content words around the place
	expecter *lang.Expecter
	expected []float32
	out      []Candidate
}

// NewScan returns a Scan for f.
func (f *Finder) NewScan() *Scan {
	return &Scan{f: f, expecter: f.Context.NewExpecter(), expected: make([]float32, f.Context.Dims())}
}

// place is a place in a sentence with what is known of it.
type place struct {
	us         []lang.Unit
	p          *lang.Paragraph
	i          int
	u          *lang.Unit
	own        uint32
	ctx        lang.Context
	slot       lang.Slot
	lang.Parts // of the own word
	class      lang.Context
	classOwn   float64 // fit of the own word's class
	classed    bool
}

// alternative is a word that may be meant.
type alternative struct {
	word  uint32
	kind  lang.ConfusionKind
	cost  float64
	index uint16 // in the table of confusions; rare words have text instead
	text  string
	class lang.Class
	freq  uint8
}

// Find returns the candidates of the sentence whose units are us. The result
// is good until the next call.
func (s *Scan) Find(p *lang.Paragraph, us []lang.Unit) []Candidate {
	s.out = s.out[:0]
	s.expecter.Begin(us)
	for i := range us {
		s.unit(p, us, i)
	}
	return s.out
}

// Skip reports whether unit i is a name or a figure, which are not looked at.
func Skip(p *lang.Paragraph, us []lang.Unit, i int) bool {
	u := &us[i]
	t := p.Tokens[u.Tokens.First]
	switch {
	case t.Kind != lang.Word || len(u.Text) > 20:
		return true
	case u.ID == lang.LMUnknown && u.Entry.LM == lang.LMUnknown:
		return !u.Plain || t.Shape != lang.ShapeLower || !u.Entry.Is(lang.WordLower|lang.WordProper) || !plain(u.Text)
	case t.Shape == lang.ShapeLower:
		return false
	case t.Shape == lang.ShapeUpper && t.Len() == 1 && (u.Text == "i" || u.Text == "a"):
		return false
	case t.Shape == lang.ShapeTitle && t.First && !p.TitleCase:
		return !u.Entry.Is(lang.WordLower)
	}
	return true
}

func (s *Scan) unit(p *lang.Paragraph, us []lang.Unit, i int) {
	if Skip(p, us, i) {
		return
	}
	f := s.f
	u := &us[i]
	pl := place{us: us, p: p, i: i, u: u, own: u.ID, ctx: lang.Around(us, i)}
	if !u.Plain && strings.HasSuffix(u.Text, "'s") && !possessable[u.Text] {
		pl.own = u.Entry.LM // "bra's": the word is in question, its "'s" stays
	}
	pl.slot = f.LM.At(pl.ctx)
	pl.Parts = pl.slot.Try(pl.own)
	if pl.SeenL == 3 && pl.SeenM == 3 && pl.SeenR == 3 {
		return
	}
	first := len(s.out)
	s.replacements(&pl)
	s.missing(&pl)
	s.extra(&pl)
	s.joined(&pl)
	s.split(&pl)
	s.finish(&pl, first)
}

// possessable are the contractions in "'s" that are words of their own to a
// writer: mixed up as a whole.
var possessable = map[string]bool{"it's": true, "that's": true, "there's": true, "who's": true, "he's": true, "she's": true, "what's": true, "let's": true, "here's": true, "where's": true, "how's": true}

// alternatives fills s.alts with what may be meant in pl.
func (s *Scan) alternatives(pl *place) {
	s.alts = s.alts[:0]
	if pl.own == lang.LMUnknown {
		s.alts = append(s.alts, s.f.rare.Of(pl.u.Text, s.f.rarely)...)
		return
	}
	s.cs = s.f.Confused.Append(s.cs[:0], pl.own)
	for _, c := range s.cs[:min(mostMeant, len(s.cs))] {
		s.alts = append(s.alts, alternative{word: c.Word, kind: c.Kind, cost: c.Cost, index: c.Index})
	}
}

// replacements proposes other words for the one that stands there.
func (s *Scan) replacements(pl *place) {
	f := s.f
	s.alternatives(pl)
	if len(s.alts) == 0 {
		return
	}
	expected, ownHas := false, f.Context.Has(pl.own)
	ownFit := 0.0
	ownSum := pl.Sum()
	s.words = s.words[:0]
	for i := range s.alts {
		s.words = append(s.words, s.alts[i].word)
	}
	s.besides = pl.slot.Beside(s.besides[:0], s.words)
	for i := range s.alts {
		c := &s.alts[i]
		least := gate + costShare*c.cost - contextShare*mostContext
		n, ok := pl.slot.TryAbove(c.word, s.besides[i], ownSum+least)
		gain := n.Sum() - ownSum
		if !ok || gain < least {
			continue
		}
		if !expected {
			s.expecter.Expect(s.expected, pl.i)
			s.around(pl)
			expected, ownFit = true, f.Context.Score(s.expected, pl.own)
		}
		wide, fit := 0.0, float32(ownFit)
		switch newHas := f.Context.Has(c.word); {
		case newHas && ownHas:
			wide = f.Context.Score(s.expected, c.word) - ownFit
		case newHas:
			wide, fit = f.Context.Score(s.expected, c.word), noFit // a rare word: only the new one can fit
		case !ownHas:
			fit = noFit
		}
		if gain+contextShare*max(-mostContext, min(wide, mostContext))-costShare*c.cost < gate {
			continue
		}
		if c.text == "" {
			x := lang.Confusion{Word: c.word, Index: c.index}
			c.text, _ = f.Confused.Meant(x)
			c.class, c.freq = f.Confused.Of(x)
		}
		x := s.put(pl, c.kind, c.word)
		s.out[len(s.out)-1].Text = c.text
		x[xCost], x[xGain] = float32(c.cost), float32(gain)
		x[xGainL], x[xGainM], x[xGainR] = float32(n.L-pl.L), float32(n.M-pl.M), float32(n.R-pl.R)
		x[xNewSeenL], x[xNewSeenM], x[xNewSeenR] = float32(n.SeenL), float32(n.SeenM), float32(n.SeenR)
		x[xContext], x[xOwnContext] = float32(wide), fit
		x[xOwnTop], x[xOwnThree] = s.likeness(pl.own)
		x[xNewTop], x[xNewThree] = s.likeness(c.word)
		x[xNewFreq], x[xNewClass] = float32(c.freq), float32(c.class)
		if c.text[0] == pl.u.Text[0] {
			x[xFirst] = 1
		}
		if c.class&lang.ClassFunction != 0 {
			x[xNew] = float32(c.index)
		}
	}
}

// around fills s.near with the content words of the sentence, the nearest 20.
func (s *Scan) around(pl *place) {
	s.near = s.near[:0]
	for d := 1; d < 16 && len(s.near) < 20; d++ {
		for _, j := range [2]int{pl.i - d, pl.i + d} {
			if j < 0 || j >= len(pl.us) {
				continue
			}
			if u := &pl.us[j]; u.Entry.Classes&lang.ClassFunction == 0 && u.Entry.Freq < 175 && s.f.Context.Has(u.ID) {
				s.near = append(s.near, u.ID)
			}
		}
	}
}

// likeness returns how like w is to the content word around that is most like
// it, and to the three most like it on average.
func (s *Scan) likeness(w uint32) (top, three float32) {
	var best [3]float32
	for _, v := range s.near {
		x := s.f.Context.Likeness(v, w)
		for k := range best {
			if x > best[k] {
				x, best[k] = best[k], x
			}
		}
	}
	return best[0], (best[0] + best[1] + best[2]) / 3
}

// seldom is the logarithm of a probability above which a word is at home after
// the one before it, so that nothing is missing between the two.
const seldom = -2.5

// missing proposes small words that may be missing before the unit.
func (s *Scan) missing(pl *place) {
	f := s.f
	if pl.SeenL == 3 || pl.SeenL == 2 && pl.L > seldom || pl.u.After || pl.ctx.L1 == lang.LMUnknown || pl.own == lang.LMUnknown || pl.i == 0 || pl.u.Tokens.First > 0 && !pl.p.Tokens[pl.u.Tokens.First].Space {
		return
	}
	gap := pl.slot.Gap(pl.own, f.after(pl.ctx.L1), f.before(pl.own))
	gap.Try(f.smallWords, gate-1+pl.L+pl.M, func(i int, n lang.Parts) {
		w := &f.small[i]
		gain := n.L + n.M + n.R - pl.L - pl.M
		if gain < gate-1 {
			return
		}
		x := s.put(pl, lang.ConfusedMissing, w.LM)
		s.out[len(s.out)-1].Text = w.text
		x[xGain], x[xGainL], x[xGainM], x[xGainR] = float32(gain), float32(n.L), float32(n.M-pl.L), float32(n.R-pl.M)
		x[xNewSeenL], x[xNewSeenM], x[xNewSeenR] = float32(n.SeenL), float32(n.SeenM), float32(n.SeenR)
		x[xNewFreq], x[xNewClass], x[xNew] = float32(w.Freq), float32(w.Classes), float32(w.LM)
	})
}

// extra proposes to leave the unit out.
func (s *Scan) extra(pl *place) {
	f := s.f
	if !extra[pl.u.Text] || pl.ctx.L1 == lang.LMUnknown || pl.ctx.R1 == lang.LMUnknown || pl.u.After || pl.i+1 >= len(pl.us) || pl.us[pl.i+1].After || pl.i == 0 {
		return
	}
	a, sa := f.LM.Tri(pl.ctx.L2, pl.ctx.L1, pl.ctx.R1)
	b, sb := f.LM.Tri(pl.ctx.L1, pl.ctx.R1, pl.ctx.R2)
	gain := a + b - pl.Sum()
	if sa == 1 || gain < gate+1.5 {
		return
	}
	x := s.put(pl, lang.ConfusedExtra, lang.LMUnknown)
	x[xGain], x[xGainL], x[xGainM] = float32(gain), float32(a), float32(b)
	x[xNewSeenL], x[xNewSeenM] = float32(sa), float32(sb)
	x[xNew] = float32(pl.own)
}

// put adds a candidate with what is the same for all kinds.
func (s *Scan) put(pl *place, kind lang.ConfusionKind, w uint32) *[NFeatures]float32 {
	s.out = append(s.out, Candidate{Unit: pl.i, Kind: kind})
	x := &s.out[len(s.out)-1].X
	x[xKind] = float32(kind)
	x[xNewPairL], x[xNewPairR] = float32(s.f.LM.Pair(pl.ctx.L1, w)), float32(s.f.LM.Pair(w, pl.ctx.R1))
	if kind == lang.ConfusedMissing {
		x[xNewPairR] = float32(s.f.LM.Pair(w, pl.own))
	}
	if kind < lang.ConfusedSplit {
		if !pl.classed {
			pl.classed, pl.class = true, s.f.Classes.Around(pl.ctx)
			pl.classOwn = s.f.Classes.Fit(pl.class, pl.own)
		}
		x[xClassOwn], x[xClassNew] = float32(pl.classOwn), float32(s.f.Classes.Fit(pl.class, w)-pl.classOwn)
	}
	return x
}

// finish fills in what depends on the place alone and on its other candidates.
func (s *Scan) finish(pl *place, first int) {
	cs := s.out[first:]
	if len(cs) == 0 {
		return
	}
	rival(cs, xGain, xRival)
	rival(cs, xContext, xContextRival)
	flagged := func(b bool) float32 {
		if b {
			return 1
		}
		return 0
	}
	t := pl.p.Tokens[pl.u.Tokens.First]
	shape := float32(t.Shape)
	if t.First {
		shape += 8
	}
	side := func(j int) (unknown, name, tag float32) {
		if j < 0 || j >= len(pl.us) {
			return 0, 0, -1
		}
		n := pl.p.Tokens[pl.us[j].Tokens.First]
		return flagged(pl.us[j].ID == lang.LMUnknown), flagged(n.Shape == lang.ShapeTitle || n.Shape == lang.ShapeUpper), float32(n.Tag)
	}
	unknownL, nameL, tagL := side(pl.i - 1)
	unknownR, nameR, tagR := side(pl.i + 1)
	markR := float32(1)
	if pl.i+1 < len(pl.us) {
		markR = flagged(pl.us[pl.i+1].After)
	}
	pairL, pairR := float32(s.f.LM.Pair(pl.ctx.L1, pl.own)), float32(s.f.LM.Pair(pl.own, pl.ctx.R1))
	for i := range cs {
		x := &cs[i].X
		x[xOwnName], x[xOwnSize] = flagged(pl.u.Entry.Is(lang.WordName|lang.WordProper)), float32(pl.u.Entry.Size)
		x[xOwnUnknown] = flagged(pl.own == lang.LMUnknown)
		x[xCount] = float32(len(cs))
		x[xOwnFreq], x[xOwnClass] = float32(pl.u.Entry.Freq), float32(pl.u.Entry.Classes)
		x[xOwnL], x[xOwnM], x[xOwnR] = float32(pl.L), float32(pl.M), float32(pl.R)
		x[xOwnSeenL], x[xOwnSeenM], x[xOwnSeenR] = float32(pl.SeenL), float32(pl.SeenM), float32(pl.SeenR)
		x[xOwnPairL], x[xOwnPairR] = pairL, pairR
		x[xLength] = float32(len(pl.u.Text))
		x[xShape], x[xQuoted] = shape, flagged(t.Quoted)
		x[xUnknownL], x[xUnknownR], x[xNameL], x[xNameR] = unknownL, unknownR, nameL, nameR
		x[xMarkL], x[xMarkR] = flagged(pl.u.After || pl.i == 0), markR
		x[xTag], x[xTagL], x[xTagR] = float32(t.Tag), tagL, tagR
		if c := tagClass[t.Tag]; c != 0 {
			x[xTagOwn], x[xTagNew] = flagged(pl.u.Entry.Classes&c != 0), flagged(lang.Class(x[xNewClass])&c != 0)
		}
		x[xPlace], x[xRest] = float32(min(pl.i, 5)), float32(min(len(pl.us)-1-pl.i, 5))
	}
}

// rival sets to of every candidate to how much more it has of from than the best
// of the others.
func rival(cs []Candidate, from, to int) {
	best, second := float32(-99), float32(-99)
	for i := range cs {
		switch g := cs[i].X[from]; {
		case g > best:
			best, second = g, best
		case g > second:
			second = g
		}
	}
	for i := range cs {
		x := &cs[i].X
		x[to] = x[from] - best
		if x[from] == best {
			x[to] = min(best-second, 20)
		}
	}
}

// tagClass is the class that a part of speech belongs to.
var tagClass = [lang.NTags]lang.Class{
	lang.NN: lang.ClassNoun, lang.NNS: lang.ClassPlural, lang.VB: lang.ClassVerb, lang.VBP: lang.ClassVerb, lang.VBZ: lang.ClassVerbS,
	lang.VBD: lang.ClassPast, lang.VBN: lang.ClassParticiple, lang.VBG: lang.ClassGerund, lang.JJ: lang.ClassAdjective,
	lang.JJR: lang.ClassComparative, lang.JJS: lang.ClassComparative, lang.RB: lang.ClassAdverb, lang.RBR: lang.ClassComparative,
	lang.RBS: lang.ClassComparative, lang.CC: lang.ClassFunction, lang.DT: lang.ClassFunction, lang.EX: lang.ClassFunction,
	lang.IN: lang.ClassFunction, lang.MD: lang.ClassFunction, lang.PDT: lang.ClassFunction, lang.PRP: lang.ClassFunction,
	lang.PRPS: lang.ClassFunction, lang.RP: lang.ClassFunction, lang.TO: lang.ClassFunction, lang.WDT: lang.ClassFunction,
	lang.WP: lang.ClassFunction, lang.WPS: lang.ClassFunction, lang.WRB: lang.ClassFunction, lang.CD: lang.ClassFunction,
}

// NewFinder returns a Finder over the given files.
func NewFinder(words, lm, confusions, classes, context []byte) (*Finder, error) {
	f := &Finder{}
	var err error
	if f.Words, err = lang.ParseLexicon(words); err != nil {
		return nil, err
	}
	if f.LM, err = lang.ParseLM(lm); err != nil {
		return nil, err
	}
	if f.Confused, err = lang.ParseConfusions(confusions); err != nil {
		return nil, err
	}
	if f.Classes, err = lang.ParseClasses(classes); err != nil {
		return nil, err
	}
	if f.Context, err = lang.ParseContext(context); err != nil {
		return nil, err
	}
	return f, f.prepare()
}

// SmallWords returns the words whose loss is looked for.
func SmallWords() []string { return missing }
