package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/model/library"
	"stet/model/story"
	"stet/model/text"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// details is the Story tab: fields that have no place above the copy, the
// versions, and what was done.
type details struct {
	Content *fyne.Container

	OnField   func(name, value string)
	OnVersion func(number int)

	fields map[string]*widgets.Field
	was    map[string]string
	facts  *widgets.Flow
	verBox *fyne.Container
	logBox *fyne.Container
	body   *fyne.Container
	shown  string
}

// detailFields are the fields in their order.
var detailFields = []string{"Section", "Keywords", "Note to editors"}

// detailsData is what the tab shows.
type detailsData struct {
	story    *story.Story
	versions []library.Version
	log      []string
}

func newDetails() *details {
	d := &details{fields: map[string]*widgets.Field{}, was: map[string]string{}, facts: widgets.NewText("", theme.Muted), verBox: widgets.NewColumn(2), logBox: widgets.NewColumn(3)}
	d.body = widgets.NewColumn(9)
	for _, n := range detailFields {
		f := widgets.NewField("")
		leave := func() {
			if f.Text != d.was[n] {
				d.was[n] = f.Text
				if d.OnField != nil {
					d.OnField(n, f.Text)
				}
			}
		}
		f.OnSubmitted = func(string) { leave() }
		f.OnFocusMove = func(on bool) {
			if !on {
				leave()
			}
		}
		d.fields[n] = f
		d.body.Add(widgets.NewColumn(3, caption(n), f))
	}
	d.body.Add(d.facts)
	d.body.Add(caption("Versions"))
	d.body.Add(d.verBox)
	d.body.Add(caption("What was done"))
	d.body.Add(d.logBox)
	d.Content = container.NewStack(container.NewVScroll(widgets.NewInset(10, 14, 10, 12, d.body)))
	return d
}

func caption(t string) fyne.CanvasObject {
	f := widgets.NewFlow(widgets.Run{Text: t, Bold: true, Color: theme.Muted})
	f.SizeName = fynetheme.SizeNameCaptionText
	return f
}

func (d *details) clear() {
	d.shown = ""
	for n, f := range d.fields {
		d.was[n] = ""
		f.SetText("")
	}
	d.facts.SetText("")
	d.verBox.RemoveAll()
	d.logBox.RemoveAll()
}

func detailValue(s *story.Story, name string) string {
	switch name {
	case "Section":
		return s.Section
	case "Keywords":
		return strings.Join(s.Keywords, ", ")
	}
	return s.EdNote
}

// show brings the tab up to date, where anything in it has changed.
func (d *details) show(x detailsData) {
	sig := fmt.Sprint(x.story.Section, x.story.Keywords, x.story.EdNote, len(x.versions), len(x.log), x.story.Source.Name)
	if sig == d.shown {
		return
	}
	d.shown = sig
	for n, f := range d.fields {
		v := detailValue(x.story, n)
		if d.was[n] != v || f.Text != v {
			d.was[n] = v
			f.SetText(v)
		}
	}
	d.facts.Set(widgets.Run{Text: strings.Join(storyFacts(x.story), "\n"), Color: theme.Muted})
	d.verBox.RemoveAll()
	for _, v := range slices.Backward(x.versions) {
		label := fmt.Sprintf("Version %d, %s", v.Number, v.Imported.Local().Format("2 Jan 15:04"))
		b := widgets.NewButton(label, nil, widgets.Flat, func() {
			if d.OnVersion != nil {
				d.OnVersion(v.Number)
			}
		})
		b.Small, b.Tip = true, "Show this version as it came in"
		d.verBox.Add(container.NewHBox(b))
	}
	d.logBox.RemoveAll()
	if len(x.log) == 0 {
		d.logBox.Add(small("Nothing yet."))
	}
	for _, l := range x.log {
		d.logBox.Add(small(l))
	}
	d.body.Refresh()
}

func small(t string) fyne.CanvasObject {
	f := widgets.NewText(t, theme.Muted)
	f.SizeName = fynetheme.SizeNameCaptionText
	return f
}

// storyFacts are the lines that only say something.
func storyFacts(s *story.Story) []string {
	var out []string
	add := func(label, v string) {
		if v != "" {
			out = append(out, label+": "+v)
		}
	}
	add("File", s.Source.Name)
	add("Read as", s.Source.Format)
	if s.Published != "" {
		add("Published", s.Published)
	} else if !s.Created.IsZero() {
		add("Created", s.Created.Local().Format("2 Jan 2006 15:04"))
	}
	add("Photo", s.PhotoCredit)
	add("Language", s.Language)
	if s.Priority > 0 {
		add("Priority", fmt.Sprint(s.Priority))
	}
	for _, i := range s.Instructions {
		add(upper(string(i.Kind)), i.Text)
	}
	for _, r := range s.Repairs {
		add("Repaired", r)
	}
	return out
}

// detailsOf gathers what the tab shows of the story on the desk.
func (a *App) detailsOf() detailsData {
	s := a.story
	x := detailsData{story: s.review.Fields(), versions: s.versions}
	log := s.review.Log()
	for _, e := range slices.Backward(log[max(0, len(log)-200):]) {
		line := e.When.Local().Format("2 Jan 15:04") + "  " + e.Action
		if e.Was != "" {
			line += " “" + shortName(e.Was) + "”"
		}
		if e.Now != "" {
			line += " → “" + shortName(e.Now) + "”"
		}
		if e.Reason != "" {
			line += " (" + e.Reason + ")"
		}
		if e.By != "" {
			line += ", " + e.By
		}
		x.log = append(x.log, line)
	}
	return x
}

// setDetail takes up a field of the Story tab.
func (a *App) setDetail(name, value string) {
	if a.story == nil {
		return
	}
	value = strings.TrimSpace(value)
	a.story.review.Edit(name, func(s *story.Story) {
		switch name {
		case "Section":
			s.Section = value
		case "Keywords":
			s.Keywords = nil
			for _, k := range strings.Split(value, ",") {
				if k = strings.TrimSpace(k); k != "" {
					s.Keywords = append(s.Keywords, k)
				}
			}
		default:
			s.EdNote = value
		}
	})
}

// showVersion shows a version as it came in.
func (a *App) showVersion(number int) {
	for _, v := range a.story.versions {
		if v.Number == number {
			a.setView(originalView)
			a.other.text.SetDocument(text.NewDocument(nil, strings.Join(arrivedLines(v.Story), "\n")))
		}
	}
}
