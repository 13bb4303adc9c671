// Package publish writes a reviewed story out: the copy in the formats that
// desks take, and the report of its review.
package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/natefinch/atomic"

	"stet/model/story"
)

// Format is a form that a file is written in.
type Format string

// The formats of the copy and of the report.
const (
	Text       Format = "txt"
	Markdown   Format = "md"
	HTML       Format = "html"
	ReportHTML Format = "report.html"
	ReportJSON Format = "report.json"
)

// Formats lists all formats in the order in which a window offers them.
var Formats = []Format{Text, Markdown, HTML, ReportHTML, ReportJSON}

// Title is what a window calls the format.
func (f Format) Title() string {
	return map[Format]string{
		Text: "Plain text", Markdown: "Markdown", HTML: "HTML",
		ReportHTML: "Review report (HTML, for reading and printing)", ReportJSON: "Review report (JSON, for programs)",
	}[f]
}

// Job is one export.
type Job struct {
	Review    Review
	Folder    string
	Name      string // of the files, without ending; FileName proposes one
	Formats   []Format
	Overwrite bool
}

// ExistsError says which files an export would overwrite.
type ExistsError struct{ Files []string }

func (e *ExistsError) Error() string {
	return "already there: " + strings.Join(e.Files, ", ") + "; choose another name, or say that they may be replaced"
}

// Export writes the files of j, each one whole or not at all, and returns
// their paths. It overwrites nothing unless j says so: then the error is an
// *ExistsError and nothing was written. When a later file fails, the paths of
// those that were written are returned beside the error.
func Export(ctx context.Context, j Job) ([]string, error) {
	if j.Name != filepath.Base(j.Name) || j.Name == "." || j.Name == ".." || j.Name == "" {
		return nil, fmt.Errorf("%q cannot be the name of a file; use letters, digits and dashes", j.Name)
	}
	if err := os.MkdirAll(j.Folder, 0o755); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be made: %w; choose another one", j.Folder, err)
	}
	files := make([]string, len(j.Formats))
	var there ExistsError
	for i, f := range j.Formats {
		files[i] = filepath.Join(j.Folder, j.Name+"."+string(f))
		if _, err := os.Lstat(files[i]); err == nil {
			there.Files = append(there.Files, files[i])
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("the folder %s cannot be looked into: %w; choose another one", j.Folder, err)
		}
	}
	if len(there.Files) > 0 && !j.Overwrite {
		return nil, &there
	}
	// The copy goes first, so that the report can give its hashes.
	report := newReport(&j.Review)
	var written []string
	for _, reports := range [...]bool{false, true} {
		for i, f := range j.Formats {
			if (f == ReportHTML || f == ReportJSON) != reports {
				continue
			}
			if err := ctx.Err(); err != nil {
				return written, err
			}
			b, err := render(f, j.Review.Story, report)
			if err != nil {
				return written, fmt.Errorf("%s cannot be made: %w", files[i], err)
			}
			if err := atomic.WriteFile(files[i], bytes.NewReader(b)); err != nil {
				return written, fmt.Errorf("%s cannot be written: %w; see that there is room and that you may write there, then export again", files[i], err)
			}
			_ = os.Chmod(files[i], 0o644) // what a new file usually has; it is written either way
			written = append(written, files[i])
			if !reports {
				report.Output = append(report.Output, OutputFile{filepath.Base(files[i]), hash(b)})
			}
		}
	}
	return written, nil
}

// Render returns the copy in one of its formats.
func Render(f Format, s *story.Story) ([]byte, error) { return render(f, s, nil) }

func render(f Format, s *story.Story, r *Report) ([]byte, error) {
	switch f {
	case Text:
		return plain(s), nil
	case Markdown:
		return markdown(s), nil
	case HTML:
		return page(s)
	case ReportHTML:
		return r.html()
	case ReportJSON:
		return r.json()
	}
	return nil, fmt.Errorf("there is no format %q", f)
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// FileName proposes a name for a story's files: its slug or its headline in
// small letters, digits and dashes.
func FileName(s *story.Story) string {
	for _, t := range [...]string{s.Slug, s.Headline, strings.TrimSuffix(s.Source.Name, filepath.Ext(s.Source.Name))} {
		var b strings.Builder
		for _, r := range strings.ToLower(t) {
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				b.WriteRune(r)
			case b.Len() > 0 && !strings.HasSuffix(b.String(), "-") && r != '\'' && r != '’':
				b.WriteByte('-')
			}
			if b.Len() >= 60 {
				break
			}
		}
		if n := strings.Trim(b.String(), "-"); n != "" {
			return n
		}
	}
	return "story"
}
