package clean

import (
	"regexp"
	"strings"

	"stet/model/story"
)

// keep moves what a piece of furniture tells into the empty fields of s. Only
// lines of the head speak of the story's date and section.
func keep(s *story.Story, l *line, inHead bool) {
	switch l.reason {
	case story.BylineLine:
		addBylines(s, l.names)
	case story.PhotoCredit:
		if inHead && s.Credit == "" && reAgencyOnly.MatchString(fold(l.text)) {
			s.Credit = l.text
			l.verdict = verdict{story.BylineLine, 0.8}
			return
		}
		if s.PhotoCredit == "" {
			s.PhotoCredit = creditName(l.text)
		}
	case story.Timestamp:
		if inHead && s.Published == "" && l.digits > 2 {
			s.Published = l.text
		}
	case story.SectionLabel:
		if inHead && s.Section == "" && l.words <= 3 && !l.ended {
			s.Section = strings.Trim(l.text, " |»›>:•")
		}
	case story.Navigation:
		if inHead && s.Section == "" {
			s.Section = breadcrumb(l.text)
		}
	case story.SignOff:
		addBylines(s, tailNames(l.text))
	case story.WireHeader:
		if s.EdNote == "" && strings.HasPrefix(fold(l.text), "eds") {
			s.EdNote = l.text
		}
	}
}

// An agency's name by itself above the lead says whose the copy is.
var reAgencyOnly = regexp.MustCompile(`^(?:the )?(?:associated press|reuters|agence france-presse|afp|ap|press association|pa|upi|bloomberg(?: news)?|xinhua|canadian press|pti|ians)\.?$`)

var reCrumb = regexp.MustCompile(`\s*(?:>>?|»|›|::|/)\s*`)

// breadcrumb is the last section in a trail such as "Home >> World >> Asia".
func breadcrumb(t string) string {
	parts := reCrumb.Split(strings.Trim(t, " >»›"), -1)
	if n := len(parts); n >= 2 && strings.EqualFold(parts[0], "home") && len(strings.Fields(parts[n-1])) <= 3 {
		return parts[n-1]
	}
	return ""
}

func addBylines(s *story.Story, names []string) {
next:
	for _, n := range names {
		for _, b := range s.Bylines {
			if strings.EqualFold(b, n) {
				continue next
			}
		}
		s.Bylines = append(s.Bylines, n)
	}
}

// creditName is a photo credit without the words that introduce it.
func creditName(t string) string {
	t = strings.Trim(t, "()[] ")
	if m := rePhotoIntro.FindString(t); m != "" {
		t = t[len(m):]
	}
	return strings.TrimSpace(t)
}

var rePhotoIntro = regexp.MustCompile(`^(?i:(?:photo(?:graph)?s?|image|picture|illustration|graphic|video)?s?\s*(?:by|credits?|courtesy(?: of)?|via|©)?\s*[:–—-]?\s*)`)
