package wire

import (
	"strings"
	"unicode"

	"stet/model/story"
)

// languageTag is the form of a BCP 47 tag; names of languages are none.
var languageTag = pattern(`^(?i)[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$`)

// tidy brings the fields of a story into one form: no line breaks, no doubled
// or surrounding spaces, no empty paragraphs in copy that is not flat.
func tidy(s *story.Story) {
	for _, f := range []*string{
		&s.ID, &s.Headline, &s.Dek, &s.Dateline.Place, &s.Dateline.Agency, &s.Dateline.Date,
		&s.Credit, &s.PhotoCredit, &s.Slug, &s.Section, &s.EdNote, &s.Language, &s.Published,
	} {
		*f = oneLine(*f)
	}
	if !languageTag().MatchString(s.Language) {
		s.Language = ""
	}
	s.Bylines = tidyList(s.Bylines)
	s.Keywords = tidyList(s.Keywords)
	if s.Flat {
		return
	}
	body := s.Body[:0]
	for _, p := range s.Body {
		if p.Role == story.RoleTable {
			p.Text = strings.Trim(p.Text, " \t")
		} else {
			p.Text = oneLine(p.Text)
		}
		if p.Text != "" {
			body = append(body, p)
		}
	}
	s.Body = body
}

// empty reports whether s holds nothing to review.
func empty(s *story.Story) bool {
	if s.Headline != "" {
		return false
	}
	for _, p := range s.Body {
		if p.Text != "" {
			return false
		}
	}
	return true
}

// tidyList trims each entry and drops empty and repeated ones.
func tidyList(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range list {
		if e = oneLine(e); e != "" && !seen[strings.ToLower(e)] {
			seen[strings.ToLower(e)] = true
			out = append(out, e)
		}
	}
	return out
}

// oneLine collapses white space to single spaces, and drops control and
// zero-width characters.
func oneLine(t string) string {
	clean := true
	for i := 0; i < len(t); i++ {
		if c := t[i]; c < 0x20 || c >= 0x7f || (c == ' ' && (i == 0 || i == len(t)-1 || t[i-1] == ' ')) {
			clean = false
			break
		}
	}
	if clean {
		return t
	}
	var b strings.Builder
	b.Grow(len(t))
	gap := false
	for _, r := range t {
		switch {
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060':
			continue
		case unicode.IsSpace(r) || r < 0x20 || (r >= 0x7f && r < 0xa0):
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
