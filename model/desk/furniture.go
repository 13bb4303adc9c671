package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stet/model/story"
	"stet/model/text"
)

// Line is a removed line in its place.
type Line struct {
	story.Furniture
	Index int // in Furniture; what Restore takes
	Para  int // the body paragraph that it stands before; Doc(Body).Paras() at the end
}

// Furniture returns the removed lines in the order of their places.
func (r *Review) Furniture() []Line {
	out := make([]Line, len(r.story.Furniture))
	for i, f := range r.story.Furniture {
		out[i] = Line{f, i, r.furniturePara(i)}
	}
	slices.SortStableFunc(out, func(a, b Line) int { return a.Para - b.Para })
	return out
}

// placeFurniture marks where in the body each removed line stood.
func (r *Review) placeFurniture() {
	d := r.docs[Body]
	marks := make([]text.Mark, len(r.story.Furniture))
	for i, f := range r.story.Furniture {
		at := d.Len()
		if f.Before < d.Paras() && f.Before < len(r.story.Body) {
			at = d.ParaSpan(f.Before).Start
		}
		marks[i] = text.Mark{ID: strconv.Itoa(i), Span: text.Span{Start: at, End: at}}
	}
	d.Marks().Replace(MarkFurniture, marks)
}

// furniturePara returns the body paragraph that removed line i stands before.
func (r *Review) furniturePara(i int) int {
	d := r.docs[Body]
	m, ok := d.Marks().Find(MarkFurniture, strconv.Itoa(i))
	if !ok {
		return d.Paras()
	}
	p := d.ParaAt(m.Start)
	if d.ParaSpan(p).Start != m.Start {
		p++
	}
	return p
}

// Restore puts removed line i back into the body, as one undo step.
func (r *Review) Restore(i int) error {
	if i < 0 || i >= len(r.story.Furniture) {
		return fmt.Errorf("there is no such removed line any more; it may be in the copy again")
	}
	d := r.docs[Body]
	f := r.story.Furniture[i]
	para := r.furniturePara(i)
	line := strings.Join(strings.Fields(f.Text), " ")
	e := text.Edit{Text: line + "\n"}
	switch {
	case para < d.Paras():
		at := d.ParaSpan(para).Start
		e.Span = text.Span{Start: at, End: at}
	case d.Len() == 0:
		e.Text = line
	default:
		e = text.Edit{Span: text.Span{Start: d.Len(), End: d.Len()}, Text: "\n" + line}
	}
	now := r.story.Clone()
	now.Furniture = slices.Delete(now.Furniture, i, i+1)
	places := slices.Delete(r.places(), i, i+1)
	// What stood before the restored line still does; what stood after it
	// stands behind it now.
	for k := range places {
		if places[k] > para || places[k] == para && k >= i {
			places[k]++
		}
	}
	if err := r.rearrange("Restore line", e, now, places); err != nil {
		return err
	}
	r.note(Event{Action: "restore", Now: line})
	return nil
}

// Remove makes body paragraph para furniture, as one undo step.
func (r *Review) Remove(para int, reason story.Reason) error {
	d := r.docs[Body]
	if para < 0 || para >= d.Paras() {
		return fmt.Errorf("there is no such paragraph any more")
	}
	s := d.ParaSpan(para)
	line := d.Para(para)
	cut := s
	switch {
	case para+1 < d.Paras():
		cut.End++
	case para > 0:
		cut.Start--
	}
	places := r.places()
	at := 0 // behind the lines that stand above it
	for at < len(places) && places[at] <= para {
		at++
	}
	for k := range places {
		if places[k] > para {
			places[k]--
		}
	}
	now := r.story.Clone()
	now.Furniture = slices.Insert(now.Furniture, at, story.Furniture{Text: line, Reason: reason, Confidence: 1})
	if err := r.rearrange("Remove line", text.Edit{Span: cut}, now, slices.Insert(places, at, para)); err != nil {
		return err
	}
	r.note(Event{Action: "remove", Was: line, Now: string(reason)})
	return nil
}

// places returns the paragraph that each removed line stands before.
func (r *Review) places() []int {
	out := make([]int, len(r.story.Furniture))
	for i := range out {
		out[i] = r.furniturePara(i)
	}
	return out
}

// rearrange makes edit and sets the story with its removed lines at places, as
// one undo step. Marks are set after the text, both ways.
func (r *Review) rearrange(label string, edit text.Edit, now *story.Story, places []int) error {
	d := r.docs[Body]
	was, before := r.story, d.Marks().All(MarkFurniture)
	set := func(s *story.Story, marks []text.Mark) {
		r.story = s
		d.Marks().Replace(MarkFurniture, marks)
		r.changed()
	}
	r.history.Begin(label)
	defer r.history.End()
	r.history.Attach(func() { set(was, before) }, func() {})
	if err := r.apply(Body, edit); err != nil {
		return err
	}
	after := make([]text.Mark, len(places))
	for i, p := range places {
		at := d.Len()
		if p < d.Paras() {
			at = d.ParaSpan(p).Start
		}
		after[i] = text.Mark{ID: strconv.Itoa(i), Span: text.Span{Start: at, End: at}}
	}
	set(now, after)
	r.history.Attach(func() {}, func() { set(now, after) })
	return nil
}
