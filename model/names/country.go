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

// GivenName reports whether the gazetteers know token i for a given name.
func GivenName(d *lang.Doc, i int) bool {
	return loaded().class(d.Str(i))&(gazetteer.First|gazetteer.FirstRare) != 0
}
