//go:build !race

package view

// slowdown is 1: only the race detector makes things take longer.
const slowdown = 1
