package entities

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
	"stet/model/story"
	"stet/model/text"
)

// marked is a document of a corpus: text, one sentence a line, with the byte
// spans of its names.
type marked struct {
	text     string
	names    []markedName
	unmarked []recognise.Kind
	weight   float64
}

type markedName struct {
	text.Span
	kind recognise.Kind
}

// sample reads m as Stet reads a story. Names whose ends fall inside a token
// are left out.
func (m marked) sample() recognise.Sample {
	d := lang.Read(story.Raw(m.text))
	s := recognise.Sample{Doc: d, Unmarked: m.unmarked, Weight: m.weight}
	for _, n := range m.names {
		first := d.TokenAt(n.Start)
		end := first
		for end < len(d.Tokens) && d.Tokens[end].End <= n.End {
			end++
		}
		if end > first && d.Tokens[first].Start == n.Start && d.Tokens[end-1].End == n.End {
			s.Names = append(s.Names, recognise.Span{Range: lang.Range{First: first, End: end}, Kind: n.kind})
		}
	}
	return s
}

// writer lays tokens out as text.
type writer struct {
	b     strings.Builder
	m     marked
	glue  bool // the next token joins on
	quote bool // inside straight double quotes
}

// token writes a token with a space before it where English has one, and
// returns its span.
func (w *writer) token(t string) text.Span {
	open := false
	switch t {
	case ",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "”", "’", "...":
		w.glue = true
	case "(", "[", "$", "£", "€", "“", "‘", "#", "@":
		open = true
	case "``":
		t, open, w.quote = "\"", true, true
	case "''":
		t, w.glue, w.quote = "\"", true, false
	case "\"":
		if w.quote {
			w.glue = true
		} else {
			open = true
		}
		w.quote = !w.quote
	case "-LRB-":
		t, open = "(", true
	case "-RRB-":
		t, w.glue = ")", true
	}
	sp := w.raw(t)
	w.glue = open
	return sp
}

func (w *writer) raw(t string) text.Span {
	if n := w.b.Len(); n > 0 && !w.glue && !strings.HasSuffix(w.b.String(), "\n") {
		w.b.WriteByte(' ')
	}
	start := w.b.Len()
	w.b.WriteString(t)
	w.glue = false
	return text.Span{Start: start, End: w.b.Len()}
}

func (w *writer) newline() {
	if w.b.Len() > 0 && !strings.HasSuffix(w.b.String(), "\n") {
		w.b.WriteByte('\n')
	}
	w.glue, w.quote = false, false
}

func (w *writer) done() marked {
	m := w.m
	m.text = w.b.String()
	*w = writer{}
	return m
}

// conll is a corpus of a token a line, its label last or at a column.
type conll struct {
	files    []string
	sep      string
	col      int // of the label; the word stands in wordCol
	wordCol  int
	kinds    map[string]recognise.Kind
	misc     map[string]bool // labels that hold kinds mixed
	unmarked []recognise.Kind
	perDoc   int // sentences that make a document where the corpus knows none; 0: by marker
	weight   float64
	clean    bool // names are descriptions: keep those that are written as names
}

func (c conll) read(gaz *gazetteer.Table) ([]marked, error) {
	var out []marked
	for _, f := range c.files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var w writer
		n := 0
		flush := func() {
			if w.b.Len() > 0 {
				m := w.done()
				m.unmarked, m.weight = c.unmarked, c.weight
				out = append(out, m)
			}
			n = 0
		}
		var words, labels []string
		sentence := func() {
			if len(words) == 0 {
				return
			}
			c.sentence(&w, words, labels, gaz)
			words, labels = words[:0], labels[:0]
			w.newline()
			if n++; c.perDoc > 0 && n >= c.perDoc {
				flush()
			}
		}
		sc := bufio.NewScanner(bytes.NewReader(b))
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			line := strings.TrimRight(sc.Text(), "\r")
			switch {
			case strings.TrimSpace(line) == "":
				sentence()
				continue
			case strings.Contains(line, "-DOCSTART-"), strings.HasPrefix(line, "# newdoc"):
				sentence()
				flush()
				continue
			case strings.HasPrefix(line, "# ") && c.wordCol > 0:
				continue
			}
			fs := strings.Split(line, c.sep)
			if len(fs) <= c.col || len(fs) < 2 {
				continue
			}
			l := fs[len(fs)-1]
			if c.col > 0 {
				l = fs[c.col]
			}
			words, labels = append(words, fs[c.wordCol]), append(labels, strings.TrimSpace(l))
		}
		sentence()
		flush()
	}
	return out, nil
}

// sentence writes one sentence and its names.
func (c conll) sentence(w *writer, words, labels []string, gaz *gazetteer.Table) {
	at := make([]text.Span, len(words))
	for i, t := range words {
		at[i] = w.token(t)
	}
	inName := make([]bool, len(words))
	for i := 0; i < len(words); i++ {
		pre, l, ok := strings.Cut(labels[i], "-")
		if !ok || pre == "O" {
			continue
		}
		j := i + 1
		for j < len(words) && labels[j] == "I-"+l {
			j++
		}
		first, end := i, j
		for k := i; k < j; k++ {
			inName[k] = true
		}
		i = j - 1
		kind, known := c.kinds[l]
		if c.misc[l] {
			kind, known = miscKind(words[first:end], gaz)
		}
		if !known {
			continue
		}
		if c.clean {
			first, end = trimName(words, first, end)
			if first == end || kind != recognise.Group && isPeople(words[first:end], gaz) {
				continue
			}
		}
		if kind == recognise.Person {
			first = afterTitles(words, first, end)
		}
		if first < end && strings.EqualFold(words[first], "the") && end-first > 1 && kind != recognise.Work {
			first++
		}
		if end-first > 1 && (words[end-1] == "'s" || words[end-1] == "’s" || words[end-1] == ".") {
			end--
		}
		if first < end && !noName(words[first:end]) {
			kind = newswire(kind, words[first:end], gaz)
			w.m.names = append(w.m.names, markedName{text.Span{Start: at[first].Start, End: at[end-1].End}, kind})
		}
	}
	if slices.Contains(c.unmarked, recognise.Group) {
		w.m.names = append(w.m.names, peoples(words, at, inName, gaz)...)
		slices.SortFunc(w.m.names, func(a, b markedName) int { return a.Start - b.Start })
	}
}

// noName reports whether words are a title or a pronoun alone.
func noName(words []string) bool {
	for _, w := range words {
		switch w = strings.TrimSuffix(strings.ToLower(w), "."); w {
		case "us", "u.s":
			return false
		case "we", "i", "he", "she", "they", "you", "it", "them", "him", "her", "me", "our", "this", "that", "lady", "the", "of":
		default:
			if !personTitles[w] {
				return false
			}
		}
	}
	return true
}

// newswire brings a kind to the custom of newswire: a land is a place even
// where it acts.
func newswire(k recognise.Kind, words []string, gaz *gazetteer.Table) recognise.Kind {
	if k == recognise.Org && len(words) <= 4 {
		c := gaz.Phrase(strings.Join(words, " ")).Class()
		if c&(gazetteer.Country|gazetteer.Region) != 0 && c&gazetteer.Org == 0 {
			return recognise.Place
		}
	}
	return k
}

// miscKind sorts out what is neither person, organisation nor place.
func miscKind(words []string, gaz *gazetteer.Table) (recognise.Kind, bool) {
	if isPeople(words, gaz) {
		return recognise.Group, true
	}
	for i, w := range words {
		switch strings.ToLower(w) {
		case "war", "cup", "games", "olympics", "championship", "championships", "open", "prix", "festival", "conference",
			"summit", "election", "elections", "revolution", "olympic", "tournament", "masters", "accord", "treaty", "bowl",
			"series", "massacre", "holocaust", "rebellion", "uprising", "battle", "tour", "league", "convention":
			return recognise.Event, true
		}
		if _, err := strconv.Atoi(w); err == nil && len(w) == 4 && i == 0 && len(words) > 1 {
			return recognise.Event, true
		}
	}
	return recognise.Work, true
}

func isPeople(words []string, gaz *gazetteer.Table) bool {
	return len(words) <= 2 && gaz.Phrase(strings.Join(words, " ")).Class()&gazetteer.People != 0
}

// peoples marks nationalities where a corpus does not: capitalised words that
// the gazetteer has for peoples and for nothing else.
func peoples(words []string, at []text.Span, inName []bool, gaz *gazetteer.Table) []markedName {
	var out []markedName
	for i, w := range words {
		if inName[i] || len(w) < 4 || w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		c := gaz.Phrase(w).Class()
		if c&gazetteer.People != 0 && c&(gazetteer.Last|gazetteer.First|gazetteer.BigPlace|gazetteer.Org|gazetteer.Word) == 0 {
			out = append(out, markedName{at[i], recognise.Group})
		}
	}
	return out
}

// trimName takes small words off the ends of a description.
func trimName(words []string, first, end int) (int, int) {
	capital := func(w string) bool { return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80) }
	for first < end && (!capital(words[first]) || strings.EqualFold(words[first], "the")) {
		first++
	}
	for end > first && !capital(words[end-1]) {
		end--
	}
	for i := first; i < end; i++ {
		switch words[i] {
		case "of", "and", "for", "the", "in", "de", "al", "-", "&", "'s", "’s":
		default:
			if !capital(words[i]) {
				return first, first
			}
		}
	}
	return first, end
}

var personTitles = map[string]bool{}

func init() {
	for _, t := range strings.Fields(`mr mrs ms miss dr prof professor sir dame lord lady president vice-president minister premier
		chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador general gen
		lieutenant lt colonel col major captain capt sergeant sgt admiral commander judge justice king queen prince princess
		pope sheikh imam ayatollah archbishop bishop cardinal father rev reverend rabbi chairman director spokesman
		spokeswoman chief prime deputy vice first us u.s. former attorney acting coach officer`) {
		personTitles[t] = true
	}
}

// afterTitles skips the titles that begin a person's span.
func afterTitles(words []string, first, end int) int {
	for i := first; i < end-1; i++ {
		if !personTitles[strings.TrimSuffix(strings.ToLower(words[i]), ".")] {
			return i
		}
		first = i + 1
	}
	return first
}

// gum reads the Georgetown University Multilayer corpus. Its entities are
// phrases of every sort; a name is one whose head is a proper noun.
func readGUM(dir string, gaz *gazetteer.Table) ([]marked, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.conllu"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []marked
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var w writer
		var sent gumSentence
		for line := range strings.SplitSeq(string(b), "\n") {
			if line == "" {
				if len(sent.words) > 0 {
					sent.write(&w, gaz)
					w.newline()
					sent = gumSentence{open: sent.open}
				}
				continue
			}
			if line[0] == '#' {
				continue
			}
			fs := strings.Split(line, "\t")
			if len(fs) < 10 || strings.ContainsAny(fs[0], "-.") {
				continue
			}
			sent.token(fs)
		}
		m := w.done()
		m.weight = 1
		if strings.Contains(f, "_conversation_") || strings.Contains(f, "_textbook_") || strings.Contains(f, "_academic_") {
			m.weight = 0.6
		}
		out = append(out, m)
	}
	return out, nil
}

type gumSpan struct {
	first, end int // tokens
	etype      string
	heads      []int
	identity   string
}

type gumSentence struct {
	words, tags []string
	glue        []bool
	open        map[string][]int // ids of phrases that are open, to indexes in spans
	spans       []gumSpan
}

var gumBracket = regexp.MustCompile(`\(([^()]+)\)?|([^()]+)\)`)

func (s *gumSentence) token(fs []string) {
	i := len(s.words)
	s.words, s.tags = append(s.words, fs[1]), append(s.tags, fs[4])
	s.glue = append(s.glue, strings.Contains(fs[9], "SpaceAfter=No"))
	if s.open == nil {
		s.open = map[string][]int{}
	}
	for part := range strings.SplitSeq(fs[9], "|") {
		v, ok := strings.CutPrefix(part, "Entity=")
		if !ok {
			continue
		}
		for _, m := range gumBracket.FindAllString(v, -1) {
			if strings.HasPrefix(m, "(") {
				f := strings.SplitN(strings.Trim(m, "()"), "-", 8)
				sp := gumSpan{first: i, end: -1}
				if len(f) > 1 {
					sp.etype = f[1]
				}
				if len(f) > 5 {
					for h := range strings.SplitSeq(f[5], ",") {
						if n, err := strconv.Atoi(h); err == nil {
							sp.heads = append(sp.heads, i+n-1)
						}
					}
				}
				if len(f) == 8 {
					sp.identity = f[7]
				}
				s.spans = append(s.spans, sp)
				if strings.HasSuffix(m, ")") {
					s.spans[len(s.spans)-1].end = i + 1
				} else {
					s.open[f[0]] = append(s.open[f[0]], len(s.spans)-1)
				}
				continue
			}
			id := strings.TrimSuffix(m, ")")
			if o := s.open[id]; len(o) > 0 {
				s.spans[o[len(o)-1]].end = i + 1
				s.open[id] = o[:len(o)-1]
			}
		}
	}
}

func (s *gumSentence) write(w *writer, gaz *gazetteer.Table) {
	at := make([]text.Span, len(s.words))
	for i, t := range s.words {
		at[i] = w.raw(t)
		w.glue = s.glue[i]
	}
	s.open = nil
	taken := make([]bool, len(s.words))
	var names []markedName
	// Outer phrases first: a name inside a name is part of it.
	slices.SortStableFunc(s.spans, func(a, b gumSpan) int { return (b.end - b.first) - (a.end - a.first) })
	for _, sp := range s.spans {
		if sp.end < 0 {
			continue
		}
		first, end, kind, ok := s.name(sp, gaz)
		if !ok || slices.Contains(taken[first:end], true) {
			continue
		}
		for i := first; i < end; i++ {
			taken[i] = true
		}
		names = append(names, markedName{text.Span{Start: at[first].Start, End: at[end-1].End}, kind})
	}
	names = append(names, peoples(s.words, at, taken, gaz)...)
	slices.SortFunc(names, func(a, b markedName) int { return a.Start - b.Start })
	w.m.names = append(w.m.names, names...)
}

func proper(tag string) bool { return tag == "NNP" || tag == "NNPS" }

// name returns the tokens of the proper name that heads a phrase.
func (s *gumSentence) name(sp gumSpan, gaz *gazetteer.Table) (first, end int, kind recognise.Kind, ok bool) {
	if len(sp.heads) == 0 {
		return
	}
	switch sp.etype {
	case "person":
		kind = recognise.Person
	case "organization":
		kind = recognise.Org
	case "place":
		kind = recognise.Place
	case "event":
		kind = recognise.Event
	case "object", "abstract":
		kind = recognise.Work
	default:
		return
	}
	for _, h := range sp.heads {
		if h >= sp.end || h >= len(s.tags) || !proper(s.tags[h]) {
			return
		}
	}
	if kind == recognise.Work && sp.identity == "" {
		return
	}
	first, end = slices.Min(sp.heads), slices.Max(sp.heads)+1
	wiki := map[string]bool{}
	for w := range strings.SplitSeq(strings.ReplaceAll(sp.identity, "_", " "), " ") {
		wiki[strings.ToLower(strings.Trim(w, "(),"))] = true
	}
	within := func(i int) bool { return i >= sp.first && i < sp.end }
	for {
		if within(first-1) && (proper(s.tags[first-1]) || wiki[strings.ToLower(s.words[first-1])] && s.tags[first-1] != "DT") {
			first--
			continue
		}
		if within(first-2) && joiner(s.words[first-1]) && proper(s.tags[first-2]) && wiki[strings.ToLower(s.words[first-2])] {
			first -= 2
			continue
		}
		break
	}
	for {
		if within(end) && (proper(s.tags[end]) || wiki[strings.ToLower(s.words[end])]) {
			end++
			continue
		}
		step := 0
		for n := 1; n <= 2 && step == 0; n++ {
			if within(end+n) && proper(s.tags[end+n]) && wiki[strings.ToLower(s.words[end+n])] && joiner(s.words[end]) && (n == 1 || joiner(s.words[end+1])) {
				step = n + 1
			}
		}
		if step == 0 {
			break
		}
		end += step
	}
	for end > first+1 && (s.words[end-1] == "'s" || s.words[end-1] == "," || s.tags[end-1] == "IN" || s.tags[end-1] == "DT") {
		end--
	}
	if kind == recognise.Person {
		for i := end - 2; i >= first; i-- {
			if personTitles[strings.TrimSuffix(strings.ToLower(s.words[i]), ".")] {
				first = i + 1
				break
			}
		}
	}
	for first < end-1 && strings.EqualFold(s.words[first], "the") {
		first++
	}
	if isPeople(s.words[first:end], gaz) && !(kind == recognise.Org && s.words[first] == strings.ToUpper(s.words[first])) {
		kind = recognise.Group
	}
	for i := first; i < end; i++ {
		if w := s.words[i]; w[0] >= 'a' && w[0] <= 'z' && !joiner(w) && kind != recognise.Person {
			return first, first, kind, false // a description, no name
		}
	}
	kind = newswire(kind, s.words[first:end], gaz)
	return first, end, kind, !noName(s.words[first:end])
}

func joiner(w string) bool {
	switch strings.ToLower(w) {
	case "of", "the", "for", "and", "&", "in", "on", "de", "la", "-", "'s", "du", "del", ",", "to", "at":
		return true
	}
	return false
}
