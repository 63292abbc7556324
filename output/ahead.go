package output

import "iter"

// ahead makes the next value of a sequence while its consumer is busy with one.
func ahead[T any](from iter.Seq2[T, error]) iter.Seq2[T, error] {
	type item struct {
		value T
		err   error
	}
	return func(yield func(T, error) bool) {
		items, done := make(chan item), make(chan struct{})
		go func() {
			defer close(items)
			for value, err := range from {
				select {
				case items <- item{value, err}:
				case <-done:
					return
				}
			}
		}()
		defer func() {
			close(done)
			for range items { // waits until all is let go
			}
		}()
		for i := range items {
			if !yield(i.value, i.err) {
				return
			}
		}
	}
}
