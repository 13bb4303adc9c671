package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"stet/model/names"
	"stet/ui/ledgers"
)

// mostTwins is how many other names the menu offers to join a name to.
const mostTwins = 12

// nameMenu is the menu of a row of the names: what the editor knows better than
// the recogniser.
func (a *App) nameMenu(r ledgers.Row, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(a.nameItems(r), a.Window.Canvas(), at)
}

func (a *App) nameItems(r ledgers.Row) *fyne.Menu {
	m := fyne.NewMenu("",
		fyne.NewMenuItem("“"+r.Text+"” is right, always", func() { a.knowName(r.Text) }),
		fyne.NewMenuItem("“"+r.Text+"” is right in this story", func() {
			a.setNames("Name is right", names.Options{Known: map[string]bool{r.Text: true}})
		}),
	)
	if r.Level > 0 {
		m.Items = append(m.Items, fyne.NewMenuItem("“"+r.Text+"” is somebody else", func() {
			a.setNames("Part the names", names.Options{Split: map[string]bool{r.Text: true}})
		}))
	} else if twins := a.twins(r.Text); len(twins) > 0 {
		same := fyne.NewMenuItem("Is the same as", nil)
		same.ChildMenu = fyne.NewMenu("")
		for _, t := range twins {
			same.ChildMenu.Items = append(same.ChildMenu.Items, fyne.NewMenuItem(t, func() {
				a.setNames("Join the names", names.Options{Merged: map[string]string{r.Text: t}})
			}))
		}
		m.Items = append(m.Items, same)
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Find in the copy", func() { a.find.Show(r.Text, false) }))
	return m
}

// setNames adds to what the editor said of this story's names.
func (a *App) setNames(label string, o names.Options) {
	a.story.review.SetNames(label, a.story.review.Names().And(o))
}

// twins are the other names of the same type.
func (a *App) twins(name string) []string {
	if a.story.result == nil {
		return nil
	}
	all := a.story.result.Names.Names
	var t names.Type
	for i := range all {
		if all[i].Canonical == name {
			t = all[i].Type
		}
	}
	var out []string
	for i := range all {
		if all[i].Type == t && all[i].Canonical != name && len(out) < mostTwins {
			out = append(out, all[i].Canonical)
		}
	}
	return out
}
