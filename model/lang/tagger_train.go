package lang

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Tagged is a paragraph with the tags that its tokens should have. TagNone
// stands where none is known: such a token is read, but neither learned from
// nor counted.
type Tagged struct {
	*Paragraph
	Gold  []Tag
	Loose bool // tagged by other guidelines, or by machine: learned from at a distance
}

// WordForms says what a dictionary's affix rules make of a word in small
// letters.
type WordForms map[string]FormSet

// FormSet is a set of the forms below.
type FormSet = lexBits

// The forms that a dictionary's affix rules tell.
const (
	FormNoun        = lexNoun
	FormPlural      = lexPlural
	FormVerb        = lexVerb
	FormVerbS       = lexVerbS
	FormPast        = lexPast
	FormIng         = lexIng
	FormAdjective   = lexAdj
	FormComparative = lexComparative
	FormSuperlative = lexSuperlative
	FormAdverb      = lexAdverb
	FormProper      = lexProper
	FormPlain       = lexPlain
)

// TaggerOptions are the settings of TrainTagger.
type TaggerOptions struct {
	Epochs   int
	LineBits int // logarithm of the number of weight lines, 64 bytes each
	Log      func(format string, args ...any)
}

// TrainTagger learns a model from train and returns the one of the epoch that
// did best on dev. The same arguments give the same bytes. Strict and loose
// paragraphs share one set of weights and add one of their own each (Daumé
// 2007); the model keeps the sum of the shared and the strict ones.
func TrainTagger(train, dev []Tagged, forms WordForms, o TaggerOptions) ([]byte, error) {
	lex := buildTagLexicon(train, forms)
	shift := uint(32 - o.LineBits)
	n := taggerLine << o.LineBits
	rng := rand.New(rand.NewPCG(1, 2))
	tr := &tagTrainer{lex: lex, shift: shift, rng: rng}
	for i := range tr.sets {
		tr.sets[i] = perceptron{w: make([]int32, n), u: make([]int64, n)}
	}
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	var best []byte
	bestRight := -1.0
	for e := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			tr.learn(&train[i])
		}
		model := tr.model()
		t, err := ReadTagger(model)
		if err != nil {
			return nil, err
		}
		a := MeasureTagger(t, dev)
		o.Log("epoch %d: %d mistakes in training; dev %.4f, words alone %.4f", e+1, tr.mistakes, a.All(), a.WordsOnly())
		tr.mistakes = 0
		if a.WordsOnly() > bestRight {
			best, bestRight = model, a.WordsOnly()
		}
	}
	if best == nil {
		return nil, fmt.Errorf("lang: no epochs to train the tagger in")
	}
	return best, nil
}

type perceptron struct {
	w []int32
	u []int64 // weight changes, each times the step it was made at
}

type tagTrainer struct {
	lex      *tagLexicon
	shift    uint
	sets     [3]perceptron // shared, strict, loose
	step     int64
	mistakes int
	rng      *rand.Rand
	r        tagReader
}

func (tr *tagTrainer) learn(p *Tagged) {
	own := &tr.sets[1]
	if p.Loose {
		own = &tr.sets[2]
	}
	shared := &tr.sets[0]
	var buf [maxFeatures]uint32
	for _, s := range p.Sents {
		tr.r.start(tr.lex, p.Paragraph, s)
		for i := range tr.r.words {
			w, gold := &tr.r.words[i], p.Gold[s.First+i]
			if w.tag != TagNone {
				tr.r.push(i, w.tag)
				continue
			}
			tr.step++
			fs := tr.drop(tr.r.features(i, buf[:0]))
			guess, top := TagNone, int32(math.MinInt32)
			for t := Tag(1); t < NTags; t++ {
				if !w.candidates.has(t) {
					continue
				}
				var sum int32
				for _, f := range fs {
					at := slot(f, tr.shift, t)
					sum += shared.w[at] + own.w[at]
				}
				if sum > top {
					guess, top = t, sum
				}
			}
			tr.r.push(i, guess)
			if gold == TagNone || guess == gold {
				continue
			}
			tr.mistakes++
			if !w.candidates.has(gold) {
				continue
			}
			for _, f := range fs {
				for _, set := range [2]*perceptron{shared, own} {
					set.w[slot(f, tr.shift, gold)]++
					set.u[slot(f, tr.shift, gold)] += tr.step
					set.w[slot(f, tr.shift, guess)]--
					set.u[slot(f, tr.shift, guess)] -= tr.step
				}
			}
		}
	}
}

// drop leaves out some features at random, so that none is relied upon alone
// (Søgaard 2013).
func (tr *tagTrainer) drop(fs []uint32) []uint32 {
	kept := fs[:0]
	for _, f := range fs {
		if tr.rng.IntN(100) >= dropped {
			kept = append(kept, f)
		}
	}
	return kept
}

// dropped is the share of features left out while learning, in per cent.
const dropped = 30

// model writes the averaged weights as they are now.
func (tr *tagTrainer) model() []byte {
	n := len(tr.sets[0].w)
	avg := make([]float32, n)
	var sizes []float32
	for i := range avg {
		for _, set := range tr.sets[:2] {
			avg[i] += float32(set.w[i]) - float32(float64(set.u[i])/float64(tr.step+1))
		}
		if avg[i] != 0 {
			sizes = append(sizes, float32(math.Abs(float64(avg[i]))))
		}
	}
	slices.Sort(sizes)
	scale := float32(1)
	if len(sizes) > 0 {
		scale = 127 / max(sizes[len(sizes)*9995/10000], 1)
	}
	b := []byte(taggerMagic)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(tr.lex.classes)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(tr.lex.slots)/4))
	b = binary.LittleEndian.AppendUint32(b, uint32(n/taggerLine))
	b = binary.LittleEndian.AppendUint32(b, 0)
	for _, c := range tr.lex.classes {
		b = binary.LittleEndian.AppendUint64(b, uint64(c.candidates))
		b = binary.LittleEndian.AppendUint16(b, uint16(c.lexical))
		b = append(b, c.flags, 0, 0, 0, 0, 0)
	}
	b = append(b, tr.lex.slots...)
	for _, v := range avg {
		b = append(b, byte(int8(max(-127, min(127, math.Round(float64(v*scale)))))))
	}
	return b
}

// functionTags are those of words that are never part of a name by themselves.
var functionTags = tags(CC, DT, EX, IN, MD, PDT, POS, PRP, PRPS, TO, WDT, WP, WPS, WRB)

// buildTagLexicon gathers what tags the words of train have, and what forms
// the dictionary says they are.
func buildTagLexicon(train []Tagged, forms WordForms) *tagLexicon {
	type seen struct {
		n    [NTags]int
		all  int
		sure [NTags]int // in strict paragraphs
	}
	words := map[string]*seen{}
	for _, p := range train {
		for i, t := range p.Tokens {
			g := p.Gold[i]
			if g == TagNone || t.Kind != Word && t.Kind != Clitic || kindTag(p.Paragraph, i) != TagNone {
				continue
			}
			w := string(lowerInto(nil, p.Str(i)))
			s := words[w]
			if s == nil {
				s = &seen{}
				words[w] = s
			}
			s.n[g]++
			s.all++
			if !p.Loose {
				s.sure[g]++
			}
		}
	}
	type entry struct {
		word  string
		class tagClass
		n     int
	}
	all := map[string]bool{}
	for w := range words {
		all[w] = true
	}
	for w := range forms {
		all[w] = true
	}
	var entries []entry
	for w := range all {
		l := forms[w]
		c := l.candidates()
		var flags uint8
		n := 0
		if s := words[w]; s != nil {
			n = s.all
			var observed tagSet
			for t, k := range s.n {
				if s.sure[t] > 0 || k*100 >= s.all && k > 1 {
					observed |= 1 << t
				}
			}
			if s.all >= 3 {
				c |= observed
			}
			if observed != 0 && observed&^functionTags == 0 && s.all >= 5 {
				flags |= flagFunction | flagClosed
				c = observed
			} else if s.all >= 8 || l != 0 && l != lexProper && l != lexPlain && s.all >= 3 {
				flags |= flagClosed
			}
			if s.all >= 50 {
				flags |= flagFrequent
			}
		} else if l&^(lexProper|lexPlain) != 0 && l&lexPlain == 0 {
			flags |= flagClosed
		}
		if c == 0 {
			if l == 0 {
				continue
			}
			flags &^= flagClosed
		}
		if c&tags(NN) != 0 && l&lexNoun == 0 && l != 0 && n == 0 {
			c |= tags(NN)
		}
		entries = append(entries, entry{w, newTagClass(0, c, l, flags), n})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if c := cmp.Compare(b.n, a.n); c != 0 {
			return c
		}
		return strings.Compare(a.word, b.word)
	})
	lex := &tagLexicon{classes: []tagClass{newTagClass(0, 0, 0, 0)}}
	slots := 1 << 10
	for slots < len(entries)*3/2 {
		slots *= 2
	}
	lex.slots = make([]byte, 4*slots)
	type key struct {
		c tagSet
		l lexBits
		f uint8
	}
	ids := map[key]uint16{}
	for _, e := range entries {
		h := hashWord(e.word)
		if lex.find(h).id != 0 {
			continue // another word of this hash is more frequent
		}
		k := key{e.class.candidates, e.class.lexical, e.class.flags}
		id, ok := ids[k]
		if !ok {
			id = uint16(len(lex.classes))
			ids[k] = id
			lex.classes = append(lex.classes, newTagClass(int(id), k.c, k.l, k.f))
		}
		mask := uint32(slots - 1)
		at := h & mask
		for lex.slots[at*4+2] != 0 || lex.slots[at*4+3] != 0 {
			at = (at + 1) & mask
		}
		binary.LittleEndian.PutUint16(lex.slots[at*4:], uint16(h>>16))
		binary.LittleEndian.PutUint16(lex.slots[at*4+2:], id)
	}
	return lex
}

// TaggerScore counts how many tokens a tagger gets right.
type TaggerScore struct {
	Tokens, Right         int
	Words, RightWords     int // without figures and marks
	Unknown, RightUnknown int // words that the lexicon does not hold
	Confused              map[[2]Tag]int
}

// All is the share of all tokens that are right.
func (s TaggerScore) All() float64 { return float64(s.Right) / float64(max(s.Tokens, 1)) }

// WordsOnly is the share of words that are right.
func (s TaggerScore) WordsOnly() float64 { return float64(s.RightWords) / float64(max(s.Words, 1)) }

// Worst lists the n commonest confusions, as "NN for NNP 21".
func (s TaggerScore) Worst(n int) []string {
	pairs := slices.SortedFunc(maps.Keys(s.Confused), func(a, b [2]Tag) int {
		return cmp.Or(cmp.Compare(s.Confused[b], s.Confused[a]), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	var out []string
	for _, p := range pairs[:min(n, len(pairs))] {
		out = append(out, fmt.Sprintf("%s for %s %d", p[1], p[0], s.Confused[p]))
	}
	return out
}

// MeasureTagger tags the paragraphs of set anew and compares with their gold.
func MeasureTagger(t *Tagger, set []Tagged) TaggerScore {
	s := TaggerScore{Confused: map[[2]Tag]int{}}
	for _, g := range set {
		p := *g.Paragraph
		p.Tokens = slices.Clone(p.Tokens)
		t.Tag(&p)
		for i, tok := range p.Tokens {
			gold := g.Gold[i]
			if gold == TagNone {
				continue
			}
			right := tok.Tag == gold
			s.Tokens++
			if right {
				s.Right++
			} else {
				s.Confused[[2]Tag{gold, tok.Tag}]++
			}
			if tok.Kind != Word && tok.Kind != Clitic {
				continue
			}
			unknown := t.lex.find(hashWord(p.Str(i))).id == 0
			s.Words++
			if unknown {
				s.Unknown++
			}
			if right {
				s.RightWords++
				if unknown {
					s.RightUnknown++
				}
			}
		}
	}
	return s
}
