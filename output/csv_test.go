package output

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCSVHoldsWhatJSONLHolds(t *testing.T) {
	rows := goldRows(t)
	var b bytes.Buffer
	w := NewCSV(&b, true)
	if err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	content, marked := strings.CutPrefix(b.String(), byteOrderMark)
	if !marked {
		t.Error("no byte order mark")
	}
	records, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(records) != len(rows.Facts)+1 {
		t.Fatalf("%d records, want %d and a header", len(records), len(rows.Facts))
	}
	for i, record := range records[1:] {
		cells := map[string]string{}
		for j, name := range records[0] {
			cells[name] = record[j]
		}
		f := rows.Facts[i]
		if cells["text"] != f.Text || cells["value_text"] != f.ValueText || cells["status"] != f.Status {
			t.Errorf("record %d is %v, want fact %s", i+1, record, f.FactID)
		}
	}
}

func TestCSVFolderHasEveryTable(t *testing.T) {
	dir := t.TempDir()
	w, err := NewCSVFolder(dir, false, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(goldRows(t)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, table := range Tables() {
		content, err := os.ReadFile(filepath.Join(dir, table.Name+".csv"))
		if err != nil {
			t.Error(err)
		}
		if first := table.Columns[0].Name + ","; !strings.HasPrefix(string(content), first) {
			t.Errorf("%s does not begin with %s", table.Name, first)
		}
	}
}
