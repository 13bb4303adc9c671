package actions

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bound returns a set whose commands note that they ran.
func bound(t *testing.T) (*Set, *[]string, map[string]bool) {
	test.NewTempApp(t)
	ran, off := &[]string{}, map[string]bool{}
	h := map[string]Handler{}
	for _, c := range Table() {
		h[c.ID] = Handler{Run: func() { *ran = append(*ran, c.ID) }, Enabled: func() bool { return !off[c.ID] }}
	}
	s, err := New(h)
	require.NoError(t, err)
	return s, ran, off
}

func TestEveryCommandHasItsPlace(t *testing.T) {
	ids, keys, places := map[string]bool{}, map[Key]string{}, map[int]string{}
	for _, c := range Table() {
		assert.False(t, ids[c.ID], "two commands are called %s", c.ID)
		ids[c.ID] = true
		assert.NotEmpty(t, c.Title, c.ID)
		assert.Contains(t, Menus, c.Menu, c.ID)
		for _, k := range c.Keys {
			assert.Empty(t, keys[k], "%s is the key of two commands", k)
			keys[k] = c.ID
		}
		if c.Toolbar > 0 {
			assert.Empty(t, places[c.Toolbar], c.ID)
			places[c.Toolbar] = c.ID
			assert.NotNil(t, c.Icon, c.ID)
		}
	}
	assert.NotContains(t, keys, Key{fyne.KeyQ, ctrl}, "Ctrl+Q is the system's")
}

func TestKeysOfTheHandbook(t *testing.T) {
	want := map[Key]string{
		{fyne.KeyF8, 0}: NextFlag, {fyne.KeyF8, shift}: PreviousFlag, {fyne.KeyPeriod, ctrl}: NextFlag, {fyne.KeyComma, ctrl}: PreviousFlag,
		{fyne.KeyReturn, ctrl}: Fix, {fyne.KeyReturn, ctrlShift}: FixAlike, {fyne.Key1, ctrl}: FixN(0), {fyne.Key6, ctrl}: FixN(5),
		{fyne.KeyD, ctrl}: Stet, {fyne.KeyD, ctrlShift}: StetAlike, {fyne.KeyR, ctrl}: Query,
		{fyne.KeyPageDown, ctrl}: NextStory, {fyne.KeyPageUp, ctrl}: PreviousStory, {fyne.KeyF, ctrl}: Find, {fyne.KeyH, ctrl}: Replace,
		{fyne.KeyK, ctrl}: Palette, {fyne.KeyO, ctrl}: Import, {fyne.KeyS, ctrl}: Save, {fyne.KeyE, ctrl}: Export,
		{fyne.KeyF6, 0}: NextPane, {fyne.KeySlash, ctrl}: Keys, {fyne.KeyZ, ctrl}: Undo, {fyne.KeyY, ctrl}: Redo,
	}
	s, ran, _ := bound(t)
	for k, id := range want {
		*ran = nil
		if sc := k.Shortcut(); sc != nil {
			assert.True(t, s.Shortcut(sc), k)
		} else {
			assert.True(t, s.Key(k.Name, k.Mod == shift), k)
		}
		assert.Equal(t, []string{id}, *ran, k)
	}
	assert.False(t, s.Key(fyne.KeyF12, false))
	assert.False(t, s.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: ctrl}))
}

func TestDisabledCommandsDoNotRun(t *testing.T) {
	s, ran, off := bound(t)
	off[Fix] = true
	menu := s.MainMenu()
	it := find(menu, "Fix")
	require.NotNil(t, it)
	assert.True(t, it.Disabled)
	it.Action() // Fyne's shortcuts call it all the same
	assert.Empty(t, *ran)
	off[Fix] = false
	s.Update()
	assert.False(t, it.Disabled)
	it.Action()
	assert.Equal(t, []string{Fix}, *ran)
}

func TestDialogsKeepCommandsOut(t *testing.T) {
	s, ran, _ := bound(t)
	s.InDialog = func() bool { return true }
	assert.False(t, s.Run(Stet))
	assert.True(t, s.Run(Paste))
	assert.Equal(t, []string{Paste}, *ran)
}

func TestEveryCommandIsInTheMenuBar(t *testing.T) {
	s, _, _ := bound(t)
	menu := s.MainMenu()
	require.Len(t, menu.Items, len(Menus))
	for _, c := range Table() {
		require.Contains(t, s.items, c.ID)
		assert.Same(t, s.items[c.ID], find(menu, s.items[c.ID].Label), c.ID)
	}
}

func find(m *fyne.MainMenu, label string) *fyne.MenuItem {
	for _, menu := range m.Items {
		for _, it := range menu.Items {
			if it.Label == label {
				return it
			}
			if it.ChildMenu != nil {
				for _, c := range it.ChildMenu.Items {
					if c.Label == label {
						return c
					}
				}
			}
		}
	}
	return nil
}

func TestNewSeesGaps(t *testing.T) {
	h := map[string]Handler{}
	for _, c := range Table() {
		h[c.ID] = Handler{Run: func() {}}
	}
	h["no.such"] = Handler{Run: func() {}}
	_, err := New(h)
	assert.ErrorContains(t, err, "no.such")
	delete(h, "no.such")
	delete(h, Fix)
	_, err = New(h)
	assert.ErrorContains(t, err, Fix)
}

func TestPaletteFindsByInitials(t *testing.T) {
	s, _, _ := bound(t)
	first := func(q string) string {
		r := s.Search(q)
		require.NotEmpty(t, r, q)
		return r[0].ID
	}
	assert.Equal(t, Export, first("export"))
	assert.Equal(t, StetAlike, first("stet all"))
	assert.Equal(t, AddWord, first("dictionary"))
	assert.Len(t, s.Search(""), len(Table()))
	assert.Empty(t, s.Search("zzzzq"))
}

func TestTipsNameTheKeys(t *testing.T) {
	s, _, _ := bound(t)
	assert.Equal(t, "Next flag  Ctrl+. or F8", s.Tip(NextFlag))
	assert.Equal(t, "Stet all alike  Ctrl+Shift+D", s.Tip(StetAlike))
	assert.Equal(t, "Next story  Ctrl+Page Down", s.Tip(NextStory))
}
