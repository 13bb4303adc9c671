package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"

	"stet/model/check"
	"stet/model/clean"
	"stet/model/story"
	"stet/model/wire"
)

// request is one line of a batch.
type request struct {
	ID   string  `json:"id"`
	Text *string `json:"text"`
	Path string  `json:"path"`
	Name string  `json:"name"`
}

// batch answers requests in their order, several at once. A story that cannot
// be read gets a reply with an error, and the others go on. A file with several
// stories gets a reply each; the second has the id "ID#2", and so on.
func batch(ctx context.Context, c *check.Checker, o *options, in io.Reader, out io.Writer) error {
	type job struct {
		line []byte
		done chan []byte
	}
	workers := runtime.GOMAXPROCS(0)
	jobs, order := make(chan job), make(chan job, 4*workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.done <- answer(ctx, c, o, j.line)
			}
		}()
	}
	var readErr error
	go func() {
		defer close(order)
		defer close(jobs)
		r := bufio.NewReaderSize(in, 1<<16)
		for ctx.Err() == nil {
			line, err := r.ReadBytes('\n')
			if len(bytes.TrimSpace(line)) > 0 {
				j := job{line, make(chan []byte, 1)}
				order <- j
				jobs <- j
			}
			if err != nil {
				if err != io.EOF {
					readErr = err
				}
				return
			}
		}
	}()
	w := bufio.NewWriter(out)
	for j := range order {
		if _, err := w.Write(<-j.done); err != nil {
			return fmt.Errorf("the replies could not be written: %w", err)
		}
		if len(order) == 0 {
			if err := w.Flush(); err != nil {
				return fmt.Errorf("the replies could not be written: %w", err)
			}
		}
	}
	if readErr != nil {
		return fmt.Errorf("the requests could not be read: %w", readErr)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("the replies could not be written: %w", err)
	}
	return ctx.Err()
}

// answer returns the reply lines to one request line.
func answer(ctx context.Context, c *check.Checker, o *options, line []byte) []byte {
	var q request
	var replies []*reply
	if err := json.Unmarshal(line, &q); err != nil {
		replies = failure("", fmt.Errorf("the request is not a JSON object: %w", err))
	} else {
		replies = reviewed(ctx, c, o, &q)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, r := range replies {
		if err := e.Encode(r); err != nil {
			b.Reset()
			_ = e.Encode(failure(q.ID, err)[0])
			break
		}
	}
	return b.Bytes()
}

func failure(id string, err error) []*reply {
	return []*reply{{
		ID: id, Error: err.Error(), Furniture: []furniture{}, Entities: []entity{}, Attributions: []attribution{},
		Flags: []flagJSON{}, Version: version{check.Version, check.RulebookVersion},
	}}
}

func reviewed(ctx context.Context, c *check.Checker, o *options, q *request) (replies []*reply) {
	defer func() { // one story must not end the batch
		if p := recover(); p != nil {
			replies = failure(q.ID, fmt.Errorf("the check broke down: %v", p))
		}
	}()
	if o.raw {
		t, err := rawText(q)
		if err != nil {
			return failure(q.ID, err)
		}
		r, err := c.Raw(ctx, t)
		if err != nil {
			return failure(q.ID, err)
		}
		return []*reply{newReply(q.ID, nil, r, o.wanted(r.Flags))}
	}
	stories, err := read(ctx, q)
	if err != nil {
		return failure(q.ID, err)
	}
	for i, s := range stories {
		clean.Story(ctx, s)
		r, err := c.Story(ctx, check.Input{Story: s})
		if err != nil {
			return failure(q.ID, err)
		}
		id := q.ID
		if i > 0 {
			id = fmt.Sprintf("%s#%d", q.ID, i+1)
		}
		replies = append(replies, newReply(id, s, r, o.wanted(r.Flags)))
	}
	return replies
}

func rawText(q *request) (string, error) {
	if q.Text != nil {
		return *q.Text, nil
	}
	b, err := os.ReadFile(q.Path)
	return string(b), err
}

func read(ctx context.Context, q *request) ([]*story.Story, error) {
	if q.Text == nil {
		return wire.ReadFile(ctx, q.Path)
	}
	name := q.Name
	if name == "" {
		name = "text.txt"
	}
	return wire.Read(ctx, name, []byte(*q.Text))
}
