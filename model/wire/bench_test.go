package wire

import (
	"context"
	"os"
	"strings"
	"testing"
)

// BenchmarkWire reads all wire files of the measuring set, web pages apart, on
// one core; the figure to look at is stories/s.
func BenchmarkWire(b *testing.B) {
	files, _, err := Walk(context.Background(), measuringSet(b, "wire"))
	if err != nil {
		b.Fatal(err)
	}
	contents := map[string][]byte{}
	for _, f := range files {
		if contents[f], err = os.ReadFile(f); err != nil {
			b.Fatal(err)
		}
	}
	stories := 0
	for b.Loop() {
		for f, data := range contents {
			s, _ := Read(context.Background(), f, data)
			stories += len(s)
		}
	}
	b.ReportMetric(float64(stories)/b.Elapsed().Seconds(), "stories/s")
}

// BenchmarkHTML reads the web pages of the measuring set.
func BenchmarkHTML(b *testing.B) {
	files, _, err := Walk(context.Background(), measuringSet(b, "measure/html"))
	if err != nil {
		b.Fatal(err)
	}
	var contents [][]byte
	for _, f := range files {
		if data, err := os.ReadFile(f); err == nil && strings.HasSuffix(f, ".html") {
			contents = append(contents, data)
		}
	}
	pages := 0
	for b.Loop() {
		for _, data := range contents {
			s, _ := Read(context.Background(), "a.html", data)
			pages += len(s)
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
