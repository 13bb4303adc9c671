package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"stet/model/check"
)

// printer writes what was found, in one format.
type printer interface {
	story(*reviewedStory) error
	end() error
}

func newPrinter(format string, out io.Writer, c *check.Checker) (printer, error) {
	switch format {
	case "text":
		return &textPrinter{out: out}, nil
	case "json":
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		return &jsonPrinter{e}, nil
	case "sarif":
		return &sarifPrinter{out: out, checker: c}, nil
	}
	return nil, fmt.Errorf("no format is called %q; there are text, json and sarif", format)
}

// textPrinter writes a line a flag: file:line:column, as compilers do.
type textPrinter struct{ out io.Writer }

func (p *textPrinter) story(r *reviewedStory) error {
	for _, f := range r.flags {
		line, col := r.lines.of(f.Span.Start)
		fix := ""
		if len(f.Fixes) > 0 {
			fix = fmt.Sprintf(" → %q", f.Fixes[0].Text)
		}
		if _, err := fmt.Fprintf(p.out, "%s:%d:%d: %s: %s%s (%s)\n    %s\n",
			r.name, line, col, f.Severity, f.Message, fix, f.Rule, around(r.result.Copy.Text, f.Span)); err != nil {
			return err
		}
	}
	return nil
}

func (p *textPrinter) end() error { return nil }

// jsonPrinter writes a reply a story.
type jsonPrinter struct{ *json.Encoder }

func (p *jsonPrinter) story(r *reviewedStory) error {
	return p.Encode(newReply(r.name, r.story, r.result, r.flags))
}

func (p *jsonPrinter) end() error { return nil }

// sarifPrinter writes one SARIF 2.1.0 log, for code-scanning services.
type sarifPrinter struct {
	out     io.Writer
	checker *check.Checker
	results []sarifResult
	rules   map[string]bool
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region struct {
			StartLine   int       `json:"startLine"`
			StartColumn int       `json:"startColumn"`
			Snippet     sarifText `json:"snippet"`
		} `json:"region"`
	} `json:"physicalLocation"`
}

type sarifRule struct {
	ID    string    `json:"id"`
	Short sarifText `json:"shortDescription"`
	Full  sarifText `json:"fullDescription"`
}

func (p *sarifPrinter) story(r *reviewedStory) error {
	if p.rules == nil {
		p.rules = map[string]bool{}
	}
	for _, f := range r.flags {
		p.rules[f.Rule] = true
		x := sarifResult{RuleID: f.Rule, Level: f.Severity.String(), Message: sarifText{f.Message}}
		var l sarifLocation
		l.Physical.Artifact.URI = strings.ReplaceAll(r.name, "\\", "/")
		l.Physical.Region.StartLine, l.Physical.Region.StartColumn = r.lines.of(f.Span.Start)
		l.Physical.Region.Snippet.Text = f.Span.In(r.result.Copy.Text)
		x.Locations = []sarifLocation{l}
		p.results = append(p.results, x)
	}
	return nil
}

func (p *sarifPrinter) end() error {
	type driver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool    tool          `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	d := driver{Name: "Stet", Version: check.Version, Rules: []sarifRule{}}
	for _, r := range p.checker.Rules() {
		if p.rules[r.ID] {
			d.Rules = append(d.Rules, sarifRule{r.ID, sarifText{r.Message}, sarifText{r.Why}})
		}
	}
	results := p.results
	if results == nil {
		results = []sarifResult{}
	}
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []run{{tool{d}, results}}})
}
