// Command arrow compares Parquet tables, as arrow-go reads them, with what was to be
// written: go run . DIR, where DIR holds TABLE/part-….parquet, TABLE.jsonl with every column of
// every row, and schema.json as `zhibiao schema --format json` writes it. It is a module
// of its own, so that arrow-go stays out of the program's.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

// table is what schema.json says of a table.
type table struct {
	Name    string
	Columns []struct {
		Name     string
		Type     string
		Nullable bool
	}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run . DIR")
		os.Exit(2)
	}
	cells, err := compareAll(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d cells agree\n", cells)
}

func compareAll(dir string) (cells int, err error) {
	content, err := os.ReadFile(filepath.Join(dir, "schema.json"))
	if err != nil {
		return 0, err
	}
	var tables []table
	if err := json.Unmarshal(content, &tables); err != nil {
		return 0, err
	}
	for _, t := range tables {
		n, err := t.compare(dir)
		if err != nil {
			return cells, fmt.Errorf("%s: %w", t.Name, err)
		}
		cells += n
	}
	return cells, nil
}

// compare reads a table both ways and compares column after column.
func (t table) compare(dir string) (int, error) {
	want, err := objects(filepath.Join(dir, t.Name+".jsonl"))
	if err != nil {
		return 0, err
	}
	files, err := filepath.Glob(filepath.Join(dir, t.Name, "*.parquet"))
	if err != nil || len(files) != 1 {
		return 0, fmt.Errorf("%d files, want one", len(files))
	}
	in, err := file.OpenParquetFile(files[0], false)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	reader, err := pqarrow.NewFileReader(in, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		return 0, err
	}
	got, err := reader.ReadTable(context.Background())
	if err != nil {
		return 0, err
	}
	defer got.Release()
	if int(got.NumRows()) != len(want) || int(got.NumCols()) != len(t.Columns) {
		return 0, fmt.Errorf("%d rows of %d columns, want %d of %d", got.NumRows(), got.NumCols(), len(want), len(t.Columns))
	}
	var errs []error
	for i, c := range t.Columns {
		field := got.Schema().Field(i)
		if field.Name != c.Name || typeName(field.Type) != c.Type || field.Nullable != c.Nullable {
			errs = append(errs, fmt.Errorf("column %s is %s, want %s %s", field, typeName(field.Type), c.Name, c.Type))
		}
		errs = append(errs, compareColumn(c.Name, got.Column(i), want))
	}
	return len(want) * len(t.Columns), errors.Join(errs...)
}

func compareColumn(name string, column *arrow.Column, want []map[string]any) error {
	row := 0
	for _, chunk := range column.Data().Chunks() {
		for i := range chunk.Len() {
			got, err := plain(chunk, i)
			if err != nil {
				return err
			}
			expected, err := json.Marshal(want[row][name])
			if err != nil {
				return err
			}
			if !bytes.Equal(got, expected) {
				return fmt.Errorf("row %d, %s is %s, want %s", row, name, got, expected)
			}
			row++
		}
	}
	return nil
}

// plain is a cell as JSON with its keys in order.
func plain(column arrow.Array, i int) ([]byte, error) {
	raw, err := json.Marshal(column.GetOneForMarshal(i))
	if err != nil {
		return nil, err
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	return json.Marshal(v)
}

func typeName(t arrow.DataType) string {
	switch t := t.(type) {
	case *arrow.StringType:
		return "STRING"
	case *arrow.Float64Type:
		return "DOUBLE"
	case *arrow.Int32Type:
		return "INT32"
	case *arrow.BooleanType:
		return "BOOLEAN"
	case *arrow.ListType:
		return "LIST<" + typeName(t.Elem()) + ">"
	case *arrow.StructType:
		var fields []string
		for _, f := range t.Fields() {
			fields = append(fields, f.Name+" "+typeName(f.Type))
		}
		return "STRUCT<" + strings.Join(fields, ", ") + ">"
	default:
		return t.String()
	}
}

// objects reads the lines of a JSONL file.
func objects(path string) ([]map[string]any, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var all []map[string]any
	decoder := json.NewDecoder(bufio.NewReader(in))
	for {
		var o map[string]any
		if err := decoder.Decode(&o); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, o)
	}
}
