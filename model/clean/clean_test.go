package clean

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// copyLines is enough running copy to make a line beside it look like a line
// in a story.
const copyLines = `The harbour council voted on Tuesday to keep the night ferry running for another two years after passengers filled the gallery.
"People build their working lives around that boat," said Ilse Trent, who chairs the council and crosses twice a day.
The operator had warned in January that it lost money on every crossing after nine in the evening, and asked for help.
`

// TestFurnitureLines puts single lines into running copy.
func TestFurnitureLines(t *testing.T) {
	tests := []struct {
		line   string
		reason story.Reason
	}{
		{"Advertisement", story.Advertisement},
		{"- ADVERTISEMENT -", story.Advertisement},
		{"Article continues below", story.Advertisement},
		{"This story was first published more than two years ago.", story.AgeNotice},
		{"This post is over 10 years old.", story.AgeNotice},
		{"Photo courtesy of the county museum", story.PhotoCredit},
		{"Image: Lena Roth", story.PhotoCredit},
		{"Ola Berg / AFP", story.PhotoCredit},
		{"FILE - The old pier at low tide, seen from the north wall last August.", story.CaptionLine},
		{"The mayor waves to the crew as the ferry leaves. (AP Photo/Jo Lind)", story.CaptionLine},
		{"RELATED: Bridge tolls to double by summer", story.Teaser},
		{"Five things to know about the new bridge before you cross it. Read more here.", story.Teaser},
		{"[ From the archive: the winter the Sound froze ]", story.Teaser},
		{"Click here for more pictures of the ferry", story.Teaser},
		{"Share this article on Facebook", story.Share},
		{"Print Email Share 14 comments", story.Share},
		{"Sign up for our weekly newsletter", story.Newsletter},
		{"All the news you need, delivered straight to your inbox every morning.", story.Newsletter},
		{"Leave a comment", story.Comments},
		{"27 comments", story.Comments},
		{"© 2024 Corrie Echo", story.Copyright},
		{"This material may not be published, broadcast, rewritten or redistributed.", story.Copyright},
		{"We use cookies to make this site better.", story.Notice},
		{"Updated 12 minutes ago", story.LiveBlog},
		{"Published 6:15 PM EST, Tuesday, March 12, 2024", story.Timestamp},
		{"5 min read", story.Timestamp},
		{"Tags: ferries, councils, money", story.Navigation},
		{"Follow Marta Quill on Twitter: @martaquill", story.SignOff},
		{"(Reporting by Marta Quill; Editing by Bo Renn)", story.SignOff},
		{"mquill@correcho.example", story.SignOff},
		{"Contact Marta Quill at mquill@correcho.example or 555-0134.", story.SignOff},
		{"By Marta Quill", story.BylineLine},
		{"BC-XX--Ferry, 2nd Ld-Writethru", story.WireHeader},
		{"NNNN", story.WireHeader},
		{"###", story.WireHeader},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			s := Text(copyLines + tt.line + "\n" + copyLines)
			require.Len(t, s.Furniture, 1)
			f := s.Furniture[0]
			assert.Equal(t, tt.line, f.Text)
			assert.Equal(t, tt.reason, f.Reason)
			assert.Equal(t, 4, f.Line)
			assert.Equal(t, 3, f.Before)
			assert.GreaterOrEqual(t, f.Confidence, sure)
			assert.LessOrEqual(t, f.Confidence, 1.0)
		})
	}
}

// TestCopyLines puts lines that look a little like furniture into running
// copy, where they must stay.
func TestCopyLines(t *testing.T) {
	for _, line := range []string{
		"By Monday, half of the boats had left.",
		"By law, the ferry must run.",
		"In 2008, the pier burned.",
		"The photo showed the boat at anchor, its lights out and its ramp down.",
		"The council's newsletter said the boat would stop.",
		"Sponsored by the brewery, the race drew 400 boats.",
		"More than 2,000 people signed the petition.",
		"Share prices fell.",
		"Read the contract, he told them, and then sign it.",
		"Related cases in two other ports were dropped.",
		"Video from the quay shows the ramp giving way, police said.",
		"The judge ruled that the names may not be published before the trial.",
		"He said all rights to the route were reserved for the town.",
		"Home was never far away.",
		"Trent declined to comment.",
		"\"Subscribe or sink,\" read a banner over the gangway.",
		"Comments from the gallery grew louder.",
		"Follow the money, she told the council, and the boat will follow you.",
		"The copyright case was settled in May.",
		"He was the first editor of the paper.",
		"Page 4 of the report names him.",
		"Watch what they do, not what they say, Trent told the crowd.",
		"Previous executions in the port have been by hanging.",
		"Reporting by the college found that dockers, nurses and bakery workers use the late crossing most of all.",
		"Honduras vs Nicaragua Final Scores / Statistics",
		"What happens next",
		"Background",
		"Analysis",
	} {
		t.Run(line, func(t *testing.T) {
			s := Text(copyLines + line + "\n" + copyLines)
			assert.Empty(t, s.Furniture)
			require.Len(t, s.Body, 7)
			assert.Equal(t, line, s.Body[3].Text)
		})
	}
}

func TestShortStoryOfShortSentences(t *testing.T) {
	s := Text("Ferry to stay, council says\n\nPORT CORRIE -- The night ferry will stay.\n\nThe council said so on Tuesday.\n\nSeven members backed it.\n\n----\n\nMarta Quill covers the harbour for the Echo and has done so for nine years, through two storms.")
	assert.Equal(t, "Ferry to stay, council says", s.Headline)
	assert.Empty(t, s.Dek)
	assert.Equal(t, []string{"PORT CORRIE -- The night ferry will stay.", "The council said so on Tuesday.", "Seven members backed it.", "Marta Quill covers the harbour for the Echo and has done so for nine years, through two storms."}, bodyOf(s))
	assert.Equal(t, "PORT CORRIE", s.Dateline.Place)
}

func TestDiaryKeepsItsDays(t *testing.T) {
	s := Text(copyLines + "March 3, 2021\n" + copyLines + "March 8, 2021\n" + copyLines)
	assert.Empty(t, s.Furniture)
	assert.Len(t, s.Body, 11)

	s = Text(copyLines + "March 3, 2021\n" + copyLines)
	assert.Len(t, s.Furniture, 1, "a single date is no diary")
}

// TestRolesOfTheReader gives a flat story whose reader knew some roles, as
// those out of word processors have.
func TestRolesOfTheReader(t *testing.T) {
	s := &story.Story{Flat: true, Headline: "FERRY for tomorrow", Body: []story.Paragraph{
		{Text: "Night ferry saved"},
		{},
		{Text: "The harbour council voted on Tuesday to keep the night ferry running for another two years."},
		{},
		{Text: "Boats", Role: story.RoleListItem},
		{},
		{Text: "Home", Role: story.RoleListItem},
		{},
		{Text: "Fares", Role: story.RoleListItem},
		{},
		{Text: "Single  $6.60", Role: story.RoleTable},
		{},
		{Text: "The vote", Role: story.RoleSubhead},
		{},
		{Text: "Seven of the eleven members backed the plan, which sets aside $1.2 million from the repair fund."},
		{Text: "Racing:"},
		{Text: "1 _    2  Call Me Curtis  (1)    M J Dee (a)            58"},
		{Text: "2 _    3  Distant Sky  (12)      M J Walker             58"},
	}}
	Story(context.Background(), s)
	assert.Equal(t, "Night ferry saved", s.Headline)
	assert.Equal(t, "FERRY for tomorrow", s.Slug)
	var roles []story.Role
	for _, p := range s.Body {
		roles = append(roles, p.Role)
	}
	assert.Equal(t, []story.Role{story.RoleBody, story.RoleListItem, story.RoleListItem, story.RoleTable, story.RoleSubhead, story.RoleBody, story.RoleSubhead, story.RoleTable, story.RoleTable}, roles)
	require.Len(t, s.Furniture, 1)
	assert.Equal(t, "Home", s.Furniture[0].Text)
}

func TestTablesStay(t *testing.T) {
	s := Text(copyLines + "2014-09-14\t2014\tHonduras\t1-0\tNicaragua\n2016-01-28\t2016\tNicaragua\t1-3\tHonduras\n" + copyLines)
	assert.Empty(t, s.Furniture)
	require.Len(t, s.Body, 8)
	assert.Equal(t, story.RoleTable, s.Body[3].Role)
}

func TestDoubtsStay(t *testing.T) {
	s := &story.Story{Flat: true}
	line := "Marta Quill is a reporter for the Corrie Echo who covers the harbour."
	for l := range strings.SplitSeq(copyLines+line, "\n") {
		s.Body = append(s.Body, story.Paragraph{Text: l})
	}
	r := Story(context.Background(), s)
	require.Len(t, r.Doubts, 1)
	d := r.Doubts[0]
	assert.Equal(t, line, s.Body[d.Para].Text)
	assert.Equal(t, story.SignOff, d.Reason)
	assert.Less(t, d.Confidence, sure)
	assert.Empty(t, s.Furniture)
}

func TestAdvertisementInsideALine(t *testing.T) {
	s := Text("The ferry will run for two more years, the council said on Tuesday. Advertisement The operator welcomed the vote and promised not to raise its fares before the autumn.\n" + copyLines)
	require.Len(t, s.Furniture, 1)
	assert.Equal(t, story.Furniture{Line: 1, Text: "Advertisement", Reason: story.Advertisement, Confidence: 0.95, Before: 1}, s.Furniture[0])
	assert.Equal(t, "The ferry will run for two more years, the council said on Tuesday.", s.Body[0].Text)
	assert.True(t, strings.HasPrefix(s.Body[1].Text, "The operator welcomed"))

	s = Text(copyLines + "Advertisement sales rose by a tenth last year, the company that runs the ferry said in its report.")
	assert.Empty(t, s.Furniture, "the word opens a sentence")
}

func TestAgencyTailGivesBylines(t *testing.T) {
	s := Text(copyLines + "The first boat leaves on April 2, and the last returns at two. (Reporting by Marta Quill in Port Corrie and Bo Renn; Editing by Ann Tarr)")
	assert.Equal(t, []string{"Marta Quill", "Bo Renn"}, s.Bylines)
	assert.Empty(t, s.Furniture)
}

func TestNoCopyAtAll(t *testing.T) {
	tests := []struct {
		name, in, headline string
		body               []string
		furniture          int
	}{
		{"nothing", "", "", nil, 0},
		{"blank lines", "\n\n \n", "", nil, 0},
		{"one word", "Ferry", "", []string{"Ferry"}, 0},
		{"one line", "Night ferry saved", "", []string{"Night ferry saved"}, 0},
		{"two lines", "Night ferry saved\nMore to come", "Night ferry saved", []string{"More to come"}, 0},
		{"only furniture", "Advertisement\nShare\nPrint", "", nil, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := Text(tt.in)
			assert.Equal(t, tt.headline, s.Headline)
			var body []string
			for _, p := range s.Body {
				body = append(body, p.Text)
			}
			assert.Equal(t, tt.body, body)
			assert.Len(t, s.Furniture, tt.furniture)
		})
	}
}

func TestStoppedStoryKeepsEveryLine(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := &story.Story{Flat: true, Body: []story.Paragraph{{Text: "Advertisement"}, {Text: "The ferry will run."}}}
	Story(ctx, s)
	assert.Len(t, s.Body, 2)
	assert.Empty(t, s.Furniture)
}

func TestStructuredStory(t *testing.T) {
	s := &story.Story{Headline: "Night ferry saved", Body: []story.Paragraph{
		{Text: "By Marta Quill"},
		{Text: "PORT CORRIE, March 12 (Reuters) - The night ferry will run for two more years, the harbour council said on Tuesday."},
		{Text: "Advertisement"},
		{Text: "The vote", Role: story.RoleSubhead},
		{Text: "Seven of eleven members backed the plan, which sets aside $1.2 million from the repair fund."},
		{Text: "Related", Role: story.RoleSubhead},
		{Text: "Share\tPrice", Role: story.RoleTable},
		{Text: "Sign up for our morning newsletter."},
		{Text: "(Reporting by Marta Quill; Editing by Bo Renn)"},
	}}
	Story(context.Background(), s)
	var body []string
	for _, p := range s.Body {
		body = append(body, p.Text)
	}
	assert.Equal(t, []string{
		"PORT CORRIE, March 12 (Reuters) - The night ferry will run for two more years, the harbour council said on Tuesday.",
		"The vote",
		"Seven of eleven members backed the plan, which sets aside $1.2 million from the repair fund.",
		"Related",
		"Share\tPrice",
	}, body)
	assert.Equal(t, []string{"Marta Quill"}, s.Bylines)
	assert.Equal(t, "PORT CORRIE", s.Dateline.Place)
	assert.Equal(t, "Reuters", s.Credit)
	assert.Len(t, s.Furniture, 4)
}

// TestHostileTexts holds that the time taken grows with the text, not with its
// square.
func TestHostileTexts(t *testing.T) {
	for name, in := range map[string]string{
		"one endless line":       strings.Repeat("The council voted on Tuesday to keep the ferry. ", 5_000),
		"one endless word":       strings.Repeat("x", 1<<18),
		"wrapped without end":    strings.Repeat("the harbour council voted on Tuesday to keep the night ferry\n", 5_000),
		"broken without end":     strings.Repeat("the harbour council voted on Tuesday to keep the\n", 5_000),
		"nothing but comments":   copyLines + copyLines + strings.Repeat("3 comments\n", 6_000),
		"nothing but headlines":  strings.Repeat("Night ferry saved as council votes\n", 6_000) + copyLines,
		"nothing but quotations": strings.Repeat("\"\n", 20_000),
		"brackets":               strings.Repeat("(", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			Text(in)
			assert.Less(t, time.Since(start), 20*time.Second)
		})
	}
}

// reassembled is the text of s with all furniture in the places where it stood.
func reassembled(s *story.Story) string {
	var out strings.Builder
	out.WriteString(s.Headline + s.Dek)
	f := s.Furniture
	for i := range len(s.Body) + 1 {
		for len(f) > 0 && (f[0].Before <= i || i == len(s.Body)) {
			out.WriteString(f[0].Text)
			f = f[1:]
		}
		if i < len(s.Body) {
			out.WriteString(s.Body[i].Text)
		}
	}
	return out.String()
}

// FuzzText holds that no text makes cleaning fail, and that none of it is
// lost: every character that is no white space stands in exactly one of
// headline, dek, body and furniture, and comes in its order when all
// furniture stands where it came from.
func FuzzText(f *testing.F) {
	f.Add(copyLines)
	f.Add("Home\nNews\nNight ferry saved\nBy Marta Quill\n" + copyLines + "Advertisement\nComments (3)\n")
	f.Add("The council voted on Tuesday. Advertisement The ferry stays. ADVERTISEMENT More boats.")
	f.Add("a wrapped para-\ngraph that runs on over a number of lines until\nit has shown that text of this kind comes back\nwhole, hyphens aside, whatever stands in it to\nthe very end.")
	f.Add("â€œIt isnâ€™t over,â€\u009d he said.\n\n\n—\n#")
	f.Add("LONDON --\nThe pound fell.\nBy\nAnn Lee\n")
	f.Fuzz(func(t *testing.T, in string) {
		s := Text(in)
		require.False(t, s.Flat)
		want := repaired(in)
		got := reassembled(s)
		hyphens := 0
		for _, r := range s.Repairs {
			if strings.Contains(r, "hyphen") || strings.Contains(r, "quoted mail") {
				hyphens++
			}
		}
		if hyphens == 0 {
			assert.Equal(t, tally(want), tally(got))
		}
		if s.Headline == "" && s.Dek == "" && hyphens == 0 {
			assert.Equal(t, squeeze(want), squeeze(got))
		}
	})
}

// repaired is the text as it is after repairs, line by line, less line breaks.
func repaired(in string) string {
	var b strings.Builder
	for l := range strings.FieldsFuncSeq(strings.ToValidUTF8(in, "\ufffd"), func(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029", r) }) {
		l, _ = mojibake(l)
		b.WriteString(l)
	}
	return b.String()
}

// squeeze drops white space and what counts as such.
func squeeze(t string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(space, r) {
			return -1
		}
		return r
	}, t)
}

func tally(t string) map[rune]int {
	m := map[rune]int{}
	for _, r := range squeeze(t) {
		m[r]++
	}
	return m
}

// BenchmarkText cleans a page of about 1,500 words: a news site's lines around
// a long body.
func BenchmarkText(b *testing.B) {
	text, _ := readTagged(b, "testdata/news-site.txt")
	head, rest, ok := strings.Cut(text, "Seven of the eleven")
	require.True(b, ok)
	page := head + strings.Repeat(copyLines, 20) + "Seven of the eleven" + rest
	b.ReportMetric(float64(len(strings.Fields(page))), "words")
	for b.Loop() {
		Text(page)
	}
}

func TestOpenings(t *testing.T) {
	tests := []struct {
		expr string
		want string // "" for any
	}{
		{`^abc`, "a"},
		{`^(?:by|from) x`, "bf"},
		{`^[(\[]?photo`, "([p"},
		{`^\d+ of`, "0123456789"},
		{`abc`, ""},
		{`^.*x`, ""},
		{`^a|b`, ""},
		{`^(?:a|b?)`, ""},
		{`^(?i:abc)`, ""},
		{`^(?:a?b)+c`, "ab"},
	}
	for _, tt := range tests {
		set := openingsOf(tt.expr)
		if tt.want == "" {
			assert.Nil(t, set, tt.expr)
			continue
		}
		require.NotNil(t, set, tt.expr)
		assert.Len(t, set, len(tt.want), tt.expr)
		for _, r := range tt.want {
			assert.True(t, set[r], tt.expr)
		}
	}
}
