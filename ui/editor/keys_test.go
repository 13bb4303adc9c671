package editor

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/text"
)

const (
	shift = fyne.KeyModifierShift
	ctrl  = fyne.KeyModifierControl
)

func TestKeysThatMove(t *testing.T) {
	type key struct {
		name fyne.KeyName
		mods fyne.KeyModifier
	}
	tests := []struct {
		name, from string
		keys       []key
		want       string
	}{
		{"left", "ab|c", []key{{fyne.KeyLeft, 0}}, "a|bc"},
		{"left at the start", "|abc", []key{{fyne.KeyLeft, 0}}, "|abc"},
		{"left over a paragraph's end", "ab\n|c", []key{{fyne.KeyLeft, 0}}, "ab|\nc"},
		{"left to the start of a selection", "a[bc|d", []key{{fyne.KeyLeft, 0}}, "a|bcd"},
		{"left over a family", "a👩‍👩‍👧|b", []key{{fyne.KeyLeft, 0}}, "a|👩‍👩‍👧b"},
		{"right", "ab|c", []key{{fyne.KeyRight, 0}}, "abc|"},
		{"right at the end", "abc|", []key{{fyne.KeyRight, 0}}, "abc|"},
		{"right over an accent", "|e\u0301a", []key{{fyne.KeyRight, 0}}, "e\u0301|a"},
		{"right to the end of a selection", "a|bc]d", []key{{fyne.KeyRight, 0}}, "abc|d"},
		{"shift right", "a|bc", []key{{fyne.KeyRight, shift}, {fyne.KeyRight, shift}}, "a[bc|"},
		{"shift left", "ab|c", []key{{fyne.KeyLeft, shift}}, "a|b]c"},
		{"shift left and back", "ab|c", []key{{fyne.KeyLeft, shift}, {fyne.KeyRight, shift}}, "ab|c"},
		{"word right", "|two words", []key{{fyne.KeyRight, ctrl}}, "two |words"},
		{"word right to the end", "two |words", []key{{fyne.KeyRight, ctrl}}, "two words|"},
		{"word right into the next paragraph", "a|\nb", []key{{fyne.KeyRight, ctrl}}, "a\n|b"},
		{"word left", "two wo|rds", []key{{fyne.KeyLeft, ctrl}}, "two |words"},
		{"word left over a comma", "one, |two", []key{{fyne.KeyLeft, ctrl}}, "|one, two"},
		{"shift word left", "two words|", []key{{fyne.KeyLeft, ctrl | shift}}, "two |words]"},
		{"home", "ab\ncd|e", []key{{fyne.KeyHome, 0}}, "ab\n|cde"},
		{"end", "ab\n|cde\nf", []key{{fyne.KeyEnd, 0}}, "ab\ncde|\nf"},
		{"shift end", "|ab", []key{{fyne.KeyEnd, shift}}, "[ab|"},
		{"document start", "ab\ncd|e", []key{{fyne.KeyHome, ctrl}}, "|ab\ncde"},
		{"document end", "a|b\ncde", []key{{fyne.KeyEnd, ctrl}}, "ab\ncde|"},
		{"shift document end", "a|b\ncde", []key{{fyne.KeyEnd, ctrl | shift}}, "a[b\ncde|"},
		{"paragraph up", "ab\ncd|e", []key{{fyne.KeyUp, ctrl}}, "ab\n|cde"},
		{"paragraph up again", "ab\ncd|e", []key{{fyne.KeyUp, ctrl}, {fyne.KeyUp, ctrl}}, "|ab\ncde"},
		{"paragraph down", "a|b\ncde", []key{{fyne.KeyDown, ctrl}}, "ab\n|cde"},
		{"paragraph down at the last", "ab\nc|de", []key{{fyne.KeyDown, ctrl}}, "ab\ncde|"},
		{"down", "a|bc\nabc", []key{{fyne.KeyDown, 0}}, "abc\na|bc"},
		{"up", "abc\nab|c", []key{{fyne.KeyUp, 0}}, "ab|c\nabc"},
		{"up at the first line", "ab|c", []key{{fyne.KeyUp, 0}}, "|abc"},
		{"down at the last line", "a|bc", []key{{fyne.KeyDown, 0}}, "abc|"},
		{"down keeps its column over a short line", "abcd|\na\nabcde", []key{{fyne.KeyDown, 0}, {fyne.KeyDown, 0}}, "abcd\na\nabcd|e"},
		{"up after down comes back", "abc|d\na\nb", []key{{fyne.KeyDown, 0}, {fyne.KeyUp, 0}}, "abc|d\na\nb"},
		{"shift down", "a|b\nab", []key{{fyne.KeyDown, shift}}, "a[b\na|b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, tt.from, 500)
			for _, k := range tt.keys {
				r.key(k.name, k.mods)
			}
			assert.Equal(t, tt.want, r.state())
		})
	}
}

func TestKeysOfAMac(t *testing.T) {
	r := open(t, "two wo|rds\nmore", 500)
	super, alt := fyne.KeyModifierSuper, fyne.KeyModifierAlt
	assert.True(t, r.custom(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: alt}, true))
	assert.Equal(t, "two |words\nmore", r.state())
	assert.True(t, r.custom(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: super | shift}, true))
	assert.Equal(t, "two [words|\nmore", r.state())
	assert.True(t, r.custom(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: super}, true))
	assert.Equal(t, "two words\nmore|", r.state())
	assert.False(t, r.custom(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: ctrl}, true))
}

func TestTheEndsOfAWrappedLine(t *testing.T) {
	r := open(t, "|"+strings.Repeat("word ", 40), 300)
	first := r.l.blocks[0].lines[0]
	require.Greater(t, len(r.l.blocks[0].lines), 2)
	r.key(fyne.KeyEnd, 0)
	assert.Equal(t, first.end-1, r.Caret(), "before the space at which the line is wrapped")
	r.TypedRune(',')
	assert.Equal(t, place{0, 0}, r.l.find(r.Caret(), false), "what is typed there stays in the line")
	r.key(fyne.KeyRight, 0)
	r.key(fyne.KeyEnd, 0)
	assert.Equal(t, place{0, 1}, r.l.find(r.Caret(), false))
	r.key(fyne.KeyHome, 0)
	assert.Equal(t, r.l.blocks[0].lines[1].start, r.Caret())
}

func TestACaretHasTwoPlacesWhereAWordIsCut(t *testing.T) {
	r := open(t, "|"+strings.Repeat("x", 120), 300)
	cut := r.l.blocks[0].lines[0].end
	r.key(fyne.KeyEnd, 0)
	assert.Equal(t, cut, r.Caret())
	above, _ := r.caretRect()
	r.key(fyne.KeyRight, 0)
	r.key(fyne.KeyLeft, 0)
	assert.Equal(t, cut, r.Caret())
	below, _ := r.caretRect()
	assert.Equal(t, above.Y+r.l.lineH, below.Y)
	assert.Greater(t, above.X, below.X)
}

func TestPages(t *testing.T) {
	r := open(t, "|"+strings.Repeat("word\n", 100)+"end", 500)
	for range 3 {
		r.key(fyne.KeyPageDown, 0)
	}
	page := r.doc.ParaAt(r.Caret()) / 3
	assert.Greater(t, page, 5)
	assert.Less(t, page, 14)
	for range 3 {
		r.key(fyne.KeyPageUp, 0)
	}
	assert.Zero(t, r.Caret())
	assert.Zero(t, r.scroll)
	for range 40 {
		r.key(fyne.KeyPageDown, shift)
	}
	assert.Equal(t, text.Span{Start: 0, End: r.doc.Len()}, r.Selection())
}

func TestKeysThatEdit(t *testing.T) {
	tests := []struct {
		name, from string
		do         func(r *rig)
		want       string
	}{
		{"a letter", "a|b", func(r *rig) { r.typeText("x") }, "ax|b"},
		{"over a selection", "a[bc|d", func(r *rig) { r.typeText("x") }, "ax|d"},
		{"a control character", "a|b", func(r *rig) { r.TypedRune('\x07') }, "a|b"},
		{"Backspace", "ab|c", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "a|c"},
		{"Backspace at the start", "|abc", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "|abc"},
		{"Backspace joins paragraphs", "ab\n|c", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "ab|c"},
		{"Backspace takes a whole family", "a👩‍👩‍👧|", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "a|"},
		{"Backspace takes an accent with its letter", "ae\u0301|", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "a|"},
		{"Backspace on a selection", "a[bc|d", func(r *rig) { r.key(fyne.KeyBackspace, 0) }, "a|d"},
		{"Delete", "a|bc", func(r *rig) { r.key(fyne.KeyDelete, 0) }, "a|c"},
		{"Delete joins paragraphs", "a|\nb", func(r *rig) { r.key(fyne.KeyDelete, 0) }, "a|b"},
		{"Delete at the end", "a|", func(r *rig) { r.key(fyne.KeyDelete, 0) }, "a|"},
		{"Delete on a selection", "a|bc]d", func(r *rig) { r.key(fyne.KeyDelete, 0) }, "a|d"},
		{"Ctrl Backspace", "two words|", func(r *rig) { r.key(fyne.KeyBackspace, ctrl) }, "two |"},
		{"Ctrl Delete", "|two words", func(r *rig) { r.key(fyne.KeyDelete, ctrl) }, "|words"},
		{"Return", "a|b", func(r *rig) { r.key(fyne.KeyReturn, 0) }, "a\n|b"},
		{"Enter on a selection", "a[b|c", func(r *rig) { r.key(fyne.KeyEnter, 0) }, "a\n|c"},
		{"cut and paste", "a[bc|d", func(r *rig) {
			r.TypedShortcut(&fyne.ShortcutCut{})
			r.key(fyne.KeyEnd, 0)
			r.TypedShortcut(&fyne.ShortcutPaste{})
		}, "adbc|"},
		{"copy and paste over", "[ab|cd", func(r *rig) {
			r.TypedShortcut(&fyne.ShortcutCopy{})
			r.Select(2, 4)
			r.TypedShortcut(&fyne.ShortcutPaste{})
		}, "abab|"},
		{"paste with Windows line ends", "|", func(r *rig) {
			fyne.CurrentApp().Clipboard().SetContent("a\r\nb")
			r.TypedShortcut(&fyne.ShortcutPaste{})
		}, "a\nb|"},
		{"select all", "a|b\nc", func(r *rig) { r.TypedShortcut(&fyne.ShortcutSelectAll{}) }, "[ab\nc|"},
		{"undo puts the selection back", "a[bc|d", func(r *rig) {
			r.typeText("x")
			r.TypedShortcut(&fyne.ShortcutUndo{})
		}, "a[bc|d"},
		{"redo", "a[bc|d", func(r *rig) {
			r.typeText("xy")
			r.key(fyne.KeyHome, 0)
			r.TypedShortcut(&fyne.ShortcutUndo{})
			r.TypedShortcut(&fyne.ShortcutRedo{})
		}, "axy|d"},
		{"Ctrl Shift Z", "a|", func(r *rig) {
			r.typeText("x")
			r.TypedShortcut(&fyne.ShortcutUndo{})
			r.key(fyne.KeyZ, ctrl|shift)
		}, "ax|"},
		{"typing after a move is another step", "|", func(r *rig) {
			r.typeText("ab")
			r.key(fyne.KeyLeft, 0)
			r.key(fyne.KeyRight, 0)
			r.typeText("c")
			r.Undo()
		}, "ab|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := open(t, tt.from, 500)
			tt.do(r)
			assert.Equal(t, tt.want, r.state())
		})
	}
}

func TestReadOnly(t *testing.T) {
	r := open(t, "a[bc|d", 500)
	r.typeText("q")
	r.Undo()
	r.SetReadOnly(true)
	fyne.CurrentApp().Clipboard().SetContent("clip")
	r.typeText("x")
	for _, k := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn} {
		r.key(k, 0)
	}
	r.Cut()
	r.Paste()
	r.Redo()
	r.Find(Query{Text: "b"})
	assert.Zero(t, r.ReplaceAll("z"))
	r.Replace("z")
	r.Copy()
	assert.Equal(t, "abcd", r.doc.String())
	assert.Equal(t, "b", fyne.CurrentApp().Clipboard().Content(), "copying is allowed")
}

func TestAField(t *testing.T) {
	r := newRig(t, text.NewDocument(nil, "Harbour frees men"), fyne.NewSize(500, 60), Options{SingleParagraph: true, Bold: true})
	submitted, heights := 0, 0
	r.OnSubmit = func() { submitted++ }
	r.OnHeight = func() { heights++ }
	r.key(fyne.KeyReturn, 0)
	assert.Equal(t, 1, submitted)
	r.SetCaret(7)
	r.Insert(" town\r\nand port\n")
	assert.Equal(t, "Harbour town and port frees men", r.doc.String())
	one := r.MinSize().Height
	assert.Zero(t, heights)
	r.Insert(strings.Repeat(" more", 30))
	assert.Greater(t, r.MinSize().Height, one)
	assert.Equal(t, 1, heights)
}

func TestKeysThatGoOn(t *testing.T) {
	r := open(t, "a|b", 500)
	var keys []fyne.KeyName
	var mods []fyne.KeyModifier
	var shortcuts []fyne.Shortcut
	r.OnKey = func(k fyne.KeyName, m fyne.KeyModifier) { keys, mods = append(keys, k), append(mods, m) }
	r.OnShortcut = func(s fyne.Shortcut) { shortcuts = append(shortcuts, s) }
	r.key(fyne.KeyF8, 0)
	r.key(fyne.KeyF8, shift)
	r.key(fyne.KeyF6, 0)
	r.key(fyne.KeyEscape, 0)
	r.key(fyne.KeyF10, 0)
	assert.Equal(t, []fyne.KeyName{fyne.KeyF8, fyne.KeyF8, fyne.KeyF6, fyne.KeyEscape, fyne.KeyF10}, keys)
	assert.Equal(t, []fyne.KeyModifier{0, shift, 0, 0, 0}, mods)
	r.key(fyne.KeyD, ctrl)
	r.key(fyne.KeyPageDown, ctrl)
	r.key(fyne.KeyReturn, ctrl)
	assert.Len(t, shortcuts, 3)
	assert.Equal(t, "a|b", r.state())
	assert.False(t, r.AcceptsTab())
}

func TestTheModifiersAreForgottenWithTheFocus(t *testing.T) {
	r := open(t, "a|b", 500)
	r.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	r.w.Canvas().Unfocus()
	r.w.Canvas().Focus(r.Editor)
	r.key(fyne.KeyRight, 0)
	assert.Equal(t, "ab|", r.state())
}

func TestUndoGoesToTheFieldWhereTheStepWas(t *testing.T) {
	h := text.NewHistory()
	body := newRig(t, text.NewDocument(h, "body"), fyne.NewSize(400, 200), Options{})
	head := New(text.NewDocument(h, "head"), Options{SingleParagraph: true})
	head.FocusGained()
	head.SetCaret(4)
	head.TypedRune('s')
	head.FocusLost()
	body.FocusGained()
	body.SetCaret(4)
	body.Undo()
	assert.Equal(t, "head", head.doc.String())
	assert.Equal(t, 4, head.Caret())
	assert.Equal(t, "body|", body.state())
}
