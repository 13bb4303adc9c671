package lang

// abbreviations are the words that keep their point. The value says what may
// follow: after a title or a month no sentence ends; after the others one may.
var abbreviations = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range titleAbbreviations {
		m[w] = true
	}
	for _, w := range otherAbbreviations {
		m[w] = false
	}
	return m
}()

// titleAbbreviations stand before a name, a figure or a date.
var titleAbbreviations = []string{
	"mr", "mrs", "ms", "dr", "prof", "rev", "hon", "gov", "sen", "rep", "reps", "sens", "gen", "lt", "col", "capt", "cmdr",
	"sgt", "cpl", "pvt", "maj", "adm", "brig", "pres", "supt", "insp", "det", "amb", "msgr", "fr", "st", "ste", "mt", "ft",
	"messrs", "mme", "mlle", "vs", "no", "nos", "art", "fig", "vol", "pp", "approx", "ald", "atty", "asst", "dist", "lieut",
	"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
	"mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
}

// otherAbbreviations may end a sentence.
var otherAbbreviations = []string{
	"inc", "corp", "co", "ltd", "bros", "jr", "sr", "esq", "etc", "al", "plc", "llc", "dept", "univ", "assn", "ave", "blvd",
	"rd", "hwy", "est", "cf", "eg", "ie", "viz", "ca",
	"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md",
	"mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
	"mph", "lb", "lbs", "oz", "sq", "cu",
}
