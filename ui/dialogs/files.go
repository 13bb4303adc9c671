package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// ChooseFolder asks for a folder, starting from one.
func (h *Host) ChooseFolder(from string, do func(path string)) {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			do(u.Path())
		}
	}, h.Window)
	start(d, from)
	h.size(d)
	d.Show()
}

// ChooseFile asks for a file to import.
func (h *Host) ChooseFile(from string, do func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			_ = r.Close() // opened only to be named
			do(r.URI().Path())
		}
	}, h.Window)
	start(d, from)
	h.size(d)
	d.Show()
}

func start(d *dialog.FileDialog, from string) {
	if from == "" {
		return
	}
	if l, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		d.SetLocation(l)
	}
}

func (h *Host) size(d *dialog.FileDialog) {
	s := h.Window.Canvas().Size()
	d.Resize(fyne.NewSize(min(900, s.Width-60), min(620, s.Height-80)))
}
