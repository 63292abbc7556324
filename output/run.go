package output

import (
	"errors"
	"sync"
)

// atATime is how many tables are written at a time: more would hold more of them in
// memory than they would gain.
const atATime = 2

// run does the jobs with a number of workers and returns all that went wrong.
func run(workers int, jobs []func() error) error {
	errs := make([]error, len(jobs))
	next := make(chan int)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				errs[i] = jobs[i]()
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	group.Wait()
	return errors.Join(errs...)
}
