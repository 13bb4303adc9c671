package editor

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"stet/model/text"
)

// simple is the simple model of an editor: a string and a selection.
type simple struct {
	text         string
	anchor, head int
}

func (m *simple) replace(s string) {
	a, b := min(m.anchor, m.head), max(m.anchor, m.head)
	m.text = m.text[:a] + s + m.text[b:]
	m.anchor, m.head = a+len(s), a+len(s)
}

// erase deletes the selection, or the character before or after the caret.
func (m *simple) erase(back bool) {
	if m.anchor == m.head {
		// A line feed is a character of its own whatever follows it.
		if back {
			line := strings.LastIndexByte(m.text[:m.head], '\n') + 1
			if m.anchor = line + text.PrevGrapheme(m.text[line:], m.head-line); m.head == line {
				m.anchor = max(0, m.head-1)
			}
		} else {
			line, _, more := strings.Cut(m.text[m.head:], "\n")
			if m.anchor = m.head + text.NextGrapheme(line, 0); line == "" && more {
				m.anchor++
			}
		}
	}
	m.replace("")
}

func randomText(rng *rand.Rand, n int) string {
	var paras []string
	for range 1 + rng.IntN(n) {
		paras = append(paras, paragraph(rng, rng.IntN(30)))
	}
	return strings.Join(paras, "\n")
}

// TestRandomEditing holds the editor against the simple model: text and caret
// after every step; what is laid out and drawn; marks; and undo to the start.
func TestRandomEditing(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 3))
		start := randomText(rng, 12)
		d := text.NewDocument(nil, start)
		var marks []text.Mark
		for i := range 20 {
			a := rng.IntN(len(start) + 1)
			b := min(len(start), a+rng.IntN(30))
			for a > 0 && a < len(start) && start[a]&0xc0 == 0x80 {
				a--
			}
			for b > 0 && b < len(start) && start[b]&0xc0 == 0x80 {
				b--
			}
			marks = append(marks, text.Mark{ID: string(rune('a' + i)), Kind: uint8(rng.IntN(4)), Span: text.Span{Start: a, End: max(a, b)}})
		}
		d.Marks().Replace(LayerFlags, marks)
		initial := d.Marks().All(LayerFlags)
		r := newRig(t, d, fyne.NewSize(float32(150+rng.IntN(500)), 260), Options{Strip: true})
		r.SetInserts([]Insert{{BeforePara: 1, ID: "x", Text: "removed", Action: "restore"}, {BeforePara: 99, ID: "y", Text: "removed"}})
		m := simple{text: start}
		keys := []fyne.KeyName{
			fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
			fyne.KeyPageUp, fyne.KeyPageDown,
		}
		for range 200 {
			switch rng.IntN(12) {
			case 0, 1, 2, 3:
				s := []rune("abc é.—’")[rng.IntN(8)]
				r.TypedRune(s)
				m.replace(string(s))
			case 4:
				r.key(fyne.KeyReturn, 0)
				m.replace("\n")
			case 5:
				r.key(fyne.KeyBackspace, 0)
				m.erase(true)
			case 6:
				r.key(fyne.KeyDelete, 0)
				m.erase(false)
			case 7:
				s := randomText(rng, 3)
				r.Insert(s)
				m.replace(s)
			case 8: // another's edit leaves the caret where it stood in the words
				at := r.whole(rng.IntN(d.Len() + 1))
				require.NoError(t, d.Apply(text.Edit{Span: text.Span{Start: at, End: at}, Text: "desk"}))
				m.text = m.text[:at] + "desk" + m.text[at:]
				m.anchor, m.head = r.caret.anchor, r.caret.head
			case 9:
				r.click(fyne.NewPos(rng.Float32()*r.Size().Width-thumbRoom, rng.Float32()*260), []fyne.KeyModifier{0, shift}[rng.IntN(2)])
				m.anchor, m.head = r.caret.anchor, r.caret.head
			case 10:
				if d.History().CanUndo() {
					r.Undo()
					r.Redo()
					m.anchor, m.head = r.caret.anchor, r.caret.head
				}
			default:
				r.key(keys[rng.IntN(len(keys))], []fyne.KeyModifier{0, shift, ctrl, ctrl | shift}[rng.IntN(4)])
				m.anchor, m.head = r.caret.anchor, r.caret.head
			}
			require.Equal(t, m.text, d.String())
			require.Equal(t, m.anchor, r.caret.anchor)
			require.Equal(t, m.head, r.caret.head)
			require.Equal(t, m.head, r.whole(m.head), "the caret stands between two characters")
			check(t, r)
		}
		end := d.String()
		n := 0
		for d.History().CanUndo() {
			r.Undo()
			n++
		}
		require.Equal(t, start, d.String())
		require.Equal(t, initial, d.Marks().All(LayerFlags))
		for range n {
			r.Redo()
		}
		require.Equal(t, end, d.String())
		check(t, r)
	}
}

// check holds what the editor lays out and draws against its document.
func check(t *testing.T, r *rig) {
	t.Helper()
	paras := strings.Split(r.doc.String(), "\n")
	require.Len(t, r.l.blocks, len(paras))
	at, y := 0, float32(0)
	for i, p := range paras {
		b := r.l.blocks[i]
		require.Equal(t, p, b.text)
		require.Equal(t, at, b.start)
		require.GreaterOrEqual(t, b.top, y)
		require.Equal(t, len(p), b.lines[len(b.lines)-1].end)
		at += len(p) + 1
		y = b.top + float32(len(b.lines))*r.l.lineH
	}
	require.Len(t, r.Inserts(), 2)
	require.GreaterOrEqual(t, r.scroll, float32(0))

	var want []string
	for i, b := range r.l.blocks {
		for k := range b.lines {
			top := r.viewY(r.l.lineY(place{i, k}))
			if s := r.l.lineText(place{i, k}); s != "" && top+r.l.lineH > 0 && top < r.Size().Height {
				want = append(want, shown(s))
			}
		}
	}
	drawn := r.drawn()
	for _, s := range want {
		require.Contains(t, drawn, s, "a line in view is not drawn")
	}
	extra := 0
	for _, s := range drawn {
		if !slices.Contains(want, s) {
			extra++
		}
	}
	require.LessOrEqual(t, extra, 2+5, "more is drawn than is in view")
	for _, m := range r.doc.Marks().All(LayerFlags) {
		require.True(t, 0 <= m.Start && m.Start <= m.End && m.End <= r.doc.Len())
	}
}
