// Package blob packs the tables of a model into one run of bytes that can be
// read in place, straight from read-only memory.
//
// The form is: a magic word of 8 bytes, the number n of sections as uint32,
// n lengths as uint32, then the sections end to end, each begun at a multiple
// of 8 bytes. All numbers are little-endian. A section's meaning is its
// place.
package blob

import (
	"encoding/binary"
	"fmt"
)

// MagicLen is the length of a magic word in bytes.
const MagicLen = 8

// Pack lays sections end to end under magic, which must be MagicLen bytes.
func Pack(magic string, sections ...[]byte) []byte {
	if len(magic) != MagicLen {
		panic("blob: magic word of the wrong length: " + magic)
	}
	b := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(sections)))...)
	for _, s := range sections {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(s)))
	}
	for _, s := range sections {
		b = append(pad(b), s...)
	}
	return b
}

// Unpack returns the sections of b, which share its memory. It fails where
// magic or the number of sections is not what is asked for.
func Unpack(b []byte, magic string, sections int) ([][]byte, error) {
	head := MagicLen + 4 + 4*sections
	if len(b) < head || string(b[:MagicLen]) != magic {
		return nil, fmt.Errorf("not a %s file", magic)
	}
	if n := binary.LittleEndian.Uint32(b[MagicLen:]); int(n) != sections {
		return nil, fmt.Errorf("%s: %d sections where %d were expected", magic, n, sections)
	}
	out, off := make([][]byte, sections), head
	for i := range out {
		off = (off + 7) &^ 7
		n := int(binary.LittleEndian.Uint32(b[MagicLen+4+4*i:]))
		if n > len(b)-off {
			return nil, fmt.Errorf("%s: cut short in section %d", magic, i)
		}
		out[i] = b[off : off+n : off+n]
		off += n
	}
	return out, nil
}

func pad(b []byte) []byte {
	for len(b)%8 != 0 {
		b = append(b, 0)
	}
	return b
}

// U32 returns the i-th uint32 of b.
func U32(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

// U16 returns the i-th uint16 of b.
func U16(b []byte, i int) uint16 { return binary.LittleEndian.Uint16(b[2*i:]) }

// AppendU32s appends vs to b.
func AppendU32s(b []byte, vs ...uint32) []byte {
	for _, v := range vs {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

// AppendU16s appends vs to b.
func AppendU16s(b []byte, vs ...uint16) []byte {
	for _, v := range vs {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}
