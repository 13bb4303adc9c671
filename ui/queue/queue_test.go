package queue

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/desk"
	"stet/ui/theme"
)

var day = time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)

func stories() []Story {
	return []Story{
		{ID: "a", Headline: "Storm closes northern ports", Source: "AP", Byline: "Ann Reyes", Slug: "storm-ports", When: day, Status: desk.StatusNew, Checked: true},
		{ID: "b", Headline: "Council votes on bus lanes", Source: "Reuters", Slug: "bus", When: day.Add(time.Hour), Status: desk.StatusOpen, Checked: true, Counts: Counts{Total: 9, Settled: 2}},
		{ID: "c", Headline: "Ports reopen after storm", Source: "AFP", When: day.Add(2 * time.Hour), Status: desk.StatusReady, Checked: true},
	}
}

func open(t *testing.T) (*Queue, fyne.Window) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	q := New()
	w := test.NewTempWindow(t, q.Content)
	w.Resize(fyne.NewSize(300, 700))
	return q, w
}

func TestSearchAndFilters(t *testing.T) {
	q, _ := open(t)
	q.Set(stories())
	assert.Equal(t, []string{"c", "b", "a"}, q.ShownIDs(), "newest first")
	for query, want := range map[string][]string{
		"storm":     {"c", "a"},
		"ann reyes": {"a"},
		"bsl":       {"b"}, // scattered letters of "bus lanes"
		"reuters":   {"b"},
		"zzz":       {},
	} {
		q.search.SetText(query)
		assert.Equal(t, want, q.ShownIDs(), query)
	}
	q.search.SetText("")
	test.Tap(q.chips[1+int(desk.StatusReady)])
	assert.Equal(t, []string{"c"}, q.ShownIDs())
	assert.Equal(t, "Ready 1", q.chips[3].Text)
	assert.Equal(t, "All 3", q.chips[0].Text)
	q.SetFilter(Filter{Status: -1, Order: MostOpen})
	assert.Equal(t, []string{"b", "c", "a"}, q.ShownIDs())
	q.SetFilter(Filter{Status: -1, Order: ByHeadline})
	assert.Equal(t, []string{"b", "c", "a"}, q.ShownIDs())
	q.SetFilter(Filter{Status: -1, Order: Oldest})
	assert.Equal(t, []string{"a", "b", "c"}, q.ShownIDs())
}

func TestUrgentStoriesComeFirstWhenAskedFor(t *testing.T) {
	q, _ := open(t)
	all := stories()
	all[0].Priority, all[1].Priority = 1, 4
	q.Set(all)
	q.SetFilter(Filter{Status: -1, Order: MostUrgent})
	assert.Equal(t, []string{"a", "b", "c"}, q.ShownIDs())
	assert.Contains(t, q.list.Row(0).(*row).meta.Text(), "urgent")
	assert.NotContains(t, q.list.Row(1).(*row).meta.Text(), "urgent")
}

func TestASearchFollowsWhatComesIn(t *testing.T) {
	q, _ := open(t)
	q.Set(stories())
	q.search.SetText("quake")
	assert.Empty(t, q.ShownIDs())
	q.Add(Story{ID: "d", Headline: "Quake shakes the islands", When: day})
	q.Flush()
	assert.Equal(t, []string{"d"}, q.ShownIDs())
	s := stories()[0]
	s.Headline = "Storm and quake close ports"
	q.Update(s)
	assert.ElementsMatch(t, []string{"a", "d"}, q.ShownIDs())
	q.search.SetText("")
	assert.Len(t, q.ShownIDs(), 4)
	q.search.SetText("islands")
	assert.Equal(t, []string{"d"}, q.ShownIDs())
}

func TestFullTextSearchIgnoresLateAnswers(t *testing.T) {
	q, _ := open(t)
	q.Set(stories())
	var done []func([]string)
	q.OnFullText = func(query string, f func([]string)) { done = append(done, f) }
	q.search.SetText("/lanes")
	q.search.SetText("/harbour")
	require.Len(t, done, 2)
	done[1]([]string{"c"})
	done[0]([]string{"b"})
	assert.Equal(t, []string{"c"}, q.ShownIDs())
	q.search.SetText("")
	assert.Len(t, q.ShownIDs(), 3)
}

func TestKeysWalkTheQueue(t *testing.T) {
	q, w := open(t)
	q.Set(stories())
	var opened []string
	q.OnOpen = func(id string) {
		opened = append(opened, id)
		q.SetCurrent(id)
	}
	w.Canvas().Focus(q.List())
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyHome} {
		q.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
	assert.Equal(t, []string{"c", "b", "c", "a", "c"}, opened)
	assert.Equal(t, "b", q.Neighbour(1))
	assert.Empty(t, q.Neighbour(-1))
	q.list.TypedRune('/')
	assert.Equal(t, "/", q.search.Text)
	assert.Same(t, q.search, w.Canvas().Focused())
}

func TestUpdateShowsAStoryAnew(t *testing.T) {
	q, _ := open(t)
	q.Set(stories())
	s := stories()[1]
	s.Counts.Open[0] = 7
	q.Update(s)
	r, ok := q.list.Row(1).(*row)
	require.True(t, ok)
	assert.Equal(t, "7", r.counts[0].Text)
	q.Update(Story{ID: "d", Headline: "New", When: day.Add(9 * time.Hour)})
	assert.Equal(t, "d", q.ShownIDs()[0])
}

func TestEmptyQueueSaysWhatToDo(t *testing.T) {
	q, _ := open(t)
	assert.True(t, q.empty.Visible())
	q.Set(stories())
	assert.False(t, q.empty.Visible())
	q.search.SetText("qqqq")
	assert.Contains(t, q.none.Text(), "No story matches")
}

func TestHundredThousandStoriesStayFast(t *testing.T) {
	q, _ := open(t)
	all := make([]Story, 100_000)
	for i := range all {
		all[i] = Story{ID: fmt.Sprint(i), Headline: fmt.Sprintf("Ministers meet in city number %d over harbour dues", i), Source: "AP", When: day.Add(time.Duration(i) * time.Second)}
	}
	q.Set(all)
	start := time.Now()
	q.search.SetText("number 99999")
	took := time.Since(start)
	assert.Equal(t, "99999", q.ShownIDs()[0])
	assert.Less(t, took, 500*time.Millisecond)
	t.Logf("search among 100,000: %v", took)
	assert.Less(t, q.list.Live(), 20)
}
