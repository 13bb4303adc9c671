package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"stet/model/check"
	"stet/model/clean"
	"stet/model/flag"
	"stet/model/story"
	"stet/model/text"
	"stet/model/wire"
)

// reviewedStory is a story with what was found in it.
type reviewedStory struct {
	name   string
	story  *story.Story // nil for raw copy
	result *check.Result
	flags  []flag.Flag // of the wanted kinds
	lines  *lines
}

// files checks files and folders one after the other.
func files(ctx context.Context, c *check.Checker, o *options, paths []string, p printer, errs io.Writer) int {
	status := ok
	found, skipped, err := wire.Walk(ctx, paths...)
	if err != nil {
		fmt.Fprintln(errs, "stet-check:", err)
		return failed
	}
	for _, k := range skipped {
		if k.Reason == wire.Hidden {
			continue // ".git" and its like are nobody's stories
		}
		fmt.Fprintf(errs, "stet-check: %s: %s\n", k.Path, k.Reason)
		status = failed
	}
	for _, path := range found {
		stories, err := checkFile(ctx, c, o, path)
		if err != nil {
			fmt.Fprintln(errs, "stet-check:", err)
			status = failed
		}
		for _, r := range stories {
			if len(r.flags) > 0 && status == ok {
				status = flagged
			}
			if err := p.story(r); err != nil {
				fmt.Fprintln(errs, "stet-check:", err)
				return failed
			}
		}
	}
	if err := p.end(); err != nil {
		fmt.Fprintln(errs, "stet-check:", err)
		return failed
	}
	if ctx.Err() != nil {
		return failed
	}
	return status
}

func checkFile(ctx context.Context, c *check.Checker, o *options, path string) ([]*reviewedStory, error) {
	if o.raw {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		r, err := c.Raw(ctx, string(b))
		if err != nil {
			return nil, err
		}
		return []*reviewedStory{newReviewed(path, nil, r, string(b), o)}, nil
	}
	stories, readErr := wire.ReadFile(ctx, path)
	var out []*reviewedStory
	for i, s := range stories {
		clean.Story(ctx, s)
		r, err := c.Story(ctx, check.Input{Story: s})
		if err != nil {
			return out, err
		}
		name := path
		if len(stories) > 1 {
			name = fmt.Sprintf("%s#%d", path, i+1)
		}
		out = append(out, newReviewed(name, s, r, input(s, path), o))
	}
	return out, readErr
}

// input returns the text that lines and columns are best counted in: the file
// itself where it is flat text, or nothing, which means the cleaned copy.
func input(s *story.Story, path string) string {
	switch s.Source.Format {
	case "text", "markdown":
		if b, err := os.ReadFile(path); err == nil {
			return string(b)
		}
	}
	return ""
}

func newReviewed(name string, s *story.Story, r *check.Result, in string, o *options) *reviewedStory {
	return &reviewedStory{name: name, story: s, result: r, flags: o.wanted(r.Flags), lines: newLines(r.Copy, in)}
}

// lines finds the line and column of a place: in the input where the paragraph
// stands there as it is, in the cleaned copy otherwise.
type lines struct {
	copy  *story.Copy
	input string
	at    []int // where each paragraph starts in input, -1 for nowhere
}

func newLines(c *story.Copy, input string) *lines {
	l := &lines{copy: c, input: input, at: make([]int, len(c.Paras))}
	from := 0
	for i, p := range c.Paras {
		l.at[i] = -1
		if k := strings.Index(input[from:], p.In(c.Text)); k >= 0 && input != "" {
			l.at[i] = from + k
			from += k + p.Len()
		}
	}
	return l
}

// of returns the line and the column, from 1 and in code points, of the byte at
// offset in the copy.
func (l *lines) of(offset int) (line, column int) {
	t := l.copy.Text
	for i, p := range l.copy.Paras {
		if l.at[i] >= 0 && p.Start <= offset && offset <= p.End {
			t, offset = l.input, l.at[i]+offset-p.Start
			break
		}
	}
	before := t[:offset]
	nl := strings.LastIndexByte(before, '\n')
	return 1 + strings.Count(before, "\n"), 1 + len([]rune(before[nl+1:]))
}

// around returns the words around a span, on one line, the span in brackets.
func around(t string, s text.Span) string {
	const reach = 30
	a, b := max(0, s.Start-reach), min(len(t), s.End+reach)
	for a > 0 && t[a-1] != ' ' && t[a-1] != '\n' {
		a--
	}
	for b < len(t) && t[b] != ' ' && t[b] != '\n' {
		b++
	}
	return strings.Join(strings.Fields(t[a:s.Start]+"["+t[s.Start:s.End]+"]"+t[s.End:b]), " ")
}
