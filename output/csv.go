package output

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
)

// byteOrderMark makes Excel read a CSV file as UTF-8.
const byteOrderMark = "\ufeff"

// NewCSV returns a Writer of facts as CSV, in the order in which the documents come.
func NewCSV(w io.Writer, bom bool) Writer { return &csvWriter{w: w, bom: bom} }

type csvWriter struct {
	w       io.Writer
	bom     bool
	started bool
}

func (c *csvWriter) Write(rows Rows) error {
	first := !c.started
	c.started = true
	t := newCSVTable[FactRow](c.w, first, first && c.bom)
	return cmp.Or(t.add(rows.Facts), t.flush())
}

// Close writes the names of the columns where no document came.
func (c *csvWriter) Close() error {
	if c.started {
		return nil
	}
	return c.Write(Rows{})
}

// csvTable writes rows as CSV by the names in their parquet tags. Null is an empty cell.
type csvTable[T any] struct {
	buffered *bufio.Writer
	out      *csv.Writer
	columns  []Column
	record   []string
}

func newCSVTable[T any](w io.Writer, header, bom bool) *csvTable[T] {
	t := &csvTable[T]{buffered: bufio.NewWriterSize(w, 1<<16), columns: columnsOf("", reflect.TypeFor[T](), nil)}
	t.out = csv.NewWriter(t.buffered)
	if bom {
		_, _ = t.buffered.WriteString(byteOrderMark) // bufio keeps the error for Flush
	}
	if header {
		for _, c := range t.columns {
			t.record = append(t.record, c.Name)
		}
		_ = t.out.Write(t.record) // kept for Error
	}
	return t
}

func (t *csvTable[T]) add(rows []T) error {
	for i := range rows {
		t.record = appendCells(t.record[:0], reflect.ValueOf(&rows[i]).Elem(), t.columns)
		if err := t.out.Write(t.record); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	return nil
}

func (t *csvTable[T]) flush() error {
	t.out.Flush()
	if err := cmp.Or(t.out.Error(), t.buffered.Flush()); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// appendCells writes out the fields of a row; columns tell at the place of each
// whether zero means null.
func appendCells(record []string, row reflect.Value, columns []Column) []string {
	for i := range row.NumField() {
		if row.Type().Field(i).Anonymous {
			record = appendCells(record, row.Field(i), columns)
			continue
		}
		record = append(record, cellText(row.Field(i), columns[len(record)].Nullable))
	}
	return record
}

func cellText(v reflect.Value, nullable bool) string {
	if nullable && v.IsZero() {
		return ""
	}
	switch v.Kind() {
	case reflect.Pointer:
		return cellText(v.Elem(), false)
	case reflect.Int32:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Slice:
		list, _ := json.Marshal(v.Interface()) // words and places always marshal
		return string(list)
	default:
		return v.String()
	}
}
