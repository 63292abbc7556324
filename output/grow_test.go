package output

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// series are reports of some places over some years, each with an aim and a result, so
// that one answers another, and an input that could not be read.
func series() []Rows {
	var parts []Rows
	for _, region := range []string{"甲市", "乙市", ""} {
		for year := 2021; year < 2025; year++ {
			rows := said(region, year,
				rate(extract.Target, year, "6", extract.Up, mention.About),
				rate(extract.Actual, year-1, fmt.Sprintf("%d.5", year%7), extract.Up, mention.Exact))
			rows.Documents[0].SHA256 = fmt.Sprint(region, year)
			parts = append(parts, rows)
		}
		parts = append(parts, NewReject(Source{Path: region + ".pdf"}, "the file is empty", "fetch it again"))
	}
	return parts
}

// grow opens a dataset for writing, with little room so that batches, groups and spills
// are many.
func grow(t testing.TB, dir string, batch int, opts Options) *ParquetFolder {
	opts.Batch = batch
	p, err := NewParquet(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	p.told.most, p.store.held = 2000, 3
	return p
}

// oneRun is a run over the first inputs, of which some differ from what they will be.
type oneRun struct {
	batch, inputs int
	stopped       bool
	drafts        map[int]bool
}

func anyRuns(inputs int) *rapid.Generator[[]oneRun] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) oneRun {
		return oneRun{
			batch: rapid.IntRange(1, 9).Draw(t, "batch"), inputs: rapid.IntRange(1, inputs).Draw(t, "inputs"),
			stopped: rapid.Bool().Draw(t, "stopped"),
			drafts:  rapid.MapOfN(rapid.IntRange(0, inputs-1), rapid.Just(true), 0, 3).Draw(t, "drafts"),
		}
	}), 1, 4)
}

func (r oneRun) write(t testing.TB, dir string, opts Options, parts []Rows) {
	w := grow(t, dir, r.batch, opts)
	for i, p := range parts[:r.inputs] {
		if r.drafts[i] && len(p.Documents) > 0 {
			p.Documents = slices.Clone(p.Documents)
			p.Documents[0].Title = fmt.Sprint("draft of batch ", r.batch)
		}
		put(t, w, p)
	}
	end := w.Close
	if r.stopped {
		end = w.Stop
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
}

// A dataset that grew by any runs, some stopped, with changes on the way, is after
// compaction the one of a single run, to the byte. ROUNDS=100 tries more.
func TestDatasetIsTheSameHoweverItGrew(t *testing.T) {
	parts, rounds := series(), 2
	if n, err := strconv.Atoi(os.Getenv("ROUNDS")); err == nil {
		rounds = n
	}
	for name, opts := range map[string]Options{"plain": {}, "partitioned": {Partition: "report_year"}, "wide": {Wide: true}} {
		t.Run(name, func(t *testing.T) {
			once := t.TempDir()
			writeAll(t, grow(t, once, 1000, opts), parts)
			for round := range rounds {
				dir, runs := t.TempDir(), anyRuns(len(parts)).Example(round)
				for _, run := range append(runs, oneRun{batch: 5, inputs: len(parts)}) {
					run.write(t, dir, opts, parts)
				}
				healthy(t, dir)
				if _, _, err := Compact(dir); err != nil {
					t.Fatal(err)
				}
				healthy(t, dir)
				if diff := cmp.Diff(contents(t, once), contents(t, dir)); diff != "" {
					t.Fatalf("after runs %+v datasets differ (-once +grown):\n%s", runs, diff)
				}
			}
		})
	}
}

// What is related on disk, group by group, is what Join relates in memory.
func TestDatasetRelatesReportsAsJoinDoes(t *testing.T) {
	dir, parts := t.TempDir(), series()
	writeAll(t, grow(t, dir, 4, Options{Wide: true}), parts)
	d, err := OpenDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := Join(parts)
	panel, err := d.Panel()
	if diff := cmp.Diff(want.Panel, panel); err != nil || diff != "" {
		t.Error(err, diff)
	}
	targets, err := all[TargetRow](d, "targets")
	byID := cmpopts.SortSlices(func(a, b TargetRow) bool { return a.FactID < b.FactID })
	exact := cmpopts.IgnoreTypes(new(float64)) // see targetCursor
	if diff := cmp.Diff(want.Targets, targets, byID, exact); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if answered := slices.ContainsFunc(targets, func(t TargetRow) bool { return t.Achieved != nil && !*t.Achieved }); !answered {
		t.Error("no aim is answered, want those of all years but the last")
	}
}

func put(t testing.TB, w Writer, rows Rows) {
	if err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
}

func writeAll(t testing.TB, w Writer, parts []Rows) {
	for _, p := range parts {
		put(t, w, p)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// healthy fails if Check finds anything.
func healthy(t testing.TB, dir string) {
	problems, err := Check(dir)
	if err != nil || len(problems) > 0 {
		t.Fatalf("check: %v %v", err, problems)
	}
}

// contents are the files of a folder with the hashes of what is in them.
func contents(t testing.TB, dir string) map[string]string {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files[relative(dir, path)] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// What is there already and unchanged is left out; what has changed is replaced; the
// rules of tomorrow read all anew.
func TestHoldings(t *testing.T) {
	dir := t.TempDir()
	rows := said("甲市", 2024, rate(extract.Actual, 2023, "5", extract.Up, mention.Exact))
	rows.Documents[0].SHA256 = "one"
	writeAll(t, grow(t, dir, 10, Options{RulesHash: "r"}), []Rows{rows})
	for _, c := range []struct {
		name, source, sha string
		opts              Options
		want              bool
	}{
		{"unchanged", "甲市-2024.txt", "one", Options{RulesHash: "r"}, true},
		{"by another spelling of its path", "./甲市-2024.txt", "one", Options{RulesHash: "r"}, true},
		{"changed", "甲市-2024.txt", "two", Options{RulesHash: "r"}, false},
		{"under other rules", "甲市-2024.txt", "one", Options{RulesHash: "s"}, false},
		{"forced", "甲市-2024.txt", "one", Options{RulesHash: "r", Force: true}, false},
		{"new", "甲市-2025.txt", "one", Options{RulesHash: "r"}, false},
	} {
		p := grow(t, dir, 10, c.opts)
		if got := p.Holds(c.source, c.sha); got != c.want {
			t.Errorf("%s: holds is %t", c.name, got)
		}
		p.Abort()
	}
}

// A name that is taken is numbered and stays with its source from run to run.
func TestDocumentsOfOneName(t *testing.T) {
	dir := t.TempDir()
	one, two := said("甲市", 2024), said("甲市", 2024)
	one.Documents[0].Source, two.Documents[0].Source = "a/x.txt", "b/x.txt"
	writeAll(t, grow(t, dir, 1, Options{}), []Rows{one, two})
	writeAll(t, grow(t, dir, 1, Options{}), []Rows{two, one})
	d, err := OpenDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := all[DocumentRow](d, "documents")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, d := range docs {
		got[d.Source] = d.DocID
	}
	want := map[string]string{"a/x.txt": "甲市-2024.txt", "b/x.txt": "甲市-2024.txt~2"}
	if diff := cmp.Diff(want, got); diff != "" || len(docs) != 2 {
		t.Errorf("%d documents (-want +got):\n%s", len(docs), diff)
	}
}

// Two members of an archive that bear one name are two documents, also in the next run.
func TestMembersOfOneName(t *testing.T) {
	dir := t.TempDir()
	one, two := said("甲市", 2024), said("甲市", 2024)
	one.Documents[0].Source, two.Documents[0].Source = "a.zip!x.txt", "a.zip!x.txt"
	one.Documents[0].SHA256, two.Documents[0].SHA256 = "one", "two"
	writeAll(t, grow(t, dir, 10, Options{}), []Rows{one, two})
	p := grow(t, dir, 10, Options{})
	defer p.Abort()
	for _, sha := range []string{"one", "two"} {
		if !p.Holds("a.zip!x.txt", sha) {
			t.Errorf("member %s is lost", sha)
		}
	}
}

// A file that was fetched again is no reject any more, nor is the archive around it.
func TestRejectsEndWhenTheFileIsRead(t *testing.T) {
	dir := t.TempDir()
	bad := []Rows{
		NewReject(Source{Path: "a.zip"}, "is no archive", "fetch it again"),
		NewReject(Source{Path: "b.txt"}, "the file is empty", "fetch it again"),
		NewReject(Source{Path: "c.txt"}, "the file is empty", "fetch it again"),
	}
	writeAll(t, grow(t, dir, 10, Options{}), bad)
	writeAll(t, grow(t, dir, 10, Options{}), bad) // told again, not twice
	a, b := said("甲市", 2024), said("乙市", 2024)
	a.Documents[0].Source, b.Documents[0].Source = "a.zip!x.txt", "b.txt"
	writeAll(t, grow(t, dir, 10, Options{}), []Rows{a, b, bad[2]})
	d, err := OpenDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	rejects, err := all[RejectRow](d, "rejects")
	if err != nil || len(rejects) != 1 || rejects[0].Source != "c.txt" {
		t.Errorf("rejects are %v (%v), want that of c.txt", rejects, err)
	}
}

// Two runs do not write into one folder at a time.
func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	p := grow(t, dir, 1, Options{})
	if _, err := NewParquet(dir, Options{}); err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("error is %v, want one about the other run", err)
	}
	p.Abort()
	grow(t, dir, 1, Options{}).Abort()
}

// Check finds each way in which a dataset can be broken, and Vacuum what is left over.
func TestCheckFindsWhatIsBroken(t *testing.T) {
	for name, hurt := range map[string]func(t *testing.T, dir string){
		"a file is missing": func(t *testing.T, dir string) { errOf(t, os.Remove(onlyFile(t, dir, "facts"))) },
		"a byte has changed": func(t *testing.T, dir string) {
			content, err := os.ReadFile(onlyFile(t, dir, "facts"))
			errOf(t, err)
			content[len(content)/2]++
			errOf(t, os.WriteFile(onlyFile(t, dir, "facts"), content, 0o644))
		},
		"a stray part": func(t *testing.T, dir string) {
			errOf(t, os.WriteFile(filepath.Join(dir, "facts", "part-00007-0123456789ab.parquet"), nil, 0o644))
		},
		"a temporary file": func(t *testing.T, dir string) { errOf(t, os.WriteFile(filepath.Join(dir, ".zhibiao-1"), nil, 0o644)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			writeAll(t, grow(t, dir, 10, Options{}), series()[:3])
			mine := filepath.Join(dir, "facts", "mine.parquet")
			errOf(t, os.WriteFile(mine, nil, 0o644))
			healthy(t, dir)
			hurt(t, dir)
			problems, err := Check(dir)
			if err != nil || len(problems) != 1 {
				t.Fatalf("problems are %q (%v), want one", problems, err)
			}
			removed, err := Vacuum(dir)
			errOf(t, err)
			if stray := strings.Contains(name, "stray") || strings.Contains(name, "temporary"); stray != (len(removed) == 1) {
				t.Errorf("vacuum removed %v", removed)
			}
			if _, err := os.Stat(mine); err != nil {
				t.Error("vacuum removed a file of the user")
			}
		})
	}
}

func errOf(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
