package inflect

import "strings"

// Plural returns the plural of a noun.
func Plural(w string) string {
	if p, ok := plurals[w]; ok {
		return p
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "man") && n > 3 && !notMen[w]:
		return w[:n-3] + "men"
	case n > 2 && w[n-1] == 'o' && oes[w]:
		return w + "es"
	}
	return addS(w)
}

// Singular returns the singular of a plural noun; w itself where it looks like
// none.
func Singular(w string) string {
	if s, ok := singulars[w]; ok {
		return s
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "men") && n > 3:
		return w[:n-3] + "man"
	case n < 4 || w[n-1] != 's' || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:n-2]
	case strings.HasSuffix(w, "oes") && oes[w[:n-2]]:
		return w[:n-2]
	}
	return w[:n-1]
}

var notMen = set("human german roman norman shaman talisman ottoman caiman")

var oes = set("potato tomato hero echo veto torpedo embargo domino mosquito volcano tornado mango negro buffalo cargo")

// same are nouns with one form for both numbers, or no singular of their own.
var same = set(`police people cattle sheep deer fish series species aircraft spacecraft hovercraft offspring means
headquarters crossroads barracks salmon trout moose swine shrimp bison squid gallows`)

// plurals are the irregular ones; singulars turns them round.
var plurals, singulars = func() (map[string]string, map[string]string) {
	p, s := map[string]string{}, map[string]string{}
	for _, pair := range strings.Split(strings.TrimSpace(pluralTable), ",") {
		f := strings.Fields(pair)
		p[f[0]] = f[1]
		if _, dup := s[f[1]]; !dup {
			s[f[1]] = f[0]
		}
	}
	for w := range same {
		p[w] = w
		s[w] = w
	}
	return p, s
}()

const pluralTable = `
man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen, person people,
wife wives, life lives, knife knives, leaf leaves, half halves, wolf wolves, shelf shelves, self selves, thief thieves,
loaf loaves, calf calves, scarf scarves, hoof hooves, elf elves, sheaf sheaves,
crisis crises, analysis analyses, thesis theses, hypothesis hypotheses, basis bases, axis axes, oasis oases,
parenthesis parentheses, synthesis syntheses, diagnosis diagnoses, emphasis emphases, nemesis nemeses,
criterion criteria, phenomenon phenomena, medium media, datum data, bacterium bacteria, memorandum memoranda,
curriculum curricula, stratum strata, addendum addenda, referendum referendums, stadium stadiums,
alumnus alumni, nucleus nuclei, cactus cacti, focus focuses, radius radii, stimulus stimuli, syllabus syllabuses,
index indexes, appendix appendices, matrix matrices, vertex vertices, bus buses, gas gases, virus viruses, bonus bonuses,
campus campuses, census censuses, status statuses, atlas atlases, lens lenses, surplus surpluses, chorus choruses,
passer-by passers-by, brother-in-law brothers-in-law, attorney-general attorneys-general, runner-up runners-up`
