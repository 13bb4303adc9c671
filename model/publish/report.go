package publish

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"strings"
	"time"

	"stet/model/check"
	"stet/model/desk"
	"stet/model/diff"
	"stet/model/flag"
	"stet/model/story"
)

// Review is what an export is made of.
type Review struct {
	Story   *story.Story // as it stands
	Arrived *story.Story // as it came in
	Items   []desk.Item  // flags, open and settled
	Log     []desk.Event
	Editor  string
	Reasons map[string]string // why an open error was let go, by Item.ID
	When    time.Time
}

// Of gathers what an export of r needs.
func Of(r *desk.Review, reasons map[string]string, when time.Time) Review {
	return Review{r.Story(), r.Arrived(), r.Items(), r.Log(), r.Editor(), reasons, when}
}

// Report says what a review found and did. It encodes as JSON.
type Report struct {
	Story     StoryInfo     `json:"story"`
	Editor    string        `json:"editor"`
	Reviewed  time.Time     `json:"reviewed"`
	Stet      string        `json:"stet"`
	Rulebook  string        `json:"rulebook"`
	Input     InputFile     `json:"input"`
	Output    []OutputFile  `json:"output"`
	Repairs   []string      `json:"repairs"`
	Furniture []RemovedLine `json:"furniture"`
	Counts    Tally         `json:"counts"`
	Open      []Finding     `json:"open"`
	Settled   []Finding     `json:"settled"`
	Edits     []Edit        `json:"edits"`
	Log       []LogLine     `json:"log"`
}

// StoryInfo tells which story it is.
type StoryInfo struct {
	Headline string   `json:"headline"`
	Byline   []string `json:"byline"`
	Credit   string   `json:"credit"`
	Slug     string   `json:"slug"`
	Words    int      `json:"words"`
}

// InputFile is what came in.
type InputFile struct {
	Name   string `json:"name"`
	Format string `json:"format"`
	SHA256 string `json:"sha256"`
}

// OutputFile is what went out.
type OutputFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// RemovedLine is a line of furniture.
type RemovedLine struct {
	Line   int    `json:"line,omitempty"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Tally counts the flags.
type Tally struct {
	Open    int `json:"open"`
	Fixed   int `json:"fixed"`
	Stet    int `json:"stet"`
	Queried int `json:"queried"`
	Notes   int `json:"notes"` // open notes, which nobody need look at
}

// Finding is a flag with what became of it.
type Finding struct {
	Rule     string `json:"rule"`
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	Part     string `json:"part"`
	Words    string `json:"words"`
	Message  string `json:"message"`
	Verdict  string `json:"verdict"`
	Fix      string `json:"fix,omitempty"`
	Reason   string `json:"reason,omitempty"`
	By       string `json:"by,omitempty"`
	When     string `json:"when,omitempty"`
}

// Edit is a changed paragraph, as pieces: Op is "same", "added" or "removed".
type Edit struct {
	Pieces []EditPiece `json:"pieces"`
}

// EditPiece is a part of an Edit.
type EditPiece struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// LogLine is one line of what was done.
type LogLine struct {
	When   string `json:"when"`
	By     string `json:"by,omitempty"`
	Action string `json:"action"`
	Detail string `json:"detail,omitempty"`
}

func newReport(v *Review) *Report {
	s := v.Story
	r := &Report{
		Story:  StoryInfo{s.Headline, append([]string{}, s.Bylines...), s.Credit, s.Slug, words(s)},
		Editor: v.Editor, Reviewed: v.When.UTC().Truncate(time.Second), Stet: check.Version, Rulebook: check.RulebookVersion,
		Input:  InputFile{s.Source.Name, s.Source.Format, s.Source.SHA256},
		Output: []OutputFile{}, Repairs: append([]string{}, s.Repairs...), Furniture: []RemovedLine{},
		Open: []Finding{}, Settled: []Finding{}, Log: []LogLine{},
	}
	for _, f := range s.Furniture {
		r.Furniture = append(r.Furniture, RemovedLine{f.Line, f.Text, string(f.Reason)})
	}
	for _, it := range v.Items {
		f := Finding{
			Rule: it.Flag.Rule, Kind: it.Flag.Kind.String(), Severity: it.Flag.Severity.String(), Part: it.Part.String(),
			Words: it.Was, Message: it.Flag.Message, Verdict: it.Verdict.String(), Reason: v.Reasons[it.ID],
		}
		if d := it.Decision; d != nil {
			f.Fix, f.Reason, f.By, f.When = d.Fix, d.Reason, d.By, stamp(d.When)
			r.Settled = append(r.Settled, f)
		}
		switch it.Verdict {
		case flag.Fixed:
			r.Counts.Fixed++
		case flag.Stet:
			r.Counts.Stet++
		case flag.Queried:
			r.Counts.Queried++
		case flag.Open:
			if it.Flag.Severity == flag.Note {
				r.Counts.Notes++
				continue
			}
			r.Counts.Open++
			r.Open = append(r.Open, f)
		}
	}
	r.Edits = edits(v.Arrived, s)
	for _, e := range v.Log {
		r.Log = append(r.Log, LogLine{stamp(e.When), e.By, e.Action, detail(e)})
	}
	return r
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }

func detail(e desk.Event) string {
	var parts []string
	if e.Rule != "" {
		parts = append(parts, e.Rule)
	}
	switch {
	case e.Was != "" && e.Now != "":
		parts = append(parts, "“"+e.Was+"” → “"+e.Now+"”")
	case e.Was != "" || e.Now != "":
		parts = append(parts, "“"+e.Was+e.Now+"”")
	}
	if e.Reason != "" {
		parts = append(parts, e.Reason)
	}
	return strings.Join(parts, ": ")
}

func words(s *story.Story) int {
	n := len(strings.Fields(s.Headline)) + len(strings.Fields(s.Dek))
	for _, p := range s.Body {
		n += len(strings.Fields(p.Text))
	}
	return n
}

// edits compares the copy that came in with the copy that goes out, and returns
// the paragraphs that differ.
func edits(was, now *story.Story) []Edit {
	out := []Edit{}
	var para []EditPiece
	changed := false
	flush := func() {
		if changed && len(para) > 0 {
			out = append(out, Edit{para})
		}
		para, changed = nil, false
	}
	for _, p := range diff.Words(text(was), text(now)) {
		for i, line := range strings.Split(p.Text, "\n") {
			if i > 0 {
				// Where nothing but the line end changed, a paragraph was split or joined.
				changed = changed || p.Op != diff.Same && strings.TrimSpace(p.Text) == ""
				flush()
			}
			if line != "" {
				para = append(para, EditPiece{map[diff.Op]string{diff.Same: "same", diff.Added: "added", diff.Removed: "removed"}[p.Op], line})
				changed = changed || p.Op != diff.Same
			}
		}
	}
	flush()
	return out
}

func text(s *story.Story) string {
	lines := []string{s.Headline, s.Dek}
	for _, p := range s.Body {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, "\n")
}

func (r *Report) json() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.Bytes(), err
}

//go:embed report.html.tmpl
var reportSource string

var reportTemplate = template.Must(template.New("report").Parse(reportSource))

func (r *Report) html() ([]byte, error) {
	var b bytes.Buffer
	err := reportTemplate.Execute(&b, r)
	return b.Bytes(), err
}
