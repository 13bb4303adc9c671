package queue

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/model/desk"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// Queue is the pane. It presents stories and calls back; it keeps none of them
// anywhere.
type Queue struct {
	Content *fyne.Container

	OnOpen     func(id string)                             // a story was chosen
	OnMenu     func(id string, at fyne.Position)           // its menu is asked for
	OnFilter   func(Filter)                                // the filter changed
	OnFullText func(query string, done func(ids []string)) // search the texts; done may come later, on the main goroutine
	OnImport   func()
	OnSamples  func()

	all     []Story
	keys    []string       // lower-case search keys of all, while somebody searches
	index   map[string]int // of an id in all
	pending bool           // Add has put in what does not show yet
	flushed time.Time
	shown   []int
	filter  Filter
	within  map[string]bool // what the full-text search found; nil without one
	current string
	cursor  int // row that the keyboard is on
	hover   int

	search *widgets.Field
	chips  []*widgets.ActionButton // any, new, open, ready, exported
	row    *fyne.Container         // of the chips
	sort   *widgets.Button
	list   *widgets.List
	empty  *fyne.Container
	none   *widgets.Flow
	noneIn *fyne.Container
	round  int // of full-text searches
}

// New returns an empty queue.
func New() *Queue {
	q := &Queue{filter: All, hover: -1, index: map[string]int{}}
	q.search = widgets.NewField("Search; / for full text")
	q.search.SetIcon(fynetheme.SearchIcon())
	q.search.OnChanged = func(s string) {
		q.filter.Query = s
		q.apply()
	}
	q.search.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			if q.search.Text == "" {
				return false
			}
			q.search.SetText("")
		case fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyPageDown, fyne.KeyPageUp:
			return q.key(e)
		default:
			return false
		}
		return true
	}
	chips := widgets.NewWrap(4)
	q.row = chips
	for i := -1; i <= int(desk.StatusExported); i++ {
		b := widgets.NewAction("", nil, widgets.Pill, func() { q.setStatus(i) })
		b.Small = true
		q.chips = append(q.chips, b)
		chips.Add(b)
	}
	q.sort = widgets.NewButton("", fynetheme.MenuDropDownIcon(), widgets.Flat, q.askOrder)
	q.sort.Small = true
	q.sort.Tip = "Sort the queue"
	q.list = widgets.NewList()
	q.list.Len = func() int { return len(q.shown) }
	q.list.New = func() fyne.CanvasObject { return newRow() }
	q.list.Bind = func(i int, o fyne.CanvasObject) {
		s := q.all[q.shown[i]]
		r := o.(*row)
		r.hovered = i == q.hover
		r.set(s, s.ID == q.current, time.Now())
	}
	q.list.OnPress = func(i int, _ *desktop.MouseEvent) { q.open(i) }
	q.list.OnSecondary = func(i int, at fyne.Position) {
		if q.OnMenu != nil {
			q.OnMenu(q.all[q.shown[i]].ID, at)
		}
	}
	q.list.Hover = func(i int) {
		for _, k := range []int{q.hover, i} {
			if r, ok := q.list.Row(k).(*row); ok {
				r.hovered = k == i
				r.Refresh()
			}
		}
		q.hover = i
	}
	q.list.OnKey = q.key
	q.list.OnRune = func(r rune) {
		if r == '/' {
			fyne.CurrentApp().Driver().CanvasForObject(q.search).Focus(q.search)
			q.search.SetText("/")
			q.search.CursorColumn = 1
			q.search.Refresh()
		}
	}
	q.none = widgets.NewText("", theme.Muted)
	q.empty = widgets.NewInset(30, 18, 10, 18, widgets.NewColumn(12,
		bold("No stories yet"),
		widgets.NewText("Drop files or folders anywhere on this window: plain text, HTML, Markdown or wire files.", theme.Muted),
		widgets.NewWrap(6,
			widgets.NewButton("Import files…", fynetheme.DownloadIcon(), widgets.Filled, func() { call(q.OnImport) }),
			widgets.NewButton("Try the sample stories", nil, widgets.Outline, func() { call(q.OnSamples) }),
		),
	))
	none := widgets.NewInset(30, 18, 10, 18, q.none)
	none.Hide()
	q.noneIn = none
	top := widgets.NewInset(7, 8, 5, 8, widgets.NewColumn(6, q.search, chips))
	sortLine := container.NewHBox(q.sort)
	q.Content = widgets.NewHead(widgets.NewColumn(2, top, sortLine, widget.NewSeparator()), container.NewStack(q.list, q.empty, none))
	q.apply()
	return q
}

func bold(s string) *widgets.Flow { return widgets.NewFlow(widgets.Run{Text: s, Bold: true}) }

func call(f func()) {
	if f != nil {
		f()
	}
}

// Set shows these stories.
func (q *Queue) Set(all []Story) {
	q.all, q.keys = all, nil
	q.index = make(map[string]int, len(all))
	for i := range all {
		q.index[all[i].ID] = i
	}
	q.apply()
}

// Update shows a story anew that the queue has, or adds it.
func (q *Queue) Update(s Story) {
	if i, ok := q.index[s.ID]; ok {
		moved := q.all[i].Status != s.Status || q.all[i].Headline != s.Headline || !q.all[i].When.Equal(s.When)
		q.all[i] = s
		q.rekey(i)
		if moved {
			q.apply()
			return
		}
		for k, x := range q.shown {
			if x == i {
				if r, ok := q.list.Row(k).(*row); ok {
					r.set(s, s.ID == q.current, time.Now())
				}
			}
		}
		return
	}
	q.Add(s)
	q.Flush()
}

// Add puts a story into the queue, or one that it has anew, and shows that
// with the next Flush or within a tenth of a second: adding many is cheap.
func (q *Queue) Add(s Story) {
	if i, ok := q.index[s.ID]; ok {
		q.all[i] = s
		q.rekey(i)
	} else {
		q.index[s.ID] = len(q.all)
		q.all = append(q.all, s)
		if q.keys != nil {
			q.keys = append(q.keys, strings.ToLower(s.key()))
		}
	}
	q.pending = true
	if time.Since(q.flushed) > 100*time.Millisecond {
		q.Flush()
	}
}

// Flush shows what Add has put in.
func (q *Queue) Flush() {
	if q.pending {
		q.pending, q.flushed = false, time.Now()
		q.apply()
	}
}

// Remove takes a story out.
func (q *Queue) Remove(id string) {
	if i, ok := q.index[id]; ok {
		q.Set(append(append([]Story(nil), q.all[:i]...), q.all[i+1:]...))
	}
}

// Refresh draws all again, for a new theme or text size.
func (q *Queue) Refresh() { q.present() }

// Filter is what the queue shows at present.
func (q *Queue) Filter() Filter { return q.filter }

// SetFilter sets what the queue shows, without telling OnFilter.
func (q *Queue) SetFilter(f Filter) {
	tell := q.OnFilter
	q.OnFilter = nil
	q.filter = f
	q.search.SetText(f.Query)
	q.apply()
	q.OnFilter = tell
}

func (q *Queue) setStatus(i int) {
	q.filter.Status = i
	q.apply()
}

func (q *Queue) askOrder() {
	m := fyne.NewMenu("")
	for o := range Order(NOrders) {
		it := fyne.NewMenuItem(o.String(), func() {
			q.filter.Order = o
			q.apply()
		})
		it.Checked = o == q.filter.Order
		m.Items = append(m.Items, it)
	}
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(q.sort)
	widget.ShowPopUpMenuAtPosition(m, d.CanvasForObject(q.sort), at.Add(fyne.NewPos(0, q.sort.Size().Height)))
}

// apply works out what shows and shows it.
func (q *Queue) apply() {
	query := strings.TrimSpace(q.filter.Query)
	if strings.HasPrefix(query, "/") && len(query) > 2 && q.OnFullText != nil {
		q.round++
		n := q.round
		q.OnFullText(strings.TrimSpace(query[1:]), func(ids []string) {
			if n != q.round {
				return
			}
			q.within = map[string]bool{}
			for _, id := range ids {
				q.within[id] = true
			}
			q.present()
		})
	} else {
		q.round++
		q.within = nil
		q.present()
	}
	if q.OnFilter != nil {
		q.OnFilter(q.filter)
	}
}

// rekey brings the search key of a story up to date.
func (q *Queue) rekey(i int) {
	if q.keys != nil {
		q.keys[i] = strings.ToLower(q.all[i].key())
	}
}

// readyKeys makes the search keys when somebody begins to search, and drops
// them afterwards: those of 100,000 stories are 15 MB.
func (q *Queue) readyKeys() {
	switch query := strings.TrimSpace(q.filter.Query); {
	case query == "" || strings.HasPrefix(query, "/"):
		q.keys = nil
	case q.keys == nil:
		q.keys = make([]string, len(q.all))
		for i := range q.all {
			q.rekey(i)
		}
	}
}

func (q *Queue) present() {
	q.readyKeys()
	q.shown = Select(q.all, q.keys, q.filter, q.within)
	var counts [5]int
	for i := range q.all {
		counts[0]++
		counts[1+int(q.all[i].Status)]++
	}
	for i, b := range q.chips {
		b.SetText(fmt.Sprintf("%s %d", [...]string{"All", "New", "Open", "Ready", "Exported"}[i], counts[i]))
		b.SetSelected(i == q.filter.Status+1)
	}
	widgets.Arrange(q.row)
	widgets.Arrange(q.Content)
	q.sort.SetText(q.filter.Order.String())
	q.cursor = -1
	for i, x := range q.shown {
		if q.all[x].ID == q.current {
			q.cursor = i
		}
	}
	q.list.Even = rowHeight()
	q.list.Reload()
	q.show(q.empty, len(q.all) == 0)
	noneBox := q.noneIn
	if len(q.all) > 0 && len(q.shown) == 0 {
		what := "No story matches."
		if q.filter.Status >= 0 {
			what = "No story that is " + desk.Status(q.filter.Status).String() + " matches."
		}
		q.none.Set(widgets.Run{Text: what + " Clear the search or choose All.", Color: theme.Muted})
		q.show(noneBox, true)
	} else {
		q.show(noneBox, false)
	}
}

func (q *Queue) show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// SetCurrent marks the story that is on the desk and brings it into sight.
func (q *Queue) SetCurrent(id string) {
	q.current = id
	q.cursor = -1
	for i, x := range q.shown {
		if q.all[x].ID == id {
			q.cursor = i
			q.list.Reveal(i)
		}
	}
	q.list.Rebind()
}

// Neighbour returns the story that stands n rows below the current one, or ""
// at the ends. Without a current one it is the first.
func (q *Queue) Neighbour(n int) string {
	i := q.cursor + n
	if q.cursor < 0 {
		i = 0
	}
	if i < 0 || i >= len(q.shown) {
		return ""
	}
	return q.all[q.shown[i]].ID
}

// Shown is how many stories the filter lets pass.
func (q *Queue) Shown() int { return len(q.shown) }

// ShownIDs are the ids of the stories that show, in their order.
func (q *Queue) ShownIDs() []string {
	out := make([]string, len(q.shown))
	for i, x := range q.shown {
		out[i] = q.all[x].ID
	}
	return out
}

// Get returns a story of the queue.
func (q *Queue) Get(id string) (Story, bool) {
	if i, ok := q.index[id]; ok {
		return q.all[i], true
	}
	return Story{}, false
}

// Search is the field to focus for searching.
func (q *Queue) Search() fyne.Focusable { return q.search }

// List is the part to focus for walking the queue.
func (q *Queue) List() fyne.Focusable { return q.list }

func (q *Queue) open(i int) {
	if i < 0 || i >= len(q.shown) {
		return
	}
	q.cursor = i
	if q.OnOpen != nil {
		q.OnOpen(q.all[q.shown[i]].ID)
	}
}

// key walks the queue: the story under the cursor is on the desk at once.
func (q *Queue) key(e *fyne.KeyEvent) bool {
	to := q.cursor
	switch e.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += q.list.PageRows()
	case fyne.KeyPageUp:
		to -= q.list.PageRows()
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(q.shown) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		to = max(to, 0)
	default:
		return false
	}
	if len(q.shown) == 0 {
		return true
	}
	to = min(max(to, 0), len(q.shown)-1)
	q.list.Reveal(to)
	q.open(to)
	return true
}
