package sources_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/lang/parse"
	"stet/model/names"
	"stet/model/sources"
	"stet/model/story"
	"stet/model/text"
)

func read(t testing.TB, copy string, s *story.Story, o sources.Options) (*lang.Doc, *sources.Map) {
	t.Helper()
	if _, err := parse.Default(); err != nil {
		t.Skip("this build has no parser: ", err)
	}
	d := lang.Read(story.Raw(copy))
	n := names.Read(context.Background(), s, d, names.Options{})
	return d, sources.Read(context.Background(), s, d, n, o)
}

func joined(t string, ss []text.Span) string {
	var out []string
	for _, s := range ss {
		out = append(out, s.In(t))
	}
	return strings.Join(out, " / ")
}

func TestRead(t *testing.T) {
	for _, x := range []struct {
		name, copy           string
		content, cue, source string
		form                 sources.Form
		kind                 sources.Kind
	}{
		{
			"quotation first", "“The bridge is shut,” Ann Lee said on Monday.",
			"“The bridge is shut,”", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"inverted, with a clause", "“The bridge is shut,” said Ann Lee, who runs the harbour.",
			"“The bridge is shut,”", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"apposition between", "“The bridge is shut,” Ann Lee, a harbour pilot, told reporters.",
			"“The bridge is shut,”", "told", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"broken quotation", "“The bridge is shut,” Ann Lee said. “Nobody told us.”",
			"“The bridge is shut,” / “Nobody told us.”", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"straight marks", "Ann Lee said: \"The bridge is shut.\"",
			"\"The bridge is shut.\"", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"doubled single marks", "''The bridge is shut,'' Ann Lee said.",
			"''The bridge is shut,''", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"closing mark forgotten", "“The bridge is shut for weeks, she said.",
			"“The bridge is shut for weeks,", "said", "she", sources.Direct, sources.NamedPerson,
		},
		{
			"over paragraphs", "“The bridge is shut,” Ann Lee said. “It will stay so.\n\n“Nobody told us.”",
			"“The bridge is shut,” / “It will stay so. / “Nobody told us.”", "said", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"signature", "“We waited for hours and nobody came.” — Ann Lee",
			"“We waited for hours and nobody came.”", "—", "Ann Lee", sources.Direct, sources.NamedPerson,
		},
		{
			"that-clause", "The ministry said on Monday that the bridge would be shut.",
			"that the bridge would be shut", "said", "The ministry", sources.Indirect, sources.Organisation,
		},
		{
			"bare clause", "The ministry said the bridge would be shut.",
			"the bridge would be shut", "said", "The ministry", sources.Indirect, sources.Organisation,
		},
		{
			"mixed", "The mayor said the bridge was “a disgrace” to the town.",
			"the bridge was “a disgrace” to the town", "said", "The mayor", sources.Mixed, sources.UnnamedPerson,
		},
		{
			"at the end", "The bridge will be shut until May, the company said.",
			"The bridge will be shut until May", "said", "the company", sources.Indirect, sources.Organisation,
		},
		{
			"in the middle", "The bridge, the company said, will be shut until May.",
			"The bridge / will be shut until May", "said", "the company", sources.Indirect, sources.Organisation,
		},
		{
			"according to", "According to a report, the bridge was never painted.",
			"the bridge was never painted", "According to", "a report", sources.Indirect, sources.Document,
		},
		{
			"poll", "A poll showed that most voters want the bridge.",
			"that most voters want the bridge", "showed", "A poll", sources.Indirect, sources.Document,
		},
		{
			"as they noted", "But as the auditors noted, the bridge was never painted.",
			"the bridge was never painted", "noted", "the auditors", sources.Indirect, sources.UnnamedGroup,
		},
		{
			"subject before an apposition", "The town’s harbour master, pilot Ann Lee, also praised the council’s plan.",
			"the council’s plan", "praised", "The town’s harbour master", sources.Indirect, sources.UnnamedPerson,
		},
		{
			"participle first", "After thanking the crew for its work, Ann Lee left the harbour.",
			"the crew for its work", "thanking", "Ann Lee", sources.Indirect, sources.NamedPerson,
		},
		{
			"the writer goes on", "Ann Lee said the bridge would open in May but she gave no day.",
			"the bridge would open in May", "said", "Ann Lee", sources.Indirect, sources.NamedPerson,
		},
		{
			"noun with a clause", "The council rested on the firm’s assurance that the bridge would hold.",
			"that the bridge would hold", "assurance", "the firm", sources.Indirect, sources.Organisation,
		},
		{
			"noun that is a subject", "His promise to paint the bridge pleased nobody.",
			"to paint the bridge", "promise", "His", sources.Indirect, sources.NamedPerson,
		},
		{
			"noun and copula", "Her only complaint was that the bridge had rusted.",
			"that the bridge had rusted", "complaint", "Her", sources.Indirect, sources.NamedPerson,
		},
		{
			"no passive", "The harbour team sought to close the bridge.",
			"to close the bridge", "sought", "The harbour team", sources.Indirect, sources.Organisation,
		},
		{
			"a wish", "The council wants to sell the bridge.",
			"to sell the bridge", "wants", "The council", sources.Indirect, sources.Organisation,
		},
		{
			"a belief", "Residents believe the bridge is cursed.",
			"the bridge is cursed", "believe", "Residents", sources.Indirect, sources.UnnamedGroup,
		},
		{
			"a judgement", "Ann Lee criticised the plan for the bridge.",
			"the plan for the bridge", "criticised", "Ann Lee", sources.Indirect, sources.NamedPerson,
		},
		{
			"a name for it", "Ann Lee called the plan a disgrace.",
			"the plan a disgrace", "called", "Ann Lee", sources.Indirect, sources.NamedPerson,
		},
		{
			"a noun", "There was a warning from Ann Lee that the bridge was cursed.",
			"that the bridge was cursed", "warning", "Ann Lee", sources.Indirect, sources.NamedPerson,
		},
		{
			"passive", "The bridge is expected to open in May.",
			"The bridge / to open in May", "expected", "", sources.Indirect, sources.None,
		},
		{
			"second voice in a sentence", "The mayor said the bridge was shut and warned that it might fall.",
			"the bridge was shut", "said", "The mayor", sources.Indirect, sources.UnnamedPerson,
		},
		{
			"familiar with", "A person familiar with the talks said the sale was off.",
			"the sale was off", "said", "A person familiar with the talks", sources.Indirect, sources.Anonymous,
		},
		{
			"on condition", "An official, who spoke on condition of anonymity, said the sale was off.",
			"the sale was off", "said", "An official", sources.Indirect, sources.Anonymous,
		},
		{
			"spokesman of a body", "A spokesman for the ministry said the sale was off.",
			"the sale was off", "said", "A spokesman for the ministry", sources.Indirect, sources.Organisation,
		},
		{
			"place for its government", "Cuba maintains it holds no prisoners.",
			"it holds no prisoners", "maintains", "Cuba", sources.Indirect, sources.Organisation,
		},
	} {
		t.Run(x.name, func(t *testing.T) {
			d, m := read(t, x.copy, &story.Story{}, sources.Options{})
			var got []string
			for _, a := range m.Attributions {
				if joined(d.Text, a.Content) == x.content {
					assert.Equal(t, x.cue, a.Cue.In(d.Text), "cue")
					assert.Equal(t, x.source, a.Source.In(d.Text), "source")
					assert.Equal(t, x.form, a.Form)
					assert.Equal(t, x.kind, a.Kind)
					return
				}
				got = append(got, joined(d.Text, a.Content))
			}
			assert.Fail(t, "not found", "%q; got %q", x.content, got)
		})
	}
}

func TestSpeakersAreResolved(t *testing.T) {
	for _, x := range []struct{ name, copy, source, speaker string }{
		{"he", "John Hill came late. “The road was shut,” he said.", "he", "John Hill"},
		{"she, past a man", "Mary Stone met John Hill at noon. “The road was shut,” she said.", "she", "Mary Stone"},
		{"across paragraphs", "“The road was shut,” John Hill said.\n\n“We walked,” he added.", "he", "John Hill"},
		{"surname", "John Hill came late.\n\n“The road was shut,” Hill said.", "Hill", "John Hill"},
		{"the official", "One of the unnamed officials told a newspaper that the road was shut.\n\n“We are sorry,” the official said.", "the official", "One of the unnamed officials"},
	} {
		t.Run(x.name, func(t *testing.T) {
			d, m := read(t, x.copy, &story.Story{}, sources.Options{})
			for _, a := range m.Attributions {
				if a.Source.In(d.Text) == x.source {
					assert.Equal(t, x.speaker, a.Speaker)
					return
				}
			}
			assert.Fail(t, "no such source")
		})
	}
}

func TestVia(t *testing.T) {
	const told = "The minister told Reuters that he would resign."
	for _, x := range []struct {
		name, copy, via string
		s               story.Story
		o               sources.Options
	}{
		{"told", told, "Reuters", story.Story{}, sources.Options{}},
		{"told us, by the credit", told, "", story.Story{Credit: "Reuters"}, sources.Options{}},
		{"told us, by the dateline", told, "", story.Story{Dateline: story.Dateline{Agency: "Reuters"}}, sources.Options{}},
		{"told us, as the desk knows", told, "", story.Story{}, sources.Options{Agency: "Reuters"}},
		{"no outlet", "The minister told parliament that he would resign.", "", story.Story{}, sources.Options{}},
		{"local media", "The bridge fell on Monday, local media reported.", "local media", story.Story{}, sources.Options{}},
		{"interview", "The minister said in an interview with CNN that he would resign.", "CNN", story.Story{}, sources.Options{}},
	} {
		t.Run(x.name, func(t *testing.T) {
			_, m := read(t, x.copy, &x.s, x.o)
			require.NotEmpty(t, m.Attributions)
			assert.Equal(t, x.via, m.Attributions[0].Via)
		})
	}
}

func TestMap(t *testing.T) {
	d, m := read(t, "The bridge is shut, the ministry said.\n\n"+
		"The bridge was built in the last century.\n\n"+
		"The accident was caused by negligence.\n\n"+
		"The ministry said the bridge was safe. The accident was caused by negligence.", &story.Story{}, sources.Options{})
	require.Len(t, m.Paras, len(d.Paras))
	assert.Equal(t, []sources.State{sources.Sourced, sources.NotNeeded, sources.Unsourced, sources.Partly}, m.Paras)
	require.Len(t, m.Sources, 1)
	s := m.Sources[0]
	assert.Equal(t, sources.Organisation, s.Kind)
	assert.Len(t, s.Attributions, 2)
	assert.Equal(t, []int{0, 3}, s.Paras)
}

func TestReadIsTheSameEveryTime(t *testing.T) {
	const copy = "“The bridge is shut,” Ann Lee said. Officials told CNN that it would open “soon”.\n\n“We wait,” she said."
	_, a := read(t, copy, &story.Story{}, sources.Options{})
	for range 3 {
		_, b := read(t, copy, &story.Story{}, sources.Options{})
		require.Equal(t, a, b)
	}
}

func TestReadSurvives(t *testing.T) {
	for _, copy := range []string{"", "\n\n", "“", "”", "\"\"", "said", "said said said.", "“said”, said “said", "according to", "According to.", ":", "a: b", "’ ‘ ' \" “", "He said.", "“A”\n\n“B\n\n“C"} {
		assert.NotPanics(t, func() { read(t, copy, &story.Story{}, sources.Options{}) }, "%q", copy)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("“The bridge is shut,” Ann Lee said. “Nobody told us.”")
	f.Add("According to a report, which he called “a lie, it was shut, said X")
	f.Fuzz(func(t *testing.T, copy string) {
		d, m := read(t, copy, &story.Story{}, sources.Options{})
		for _, a := range m.Attributions {
			require.NotEmpty(t, a.Content)
			for _, s := range append(a.Content, a.Cue, a.Source) {
				require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Text))
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	const para = "“The bridge is shut and will stay so,” Ann Lee, the mayor of the town, said on Monday. " +
		"The company told Reuters that it would mend the bridge by May, and officials said the cost was not known.\n\n"
	copy := strings.Repeat(para, 40)
	d := lang.Read(story.Raw(copy))
	s := &story.Story{}
	n := names.Read(context.Background(), s, d, names.Options{})
	b.ResetTimer()
	for b.Loop() {
		sources.Read(context.Background(), s, d, n, sources.Options{})
	}
	b.ReportMetric(float64(len(strings.Fields(copy))*b.N)/b.Elapsed().Seconds(), "words/s")
}
