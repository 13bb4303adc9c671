package parse

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"stet/model/lang/rows"
)

// Model holds the weights. On disk, little-endian:
//
//	"StetPrs1"
//	uint32 number of moves, then for each: byte act, byte relation
//	uint32 number of rows N
//	N × uint16 check, 0 for a free row
//	N × moves × int8 weight
//
// A feature's row is found by open addressing: its key's high half modulo N is
// where to start, its low 16 bits (1 for 0) are the check. Two features that
// agree in both share a row; with 16 bits that happens about once in 65,536.
type Model struct {
	moves  []move
	checks []byte
	rows   []byte
	n      uint64
}

const magic = "StetPrs1"

var errModel = errors.New("parse: not a parser model")

// Load reads a model. It keeps b.
func Load(b []byte) (*Model, error) {
	if len(b) < len(magic)+8 || string(b[:len(magic)]) != magic {
		return nil, errModel
	}
	b = b[len(magic):]
	nm := int(binary.LittleEndian.Uint32(b))
	b = b[4:]
	if nm < 3 || nm > 255 || len(b) < 2*nm+4 {
		return nil, errModel
	}
	m := &Model{}
	for i := range nm {
		mv := move{act(b[2*i]), Rel(b[2*i+1])}
		if mv.act > right || int(mv.rel) >= NRels {
			return nil, errModel
		}
		m.moves = append(m.moves, mv)
	}
	b = b[2*nm:]
	n := int(binary.LittleEndian.Uint32(b))
	b = b[4:]
	if n <= 0 || len(b) != n*(2+nm) {
		return nil, errModel
	}
	m.n, m.checks, m.rows = uint64(n), b[:2*n], b[2*n:]
	return m, nil
}

func check(key uint64) uint16 { return uint16(max(key&0xffff, 1)) }

const (
	lanes   = 0x0001000100010001 // the lowest bit of each 16
	highest = 0x8000800080008000 // the highest bit of each 16
)

// row returns where in rows the weights of a feature begin, or -1.
func (m *Model) row(key uint64) int32 {
	want := check(key)
	i, w := int((key>>32)%m.n), len(m.moves)
	// Four places at a time. The lowest bit of found (free) is at the first place
	// that holds the check (nothing); bits above it mean nothing.
	for all := uint64(want) * lanes; i+4 <= int(m.n); i += 4 {
		c := binary.LittleEndian.Uint64(m.checks[2*i:])
		x := c ^ all
		found, free := (x-lanes)&^x&highest, (c-lanes)&^c&highest
		if found|free == 0 {
			continue
		}
		if found&-found-1 < free&-free-1 {
			return int32((i + bits.TrailingZeros64(found)/16) * w)
		}
		return -1
	}
	for i = i % int(m.n); ; i = (i + 1) % int(m.n) {
		switch binary.LittleEndian.Uint16(m.checks[2*i:]) {
		case want:
			return int32(i * w)
		case 0:
			return -1
		}
	}
}

// score adds up the weights of every move.
func (m *Model) score(s *state, scores []int32) {
	at := s.at[:0]
	for _, k := range s.features() {
		if r := m.row(k); r >= 0 {
			at = append(at, r)
		}
	}
	s.at = at
	rows.Sum(scores, m.rows, at)
}

// encode lays out a model: rows by key, best first; as many are kept as fit
// the table at three quarters of its places.
func encode(moves []move, keys []uint64, weights [][]int8) []byte {
	n := len(keys)*4/3 + 1
	checks, rows := make([]byte, 2*n), make([]byte, n*len(moves))
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if keys[a] < keys[b] {
			return -1
		}
		return 1
	})
	for _, k := range order {
		i, want := int((keys[k]>>32)%uint64(n)), check(keys[k])
		for {
			c := binary.LittleEndian.Uint16(checks[2*i:])
			if c == want {
				break // shares a row; the first keeps it
			}
			if c == 0 {
				binary.LittleEndian.PutUint16(checks[2*i:], want)
				for j, w := range weights[k] {
					rows[i*len(moves)+j] = byte(w)
				}
				break
			}
			i = (i + 1) % n
		}
	}
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(moves)))
	for _, m := range moves {
		b = append(b, byte(m.act), byte(m.rel))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	b = append(b, checks...)
	return append(b, rows...)
}
