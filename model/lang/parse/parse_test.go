package parse_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/lang/parse"
	"stet/model/story"
)

// example reads a sentence with its heads and relations: "word>head:relation".
func example(t *testing.T, in string) parse.Example {
	t.Helper()
	var words, rels []string
	var heads []int32
	for f := range strings.FieldsSeq(in) {
		w, rest, _ := strings.Cut(f, ">")
		h, rel, _ := strings.Cut(rest, ":")
		words, rels = append(words, w), append(rels, rel)
		heads = append(heads, int32(h[0]-'0')-1)
	}
	p := lang.Analyse(strings.Join(words, " "), story.RoleBody)
	require.Len(t, p.Tokens, len(words))
	ex := parse.Example{Text: p.Text, Tokens: p.Tokens, Heads: heads}
	for _, r := range rels {
		ex.Rels = append(ex.Rels, parse.ParseRel(r))
	}
	return ex
}

func TestTrainLearnsItsExamples(t *testing.T) {
	var examples []parse.Example
	for range 6 {
		examples = append(examples,
			example(t, "She>2:nsubj said>0:root he>4:nsubj left>2:ccomp"),
			example(t, "The>2:det plan>3:nsubj failed>0:root badly>3:advmod"),
			example(t, "He>2:nsubj read>0:root the>4:det letter>2:obj"))
	}
	o := parse.Options{Epochs: 5, MinSeen: 1, MaxRows: 5000}
	b := parse.Train(examples, o)
	assert.Equal(t, b, parse.Train(examples, o), "the same examples give the same bytes")
	m, err := parse.Load(b)
	require.NoError(t, err)
	s := parse.Measure(m, examples)
	assert.Equal(t, s.Words, s.Labelled, s.String())
}

func TestLoadRejects(t *testing.T) {
	for _, b := range []string{"", "StetPrs1", "StetPrs1\x03\x00\x00\x00", strings.Repeat("x", 100)} {
		_, err := parse.Load([]byte(b))
		assert.Error(t, err, "%q", b)
	}
}

func builtin(t testing.TB) *parse.Parser {
	t.Helper()
	m, err := parse.Default()
	if err != nil {
		t.Skip("this build has no parser: ", err)
	}
	return parse.NewParser(m)
}

func TestParseGivesTrees(t *testing.T) {
	p := builtin(t)
	for _, s := range []string{
		"The minister said the bridge would be shut.", "“", "", ". . .", "said", "No no no no, he said, no.",
		strings.Repeat("and the bridge of the town ", 80),
	} {
		a := lang.Analyse(s, story.RoleBody)
		tree := p.Parse(s, a.Tokens)
		require.Len(t, tree.Heads, len(a.Tokens))
		for i := range tree.Heads {
			steps := 0
			for h := tree.Heads[i]; h >= 0; h = tree.Heads[h] {
				require.Less(t, int(h), len(a.Tokens))
				steps++
				require.LessOrEqual(t, steps, len(a.Tokens), "a circle in %q", s)
			}
		}
	}
}

func TestParseFindsClauses(t *testing.T) {
	p := builtin(t)
	const s = "The minister said the bridge would be shut."
	a := lang.Analyse(s, story.RoleBody)
	tree := p.Parse(s, a.Tokens)
	at := func(w string) int {
		for i := range a.Tokens {
			if a.Str(i) == w {
				return i
			}
		}
		return -1
	}
	assert.Equal(t, at("said"), int(tree.Heads[at("minister")]))
	assert.Equal(t, parse.Nsubj, tree.Rels[at("minister")])
	assert.Equal(t, at("said"), int(tree.Heads[at("shut")]))
	assert.Equal(t, parse.Ccomp, tree.Rels[at("shut")])
	assert.Equal(t, at("shut"), int(tree.Heads[at("bridge")]))
}

func BenchmarkParse(b *testing.B) {
	p := builtin(b)
	const s = "The minister, who had flown in from the coast on Monday, told a crowd at the quay that the bridge would be shut until May."
	a := lang.Analyse(s, story.RoleBody)
	for b.Loop() {
		p.Parse(s, a.Tokens)
	}
	b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
