package editor

// Column is where the text is set: its left edge and its width in the widget.
// What stands above the text can line up with it.
func (e *Editor) Column() (left, width float32) { return e.left(), e.l.width }
