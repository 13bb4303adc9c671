// Package desk is the review of a story: its text under edit, its flags with
// what became of them, and undo over both.
//
// # How a window uses it
//
//	r := desk.New(s)               // or desk.Resume(state)
//	in := r.Input()                // an immutable picture of the story
//	res, err := checker.Story(ctx, check.Input{Story: in.Story, Names: in.Names}) // any goroutine
//	r.Found(in, res)               // back on the desk's goroutine
//
// Found carries the flags over the edits that were made meanwhile, matches
// them with the decisions that stand, and sets the marks that the editor
// draws: owner MarkFlag, id Item.ID, kind uint8(flag.Kind). A flag whose words
// have changed since is dropped; the next check finds it again or does not.
//
//	for _, it := range r.Items() { … }   // open and settled, in story order
//	r.Fix(id, 0); r.Stet(id, ""); r.Query(id, "Who says so?"); r.Reopen(id)
//	r.History().Undo()
//
// Each of these is one undo step. OnChange tells that anything changed: text,
// decisions, fields, furniture. State returns what a library keeps.
//
// # Identity
//
// An Item's ID is made of its rule, the words under it and their neighbours,
// so that a decision finds its flag again after other words have changed, in
// the next version of the story, and after a restart. A decision also follows
// its own mark through edits.
//
// # Concurrency
//
// A Review belongs to one goroutine. Input and State values may be read from
// any.
package desk
