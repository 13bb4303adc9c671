package main

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/story"
)

func init() {
	register(model{name: "tagger", what: "parts of speech, from GUM and MASC and the forms of the en_US dictionary", order: 20, build: buildTagger})
}

// taggerGenres are the genres of GUM whose texts may be built upon: CC BY, CC
// BY-SA or public domain. Conversation (no derivatives) stays out.
var taggerGenres = []string{"academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage"}

// mascGenres are those of MASC that helped on the dev part: the rest is tagged
// more loosely still.
var mascGenres = []string{"newspaper", "journal", "non-fiction", "technical", "travel-guides"}

func buildTagger(e *env) error {
	train, dev, test, err := gum(e)
	if err != nil {
		return err
	}
	loose, err := masc(e)
	if err != nil {
		return err
	}
	forms, err := wordForms(e.in("lexicon", "hunspell", "en_US.dic"), e.in("lexicon", "hunspell", "en_US.aff"))
	if err != nil {
		return err
	}
	count := func(set []lang.Tagged) (n int) {
		for _, p := range set {
			n += len(p.Tokens)
		}
		return n
	}
	e.printf("tagger: %d tokens of GUM to train on, %d dev, %d test; %d of MASC; %d word forms\n",
		count(train), count(dev), count(test), count(loose), len(forms))
	all := append(slices.Clone(train), loose...)
	all = append(all, recased(train, 8)...)
	all = append(all, recased(loose, 20)...)
	b, err := lang.TrainTagger(all, dev, forms, lang.TaggerOptions{
		Epochs:   10,
		LineBits: 15,
		Log:      func(f string, args ...any) { e.printf("tagger: "+f+"\n", args...) },
	})
	if err != nil {
		return err
	}
	t, err := lang.ReadTagger(b)
	if err != nil {
		return err
	}
	for _, part := range []struct {
		name string
		set  []lang.Tagged
	}{{"test", test}, {"test in title case", caseAll(test, titleCase)}, {"test in capitals", caseAll(test, strings.ToUpper)}} {
		s := lang.MeasureTagger(t, part.set)
		e.printf("tagger: %s: %.4f of %d tokens, %.4f of %d words, %.4f of %d unknown ones\n", part.name, s.All(), s.Tokens,
			s.WordsOnly(), s.Words, float64(s.RightUnknown)/float64(max(s.Unknown, 1)), s.Unknown)
		e.printf("tagger: %s: most confused: %s\n", part.name, strings.Join(s.Worst(15), ", "))
	}
	return e.write("models/tagger.bin", b)
}

// gum reads the parts of GUM as its splits.md lists them.
func gum(e *env) (train, dev, test []lang.Tagged, err error) {
	part, err := gumSplits(e.in("corpora", "gum_news", "splits.md"))
	if err != nil {
		return nil, nil, nil, err
	}
	files, err := filepath.Glob(e.in("corpora", "gum_news", "dep", "*.conllu"))
	if err != nil {
		return nil, nil, nil, err
	}
	slices.Sort(files)
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".conllu")
		if !slices.Contains(taggerGenres, strings.Split(name, "_")[1]) {
			continue
		}
		set, err := conllu(f)
		if err != nil {
			return nil, nil, nil, err
		}
		switch part[name] {
		case "dev":
			dev = append(dev, set...)
		case "test":
			test = append(test, set...)
		default:
			train = append(train, set...)
		}
	}
	return train, dev, test, nil
}

// gumSplits returns the part that each document named in splits.md belongs to.
func gumSplits(path string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, part := map[string]string{}, ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if h, ok := strings.CutPrefix(line, "## "); ok {
			part = h
		} else if d, ok := strings.CutPrefix(line, "* "); ok && part != "" {
			m[d] = part
		}
	}
	return m, nil
}

// goldToken is a token as a corpus has it, with its place in the text.
type goldToken struct {
	start, end int
	tag        lang.Tag
	id, head   int
	relation   string
}

// conllu reads the sentences of one file. Each becomes a paragraph.
func conllu(path string) ([]lang.Tagged, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var set []lang.Tagged
	var text string
	var toks []goldToken
	at := 0
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		if t, ok := strings.CutPrefix(line, "# text = "); ok {
			text, toks, at = t, nil, 0
			continue
		}
		if line == "" {
			if len(toks) > 0 {
				set = append(set, align(text, toks))
			}
			toks = nil
			continue
		}
		c := strings.Split(line, "\t")
		if line[0] == '#' || len(c) < 8 {
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			continue // a range or an empty node
		}
		i := strings.Index(text[at:], c[1])
		if i < 0 {
			continue
		}
		head, _ := strconv.Atoi(c[6])
		toks = append(toks, goldToken{at + i, at + i + len(c[1]), lang.ParseTag(c[4]), id, head, c[7]})
		at += i + len(c[1])
	}
	return set, sc.Err()
}

// align gives the tokens of our own reading of text the tags of the corpus'
// tokens. A token that joins several takes the tag of their head; a hyphened
// word that stands before a noun as its modifier is an adjective, as the
// Treebank had it. A token that is only a part of one gets none.
func align(text string, gold []goldToken) lang.Tagged {
	p := lang.Analyse(text, story.RoleBody)
	t := lang.Tagged{Paragraph: p, Gold: make([]lang.Tag, len(p.Tokens))}
	j := 0
	for i, tok := range p.Tokens {
		for j < len(gold) && gold[j].end <= tok.Start {
			j++
		}
		k := j
		for k < len(gold) && gold[k].end <= tok.End {
			k++
		}
		if k == j || gold[j].start != tok.Start || gold[k-1].end != tok.End {
			continue
		}
		t.Gold[i] = joinedTag(tok, gold[j:k])
	}
	return t
}

func joinedTag(tok lang.Token, part []goldToken) lang.Tag {
	switch tok.Kind {
	case lang.Money, lang.Percent, lang.Time:
		return lang.CD
	case lang.Number, lang.Word, lang.Clitic:
	default:
		switch part[0].tag {
		case lang.HYPH:
			return lang.TagColon
		}
	}
	if len(part) == 1 {
		return part[0].tag
	}
	if tok.Kind == lang.Number {
		return lang.TagNone
	}
	head := part[len(part)-1]
	for _, g := range part {
		if g.head < part[0].id || g.head > part[len(part)-1].id {
			head = g
		}
	}
	if head.tag == lang.TagNone {
		return lang.TagNone
	}
	before := head.head > part[len(part)-1].id
	switch head.relation {
	case "amod", "compound", "nmod", "nummod":
		if before && !head.tag.Noun() || before && (head.tag == lang.NN || head.tag == lang.NNS) {
			return lang.JJ
		}
	}
	return head.tag
}

// masc reads the tagged part of MASC: words joined to their tags by "_", marks
// parted by spaces. The text is put together again as it was printed.
func masc(e *env) ([]lang.Tagged, error) {
	root := e.in("lexicon", "open_lm_text", "masc_tagged")
	b, err := os.ReadFile(filepath.Join(root, "categories.txt"))
	if err != nil {
		return nil, err
	}
	var set []lang.Tagged
	for line := range strings.Lines(string(b)) {
		name, genre, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || !slices.Contains(mascGenres, genre) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			if t := mascLine(line); len(t.Tokens) > 0 {
				set = append(set, t)
			}
		}
	}
	return set, nil
}

// mascLine puts one line of MASC together.
func mascLine(line string) lang.Tagged {
	var b strings.Builder
	var gold []goldToken
	open, glue := false, true // a straight quotation is open; no space goes before the next token
	for _, f := range strings.Fields(line) {
		i := strings.LastIndexByte(f, '_')
		if i <= 0 {
			continue
		}
		w, tag := f[:i], lang.ParseTag(f[i+1:])
		left, right := glue, false // whether it touches what stands before, and after
		switch {
		case w == "`" || w == "'" && tag == lang.TagUnquot || w == "\"" || w == "``" || w == "''":
			left, right = left || open, !open
			open = !open
			w = "\""
		case strings.HasPrefix(w, "'") && len(w) > 1 || w == "n't" || w == "'" && tag == lang.POS:
			left = true
		case strings.ContainsAny(w, ",.;:?!)]}%") && !strings.ContainsFunc(w, unicode.IsLetter) && len(w) == 1:
			left = true
		case w == "(" || w == "[" || w == "$":
			right = true
		}
		if !left {
			b.WriteByte(' ')
		}
		glue = right
		gold = append(gold, goldToken{start: b.Len(), end: b.Len() + len(w), tag: tag, id: len(gold) + 1})
		b.WriteString(w)
	}
	if b.Len() == 0 || !utf8.ValidString(b.String()) {
		return lang.Tagged{Paragraph: &lang.Paragraph{}}
	}
	t := align(b.String(), gold)
	t.Loose = true
	return t
}

// recased returns every nth paragraph of set twice again, in title case and in
// capitals, so that headlines are no surprise.
func recased(set []lang.Tagged, nth int) []lang.Tagged {
	var some []lang.Tagged
	for i := 0; i < len(set); i += nth {
		some = append(some, set[i])
	}
	return append(caseAll(some, titleCase), caseAll(some, strings.ToUpper)...)
}

// caseAll returns the paragraphs of set whose text reads as the same tokens
// after f.
func caseAll(set []lang.Tagged, f func(string) string) []lang.Tagged {
	var out []lang.Tagged
	for _, t := range set {
		p := lang.Analyse(f(t.Text), t.Role)
		if len(p.Tokens) == len(t.Tokens) && (p.TitleCase || p.AllCaps) {
			out = append(out, lang.Tagged{Paragraph: p, Gold: t.Gold, Loose: t.Loose})
		}
	}
	return out
}

// titleCase writes the longer words of t with a capital.
func titleCase(t string) string {
	b := []byte(t)
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && (b[j]|0x20 >= 'a' && b[j]|0x20 <= 'z' || b[j] == '\'') {
			j++
		}
		switch w := t[i:j]; {
		case j == i:
			j++
		case len(w) > 3 || len(w) == 3 && w != "and" && w != "the" && w != "for":
			if w[0] >= 'a' && w[0] <= 'z' && (i == 0 || b[i-1] < utf8.RuneSelf) {
				b[i] -= 'a' - 'A'
			}
		}
		i = j
	}
	return string(b)
}
