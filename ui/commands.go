package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"stet/model/check"
	"stet/model/flag"
	"stet/model/library"
	"stet/model/rules"
	"stet/model/story"
	"stet/ui/actions"
	"stet/ui/dialogs"
	"stet/ui/editor"
	"stet/ui/header"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// handlers says what each command of the table does.
func (a *App) handlers() map[string]actions.Handler {
	run := func(f func()) actions.Handler { return actions.Handler{Run: f} }
	onStory := func(f func()) actions.Handler {
		return actions.Handler{Run: f, Enabled: func() bool { return a.story != nil }}
	}
	onCopy := func(f func()) actions.Handler {
		return actions.Handler{Run: f, Enabled: func() bool { return a.story != nil && a.view == cleanView }}
	}
	onFlag := func(f func(), also func(itemRef) bool) actions.Handler {
		return actions.Handler{Run: f, Enabled: func() bool {
			it, ok := a.currentItem()
			return ok && (also == nil || also(it))
		}}
	}
	hasFix := func(n int) func(itemRef) bool { return func(it itemRef) bool { return len(it.flag.Fixes) > n } }
	toggle := func(f func(), on func() bool) actions.Handler { return actions.Handler{Run: f, Checked: on} }
	view := func(m viewMode) actions.Handler {
		return actions.Handler{Run: func() { a.setView(m) }, Enabled: func() bool { return a.story != nil }, Checked: func() bool { return a.view == m }}
	}
	tab := func(i int) actions.Handler {
		return actions.Handler{Run: func() { a.tabs.Choose(i) }, Checked: func() bool { return a.settings.Tab == i }}
	}
	h := map[string]actions.Handler{
		actions.Import:       run(a.chooseFile),
		actions.ImportFolder: run(a.chooseFolder),
		actions.ImportPaste:  run(a.importClipboard),
		actions.Samples:      {Run: a.importSamples, Enabled: func() bool { return len(a.opts.Samples) > 0 }},
		actions.Save:         onStory(func() { a.Save(); a.toast("Saved. Stet saves every change within a second anyway.") }),
		actions.Export:       onStory(a.exportStory),
		actions.Preferences:  run(a.preferences),

		actions.Undo:      {Run: func() { a.undo(true) }, Enabled: func() bool { return a.canUndo(true) }},
		actions.Redo:      {Run: func() { a.undo(false) }, Enabled: func() bool { return a.canUndo(false) }},
		actions.Cut:       run(func() { a.toFocus(&fyne.ShortcutCut{Clipboard: a.fyne.Clipboard()}) }),
		actions.Copy:      run(func() { a.toFocus(&fyne.ShortcutCopy{Clipboard: a.fyne.Clipboard()}) }),
		actions.Paste:     run(func() { a.toFocus(&fyne.ShortcutPaste{Clipboard: a.fyne.Clipboard()}) }),
		actions.SelectAll: run(func() { a.toFocus(&fyne.ShortcutSelectAll{}) }),
		actions.Find:      onCopy(func() { a.showFind(false) }),
		actions.Replace:   onCopy(func() { a.showFind(true) }),

		actions.NextStory:     {Run: func() { a.nextStory(1) }, Enabled: func() bool { return a.queue.Neighbour(1) != "" }},
		actions.PreviousStory: {Run: func() { a.nextStory(-1) }, Enabled: func() bool { return a.queue.Neighbour(-1) != "" }},
		actions.SearchStories: run(func() { a.Window.Canvas().Focus(a.queue.Search()) }),
		actions.CopyQueries:   onStory(a.copyQueries),
		actions.Remove:        onStory(a.removeStory),
		actions.MakeFurniture: onCopy(a.makeFurniture),
		actions.RestoreAll: {Run: a.restoreAll, Enabled: func() bool {
			return a.story != nil && a.view == cleanView && len(a.story.review.Fields().Furniture) > 0
		}},

		actions.NextFlag:     onStory(func() { a.nextFlag(1) }),
		actions.PreviousFlag: onStory(func() { a.nextFlag(-1) }),
		actions.Fix:          onFlag(func() { a.fixNth(0) }, hasFix(0)),
		actions.FixAlike:     onFlag(a.fixAlike, hasFix(0)),
		actions.Stet:         onFlag(func() { a.letStand(false, "") }, nil),
		actions.StetAlike:    onFlag(func() { a.letStand(true, "") }, nil),
		actions.StetReason:   onFlag(a.stetReason, nil),
		actions.Query:        onFlag(a.queryFlag, nil),
		actions.Why:          onFlag(func() { a.showTab(0); a.flags.ToggleWhy(a.flags.Current()) }, nil),
		actions.AllowWord:    onFlag(a.allowWord, isTypo),
		actions.AddWord:      onFlag(a.addWord, canLearn),
		actions.AddName:      onFlag(a.addName, canLearn),
		actions.MuteStory:    onFlag(a.muteStory, nil),
		actions.MuteAlways:   onFlag(a.muteAlways, nil),

		actions.Clean:    view(cleanView),
		actions.Original: view(originalView),
		actions.Changes:  view(changesView),
		actions.Tints: toggle(func() { a.settings.Tints = !a.settings.Tints; a.applyLayers(); a.remember(); a.actions.Update() },
			func() bool { return a.settings.Tints }),
		actions.Strip: toggle(func() { a.settings.Strip = !a.settings.Strip; a.applyLayers(); a.remember(); a.actions.Update() },
			func() bool { return a.settings.Strip }),
		actions.Legend:       run(func() { a.host.Legend() }),
		actions.Notes:        toggle(func() { a.flags.SetNotes(!a.settings.Notes) }, func() bool { return a.settings.Notes }),
		actions.ByRule:       toggle(func() { a.flags.SetByRule(!a.settings.ByRule) }, func() bool { return a.settings.ByRule }),
		actions.ZoomIn:       run(func() { a.zoom(1) }),
		actions.ZoomOut:      run(func() { a.zoom(-1) }),
		actions.ZoomReset:    run(func() { a.settings.Scale = 1; a.setTheme() }),
		actions.ToggleTheme:  run(a.toggleTheme),
		actions.NextPane:     run(func() { a.nextPane(1) }),
		actions.PreviousPane: run(func() { a.nextPane(-1) }),
		actions.TabFlags:     tab(0),
		actions.TabNames:     tab(1),
		actions.TabSources:   tab(2),
		actions.TabFacts:     tab(3),
		actions.TabStory:     tab(4),

		actions.Palette: run(func() {
			enabled := map[string]bool{}
			for _, c := range a.actions.Commands() {
				enabled[c.ID] = a.actions.Enabled(c.ID)
			}
			a.host.Palette(a.actions.Search, func(id string) bool { return enabled[id] }, func(id string) { a.actions.Run(id) })
		}),
		actions.Keys:  run(func() { a.host.Sheet(a.actions.Commands()) }),
		actions.About: run(a.about),
	}
	for i := range actions.Fixes {
		h[actions.FixN(i)] = onFlag(func() { a.fixNth(i) }, hasFix(i))
	}
	return h
}

// canLearn tells whether the flagged words are something to know: a few words
// with letters, not a space or a whole sentence.
func canLearn(it itemRef) bool {
	n := len([]rune(it.was))
	return n > 1 && n <= 60
}

// isTypo tells whether the flagged words are something that a story can be
// allowed to spell its own way.
func isTypo(it itemRef) bool { return it.flag.Kind == flag.Typo && canLearn(it) }

// typedKey gets the keys that nothing with the focus used.
func (a *App) typedKey(e *fyne.KeyEvent) {
	shifted := false
	if d, ok := a.fyne.Driver().(desktop.Driver); ok {
		shifted = d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
	}
	a.key(e.Name, shifted)
}

// key runs the command of a function key, or closes what is open.
func (a *App) key(n fyne.KeyName, shifted bool) {
	if n == fyne.KeyEscape {
		a.escape()
		return
	}
	a.actions.Key(n, shifted)
}

// escape closes the top dialog, the find bar, a toast or another view, and
// otherwise goes back to the copy.
func (a *App) escape() {
	a.tips.Hide(nil)
	switch {
	case a.host.Escape():
	case a.Window.Canvas().Overlays().Top() != nil:
		a.Window.Canvas().Overlays().Top().Hide()
	case a.find.Shown():
		a.find.Close()
	case a.view != cleanView:
		a.setView(cleanView)
	case a.toasts.Showing() != "":
		a.toasts.Dismiss()
	default:
		a.focusBody()
	}
}

// toFocus hands an editing shortcut to whatever has the keyboard.
func (a *App) toFocus(s fyne.Shortcut) {
	if f, ok := a.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	if a.story != nil && a.view == cleanView && !a.host.Open() {
		a.body.TypedShortcut(s)
	}
}

// field is the entry that has the keyboard, if it is one: it has an undo of
// its own.
func (a *App) entryFocused() (fyne.Shortcutable, bool) {
	switch f := a.Window.Canvas().Focused().(type) {
	case nil, *editor.Editor, *widgets.Button, *widgets.List, *widgets.TabStrip:
		return nil, false
	case fyne.Shortcutable:
		return f, true
	}
	return nil, false
}

// undo takes the last step of the review back, or makes it again; in an entry
// it is the entry's own.
func (a *App) undo(back bool) {
	if f, ok := a.entryFocused(); ok {
		if back {
			f.TypedShortcut(&fyne.ShortcutUndo{})
		} else {
			f.TypedShortcut(&fyne.ShortcutRedo{})
		}
		return
	}
	if a.story == nil || a.view != cleanView || a.host.Open() {
		return
	}
	step := a.story.review.Undo
	if !back {
		step = a.story.review.Redo
	}
	if _, ok := step(); ok {
		a.refresh()
		if a.focusedEditor() == nil {
			a.focusBody()
		}
	}
}

func (a *App) canUndo(back bool) bool {
	if _, ok := a.entryFocused(); ok {
		return true
	}
	if a.story == nil || a.view != cleanView {
		return false
	}
	if back {
		return a.story.review.History().CanUndo()
	}
	return a.story.review.History().CanRedo()
}

// nextStory puts the story n rows on in the queue onto the desk.
func (a *App) nextStory(n int) {
	if id := a.queue.Neighbour(n); id != "" {
		a.openStory(idOf(id), true)
	}
}

// zoom makes all text larger or smaller by steps of the scale.
func (a *App) zoom(steps int) {
	i := 0
	for k, s := range theme.Scales {
		if s <= a.settings.Scale+0.001 {
			i = k
		}
	}
	a.settings.Scale = theme.Scales[min(max(i+steps, 0), len(theme.Scales)-1)]
	a.setTheme()
}

func (a *App) toggleTheme() {
	if a.isDark() {
		a.settings.Theme = theme.Light
	} else {
		a.settings.Theme = theme.Dark
	}
	a.setTheme()
}

// nextPane moves the keyboard round the panes.
func (a *App) nextPane(n int) {
	right := []fyne.Focusable{a.flags.Focus(), a.names.Focus(), a.sources.Focus(), a.facts.Focus(), a.details.fields[detailFields[0]]}[a.settings.Tab]
	panes := []fyne.Focusable{a.queue.List(), a.header.Headline, a.body, right}
	at := 2
	switch f := a.Window.Canvas().Focused(); f {
	case nil:
	case a.queue.Search():
		at = 0
	case a.header.Dek:
		at = 1
	default:
		if i := slices.Index(panes, f); i >= 0 {
			at = i
		}
	}
	if a.story == nil {
		a.Window.Canvas().Focus(a.queue.List())
		return
	}
	a.Window.Canvas().Focus(panes[(at+n+len(panes))%len(panes)])
}

// setField takes up a field above the copy.
func (a *App) setField(f header.Field, value string) {
	if a.story == nil {
		return
	}
	a.story.review.Edit(f.Label(), func(s *story.Story) { f.Set(s, value) })
}

func (a *App) about() {
	a.host.About(dialogs.Facts{
		Icon: a.opts.Icon, Version: check.Version, Rulebook: check.RulebookVersion, Rules: len(a.checker.Rules()), Library: a.opts.Where, Notice: a.opts.Notice,
	})
}

// preferences shows the settings and takes them up.
func (a *App) preferences() {
	s := dialogs.Settings{
		Editor: a.settings.Editor, Agency: a.settings.Agency, Region: dialogs.Regions[a.settings.Region], Scale: a.settings.Scale,
		Theme: dialogs.Themes[slices.Index([]theme.Choice{theme.System, theme.Light, theme.Dark}, a.settings.Theme)],
		Words: sorted(a.settings.Words), Names: sorted(a.settings.KnownNames),
	}
	packs := a.packs()
	for _, p := range sorted(packs) {
		s.Packs = append(s.Packs, dialogs.Switch{ID: p, Title: upper(p), On: packs[p]})
	}
	for _, id := range sorted(a.settings.Muted) {
		if a.settings.Muted[id] {
			s.Muted = append(s.Muted, dialogs.Switch{ID: id, Title: a.ruleTitle(id), On: true})
		}
	}
	a.host.Preferences(s, a.applyPreferences)
}

// packs are the style packs, each with whether any of its rules runs.
func (a *App) packs() map[string]bool {
	out := map[string]bool{}
	for _, r := range a.checker.Rules() {
		if r.Pack == "" {
			continue
		}
		on, said := a.settings.Packs[r.Pack]
		out[r.Pack] = out[r.Pack] || on || !said && !r.Off
	}
	return out
}

func (a *App) applyPreferences(s dialogs.Settings) {
	a.settings.Editor, a.settings.Agency, a.settings.Scale = s.Editor, s.Agency, s.Scale
	a.settings.Region = rules.Region(max(0, slices.Index(dialogs.Regions, s.Region)))
	a.settings.Theme = []theme.Choice{theme.System, theme.Light, theme.Dark}[max(0, slices.Index(dialogs.Themes, s.Theme))]
	was := a.packs()
	for _, p := range s.Packs {
		// A pack that nobody has touched keeps its rules as they come: some on,
		// some off.
		if p.On != was[p.ID] {
			a.settings.Packs[p.ID] = p.On
			a.saver.value(library.TopicPack, p.ID, onOff(p.On))
		}
	}
	for _, m := range s.Muted {
		if !m.On {
			delete(a.settings.Muted, m.ID)
			a.saver.value(library.TopicMuted, m.ID, "")
		}
	}
	a.settings.Words = a.keepSet(library.TopicWord, a.settings.Words, s.Words)
	a.settings.KnownNames = a.keepSet(library.TopicName, a.settings.KnownNames, s.Names)
	if a.story != nil {
		a.story.review.SetEditor(s.Editor)
	}
	a.setTheme()
	a.learned()
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// keepSet writes what was added to and taken from a set.
func (a *App) keepSet(topic string, was map[string]bool, now []string) map[string]bool {
	out := map[string]bool{}
	for _, w := range now {
		out[w] = true
		if !was[w] {
			a.saver.value(topic, w, "on")
		}
	}
	for w := range was {
		if !out[w] {
			a.saver.value(topic, w, "")
		}
	}
	return out
}

func sorted(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
