package lang

// Tag is a part of speech of the Penn Treebank tag set, as the English UD
// treebanks use it in their XPOS column.
type Tag uint8

// The tags. TagNone stands where no tagger has run.
const (
	TagNone Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNS
	NNP
	NNPS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	ADD       // web and mail addresses
	AFX       // loose affix
	GW        // part of a word that was split by mistake
	HYPH      // a hyphen that is a token; ours never is
	NFP       // superfluous mark
	TagComma  // ,
	TagPeriod // . ! ?
	TagColon  // : ; - ...
	TagOpen   // ( [ {
	TagClose  // ) ] }
	TagQuote  // opening quotation mark: ``
	TagUnquot // closing quotation mark: ''
	TagDollar // $
	TagHash   // #
	NTags     = iota
)

var tagNames = [NTags]string{
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS",
	"PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN",
	"VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW", "HYPH", "NFP", ",", ".", ":", "-LRB-",
	"-RRB-", "``", "''", "$", "#",
}

func (t Tag) String() string { return tagNames[t] }

// ParseTag returns the tag of that Treebank name, or TagNone.
func ParseTag(s string) Tag {
	for i, n := range tagNames {
		if n == s {
			return Tag(i)
		}
	}
	return TagNone
}

// Verb reports whether t is a form of a verb, modals apart.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Finite reports whether t is a verb that a clause can stand on: a tense or a
// modal.
func (t Tag) Finite() bool { return t == VBD || t == VBZ || t == VBP || t == MD }

// Noun reports whether t is a noun of any sort.
func (t Tag) Noun() bool { return t >= NN && t <= NNPS }

// Adjective reports whether t is an adjective.
func (t Tag) Adjective() bool { return t >= JJ && t <= JJS }

// Adverb reports whether t is an adverb.
func (t Tag) Adverb() bool { return t >= RB && t <= RBS }
