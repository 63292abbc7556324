package output

import (
	"bufio"
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
	return encodeRows(c.w, rows.Facts, first, first && c.bom)
}

// Close writes the names of the columns where no document came.
func (c *csvWriter) Close() error {
	if c.started {
		return nil
	}
	return c.Write(Rows{})
}

func encodeCSV[T any](w io.Writer, rows []T, bom bool) error { return encodeRows(w, rows, true, bom) }

// encodeRows writes rows as CSV by the names in their parquet tags. Null is an empty
// cell.
func encodeRows[T any](w io.Writer, rows []T, header, bom bool) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	if bom {
		_, _ = buffered.WriteString(byteOrderMark) // bufio keeps the error for Flush
	}
	out := csv.NewWriter(buffered)
	columns := columnsOf("", reflect.TypeFor[T](), nil)
	record := make([]string, len(columns))
	if header {
		for i, c := range columns {
			record[i] = c.Name
		}
		_ = out.Write(record) // kept for Error
	}
	for i := range rows {
		record = appendCells(record[:0], reflect.ValueOf(&rows[i]).Elem(), columns)
		_ = out.Write(record)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	if err := buffered.Flush(); err != nil {
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
