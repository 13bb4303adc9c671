package ui

import (
	"context"
	"sync"
	"time"

	"stet/model/desk"
	"stet/model/library"
)

// saveDelay is how long a change waits for others before it is written. What
// is typed is on disk well within a second.
const saveDelay = 400 * time.Millisecond

// saver writes states and settings to the library on a goroutine of its own,
// in the order in which they came; of several states of one story only the
// last is written.
type saver struct {
	lib   library.Library
	post  *Poster
	delay time.Duration                                // see saveDelay
	done  func(id library.ID, at time.Time, err error) // on the main goroutine

	mu      sync.Mutex
	cond    *sync.Cond
	states  map[library.ID]*desk.State
	values  []value
	working bool

	waiting map[string]bool // what later has been asked for; main goroutine
}

type value struct{ topic, key, value string }

func newSaver(l library.Library, p *Poster, done func(library.ID, time.Time, error)) *saver {
	s := &saver{lib: l, post: p, delay: saveDelay, done: done, states: map[library.ID]*desk.State{}, waiting: map[string]bool{}}
	s.cond = sync.NewCond(&s.mu)
	go s.run()
	return s
}

// state has a story's state written.
func (s *saver) state(id library.ID, st *desk.State) {
	s.mu.Lock()
	s.states[id] = st
	s.mu.Unlock()
	s.cond.Broadcast()
}

// value has a setting written; an empty one is taken away.
func (s *saver) value(topic, key, v string) {
	s.mu.Lock()
	s.values = append(s.values, value{topic, key, v})
	s.mu.Unlock()
	s.cond.Broadcast()
}

// later calls f on the main goroutine after saveDelay, once for all calls
// until then.
func (s *saver) later(f func()) {
	const key = "window"
	if s.waiting[key] {
		return
	}
	s.waiting[key] = true
	time.AfterFunc(s.delay, func() {
		s.post.Post(func() {
			delete(s.waiting, key)
			f()
		})
	})
}

func (s *saver) run() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		for len(s.states) == 0 && len(s.values) == 0 {
			s.cond.Wait()
		}
		states, values := s.states, s.values
		s.states, s.values = map[library.ID]*desk.State{}, nil
		s.working = true
		s.mu.Unlock()
		for id, st := range states {
			err := s.lib.Save(context.Background(), id, st)
			at := time.Now()
			s.post.Post(func() { s.done(id, at, err) })
		}
		for _, v := range values {
			if err := s.lib.SetValue(context.Background(), v.topic, v.key, v.value); err != nil {
				s.post.Post(func() { s.done(0, time.Now(), err) })
			}
		}
		s.mu.Lock()
		s.working = false
		s.cond.Broadcast()
	}
}

// flush waits until everything is written.
func (s *saver) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.working || len(s.states) > 0 || len(s.values) > 0 {
		s.cond.Wait()
	}
}

func (s *saver) busy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.working || len(s.states) > 0 || len(s.values) > 0
}
