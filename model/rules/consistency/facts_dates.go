package consistency

import (
	"fmt"
	"strings"
	"time"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/lang"
	"stet/model/rules"
	"stet/model/story"
)

// birthYears checks ages against years of birth in the same paragraph.
func birthYears(s *rules.Subject) []flag.Flag {
	if s.Facts.Day.IsZero() {
		return nil
	}
	var out []flag.Flag
	for i := range s.Facts.Dates {
		b := &s.Facts.Dates[i]
		if b.Year == 0 || b.Form != facts.YearDate && b.Form != facts.FullDate || !born(s, b) {
			continue
		}
		var age *facts.Figure
		n := 0
		for k := range s.Facts.Figures {
			if f := &s.Facts.Figures[k]; f.Para == b.Para && f.Sort == facts.Age && f.Unit == "years" && exact(f) {
				age = f
				n++
			}
		}
		if n != 1 || anyWord(s, s.Doc.SentenceAt(age.Tokens.First), set("died when then aged was")) {
			continue
		}
		want := s.Facts.Day.Year() - b.Year
		if v := int(age.Value); v == want || v == want-1 {
			continue
		}
		out = append(out, raise("consistency.age-arithmetic", flag.Warning, age.Span, 0.75,
			fmt.Sprintf("“%s”, but born in %d: that makes %d or %d", age.In(s.Doc.Text), b.Year, want-1, want), place(s, b.Para, b.Span)))
	}
	return out
}

// born reports whether a date is one of birth.
func born(s *rules.Subject, d *facts.Date) bool {
	for i := max(0, d.Tokens.First-5); i < d.Tokens.First; i++ {
		if strings.EqualFold(s.Doc.Str(i), "born") {
			return true
		}
	}
	return false
}

// weekdayDates checks a weekday against its date: by the year that is stated or
// follows from the story's day, and two such dates of one story against each
// other, which needs no year.
func weekdayDates(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	var open []*facts.Date
	for i := range s.Facts.Dates {
		d := &s.Facts.Dates[i]
		if d.Weekday < 0 || d.Day == 0 {
			continue
		}
		if d.From.IsZero() {
			open = append(open, d)
			continue
		}
		if int(d.From.Weekday()) != d.Weekday {
			out = append(out, wrongDay(s, d, d.From.Weekday(), fmt.Sprintf("%s was a %s", d.From.Format("2 January 2006"), d.From.Weekday())))
		}
	}
	for i, d := range open {
		for _, e := range open[:i] {
			a, b := dayOfYear(e), dayOfYear(d)
			if (b-a-(d.Weekday-e.Weekday))%7 == 0 || b-a > 60 || a-b > 60 {
				continue
			}
			right := time.Weekday(((e.Weekday+b-a)%7 + 7) % 7)
			f := wrongDay(s, d, right, fmt.Sprintf("if “%s” is right this is a %s", e.In(s.Doc.Text), right))
			f.Also = append(f.Also, place(s, e.Para, e.Span))
			out = append(out, f)
			break
		}
	}
	return out
}

// dayOfYear counts days in a year without a leap day.
func dayOfYear(d *facts.Date) int {
	return time.Date(2001, d.Month, d.Day, 0, 0, 0, 0, time.UTC).YearDay()
}

func wrongDay(s *rules.Subject, d *facts.Date, right time.Weekday, why string) flag.Flag {
	at := s.Doc.Tokens[d.Tokens.First].Span
	f := raise("consistency.weekday-date", flag.Error, at, 0.9, fmt.Sprintf("“%s”: %s", d.In(s.Doc.Text), why))
	name := right.String()
	if strings.HasSuffix(at.In(s.Doc.Text), ".") {
		name = name[:3] + "."
	}
	f.Fixes = []flag.Fix{{Text: name}}
	return f
}

// dateOrder finds a thing to come that is dated in the past, and a past one
// that is dated in the future.
func dateOrder(s *rules.Subject) []flag.Flag {
	if s.Facts.Day.IsZero() {
		return nil
	}
	var out []flag.Flag
	for i := range s.Facts.Dates {
		d := &s.Facts.Dates[i]
		if d.From.IsZero() || d.Quoted || d.Form != facts.FullDate && d.Form != facts.PartDate || display(s, d.Para) {
			continue
		}
		tense := tenseBefore(s, d)
		days := int(d.From.Sub(s.Facts.Day).Hours() / 24)
		last := int(d.To.Sub(s.Facts.Day).Hours() / 24)
		switch {
		case tense > 0 && last < -1 && (d.Form == facts.FullDate || last > -120):
			out = append(out, raise("consistency.date-order", flag.Warning, d.Span, 0.7,
				fmt.Sprintf("“%s” lies before the story's day, %s, and is told as still to come", d.In(s.Doc.Text), s.Facts.Day.Format("2 January 2006"))))
		case tense < 0 && days > 1 && (d.Form == facts.FullDate || days < 120):
			out = append(out, raise("consistency.date-order", flag.Warning, d.Span, 0.65,
				fmt.Sprintf("“%s” lies after the story's day, %s, and is told as past", d.In(s.Doc.Text), s.Facts.Day.Format("2 January 2006"))))
		}
	}
	return out
}

// tenseBefore tells how the clause speaks that a date ends: 1 of what is to
// come, -1 of what is past, 0 unsure.
func tenseBefore(s *rules.Subject, d *facts.Date) int {
	if p := strings.ToLower(prev(s.Doc, d.Tokens.First)); p != "on" && p != "from" && p != "," {
		return 0
	}
	sent := s.Doc.SentenceAt(d.Tokens.First)
	for i := d.Tokens.First - 2; i >= max(sent.First, d.Tokens.First-9); i-- {
		t := s.Doc.Tokens[i]
		if t.Kind == lang.Punct || t.Quoted {
			return 0
		}
		switch w := strings.ToLower(s.Doc.Str(i)); {
		case w == "will" || w == "'ll" || w == "’ll":
			return 1
		case w == "would" || w == "could" || w == "to" || w == "be" || w == "that" || w == "until" || w == "by" || w == "deadline" || w == "which" || w == "who" || w == "after" || w == "before":
			return 0
		case t.Tag == lang.VBD:
			if w == "was" || w == "were" || w == "had" || w == "said" || w == "scheduled" || w == "set" || w == "announced" || w == "planned" {
				return 0
			}
			return -1
		case t.Tag.Verb() && t.Tag != lang.VB:
			return 0
		}
	}
	return 0
}

func prev(d *lang.Doc, i int) string {
	if i == 0 {
		return ""
	}
	return d.Str(i - 1)
}

// yearsMissing finds days without a year in a story that says itself that it is
// old, or that speak of more than a year ago.
func yearsMissing(s *rules.Subject) []flag.Flag {
	old := false
	for _, f := range s.Story.Furniture {
		old = old || f.Reason == story.AgeNotice
	}
	var out []flag.Flag
	for i := range s.Facts.Dates {
		d := &s.Facts.Dates[i]
		if d.Form != facts.PartDate || d.Quoted || !old && !longAgo(s, d) || yearNear(s, i) {
			continue
		}
		out = append(out, raise("consistency.year-missing", flag.Warning, d.Span, 0.7,
			fmt.Sprintf("“%s” is more than a year ago; of which year?", d.In(s.Doc.Text))))
	}
	return out
}

// longAgo reports whether a day's sentence says that it lies years back.
func longAgo(s *rules.Subject, d *facts.Date) bool {
	sent := s.Doc.SentenceAt(d.Tokens.First)
	for i := sent.First; i+1 < sent.End; i++ {
		w := strings.ToLower(s.Doc.Str(i))
		if (w == "years" || w == "decades") && strings.EqualFold(s.Doc.Str(i+1), "ago") {
			return true
		}
	}
	return false
}

// yearNear reports whether a year is stated in the same sentence.
func yearNear(s *rules.Subject, i int) bool {
	d := &s.Facts.Dates[i]
	sent := s.Doc.SentenceAt(d.Tokens.First)
	for k := range s.Facts.Dates {
		if e := &s.Facts.Dates[k]; k != i && e.Year > 0 && e.Tokens.First >= sent.First && e.Tokens.First < sent.End {
			return true
		}
	}
	return false
}

// datelines checks the dateline against the story's fields.
func datelines(s *rules.Subject) []flag.Flag {
	dl := &s.Story.Dateline
	body := firstBody(s)
	if len(s.Doc.Paras) == 0 || dl.Place == "" {
		return nil
	}
	p := &s.Doc.Paras[body]
	at := p.Span
	at.End = at.Start
	if i := strings.Index(p.Text, dl.Place); i >= 0 && i < 10 {
		at.Start += i
		at.End = at.Start + len(dl.Place)
	}
	var out []flag.Flag
	if a, c := strings.ToLower(dl.Agency), strings.ToLower(s.Story.Credit); a != "" && c != "" && agencies[a] != "" {
		if k := agencyIn(c); k != "" && k != agencies[a] {
			out = append(out, raise("consistency.dateline-mismatch", flag.Warning, at, 0.8,
				fmt.Sprintf("the dateline says %s, the credit %s", dl.Agency, s.Story.Credit)))
		}
	}
	for _, t := range [...]time.Time{s.Story.Versioned, s.Story.Created} {
		if dl.Time.IsZero() || t.IsZero() {
			continue
		}
		y, m, d := t.Date()
		days := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(dl.Time.UTC().Truncate(24*time.Hour)).Hours() / 24
		if days > 3 && days < 300 || days < -2 {
			out = append(out, raise("consistency.dateline-mismatch", flag.Warning, at, 0.6,
				fmt.Sprintf("the dateline says %s, the file %s", dl.Date, t.Format("2 January 2006"))))
		}
		break
	}
	return out
}

// agencies by the names that datelines and credits use.
var agencies = map[string]string{
	"reuters": "reuters", "ap": "ap", "associated press": "ap", "the associated press": "ap", "afp": "afp",
	"agence france-presse": "afp", "dpa": "dpa", "pa": "pa", "upi": "upi", "xinhua": "xinhua", "tass": "tass", "efe": "efe", "ani": "ani", "pti": "pti",
}

func agencyIn(credit string) string {
	for name, a := range agencies {
		for _, w := range strings.FieldsFunc(credit, func(r rune) bool { return r == '/' || r == ',' || r == ';' || r == '(' || r == ')' }) {
			if strings.TrimSpace(w) == name {
				return a
			}
		}
	}
	return ""
}
