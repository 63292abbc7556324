package service

import "context"

// queue lets some requests work at the same time and some more wait for their turn;
// others are refused at once, so that load never piles up.
type queue struct {
	places chan struct{} // of those that wait or work
	turns  chan struct{} // of those that work
}

func newQueue(jobs, waiting int) queue {
	return queue{make(chan struct{}, jobs+waiting), make(chan struct{}, jobs)}
}

// enter takes a place; false where all are taken.
func (q *queue) enter() bool {
	select {
	case q.places <- struct{}{}:
		return true
	default:
		return false
	}
}

// leave gives the place back.
func (q *queue) leave() { <-q.places }

// turn waits until it may work; false where the context ends first.
func (q *queue) turn(ctx context.Context) bool {
	select {
	case q.turns <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// done ends a turn.
func (q *queue) done() { <-q.turns }
