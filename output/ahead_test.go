package output

import (
	"slices"
	"testing"
)

// What is made ahead comes in order, and its maker is let go when nobody wants more.
func TestAheadKeepsOrderAndEnds(t *testing.T) {
	for _, wanted := range []int{0, 1, 3, 10} {
		made, ended := 0, false
		numbers := func(yield func(int, error) bool) {
			defer func() { ended = true }()
			for made < 10 && yield(made, nil) {
				made++
			}
		}
		var got []int
		for n, err := range ahead(numbers) {
			errOf(t, err)
			if got = append(got, n); len(got) >= wanted {
				break
			}
		}
		if len(got) != max(wanted, 1) || !slices.IsSorted(got) || !ended || made > len(got)+1 {
			t.Errorf("got %v of %d made, want %d; ended: %v", got, made, wanted, ended)
		}
	}
}
