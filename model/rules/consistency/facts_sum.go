package consistency

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

// sentenceFigures calls do with the figures of each sentence that has some.
func sentenceFigures(s *rules.Subject, do func(sent lang.Range, fs []facts.Figure)) {
	fs := s.Facts.Figures
	for i := 0; i < len(fs); {
		sent := s.Doc.SentenceAt(fs[i].Tokens.First)
		k := i + 1
		for k < len(fs) && fs[k].Tokens.First < sent.End {
			k++
		}
		do(sent, fs[i:k])
		i = k
	}
}

// between returns the words between two figures, in small letters.
func between(s *rules.Subject, a, b *facts.Figure) string {
	if b.Start < a.End {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(s.Doc.Text[a.End:b.Start]), " "))
}

// sums checks "12 people: seven men, three women and a child", "seven men and
// five women, 12 people in all", and parts that are larger than their whole.
func sums(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	sentenceFigures(s, func(sent lang.Range, fs []facts.Figure) {
		if len(fs) < 2 || fs[0].Quoted {
			return
		}
		if f, ok := breakdown(s, sent, fs); ok {
			out = append(out, f)
			return
		}
		if f, ok := total(s, sent, fs); ok {
			out = append(out, f)
			return
		}
		for i := 0; i+1 < len(fs); i++ {
			a, b := &fs[i], &fs[i+1]
			gap := between(s, a, b)
			if !exact(a) || !exact(b) || a.Sort != facts.Count || b.Sort != facts.Count || a.Noun == "" || b.Value <= a.Value || loose[b.Noun] && !people[b.Noun] {
				continue
			}
			if (strings.Contains(gap, "including") || strings.Contains(gap, "among them") || strings.Contains(gap, "of whom") || strings.Contains(gap, "of which") || strings.Contains(gap, "of them")) &&
				len(strings.Fields(gap)) < 10 && (people[a.Noun] && people[b.Noun] || a.Noun == b.Noun || b.Noun == "") && !strings.Contains(gap, ".") {
				out = append(out, raise("consistency.sum", flag.Error, whole(b), 0.85,
					fmt.Sprintf("“%s” cannot be part of “%s”", whole(b).In(s.Doc.Text), whole(a).In(s.Doc.Text)), place(s, a.Para, whole(a))))
			}
		}
	})
	return out
}

var people = set(`person man woman child people boy girl civilian soldier officer policeman police passenger victim student
	worker prisoner sailor adult teenager infant resident patient teacher driver crew fisherman miner protester militant
	gunman fighter migrant refugee detainee hostage tourist guest official lawmaker member baby infant toddler inmate`)

// opensParts are the words and marks after which a whole is taken apart.
func opensParts(gap string) bool {
	for _, w := range [...]string{":", "—", "–", " - ", "--", "(", "comprising", "made up of", "consisting of", "split between", "divided into"} {
		if strings.Contains(gap, w) || strings.HasPrefix(gap+" ", strings.TrimSpace(w)+" ") {
			return true
		}
	}
	return false
}

// breakdown reads a whole that is followed by its parts.
func breakdown(s *rules.Subject, sent lang.Range, fs []facts.Figure) (flag.Flag, bool) {
	for i := 0; i+2 < len(fs); i++ {
		t := &fs[i]
		if t.Sort != facts.Count || !exact(t) || t.Noun == "" || !opensParts(between(s, t, &fs[i+1])) || len(strings.Fields(between(s, t, &fs[i+1]))) > 6 {
			continue
		}
		sum, k := 0.0, i+1
		for ; k < len(fs); k++ {
			p := &fs[k]
			if !exact(p) || p.Sort != facts.Count {
				break
			}
			if k > i+1 && !joins(between(s, &fs[k-1], p)) {
				break
			}
			sum += p.Value
		}
		parts := k - i - 1
		if parts < 2 || k < len(fs) || !listEnds(s, sent, &fs[k-1]) || sum == t.Value || sum < t.Value/5 || sum > 5*t.Value {
			continue
		}
		return sumFlag(s, t, sum, fs[i+1:k]), true
	}
	return flag.Flag{}, false
}

// joins reports whether the words between two parts only join them: at most
// their own nouns, a comma, "and".
func joins(gap string) bool {
	return len(strings.Fields(gap)) <= 6 && (strings.Contains(gap, ",") || strings.Contains(gap, "and") || strings.Contains(gap, "plus")) &&
		!strings.ContainsAny(gap, ";.(—–")
}

// listEnds reports whether the list of parts ends soon after its last one, with
// no "others" behind it.
func listEnds(s *rules.Subject, sent lang.Range, last *facts.Figure) bool {
	for i := last.Tokens.End; i < sent.End && i < last.Tokens.End+8; i++ {
		switch w := strings.ToLower(s.Doc.Str(i)); w {
		case "others", "other", "more", "rest", "several", "some", "unidentified", "least":
			return false
		}
	}
	return true
}

// total reads parts that are followed by their whole.
func total(s *rules.Subject, sent lang.Range, fs []facts.Figure) (flag.Flag, bool) {
	n := len(fs)
	if n < 3 {
		return flag.Flag{}, false
	}
	t := &fs[n-1]
	gap := between(s, &fs[n-2], t)
	after := strings.ToLower(s.Doc.Text[t.End:s.Doc.Tokens[sent.End-1].End])
	isTotal := strings.HasSuffix(gap, "total of") || strings.HasSuffix(gap, "in all,") || strings.HasSuffix(gap, "altogether") ||
		strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(after, " "+strings.ToLower(t.Description))), "in all") ||
		strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(after, " "+strings.ToLower(t.Description))), "in total") ||
		strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(after, " "+strings.ToLower(t.Description))), "altogether")
	if !isTotal || !exact(t) || t.Sort != facts.Count {
		return flag.Flag{}, false
	}
	sum := 0.0
	for i := range n - 1 {
		p := &fs[i]
		if !exact(p) || p.Sort != facts.Count || i > 0 && !joins(between(s, &fs[i-1], p)) {
			return flag.Flag{}, false
		}
		sum += p.Value
	}
	if sum == t.Value || math.Abs(sum-t.Value) > t.Value*0.5 {
		return flag.Flag{}, false
	}
	return sumFlag(s, t, sum, fs[:n-1]), true
}

func sumFlag(s *rules.Subject, t *facts.Figure, sum float64, parts []facts.Figure) flag.Flag {
	f := raise("consistency.sum", flag.Error, whole(t), 0.85,
		fmt.Sprintf("the parts make %s, not %s", number(sum), number(t.Value)))
	for i := range parts {
		f.Also = append(f.Also, place(s, parts[i].Para, whole(&parts[i])))
	}
	return f
}

// number writes a value as copy does.
func number(v float64) string {
	t := strconv.FormatFloat(v, 'f', -1, 64)
	whole, rest, point := strings.Cut(t, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return whole + "." + rest[:min(2, len(rest))]
	}
	return whole
}

var (
	rises = set(`rose risen rise rises rising up increase increased increases grew grown climbed gained jumped surged soared higher gain advanced added`)
	falls = set(`fell fallen fall falls falling down decrease decreased dropped declined lost slipped slid shrank lower plunged tumbled sank cut drop decline`)
)

// percentages checks a percentage against the two figures that it is worked
// out from: "rose 5% to 105 from 100", "26 of 50, or 52 percent", and per cent
// where percentage points are meant.
func percentages(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	sentenceFigures(s, func(sent lang.Range, fs []facts.Figure) {
		if len(fs) != 3 || fs[0].Quoted {
			return
		}
		var pct *facts.Figure
		var pair []*facts.Figure
		for i := range fs {
			if f := &fs[i]; f.Sort == facts.Percent && pct == nil && fs[0].Sort != facts.Percent || f.Sort == facts.Percent && i == 0 && fs[1].Sort != facts.Percent {
				pct = f
			} else {
				pair = append(pair, f)
			}
		}
		if pct != nil && len(pair) == 2 && exact(pct) && exact(pair[0]) && exact(pair[1]) && pair[0].Sort == pair[1].Sort &&
			(pair[0].Unit == pair[1].Unit) && pair[0].Value > 0 && pair[1].Value > 0 {
			if f, ok := share(s, pct, pair[0], pair[1]); ok {
				out = append(out, f)
				return
			}
			if f, ok := change(s, sent, pct, pair); ok {
				out = append(out, f)
			}
			return
		}
		if f, ok := points(s, sent, fs); ok {
			out = append(out, f)
		}
	})
	return out
}

// share checks "26 of 50, or 52 percent".
func share(s *rules.Subject, pct, a, b *facts.Figure) (flag.Flag, bool) {
	gap := between(s, a, b)
	if gap != "of" && gap != "out of" && gap != "of the" && gap != "out of the" && gap != "of all" {
		return flag.Flag{}, false
	}
	after := between(s, b, pct)
	if pct.Start < b.Start || !(strings.HasSuffix(after, "or") || strings.HasSuffix(after, "(") || strings.HasSuffix(after, ",")) {
		return flag.Flag{}, false
	}
	want := 100 * a.Value / b.Value
	if math.Abs(want-pct.Value) <= math.Max(1, want*0.03) {
		return flag.Flag{}, false
	}
	return percentFlag(s, pct, want, a, b), true
}

// edge finds the figures after "from" and "to".
func edge(s *rules.Subject, f *facts.Figure, word string) bool {
	for i := f.Tokens.First - 1; i >= max(0, f.Tokens.First-3); i-- {
		switch w := strings.ToLower(s.Doc.Str(i)); w {
		case word:
			return true
		case "a", "an", "the", "about", "just", "nearly", "around", "some":
		default:
			return false
		}
	}
	return false
}

// change checks "rose 5% to 105 from 100".
func change(s *rules.Subject, sent lang.Range, pct *facts.Figure, pair []*facts.Figure) (flag.Flag, bool) {
	var from, to *facts.Figure
	for _, f := range pair {
		switch {
		case edge(s, f, "from"):
			from = f
		case edge(s, f, "to"):
			to = f
		}
	}
	up, down := anyWord(s, sent, rises), anyWord(s, sent, falls)
	if from == nil || to == nil || up == down {
		return flag.Flag{}, false
	}
	want := 100 * (to.Value - from.Value) / from.Value
	if down {
		want = -want
	}
	stated := math.Abs(pct.Value)
	// Rounded figures leave room: each may be off by half of its last digit.
	room := math.Max(0.6, stated*0.06) + 100*(ulp(s, from)/from.Value+ulp(s, to)/from.Value)
	if want > 0 && math.Abs(want-stated) <= room {
		return flag.Flag{}, false
	}
	if want < 0 {
		return raise("consistency.percent", flag.Error, pct.Span, 0.8,
			fmt.Sprintf("from %s to %s is no %s", from.In(s.Doc.Text), to.In(s.Doc.Text), map[bool]string{true: "rise", false: "fall"}[up]),
			place(s, from.Para, from.Span), place(s, to.Para, to.Span)), true
	}
	return percentFlag(s, pct, want, from, to), true
}

// ulp is half of a figure's last stated digit.
func ulp(s *rules.Subject, f *facts.Figure) float64 {
	t := f.In(s.Doc.Text)
	if i := strings.IndexByte(t, '.'); i >= 0 {
		n := 0
		for _, c := range t[i+1:] {
			if c < '0' || c > '9' {
				break
			}
			n++
		}
		return f.Scale * math.Pow(10, -float64(n)) / 2
	}
	return f.Scale / 2
}

func percentFlag(s *rules.Subject, pct *facts.Figure, want float64, a, b *facts.Figure) flag.Flag {
	return raise("consistency.percent", flag.Error, pct.Span, 0.8,
		fmt.Sprintf("“%s”: %s and %s make %s%%", pct.In(s.Doc.Text), a.In(s.Doc.Text), b.In(s.Doc.Text), number(math.Round(want*10)/10)),
		place(s, a.Para, a.Span), place(s, b.Para, b.Span))
}

// points checks "up 2 percent to 7 percent from 5 percent", where percentage
// points are meant.
func points(s *rules.Subject, sent lang.Range, fs []facts.Figure) (flag.Flag, bool) {
	var from, to, by *facts.Figure
	for i := range fs {
		f := &fs[i]
		if f.Sort != facts.Percent || !exact(f) {
			return flag.Flag{}, false
		}
		switch {
		case edge(s, f, "from"):
			from = f
		case edge(s, f, "to"):
			to = f
		default:
			by = f
		}
	}
	if from == nil || to == nil || by == nil || by.Value == 0 || !anyWord(s, sent, rises) && !anyWord(s, sent, falls) {
		return flag.Flag{}, false
	}
	if math.Abs(math.Abs(to.Value-from.Value)-by.Value) > 0.05 || math.Abs(100*math.Abs(to.Value-from.Value)/from.Value-by.Value) < 0.6 {
		return flag.Flag{}, false
	}
	f := raise("consistency.percent", flag.Warning, by.Span, 0.85,
		fmt.Sprintf("“%s”: from %s to %s are percentage points", by.In(s.Doc.Text), from.In(s.Doc.Text), to.In(s.Doc.Text)),
		place(s, from.Para, from.Span), place(s, to.Para, to.Span))
	f.Fixes = []flag.Fix{{Text: number(by.Value) + " percentage points"}}
	return f, true
}

// magnitudes finds a million beside a billion for one thing, and "$110" beside
// "$110 million".
func magnitudes(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	fs := s.Facts.Figures
	for i := range fs {
		a := &fs[i]
		if !exact(a) || !a.Digits || a.Quoted || !telling(a.Value/a.Scale) {
			continue
		}
		for k := range i {
			b := &fs[k]
			if !exact(b) || !b.Digits || a.Sort != b.Sort || a.Unit != b.Unit || a.Scale == b.Scale || a.Value/a.Scale != b.Value/b.Scale {
				continue
			}
			if a.Sort != facts.Money && (a.Sort != facts.Count || a.Noun == "" || a.Noun != b.Noun) {
				continue
			}
			if a.Sort == facts.Money && a.Noun != "" && b.Noun != "" && a.Noun != b.Noun {
				continue
			}
			out = append(out, raise("consistency.magnitude", flag.Warning, a.Span, 0.75,
				fmt.Sprintf("“%s” here, “%s” in the %s", a.In(s.Doc.Text), b.In(s.Doc.Text), whereIs(s, b.Para)), place(s, b.Para, b.Span)))
			break
		}
	}
	return out
}

// telling reports whether a figure is so particular that meeting it again with
// another scale is hardly chance: two digits that count, or a decimal.
func telling(v float64) bool {
	t := strings.TrimRight(strconv.FormatFloat(v, 'f', -1, 64), "0")
	n := 0
	for _, c := range t {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return strings.Contains(t, ".") && n >= 2 || n >= 2 && v >= 11 && v != 25 && v != 15 && v != 75
}
