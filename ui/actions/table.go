// Package actions is the one table of Stet's commands. The main menu, the
// toolbar, the context menus, the keys, the tips, the sheet of keys and the
// palette are all made from it, so that they cannot disagree.
package actions

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/ui/theme"
)

// Command is one thing that the editor can ask for.
type Command struct {
	ID      string
	Title   string // as in the menu
	Menu    string // the menu that it stands in
	Sub     string // the submenu, where it stands in one
	Group   int    // groups of a menu are parted by a line
	Keys    []Key  // the first is shown in the menu
	Icon    fyne.Resource
	Toolbar int    // place in the toolbar from 1; 0: not in it
	Label   string // on the toolbar; empty: the icon alone
	Edit    bool   // goes to whatever has the focus: undo, cut, copy, paste
	Dialog  bool   // works while a dialog is open
}

// Menus are the menus in their order.
var Menus = []string{"File", "Edit", "Story", "Flags", "View", "Help"}

func key(n fyne.KeyName, m fyne.KeyModifier) Key { return Key{n, m} }

// Table returns all commands in the order of the menus.
func Table() []Command {
	t := []Command{
		{ID: Import, Title: "Import files…", Menu: "File", Keys: []Key{key(fyne.KeyO, ctrl)}, Icon: fynetheme.DownloadIcon(), Toolbar: 1, Label: "Import"},
		{ID: ImportFolder, Title: "Import a folder…", Menu: "File", Keys: []Key{key(fyne.KeyO, ctrlShift)}, Icon: fynetheme.FolderOpenIcon()},
		{ID: ImportPaste, Title: "New story from the clipboard", Menu: "File", Keys: []Key{key(fyne.KeyN, ctrlShift)}, Icon: fynetheme.ContentPasteIcon()},
		{ID: Samples, Title: "Open the sample stories", Menu: "File"},
		{ID: Save, Title: "Save now", Menu: "File", Group: 1, Keys: []Key{key(fyne.KeyS, ctrl)}, Icon: fynetheme.DocumentSaveIcon()},
		{ID: Export, Title: "Export story and report…", Menu: "File", Group: 1, Keys: []Key{key(fyne.KeyE, ctrl)}, Icon: fynetheme.UploadIcon(), Toolbar: 2, Label: "Export"},
		{ID: Preferences, Title: "Preferences…", Menu: "File", Group: 2, Keys: []Key{key(fyne.KeyP, ctrlShift)}, Icon: fynetheme.SettingsIcon()},

		{ID: Undo, Title: "Undo", Menu: "Edit", Keys: []Key{key(fyne.KeyZ, ctrl)}, Icon: fynetheme.ContentUndoIcon(), Toolbar: 10, Edit: true, Dialog: true},
		{ID: Redo, Title: "Redo", Menu: "Edit", Keys: []Key{key(fyne.KeyY, ctrl), key(fyne.KeyZ, ctrlShift)}, Icon: fynetheme.ContentRedoIcon(), Toolbar: 11, Edit: true, Dialog: true},
		{ID: Cut, Title: "Cut", Menu: "Edit", Group: 1, Keys: []Key{key(fyne.KeyX, ctrl)}, Icon: fynetheme.ContentCutIcon(), Edit: true, Dialog: true},
		{ID: Copy, Title: "Copy", Menu: "Edit", Group: 1, Keys: []Key{key(fyne.KeyC, ctrl)}, Icon: fynetheme.ContentCopyIcon(), Edit: true, Dialog: true},
		{ID: Paste, Title: "Paste", Menu: "Edit", Group: 1, Keys: []Key{key(fyne.KeyV, ctrl)}, Icon: fynetheme.ContentPasteIcon(), Edit: true, Dialog: true},
		{ID: SelectAll, Title: "Select all", Menu: "Edit", Group: 1, Keys: []Key{key(fyne.KeyA, ctrl)}, Edit: true, Dialog: true},
		{ID: Find, Title: "Find…", Menu: "Edit", Group: 2, Keys: []Key{key(fyne.KeyF, ctrl)}, Icon: fynetheme.SearchIcon()},
		{ID: Replace, Title: "Replace…", Menu: "Edit", Group: 2, Keys: []Key{key(fyne.KeyH, ctrl)}, Icon: fynetheme.SearchReplaceIcon()},

		{ID: NextStory, Title: "Next story", Menu: "Story", Keys: []Key{key(fyne.KeyPageDown, ctrl)}},
		{ID: PreviousStory, Title: "Previous story", Menu: "Story", Keys: []Key{key(fyne.KeyPageUp, ctrl)}},
		{ID: SearchStories, Title: "Search the queue", Menu: "Story", Keys: []Key{key(fyne.KeyL, ctrl)}, Icon: fynetheme.SearchIcon()},
		{ID: CopyQueries, Title: "Copy the questions to the reporter", Menu: "Story", Group: 1, Icon: fynetheme.ContentCopyIcon()},
		{ID: Remove, Title: "Remove from the queue…", Menu: "Story", Group: 1, Icon: fynetheme.DeleteIcon()},
		{ID: MakeFurniture, Title: "This paragraph is not copy", Menu: "Story", Group: 2, Keys: []Key{key(fyne.KeyDelete, ctrlShift)}},
		{ID: RestoreAll, Title: "Restore all removed lines", Menu: "Story", Group: 2},

		{ID: NextFlag, Title: "Next flag", Menu: "Flags", Keys: []Key{key(fyne.KeyPeriod, ctrl), key(fyne.KeyF8, 0)}, Icon: fynetheme.NavigateNextIcon(), Toolbar: 21},
		{ID: PreviousFlag, Title: "Previous flag", Menu: "Flags", Keys: []Key{key(fyne.KeyComma, ctrl), key(fyne.KeyF8, shift)}, Icon: fynetheme.NavigateBackIcon(), Toolbar: 20},
		{ID: Fix, Title: "Fix", Menu: "Flags", Group: 1, Keys: []Key{key(fyne.KeyReturn, ctrl), key(fyne.KeyEnter, ctrl)}, Icon: theme.FixIcon, Toolbar: 30, Label: "Fix"},
		{ID: FixAlike, Title: "Fix all alike", Menu: "Flags", Group: 1, Keys: []Key{key(fyne.KeyReturn, ctrlShift), key(fyne.KeyEnter, ctrlShift)}},
		{ID: Stet, Title: "Stet: let it stand", Menu: "Flags", Group: 2, Keys: []Key{key(fyne.KeyD, ctrl)}, Icon: theme.StetIcon, Toolbar: 31, Label: "Stet"},
		{ID: StetAlike, Title: "Stet all alike", Menu: "Flags", Group: 2, Keys: []Key{key(fyne.KeyD, ctrlShift)}},
		{ID: Query, Title: "Query: back to the reporter", Menu: "Flags", Group: 2, Keys: []Key{key(fyne.KeyR, ctrl)}, Icon: theme.QueryIcon, Toolbar: 32, Label: "Query"},
		{ID: StetReason, Title: "Stet with a reason…", Menu: "Flags", Group: 2},
		{ID: Why, Title: "Why is this flagged?", Menu: "Flags", Group: 3, Keys: []Key{key(fyne.KeyI, ctrl)}, Icon: fynetheme.QuestionIcon()},
		{ID: AllowWord, Title: "Right in this story", Menu: "Flags", Group: 3, Keys: []Key{key(fyne.KeyA, ctrlShift)}},
		{ID: AddWord, Title: "Add to the dictionary", Menu: "Flags", Group: 3, Keys: []Key{key(fyne.KeyW, ctrlShift)}},
		{ID: AddName, Title: "Add to the known names", Menu: "Flags", Group: 3},
		{ID: MuteStory, Title: "Mute this rule for this story", Menu: "Flags", Group: 4},
		{ID: MuteAlways, Title: "Mute this rule always", Menu: "Flags", Group: 4},

		{ID: Clean, Title: "Clean copy", Menu: "View", Keys: []Key{key(fyne.Key1, ctrlShift)}},
		{ID: Original, Title: "Original", Menu: "View", Keys: []Key{key(fyne.Key2, ctrlShift)}},
		{ID: Changes, Title: "Changes", Menu: "View", Keys: []Key{key(fyne.Key3, ctrlShift)}},
		{ID: Tints, Title: "Tint names and figures", Menu: "View", Group: 1, Keys: []Key{key(fyne.KeyT, ctrlShift)}},
		{ID: Legend, Title: "What the colours and lines mean…", Menu: "View", Group: 1},
		{ID: Strip, Title: "Sourcing map beside the copy", Menu: "View", Group: 1},
		{ID: Notes, Title: "Show notes too", Menu: "View", Group: 1},
		{ID: ByRule, Title: "Group flags by rule", Menu: "View", Group: 1},
		{ID: ZoomIn, Title: "Larger text", Menu: "View", Group: 2, Keys: []Key{key(fyne.KeyEqual, ctrl), key(fyne.KeyEqual, ctrlShift)}, Icon: fynetheme.ZoomInIcon()},
		{ID: ZoomOut, Title: "Smaller text", Menu: "View", Group: 2, Keys: []Key{key(fyne.KeyMinus, ctrl)}, Icon: fynetheme.ZoomOutIcon()},
		{ID: ZoomReset, Title: "Normal text", Menu: "View", Group: 2, Keys: []Key{key(fyne.Key0, ctrl)}},
		{ID: ToggleTheme, Title: "Light or dark", Menu: "View", Group: 2, Icon: theme.ThemeIcon, Toolbar: 90},
		{ID: NextPane, Title: "Next pane", Menu: "View", Group: 3, Keys: []Key{key(fyne.KeyF6, 0)}},
		{ID: PreviousPane, Title: "Previous pane", Menu: "View", Group: 3, Keys: []Key{key(fyne.KeyF6, shift)}},
		{ID: TabFlags, Title: "Flags", Menu: "View", Sub: "Right pane", Group: 3},
		{ID: TabNames, Title: "Names", Menu: "View", Sub: "Right pane", Group: 3},
		{ID: TabSources, Title: "Sources", Menu: "View", Sub: "Right pane", Group: 3},
		{ID: TabFacts, Title: "Facts", Menu: "View", Sub: "Right pane", Group: 3},
		{ID: TabStory, Title: "Story", Menu: "View", Sub: "Right pane", Group: 3},

		{ID: Palette, Title: "All commands…", Menu: "Help", Keys: []Key{key(fyne.KeyK, ctrl)}, Icon: fynetheme.SearchIcon()},
		{ID: Keys, Title: "All keys…", Menu: "Help", Keys: []Key{key(fyne.KeySlash, ctrl), key(fyne.KeyF1, 0)}, Icon: fynetheme.HelpIcon(), Toolbar: 91},
		{ID: About, Title: "About Stet…", Menu: "Help", Group: 1, Icon: fynetheme.InfoIcon()},
	}
	for i, k := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6} {
		t = append(t, Command{ID: FixN(i), Title: "Fix " + string(k), Menu: "Flags", Sub: "Another fix", Group: 1, Keys: []Key{key(k, ctrl)}})
	}
	return t
}

// The commands.
const (
	Import        = "file.import"
	ImportFolder  = "file.import-folder"
	ImportPaste   = "file.import-clipboard"
	Samples       = "file.samples"
	Save          = "file.save"
	Export        = "file.export"
	Preferences   = "file.preferences"
	Undo          = "edit.undo"
	Redo          = "edit.redo"
	Cut           = "edit.cut"
	Copy          = "edit.copy"
	Paste         = "edit.paste"
	SelectAll     = "edit.select-all"
	Find          = "edit.find"
	Replace       = "edit.replace"
	NextStory     = "story.next"
	PreviousStory = "story.previous"
	SearchStories = "story.search"
	CopyQueries   = "story.copy-queries"
	Remove        = "story.remove"
	MakeFurniture = "story.make-furniture"
	RestoreAll    = "story.restore-all"
	NextFlag      = "flag.next"
	PreviousFlag  = "flag.previous"
	Fix           = "flag.fix"
	FixAlike      = "flag.fix-alike"
	Stet          = "flag.stet"
	StetAlike     = "flag.stet-alike"
	StetReason    = "flag.stet-reason"
	Query         = "flag.query"
	Why           = "flag.why"
	AllowWord     = "flag.allow-word"
	AddWord       = "flag.add-word"
	AddName       = "flag.add-name"
	MuteStory     = "flag.mute-story"
	MuteAlways    = "flag.mute-always"
	Clean         = "view.clean"
	Original      = "view.original"
	Changes       = "view.changes"
	Tints         = "view.tints"
	Legend        = "view.legend"
	Strip         = "view.sourcing-map"
	Notes         = "view.notes"
	ByRule        = "view.by-rule"
	ZoomIn        = "view.zoom-in"
	ZoomOut       = "view.zoom-out"
	ZoomReset     = "view.zoom-reset"
	ToggleTheme   = "view.theme"
	NextPane      = "view.next-pane"
	PreviousPane  = "view.previous-pane"
	TabFlags      = "view.tab-flags"
	TabNames      = "view.tab-names"
	TabSources    = "view.tab-sources"
	TabFacts      = "view.tab-facts"
	TabStory      = "view.tab-story"
	Palette       = "help.palette"
	Keys          = "help.keys"
	About         = "help.about"
)

// FixN is the command that applies the fix of that index, from 0.
func FixN(i int) string { return "flag.fix-" + string(rune('1'+i)) }

// Fixes is how many fixes have a key of their own.
const Fixes = 6
