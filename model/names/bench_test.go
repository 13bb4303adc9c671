package names

import (
	"context"
	"strings"
	"testing"

	"stet/model/lang"
	"stet/model/story"
)

func BenchmarkRead(b *testing.B) {
	if err := Ready(); err != nil {
		b.Skip("no recogniser in this build: " + err.Error())
	}
	d := lang.Read(story.Raw(strings.Repeat(portCall+"\n", 8)))
	words := len(strings.Fields(d.Text))
	for b.Loop() {
		Read(context.Background(), &story.Story{}, d, Options{})
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
