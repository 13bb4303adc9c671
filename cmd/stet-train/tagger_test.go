package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
)

func tagString(t lang.Tagged) string {
	var b strings.Builder
	for i, g := range t.Gold {
		b.WriteString(t.Str(i) + "/" + g.String() + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestConlluIsAligned(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.conllu")
	require.NoError(t, os.WriteFile(path, []byte(`# text = An all-girl team paid $5.
1	An	a	DET	DT	_	5	det	_	_
2	all	all	DET	DT	_	4	compound	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	2	punct	_	SpaceAfter=No
4	girl	girl	NOUN	NN	_	5	compound	_	_
5	team	team	NOUN	NN	_	6	nsubj	_	_
6	paid	pay	VERB	VBD	_	0	root	_	_
7	$	$	SYM	$	_	6	obj	_	SpaceAfter=No
8	5	5	NUM	CD	_	7	nummod	_	SpaceAfter=No
9	.	.	PUNCT	.	_	6	punct	_	_

`), 0o600))
	set, err := conllu(path)
	require.NoError(t, err)
	require.Len(t, set, 1)
	assert.Equal(t, "An/DT all-girl/JJ team/NN paid/VBD $5/CD ./.", tagString(set[0]))
}

func TestMascIsPutTogether(t *testing.T) {
	got := mascLine("`_`` `_`` We_PRP do_VBP n't_RB know_VB ,_, '_'' '_'' Hall_NNP 's_POS office_NN said_VBD ._. ")
	assert.Contains(t, got.Text, "We don't know,")
	assert.Contains(t, got.Text, "Hall's office said.")
	assert.Contains(t, tagString(got), "do/VBP n't/RB know/VB")
	assert.True(t, got.Loose)
}

func TestTitleCase(t *testing.T) {
	assert.Equal(t, "The Council of a City for the Rich", titleCase("The council of a city for the rich"))
}

func TestWordForms(t *testing.T) {
	dir := t.TempDir()
	dic, aff := filepath.Join(dir, "x.dic"), filepath.Join(dir, "x.aff")
	require.NoError(t, os.WriteFile(dic, []byte("4\nbake/DGSR\ncity/MS\nquick/YTR\nParis/M\n"), 0o600))
	require.NoError(t, os.WriteFile(aff, []byte(strings.Join([]string{
		"SFX G Y 2", "SFX G   e     ing        e", "SFX G   0     ing        [^e]",
		"SFX D Y 1", "SFX D   0     d          e",
		"SFX S Y 2", "SFX S   y     ies        [^aeiou]y", "SFX S   0     s          [^sxzhy]",
		"SFX Y Y 1", "SFX Y   0     ly         .",
		"SFX T N 1", "SFX T   0     est        [^ey]",
		"SFX R Y 2", "SFX R   0     r          e", "SFX R   0     er         [^ey]", "",
	}, "\n")), 0o600))
	f, err := wordForms(dic, aff)
	require.NoError(t, err)
	assert.Equal(t, lang.FormIng, f["baking"])
	assert.Equal(t, lang.FormPast, f["baked"])
	assert.Equal(t, lang.FormVerbS, f["bakes"])
	assert.Equal(t, lang.FormNoun, f["baker"])
	assert.Equal(t, lang.FormPlural, f["cities"])
	assert.Equal(t, lang.FormAdverb, f["quickly"])
	assert.Equal(t, lang.FormComparative, f["quicker"])
	assert.Equal(t, lang.FormProper, f["paris"])
	assert.Equal(t, lang.FormVerb, f["bake"])
}
