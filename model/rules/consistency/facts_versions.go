package consistency

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/text"
)

// alteredQuotes finds quotations that read otherwise in the version before.
func alteredQuotes(s *rules.Subject) []flag.Flag {
	if s.Previous == nil {
		return nil
	}
	before := lang.Read(s.Previous.Layout())
	var old [][]string
	known := map[string]bool{}
	for i := range before.Quotes {
		w := quoted(before, &before.Quotes[i])
		old = append(old, w)
		known[strings.Join(w, " ")] = true
	}
	all := strings.Join(fold(before.Text), " ")
	var out []flag.Flag
	for i := range s.Doc.Quotes {
		q := &s.Doc.Quotes[i]
		w := quoted(s.Doc, q)
		if len(w) < 5 || known[strings.Join(w, " ")] || strings.Contains(all, strings.Join(w, " ")) {
			continue
		}
		for _, o := range old {
			if len(o) < 5 || alikeWords(w, o) < 0.7 {
				continue
			}
			out = append(out, raise("consistency.quote-altered", flag.Warning, inside(s.Doc, q), 0.8,
				fmt.Sprintf("the version before quotes: “%s”", strings.Join(o, " "))))
			break
		}
	}
	return out
}

// inside is the span between a quotation's marks.
func inside(d *lang.Doc, q *lang.Quote) text.Span { return d.Slice(q.Inner) }

func quoted(d *lang.Doc, q *lang.Quote) []string { return fold(inside(d, q).In(d.Text)) }

// fold returns the words of t in small letters, marks apart.
func fold(t string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.NewReplacer("’", "'", "‘", "'").Replace(t)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
}

// alikeWords is the share of words that two texts have in common in the same
// order, by the longer one.
func alikeWords(a, b []string) float64 {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			up := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = up
		}
	}
	return float64(row[len(b)]) / float64(max(len(a), len(b), 1))
}

// changedFigures notes numbers of one thing that were others in the version
// before.
func changedFigures(s *rules.Subject) []flag.Flag {
	if s.Previous == nil {
		return nil
	}
	before := lang.Read(s.Previous.Layout())
	old := facts.Read(context.Background(), s.Previous, before, nil)
	now := only(s.Facts.Figures)
	was := only(old.Figures)
	var out []flag.Flag
	for key, f := range now {
		if g := was[key]; g != nil && f != nil && f.Value != g.Value {
			out = append(out, raise("consistency.figure-changed", flag.Note, whole(f), 0.8,
				fmt.Sprintf("“%s” here, “%s” in the version before", whole(f).In(s.Doc.Text), whole(g).In(before.Text))))
		}
	}
	return out
}

// only returns the figures of things that have one number in the story; nil
// stands for those that have two.
func only(fs []facts.Figure) map[string]*facts.Figure {
	out := map[string]*facts.Figure{}
	for i := range fs {
		f := &fs[i]
		if !exact(f) || !comparable(f) || f.Noun == "" {
			continue
		}
		key := f.Sort.String() + f.Unit + " " + strings.ToLower(f.Description)
		if g, ok := out[key]; ok && (g == nil || g.Value != f.Value) {
			out[key] = nil
			continue
		}
		out[key] = f
	}
	return out
}
