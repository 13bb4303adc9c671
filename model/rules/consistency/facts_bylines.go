package consistency

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"stet/model/facts"
	"stet/model/flag"
	"stet/model/rules"
	"stet/model/text"
)

// bylineHandles compares the names that a story is signed with: byline,
// sign-off and tail with each other, and each with handle and mail address.
func bylineHandles(s *rules.Subject) []flag.Flag {
	var out []flag.Flag
	end := text.Span{Start: len(s.Doc.Text), End: len(s.Doc.Text)}
	at := func(b *facts.Byline) text.Span {
		if b.Span.Empty() {
			return end
		}
		return b.Span
	}
	bs := s.Facts.Bylines
	seen := map[string]bool{}
	for i := range bs {
		a := &bs[i]
		for k := range i {
			b := &bs[k]
			name, tag := b, a
			if isName(a) && !isName(b) {
				name, tag = a, b
			}
			if !isName(name) {
				continue
			}
			var clash bool
			switch {
			case isName(tag):
				clash = nearly(surname(name.Text), surname(tag.Text)) && sameFirst(name.Text, tag.Text)
			case tag.Kind == facts.InHandle || tag.Kind == facts.InMail:
				clash = handleOf(name.Text, account(tag.Text))
			}
			key := name.Text + "\x00" + tag.Text
			if !clash || seen[key] {
				continue
			}
			seen[key] = true
			show := tag.Text
			if tag.Kind == facts.InHandle {
				show = "@" + show
			}
			f := raise("consistency.byline-handle", flag.Warning, at(tag), 0.8,
				fmt.Sprintf("“%s” in the %s, “%s” in the %s", name.Text, name.Kind, show, tag.Kind))
			f.Query = fmt.Sprintf("How is the name spelt: %s or %s?", name.Text, show)
			out = append(out, f)
		}
	}
	return out
}

func isName(b *facts.Byline) bool {
	return b.Kind == facts.InByline || b.Kind == facts.InSignOff || b.Kind == facts.InTail
}

func surname(n string) string {
	f := strings.Fields(n)
	if len(f) == 0 {
		return ""
	}
	return strings.ToLower(f[len(f)-1])
}

func sameFirst(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	return len(x) > 1 && len(y) > 1 && (x[0] == y[0] || x[0][0] == y[0][0])
}

// account is what stands before the at sign of an address.
func account(t string) string {
	t, _, _ = strings.Cut(t, "@")
	return t
}

// handleOf reports whether an account is surely meant for a name and spells it
// otherwise: some run of its letters is one or two slips from the surname.
func handleOf(name, account string) bool {
	var letters strings.Builder
	for _, r := range strings.ToLower(account) {
		if unicode.IsLetter(r) {
			letters.WriteRune(r)
		}
	}
	h, last := letters.String(), surname(name)
	last = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, last)
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if len(last) < 4 || strings.Contains(h, last) {
		return false
	}
	allowed := 1
	if len(last) >= 6 {
		allowed = 2
	}
	near := false
	for n := len(last) - 1; n <= len(last)+1; n++ {
		for i := 0; i+n <= len(h); i++ {
			if !utf8.RuneStart(h[i]) || h[i] != last[0] {
				continue
			}
			if d := distance(h[i:i+n], last); d > 0 && d <= allowed {
				near = true
			}
		}
	}
	// The rest of the account must look like the first name, or be nothing.
	return near && (first == "" || strings.HasPrefix(h, first[:1]) || strings.HasSuffix(h, first))
}

// nearly reports whether two surnames are one or two slips apart.
func nearly(a, b string) bool {
	if a == b || len(a) < 4 || len(b) < 4 {
		return false
	}
	d := distance(a, b)
	return d == 1 || d == 2 && len(a) >= 6
}

// distance is the number of letters put in, left out, changed or swapped with
// their neighbour between a and b (Damerau–Levenshtein, in bytes).
func distance(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur, last, before := rows[2], rows[1], rows[0]
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(last[j]+1, cur[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = last, cur, before
	}
	return rows[1][len(b)]
}
