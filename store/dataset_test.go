package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

const tables = "s3://b/out/tables"

// rowsOf reads small reports of some years of one place, and an input that cannot be read.
func rowsOf(t testing.TB, years ...int) []output.Rows {
	t.Helper()
	program, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		t.Fatal(err)
	}
	inputs := func(yield func(source.Input, error) bool) {
		for _, year := range years {
			text := fmt.Sprintf("%d年甲市政府工作报告\n一、%d年工作回顾\n地区生产总值增长%d.5%%，新建道路%d公里。\n二、%d年工作任务\n地区生产总值增长%d%%左右。\n",
				year, year-1, year%7, year%11+1, year, year%5+4)
			if !yield(source.Bytes(fmt.Sprintf("s3://b/in/%d.txt", year), []byte(text), source.Options{}), nil) {
				return
			}
		}
		yield(source.Bytes("s3://b/in/empty.txt", nil, source.Options{}), nil)
	}
	var rows []output.Rows
	for r := range program.Batch(t.Context(), inputs, 1) {
		rows = append(rows, r.Rows)
	}
	return rows
}

// writer is what both a folder and a store are written by.
type writer interface {
	output.Writer
	Abort()
}

// write writes rows; an error ends the writing as a run ends.
func write(w writer, rows []output.Rows) error {
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			w.Abort()
			return err
		}
	}
	return w.Close()
}

// put writes rows into the dataset of a shelf, in a run of its own.
func put(t testing.TB, s *shelf, batch int, rows []output.Rows) error {
	t.Helper()
	d, err := s.client(t).NewDataset(tables, output.Options{Batch: batch})
	if err != nil {
		return err
	}
	return write(d, rows)
}

// local writes rows into a folder and merges its parts.
func local(t testing.TB, rows []output.Rows) map[string]string {
	t.Helper()
	dir := t.TempDir()
	d, err := output.NewParquet(dir, output.Options{})
	errOf(t, err)
	errOf(t, write(d, rows))
	return merged(t, dir)
}

// merged merges the parts of a dataset and hashes its files.
func merged(t testing.TB, dir string) map[string]string {
	t.Helper()
	_, _, err := output.Compact(dir)
	errOf(t, err)
	files := map[string]string{}
	errOf(t, filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(p)
		files[strings.TrimPrefix(p, dir)] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	}))
	return files
}

// healthy checks what readers of the shelf see at this moment, but for work that is still
// to be done and files that are left over, and returns the folder.
func healthy(t testing.TB, s *shelf) string {
	t.Helper()
	f, err := s.client(t).Look(tables)
	errOf(t, err)
	if f.description == nil || len(f.held) == 0 {
		return f.Dir // nothing yet
	}
	problems, err := s.client(t).Check(tables)
	errOf(t, err)
	for _, p := range problems {
		if !strings.Contains(p, "are behind") && !strings.Contains(p, "left over") {
			t.Errorf("check: %s", p)
		}
	}
	return f.Dir
}

func errOf(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A dataset in a store that grew by several runs is that of a folder, to the byte.
func TestDatasetInStore(t *testing.T) {
	rows, s := rowsOf(t, 2020, 2021, 2022, 2023, 2024), newShelf("out/other.txt", "out/tables/mine.parquet", "out/tables2/facts/part-00001-0123456789ab.parquet")
	errOf(t, put(t, s, 2, rows[:2]))
	healthy(t, s)
	errOf(t, put(t, s, 1, rows))
	dir := healthy(t, s)
	if d := cmp.Diff(local(t, rows), merged(t, dir)); d != "" {
		t.Errorf("(-folder +store):\n%s", d)
	}
	for _, own := range []string{"out/other.txt", "out/tables/mine.parquet", "out/tables2/facts/part-00001-0123456789ab.parquet"} {
		if !slices.Contains(s.keys(), own) {
			t.Errorf("%s is gone", own)
		}
	}
	f, err := s.client(t).Look(tables)
	if errOf(t, err); len(f.strays) > 0 {
		t.Errorf("left behind: %v", f.strays)
	}
}

// A run that brings nothing new changes nothing and fetches only what tells that.
func TestNothingNew(t *testing.T) {
	rows, s := rowsOf(t, 2023, 2024), newShelf()
	errOf(t, put(t, s, 64, rows))
	before, versions := s.keys(), fmt.Sprint(s.versions["out/tables/dataset.json"])
	d, err := s.client(t).NewDataset(tables, output.Options{})
	errOf(t, err)
	for _, r := range rows[:2] {
		if doc := r.Documents[0]; !d.Holds(doc.Source, doc.SHA256) {
			t.Errorf("%s is not known", doc.Source)
		}
	}
	errOf(t, write(d, rows[2:])) // the reject, told again
	if len(d.folder.away) == 0 {
		t.Error("all tables were fetched")
	}
	if d := cmp.Diff(before, s.keys()); d != "" || fmt.Sprint(s.versions["out/tables/dataset.json"]) != versions {
		t.Errorf("the store has changed: %s", d)
	}
}

// A run that dies before any of its changes, or while one is under way, leaves a dataset
// that can be read; the next run ends as if nothing had happened and removes what is left.
// KILLS=1 tries every change.
func TestDeadAtAnyChange(t *testing.T) {
	step := 7
	if os.Getenv("KILLS") != "" {
		step = 1
	}
	first, rows := rowsOf(t, 2019, 2020), rowsOf(t, 2020, 2021, 2022)
	want := local(t, append(slices.Clone(first[:2]), rows...))
	dead := errors.New("killed")
	for n := 1; ; n += step {
		s := newShelf()
		if n%2 == 0 {
			errOf(t, put(t, s, 64, first))
		}
		limit := s.changes + (n+1)/2
		s.before = func(change int, _, _ string) error {
			if change >= limit {
				return dead
			}
			return nil
		}
		err := put(t, s, 1, append(slices.Clone(first[:2]), rows...))
		if s.changes < limit {
			if n < 40 {
				t.Fatalf("only %d changes", n/2)
			}
			return
		}
		if !errors.Is(err, dead) {
			t.Fatalf("dead at change %d: %v", limit, err)
		}
		s.before = nil
		healthy(t, s)
		errOf(t, put(t, s, 64, append(slices.Clone(first[:2]), rows...)))
		dir := healthy(t, s)
		if d := cmp.Diff(want, merged(t, dir)); d != "" {
			t.Fatalf("dead at change %d (-undisturbed +dead):\n%s", limit, d)
		}
		if f, err := s.client(t).Look(tables); err != nil || len(f.strays) > 0 {
			t.Fatalf("dead at change %d: left over: %v, %v", limit, f.strays, err)
		}
	}
}

// Two runs at a time: the second to finish a step is told, and what the first wrote
// stands, at whatever moment it came, and also in a store that knows no conditions unless
// it came between the last look and the step.
func TestTwoWriters(t *testing.T) {
	one, two := rowsOf(t, 2021, 2022), rowsOf(t, 2023, 2024)
	want := local(t, two)
	for n := 1; ; n++ {
		s, came := newShelf(), atomic.Bool{}
		s.before = func(change int, _, key string) error {
			if change != n {
				return nil
			}
			came.Store(true)
			s.mu.Lock()
			s.lax = n%2 == 0 && !strings.HasSuffix(key, descriptionFile)
			s.mu.Unlock()
			return put(t, s, 64, two)
		}
		err := put(t, s, 64, one)
		if !came.Load() {
			if n < 8 {
				t.Fatalf("only %d changes", n)
			}
			return
		}
		dir := healthy(t, s)
		if err == nil { // the other run came before this one had looked, or after it had ended
			continue
		}
		if !strings.Contains(err.Error(), tables+": another run has written to it since this one began; what that run wrote stands") {
			t.Fatalf("change %d: %v", n, err)
		}
		if d := cmp.Diff(want, merged(t, dir)); d != "" {
			t.Fatalf("change %d (-the other run's +stands):\n%s", n, d)
		}
	}
}

// An answer that is lost is no other run.
func TestLostAnswer(t *testing.T) {
	s := newShelf()
	s.after = func(_, key string, err error) error {
		if err == nil && strings.HasSuffix(key, descriptionFile) {
			return &Fault{Kind: Unreachable, Err: errors.New("connection reset")}
		}
		return err
	}
	rows := rowsOf(t, 2024)
	errOf(t, put(t, s, 1, rows))
	if d := cmp.Diff(local(t, rows), merged(t, healthy(t, s))); d != "" {
		t.Error(d)
	}
}

// A line that breaks now and then is tried again.
func TestBrokenLines(t *testing.T) {
	s := newShelf()
	var mutex sync.Mutex
	tries := map[string]int{} // of each change; by all changes together one may fail every time
	s.before = func(_ int, op, key string) error {
		mutex.Lock()
		defer mutex.Unlock()
		tries[op+key]++
		if tries[op+key]%2 == 1 && !strings.HasSuffix(key, descriptionFile) {
			return &Fault{Kind: Unreachable, Err: errors.New("connection reset")}
		}
		return nil
	}
	rows := rowsOf(t, 2023, 2024)
	errOf(t, put(t, s, 1, rows[:1]))
	for _, key := range s.keys() {
		s.cut[key] = 333
	}
	errOf(t, put(t, s, 1, rows))
	s.cut = nil
	if d := cmp.Diff(local(t, rows), merged(t, healthy(t, s))); d != "" {
		t.Error(d)
	}
}

// What is wrong is told with the URL before any work is done, and leads to no change.
func TestDatasetFaults(t *testing.T) {
	rows := rowsOf(t, 2024)
	for name, c := range map[string]struct {
		hurt func(s *shelf)
		opts output.Options
		want string
	}{
		"denied": {func(s *shelf) {
			s.before = func(int, string, string) error { return &Fault{Kind: Denied, Err: errors.New("AccessDenied")} }
		}, output.Options{}, tables + ": the store denies access (AccessDenied); check the credentials"},
		"other layout":       {func(*shelf) {}, output.Options{Wide: true}, "dataset " + tables + ": is written without --wide: leave it out"},
		"no description":     {func(s *shelf) { delete(s.objects, "out/tables/dataset.json") }, output.Options{}, tables + ": holds tables without the dataset.json"},
		"other description":  {func(s *shelf) { s.objects["out/tables/dataset.json"] = []byte("{}") }, output.Options{}, tables + "/dataset.json: describes \"\", not tables of zhibiao"},
		"broken description": {func(s *shelf) { s.objects["out/tables/dataset.json"] = []byte("{") }, output.Options{}, tables + "/dataset.json: unexpected end of JSON"},
		"path outside": {func(s *shelf) {
			s.objects["out/tables/dataset.json"] = []byte(`{"name":"zhibiao","resources":[{"files":[{"path":"../x"}]}]}`)
		}, output.Options{}, tables + `/dataset.json: file "../x" lies outside`},
		"damaged": {func(s *shelf) { s.objects[s.keys()[1]][9]++ }, output.Options{}, "the content has hash"},
		"missing": {func(s *shelf) { delete(s.objects, s.keys()[1]) }, output.Options{}, "there is no such object"},
	} {
		s := newShelf()
		errOf(t, put(t, s, 64, rows))
		c.hurt(s)
		before := s.keys()
		d, err := s.client(t).NewDataset(tables, c.opts)
		if err == nil {
			d.Abort()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), os.TempDir()) {
			t.Errorf("%s: %v", name, err)
		}
		if d := cmp.Diff(before, s.keys()); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// CSV tables take the place of those of an earlier run, and at no moment do old and new
// ones stand under one description.
func TestTablesInStore(t *testing.T) {
	s := newShelf()
	for _, rows := range [][]output.Rows{rowsOf(t, 2023), rowsOf(t, 2024), rowsOf(t, 2024)} {
		s.before = func(_ int, _, key string) error {
			s.mu.Lock()
			defer s.mu.Unlock()
			if files, _ := namedIn(s.objects["out/tables/dataset.json"]); key == "out/tables/facts.csv" && len(files) > 0 {
				t.Error("facts.csv is replaced while dataset.json names it")
			}
			return nil
		}
		w, err := s.client(t).NewTables(tables, func(dir string) (output.Writer, error) { return output.NewCSVFolder(dir, false, output.Options{}) })
		errOf(t, err)
		for _, r := range rows {
			errOf(t, w.Write(r))
		}
		errOf(t, w.Close())
		files, err := namedIn(s.objects["out/tables/dataset.json"])
		if doc := rows[0].Documents[0].DocID; !strings.Contains(string(s.objects["out/tables/documents.csv"]), doc) || len(files) != 7 || err != nil {
			t.Errorf("%s is not there: %s", doc, s.keys())
		}
	}
	if _, err := s.client(t).NewDataset(tables, output.Options{}); err == nil || !strings.Contains(err.Error(), "holds tables in csv") {
		t.Errorf("got %v", err)
	}
}

// Outputs of one object, and files that nothing describes.
func TestObjectsInStore(t *testing.T) {
	rows, s := rowsOf(t, 2024), newShelf()
	c := s.client(t)
	single, err := c.NewSingle("s3://b/x.jsonl", func(w io.Writer) output.Writer { return output.NewJSONL(w) })
	errOf(t, err)
	unfinished, err := c.NewSingle("s3://b/y.jsonl", func(w io.Writer) output.Writer { return output.NewJSONL(w) })
	errOf(t, err)
	errOf(t, unfinished.pipe.CloseWithError(errors.New("the run ended")))
	book, err := c.NewFiles("s3://b/book", output.NewWorkbook)
	errOf(t, err)
	for _, r := range rows {
		errOf(t, errors.Join(single.Write(r), book.Write(r)))
	}
	errOf(t, errors.Join(single.Close(), book.Close()))
	if d := cmp.Diff([]string{"book/zhibiao.xlsx", "x.jsonl"}, s.keys()); d != "" {
		t.Error(d)
	}
	if n := strings.Count(string(s.objects["x.jsonl"]), "\n"); n != len(rows[0].Facts) {
		t.Errorf("%d lines for %d facts", n, len(rows[0].Facts))
	}
	s.before = func(int, string, string) error { return &Fault{Kind: Denied, Err: errors.New("AccessDenied")} }
	if _, err := c.NewSingle("s3://b/z.jsonl", nil); err == nil || !strings.HasPrefix(err.Error(), "s3://b/z.jsonl: the store denies access") {
		t.Errorf("got %v", err)
	}
	if _, err := c.NewFiles("s3://b/z", nil); err == nil || !strings.HasPrefix(err.Error(), "s3://b/z: the store denies access") {
		t.Errorf("got %v", err)
	}
}

// Check tells of what is damaged, missing or left over, by its URL; Vacuum removes the
// last; Compact merges parts in place.
func TestTidy(t *testing.T) {
	rows, s := rowsOf(t, 2020, 2021, 2022), newShelf()
	errOf(t, put(t, s, 1, rows[:2]))
	errOf(t, put(t, s, 1, rows))
	stray := "out/tables/facts/part-00099-0123456789ab.parquet"
	s.objects[stray] = []byte("x")
	check := func(want ...string) {
		t.Helper()
		problems, err := s.client(t).Check(tables)
		if err != nil || len(problems) != len(want) {
			t.Fatalf("problems %q, %v; want %q", problems, err, want)
		}
		for i := range want {
			if !strings.Contains(problems[i], want[i]) || strings.Contains(problems[i], os.TempDir()) {
				t.Errorf("got %q, want %q", problems[i], want[i])
			}
		}
	}
	check("s3://b/" + stray + " is left over")
	removed, err := s.client(t).Vacuum(tables)
	if d := cmp.Diff([]string{"s3://b/" + stray}, removed); d != "" || err != nil {
		t.Error(d, err)
	}
	check()
	before, after, err := s.client(t).Compact(tables)
	if before < 3 || after != 1 || err != nil {
		t.Errorf("%d parts merged into %d, %v", before, after, err)
	}
	if d := cmp.Diff(local(t, rows), merged(t, healthy(t, s))); d != "" {
		t.Error(d)
	}
	facts := slices.IndexFunc(s.keys(), func(key string) bool { return strings.Contains(key, "/facts/") })
	s.objects[s.keys()[facts]][100]++
	check("the content has hash")
	delete(s.objects, s.keys()[facts])
	check("no such file")
	if _, err := s.client(t).Check("s3://b/none"); err == nil || !strings.Contains(err.Error(), "dataset s3://b/none: no Parquet tables; write some with zhibiao extract REPORTS -o s3://b/none") {
		t.Errorf("got %v", err)
	}
}
