package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/rules/typo/realword"
)

func TestExpandHunspell(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "en")
	require.NoError(t, os.WriteFile(dir+".aff", []byte("NOSUGGEST !\n\nPFX U Y 1\nPFX U 0 un .\n\nSFX D Y 3\nSFX D 0 d e\nSFX D y ied [^aeiou]y\nSFX D 0 ed [^ey]\n"), 0o644))
	require.NoError(t, os.WriteFile(dir+".dic", []byte("4\nlock/UD\ntry/D\nlove/D\nrude/!\n"), 0o644))
	words, err := expandHunspell(dir)
	require.NoError(t, err)
	assert.Equal(t, []string{"lock", "locked", "love", "loved", "tried", "try", "unlock", "unlocked"}, words)
}

func TestDetokenise(t *testing.T) {
	for want, in := range map[string][]string{
		`He said, "I don't know."`:   {"He", "said", ",", "``", "I", "do", "n't", "know", ".", "''"},
		`Cuba's $5 (five) sugar: 3%`: {"Cuba", "'s", "$", "5", "-LRB-", "five", "-RRB-", "sugar", ":", "3", "%"},
	} {
		assert.Equal(t, want, detokenise(in))
	}
}

func TestBitsAt(t *testing.T) {
	b := []byte{0b1010_1100, 0b0000_0011, 0, 0, 0, 0, 0, 0, 0}
	assert.Equal(t, uint64(0b1100), bitsAt(b, 0, 4))
	assert.Equal(t, uint64(0b11_1010), bitsAt(b, 4, 6))
	assert.Equal(t, 17, bitsFor(72547))
}

func TestDerivations(t *testing.T) {
	has := func(w, base string, c lang.Class) bool {
		for _, d := range derivations(w) {
			if d.base == base && d.class&c != 0 {
				return true
			}
		}
		return false
	}
	assert.True(t, has("stopped", "stop", lang.ClassPast))
	assert.True(t, has("hoping", "hope", lang.ClassGerund))
	assert.True(t, has("parties", "party", lang.ClassPlural))
	assert.True(t, has("happily", "happy", lang.ClassAdverb))
}

func TestPrincipalKeepsTheWidestDirection(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	rows := make([][]float32, 400)
	for i := range rows {
		x := float32(r.NormFloat64())
		rows[i] = []float32{3*x + 5, 3*x - 2, float32(r.NormFloat64()) * 0.01}
	}
	out := principal(rows, 1)
	square := 0.0
	for i, o := range out {
		square += float64(o[0]) * float64(o[0]) / float64(len(out))
		assert.Equal(t, rows[i][0] > rows[0][0], (o[0]-out[0][0])*(out[1][0]-out[0][0])*(rows[1][0]-rows[0][0]) > 0 && i != 0)
	}
	assert.InDelta(t, 1, square, 1e-3)
}

// TestBoostingLearns plants a rule over two features among noise, and holds the
// learner to finding it again, and to giving the same bytes twice.
func TestBoostingLearns(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	rows := make([]example, 3000)
	for i := range rows {
		for f := range rows[i].x {
			rows[i].x[f] = float32(r.Float64())
		}
		rows[i].yes = rows[i].x[3] > 0.5 && rows[i].x[7] < 0.6
		rows[i].weight = 1
	}
	b := boosting{trees: 30, depth: 3, rate: 0.3, leaf: 1, lambda: 1, rows: 0.8, features: 1, seed: 1}
	model := b.learn(rows, nil)
	assert.Equal(t, model, b.learn(rows, nil))
	trees, err := realword.ParseTrees(model)
	require.NoError(t, err)
	wrong := 0
	for i := range rows {
		if (trees.LogOdds(&rows[i].x) > 0) != rows[i].yes {
			wrong++
		}
	}
	assert.Less(t, wrong, 60)
}
