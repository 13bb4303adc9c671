package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/text"
)

// lands are the classes of places that are hardly ever anything else.
const lands = gazetteer.Country | gazetteer.Region | gazetteer.BigPlace

// shape brings names to the shape that newswire gives them: no handles, no
// small words at the ends, no weekday behind, and the owner apart from what is
// owned ("Iraq's Cabinet").
func (x *extractor) shape(found []Span) []Span {
	var out []Span
	for _, s := range found {
		if (s.Kind == Event || s.Kind == Work) && !x.d.Tokens[s.First].Quoted && x.description(s) {
			out = append(out, x.landsIn(s.Range)...)
			continue
		}
		s = x.trim(s)
		if s.First == s.End || x.generic(s) || x.pair(s) {
			continue
		}
		if owner, owned, ok := x.owned(s); ok {
			out = append(out, owner)
			if owned = x.trim(owned); owned.First < owned.End && !x.generic(owned) {
				out = append(out, owned)
			}
			continue
		}
		if x.firm(s) {
			s.Kind = Org
		}
		out = append(out, s)
	}
	return out
}

// particles are the small words that can begin a surname.
var particles = map[string]bool{
	"de": true, "da": true, "di": true, "du": true, "do": true, "dos": true, "del": true, "della": true, "van": true, "von": true,
	"der": true, "den": true, "la": true, "le": true, "bin": true, "bint": true, "ibn": true, "al": true, "el": true, "ter": true, "ten": true,
}

// trim takes what is no part of a name off its ends.
func (x *extractor) trim(s Span) Span {
	small := func(i int) bool {
		w := x.at[i]
		return w.letters && !w.capital && !x.d.Paras[x.paraOf(i)].AllCaps
	}
	if s.End-s.First > 1 && x.capitals(s.Range) {
		for s.First < s.End && small(s.First) && !particles[x.d.Str(s.First)] || s.First < s.End-1 && x.at[s.First].low == hashThe {
			s.First++
		}
		for s.First < s.End && (small(s.End-1) || s.Kind != Event && s.Kind != Work && s.End-s.First > 1 && x.at[s.End-1].flags&month != 0) {
			s.End--
		}
	}
	switch s.Kind {
	case Person:
		s = x.cut(s)
		for i := s.First; i < s.End-1 && (x.at[i].flags&title != 0 && x.at[i].flags&honour == 0 || leadIns[x.d.Str(i)]); i++ {
			if x.at[i].flags&title != 0 {
				s.First = i + 1
			}
		}
	case Org:
		if s.End-s.First > 2 && x.at[s.First].flags&(title|job) != 0 && x.at[s.First].flags&orgEnd == 0 {
			if w := x.d.Str(s.First + 1); w == "of" || w == "for" {
				s.First += 2
			}
		}
		for s.End-s.First > 1 && posts[x.d.Str(s.End-1)] {
			s.End--
		}
		if s.End-s.First > 1 && x.d.Str(s.First) == "NGO" {
			s.First++
		}
	}
	for s.First < s.End && x.address(s.First) {
		s.First++
	}
	for s.First < s.End && x.address(s.End-1) {
		s.End--
	}
	return s
}

// leadIns are capitalised words that come before a title or between two.
var leadIns = map[string]bool{
	"Crown": true, "Foreign": true, "Prime": true, "Deputy": true, "Vice": true, "First": true, "Chief": true, "Highness": true,
	"the": true, "The": true, "His": true, "Her": true, "Excellency": true, "Majesty": true, "Former": true, "Acting": true, "H": true,
	"E": true, "Defense": true, "Defence": true, "Finance": true, "Health": true, "Interior": true, "Home": true, "Brigadier": true,
	"Attorney": true, "Senior": true, "Assistant": true, "Honourable": true, "Hon": true, "Shri": true, "Brig": true, "Lord": true,
}

// posts are abbreviations of posts that stand behind a party or a company.
var posts = map[string]bool{"MLA": true, "MLAs": true, "MP": true, "MPs": true, "CEO": true, "CFO": true, "MEP": true, "MEPs": true}

// cut takes a person out of a span that says what they are: "Ann Lee as mayor",
// "CEO of Acme" (which names the company).
func (x *extractor) cut(s Span) Span {
	for i := s.First + 1; i < s.End-1; i++ {
		switch x.d.Str(i) {
		case "of", "as", "for", "in", "at", "from", "on", "to":
			if i-s.First >= 2 && x.at[i-1].flags&(title|job) == 0 {
				s.End = i
				return s
			}
			s.First = i + 1
			if x.at[i-1].flags&(title|job) != 0 || x.d.Str(i-1) == "CEO" {
				s.Kind = Org
			}
			return s
		}
	}
	return s
}

// firms are the last words of companies and institutions that are never the
// last word of a person or a place.
var firms = map[string]bool{
	"Inc": true, "Inc.": true, "Corp": true, "Corp.": true, "Ltd": true, "Ltd.": true, "Co": true, "Co.": true, "PLC": true, "Plc": true,
	"LLC": true, "GmbH": true, "Company": true, "Corporation": true, "University": true, "Ministry": true, "Bank": true, "Party": true,
	"Holdings": true, "Group": true, "Association": true, "Institute": true, "Foundation": true, "Federation": true, "Authority": true,
	"Commission": true, "Council": true, "Committee": true, "Agency": true, "Limited": true, "Airlines": true, "Airways": true,
	"Railway": true, "Railways": true, "Organization": true, "Organisation": true, "Chambers": true, "School": true, "College": true,
	"Aid": true, "Society": true, "Union": true,
}

// firm reports whether s, a person or place it seems, is written like an
// organisation: "Bank of Namibia", "Ink Publishing Co".
func (x *extractor) firm(s Span) bool {
	if s.Kind != Person && s.Kind != Place || s.End-s.First < 2 || x.phr[s.First].class&lands != 0 {
		return false
	}
	return firms[x.d.Str(s.End-1)] || s.End-s.First > 2 && firms[x.d.Str(s.First)] && x.d.Str(s.First+1) == "of"
}

func (x *extractor) address(i int) bool {
	switch x.d.Tokens[i].Kind {
	case lang.Handle, lang.Hashtag, lang.Address:
		return true
	}
	return false
}

// capitals reports whether any word of r has one.
func (x *extractor) capitals(r lang.Range) bool {
	for i := r.First; i < r.End; i++ {
		if x.at[i].capital {
			return true
		}
	}
	return false
}

// generic reports whether s is a common word that official prose gives a
// capital: "the State", "the City".
func (x *extractor) generic(s Span) bool {
	if s.End-s.First != 1 {
		return false
	}
	switch x.d.Str(s.First) {
	case "State", "City", "Government", "Opposition", "President", "Minister", "Province", "District", "Republic", "God", "Amir",
		"Emir", "Sultan", "Crown", "Speaker", "Chairman", "Excellency", "Majesty":
		return true
	}
	return false
}

// pair reports whether s is one word of two lands or peoples, which compounds
// takes apart: "French-Algerian".
func (x *extractor) pair(s Span) bool {
	if s.End-s.First != 1 {
		return false
	}
	a, b, ok := strings.Cut(x.d.Str(s.First), "-")
	if !ok || x.at[s.First].gaz != 0 {
		return false
	}
	const both = gazetteer.Country | gazetteer.Region | gazetteer.People
	return x.word(a).gaz&both != 0 && x.word(b).gaz&both != 0
}

// description reports whether s holds small words that names do not hold, or a
// comma.
func (x *extractor) description(s Span) bool {
	if !x.capitals(s.Range) {
		return false
	}
	for i := s.First; i < s.End; i++ {
		w := x.at[i]
		if w.letters && !w.capital && (w.flags&linker == 0 || i == s.First && w.low != hashThe) || x.d.Str(i) == "," {
			return true
		}
	}
	return false
}

// landsIn returns the lands and large towns that the gazetteers know in r.
func (x *extractor) landsIn(r lang.Range) []Span {
	var out []Span
	for i := r.First; i < r.End; i++ {
		end := i
		if p := x.phr[i]; p.pos == 1 && p.class&lands != 0 {
			for end = i + 1; end < r.End && x.phr[end].pos > 1; end++ {
			}
		} else if x.at[i].capital && x.at[i].gaz&lands != 0 {
			end = i + 1
		}
		if end > i {
			out = append(out, Span{Range: lang.Range{First: i, End: end}, Kind: Place})
			i = end - 1
		}
	}
	return out
}

// owned parts a name whose first words are a land that owns the rest.
func (x *extractor) owned(s Span) (owner, rest Span, ok bool) {
	for i := s.First + 1; i < s.End-1; i++ {
		if t := x.d.Str(i); t != "'s" && t != "’s" {
			continue
		}
		var class gazetteer.Class
		switch p := x.phr[s.First]; {
		case i == s.First+1:
			class = x.at[s.First].gaz
		case p.pos == 1 && x.phr[i-1].pos == 3:
			class = p.class
		}
		if class&lands == 0 || x.phr[s.First].pos == 1 && x.phr[s.First].class&gazetteer.Org != 0 {
			return s, s, false
		}
		owner, rest = s, s
		owner.End, owner.Kind = i, Place
		rest.First = i + 1
		if rest.Kind == Place || rest.Kind == Person {
			rest.Kind = Org
		}
		return owner, rest, true
	}
	return s, s, false
}

// compounds returns the names inside words with hyphens that were not found:
// "Qatar" in "Qatar-based", both lands in "India-Pakistan".
func (x *extractor) compounds(found []Span) []Span {
	var out []Span
	inside := x.inside(found)
	var votes map[uint32]*[NKinds]int32
	for i := range x.d.Tokens {
		t := &x.d.Tokens[i]
		if inside[i] > 0 || t.Kind != lang.Word || !x.at[i].capital {
			continue
		}
		s := x.d.Str(i)
		if !strings.ContainsAny(s, "-–") {
			continue
		}
		if votes == nil {
			votes = x.votes(found)
		}
		at := t.Start
		for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '-' || r == '–' }) {
			start := at + strings.Index(x.d.Text[at:], part)
			at = start + len(part)
			if r, _ := utf8.DecodeRuneInString(part); !unicode.IsUpper(r) {
				continue
			}
			if kind, ok := x.partKind(part, votes); ok {
				out = append(out, Span{Range: lang.Range{First: i, End: i + 1}, Kind: kind, Part: text.Span{Start: start, End: at}})
			}
		}
	}
	return out
}

// partKind tells what a part of a word with hyphens names.
func (x *extractor) partKind(part string, votes map[uint32]*[NKinds]int32) (Kind, bool) {
	w := x.word(part)
	if v := votes[w.low]; v != nil {
		best := Kind(0)
		for k, n := range v {
			if n > v[best] {
				best = Kind(k)
			}
		}
		return best, true
	}
	switch {
	case w.gaz&(gazetteer.Country|gazetteer.Region) != 0, w.gaz&gazetteer.BigPlace != 0 && w.gaz&(gazetteer.First|gazetteer.Last|gazetteer.Word) == 0:
		return Place, true
	case w.gaz&gazetteer.Org != 0 && w.gaz&(gazetteer.First|gazetteer.Last|gazetteer.Word) == 0:
		return Org, true
	case w.gaz&gazetteer.People != 0 && w.gaz&(gazetteer.First|gazetteer.Last|gazetteer.Word) == 0:
		return Group, true
	}
	return 0, false
}
