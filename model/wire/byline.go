package wire

import (
	"strings"
)

var (
	byWord  = pattern(`(?i)^\s*(?:written |reported |story |text |words |analysis |opinion |commentary |review |report )?(?:by|von|par|por|av|af|di)[:\s]+`)
	bySplit = pattern(`\s*(?:;|,|\s&\s|\s(?:and|und|et|og|och|y)\s)\s*`)
	byJob   = pattern(`(?i)^(?:the )?(?:(?:senior|chief|political|staff|sports?|business|special|foreign|associated press|ap|afp|reuters|dpa|aap|pa)\s+)*(?:writers?|reporters?|correspondents?|editors?|journalists?|jr\.?|sr\.?|in [A-Z].*)$`)
)

// Initials such as "gr/bp" sign off for an agency's desk and name nobody.
var initials = pattern(`^\p{L}{1,4}(?:/\p{L}{1,4})+$|^[a-z]+\.[a-z]+$|^[A-Z]{2,4}$`)

// agencies that stand behind a name in a byline.
var agencies = pattern(`(?i)^(?:the )?(?:associated press|canadian press|press association|australian associated press|reuters|dpa|afp|aap|ap|pa|upi|efe|ansa|ritzau|ntb|tt|stt)$`)

// bySuffix is the agency behind a name: "Anna Ek/TT".
var bySuffix = pattern(`/[A-Z]{2,5}$`)

// byTitle ends as a job does, and is taken for one after a name.
var byTitle = pattern(`(?i)\b(?:writers?|reporters?|correspondents?|editors?(?:-at-large)?|journalists?|columnists?|producers?|analysts?|bureau chief)$`)

// bylines takes a line such as "By Jane Roe and John Doe, Staff Writer" apart
// into names.
func bylines(line string) []string {
	line = byWord().ReplaceAllString(oneLine(line), "")
	var out []string
	for _, part := range bySplit().Split(line, -1) {
		part = bySuffix().ReplaceAllString(strings.Trim(part, " .,;|"), "")
		if part == "" || len(out) > 0 && byTitle().MatchString(part) || byJob().MatchString(part) || initials().MatchString(part) || (len(out) > 0 && agencies().MatchString(part)) {
			continue
		}
		out = append(out, part)
	}
	return out
}
