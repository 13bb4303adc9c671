package names

import (
	"strings"

	"stet/model/lang"
)

// rolesAt returns the titles before a person's mention, and the age and the
// role that follow it between commas.
func rolesAt(d *lang.Doc, m Mention) []Role {
	if m.Type != Person {
		return nil
	}
	var out []Role
	if r := titleBefore(d, m.Tokens.First); r.First < r.End {
		s := d.Slice(r)
		out = append(out, Role{Span: s, Text: s.In(d.Text), Kind: Title})
	}
	if r, ok := ageAfter(d, m.Tokens.End); ok {
		s := d.Slice(r)
		out = append(out, Role{Span: s, Text: s.In(d.Text), Kind: Age})
	}
	if r := postAfter(d, m.Tokens.End); r.First < r.End {
		s := d.Slice(r)
		out = append(out, Role{Span: s, Text: s.In(d.Text), Kind: Post})
	}
	return out
}

var titleWords = set(`mr mrs ms miss dr prof professor sir dame lord lady baroness sheikh imam ayatollah mullah pope father cardinal
	archbishop bishop reverend rev rabbi king queen prince princess emperor sultan president vice-president premier chancellor
	minister secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador general gen lieutenant
	lt colonel col major maj captain capt sergeant sgt admiral commander corporal private judge justice attorney sheriff chief
	director chairman chairwoman chair spokesman spokeswoman spokesperson officer detective inspector superintendent coach leader
	lawmaker mp ceo founder editor reporter analyst economist lawyer activist actor actress singer author striker midfielder defender
	goalkeeper manager head deputy commissioner councillor councilman councilwoman delegate envoy`)

var titleBefores = set(`us u.s british french german russian chinese israeli indian cuban prime foreign defence defense finance interior
	justice health education vice deputy former acting first executive chief secretary attorney lead senior police party opposition
	state press ex interim then-president ex-president home general managing lieutenant rear brigadier major sergeant staff`)

// titleBefore returns the tokens of the title that ends at token end, or an
// empty range.
func titleBefore(d *lang.Doc, end int) lang.Range {
	sent := sentence(d, end)
	i := end - 1
	if i < sent.First || !titleWords[lower(d, i)] {
		return lang.Range{First: end, End: end}
	}
	first := i
	for first > sent.First && (titleBefores[lower(d, first-1)] || titleWords[lower(d, first-1)] ||
		d.Tokens[first-1].Shape == lang.ShapeTitle && !d.Tokens[first-1].First && d.Tokens[first-1].Kind == lang.Word) {
		first--
		if end-first > 5 {
			break
		}
	}
	return lang.Range{First: first, End: end}
}

// ageAfter returns the token of ", 54," after token end.
func ageAfter(d *lang.Doc, end int) (lang.Range, bool) {
	if end+1 >= len(d.Tokens) || d.Str(end) != "," || d.Tokens[end+1].Kind != lang.Number {
		return lang.Range{}, false
	}
	w := d.Str(end + 1)
	if !allDigits(w) || len(w) > 3 || len(w) == 3 && w > "120" {
		return lang.Range{}, false
	}
	if end+2 < len(d.Tokens) {
		switch d.Str(end + 2) {
		case ",", ".", "-", "—", "–", ";", ")":
		default:
			return lang.Range{}, false
		}
	}
	return lang.Range{First: end + 1, End: end + 2}, true
}

// postAfter returns the tokens of ", the mayor of Utrecht," after token end.
func postAfter(d *lang.Doc, end int) lang.Range {
	none := lang.Range{First: end, End: end}
	if end+2 >= len(d.Tokens) || d.Str(end) != "," {
		return none
	}
	sent := sentence(d, end)
	i := end + 1
	if r, ok := ageAfter(d, end); ok && r.End+1 < sent.End && d.Str(r.End) == "," {
		i = r.End + 1
	}
	first := i
	has := false
	for ; i < sent.End && i-first < 14; i++ {
		w := lower(d, i)
		if d.Tokens[i].Kind == lang.Punct && w != "-" && w != "'" {
			if (w == "," || w == ".") && has {
				return lang.Range{First: first, End: i}
			}
			return none
		}
		if i == first && w != "the" && w != "a" && w != "an" && !titleWords[w] && !titleBefores[w] && d.Tokens[i].Shape != lang.ShapeTitle {
			return none
		}
		if w == "who" || w == "which" || w == "and" || w == "said" || w == "says" {
			return none
		}
		if titleWords[w] {
			has = true
		}
	}
	return none
}

func lower(d *lang.Doc, i int) string {
	return strings.TrimSuffix(strings.ToLower(d.Str(i)), ".")
}

// sentence returns the sentence that holds token i, or the one before it.
func sentence(d *lang.Doc, i int) lang.Range {
	lo, hi := 0, len(d.Sents)
	for lo < hi {
		if m := (lo + hi) / 2; d.Sents[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(d.Sents) {
		return lang.Range{First: i, End: i}
	}
	return d.Sents[lo]
}
