package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// WithMenuBar puts a picture of the menu bar above content: Fyne's software
// painter leaves the bar out. It is for screenshots and does nothing.
func WithMenuBar(m *fyne.MainMenu, content fyne.CanvasObject) fyne.CanvasObject {
	row := container.NewHBox()
	for _, i := range m.Items {
		t := canvas.NewText(i.Label, theme.Color(fynetheme.ColorNameForeground))
		t.TextSize = theme.Size(fynetheme.SizeNameText)
		row.Add(widgets.NewInset(3, 7, 3, 7, t))
	}
	return container.NewBorder(container.NewStack(ground(fynetheme.ColorNameHeaderBackground), row), nil, nil, nil, content)
}

// Show puts the story at a place of the queue on the desk, from 1, and opens
// one of the right panes, from 1.
func (a *App) Show(story, tab int) {
	if ids := a.queue.ShownIDs(); story >= 1 && story <= len(ids) {
		a.openStory(idOf(ids[story-1]), true)
	}
	a.tabs.Choose(tab - 1)
	a.toasts.Dismiss()
}

// Warn shows a message that must be read.
func (a *App) Warn(message string) { a.host.Say("About your library", message) }

// Sorry shows why the desk cannot open, and stays until it is closed: a program
// that was started by a click has no other place to say so.
func Sorry(fa fyne.App, message string) {
	fa.Settings().SetTheme(theme.New(theme.System, 1))
	w := fa.NewWindow("Stet")
	text := widgets.NewText(upper(message)+".", "")
	w.SetContent(widgets.NewInset(16, 16, 16, 16, container.NewBorder(nil,
		container.NewBorder(nil, nil, nil, widgets.NewButton("Close", nil, widgets.Filled, w.Close)), nil, nil, container.NewVScroll(text))))
	w.Resize(fyne.NewSize(560, 200))
	w.ShowAndRun()
}
