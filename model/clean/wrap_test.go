package clean

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/story"
)

func bodyOf(s *story.Story) []string {
	var out []string
	for _, p := range s.Body {
		out = append(out, p.Text)
	}
	return out
}

func TestUnwrap(t *testing.T) {
	const wrapped = `Night ferry saved by council vote

The harbour council voted on Tuesday to keep the night
ferry running for another two years after passengers
filled the gallery and sang until the chair gave them the
floor.

"People build their working lives around that boat," said
Ilse Trent, who chairs the council. "You cannot switch it
off on a Sunday and hope nobody notices on Monday."

The operator had warned in January that it lost money on
every crossing after nine in the evening, when a 65-
year-old boat with self-
made ramps carries dockers across the Sound. The inter-
national rules for such boats changed last year, it said.
`
	s := Text(wrapped)
	assert.Equal(t, "Night ferry saved by council vote", s.Headline)
	assert.Equal(t, []string{
		"The harbour council voted on Tuesday to keep the night ferry running for another two years after passengers filled the gallery and sang until the chair gave them the floor.",
		`"People build their working lives around that boat," said Ilse Trent, who chairs the council. "You cannot switch it off on a Sunday and hope nobody notices on Monday."`,
		"The operator had warned in January that it lost money on every crossing after nine in the evening, when a 65-year-old boat with self-made ramps carries dockers across the Sound. The international rules for such boats changed last year, it said.",
	}, bodyOf(s))
	assert.Contains(t, s.Repairs, "hard-wrapped lines were joined in 9 places")
	assert.Contains(t, s.Repairs, "a hyphen at a line end was taken out in 1 place")
}

func TestUnwrapLeavesParagraphsAlone(t *testing.T) {
	for _, in := range []string{
		copyLines,
		"The vote was taken at noon, and the boat was saved.\nSeven members backed it, and four did not at all.\nThe first boat leaves on the second of next April.\nIts crew will number nine, one more than before it.\nNobody in the gallery had expected any of all that.\n",
	} {
		s := Text(in)
		assert.Empty(t, s.Repairs)
	}
}

func TestJoinHyphens(t *testing.T) {
	all := vocabulary([]line{{text: "The reopening was short-lived, she said; the cooperation went on. A well and a known man."}})
	tests := []struct{ a, b, want string }{
		{"the inter-", "national rules", "the international rules"},
		{"a 65-", "year-old man", "a 65-year-old man"},
		{"the re-", "opening of", "the reopening of"},
		{"a short-", "lived peace", "a short-lived peace"},
		{"his self-", "styled heirs", "his self-styled heirs"},
		{"an out-of-", "court deal", "an out-of-court deal"},
		{"in Baden-", "Baden on", "in Baden-Baden on"},
		{"the vote --", "the last", "the vote -- the last"},
		{"the vote", "passed", "the vote passed"},
		{"a long-", "term plan", "a long-term plan"},
		{"the govern-", "ment fell", "the government fell"},
	}
	for _, tt := range tests {
		got, _ := join(tt.a, tt.b, all)
		assert.Equal(t, tt.want, got)
	}
}

func TestQuotedMail(t *testing.T) {
	s := Text("> The harbour council voted on Tuesday to keep the\n> night ferry running for another two years after\n> passengers filled the gallery and sang.\n>\n> Seven members backed the plan, and four voted against it.\n")
	assert.Equal(t, []string{
		"The harbour council voted on Tuesday to keep the night ferry running for another two years after passengers filled the gallery and sang.",
		"Seven members backed the plan, and four voted against it.",
	}, bodyOf(s))
	assert.Contains(t, s.Repairs, "the mark of quoted mail was taken off in 5 places")
	assert.Empty(t, Text("Menu\n> Home\n> News\n"+copyLines).Repairs)
}

func TestMend(t *testing.T) {
	s := Text(copyLines + "The deal was signed by Calder Instruments, which makes gauges at the\nBrightwater works\n, and by the harbour council on Tuesday.\nLONDON, May 6 (Reuters) -\nThe pound fell.")
	body := bodyOf(s)
	assert.Equal(t, "The deal was signed by Calder Instruments, which makes gauges at the Brightwater works, and by the harbour council on Tuesday.", body[3])
	assert.Equal(t, "LONDON, May 6 (Reuters) - The pound fell.", body[4])
	assert.Equal(t, []string{"a broken line was joined in 3 places"}, s.Repairs)

	s = Text("Night ferry saved as council votes to\nBy Marta Quill\n" + copyLines)
	assert.Empty(t, s.Repairs, "a byline is no part of a headline")
}

func TestSplitDump(t *testing.T) {
	in := `PORT CORRIE - The harbour council voted on Tuesday to keep the night ferry running for another two years after passengers filled the gallery. The plan sets aside $1.2 million from the repair fund and asks the operator to raise fares by no more than a tenth. "People build their working lives around that boat," said Ilse Trent, who chairs the council. "You cannot switch it off on a Sunday. Nobody would notice until Monday, and then they would all notice at once." She said the vote had been close. The operator, Sound Lines, had warned in January that it lost money on every crossing after nine in the evening. Mr. Orr, its director, thanked the council for what he called a fair offer. Dockers, nurses and bakery workers use the late crossing most, according to a survey by the town's college. The first boat under the new terms leaves on April 2, and the last returns at two in the morning.`
	s := Text(in)
	body := bodyOf(s)
	assert.Greater(t, len(body), 2)
	assert.Equal(t, in, joinWith(body, " "))
	for _, p := range body {
		assert.False(t, quoteOpen(p, false), p)
		assert.False(t, leans(p), p)
	}
	assert.Len(t, s.Repairs, 1)

	short := Text(copyLines)
	assert.Len(t, short.Body, 3, "a story in paragraphs is not split")
}

func joinWith(parts []string, sep string) string {
	out := ""
	for i, p := range parts {
		if i > 0 {
			out += sep
		}
		out += p
	}
	return out
}

func TestSentences(t *testing.T) {
	tests := []struct {
		in   string
		want int
	}{
		{"One sentence.", 1},
		{"One. Two.", 2},
		{"Mr. Orr met the U.S. delegation on Jan. 6. It rained.", 2},
		{`"Go," he said. "Now." They went.`, 3},
		{"It cost $3.4 million. J. K. Bell paid.", 2},
		{"", 1},
	}
	for _, tt := range tests {
		assert.Len(t, sentences(tt.in), tt.want, tt.in)
	}
}

func TestMojibake(t *testing.T) {
	tests := []struct {
		in, want string
		n        int
	}{
		{"plain", "plain", 0},
		{"caf\u00c3\u00a9", "café", 1},
		{"it isn\u00e2\u20ac\u2122t", "it isn’t", 1},
		{"\u00e2\u20ac\u0153Go\u00e2\u20ac\u009d", "“Go”", 2},
		{"a \u00e2\u20ac\u201d b", "a — b", 1},
		{"\u00c2\u00a3125", "£125", 1},
		{"clichA\u0303\u00a9", "cliché", 1},
		{"man\u0303ana", "man\u0303ana", 0},
		{"SÃO PAULO", "SÃO PAULO", 0},
		{"Ångström, Âge", "Ångström, Âge", 0},
		{"café déjà vu", "café déjà vu", 0},
	}
	for _, tt := range tests {
		got, n := mojibake(tt.in)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.n, n, tt.in)
	}
	s := Text("It isn\u00e2\u20ac\u2122t over, said Ilse Trent, who chairs the council and crosses twice a day on the night ferry.")
	assert.Equal(t, []string{"UTF-8 that had been read as Windows-1252 was put right in 1 place"}, s.Repairs)
}
