package editor

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"stet/model/flag"
	"stet/model/text"
)

var sample = []string{
	"HARBOUR TOWN, Jan 12 — The port authority has released all 41 dock workers it held after Tuesday’s protest, two officials told Reuters, the first sign that talks with the union may resume.",
	"After the release if dozens more, the mayor, Elena Quiroga, said in a statement that the city “did not ask for” the arrests. A 18-months inquiry, led by retired judge Tomas Verhoeven, is due to report in March.",
	"Anonymous sources close to the negotations said the company had offered $1.2 million. The figure could not be confirmed.",
	"“We were never told why we were there,” said Ana Lucía Benítez, 34, a crane operator. Café owners along the quay cheered 👩‍👩‍👧.",
}

// marked puts a mark on the nth occurrence of words in s.
func marked(s, words string, kind uint8, id string) text.Mark {
	i := strings.Index(s, words)
	if i < 0 {
		panic("no " + words)
	}
	return text.Mark{ID: id, Kind: kind, Span: text.Span{Start: i, End: i + len(words)}}
}

func annotated() *text.Document {
	s := strings.Join(sample, "\n")
	d := text.NewDocument(nil, s)
	d.Marks().Replace(LayerFlags, []text.Mark{
		marked(s, "if dozens", uint8(flag.Typo), "f1"),
		marked(s, "two officials", uint8(flag.Sourcing), "f2"),
		marked(s, "18-months", uint8(flag.Typo), "f3"),
		marked(s, "41 dock workers", uint8(flag.Consistency), "f4"),
		marked(s, "could not be confirmed", uint8(flag.Style), "f5"),
		marked(s, "Anonymous sources close to the negotations", uint8(flag.Sourcing), "f6"),
		{ID: "f7", Kind: uint8(flag.Typo), Span: text.Span{Start: strings.Index(s, " said Ana"), End: strings.Index(s, " said Ana")}},
	})
	d.Marks().Replace(LayerNames, []text.Mark{
		marked(s, "HARBOUR TOWN", uint8(TintPlace), "n0"),
		marked(s, "Jan 12", uint8(TintDate), "n1"),
		marked(s, "Reuters", uint8(TintOrganisation), "n2"),
		marked(s, "Elena Quiroga", uint8(TintPerson), "n3"),
		marked(s, "Tomas Verhoeven", uint8(TintPerson), "n4"),
		marked(s, "$1.2 million", uint8(TintFigure), "n5"),
		marked(s, "Ana Lucía Benítez", uint8(TintPerson), "n6"),
		marked(s, "port authority", uint8(TintOrganisation), "n7"),
		marked(s, "March", uint8(TintDate), "n8"),
	})
	d.Marks().Replace(LayerKnown, []text.Mark{marked(s, "Reuters", 0, "k1"), marked(s, "Elena Quiroga", 0, "k2")})
	var strip []text.Mark
	for i := range d.Paras() {
		strip = append(strip, text.Mark{ID: string(rune('a' + i)), Kind: uint8([]Strip{StripUnnamed, StripOffice, StripAnonymous, StripNamed}[i]), Span: d.ParaSpan(i)})
	}
	d.Marks().Replace(LayerStrip, strip)
	return d
}

// TestShots writes what the editor looks like to the folder that STET_SHOTS
// names.
func TestShots(t *testing.T) {
	dir := os.Getenv("STET_SHOTS")
	if dir == "" {
		t.Skip("STET_SHOTS names no folder for the pictures")
	}
	require.NoError(t, os.MkdirAll(dir, 0o755))
	for _, shot := range []struct {
		name  string
		size  fyne.Size
		text  float32
		theme fyne.Theme
	}{
		{"light-900", fyne.NewSize(900, 620), 15, light},
		{"dark-900", fyne.NewSize(900, 620), 15, dark},
		{"light-420", fyne.NewSize(420, 620), 13, light},
		{"dark-1400", fyne.NewSize(1400, 700), 20, dark},
	} {
		test.NewTempApp(t).Settings().SetTheme(shot.theme)
		h := text.NewHistory()
		head := New(text.NewDocument(h, "Harbour frees 41 workers, but talks with the dockers’ union hang in the balance"),
			Options{TextSize: shot.text * 1.7, ColumnSize: shot.text, Bold: true, SingleParagraph: true, PlaceHolder: "Headline"})
		dek := New(text.NewDocument(h, ""), Options{TextSize: shot.text * 1.1, ColumnSize: shot.text, Italic: true, SingleParagraph: true, PlaceHolder: "Standfirst"})
		d := annotated()
		body := New(d, Options{TextSize: shot.text, Strip: true})
		body.SetInserts([]Insert{
			{BeforePara: 0, ID: "0", Text: "Section label removed", Action: "restore"},
			{BeforePara: 2, ID: "1", Text: "Advertisement removed", Action: "restore"},
			{BeforePara: 2, ID: "2", Text: "Teaser removed", Action: "restore"},
			{BeforePara: 4, ID: "3", Text: "Sign-off removed", Action: "restore"},
		})
		w := test.NewTempWindow(t, container.NewBorder(container.NewVBox(head, dek), nil, nil, nil, body))
		w.SetPadded(false)
		w.Resize(shot.size)
		w.Canvas().Focus(body)
		body.Find(Query{Text: "the"})
		s := d.String()
		body.Select(strings.Index(s, "A 18-months"), strings.Index(s, "due to"))
		body.SetCurrent("f6")
		w.Canvas().Content().Refresh()
		save(t, w, dir, shot.name)
	}

	// Two versions of a paragraph, to be read only.
	for name, th := range map[string]fyne.Theme{"changes-light": light, "changes-dark": dark} {
		test.NewTempApp(t).Settings().SetTheme(th)
		d := text.NewDocument(nil, "After the release if of dozens more, the mayor said the city “did not ask for” the arrests.\nA claim that nobody stands for.")
		s := d.String()
		d.Marks().Replace(LayerChanges, []text.Mark{marked(s, "if", uint8(Removed), "1"), marked(s, "of", uint8(Added), "2")})
		d.Marks().Replace(LayerStrip, []text.Mark{{Kind: uint8(StripNone), Span: d.ParaSpan(1)}})
		w := test.NewTempWindow(t, New(d, Options{TextSize: 15, Strip: true, ReadOnly: true}))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(500, 160))
		save(t, w, dir, name)
	}
}

func save(t *testing.T, w fyne.Window, dir, name string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	require.NoError(t, err)
	require.NoError(t, png.Encode(f, w.Canvas().Capture()))
	require.NoError(t, f.Close())
}
