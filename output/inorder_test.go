package output

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// What several workers do comes in order, and their source is let go when nobody wants more.
func TestInOrderKeepsOrderAndEnds(t *testing.T) {
	const workers = 3
	for _, wanted := range []int{0, 1, 3, 100} {
		made, ended := 0, false
		numbers := func(yield func(int, error) bool) {
			defer func() { ended = true }()
			for made < 100 && yield(made, nil) {
				made++
			}
		}
		var got []int
		for n, err := range inOrder(workers, numbers, func(n int) (int, error) {
			time.Sleep(time.Duration(n*7%5) * time.Millisecond / 10) // some overtake others
			return 2 * n, nil
		}) {
			errOf(t, err)
			if got = append(got, n); len(got) >= wanted {
				break
			}
		}
		if len(got) != max(wanted, 1) || !slices.IsSorted(got) || got[len(got)-1] != 2*len(got)-2 || !ended || made > len(got)+workers+1 {
			t.Errorf("got %v of %d made, want %d; ended: %v", got, made, wanted, ended)
		}
	}
}

// An error comes in the place of what it is about, from the source and from a worker.
func TestInOrderHandsOutErrors(t *testing.T) {
	bad, worse := errors.New("bad"), errors.New("worse")
	numbers := func(yield func(int, error) bool) {
		_ = yield(0, nil) && yield(1, nil) && yield(2, bad) && yield(3, nil)
	}
	var got []error
	for _, err := range inOrder(2, numbers, func(n int) (int, error) {
		if n == 1 {
			return 0, worse
		}
		return n, nil
	}) {
		got = append(got, err)
	}
	if !slices.Equal(got, []error{nil, worse, bad, nil}) {
		t.Errorf("got %v", got)
	}
}
