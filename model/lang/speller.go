package lang

import (
	"slices"
	"strings"
	"sync"
)

// A Speller judges words that the lexicon does not vouch for. It is immutable
// and safe for concurrent use.
type Speller struct {
	Words *WordList
	LM    *LanguageModel
	Lists *Misspellings
}

// DefaultSpeller returns the Speller over what Stet ships, or the error of the
// part that this build lacks.
var DefaultSpeller = sync.OnceValues(func() (*Speller, error) {
	w, err := Lexicon()
	if err != nil {
		return nil, err
	}
	m, err := LM()
	if err != nil {
		return nil, err
	}
	l, err := CommonMisspellings()
	if err != nil {
		return nil, err
	}
	return &Speller{w, m, l}, nil
})

// A Context is the words around a place, by their numbers in the language
// model: the two before it and the two after it.
type Context struct{ L2, L1, R1, R2 uint32 }

// Around returns the context of unit i in us, which are the units of one
// sentence.
func Around(us []Unit, i int) Context {
	at := func(j int) uint32 {
		switch {
		case j == -1:
			return LMStart
		case j == len(us):
			return LMEnd
		case j < 0 || j > len(us):
			return LMUnknown
		}
		return us[j].ID
	}
	return Context{at(i - 2), at(i - 1), at(i + 1), at(i + 2)}
}

// Fit is how well word w fits into c: the logarithm of its probability after
// the words before it, and of how much likelier it makes the words after it
// than they are by themselves.
func (m *LanguageModel) Fit(c Context, w uint32) float64 {
	p, _ := m.Tri(c.L2, c.L1, w)
	if c.R1 != LMUnknown {
		r, _ := m.Tri(c.L1, w, c.R1)
		p += r - m.Uni(c.R1)
		if c.R2 != LMUnknown {
			r, _ := m.Tri(w, c.R1, c.R2)
			q, _ := m.Bi(c.R1, c.R2)
			p += r - q
		}
	}
	return p
}

// A Suggestion is a word that may have been meant.
type Suggestion struct {
	Text   string
	Score  float64 // decimal logarithm: of the slip and of the word in its place
	Listed bool    // by a list of misspellings
}

// slipLog is the decimal logarithm of the probability of a slip of cost 1.
const slipLog = -2.6

// Suggest returns what may have been meant by word, which must be folded, in
// context c, best first, at most n.
func (s *Speller) Suggest(word string, c Context, n int) ([]Suggestion, error) {
	best := map[string]Suggestion{}
	put := func(t string, score float64, listed bool) {
		if old, ok := best[t]; !ok || score > old.Score {
			best[t] = Suggestion{t, score, listed || old.Listed}
		} else if listed {
			old.Listed = true
			best[t] = old
		}
	}
	for i, r := range s.Lists.Right(word) {
		put(r, slipLog*min(SlipCost(word, Fold(r)), 1.2)*0.6-0.3*float64(i)+s.prior(Fold(r), c), true)
	}
	distance := 1
	if len(word) >= 5 {
		distance = 2
	}
	near, err := s.Words.Within(word, distance)
	if err != nil {
		return nil, err
	}
	for _, w := range near {
		if !meant(w) || w.Word == word {
			continue
		}
		if w.Entry.Freq < 25 && !SameLetters(word, w.Word) {
			continue // rarer than one in 100 million: a worse guess than none
		}
		put(w.Word, slipLog*SlipCost(word, w.Word)+s.priorOf(w.Entry, c), false)
	}
	for i := 1; i < len(word); i++ {
		a, okA := s.Words.Lookup(word[:i])
		b, okB := s.Words.Lookup(word[i:])
		if !okA || !okB || !splits(word[:i], a) || !splits(word[i:], b) {
			continue
		}
		score := slipLog*1.1 + s.LM.Fit(Context{c.L2, c.L1, b.LM, c.R1}, a.LM) + s.LM.Uni(b.LM)
		if _, seen := s.LM.Bi(a.LM, b.LM); !seen && s.LM.Pair(a.LM, b.LM) == 0 {
			score -= 2
		}
		put(word[:i]+" "+word[i:], score, false)
	}
	out := make([]Suggestion, 0, len(best))
	for _, b := range best {
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Suggestion) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.Text, b.Text)
	})
	return out[:min(n, len(out))], nil
}

// meant reports whether w is a word that one writes in small letters or a
// common proper adjective or noun.
func meant(w Near) bool {
	e := w.Entry
	return e.Flags&WordLower != 0 && e.Size <= 80 || e.Flags&WordProper != 0 && e.Freq >= 75
}

// splits reports whether w can be half of two words run together.
func splits(w string, e Entry) bool {
	if len(w) < 3 {
		switch w {
		case "a", "i", "in", "on", "of", "to", "at", "is", "it", "be", "as", "an", "by", "or", "if", "we", "he", "no", "so", "up", "my", "do", "us":
			return true
		}
		return false
	}
	return e.Flags&WordLower != 0 && e.Size > 0 && e.Size <= 60 && e.LM != LMUnknown && e.Freq >= 75
}

// SameLetters reports whether a and b differ in nothing but the order and the
// doubling of their letters, marks left out.
func SameLetters(a, b string) bool {
	var set [2]uint32
	for i, w := range [2]string{a, b} {
		for j := 0; j < len(w); j++ {
			if c := w[j]; c >= 'a' && c <= 'z' {
				set[i] |= 1 << (c - 'a')
			}
		}
	}
	return set[0] == set[1]
}

// prior is the logarithm of the probability of a word, or of words, in c.
func (s *Speller) prior(t string, c Context) float64 {
	words := strings.Fields(t)
	if len(words) == 0 {
		return -12
	}
	if len(words) == 1 {
		e, _ := s.Words.Lookup(words[0])
		return s.priorOf(e, c)
	}
	a, _ := s.Words.Lookup(words[0])
	b, _ := s.Words.Lookup(words[1])
	p, _ := s.LM.Bi(a.LM, b.LM)
	return s.LM.Fit(Context{c.L2, c.L1, b.LM, c.R1}, a.LM) + max(p, -3)
}

func (s *Speller) priorOf(e Entry, c Context) float64 {
	if e.LM != LMUnknown {
		// The model's text is not news: count how common the word is in print too.
		return s.LM.Fit(c, e.LM) + 0.5*(float64(e.Freq)/25-9-s.LM.Uni(e.LM))
	}
	return float64(e.Freq)/25 - 9.5
}
