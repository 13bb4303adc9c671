package flags

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"stet/model/flag"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// Tips are the tool tips of a card's buttons, which name the keys.
type Tips struct {
	Fix, Stet, Query string
	FixN             func(i int) string
}

// Panel is the flags of the story on the desk. It presents and calls back.
type Panel struct {
	Content *fyne.Container
	Tips    Tips

	OnPick   func(id string) // a card was chosen
	OnFix    func(id string, n int)
	OnStet   func(id string)
	OnQuery  func(id string)
	OnMore   func(id string, at fyne.Position)
	OnReopen func(id string)
	OnFilter func() // what shows has changed

	cards    []Card
	entries  []entry
	current  string
	kinds    [flag.NKinds]bool
	notes    bool
	byRule   bool
	unfolded bool
	why      map[string]bool

	chips   [flag.NKinds]*widgets.ActionButton
	chipRow *fyne.Container
	list    *widgets.List
	ruler   *row // measures cards
	empty   *widgets.Flow
	emptyIn *fyne.Container
}

// New returns an empty panel.
func New(tips Tips) *Panel {
	if tips.FixN == nil {
		tips.FixN = func(int) string { return "" }
	}
	p := &Panel{Tips: tips, why: map[string]bool{}}
	chips := widgets.NewWrap(4)
	p.chipRow = chips
	for k := range p.chips {
		p.kinds[k] = true
		p.chips[k] = widgets.NewAction("", theme.KindIcon(flag.Kind(k)), widgets.Pill, func() { p.toggle(flag.Kind(k)) })
		p.chips[k].Small, p.chips[k].Selected = true, true
		chips.Add(p.chips[k])
	}
	p.list = widgets.NewList()
	p.list.Len = func() int { return len(p.entries) }
	p.list.New = func() fyne.CanvasObject { return newRow(p) }
	p.list.Bind = func(i int, o fyne.CanvasObject) { o.(*row).set(p.entries[i]) }
	p.list.Height = func(i int, width float32) float32 {
		if p.ruler == nil {
			p.ruler = newRow(p)
		}
		p.ruler.set(p.entries[i])
		return p.ruler.height(width, false)
	}
	p.list.OnPress = func(i int, _ *desktop.MouseEvent) { p.press(i) }
	p.list.OnSecondary = func(i int, at fyne.Position) {
		if p.entries[i].kind == cardEntry {
			p.pick(p.cards[p.entries[i].card].Item.ID)
			if p.OnMore != nil {
				p.OnMore(p.current, at)
			}
		}
	}
	p.list.OnKey = p.key
	p.empty = widgets.NewText("", theme.Muted)
	p.emptyIn = widgets.NewInset(24, 16, 0, 16, p.empty)
	p.emptyIn.Hide()
	p.Content = widgets.NewHead(widgets.NewInset(6, 8, 6, 8, chips), container.NewStack(p.list, p.emptyIn))
	p.count()
	return p
}

// Set shows these cards. Pass the story's items in story order.
func (p *Panel) Set(cards []Card) {
	p.cards = cards
	p.arrange()
}

// SetEmpty sets what the panel says when there is nothing to show.
func (p *Panel) SetEmpty(text string) {
	if p.empty.Text() != text {
		p.empty.Set(widgets.Run{Text: text, Color: theme.Muted})
	}
}

func (p *Panel) arrange() {
	p.entries = arrange(p.cards, p.kinds, p.notes, p.byRule, p.unfolded)
	p.count()
	if len(p.entries) == 0 {
		p.emptyIn.Show()
	} else {
		p.emptyIn.Hide()
	}
	p.list.Reload()
}

// count puts the number of open flags on the chip of each kind.
func (p *Panel) count() {
	var n [flag.NKinds]int
	for i := range p.cards {
		it := &p.cards[i].Item
		if it.Verdict == flag.Open && (p.notes || it.Flag.Severity != flag.Note) {
			n[it.Flag.Kind]++
		}
	}
	for k, b := range p.chips {
		b.SetText(fmt.Sprintf("%d %s", n[k], plural(flag.Kind(k), n[k])))
		b.SetSelected(p.kinds[k])
		b.Tip = "Show or hide " + plural(flag.Kind(k), 2)
	}
	widgets.Arrange(p.chipRow)
	widgets.Arrange(p.Content)
}

func plural(k flag.Kind, n int) string {
	if k == flag.Typo && n != 1 {
		return "typos"
	}
	return k.String()
}

func (p *Panel) toggle(k flag.Kind) {
	p.kinds[k] = !p.kinds[k]
	p.filtered()
}

func (p *Panel) filtered() {
	p.arrange()
	if p.OnFilter != nil {
		p.OnFilter()
	}
}

// Filter tells what shows.
func (p *Panel) Filter() (kinds [flag.NKinds]bool, notes, byRule bool) {
	return p.kinds, p.notes, p.byRule
}

// SetFilter sets what shows, without telling OnFilter.
func (p *Panel) SetFilter(kinds [flag.NKinds]bool, notes, byRule bool) {
	p.kinds, p.notes, p.byRule = kinds, notes, byRule
	p.arrange()
}

// SetNotes shows or hides flags of the level of a note.
func (p *Panel) SetNotes(on bool) {
	p.notes = on
	p.filtered()
}

// SetByRule groups the cards by rule, or puts them in story order.
func (p *Panel) SetByRule(on bool) {
	p.byRule = on
	p.filtered()
}

// Current is the id of the current flag, or "".
func (p *Panel) Current() string { return p.current }

// SetCurrent makes a flag the current one and brings its card into sight.
func (p *Panel) SetCurrent(id string) {
	if p.current == id {
		return
	}
	p.current = id
	p.list.Reload()
	p.reveal()
}

func (p *Panel) reveal() {
	for i, e := range p.entries {
		if e.kind == cardEntry && p.cards[e.card].Item.ID == p.current {
			p.list.Reveal(i)
		}
	}
}

// Open returns the ids of the open flags that show, in the order of the panel.
func (p *Panel) Open() []string {
	var out []string
	for _, e := range p.entries {
		if e.kind == cardEntry {
			out = append(out, p.cards[e.card].Item.ID)
		}
	}
	return out
}

// Hides tells whether the filter keeps a flag out of sight.
func (p *Panel) Hides(k flag.Kind, s flag.Severity) bool {
	return !p.kinds[k] || s == flag.Note && !p.notes
}

// ToggleWhy opens or closes the explanation on a card.
func (p *Panel) ToggleWhy(id string) {
	p.why[id] = !p.why[id]
	p.list.Reload()
	p.reveal()
}

// Focus is the part to focus for walking the cards.
func (p *Panel) Focus() fyne.Focusable { return p.list }

// Refresh draws all again, for a new theme or text size.
func (p *Panel) Refresh() { p.list.Reload() }

func (p *Panel) press(i int) {
	switch e := p.entries[i]; e.kind {
	case cardEntry, settledEntry:
		p.pick(p.cards[e.card].Item.ID)
	case foldEntry:
		p.unfolded = !p.unfolded
		p.arrange()
	case notesEntry:
		p.SetNotes(true)
	}
}

func (p *Panel) pick(id string) {
	p.SetCurrent(id)
	p.call(p.OnPick, id)
}

func (p *Panel) call(f func(string), id string) {
	if f != nil {
		f(id)
	}
}

func (p *Panel) fix(id string, n int) {
	if p.OnFix != nil {
		p.OnFix(id, n)
	}
}

// key walks the cards while the panel has the focus.
func (p *Panel) key(e *fyne.KeyEvent) bool {
	open := p.Open()
	at := -1
	for i, id := range open {
		if id == p.current {
			at = i
		}
	}
	switch e.Name {
	case fyne.KeyDown:
		at++
	case fyne.KeyUp:
		at--
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(open) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		if at >= 0 {
			p.fix(p.current, 0)
		}
		return true
	case fyne.KeySpace:
		if at >= 0 {
			p.ToggleWhy(p.current)
		}
		return true
	case fyne.KeyDelete, fyne.KeyBackspace:
		if at >= 0 {
			p.call(p.OnStet, p.current)
		}
		return true
	default:
		return false
	}
	if at >= 0 && at < len(open) {
		p.pick(open[at])
	}
	return true
}
