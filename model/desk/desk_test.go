package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/check"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/story"
	"stet/model/text"
)

// wrongWords flags each word "if" and offers "of".
type wrongWords struct{}

func (wrongWords) Rules() []rules.Rule {
	return []rules.Rule{{ID: "typo.if", Kind: flag.Typo, Severity: flag.Error}}
}

func (wrongWords) CheckParagraph(_ context.Context, p *lang.Paragraph, _ *rules.Settings) []flag.Flag {
	var out []flag.Flag
	for i := range p.Tokens {
		if p.Str(i) == "if" {
			out = append(out, flag.Flag{
				Rule: "typo.if", Kind: flag.Typo, Severity: flag.Error, Span: p.Tokens[i].Span, Confidence: 1,
				Message: "“if” may be “of”", Fixes: []flag.Fix{{Text: "of"}, {Text: "in"}},
			})
		}
	}
	return out
}

var checker = check.With([]rules.ParagraphChecker{wrongWords{}}, nil)

func run(t testing.TB, r *Review) {
	t.Helper()
	in := r.Input()
	res, err := checker.Story(context.Background(), check.Input{Story: in.Story, Names: in.Names})
	require.NoError(t, err)
	r.Found(in, res)
}

func review(t testing.TB) *Review {
	r := New(&story.Story{
		Headline: "Release if prisoners",
		Dek:      "The dek.",
		Body: []story.Paragraph{
			{Text: "One if two if three."},
			{Text: "A Heading", Role: story.RoleSubhead},
			{Text: "The end if it."},
		},
		Furniture: []story.Furniture{
			{Line: 3, Text: "Advertisement", Reason: story.Advertisement, Before: 1},
			{Line: 9, Text: "Follow us", Reason: story.SignOff, Before: 3},
		},
	})
	run(t, r)
	return r
}

func open(r *Review) []Item {
	var out []Item
	for _, it := range r.Items() {
		if it.Verdict == flag.Open {
			out = append(out, it)
		}
	}
	return out
}

func words(r *Review, items []Item) string {
	var out []string
	for _, it := range items {
		out = append(out, fmt.Sprintf("%s %d %s", it.Part, it.Span.Start, r.Doc(it.Part).Slice(it.Span)))
	}
	return strings.Join(out, "; ")
}

func TestFlagsStandInTheirParts(t *testing.T) {
	r := review(t)
	assert.Equal(t, "headline 8 if; body 4 if; body 11 if; body 39 if", words(r, open(r)))
	assert.Equal(t, StatusNew, r.Status())
	assert.Equal(t, 4, r.Counts().Open[flag.Typo])
	ids := map[string]bool{}
	for _, it := range r.Items() {
		ids[it.ID] = true
	}
	assert.Len(t, ids, 4, "every flag has a name of its own")
}

func TestAFixAndItsDecisionAreOneStep(t *testing.T) {
	r := review(t)
	id := open(r)[1].ID
	require.NoError(t, r.Fix(id, 0))
	assert.Equal(t, "One of two if three.", r.Doc(Body).Para(0))
	it, ok := r.Item(id)
	require.True(t, ok)
	assert.Equal(t, flag.Fixed, it.Verdict)
	assert.Equal(t, "of", r.Doc(Body).Slice(it.Span))
	assert.Equal(t, 1, r.Counts().Settled)
	assert.Equal(t, StatusOpen, r.Status())

	for range 2 {
		_, ok = r.Undo()
		require.True(t, ok)
		assert.Equal(t, "One if two if three.", r.Doc(Body).Para(0))
		it, _ = r.Item(id)
		assert.Equal(t, flag.Open, it.Verdict)
		assert.Equal(t, "if", r.Doc(Body).Slice(it.Span))
		_, ok = r.Redo()
		require.True(t, ok)
		it, _ = r.Item(id)
		assert.Equal(t, flag.Fixed, it.Verdict)
		assert.Equal(t, "of", r.Doc(Body).Slice(it.Span))
	}
}

func TestAFixUndoneAfterANewCheck(t *testing.T) {
	r := review(t)
	id := open(r)[1].ID
	require.NoError(t, r.Fix(id, 0))
	run(t, r)
	it, ok := r.Item(id)
	require.True(t, ok, "a fixed flag stays to be seen")
	assert.True(t, it.Gone)
	r.Undo()
	run(t, r)
	assert.Equal(t, "headline 8 if; body 4 if; body 11 if; body 39 if", words(r, open(r)))
	assert.Equal(t, 0, r.Counts().Settled)
}

func TestStetFollowsItsWords(t *testing.T) {
	r := review(t)
	id := open(r)[2].ID
	require.NoError(t, r.Stet(id, "as spoken"))
	require.NoError(t, r.Doc(Body).Apply(text.Edit{Text: "Oh. "}))
	run(t, r)
	assert.Equal(t, "headline 8 if; body 8 if; body 43 if", words(r, open(r)))
	it, ok := r.Item(id)
	require.True(t, ok)
	assert.Equal(t, "as spoken", it.Decision.Reason)
	assert.Equal(t, 15, it.Span.Start)
	require.NoError(t, r.Reopen(id))
	assert.Len(t, open(r), 4)
}

func TestAllAlike(t *testing.T) {
	r := review(t)
	n, err := r.FixAll(open(r)[0].ID, 0)
	require.NoError(t, err)
	assert.Equal(t, 4, n)
	assert.Equal(t, "One of two of three.\nA Heading\nThe end of it.", r.Doc(Body).String())
	assert.Equal(t, "Release of prisoners", r.Doc(Headline).String())
	assert.Equal(t, StatusReady, r.Status())
	r.Undo()
	assert.Equal(t, "headline 8 if; body 4 if; body 11 if; body 39 if", words(r, open(r)))
	n, err = r.StetAll(open(r)[0].ID, "")
	require.NoError(t, err)
	assert.Equal(t, 4, n)
	assert.Empty(t, open(r))
	r.Undo()
	assert.Len(t, open(r), 4)
}

func TestALateResultIsCarriedOverEdits(t *testing.T) {
	r := review(t)
	in := r.Input()
	res, err := checker.Story(context.Background(), check.Input{Story: in.Story})
	require.NoError(t, err)
	require.NoError(t, r.Doc(Body).Apply(text.Edit{Span: text.Span{Start: 4, End: 6}, Text: "off"}))
	r.Found(in, res)
	assert.Equal(t, "headline 8 if; body 12 if; body 40 if", words(r, open(r)), "the word that was changed is not flagged")
}

func TestAFixThatCameTooLateSaysSo(t *testing.T) {
	r := review(t)
	id := open(r)[1].ID
	require.NoError(t, r.Doc(Body).Apply(text.Edit{Span: text.Span{Start: 4, End: 5}, Text: "x"}))
	require.ErrorContains(t, r.Fix(id, 0), "changed")
	require.Error(t, r.Fix("nobody", 0))
	require.Error(t, r.Stet("nobody", ""))
	assert.False(t, strings.HasPrefix(r.Doc(Body).String(), "One of"), "nothing was replaced")
}

func TestRevertTakesAFixBackLater(t *testing.T) {
	r := review(t)
	id := open(r)[1].ID
	require.NoError(t, r.Fix(id, 0))
	require.NoError(t, r.Doc(Body).Apply(text.Edit{Text: "Oh. "}))
	run(t, r)
	require.NoError(t, r.Revert(id))
	assert.Equal(t, "Oh. One if two if three.", r.Doc(Body).Para(0))
	run(t, r)
	assert.Len(t, open(r), 4)
}

func TestFurnitureComesBackInItsPlace(t *testing.T) {
	r := review(t)
	assert.Equal(t, []int{1, 3}, []int{r.Furniture()[0].Para, r.Furniture()[1].Para})
	require.NoError(t, r.Restore(0))
	assert.Equal(t, "One if two if three.\nAdvertisement\nA Heading\nThe end if it.", r.Doc(Body).String())
	assert.Equal(t, story.RoleSubhead, r.roles()[2], "a heading stays one")
	require.Len(t, r.Furniture(), 1)
	assert.Equal(t, 4, r.Furniture()[0].Para)
	r.Undo()
	require.Len(t, r.Furniture(), 2)
	assert.Equal(t, []int{1, 3}, []int{r.Furniture()[0].Para, r.Furniture()[1].Para})
	r.Redo()
	require.NoError(t, r.Restore(0))
	assert.True(t, strings.HasSuffix(r.Doc(Body).String(), "it.\nFollow us"))
	assert.Empty(t, r.Furniture())
}

func TestALineBecomesFurniture(t *testing.T) {
	r := review(t)
	before := r.Doc(Body).String()
	require.NoError(t, r.Remove(1, story.ByEditor))
	assert.Equal(t, "One if two if three.\nThe end if it.", r.Doc(Body).String())
	f := r.Furniture()
	require.Len(t, f, 3)
	assert.Equal(t, "A Heading", f[1].Text)
	assert.Equal(t, []int{1, 1, 2}, []int{f[0].Para, f[1].Para, f[2].Para})
	s := r.Story()
	assert.Len(t, s.Body, 2)
	assert.Equal(t, 1, s.Furniture[1].Before)
	require.NoError(t, r.Restore(f[1].Index))
	assert.Equal(t, before, r.Doc(Body).String())
	r.Undo()
	r.Undo()
	assert.Equal(t, before, r.Doc(Body).String())
	assert.Equal(t, story.RoleSubhead, r.roles()[1])
}

func TestLinesOfOnePlaceKeepTheirOrder(t *testing.T) {
	two := func() *Review {
		return New(&story.Story{
			Body:      []story.Paragraph{{Text: "One."}, {Text: "Two."}},
			Furniture: []story.Furniture{{Text: "Advertisement", Before: 1}, {Text: "Share this story", Before: 1}},
		})
	}
	for _, order := range [][]int{{0, 0}, {1, 0}} {
		r := two()
		for _, i := range order {
			require.NoError(t, r.Restore(i))
		}
		assert.Equal(t, "One.\nAdvertisement\nShare this story\nTwo.", r.Doc(Body).String(), "%v", order)
		require.Error(t, r.Restore(0), "none is left")
	}
	for _, order := range [][]int{{1, 1}, {2, 1}} {
		r := two()
		require.NoError(t, r.Restore(0))
		require.NoError(t, r.Restore(0))
		for _, para := range order {
			require.NoError(t, r.Remove(para, story.ByEditor))
		}
		f := r.Furniture()
		require.Len(t, f, 2)
		assert.Equal(t, []string{"Advertisement", "Share this story"}, []string{f[0].Text, f[1].Text}, "%v", order)
		assert.Equal(t, []int{1, 1}, []int{f[0].Para, f[1].Para})
		assert.Equal(t, story.ByEditor, f[0].Reason)
		assert.Equal(t, "One.\nTwo.", r.Doc(Body).String())
		require.Error(t, r.Remove(9, story.ByEditor))
	}
}

func TestMutedRulesAndAllowedWords(t *testing.T) {
	r := review(t)
	r.Allow("if")
	run(t, r)
	assert.Empty(t, open(r))
	r.Undo()
	run(t, r)
	assert.Len(t, open(r), 4)
	r.Mute("typo.if")
	run(t, r)
	assert.Empty(t, open(r))
}

func TestFieldsAreUndoable(t *testing.T) {
	r := review(t)
	r.Edit("Change slug", func(s *story.Story) { s.Slug = "cuba-prisoners" })
	assert.Equal(t, "cuba-prisoners", r.Story().Slug)
	r.Undo()
	assert.Empty(t, r.Story().Slug)
	r.Redo()
	assert.Equal(t, "cuba-prisoners", r.Fields().Slug)
}

func TestStateOutlivesTheWindow(t *testing.T) {
	r := review(t)
	r.SetEditor("Ann Lee")
	items := open(r)
	require.NoError(t, r.Fix(items[1].ID, 0))
	require.NoError(t, r.Stet(items[2].ID, "as spoken"))
	require.NoError(t, r.Query(items[0].ID, "Is it “of”?"))
	require.NoError(t, r.Remove(1, story.ByEditor))
	r.SetCaret(Caret{Body, 5, 7})
	b, err := json.Marshal(r.State())
	require.NoError(t, err)
	var s State
	require.NoError(t, json.Unmarshal(b, &s))
	back := Resume(&s)
	assert.Equal(t, r.Doc(Body).String(), back.Doc(Body).String())
	assert.Equal(t, Caret{Body, 5, 7}, back.Caret())
	assert.Equal(t, 3, back.Counts().Settled, "decisions are there before the first check")
	run(t, back)
	assert.Equal(t, "body 29 if", words(back, open(back)))
	it, ok := back.Item(items[2].ID)
	require.True(t, ok)
	assert.Equal(t, flag.Stet, it.Verdict)
	assert.Equal(t, "Ann Lee", it.Decision.By)
	assert.False(t, it.Gone)
	require.NoError(t, back.Revert(items[1].ID))
	assert.Equal(t, "One if two if three.", back.Doc(Body).Para(0))
	assert.Len(t, back.Furniture(), 3)
}

func TestStatusGoesRound(t *testing.T) {
	r := review(t)
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	r.now = func() time.Time { at = at.Add(time.Second); return at }
	_, err := r.StetAll(open(r)[0].ID, "")
	require.NoError(t, err)
	assert.Equal(t, StatusReady, r.Status())
	r.SetExported([]string{"a.txt"})
	assert.Equal(t, StatusExported, r.Status())
	require.NoError(t, r.Doc(Body).Type(text.Edit{Text: "x"}))
	run(t, r)
	assert.Equal(t, StatusReady, r.Status())
}

// TestRandomWork does what editors do in any order and holds what must always
// be true: undoing everything gives the first text back, and open flags lie on
// the words that they were raised for.
func TestRandomWork(t *testing.T) {
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		r := review(t)
		first := r.Doc(Headline).String() + "|" + r.Doc(Body).String()
		lines := len(r.Furniture())
		for range 40 {
			items := open(r)
			d := r.Doc(Body)
			switch k := rnd.IntN(10); {
			case k == 0 && len(items) > 0:
				require.NoError(t, ignoreLate(r.Fix(items[rnd.IntN(len(items))].ID, rnd.IntN(2))))
			case k == 1 && len(items) > 0:
				require.NoError(t, r.Stet(items[rnd.IntN(len(items))].ID, ""))
			case k == 2:
				at := rnd.IntN(d.Len() + 1)
				require.NoError(t, d.Type(text.Edit{Span: text.Span{Start: at, End: at}, Text: []string{"if ", "x", "\n", " if"}[rnd.IntN(4)]}))
			case k == 3 && d.Len() > 3:
				at := rnd.IntN(d.Len() - 2)
				require.NoError(t, d.Apply(text.Edit{Span: text.Span{Start: at, End: at + 2}}))
			case k == 4:
				r.Undo()
			case k == 5:
				r.Redo()
			case k == 6:
				run(t, r)
			case k == 7 && len(r.Furniture()) > 0:
				require.NoError(t, r.Restore(rnd.IntN(len(r.Furniture()))))
			case k == 8:
				require.NoError(t, r.Remove(rnd.IntN(d.Paras()), story.ByEditor))
			case k == 9:
				in := r.Input()
				res, err := checker.Story(context.Background(), check.Input{Story: in.Story})
				require.NoError(t, err)
				r.Undo()
				r.Found(in, res)
			}
			for _, it := range open(r) {
				require.Equal(t, len(it.Was) > 0, it.Span.Len() > 0, "seed %d: %+v", seed, it)
				require.LessOrEqual(t, it.Span.End, r.Doc(it.Part).Len())
			}
			for _, f := range r.Furniture() {
				require.LessOrEqual(t, f.Para, d.Paras())
			}
		}
		for r.History().CanUndo() {
			r.Undo()
		}
		require.Equal(t, first, r.Doc(Headline).String()+"|"+r.Doc(Body).String(), "seed %d", seed)
		require.Len(t, r.Furniture(), lines, "seed %d", seed)
		run(t, r)
		for _, it := range open(r) {
			require.Equal(t, it.Was, r.Doc(it.Part).Slice(it.Span))
		}
	}
}

func ignoreLate(err error) error {
	if err != nil && strings.Contains(err.Error(), "changed") {
		return nil
	}
	return err
}

func BenchmarkFound(b *testing.B) {
	s := &story.Story{}
	for range 60 {
		s.Body = append(s.Body, story.Paragraph{Text: strings.Repeat("word after word if it goes on ", 4)})
	}
	r := New(s)
	in := r.Input()
	res, err := checker.Story(context.Background(), check.Input{Story: in.Story})
	require.NoError(b, err)
	for b.Loop() {
		r.Found(in, res)
	}
}
