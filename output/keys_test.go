package output

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// The keys that dataset.json promises hold in the data: each names one row, and what refers to
// it finds one.
func TestKeysOfTheDataset(t *testing.T) {
	dir := t.TempDir()
	w, err := NewCSVFolder(dir, false, Options{})
	if err != nil {
		t.Fatal(err)
	}
	unknown := said("", 2024, rate(extract.Actual, 2023, "5", extract.Up, mention.Exact))
	for _, rows := range append(series(), unknown, goldRows(t)) {
		put(t, w, rows)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	d, err := readDescription(dir)
	if err != nil {
		t.Fatal(err)
	}
	foreign := 0
	for _, r := range d.Resources {
		if r.Name != "rejects" && !holdsKey(t, dir, r.Name, r.Schema.Key) {
			t.Errorf("%s has no key, or one that does not name its rows: %v", r.Name, r.Schema.Key)
		}
		for _, k := range r.Schema.Foreign {
			foreign++
			to := k.Reference.Resource
			if to == "" {
				to = r.Name
			}
			there := cellsOf(t, dir, to, k.Reference.Fields)
			for _, cell := range cellsOf(t, dir, r.Name, k.Fields) {
				if cell[0] != "" && !slices.ContainsFunc(there, func(c []string) bool { return c[0] == cell[0] }) {
					t.Errorf("%s.%s %s is none of %s", r.Name, k.Fields, cell[0], to)
				}
			}
		}
	}
	if foreign < 15 {
		t.Errorf("only %d foreign keys", foreign)
	}
}

// holdsKey reports whether each row of a table has a key, without nulls, of its own.
func holdsKey(t *testing.T, dir, table string, key []string) bool {
	if len(key) == 0 {
		return false
	}
	seen := map[string]bool{}
	for _, cells := range cellsOf(t, dir, table, key...) {
		name := strings.Join(cells, "\t")
		if seen[name] || slices.Contains(cells, "") {
			return false
		}
		seen[name] = true
	}
	return true
}

// cellsOf reads columns of a table in CSV.
func cellsOf(t *testing.T, dir, table string, columns ...string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, table+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list [][]string
	for _, row := range rows[1:] {
		var cells []string
		for _, c := range columns {
			i := slices.Index(rows[0], c)
			if i < 0 {
				t.Fatalf("%s has no column %s", table, c)
			}
			cells = append(cells, row[i])
		}
		list = append(list, cells)
	}
	return list
}
