package zhibiao

import (
	"errors"
	"iter"
	"strings"
	"testing"

	"zhibiao/source"
)

// A panic in one report is that report's reject, with the stack for whoever mends it, and
// the others go on.
func TestPanicIsAReject(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.normalizer = nil // every report with a number now panics
	inputs := func(yield func(source.Input, error) bool) {
		_ = yield(source.Bytes("number.txt", []byte("地区生产总值增长6.7%。"), source.Options{}), nil) &&
			yield(source.Bytes("empty.txt", nil, source.Options{}), nil)
	}
	var results []Result
	for r := range p.Batch(t.Context(), iter.Seq2[source.Input, error](inputs), 1) {
		results = append(results, r)
	}
	if len(results) != 2 {
		t.Fatalf("%d results of 2 inputs", len(results))
	}
	var fault *Fault
	if !errors.As(results[0].Err, &fault) || !strings.Contains(string(fault.Stack), "goroutine") {
		t.Fatalf("error is %v", results[0].Err)
	}
	row := results[0].Rows.Rejects[0]
	if row.Source != "number.txt" || !strings.HasPrefix(row.Reason, "fault of the program: ") || row.Cure == "" {
		t.Errorf("row is %+v", row)
	}
	if errors.As(results[1].Err, &fault) || results[1].Rows.Rejects[0].Reason != "the file is empty" {
		t.Errorf("an empty file is %v", results[1].Err)
	}
}
