package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
)

// ferry is a story with planted faults: three words that are none.
const ferry = `News

Night ferry to stay until the summer

Passengers will pay more for the crossing, the council says.

By Ann Reyes

PORT ELLEN, March 3 (Coast Press) - The night ferry across the Tarrow will run until the summer, the goverment of the island said on Tuesday.

Advertisement

"We have recieved hundreds of letters," said Tomas Lindqvist, the mayor. "People need this boat to get to work."

A single crossing will cost 4 pounds from April, up from 3 pounds, the council said. Lindqvist said the buisness case would be looked at again in the autumn.

Read more: Storm closes northern ports
`

func verdicts(b *bench) map[flag.Verdict]int {
	out := map[flag.Verdict]int{}
	if s := b.state(); s != nil {
		for _, d := range s.Settled {
			out[d.Decision.Verdict]++
		}
	}
	return out
}

func TestAStoryFromDropToReport(t *testing.T) {
	b := setUp(t)
	w := b.open()
	w.drop(b.file("night ferry ü.txt", ferry))
	b.wait("the dropped story", 30*time.Second, func() bool { r := b.rows(); return len(r) == 1 && r[0].Checked })
	s := b.state()
	assert.Equal(t, "Night ferry to stay until the summer", s.Story.Headline)
	assert.NotContains(t, body(s), "Advertisement")
	assert.NotContains(t, body(s), "Read more")

	// Whatever else is flagged, the three words are: go on until the first of
	// them is fixed.
	w.keys("F8")
	total := b.rows()[0].Counts.Total
	require.GreaterOrEqual(t, total, 3)
	for range 3 * total {
		if !strings.Contains(body(b.state()), "goverment") {
			break
		}
		w.keys("ctrl+Return")
		time.Sleep(700 * time.Millisecond)
		if strings.Contains(body(b.state()), "goverment") {
			w.keys("F8")
		}
	}
	b.wait("the fix of goverment", 10*time.Second, func() bool { return strings.Contains(body(b.state()), "government") })
	w.keys("ctrl+z")
	b.wait("undo", 10*time.Second, func() bool { return strings.Contains(body(b.state()), "goverment") })
	w.keys("ctrl+y")
	b.wait("redo", 10*time.Second, func() bool { return strings.Contains(body(b.state()), "government") })

	before := verdicts(b)[flag.Stet]
	w.keys("ctrl+d")
	b.wait("a stet", 10*time.Second, func() bool { return verdicts(b)[flag.Stet] == before+1 })

	w.keys("ctrl+Home")
	w.typeText("Typed on the desk. ")
	b.wait("what was typed", 10*time.Second, func() bool { return strings.HasPrefix(body(b.state()), "Typed on the desk. ") })

	// Everything that is open is let stand, then the story goes out.
	for range total + 4 {
		w.keys("F8", "ctrl+d")
	}
	w.keys("Escape", "ctrl+e")
	time.Sleep(500 * time.Millisecond)
	w.typeText("Dana Cole")
	w.keys("Return")
	out := filepath.Join(b.dir, "Stet")
	b.wait("the exported files", 15*time.Second, func() bool {
		m, _ := filepath.Glob(filepath.Join(out, "*.report.json"))
		return len(m) == 1
	})
	copies, err := filepath.Glob(filepath.Join(out, "*.txt"))
	require.NoError(t, err)
	require.Len(t, copies, 1)
	text, err := os.ReadFile(copies[0])
	require.NoError(t, err)
	assert.Contains(t, string(text), "Typed on the desk. ")
	assert.Contains(t, string(text), "the government of the island")
	assert.NotContains(t, string(text), "Advertisement")
	reports, _ := filepath.Glob(filepath.Join(out, "*.report.json"))
	raw, err := os.ReadFile(reports[0])
	require.NoError(t, err)
	var report struct {
		Editor  string
		Settled []struct{ Rule, Words, Verdict, Fix, By string }
		Edits   []any
	}
	require.NoError(t, json.Unmarshal(raw, &report))
	assert.Equal(t, "Dana Cole", report.Editor)
	assert.NotEmpty(t, report.Edits)
	fixed := false
	for _, f := range report.Settled {
		fixed = fixed || f.Words == "goverment" && f.Verdict == "fixed" && f.Fix == "government"
	}
	assert.True(t, fixed, "the report names the fix: %s", raw)
}

func TestKilledInTheMidstOfAnEdit(t *testing.T) {
	b := setUp(t)
	w := b.open(b.file("ferry.txt", ferry))
	b.wait("the story", 30*time.Second, func() bool { r := b.rows(); return len(r) == 1 && r[0].Checked })
	w.keys("ctrl+Home")
	w.typeText("Before the fall")
	b.wait("what was typed to be on disk", 10*time.Second, func() bool { return strings.HasPrefix(body(b.state()), "Before the fall") })
	w.kill()
	assert.True(t, strings.HasPrefix(body(b.state()), "Before the fall"), "kept: %.60s", body(b.state()))

	again := b.open()
	again.typeText(" and after")
	b.wait("typing at the same place", 10*time.Second, func() bool {
		return strings.HasPrefix(body(b.state()), "Before the fall and after")
	})
}

func TestToldToEndItSavesFirst(t *testing.T) {
	b := setUp(t)
	w := b.open(b.file("ferry.txt", ferry))
	b.wait("the story", 30*time.Second, func() bool { r := b.rows(); return len(r) == 1 && r[0].Checked })
	w.keys("ctrl+Home")
	const typed = "Last words"
	w.typeText(typed)
	time.Sleep(saveDelay * 3 / 4) // the first letters have come; it would not be saved yet by itself
	require.NoError(t, w.cmd.Process.Signal(syscall.SIGTERM))
	_ = w.cmd.Wait() // how it ends is not asked
	// Key presses may still have been on their way from the screen: what had
	// come is kept, in one piece.
	kept, rest, found := strings.Cut(body(b.state()), "PORT ELLEN")
	require.True(t, found, "kept: %.60s", body(b.state()))
	assert.NotEmpty(t, kept)
	assert.True(t, strings.HasPrefix(typed, kept), "kept: %s", kept)
	assert.True(t, strings.HasPrefix(rest, ", March 3"), "kept: %.60s", rest)
}

// saveDelay is how long the program waits after a change before it saves.
const saveDelay = 400 * time.Millisecond

func TestAFolderWithUnreadableFiles(t *testing.T) {
	b := setUp(t)
	b.file("wire/ferry.txt", ferry)
	b.file("wire/deeper/second.txt", "Museum opens its cellars\n\nThe town museum opened its cellars to visitors on Sunday for the first time since the flood, and three hundred people came.\n\nThe keeper of prints said that nothing had been lost.\n")
	b.file("wire/picture.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01")
	require.NoError(t, os.Symlink(filepath.Join(b.dir, "nowhere"), filepath.Join(b.dir, "wire", "gone.txt")))
	w := b.open()
	w.drop(filepath.Join(b.dir, "wire"))
	b.wait("both stories", 30*time.Second, func() bool { return len(b.rows()) == 2 })
	b.wait("the reasons in the log", 10*time.Second, func() bool {
		return strings.Contains(b.log(), "picture.jpg") && strings.Contains(b.log(), "gone.txt")
	})
}

// TestClicksThatMove clicks as hands do: the pointer moves a few pixels between
// press and release, which Fyne takes for a drag inside a scroller.
func TestClicksThatMove(t *testing.T) {
	b := setUp(t)
	b.file("wire/ferry.txt", ferry)
	b.file("wire/museum.txt", "Museum opens its cellars\n\nThe town museum opened its cellars to visitors on Sunday for the first time since the flood, and three hundred people came.\n\nThe keeper of prints said that nothing had been lost.\n")
	w := b.open(filepath.Join(b.dir, "wire"))
	b.wait("both stories", 30*time.Second, func() bool { return len(b.rows()) == 2 })
	b.wait("a story on the desk", 20*time.Second, func() bool { return b.onDesk() != 0 })
	first := b.onDesk()
	for _, y := range []string{"330", "240"} { // the older one, and then the top of the queue, which was opened
		w.command("xdotool", "mousemove", "110", y, "mousedown", "1", "mousemove_relative", "5", "4", "mouseup", "1")
		b.wait("the other story on the desk", 10*time.Second, func() bool { return b.onDesk() != first })
		first = b.onDesk()
	}
}
