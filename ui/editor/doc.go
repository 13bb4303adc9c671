// Package editor is the annotated text editor: proportional, wrapped, editable
// text over a text.Document, with its marks drawn in layers.
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
