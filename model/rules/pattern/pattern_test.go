package pattern_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stet/model/lang"
	"stet/model/rules/pattern"
	"stet/model/story"
)

// find returns the bracketed words and the fixes of the matches of one stanza.
func find(t *testing.T, stanza, text string) (spans []string, fixes [][]string) {
	t.Helper()
	var b pattern.Builder
	b.Add("test", stanza)
	s, err := b.Build()
	require.NoError(t, err)
	p := lang.Analyse(text, story.RoleBody)
	v := s.Read(p)
	for _, m := range s.Find(v) {
		spans = append(spans, m.Span.In(text))
		fixes = append(fixes, m.Fixes)
	}
	return spans, fixes
}

func TestElements(t *testing.T) {
	for _, c := range []struct {
		find, text string
		want       []string
	}{
		{"could [of]", "He could of come.", []string{"of"}},
		{"could|would [of]", "He WOULD of come.", []string{"of"}},
		{"~go [home]", "She went home.", []string{"home"}},
		{"very? [late]", "It was late, very late.", []string{"late", "late"}},
		{"^ [so]", "So be it. He said so.", []string{"So"}},
		{"^ [so]", "“So be it,” he said.", []string{"So"}},
		{"[over] $", "It is over. Over it went.", []string{"over"}},
		{"[then] !he", "Then he left; then she did.", []string{"then"}},
		{"is [un*]", "It is unwise, it is wise.", []string{"unwise"}},
		{"[*ness]", "Her kindness is known.", []string{"kindness"}},
		{"one [.] three", "one two three, one, three", []string{"two"}},
	} {
		got, _ := find(t, "find "+c.find, c.text)
		assert.Equal(t, c.want, got, "%s in %q", c.find, c.text)
	}
}

func TestFixes(t *testing.T) {
	for _, c := range []struct {
		name, stanza, text string
		want               [][]string
	}{
		{"case is kept", "find [your] welcome\nfix you're", "Your welcome.", [][]string{{"You're"}}},
		{"capitals are kept", "find [your] welcome\nfix you're", "YOUR WELCOME", [][]string{{"YOU'RE"}}},
		{"forms", "find did [went]\nfix \\0.base", "He did went.", [][]string{{"go"}}},
		{"elements", "find [sum total] of\nfix \\2", "The sum total of it.", [][]string{{"total"}}},
		{"a place", "find able [] see\nfix to", "He is able see it.", [][]string{{"to see"}}},
		{"two ways", "find [lead] by\nfix led\nfix leads", "It was lead by him.", [][]string{{"led", "leads"}}},
		{"pairs", "pair free gift => gift | present", "A free gift.", [][]string{{"gift", "present"}}},
	} {
		_, got := find(t, c.stanza, c.text)
		assert.Equal(t, c.want, got, c.name)
	}
}

func TestTakenOut(t *testing.T) {
	spans, fixes := find(t, "find despite [of]\nfix -", "It fell despite of rain.")
	assert.Equal(t, []string{" of"}, spans)
	assert.Equal(t, [][]string{{""}}, fixes)
}

func TestAntipatterns(t *testing.T) {
	stanza := "find may [of] !x\nnot of course"
	got, _ := find(t, stanza, "He may of course come. He may of come.")
	assert.Equal(t, []string{"of"}, got)
}

func TestRefuses(t *testing.T) {
	for _, bad := range []string{"find", "find [open", "fix x", "find a\nsev loud", "find a\nwhat b", "find <XYZ>", "find @nolist", "pair no arrow", "find a\nconf much", "find a\nbad no end["} {
		var b pattern.Builder
		b.Add("test", bad)
		_, err := b.Build()
		assert.Error(t, err, bad)
	}
}

func TestRecase(t *testing.T) {
	assert.Equal(t, "Led", pattern.Recase("led", "Lead", false, true))
	assert.Equal(t, "me", pattern.Recase("me", "I", false, false))
	assert.Equal(t, "Once or Twice", pattern.Recase("once or twice", "Once A Twice", true, true))
}
