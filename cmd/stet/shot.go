package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"stet/ui"
)

// screenshot draws the window without a display, through Fyne's software
// painter. Without --library it uses one that is thrown away.
func screenshot(o options) error {
	var w, h int
	if n, err := fmt.Sscanf(o.size, "%dx%d", &w, &h); n != 2 || err != nil || w < 300 || h < 200 {
		return fmt.Errorf("--size is a width and a height like 1440x900, not %q", o.size)
	}
	if o.library == "" {
		dir, err := os.MkdirTemp("", "stet")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
		o.library = filepath.Join(dir, "library.db")
	}
	po, lib, _, err := parts(o)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // nothing is written any more
	po.Fyne = test.NewApp()
	a, err := ui.New(po)
	if err != nil {
		return err
	}
	a.Window.SetContent(ui.WithMenuBar(a.Window.MainMenu(), a.Window.Content()))
	a.Window.Resize(fyne.NewSize(float32(w), float32(h)))
	a.Start()
	a.Import(absolute(o.files))
	a.Settle(60 * time.Second)
	a.Show(o.story, o.tab)
	a.Settle(60 * time.Second)
	f, err := os.Create(o.screenshot)
	if err != nil {
		return fmt.Errorf("the screenshot cannot be written: %w", err)
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, a.Window.Canvas().Capture()); err != nil {
		f.Close() //nolint:errcheck // the encoder's error says more
		return err
	}
	return f.Close()
}
