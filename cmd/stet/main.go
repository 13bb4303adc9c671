// Command stet is the desk's desktop tool for wire copy.
//
//	stet [--library PATH] [FILE|FOLDER...]
//	stet --screenshot OUT.png [--size 1440x900] [--theme light|dark] [--story N] [FILE|FOLDER...]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"stet/assets"
	_ "stet/cmd/stet/locale" // before Fyne
	"stet/model/check"
	"stet/model/library"
	"stet/ui"
	"stet/ui/theme"
)

const appID = "news.stet.Stet"

// options is what the command line says.
type options struct {
	library    string
	screenshot string
	size       string
	theme      string
	story      int
	tab        int
	version    bool
	files      []string
}

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	o, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "stet:", err)
		return 2
	}
	if o.version {
		fmt.Println("stet", check.Version, "rulebook", check.RulebookVersion)
		return 0
	}
	if o.screenshot != "" {
		// Fyne's software driver wants another goroutine than main's.
		done := make(chan error)
		go func() { done <- screenshot(o) }()
		if err := <-done; err != nil {
			fmt.Fprintln(os.Stderr, "stet:", err)
			return 2
		}
		return 0
	}
	// The queue of a large library is half of the heap and hardly changes: a
	// tighter heap costs little and keeps the window small.
	debug.SetGCPercent(40)
	if err := window(o); err != nil {
		fmt.Fprintln(os.Stderr, "stet:", err)
		return 2
	}
	return 0
}

func parse(args []string) (options, error) {
	var o options
	f := flag.NewFlagSet("stet", flag.ContinueOnError)
	f.Usage = func() {
		fmt.Fprintln(f.Output(), "stet [flags] [FILE|FOLDER...]\nOpens the desk and imports what is named. Flags:")
		f.PrintDefaults()
	}
	f.StringVar(&o.library, "library", os.Getenv("STET_LIBRARY"), "keep stories in this `FILE` or folder (also: STET_LIBRARY)")
	f.StringVar(&o.screenshot, "screenshot", "", "draw the window into this `PNG` without a display, and end")
	f.StringVar(&o.size, "size", "1440x900", "size of the screenshot, `WxH`")
	f.StringVar(&o.theme, "theme", "", "light or dark; else as remembered")
	f.IntVar(&o.story, "story", 1, "which story of the queue the screenshot shows, from the top")
	f.IntVar(&o.tab, "tab", 1, "which right-hand tab the screenshot shows: 1 flags, 2 names, 3 sources, 4 facts, 5 story")
	f.BoolVar(&o.version, "version", false, "say the version, and end")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if o.theme != "" && o.theme != "light" && o.theme != "dark" {
		return o, fmt.Errorf("--theme is light or dark, not %q", o.theme)
	}
	o.files = f.Args()
	return o, nil
}

// libraryPath is the file that stories are kept in.
func libraryPath(given string) (string, error) {
	if given == "" {
		dir := os.Getenv("XDG_DATA_HOME")
		if dir == "" {
			home, err := os.UserHomeDir()
			if err != nil {
				return "", fmt.Errorf("there is no home folder to keep stories in (%w); say where with --library", err)
			}
			dir = filepath.Join(home, ".local", "share")
		}
		given = filepath.Join(dir, "stet")
	}
	if s, err := os.Stat(given); (err == nil && s.IsDir()) || filepath.Ext(given) == "" {
		return filepath.Join(given, "library.db"), nil
	}
	return given, nil
}

// metadata tells Fyne who we are. It must come before the app is made, since a
// built program carries no FyneApp.toml.
func metadata(icon fyne.Resource) {
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: "Stet", Version: check.Version, Build: 1, Icon: icon})
}

// parts are what the window is built on besides Fyne's app.
func parts(o options) (ui.Options, *library.SQLite, string, error) {
	path, err := libraryPath(o.library)
	if err != nil {
		return ui.Options{}, nil, "", err
	}
	lib, err := library.OpenSQLite(path)
	warning := ""
	var damaged *library.DamagedError
	if errors.As(err, &damaged) {
		warning = damaged.Error()
	} else if err != nil {
		return ui.Options{}, nil, "", err
	}
	notice, err := assets.Read("NOTICE")
	if err != nil {
		notice = nil // a build without it says nothing
	}
	return ui.Options{
		Library: lib, Where: path, Checker: check.New(), Post: ui.NewPoster(), Icon: icon(),
		Notice: string(notice), Samples: samples(), Theme: theme.Choice(o.theme),
	}, lib, warning, nil
}

func icon() fyne.Resource {
	b, err := assets.Read("icons/stet.png")
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource("stet.png", b)
}

func samples() []ui.Sample {
	var out []ui.Sample
	names, err := fs.Glob(assets.FS(), "samples/*.*")
	if err != nil {
		return nil
	}
	for _, n := range names {
		if b, err := assets.Read(n); err == nil {
			out = append(out, ui.Sample{Name: filepath.Base(n), Data: b})
		}
	}
	return out
}

// translations gives Fyne the words of the window in the languages that Stet
// has; what is missing stays English.
func translations() {
	names, err := fs.Glob(assets.FS(), "translations/*.json")
	if err != nil {
		return
	}
	for _, n := range names {
		b, err := assets.Read(n)
		if err == nil {
			err = lang.AddTranslations(fyne.NewStaticResource(filepath.Base(n), b))
		}
		if err != nil {
			slog.Warn("a translation cannot be used", "file", n, "error", err)
		}
	}
}

// window opens the desk and stays until it is closed.
func window(o options) error {
	closeLog := logToFile()
	defer closeLog()
	po, lib, warning, err := parts(o)
	metadata(icon())
	theme.DropEmoji()
	fa := app.NewWithID(appID)
	if err != nil {
		slog.Error("no library", "error", err)
		ui.Sorry(fa, err.Error())
		return err
	}
	translations()
	po.Fyne = fa
	po.AtRest = func() {
		debug.FreeOSMemory()
		assets.Rest()
	}
	a, err := ui.New(po)
	if err != nil {
		return err
	}
	fa.Lifecycle().SetOnStarted(func() {
		po.Post.Run(fyne.Do)
		a.Start()
		if warning != "" {
			a.Warn(warning)
		}
		a.Import(absolute(o.files))
	})
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	go func() {
		<-ended
		fyne.DoAndWait(a.Quit)
	}()
	a.Window.ShowAndRun()
	a.Save() // Fyne answers signals too, and may have closed the window first
	return lib.Close()
}

// absolute makes paths independent of the folder that Stet was started in.
func absolute(paths []string) []string {
	var out []string
	for _, p := range paths {
		if !strings.Contains(p, ":/") {
			if abs, err := filepath.Abs(p); err == nil {
				p = abs
			}
		}
		out = append(out, p)
	}
	return out
}

// logToFile sends the log to a file beside the library's usual place, at most
// a few megabytes of it, and returns what closes it.
func logToFile() func() {
	dir, err := os.UserCacheDir()
	if err != nil {
		return func() {}
	}
	path := filepath.Join(dir, "stet", "stet.log")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return func() {}
	}
	if s, err := os.Stat(path); err == nil && s.Size() > 4<<20 {
		_ = os.Rename(path, path+".old") // a log that stays too long is no reason not to start
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return func() {}
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		slog.Warn("a crash will not be logged", "error", err)
	}
	slog.Info("start", "version", check.Version)
	return func() {
		slog.Info("end")
		_ = f.Close() // the last line is written already
	}
}
