package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"stet/model/lang"
	"stet/model/rules/typo/realword"
	"stet/model/story"
	"stet/model/text"
)

func init() {
	register(model{name: "realword", what: "the trees that tell slips that are words from right words", order: 50, build: buildRealWord})
}

const slipsASentence = 6

// buildRealWord plants slips into clean texts and learns to tell the candidates
// that undo them from the candidates that the clean texts raise.
func buildRealWord(e *env) error {
	ps, err := cleanTexts(e)
	if err != nil {
		return err
	}
	var train []example
	for part := range parts {
		f, err := e.finderWithout(part)
		if err != nil {
			return err
		}
		p := newPlanter(f)
		rows, _ := p.examples(ps, func(x *passage) bool { return x.fold != testFold && x.part() == part })
		p.report(e)
		train = append(train, rows...)
	}
	b := boosting{trees: 300, depth: 6, rate: 0.1, leaf: 8, lambda: 2, rows: 0.7, features: 0.5, seed: 5}
	model := b.learn(train, func(tree int, loss float64) { e.printf("%d trees: loss %.4f\n", tree, loss) })
	t, err := realword.ParseTrees(model)
	if err != nil {
		return err
	}
	f, err := e.finder()
	if err != nil {
		return err
	}
	test, words := newPlanter(f).examples(ps, func(x *passage) bool { return x.fold == testFold })
	report(e, t, test, words)
	return e.write("models/realword.bin", model)
}

// finder returns a Finder over the files in the assets folder.
func (e *env) finder() (*realword.Finder, error) {
	classes, err := e.asset("lexicon/classes.bin")
	if err != nil {
		return nil, err
	}
	context, err := e.asset("lexicon/context.bin")
	if err != nil {
		return nil, err
	}
	return e.finderOver(classes, context)
}

// finderWithout returns a Finder whose models one part of the texts did not
// teach.
func (e *env) finderWithout(part int) (*realword.Finder, error) {
	classes, err := trainClasses(e, part)
	if err != nil {
		return nil, err
	}
	context, err := trainContext(e, part)
	if err != nil {
		return nil, err
	}
	return e.finderOver(classes, context)
}

func (e *env) finderOver(classes, context []byte) (*realword.Finder, error) {
	var files [3][]byte
	for i, name := range []string{"lexicon/words.bin", "lexicon/lm.bin", "lexicon/confusions.bin"} {
		b, err := e.asset(name)
		if err != nil {
			return nil, err
		}
		files[i] = b
	}
	return realword.NewFinder(files[0], files[1], files[2], classes, context)
}

// examples returns the examples of the texts that use says yes to, and how many
// words they have.
func (p *planter) examples(ps []passage, use func(*passage) bool) (rows []example, words int) {
	scan := p.f.NewScan()
	for i := range ps {
		if !use(&ps[i]) {
			continue
		}
		para := lang.Analyse(ps[i].text, story.RoleBody)
		for _, r := range para.Sents {
			us := p.f.Words.AppendUnits(nil, para, r)
			if len(us) < 4 {
				continue
			}
			words += len(us)
			for _, c := range scan.Find(para, us) {
				rows = append(rows, example{c.X, false, 1})
			}
			for range slipsASentence {
				p.plant(scan, para, us, &rows)
			}
		}
	}
	return rows, words
}

// report says how many of the planted slips are among the candidates.
func (p *planter) report(e *env) {
	e.printf("%d of %d planted slips are candidates; by kind:", p.found, p.planted)
	for k := range lang.NConfusions {
		e.printf(" %d:%d/%d", k, p.foundBy[k], p.plantedBy[k])
	}
	e.printf("\n")
}

// report says how many of the held-out slips are found at some rates of false
// flags.
func report(e *env, t *realword.Trees, test []example, words int) {
	var yes, no []float64
	for i := range test {
		if s := t.LogOdds(&test[i].x); test[i].yes {
			yes = append(yes, s)
		} else {
			no = append(no, s)
		}
	}
	slices.Sort(no)
	slices.Reverse(no)
	for _, rate := range []float64{0.25, 0.5, 1, 2, 4} {
		n := int(rate * float64(words) / 1000)
		if n >= len(no) {
			continue
		}
		found := 0
		for _, s := range yes {
			if s > no[n] {
				found++
			}
		}
		e.printf("at %.2f false candidates in 1,000 words: %.3f of the slips that are candidates (log-odds above %.2f)\n", rate, float64(found)/float64(len(yes)), no[n])
	}
}

// planter makes slips.
type planter struct {
	f                  *realword.Finder
	words              map[uint32]string
	typed              map[uint32][]slip // by the word that was meant
	small              []string
	r                  *rand.Rand
	found, planted     int
	foundBy, plantedBy [lang.NConfusions]int
}

// slip is what may be typed for a word.
type slip struct {
	word   uint32
	kind   lang.ConfusionKind
	weight float64
}

// kindWeight is how common the kinds of slip are among each other.
var kindWeight = [lang.NConfusions]float64{
	lang.ConfusedCommon: 4, lang.ConfusedFunction: 0.35, lang.ConfusedForm: 0.8, lang.ConfusedListed: 1, lang.ConfusedSlip: 1, lang.ConfusedSound: 0.8,
	lang.ConfusedDerived: 0.35, lang.ConfusedTwice: 0.2,
}

func newPlanter(f *realword.Finder) *planter {
	p := &planter{f: f, words: map[uint32]string{}, typed: map[uint32][]slip{}, r: rand.New(rand.NewPCG(9, 9))}
	freq := map[uint32]uint8{}
	var ids []uint32
	_ = f.Words.Each(func(w string, x lang.Entry) bool {
		if x.LM != lang.LMUnknown {
			p.words[x.LM] = w
			freq[x.LM] = x.Freq
			ids = append(ids, x.LM)
		}
		return true
	})
	for _, v := range ids {
		for _, c := range f.Confused.Append(nil, v) {
			weight := kindWeight[c.Kind] * math.Exp(-1.2*c.Cost) * math.Pow(10, 0.15*float64(freq[v])/25)
			p.typed[c.Word] = append(p.typed[c.Word], slip{v, c.Kind, weight})
		}
	}
	p.small = realword.SmallWords()
	return p
}

// plant makes one slip in a sentence and adds the candidate that undoes it, if
// there is one, and those that it leads astray.
func (p *planter) plant(scan *realword.Scan, para *lang.Paragraph, us []lang.Unit, rows *[]example) {
	i := p.r.IntN(len(us))
	if realword.Skip(para, us, i) {
		return
	}
	u := us[i]
	span := text.Span{Start: para.Tokens[u.Tokens.First].Start, End: para.Tokens[u.Tokens.End-1].End}
	var kind lang.ConfusionKind
	var put, want string
	switch x := p.r.Float64(); {
	case x < 0.1 && slices.Contains(p.small, u.Text) && i > 0 && i+1 < len(us):
		// The word goes, with the space after it.
		kind, want = lang.ConfusedMissing, u.Text
		span.End = para.Tokens[us[i+1].Tokens.First].Start
	case x < 0.17 && i > 0:
		kind, put = lang.ConfusedExtra, p.small[p.r.IntN(len(p.small))]+" "
		span.End = span.Start
	case x < 0.3 && i+1 < len(us):
		var ok bool
		if put, want, ok = p.splitOrJoin(u, us[i+1]); !ok {
			return
		}
		kind = lang.ConfusedSplit
		if strings.Contains(want, " ") {
			span.End = para.Tokens[us[i+1].Tokens.First].End
		}
	default:
		meant := u.ID
		if !u.Plain && strings.HasSuffix(u.Text, "'s") {
			return
		}
		s, ok := p.pick(p.typed[meant])
		if !ok {
			return
		}
		kind, put, want = s.kind, p.words[s.word], u.Text
		if para.Tokens[u.Tokens.First].Shape == lang.ShapeTitle {
			put = strings.ToUpper(put[:1]) + put[1:]
		}
	}
	wrong := lang.Analyse(text.Edit{Span: span, Text: put}.Apply(para.Text), para.Role)
	for _, r := range wrong.Sents {
		if wrong.Tokens[r.End-1].End <= span.Start {
			continue
		}
		vs := p.f.Words.AppendUnits(nil, wrong, r)
		p.planted++
		p.plantedBy[kind]++
		done := false
		for _, c := range scan.Find(wrong, vs) {
			at := wrong.Tokens[vs[c.Unit].Tokens.First].Start
			if at == span.Start && c.Text == want && sameKind(c.Kind, kind) {
				done = true
				*rows = append(*rows, example{c.X, true, 1})
			} else if at == span.Start {
				*rows = append(*rows, example{c.X, false, 0.5}) // the right place, the wrong word
			}
		}
		if done {
			p.found++
			p.foundBy[kind]++
		}
		return
	}
}

// splitOrJoin returns what stands for u, and the next unit, where a space is
// lost between them or put into u, and what was meant.
func (p *planter) splitOrJoin(u, next lang.Unit) (put, want string, ok bool) {
	if !u.Plain || strings.ToLower(u.Text) != u.Text {
		return "", "", false
	}
	if w := u.Text + next.Text; next.Plain && !next.After {
		if e, ok := p.f.Words.Lookup(w); ok && e.LM != lang.LMUnknown && e.Is(lang.WordLower) && e.Size > 0 && e.Size <= 60 {
			return w, u.Text + " " + next.Text, true
		}
	}
	if cut := p.f.Cut(u.Text); cut > 0 {
		return u.Text[:cut] + " " + u.Text[cut:], u.Text, true
	}
	return "", "", false
}

func sameKind(a, b lang.ConfusionKind) bool {
	return a == b || a < lang.ConfusedSplit && b < lang.ConfusedSplit
}

// pick draws a slip by weight.
func (p *planter) pick(ss []slip) (slip, bool) {
	total := 0.0
	for _, s := range ss {
		total += s.weight
	}
	x := p.r.Float64() * total
	for _, s := range ss {
		if x -= s.weight; x < 0 {
			return s, true
		}
	}
	return slip{}, false
}
