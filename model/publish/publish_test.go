package publish

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"stet/model/desk"
	"stet/model/flag"
	"stet/model/story"
)

var ctx = context.Background()

func prisoners() Review {
	arrived := &story.Story{
		Headline: "Release if <53> prisoners", Dek: "A dek & more", Bylines: []string{"Ann Lee", "Bo Ek"}, Credit: "AP",
		Body: []story.Paragraph{
			{Text: "# One *if* two."},
			{Text: "Facts", Role: story.RoleSubhead},
			{Text: "first", Role: story.RoleListItem},
			{Text: "second", Role: story.RoleListItem},
			{Text: "a\tb", Role: story.RoleTable},
			{Text: "1. The end <script>."},
		},
		Furniture: []story.Furniture{{Line: 3, Text: "Advertisement", Reason: story.Advertisement}},
		Source:    story.Source{Name: "in.txt", SHA256: "abc"},
	}
	now := arrived.Clone()
	now.Headline = "Release of <53> prisoners"
	when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return Review{
		Story: now, Arrived: arrived, Editor: "Cy Desk", When: when,
		Items: []desk.Item{
			{
				ID: "a", Was: "if", Verdict: flag.Fixed, Flag: flag.Flag{Rule: "typo.real-word", Severity: flag.Error, Message: "“if” may be “of”"},
				Decision: &flag.Decision{Verdict: flag.Fixed, Fix: "of", By: "Cy Desk", When: when},
			},
			{ID: "b", Part: desk.Body, Was: "two", Flag: flag.Flag{Rule: "sourcing.anonymous", Kind: flag.Sourcing, Severity: flag.Error, Message: "who?"}},
			{ID: "c", Flag: flag.Flag{Rule: "style.long", Kind: flag.Style, Severity: flag.Note}},
		},
		Log:     []desk.Event{{When: when, By: "Cy Desk", Action: "fix", Rule: "typo.real-word", Was: "if", Now: "of"}},
		Reasons: map[string]string{"b": "the desk knows the source"},
	}
}

func TestThreeFormsOfTheCopy(t *testing.T) {
	s := prisoners().Story
	b, err := Render(Text, s)
	require.NoError(t, err)
	assert.Equal(t, `Release of <53> prisoners

A dek & more

By Ann Lee and Bo Ek

# One *if* two.

Facts

- first
- second

a	b

1. The end <script>.

AP
`, string(b))
	b, err = Render(Markdown, s)
	require.NoError(t, err)
	assert.Equal(t, `# Release of \<53\> prisoners

**A dek \& more**

By Ann Lee and Bo Ek

\# One \*if\* two.

## Facts

- first
- second

a | b

1\. The end \<script\>.

*AP*
`, string(b))
	b, err = Render(HTML, s)
	require.NoError(t, err)
	assert.Contains(t, string(b), "<h1>Release of &lt;53&gt; prisoners</h1>")
	assert.Contains(t, string(b), "<li>first</li>\n<li>second</li>\n</ul>")
	assert.NotContains(t, string(b), "<script>")
	balanced(t, b)
}

// balanced holds that every element that needs an end tag has one.
func balanced(t *testing.T, b []byte) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(string(b)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			assert.Empty(t, open)
			return
		case html.StartTagToken:
			if n, _ := z.TagName(); string(n) != "meta" && string(n) != "br" {
				open = append(open, string(n))
			}
		case html.EndTagToken:
			n, _ := z.TagName()
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], string(n))
			open = open[:len(open)-1]
		}
	}
}

func TestExportWritesCopyAndReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new folder")
	files, err := Export(ctx, Job{Review: prisoners(), Folder: dir, Name: "prisoners", Formats: Formats})
	require.NoError(t, err)
	require.Len(t, files, 5)
	copyText, err := os.ReadFile(filepath.Join(dir, "prisoners.txt"))
	require.NoError(t, err)
	b, err := os.ReadFile(filepath.Join(dir, "prisoners.report.json"))
	require.NoError(t, err)
	var r Report
	require.NoError(t, json.Unmarshal(b, &r))
	assert.Equal(t, "abc", r.Input.SHA256)
	require.Len(t, r.Output, 3)
	assert.Equal(t, hash(copyText), r.Output[0].SHA256)
	assert.Equal(t, Tally{Open: 1, Fixed: 1, Notes: 1}, r.Counts)
	assert.Equal(t, "the desk knows the source", r.Open[0].Reason)
	assert.Equal(t, "of", r.Settled[0].Fix)
	require.Len(t, r.Edits, 1)
	assert.Equal(t, []EditPiece{{"same", "Release "}, {"removed", "if"}, {"added", "of"}, {"same", " <53> prisoners"}}, r.Edits[0].Pieces)
	page, err := os.ReadFile(filepath.Join(dir, "prisoners.report.html"))
	require.NoError(t, err)
	balanced(t, page)
	for _, want := range []string{"<del>if</del><ins>of</ins>", "Cy Desk", "Advertisement", hash(copyText), "1 fixed"} {
		assert.Contains(t, string(page), want)
	}
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	assert.Len(t, left, 5, "no temporary file is left")
}

func TestExportOverwritesNothingUnasked(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "prisoners.md")
	require.NoError(t, os.WriteFile(path, []byte("mine"), 0o600))
	j := Job{Review: prisoners(), Folder: dir, Name: "prisoners", Formats: []Format{Text, Markdown}}
	_, err := Export(ctx, j)
	var there *ExistsError
	require.True(t, errors.As(err, &there))
	assert.Equal(t, []string{path}, there.Files)
	assert.NoFileExists(t, filepath.Join(dir, "prisoners.txt"), "nothing was written")
	b, _ := os.ReadFile(path)
	assert.Equal(t, "mine", string(b))
	j.Overwrite = true
	_, err = Export(ctx, j)
	require.NoError(t, err)
	b, _ = os.ReadFile(path)
	assert.NotEqual(t, "mine", string(b))
}

func TestExportThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for _, c := range []struct{ folder, name, says string }{
		{file, "a", "choose another"},
		{t.TempDir(), "../a", "name of a file"},
		{t.TempDir(), "", "name of a file"},
	} {
		_, err := Export(ctx, Job{Review: prisoners(), Folder: c.folder, Name: c.name, Formats: []Format{Text}})
		require.ErrorContains(t, err, c.says)
	}
}

func TestEditsAreByParagraph(t *testing.T) {
	s := func(lines ...string) *story.Story {
		x := &story.Story{Headline: "H"}
		for _, l := range lines {
			x.Body = append(x.Body, story.Paragraph{Text: l})
		}
		return x
	}
	for _, c := range []struct {
		was, now *story.Story
		want     int
	}{
		{s("a b", "c d"), s("a b", "c d"), 0},
		{s("a b", "c d"), s("a x", "c d"), 1},
		{s("a b", "c d"), s("a b"), 1},
		{s("a b", "c d"), s("a b", "new one", "c d"), 1},
		{s("a b", "c d", "e f"), s("x b", "c d", "e y"), 2},
	} {
		assert.Len(t, edits(c.was, c.now), c.want, "%v", edits(c.was, c.now))
	}
}

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		s    story.Story
		want string
	}{
		{story.Story{Slug: "BC-Cuba Prisoners,1st Ld"}, "bc-cuba-prisoners-1st-ld"},
		{story.Story{Headline: "Cuba's “new” chapter: 53 free"}, "cubas-new-chapter-53-free"},
		{story.Story{Headline: "../../etc/passwd"}, "etc-passwd"},
		{story.Story{Headline: "«»", Source: story.Source{Name: "in put.txt"}}, "in-put"},
		{story.Story{}, "story"},
	} {
		assert.Equal(t, c.want, FileName(&c.s))
	}
}
