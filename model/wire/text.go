package wire

import (
	"context"
	"strings"

	"stet/model/story"
)

// readText reads flat text: one paragraph a line, empty lines kept, so that
// package clean sees the line numbers of the input.
func readText(_ context.Context, d *document) ([]*story.Story, error) {
	t, repair := decode(d.data, "")
	return []*story.Story{flat(t, repair)}, nil
}

// flat makes a flat story of t. Form feeds and other control characters that
// are no line break become spaces.
func flat(t string, repairs ...string) *story.Story {
	s := &story.Story{Flat: true}
	for _, line := range strings.Split(lineBreaks.Replace(t), "\n") {
		s.Body = append(s.Body, story.Paragraph{Text: strings.TrimRight(strings.Map(noControl, line), " \t\u00a0")})
	}
	for n := len(s.Body); n > 0 && s.Body[n-1].Text == ""; n-- {
		s.Body = s.Body[:n-1]
	}
	for _, r := range repairs {
		if r != "" {
			s.Repairs = append(s.Repairs, r)
		}
	}
	return s
}

// lineBreaks brings every way to end a line to a line feed.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\v", "\n")

// noControl maps control characters to a space, and keeps tabs.
func noControl(r rune) rune {
	if r == '\t' {
		return r
	}
	if r < 0x20 || (r >= 0x7f && r < 0xa0) {
		return ' '
	}
	return r
}
