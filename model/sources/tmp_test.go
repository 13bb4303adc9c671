package sources

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"stet/model/lang"
	"stet/model/names"
	"stet/model/story"
)

func TestTmp(t *testing.T) {
	b, _ := os.ReadFile("/tmp/sources/in.txt")
	for _, x := range strings.Split(strings.TrimSpace(string(b)), os.Getenv("SEP")+"\n") {
		d := lang.Read(story.Raw(x))
		n := names.Read(context.Background(), &story.Story{}, d, names.Options{})
		r := newReader(d, n)
		r.findSpeech()
		r.parseUnits()
		for i := range d.Tokens[:0] {
			h := "-"
			if r.tree.heads[i] >= 0 {
				h = d.Str(int(r.tree.heads[i]))
			}
			fmt.Printf("%s/%s/%s<%s  ", d.Str(i), d.Tokens[i].Tag, r.tree.rels[i], h)
		}
		fmt.Println()
		for _, a := range Read(context.Background(), &story.Story{}, d, n, Options{}).Attributions {
			fmt.Printf("   [%s] %s S{%s} CUE{%s} C{%s} %s %s via %q\n", a.rule, a.Form, a.Source.In(x), a.Cue.In(x), joined(x, a.Content), a.Kind, a.Speaker, a.Via)
		}
	}
}
