//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"time"

	"zhibiao"
)

// sample is what a run has measured.
type sample struct {
	done, failed int
	took         []time.Duration // of each request
	wall, used   time.Duration   // used is the processor time of this process
}

func (s sample) rate() float64 { return float64(s.done) / s.wall.Seconds() }

func (s sample) quantile(q float64) time.Duration {
	slices.Sort(s.took)
	return s.took[int(q*float64(len(s.took)-1))]
}

// measure runs work and takes the time; work adds to the sample.
func measure(work func(add func(time.Duration, error))) sample {
	var s sample
	var mu sync.Mutex
	start, used := time.Now(), processorTime()
	work(func(took time.Duration, err error) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			s.failed++
			return
		}
		s.done++
		s.took = append(s.took, took)
	})
	s.wall, s.used = time.Since(start), processorTime()-used
	return s
}

func processorTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for this process
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// inProcess reads the report again and again, a goroutine a core.
func inProcess(text string, span time.Duration) (sample, error) {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		return sample{}, err
	}
	p.Extract(text) // what is made once is not counted
	return measure(func(add func(time.Duration, error)) {
		together(runtime.NumCPU(), span, func(until time.Time) {
			for time.Now().Before(until) {
				start := time.Now()
				p.Extract(text)
				add(time.Since(start), nil)
			}
		})
	}), nil
}

func together(workers int, span time.Duration, work func(until time.Time)) {
	var all sync.WaitGroup
	until := time.Now().Add(span)
	for range workers {
		all.Go(func() { work(until) })
	}
	all.Wait()
}

// client keeps enough connections open for any rate.
func client() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256}, Timeout: time.Minute}
}

// ask posts the report once and reads the whole answer.
func ask(c *http.Client, address string, text []byte) error {
	res, err := c.Post(address, "text/plain", bytes.NewReader(text))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	n, err := io.Copy(io.Discard, res.Body)
	if err == nil && (res.StatusCode != http.StatusOK || n < int64(len(text))) {
		err = fmt.Errorf("status %d with %d bytes", res.StatusCode, n)
	}
	return err
}

// flood asks as fast as answers come, over a number of connections.
func flood(address string, text []byte, span time.Duration) sample {
	c := client()
	return measure(func(add func(time.Duration, error)) {
		together(connections, span, func(until time.Time) {
			for time.Now().Before(until) {
				start := time.Now()
				err := ask(c, address, text)
				add(time.Since(start), err)
			}
		})
	})
}

// steady asks at a fixed rate, whether answers come or not. The time of a request counts
// from when it was due, so that a service that stalls does not look good.
func steady(address string, text []byte, rate float64, span time.Duration) sample {
	c := client()
	return measure(func(add func(time.Duration, error)) {
		var all sync.WaitGroup
		start := time.Now()
		for n := range int(rate * span.Seconds()) {
			due := start.Add(time.Duration(float64(n) / rate * float64(time.Second)))
			time.Sleep(time.Until(due))
			all.Go(func() {
				err := ask(c, address, text)
				add(time.Since(due), err)
			})
		}
		all.Wait()
	})
}
