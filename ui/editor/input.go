package editor

import (
	"runtime"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyDown is called by Fyne; it follows the modifier keys.
func (e *Editor) KeyDown(ev *fyne.KeyEvent) { e.held |= modifierOf[ev.Name] }

// KeyUp is called by Fyne; it follows the modifier keys.
func (e *Editor) KeyUp(ev *fyne.KeyEvent) { e.held &^= modifierOf[ev.Name] }

var modifierOf = map[fyne.KeyName]fyne.KeyModifier{
	desktop.KeyShiftLeft: fyne.KeyModifierShift, desktop.KeyShiftRight: fyne.KeyModifierShift,
	desktop.KeyControlLeft: fyne.KeyModifierControl, desktop.KeyControlRight: fyne.KeyModifierControl,
	desktop.KeyAltLeft: fyne.KeyModifierAlt, desktop.KeyAltRight: fyne.KeyModifierAlt,
	desktop.KeySuperLeft: fyne.KeyModifierSuper, desktop.KeySuperRight: fyne.KeyModifierSuper,
}

// modifiers are the modifier keys that are down. The driver knows best, where
// it is a desktop's.
func (e *Editor) modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return e.held
}

// TypedRune is called by Fyne for a character.
func (e *Editor) TypedRune(r rune) {
	if unicode.IsControl(r) {
		return
	}
	e.replace(e.Selection(), string(r), true)
}

// plainKeys are the keys that move the caret by themselves or with Shift.
var plainKeys = map[fyne.KeyName]motion{
	fyne.KeyLeft: charLeft, fyne.KeyRight: charRight,
	fyne.KeyUp: lineUp, fyne.KeyDown: lineDown,
	fyne.KeyHome: lineStart, fyne.KeyEnd: lineEnd,
	fyne.KeyPageUp: pageUp, fyne.KeyPageDown: pageDown,
}

// wordKeys are those that do so with Ctrl, or with Option on a Mac.
var wordKeys = map[fyne.KeyName]motion{
	fyne.KeyLeft: wordLeft, fyne.KeyRight: wordRight,
	fyne.KeyUp: paraUp, fyne.KeyDown: paraDown,
	fyne.KeyHome: docStart, fyne.KeyEnd: docEnd,
}

// commandKeys are those that do so with Command on a Mac.
var commandKeys = map[fyne.KeyName]motion{
	fyne.KeyLeft: lineStart, fyne.KeyRight: lineEnd,
	fyne.KeyUp: docStart, fyne.KeyDown: docEnd,
}

// TypedKey is called by Fyne for a key that is not a character.
func (e *Editor) TypedKey(ev *fyne.KeyEvent) {
	if m, ok := plainKeys[ev.Name]; ok {
		e.move(m, e.modifiers()&fyne.KeyModifierShift != 0)
		return
	}
	switch ev.Name {
	case fyne.KeyBackspace:
		e.erase(charLeft)
	case fyne.KeyDelete:
		e.erase(charRight)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.opts.SingleParagraph {
			if e.OnSubmit != nil {
				e.OnSubmit()
			}
			return
		}
		e.replace(e.Selection(), "\n", true)
	case desktop.KeyMenu:
		e.menuAtCaret()
	case fyne.KeyF10:
		if e.modifiers()&fyne.KeyModifierShift != 0 {
			e.menuAtCaret()
			return
		}
		e.forward(ev.Name)
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5,
		fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF11, fyne.KeyF12:
		e.forward(ev.Name)
	}
}

func (e *Editor) forward(key fyne.KeyName) {
	if e.OnKey != nil {
		e.OnKey(key, e.modifiers())
	}
}

// TypedShortcut is called by Fyne for keys with Ctrl, Alt or Super. What the
// editor has no use for goes on to OnShortcut.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *fyne.ShortcutCut:
		e.Cut()
	case *fyne.ShortcutCopy:
		e.Copy()
	case *fyne.ShortcutPaste:
		e.Paste()
	case *fyne.ShortcutSelectAll:
		e.SelectAll()
	case *desktop.CustomShortcut:
		if !e.custom(s, runtime.GOOS == "darwin") && e.OnShortcut != nil {
			e.OnShortcut(s)
		}
	default:
		if e.OnShortcut != nil {
			e.OnShortcut(s)
		}
	}
}

// custom does what a shortcut asks for and reports whether it is the editor's.
func (e *Editor) custom(s *desktop.CustomShortcut, mac bool) bool {
	word, command := fyne.KeyModifierControl, fyne.KeyModifierControl
	if mac {
		word, command = fyne.KeyModifierAlt, fyne.KeyModifierSuper
	}
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift == word {
		if m, ok := wordKeys[s.KeyName]; ok {
			e.move(m, extend)
			return true
		}
		switch s.KeyName {
		case fyne.KeyBackspace:
			e.erase(wordLeft)
			return true
		case fyne.KeyDelete:
			e.erase(wordRight)
			return true
		}
	}
	if s.Modifier&^fyne.KeyModifierShift == command {
		if m, ok := commandKeys[s.KeyName]; mac && ok {
			e.move(m, extend)
			return true
		}
		if s.KeyName == fyne.KeyZ && extend {
			e.Redo()
			return true
		}
	}
	return false
}
