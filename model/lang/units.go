package lang

import "strings"

// A Unit is what the language model counts as one word: a word with its
// clitics ("don't", "Cuba's"), a figure. Marks are no units.
type Unit struct {
	Tokens Range
	Text   string // in small letters, straight apostrophes
	ID     uint32 // number in the language model
	Entry  Entry  // of the word, without its "'s"; zero for figures and unknown words
	Known  bool   // the lexicon has it
	Plain  bool   // a Word token, clitics apart: letters that can be misspelt
	After  bool   // a mark other than a quotation mark stands between it and the unit before
}

// AppendUnits appends the units of the tokens r of p to us. A word with a
// clitic that the language model has as one word is one unit; else the clitic
// is a unit of its own, and "'s" joins its word without changing its number.
func (l *WordList) AppendUnits(us []Unit, p *Paragraph, r Range) []Unit {
	after := false
	for i := r.First; i < r.End; i++ {
		t := p.Tokens[i]
		switch t.Kind {
		case Word:
			u := Unit{Tokens: Range{i, i + 1}, Text: Fold(p.Str(i)), Plain: true, After: after}
			u.Entry, u.Known = l.Lookup(u.Text)
			u.ID = u.Entry.LM
			if i+1 < r.End && p.Tokens[i+1].Kind == Clitic {
				whole := Fold(p.Text[t.Start:p.Tokens[i+1].End])
				if e, ok := l.Lookup(whole); ok && e.LM != LMUnknown {
					if !strings.HasSuffix(whole, "'s") && !strings.HasSuffix(whole, "'") { // what "won't" is, "wo" does not tell
						u.Entry, u.Known = e, true
					}
					u.Text, u.ID, u.Plain = whole, e.LM, false
					u.Tokens.End, i = i+2, i+1
				}
			}
			us = append(us, u)
		case Clitic:
			u := Unit{Tokens: Range{i, i + 1}, Text: Fold(p.Str(i)), After: after}
			if u.Text == "'s" && len(us) > 0 && us[len(us)-1].Tokens.End == i {
				us[len(us)-1].Tokens.End, us[len(us)-1].Plain = i+1, false
				continue
			}
			u.ID = l.number(cliticWord[strings.TrimLeft(u.Text, "'")])
			us = append(us, u)
		case Number, Money, Percent, Time:
			us = append(us, Unit{Tokens: Range{i, i + 1}, Text: p.Str(i), ID: l.figure(t.Kind, p.Str(i)), After: after})
		case Handle, Hashtag, Address:
			us = append(us, Unit{Tokens: Range{i, i + 1}, Text: p.Str(i), After: after})
		default:
			after = after || t.Tag != TagQuote && t.Tag != TagUnquot && !isQuoteMark(p.Str(i))
			continue
		}
		after = false
	}
	return us
}

func isQuoteMark(s string) bool {
	switch s {
	case "\"", "'", "“", "”", "‘", "’", "«", "»", "''", "``":
		return true
	}
	return false
}

// cliticWord is the word that stands for a clitic.
var cliticWord = map[string]string{"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am", "n't": "not"}

// number returns the language model's number for a word, or LMUnknown.
func (l *WordList) number(w string) uint32 {
	e, _ := l.Lookup(w)
	return e.LM
}

// figure returns the number of a word that stands for a figure in the model,
// which has figures in words only.
func (l *WordList) figure(k Kind, s string) uint32 {
	switch {
	case k == Money:
		return l.number("dollars")
	case k == Percent:
		return l.number("percent")
	case k == Time:
		return l.number("o'clock")
	case len(s) == 1 && s[0] >= '0' && s[0] <= '9':
		return l.number([...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}[s[0]-'0'])
	case len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")):
		return l.number("nineteen")
	case strings.HasSuffix(s, "th") || strings.HasSuffix(s, "st") || strings.HasSuffix(s, "nd") || strings.HasSuffix(s, "rd"):
		return l.number("tenth")
	case strings.HasSuffix(s, "s"):
		return l.number("nineties")
	case len(s) <= 2:
		return l.number("twenty")
	}
	return l.number("hundred")
}
