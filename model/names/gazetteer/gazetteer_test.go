package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func build(t *testing.T) *Table {
	t.Helper()
	b := NewBuilder()
	b.AddPlace([]string{"Paris"}, MidPlace, 24_699, "United States")
	b.AddPlace([]string{"Paris"}, BigPlace, 2_138_551, "France")
	b.AddPlace([]string{"Paris"}, SmallPlace, 9_000, "Canada")
	b.Add([]string{"Paris"}, First)
	b.Add([]string{"New", "York", "Times"}, Org)
	b.Add([]string{"U.S."}, Country)
	b.Know(Person, "Raúl Castro")
	table, err := Open(b.Bytes())
	require.NoError(t, err)
	return table
}

func TestLookup(t *testing.T) {
	table := build(t)
	paris := table.Phrase("PARIS")
	assert.Zero(t, paris, "five capitals are read as an acronym")
	paris = table.Phrase("Pàris")
	assert.Equal(t, First|SmallPlace|MidPlace|BigPlace, paris.Class())
	assert.Equal(t, "France", table.CountryOf(paris))
	assert.Equal(t, 10, paris.Size())
	assert.False(t, paris.More())
	assert.True(t, paris.Several())

	assert.True(t, table.Phrase("new York").More())
	assert.Zero(t, table.Phrase("new York").Class())
	assert.Equal(t, Org, table.Phrase("New York Times").Class())
	assert.Equal(t, Country, table.Phrase("US").Class())
	assert.Zero(t, table.Phrase("us").Class())
	assert.Empty(t, table.CountryOf(table.Phrase("US")))
}

func TestKnownNames(t *testing.T) {
	var got []Known
	for k := range build(t).KnownNames {
		got = append(got, k)
	}
	assert.Equal(t, []Known{{Person, "Raúl Castro"}}, got)
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Guaidó": "Guaido", "Erdoğan": "Erdogan", "Łódź": "Lodz", "O’Brien": "O'Brien", "Malmö": "Malmo", "plain": "plain",
	} {
		assert.Equal(t, want, Fold(in))
	}
}

func TestOpenRefusesWhatIsNoTable(t *testing.T) {
	b := NewBuilder().Bytes()
	for name, bad := range map[string][]byte{
		"nothing": nil, "text": []byte(strings.Repeat("x", len(b))), "cut": b[:len(b)-1], "long": append(b, 'x'),
	} {
		_, err := Open(bad)
		assert.Error(t, err, name)
	}
}
