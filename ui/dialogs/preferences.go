package dialogs

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// Settings is what the preferences show and change.
type Settings struct {
	Editor string
	Agency string
	Region string // one of Regions
	Theme  string // one of Themes
	Scale  float32
	Packs  []Switch // style packs
	Muted  []Switch // rules that are off; On takes them back
	Words  []string // the editor's dictionary
	Names  []string // the editor's known names
}

// Switch is something that is on or off.
type Switch struct {
	ID    string
	Title string
	On    bool
}

// Regions and Themes are the choices, in the window's words.
var (
	Regions = []string{"As the story", "United States", "United Kingdom", "Canada", "Australia"}
	Themes  = []string{"As the desktop", "Light", "Dark"}
)

// Preferences shows the settings. apply gets them when the editor says so.
func (h *Host) Preferences(s Settings, apply func(Settings)) *Modal {
	var m *Modal
	s.Packs, s.Muted = slices.Clone(s.Packs), slices.Clone(s.Muted)
	name, agency := widgets.NewField("Your name, for decisions and reports"), widgets.NewField("Your own agency, as Reuters; its reports are not second-hand")
	name.SetText(s.Editor)
	agency.SetText(s.Agency)
	region := widget.NewSelect(Regions, func(v string) { s.Region = v })
	region.SetSelected(s.Region)
	look := widget.NewSelect(Themes, func(v string) { s.Theme = v })
	look.SetSelected(s.Theme)
	var sizes []string
	for _, f := range theme.Scales {
		sizes = append(sizes, percent(f))
	}
	size := widget.NewSelect(sizes, func(v string) {
		for _, f := range theme.Scales {
			if percent(f) == v {
				s.Scale = f
			}
		}
	})
	size.SetSelected(percent(s.Scale))
	body := widgets.NewColumn(11,
		field("Editor", name), field("Agency", agency),
		container.NewGridWithColumns(3, field("Spelling", region), field("Colours", look), field("Text size", size)),
	)
	switches := func(title string, list []Switch, empty string) {
		if len(list) == 0 {
			if empty != "" {
				body.Add(field(title, widgets.NewText(empty, theme.Muted)))
			}
			return
		}
		rows := widgets.NewColumn(0)
		for i := range list {
			b := widget.NewCheck(list[i].Title, func(on bool) { list[i].On = on })
			b.Checked = list[i].On
			rows.Add(b)
		}
		body.Add(field(title, rows))
	}
	switches("Style packs", s.Packs, "")
	switches("Rules that are muted always", s.Muted, "None. A card's menu mutes its rule.")
	words := func(title string, list *[]string) {
		e := widget.NewMultiLineEntry()
		e.SetMinRowsVisible(3)
		e.SetText(strings.Join(*list, "\n"))
		e.OnChanged = func(t string) {
			*list = nil
			for _, w := range strings.Split(t, "\n") {
				if w = strings.TrimSpace(w); w != "" {
					*list = append(*list, w)
				}
			}
		}
		body.Add(field(title, e))
	}
	words("Dictionary, a word a line", &s.Words)
	words("Known names, a name a line", &s.Names)
	ok := widgets.NewButton("Apply", nil, widgets.Filled, func() {
		s.Editor, s.Agency = strings.TrimSpace(name.Text), strings.TrimSpace(agency.Text)
		m.Close()
		apply(s)
	})
	no := widgets.NewButton("Cancel", nil, widgets.Outline, func() { m.Close() })
	m = h.show("Preferences", container.NewVScroll(widgets.NewInset(0, 12, 0, 0, body)), fyne.NewSize(600, 620), name, ok, no)
	return m
}

func percent(f float32) string { return fmt.Sprintf("%d%%", int(f*100+0.5)) }
