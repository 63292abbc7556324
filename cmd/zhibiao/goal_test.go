package main

import "testing"

func TestGoalFor(t *testing.T) {
	for live, want := range map[uint64]int64{0: memoryGoal, 100 << 20: memoryGoal, 1 << 30: 3 << 29} {
		if got := goalFor(live); got != want {
			t.Errorf("with %d bytes in use the goal is %d, want %d", live, got, want)
		}
	}
}
