package lang_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/story"
)

func tagged(t *testing.T, text string) string {
	t.Helper()
	if lang.BuiltinTagger() == nil {
		t.Skip("this build carries no tagger: run stet-train tagger")
	}
	p := lang.Analyse(text, story.RoleBody)
	var b strings.Builder
	for i, tok := range p.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Str(i) + "/" + tok.Tag.String())
	}
	return b.String()
}

func TestTag(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The council has approved the plan.", "The/DT council/NN has/VBZ approved/VBN the/DT plan/NN ./."},
		{"They want to set up camp.", "They/PRP want/VBP to/TO set/VB up/RP camp/NN ./."},
		{"The ministers' plans were leaked.", "The/DT ministers/NNS '/POS plans/NNS were/VBD leaked/VBN ./."},
		{"“It's late,” she said.", "“/`` It/PRP 's/VBZ late/JJ ,/, ”/'' she/PRP said/VBD ./."},
		{"Cuba's leader paid $110 million, or 5%, on the 18th.", "Cuba/NNP 's/POS leader/NN paid/VBD $110/CD million/CD ,/, or/CC 5%/CD ,/, on/IN the/DT 18th/JJ ./."},
		{"The site is example.org!", "The/DT site/NN is/VBZ example.org/ADD !/."},
	} {
		assert.Equal(t, c.want, tagged(t, c.text), c.text)
	}
}

func TestTagWithoutCase(t *testing.T) {
	assert.Contains(t, tagged(t, "COUNCIL REJECTS THE PLAN"), " REJECTS/VBZ THE/DT PLAN/NN")
	assert.Contains(t, tagged(t, "Minister Refuses to Sign the Agreement"), " Refuses/VBZ to/TO Sign/VB the/DT Agreement/NN")
}

func TestTagOfNoModel(t *testing.T) {
	p := lang.Analyse("Yes, 12", story.RoleBody)
	for i := range p.Tokens {
		p.Tokens[i].Tag = lang.TagNone
	}
	var none *lang.Tagger
	none.Tag(p)
	assert.Equal(t, []lang.Tag{lang.TagNone, lang.TagComma, lang.CD}, []lang.Tag{p.Tokens[0].Tag, p.Tokens[1].Tag, p.Tokens[2].Tag})
}

func TestReadTaggerRefuses(t *testing.T) {
	for _, b := range []string{"", "STETTAG1", "STETTAG1" + strings.Repeat("\xff", 64), strings.Repeat("x", 100)} {
		_, err := lang.ReadTagger([]byte(b))
		require.Error(t, err)
	}
}

// small is a corpus that a few rounds learn by heart.
func small(t *testing.T) []lang.Tagged {
	t.Helper()
	var set []lang.Tagged
	for _, c := range [][2]string{
		{"Dogs bark loudly.", "NNS VBP RB ."},
		{"The dog barked.", "DT NN VBD ."},
		{"They saw the bark.", "PRP VBD DT NN ."},
	} {
		p := lang.Analyse(c[0], story.RoleBody)
		g := lang.Tagged{Paragraph: p}
		for _, tag := range strings.Fields(c[1]) {
			g.Gold = append(g.Gold, lang.ParseTag(tag))
		}
		require.Len(t, g.Gold, len(p.Tokens))
		set = append(set, g)
	}
	return set
}

func TestTrainTagger(t *testing.T) {
	once := small(t)
	var set []lang.Tagged
	for range 10 {
		set = append(set, once...)
	}
	o := lang.TaggerOptions{Epochs: 6, LineBits: 8, Log: t.Logf}
	b, err := lang.TrainTagger(set, set, nil, o)
	require.NoError(t, err)
	tg, err := lang.ReadTagger(b)
	require.NoError(t, err)
	assert.Equal(t, 1.0, lang.MeasureTagger(tg, set).All())

	again, err := lang.TrainTagger(set, set, nil, o)
	require.NoError(t, err)
	assert.Equal(t, b, again, "the same input gives the same bytes")
}

func BenchmarkTag(b *testing.B) {
	tg := lang.BuiltinTagger()
	if tg == nil {
		b.Skip("no tagger in this build")
	}
	p := lang.Analyse(strings.Repeat("The December accord announced by the president was 18 months in the making, and marked a dramatic shift in policy that came after the US cut ties to the island. ", 20), story.RoleBody)
	b.ResetTimer()
	for b.Loop() {
		tg.Tag(p)
	}
	b.ReportMetric(float64(b.N*len(p.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
