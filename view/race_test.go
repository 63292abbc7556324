//go:build race

package view

// slowdown is how much longer the race detector makes things take.
const slowdown = 8
