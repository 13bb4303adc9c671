package main

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A sentence is one sentence of an open corpus: its words as written, and
// their Treebank tags where the corpus gives them.
type sentence struct {
	doc   string // the text that it comes from
	text  string // as it reads, with its spaces
	words []string
	tags  []string // nil, or one for each word
}

// readGUM reads the sentences of the GUM treebank.
func readGUM(e *env) ([]sentence, error) {
	files, err := filepath.Glob(e.in("corpora", "gum_news", "dep", "*.conllu"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []sentence
	for _, f := range files {
		s := sentence{doc: strings.TrimSuffix(filepath.Base(f), ".conllu")}
		err := eachLine(f, func(line string) {
			switch {
			case strings.HasPrefix(line, "# text = "):
				s.text = line[len("# text = "):]
			case line == "":
				if len(s.words) > 0 {
					out = append(out, s)
				}
				s = sentence{doc: s.doc}
			case line[0] != '#':
				c := strings.Split(line, "\t")
				if len(c) > 4 && !strings.ContainsAny(c[0], "-.") {
					s.words, s.tags = append(s.words, c[1]), append(s.tags, c[4])
				}
			}
		})
		if err != nil {
			return nil, err
		}
		if len(s.words) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

// editedGenres are the sorts of MASC text that were edited before they were
// printed or written with care.
var editedGenres = []string{"newspaper", "essays", "fiction", "ficlets", "govt-docs", "journal", "non-fiction", "technical", "travel-guides", "letters", "blog"}

// readMASC reads the tagged MASC texts of the given genres.
func readMASC(e *env, genres []string) ([]sentence, error) {
	root := e.in("lexicon", "open_lm_text", "masc_tagged")
	var files []string
	err := eachLine(filepath.Join(root, "categories.txt"), func(line string) {
		if name, genre, ok := strings.Cut(line, " "); ok && slices.Contains(genres, genre) {
			files = append(files, name)
		}
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []sentence
	for _, f := range files {
		s := sentence{doc: f}
		err := eachLine(filepath.Join(root, f), func(line string) {
			s = sentence{doc: f}
			for _, wt := range strings.Fields(line) {
				i := strings.LastIndexByte(wt, '_')
				if i <= 0 {
					continue
				}
				s.words, s.tags = append(s.words, wt[:i]), append(s.tags, wt[i+1:])
			}
			if len(s.words) > 0 {
				s.text = detokenise(s.words)
				out = append(out, s)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// readPresidents reads the inaugural and State of the Union addresses of the
// given years and later, a paragraph at a time.
func readPresidents(e *env, since string) ([]sentence, error) {
	var out []sentence
	for _, dir := range []string{"inaugural", "state_union"} {
		root := e.in("lexicon", "open_lm_text", dir)
		files, err := fs.Glob(os.DirFS(root), "*.txt")
		if err != nil {
			return nil, err
		}
		slices.Sort(files)
		for _, f := range files {
			if f < since {
				continue
			}
			var para []string
			flush := func() {
				if t := strings.Join(para, " "); len(para) > 0 && t != strings.ToUpper(t) {
					out = append(out, sentence{doc: f, text: t, words: strings.Fields(t)})
				}
				para = nil
			}
			err := eachLine(filepath.Join(root, f), func(line string) {
				line = strings.ToValidUTF8(strings.TrimSpace(line), "'")
				if line == "" {
					flush()
				} else {
					para = append(para, line)
				}
			})
			if err != nil {
				return nil, err
			}
			flush()
		}
	}
	return out, nil
}

// readColumns reads a file of one word a line with other columns after it and
// empty lines between sentences; word is the column of the word.
func readColumns(path string, word int) ([]sentence, error) {
	var out []sentence
	s := sentence{doc: filepath.Base(path)}
	flush := func() {
		if len(s.words) > 0 {
			if s.text == "" {
				s.text = detokenise(s.words)
			}
			out = append(out, s)
		}
		s = sentence{doc: s.doc}
	}
	err := eachLine(path, func(line string) {
		if strings.TrimSpace(line) == "" {
			flush()
			return
		}
		if strings.HasPrefix(line, "# ") {
			return
		}
		if f := strings.Fields(line); len(f) > word {
			s.words = append(s.words, f[word])
		}
	})
	flush()
	return out, err
}

// detokenise puts words that a treebank took apart back into running text.
func detokenise(words []string) string {
	var b strings.Builder
	open, glue := false, true
	for i, w := range words {
		switch w {
		case "``":
			w = "\""
		case "''":
			w = "\""
		case "-LRB-":
			w = "("
		case "-RRB-":
			w = ")"
		}
		before := !glue
		glue = false
		switch {
		case w == "\"":
			if words[i] == "``" || words[i] == "\"" && !open {
				open, glue = true, true
			} else {
				open, before = false, false
			}
		case w == "(" || w == "[" || w == "$" || w == "£" || w == "#":
			glue = true
		case w == "n't" || w == "n’t" || strings.HasPrefix(w, "'") && len(w) <= 3 || strings.HasPrefix(w, "’") && len(w) <= 5:
			before = false
		case strings.Trim(w, ".,;:!?)]%") == "":
			before = false
		}
		if before {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// eachLine calls f with every line of a file, without its line end.
func eachLine(path string, f func(line string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(nil, 1<<24)
	first := true
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r")
		if first {
			line, first = strings.TrimPrefix(line, "\ufeff"), false
		}
		f(line)
	}
	return sc.Err()
}
