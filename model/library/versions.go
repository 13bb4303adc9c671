package library

import (
	"context"
	"database/sql"
	"errors"

	"stet/model/story"
)

// earlier returns the story that s is a new version of, or 0.
func (l *SQLite) earlier(ctx context.Context, tx *sql.Tx, s *story.Story, print fingerprint) (ID, error) {
	if s.ID != "" {
		var id ID
		err := tx.QueryRowContext(ctx, "SELECT id FROM story WHERE wire_id = ? LIMIT 1", s.ID).Scan(&id)
		if err == nil || !errors.Is(err, sql.ErrNoRows) {
			return id, l.fail("cannot be searched", err)
		}
	}
	return 0, nil
}

type fingerprint struct{}

func fingerprintOf(*story.Story) fingerprint { return fingerprint{} }
func (fingerprint) bytes() []byte            { return []byte{} }
func (fingerprint) bands() []int64           { return nil }
