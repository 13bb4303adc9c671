package parse

import (
	"encoding/binary"
	"errors"
	"slices"
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

// row returns the weights of a feature, or nil.
func (m *Model) row(key uint64) []byte {
	want := check(key)
	for i := (key >> 32) % m.n; ; {
		c := uint16(m.checks[2*i]) | uint16(m.checks[2*i+1])<<8
		if c == want {
			w := uint64(len(m.moves))
			return m.rows[i*w : (i+1)*w : (i+1)*w]
		}
		if c == 0 {
			return nil
		}
		if i++; i == m.n {
			i = 0
		}
	}
}

// score adds up the weights of every move.
func (m *Model) score(s *state, scores []int32) {
	clear(scores)
	for _, k := range s.features() {
		row := m.row(k)
		if row == nil {
			continue
		}
		for i, w := range row[:len(scores)] {
			scores[i] += int32(int8(w))
		}
	}
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
