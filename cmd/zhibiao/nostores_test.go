//go:build !stores

package main

import (
	"strings"
	"testing"
)

// The program as it is built by default names the cure for a URL, in and out.
func TestNoStores(t *testing.T) {
	for _, args := range [][]string{
		{"extract", "s3://reports/in"},
		{"extract", jilin, "-o", "gs://reports/out"},
		{"extract", jilin, "--format", "jsonl", "-o", "azblob://reports/x.jsonl"},
		{"dataset", "check", "s3://reports/out"},
		{"view", "s3://reports/a.txt", "-o", "-"},
	} {
		got := expect(t, exitNothing, args...)
		if !strings.Contains(got.stderr, "this program was built without object stores; build it with them (make build-stores") {
			t.Errorf("%q: %s", args, got.stderr)
		}
	}
}
