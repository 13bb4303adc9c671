package header

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/story"
	"stet/model/text"
	"stet/ui/theme"
)

func open(t *testing.T, width float32) *Header {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	h := New()
	w := test.NewTempWindow(t, h.Content)
	w.Resize(fyne.NewSize(width, 400))
	return h
}

func TestFieldsReadAndWriteTheStory(t *testing.T) {
	s := &story.Story{Bylines: []string{"Ann Reyes", "Tom Lund"}, Dateline: story.Dateline{Place: "OSLO"}, Credit: "AP", Slug: "storm"}
	for f, want := range map[Field]string{Byline: "Ann Reyes, Tom Lund", Dateline: "OSLO", Credit: "AP", Slug: "storm"} {
		assert.Equal(t, want, f.Get(s), f.Label())
		f.Set(s, f.Get(s))
		assert.Equal(t, want, f.Get(s), f.Label())
	}
	Byline.Set(s, " Ann Reyes ,, Mia Berg")
	assert.Equal(t, []string{"Ann Reyes", "Mia Berg"}, s.Bylines)
	Byline.Set(s, "")
	assert.Empty(t, s.Bylines)
}

func TestLeavingAFieldTellsItsChangeOnce(t *testing.T) {
	h := open(t, 800)
	var got []string
	h.OnField = func(f Field, v string) { got = append(got, f.Label()+"="+v) }
	h.SetFields(&story.Story{Slug: "storm"})
	h.Commit()
	assert.Empty(t, got, "nothing was changed")
	h.fields[Slug].SetText("gale")
	h.Commit()
	h.Commit()
	assert.Equal(t, []string{"Slug=gale"}, got)
}

func TestAFieldUnderEditIsLeftAlone(t *testing.T) {
	h := open(t, 800)
	h.SetFields(&story.Story{Slug: "storm"})
	fyne.CurrentApp().Driver().CanvasForObject(h.fields[Slug]).Focus(h.fields[Slug])
	h.fields[Slug].SetText("storm-po")
	h.SetFields(&story.Story{Slug: "storm", Credit: "AP"})
	assert.Equal(t, "storm-po", h.fields[Slug].Text)
	assert.Equal(t, "AP", h.fields[Credit].Text)
}

func TestNothingOverlapsAtAnyWidth(t *testing.T) {
	for _, width := range []float32{320, 480, 760, 1200} {
		h := open(t, width)
		h.Headline.SetDocument(text.NewDocument(nil, "A long headline that runs over more than one line in a narrow window"))
		h.SetFields(&story.Story{Instructions: []story.Instruction{{Kind: story.Embargo, Text: "Not before noon"}}})
		h.Content.Resize(fyne.NewSize(width, h.Content.MinSize().Height))
		h.Content.Layout.Layout(h.Content.Objects, h.Content.Size())
		parts := []fyne.CanvasObject{h.notice, h.Headline, h.Dek, h.Content.Objects[3], h.line}
		for i := 1; i < len(parts); i++ {
			above := parts[i-1].Position().Y + parts[i-1].Size().Height
			assert.GreaterOrEqual(t, parts[i].Position().Y+0.5, above, "part %d at %v", i, width)
		}
		for f := range nFields {
			o := h.Content.Objects[3+2*f]
			require.Positive(t, o.Size().Width, "%s at %v", labels[f], width)
			assert.LessOrEqual(t, o.Position().X+o.Size().Width, width)
		}
	}
}
