package dialogs

import (
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"stet/ui/theme"
	"stet/ui/widgets"
)

// OpenError is an open flag that must be settled or given a reason before the
// story goes out.
type OpenError struct {
	ID      string
	Message string
}

// ExportForm is what the export asks for.
type ExportForm struct {
	Headline string
	Formats  []string        // names of the formats of the copy, in order
	Chosen   map[string]bool // which are wanted
	Folder   string
	Editor   string
	Orders   []string // what the wire orders: kill, withhold, embargo
	Open     int      // open flags
	Errors   []OpenError

	// Files names what would be written with these formats into this folder;
	// those that exist already are in exists.
	Files func(folder string, formats []string) (files, exists []string)
}

// ExportChoice is what the editor answered.
type ExportChoice struct {
	Formats []string
	Folder  string
	Editor  string
	Reasons map[string]string // by flag, why an open error stands
	Replace bool              // existing files may be overwritten
}

// missing says what keeps the export from starting, or "".
func (f *ExportForm) missing(c ExportChoice) string {
	if len(c.Formats) == 0 {
		return "Choose at least one format."
	}
	if strings.TrimSpace(c.Editor) == "" {
		return "Say who reviewed the story; the name goes into the report."
	}
	if strings.TrimSpace(c.Folder) == "" {
		return "Choose a folder."
	}
	if s, err := os.Stat(c.Folder); err == nil && !s.IsDir() {
		return c.Folder + " is a file. Choose a folder."
	}
	left := 0
	for _, e := range f.Errors {
		if strings.TrimSpace(c.Reasons[e.ID]) == "" {
			left++
		}
	}
	if left > 0 {
		return "Each open error needs a reason, or go back and settle it; " + count(left, "reason is", "reasons are") + " missing."
	}
	if _, exists := f.Files(c.Folder, c.Formats); len(exists) > 0 && !c.Replace {
		return strings.Join(exists, ", ") + " exists already. Choose another folder, or allow it to be replaced."
	}
	return ""
}

// Export asks how to write the story out. do is called with a complete answer
// only.
func (h *Host) Export(f ExportForm, do func(ExportChoice)) *Modal {
	var m *Modal
	c := ExportChoice{Reasons: map[string]string{}, Folder: f.Folder, Editor: f.Editor}
	problem := widgets.NewText("", fynetheme.ColorNameError)
	files := widgets.NewText("", theme.Muted)
	var yes *widgets.Button
	replace := widget.NewCheck("Replace files that exist", nil)
	checks := container.NewHBox()
	boxes := map[string]*widget.Check{}
	body := widgets.NewColumn(11)
	update := func() {
		c.Formats = nil
		for _, n := range f.Formats {
			if boxes[n].Checked {
				c.Formats = append(c.Formats, n)
			}
		}
		names, exists := f.Files(c.Folder, c.Formats)
		files.Set(widgets.Run{Text: "Writes " + strings.Join(names, ", "), Color: theme.Muted})
		replace.Hidden = len(exists) == 0
		c.Replace = replace.Checked && len(exists) > 0
		p := f.missing(c)
		problem.Set(widgets.Run{Text: p, Color: fynetheme.ColorNameError})
		problem.Hidden = p == ""
		if yes != nil {
			yes.SetEnabled(p == "")
		}
		body.Refresh()
		if m != nil {
			m.pop.Refresh()
		}
	}
	for _, n := range f.Formats {
		b := widget.NewCheck(n, nil)
		b.Checked = f.Chosen[n]
		boxes[n] = b
		checks.Add(b)
	}
	name, folder := widgets.NewField("Your name"), widgets.NewField("Folder")
	name.SetText(f.Editor)
	folder.SetText(f.Folder)
	name.OnChanged = func(s string) { c.Editor = strings.TrimSpace(s); update() }
	folder.OnChanged = func(s string) { c.Folder = strings.TrimSpace(s); update() }
	choose := widgets.NewButton("Choose…", fynetheme.FolderOpenIcon(), widgets.Outline, func() {
		h.ChooseFolder(c.Folder, func(p string) { folder.SetText(p) })
	})
	for _, o := range f.Orders {
		body.Add(widgets.NewText(o, fynetheme.ColorNameError))
	}
	body.Add(field("Copy as", checks))
	body.Add(field("Folder", container.NewBorder(nil, nil, nil, choose, folder)))
	body.Add(field("Reviewed by", name))
	if len(f.Errors) > 0 {
		rows := widgets.NewColumn(6)
		for _, e := range f.Errors {
			r := widgets.NewField("Why it stands")
			r.OnChanged = func(s string) { c.Reasons[e.ID] = s; update() }
			rows.Add(widgets.NewColumn(2, widgets.NewText(e.Message, ""), r))
		}
		body.Add(field(count(len(f.Errors), "error is", "errors are")+" still open: say why", rows))
	}
	if rest := f.Open - len(f.Errors); rest > 0 {
		body.Add(widgets.NewText(fmt.Sprintf("%s still open; the report lists them.", count(rest, "other flag is", "other flags are")), theme.Muted))
	}
	body.Add(files)
	body.Add(replace)
	for _, b := range boxes {
		b.OnChanged = func(bool) { update() }
	}
	replace.OnChanged = func(bool) { update() }
	send := func() {
		if f.missing(c) != "" {
			return
		}
		m.Close()
		do(c)
	}
	name.OnSubmitted = func(string) { send() }
	folder.OnSubmitted = func(string) { send() }
	yes = widgets.NewButton("Export", fynetheme.UploadIcon(), widgets.Filled, send)
	no := widgets.NewButton("Cancel", nil, widgets.Outline, func() { m.Close() })
	update()
	height := float32(400 + 62*min(len(f.Errors), 5))
	var first fyne.Focusable = yes
	if f.Editor == "" {
		first = name
	}
	m = h.show("Export story and report", container.NewBorder(nil, widgets.NewInset(8, 0, 0, 0, problem), nil, nil, container.NewVScroll(widgets.NewInset(0, 12, 0, 0, body))), fyne.NewSize(600, height), first, yes, no)
	return m
}
