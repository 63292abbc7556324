package pipeline

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/google/go-cmp/cmp"

	"zhibiao/output"
)

// Objects of a store are read as files are; what is not there is a reject.
func TestObjects(t *testing.T) {
	text, err := os.ReadFile(seed)
	ok(t, err)
	memfs.Write("memfs://bucket/a/one.txt", text)
	memfs.Write("memfs://bucket/a/two.txt", []byte(other(string(text), "长春市", 1, 1)))
	memfs.Write("memfs://bucket/b/large.txt", append(text, text...))
	dir := t.TempDir()
	o := Options{
		Paths: []string{"memfs://bucket/a/*", seed, "memfs://bucket/b/large.txt", "memfs://bucket/none*", "nostore://x/y"},
		Dir:   dir, Shards: 2, MaxInput: int64(len(text)),
	}
	sum, err := Run(context.Background(), "prism", o)
	ok(t, err)
	if sum.Documents != 3 || sum.Rejected != 3 {
		t.Errorf("%+v, want 3 documents and 3 rejects", sum)
	}
	healthy(t, dir)
	var got []string
	for _, table := range []string{"documents", "rejects"} {
		for _, row := range rowsOf(t, dir)[table] {
			for field := range strings.FieldsSeq(row) {
				if strings.HasPrefix(field, "source=") || strings.HasPrefix(field, "region_code=") {
					got = append(got, field)
				}
			}
		}
	}
	want := []string{
		"source=memfs://bucket/a/one.txt", "region_code=220200", "source=memfs://bucket/a/two.txt", "region_code=220100",
		"source=" + seed, "region_code=220200",
		"source=memfs://bucket/b/large.txt", "source=memfs://bucket/none*", "source=nostore://x/y",
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What cannot end well is told before anything is done.
func TestRunRefuses(t *testing.T) {
	good := Options{Paths: []string{seed}, Dir: t.TempDir(), Shards: 1}
	for want, spoil := range map[string]func(*Options){
		"no input":          func(o *Options) { o.Paths = nil },
		"standard input":    func(o *Options) { o.Paths = []string{"-"} },
		"no output folder":  func(o *Options) { o.Dir = "" },
		"at least one":      func(o *Options) { o.Shards = 0 },
		"no such partition": func(o *Options) { o.Partition = "region" },
	} {
		o := good
		spoil(&o)
		if _, err := Run(context.Background(), "prism", o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %q", err, want)
		}
	}
	if left := contents(t, good.Dir); len(left) > 0 {
		t.Errorf("leaves %v", left)
	}
}

// A worker with other rules than those of the run does nothing, and a run that reads no
// report changes nothing.
func TestRunFails(t *testing.T) {
	o := Options{Paths: []string{seed}, Dir: t.TempDir(), Shards: 1, RulesHash: "other"}
	if _, err := process.worker(o); err == nil || !strings.Contains(err.Error(), "other") {
		t.Errorf("error is %v, want one about the rules", err)
	}
	o.Paths = []string{"missing.txt"}
	if _, err := Run(context.Background(), "prism", o); err == nil || !strings.Contains(err.Error(), "no report could be read") {
		t.Errorf("error is %v, want one about there being no report", err)
	}
	if left := contents(t, o.Dir); len(left) > 0 {
		t.Errorf("leaves %v", left)
	}
	if _, err := output.OpenDataset(o.Dir); err == nil {
		t.Error("there is a dataset")
	}
}
