package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/story"
)

var (
	reByWord     = regexp.MustCompile(`^(?i:by|byline|written by|posted by|story by|reported by|report by|text by|words by|author)\s*[:\s]\s*(\S.*)$`)
	reBylineCut  = regexp.MustCompile(`\s+(?:[|•·/–—]|-|on|at|in|for|published|posted|updated)\s|\s*[|•·(\[]|,\s+(?:\d|(?i:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`)
	reNameJoin   = regexp.MustCompile(`\s*(?:,|;|&|\band\b|\bAND\b|\bwith\b)\s*`)
	reReporting  = regexp.MustCompile(`(?i)\b(?:additional |further )?(reporting|writing|compiled|written|edited|editing|files|contributions?)(?: and (?:writing|editing|reporting))? (?:by|from) ([^;()]+)`)
	reTail       = regexp.MustCompile(`\s*\(((?i:(?:additional |further )?(?:reporting|writing|compiled|written|with (?:additional )?reporting|editing))\b[^()]{0,20}\bby\b[^()]*)\)\.?$`)
	notNameWords = set(`the this that what why how when where who more related read news press photo contact about home terms privacy copyright monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december news staff agencies updated published share you your our my free get all new special best top`)
	deskWords = set(`staff agencies agency correspondent reporter bureau desk writer reuters ap afp pti ians ani xinhua upi dpa press online editor editors newswire wires wire service services team editorial newsroom`)
)

// byline judges a line that says who wrote the story, and returns the names.
// A line with no "by" counts only where the caller says so (between headline
// and body), and less surely.
func byline(t string, s shape, bare bool) ([]string, verdict) {
	if s.words == 0 || s.words > 18 || s.letters < 3 {
		return nil, verdict{}
	}
	t = strings.Trim(t, "–—-•·*|() ")
	m := reByWord.FindStringSubmatch(t)
	if m == nil {
		if !bare || s.words > 9 || s.ended {
			return nil, verdict{}
		}
		who, role, _ := strings.Cut(t, ",")
		if loc := reBylineCut.FindStringIndex(who); loc != nil {
			who = who[:loc[0]]
		}
		names := nameList(who)
		if len(names) == 0 || s.caps && role == "" {
			return nil, verdict{}
		}
		return names, verdict{story.BylineLine, 0.75}
	}
	rest := m[1]
	if loc := reBylineCut.FindStringIndex(rest); loc != nil {
		rest = rest[:loc[0]]
	}
	names := nameList(rest)
	switch {
	case len(names) > 0:
		return names, verdict{story.BylineLine, 0.96}
	case desk(rest) && s.words <= 10:
		return nil, verdict{story.BylineLine, 0.9}
	}
	return nil, verdict{}
}

// desk reports whether t names no person but a desk or an agency.
func desk(t string) bool {
	f := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range f {
		if deskWords[w] {
			return len(f) <= 6
		}
	}
	return false
}

// nameList splits "Ann Lee and Bo Chan" and keeps what can be a person's name.
// An affiliation after a comma ends the list.
func nameList(t string) []string {
	var names []string
	for i, p := range reNameJoin.Split(t, -1) {
		p = strings.Trim(p, " .:")
		if !personLike(p) || i > 0 && desk(p) {
			if i == 0 {
				return nil
			}
			break
		}
		names = append(names, properCase(p))
	}
	return names
}

// personLike reports whether t has the shape of a person's name: two to four
// words, each with a capital, particles aside.
func personLike(t string) bool {
	words := strings.Fields(t)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, w := range words {
		l := strings.ToLower(strings.Trim(w, ".,'’"))
		if notNameWords[l] || deskWords[l] {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !particles[l]:
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !strings.ContainsRune(".'’-", r) {
				return false
			}
		}
	}
	return capitals >= 2
}

// properCase turns a name set in capitals into one with capital letters.
func properCase(t string) string {
	if strings.ToUpper(t) != t {
		return t
	}
	up := true
	return strings.Map(func(r rune) rune {
		if !up {
			r = unicode.ToLower(r)
		}
		up = !unicode.IsLetter(r) && r != '’' && r != '\''
		return r
	}, t)
}

// tailNames are the people whom an agency's tail says reported or wrote the
// story; editors are left out.
func tailNames(t string) []string {
	var names []string
	for _, m := range reReporting.FindAllStringSubmatch(t, -1) {
		if strings.HasPrefix(strings.ToLower(m[1]), "edit") {
			continue
		}
		for _, p := range reNameJoin.Split(m[2], -1) {
			p, _, _ = strings.Cut(strings.TrimSpace(p), " in ")
			if p = strings.Trim(p, " .)"); personLike(p) {
				names = append(names, properCase(p))
			}
		}
	}
	return names
}

// splitBylines finds bylines that take two lines: "By", and the name.
func splitBylines(lines []line) {
	for i := range len(lines) - 1 {
		by, name := &lines[i], &lines[i+1]
		if !strings.EqualFold(strings.Trim(by.text, ": "), "by") {
			continue
		}
		if names := nameList(name.text); len(names) > 0 {
			by.verdict = verdict{story.BylineLine, 0.9}
			name.names, name.verdict = names, by.verdict
			name.score = min(name.score, -1)
		}
	}
}

// vouched reports whether something speaks for line i being a byline though it
// does not say "by": an affiliation after the name, or a date beside it. The
// writer's name is not in the copy.
func (p *page) vouched(i int, names []string) bool {
	if overlap(names[0], func(w string) bool { return p.topic[w] > 0 }) > 0.5 {
		return false
	}
	if strings.ContainsAny(p.lines[i].text, ",|") {
		return true
	}
	for j := i - 3; j <= i+2; j++ {
		if j >= 0 && j < len(p.lines) && j != i && p.lines[j].reason == story.Timestamp {
			return true
		}
	}
	return false
}
