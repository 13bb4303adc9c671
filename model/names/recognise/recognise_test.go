package recognise

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/story"
)

// sample reads text in which names stand in brackets with the first letter of
// their kind: "[P Ann Lee] left [L Rome]."
func sample(marked string) Sample {
	var b strings.Builder
	type mark struct {
		start, end int
		kind       Kind
	}
	var marks []mark
	kinds := map[byte]Kind{'P': Person, 'O': Org, 'L': Place, 'G': Group, 'E': Event, 'W': Work}
	for s := marked; s != ""; {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		start := b.Len()
		b.WriteString(name[2:])
		marks = append(marks, mark{start, b.Len(), kinds[name[0]]})
		s = after
	}
	d := lang.Read(story.Raw(b.String()))
	out := Sample{Doc: d}
	for _, m := range marks {
		first := d.TokenAt(m.start)
		end := d.TokenAt(m.end - 1)
		out.Names = append(out.Names, Span{Range: lang.Range{First: first, End: end + 1}, Kind: m.kind})
	}
	return out
}

func table(t *testing.T) *gazetteer.Table {
	t.Helper()
	b := gazetteer.NewBuilder()
	b.AddPlace([]string{"Rome"}, gazetteer.BigPlace, 2_800_000, "Italy")
	b.Add([]string{"White", "House"}, gazetteer.Org)
	g, err := gazetteer.Open(b.Bytes())
	require.NoError(t, err)
	return g
}

var lessons = []string{
	"[P Ann Lee] said [O Acme Corp] would leave [L Rome] in May.",
	"[P Bo Berg] said he met [P Ann Lee] in [L Paris] on Monday.",
	"The [G French] minister said [O Acme Corp] paid [P Bo Berg] well.",
	"Police in [L Oslo] said that [P Cy Holm] worked for [O Lumo Corp].",
	"He left the house in May and said nothing more.",
	"Shares in [O Lumo Corp] fell, [P Ann Lee] told [O Reuters] in [L Rome].",
}

func lesson() []Sample {
	var out []Sample
	for range 8 {
		for _, l := range lessons {
			out = append(out, sample(l))
		}
	}
	return out
}

var course = Course{Epochs: 6, Rate: 0.2, Decay: 0.9, L1: 0.01, Rare: 1, Seed: 3, Classes: map[string]uint16{"rome": 4, "paris": 4}}

func TestLearnAndFind(t *testing.T) {
	g := table(t)
	b, err := Learn(lesson(), g, course, io.Discard)
	require.NoError(t, err)
	r, err := Open(b, g)
	require.NoError(t, err)
	for _, l := range lessons {
		s := sample(l)
		assert.Equal(t, s.Names, r.Find(context.Background(), s.Doc), l)
	}
	again, err := Learn(lesson(), g, course, io.Discard)
	require.NoError(t, err)
	assert.Equal(t, b, again, "the same lesson gives the same bytes")
}

func TestFindStopsWhenTold(t *testing.T) {
	g := table(t)
	b, err := Learn(lesson(), g, course, io.Discard)
	require.NoError(t, err)
	r, err := Open(b, g)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	assert.Empty(t, r.Find(ctx, sample(lessons[0]).Doc))
}

func TestUnmarkedKindsAreNoEvidence(t *testing.T) {
	s := sample("The French left.")
	s.Unmarked = []Kind{Group}
	l := &learner{ids: map[uint32]int32{}}
	l.take(s, newExtractor(s.Doc, nil, nil))
	assert.Equal(t, uint32(1|0xf<<begin(Group)), l.masks[1])
}

func TestOpenRefuses(t *testing.T) {
	b, err := Learn(lesson()[:6], nil, course, io.Discard)
	require.NoError(t, err)
	for name, bad := range map[string][]byte{"nothing": nil, "cut": b[:len(b)-1], "long": append(b, 0), "text": []byte(strings.Repeat("x", len(b)))} {
		_, err := Open(bad, nil)
		assert.Error(t, err, name)
	}
}

func TestFollows(t *testing.T) {
	assert.True(t, follows(outside, begin(Org)))
	assert.True(t, follows(begin(Org), last(Org)))
	assert.True(t, follows(last(Org), unit(Person)))
	assert.False(t, follows(begin(Org), last(Person)))
	assert.False(t, follows(begin(Org), outside))
	assert.False(t, follows(outside, inside(Org)))
	assert.False(t, ends(begin(Org)))
	assert.False(t, starts(last(Org)))
}

// settled runs the last pass over spans that are given.
func settled(t *testing.T, copy string, found ...string) []string {
	t.Helper()
	d := lang.Read(story.Raw(copy))
	x := newExtractor(d, nil, table(t))
	var in []Span
	for _, f := range found {
		kind, words, _ := strings.Cut(f, " ")
		for start := 0; ; {
			i := strings.Index(copy[start:], words)
			if i < 0 {
				break
			}
			first := d.TokenAt(start + i)
			end := d.TokenAt(start + i + len(words) - 1)
			if slices.ContainsFunc(in, func(s Span) bool { return s.First <= first && end < s.End }) {
				start += i + len(words)
				continue
			}
			in = append(in, Span{Range: lang.Range{First: first, End: end + 1}, Kind: map[string]Kind{"person": Person, "org": Org, "place": Place, "group": Group, "event": Event}[kind]})
			start += i + len(words)
		}
	}
	in = mergeSpans(nil, in)
	var out []string
	for _, s := range x.settle(in) {
		out = append(out, s.Kind.String()+" "+s.At(d).In(copy))
	}
	return out
}

func TestSettle(t *testing.T) {
	assert.Equal(t, []string{"person Karin Lindqvist", "person Lindqvist"},
		settled(t, "It was Karin Lindqvist who left. Lindqvist said so.", "person Karin Lindqvist"), "a surname alone")
	assert.Equal(t, []string{"org White House"}, settled(t, "In the White House they knew.", "place White House"))
	assert.Equal(t, []string{"place Rome"}, settled(t, "Talks with Rome failed.", "org Rome"))
	assert.Equal(t, []string{"group Cuban Five"}, settled(t, "They freed the Cuban Five on Monday.", "group Cuban"))
	assert.Equal(t, []string{"place Cuba", "place Cuba"},
		settled(t, "Cuba Frees Fifty Prisoners After Deal\nThey left Cuba by boat.", "person Cuba Frees", "place Cuba"))
	assert.Equal(t, []string{"place Rome"}, settled(t, "It is a Rome-based firm."), "part of a word")
	assert.Equal(t, []string{"place Rome", "org Cabinet"}, settled(t, "Then Rome's new Cabinet met.", "org Rome's new Cabinet"))
	assert.Equal(t, []string{"org Acme"}, settled(t, "He left Acme Monday.", "org Acme Monday"))
	assert.Equal(t, []string{"place Rome"}, settled(t, "After the siege of Rome, they left.", "event siege of Rome"))
	assert.Equal(t, []string{"org Golan"}, settled(t, "They fought for the Golan.", "person Golan"))
	assert.Equal(t, []string{"person Golan"}, settled(t, "They ran the Golan administration.", "person Golan"))
	assert.Equal(t, []string{"org Cabinet"}, settled(t, "Later the Cabinet met."))
	assert.Equal(t, []string{"person Mo Aziz"}, settled(t, "Then Crown Prince Mo Aziz left.", "person Crown Prince Mo Aziz"))
	assert.Equal(t, []string{"org Acme"}, settled(t, "The CEO of Acme left.", "person CEO of Acme"))
	assert.Equal(t, []string{"person Ann Lee"}, settled(t, "They chose Ann Lee as Mayor.", "person Ann Lee as Mayor"))
	assert.Equal(t, []string{"org Bank of Rome"}, settled(t, "It owns the Bank of Rome now.", "place Bank of Rome"))
	assert.Equal(t, []string{"org Rome", "place Rome"}, settled(t, "Rome 2 Oslo 1\nThe match in Rome decided the league this season, the coach said.", "place Rome"))
	assert.Empty(t, settled(t, "Follow @annlee today.", "person @annlee"))
}
