// Package ui is Stet's window: it puts the panes together, keeps the story on
// the desk, and passes between the panes and the model.
//
// All of an App belongs to Fyne's main goroutine. Work that takes time (reading
// files, checking, saving, searching) runs on workers that get immutable values
// and post their results back; see Poster.
package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/model/check"
	"stet/model/library"
	"stet/model/rules"
	"stet/model/text"
	"stet/ui/actions"
	"stet/ui/dialogs"
	"stet/ui/editor"
	"stet/ui/flags"
	"stet/ui/header"
	"stet/ui/ledgers"
	"stet/ui/queue"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// Options is what an App is built on.
type Options struct {
	Fyne    fyne.App
	Library library.Library
	Where   string // where the library is, for the about box
	Checker *check.Checker
	Post    *Poster
	Icon    fyne.Resource
	Notice  string
	Samples []Sample
	Theme   theme.Choice // overrides what is remembered, when not empty
	Now     func() time.Time
	AtRest  func() // gives memory back; called on another goroutine, may be nil
}

// Sample is a story that Stet brings along.
type Sample struct {
	Name string
	Data []byte
}

// App is the window with what it works on.
type App struct {
	Window fyne.Window

	fyne    fyne.App
	lib     library.Library
	checker *check.Checker
	post    *Poster
	now     func() time.Time
	opts    Options

	actions  *actions.Set
	toolbar  *toolbar
	queue    *queue.Queue
	header   *header.Header
	body     *editor.Editor
	other    *otherView
	flags    *flags.Panel
	tabs     *widgets.TabStrip
	names    *ledgers.View
	sources  *ledgers.View
	facts    *ledgers.View
	details  *details
	right    *fyne.Container
	center   *fyne.Container
	copyPane *fyne.Container
	welcome  *fyne.Container
	find     *dialogs.FindBar
	progress *dialogs.Progress
	status   *statusLine
	tips     *widgets.TipLayer
	toasts   *widgets.ToastLayer
	host     *dialogs.Host
	outer    *container.Split
	inner    *container.Split

	settings settings
	story    *desked // on the desk; nil when the queue is empty
	shelf    shelf
	view     viewMode
	quiet    bool // carets that move now are not the editor's doing

	check  *checkWorker
	saver  *saver
	behind *behind // checks stories that nobody has opened yet
	rest   *rest
	imp    *importRun
	opened map[library.ID]int // how often a story was put on the desk

	shut bool
}

// New builds the window and shows what the library holds. Call Start once
// Fyne's main loop runs.
func New(o Options) (*App, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	a := &App{fyne: o.Fyne, lib: o.Library, checker: o.Checker, post: o.Post, now: o.Now, opts: o, opened: map[library.ID]int{}}
	if err := a.settings.load(context.Background(), o.Library); err != nil {
		return nil, err
	}
	if o.Theme != "" {
		a.settings.Theme = o.Theme
	}
	a.configure()
	a.fyne.Settings().SetTheme(theme.New(a.settings.Theme, a.settings.Scale))
	a.Window = a.fyne.NewWindow("Stet")
	a.Window.SetMaster()
	a.host = &dialogs.Host{Window: a.Window}
	a.saver = newSaver(o.Library, a.post, a.saved)
	a.rest = newRest(o.AtRest)
	a.check = newCheckWorker(o.Checker, a.post, a.rest)
	a.behind = newBehind(a)
	if err := a.build(); err != nil {
		return nil, err
	}
	a.Window.Resize(fyne.NewSize(a.settings.Width, a.settings.Height))
	a.Window.SetOnDropped(func(_ fyne.Position, u []fyne.URI) { a.HandleDrop(u) })
	a.Window.SetCloseIntercept(a.Quit)
	a.load()
	return a, nil
}

// Start begins the work that waits for the main loop.
func (a *App) Start() {
	a.followTheme()
	a.focusBody()
	a.behind.start()
}

// build makes the panes and puts them together.
func (a *App) build() error {
	set, err := actions.New(a.handlers())
	if err != nil {
		return err
	}
	a.actions = set
	set.InDialog = func() bool { return a.host.Open() || a.Window.Canvas().Overlays().Top() != nil }
	a.tips = widgets.NewTipLayer(a.post.Post)
	a.toasts = widgets.NewToastLayer(a.post.Post)
	a.queue = queue.New()
	a.header = header.New()
	a.body = editor.New(text.NewDocument(nil, ""), editor.Options{
		TextSize: theme.Size(theme.SizeReading), Font: theme.Reading(), Strip: true, PlaceHolder: "No copy",
	})
	a.other = newOtherView()
	a.flags = flags.New(flags.Tips{
		Fix: set.Tip(actions.Fix), Stet: set.Tip(actions.Stet), Query: set.Tip(actions.Query),
		FixN: func(i int) string { return set.Tip(actions.FixN(min(i, actions.Fixes-1))) },
	})
	a.names = ledgers.New("No names found yet.")
	a.sources = ledgers.New("No sources found yet.")
	a.facts = ledgers.New("No figures or dates found yet.")
	a.details = newDetails()
	a.tabs = widgets.NewTabStrip(widgets.Tab, "Flags", "Names", "Sources", "Facts", "Story")
	a.find = dialogs.NewFindBar()
	a.progress = dialogs.NewProgress()
	a.status = newStatusLine()
	a.toolbar = newToolbar(set)

	paper := ground(theme.Paper)
	a.copyPane = container.NewStack(a.body)
	a.center = container.NewBorder(container.NewVBox(a.header.Content, a.find.Content), nil, nil, nil, a.copyPane)
	a.welcome = newWelcome()
	middle := container.NewStack(paper, a.center, a.welcome)
	a.right = container.NewStack(a.flags.Content, a.names.Content, a.sources.Content, a.facts.Content, a.details.Content)
	rightPane := container.NewBorder(container.NewVBox(widgets.NewInset(3, 4, 0, 6, a.tabs), widget.NewSeparator()), nil, nil, nil, a.right)
	a.inner = container.NewHSplit(middle, rightPane)
	a.inner.SetOffset(a.settings.Inner)
	a.outer = container.NewHSplit(a.queue.Content, a.inner)
	a.outer.SetOffset(a.settings.Outer)
	top := container.NewVBox(a.toolbar.Content, widget.NewSeparator())
	bottom := container.NewVBox(a.progress.Content, widget.NewSeparator(), a.status.Content)
	main := container.NewBorder(top, bottom, nil, nil, a.outer)
	a.Window.SetPadded(false)
	a.Window.SetMainMenu(set.MainMenu())
	a.Window.SetContent(container.NewStack(main, a.toasts.Container, a.tips.Container))
	a.Window.Canvas().SetOnTypedKey(a.typedKey)
	a.connect()
	a.showTab(a.settings.Tab)
	a.applyLayers()
	return nil
}

// connect sets the callbacks of the panes.
func (a *App) connect() {
	a.queue.OnOpen = func(id string) { a.openStory(idOf(id), !a.panelFocused()) }
	a.queue.OnImport = func() { a.actions.Run(actions.Import) }
	a.queue.OnSamples = func() { a.actions.Run(actions.Samples) }
	a.queue.OnFullText = a.fullText
	a.queue.OnFilter = func(f queue.Filter) { a.settings.Queue = f; a.remember() }
	a.queue.OnMenu = func(id string, at fyne.Position) {
		a.openStory(idOf(id), false)
		a.menu(at, actions.Export, actions.Original, actions.Changes, "", actions.Remove)
	}
	a.queue.SetFilter(a.settings.Queue)
	a.flags.SetFilter(a.settings.Kinds, a.settings.Notes, a.settings.ByRule)
	a.flags.OnPick = func(id string) { a.goTo(id) }
	a.flags.OnFix = func(id string, n int) { a.decideOn(id, func() { a.fixNth(n) }) }
	a.flags.OnStet = func(id string) { a.decideOn(id, func() { a.letStand(false, "") }) }
	a.flags.OnQuery = func(id string) { a.decideOn(id, a.queryFlag) }
	a.flags.OnReopen = a.reopen
	a.flags.OnMore = func(id string, at fyne.Position) {
		a.setCurrent(id, false)
		widget.ShowPopUpMenuAtPosition(a.cardMenu(id), a.Window.Canvas(), at)
	}
	a.flags.OnFilter = func() {
		a.settings.Kinds, a.settings.Notes, a.settings.ByRule = a.flags.Filter()
		a.remember()
		a.actions.Update()
		a.applyLayers()
	}
	a.tabs.OnChange = func(i int) {
		a.settings.Tab = i
		a.showTab(i)
		a.remember()
	}
	for _, v := range []*ledgers.View{a.names, a.sources, a.facts} {
		v.OnGo = a.goToChecked
	}
	a.names.OnMenu = a.nameMenu
	a.details.OnField = a.setDetail
	a.details.OnVersion = a.showVersion
	a.header.OnField = a.setField
	a.header.OnHeight = func() {
		a.post.Post(func() {
			widgets.Arrange(a.center)
			widgets.Arrange(a.header.Content)
			a.toolbar.Content.Refresh() // marks the canvas to be painted again
		})
	}
	for _, e := range []*editor.Editor{a.header.Headline, a.header.Dek, a.body} {
		a.connectEditor(e)
	}
	a.other.text.OnKey = func(k fyne.KeyName, m fyne.KeyModifier) { a.key(k, m&fyne.KeyModifierShift != 0) }
	a.other.text.OnZoom = a.zoom
	a.connectFind()
}

// ground is a rectangle in a colour of the theme that follows the theme.
func ground(n fyne.ThemeColorName) fyne.CanvasObject {
	g := &groundWidget{name: n}
	g.ExtendBaseWidget(g)
	return g
}

// Drain runs what workers have posted; tests and screenshots call it in place
// of the main loop.
func (a *App) Drain() int { return a.post.Drain() }

// Settle waits until nothing is being read, checked or saved, for tests and
// screenshots. It tells whether that came true in time.
func (a *App) Settle(limit time.Duration) bool {
	end := time.Now().Add(limit)
	for time.Now().Before(end) {
		if a.Drain() == 0 && a.idle() {
			return true
		}
		time.Sleep(2 * time.Millisecond)
	}
	return false
}

func (a *App) idle() bool {
	return a.imp == nil && len(a.saver.waiting) == 0 && !a.check.busy() && !a.saver.busy() && !a.behind.busy() && (a.story == nil || !a.story.dirty && !a.story.unsaved)
}

// Quit saves everything and closes the window.
func (a *App) Quit() {
	if a.shut {
		return
	}
	a.shut = true
	a.Save()
	a.Window.Close()
}

// Save writes what is not on disk yet and waits for it. It is safe to call
// when the program is told to end.
func (a *App) Save() {
	a.header.Commit()
	a.keepStory()
	a.rememberNow()
	a.saver.flush()
}

// toast shows a short message.
func (a *App) toast(message string) { a.toasts.Show(message, false, "", nil) }

// problem shows an error, which says what happened, to what, and what to do,
// and logs it.
func (a *App) problem(message string, err error) {
	slog.Error(message, "error", err)
	if err != nil {
		message += ": " + err.Error()
	}
	a.toasts.Show(message, true, "", nil)
}

func (a *App) configure() {
	known := map[string]bool{}
	for n := range a.settings.KnownNames {
		known[n] = true
	}
	s := rules.Settings{
		Region: a.settings.Region, Agency: a.settings.Agency, Packs: clone(a.settings.Packs), Muted: clone(a.settings.Muted),
		Words: clone(a.settings.Words), Names: known,
	}
	a.checker.Configure(s, knownNames(known))
}

// showTab shows one of the right panes.
func (a *App) showTab(i int) {
	for k, o := range a.right.Objects {
		if k == i {
			o.Show()
		} else {
			o.Hide()
		}
	}
	a.tabs.Choose(i)
	a.actions.Update()
}

// menu shows a context menu of commands.
func (a *App) menu(at fyne.Position, ids ...string) {
	widget.ShowPopUpMenuAtPosition(a.actions.Menu(ids...), a.Window.Canvas(), at)
}

// setTheme takes up another choice of colours or text size.
func (a *App) setTheme() {
	a.fyne.Settings().SetTheme(theme.New(a.settings.Theme, a.settings.Scale))
	a.rescale()
	a.remember()
}

// rescale has every part that draws for itself take up the theme.
func (a *App) rescale() {
	a.body.SetTextSize(theme.Size(theme.SizeReading))
	a.header.Headline.SetTextSize(theme.Size(theme.SizeHeadline))
	a.header.Dek.SetTextSize(theme.Size(theme.SizeReading))
	a.header.Refresh()
	a.flags.Refresh()
	a.queue.Refresh()
	for _, v := range []*ledgers.View{a.names, a.sources, a.facts} {
		v.Refresh()
	}
	a.other.text.SetTextSize(theme.Size(theme.SizeReading))
	a.refreshStatus()
	a.Window.Content().Refresh()
	a.Window.SetMainMenu(a.actions.MainMenu()) // of another height now
}

// isDark tells whether the window is dark now.
func (a *App) isDark() bool {
	return theme.New(a.settings.Theme, 1).IsDark(a.fyne.Settings().ThemeVariant())
}

// followTheme redraws when the desktop changes between light and dark.
func (a *App) followTheme() {
	was := a.isDark()
	a.fyne.Settings().AddListener(func(fyne.Settings) {
		a.post.Post(func() {
			if now := a.isDark(); now != was {
				was = now
				a.rescale()
			}
		})
	})
}
