package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// A form is one capitalised word as it is written, with the places where it
// stands.
type form struct {
	word   string
	key    string // small letters, no diacritics
	tokens []int  // in story order
	body   int    // how many of them stand in running copy
	outer  int    // how often it stands in what came with the copy: bylines, credits
	types  map[Type]int
	names  map[int]bool    // in Ledger.Names
	full   map[string]bool // what it stands with inside people's names: "benjamin _"
	beside map[string]bool // the capitalised words before and after it
	bare   bool            // stands alone as a person at least once
	weight standing
}

// gather collects the capitalised words of the copy, longer than three letters.
func (w *watcher) gather(outer []string) {
	index := map[string]int{}
	for pi := range w.d.Paras {
		p := &w.d.Paras[pi]
		for i := p.Tokens.First; i < p.Tokens.End; i++ {
			t := &w.d.Tokens[i]
			s := w.d.Str(i)
			if t.Kind != lang.Word || t.Shape == lang.ShapeLower || t.Shape == lang.ShapeNone || utf8.RuneCountInString(s) < 4 || strings.Contains(s, ".") {
				continue
			}
			if t.Shape == lang.ShapeUpper && !p.AllCaps && utf8.RuneCountInString(s) < 6 {
				continue // an acronym
			}
			if t.Shape == lang.ShapeUpper {
				s = capitalised(s)
			}
			n, ok := index[s]
			if !ok {
				n = len(w.forms)
				index[s] = n
				w.forms = append(w.forms, newForm(s))
				w.forms[n].weight = w.standing(&w.forms[n])
			}
			f := &w.forms[n]
			f.tokens = append(f.tokens, i)
			if !p.TitleCase && !p.AllCaps {
				f.body++
			}
			w.mention(f, i)
			w.neighbours(f, i, p.TitleCase || p.AllCaps)
		}
	}
	for _, line := range outer {
		w.outside(line, index)
	}
}

// outside counts the words of a line that came with the copy. Those in a row of
// capitals are the names of people, as far as a line can tell.
func (w *watcher) outside(line string, index map[string]int) {
	words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' })
	keys := make([]string, len(words))
	for i, s := range words {
		if r, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(r) {
			keys[i] = gazetteer.FoldKey(s)
		}
	}
	for i, s := range words {
		n, ok := index[s]
		inRow := i > 0 && keys[i-1] != "" || i+1 < len(keys) && keys[i+1] != ""
		if !ok && (keys[i] == "" || !inRow || utf8.RuneCountInString(s) < 4 || strings.ToUpper(s) == s) {
			continue
		}
		if !ok {
			n = len(w.forms)
			index[s] = n
			w.forms = append(w.forms, newForm(s))
			w.forms[n].weight = w.standing(&w.forms[n])
			w.forms[n].types[Person]++
		}
		f := &w.forms[n]
		f.outer++
		if i > 0 && len(keys[i-1]) > 2 {
			f.beside["<"+keys[i-1]] = true
		}
		if i+1 < len(keys) && len(keys[i+1]) > 2 {
			f.beside[">"+keys[i+1]] = true
		}
	}
}

func newForm(s string) form {
	return form{
		word: s, key: gazetteer.FoldKey(s), types: map[Type]int{}, names: map[int]bool{}, full: map[string]bool{}, beside: map[string]bool{},
	}
}

func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(r) + strings.ToLower(s[n:])
}

// mention notes what name token i is part of.
func (w *watcher) mention(f *form, i int) {
	at := w.l.At(w.d.Tokens[i].Start)
	if at < 0 || w.l.Mentions[at].Type.Figure() {
		return
	}
	m := &w.l.Mentions[at]
	f.types[m.Type]++
	f.names[m.Name] = true
	if m.Tokens.End-m.Tokens.First == 1 {
		f.bare = f.bare || m.Type == Person
		return
	}
	keys := make([]string, 0, 4)
	for j := m.Tokens.First; j < m.Tokens.End; j++ {
		keys = append(keys, gazetteer.FoldKey(w.d.Str(j)))
	}
	f.full[frame(keys, i-m.Tokens.First)] = true
}

// neighbours notes the capitalised words that token i stands beside.
func (w *watcher) neighbours(f *form, i int, headline bool) {
	if headline {
		return
	}
	beside := func(j int, side string) {
		if j < 0 || j >= len(w.d.Tokens) {
			return
		}
		t := &w.d.Tokens[j]
		s := w.d.Str(j)
		if t.Kind != lang.Word || t.Shape == lang.ShapeLower || len(s) < 3 || titleWords[lower(w.d, j)] || titleBefores[lower(w.d, j)] || t.First && side == "<" {
			return
		}
		f.beside[side+gazetteer.FoldKey(s)] = true
	}
	beside(i-1, "<")
	if i+1 < len(w.d.Tokens) && w.d.Tokens[i+1].Space {
		beside(i+1, ">")
	}
}

// given reports whether f stands first in a person's full name.
func (f *form) given() bool {
	for s := range f.full {
		if strings.HasPrefix(s, " _") && f.people() {
			return true
		}
	}
	return false
}

func (f *form) count() int   { return len(f.tokens) + f.outer }
func (f *form) people() bool { return f.types[Person] > 0 }
