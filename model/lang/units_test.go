package lang

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stet/model/story"
)

func TestUnits(t *testing.T) {
	l, _ := shippedLM(t)
	for _, c := range []struct{ text, want string }{
		{"They don't like Cuba's sugar.", "they don't like cuba's sugar"},
		{"Qwertyk's dog, a mutt", "qwertyk dog +a mutt"},
		{"He'd paid $5 in 1995", "he'd paid $5 in 1995"},
	} {
		p := Analyse(c.text, story.RoleBody)
		var got []string
		for _, u := range l.AppendUnits(nil, p, Range{0, len(p.Tokens)}) {
			s := u.Text
			if u.After {
				s = "+" + s
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, " "))
	}
}
