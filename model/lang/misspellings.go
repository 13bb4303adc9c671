package lang

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"

	"stet/assets"
	"stet/model/lang/blob"
)

// Misspellings are common misspellings with what was meant. They are immutable
// and safe for concurrent use.
type Misspellings struct {
	fst  *vellum.FST // to the place of the words meant in text
	text []byte      // words meant, parted by commas, each list closed by a line end
}

const misspellingsMagic = "STETMISS"

// A Misspelling is a wrong word, in small letters, and what can be meant by it.
type Misspelling struct {
	Wrong string
	Right []string // likeliest first
}

// EncodeMisspellings returns the file form of ms, sorted by Wrong.
func EncodeMisspellings(ms []Misspelling) ([]byte, error) {
	var set bytes.Buffer
	b, err := vellum.New(&set, nil)
	if err != nil {
		return nil, err
	}
	var text []byte
	at := map[string]uint64{}
	for _, m := range ms {
		right := strings.Join(m.Right, ",") + "\n"
		n, ok := at[right]
		if !ok {
			n = uint64(len(text))
			at[right] = n
			text = append(text, right...)
		}
		if err := b.Insert([]byte(m.Wrong), n); err != nil {
			return nil, fmt.Errorf("misspelling %q: %w", m.Wrong, err)
		}
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return blob.Pack(misspellingsMagic, set.Bytes(), text), nil
}

// ParseMisspellings reads what EncodeMisspellings wrote; it keeps b.
func ParseMisspellings(b []byte) (*Misspellings, error) {
	s, err := blob.Unpack(b, misspellingsMagic, 2)
	if err != nil {
		return nil, err
	}
	fst, err := vellum.Load(s[0])
	if err != nil {
		return nil, fmt.Errorf("misspellings: %w", err)
	}
	return &Misspellings{fst, s[1]}, nil
}

// CommonMisspellings returns the list that Stet ships, loaded on first use.
var CommonMisspellings = sync.OnceValues(func() (*Misspellings, error) {
	b, err := assets.Read("lexicon/misspellings.bin")
	if err != nil {
		return nil, err
	}
	return ParseMisspellings(b)
})

// Right returns what can be meant by word, likeliest first; nil where word is
// not in the list. word must be folded (see Fold).
func (m *Misspellings) Right(word string) []string {
	n, ok, err := m.fst.Get([]byte(word))
	if !ok || err != nil {
		return nil
	}
	line, _, _ := bytes.Cut(m.text[n:], []byte{'\n'})
	return strings.Split(string(line), ",")
}
