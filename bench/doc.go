// Package bench measures the program: every stage, whole runs, and how time grows with
// the input.
package bench
