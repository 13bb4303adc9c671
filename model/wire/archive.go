package wire

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"stet/model/story"
)

func looksZip(d *document) bool {
	return bytes.HasPrefix(d.data, []byte("PK\x03\x04")) || bytes.HasPrefix(d.data, []byte("PK\x05\x06"))
}

// openZip opens d as a zip archive. Nothing of it is ever written to disk, so
// that no name in it can lead anywhere.
func openZip(d *document) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(d.data), int64(len(d.data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, d.fail("the archive is damaged or breaks off ("+err.Error()+")", "ask for it again, or unpack what can be unpacked and drop that", err)
	}
	if len(z.File) > maxMembers {
		return nil, d.fail(fmt.Sprintf("the archive has %d members and archives are read up to %d", len(z.File), maxMembers), "unpack it and drop the folder", nil)
	}
	return z, nil
}

// unzip reads one member, within the limits on one file and on all that is
// unpacked from d.
func (d *document) unzip(f *zip.File) ([]byte, error) {
	limit := min(int64(maxFile), *d.unpack)
	if f.UncompressedSize64 > uint64(limit) {
		return nil, d.tooMuch(f.Name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, d.fail("its member "+f.Name+" cannot be unpacked ("+err.Error()+")", "unpack the archive with another tool", err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	*d.unpack -= int64(len(data))
	if int64(len(data)) > limit {
		return nil, d.tooMuch(f.Name)
	}
	if err != nil {
		return nil, d.fail("its member "+f.Name+" is damaged ("+err.Error()+")", "ask for the file again", err)
	}
	return data, nil
}

func (d *document) tooMuch(member string) error {
	return d.fail(fmt.Sprintf("its member %s unpacks to more than is safe (%d MB a member, %d MB together)", member, maxFile>>20, maxUnpacked>>20),
		"unpack it with care and drop the stories themselves", nil)
}

// readZip reads every member of an archive. Members that cannot be read do not
// take the others with them: their errors come back joined, beside the stories.
func readZip(ctx context.Context, d *document) ([]*story.Story, error) {
	if d.depth >= maxNesting {
		return nil, d.fail(fmt.Sprintf("archives are read %d deep and this one lies deeper", maxNesting), "unpack it and drop the stories themselves", nil)
	}
	z, err := openZip(d)
	if err != nil {
		return nil, err
	}
	var out []*story.Story
	var errs []error
	for _, f := range z.File {
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
		if f.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.Contains(f.Name, "__MACOSX") {
			continue
		}
		if f.Flags&1 != 0 {
			errs = append(errs, d.part(f.Name, nil).fail("it is locked with a password", "unpack the archive and drop the stories themselves", nil))
			continue
		}
		if *d.unpack <= 0 {
			errs = append(errs, d.tooMuch(f.Name))
			break
		}
		data, err := d.unzip(f)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		stories, err := read(ctx, d.part(f.Name, data))
		out = append(out, stories...)
		if err != nil && !errors.Is(err, ErrNoStory) {
			errs = append(errs, err)
		}
		if len(out) > maxStories {
			errs = append(errs, d.fail(fmt.Sprintf("the archive has more than %d stories", maxStories), "unpack it and drop it in parts", nil))
			break
		}
	}
	if len(out) == 0 && len(errs) == 0 {
		return nil, d.noStory("the archive holds no story")
	}
	return out, oneError(d, errs)
}

// oneError makes one error of those of the parts of d.
func oneError(d *document, errs []error) error {
	switch len(errs) {
	case 0:
		return nil
	case 1:
		return errs[0]
	}
	var lines []string
	for _, e := range errs[:min(len(errs), 5)] {
		lines = append(lines, e.Error())
	}
	more := ""
	if len(errs) > 5 {
		more = fmt.Sprintf(" and %d more", len(errs)-5)
	}
	return d.fail(fmt.Sprintf("%d of its parts could not be read (%s%s)", len(errs), strings.Join(lines, " | "), more), "look at those on their own", errors.Join(errs...))
}
