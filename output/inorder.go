package output

import (
	"iter"
	"sync"
)

// inOrder does something to each value of a sequence with a number of workers, and hands out
// what comes of it in the order of the values.
func inOrder[T, R any](workers int, from iter.Seq2[T, error], do func(T) (R, error)) iter.Seq2[R, error] {
	type task struct {
		value  T
		result R
		err    error
		done   chan struct{}
	}
	return func(yield func(R, error) bool) {
		tasks, order, enough := make(chan *task), make(chan *task, workers), make(chan struct{})
		var all sync.WaitGroup
		defer all.Wait()
		defer close(enough)
		for range workers {
			all.Go(func() {
				for t := range tasks {
					if t.err == nil {
						t.result, t.err = do(t.value)
					}
					close(t.done)
				}
			})
		}
		all.Go(func() {
			defer close(order)
			defer close(tasks)
			for value, err := range from {
				t := &task{value: value, err: err, done: make(chan struct{})}
				select {
				case order <- t:
					tasks <- t
				case <-enough:
					return
				}
			}
		})
		for t := range order {
			if <-t.done; !yield(t.result, t.err) {
				return
			}
		}
	}
}
