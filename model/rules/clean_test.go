package rules_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/rules/style"
	"stet/model/rules/typo/grammar"
	"stet/model/rules/typo/marks"
	"stet/model/story"
)

// TestCleanTextsAreLetBe freezes every flag that the rules made of patterns
// raise on testdata/clean: copy of our own writing with no fault in it, and
// with much that looks like one. A new rule's noise shows as a change of
// flags.golden. STET_GOLDEN=1 writes that file anew.
func TestCleanTextsAreLetBe(t *testing.T) {
	if lang.BuiltinTagger() == nil {
		t.Skip("this build carries no tagger: run stet-train tagger")
	}
	files, err := filepath.Glob("testdata/clean/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		require.NoError(t, err)
		s := cleanStory(string(text))
		fmt.Fprintf(&b, "# %s\n", filepath.Base(f))
		for _, x := range allFlags(s) {
			c := s.Layout()
			line := fmt.Sprintf("%s: …%s[%s]%s… %s", x.Rule, c.Text[max(0, x.Span.Start-24):x.Span.Start], cut(x.Span.In(c.Text)),
				c.Text[x.Span.End:min(len(c.Text), x.Span.End+24)], x.Message)
			b.WriteString(strings.ReplaceAll(line, "\n", "¶") + "\n")
		}
	}
	const golden = "testdata/clean/flags.golden"
	got := strings.ToValidUTF8(b.String(), "")
	if os.Getenv("STET_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
	for line := range strings.Lines(got) {
		assert.False(t, strings.HasPrefix(line, "typo."), "a clean text has no typos: %s", line)
	}
}

// cleanStory reads a headline and paragraphs parted by blank lines.
func cleanStory(t string) *story.Story {
	parts := strings.Split(strings.TrimSpace(t), "\n\n")
	s := &story.Story{Headline: parts[0], Published: "Saturday"}
	for _, p := range parts[1:] {
		s.Body = append(s.Body, story.Paragraph{Text: p})
	}
	return s
}

func allFlags(s *story.Story) []flag.Flag {
	ctx := context.Background()
	d := lang.Read(s.Layout())
	set := &rules.Settings{Packs: map[string]bool{}}
	for _, b := range []rules.Book{style.New(), style.NewStory()} {
		for _, r := range b.Rules() {
			set.Packs[r.Pack] = true
		}
	}
	var out []flag.Flag
	for i := range d.Paras {
		p := &d.Paras[i]
		for _, c := range []rules.ParagraphChecker{grammar.New(), marks.New(), style.New()} {
			for _, f := range c.CheckParagraph(ctx, p.Paragraph, set) {
				f.Span = f.Span.Shift(p.Start)
				out = append(out, f)
			}
		}
	}
	sub := &rules.Subject{Story: s, Doc: d, Settings: set}
	for _, c := range []rules.StoryChecker{marks.NewStory(), style.NewStory()} {
		out = append(out, c.CheckStory(ctx, sub)...)
	}
	slices.SortStableFunc(out, func(a, b flag.Flag) int { return a.Span.Start - b.Span.Start })
	return out
}

// cut shortens a long span to its ends.
func cut(s string) string {
	if len(s) < 60 {
		return s
	}
	return s[:28] + "…" + s[len(s)-28:]
}
