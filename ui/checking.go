package ui

import (
	"context"
	"log/slog"
	"sync"

	"stet/model/check"
	"stet/model/desk"
	"stet/model/library"
	"stet/model/story"
)

// checkWorker checks the story on the desk. A new request stops the check that
// runs, since its answer would be of a text that is no more.
type checkWorker struct {
	checker *check.Checker
	post    *Poster
	rest    *rest

	mu     sync.Mutex
	cond   *sync.Cond
	next   *checkJob
	cancel context.CancelFunc
	works  bool
}

// checkJob is a picture of a story to check, and what to do with the answer on
// the main goroutine.
type checkJob struct {
	in       desk.Input
	previous *story.Story
	done     func(desk.Input, *check.Result)
}

func newCheckWorker(c *check.Checker, p *Poster, r *rest) *checkWorker {
	w := &checkWorker{checker: c, post: p, rest: r}
	w.cond = sync.NewCond(&w.mu)
	go w.run()
	return w
}

// request has a story checked in place of any that waits or runs.
func (w *checkWorker) request(j checkJob) {
	w.mu.Lock()
	w.next = &j
	if w.cancel != nil {
		w.cancel()
	}
	w.mu.Unlock()
	w.cond.Signal()
}

func (w *checkWorker) run() {
	for {
		w.mu.Lock()
		for w.next == nil {
			w.cond.Wait()
		}
		j := w.next
		w.next = nil
		ctx, cancel := context.WithCancel(context.Background())
		w.cancel, w.works = cancel, true
		w.mu.Unlock()
		res, err := safely(func() (*check.Result, error) {
			return w.checker.Story(ctx, check.Input{Story: j.in.Story, Previous: j.previous, Names: j.in.Names})
		})
		cancel()
		w.rest.checked()
		if err == nil {
			w.post.Post(func() { j.done(j.in, res) })
		}
		w.mu.Lock()
		w.cancel, w.works = nil, false
		w.mu.Unlock()
	}
}

// safely runs a check and turns a panic in a rule into an error, so that one
// broken rule costs the flags of one check and not the editor's work.
func safely(f func() (*check.Result, error)) (res *check.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &panicError{p}
			slog.Error("a check failed", "error", err, "stack", stack())
		}
	}()
	return f()
}

func (w *checkWorker) busy() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.works || w.next != nil
}

// behind checks the stories that have come in and that nobody has opened, one
// after the other, so that the queue shows what waits in each.
type behind struct {
	app *App

	mu     sync.Mutex
	cond   *sync.Cond
	ids    []library.ID
	works  bool
	paused bool
}

func newBehind(a *App) *behind {
	b := &behind{app: a, paused: true}
	b.cond = sync.NewCond(&b.mu)
	go b.run()
	return b
}

// add has stories checked.
func (b *behind) add(ids ...library.ID) {
	b.mu.Lock()
	b.ids = append(b.ids, ids...)
	b.mu.Unlock()
	b.cond.Broadcast()
}

func (b *behind) start() {
	b.mu.Lock()
	b.paused = false
	b.mu.Unlock()
	b.cond.Broadcast()
}

func (b *behind) busy() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return !b.paused && (b.works || len(b.ids) > 0)
}

func (b *behind) run() {
	for {
		b.mu.Lock()
		b.works = false
		for b.paused || len(b.ids) == 0 {
			b.cond.Wait()
		}
		id := b.ids[0]
		b.ids = b.ids[1:]
		b.works = true
		b.mu.Unlock()
		b.one(id)
	}
}

// one checks a story and hands its state over, unless somebody has opened the
// story meanwhile: then the desk has a newer one.
func (b *behind) one(id library.ID) {
	ctx := context.Background()
	st, err := b.app.lib.Open(ctx, id)
	if err != nil {
		return // it was removed
	}
	r := desk.Resume(st)
	in := r.Input()
	res, err := safely(func() (*check.Result, error) {
		return b.app.checker.Story(ctx, check.Input{Story: in.Story, Names: in.Names})
	})
	b.app.rest.checked()
	if err != nil {
		return
	}
	r.Found(in, res)
	now := r.State()
	done := make(chan struct{})
	b.app.post.Post(func() {
		defer close(done)
		if b.app.opened[id] == 0 {
			b.app.saver.state(id, now)
			b.app.updateRow(id, now)
		}
	})
	<-done
}
