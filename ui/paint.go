package ui

import (
	"strconv"

	"stet/model/desk"
	"stet/model/flag"
	"stet/model/names"
	"stet/model/sources"
	"stet/model/text"
	"stet/ui/editor"
	"stet/ui/ledgers"
)

var parts = [...]desk.Part{desk.Headline, desk.Dek, desk.Body}

// markFlags draws the open flags that the filters let through.
func (a *App) markFlags(items []desk.Item) {
	var marks [len(parts)][]text.Mark
	for i := range items {
		it := &items[i]
		if it.Verdict == flag.Open && !a.flags.Hides(it.Flag.Kind, it.Flag.Severity) {
			marks[it.Part] = append(marks[it.Part], text.Mark{ID: it.ID, Kind: uint8(it.Flag.Kind), Span: it.Span})
		}
	}
	for _, p := range parts {
		a.story.review.Doc(p).Marks().Replace(editor.LayerFlags, marks[p])
	}
}

// paint draws what the last check knows of names, figures and sources.
func (a *App) paint() {
	s := a.story
	layers := map[string]*[len(parts)][]text.Mark{
		editor.LayerNames: {}, editor.LayerKnown: {}, editor.LayerStrip: {},
	}
	add := func(layer string, span text.Span, kind uint8, id string) {
		if p, at, ok := s.review.Locate(s.in, s.result.Copy, span); ok && !at.Empty() {
			layers[layer][p] = append(layers[layer][p], text.Mark{ID: id, Kind: kind, Span: at})
		}
	}
	for i, m := range s.result.Names.Mentions {
		id := "name-" + strconv.Itoa(i)
		add(editor.LayerNames, m.Span, uint8(tintOf(m.Type)), id)
		if m.Name >= 0 && m.Name < len(s.result.Names.Names) && s.result.Names.Names[m.Name].Known {
			add(editor.LayerKnown, m.Span, 0, id)
		}
	}
	for i, f := range s.result.Facts.Figures {
		add(editor.LayerNames, f.Span, uint8(editor.TintFigure), "figure-"+strconv.Itoa(i))
	}
	for i, d := range s.result.Facts.Dates {
		add(editor.LayerNames, d.Span, uint8(editor.TintDate), "date-"+strconv.Itoa(i))
	}
	for i, at := range s.result.Sources.Attributions {
		span := at.Cue
		for _, c := range append(at.Content, at.Source) {
			switch {
			case c.Empty():
			case span.Empty():
				span = c
			default:
				span = span.Union(c)
			}
		}
		add(editor.LayerStrip, span, uint8(stripOf(at.Kind, at.Via)), "source-"+strconv.Itoa(i))
	}
	for i, st := range s.result.Sources.Paras {
		if st == sources.Unsourced && i < len(s.result.Copy.Paras) {
			add(editor.LayerStrip, s.result.Copy.Paras[i].Span, uint8(editor.StripNone), "para-"+strconv.Itoa(i))
		}
	}
	for layer, marks := range layers {
		for _, p := range parts {
			s.review.Doc(p).Marks().Replace(layer, marks[p])
		}
	}
}

func tintOf(t names.Type) editor.Tint {
	switch t {
	case names.Person:
		return editor.TintPerson
	case names.Org:
		return editor.TintOrganisation
	case names.Place:
		return editor.TintPlace
	case names.Date, names.Time:
		return editor.TintDate
	case names.Money, names.Percent, names.Quantity, names.Number:
		return editor.TintFigure
	}
	return editor.TintOther
}

func stripOf(k sources.Kind, via string) editor.Strip {
	switch {
	case via != "" || k == sources.Anonymous:
		return editor.StripAnonymous
	case k == sources.NamedPerson:
		return editor.StripNamed
	case k == sources.Organisation || k == sources.Document:
		return editor.StripOffice
	case k == sources.UnnamedPerson || k == sources.UnnamedGroup:
		return editor.StripUnnamed
	}
	return editor.StripNone
}

// applyLayers shows and hides what the View menu says.
func (a *App) applyLayers() {
	for _, p := range parts {
		e := a.editorOf(p)
		e.ShowLayer(editor.LayerNames, a.settings.Tints)
		e.ShowLayer(editor.LayerKnown, a.settings.Tints)
		e.ShowLayer(editor.LayerStrip, a.settings.Strip)
	}
	if a.story != nil {
		a.markFlags(a.story.review.Items())
	}
}

// showLedgers fills the panes beside the flags.
func (a *App) showLedgers() {
	r := a.story.result
	a.names.Set(ledgers.Names(r))
	a.sources.Set(ledgers.Sources(r))
	a.facts.Set(ledgers.Facts(r))
}
