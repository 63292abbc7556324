package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// memoryGoal is how much memory the collector tries to stay under: a batch needs half of
// it, and would take three times as much if garbage were let lie.
const memoryGoal = 224 << 20

// goalFor is the goal where so many bytes are in use. A report as long as a library needs
// more than the usual one; the collector would then run without end, and not get there.
func goalFor(live uint64) int64 { return max(memoryGoal, int64(live/2*3)) }

// keepMemory sets the goal, and sets it anew after each collection.
func keepMemory() {
	debug.SetMemoryLimit(memoryGoal)
	goal := int64(memoryGoal)
	type cycle struct{ _ [16]byte } // the collector comes by it once a cycle
	var after func(*cycle)
	after = func(c *cycle) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		if next := goalFor(sample[0].Value.Uint64()); next != goal {
			goal = next
			debug.SetMemoryLimit(goal)
		}
		runtime.SetFinalizer(c, after)
	}
	runtime.SetFinalizer(new(cycle), after)
}
