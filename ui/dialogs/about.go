package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// Facts is what the about box says.
type Facts struct {
	Icon     fyne.Resource
	Version  string
	Rulebook string
	Rules    int
	Library  string // where stories are kept
	Notice   string // origins and licences of what Stet ships
}

// About says what Stet is, where it keeps stories and what it is made from.
func (h *Host) About(f Facts) *Modal {
	var m *Modal
	ok := widgets.NewButton("Close", nil, widgets.Filled, func() { m.Close() })
	icon := canvas.NewImageFromResource(f.Icon)
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSize(64, 64))
	words := widgets.NewColumn(4,
		widgets.NewFlow(widgets.Run{Text: "Stet " + f.Version, Bold: true}),
		widgets.NewText("The desk's tool for wire copy. Stories stay on this machine: Stet opens no network connection and needs no account.", ""),
		widgets.NewText("Rulebook "+f.Rulebook+", "+count(f.Rules, "rule", "rules")+". Stories are kept in "+f.Library, theme.Muted),
	)
	notice := widgets.NewText(f.Notice, theme.Muted)
	body := container.NewBorder(widgets.NewInset(0, 0, 10, 0, container.NewBorder(nil, nil, widgets.NewInset(0, 14, 0, 0, icon), nil, words)), nil, nil, nil,
		container.NewVScroll(notice))
	m = h.show("About Stet", body, fyne.NewSize(660, 480), ok, ok)
	return m
}
