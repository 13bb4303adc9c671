// Package editor is the annotated text editor: proportional, wrapped, editable
// text over a text.Document, with its marks drawn in layers.
//
// # How a window uses it
//
// One widget serves headline, dek and body: a field is an editor with
// SingleParagraph, and one ColumnSize for all three gives them one column.
//
//	head := editor.New(headline, editor.Options{TextSize: 26, ColumnSize: 15, Bold: true, SingleParagraph: true})
//	body := editor.New(copy, editor.Options{TextSize: 15, Strip: true})
//	body.Document().Marks().Replace(editor.LayerFlags, marks) // drawn at once
//	body.SetCurrent(key)                                      // outline that flag …
//	body.Reveal(span)                                         // … and scroll to it
//	body.SetCaret(span.Start)
//
// OnHover, OnMenu, OnCaret and OnKey tell the window what the editor comes
// upon; it answers with cards, menu items and commands. The editor itself knows
// nothing of flags beyond their kinds.
//
// # Coordinates
//
// An offset is a byte offset into the document. A view point is a position in
// the widget. A content point is a view point with the scroll position added:
// y = 0 is the top of the text, whatever is scrolled into view.
//
// # Invariants
//
//   - Only visible lines own canvas objects; their number does not grow with the
//     text.
//   - A keystroke lays out its paragraph from the line before the edit to the
//     line from which the old lines fit again. Nothing else is measured.
//   - The drawn lines are always those of the document: every edit, the editor's
//     own and others', comes in through Document.OnChange.
//   - The widget itself is never refreshed after an edit, since that would draw
//     every visible underline anew; one rectangle is, which marks the canvas
//     dirty.
//
// # Concurrency
//
// An Editor belongs to the main goroutine.
//
// # Limits
//
// Text runs from left to right. An input method shows its composition in a
// window of its own, as far as GLFW does.
package editor
