package ui

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"stet/model/check"
	"stet/model/desk"
	"stet/model/flag"
	"stet/model/library"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/editor"
	"stet/ui/flags"
	"stet/ui/queue"
)

// desked is the story on the desk.
type desked struct {
	id       library.ID
	review   *desk.Review
	previous *story.Story // the version before, or nil
	versions []library.Version

	in     desk.Input // of the last check that was taken in
	result *check.Result
	took   time.Duration

	text    textVersion // that the last check was asked for
	asked   bool
	painted string // what the panel shows, to know when it must be drawn anew
	dirty   bool   // changed since the panes were brought up to date
	unsaved bool   // changed since it was handed to the saver
	savedAt time.Time

	// Where the current flag is, so that it is found again when its id changes
	// with the words around it.
	current desk.Item
	typed   [len(parts)]uint64 // versions of the texts when the caret moved last
	follow  bool               // the first open flag becomes current after the next check
	waits   bool               // the current flag was chosen so, and nobody has gone there yet
}

// shelf holds the stories that were on the desk last, so that undo still works
// when the editor comes back to one.
type shelf struct{ stories []*desked }

const shelfSize = 20

func (h *shelf) put(s *desked) {
	h.take(s.id)
	h.stories = append(h.stories, s)
	if len(h.stories) > shelfSize {
		h.stories = slices.Delete(h.stories, 0, 1)
	}
}

// take returns a story and takes it off the shelf; nil where it is not there.
func (h *shelf) take(id library.ID) *desked {
	for i, s := range h.stories {
		if s.id == id {
			h.stories = slices.Delete(h.stories, i, i+1)
			return s
		}
	}
	return nil
}

// textVersion tells one text of a story from the next.
type textVersion struct {
	headline, dek, body uint64
	settings            int
}

// idOf reads a queue's id.
func idOf(s string) library.ID {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return library.ID(n)
}

func key(id library.ID) string { return strconv.FormatInt(int64(id), 10) }

// load fills the queue and puts the story of the last time on the desk.
func (a *App) load() {
	rows, err := a.lib.List(context.Background())
	if err != nil {
		a.problem("The library cannot be listed", err)
	}
	all := make([]queue.Story, len(rows))
	var unchecked []library.ID
	for i, r := range rows {
		all[i] = rowOf(r)
		if !r.Checked {
			unchecked = append(unchecked, r.ID)
		}
	}
	a.queue.Set(all)
	a.behind.add(unchecked...)
	first := a.settings.Story
	if _, ok := a.queue.Get(key(first)); !ok {
		first = 0
		if ids := a.queue.ShownIDs(); len(ids) > 0 {
			first = idOf(ids[0])
		}
	}
	if first != 0 {
		a.openStory(first, false)
	} else {
		a.clear()
	}
}

func rowOf(r library.Row) queue.Story {
	when := r.Imported
	if !r.Versioned.IsZero() {
		when = r.Versioned
	}
	return queue.Story{
		ID: key(r.ID), Headline: r.Headline, Source: r.Source, Byline: r.Byline, Slug: r.Slug, When: when.Local(),
		Priority: uint8(min(max(r.Priority, 0), 9)), Version: uint16(min(r.Versions, math.MaxUint16)),
		Counts: queue.CountsOf(r.Counts), Checked: r.Checked, Status: r.Status,
	}
}

// updateRow shows a story's state in the queue.
func (a *App) updateRow(id library.ID, st *desk.State) {
	q, ok := a.queue.Get(key(id))
	if !ok {
		return
	}
	q.Headline, q.Slug, q.Byline = headlineOf(st.Story), st.Story.Slug, strings.Join(st.Story.Bylines, ", ")
	q.Counts, q.Status, q.Checked = queue.CountsOf(st.Counts), st.Status, st.Checked
	a.queue.Update(q)
}

// headlineOf is the headline, or how the copy begins where there is none.
func headlineOf(s *story.Story) string {
	if s.Headline != "" || len(s.Body) == 0 {
		return s.Headline
	}
	r := []rune(s.Body[0].Text)
	if len(r) > 90 {
		return strings.TrimSpace(string(r[:89])) + "…"
	}
	return string(r)
}

// clear empties the desk.
func (a *App) clear() {
	a.story = nil
	a.center.Hide()
	a.welcome.Show()
	a.flags.Set(nil)
	a.flags.SetEmpty("Flags of the story on the desk stand here.")
	a.names.Set(nil)
	a.sources.Set(nil)
	a.facts.Set(nil)
	a.details.clear()
	a.settings.Story = 0
	a.refreshStatus()
	a.actions.Update()
	a.toolbar.update()
}

// openStory puts a story on the desk. With focus the copy gets the keyboard.
func (a *App) openStory(id library.ID, focus bool) {
	if id == 0 || a.story != nil && a.story.id == id {
		if focus {
			a.focusBody()
		}
		return
	}
	a.leaveStory()
	s := a.shelf.take(id)
	if s == nil {
		var err error
		if s, err = a.fetch(id); err != nil {
			if errors.Is(err, library.ErrNotFound) {
				a.toast("This story is not in the library any more.")
				return
			}
			a.problem("The story cannot be opened", err)
			return
		}
		s.review.OnChange(func() { a.changed(s) })
	}
	s.review.SetEditor(a.settings.Editor)
	s.painted, s.follow = "", true
	a.story = s
	a.opened[id]++
	a.settings.Story = id
	a.quiet = true
	a.header.Headline.SetDocument(s.review.Doc(desk.Headline))
	a.header.Dek.SetDocument(s.review.Doc(desk.Dek))
	a.body.SetDocument(s.review.Doc(desk.Body))
	a.restoreCaret()
	a.welcome.Hide()
	a.center.Show()
	a.quiet = true
	a.setView(cleanView)
	a.find.Close()
	a.quiet = false
	a.queue.SetCurrent(key(id))
	a.flags.SetCurrent("")
	a.flags.Set(nil)
	a.flags.SetEmpty("Checking…")
	s.dirty, s.asked = true, false
	a.refresh()
	a.remember()
	if focus {
		a.focusBody()
	}
}

// fetch takes a story from the library.
func (a *App) fetch(id library.ID) (*desked, error) {
	st, err := a.lib.Open(context.Background(), id)
	if err != nil {
		return nil, err
	}
	versions, err := a.lib.Versions(context.Background(), id)
	if err != nil {
		return nil, err
	}
	s := &desked{id: id, review: desk.Resume(st), versions: versions}
	if n := len(versions); n > 1 {
		s.previous = versions[n-2].Story
	}
	return s, nil
}

// leaveStory hands what is unsaved to the saver and waits for it, so that the
// library has it when the story is opened again.
func (a *App) leaveStory() {
	if a.story == nil {
		return
	}
	a.header.Commit()
	a.tips.Hide(nil)
	a.keepStory()
	a.saver.flush()
	a.shelf.put(a.story)
}

func (a *App) restoreCaret() {
	c := a.story.review.Caret()
	e := a.editorOf(c.Part)
	a.quiet = true
	n := e.Document().Len()
	e.Select(min(max(c.Anchor, 0), n), min(max(c.Head, 0), n))
	e.Reveal(text.Span{Start: min(c.Head, n), End: min(c.Head, n)})
	a.quiet = false
}

// editorOf is the editor that shows a part.
func (a *App) editorOf(p desk.Part) *editor.Editor {
	switch p {
	case desk.Headline:
		return a.header.Headline
	case desk.Dek:
		return a.header.Dek
	}
	return a.body
}

func (a *App) partOf(e *editor.Editor) desk.Part {
	switch e {
	case a.header.Headline:
		return desk.Headline
	case a.header.Dek:
		return desk.Dek
	}
	return desk.Body
}

// focusedEditor is the editor that has the keyboard, or nil.
func (a *App) focusedEditor() *editor.Editor {
	e, _ := a.Window.Canvas().Focused().(*editor.Editor)
	return e
}

func (a *App) focusBody() {
	if a.story != nil && a.view == cleanView && !a.host.Open() {
		a.Window.Canvas().Focus(a.body)
	}
}

// changed is told of every change of the review, in its midst: the panes
// follow once it is whole.
func (a *App) changed(s *desked) {
	s.unsaved = true
	if s.dirty || s != a.story {
		return
	}
	s.dirty = true
	a.post.Post(func() {
		if s == a.story {
			a.refresh()
		}
	})
}

// refresh brings the panes up to date with the review, has the text checked if
// it changed, and has the story saved.
func (a *App) refresh() {
	s := a.story
	s.dirty = false
	r := s.review
	for _, p := range parts {
		s.typed[p] = r.Doc(p).Version()
	}
	v := textVersion{r.Doc(desk.Headline).Version(), r.Doc(desk.Dek).Version(), r.Doc(desk.Body).Version(), a.settingsVersion()}
	if v != s.text || !s.asked {
		s.text, s.asked = v, true
		a.requestCheck()
	}
	a.header.SetFields(r.Fields())
	a.showFurniture()
	a.showFlags()
	if a.view == changesView {
		a.setView(changesView)
	}
	a.details.show(a.detailsOf())
	a.refreshStatus()
	a.actions.Update()
	a.toolbar.update()
	a.keepLater()
}

// settingsVersion grows when the checks would find something else in the same
// text.
func (a *App) settingsVersion() int {
	s := a.story
	n := len(s.review.Muted()) + len(s.review.Allowed()) + len(s.review.Names().Known) + len(s.review.Names().Merged) + len(s.review.Names().Split)
	return a.settings.version*1000 + n
}

func (a *App) requestCheck() {
	s := a.story
	a.check.request(checkJob{in: s.review.Input(), previous: s.previous, done: func(in desk.Input, res *check.Result) {
		if s != a.story {
			return
		}
		s.in, s.result, s.took = in, res, res.Took
		was := s.unsaved
		s.review.Found(in, res)
		s.unsaved = s.unsaved || was
		a.paint()
		s.dirty = false
		a.showFlags()
		a.showLedgers()
		a.refreshStatus()
		a.actions.Update()
		a.toolbar.update()
		a.updateRow(s.id, s.review.State())
		if s.follow {
			s.follow = false
			a.follow()
		}
		a.keepLater()
	}})
}

// keepLater has the story saved within a second.
func (a *App) keepLater() {
	s := a.story
	if s == nil || !s.unsaved || a.saver.waiting[key(s.id)] {
		return
	}
	a.saver.waiting[key(s.id)] = true
	time.AfterFunc(a.saver.delay, func() {
		a.post.Post(func() {
			delete(a.saver.waiting, key(s.id))
			if s == a.story {
				a.keepStory()
			}
		})
	})
}

// keepStory hands the story's state to the saver.
func (a *App) keepStory() {
	s := a.story
	if s == nil || !s.unsaved {
		return
	}
	s.unsaved = false
	st := s.review.State()
	a.saver.state(s.id, st)
	a.updateRow(s.id, st)
}

// saved is told when something was written.
func (a *App) saved(id library.ID, at time.Time, err error) {
	if err != nil {
		if a.story != nil && a.story.id == id {
			a.story.unsaved = true
			a.keepLater()
		}
		a.problem("Your last changes are not on disk yet. Stet goes on trying", err)
		return
	}
	if a.story != nil && a.story.id == id {
		a.story.savedAt = at
		a.refreshStatus()
	}
}

// showFlags brings the panel up to date when the flags have changed.
func (a *App) showFlags() {
	s := a.story
	items := s.review.Items()
	var sig strings.Builder
	for i := range items {
		it := &items[i]
		fmt.Fprintf(&sig, "%s|%d|%d|%t\n", it.ID, it.Verdict, it.Part, it.Gone)
	}
	if sig.String() != s.painted || s.result == nil {
		s.painted = sig.String()
		cards := make([]flags.Card, len(items))
		for i := range items {
			cards[i] = a.card(items[i])
		}
		a.flags.Set(cards)
	}
	a.flags.SetEmpty(a.nothingToShow(items))
	a.markFlags(items)
	a.followCurrent(items)
}

func (a *App) nothingToShow(items []desk.Item) string {
	switch {
	case a.story.result == nil:
		return "Checking…"
	case len(items) == 0:
		return "Nothing is flagged in this story."
	}
	return "Nothing is flagged that the filters above let through."
}

// card makes the card of a flag.
func (a *App) card(it desk.Item) flags.Card {
	c := flags.Card{Item: it, Title: it.Flag.Rule}
	if r := a.checker.Rule(it.Flag.Rule); r != nil {
		c.Title, c.Why = r.Title, r.Why
	}
	if c.Why == "" {
		c.Why = "This rule gives no further reason."
	}
	d := a.story.review.Doc(it.Part)
	if it.Span.End <= d.Len() {
		p := d.ParaSpan(d.ParaAt(it.Span.Start))
		c.Before, c.After = flags.Around(d.Para(d.ParaAt(it.Span.Start)), it.Span.Start-p.Start, it.Span.End-p.Start, 46)
	}
	return c
}

// followCurrent keeps the current flag current where it is found again under
// another id, and drops it where it is gone.
func (a *App) followCurrent(items []desk.Item) {
	s := a.story
	id := a.flags.Current()
	if id == "" {
		return
	}
	for i := range items {
		if items[i].ID == id && items[i].Verdict == flag.Open {
			s.current = items[i]
			return
		}
	}
	for i := range items {
		it := &items[i]
		if it.Verdict == flag.Open && it.Part == s.current.Part && it.Flag.Rule == s.current.Flag.Rule && it.Was == s.current.Was &&
			abs(it.Span.Start-s.current.Span.Start) < 40 {
			a.setCurrent(it.ID, false)
			return
		}
	}
	// It is gone by itself: another one waits, so that the keys still have
	// something to work on.
	a.setCurrent("", false)
	a.follow()
}

func abs(n int) int { return max(n, -n) }

// follow makes the first open flag at or after the caret the current one when
// a story comes onto the desk, without moving the caret.
func (a *App) follow() {
	if a.flags.Current() != "" {
		return
	}
	open := a.flags.Open()
	if len(open) == 0 {
		return
	}
	a.story.waits = true
	if part, at := a.caret(); part == desk.Body && at == 0 {
		a.setCurrent(open[0], false) // nobody has put the caret there
		return
	}
	a.setCurrent(a.afterCaret(open), false)
}

// afterCaret is the first of these flags at or after the caret, or the first
// of all.
func (a *App) afterCaret(open []string) string {
	part, at := a.caret()
	for _, id := range open {
		it, ok := a.story.review.Item(id)
		if ok && (it.Part > part || it.Part == part && it.Span.End >= at) {
			return id
		}
	}
	return open[0]
}

// caret is where the editor stands.
func (a *App) caret() (desk.Part, int) {
	if e := a.focusedEditor(); e != nil && e != a.other.text {
		return a.partOf(e), e.Caret()
	}
	c := a.story.review.Caret()
	return c.Part, c.Head
}

// setCurrent makes a flag the current one; with reveal its words come into
// sight and the caret goes there.
func (a *App) setCurrent(id string, reveal bool) {
	a.flags.SetCurrent(id)
	if a.story == nil {
		return
	}
	it, ok := a.story.review.Item(id)
	for _, p := range []desk.Part{desk.Headline, desk.Dek, desk.Body} {
		mine := ""
		if ok && it.Part == p {
			mine = id
		}
		a.editorOf(p).SetCurrent(mine)
	}
	if !ok {
		a.story.current = desk.Item{}
		a.refreshStatus()
		a.actions.Update()
		a.toolbar.update()
		return
	}
	a.story.current = it
	if reveal {
		a.story.waits = false
		a.goPlace(it.Part, text.Span{Start: it.Span.Start, End: it.Span.Start})
		a.editorOf(it.Part).Reveal(it.Span)
	}
	a.refreshStatus()
	a.actions.Update()
	a.toolbar.update()
}

// goPlace puts the caret to a place and gives the part the keyboard.
func (a *App) goPlace(p desk.Part, s text.Span) {
	if a.view != cleanView {
		a.setView(cleanView)
	}
	e := a.editorOf(p)
	n := e.Document().Len()
	s = text.Span{Start: min(s.Start, n), End: min(s.End, n)}
	a.quiet = true
	e.Select(s.Start, s.End)
	e.Reveal(s)
	a.quiet = false
	if !a.host.Open() && !a.panelFocused() {
		a.Window.Canvas().Focus(e)
	}
	a.noteCaret(e)
}

// panelFocused tells whether the editor walks a pane by its own keys: then the
// keyboard stays there while the copy follows.
func (a *App) panelFocused() bool {
	switch f := a.Window.Canvas().Focused(); f {
	case nil:
		return false
	case a.flags.Focus(), a.names.Focus(), a.sources.Focus(), a.facts.Focus(), a.queue.List(), a.queue.Search():
		return true
	}
	return false
}

// goTo makes a flag current and goes to its words.
func (a *App) goTo(id string) {
	it, ok := a.story.review.Item(id)
	if ok && it.Verdict != flag.Open {
		a.goPlace(it.Part, it.Span)
		return
	}
	a.setCurrent(id, true)
}

// goToChecked goes to a place of the checked copy.
func (a *App) goToChecked(s text.Span) {
	if a.story == nil || a.story.result == nil {
		return
	}
	if p, at, ok := a.story.review.Locate(a.story.in, a.story.result.Copy, s); ok {
		a.goPlace(p, at)
	} else {
		a.toast("These words have changed; the ledger follows with the next check.")
	}
}

// noteCaret remembers where the editor stands, for the next start.
func (a *App) noteCaret(e *editor.Editor) {
	if a.story == nil || e == a.other.text {
		return
	}
	sel := e.Selection()
	anchor := sel.Start
	if anchor == e.Caret() {
		anchor = sel.End
	}
	c := desk.Caret{Part: a.partOf(e), Anchor: anchor, Head: e.Caret()}
	if c != a.story.review.Caret() {
		a.story.review.SetCaret(c)
		a.story.unsaved = true
		a.keepLater()
	}
}

// connectEditor sets the callbacks of an editor of the story's text.
func (a *App) connectEditor(e *editor.Editor) {
	e.OnCaret = func(offset int) { a.caretMoved(e, offset) }
	e.OnHover = func(h editor.Hover) { a.hovered(e, h) }
	e.OnMenu = func(offset int, marks []text.Mark) []*fyne.MenuItem { return a.editorMenu(e, offset, marks) }
	e.OnInsert = a.restoreLine
	e.OnShortcut = func(s fyne.Shortcut) { a.actions.Shortcut(s) }
	e.OnKey = func(k fyne.KeyName, m fyne.KeyModifier) { a.key(k, m&fyne.KeyModifierShift != 0) }
	e.OnZoom = a.zoom
	e.OnFocus = func(on bool) {
		if on && !a.quiet {
			a.noteCaret(e)
		}
		a.actions.Update()
	}
	e.OnSubmit = func() { a.Window.Canvas().FocusNext() }
}

// caretMoved makes the flag under the caret current.
func (a *App) caretMoved(e *editor.Editor, offset int) {
	if a.quiet || a.story == nil {
		return
	}
	a.noteCaret(e)
	p := a.partOf(e)
	if v := e.Document().Version(); v != a.story.typed[p] {
		a.story.typed[p] = v
		return // the caret follows what is typed; half a word is nothing to go to
	}
	a.story.waits = false
	for _, m := range e.MarksAt(offset) {
		if m.Owner == editor.LayerFlags {
			if m.ID != a.flags.Current() {
				a.setCurrent(m.ID, false)
			}
			break
		}
	}
	if a.find.Shown() {
		n, at := a.body.Hits()
		a.find.SetCount(n, at)
	}
}

// showFurniture shows the removed lines in their places.
func (a *App) showFurniture() {
	var in []editor.Insert
	_, width := a.body.Column()
	room := int(min(58, max(16, width/8-24))) // characters beside the reason and the action
	for _, l := range a.story.review.Furniture() {
		in = append(in, editor.Insert{
			BeforePara: l.Para, ID: strconv.Itoa(l.Index), Text: furnitureLabel(l.Furniture, room), Action: "restore",
			Reason: fmt.Sprintf("Taken out as %s: “%s”", l.Reason, strings.Join(strings.Fields(l.Text), " ")),
		})
	}
	if !slices.Equal(in, a.body.Inserts()) {
		a.body.SetInserts(in)
	}
}

// furnitureLabel is the thin line of a removed line, with at most room
// characters of it.
func furnitureLabel(f story.Furniture, room int) string {
	t := strings.Join(strings.Fields(f.Text), " ")
	if r := []rune(t); len(r) > room {
		t = strings.TrimSpace(string(r[:room-2])) + "…"
	}
	name := string(f.Reason)
	if name == "" {
		name = "line"
	}
	label := strings.ToUpper(name[:1]) + name[1:]
	if strings.EqualFold(t, name) || f.Reason == story.ByEditor {
		if f.Reason == story.ByEditor {
			return "Removed by you: “" + t + "”"
		}
		return label + " removed"
	}
	return label + " removed: “" + t + "”"
}
