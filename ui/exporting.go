package ui

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stet/model/flag"
	"stet/model/publish"
	"stet/model/story"
	"stet/ui/dialogs"
)

// copyFormats are the formats of the copy that the export offers; the report
// goes with all of them.
var copyFormats = []publish.Format{publish.Text, publish.Markdown, publish.HTML}

var reportFormats = []publish.Format{publish.ReportHTML, publish.ReportJSON}

// exportStory asks how the story is to be written out, and writes it.
func (a *App) exportStory() {
	s := a.story
	a.header.Commit()
	name := publish.FileName(s.review.Story())
	folder := a.settings.Folder
	if folder == "" {
		if home, err := os.UserHomeDir(); err == nil {
			folder = filepath.Join(home, "Stet")
		}
	}
	editor := a.settings.Editor
	form := dialogs.ExportForm{
		Headline: s.review.Doc(0).String(), Chosen: map[string]bool{}, Folder: folder, Editor: editor,
		Files: func(folder string, titles []string) (files, exists []string) {
			for _, f := range formatsOf(titles) {
				n := name + "." + string(f)
				files = append(files, n)
				if _, err := os.Lstat(filepath.Join(folder, n)); err == nil {
					exists = append(exists, n)
				}
			}
			return files, exists
		},
	}
	for _, i := range s.review.Fields().Instructions {
		if i.Kind == story.Kill || i.Kind == story.Withhold || i.Kind == story.Embargo {
			form.Orders = append(form.Orders, upper(string(i.Kind))+": "+i.Text)
		}
	}
	for _, f := range copyFormats {
		form.Formats = append(form.Formats, f.Title())
		form.Chosen[f.Title()] = slices.Contains(a.settings.Formats, string(f))
	}
	for _, it := range s.review.Items() {
		if it.Verdict != flag.Open || it.Flag.Severity == flag.Note {
			continue
		}
		form.Open++
		if it.Flag.Severity == flag.Error {
			form.Errors = append(form.Errors, dialogs.OpenError{ID: it.ID, Message: it.Flag.Message})
		}
	}
	a.host.Export(form, func(c dialogs.ExportChoice) { a.writeOut(name, c) })
}

// formatsOf are the files that go with the chosen formats of the copy.
func formatsOf(titles []string) []publish.Format {
	var out []publish.Format
	for _, f := range copyFormats {
		if slices.Contains(titles, f.Title()) {
			out = append(out, f)
		}
	}
	return append(out, reportFormats...)
}

// writeOut exports on a worker and says how it went.
func (a *App) writeOut(name string, c dialogs.ExportChoice) {
	s := a.story
	if s == nil {
		return
	}
	a.settings.Editor, a.settings.Folder = c.Editor, c.Folder
	a.settings.Formats = nil
	for _, f := range formatsOf(c.Formats) {
		a.settings.Formats = append(a.settings.Formats, string(f))
	}
	a.remember()
	s.review.SetEditor(c.Editor)
	job := publish.Job{
		Review: publish.Of(s.review, c.Reasons, a.now()), Folder: c.Folder, Name: name, Formats: formatsOf(c.Formats), Overwrite: c.Replace,
	}
	go func() {
		files, err := publish.Export(context.Background(), job)
		a.post.Post(func() {
			if err != nil {
				var exists *publish.ExistsError
				if errors.As(err, &exists) {
					err = errors.New("files of that name have appeared meanwhile: " + strings.Join(exists.Files, ", "))
				}
				a.problem("The story was not exported", err)
				return
			}
			s.review.SetExported(files)
			if s == a.story {
				a.keepStory()
			} else {
				a.saver.state(s.id, s.review.State())
			}
			a.toasts.Show("Exported "+plural(len(files), "file", "files")+" to "+c.Folder, false, "Open folder", func() { a.openFolder(c.Folder) })
		})
	}()
}

// openFolder shows a folder in the desktop's file manager.
func (a *App) openFolder(path string) {
	abs, err := filepath.Abs(path)
	if err == nil {
		err = a.fyne.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)})
	}
	if err != nil {
		a.problem("The folder "+path+" cannot be opened; it is there all the same", err)
	}
}

// copyQueries puts the questions to the reporter on the clipboard, each with
// the words that it is about.
func (a *App) copyQueries() {
	var out []string
	for _, it := range a.story.review.Items() {
		if it.Verdict == flag.Queried && it.Decision != nil {
			out = append(out, "“"+strings.TrimSpace(it.Was)+"”: "+it.Decision.Reason)
		}
	}
	if len(out) == 0 {
		a.toast("There are no questions yet; Ctrl+R sends a flag back to the reporter.")
		return
	}
	a.fyne.Clipboard().SetContent(a.story.review.Doc(0).String() + "\n\n" + strings.Join(out, "\n") + "\n")
	a.toast(plural(len(out), "question is", "questions are") + " on the clipboard.")
}
