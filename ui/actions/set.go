package actions

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/sahilm/fuzzy"
)

// Handler is what a command does.
type Handler struct {
	Run     func()
	Enabled func() bool // nil: always
	Checked func() bool // nil: the command is no switch
}

// Set is the table with a handler for each command. It belongs to the main
// goroutine.
type Set struct {
	commands []Command
	handlers map[string]Handler
	byID     map[string]int
	items    map[string]*fyne.MenuItem
	menu     *fyne.MainMenu

	// InDialog tells whether a dialog is open: only commands that say so run
	// then.
	InDialog func() bool
}

// New binds handlers to the table. It is an error when a command has no
// handler, or a handler no command.
func New(handlers map[string]Handler) (*Set, error) {
	s := &Set{commands: Table(), handlers: handlers, byID: map[string]int{}, items: map[string]*fyne.MenuItem{}}
	for i, c := range s.commands {
		s.byID[c.ID] = i
		if handlers[c.ID].Run == nil {
			return nil, fmt.Errorf("command %s does nothing", c.ID)
		}
	}
	for id := range handlers {
		if _, ok := s.byID[id]; !ok {
			return nil, fmt.Errorf("there is no command %s", id)
		}
	}
	return s, nil
}

// Get returns a command by its id.
func (s *Set) Get(id string) Command { return s.commands[s.byID[id]] }

// Commands are all of them, in the order of the table.
func (s *Set) Commands() []Command { return s.commands }

// Enabled tells whether a command can run now.
func (s *Set) Enabled(id string) bool {
	c := s.Get(id)
	if s.InDialog != nil && s.InDialog() && !c.Dialog {
		return false
	}
	h := s.handlers[id]
	return h.Enabled == nil || h.Enabled()
}

// Checked tells whether a switch is on.
func (s *Set) Checked(id string) bool {
	h := s.handlers[id]
	return h.Checked != nil && h.Checked()
}

// Run runs a command unless it is disabled: Fyne's menus do not look at that
// for their shortcuts. It tells whether the command ran.
func (s *Set) Run(id string) bool {
	if !s.Enabled(id) {
		return false
	}
	s.handlers[id].Run()
	return true
}

// Tip is the title of a command with its keys, for tool tips.
func (s *Set) Tip(id string) string {
	c := s.Get(id)
	t := lang.L(c.Title)
	if k := c.KeyText(); k != "" {
		t += "  " + k
	}
	return t
}

// KeyText is the keys of a command as the editor needs to know them: "Ctrl+. or
// F8". Twins on the keypad, and of a character that needs Shift, are left out.
func (c Command) KeyText() string {
	t := ""
	for _, k := range c.Keys {
		if k.Name == fyne.KeyEnter || k.Name == fyne.KeyEqual && k.Mod&shift != 0 {
			continue
		}
		if t != "" {
			t += " or "
		}
		t += k.String()
	}
	return t
}

// Shortcut runs the command of a shortcut. It tells whether there is one.
func (s *Set) Shortcut(sc fyne.Shortcut) bool {
	for _, c := range s.commands {
		for _, k := range c.Keys {
			if ks := k.Shortcut(); ks != nil && ks.ShortcutName() == sc.ShortcutName() {
				s.Run(c.ID)
				return true
			}
		}
	}
	return false
}

// Key runs the command of a typed key, which comes with no modifier or with
// Shift. It tells whether there is one.
func (s *Set) Key(n fyne.KeyName, shifted bool) bool {
	want := Key{Name: n}
	if shifted {
		want.Mod = shift
	}
	for _, c := range s.commands {
		if slices.Contains(c.Keys, want) {
			s.Run(c.ID)
			return true
		}
	}
	return false
}

// MainMenu makes the menu bar. Keep it up to date with Update.
func (s *Set) MainMenu() *fyne.MainMenu {
	s.menu = fyne.NewMainMenu()
	for _, name := range Menus {
		m := fyne.NewMenu(lang.L(name))
		subs := map[string]*fyne.MenuItem{}
		group := -1
		for _, c := range s.inMenu(name) {
			if group >= 0 && c.Group != group {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			}
			group = c.Group
			it := s.item(c)
			s.items[c.ID] = it
			if c.Sub == "" {
				m.Items = append(m.Items, it)
				continue
			}
			sub := subs[c.Sub]
			if sub == nil {
				sub = fyne.NewMenuItem(lang.L(c.Sub), nil)
				sub.ChildMenu = fyne.NewMenu("")
				subs[c.Sub] = sub
				m.Items = append(m.Items, sub)
			}
			sub.ChildMenu.Items = append(sub.ChildMenu.Items, it)
		}
		s.menu.Items = append(s.menu.Items, m)
	}
	s.update()
	return s.menu
}

// inMenu returns the commands of a menu, group by group.
func (s *Set) inMenu(name string) []Command {
	var out []Command
	for _, c := range s.commands {
		if c.Menu == name {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Command) int { return a.Group - b.Group })
	return out
}

func (s *Set) item(c Command) *fyne.MenuItem {
	it := fyne.NewMenuItem(lang.L(c.Title), func() { s.Run(c.ID) })
	it.Icon = nil
	if len(c.Keys) > 0 {
		it.Shortcut = c.Keys[0].Shortcut()
		if it.Shortcut == nil {
			it.Label += "  (" + c.Keys[0].String() + ")"
		}
	}
	return it
}

// update sets what is disabled and what is checked, and tells whether that
// changed anything.
func (s *Set) update() bool {
	changed := false
	for id, it := range s.items {
		// A dialog over the window does not change what the menu shows.
		h := s.handlers[id]
		off := h.Enabled != nil && !h.Enabled()
		on := s.Checked(id)
		changed = changed || it.Disabled != off || it.Checked != on
		it.Disabled, it.Checked = off, on
	}
	return changed
}

// Update brings the menu bar up to date; it is cheap when nothing changed.
func (s *Set) Update() {
	if s.menu != nil && s.update() {
		s.menu.Refresh()
	}
}

// Menu makes a context menu of some commands; "" stands for a line.
func (s *Set) Menu(ids ...string) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, id := range ids {
		if id == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			continue
		}
		it := s.item(s.Get(id))
		it.Disabled, it.Checked = !s.Enabled(id), s.Checked(id)
		m.Items = append(m.Items, it)
	}
	return m
}

// Toolbar returns the commands of the toolbar in their order.
func (s *Set) Toolbar() []Command {
	var out []Command
	for _, c := range s.commands {
		if c.Toolbar > 0 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Command) int { return a.Toolbar - b.Toolbar })
	return out
}

// Search returns the commands whose titles match, best first; all for an empty
// query. The match is fuzzy: "fal" finds "Fix all alike".
func (s *Set) Search(query string) []Command {
	if query == "" {
		return slices.Clone(s.commands)
	}
	var out []Command
	for _, m := range fuzzy.FindFrom(query, titles(s.commands)) {
		out = append(out, s.commands[m.Index])
	}
	return out
}

type titles []Command

func (t titles) Len() int            { return len(t) }
func (t titles) String(i int) string { return t[i].Menu + ": " + t[i].Title }
