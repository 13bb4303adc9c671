package names

import (
	"stet/model/lang"
	"stet/model/names/gazetteer"
)

// CountryOfTown returns the country of the large town that tokens r name, when
// the gazetteers know the name in one country only; else "".
func CountryOfTown(d *lang.Doc, r lang.Range) string {
	k := loaded()
	e := k.entry(tokensOf(d, r))
	c := e.Class()
	if c&(gazetteer.BigPlace|gazetteer.MidPlace) == 0 || c&(gazetteer.Country|gazetteer.Region|gazetteer.Word) != 0 || e.Several() {
		return ""
	}
	return k.gaz.CountryOf(e)
}

// Country returns the country that tokens r name, as the gazetteers write it;
// "" where they name none.
func Country(d *lang.Doc, r lang.Range) string {
	k := loaded()
	e := k.entry(tokensOf(d, r))
	if e.Class()&gazetteer.Country == 0 {
		return ""
	}
	return k.gaz.CountryOf(e)
}

// FullName reports whether tokens r are a given name and a surname, as far as
// the gazetteers can tell.
func FullName(d *lang.Doc, r lang.Range) bool {
	k := loaded()
	return r.End-r.First > 1 && k.class(d.Str(r.First))&(gazetteer.First|gazetteer.FirstRare) != 0 &&
		k.class(d.Str(r.End-1))&(gazetteer.Word|gazetteer.Org) == 0
}
