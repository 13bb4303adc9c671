package ui

import (
	"context"
	"encoding/json"
	"maps"

	"stet/model/flag"
	"stet/model/library"
	"stet/model/names"
	"stet/model/rules"
	"stet/ui/queue"
	"stet/ui/theme"
)

// window is what comes back at the next start. It is kept as JSON in the
// library, so that another library has a window of its own.
type window struct {
	Width, Height float32
	Outer, Inner  float64 // offsets of the two splits
	Theme         theme.Choice
	Scale         float32
	Queue         queue.Filter
	Kinds         [flag.NKinds]bool
	Notes         bool
	ByRule        bool
	Tints         bool
	Strip         bool
	Tab           int
	Story         library.ID // that was on the desk
	Editor        string
	Agency        string
	Region        rules.Region
	Folder        string // of the last export
	From          string // of the last import
	Formats       []string
}

// settings is the window with what the editor taught the checks.
type settings struct {
	window
	Words      map[string]bool
	KnownNames map[string]bool
	Muted      map[string]bool
	Packs      map[string]bool
	version    int // grows with every change of what the checks look at
}

const windowKey = "window"

func firstWindow() window {
	w := window{
		Width: 1280, Height: 800, Outer: 0.2, Inner: 0.7, Theme: theme.System, Scale: 1,
		Queue: queue.All, Tints: true, Strip: true, Formats: []string{"txt", "html"},
	}
	for k := range w.Kinds {
		w.Kinds[k] = true
	}
	return w
}

func (s *settings) load(ctx context.Context, l library.Library) error {
	s.window = firstWindow()
	kept, err := l.Values(ctx, library.TopicWindow)
	if err != nil {
		return err
	}
	if err := json.Unmarshal([]byte(kept[windowKey]), &s.window); err != nil && kept[windowKey] != "" {
		s.window = firstWindow() // an older Stet's; the defaults do
	}
	if s.Scale <= 0 || s.Width < 400 || s.Height < 300 {
		s.window = firstWindow()
	}
	for topic, set := range map[string]*map[string]bool{
		library.TopicWord: &s.Words, library.TopicName: &s.KnownNames, library.TopicMuted: &s.Muted, library.TopicPack: &s.Packs,
	} {
		v, err := l.Values(ctx, topic)
		if err != nil {
			return err
		}
		*set = map[string]bool{}
		for k, x := range v {
			(*set)[k] = x != "off"
		}
	}
	return nil
}

func clone(m map[string]bool) map[string]bool {
	if m == nil {
		return map[string]bool{}
	}
	return maps.Clone(m)
}

func knownNames(known map[string]bool) names.Options { return names.Options{Known: known} }

// remember has the window kept soon.
func (a *App) remember() { a.saver.later(a.rememberNow) }

// rememberNow hands the window to the saver.
func (a *App) rememberNow() {
	s := a.Window.Canvas().Size()
	if s.Width >= 400 && s.Height >= 300 {
		a.settings.Width, a.settings.Height = s.Width, s.Height
	}
	a.settings.Outer, a.settings.Inner = a.outer.Offset, a.inner.Offset
	if b, err := json.Marshal(a.settings.window); err == nil {
		a.saver.value(library.TopicWindow, windowKey, string(b))
	}
}
