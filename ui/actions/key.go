package actions

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Key is a key with its modifiers.
type Key struct {
	Name fyne.KeyName
	Mod  fyne.KeyModifier
}

const (
	ctrl      = fyne.KeyModifierShortcutDefault // Command on a Mac
	shift     = fyne.KeyModifierShift
	ctrlShift = ctrl | shift
)

// keyTitles are the keys whose names are not what stands on them.
var keyTitles = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter (keypad)", fyne.KeyPageDown: "Page Down", fyne.KeyPageUp: "Page Up",
	fyne.KeyPeriod: ".", fyne.KeyComma: ",", fyne.KeySlash: "/", fyne.KeyEqual: "+", fyne.KeyMinus: "-",
}

// String is the key as it is written in menus and tips: "Ctrl+Shift+D".
func (k Key) String() string {
	var b strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "Cmd+"}, {fyne.KeyModifierAlt, "Alt+"}, {shift, "Shift+"},
	} {
		if k.Mod&m.mod != 0 {
			b.WriteString(m.name)
		}
	}
	if t, ok := keyTitles[k.Name]; ok {
		b.WriteString(t)
	} else {
		b.WriteString(string(k.Name))
	}
	return b.String()
}

// Shortcut is the form in which Fyne reports the key, or nil for a key that
// comes as a typed key: one without a modifier other than Shift.
func (k Key) Shortcut() fyne.Shortcut {
	if k.Mod&^shift == 0 {
		return nil
	}
	if k.Mod == ctrl {
		switch k.Name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyX:
			return &fyne.ShortcutCut{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}
