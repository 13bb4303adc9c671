package names

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/story"
)

// read reads running copy, a paragraph a line.
func read(t *testing.T, copy string, o Options) (*lang.Doc, *Ledger) {
	t.Helper()
	if err := Ready(); err != nil {
		t.Skip("no recogniser in this build: " + err.Error())
	}
	d := lang.Read(story.Raw(copy))
	return d, Read(context.Background(), &story.Story{}, d, o)
}

// listed gives names as "type Canonical: spelling×count, …".
func find(t *testing.T, l *Ledger, canonical string) *Name {
	t.Helper()
	for i := range l.Names {
		if l.Names[i].Canonical == canonical {
			return &l.Names[i]
		}
	}
	var all []string
	for _, n := range l.Names {
		all = append(all, string(n.Type)+" "+n.Canonical)
	}
	require.Fail(t, "no such name", "%q in %s", canonical, strings.Join(all, "; "))
	return nil
}

const portCall = `Storm closes port as Lindqvist warns of floods
UTRECHT, Netherlands — The mayor, Karin Lindqvist, 54, told Reuters on Monday that the city's harbour would stay shut.
"We have no choice," Lindqvist said. President Barack Obama phoned her from Washington, the White House said.
The World Health Organization sent a team. The WHO has 40 people in the Netherlands. Obama's office had no comment.`

func TestLedgerGathersMentions(t *testing.T) {
	_, l := read(t, portCall, Options{})
	karin := find(t, l, "Karin Lindqvist")
	assert.Equal(t, Person, karin.Type)
	assert.Len(t, karin.Mentions, 3)
	require.Len(t, karin.Spellings, 2)
	assert.Equal(t, "Lindqvist", karin.Spellings[0].Text)

	obama := find(t, l, "Barack Obama")
	assert.Len(t, obama.Mentions, 2)
	assert.True(t, obama.Known)
	require.NotEmpty(t, obama.Titles)
	assert.Equal(t, "President", obama.Titles[0].Text)

	who := find(t, l, "World Health Organization")
	assert.Equal(t, Org, who.Type)
	assert.Len(t, who.Mentions, 2, "the acronym is one name with its expansion")
}

func TestMentionsDoNotOverlap(t *testing.T) {
	d, l := read(t, portCall, Options{})
	for i, m := range l.Mentions {
		assert.Equal(t, d.Slice(m.Tokens), m.Span)
		assert.Equal(t, i, l.At(m.Start))
		if i > 0 {
			assert.LessOrEqual(t, l.Mentions[i-1].End, m.Start)
		}
		if m.Type.Figure() {
			assert.Equal(t, -1, m.Name)
		} else {
			assert.Contains(t, l.Names[m.Name].Mentions, i)
		}
	}
	assert.Equal(t, -1, l.At(len(d.Text)))
}

func TestNamesakesStayApart(t *testing.T) {
	_, l := read(t, `Fidel Castro ruled Cuba for decades. His brother Raul Castro followed him.
Raul Castro met the pope. Castro said he would step down.`, Options{})
	assert.Len(t, find(t, l, "Fidel Castro").Mentions, 1)
	assert.Len(t, find(t, l, "Raul Castro").Mentions, 3, "a bare surname is the one last named")
}

func TestDiacriticsAreOneName(t *testing.T) {
	_, l := read(t, "Juan Guaidó spoke in Caracas. Guaido said that Guaidó supporters would march, and Juan Guaido left.", Options{})
	assert.GreaterOrEqual(t, len(find(t, l, "Juan Guaidó").Spellings), 2)
}

func TestPartsOfWords(t *testing.T) {
	_, l := read(t, "A French-Algerian firm with a Qatar-based owner. France and Algeria agreed, French papers said.", Options{})
	assert.Len(t, find(t, l, "French").Mentions, 2)
	assert.Len(t, find(t, l, "Algerian").Mentions, 1)
	assert.Equal(t, Place, find(t, l, "Qatar").Type)
}

func TestCapitalsAreNoSpelling(t *testing.T) {
	_, l := read(t, "KARIN LINDQVIST SHUTS HARBOUR IN UTRECHT\nThe mayor, Karin Lindqvist, shut the harbour on Monday.", Options{})
	assert.Len(t, find(t, l, "Karin Lindqvist").Spellings, 1)
}

func TestOptions(t *testing.T) {
	copy := `Karin Lindqvist met Anna Berg in Utrecht. Lindqvist said nothing. Berg left.`
	_, l := read(t, copy, Options{}.Merge("Anna Berg", "Karin Lindqvist"))
	assert.Len(t, find(t, l, "Karin Lindqvist").Mentions, 3)

	_, l = read(t, copy, Options{}.Apart("Lindqvist"))
	assert.Len(t, find(t, l, "Karin Lindqvist").Mentions, 1)
	assert.Len(t, find(t, l, "Lindqvist").Mentions, 1)

	_, l = read(t, copy, Options{}.Apart("Lindqvist").Merge("Lindqvist", "Karin Lindqvist"))
	assert.Len(t, find(t, l, "Karin Lindqvist").Mentions, 2)

	_, l = read(t, copy, Options{}.Tick("Anna Berg"))
	assert.True(t, find(t, l, "Anna Berg").Known)
	assert.False(t, find(t, l, "Karin Lindqvist").Known)
}

func TestTickedNamesAreNoVariants(t *testing.T) {
	copy := "Benjamin Netanyahu met the envoys. Netanyahou said no. Netanyahu left. Talks with Vladimir Puttin failed."
	d, l := read(t, copy, Options{})
	var found []string
	for _, v := range l.Variants {
		found = append(found, v.In(d.Text)+" → "+v.Right)
	}
	assert.Equal(t, []string{"Netanyahou → Netanyahu", "Puttin → Putin"}, found)

	_, l = read(t, copy, Options{}.Tick("Netanyahou").Tick("Vladimir Puttin"))
	assert.Empty(t, l.Variants)
	_, l = read(t, copy, Options{}.Apart("Netanyahou").Tick("Puttin"))
	assert.Empty(t, l.Variants)
}

func TestOptionsAnd(t *testing.T) {
	a := Options{}.Tick("Ann Lee").Merge("Lea", "Ann Lee")
	b := Options{}.Tick("Bo Ek").Apart("Ek")
	c := a.And(b)
	assert.Equal(t, map[string]bool{"Ann Lee": true, "Bo Ek": true}, c.Known)
	assert.Equal(t, map[string]string{"Lea": "Ann Lee"}, c.Merged)
	assert.Equal(t, map[string]bool{"Ek": true}, c.Split)
	assert.Equal(t, map[string]bool{"Ann Lee": true}, a.Known, "the arguments stay as they are")
}

func TestSamePerson(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"obama", "barack obama", true},
		{"barack obama", "b obama", true},
		{"fidel castro", "raul castro", false},
		{"bashar al-assad", "assad", true},
		{"xi jinping", "xi", true},
		{"john smith", "jonathan smith", false},
		{"bill clinton", "william clinton", true},
		{"george w bush", "george bush", true},
		{"ann lee", "ann leigh", false},
	} {
		assert.Equal(t, c.want, samePerson(strings.Fields(c.a), strings.Fields(c.b)), "%s / %s", c.a, c.b)
	}
}

func TestSpells(t *testing.T) {
	assert.True(t, spells("WHO", strings.Fields("world health organization")))
	assert.True(t, spells("DOJ", strings.Fields("department of justice")))
	assert.True(t, spells("FAO", strings.Fields("food and agriculture organization")))
	assert.False(t, spells("IMF", strings.Fields("world bank")))
}

func TestReadTakesAnything(t *testing.T) {
	for _, copy := range []string{
		"", "\n\n", "A", "-", "’", "A-", "A-B-", "(X)", "@a #b http://c.d", "É", "‘Abd al-‘Aziz said ‘no’.", "AAAA BBBB CCCC",
		"Mr.", "Mr. and Mrs.", "\xff\xfe Obama \xff", "O'", strings.Repeat("Ann Lee, ", 500), strings.Repeat("X", 5000),
		"İstanbul’s ﬁrst ÅNGSTRÖM-based ǅ.", "5 m 5 5% $ $5 May 5, 5 May 5 p.m. 5",
	} {
		d, l := read(t, copy, Options{}.Tick("Ann Lee").Merge("Ann", "Lee").Apart("Lee"))
		for _, m := range l.Mentions {
			assert.NotEmpty(t, m.In(d.Text))
		}
	}
}
