package iceberg

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhibiao/output"
)

func TestExpire(t *testing.T) {
	dir, warehouse := filepath.Join(t.TempDir(), "指标"), filepath.Join(t.TempDir(), "仓 库")
	c := open(t, warehouse)
	reports := three(t)
	write(t, dir, output.Options{}, reports[1])
	first := follow(t, c, dir)
	for _, more := range []string{"", "粮食产量100万吨。", "棉花产量2万吨。"} {
		reports[2].text += more
		write(t, dir, output.Options{}, reports[2])
		follow(t, c, dir)
	}
	all := len(dataFiles(t, warehouse))
	stray := filepath.Join(warehouse, "zhibiao", "facts", "data", "report_year=2023", "part-00001-killed.parquet")
	if err := os.WriteFile(stray, []byte("torn"), 0o666); err != nil {
		t.Fatal(err)
	}
	for name := range files(t, warehouse) { // as old as strays must be: what is in use stays all the same
		if then := time.Now().Add(-2 * strayAge); os.Chtimes(filepath.Join(warehouse, name), then, then) != nil {
			t.Fatal("the file takes no time")
		}
	}
	young := strings.Replace(stray, "killed", "running", 1)
	if err := os.WriteFile(young, []byte("to be"), 0o666); err != nil {
		t.Fatal(err)
	}
	list, err := c.Expire(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		snapshots, err := c.Snapshots(t.Context(), e.Table)
		if err != nil {
			t.Fatal(err)
		}
		strays := 0
		if e.Table == "facts" {
			strays = 1
		}
		if most := 2; len(snapshots) > most || e.Strays != strays || e.Table == "facts" && e.Snapshots != 2 {
			t.Errorf("told is %+v, left are %d snapshots", e, len(snapshots))
		}
	}
	if left := len(dataFiles(t, warehouse)); left >= all {
		t.Errorf("%d data files of %d are left", left, all)
	}
	if _, err := os.Stat(young); err != nil {
		t.Errorf("a file that a run is about to name: %v", err)
	}
	checkRows(t, c, dir)
	list2, err := c.Snapshots(t.Context(), "facts")
	if err != nil {
		t.Fatal(err)
	}
	if got := rows(t, c, "facts", Look{Snapshot: list2[0].ID}); len(got) != len(rows(t, c, "facts", Look{}))-1 {
		t.Errorf("the snapshot before has %d rows", len(got))
	}
	if err := c.WriteRows(t.Context(), &strings.Builder{}, "facts", Look{Snapshot: first["facts"].Snapshot}); err == nil || !strings.Contains(err.Error(), "no snapshot") {
		t.Errorf("of a snapshot that is no more is told %v", err)
	}
	if _, err := c.Expire(t.Context(), 0); err == nil {
		t.Error("all snapshots may go")
	}
}
