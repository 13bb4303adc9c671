package entities

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/names/gazetteer"
	"stet/model/names/recognise"
)

func table(t *testing.T) *gazetteer.Table {
	t.Helper()
	b := gazetteer.NewBuilder()
	b.AddPlace([]string{"Norway"}, gazetteer.Country, 5_000_000, "Norway")
	b.Add([]string{"Swiss"}, gazetteer.People)
	g, err := gazetteer.Open(b.Bytes())
	require.NoError(t, err)
	return g
}

// shown lists a document's names as "kind words".
func shown(m marked) []string {
	var out []string
	for _, n := range m.names {
		out = append(out, n.kind.String()+" "+n.In(m.text))
	}
	return out
}

func TestConll(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.conll")
	require.NoError(t, os.WriteFile(file, []byte(
		"President\tB-PER\nAnn\tI-PER\nLee\tI-PER\n'\tO\ns\tO\nSwiss\tO\nbank\tO\n,\tO\nthe\tB-ORG\nAcme\tI-ORG\nfund\tO\n.\tO\n\n"+
			"Norway\tB-ORG\n(\tO\nWe\tB-ORG\n)\tO\n``\tO\nGames\tB-MISC\n''\tO\n"), 0o600))
	docs, err := conll{
		files: []string{file}, sep: "\t", perDoc: 5, unmarked: []recognise.Kind{recognise.Group},
		kinds: map[string]recognise.Kind{"PER": recognise.Person, "ORG": recognise.Org}, misc: map[string]bool{"MISC": true},
	}.read(table(t))
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, "President Ann Lee ' s Swiss bank, the Acme fund.\nNorway (We) \"Games\"\n", docs[0].text)
	assert.Equal(t, []string{"person Ann Lee", "group Swiss", "org Acme", "place Norway", "event Games"}, shown(docs[0]))
}

func TestGUM(t *testing.T) {
	dir := t.TempDir()
	line := func(n, word, tag, misc string) string {
		return strings.Join([]string{n, word, word, "X", tag, "_", "0", "dep", "_", misc}, "\t") + "\n"
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "GUM_news_x.conllu"), []byte(
		"# newdoc\n"+
			line("1", "The", "DT", "Entity=(1-person-new-sssss-cf1-3,4-coref-Ann_Lee")+
			line("2", "President", "NNP", "_")+
			line("3", "Ann", "NNP", "_")+
			line("4", "Lee", "NNP", "Entity=1)")+
			line("5", "joined", "VBD", "_")+
			line("6", "the", "DT", "Entity=(2-organization-new-sssss-cf1-2-coref-Bank_of_Norway")+
			line("7", "Bank", "NNP", "_")+
			line("8", "of", "IN", "_")+
			line("9", "Norway", "NNP", "Entity=(3-place-new-sssss-cf1-1-coref-Norway)2)|SpaceAfter=No")+
			line("10", "'s", "POS", "_")+
			line("11", "board", "NN", "Entity=(4-organization-new-sssss-cf1-1-sgl)")+
			"\n"), 0o600))
	docs, err := readGUM(dir, table(t))
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, "The President Ann Lee joined the Bank of Norway's board\n", docs[0].text)
	assert.Equal(t, []string{"person Ann Lee", "org Bank of Norway"}, shown(docs[0]))
}

func TestSample(t *testing.T) {
	m := marked{text: "Ann Lee left Rome."}
	m.names = []markedName{{kind: recognise.Person}, {kind: recognise.Place}}
	m.names[0].Start, m.names[0].End = 0, 7
	m.names[1].Start, m.names[1].End = 14, 17 // ends inside a word
	s := m.sample()
	require.Len(t, s.Names, 1)
	assert.Equal(t, 2, s.Names[0].End)
}

func dealt(t *testing.T) *dealer {
	t.Helper()
	return &dealer{
		rng: rand.New(rand.NewPCG(1, 2)), first: []string{"Bo"}, last: []string{"Ek"}, rareLast: []string{"Zetterqvist"},
		cities: []string{"Oslo"}, lands: []string{"Norway"}, orgs: []string{"Reuters"}, clubs: []string{"Ajax"},
	}
}

func TestMadeUpNamesStandWhereTheyAreSaidToStand(t *testing.T) {
	d := dealt(t)
	for range 50 {
		for _, m := range []marked{d.sports(), d.wire()} {
			at := 0
			for _, n := range m.names {
				assert.GreaterOrEqual(t, n.Start, at)
				assert.NotEmpty(t, strings.TrimSpace(n.In(m.text)))
				assert.NotContains(t, n.In(m.text), "{")
				at = n.End
			}
			assert.NotContains(t, m.text, "{")
		}
	}
}

func TestSwappedKeepsOneNameForOne(t *testing.T) {
	m := marked{text: "Ann Lee met Lee in Rome."}
	add := func(words string, k recognise.Kind, from int) {
		n := markedName{kind: k}
		n.Start = from + strings.Index(m.text[from:], words)
		n.End = n.Start + len(words)
		m.names = append(m.names, n)
	}
	add("Ann Lee", recognise.Person, 0)
	add("Lee", recognise.Person, 8)
	add("Rome", recognise.Place, 0)
	s := dealt(t).swapped(m)
	require.Len(t, s.names, 3)
	assert.Contains(t, s.names[0].In(s.text), s.names[1].In(s.text))
	assert.Contains(t, s.text, " met ")
}

func TestClasses(t *testing.T) {
	vectors := [][]float32{{1, 0, 0, 0}, {0, 1, 0, 0}, {0.9, 0.1, 0, 0}, {0.1, 0.9, 0, 0}, {1, 0.05, 0, 0}}
	c, centres := Classes(vectors, 2, 5, 5)
	assert.Equal(t, c[0], c[2])
	assert.Equal(t, c[0], c[4])
	assert.Equal(t, c[1], c[3])
	assert.NotEqual(t, c[0], c[1])
	assert.Len(t, centres, 2)
}
