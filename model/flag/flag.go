// Package flag holds what a check finds and what becomes of it.
package flag

import (
	"fmt"
	"time"

	"stet/model/text"
)

// Kind is the family that a flag belongs to.
type Kind uint8

// The kinds, in the order in which the window counts them.
const (
	Typo Kind = iota
	Sourcing
	Consistency
	Style
	NKinds int = iota
)

var kindNames = [...]string{"typo", "sourcing", "consistency", "style"}

func (k Kind) String() string { return kindNames[k] }

// ParseKind returns the kind of that name.
func ParseKind(s string) (Kind, error) {
	for i, n := range kindNames {
		if n == s {
			return Kind(i), nil
		}
	}
	return 0, fmt.Errorf("no kind of flag is called %q; there are typo, sourcing, consistency and style", s)
}

// Severity says what a flag asks of the editor.
type Severity uint8

// The severities: a note is shown on request, a warning should be looked at,
// an error must be settled before sign-off.
const (
	Note Severity = iota
	Warning
	Error
)

func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Flag is one thing that the editor should look at.
type Flag struct {
	Rule       string // id of the rule, as "typo.real-word"
	Kind       Kind
	Severity   Severity
	Span       text.Span // the words that change, no more; bytes in the checked text
	Message    string    // one line, names the words
	Fixes      []Fix     // best first; may be empty
	Confidence float64   // 0 … 1: how surely this is a fault
	Also       []Place   // the other places that the flag speaks of
	Query      string    // the question to the reporter that Query drafts; may be empty
}

// Fix is a replacement for a flag's span. An insertion is the fix of a flag
// with an empty span.
type Fix struct {
	Text  string
	Label string // shown in place of Text where that is long or empty; may be empty
}

// Place is another place that a flag speaks of.
type Place struct {
	Span text.Span
	Note string // what stands there, as "headline: 53 prisoners"
}

// Verdict is what became of a flag.
type Verdict uint8

// The verdicts.
const (
	Open    Verdict = iota
	Fixed           // the text was changed
	Stet            // let it stand
	Queried         // goes back to the reporter
)

func (v Verdict) String() string { return [...]string{"open", "fixed", "stet", "query"}[v] }

// Decision is what an editor did about a flag.
type Decision struct {
	Key     string // identity of the flag over edits and versions; see package desk
	Verdict Verdict
	Flag    Flag   // as it stood when the decision was made
	Was     string // the words under it then
	Fix     string // what they were replaced by; for Fixed
	Reason  string // why it stands, or the question to the reporter
	By      string // who decided
	When    time.Time
}
