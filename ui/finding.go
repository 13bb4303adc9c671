package ui

import (
	"context"
	"fmt"
	"strings"

	"stet/ui/editor"
)

// connectFind joins the find bar to the copy.
func (a *App) connectFind() {
	b := a.find
	count := func() {
		n, at := a.body.Hits()
		b.SetCount(n, at)
	}
	b.OnFind = func(t string, matchCase bool) {
		a.body.Find(editor.Query{Text: t, MatchCase: matchCase})
		count()
	}
	step := func(f func() bool) func() {
		return func() {
			a.quiet = true
			f()
			a.quiet = false
			count()
		}
	}
	b.OnNext, b.OnPrevious = step(a.body.FindNext), step(a.body.FindPrev)
	b.OnReplace = func(with string) {
		a.body.Replace(with)
		count()
	}
	b.OnReplaceAll = func(with string) {
		n := a.body.ReplaceAll(with)
		a.toast(fmt.Sprintf("Replaced in %s; one undo takes all back.", plural(n, "place", "places")))
		count()
	}
	b.OnClose = func() {
		a.body.Find(editor.Query{})
		a.focusBody()
	}
}

// showFind opens the find bar with the selected words.
func (a *App) showFind(replace bool) {
	sel := a.body.SelectedText()
	if strings.Contains(sel, "\n") {
		sel = ""
	}
	a.find.Show(sel, replace)
}

// fullText searches the texts of all stories, on a worker.
func (a *App) fullText(query string, done func([]string)) {
	go func() {
		ids, err := a.lib.Search(context.Background(), query, 5000)
		a.post.Post(func() {
			if err != nil {
				a.problem("The texts cannot be searched", err)
				return
			}
			out := make([]string, len(ids))
			for i, id := range ids {
				out[i] = key(id)
			}
			done(out)
		})
	}()
}
