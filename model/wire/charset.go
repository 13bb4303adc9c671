package wire

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// byteOrder returns the UTF-16 encoding that data is in, by its byte-order mark
// or by the zero bytes that Latin letters leave, or nil.
func byteOrder(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	n := min(len(data), 400) &^ 1
	if n < 8 {
		return nil
	}
	var even, odd int
	for i := 0; i < n; i += 2 {
		if data[i] == 0 {
			even++
		}
		if data[i+1] == 0 {
			odd++
		}
	}
	switch half := n / 2; {
	case odd*10 > half*7 && even*10 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even*10 > half*7 && odd*10 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// decode turns data into UTF-8. A byte-order mark decides, then valid UTF-8,
// then the declared label (a name of a character set, as in a MIME header, or
// empty), then Windows-1252, which every byte string is valid in. repair says in
// plain words what had to be guessed, and is empty where nothing had.
func decode(data []byte, declared string) (text, repair string) {
	if enc := byteOrder(data); enc != nil {
		if b, err := enc.NewDecoder().Bytes(data); err == nil {
			return strings.TrimPrefix(string(b), "\ufeff"), ""
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	valid := utf8.Valid(data)
	if enc, name := charset.Lookup(strings.Trim(strings.ToLower(declared), `"' `)); enc != nil && name != "utf-8" {
		// UTF-8 under another name is common, and hardly any text of another
		// character set is valid UTF-8 by chance, except where it shifts by escapes.
		if !valid || strings.HasPrefix(name, "iso-2022") || name == "hz-gb-2312" || strings.HasPrefix(name, "utf-16") {
			if b, err := enc.NewDecoder().Bytes(data); err == nil {
				return string(b), ""
			}
		}
	}
	if valid {
		return string(data), ""
	}
	return patch(data)
}

// patch decodes data that is neither valid UTF-8 nor declared to be anything
// else: what is valid UTF-8 stays, and each other byte is read as
// Windows-1252.
func patch(data []byte) (text, repair string) {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	runes, odd := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
			odd++
		} else if r >= utf8.RuneSelf {
			runes++
		}
		b.WriteRune(r)
		data = data[n:]
	}
	if runes == 0 {
		return b.String(), "the file does not name its character set; it was read as Windows-1252"
	}
	return b.String(), fmt.Sprintf("Windows-1252 bytes in UTF-8 text were repaired in %s", places(odd))
}

func places(n int) string {
	if n == 1 {
		return "1 place"
	}
	return fmt.Sprintf("%d places", n)
}
