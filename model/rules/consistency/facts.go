package consistency

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
)

// factChecker compares a story's figures, dates and bylines with each other.
type factChecker struct{}

// NewFacts returns the checker of figures, dates and bylines.
func NewFacts() rules.StoryChecker { return factChecker{} }

// Rules implements rules.Book.
func (factChecker) Rules() []rules.Rule { return append(slices.Clip(factRules), versionRules...) }

// CheckStory implements rules.StoryChecker.
func (factChecker) CheckStory(ctx context.Context, s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for _, rule := range [...]func(*rules.Subject) []flag.Flag{
		figureConflicts, sameMoney, described, dekSaysMore, sums, percentages, magnitudes, birthYears, weekdayDates, dateOrder,
		yearsMissing, datelines, bylineHandles, conversions, missingConversions, alteredQuotes, changedFigures,
	} {
		if ctx.Err() != nil {
			return nil
		}
		out = append(out, rule(s)...)
	}
	return out
}

// raise makes a flag of a rule on a span.
func raise(id string, sev flag.Severity, at text.Span, confidence float64, message string, also ...flag.Place) flag.Flag {
	return flag.Flag{
		Rule: id, Kind: flag.Consistency, Severity: sev, Span: at, Message: message, Confidence: confidence, Also: also,
	}
}

// place names another place of the copy: "headline: 53 prisoners".
func place(s *rules.Subject, para int, at text.Span) flag.Place {
	return flag.Place{Span: at, Note: whereIs(s, para) + ": " + at.In(s.Doc.Text)}
}

func whereIs(s *rules.Subject, para int) string {
	n := 0
	for i := 0; i <= para && i < len(s.Doc.Paras); i++ {
		if r := s.Doc.Paras[i].Role; i == para && r != story.RoleBody {
			return r.String()
		} else if r != story.RoleHeadline && r != story.RoleDek {
			n++
		}
	}
	return "paragraph " + strconv.Itoa(n)
}

// display reports whether a paragraph stands over the body: headline or dek.
func display(s *rules.Subject, para int) bool {
	r := s.Doc.Paras[para].Role
	return r == story.RoleHeadline || r == story.RoleDek
}

// whole is the span of a figure with what it counts.
func whole(f *facts.Figure) text.Span {
	if f.NounSpan.Empty() {
		return f.Span
	}
	return f.Union(f.NounSpan)
}

// exact reports whether f is one stated number.
func exact(f *facts.Figure) bool { return f.Bound == facts.Exact && f.Value == f.Max }

// allows reports whether a and b can be the same number: one is vague or a
// bound or a range, or one is the other rounded.
func allows(a, b *facts.Figure) bool {
	if a.Value == b.Value && a.Max == b.Max {
		return true
	}
	if !exact(a) || !exact(b) {
		lo := func(f *facts.Figure) float64 {
			if f.Bound == facts.AtMost {
				return 0
			}
			if f.Bound == facts.About {
				return f.Value * 0.75
			}
			return f.Value
		}
		hi := func(f *facts.Figure) float64 {
			switch f.Bound {
			case facts.AtLeast:
				return math.Inf(1)
			case facts.About:
				return f.Max * 1.25
			}
			return f.Max
		}
		return lo(a) <= hi(b) && lo(b) <= hi(a)
	}
	return rounded(a.Value, b.Value) || rounded(b.Value, a.Value)
}

// rounded reports whether a is b in fewer digits.
func rounded(a, b float64) bool {
	if a == 0 || b == 0 || math.Abs(a-b)/math.Abs(b) > 0.1 || math.Abs(b) < 100 && b == math.Trunc(b) {
		return false
	}
	for step := 1.0; step <= math.Abs(a); step *= 10 {
		if math.Abs(math.Round(b/step)*step-a) < 1e-9*math.Abs(a) && step >= 10 {
			return true
		}
	}
	for digits := 0; digits <= 2; digits++ { // 2.4 for 2.41
		unit := math.Pow(10, math.Floor(math.Log10(math.Abs(b)))-float64(digits))
		if math.Abs(math.Round(b/unit)*unit-a) < 1e-9*math.Abs(a) {
			return true
		}
	}
	return false
}

// revision are the words of a sentence that tells of a number that changed, or
// of more than one.
var revision = set(`revised revising earlier previously initially originally up down rose risen rising raised raising fell fallen
	increased increase decreased dropped climbed jumped corrected updated compared versus than another additional others more
	further last previous second third separate respectively each per every average respective once already remaining rest
	left still far latest first other some including among`)

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func anyWord(s *rules.Subject, r lang.Range, words map[string]bool) bool {
	for i := r.First; i < r.End; i++ {
		if words[strings.ToLower(s.Doc.Str(i))] {
			return true
		}
	}
	return false
}

// comparable reports whether a figure is of a sort that a story repeats.
func comparable(f *facts.Figure) bool {
	switch f.Sort {
	case facts.Count:
		return f.Noun != "" && !loose[f.Noun]
	case facts.Money, facts.Percent, facts.Measure:
		return true
	}
	return false
}

// loose nouns are counted many times in one story, each time of other things.
var loose = set(`time day week month year hour minute second point way thing other percent number case part example step
	place game season goal run home yard mile foot vote seat side reason member question half quarter kind type area item
	state country city county man woman child`)

// alike reports whether two figures count the same by their words: same sort,
// unit and noun, and no qualifier that sets them apart.
func alike(a, b *facts.Figure) bool {
	if a.Sort != b.Sort || a.Unit != b.Unit || a.Noun != b.Noun {
		return false
	}
	for _, q := range a.Qualifiers {
		if !slices.Contains(b.Qualifiers, q) && len(b.Qualifiers) > 0 {
			return false
		}
	}
	return true
}

// definite reports whether a figure speaks of things already told: "the 53
// prisoners", "all 53", "those 53".
func definite(s *rules.Subject, f *facts.Figure) bool {
	for i := f.Tokens.First - 1; i >= max(0, f.Tokens.First-2); i-- {
		switch strings.ToLower(s.Doc.Str(i)) {
		case "the", "all", "these", "those", "its", "their", "his", "her", "this", "that":
			return true
		case "of":
			continue
		}
		return false
	}
	return false
}

// figureConflicts finds numbers of one thing that differ: headline or dek
// against the top of the body, and "the 14 sailors" where 12 were told of.
func figureConflicts(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	for i := range fs {
		f := &fs[i]
		if !exact(f) || !comparable(f) || f.Quoted || f.Value < 2 {
			continue
		}
		var other *facts.Figure
		agrees := false
		for k := range fs {
			g := &fs[k]
			if k == i || !comparable(g) || f.Sort != g.Sort || f.Unit != g.Unit {
				continue
			}
			if allows(f, g) && (f.Noun == g.Noun || f.Noun == "" || g.Noun == "" || f.Value == g.Value) {
				agrees = true
				break
			}
			if !exact(g) || g.Quoted || !alike(f, g) || f.Noun == "" {
				continue
			}
			if anyWord(s, s.Doc.SentenceAt(f.Tokens.First), revision) || anyWord(s, s.Doc.SentenceAt(g.Tokens.First), revision) {
				continue
			}
			switch {
			case display(s, f.Para) && !display(s, g.Para):
			case !display(s, f.Para) && !display(s, g.Para) && g.Para < f.Para && definite(s, f) && !definite(s, g) && g.Para <= f.Para:
				if f.Sort != facts.Count || len(f.Qualifiers) == 0 && f.Para-g.Para > 6 {
					continue
				}
			case display(s, g.Para) && !display(s, f.Para) && f.Para <= firstBody(s)+1 && !toldBefore(s, f, g) && retold(s, f, g):
			default:
				continue
			}
			if other != nil && other.Value != g.Value { // two others: not surely one thing
				agrees = true
				break
			}
			other = g
		}
		if agrees || other == nil || partOf(fs, f, other) || told(out, whole(f), whole(other)) {
			continue
		}
		out = append(out, raise("consistency.figure-conflict", flag.Warning, whole(f), 0.8,
			fmt.Sprintf("“%s” here, “%s” in the %s", whole(f).In(s.Doc.Text), whole(other).In(s.Doc.Text), whereIs(s, other.Para)),
			place(s, other.Para, whole(other))))
	}
	return out
}

// sameMoney finds "the $41.5 million" of which no such sum was told before, where
// one other sum of that order was.
func sameMoney(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	for i := range fs {
		f := &fs[i]
		if f.Sort != facts.Money || !exact(f) || f.Quoted || f.Scale < 1e3 || !definite(s, f) {
			continue
		}
		var other *facts.Figure
		n := 0
		for k := range fs {
			g := &fs[k]
			if k == i || g.Sort != facts.Money || g.Unit != f.Unit {
				continue
			}
			if allows(f, g) || g.Scale == f.Scale && !telling(f.Value/f.Scale) {
				n = 2
				break
			}
			if k < i && exact(g) && g.Scale == f.Scale && f.Para-g.Para <= 1 {
				other = g
				n++
			}
		}
		if n != 1 || anyWord(s, s.Doc.SentenceAt(f.Tokens.First), revision) && f.Para != other.Para {
			continue
		}
		out = append(out, raise("consistency.figure-conflict", flag.Warning, f.Span, 0.7,
			fmt.Sprintf("“the %s” here, “%s” in the %s", f.In(s.Doc.Text), other.In(s.Doc.Text), whereIs(s, other.Para)),
			place(s, other.Para, other.Span)))
	}
	return out
}

// told reports whether a flag already names these two places.
func told(flags []flag.Flag, a, b text.Span) bool {
	return slices.ContainsFunc(flags, func(f flag.Flag) bool {
		return f.Span == b && slices.ContainsFunc(f.Also, func(p flag.Place) bool { return p.Span == a })
	})
}

// toldBefore reports whether the body gives the headline's figure g before f:
// then f is of something else.
func toldBefore(s *rules.Subject, f, g *facts.Figure) bool {
	for i := range s.Facts.Figures {
		if b := &s.Facts.Figures[i]; b.Start < f.Start && !display(s, b.Para) && b.Noun == g.Noun && allows(b, g) {
			return true
		}
	}
	return false
}

// retold reports whether two sentences tell of one event: besides
// the thing counted they share three words of weight, two where one is a headline or dek.
func retold(s *rules.Subject, a, b *facts.Figure) bool {
	x, y := s.Doc.SentenceAt(a.Tokens.First), s.Doc.SentenceAt(b.Tokens.First)
	if x.First == y.First || !a.Digits || !b.Digits || strings.ContainsAny(a.In(s.Doc.Text)+b.In(s.Doc.Text), "-–") {
		return false
	}
	need := 3
	if display(s, a.Para) || display(s, b.Para) {
		need = 2
	}
	first := map[string]bool{}
	for i := x.First; i < x.End; i++ {
		if w := strings.ToLower(s.Doc.Str(i)); len(w) > 3 && !strings.HasPrefix(w, a.Noun) {
			first[w[:4]] = true // "kills" and "killed" are one word here
		}
	}
	shared := 0
	for i := y.First; i < y.End; i++ {
		if w := strings.ToLower(s.Doc.Str(i)); len(w) > 3 && first[w[:4]] {
			delete(first, w[:4])
			shared++
		}
	}
	return shared >= need
}

func firstBody(s *rules.Subject) int {
	for i := range s.Doc.Paras {
		if !display(s, i) {
			return i
		}
	}
	return 0
}

// partOf reports whether the difference of two figures, or their sum, is told
// beside one of them: then they are parts and a whole.
func partOf(fs []facts.Figure, a, b *facts.Figure) bool {
	for i := range fs {
		if f := &fs[i]; f != a && f != b && f.Sort == a.Sort && (f.Para == a.Para || f.Para == b.Para) {
			if v := f.Value; v == math.Abs(a.Value-b.Value) || v == a.Value+b.Value {
				return true
			}
		}
	}
	return false
}

// described finds one number given to things that are named differently in
// the headline and in the lead: "53 prisoners", "53 American prisoners".
func described(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	for i := range fs {
		h := &fs[i]
		if !display(s, h.Para) || !exact(h) || h.Sort != facts.Count || h.Noun == "" || h.Value < 3 {
			continue
		}
		for k := range fs {
			g := &fs[k]
			if display(s, g.Para) || g.Para > firstBody(s)+1 || !exact(g) || g.Value != h.Value || g.Noun != h.Noun {
				continue
			}
			if q := national(s, g, h); q != "" {
				out = append(out, raise("consistency.figure-conflict", flag.Note, whole(g), 0.55,
					fmt.Sprintf("“%s” here, “%s” in the %s: are they the same?", whole(g).In(s.Doc.Text), whole(h).In(s.Doc.Text), whereIs(s, h.Para)),
					place(s, h.Para, whole(h))))
			}
		}
	}
	return out
}

// national returns the capitalised qualifier that g has and h has not.
func national(s *rules.Subject, g, h *facts.Figure) string {
	for _, q := range g.Qualifiers {
		at := strings.Index(strings.ToLower(g.Description), q)
		if at >= 0 && at < len(g.Description) && g.Description[at] >= 'A' && g.Description[at] <= 'Z' && !slices.Contains(h.Qualifiers, q) &&
			!strings.Contains(strings.ToLower(s.Doc.Paras[h.Para].Text), q[:max(1, len(q)-2)]) {
			return q
		}
	}
	return ""
}

// dekSaysMore finds figures over the body that the body never gives.
func dekSaysMore(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	words := 0
	for i := range s.Doc.Paras {
		if !display(s, i) {
			words += len(s.Doc.Paras[i].Paragraph.Tokens)
		}
	}
	if words < 60 {
		return nil
	}
	for i := range fs {
		f := &fs[i]
		if !display(s, f.Para) || !f.Digits || f.Sort == facts.Score || f.Sort == facts.Ordinal || f.Value < 4 {
			continue
		}
		told, sameNoun := false, false
		for k := range fs {
			g := &fs[k]
			if display(s, g.Para) {
				continue
			}
			told = told || allows(f, g) || allows(g, f)
			sameNoun = sameNoun || f.Noun != "" && alike(f, g)
		}
		if told || sameNoun || tells(s, f.In(s.Doc.Text)) || summed(s, f) {
			continue
		}
		out = append(out, raise("consistency.dek-says-more", flag.Warning, whole(f), 0.7,
			fmt.Sprintf("the %s says “%s”; the body never does", whereIs(s, f.Para), whole(f).In(s.Doc.Text))))
	}
	return out
}

// tells reports whether the body holds these words.
func tells(s *rules.Subject, words string) bool {
	for i := range s.Doc.Paras {
		if !display(s, i) && strings.Contains(s.Doc.Paras[i].Text, words) {
			return true
		}
	}
	return false
}

// summed reports whether two or three figures of the body make f together, or
// the things it counts are listed there.
func summed(s *rules.Subject, f *facts.Figure) bool {
	var v []float64
	for i := range s.Facts.Figures {
		if g := &s.Facts.Figures[i]; !display(s, g.Para) && g.Sort == f.Sort {
			v = append(v, g.Value)
		}
	}
	v = v[:min(len(v), 40)]
	for a := range v {
		for b := a + 1; b < len(v); b++ {
			if v[a]+v[b] == f.Value || math.Abs(v[a]-v[b]) == f.Value {
				return true
			}
			for c := b + 1; c < len(v); c++ {
				if v[a]+v[b]+v[c] == f.Value {
					return true
				}
			}
		}
	}
	return f.Value < 12 // "8 ways", "5 things": a list is counted, not told
}
