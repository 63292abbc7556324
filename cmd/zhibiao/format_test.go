package main

import (
	"runtime"
	"testing"
)

func TestOnProcessors(t *testing.T) {
	all := runtime.GOMAXPROCS(0)
	for jobs, want := range map[int]int{1: 1, all: all, all + 5: all} {
		restore := onProcessors(jobs)
		if got := runtime.GOMAXPROCS(0); got != want {
			t.Errorf("%d jobs run on %d of %d processors, want %d", jobs, got, all, want)
		}
		restore()
		if got := runtime.GOMAXPROCS(0); got != all {
			t.Errorf("%d jobs leave %d of %d processors", jobs, got, all)
		}
	}
}
