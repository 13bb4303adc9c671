package wire

import (
	"regexp"
	"strings"
)

var (
	byWord  = regexp.MustCompile(`(?i)^\s*(?:written |reported |story |text )?(?:by|von|par|por|av|af|di)[:\s]+`)
	bySplit = regexp.MustCompile(`\s*(?:;|,|\s&\s|\s(?:and|und|et|og|och|y)\s)\s*`)
	byJob   = regexp.MustCompile(`(?i)^(?:the )?(?:(?:senior|chief|political|staff|sports?|business|special|foreign|associated press|ap|afp|reuters|dpa|aap|pa)\s+)*(?:writers?|reporters?|correspondents?|editors?|journalists?|jr\.?|sr\.?|in [A-Z].*)$`)
)

// bylines takes a line such as "By Jane Roe and John Doe, Staff Writer" apart
// into names.
func bylines(line string) []string {
	line = byWord.ReplaceAllString(oneLine(line), "")
	var out []string
	for _, part := range bySplit.Split(line, -1) {
		part = strings.Trim(part, " .,;|")
		if part == "" || byJob.MatchString(part) {
			continue
		}
		out = append(out, part)
	}
	return out
}
