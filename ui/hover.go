package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"stet/model/flag"
	"stet/model/sources"
	"stet/model/text"
	"stet/ui/editor"
	"stet/ui/theme"
	"stet/ui/widgets"
)

// hovered shows the card of what the pointer rests on, and says the same in
// the status line at once.
func (a *App) hovered(e *editor.Editor, h editor.Hover) {
	if h.Empty() || a.story == nil {
		a.tips.Hide(e)
		a.status.say(a.currentMessage())
		return
	}
	runs := a.hoverRuns(h)
	if len(runs) == 0 {
		a.tips.Hide(e)
		return
	}
	var line strings.Builder
	for _, r := range runs {
		line.WriteString(r.Text)
	}
	a.status.say(strings.ReplaceAll(line.String(), "\n", "  "))
	a.tips.Hide(nil)
	a.tips.After(e, func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(h.Pos)
		a.tips.Show(e, at.Add(fyne.NewPos(0, 4)), 360, runs...)
	})
}

// hoverRuns are the words of the hover card.
func (a *App) hoverRuns(h editor.Hover) []widgets.Run {
	if h.Insert.ID != "" {
		return []widgets.Run{{Text: h.Insert.Reason}}
	}
	var out []widgets.Run
	add := func(r ...widgets.Run) {
		if len(out) > 0 {
			out = append(out, widgets.Run{Text: "\n"})
		}
		out = append(out, r...)
	}
	for _, m := range h.Marks {
		switch m.Owner {
		case editor.LayerFlags:
			it, ok := a.story.review.Item(m.ID)
			if !ok {
				continue
			}
			add(widgets.Run{Text: it.Flag.Kind.String() + ": ", Bold: true, Color: theme.Of(it.Flag.Kind)}, widgets.Run{Text: it.Flag.Message})
			if it.Flag.Severity == flag.Error {
				out = append(out, widgets.Run{Text: " (error)", Color: theme.Muted})
			}
		case editor.LayerNames:
			if t := a.nameText(m); t != "" {
				add(widgets.Run{Text: t, Color: theme.Muted})
			}
		case editor.LayerStrip:
			if t := a.sourceText(m); t != "" {
				add(widgets.Run{Text: t})
			}
		}
	}
	return out
}

// nameText says what a tinted name is.
func (a *App) nameText(m text.Mark) string {
	r := a.story.result
	kind, num, _ := strings.Cut(m.ID, "-")
	i, err := strconv.Atoi(num)
	if r == nil || err != nil {
		return ""
	}
	switch {
	case kind == "name" && i < len(r.Names.Mentions):
		mention := r.Names.Mentions[i]
		if mention.Name < 0 || mention.Name >= len(r.Names.Names) {
			return string(mention.Type)
		}
		n := r.Names.Names[mention.Name]
		out := fmt.Sprintf("%s: %s, %s", mention.Type, n.Canonical, plural(len(n.Mentions), "mention", "mentions"))
		if n.Known {
			out += ", known"
		}
		return out
	case kind == "figure" && i < len(r.Facts.Figures):
		if d := r.Facts.Figures[i].Description; d != "" {
			return "figure: " + d
		}
		return "figure"
	case kind == "date" && i < len(r.Facts.Dates):
		d := r.Facts.Dates[i]
		if d.From.IsZero() {
			return "date that stays open"
		}
		return "date: " + d.From.Format("Monday 2 January 2006")
	}
	return ""
}

// sourceText says who stands for what the strip marks.
func (a *App) sourceText(m text.Mark) string {
	r := a.story.result
	kind, num, _ := strings.Cut(m.ID, "-")
	i, err := strconv.Atoi(num)
	if r == nil || err != nil {
		return ""
	}
	if kind == "para" {
		return "no source in reach of this paragraph"
	}
	if i >= len(r.Sources.Attributions) {
		return ""
	}
	at := r.Sources.Attributions[i]
	who := at.Speaker
	if who == "" && !at.Source.Empty() {
		who = at.Source.In(r.Copy.Text)
	}
	if who == "" {
		who = "nobody is named"
	}
	out := "source: " + who + " (" + sourceKind(at.Kind) + ")"
	if at.Via != "" {
		out += ", through " + at.Via
	}
	return out
}

func sourceKind(k sources.Kind) string { return strings.ReplaceAll(string(k), "-", " ") }
