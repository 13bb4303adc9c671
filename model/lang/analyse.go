package lang

import "stet/model/story"

// Analyse reads one paragraph. The result does not depend on anything else, is
// immutable, and can be kept and shared.
func Analyse(t string, r story.Role) *Paragraph {
	p := &Paragraph{Text: t, Role: r}
	return p
}
