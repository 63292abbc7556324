package output

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestWorkbookShowsTargetsAndPanel(t *testing.T) {
	dir := t.TempDir()
	rows := goldRows(t)
	w, err := NewWorkbook(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(filepath.Join(dir, workbookFile))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for sheet, want := range map[string]int{
		"targets": len(rows.Targets), "panel": len(Join([]Rows{rows}).Panel), "documents": 1,
	} {
		lines, err := book.GetRows(sheet)
		if err != nil || len(lines) != want+1 {
			t.Errorf("%s has %d rows (%v), want %d and a header", sheet, len(lines), err, want)
		}
		panes, err := book.GetPanes(sheet)
		if err != nil || !panes.Freeze {
			t.Errorf("%s: header is not frozen (%v)", sheet, err)
		}
		tables, err := book.GetTables(sheet)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s: %d filters (%v), want one", sheet, len(tables), err)
		}
	}
	growth, err := book.GetRows("panel", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if !contains(growth, "0.067") {
		t.Error("panel lacks the growth of 6.7% as a fraction")
	}
}

func contains(lines [][]string, cell string) bool {
	for _, line := range lines {
		for _, c := range line {
			if c == cell {
				return true
			}
		}
	}
	return false
}

func TestWorkbookIsTheSameTwice(t *testing.T) {
	b := &workbook{gathered: gathered{parts: []Rows{goldRows(t)}}}
	errOf(t, b.settle())
	var first, second bytes.Buffer
	errOf(t, b.encode(&first))
	errOf(t, b.encode(&second))
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two workbooks of the same rows differ")
	}
}
