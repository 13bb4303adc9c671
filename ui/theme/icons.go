package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"stet/model/flag"
)

// svg makes an icon of one path on a 24 by 24 field, in the text colour of the
// running theme.
func svg(name, body string) fyne.Resource {
	return fynetheme.NewThemedResource(plainSVG(name, body))
}

func plainSVG(name, body string) fyne.Resource {
	return fyne.NewStaticResource(name+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+body+`</svg>`))
}

// Icons that Fyne's set lacks. Stet's own drawing.
var (
	StetIcon  = svg("stet", `<path fill="#000000" d="M4 12h16v2H4z"/><circle fill="#000000" cx="6" cy="18.5" r="1.6"/><circle fill="#000000" cx="12" cy="18.5" r="1.6"/><circle fill="#000000" cx="18" cy="18.5" r="1.6"/><path fill="#000000" d="M7 5h10v2H7z"/>`)
	FixIcon   = svg("fix", `<path fill="#000000" d="M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z"/>`)
	QueryIcon = svg("query", `<path fill="#000000" d="M11 16.5h2.2v2.3H11z"/><path fill="#000000" d="M12 5C9.5 5 7.7 6.6 7.6 9h2.2c.1-1.2.9-2 2.2-2 1.3 0 2.2.7 2.2 1.8 0 .9-.4 1.4-1.5 2.2-1.2.8-1.8 1.6-1.7 3.2v.8h2.2v-.6c0-1 .3-1.4 1.5-2.2 1.2-.8 1.9-1.8 1.9-3.3C16.6 6.5 14.7 5 12 5z"/>`)
	ThemeIcon = svg("theme", `<path fill="#000000" d="M12.3 4a8 8 0 1 0 7.7 10.6A6.6 6.6 0 0 1 12.3 4z"/>`)
	MoreIcon  = svg("more", `<circle fill="#000000" cx="5.5" cy="12" r="1.9"/><circle fill="#000000" cx="12" cy="12" r="1.9"/><circle fill="#000000" cx="18.5" cy="12" r="1.9"/>`)
)

// kindShapes gives each kind a shape of its own, so that its colour is never
// needed to tell it: disc, triangle, square, diamond.
var kindShapes = [...]string{
	`<circle fill="#000000" cx="12" cy="12" r="7"/>`,
	`<path fill="#000000" d="M12 4 21 20H3z"/>`,
	`<path fill="#000000" d="M5.5 5.5h13v13h-13z"/>`,
	`<path fill="#000000" d="M12 3.5 20.5 12 12 20.5 3.5 12z"/>`,
}

var kindIcons = func() (out [flag.NKinds]fyne.Resource) {
	for k := range out {
		out[k] = fynetheme.NewColoredResource(plainSVG("kind-"+flag.Kind(k).String(), kindShapes[k]), Of(flag.Kind(k)))
	}
	return out
}()

// KindIcon is the shape of a kind of flag in its colour.
func KindIcon(k flag.Kind) fyne.Resource { return kindIcons[k] }
