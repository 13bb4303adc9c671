package lang

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

func words(p *Paragraph, r Range) []string {
	out := []string{}
	for i := r.First; i < r.End; i++ {
		out = append(out, p.Str(i))
	}
	return out
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The release, if dozens.", "The|release|,|if|dozens|."},
		{"They don't know Cuba's plan", "They|do|n't|know|Cuba|'s|plan"},
		{"I couldn’t’ve said it’s", "I|could|n’t|’ve|said|it|’s"},
		{"a 65-year-old man, 65-year old", "a|65-year-old|man|,|65-year|old"},
		{"18-months in", "18-months|in"},
		{"January 21-22 in Havana", "January|21-22|in|Havana"},
		{"won 2–1 at 10:30am or 7.30pm", "won|2–1|at|10:30am|or|7.30pm"},
		{"at 10 a.m. Monday", "at|10|a.m.|Monday"},
		{"$110 million and US$5bn, €3.5m", "$110|million|and|US$5bn|,|€3.5m"},
		{"up 5% to 1,500.25", "up|5%|to|1,500.25"},
		{"the U.S. Gov. Smith said", "the|U.S.|Gov.|Smith|said"},
		{"J. R. Smith of the U.N.'s staff", "J.|R.|Smith|of|the|U.N.|'s|staff"},
		{"mail a.b@example.com or see https://example.com/x?y=1.", "mail|a.b@example.com|or|see|https://example.com/x?y=1|."},
		{"Twitter: @LizField and #copy", "Twitter|:|@LizField|and|#copy"},
		{"Five\" —were returned", "Five|\"|—|were|returned"},
		{"wait... what?!", "wait|...|what|?!"},
		{"in the 1990s and '90s, 1980's", "in|the|1990s|and|'90s|,|1980's"},
		{"rock 'n' roll", "rock|'n'|roll"},
		{"AT&T and R&B", "AT&T|and|R&B"},
		{"the end.The next", "the|end|.|The|next"},
		{"F-16s over 3D maps", "F-16s|over|3D|maps"},
		{"O’Brien o'clock", "O’Brien|o'clock"},
		{"No. 10 said no. Then", "No.|10|said|no|.|Then"},
		{"-5 degrees, minus", "-5|degrees|,|minus"},
		{"the 18th, 21st-century", "the|18th|,|21st-century"},
		{"9/11 and 24/7", "9/11|and|24/7"},
		{"Zoë café naïve", "Zoë|café|naïve"},
		{"👩‍👩‍👧 ok", "👩‍👩‍👧|ok"},
	} {
		p := Analyse(c.in, story.RoleBody)
		assert.Equal(t, c.want, strings.Join(words(p, Range{0, len(p.Tokens)}), "|"), c.in)
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"He left. She stayed.", "He left .|She stayed ."},
		{"The U.S. President spoke. It rained.", "The U.S. President spoke .|It rained ."},
		{"He lives in the U.S. The house is big.", "He lives in the U.S.|The house is big ."},
		{"Gov. J. Smith said so. Mr. Jones did not.", "Gov. J. Smith said so .|Mr. Jones did not ."},
		{`"Stop!" Obama said. "Why?" he asked.`, `" Stop ! " Obama said .|" Why ? " he asked .`},
		{`"It is over." The crowd left.`, `" It is over . "|The crowd left .`},
		{"He came at 10 a.m. Monday and left.", "He came at 10 a.m. Monday and left ."},
		{"It cost 3.5 million. 40 people paid.", "It cost 3.5 million .|40 people paid ."},
		{"Well... maybe. (It did.) Yes.", "Well ... maybe .|( It did . )|Yes ."},
		{"the end.The next one", "the end .|The next one"},
	} {
		p := Analyse(c.in, story.RoleBody)
		var got []string
		for _, s := range p.Sents {
			got = append(got, strings.Join(words(p, s), " "))
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.in)
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`He said "a new chapter" began.`, `"a new chapter"`},
		{`“We will,” he said. “Yes.”`, `“We will,”|“Yes.”`},
		{`more ‘political’ detainees`, `‘political’`},
		{`He was 'overjoyed' by it`, `'overjoyed'`},
		{`the parties' plan and the US' stated aim`, ``},
		{`"He told me 'go away' and left," she said.`, `"He told me 'go away' and left,"|'go away'`},
		{`"This runs on to the next paragraph.`, `"This runs on to the next paragraph.`},
		{`a 6'2" man said "yes"`, `"yes"`},
		{`don't 'em it's`, ``},
		{`members of the "Cuban Five" —were`, `"Cuban Five"`},
	} {
		p := Analyse(c.in, story.RoleBody)
		var got []string
		for _, q := range p.Quotes {
			got = append(got, q.In(p.Text))
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.in)
	}
}

func TestDocLaysParagraphsEndToEnd(t *testing.T) {
	s := &story.Story{
		Headline: "Storm Closes Northern Ports",
		Body:     []story.Paragraph{{Text: "“It was bad. We left."}, {Text: "“Then it was over,” he said."}},
	}
	d := Read(s.Layout())
	require.Len(t, d.Paras, 3)
	assert.True(t, d.Paras[0].TitleCase)
	assert.False(t, d.Paras[1].TitleCase)
	for i := range d.Paras {
		p := &d.Paras[i]
		assert.Equal(t, p.Text, p.In(d.Text))
		for k := p.Tokens.First; k < p.Tokens.End; k++ {
			assert.Equal(t, p.Paragraph.Str(k-p.Tokens.First), d.Str(k))
			assert.Equal(t, i, d.ParaAt(d.Tokens[k].Start))
			assert.Equal(t, k, d.TokenAt(d.Tokens[k].Start))
		}
	}
	require.Len(t, d.Quotes, 2)
	assert.True(t, d.Quotes[0].Runs, "goes on in the next paragraph")
	assert.False(t, d.Quotes[1].Runs)
	assert.Equal(t, "Then", d.Str(d.Quotes[1].Inner.First))
}

func FuzzAnalyse(f *testing.F) {
	f.Add(`"He said ‘it's $5bn,' Gov. U.S. @x #y... 65-year-old` + "\u00ad\xff\u200d")
	f.Fuzz(func(t *testing.T, in string) {
		p := Analyse(in, story.RoleBody)
		end, covered := 0, 0
		for i, k := range p.Tokens {
			require.GreaterOrEqual(t, k.Start, end, "token %d overlaps", i)
			require.Greater(t, k.End, k.Start)
			require.Empty(t, strings.TrimFunc(in[end:k.Start], func(r rune) bool {
				return r == '\u200b' || r == '\ufeff' || strings.TrimSpace(string(r)) == ""
			}), "bytes lost before token %d", i)
			end, covered = k.End, covered+k.Len()
		}
		last := 0
		for _, s := range p.Sents {
			require.Equal(t, last, s.First)
			last = s.End
		}
		require.Equal(t, len(p.Tokens), last)
		for _, q := range p.Quotes {
			require.LessOrEqual(t, q.End, len(in))
			require.LessOrEqual(t, q.Inner.First, q.Inner.End)
		}
	})
}

func BenchmarkAnalyse(b *testing.B) {
	t := strings.Repeat(`The December 17 accord announced by US President Barack Obama was 18 months in the making, "a new chapter" worth $5bn that couldn't wait. `, 5)
	n := len(strings.Fields(t))
	for b.Loop() {
		Analyse(t, story.RoleBody)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "words/s")
}
