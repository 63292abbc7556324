package output

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbookFile is the workbook in its folder.
const workbookFile = "zhibiao.xlsx"

// NewWorkbook returns a Writer of an Excel workbook into a folder, zhibiao.xlsx: a
// sheet each of targets, panel and documents, and one that explains their columns.
func NewWorkbook(dir string) (Writer, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	g, err := newGathered(dir, Options{Wide: true})
	if err != nil {
		g.Abort()
		return nil, err
	}
	return &workbook{gathered: g, folder: f}, nil
}

// workbook writes the sheets at Close.
type workbook struct {
	gathered
	folder *folder
}

func (b *workbook) Close() error {
	defer b.Abort() // what was gathered
	err := b.settle()
	if err == nil {
		err = b.folder.write(workbookFile, "", 0, b.encode)
	}
	if err != nil {
		b.folder.abort()
		return err
	}
	return b.folder.publish()
}

func (b *workbook) encode(w io.Writer) error {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // drops temporary files; the workbook is made by then
	err := cmp.Or(
		addSheet(file, "targets", b.targets),
		addSheet(file, "panel", b.panel),
		addSheet(file, "documents", b.documents),
		addColumns(file),
		file.DeleteSheet("Sheet1"),
	)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	file.SetActiveSheet(0)
	packed, err := file.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return repack(w, packed.Bytes())
}

// repack writes the files of a zip archive in order of their names: excelize walks a
// map of its sheets, and the same tables must give the same bytes.
func repack(w io.Writer, packed []byte) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if err := out.Copy(f); err != nil {
			return fmt.Errorf("workbook: %w", err)
		}
	}
	return out.Close()
}

// addSheet writes a table as a sheet with a frozen, filterable header. Left out are
// whole texts and the exact twins of numbers, which a sheet has no use for.
func addSheet[T any](file *excelize.File, name string, each func(visit func([]T) error) error) error {
	table, err := named(Tables(), name)
	if err != nil {
		return err
	}
	columns := table.Columns
	var shown []int
	for i, c := range columns {
		if !strings.HasSuffix(c.Name, "_text") && !(name == "documents" && c.Name == "text") {
			shown = append(shown, i)
		}
	}
	header := make([]any, len(shown))
	for i, at := range shown {
		header[i] = columns[at].Name
	}
	s, err := newSheet(file, name, header)
	if err != nil {
		return err
	}
	line := make([]any, len(shown))
	err = each(func(rows []T) error {
		for i := range rows {
			cells := appendValues(nil, reflect.ValueOf(&rows[i]).Elem(), columns)
			for j, at := range shown {
				line[j] = excelize.Cell{Value: cells[at], StyleID: s.style(columns[at].Unit)}
			}
			if err := s.add(line); err != nil {
				return err
			}
		}
		return nil
	})
	return cmp.Or(err, s.finish())
}

// addColumns writes the sheet that explains the others.
func addColumns(file *excelize.File) error {
	s, err := newSheet(file, "columns", []any{"table", "column", "unit", "meaning"})
	if err != nil {
		return err
	}
	for _, t := range Tables() {
		if !slices.Contains([]string{"targets", "panel", "documents"}, t.Name) {
			continue
		}
		for _, c := range t.Columns {
			if err := s.add([]any{t.Name, c.Name, c.Unit, c.About}); err != nil {
				return err
			}
		}
	}
	return s.finish()
}

// appendValues are the cells of a row as a sheet takes them; null is an empty cell.
func appendValues(cells []any, row reflect.Value, columns []Column) []any {
	for i := range row.NumField() {
		v := row.Field(i)
		if row.Type().Field(i).Anonymous {
			cells = appendValues(cells, v, columns)
			continue
		}
		if columns[len(cells)].Nullable && v.IsZero() {
			cells = append(cells, nil)
			continue
		}
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		cells = append(cells, v.Interface())
	}
	return cells
}
