package parse

// Rel is the relation of a word to its head: the Universal Dependencies
// relations, gathered into as many classes as reading clauses needs.
type Rel uint8

// The relations.
const (
	Root      Rel = iota // no head in the sentence
	Nsubj                // nsubj, csubj and their passives
	Obj                  // obj, iobj
	Obl                  // obl
	Nmod                 // nmod, nmod:unmarked
	Poss                 // nmod:poss
	Ccomp                // clausal complement with its own subject
	Xcomp                // clausal complement without
	Advcl                // adverbial clause
	Acl                  // clause on a noun, relative clauses apart
	Relcl                // relative clause
	Appos                // apposition
	Conj                 // conjunct; its head is the first one
	CC                   // and, or, but
	Parataxis            // clause set beside another, "he said" inside a quotation
	Mark                 // that, to, if
	Aux                  // aux, cop
	Case                 // prepositions, 's
	Mod                  // det, amod, nummod, compound, flat, fixed
	Advmod               // adverbs
	Prt                  // particle of a phrasal verb
	Expl                 // there, it
	Punct                // punctuation
	Dep                  // anything else
	NRels     = iota
)

var relNames = [NRels]string{
	"root", "nsubj", "obj", "obl", "nmod", "poss", "ccomp", "xcomp", "advcl", "acl", "relcl", "appos",
	"conj", "cc", "parataxis", "mark", "aux", "case", "mod", "advmod", "prt", "expl", "punct", "dep",
}

func (r Rel) String() string { return relNames[r] }

// ParseRel returns the class of a Universal Dependencies relation.
func ParseRel(ud string) Rel {
	switch ud {
	case "root":
		return Root
	case "nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer":
		return Nsubj
	case "obj", "iobj":
		return Obj
	case "obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod":
		return Obl
	case "nmod", "nmod:unmarked", "nmod:npmod", "nmod:tmod", "nmod:desc":
		return Nmod
	case "nmod:poss":
		return Poss
	case "ccomp":
		return Ccomp
	case "xcomp":
		return Xcomp
	case "advcl", "advcl:relcl":
		return Advcl
	case "acl":
		return Acl
	case "acl:relcl":
		return Relcl
	case "appos":
		return Appos
	case "conj":
		return Conj
	case "cc":
		return CC
	case "parataxis":
		return Parataxis
	case "mark":
		return Mark
	case "aux", "aux:pass", "cop":
		return Aux
	case "case":
		return Case
	case "det", "det:predet", "cc:preconj", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "flat:foreign":
		return Mod
	case "advmod":
		return Advmod
	case "compound:prt":
		return Prt
	case "expl":
		return Expl
	case "punct":
		return Punct
	}
	return Dep
}
