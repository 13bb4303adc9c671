package wire

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
)

// one reads the single story that data is expected to hold.
func one(t *testing.T, name, data string) *story.Story {
	t.Helper()
	stories, err := Read(context.Background(), name, []byte(data))
	require.NoError(t, err)
	require.Len(t, stories, 1)
	return stories[0]
}

// texts are the paragraphs of s without their roles.
func texts(s *story.Story) []string {
	var out []string
	for _, p := range s.Body {
		out = append(out, p.Text)
	}
	return out
}

func TestTextKeepsItsLines(t *testing.T) {
	s := one(t, "note.txt", "Ferry sinks\r\n\r\nPORT LOUIS — A ferry sank.\rAll were saved.\n\n")
	assert.True(t, s.Flat)
	assert.Equal(t, []string{"Ferry sinks", "", "PORT LOUIS — A ferry sank.", "All were saved."}, texts(s))
	assert.Equal(t, "text", s.Source.Format)
	assert.Equal(t, "note.txt", s.Source.Name)
	assert.Len(t, s.Source.SHA256, 64)
	assert.False(t, s.Source.Imported.IsZero())
}

func TestTextInOtherCharacterSets(t *testing.T) {
	for _, c := range []struct{ name, in, want, repair string }{
		{"UTF-8 with a mark", "\ufeffCafé", "Café", ""},
		{"UTF-16 little endian", "\xff\xfeC\x00a\x00f\x00\xe9\x00", "Café", ""},
		{"UTF-16 without a mark", "C\x00a\x00f\x00\xe9\x00 \x00o\x00p\x00e\x00n\x00", "Café open", ""},
		{"Windows-1252", "Caf\xe9 \x93open\x94", "Café “open”", "read as Windows-1252"},
		{"a stray byte in UTF-8", "Café and caf\xe9", "Café and café", "1 place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := one(t, "a.txt", c.in)
			assert.Equal(t, []string{c.want}, texts(s))
			if c.repair == "" {
				assert.Empty(t, s.Repairs)
			} else {
				require.Len(t, s.Repairs, 1)
				assert.Contains(t, s.Repairs[0], c.repair)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	s := one(t, "story.md", "---\nauthor: By Jane Roe and John Doe\ndate: 2024-05-06\n---\n# Ferry sinks\n\nA *ferry*\nsank, [police](http://x.example) said.\n\n## Rescue\n\n- boats\n- helicopters\n\n| Year | Dead |\n|---|---|\n| 2023 | 4 |\n")
	assert.Equal(t, "Ferry sinks", s.Headline)
	assert.Equal(t, []string{"Jane Roe", "John Doe"}, s.Bylines)
	assert.Equal(t, 2024, s.Versioned.Year())
	assert.Equal(t, []story.Paragraph{
		{Text: "A ferry sank, police said."},
		{Text: "Rescue", Role: story.RoleSubhead},
		{Text: "boats", Role: story.RoleListItem},
		{Text: "helicopters", Role: story.RoleListItem},
		{Text: "Year\tDead", Role: story.RoleTable},
		{Text: "2023\t4", Role: story.RoleTable},
	}, s.Body)
}

func TestErrorsNameTheFileAndTheNextStep(t *testing.T) {
	for _, c := range []struct{ name, data, says string }{
		{"empty.txt", " \n", "empty"},
		{"scan.pdf", "%PDF-1.7 ...", "paste"},
		{"old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOCX"},
		{"noise.txt", "\x00\x01\x02\x03\x05\x06\x07\x08\x00\x01\x02", "not text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			stories, err := Read(context.Background(), c.name, []byte(c.data))
			require.Error(t, err)
			assert.Empty(t, stories)
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, c.name, e.Name)
			assert.NotEmpty(t, e.Next)
			assert.Contains(t, err.Error(), c.says)
		})
	}
}

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(path, []byte("Hello there."), 0o600))
	stories, err := ReadFile(context.Background(), path)
	require.NoError(t, err)
	require.Len(t, stories, 1)
	assert.Equal(t, path, stories[0].Source.Path)
	assert.Equal(t, "a.txt", stories[0].Source.Name)

	_, err = ReadFile(context.Background(), path+".missing")
	assert.ErrorContains(t, err, path+".missing")
	assert.ErrorIs(t, err, os.ErrNotExist)

	big := filepath.Join(t.TempDir(), "big.txt")
	require.NoError(t, os.WriteFile(big, nil, 0o600))
	require.NoError(t, os.Truncate(big, 3<<30))
	_, err = ReadFile(context.Background(), big)
	assert.ErrorContains(t, err, "3072 MB")
}

func TestReadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, "a.txt", []byte("Hello."))
	assert.ErrorIs(t, err, context.Canceled)
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a/c.xml", ".hidden/d.txt", "a/.e", "~$lock.docx", "empty.txt", "huge.txt"} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(strings.TrimSuffix("x", map[bool]string{true: "x"}[name == "empty.txt"])), 0o600))
	}
	require.NoError(t, os.Truncate(filepath.Join(dir, "huge.txt"), maxFile+1))
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "a", "loop")))

	files, skipped, err := Walk(context.Background(), dir, filepath.Join(dir, "nowhere"))
	require.NoError(t, err)
	assert.Equal(t, []string{filepath.Join(dir, "a", "c.xml"), filepath.Join(dir, "b.txt")}, files)
	reasons := map[string]string{}
	for _, s := range skipped {
		reasons[filepath.Base(s.Path)] = s.Reason
	}
	assert.Equal(t, "hidden", reasons[".hidden"])
	assert.Equal(t, "hidden", reasons["~$lock.docx"])
	assert.Equal(t, "empty", reasons["empty.txt"])
	assert.Contains(t, reasons["huge.txt"], "too large")
	assert.Contains(t, reasons["loop"], "not a regular file")
	assert.Contains(t, reasons["nowhere"], "no such file")
}
