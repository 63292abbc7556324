package output

import (
	"errors"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// assembled writes rows with workers, each document by one.
func assembled(t *testing.T, dir string, shards int, opts Options, parts []Rows) {
	t.Helper()
	a, err := NewAssembly(dir, true)
	errOf(t, err)
	errOf(t, CommitShards(dir, a.Staging(), sharded(t, a.Staging(), shards, opts, parts), opts))
	errOf(t, a.Close())
}

func sharded(t *testing.T, staging string, shards int, opts Options, parts []Rows) []Shard {
	t.Helper()
	var done []Shard
	for n := range shards {
		w, err := NewShardWriter(staging, n+1, shards, opts)
		errOf(t, err)
		for _, p := range parts {
			name := sourceOf(p)
			if len(p.Documents) > 0 {
				name = Place(p.Documents[0].RegionCode, p.Documents[0].Region, p.Documents[0].DocID)
			}
			sum := fnv.New32()
			sum.Write([]byte(name))
			if int(sum.Sum32())%shards == n {
				put(t, w, p)
			}
		}
		errOf(t, w.Close())
		done = append(done, w.Shard())
	}
	return done
}

// Any number of workers write what one run writes: the same files, once they are compacted.
func TestShardsAreTheDatasetOfOneRun(t *testing.T) {
	parts := append(series(), NewReject(Source{Path: "甲市.pdf"}, "the file is empty", "fetch it again")) // told twice
	for name, opts := range map[string]Options{
		"plain": {RulesHash: "r"}, "partitioned": {Partition: "report_year"}, "wide": {Wide: true},
	} {
		t.Run(name, func(t *testing.T) {
			once := t.TempDir()
			writeAll(t, grow(t, once, 1000, opts), parts)
			for _, shards := range []int{1, 2, 8} {
				dir := t.TempDir()
				assembled(t, dir, shards, opts, parts)
				healthy(t, dir)
				if _, _, err := Compact(dir); err != nil {
					t.Fatal(err)
				}
				healthy(t, dir)
				if diff := cmp.Diff(contents(t, once), contents(t, dir)); diff != "" {
					t.Errorf("%d shards (-once +sharded):\n%s", shards, diff)
				}
			}
		})
	}
}

// A run takes up a dataset of shards as it does its own.
func TestRunGoesOnFromShards(t *testing.T) {
	once, dir, parts := t.TempDir(), t.TempDir(), series()
	writeAll(t, grow(t, once, 1000, Options{}), parts)
	assembled(t, dir, 4, Options{}, parts[:7])
	writeAll(t, grow(t, dir, 1000, Options{}), parts)
	if _, _, err := Compact(dir); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(contents(t, once), contents(t, dir)); diff != "" {
		t.Errorf("(-once +gone on):\n%s", diff)
	}
}

// Workers that die half-way, are started twice or come late leave nothing in the dataset.
func TestShardsCountOnce(t *testing.T) {
	dir, other, parts, opts := t.TempDir(), t.TempDir(), series(), Options{}
	assembled(t, other, 3, opts, parts)

	a, err := NewAssembly(dir, false)
	errOf(t, err)
	errOf(t, os.WriteFile(filepath.Join(a.Staging(), ".zhibiao-dead"), []byte("half a file"), 0o600))
	sharded(t, a.Staging(), 3, opts, parts[:5]) // saw fewer reports, and its answer was lost
	first := sharded(t, a.Staging(), 3, opts, parts)
	again := sharded(t, a.Staging(), 3, opts, parts)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("a shard written twice differs:\n%s", diff)
	}
	if _, err := OpenDataset(dir); err == nil {
		t.Error("readers see tables before the commit")
	}
	errOf(t, CommitShards(dir, a.Staging(), first, opts))
	errOf(t, CommitShards(dir, a.Staging(), again, opts)) // the answer of the first was lost
	errOf(t, a.Close())
	healthy(t, dir)
	if diff := cmp.Diff(contents(t, other), contents(t, dir)); diff != "" {
		t.Errorf("(-undisturbed +disturbed):\n%s", diff)
	}
}

// A commit that was broken off between any two files is taken up by the next.
func TestCommitIsTakenUp(t *testing.T) {
	dir, other, parts, opts := t.TempDir(), t.TempDir(), series(), Options{}
	assembled(t, other, 2, opts, parts)
	a, err := NewAssembly(dir, false)
	errOf(t, err)
	shards := sharded(t, a.Staging(), 2, opts, parts)
	for _, f := range shards[0].Files[:3] { // moved before the worker died
		to := filepath.Join(dir, f.Path)
		errOf(t, os.MkdirAll(filepath.Dir(to), 0o755))
		errOf(t, os.Rename(filepath.Join(a.Staging(), f.Path), to))
	}
	errOf(t, CommitShards(dir, a.Staging(), shards, opts))
	errOf(t, a.Close())
	if diff := cmp.Diff(contents(t, other), contents(t, dir)); diff != "" {
		t.Errorf("(-undisturbed +taken up):\n%s", diff)
	}
}

// Nothing is put in force that is no whole dataset, and none is lost unasked.
func TestCommitRefuses(t *testing.T) {
	parts, opts := series(), Options{}
	for want, spoil := range map[string]func(dir string, shards []Shard) []Shard{
		"two shards wrote":      func(_ string, s []Shard) []Shard { return append(s, s[0]) },
		"of a shard is gone":    func(dir string, s []Shard) []Shard { os.Remove(filepath.Join(dir, s[1].Files[0].Path)); return s },
		"no report could be re": func(string, []Shard) []Shard { return nil },
	} {
		dir := t.TempDir()
		a, err := NewAssembly(dir, false)
		errOf(t, err)
		shards := spoil(a.Staging(), sharded(t, a.Staging(), 2, opts, parts))
		if err := CommitShards(dir, a.Staging(), shards, opts); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %q", err, want)
		}
		if _, err := NewAssembly(dir, false); err == nil || !strings.Contains(err.Error(), "another run") {
			t.Errorf("second run: error is %v, want one about the other run", err)
		}
		errOf(t, a.Close())
		if left := contents(t, dir); len(left) > 0 {
			t.Errorf("%s: leaves %v", want, left)
		}
	}
	dir := t.TempDir()
	assembled(t, dir, 2, opts, parts)
	if _, err := NewAssembly(dir, false); err == nil || !strings.Contains(err.Error(), "holds a dataset already") {
		t.Errorf("error is %v, want one about the dataset that is there", err)
	}
	assembled(t, dir, 5, opts, parts[:5])
	healthy(t, dir)
	errOf(t, os.Remove(filepath.Join(dir, datasetFile)))
	if _, err := NewAssembly(dir, true); err == nil || !strings.Contains(err.Error(), "without the dataset.json") {
		t.Errorf("error is %v, want one about the missing description", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "facts")); errors.Is(err, fs.ErrNotExist) {
		t.Error("tables without a description are removed")
	}
}

// A shard is cut into parts between places, however many reports one has.
func TestShardPartsEndWithAPlace(t *testing.T) {
	var parts []Rows
	for _, p := range series() {
		if len(p.Documents) > 0 && p.Documents[0].Region != "" {
			p.Documents = slices.Clone(p.Documents)
			p.Documents[0].Chars = shardPart / 3
			parts = append(parts, p)
		}
	}
	once, dir := t.TempDir(), t.TempDir()
	writeAll(t, grow(t, once, 1000, Options{}), parts)
	a, err := NewAssembly(dir, false)
	errOf(t, err)
	shards := sharded(t, a.Staging(), 1, Options{}, parts)
	errOf(t, CommitShards(dir, a.Staging(), shards, Options{}))
	errOf(t, a.Close())
	if shards[0].Documents != 8 || len(shards[0].Files) != 12 { // no rejects
		t.Errorf("%d documents in %d files, want 8 in two parts", shards[0].Documents, len(shards[0].Files))
	}
	for _, folder := range []string{once, dir} {
		if _, _, err := Compact(folder); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(contents(t, once), contents(t, dir)); diff != "" {
		t.Errorf("(-once +in parts):\n%s", diff)
	}
}

// Names are given as a run gives them, and what could be confused has one base name.
func TestDistinctNames(t *testing.T) {
	names := []string{"a.txt", "b.txt", "a.txt", "a.txt~2", "a.txt", "a.txt~2~2", "~2", "~2"}
	want := []string{"a.txt", "b.txt", "a.txt~2", "a.txt~2~2", "a.txt~3", "a.txt~2~2~2", "~2", "~2~2"}
	got := DistinctNames(names)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	alone := map[string][]string{} // as workers do
	for _, n := range names {
		alone[BaseName(n)] = append(alone[BaseName(n)], n)
	}
	if diff := cmp.Diff([]string{"a.txt", "a.txt~2", "a.txt~2~2", "a.txt~3", "a.txt~2~2~2"}, DistinctNames(alone["a.txt"])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"~2", "~2~2"}, DistinctNames(alone["~2"])); diff != "" {
		t.Error(diff)
	}
}
