package library

import (
	"context"
	"database/sql"
	"strings"

	"stet/model/wire"
)

// earlier returns the story that one with this fingerprint is a version of, or
// the very same words again, or 0.
func (l *SQLite) earlier(ctx context.Context, tx *sql.Tx, f *wire.Fingerprint) (ID, Relation, error) {
	candidates, err := l.candidates(ctx, tx, f)
	if err != nil {
		return 0, Fresh, err
	}
	var best ID
	var sure float64
	relation := Fresh
	for _, id := range candidates {
		o, err := l.fingerprint(ctx, tx, id)
		if err != nil {
			return 0, Fresh, err
		}
		switch r, p := f.Compare(o); {
		case r == wire.Copy:
			return id, Same, nil
		case r == wire.Version && p > sure:
			best, sure, relation = id, p, Updated
		}
	}
	return best, relation, nil
}

// candidates returns the stories that share an identifier, a slug or a band of
// the text's sketch with f.
func (l *SQLite) candidates(ctx context.Context, tx *sql.Tx, f *wire.Fingerprint) ([]ID, error) {
	q := []string{"SELECT 0 WHERE 0"}
	var args []any
	if f.ID != "" {
		q = append(q, "SELECT id FROM story WHERE wire_id = ?")
		args = append(args, f.ID)
	}
	if f.Slug != "" {
		q = append(q, "SELECT id FROM story WHERE base_slug = ?")
		args = append(args, f.Slug)
	}
	if b := f.Bands(); len(b) > 0 {
		q = append(q, "SELECT story FROM band WHERE band IN (?"+strings.Repeat(",?", len(b)-1)+")")
		for _, x := range b {
			args = append(args, int64(x))
		}
	}
	rows, err := tx.QueryContext(ctx, strings.Join(q, " UNION ")+" LIMIT 200", args...)
	if err != nil {
		return nil, l.fail("cannot be searched", err)
	}
	defer rows.Close()
	var out []ID
	for rows.Next() {
		var id ID
		if err := rows.Scan(&id); err != nil {
			return nil, l.fail("cannot be searched", err)
		}
		out = append(out, id)
	}
	return out, l.fail("cannot be searched", rows.Err())
}

// fingerprint returns that of a story's newest version.
func (l *SQLite) fingerprint(ctx context.Context, tx *sql.Tx, id ID) (*wire.Fingerprint, error) {
	var blob []byte
	err := tx.QueryRowContext(ctx, "SELECT fingerprint FROM version WHERE story = ? ORDER BY number DESC LIMIT 1", id).Scan(&blob)
	if err != nil {
		return nil, l.fail("cannot be read", err)
	}
	f := &wire.Fingerprint{}
	return f, l.fail("holds a version that cannot be read", unpack(blob, f))
}
