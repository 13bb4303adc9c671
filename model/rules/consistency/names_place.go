package consistency

import (
	"fmt"

	"stet/model/flag"
	"stet/model/lang"
	ledger "stet/model/names"
	"stet/model/rules"
)

// placeCountries flags "Rotterdam, Belgium," where the only known Rotterdam of
// any size lies elsewhere.
func placeCountries(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	d := s.Doc
	for i := 0; i+1 < len(s.Names.Mentions); i++ {
		town, land := &s.Names.Mentions[i], &s.Names.Mentions[i+1]
		if town.Type != ledger.Place || land.Type != ledger.Place || land.Tokens.First != town.Tokens.End+1 || d.Str(town.Tokens.End) != "," {
			continue
		}
		if inList(d, land.Tokens) || town.Tokens.First >= 2 && d.Str(town.Tokens.First-1) == "," {
			continue
		}
		country := ledger.CountryOfTown(d, town.Tokens)
		named := ledger.Country(d, land.Tokens)
		if country == "" || named == "" || named == country {
			continue
		}
		out = append(out, flag.Flag{
			Rule: placeCountry, Kind: flag.Consistency, Severity: flag.Warning, Span: land.Span, Confidence: 0.6,
			Message: fmt.Sprintf("%q is known as a town in %s, not %s", town.In(d.Text), country, land.In(d.Text)),
			Query:   fmt.Sprintf("Is %s in %s?", town.In(d.Text), land.In(d.Text)),
		})
	}
	return out
}

// inList reports whether a place is one of a row: "Rotterdam, Belgium and
// France", "Rotterdam, Belgium, France and Spain".
func inList(d *lang.Doc, r lang.Range) bool {
	if r.End >= len(d.Tokens) {
		return false
	}
	switch d.Str(r.End) {
	case "and", "or", "&", "'s", "’s":
		return true
	case ",":
		return r.End+1 < len(d.Tokens) && (d.Str(r.End+1) == "and" || d.Tokens[r.End+1].Shape != lang.ShapeLower)
	}
	return false
}
