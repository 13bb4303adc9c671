// Command stet is the desk's desktop tool for wire copy.
package main

import (
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("news.stet.Stet")
	w := a.NewWindow("Stet")
	w.SetContent(widget.NewLabel("Stet"))
	w.ShowAndRun()
}
