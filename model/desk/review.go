package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stet/model/flag"
	"stet/model/names"
	"stet/model/story"
	"stet/model/text"
)

// Part is one of a story's documents.
type Part uint8

// The parts.
const (
	Headline Part = iota
	Dek
	Body
	nParts = iota
)

func (p Part) String() string { return [...]string{"headline", "dek", "body"}[p] }

// Owners of the marks that a review sets on its documents.
const (
	MarkFlag      = "flag"      // open flags; ID is the item's, Kind its flag.Kind
	MarkSettled   = "settled"   // settled flags; the same
	MarkFurniture = "furniture" // places of removed lines in the body; ID is Furniture's index in decimal
	markRole      = "role"      // body paragraphs that are not running copy; Kind is the story.Role
)

// Review is a story on the desk.
type Review struct {
	story   *story.Story // fields and furniture; its texts are as they were on arrival
	arrived *story.Story
	docs    [nParts]*text.Document
	history *text.History

	items    []*Item // in story order
	settled  []*Item // of decisions whose flag is not raised any more
	names    names.Options
	muted    map[string]bool
	words    map[string]bool
	log      []Event
	exported time.Time
	checked  bool
	own      bool // an edit is the desk's own
	by       string
	caret    Caret

	onChange []func()
	now      func() time.Time
}

// Caret is where the editor stood.
type Caret struct {
	Part         Part
	Anchor, Head int // bytes in the part
}

// New puts a story that has been cleaned on the desk. It takes s over.
func New(s *story.Story) *Review {
	return newReview(s, s.Clone())
}

func newReview(s, arrived *story.Story) *Review {
	r := &Review{
		story: s, arrived: arrived, history: text.NewHistory(), now: time.Now,
		muted: map[string]bool{}, words: map[string]bool{},
	}
	lines := make([]string, len(s.Body))
	for i, p := range s.Body {
		lines[i] = strings.ReplaceAll(p.Text, "\n", " ")
	}
	r.docs[Headline] = text.NewDocument(r.history, oneLine(s.Headline))
	r.docs[Dek] = text.NewDocument(r.history, oneLine(s.Dek))
	r.docs[Body] = text.NewDocument(r.history, strings.Join(lines, "\n"))
	r.setRoles(s.Body)
	r.placeFurniture()
	for _, d := range r.docs {
		d.OnChange(func(c text.Change) {
			if c.Cause == text.Edited && !r.own {
				r.typed()
			}
			r.changed()
		})
	}
	return r
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Doc returns the document of a part.
func (r *Review) Doc(p Part) *text.Document { return r.docs[p] }

// History returns the undo history of the whole review.
func (r *Review) History() *text.History { return r.history }

// Undo takes back the last step and says what it was.
func (r *Review) Undo() (label string, ok bool) {
	label = r.history.UndoLabel()
	if _, ok = r.history.Undo(); ok {
		r.note(Event{Action: "undo", Now: label})
		r.changed()
	}
	return label, ok
}

// Redo makes the last undone step again and says what it is.
func (r *Review) Redo() (label string, ok bool) {
	label = r.history.RedoLabel()
	if _, ok = r.history.Redo(); ok {
		r.note(Event{Action: "redo", Now: label})
		r.changed()
	}
	return label, ok
}

// SetEditor says who decides from now on; the name goes into decisions and the
// report.
func (r *Review) SetEditor(name string) { r.by = name }

// Editor returns who decides.
func (r *Review) Editor() string { return r.by }

// OnChange calls f after every change of text, decisions, fields or furniture.
// f must not change the review.
func (r *Review) OnChange(f func()) { r.onChange = append(r.onChange, f) }

func (r *Review) changed() {
	for _, f := range r.onChange {
		f()
	}
}

// Fields returns the story's fields. Its texts are not kept up to date and it
// must not be changed; see Story and Edit.
func (r *Review) Fields() *story.Story { return r.story }

// Arrived returns the story as it was when it came in and had been cleaned.
func (r *Review) Arrived() *story.Story { return r.arrived }

// Story returns a copy of the story as it stands now.
func (r *Review) Story() *story.Story {
	s := r.story.Clone()
	s.Headline, s.Dek = r.docs[Headline].String(), r.docs[Dek].String()
	d := r.docs[Body]
	roles := r.roles()
	s.Body = make([]story.Paragraph, 0, d.Paras())
	index := make([]int, d.Paras()+1) // of the story paragraph that a document paragraph became or comes before
	for i := range d.Paras() {
		index[i] = len(s.Body)
		if t := d.Para(i); !blank(t) {
			s.Body = append(s.Body, story.Paragraph{Text: t, Role: roles[i]})
		}
	}
	index[d.Paras()] = len(s.Body)
	for i := range s.Furniture {
		s.Furniture[i].Before = index[r.furniturePara(i)]
	}
	return s
}

// setRoles marks the body paragraphs that are not running copy.
func (r *Review) setRoles(body []story.Paragraph) {
	var marks []text.Mark
	d := r.docs[Body]
	for i, p := range body {
		if p.Role != story.RoleBody {
			marks = append(marks, text.Mark{ID: strconv.Itoa(i), Kind: uint8(p.Role), Span: d.ParaSpan(i)})
		}
	}
	d.Marks().Replace(markRole, marks)
}

// roles returns the role of each body paragraph. A role belongs to the
// paragraph that its mark begins; where paragraphs were joined the first one's
// counts, and the other's comes back with undo.
func (r *Review) roles() []story.Role {
	d := r.docs[Body]
	out := make([]story.Role, d.Paras())
	for _, m := range d.Marks().All(markRole) {
		if i := d.ParaAt(m.Start); !m.Gone && d.ParaSpan(i).Start == m.Start {
			out[i] = story.Role(m.Kind)
		}
	}
	return out
}

// Edit changes fields of the story that are not text under edit (byline, slug,
// dateline …) as one undo step.
func (r *Review) Edit(label string, change func(*story.Story)) {
	was := r.story
	now := was.Clone()
	change(now)
	r.story = now
	r.history.Begin(label)
	r.history.Attach(func() { r.story = was; r.changed() }, func() { r.story = now; r.changed() })
	r.history.End()
	r.note(Event{Action: "field", Now: label})
	r.changed()
}

// Mute silences a rule for this story.
func (r *Review) Mute(rule string) {
	r.toggle("Mute rule", r.muted, rule)
	r.note(Event{Action: "mute", Rule: rule})
}

// Muted returns the rules that are silent for this story.
func (r *Review) Muted() []string { return keys(r.muted) }

// Allow lets a word stand as spelt wherever it is in this story.
func (r *Review) Allow(word string) {
	r.toggle("Allow “"+word+"”", r.words, word)
	r.note(Event{Action: "allow", Now: word})
}

// Allowed returns the words that may stand as spelt in this story.
func (r *Review) Allowed() []string { return keys(r.words) }

func (r *Review) toggle(label string, set map[string]bool, key string) {
	if set[key] {
		return
	}
	set[key] = true
	r.history.Begin(label)
	r.history.Attach(func() { delete(set, key); r.changed() }, func() { set[key] = true; r.changed() })
	r.history.End()
	r.changed()
}

// Names returns what the editor said of this story's names.
func (r *Review) Names() names.Options { return r.names }

// SetNames changes what the editor says of this story's names, as one undo
// step. The maps of o must not be changed afterwards.
func (r *Review) SetNames(label string, o names.Options) {
	was := r.names
	r.names = o
	r.history.Begin(label)
	r.history.Attach(func() { r.names = was; r.changed() }, func() { r.names = o; r.changed() })
	r.history.End()
	r.note(Event{Action: "names", Now: label})
	r.changed()
}

// SetCaret remembers where the editor stands, for the next start.
func (r *Review) SetCaret(c Caret) { r.caret = c }

// Caret returns where the editor stood.
func (r *Review) Caret() Caret { return r.caret }

// SetExported says that the story was written out now, to these files.
func (r *Review) SetExported(files []string) {
	r.exported = r.now()
	r.note(Event{Action: "export", Now: strings.Join(files, ", ")})
	r.changed()
}

func keys(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// hidden reports whether the editor silenced f for this story.
func (r *Review) hidden(f *flag.Flag, was string) bool {
	return r.muted[f.Rule] || f.Kind == flag.Typo && r.words[was]
}
