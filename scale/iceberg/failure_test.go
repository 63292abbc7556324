package iceberg

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/apache/iceberg-go/table"
	"github.com/google/go-cmp/cmp"

	"zhibiao/output"
)

// grown is a registered dataset that has changed since in every table.
func grown(t *testing.T) (dir, warehouse string, before map[string]Change) {
	t.Helper()
	dir, warehouse = t.TempDir(), t.TempDir()
	reports := three(t)
	write(t, dir, output.Options{}, reports[0], reports[2])
	c := open(t, warehouse)
	before = follow(t, c, dir)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	reports[2].text += "粮食产量100万吨。"
	write(t, dir, output.Options{}, reports[1], reports[2])
	return dir, warehouse, before
}

// fails registers a dataset in vain.
func fails(t *testing.T, c *Catalog, dir string) error {
	t.Helper()
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Register(t.Context(), c, data, false); err == nil {
		t.Fatal("the registration succeeds")
	}
	return err
}

// checkStands checks that all tables stand at the snapshots told and can be read.
func checkStands(t *testing.T, c *Catalog, want map[string]Change) {
	t.Helper()
	for name, change := range want {
		tbl, err := c.table(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		var id int64
		if s := tbl.CurrentSnapshot(); s != nil {
			id = s.SnapshotID
		}
		if id != change.Snapshot || len(rows(t, c, name, Look{})) != int(change.Rows) {
			t.Errorf("table %s: snapshot %d with %d rows, want %d with %d", name, id, len(rows(t, c, name, Look{})), change.Snapshot, change.Rows)
		}
	}
}

// dataFiles lists the Parquet files of a warehouse.
func dataFiles(t *testing.T, warehouse string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(warehouse, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".parquet") {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDamagedPartChangesNothing(t *testing.T) {
	dir, warehouse, before := grown(t)
	stood := files(t, warehouse)
	paths, err := output.Files(dir, "panel") // the last table with rows
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(paths[0], content, 0o666); err != nil {
		t.Fatal(err)
	}
	c := open(t, warehouse)
	if err := fails(t, c, dir); !strings.Contains(err.Error(), "write the dataset anew") {
		t.Errorf("told is %v", err)
	}
	if diff := cmp.Diff(stood, files(t, warehouse)); diff != "" {
		t.Errorf("the warehouse changed:\n%s", diff)
	}
	checkStands(t, c, before)
}

// What goes wrong only when the rows are read leaves no files either.
func TestWrongCountOfRowsChangesNothing(t *testing.T) {
	dir, warehouse, before := grown(t)
	stood := dataFiles(t, warehouse)
	path := filepath.Join(dir, "dataset.json")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	i := strings.LastIndex(string(content), `"rows":`) + len(`"rows":`)
	if err := os.WriteFile(path, []byte(string(content[:i])+"1"+string(content[i:])), 0o666); err != nil {
		t.Fatal(err)
	}
	c := open(t, warehouse)
	if err := fails(t, c, dir); !strings.Contains(err.Error(), "rows, not 1") {
		t.Errorf("told is %v", err)
	}
	if diff := cmp.Diff(stood, dataFiles(t, warehouse)); diff != "" {
		t.Errorf("data files are left:\n%s", diff)
	}
	checkStands(t, c, before)
}

func TestWarehouseThatCannotBeWritten(t *testing.T) {
	dir, warehouse, before := grown(t)
	stood := dataFiles(t, warehouse)
	place := filepath.Join(warehouse, "zhibiao", "panel", "data")
	aside := place + ".aside"
	if err := os.Rename(place, aside); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(place, nil, 0o666); err != nil { // holds also against root
		t.Fatal(err)
	}
	c := open(t, warehouse)
	if err := fails(t, c, dir); !strings.Contains(err.Error(), "panel") {
		t.Errorf("told is %v", err)
	}
	if err := os.Remove(place); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(aside, place); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(stood, dataFiles(t, warehouse)); diff != "" {
		t.Errorf("data files are left:\n%s", diff)
	}
	checkStands(t, c, before)
	follow(t, c, dir)
	checkRows(t, c, dir)
}

// A database that refuses one of the tables takes none.
func TestTablesChangeTogether(t *testing.T) {
	dir, warehouse, before := grown(t)
	stood := files(t, warehouse)
	c := open(t, warehouse)
	db := c.Catalog.(*sqlite).db
	_, err := db.Exec(`CREATE TRIGGER refuse BEFORE UPDATE ON iceberg_tables WHEN NEW.table_name = 'panel'
		BEGIN SELECT RAISE(ABORT, 'no room'); END`)
	if err != nil {
		t.Fatal(err)
	}
	if err := fails(t, c, dir); !errors.Is(err, table.ErrCommitFailed) || !strings.Contains(err.Error(), "no room") {
		t.Errorf("told is %v", err)
	}
	checkStands(t, c, before)
	for name := range files(t, warehouse) {
		if _, old := stood[name]; !old && !strings.HasSuffix(name, ".avro") { // manifests that no snapshot names
			t.Errorf("%s is left", name)
		}
	}
	if _, err := db.Exec("DROP TRIGGER refuse"); err != nil {
		t.Fatal(err)
	}
	follow(t, c, dir)
	checkRows(t, c, dir)
}

// Of two runs at once one wins; the other adds nothing and takes nothing away.
func TestTwoRunsAtOnce(t *testing.T) {
	dir, warehouse, _ := grown(t)
	c := open(t, warehouse)
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	var runs [2]*registration
	for i := range runs {
		runs[i] = &registration{catalog: c, data: data}
		if err := errors.Join(runs[i].plan(t.Context()), runs[i].stage(t.Context())); err != nil {
			t.Fatal(err)
		}
	}
	if err := runs[0].commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := runs[1].commit(t.Context()); !errors.Is(err, table.ErrCommitFailed) {
		t.Fatalf("the second run tells %v", err)
	}
	runs[1].remove()
	checkRows(t, c, dir)
}

func TestStoppedRunChangesNothing(t *testing.T) {
	dir, warehouse, before := grown(t)
	stood := dataFiles(t, warehouse)
	c := open(t, warehouse)
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := &registration{catalog: c, data: data}
	if err := r.plan(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := r.stage(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("a stopped run tells %v", err)
	}
	r.remove()
	if diff := cmp.Diff(stood, dataFiles(t, warehouse)); diff != "" {
		t.Errorf("data files are left:\n%s", diff)
	}
	checkStands(t, c, before)
}

// killed names the dataset and the warehouse for a run in a process of its own.
const killed = "ZHIBIAO_ICEBERG_KILLED"

// A run that is killed leaves all tables as they stood or all as they are to be, and the
// next one ends its work.
func TestKilledRun(t *testing.T) {
	if places := os.Getenv(killed); places != "" {
		dir, warehouse, _ := strings.Cut(places, "\n")
		follow(t, open(t, warehouse), dir)
		return
	}
	dir, warehouse, before := grown(t)
	backup := t.TempDir()
	if err := os.CopyFS(backup, os.DirFS(warehouse)); err != nil {
		t.Fatal(err)
	}
	child := func() *exec.Cmd {
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestKilledRun$")
		c.Env = append(os.Environ(), killed+"="+dir+"\n"+warehouse)
		return c
	}
	start := time.Now()
	if out, err := child().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(start)
	early := 0
	const kills = 8
	for i := range kills {
		if err := errors.Join(os.RemoveAll(warehouse), os.CopyFS(warehouse, os.DirFS(backup))); err != nil {
			t.Fatal(err)
		}
		run := child()
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / kills)
		_ = run.Process.Kill() // it may be done
		_ = run.Wait()
		c := open(t, warehouse)
		if tbl, err := c.table(t.Context(), "facts"); err != nil {
			t.Fatal(err)
		} else if tbl.CurrentSnapshot().SnapshotID == before["facts"].Snapshot {
			early++
			checkStands(t, c, before)
		} else {
			checkRows(t, c, dir)
		}
		follow(t, c, dir)
		checkRows(t, c, dir)
		c.Close()
	}
	if early == 0 {
		t.Error("no run was killed before its end")
	}
	t.Logf("%d of %d runs were killed before the tables changed", early, kills)
}

// What a run writes is on disk before the catalog names it.
func TestAllThatIsWrittenIsFlushed(t *testing.T) {
	dir, warehouse, _ := grown(t)
	stood := files(t, warehouse)
	c := open(t, warehouse)
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	r := &registration{catalog: c, data: data}
	if err := errors.Join(r.plan(t.Context()), r.stage(t.Context())); err != nil {
		t.Fatal(err)
	}
	flushed := map[string]bool{}
	for _, s := range r.steps {
		if s.tx == nil {
			continue
		}
		list, err := s.written(t.Context(), s.tx)
		if err != nil {
			t.Fatal(err)
		}
		for _, location := range list {
			name, err := filepath.Rel(warehouse, local(t, location))
			if err != nil {
				t.Fatal(err)
			}
			flushed[filepath.ToSlash(name)] = true
		}
	}
	for name := range files(t, warehouse) {
		if _, old := stood[name]; !old && !flushed[name] {
			t.Errorf("%s is not flushed", name)
		}
	}
	if len(flushed) < 20 {
		t.Errorf("only %d files are flushed", len(flushed))
	}
	if err := flush("file://" + filepath.ToSlash(warehouse) + "/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of a file that is not there is told %v", err)
	}
}
