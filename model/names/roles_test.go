package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRoles(t *testing.T) {
	_, l := read(t, `US President Barack Obama met Karin Lindqvist, 54, the mayor of Utrecht, on Monday.
Lindqvist and Sgt. Paul Adeyemi left. Paul Adeyemi, a police officer, said nothing.`, Options{})
	roles := func(name string) (out []string) {
		for _, r := range find(t, l, name).Titles {
			out = append(out, []string{"title ", "post ", "age "}[r.Kind]+r.Text)
		}
		return out
	}
	assert.Equal(t, []string{"title US President"}, roles("Barack Obama"))
	assert.Equal(t, []string{"age 54", "post the mayor of Utrecht"}, roles("Karin Lindqvist"))
	assert.Equal(t, []string{"title Sgt.", "post a police officer"}, roles("Paul Adeyemi"))
}
