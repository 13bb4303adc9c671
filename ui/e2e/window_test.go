// Package e2e drives the built program in a real window: a virtual X server,
// real key presses, a real drag and drop, and the files on disk. It says why
// where it cannot run.
package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"stet/model/desk"
	"stet/model/library"
)

// bench is a virtual screen with what is needed to drive a window on it.
type bench struct {
	t       *testing.T
	display string
	dir     string // home, library, files
	stet    string // the built program
	xdnd    string // the sender of drops
}

// built is the program and the sender of drops, made once for all tests. Where
// the tests cannot run, skip says why.
var built struct{ stet, xdnd, skip string }

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "stet-e2e")
	if err != nil {
		panic(err)
	}
	built.skip, err = build(dir)
	status := 1
	if err == nil {
		status = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = os.RemoveAll(dir) // a temporary folder
	os.Exit(status)
}

// build makes what the tests need, or says why they cannot run.
func build(dir string) (skip string, err error) {
	if testing.Short() {
		return "a window test; not with -short", nil
	}
	if runtime.GOOS != "linux" {
		return "the window tests need an X server; they run on Linux", nil
	}
	for _, tool := range []string{"Xvfb", "xdotool", "gcc"} {
		if _, err := exec.LookPath(tool); err != nil {
			return tool + " is not installed; apt install xvfb xdotool gcc libx11-dev", nil
		}
	}
	built.xdnd, built.stet = filepath.Join(dir, "xdnd"), filepath.Join(dir, "stet")
	if out, err := exec.Command("gcc", "-o", built.xdnd, "testdata/xdnd.c", "-lX11").CombinedOutput(); err != nil {
		return fmt.Sprintf("the sender of drops cannot be built; apt install libx11-dev: %s", out), nil
	}
	if out, err := exec.Command("go", "build", "-o", built.stet, "stet/cmd/stet").CombinedOutput(); err != nil {
		return "", fmt.Errorf("the program cannot be built: %s", out)
	}
	return "", nil
}

// setUp starts a screen.
func setUp(t *testing.T) *bench {
	if built.skip != "" {
		t.Skip(built.skip)
	}
	b := &bench{t: t, dir: t.TempDir(), stet: built.stet, xdnd: built.xdnd}
	read, write, err := os.Pipe()
	require.NoError(t, err)
	x := exec.Command("Xvfb", "-noreset", "-displayfd", "3", "-screen", "0", "1280x900x24", "+extension", "GLX")
	x.ExtraFiles = []*os.File{write}
	require.NoError(t, x.Start())
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	write.Close()
	line, err := bufio.NewReader(read).ReadString('\n')
	require.NoError(t, err, "the virtual screen did not start")
	b.display = ":" + strings.TrimSpace(line)
	return b
}

func (b *bench) env() []string {
	return append(os.Environ(), "DISPLAY="+b.display, "LIBGL_ALWAYS_SOFTWARE=1", "LANG=en_US.UTF-8", "HOME="+b.dir,
		"XDG_CACHE_HOME="+filepath.Join(b.dir, "cache"), "XDG_CONFIG_HOME="+filepath.Join(b.dir, "config"), "XDG_DATA_HOME="+filepath.Join(b.dir, "data"),
		"STET_LIBRARY=")
}

func (b *bench) command(name string, args ...string) string {
	b.t.Helper()
	c := exec.Command(name, args...)
	c.Env = b.env()
	out, err := c.CombinedOutput()
	require.NoError(b.t, err, "%s %v: %s", name, args, out)
	return strings.TrimSpace(string(out))
}

// window is the running program.
type window struct {
	*bench
	id  string
	cmd *exec.Cmd
}

func (b *bench) libraryPath() string { return filepath.Join(b.dir, "stories", "library.db") }

// open starts the program and waits for its window.
func (b *bench) open(files ...string) *window {
	b.t.Helper()
	c := exec.Command(b.stet, append([]string{"--library", b.libraryPath(), "--theme", "light"}, files...)...)
	c.Env = b.env()
	log, err := os.Create(filepath.Join(b.dir, "output.txt"))
	require.NoError(b.t, err)
	c.Stdout, c.Stderr = log, log
	require.NoError(b.t, c.Start())
	b.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		log.Close()
		if b.t.Failed() {
			said, _ := os.ReadFile(log.Name())
			b.t.Logf("the program said: %s", said)
		}
	})
	w := &window{bench: b, cmd: c}
	b.wait("a window", 60*time.Second, func() bool {
		s := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Stet$")
		s.Env = b.env()
		out, err := s.Output()
		if err != nil {
			return false
		}
		w.id = strings.Fields(string(out))[0]
		return true
	})
	b.command("xdotool", "windowfocus", w.id)
	time.Sleep(700 * time.Millisecond) // until the first frame is drawn and the focus has arrived
	return w
}

func (b *bench) wait(what string, limit time.Duration, done func() bool) {
	b.t.Helper()
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(40 * time.Millisecond) {
		if done() {
			return
		}
	}
	if b.display != "" {
		if _, err := exec.LookPath("import"); err == nil {
			shot := filepath.Join(os.TempDir(), "stet-e2e-failed.png")
			c := exec.Command("import", "-window", "root", shot)
			c.Env = b.env()
			if c.Run() == nil {
				b.t.Logf("the screen as it was: %s", shot)
			}
		}
	}
	require.FailNow(b.t, "waited in vain", "for %s", what)
}

// keys presses keys, each as xdotool writes it: "ctrl+Return".
func (w *window) keys(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.command("xdotool", "key", "--clearmodifiers", k)
		time.Sleep(60 * time.Millisecond)
	}
}

func (w *window) typeText(s string) {
	w.t.Helper()
	w.command("xdotool", "type", "--delay", "15", s)
}

// drop drops files on the middle of the window.
func (w *window) drop(paths ...string) {
	w.t.Helper()
	args := []string{w.id, "500", "400"}
	for _, p := range paths {
		args = append(args, (&url.URL{Scheme: "file", Path: p}).String())
	}
	w.command(w.xdnd, args...)
}

// rows reads the queue from the library, beside the running program.
func (b *bench) rows() []library.Row {
	if _, err := os.Stat(b.libraryPath()); err != nil {
		return nil
	}
	l, err := library.OpenSQLite(b.libraryPath())
	if err != nil {
		return nil
	}
	defer l.Close()
	rows, err := l.List(context.Background())
	if err != nil {
		return nil
	}
	return rows
}

// state reads what is kept of the only story.
func (b *bench) state() *desk.State {
	l, err := library.OpenSQLite(b.libraryPath())
	if err != nil {
		return nil
	}
	defer l.Close()
	rows, err := l.List(context.Background())
	if err != nil || len(rows) != 1 {
		return nil
	}
	s, err := l.Open(context.Background(), rows[0].ID)
	if err != nil {
		return nil
	}
	return s
}

// onDesk is the story that the window has on the desk, as it remembers it; 0
// for none.
func (b *bench) onDesk() library.ID {
	l, err := library.OpenSQLite(b.libraryPath())
	if err != nil {
		return 0
	}
	defer l.Close()
	kept, err := l.Values(context.Background(), library.TopicWindow)
	if err != nil {
		return 0
	}
	var w struct{ Story library.ID }
	if json.Unmarshal([]byte(kept["window"]), &w) != nil {
		return 0
	}
	return w.Story
}

func body(s *desk.State) string {
	if s == nil {
		return ""
	}
	var out []string
	for _, p := range s.Story.Body {
		out = append(out, p.Text)
	}
	return strings.Join(out, "\n")
}

func (b *bench) file(name, content string) string {
	p := filepath.Join(b.dir, name)
	require.NoError(b.t, os.MkdirAll(filepath.Dir(p), 0o700))
	require.NoError(b.t, os.WriteFile(p, []byte(content), 0o600))
	return p
}

// log is what the program wrote to its log.
func (b *bench) log() string {
	s, err := os.ReadFile(filepath.Join(b.dir, "cache", "stet", "stet.log"))
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(s)
}

func (w *window) kill() {
	require.NoError(w.t, w.cmd.Process.Signal(syscall.SIGKILL))
	_ = w.cmd.Wait() // it was killed: an error is what is expected
}
