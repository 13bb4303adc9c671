package desk

import (
	"fmt"
	"time"

	"stet/model/flag"
	"stet/model/text"
)

// Event is one line of the review's log.
type Event struct {
	When     time.Time
	By       string
	Action   string // fix, stet, query, reopen, edit, field, restore, remove, mute, allow, names, undo, redo, export
	Rule     string
	Was, Now string
	Reason   string
}

// Log returns what was done, oldest first. It must not be changed.
func (r *Review) Log() []Event { return r.log }

func (r *Review) note(e Event) {
	e.When, e.By = r.now(), r.by
	r.log = append(r.log, e)
}

// typed notes that text was edited by hand. Edits in a row are one line of the
// log.
func (r *Review) typed() {
	if n := len(r.log); n > 0 && r.log[n-1].Action == "edit" && r.log[n-1].By == r.by {
		r.log[n-1].When = r.now()
		return
	}
	r.note(Event{Action: "edit"})
}

// Fix replaces a flag's words by its nth fix and settles it, as one undo step.
func (r *Review) Fix(id string, n int) error {
	it := r.find(id)
	if it == nil || n < 0 || n >= len(it.Flag.Fixes) {
		return fmt.Errorf("there is no such fix any more; the story has changed since it was offered")
	}
	r.history.Begin("Fix “" + it.Was + "”")
	defer r.history.End()
	return r.fix(it, it.Flag.Fixes[n].Text)
}

// FixAll makes the nth fix of id on all flags alike, as one undo step, and
// returns how many it fixed.
func (r *Review) FixAll(id string, n int) (int, error) {
	it := r.find(id)
	if it == nil || n < 0 || n >= len(it.Flag.Fixes) {
		return 0, fmt.Errorf("there is no such fix any more; the story has changed since it was offered")
	}
	with := it.Flag.Fixes[n].Text
	r.history.Begin("Fix all “" + it.Was + "”")
	defer r.history.End()
	done := 0
	for _, a := range r.Alike(id) {
		x := r.find(a)
		has := false
		for _, f := range x.Flag.Fixes {
			has = has || f.Text == with
		}
		if !has {
			continue
		}
		if err := r.fix(x, with); err != nil {
			return done, err
		}
		done++
	}
	return done, nil
}

func (r *Review) fix(it *Item, with string) error {
	now, ok := r.placed(it)
	d := r.docs[it.Part]
	if !ok || it.Verdict != flag.Open || d.Slice(now.Span) != it.Was {
		return fmt.Errorf("“%s” has been changed since it was flagged; the next check will look at it again", it.Was)
	}
	if err := r.decide(it, flag.Decision{Verdict: flag.Fixed, Fix: with}, &text.Edit{Span: now.Span, Text: with}); err != nil {
		return err
	}
	r.note(Event{Action: "fix", Rule: it.Flag.Rule, Was: it.Was, Now: with})
	return nil
}

// Stet lets a flag stand; reason may be empty.
func (r *Review) Stet(id, reason string) error { return r.settle(id, flag.Stet, reason, false) }

// StetAll lets a flag and all alike stand, as one undo step, and returns how
// many.
func (r *Review) StetAll(id, reason string) (int, error) {
	n := len(r.Alike(id))
	return n, r.settle(id, flag.Stet, reason, true)
}

// Teach is StetAll for what the editor teaches the desk for good: redo, which
// Teach calls, makes it known and undo forgets it. One undo step takes back the
// decision and what was taught.
func (r *Review) Teach(id, reason string, redo, undo func()) error {
	r.history.Begin(reason)
	defer r.history.End()
	if _, err := r.StetAll(id, reason); err != nil {
		return err
	}
	redo()
	r.history.Attach(undo, redo)
	return nil
}

// Query sends a flag back to the reporter with a question.
func (r *Review) Query(id, question string) error {
	return r.settle(id, flag.Queried, question, false)
}

func (r *Review) settle(id string, v flag.Verdict, reason string, alike bool) error {
	it := r.find(id)
	if it == nil {
		return fmt.Errorf("this flag is not there any more; the story has changed since it was raised")
	}
	ids := []string{id}
	label := "Let “" + it.Was + "” stand"
	if v == flag.Queried {
		label = "Query “" + it.Was + "”"
	}
	if alike {
		ids = r.Alike(id)
	}
	r.history.Begin(label)
	defer r.history.End()
	for _, id := range ids {
		x := r.find(id)
		if err := r.decide(x, flag.Decision{Verdict: v, Reason: reason}, nil); err != nil {
			return err
		}
		r.note(Event{Action: v.String(), Rule: x.Flag.Rule, Was: x.Was, Reason: reason})
	}
	return nil
}

// Reopen takes a stet or a query back. A fix is taken back with undo, or by
// editing the words.
func (r *Review) Reopen(id string) error {
	it := r.find(id)
	if it == nil || it.Decision == nil || it.Verdict == flag.Fixed {
		return fmt.Errorf("there is no decision to take back here; undo takes back a fix")
	}
	r.history.Begin("Reopen “" + it.Was + "”")
	defer r.history.End()
	if err := r.decide(it, flag.Decision{}, nil); err != nil {
		return err
	}
	r.note(Event{Action: "reopen", Rule: it.Flag.Rule, Was: it.Was})
	return nil
}

// Revert takes back the fix of a settled item by putting the flagged words
// back, as one undo step.
func (r *Review) Revert(id string) error {
	it := r.find(id)
	if it == nil || it.Verdict != flag.Fixed {
		return fmt.Errorf("there is no fix to take back here")
	}
	now, _ := r.placed(it)
	d := r.docs[it.Part]
	if now.Span.End > d.Len() || d.Slice(now.Span) != it.Decision.Fix {
		return fmt.Errorf("the words were changed again after the fix; edit them in the copy")
	}
	r.history.Begin("Take back fix of “" + it.Was + "”")
	defer r.history.End()
	if err := r.decide(it, flag.Decision{}, &text.Edit{Span: now.Span, Text: it.Was}); err != nil {
		return err
	}
	r.note(Event{Action: "reopen", Rule: it.Flag.Rule, Was: it.Was})
	return nil
}

// decide settles an item, or opens it again for the zero Decision, and makes
// edit if there is one, inside the open undo step. The marks are set after the
// text on the way there and on the way back.
func (r *Review) decide(it *Item, d flag.Decision, edit *text.Edit) error {
	id := it.ID
	verdict, span := d.Verdict, r.markSpan(it)
	var decision *flag.Decision
	if verdict != flag.Open {
		d.Key, d.Flag, d.Was, d.By, d.When = it.ID, it.Flag, it.Was, r.by, r.now()
		decision = &d
	}
	set := func(v flag.Verdict, dec *flag.Decision, s text.Span) {
		x := r.find(id)
		if x == nil { // a later check has replaced it
			if v == flag.Open {
				return
			}
			c := *it
			x = &c
			r.settled = append(r.settled, x)
		}
		r.settlePlaces(x)
		x.Verdict, x.Decision, x.Span = v, dec, s
		r.mark()
		r.changed()
	}
	wasVerdict, wasDecision, wasSpan := it.Verdict, it.Decision, span
	r.history.Attach(func() { set(wasVerdict, wasDecision, wasSpan) }, func() {})
	if edit != nil {
		if err := r.apply(it.Part, *edit); err != nil {
			return err
		}
		span = text.Span{Start: edit.Start, End: edit.Start + len(edit.Text)}
	}
	set(verdict, decision, span)
	r.history.Attach(func() {}, func() { set(verdict, decision, span) })
	return nil
}

// apply makes an edit that is the desk's own, not typing.
func (r *Review) apply(p Part, e text.Edit) error {
	r.own = true
	defer func() { r.own = false }()
	return r.docs[p].Apply(e)
}

// markSpan returns where the item's mark is now.
func (r *Review) markSpan(it *Item) text.Span {
	if c, ok := r.placed(it); ok {
		return c.Span
	}
	return it.Span
}

// settlePlaces writes the places of all items but x back from their marks.
func (r *Review) settlePlaces(x *Item) {
	for _, it := range r.all() {
		if it != x {
			it.Span = r.markSpan(it)
		}
	}
}
