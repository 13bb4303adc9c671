package wire

import (
	"strings"

	"stet/model/story"
)

// finish fills what a structured story says only in its text: the byline above
// its lead, the dateline that the lead opens with, and the instructions in its
// slug and its note. It drops paragraphs at the top that repeat the headline or
// the byline, and moves the sign-off at the end aside.
func finish(s *story.Story) {
	takeRepeats(s)
	takeByline(s)
	signOff(s)
	if len(s.Body) > 0 && strings.EqualFold(oneLine(s.Dek), oneLine(s.Body[0].Text)) {
		s.Dek = "" // an abstract that is the lead again says nothing of its own
	}
	above := 0
	for _, p := range s.Body {
		if p.Role != story.RoleBody {
			continue
		}
		d, ok := leadDateline(p.Text)
		if above++; ok && (above == 1 || d.Agency != "") {
			if s.Dateline.Place == "" {
				s.Dateline.Place = d.Place
			}
			if s.Dateline.Agency == "" {
				s.Dateline.Agency = d.Agency
			}
			if s.Dateline.Date == "" {
				s.Dateline.Date = d.Date
			}
			break
		}
		// Notes and bullets may stand above the lead, in brackets or short.
		if above > 6 || len(p.Text) > 120 {
			break
		}
	}
	sent := s.Created
	if sent.IsZero() {
		sent = s.Versioned
	}
	resolve(&s.Dateline, sent)
	instruct(s, findInstructions(s.Slug)...)
	instruct(s, findInstructions(s.EdNote)...)
	if h := s.Headline; h != "" {
		if cut := strings.IndexAny(h, "-:—–"); cut > 0 && cut < 24 {
			instruct(s, findInstructions(h[:cut+1])...)
		}
	}
}

var bodyByline = pattern(`^By \p{Lu}[\p{L}.'’-]+(?: (?:and |de |da |van |von |al-|bin )?\p{Lu}[\p{L}.'’-]*){1,7}(?:, .{2,40})?$`)

// takeByline takes a byline that stands among the first paragraphs, where the
// format gave none.
func takeByline(s *story.Story) {
	if len(s.Bylines) > 0 || s.Flat {
		return
	}
	for i, p := range s.Body[:min(len(s.Body), 6)] {
		if t := oneLine(p.Text); p.Role == story.RoleBody && bodyByline().MatchString(t) {
			s.Bylines = bylines(t)
			s.Body = append(s.Body[:i:i], s.Body[i+1:]...)
			return
		}
	}
}

// signs are the marks that agencies end a story with: initials, the agency's
// name, "ends".
var signs = pattern(`^(?:(?i:ends?|more)|\(?/\pL+/\)?|\((?:\pL+)\)|\pL{2,4}(?:/\pL{1,4})+|(?:AAP|AFP|dpa|PAA?|APA|ATS)(?: [A-Za-z]{2,4})*|[_*–-]{2,}|\+{3}|-?30-?)$`)

// signOff moves the marks at the end of a story to its furniture.
func signOff(s *story.Story) {
	if s.Flat {
		return
	}
	for len(s.Body) > 1 {
		last := s.Body[len(s.Body)-1]
		if last.Role != story.RoleBody || !signs().MatchString(oneLine(last.Text)) {
			return
		}
		s.Body = s.Body[:len(s.Body)-1]
		for i := range s.Furniture {
			s.Furniture[i].Before = min(s.Furniture[i].Before, len(s.Body))
		}
		s.Furniture = append(s.Furniture, story.Furniture{Line: len(s.Body) + 1, Text: oneLine(last.Text), Reason: story.SignOff, Confidence: 1, Before: len(s.Body)})
	}
}

// takeRepeats drops the first paragraphs where they only repeat the headline,
// the dek or the byline.
func takeRepeats(s *story.Story) {
	for len(s.Body) > 1 {
		t := oneLine(s.Body[0].Text)
		switch {
		case strings.EqualFold(t, oneLine(s.Headline)):
		case s.Body[0].Role == story.RoleSubhead && strings.EqualFold(t, oneLine(s.Dek)):
		case s.Body[0].Role == story.RoleBody && namesByline(t, s.Bylines):
		case len(t) < 80 && len(s.Bylines) > 0 && byWord().MatchString(t) && sameNames(bylines(t), s.Bylines):
		default:
			return
		}
		s.Body = s.Body[1:]
	}
}

func sameNames(a, b []string) bool {
	return strings.EqualFold(strings.Join(a, ","), strings.Join(b, ","))
}

// namesByline reports whether a line is one of the names in the byline, with at
// most a title after it.
func namesByline(t string, names []string) bool {
	t = byWord().ReplaceAllString(t, "")
	for _, n := range names {
		if len(t) >= len(n) && len(t) < len(n)+45 && strings.EqualFold(t[:len(n)], n) && !sentenceEnd(t) && len(strings.Fields(n)) > 1 {
			return true
		}
	}
	return false
}
