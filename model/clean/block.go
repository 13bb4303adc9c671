package clean

// bodyRange finds the stretch of lines that holds the copy: the one whose
// scores add up highest, as in body-text extraction (Finn, Kushmerick and
// Smyth, 2001). It returns the first and the last line of it, or -1, -1 when
// no line reads as prose.
func bodyRange(lines []line) (from, to int) {
	best, sum := 0.0, 0.0
	from, to = -1, -1
	start := 0
	for i := range lines {
		v := max(-1, lines[i].score)
		if v > 0 {
			v *= 1.5
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += v
		if sum > best {
			best, from, to = sum, start, i
		}
	}
	return from, to
}

// sentence reports whether l reads as running copy by its shape alone.
func (l *line) sentence() bool { return l.part != isFurniture && l.score >= 0.5 }

// furnish makes l furniture of reason r.
func (l *line) furnish(v verdict) {
	l.part = isFurniture
	l.verdict = v
}
