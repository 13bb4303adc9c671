package editor

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// strokeID names a piece of a drawn stroke, so that the next frame finds its
// texture again.
type strokeID struct {
	owner, id string
	part      int
}

// drawn is a stroke on the canvas. Its texture is made anew only when its
// kind, colour or size changes.
type drawn struct {
	raster *canvas.Raster
	kind   stroke
	color  color.NRGBA
	height float32
}

// strokePool holds the strokes of the last frame and those at hand.
type strokePool struct {
	last, now map[strokeID]*drawn
	free      []*drawn
}

// begin starts a frame.
func (p *strokePool) begin() {
	p.last, p.now = p.now, p.last
	if p.now == nil {
		p.now = map[strokeID]*drawn{}
	}
}

// end puts what the frame did not use at hand again.
func (p *strokePool) end() {
	for id, d := range p.last {
		p.free = append(p.free, d)
		delete(p.last, id)
	}
}

// take returns the stroke of that name.
func (p *strokePool) take(id strokeID, kind stroke, c color.Color, pos fyne.Position, size fyne.Size) *canvas.Raster {
	d := p.last[id]
	switch n := len(p.free); {
	case d != nil:
		delete(p.last, id)
	case n > 0:
		d, p.free = p.free[n-1], p.free[:n-1]
	default:
		d = &drawn{}
		d.raster = canvas.NewRaster(func(w, h int) image.Image {
			return paint(d.kind, w, h, float64(h)/float64(max(1, d.height)), d.color)
		})
	}
	p.now[id] = d
	want := color.NRGBAModel.Convert(c).(color.NRGBA)
	stale := (d.kind != kind || d.color != want) && d.raster.Size() == size
	d.kind, d.color, d.height = kind, want, size.Height
	d.raster.Move(pos)
	d.raster.Resize(size)
	if stale {
		d.raster.Refresh()
	}
	return d.raster
}

// Heights of underlines and widths of strips, in view points.
const (
	underHeight = 4
	stripWidth  = 5
	tickSize    = 7
)

// paint draws a stroke of w by h pixels at scale pixels a point. A stroke that
// is higher than wide is a strip and runs down.
func paint(kind stroke, w, h int, scale float64, c color.NRGBA) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	strip := h > w && kind != strokeTick
	along, across := w, h
	if strip {
		along, across = h, w
	}
	ink := inkOf(kind, strip, float64(along), float64(across), scale)
	for v := range across {
		for u := range along {
			a := ink(float64(u)+0.5, float64(v)+0.5)
			if a <= 0 {
				continue
			}
			px := c
			px.A = uint8(float64(c.A)*min(a, 1) + 0.5)
			if strip {
				img.SetNRGBA(v, u, px)
			} else {
				img.SetNRGBA(u, v, px)
			}
		}
	}
	return img
}

// inkOf returns how much of the pixel at (u along, v across) a stroke covers.
func inkOf(kind stroke, strip bool, along, across, scale float64) func(u, v float64) float64 {
	mid := across / 2
	half := 0.75 * scale // half the thickness of a line
	if strip {
		half = across * 0.36
	}
	band := func(v, center, half float64) float64 { return half + 0.5 - math.Abs(v-center) }
	period := 7 * scale
	if strip {
		// A whole number of periods, so that the strips of two lines join.
		period = along / max(1, math.Round(along/(9*scale)))
	}
	switch kind {
	case strokeWave:
		amp := mid - half
		return func(u, v float64) float64 {
			k := 2 * math.Pi / (6 * scale)
			y, slope := mid-amp*math.Sin(k*u), amp*k*math.Cos(k*u)
			return half + 0.5 - math.Abs(v-y)/math.Sqrt(1+slope*slope)
		}
	case strokeDash:
		on := period * 0.62
		return func(u, v float64) float64 {
			t := math.Mod(u, period)
			return min(band(v, mid, half), on/2+0.5-math.Abs(t-period*0.31))
		}
	case strokeDots:
		r, step := 0.95*scale, 4*scale
		if strip {
			r, step = half, period/2
		}
		return func(u, v float64) float64 {
			t := math.Mod(u, step) - step/2
			return r + 0.5 - math.Hypot(t, v-mid)
		}
	case strokeDouble:
		thin, off := 0.5*scale, 1.45*scale
		if strip {
			thin, off = across*0.14, across*0.32
		}
		return func(_, v float64) float64 { return max(band(v, mid-off, thin), band(v, mid+off, thin)) }
	case strokeHollow:
		edge := 0.5 * scale
		return func(_, v float64) float64 { return max(band(v, edge, edge), band(v, across-edge, edge)) }
	case strokeTick:
		return func(u, v float64) float64 {
			down := segmentDistance(u, v, 0.12*along, 0.55*across, 0.4*along, 0.85*across)
			up := segmentDistance(u, v, 0.4*along, 0.85*across, 0.9*along, 0.15*across)
			return 0.55*scale + 0.5 - min(down, up)
		}
	default: // strokeSolid
		return func(_, v float64) float64 { return band(v, mid, half) }
	}
}

// segmentDistance is the distance of (x, y) from the line between two points.
func segmentDistance(x, y, x1, y1, x2, y2 float64) float64 {
	dx, dy := x2-x1, y2-y1
	t := max(0, min(1, ((x-x1)*dx+(y-y1)*dy)/(dx*dx+dy*dy)))
	return math.Hypot(x-x1-t*dx, y-y1-t*dy)
}
