package marks

import (
	"fmt"
	"strings"

	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
)

var quotesRule = rules.Rule{
	ID: "typo.quotes", Kind: flag.Typo, Severity: flag.Error,
	Title:   "Quotation mark without its pair",
	Message: "A quotation is opened and not closed, or closed and not opened.",
	Why:     "Without its mark the reader cannot tell the speaker's words from ours. A quotation that runs over paragraphs opens each of them and closes once, at its end.",
	Wrong: []rules.Example{
		{Text: "[“]We will win, he said.\n\nThe vote is on Monday."},
		{Text: "We will win,[”] he said."},
	},
	Right: []string{
		"“We will win,” he said. “We always do.”", "“We will win.\n\n“We always do,” he said.", "He was 6'2\" tall.", "The players' union and the '90s.",
		"\"We will win,\" he said. \"Always.\"",
	},
}

var mixedRule = rules.Rule{
	ID: "typo.mixed-quotes", Kind: flag.Typo, Severity: flag.Warning,
	Title:   "Straight and curly marks mixed",
	Message: "The story's quotation marks are of two sorts.",
	Why:     "Copy from two hands, or pasted in, often brings its own marks. One story keeps to one sort.",
	Wrong: []rules.Example{
		{Text: "\"We will win,\" he said. \"Always.\"\n\nHer [“]plan” failed."},
		{Text: "\"We will win,\" he said. \"Always.\" The [‘]plan’ failed."},
	},
	Right: []string{"“We will win,” he said. “Always.”", "\"We will win,\" he said. It's on.", "“We will win,” he said. It's on."},
}

// unpaired finds quotations that are not closed, and closing marks that close
// nothing. A quotation may stay open at the end of a paragraph where the next
// one opens it again. A fragment, copy with no story around it, may begin and
// end inside a quotation.
func unpaired(d *lang.Doc, fragment bool) []flag.Flag {
	var out []flag.Flag
	add := func(start, end int, message string) {
		f := at(start, end, 0.85, message)
		f.Rule, f.Kind = quotesRule.ID, flag.Typo
		out = append(out, f)
	}
	bounds := map[int]bool{} // where the marks of quotations stand
	for _, q := range d.Quotes {
		bounds[q.Start] = true
		bounds[q.End-len(q.Close)] = true
		if fragment && q.Close == "" && d.ParaAt(q.Start) == len(d.Paras)-1 {
			continue
		}
		if q.Close == "" && !q.Runs && q.Depth == 0 && doubleMark(q.Open) {
			add(q.Start, q.Start+len(q.Open), "This quotation is never closed.")
		}
	}
	for i := range d.Tokens {
		t := d.Tokens[i]
		if t.Kind != lang.Punct || bounds[t.Start] {
			continue
		}
		if inTag(d.Text, t.Start, t.End) || fragment && (len(d.Quotes) == 0 || t.Start < d.Quotes[0].Start) && d.ParaAt(t.Start) == 0 {
			continue
		}
		if s := d.Str(i); (s == "”" || s == "\"") && t.Tag == lang.TagUnquot && (i == 0 || d.Tokens[i-1].Kind != lang.Number) {
			add(t.Start, t.End, "This quotation mark closes what was never opened.")
		}
	}
	return out
}

// inTag reports whether the mark in [start, end) belongs to an attribute of a
// markup that came along.
func inTag(t string, start, end int) bool {
	return start > 0 && t[start-1] == '=' || end < len(t) && (t[end] == '>' || strings.Contains(t[end:min(len(t), end+40)], "=\""))
}

func doubleMark(m string) bool { return m == "“" || m == "\"" || m == "„" || m == "”" }

// mixed finds the first of the rarer sort of quotation marks. Apostrophes do not
// count.
func mixed(d *lang.Doc) []flag.Flag {
	var straight, curly []lang.Quote
	for _, q := range d.Quotes {
		switch q.Open {
		case "\"":
			straight = append(straight, q)
		case "“", "‘", "”":
			curly = append(curly, q)
		}
	}
	few, many, sort := straight, curly, "straight"
	if len(straight) > len(curly) {
		few, many, sort = curly, straight, "curly"
	}
	if len(few) == 0 {
		return nil
	}
	q := few[0]
	f := at(q.Start, q.Start+len(q.Open), 0.9, fmt.Sprintf("%d of the %d quotations have %s marks; the others have not.", len(few), len(few)+len(many), sort))
	f.Rule, f.Kind, f.Severity = mixedRule.ID, flag.Typo, flag.Warning
	for _, x := range few[1:min(len(few), 20)] {
		f.Also = append(f.Also, flag.Place{Span: x.Span, Note: x.In(d.Text)})
	}
	return []flag.Flag{f}
}
