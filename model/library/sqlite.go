package library

import (
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite" // the driver, and the codes of its errors
	sqlite3 "modernc.org/sqlite/lib"

	"stet/model/desk"
	"stet/model/story"
	"stet/model/wire"
)

// schema is the first form of the library; later ones are reached through
// migrations. user_version counts them.
//
// Rows of story are small, so that a queue of 100,000 reads few pages; the
// review's state, deflated JSON, lies beside them. Text that was found by search is not kept twice: the
// search table has no content of its own.
const schema = `
CREATE TABLE story(
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	headline TEXT NOT NULL, source TEXT NOT NULL, slug TEXT NOT NULL, byline TEXT NOT NULL,
	priority INTEGER NOT NULL, imported INTEGER NOT NULL, versioned INTEGER NOT NULL,
	versions INTEGER NOT NULL, status INTEGER NOT NULL, checked INTEGER NOT NULL, counts TEXT NOT NULL,
	wire_id TEXT NOT NULL, base_slug TEXT NOT NULL);
CREATE TABLE review(story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE, state BLOB NOT NULL);
CREATE INDEX story_wire_id ON story(wire_id) WHERE wire_id <> '';
CREATE INDEX story_base_slug ON story(base_slug) WHERE base_slug <> '';
CREATE TABLE version(
	story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE, number INTEGER NOT NULL,
	imported INTEGER NOT NULL, sha256 TEXT NOT NULL, original BLOB NOT NULL, arrived BLOB NOT NULL,
	fingerprint BLOB NOT NULL, PRIMARY KEY(story, number)) WITHOUT ROWID;
CREATE INDEX version_sha ON version(sha256);
CREATE TABLE band(
	band INTEGER NOT NULL, story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
	PRIMARY KEY(band, story)) WITHOUT ROWID;
CREATE INDEX band_story ON band(story);
CREATE TABLE value(topic TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(topic, key)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(headline, meta, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
PRAGMA user_version = 1;
`

// SQLite is a library in one file.
type SQLite struct {
	path string
	db   *sql.DB
	now  func() time.Time
}

var _ Library = (*SQLite)(nil)

// OpenSQLite opens the library at path, or begins one there. When the file is
// damaged it is renamed, a new library is begun in its place, and the error is
// a *DamagedError beside a library that works.
func OpenSQLite(path string) (*SQLite, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("the library's folder %s cannot be made: %w; choose another place with --library", filepath.Dir(path), err)
	}
	l, err := open(path)
	if err == nil || !damaged(err) {
		return l, err
	}
	aside := path + ".damaged-" + time.Now().Format("20060102-150405")
	for _, end := range [...]string{"", "-wal", "-shm"} {
		if rename := os.Rename(path+end, aside+end); rename != nil && end == "" {
			return nil, fmt.Errorf("the library %s is damaged (%w) and cannot be set aside: %w", path, err, rename)
		}
	}
	l, again := open(path)
	if again != nil {
		return nil, again
	}
	return l, &DamagedError{path, aside, err}
}

func open(path string) (*SQLite, error) {
	q := url.Values{"_pragma": {
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(ON)", "cache_size(-2000)", "temp_store(MEMORY)",
	}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("the library %s cannot be opened: %w", path, err)
	}
	db.SetMaxOpenConns(4)
	l := &SQLite{path: path, db: db, now: time.Now}
	if err := l.prepare(); err != nil {
		db.Close()
		return nil, err
	}
	return l, nil
}

// prepare brings the library to the present form, and looks whether it can be
// read at all.
func (l *SQLite) prepare() error {
	var version int
	if err := l.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return l.fail("cannot be read", err)
	}
	switch version {
	case 0:
		tx, err := l.db.Begin()
		if err != nil {
			return l.fail("cannot be written", err)
		}
		defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
		if _, err := tx.Exec(schema); err != nil {
			return l.fail("cannot be begun", err)
		}
		return l.fail("cannot be begun", tx.Commit())
	case 1:
		var n int
		if err := l.db.QueryRow("SELECT count(*) FROM (SELECT s.id FROM story s JOIN version v ON v.story = s.id ORDER BY s.id DESC LIMIT 50)").Scan(&n); err != nil {
			return l.fail("cannot be read", err)
		}
		return nil
	}
	return fmt.Errorf("the library %s was written by a newer Stet; use that one, or choose another place with --library", l.path)
}

func damaged(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB || strings.Contains(e.Error(), "malformed")
}

// fail wraps err, unless it is nil, with what could not be done.
func (l *SQLite) fail(what string, err error) error {
	if err == nil {
		return nil
	}
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL {
		return fmt.Errorf("the library %s %s: the disk is full; make room, then go on, nothing is lost so far: %w", l.path, what, err)
	}
	return fmt.Errorf("the library %s %s: %w", l.path, what, err)
}

// Close closes the library.
func (l *SQLite) Close() error { return l.fail("cannot be closed", l.db.Close()) }

// Check reads the whole library for damage. It takes seconds for a large one;
// run it beside other work.
func (l *SQLite) Check(ctx context.Context) error {
	var answer string
	if err := l.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&answer); err != nil {
		return l.fail("cannot be checked", err)
	}
	if answer != "ok" {
		return fmt.Errorf("the library %s is damaged in part: %s; export what is open and start a new one with --library", l.path, answer)
	}
	return nil
}

// Add implements Library.
func (l *SQLite) Add(ctx context.Context, s *story.Story, original []byte) (Added, error) {
	sum := sha256.Sum256(original)
	// Files of several stories are told apart by the story's own words.
	key := hex.EncodeToString(sum[:])
	if id := s.ID + s.Headline; id != "" {
		own := sha256.Sum256([]byte(id))
		key += ":" + hex.EncodeToString(own[:4])
	}
	print := wire.NewFingerprint(s)
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return Added{}, l.fail("cannot be written", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	var a Added
	err = tx.QueryRowContext(ctx, "SELECT story, number FROM version WHERE sha256 = ? LIMIT 1", key).Scan(&a.ID, &a.Version)
	if err == nil {
		a.Relation = Same
		return a, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return Added{}, l.fail("cannot be searched", err)
	}
	was, relation, err := l.earlier(ctx, tx, &print)
	if err != nil {
		return Added{}, err
	}
	if relation == Same {
		err := tx.QueryRowContext(ctx, "SELECT versions FROM story WHERE id = ?", was).Scan(&a.Version)
		a.ID, a.Relation = was, Same
		return a, l.fail("cannot be read", err)
	}
	now := l.now()
	st := &desk.State{Story: s, Arrived: s}
	if was != 0 {
		a.ID, a.Relation = was, Updated
		old, err := l.state(ctx, tx, was)
		if err != nil {
			return Added{}, err
		}
		st = old.Next(s)
		if err := tx.QueryRowContext(ctx, "SELECT max(number) FROM version WHERE story = ?", was).Scan(&a.Version); err != nil {
			return Added{}, l.fail("cannot be read", err)
		}
		a.Version++
		if err := l.update(ctx, tx, was, st, &print, a.Version); err != nil {
			return Added{}, err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE story SET imported = ? WHERE id = ?", now.UnixMilli(), was); err != nil {
			return Added{}, l.fail("cannot be written", err)
		}
	} else {
		a.Version = 1
		if a.ID, err = l.insert(ctx, tx, st, &print, now); err != nil {
			return Added{}, err
		}
	}
	arrived, err := pack(s)
	if err != nil {
		return Added{}, l.fail("cannot keep the story", err)
	}
	mark, err := pack(print)
	if err != nil {
		return Added{}, l.fail("cannot keep the story", err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO version VALUES(?,?,?,?,?,?,?)",
		a.ID, a.Version, now.UnixMilli(), key, deflate(original), arrived, mark); err != nil {
		return Added{}, l.fail("cannot be written", err)
	}
	for _, b := range print.Bands() {
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO band VALUES(?,?)", int64(b), a.ID); err != nil {
			return Added{}, l.fail("cannot be written", err)
		}
	}
	return a, l.fail("cannot be written", tx.Commit())
}

func (l *SQLite) insert(ctx context.Context, tx *sql.Tx, st *desk.State, f *wire.Fingerprint, now time.Time) (ID, error) {
	blob, err := pack(st)
	if err != nil {
		return 0, l.fail("cannot keep the story", err)
	}
	r := rowOf(st)
	counts, _ := json.Marshal(st.Counts) // numbers only
	res, err := tx.ExecContext(ctx, `INSERT INTO story(headline, source, slug, byline, priority, imported, versioned, versions,
		status, checked, counts, wire_id, base_slug) VALUES(?,?,?,?,?,?,?,1,?,?,?,?,?)`,
		r.Headline, r.Source, r.Slug, r.Byline, r.Priority, now.UnixMilli(), milli(r.Versioned),
		st.Status, st.Checked, string(counts), f.ID, f.Slug)
	if err != nil {
		return 0, l.fail("cannot be written", err)
	}
	id, err := res.LastInsertId()
	if err != nil {
		return 0, l.fail("cannot be written", err)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO review VALUES(?,?)", id, blob); err != nil {
		return 0, l.fail("cannot be written", err)
	}
	return ID(id), l.index(ctx, tx, ID(id), st.Story)
}

// update writes what the queue and the review keep. f is that of a new version,
// or nil where the version stays.
func (l *SQLite) update(ctx context.Context, tx *sql.Tx, id ID, st *desk.State, f *wire.Fingerprint, versions int) error {
	blob, err := pack(st)
	if err != nil {
		return l.fail("cannot keep the story", err)
	}
	r := rowOf(st)
	counts, _ := json.Marshal(st.Counts) // numbers only
	res, err := tx.ExecContext(ctx, `UPDATE story SET headline=?, source=?, slug=?, byline=?, priority=?, versioned=?,
		versions=max(versions, ?), status=?, checked=?, counts=? WHERE id=?`,
		r.Headline, r.Source, r.Slug, r.Byline, r.Priority, milli(r.Versioned), versions,
		st.Status, st.Checked, string(counts), id)
	if err != nil {
		return l.fail("cannot be written", err)
	}
	if n, err := res.RowsAffected(); err == nil && n == 0 {
		return l.fail("was not written", ErrNotFound)
	}
	if _, err := tx.ExecContext(ctx, "UPDATE review SET state = ? WHERE story = ?", blob, id); err != nil {
		return l.fail("cannot be written", err)
	}
	if f != nil {
		if _, err := tx.ExecContext(ctx, "UPDATE story SET wire_id = ?, base_slug = ? WHERE id = ?", f.ID, f.Slug, id); err != nil {
			return l.fail("cannot be written", err)
		}
	}
	return l.index(ctx, tx, id, st.Story)
}

// index puts the words of s into the search table.
func (l *SQLite) index(ctx context.Context, tx *sql.Tx, id ID, s *story.Story) error {
	var body strings.Builder
	body.WriteString(s.Dek)
	for _, p := range s.Body {
		body.WriteByte('\n')
		body.WriteString(p.Text)
	}
	meta := strings.Join(append([]string{s.Slug, s.Credit, s.Dateline.Place, s.Dateline.Agency, s.Section, s.Source.Name},
		append(s.Bylines, s.Keywords...)...), "\n")
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO search(rowid, headline, meta, body) VALUES(?,?,?,?)", id, s.Headline, meta, body.String())
	return l.fail("cannot be written", err)
}

// Save implements Library.
func (l *SQLite) Save(ctx context.Context, id ID, s *desk.State) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return l.fail("cannot be written", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	if err := l.update(ctx, tx, id, s, nil, 1); err != nil {
		return err
	}
	return l.fail("cannot be written", tx.Commit())
}

const rowColumns = `id, headline, source, slug, byline, priority, imported, versioned, versions, status, checked, counts`

func scanRow(scan func(...any) error) (Row, error) {
	var r Row
	var imported, versioned int64
	var counts string
	if err := scan(&r.ID, &r.Headline, &r.Source, &r.Slug, &r.Byline, &r.Priority, &imported, &versioned, &r.Versions,
		&r.Status, &r.Checked, &counts); err != nil {
		return r, err
	}
	r.Imported = time.UnixMilli(imported)
	if versioned != 0 {
		r.Versioned = time.UnixMilli(versioned)
	}
	if !r.Checked { // most of a large library: nothing to decode
		return r, nil
	}
	return r, json.Unmarshal([]byte(counts), &r.Counts)
}

func (r *Row) texts() [4]*string {
	return [...]*string{&r.Headline, &r.Source, &r.Slug, &r.Byline}
}

// Recent implements Library.
func (l *SQLite) Recent(ctx context.Context, n int) ([]Row, error) {
	return l.rows(ctx, n, "SELECT "+rowColumns+" FROM story ORDER BY id DESC LIMIT ?", n)
}

// List implements Library.
func (l *SQLite) List(ctx context.Context) ([]Row, error) {
	var n int
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM story").Scan(&n); err != nil {
		return nil, l.fail("cannot be read", err)
	}
	return l.rows(ctx, n, "SELECT "+rowColumns+" FROM story")
}

// rows reads about n rows. Their texts are cut from one string: 400,000 short
// strings, with what the driver leaves between them, would cost twice the
// memory.
func (l *SQLite) rows(ctx context.Context, n int, query string, args ...any) ([]Row, error) {
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, l.fail("cannot be read", err)
	}
	defer rows.Close()
	out := make([]Row, 0, n)
	ends := make([]int, 0, 4*n)
	var all strings.Builder
	for rows.Next() {
		r, err := scanRow(rows.Scan)
		if err != nil {
			return nil, l.fail("cannot be read", err)
		}
		for _, t := range r.texts() {
			all.WriteString(*t)
			ends, *t = append(ends, all.Len()), ""
		}
		out = append(out, r)
	}
	start := 0
	for i := range out {
		for k, t := range out[i].texts() {
			end := ends[4*i+k]
			*t, start = all.String()[start:end], end
		}
	}
	slices.SortFunc(out, func(a, b Row) int {
		return cmp.Or(b.Imported.Compare(a.Imported), cmp.Compare(b.ID, a.ID))
	})
	return out, l.fail("cannot be read", rows.Err())
}

// Row implements Library.
func (l *SQLite) Row(ctx context.Context, id ID) (Row, error) {
	r, err := scanRow(l.db.QueryRowContext(ctx, "SELECT "+rowColumns+" FROM story WHERE id = ?", id).Scan)
	return r, l.fail("has no such row", found(err))
}

// found turns the driver's word for nothing into the library's.
func found(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}

type querier interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}

func (l *SQLite) state(ctx context.Context, q querier, id ID) (*desk.State, error) {
	var blob []byte
	if err := q.QueryRowContext(ctx, "SELECT state FROM review WHERE story = ?", id).Scan(&blob); err != nil {
		return nil, l.fail("cannot give the story", found(err))
	}
	s := &desk.State{}
	if err := unpack(blob, s); err != nil {
		return nil, l.fail("holds a story that cannot be read", err)
	}
	return s, nil
}

// Open implements Library.
func (l *SQLite) Open(ctx context.Context, id ID) (*desk.State, error) { return l.state(ctx, l.db, id) }

// Versions implements Library.
func (l *SQLite) Versions(ctx context.Context, id ID) ([]Version, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT number, imported, sha256, arrived FROM version WHERE story = ? ORDER BY number", id)
	if err != nil {
		return nil, l.fail("cannot be read", err)
	}
	defer rows.Close()
	var out []Version
	for rows.Next() {
		var v Version
		var imported int64
		var blob []byte
		if err := rows.Scan(&v.Number, &imported, &v.SHA256, &blob); err != nil {
			return nil, l.fail("cannot be read", err)
		}
		v.Imported, v.Story = time.UnixMilli(imported), &story.Story{}
		v.SHA256, _, _ = strings.Cut(v.SHA256, ":")
		if err := unpack(blob, v.Story); err != nil {
			return nil, l.fail("holds a version that cannot be read", err)
		}
		out = append(out, v)
	}
	return out, l.fail("cannot be read", rows.Err())
}

// Original implements Library.
func (l *SQLite) Original(ctx context.Context, id ID, version int) ([]byte, error) {
	var blob []byte
	err := l.db.QueryRowContext(ctx, `SELECT original FROM version WHERE story = ?1 AND (number = ?2 OR ?2 = 0)
		ORDER BY number DESC LIMIT 1`, id, version).Scan(&blob)
	if err != nil {
		return nil, l.fail("cannot give the original", found(err))
	}
	b, err := inflate(blob)
	return b, l.fail("holds an original that cannot be read", err)
}

// Search implements Library. The last word of query may be the start of one.
func (l *SQLite) Search(ctx context.Context, query string, limit int) ([]ID, error) {
	words := strings.Fields(query)
	if len(words) == 0 {
		return nil, nil
	}
	for i, w := range words {
		words[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
	}
	match := strings.Join(words, " ") + "*"
	rows, err := l.db.QueryContext(ctx, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 8, 4, 1) LIMIT ?", match, limit)
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

// Delete implements Library.
func (l *SQLite) Delete(ctx context.Context, id ID) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return l.fail("cannot be written", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	for _, q := range [...]string{"DELETE FROM search WHERE rowid = ?", "DELETE FROM story WHERE id = ?"} {
		if _, err := tx.ExecContext(ctx, q, id); err != nil {
			return l.fail("cannot be written", err)
		}
	}
	return l.fail("cannot be written", tx.Commit())
}

// Values implements Library.
func (l *SQLite) Values(ctx context.Context, topic string) (map[string]string, error) {
	rows, err := l.db.QueryContext(ctx, "SELECT key, value FROM value WHERE topic = ?", topic)
	if err != nil {
		return nil, l.fail("cannot be read", err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var k, v string
		if err := rows.Scan(&k, &v); err != nil {
			return nil, l.fail("cannot be read", err)
		}
		out[k] = v
	}
	return out, l.fail("cannot be read", rows.Err())
}

// SetValue implements Library.
func (l *SQLite) SetValue(ctx context.Context, topic, key, value string) error {
	q, args := "INSERT OR REPLACE INTO value VALUES(?,?,?)", []any{topic, key, value}
	if value == "" {
		q, args = "DELETE FROM value WHERE topic = ? AND key = ?", args[:2]
	}
	_, err := l.db.ExecContext(ctx, q, args...)
	return l.fail("cannot be written", err)
}

// rowOf returns what the queue shows of a story.
func rowOf(st *desk.State) Row {
	s := st.Story
	r := Row{Headline: s.Headline, Slug: s.Slug, Priority: s.Priority, Versioned: s.Versioned, Byline: strings.Join(s.Bylines, ", ")}
	if r.Headline == "" && len(s.Body) > 0 {
		r.Headline = start(s.Body[0].Text, 90)
	}
	for _, x := range [...]string{s.Credit, s.Dateline.Agency, s.Source.Name} {
		if x != "" {
			r.Source = x
			break
		}
	}
	if r.Versioned.IsZero() {
		r.Versioned = s.Created
	}
	return r
}

// start returns the first words of t, up to n bytes.
func start(t string, n int) string {
	if len(t) <= n {
		return t
	}
	if i := strings.LastIndexByte(t[:n], ' '); i > 0 {
		n = i
	}
	return strings.ToValidUTF8(t[:n], "") + "…"
}

func milli(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func pack(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return deflate(b), nil
}

func unpack(b []byte, v any) error {
	b, err := inflate(b)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

func deflate(b []byte) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestSpeed) // the level is valid
	_, _ = w.Write(b)                              // a buffer takes all
	_ = w.Close()
	return out.Bytes()
}

func inflate(b []byte) ([]byte, error) { return io.ReadAll(flate.NewReader(bytes.NewReader(b))) }
