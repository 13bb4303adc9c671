package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"stet/model/flag"
	"stet/model/library"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/actions"
	"stet/ui/editor"
)

// current is the current flag, if it is open.
func (a *App) currentItem() (it itemRef, ok bool) {
	if a.story == nil || a.view != cleanView {
		return it, false
	}
	i, found := a.story.review.Item(a.flags.Current())
	if !found || i.Verdict != flag.Open {
		return it, false
	}
	return itemRef{i.ID, i.Flag, i.Was}, true
}

type itemRef struct {
	id   string
	flag flag.Flag
	was  string
}

// decideOn makes a flag current and decides on it: a card's own button.
func (a *App) decideOn(id string, do func()) {
	a.setCurrent(id, false)
	do()
}

// deciding runs a decision on the current flag; afterwards the next open flag
// is current and the copy has the keyboard.
func (a *App) deciding(do func(itemRef) error) {
	it, ok := a.currentItem()
	if !ok {
		return
	}
	before := a.flags.Open()
	if err := do(it); err != nil {
		a.toasts.Show(err.Error(), false, "", nil)
		return
	}
	a.refresh()
	a.advance(before, it.id)
}

// advance makes the flag current that stood behind id, or the first that is
// left.
func (a *App) advance(before []string, id string) {
	open := a.flags.Open()
	if len(open) == 0 {
		a.setCurrent("", false)
		a.focusBody()
		a.allSettled()
		return
	}
	left := map[string]bool{}
	for _, o := range open {
		left[o] = true
	}
	passed, next := false, ""
	for _, o := range before {
		if o == id {
			passed = true
			continue
		}
		if passed && left[o] {
			next = o
			break
		}
	}
	if next == "" {
		next = open[0]
	}
	a.setCurrent(next, true)
}

func (a *App) allSettled() {
	c := a.story.review.Counts()
	if c.Total > c.Settled {
		a.toast("Nothing more is open that the filters let through.")
		return
	}
	if c.Total == 0 {
		a.toast("This story has no flags.")
		return
	}
	a.toasts.Show("All flags are settled.", false, "Export", func() { a.actions.Run(actions.Export) })
}

func (a *App) fixNth(n int) {
	a.deciding(func(it itemRef) error { return a.story.review.Fix(it.id, n) })
}

func (a *App) fixAlike() {
	a.deciding(func(it itemRef) error {
		n, err := a.story.review.FixAll(it.id, 0)
		if err == nil && n > 1 {
			a.toast(fmt.Sprintf("Fixed in %d places; one undo takes all back.", n))
		}
		return err
	})
}

func (a *App) letStand(alike bool, reason string) {
	a.deciding(func(it itemRef) error {
		if !alike {
			return a.story.review.Stet(it.id, reason)
		}
		n, err := a.story.review.StetAll(it.id, reason)
		if err == nil && n > 1 {
			a.toast(fmt.Sprintf("Let stand in %d places; one undo takes all back.", n))
		}
		return err
	})
}

func (a *App) stetReason() {
	it, ok := a.currentItem()
	if !ok {
		return
	}
	a.host.Ask("Let it stand", it.flag.Message, "", "Stet", func(reason string) { a.letStand(false, reason) })
}

func (a *App) queryFlag() {
	a.deciding(func(it itemRef) error {
		q := it.flag.Query
		if q == "" {
			q = it.flag.Message
		}
		return a.story.review.Query(it.id, q)
	})
}

// reopen takes a decision back.
func (a *App) reopen(id string) {
	it, ok := a.story.review.Item(id)
	if !ok {
		return
	}
	var err error
	if it.Verdict == flag.Fixed {
		err = a.story.review.Revert(id)
	} else {
		err = a.story.review.Reopen(id)
	}
	if err != nil {
		a.toast(err.Error())
		return
	}
	a.refresh()
	a.setCurrent(id, true)
}

// cardMenu is the menu of a card: the other places that the flag speaks of, and
// what else can be done with it.
func (a *App) cardMenu(id string) *fyne.Menu {
	m := a.actions.Menu(
		actions.FixAlike, actions.StetAlike, actions.StetReason, "", actions.Why, "",
		actions.AllowWord, actions.AddWord, actions.AddName, "", actions.MuteStory, actions.MuteAlways,
	)
	it, ok := a.story.review.Item(id)
	if !ok {
		return m
	}
	var places []*fyne.MenuItem
	for _, p := range it.Also {
		label := p.Note
		if label == "" {
			label = p.Part.String()
		}
		places = append(places, fyne.NewMenuItem("Go to "+shortName(label), func() { a.goPlace(p.Part, p.Span) }))
	}
	if len(places) > 0 {
		m.Items = append(append(places, fyne.NewMenuItemSeparator()), m.Items...)
	}
	return m
}

// nextFlag goes to the open flag n places on from the current one, or from the
// caret.
func (a *App) nextFlag(n int) {
	open := a.flags.Open()
	if len(open) == 0 {
		if a.story != nil {
			a.allSettled()
		}
		return
	}
	at := -1
	for i, id := range open {
		if id == a.flags.Current() {
			at = i
		}
	}
	if at >= 0 && a.story.waits {
		a.setCurrent(open[at], true)
		return
	}
	part, caret := a.caret()
	if at >= 0 {
		it, _ := a.story.review.Item(open[at])
		here := it.Part == part && it.Span.Start <= caret && caret <= it.Span.End
		if !here && !a.flagsFocused() {
			// The caret was put elsewhere: go on from there.
			at = -1
		}
	}
	if at < 0 {
		if n > 0 {
			a.setCurrent(a.afterCaret(open), true)
			return
		}
		prev := open[len(open)-1]
		for _, id := range open {
			it, ok := a.story.review.Item(id)
			if ok && (it.Part < part || it.Part == part && it.Span.Start < caret) {
				prev = id
			}
		}
		a.setCurrent(prev, true)
		return
	}
	a.setCurrent(open[(at+n+len(open))%len(open)], true)
}

func (a *App) flagsFocused() bool { return a.Window.Canvas().Focused() == a.flags.Focus() }

// allowWord lets the flagged word stand wherever it is in this story.
func (a *App) allowWord() {
	a.deciding(func(it itemRef) error {
		a.story.review.Allow(it.was)
		a.story.follow = true
		a.toast("“" + it.was + "” is right in this story. Undo takes that back.")
		return nil
	})
}

// addWord puts the flagged word into the editor's dictionary.
func (a *App) addWord() {
	a.deciding(func(it itemRef) error {
		a.toast("“" + it.was + "” is in your dictionary now. Undo takes it out, and so does Preferences.")
		return a.story.review.Teach(it.id, "in the dictionary", a.knowing(library.TopicWord, it.was, true), a.knowing(library.TopicWord, it.was, false))
	})
}

// addName puts the flagged words to the names that are known for right.
func (a *App) addName() {
	a.deciding(func(it itemRef) error {
		a.toast("“" + it.was + "” is a known name now. Undo takes it out, and so does Preferences.")
		return a.story.review.Teach(it.id, "a known name", a.knowing(library.TopicName, it.was, true), a.knowing(library.TopicName, it.was, false))
	})
}

// knowing returns what makes a word of the dictionary, or a name, known or
// forgets it.
func (a *App) knowing(topic, word string, known bool) func() {
	return func() {
		set, value := a.settings.Words, ""
		if topic == library.TopicName {
			set = a.settings.KnownNames
		}
		delete(set, word)
		if known {
			set[word], value = true, "on"
		}
		a.saver.value(topic, word, value)
		a.learned()
	}
}

func (a *App) knowName(name string) {
	a.knowing(library.TopicName, name, true)()
	a.toast("“" + name + "” is a known name now; Preferences takes it out again.")
}

func (a *App) muteStory() {
	a.deciding(func(it itemRef) error {
		a.story.review.Mute(it.flag.Rule)
		a.story.follow = true
		a.toast("“" + a.ruleTitle(it.flag.Rule) + "” is mute for this story. Undo takes that back.")
		return nil
	})
}

func (a *App) muteAlways() {
	a.deciding(func(it itemRef) error {
		a.settings.Muted[it.flag.Rule] = true
		a.story.follow = true
		a.saver.value(library.TopicMuted, it.flag.Rule, "on")
		a.learned()
		a.toast("“" + a.ruleTitle(it.flag.Rule) + "” is mute from now on; Preferences turns it on again.")
		return nil
	})
}

func (a *App) ruleTitle(id string) string {
	if r := a.checker.Rule(id); r != nil && r.Title != "" {
		return r.Title
	}
	return id
}

// learned has the checks take up what the editor taught them.
func (a *App) learned() {
	a.settings.version++
	a.configure()
	if a.story != nil {
		a.changed(a.story)
	}
}

// restoreLine puts a removed line back into the copy.
func (a *App) restoreLine(id string) {
	var i int
	if _, err := fmt.Sscanf(id, "%d", &i); err != nil {
		return
	}
	if err := a.story.review.Restore(i); err != nil {
		a.problem("The line cannot be restored", err)
		return
	}
	a.refresh()
	a.focusBody()
}

func (a *App) restoreAll() {
	h := a.story.review.History()
	h.Begin("Restore all removed lines")
	for range len(a.story.review.Furniture()) {
		if err := a.story.review.Restore(0); err != nil {
			a.problem("A line cannot be restored", err)
			break
		}
	}
	h.End()
	a.refresh()
}

// makeFurniture takes the paragraph at the caret out of the copy.
func (a *App) makeFurniture() {
	d := a.body.Document()
	para := d.ParaAt(a.body.Caret())
	if d.Para(para) == "" {
		return
	}
	if err := a.story.review.Remove(para, story.ByEditor); err != nil {
		a.problem("The paragraph cannot be taken out", err)
		return
	}
	a.refresh()
	a.focusBody()
}

// editorMenu is what the context menu of the copy offers first: the fixes of
// the flag there and what else can be done with it.
func (a *App) editorMenu(e *editor.Editor, offset int, marks []text.Mark) []*fyne.MenuItem {
	a.tips.Hide(nil)
	var out []*fyne.MenuItem
	for _, m := range marks {
		if m.Owner != editor.LayerFlags {
			continue
		}
		it, ok := a.story.review.Item(m.ID)
		if !ok {
			continue
		}
		a.setCurrent(m.ID, false)
		for i, f := range it.Flag.Fixes[:min(len(it.Flag.Fixes), actions.Fixes)] {
			label := f.Label
			if label == "" {
				label = f.Text
			}
			out = append(out, fyne.NewMenuItem("Fix: "+label, func() { a.fixNth(i) }))
		}
		out = append(out, a.actions.Menu(actions.Stet, actions.StetAlike, actions.Query, actions.AllowWord, actions.AddWord, actions.AddName).Items...)
		break
	}
	if e == a.body {
		if len(out) > 0 {
			out = append(out, fyne.NewMenuItemSeparator())
		}
		out = append(out, a.actions.Menu(actions.MakeFurniture).Items...)
	}
	return out
}
