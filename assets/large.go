package assets

import _ "embed"

// The large files are strings, so that they are read in place from the
// executable: nothing is copied, and only the pages that are looked at take
// memory. A test holds that none is forgotten.
var (
	//go:embed lexicon/classes.bin
	classes string
	//go:embed lexicon/confusions.bin
	confusions string
	//go:embed lexicon/context.bin
	contexts string
	//go:embed lexicon/lm.bin
	lm string
	//go:embed lexicon/misspellings.bin
	misspellings string
	//go:embed lexicon/words.bin
	words string
	//go:embed models/gazetteer.bin
	gazetteer string
	//go:embed models/names.bin
	names string
	//go:embed models/parser.bin
	parser string
	//go:embed models/realword.bin
	realword string
	//go:embed models/tagger.bin
	tagger string
)

var large = map[string]*string{
	"lexicon/classes.bin":      &classes,
	"lexicon/confusions.bin":   &confusions,
	"lexicon/context.bin":      &contexts,
	"lexicon/lm.bin":           &lm,
	"lexicon/misspellings.bin": &misspellings,
	"lexicon/words.bin":        &words,
	"models/gazetteer.bin":     &gazetteer,
	"models/names.bin":         &names,
	"models/parser.bin":        &parser,
	"models/realword.bin":      &realword,
	"models/tagger.bin":        &tagger,
}
