package consistency

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	ledger "stet/model/names"
	"stet/model/rules"
	"stet/model/story"
)

// firstReferences flags a surname that comes in the body before the full name.
func firstReferences(s *rules.Subject) []flag.Flag {
	if s.Settings.Raw {
		return nil // the headline cannot be told from the body
	}
	var out []flag.Flag
	for i := range s.Names.Names {
		n := &s.Names.Names[i]
		if n.Type != ledger.Person {
			continue
		}
		early := -1
		for _, m := range n.Mentions {
			at := &s.Names.Mentions[m]
			if s.Doc.Paras[s.Doc.ParaAt(at.Start)].Role != story.RoleBody || s.Doc.Tokens[at.Tokens.First].Quoted {
				continue
			}
			if at.Tokens.End-at.Tokens.First == 1 {
				if early < 0 {
					early = m
				}
				continue
			}
			words := strings.Fields(at.In(s.Doc.Text))
			if early >= 0 && strings.EqualFold(words[len(words)-1], s.Names.Mentions[early].In(s.Doc.Text)) && !n.Known {
				e := &s.Names.Mentions[early]
				if s.Doc.ParaAt(e.Start) == s.Doc.ParaAt(at.Start) || !ledger.FullName(s.Doc, at.Tokens) {
					break
				}
				out = append(out, flag.Flag{
					Rule: firstReference, Kind: flag.Consistency, Severity: flag.Note, Span: e.Span, Confidence: 0.6,
					Message: fmt.Sprintf("%q comes before the full name, %q", e.In(s.Doc.Text), at.In(s.Doc.Text)),
					Also:    []flag.Place{{Span: at.Span, Note: at.In(s.Doc.Text)}},
				})
			}
			break
		}
	}
	return out
}

// ranks are titles of one ladder: nobody holds two at once.
var ranks = map[string]string{
	"pvt": "private", "private": "private", "cpl": "corporal", "corporal": "corporal", "sgt": "sergeant", "sergeant": "sergeant",
	"lt": "lieutenant", "lieutenant": "lieutenant", "capt": "captain", "captain": "captain", "maj": "major", "major": "major",
	"col": "colonel", "colonel": "colonel", "gen": "general", "general": "general", "adm": "admiral", "admiral": "admiral",
	"mr": "mr", "mrs": "mrs", "ms": "ms", "miss": "ms",
}

// titleConflicts flags a second age or a second rank of one person.
func titleConflicts(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	for i := range s.Names.Names {
		n := &s.Names.Names[i]
		if n.Type != ledger.Person {
			continue
		}
		var age, rank *ledger.Role
		for k := range n.Titles {
			r := &n.Titles[k]
			switch r.Kind {
			case ledger.Age:
				if age != nil && age.Text != r.Text {
					out = append(out, conflict(n.Canonical, "age", age, r))
				}
				if age == nil {
					age = r
				}
			case ledger.Title:
				t := rankOf(r.Text)
				if t == "" || bare(s, r) {
					continue
				}
				if rank != nil && !compatible(rankOf(rank.Text), t) {
					out = append(out, conflict(n.Canonical, "title", rank, r))
				}
				if rank == nil {
					rank = r
				}
			}
		}
	}
	return out
}

// bare reports whether a title stands before a surname alone, which may be
// another of the family.
func bare(s *rules.Subject, r *ledger.Role) bool {
	i := s.Names.At(s.Doc.Tokens[min(s.Doc.TokenAt(r.End), len(s.Doc.Tokens)-1)].Start)
	return i < 0 || s.Names.Mentions[i].Tokens.End-s.Names.Mentions[i].Tokens.First == 1
}

func rankOf(title string) string {
	return ranks[strings.ToLower(strings.TrimSuffix(title, "."))]
}

func compatible(a, b string) bool {
	if a == b {
		return true
	}
	courtesy := func(t string) bool { return t == "mr" || t == "mrs" || t == "ms" }
	if courtesy(a) && courtesy(b) {
		return a != "mr" && b != "mr"
	}
	return courtesy(a) || courtesy(b)
}

func conflict(name, what string, first, second *ledger.Role) flag.Flag {
	return flag.Flag{
		Rule: titleConflict, Kind: flag.Consistency, Severity: flag.Warning, Span: second.Span, Confidence: 0.75,
		Message: fmt.Sprintf("%s: the %s is %q here and %q before", name, what, second.Text, first.Text),
		Also:    []flag.Place{{Span: first.Span, Note: first.Text}},
		Query:   fmt.Sprintf("Which is right for %s: %s or %s?", name, first.Text, second.Text),
	}
}

// acronyms flags "(NHBS)" after "Northern Harbour Safety Board".
func acronyms(s *rules.Subject) []flag.Flag {
	d := s.Doc
	var out []flag.Flag
	for _, sent := range d.Sents {
		for i := sent.First + 3; i+1 < sent.End; i++ {
			w := d.Str(i)
			if d.Str(i-1) != "(" || d.Str(i+1) != ")" || d.Tokens[i].Shape != lang.ShapeUpper || len(w) < 3 || len(w) > 7 || !ascii(w) {
				continue
			}
			initials := before(d, sent, i-1, len(w))
			if initials == "" || initials == w || !swapped(initials, w) {
				continue
			}
			out = append(out, flag.Flag{
				Rule: acronym, Kind: flag.Consistency, Severity: flag.Warning, Span: d.Tokens[i].Span, Confidence: 0.7,
				Message: fmt.Sprintf("%q does not fit the name before it: its letters are %q", w, initials),
				Fixes:   []flag.Fix{{Text: initials}},
			})
		}
	}
	return out
}

// before returns the initials of the n capitalised words before token end, when
// exactly those make up the name there.
func before(d *lang.Doc, sent lang.Range, end, n int) string {
	var b []byte
	i := end - 1
	for ; i >= sent.First && len(b) < n; i-- {
		switch w := d.Str(i); {
		case d.Tokens[i].Kind != lang.Word:
			return ""
		case d.Tokens[i].Shape == lang.ShapeTitle && ascii(w) && !strings.Contains(w, "-"):
			b = append([]byte{w[0]}, b...)
		case w == "of" || w == "and" || w == "for" || w == "the":
		default:
			return ""
		}
	}
	if len(b) != n || i >= sent.First && d.Tokens[i].Shape == lang.ShapeTitle && !d.Tokens[i].First {
		return ""
	}
	return string(b)
}

// swapped reports whether two acronyms have the same letters but for the order
// of two neighbours.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

func ascii(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= 0x80 {
			return false
		}
	}
	return true
}
