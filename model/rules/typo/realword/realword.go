// Package realword finds words that are words, but not the ones that were
// meant: "the release if dozens of prisoners".
package realword

import (
	"context"
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"stet/assets"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/text"
)

// ID is the rule's id.
const ID = "typo.real-word"

// Checker finds wrong words by the language models and learned trees. It holds
// no state and is safe for concurrent use. In a build without the models it
// finds nothing.
type Checker struct{}

// New returns the checker; it loads the models when it is first used.
func New() Checker { return Checker{} }

// Rules returns the rule with its examples.
func (Checker) Rules() []rules.Rule { return []rules.Rule{rule} }

var loadTrees = sync.OnceValues(func() (*Trees, error) {
	b, err := assets.Read("models/realword.bin")
	if err != nil {
		return nil, err
	}
	return ParseTrees(b)
})

// scans are Scans that are not in use.
var scans sync.Pool

// threshold is the log-odds from which a candidate is flagged, by its kind. The
// odds are those among the candidates of the texts that the trees learned from,
// where slips were planted; in edited copy they are some hundred times rarer.
// The values keep the flags of all kinds together to about three in 10,000 words
// of 840 published news stories.
var threshold = [lang.NConfusions]float64{
	lang.ConfusedCommon: 1.75, lang.ConfusedFunction: 2.25, lang.ConfusedForm: 3.25, lang.ConfusedListed: 1.5, lang.ConfusedSlip: 2.7,
	lang.ConfusedSound: 4, lang.ConfusedDerived: 4.5, lang.ConfusedTwice: 1.75, lang.ConfusedSplit: 1.25, lang.ConfusedMissing: 1.25,
	lang.ConfusedExtra: 4,
}

// doubt is how far below its threshold a candidate may be and still be flagged
// by CheckParagraph, for FilterStory to decide on in the light of the story.
const doubt = 1.0

// confidence is how sure a flag is whose log-odds are over its threshold by so
// much.
func confidence(over float64) float64 { return 1 / (1 + math.Exp(-0.7*over-0.4)) }

// over undoes confidence.
func over(confidence float64) float64 { return (math.Log(confidence/(1-confidence)) - 0.4) / 0.7 }

// CheckParagraph flags the wrong words of p, the doubtful ones among them:
// FilterStory must see them before they are shown.
func (Checker) CheckParagraph(ctx context.Context, p *lang.Paragraph, set *rules.Settings) []flag.Flag {
	if p.AllCaps || set.Muted[ID] {
		return nil
	}
	f, err := Default()
	if err != nil {
		return nil
	}
	trees, err := loadTrees()
	if err != nil {
		return nil
	}
	s, _ := scans.Get().(*Scan)
	if s == nil {
		s = f.NewScan()
	}
	defer scans.Put(s)
	var out []flag.Flag
	for _, r := range p.Sents {
		if ctx.Err() != nil {
			return nil
		}
		s.us = f.Words.AppendUnits(s.us[:0], p, r)
		if len(s.us) < 3 {
			continue
		}
		out = judge(out, p, s.us, s.Find(p, s.us), trees)
	}
	return out
}

// judge adds the flags that the candidates of one sentence come to: at most one
// for each place, and none next to a surer one.
func judge(out []flag.Flag, p *lang.Paragraph, us []lang.Unit, cs []Candidate, trees *Trees) []flag.Flag {
	first := len(out)
	last := -9 // unit of the last flag
	for i := 0; i < len(cs); {
		unit, best, odds := cs[i].Unit, -1, 0.0
		var more []int
		for ; i < len(cs) && cs[i].Unit == unit; i++ {
			o, ok := trees.LogOddsAbove(&cs[i].X, threshold[cs[i].Kind]-doubt)
			if !ok {
				continue
			}
			switch {
			case best < 0:
				best, odds = i, o
			case o > odds:
				more = append(more, best)
				best, odds = i, o
			default:
				more = append(more, i)
			}
		}
		if best < 0 {
			continue
		}
		f := makeFlag(p, us, &cs[best])
		f.Confidence = confidence(odds - threshold[cs[best].Kind])
		for _, k := range more[:min(len(more), 3)] {
			if cs[k].Kind < lang.ConfusedSplit && cs[best].Kind < lang.ConfusedSplit {
				f.Fixes = append(f.Fixes, makeFlag(p, us, &cs[k]).Fixes[0])
			}
		}
		if unit-last <= 1 && len(out) > first {
			if out[len(out)-1].Confidence < f.Confidence {
				out[len(out)-1] = f
			}
		} else {
			out = append(out, f)
		}
		last = unit
	}
	return out
}

// makeFlag returns the flag for one candidate. A missing word is flagged on the
// word that it is missing before, a word too many together with the next.
func makeFlag(p *lang.Paragraph, us []lang.Unit, c *Candidate) flag.Flag {
	u := us[c.Unit]
	t := p.Tokens[u.Tokens.First]
	span := text.Span{Start: t.Start, End: p.Tokens[u.Tokens.End-1].End}
	f := flag.Flag{Rule: ID, Kind: flag.Typo, Severity: flag.Error}
	var fix string
	switch c.Kind {
	case lang.ConfusedMissing:
		fix = c.Text + " " + span.In(p.Text)
		f.Message = fmt.Sprintf("Is “%s” missing before “%s”?", c.Text, span.In(p.Text))
	case lang.ConfusedExtra:
		own := span.In(p.Text)
		span.End = p.Tokens[us[c.Unit+1].Tokens.End-1].End
		fix = recase(p.Text[p.Tokens[us[c.Unit+1].Tokens.First].Start:span.End], t.Shape)
		f.Message = fmt.Sprintf("Is “%s” one word too many?", own)
	default:
		if c.Units == 2 {
			span.End = p.Tokens[us[c.Unit+1].Tokens.End-1].End
		}
		if !u.Plain && strings.HasSuffix(u.Text, "'s") && !possessable[u.Text] {
			span.End = t.End // the "'s" stays
		}
		fix = recase(c.Text, t.Shape)
		f.Message = fmt.Sprintf("“%s” for “%s”?", span.In(p.Text), fix)
	}
	f.Span, f.Fixes = span, []flag.Fix{{Text: fix}}
	if t.Quoted {
		f.Severity = flag.Warning
	}
	return f
}

// recase writes fix in the case of the word that it replaces.
func recase(fix string, s lang.Shape) string {
	if fix == "i" {
		return "I"
	}
	if s != lang.ShapeTitle || fix == "" {
		return fix
	}
	r, n := utf8.DecodeRuneInString(fix)
	return string(unicode.ToUpper(r)) + fix[n:]
}
