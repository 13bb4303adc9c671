package editor

import "stet/model/flag"

// Owners of marks that the editor draws. Marks of other owners are not shown.
const (
	LayerNames   = "names"   // Kind is a Tint
	LayerKnown   = "known"   // names that are known for right: a quiet tick after them
	LayerFlags   = "flags"   // Kind is a flag.Kind
	LayerStrip   = "strip"   // Kind is a Strip; drawn beside the lines that the mark covers
	LayerChanges = "changes" // Kind is a Revision
	LayerHits    = "hits"    // what Find found; set by the editor
)

// Revision is what became of words between two versions.
type Revision uint8

// The revisions: words put in have a line below, words taken out a line
// through them.
const (
	Added Revision = iota
	Removed
)

// Tint is how a name is tinted.
type Tint uint8

// The tints. Each has a shape of its own beside its colour.
const (
	TintPerson Tint = iota // rounded
	TintOrganisation
	TintPlace // square, with a line above
	TintOther
	TintFigure // a line below, no ground
	TintDate   // a line below, no ground
	tints
)

// Strip is what the strip beside the text tells about a sentence or a
// paragraph: who stands for it.
type Strip uint8

// The states of the strip. Each has a stroke of its own beside its colour.
const (
	StripNamed     Strip = iota // a named person: solid
	StripOffice                 // an organisation or a document: double
	StripUnnamed                // an unnamed person or group: dashes
	StripAnonymous              // anonymous, or hearsay: dots
	StripNone                   // a claim without a source: a hollow bar
	strips
)

// stroke is a way to draw an underline or a strip.
type stroke uint8

const (
	strokeWave stroke = iota
	strokeDash
	strokeDouble
	strokeDots
	strokeSolid
	strokeHollow
	strokeTick
)

// flagStroke is the underline of each kind of flag.
var flagStroke = [flag.NKinds]stroke{
	flag.Typo:        strokeWave,
	flag.Sourcing:    strokeDash,
	flag.Consistency: strokeDouble,
	flag.Style:       strokeDots,
}

// stripStroke is the bar of each state of the strip.
var stripStroke = [strips]stroke{
	StripNamed:     strokeSolid,
	StripOffice:    strokeDouble,
	StripUnnamed:   strokeDash,
	StripAnonymous: strokeDots,
	StripNone:      strokeHollow,
}
