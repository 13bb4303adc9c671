package ui

import "sync"

// Poster runs functions on the main goroutine, in the order in which they were
// posted and never before the caller has returned. It is how workers hand
// results over, and how a change is answered once it is whole.
type Poster struct {
	mu    sync.Mutex
	queue []func()
	wake  chan struct{}
}

// NewPoster returns a poster that holds what is posted until Run or Drain.
func NewPoster() *Poster { return &Poster{wake: make(chan struct{}, 1)} }

// Post queues f. It may be called from any goroutine.
func (p *Poster) Post(f func()) {
	p.mu.Lock()
	p.queue = append(p.queue, f)
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// Run hands the queue to do, which runs a function on the main goroutine,
// until the program ends.
func (p *Poster) Run(do func(func())) {
	go func() {
		for range p.wake {
			do(func() { p.Drain() })
		}
	}()
}

// Drain runs what is queued, and what that queues, on the calling goroutine.
// It tells how many functions ran.
func (p *Poster) Drain() int {
	n := 0
	for {
		p.mu.Lock()
		q := p.queue
		p.queue = nil
		p.mu.Unlock()
		if len(q) == 0 {
			return n
		}
		for _, f := range q {
			f()
			n++
		}
	}
}
