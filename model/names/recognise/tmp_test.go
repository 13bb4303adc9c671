package recognise

import (
	"context"
	"os"
	"strings"
	"testing"

	"stet/model/lang"
	"stet/model/story"
)

func TestTmp(t *testing.T) {
	r := shipped(t)
	want := map[string]int{}
	for _, w := range strings.Split(os.Getenv("GREP"), ",") {
		want[w] = 1
	}
	for _, f := range []string{"entities-newswire.jsonl", "entities-conll.jsonl"} {
		for _, m := range loadMeasured(t, f) {
			rs := []rune(m.Text)
			d := lang.Read(story.Raw(m.Text))
			got := map[string]bool{}
			type sp struct {
				s, e int
				k    string
			}
			var all []sp
			for _, s := range r.Find(context.Background(), d) {
				x := s.At(d)
				a := len([]rune(m.Text[:x.Start]))
				b := a + len([]rune(m.Text[x.Start:x.End]))
				all = append(all, sp{a, b, s.Kind.String()})
			}
			_ = got
			for _, e := range m.Entities {
				txt := string(rs[e.Start:e.End])
				if want[txt] == 0 || want[txt] > 7 || e.Type == "other" {
					continue
				}
				hit := false
				over := ""
				for _, s := range all {
					if s.s == e.Start && s.e == e.End && s.k == e.Type {
						hit = true
					}
					if s.s < e.End && e.Start < s.e {
						over += s.k + ":" + string(rs[s.s:s.e]) + " "
					}
				}
				if !hit {
					want[txt]++
					t.Logf("%s %s got [%s]: %q", e.Type, txt, over, string(rs[max(0, e.Start-50):min(len(rs), e.End+50)]))
				}
			}
		}
	}
}
