package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"stet/model/clean"
	"stet/model/library"
	"stet/model/wire"
	"stet/ui/dialogs"
)

// Limits of one import. A story is far smaller and a day's wire is fewer; what
// lies beyond is listed with the reason.
const (
	maxFiles    = 50_000
	maxFileSize = 64 << 20 // bytes
)

// source is one thing to import: a file, or bytes with a name.
type source struct {
	path string
	name string
	data []byte // nil: read path
}

// importRun is an import that is going on. Its worker reads, cleans and keeps;
// the main goroutine shows.
type importRun struct {
	cancel context.CancelFunc
	result dialogs.Imported
	added  []library.ID
	first  library.ID
}

// HandleDrop takes what was dropped on the window.
func (a *App) HandleDrop(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		p := u.Path()
		if u.Scheme() != "file" {
			p = u.String()
		}
		paths = append(paths, p)
	}
	a.Import(paths)
}

// Import takes in files and folders. It is the one way in: for drops, for the
// command line and for File > Import.
func (a *App) Import(paths []string) {
	var in []source
	for _, p := range paths {
		in = append(in, source{path: p})
	}
	a.importAll(in)
}

func (a *App) importAll(in []source) {
	if len(in) == 0 {
		return
	}
	if a.imp != nil {
		a.toast("An import is going on. Wait for it, or cancel it.")
		return
	}
	// The library must have the story on the desk as it is: a new version of it
	// may be among what comes in.
	a.header.Commit()
	a.keepStory()
	a.saver.flush()
	ctx, cancel := context.WithCancel(context.Background())
	run := &importRun{cancel: cancel}
	a.imp = run
	a.progress.Start("Looking for stories…", func() {
		cancel()
		a.progress.Stopping()
	})
	go a.importWorker(ctx, run, in)
}

// webAddress recognises an address that a browser dropped. The window system
// hands it over as a file of that name in the folder where Stet was started:
// "/home/dana/https:/example.com/story".
func webAddress(path string) (string, bool) {
	slashed := filepath.ToSlash(path)
	for _, scheme := range []string{"https:/", "http:/"} {
		if strings.HasPrefix(slashed, scheme) {
			return scheme + "/" + strings.TrimLeft(slashed[len(scheme):], "/"), true
		}
		if i := strings.Index(slashed, "/"+scheme); i >= 0 {
			if _, err := os.Lstat(path); err != nil {
				return scheme + "/" + strings.TrimLeft(slashed[i+1+len(scheme):], "/"), true
			}
		}
	}
	return "", false
}

// localPath turns what a drop or a command line gives into a path, with the
// reason where that is not possible.
func localPath(p string) (string, *dialogs.Unread) {
	if addr, ok := webAddress(p); ok {
		return "", &dialogs.Unread{Name: addr, Reason: "This is an address on the web, and Stet opens no network connection. Save the page as a file and drop that, or copy its text and choose File > New story from the clipboard."}
	}
	if strings.HasPrefix(p, "file:") {
		if u, err := url.Parse(p); err == nil && (u.Host == "" || u.Host == "localhost") {
			p = u.Path
		}
	}
	return p, nil
}

// importWorker reads everything of in. It runs on a goroutine of its own.
func (a *App) importWorker(ctx context.Context, run *importRun, in []source) {
	defer a.post.Post(func() { a.importDone(run) })
	var files []source
	unread := func(name string, err error) {
		reason := plainReason(err)
		slog.Warn("not read", "file", name, "reason", reason)
		a.post.Post(func() { run.result.Unread = append(run.result.Unread, dialogs.Unread{Name: name, Reason: reason}) })
	}
	for _, s := range in {
		if ctx.Err() != nil {
			break
		}
		if s.data != nil {
			files = append(files, s)
			continue
		}
		p, bad := localPath(s.path)
		if bad != nil {
			a.post.Post(func() { run.result.Unread = append(run.result.Unread, *bad) })
			continue
		}
		found, problems := walk(ctx, p, maxFiles-len(files))
		for _, f := range found {
			files = append(files, source{path: f})
		}
		for _, pr := range problems {
			unread(pr.path, pr.err)
		}
	}
	last := time.Time{}
	for i, f := range files {
		if ctx.Err() != nil {
			break
		}
		if time.Since(last) > 40*time.Millisecond {
			last = time.Now()
			name := f.name
			if name == "" {
				name = filepath.Base(f.path)
			}
			label := fmt.Sprintf("Importing %d of %d: %s", i+1, len(files), shortName(name))
			a.post.Post(func() { a.progress.Step(label, i, len(files)) })
		}
		a.importOne(ctx, run, f, unread)
	}
	if ctx.Err() != nil {
		a.post.Post(func() { run.result.Cancelled = true })
	}
}

func shortName(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:38]) + "…"
	}
	return s
}

// importOne reads, cleans and keeps the stories of one file.
func (a *App) importOne(ctx context.Context, run *importRun, f source, unread func(string, error)) {
	name, data := f.path, f.data
	if data == nil {
		info, err := os.Stat(f.path)
		switch {
		case err != nil:
			unread(f.path, err)
			return
		case !info.Mode().IsRegular():
			unread(f.path, errors.New("this is not a file that can be read; drop files or folders"))
			return
		case info.Size() > maxFileSize:
			unread(f.path, fmt.Errorf("it is %d MB large, and no story is; the limit is %d MB", info.Size()>>20, maxFileSize>>20))
			return
		}
		if data, err = os.ReadFile(f.path); err != nil {
			unread(f.path, err)
			return
		}
	} else {
		name = f.name
	}
	stories, err := wire.Read(ctx, name, data)
	if err != nil && ctx.Err() == nil {
		unread(name, err)
	}
	for _, s := range stories {
		if ctx.Err() != nil {
			return
		}
		clean.Story(ctx, s)
		added, err := a.lib.Add(ctx, s, data)
		if err != nil {
			if ctx.Err() == nil {
				unread(name, err)
			}
			return
		}
		row, err := a.lib.Row(ctx, added.ID)
		if err != nil && ctx.Err() == nil {
			unread(name, err)
			return
		}
		a.post.Post(func() { a.imported(run, added, row) })
	}
}

// imported shows a story that came in.
func (a *App) imported(run *importRun, added library.Added, row library.Row) {
	switch added.Relation {
	case library.Fresh:
		run.result.New++
	case library.Updated:
		run.result.Versions++
	case library.Same:
		run.result.Same++
	}
	if run.first == 0 {
		run.first = added.ID
	}
	if added.Relation == library.Same {
		return
	}
	run.added = append(run.added, added.ID)
	if added.Relation == library.Updated {
		a.shelf.take(added.ID) // the library has a newer text
	}
	a.queue.Add(rowOf(row))
	if added.Relation == library.Updated && a.story != nil && a.story.id == added.ID {
		a.reopenStory()
	}
}

// importDone says how the import went.
func (a *App) importDone(run *importRun) {
	run.cancel()
	a.imp = nil
	a.progress.Done()
	a.queue.Flush()
	a.behind.add(run.added...)
	switch {
	case run.first != 0 && run.result.New+run.result.Versions+run.result.Same == 1:
		a.openStory(run.first, true)
	case a.story == nil && run.first != 0:
		a.openTop()
	}
	if len(run.result.Unread) > 0 {
		a.host.ImportErrors(run.result)
	} else {
		a.toast(run.result.Summary() + ".")
	}
	a.refreshStatus()
	a.actions.Update()
	a.toolbar.update()
}

// openTop puts the first story of the queue on the desk.
func (a *App) openTop() {
	ids := a.queue.ShownIDs()
	if len(ids) == 0 {
		return // the filter hides them all
	}
	a.openStory(idOf(ids[0]), true)
}

// reopenStory puts the story on the desk again, since a new version of it has
// come in.
func (a *App) reopenStory() {
	id := a.story.id
	a.story = nil
	a.openStory(id, !a.panelFocused())
	a.toast("A new version of this story has come in. Your decisions stand where the words do.")
}

// problemAt is a path that could not be walked.
type problemAt struct {
	path string
	err  error
}

// walk lists the files under a path, or the path itself where it is a file.
// Hidden files and folders inside a folder are passed over.
func walk(ctx context.Context, root string, limit int) (files []string, problems []problemAt) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, []problemAt{{root, err}}
	}
	if !info.IsDir() {
		return []string{root}, nil
	}
	err = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			problems = append(problems, problemAt{p, err})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if p != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		if len(files) >= limit {
			problems = append(problems, problemAt{root, fmt.Errorf("the folder holds more than %d files; import it part by part", maxFiles)})
			return fs.SkipAll
		}
		files = append(files, p)
		return nil
	})
	if err != nil && ctx.Err() == nil {
		problems = append(problems, problemAt{root, err})
	}
	return files, problems
}

// plainReason is an error in the words of somebody who dropped a file.
func plainReason(err error) string {
	var w *wire.Error
	switch {
	case errors.As(err, &w):
		return upper(w.Problem) + "; " + w.Next + "."
	case errors.Is(err, fs.ErrPermission):
		return "You may not read this file. Ask its owner for permission, or copy it to a folder of your own."
	case errors.Is(err, fs.ErrNotExist):
		return "There is no such file any more. It was moved or deleted meanwhile."
	}
	return upper(err.Error()) + "."
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// importClipboard makes a story of the text on the clipboard.
func (a *App) importClipboard() {
	t := a.fyne.Clipboard().Content()
	if strings.TrimSpace(t) == "" {
		a.toast("There is no text on the clipboard.")
		return
	}
	a.importAll([]source{{name: "clipboard " + a.now().Format("2006-01-02 15.04.05") + ".txt", data: []byte(t)}})
}

// importSamples takes in the stories that Stet brings along.
func (a *App) importSamples() {
	var in []source
	for _, s := range a.opts.Samples {
		in = append(in, source{name: s.Name, data: s.Data})
	}
	a.importAll(in)
}

func (a *App) chooseFile() {
	a.host.ChooseFile(a.settings.From, func(p string) {
		a.settings.From = filepath.Dir(p)
		a.remember()
		a.Import([]string{p})
	})
}

func (a *App) chooseFolder() {
	a.host.ChooseFolder(a.settings.From, func(p string) {
		a.settings.From = p
		a.remember()
		a.Import([]string{p})
	})
}

// removeStory takes the story out of the library after asking.
func (a *App) removeStory() {
	id := a.story.id
	head := a.story.review.Doc(0).String()
	a.host.Confirm("Remove from the queue", "“"+head+"” goes out of the library with its versions and decisions. The file that it came from stays where it is.", "Remove", func() {
		next := a.queue.Neighbour(1)
		if next == "" {
			next = a.queue.Neighbour(-1)
		}
		a.leaveStory()
		if err := a.lib.Delete(context.Background(), id); err != nil {
			a.problem("The story cannot be removed", err)
			return
		}
		a.story = nil
		a.shelf.take(id)
		a.queue.Remove(key(id))
		if next != "" && next != key(id) {
			a.openStory(idOf(next), false)
		} else {
			a.clear()
		}
	})
}
