package dialogs

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// FindBar finds and replaces in the copy. It stands above the copy and leaves
// the window usable.
type FindBar struct {
	Content *fyne.Container

	OnFind       func(text string, matchCase bool) // the words changed
	OnNext       func()
	OnPrevious   func()
	OnReplace    func(with string)
	OnReplaceAll func(with string)
	OnClose      func()

	find, with *widgets.Field
	match      *widgets.Button
	count      *widgets.Flow
	second     *fyne.Container
}

// NewFindBar returns a hidden bar.
func NewFindBar() *FindBar {
	b := &FindBar{find: widgets.NewField("Find in the copy"), with: widgets.NewField("Replace by"), count: widgets.NewText("", theme.Muted)}
	b.find.OnChanged = func(string) { b.changed() }
	b.find.OnSubmitted = func(string) { call(b.OnNext) }
	b.with.OnSubmitted = func(string) { b.replace() }
	keys := func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			b.Close()
		case fyne.KeyDown:
			call(b.OnNext)
		case fyne.KeyUp:
			call(b.OnPrevious)
		default:
			return false
		}
		return true
	}
	b.find.OnKey, b.with.OnKey = keys, keys
	b.match = widgets.NewButton("Aa", nil, widgets.Flat, func() {
		b.match.SetSelected(!b.match.Selected)
		b.changed()
	})
	b.match.Tip = "Match capitals"
	icon := func(r fyne.Resource, tip string, f func()) *widgets.Button {
		x := widgets.NewButton("", r, widgets.Flat, f)
		x.Tip = tip
		return x
	}
	previous := icon(fynetheme.MoveUpIcon(), "Previous hit", func() { call(b.OnPrevious) })
	next := icon(fynetheme.MoveDownIcon(), "Next hit", func() { call(b.OnNext) })
	shut := icon(fynetheme.CancelIcon(), "Close", b.Close)
	counted := container.NewGridWrap(fyne.NewSize(86, 20), b.count)
	first := container.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(counted), b.match, previous, next, shut), b.find)
	b.second = container.NewBorder(nil, nil, nil, container.NewHBox(
		widgets.NewButton("Replace", nil, widgets.Outline, b.replace),
		widgets.NewButton("Replace all", nil, widgets.Outline, func() {
			if b.OnReplaceAll != nil {
				b.OnReplaceAll(b.with.Text)
			}
		})), b.with)
	b.Content = container.NewVBox(widgets.NewInset(6, 10, 6, 10, widgets.NewColumn(5, first, b.second)), widget.NewSeparator())
	b.Content.Hide()
	return b
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// Show shows the bar, with the line to replace when asked for, and looks for
// the text if it is not empty.
func (b *FindBar) Show(text string, replace bool) {
	b.second.Hidden = !replace
	b.Content.Show()
	b.Content.Refresh()
	if text != "" {
		b.find.SetText(text)
	} else {
		b.changed()
	}
	b.find.TypedShortcut(&fyne.ShortcutSelectAll{})
	fyne.CurrentApp().Driver().CanvasForObject(b.find).Focus(b.find)
}

// Close hides the bar.
func (b *FindBar) Close() {
	if !b.Content.Visible() {
		return
	}
	b.Content.Hide()
	call(b.OnClose)
}

// Shown tells whether the bar is in sight.
func (b *FindBar) Shown() bool { return b.Content.Visible() }

// SetCount says how many hits there are and which one is selected, from 1.
func (b *FindBar) SetCount(n, at int) {
	t := "no hits"
	switch {
	case b.find.Text == "":
		t = ""
	case n > 0 && at > 0:
		t = fmt.Sprintf("%d of %d", at, n)
	case n > 0:
		t = count(n, "hit", "hits")
	}
	b.count.Set(widgets.Run{Text: t, Color: theme.Muted})
}

func (b *FindBar) changed() {
	if b.OnFind != nil {
		b.OnFind(b.find.Text, b.match.Selected)
	}
}

func (b *FindBar) replace() {
	if b.OnReplace != nil {
		b.OnReplace(b.with.Text)
	}
}
