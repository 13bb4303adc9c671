// Command stet-check runs Stet's checks with no window, for people, scripts and
// continuous integration.
//
//	stet-check [flags] FILE|FOLDER...
//
// It reads and cleans each story, checks it, and prints the flags. Exit status:
// 0 nothing flagged, 1 something flagged, 2 it could not run. With --batch it
// answers JSON Lines with JSON Lines, and the status is 0 whenever every
// request was answered.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"stet/model/check"
	mflag "stet/model/flag"
)

const (
	ok = iota
	flagged
	failed
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// options are the command line.
type options struct {
	format string
	raw    bool
	batch  bool
	only   map[mflag.Kind]bool // nil: all
}

func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	var o options
	var only string
	var version bool
	fs := flag.NewFlagSet("stet-check", flag.ContinueOnError)
	fs.SetOutput(errs)
	fs.StringVar(&o.format, "format", "text", "how flags are printed: `text`, json or sarif")
	fs.BoolVar(&o.raw, "raw", false, "the input is running copy: no cleaning, offsets into the input itself")
	fs.StringVar(&only, "only", "", "print flags of these kinds only: `typo,style,sourcing,consistency`")
	fs.BoolVar(&o.batch, "batch", false, "JSON Lines in, JSON Lines out, in the order of the requests")
	fs.BoolVar(&version, "version", false, "print the version and leave")
	fs.Usage = func() {
		fmt.Fprintln(errs, "usage: stet-check [flags] FILE|FOLDER...")
		fs.PrintDefaults()
	}
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return ok
		}
		return failed
	}
	if version {
		fmt.Fprintf(out, "stet-check %s, rulebook %s\n", check.Version, check.RulebookVersion)
		return ok
	}
	if err := o.parseOnly(only); err != nil {
		fmt.Fprintln(errs, "stet-check:", err)
		return failed
	}
	c := check.New()
	switch {
	case o.batch:
		if fs.NArg() > 0 {
			fmt.Fprintln(errs, "stet-check: --batch reads its requests from standard input and takes no files")
			return failed
		}
		if err := batch(ctx, c, &o, in, out); err != nil {
			fmt.Fprintln(errs, "stet-check:", err)
			return failed
		}
		return ok
	case fs.NArg() == 0:
		fs.Usage()
		return failed
	}
	p, err := newPrinter(o.format, out, c)
	if err != nil {
		fmt.Fprintln(errs, "stet-check:", err)
		return failed
	}
	return files(ctx, c, &o, fs.Args(), p, errs)
}

func (o *options) parseOnly(only string) error {
	if only == "" {
		return nil
	}
	o.only = map[mflag.Kind]bool{}
	for _, n := range strings.Split(only, ",") {
		k, err := mflag.ParseKind(strings.TrimSpace(n))
		if err != nil {
			return err
		}
		o.only[k] = true
	}
	return nil
}

// wanted returns the flags of the kinds that were asked for.
func (o *options) wanted(flags []mflag.Flag) []mflag.Flag {
	if o.only == nil {
		return flags
	}
	return slices.DeleteFunc(slices.Clone(flags), func(f mflag.Flag) bool { return !o.only[f.Kind] })
}
