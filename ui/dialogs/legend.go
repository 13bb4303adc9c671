package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/model/flag"
	"stet/ui/editor"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// legendKinds say how each kind of flag is drawn, so that no colour is needed
// to tell it.
var legendKinds = [flag.NKinds]string{
	flag.Typo: "disc, underlined by a wave", flag.Sourcing: "triangle, underlined by dashes",
	flag.Consistency: "square, underlined twice", flag.Style: "diamond, underlined by dots",
}

var legendTints = []struct {
	tint  editor.Tint
	name  string
	shape string
}{
	{editor.TintPerson, "Person", "rounded ground"},
	{editor.TintOrganisation, "Organisation", "square ground"},
	{editor.TintPlace, "Place", "square ground with a line above"},
	{editor.TintOther, "Group, event or work", "pill"},
}

var legendStrip = []struct {
	strip editor.Strip
	text  string
}{
	{editor.StripNamed, "solid: a named person says so"},
	{editor.StripOffice, "double: an organisation or a document"},
	{editor.StripUnnamed, "dashes: an unnamed person or group"},
	{editor.StripAnonymous, "dots: anonymous, or at second hand"},
	{editor.StripNone, "hollow: a claim with no source in reach"},
}

// Legend says what the marks in the copy mean.
func (h *Host) Legend() *Modal {
	var m *Modal
	rows := widgets.NewColumn(6, heading("Flags"))
	for k := range flag.Kind(flag.NKinds) {
		icon := canvas.NewImageFromResource(theme.KindIcon(k))
		icon.FillMode = canvas.ImageFillContain
		side := theme.Size(fynetheme.SizeNameText)
		icon.SetMinSize(fyne.NewSize(side, side))
		rows.Add(container.NewBorder(nil, nil, icon, nil, widgets.NewFlow(widgets.Run{Text: k.String() + ": ", Bold: true}, widgets.Run{Text: legendKinds[k], Color: theme.Muted})))
	}
	rows.Add(heading("Names and figures"))
	for _, t := range legendTints {
		rows.Add(widgets.NewFlow(widgets.Run{Text: t.name, Ground: editor.TintColor[t.tint]}, widgets.Run{Text: "  " + t.shape, Color: theme.Muted}))
	}
	rows.Add(widgets.NewText("Figures have a line below, dates a frame. A tick behind a name says that it is known for right.", theme.Muted))
	rows.Add(heading("The sourcing map beside the copy"))
	for _, s := range legendStrip {
		rows.Add(widgets.NewFlow(widgets.Run{Text: "▌ ", Color: editor.StripColor[s.strip]}, widgets.Run{Text: s.text, Color: theme.Muted}))
	}
	ok := widgets.NewButton("Close", nil, widgets.Filled, func() { m.Close() })
	m = h.show("What the colours and lines mean", container.NewVScroll(widgets.NewInset(0, 10, 0, 0, rows)), fyne.NewSize(520, 560), ok, ok)
	return m
}
