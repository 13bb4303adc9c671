package names

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/measuring"
)

// TestStoryOfThePrisoners reads a whole story of the measuring set: who and
// what it names, typed right, and no person or organisation that is not there.
func TestStoryOfThePrisoners(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(measuring.Folder(t), "stories", "cuba-prisoners.txt"))
	require.NoError(t, err)
	_, l := read(t, string(b), Options{})
	want := map[string]Type{
		"Barack Obama": Person, "Raul Castro": Person, "Alan Gross": Person, "Ramon Espinosa": Person, "Liz Fiends": Person,
		"Reuters": Org, "US Interests Section": Org, "White House": Org, "Congress": Org, "AP": Org, "Twitter": Org,
		"Havana": Place, "Washington": Place, "Cuba": Place, "US": Place, "Guantanamo Bay": Place,
		"Cuban Five": Group,
	}
	for name, typ := range want {
		n := find(t, l, name)
		assert.Equal(t, typ, n.Type, name)
	}
	assert.Len(t, find(t, l, "Barack Obama").Mentions, 2)
	for _, n := range l.Names {
		if n.Type == Person {
			assert.Contains(t, want, n.Canonical, "an invented person")
		}
	}
	assert.Empty(t, l.Variants)
}
