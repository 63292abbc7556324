package pipeline

import (
	"context"
	"iter"
)

// ordered does something with each value, on as many cores as leave allows, and yields
// the results in the order of the values. It holds a few results only.
func ordered[T, R any](ctx context.Context, leave chan struct{}, values iter.Seq[T], do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, abandon := context.WithCancel(ctx)
		defer abandon()
		order := make(chan chan R, 2*cap(leave)) // bounds the results that wait for their turn
		go func() {
			defer close(order)
			for v := range values {
				done := make(chan R, 1)
				select {
				case order <- done:
				case <-ctx.Done():
					return
				}
				leave <- struct{}{}
				go func() {
					defer func() { <-leave }()
					done <- do(v)
				}()
			}
		}()
		for done := range order {
			if !yield(<-done) {
				return
			}
		}
	}
}
