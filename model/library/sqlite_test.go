package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/desk"
	"stet/model/flag"
	"stet/model/story"
	"stet/model/text"
	"stet/model/wire"
)

var ctx = context.Background()

func temp(t testing.TB) *SQLite {
	l, err := OpenSQLite(filepath.Join(t.TempDir(), "a folder", "library.stet"))
	require.NoError(t, err)
	t.Cleanup(func() { l.Close() })
	return l
}

// distinct returns a story of its own words.
func distinct(i int) *story.Story {
	s := storm()
	s.ID, s.Headline, s.Slug = fmt.Sprintf("urn:story:%d", i), fmt.Sprintf("Story %d of many", i), ""
	s.Body = nil
	for p := range 3 {
		s.Body = append(s.Body, story.Paragraph{Text: fmt.Sprintf("In %d the town of T%d had %d houses, and P%d said so to Q%d.", i, i*7+p, i*3+p, i, p)})
	}
	return s
}

func storm() *story.Story {
	return &story.Story{
		ID: "urn:storm", Headline: "Storm closes ports", Bylines: []string{"Ann Lee"}, Slug: "storm", Credit: "AP",
		Body: []story.Paragraph{{Text: "Ports from Brest to Cádiz were shut on Monday."}, {Text: "Ships waited."}},
	}
}

func TestWhatIsKeptComesBack(t *testing.T) {
	l := temp(t)
	a, err := l.Add(ctx, storm(), []byte("raw bytes"))
	require.NoError(t, err)
	assert.Equal(t, Fresh, a.Relation)

	st, err := l.Open(ctx, a.ID)
	require.NoError(t, err)
	r := desk.Resume(st)
	require.NoError(t, r.Doc(desk.Body).Apply(text.Edit{Text: "Big "}))
	r.SetCaret(desk.Caret{Part: desk.Body, Anchor: 4, Head: 4})
	require.NoError(t, l.Save(ctx, a.ID, r.State()))
	path := l.path
	require.NoError(t, l.Close())

	l, err = OpenSQLite(path)
	require.NoError(t, err)
	defer l.Close()
	st, err = l.Open(ctx, a.ID)
	require.NoError(t, err)
	assert.Equal(t, "Big Ports from Brest to Cádiz were shut on Monday.", st.Story.Body[0].Text)
	assert.Equal(t, 4, st.Caret.Head)
	raw, err := l.Original(ctx, a.ID, 0)
	require.NoError(t, err)
	assert.Equal(t, "raw bytes", string(raw))
	rows, err := l.List(ctx)
	require.NoError(t, err)
	require.Len(t, rows, 1)
	assert.Equal(t, "Storm closes ports", rows[0].Headline)
	assert.Equal(t, "AP", rows[0].Source)
	assert.Equal(t, desk.StatusOpen, rows[0].Status)
	row, err := l.Row(ctx, a.ID)
	require.NoError(t, err)
	assert.Equal(t, rows[0], row)
}

func TestTheSameFileIsNotKeptTwice(t *testing.T) {
	l := temp(t)
	a, err := l.Add(ctx, storm(), []byte("x"))
	require.NoError(t, err)
	b, err := l.Add(ctx, storm(), []byte("x"))
	require.NoError(t, err)
	assert.Equal(t, Added{a.ID, Same, 1}, b)
	c, err := l.Add(ctx, distinct(1), []byte("x"))
	require.NoError(t, err)
	assert.Equal(t, Fresh, c.Relation, "a file of two stories gives two")
}

func TestANewVersionJoinsItsStory(t *testing.T) {
	l := temp(t)
	a, err := l.Add(ctx, storm(), []byte("x"))
	require.NoError(t, err)
	st, err := l.Open(ctx, a.ID)
	require.NoError(t, err)
	st.Words = []string{"Cádiz"}
	st.Settled = []desk.Settled{
		{ID: "a:1-1", Part: desk.Body, Decision: flag.Decision{Verdict: flag.Stet}},
		{ID: "b:1-1", Part: desk.Body, Decision: flag.Decision{Verdict: flag.Fixed}},
	}
	require.NoError(t, l.Save(ctx, a.ID, st))

	next := storm()
	next.Body[1].Text = "Ships waited for two days."
	b, err := l.Add(ctx, next, []byte("y"))
	require.NoError(t, err)
	assert.Equal(t, Added{a.ID, Updated, 2}, b)
	st, err = l.Open(ctx, a.ID)
	require.NoError(t, err)
	assert.Equal(t, "Ships waited for two days.", st.Story.Body[1].Text)
	assert.Equal(t, []string{"Cádiz"}, st.Words)
	require.Len(t, st.Settled, 1, "what was let stand still stands, a fix of the old text does not")
	v, err := l.Versions(ctx, a.ID)
	require.NoError(t, err)
	require.Len(t, v, 2)
	assert.Equal(t, "Ships waited.", v[0].Story.Body[1].Text)
	raw, err := l.Original(ctx, a.ID, 1)
	require.NoError(t, err)
	assert.Equal(t, "x", string(raw))
	row, err := l.Row(ctx, a.ID)
	require.NoError(t, err)
	assert.Equal(t, 2, row.Versions)
}

func TestAVersionIsKnownByItsText(t *testing.T) {
	l := temp(t)
	long := func(end string) *story.Story {
		s := distinct(4)
		s.ID = ""
		for i := range 12 {
			s.Body = append(s.Body, story.Paragraph{Text: fmt.Sprintf("Sentence number %d tells what happened at hour %d of the long day, as people there saw it.", i, i*5)})
		}
		s.Body = append(s.Body, story.Paragraph{Text: end})
		return s
	}
	a, err := l.Add(ctx, long("Nobody was hurt."), []byte("1"))
	require.NoError(t, err)
	for i := range 30 {
		_, err := l.Add(ctx, distinct(100+i), fmt.Appendf(nil, "d%d", i))
		require.NoError(t, err)
	}
	b, err := l.Add(ctx, long("Two people were hurt, the mayor said later."), []byte("2"))
	require.NoError(t, err)
	assert.Equal(t, Added{a.ID, Updated, 2}, b)
	c, err := l.Add(ctx, long("Two people were hurt, the mayor said later."), []byte("2 in another file"))
	require.NoError(t, err)
	assert.Equal(t, Added{a.ID, Same, 2}, c, "the same words are no new version")
	rows, err := l.Recent(ctx, 5)
	require.NoError(t, err)
	assert.Len(t, rows, 5)
	rows, err = l.List(ctx)
	require.NoError(t, err)
	assert.Len(t, rows, 31)
}

func TestSearchFindsWords(t *testing.T) {
	l := temp(t)
	a, err := l.Add(ctx, storm(), []byte("x"))
	require.NoError(t, err)
	for q, want := range map[string]int{
		"cadiz": 1, "ports brest": 1, "shi": 1, "ann": 1, "nowhere": 0, `"; drop`: 0, "": 0, "AND": 0,
	} {
		ids, err := l.Search(ctx, q, 10)
		require.NoError(t, err, q)
		assert.Len(t, ids, want, q)
	}
	st, err := l.Open(ctx, a.ID)
	require.NoError(t, err)
	st.Story.Body[1].Text = "Planes flew."
	require.NoError(t, l.Save(ctx, a.ID, st))
	ids, err := l.Search(ctx, "ships", 10)
	require.NoError(t, err)
	assert.Empty(t, ids, "old words are forgotten")
	require.NoError(t, l.Delete(ctx, a.ID))
	ids, err = l.Search(ctx, "planes", 10)
	require.NoError(t, err)
	assert.Empty(t, ids)
}

func TestMissingStoriesSaySo(t *testing.T) {
	l := temp(t)
	_, err := l.Open(ctx, 7)
	require.ErrorIs(t, err, ErrNotFound)
	_, err = l.Row(ctx, 7)
	require.ErrorIs(t, err, ErrNotFound)
	_, err = l.Original(ctx, 7, 0)
	require.ErrorIs(t, err, ErrNotFound)
	require.ErrorIs(t, l.Save(ctx, 7, &desk.State{Story: storm(), Arrived: storm()}), ErrNotFound)
}

func TestValues(t *testing.T) {
	l := temp(t)
	require.NoError(t, l.SetValue(ctx, TopicWord, "détente", "1"))
	require.NoError(t, l.SetValue(ctx, TopicWord, "gone", "1"))
	require.NoError(t, l.SetValue(ctx, TopicWord, "gone", ""))
	v, err := l.Values(ctx, TopicWord)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"détente": "1"}, v)
}

func TestADamagedLibraryIsSetAside(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"no database at all": func([]byte) []byte {
			return []byte("this is a letter to my aunt, and it is long enough to be read as a header, surely, yes, it is")
		},
		"pages overwritten": func(b []byte) []byte {
			for i := 100; i < len(b); i++ {
				b[i] = 0xa5
			}
			return b
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.stet")
			l, err := OpenSQLite(path)
			require.NoError(t, err)
			for i := range 20 {
				_, err = l.Add(ctx, distinct(i), fmt.Appendf(nil, "%d", i))
				require.NoError(t, err)
			}
			require.NoError(t, l.Close())
			b, err := os.ReadFile(path)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(path, damage(b), 0o600))
			os.Remove(path + "-wal")
			l, err = OpenSQLite(path)
			var d *DamagedError
			require.True(t, errors.As(err, &d), "%v", err)
			require.FileExists(t, d.Aside)
			require.NotNil(t, l)
			defer l.Close()
			_, err = l.Add(ctx, storm(), []byte("x"))
			require.NoError(t, err, "the new library works")
		})
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := OpenSQLite(filepath.Join(file, "library.stet"))
	require.ErrorContains(t, err, "--library")
}

func BenchmarkList100000(b *testing.B) {
	l := temp(b)
	tx, err := l.db.Begin()
	require.NoError(b, err)
	for i := range 100_000 {
		s := distinct(i)
		_, err := l.insert(ctx, tx, &desk.State{Story: s, Arrived: s}, &wire.Fingerprint{ID: s.ID}, time.Now())
		require.NoError(b, err)
	}
	require.NoError(b, tx.Commit())
	for b.Loop() {
		rows, err := l.List(ctx)
		require.NoError(b, err)
		require.Len(b, rows, 100_000)
	}
}

func BenchmarkSave(b *testing.B) {
	l := temp(b)
	a, err := l.Add(ctx, storm(), []byte("x"))
	require.NoError(b, err)
	st, err := l.Open(ctx, a.ID)
	require.NoError(b, err)
	for b.Loop() {
		require.NoError(b, l.Save(ctx, a.ID, st))
	}
}
