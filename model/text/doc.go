// Package text holds the editable text of a story: spans, edits, documents
// with a shared undo history, and marks that move with the text.
//
// All offsets are byte offsets into UTF-8 text. Nothing in this package knows
// what a flag or a name is.
//
// # How a desk uses it
//
// A story has one History and three Documents on it: headline, dek and body.
//
//	h := text.NewHistory()
//	headline := text.NewDocument(h, s.Headline)
//	body := text.NewDocument(h, strings.Join(paragraphs, "\n")) // a paragraph a line
//
// A check gets an immutable Snapshot and hands its spans back with the version
// they were made from. Remap carries them to the present text, and says no
// where the words under them have changed since:
//
//	snap := body.Snapshot()
//	…                                          // on another goroutine: check snap
//	span, ok := body.Remap(flag.Span, snap.Version)
//
// What was found becomes marks. A checker owns its marks and replaces all of
// them at once; between two checks every edit moves them:
//
//	body.Marks().Replace("flags", []text.Mark{{ID: key, Span: span, Kind: kind}})
//
// A fix is one undo step that takes back its text and its decision together:
//
//	h.Begin("Fix “if”")
//	err := body.Apply(text.Edit{Span: span, Text: "of"})
//	h.Attach(func() { decisions.reopen(key) }, func() { decisions.fix(key) })
//	h.End()
//
// Attach outside Begin and End makes a step of its own, which is how letting a
// flag stand is undone. Undo and Redo belong to the History, so one key takes
// back the last step wherever it was made; OnRestore tells each editor where
// the caret goes.
//
// # Concurrency
//
// A History and its Documents belong to one goroutine. Snapshots may be read
// from any.
package text
